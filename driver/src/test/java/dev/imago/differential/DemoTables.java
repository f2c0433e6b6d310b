package dev.imago.differential;

import static dev.imago.differential.SqlType.DECIMAL;
import static dev.imago.differential.SqlType.FLAG;
import static dev.imago.differential.SqlType.TEXT;
import static dev.imago.differential.SqlType.TIMESTAMP;
import static dev.imago.differential.SqlType.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables that are asked about, parents first. Written from the clouds' own documents and not
 * from the driver's descriptions, which are what is tested.
 */
final class DemoTables {
  /** The projects that the driver asks when a query names none. */
  static final List<String> DEFAULT_PROJECTS = List.of("acme-prod", "acme-dev", "acme-legacy");

  /** Projects whose images everybody can read, and nothing else. */
  static final List<String> PUBLIC_PROJECTS = List.of("debian-cloud", "cos-cloud");

  static final String PROJECTS = "google.cloudresourcemanager.projects";
  static final String IMAGES = "google.compute.images";
  static final String MACHINE_IMAGES = "google.compute.machine_images";
  static final String GLOBAL_OPERATIONS = "google.compute.global_operations";
  static final String ZONE_OPERATIONS = "google.compute.zone_operations";
  static final String REGION_OPERATIONS = "google.compute.region_operations";
  static final String ZONES = "google.compute.zones";
  static final String REGIONS = "google.compute.regions";
  static final String DISKS = "google.compute.disks";
  static final String SNAPSHOTS = "google.compute.snapshots";
  static final String INSTANCES = "google.compute.instances";
  static final String LOCATIONS = "google.vmmigration.locations";
  static final String IMAGE_IMPORTS = "google.vmmigration.image_imports";
  static final String IMAGE_IMPORT_JOBS = "google.vmmigration.image_import_jobs";
  static final String TARGET_PROJECTS = "google.vmmigration.target_projects";
  static final String OPERATIONS = "google.vmmigration.operations";

  private static final String COMPUTE = "/compute/beta/projects/{project}";
  private static final String LOCATION = "/v1/projects/{projectsId}/locations/{locationsId}";

  private DemoTables() {}

  static List<DemoTable> all() {
    return List.of(
        projects(),
        compute(ZONES, "", "/zones", List.of(), zone()),
        compute(REGIONS, "", "/regions", List.of(), region()),
        // Only some projects of others can be read, so that no default is right for images.
        compute(IMAGES, "", "/global/images", List.of("project"), image())
            .with(licenses(), labels("env", "prod", "dev"), deprecated()),
        compute(DISKS, ZONES, "/zones/{zone}/disks", List.of(), disk())
            .with(licenses(), labels("env", "prod", "dev")),
        compute(SNAPSHOTS, "", "/global/snapshots", List.of(), snapshot()),
        compute(INSTANCES, ZONES, "/zones/{zone}/instances", List.of(), instance())
            .with(labels("role", "web", "db"), attachedDisks()),
        compute(MACHINE_IMAGES, "", "/global/machineImages", List.of(), machineImage()),
        compute(GLOBAL_OPERATIONS, "", "/global/operations", List.of(), operation(List.of())),
        compute(
            ZONE_OPERATIONS,
            ZONES,
            "/zones/{zone}/operations",
            List.of(),
            operation(List.of(DemoColumn.lastSegment("zone")))),
        compute(
            REGION_OPERATIONS,
            REGIONS,
            "/regions/{region}/operations",
            List.of(),
            operation(List.of(DemoColumn.lastSegment("region")))),
        locations(),
        imageImports(),
        imageImportJobs(),
        targetProjects(),
        operations());
  }

  private static DemoTable projects() {
    return new DemoTable(
        PROJECTS,
        "",
        "/v3/projects:search",
        "projects",
        List.of(),
        List.of(
            DemoColumn.parameter("projectId", "projectId"),
            DemoColumn.field("displayName", TEXT),
            DemoColumn.field("state", TEXT),
            DemoColumn.field("parent", TEXT),
            DemoColumn.field("name", TEXT),
            DemoColumn.field("etag", TEXT),
            DemoColumn.field("isManagementProject", FLAG),
            DemoColumn.field("createTime", TIMESTAMP),
            DemoColumn.field("deleteTime", TIMESTAMP)),
        List.of());
  }

  private static DemoTable compute(
      String name, String parent, String path, List<String> bound, List<DemoColumn> columns) {
    List<DemoColumn> all = new ArrayList<>();
    all.add(DemoColumn.request("project"));
    all.addAll(columns);
    return new DemoTable(name, parent, COMPUTE + path, "items", bound, all, List.of());
  }

  private static List<DemoColumn> zone() {
    return List.of(
        DemoColumn.parameter("zone", "name"),
        DemoColumn.field("name", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("description", TEXT),
        DemoColumn.field("region", TEXT),
        DemoColumn.field("supportsPzs", FLAG),
        DemoColumn.field("id", DECIMAL),
        DemoColumn.field("creationTimestamp", TIMESTAMP));
  }

  private static List<DemoColumn> region() {
    return List.of(
        DemoColumn.parameter("region", "name"),
        DemoColumn.field("name", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("description", TEXT),
        DemoColumn.field("selfLink", TEXT),
        DemoColumn.field("supportsPzs", FLAG),
        DemoColumn.field("id", DECIMAL));
  }

  private static List<DemoColumn> image() {
    return List.of(
        DemoColumn.field("name", TEXT),
        DemoColumn.field("family", TEXT),
        DemoColumn.field("description", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("architecture", TEXT),
        DemoColumn.field("sourceDisk", TEXT),
        DemoColumn.field("selfLink", TEXT),
        DemoColumn.field("diskSizeGb", WHOLE),
        DemoColumn.field("archiveSizeBytes", WHOLE),
        DemoColumn.field("enableConfidentialCompute", FLAG),
        DemoColumn.field("id", DECIMAL),
        DemoColumn.field("creationTimestamp", TIMESTAMP));
  }

  private static List<DemoColumn> disk() {
    return List.of(
        DemoColumn.lastSegment("zone"),
        DemoColumn.field("name", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("description", TEXT),
        DemoColumn.field("type", TEXT),
        DemoColumn.field("architecture", TEXT),
        DemoColumn.field("sourceImage", TEXT),
        DemoColumn.field("sourceImageId", TEXT),
        DemoColumn.field("selfLink", TEXT),
        DemoColumn.field("sizeGb", WHOLE),
        DemoColumn.field("provisionedIops", WHOLE),
        DemoColumn.field("locked", FLAG),
        DemoColumn.field("id", DECIMAL),
        DemoColumn.field("creationTimestamp", TIMESTAMP),
        DemoColumn.field("lastAttachTimestamp", TIMESTAMP));
  }

  private static List<DemoColumn> snapshot() {
    return List.of(
        DemoColumn.field("name", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("snapshotType", TEXT),
        DemoColumn.field("sourceDisk", TEXT),
        DemoColumn.field("sourceDiskId", TEXT),
        DemoColumn.field("diskSizeGb", WHOLE),
        DemoColumn.field("storageBytes", WHOLE),
        DemoColumn.field("autoCreated", FLAG),
        DemoColumn.field("id", DECIMAL),
        DemoColumn.field("creationTimestamp", TIMESTAMP));
  }

  private static List<DemoColumn> instance() {
    return List.of(
        DemoColumn.lastSegment("zone"),
        DemoColumn.field("name", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("machineType", TEXT),
        DemoColumn.field("cpuPlatform", TEXT),
        DemoColumn.field("selfLink", TEXT),
        DemoColumn.field("deletionProtection", FLAG),
        DemoColumn.field("canIpForward", FLAG),
        DemoColumn.field("id", DECIMAL),
        DemoColumn.field("creationTimestamp", TIMESTAMP),
        DemoColumn.field("lastStartTimestamp", TIMESTAMP));
  }

  private static List<DemoColumn> machineImage() {
    return List.of(
        DemoColumn.field("name", TEXT),
        DemoColumn.field("status", TEXT),
        DemoColumn.field("description", TEXT),
        DemoColumn.field("sourceInstance", TEXT),
        DemoColumn.field("totalStorageBytes", WHOLE),
        DemoColumn.field("satisfiesPzs", FLAG),
        DemoColumn.field("id", DECIMAL),
        DemoColumn.field("creationTimestamp", TIMESTAMP));
  }

  private static List<DemoColumn> operation(List<DemoColumn> scope) {
    return Stream.concat(
            scope.stream(),
            Stream.of(
                DemoColumn.field("name", TEXT),
                DemoColumn.field("status", TEXT),
                DemoColumn.field("operationType", TEXT),
                DemoColumn.field("targetLink", TEXT),
                DemoColumn.field("httpErrorMessage", TEXT),
                // A word of SQL, which must be quoted.
                DemoColumn.field("\"user\"", TEXT, "user"),
                DemoColumn.field("progress", WHOLE),
                DemoColumn.field("httpErrorStatusCode", WHOLE),
                DemoColumn.field("targetId", DECIMAL),
                DemoColumn.field("id", DECIMAL),
                DemoColumn.field("insertTime", TIMESTAMP),
                DemoColumn.field("endTime", TIMESTAMP)))
        .toList();
  }

  private static NestedColumn licenses() {
    return new NestedColumn(
        "licenses",
        "VARCHAR[]",
        List.of(NestedColumn.part("licenses[1]", TEXT), NestedColumn.part("licenses[2]", TEXT)));
  }

  private static NestedColumn labels(String key, String... values) {
    return new NestedColumn(
        "labels",
        "MAP(VARCHAR, VARCHAR)",
        List.of(NestedColumn.part("labels['" + key + "']", TEXT, (Object[]) values)));
  }

  private static NestedColumn deprecated() {
    return new NestedColumn(
        "deprecated",
        "STRUCT(state VARCHAR, replacement VARCHAR)",
        List.of(
            NestedColumn.part("deprecated.state", TEXT, "DEPRECATED", "OBSOLETE", "ACTIVE"),
            NestedColumn.part("deprecated.replacement", TEXT)));
  }

  private static NestedColumn attachedDisks() {
    return new NestedColumn(
        "disks",
        "STRUCT(deviceName VARCHAR, boot BOOLEAN)[]",
        List.of(
            NestedColumn.part("disks[1].deviceName", TEXT),
            NestedColumn.part("disks[1].boot", FLAG)));
  }

  private static DemoTable locations() {
    return new DemoTable(
        LOCATIONS,
        "",
        "/v1/projects/{projectsId}/locations",
        "locations",
        List.of(),
        List.of(
            DemoColumn.segment("projectsId", "projects"),
            DemoColumn.parameter("locationsId", "locationId"),
            DemoColumn.field("name", TEXT),
            DemoColumn.field("locationId", TEXT),
            DemoColumn.field("displayName", TEXT)),
        List.of());
  }

  private static DemoTable imageImports() {
    return new DemoTable(
        IMAGE_IMPORTS,
        LOCATIONS,
        LOCATION + "/imageImports",
        "imageImports",
        List.of(),
        List.of(
            DemoColumn.segment("projectsId", "projects"),
            DemoColumn.segment("locationsId", "locations"),
            DemoColumn.ownId("imageImportsId"),
            DemoColumn.field("name", TEXT),
            DemoColumn.field("cloudStorageUri", TEXT),
            DemoColumn.field("createTime", TIMESTAMP)),
        List.of());
  }

  private static DemoTable imageImportJobs() {
    return new DemoTable(
        IMAGE_IMPORT_JOBS,
        IMAGE_IMPORTS,
        LOCATION + "/imageImports/{imageImportsId}/imageImportJobs",
        "imageImportJobs",
        List.of(),
        List.of(
            DemoColumn.segment("projectsId", "projects"),
            DemoColumn.segment("locationsId", "locations"),
            DemoColumn.segment("imageImportsId", "imageImports"),
            DemoColumn.ownId("imageImportJobsId"),
            DemoColumn.field("name", TEXT),
            DemoColumn.field("state", TEXT),
            DemoColumn.field("cloudStorageUri", TEXT),
            DemoColumn.field("createTime", TIMESTAMP),
            DemoColumn.field("endTime", TIMESTAMP)),
        List.of());
  }

  private static DemoTable targetProjects() {
    return new DemoTable(
        TARGET_PROJECTS,
        "",
        "/v1/projects/{projectsId}/locations/global/targetProjects",
        "targetProjects",
        List.of(),
        List.of(
            DemoColumn.segment("projectsId", "projects"),
            DemoColumn.segment("locationsId", "locations"),
            DemoColumn.ownId("targetProjectsId"),
            DemoColumn.field("name", TEXT),
            DemoColumn.field("project", TEXT),
            DemoColumn.field("description", TEXT),
            DemoColumn.field("createTime", TIMESTAMP)),
        List.of());
  }

  private static DemoTable operations() {
    return new DemoTable(
        OPERATIONS,
        LOCATIONS,
        LOCATION + "/operations",
        "operations",
        List.of(),
        List.of(
            DemoColumn.segment("projectsId", "projects"),
            DemoColumn.segment("locationsId", "locations"),
            DemoColumn.ownId("operationsId"),
            DemoColumn.field("name", TEXT),
            DemoColumn.field("verb", TEXT, "metadata.verb"),
            DemoColumn.field("target", TEXT, "metadata.target"),
            DemoColumn.field("done", FLAG),
            DemoColumn.field("createTime", TIMESTAMP, "metadata.createTime"),
            DemoColumn.field("endTime", TIMESTAMP, "metadata.endTime")),
        List.of());
  }
}
