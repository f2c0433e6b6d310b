-- google.compute.images
SELECT name, diskSizeGb, creationTimestamp
FROM google.compute.images
WHERE project = 'debian-cloud' AND deprecated.state IS NULL
ORDER BY name;

-- google.compute.images_by_family
SELECT name, creationTimestamp
FROM google.compute.images_by_family
WHERE project = 'cos-cloud' AND family = 'cos-stable';

-- google.compute.image_family_views
SELECT zone, v.image.name
FROM google.compute.image_family_views AS v
WHERE project = 'cos-cloud' AND zone = 'us-central1-a' AND family = 'cos-stable';

-- google.compute.machine_images
SELECT name, sourceInstance, totalStorageBytes
FROM google.compute.machine_images
WHERE project = 'acme-prod';

-- google.compute.global_operations
SELECT name, operationType, targetLink, insertTime
FROM google.compute.global_operations
WHERE project = 'acme-prod' AND status <> 'DONE';

-- google.compute.zone_operations
SELECT zone, name, operationType, endTime
FROM google.compute.zone_operations
WHERE project = 'acme-prod' AND httpErrorStatusCode IS NOT NULL;

-- google.compute.region_operations
SELECT region, name, operationType, status
FROM google.compute.region_operations
WHERE project = 'acme-prod' AND region = 'us-central1';

-- google.compute.zones
SELECT zone, status
FROM google.compute.zones
WHERE project = 'acme-prod'
ORDER BY name;

-- google.compute.regions
SELECT r.region, q.metric, q.usage, q."limit"
FROM google.compute.regions AS r, UNNEST(r.quotas) AS q
WHERE r.project = 'acme-prod' AND q.usage > 0;

-- google.compute.disks
SELECT zone, name, sizeGb, lastDetachTimestamp
FROM google.compute.disks
WHERE project = 'acme-prod' AND users IS NULL
ORDER BY sizeGb DESC;

-- google.compute.snapshots
SELECT name, sourceDisk, storageBytes, creationTimestamp
FROM google.compute.snapshots
WHERE project = 'acme-prod'
ORDER BY creationTimestamp DESC
LIMIT 10;

-- google.compute.instances
SELECT i.zone, i.name, d.source
FROM google.compute.instances AS i, UNNEST(i.disks) AS d
WHERE i.project = 'acme-prod' AND i.status = 'RUNNING' AND d.boot;

-- google.vmmigration.locations
SELECT locationsId, displayName
FROM google.vmmigration.locations
WHERE projectsId = 'acme-prod';

-- google.vmmigration.image_imports
SELECT locationsId, imageImportsId, cloudStorageUri
FROM google.vmmigration.image_imports
WHERE projectsId = 'acme-prod';

-- google.vmmigration.image_import_jobs
SELECT imageImportsId, imageImportJobsId, state, createTime
FROM google.vmmigration.image_import_jobs
WHERE projectsId = 'acme-prod' AND locationsId = 'us-central1' AND state = 'FAILED';

-- google.vmmigration.target_projects
SELECT targetProjectsId, project
FROM google.vmmigration.target_projects
WHERE projectsId = 'acme-prod';

-- google.vmmigration.operations
SELECT verb, target, done, createTime
FROM google.vmmigration.operations
WHERE projectsId = 'acme-prod' AND locationsId = 'us-central1';

-- google.cloudresourcemanager.projects
SELECT projectId, displayName
FROM google.cloudresourcemanager.projects
WHERE state = 'ACTIVE';

-- yandex.compute.images
SELECT image_id, name, status, storage_size
FROM yandex.compute.images
WHERE folder_id = 'b1gfolderprod' AND family = 'web-base'
ORDER BY created_at;

-- yandex.compute.images_by_family
SELECT image_id, name, created_at
FROM yandex.compute.images_by_family
WHERE folder_id = 'standard-images' AND family = 'debian-12';

-- yandex.compute.image_operations
SELECT o.image_id, o.description, o.error_message
FROM yandex.compute.images AS i
JOIN yandex.compute.image_operations AS o ON o.image_id = i.image_id
WHERE i.folder_id = 'b1gfolderdev' AND o.error_code IS NOT NULL;

-- yandex.compute.disks
SELECT d.name, i.name AS image
FROM yandex.compute.disks AS d
JOIN yandex.compute.images AS i ON i.image_id = d.source_image_id
WHERE d.folder_id = 'b1gfolderprod';

-- yandex.compute.snapshots
SELECT name, source_disk_id, storage_size
FROM yandex.compute.snapshots
WHERE folder_id = 'b1gfolderprod'
ORDER BY storage_size DESC;

-- yandex.compute.zones
SELECT zone_id, status
FROM yandex.compute.zones;

-- yandex.operation.operations
SELECT description, done, image_id, error_message
FROM yandex.operation.operations
WHERE operation_id = 'fdv69ggu69vo8vidvi70';

-- yandex.resourcemanager.clouds
SELECT cloud_id, name
FROM yandex.resourcemanager.clouds;

-- yandex.resourcemanager.folders
SELECT cloud_id, folder_id, name
FROM yandex.resourcemanager.folders
WHERE status = 'ACTIVE';

-- opentelekom.ims.images
SELECT image_id, name, os_type, image_size
FROM opentelekom.ims.images
WHERE visibility = 'private' AND status = 'active'
ORDER BY name;

-- opentelekom.ims.image_members
SELECT member_id, status
FROM opentelekom.ims.image_members
WHERE image_id = '30e55148-deb9-4923-adb9-91618de16ba0';

-- opentelekom.ims.jobs
SELECT job_type, status, image_id, begin_time, end_time
FROM opentelekom.ims.jobs
WHERE job_id = '9a175ac792fa12d20193002100dd2762';

-- opentelekom.ims.quotas
SELECT type, used, quota
FROM opentelekom.ims.quotas;

-- huawei.ims.images
SELECT image_id, name, os_type, image_size
FROM huawei.ims.images
WHERE visibility = 'private' AND status = 'active'
ORDER BY name;

-- huawei.ims.image_members
SELECT i.name, m.member_id, m.status
FROM huawei.ims.images AS i
JOIN huawei.ims.image_members AS m
  ON m.region = i.region AND m.project_id = i.project_id AND m.image_id = i.image_id
WHERE i.visibility = 'shared';

-- huawei.ims.jobs
SELECT job_type, status, image_id, begin_time, end_time
FROM huawei.ims.jobs
WHERE job_id = '0a5ed59474d158f7f2a3d97cf5798d3c';

-- huawei.ims.quotas
SELECT type, used, quota
FROM huawei.ims.quotas;

-- huawei.workspace.image_servers
SELECT name, image_id, create_time
FROM huawei.workspace.image_servers
WHERE status = 'BUILT';

-- huawei.workspace.image_server_jobs
SELECT job_id, job_type, status, sub_jobs_total
FROM huawei.workspace.image_server_jobs
WHERE status = 'FAILED';

-- huawei.workspace.image_server_sub_jobs
SELECT job_id, resource_name, status, error_code, error_message
FROM huawei.workspace.image_server_sub_jobs
WHERE job_type = 'CREATE_SERVER_IMAGE' AND status <> 'SUCCESS';
