-- Statements that must parse. One a line; an indented line goes on with the line before.

-- Plain queries
SELECT * FROM images
SELECT 1
SELECT id, name FROM google.compute.images WHERE project = 'debian-cloud'
SELECT DISTINCT family FROM google.compute.images
SELECT ALL family FROM google.compute.images
SELECT i.* FROM google.compute.images AS i
SELECT i.*, i.name AS again FROM google.compute.images i
SELECT "name", "order" FROM "google"."compute"."images"
SELECT name AS "the name" FROM images
SELECT count(*), count(DISTINCT family), min(diskSizeGb), max(diskSizeGb), avg(diskSizeGb), sum(diskSizeGb) FROM images
SELECT name FROM images WHERE NOT (family IS NULL) AND status <> 'READY' OR status != 'FAILED'
SELECT name FROM images WHERE creationTimestamp >= TIMESTAMP '2024-01-01 00:00:00'
SELECT name FROM images WHERE creationTimestamp > CURRENT_TIMESTAMP - INTERVAL '30' DAY
SELECT name FROM images WHERE creationTimestamp > CURRENT_DATE - INTERVAL '1' YEAR
SELECT name FROM images WHERE creationTimestamp BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'
SELECT name FROM images WHERE family IN ('a', 'b') AND name NOT IN ('c')
SELECT name FROM images WHERE (project, name) IN (('a', 'b'), ('c', 'd'))
SELECT name FROM images WHERE (project, name) IN (SELECT project, name FROM wanted)
SELECT name FROM images WHERE name LIKE 'debian%' OR name ILIKE 'DEBIAN%' OR name NOT LIKE 'a!%' ESCAPE '!'
SELECT name FROM images WHERE name SIMILAR TO 'a|b' OR name NOT SIMILAR TO 'c'
SELECT name FROM images WHERE name ~ '^debian' AND name ~* 'x' AND name !~ 'y' AND name !~* 'z'
SELECT name FROM images WHERE name = ? AND project = ?
SELECT name FROM images WHERE family IS DISTINCT FROM 'a' OR family IS NOT DISTINCT FROM NULL
SELECT name FROM images WHERE enabled IS TRUE OR enabled IS NOT FALSE OR enabled IS UNKNOWN
SELECT name FROM images WHERE enabled OR NOT enabled
SELECT name FROM images -- a comment
SELECT /* a comment */ name FROM images
SELECT name
  FROM images
  WHERE project = 'a'
  ORDER BY name

-- Order and limits
SELECT name FROM images ORDER BY name
SELECT name FROM images ORDER BY 1 DESC, name ASC NULLS LAST, id NULLS FIRST
SELECT name FROM images ORDER BY upper(name) LIMIT 10
SELECT name FROM images LIMIT 10 OFFSET 20
SELECT name FROM images LIMIT 20, 10
SELECT name FROM images LIMIT ?
SELECT name FROM images OFFSET 5 ROWS
SELECT name FROM images OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY
SELECT name FROM images FETCH FIRST 1 ROW ONLY
SELECT name FROM images FETCH FIRST 5 ROWS ONLY
(SELECT name FROM images ORDER BY name LIMIT 1) UNION ALL (SELECT name FROM disks LIMIT 1) ORDER BY 1

-- Groups
SELECT family, count(*) FROM images GROUP BY family HAVING count(*) > 1
SELECT family, count(*) AS count FROM images GROUP BY family ORDER BY count DESC
SELECT max(diskSizeGb) AS max, min(diskSizeGb) AS min, sum(diskSizeGb) sum, avg(diskSizeGb) avg FROM images
SELECT family, status, count(*) FROM images GROUP BY GROUPING SETS ((family), (status), ())
SELECT family, status, count(*) FROM images GROUP BY ROLLUP (family, status)
SELECT family, status, grouping(family) FROM images GROUP BY CUBE (family, status)
SELECT family, count(*) FILTER (WHERE status = 'READY') AS ready FROM images GROUP BY family
SELECT family, listagg(name, ', ') WITHIN GROUP (ORDER BY name) FROM images GROUP BY family
SELECT array_agg(name ORDER BY name) FROM images
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY diskSizeGb) FROM images
SELECT count(*) FROM images GROUP BY 1 + 1, (family, status)
SELECT family FROM images GROUP BY DISTINCT family

-- Windows
SELECT name, row_number() OVER (PARTITION BY family ORDER BY creationTimestamp DESC) AS r FROM images
SELECT name, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w FROM images WINDOW w AS (ORDER BY diskSizeGb)
SELECT sum(diskSizeGb) OVER (ORDER BY name ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM images
SELECT sum(diskSizeGb) OVER (ORDER BY name RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) FROM images
SELECT sum(diskSizeGb) OVER (ROWS UNBOUNDED PRECEDING) FROM images
SELECT sum(diskSizeGb) OVER (RANGE UNBOUNDED PRECEDING) FROM images
SELECT sum(diskSizeGb) OVER (w ROWS 2 PRECEDING) FROM images WINDOW w AS (ORDER BY name)
SELECT sum(diskSizeGb) OVER (PARTITION BY family ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM images
SELECT lag(name, 1, 'none') OVER (ORDER BY name), lead(name) IGNORE NULLS OVER (ORDER BY name) FROM images
SELECT first_value(name) OVER (ORDER BY name), last_value(name) OVER (ORDER BY name), nth_value(name, 2) OVER (ORDER BY name) FROM images
SELECT ntile(4) OVER (ORDER BY name), cume_dist() OVER (ORDER BY name) FROM images
SELECT name FROM images QUALIFY row_number() OVER (PARTITION BY family ORDER BY creationTimestamp DESC) = 1
SELECT count(*) FILTER (WHERE status = 'READY') OVER (PARTITION BY family) FROM images

-- Joins
SELECT i.name, d.name FROM images AS i JOIN disks AS d ON d.sourceImageId = i.id
SELECT i.name FROM images i INNER JOIN disks d USING (project)
SELECT i.name FROM images i LEFT JOIN disks d ON d.image = i.id RIGHT JOIN zones z ON z.name = d.zone
SELECT i.name FROM images i LEFT OUTER JOIN disks d ON d.image = i.id FULL OUTER JOIN zones z ON z.name = d.zone
SELECT i.name FROM images i CROSS JOIN zones z
SELECT i.name FROM images i NATURAL JOIN disks
SELECT i.name FROM images i, disks d WHERE d.image = i.id
SELECT i.name FROM images i JOIN (disks d JOIN zones z ON z.name = d.zone) ON d.image = i.id
SELECT p.project, i.name FROM (VALUES ('debian-cloud'), ('cos-cloud')) AS p(project) JOIN google.compute.images i ON i.project = p.project
SELECT i.name FROM projects p, LATERAL (SELECT name FROM images WHERE project = p.project LIMIT 1) AS i
SELECT i.name FROM projects p LEFT JOIN LATERAL (SELECT name FROM images WHERE project = p.project) AS i ON TRUE
SELECT i.name FROM projects p CROSS JOIN LATERAL (SELECT name FROM images WHERE project = p.project) AS i
SELECT i.name FROM projects p CROSS APPLY (SELECT name FROM images WHERE project = p.project) AS i

-- Sub-queries and set operations
SELECT name FROM images WHERE EXISTS (SELECT 1 FROM disks WHERE disks.image = images.id)
SELECT name FROM images WHERE id NOT IN (SELECT image FROM disks)
SELECT name FROM images WHERE diskSizeGb > ALL (SELECT sizeGb FROM disks) OR diskSizeGb = ANY (SELECT sizeGb FROM disks)
SELECT name FROM images WHERE diskSizeGb > SOME (SELECT sizeGb FROM disks)
SELECT name, (SELECT count(*) FROM disks d WHERE d.image = i.id) AS disks FROM images i
SELECT name FROM (SELECT name FROM images) AS i
SELECT name FROM (SELECT name FROM images)
SELECT name FROM images UNION SELECT name FROM disks
SELECT name FROM images UNION ALL SELECT name FROM disks
SELECT name FROM images INTERSECT SELECT name FROM disks
SELECT name FROM images EXCEPT SELECT name FROM disks
SELECT name FROM images EXCEPT ALL (SELECT name FROM disks UNION SELECT name FROM snapshots)
WITH i AS (SELECT name FROM images) SELECT name FROM i
WITH i(n) AS (SELECT name FROM images), d AS (SELECT name FROM disks) SELECT n FROM i JOIN d ON n = name ORDER BY n
WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 10) SELECT x FROM n
SELECT name FROM images AS i(id, name)
VALUES (1, 'a'), (2, 'b')
VALUES ROW(1, 'a'), ROW(2, 'b')
VALUES 1, 2
TABLE images
SELECT * FROM (TABLE images)

-- Nested values
SELECT i.deprecated.state, i.deprecated.replaced FROM images i
SELECT deprecated.state FROM images
SELECT labels['env'], licenses[1], guestOsFeatures[1].type FROM images
SELECT cardinality(licenses), element(licenses) FROM images
SELECT i.name, l.license FROM images AS i, UNNEST(i.licenses) AS l(license)
SELECT i.name, s.startTime FROM jobs AS i CROSS JOIN UNNEST(i.steps) AS s
SELECT l, o FROM UNNEST(ARRAY['a', 'b']) WITH ORDINALITY AS t(l, o)
SELECT * FROM images, UNNEST(images.licenses) AS license
SELECT ARRAY[1, 2, 3], ARRAY['a'][1], MAP['a', 1, 'b', 2]['a'], ROW(1, 'a')
SELECT ARRAY(SELECT name FROM images), MULTISET(SELECT name FROM images)
SELECT m.members.count, m.user.name FROM images m
SELECT * EXCLUDE (labels) FROM images
SELECT i.* EXCLUDE (labels, licenses) FROM images AS i

-- Expressions
SELECT CASE WHEN status = 'READY' THEN 1 ELSE 0 END FROM images
SELECT CASE status WHEN 'READY' THEN 1 WHEN 'FAILED' THEN 2 END AS end FROM images
SELECT CASE WHEN end > start THEN end ELSE start END AS end FROM jobs
SELECT CASE status WHEN 'a', 'b' THEN 1 END FROM images
SELECT coalesce(family, 'none'), nullif(family, ''), greatest(1, 2) FROM images
SELECT CAST(id AS VARCHAR), CAST(id AS VARCHAR(20)), CAST(id AS BIGINT), CAST(id AS DECIMAL(20, 0)), CAST(id AS INT) FROM images
SELECT CAST(a AS DATE), CAST(a AS TIME), CAST(a AS TIMESTAMP), CAST(a AS TIMESTAMP(3)), CAST(a AS TIMESTAMP WITH LOCAL TIME ZONE) FROM t
SELECT CAST(a AS UUID), CAST(a AS BOOLEAN), CAST(a AS DOUBLE), CAST(a AS VARCHAR ARRAY), CAST(a AS MAP<VARCHAR, INT>) FROM t
SELECT CAST(a AS ROW(x INT, y VARCHAR)), CAST(a AS INTERVAL DAY TO SECOND), CAST(a AS INTERVAL YEAR) FROM t
SELECT TRY_CAST(id AS INT), SAFE_CAST(id AS INT) FROM images
SELECT id::VARCHAR, '5'::INT, a::TIMESTAMP(3), b::DATE, -c::DECIMAL(10, 2), d::VARCHAR::INT FROM t
SELECT name FROM images WHERE id::VARCHAR = '5' AND creationTimestamp::DATE = DATE '2024-01-01'
SELECT upper(name) || '-' || lower(name), char_length(name), substring(name FROM 1 FOR 3), substring(name, 1, 3) FROM images
SELECT trim(name), trim(BOTH 'a' FROM name), trim(LEADING FROM name), overlay(name PLACING 'x' FROM 1) FROM images
SELECT position('a' IN name), position('a' IN name FROM 2) FROM images
SELECT extract(YEAR FROM creationTimestamp), extract(EPOCH FROM creationTimestamp), year(creationTimestamp), month(creationTimestamp) FROM images
SELECT floor(creationTimestamp TO DAY), ceil(creationTimestamp TO MONTH), floor(1.5), ceiling(1.5) FROM images
SELECT timestampadd(DAY, 1, creationTimestamp), timestampdiff(HOUR, creationTimestamp, CURRENT_TIMESTAMP) FROM images
SELECT date_trunc('day', creationTimestamp), date_trunc(creationTimestamp, DAY) FROM images
SELECT hour(a), minute(a), second(a), dayofmonth(a), quarter(a), week(a) FROM t
SELECT DATE '2024-01-01', TIME '12:00:00', TIMESTAMP '2024-01-01 12:00:00', TIMESTAMP '2024-01-01 12:00:00.123'
SELECT INTERVAL '1' DAY, INTERVAL '1:30' HOUR TO MINUTE, INTERVAL -'2' MONTH, INTERVAL '1' YEAR(4)
SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP, CURRENT_TIMESTAMP(3)
SELECT CURRENT_USER, SESSION_USER, SYSTEM_USER
SELECT 1 + 2 - 3 * 4 / 5, -1, +1, 10 % 3, mod(10, 3), power(2, 3), 1.5e3, 0.5, .5
SELECT TRUE, FALSE, NULL, UNKNOWN, 'it''s', x'0aff', U&'\0041', N'a', _UTF8'a'
SELECT 'a' 'b'
SELECT json_value(a, '$.b'), json_query(a, '$.b'), json_exists(a, '$.b') FROM t
SELECT json_value(a, '$.b' RETURNING INT DEFAULT 1 ON EMPTY NULL ON ERROR) FROM t
SELECT json_object('a': 1), json_object(KEY 'a' VALUE 1), json_array(1, 2) FROM t
SELECT a IS JSON, a IS JSON OBJECT FROM t
SELECT name FROM images WHERE a MEMBER OF b OR a SUBMULTISET OF b
SELECT (a, b) OVERLAPS (c, d), PERIOD (a, b) CONTAINS c, PERIOD (a, b) EQUALS PERIOD (c, d) FROM t
SELECT a BETWEEN SYMMETRIC 1 AND 2, a BETWEEN ASYMMETRIC 1 AND 2 FROM t
SELECT f(a => 1, b => DEFAULT) FROM t
SELECT * FROM TABLE(f(1, 'a'))
SELECT * FROM TABLE(f(a => 1))
SELECT * FROM TABLE(tumble(TABLE t, DESCRIPTOR(a), INTERVAL '1' MINUTE))
SELECT any_value(a), some(b), every(c) FROM t
SELECT * FROM t FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00'
SELECT * FROM t PIVOT (sum(a) FOR b IN ('x', 'y'))
SELECT * FROM t UNPIVOT (a FOR b IN (c, d))
SELECT * FROM t MATCH_RECOGNIZE (ORDER BY a MEASURES FINAL LAST(b.a) AS z PATTERN (b c+) DEFINE c AS c.a > PREV(c.a))

-- JDBC escapes
SELECT {d '2024-01-01'}, {t '12:00:00'}, {ts '2024-01-01 12:00:00'}
SELECT {fn upper(name)}, {fn concat('a', 'b')}, {fn now()}, {fn user()}, {fn timestampadd(SQL_TSI_DAY, 1, a)} FROM t
SELECT {fn left('abc', 1)}, {fn insert('abc', 1, 1, 'x')}, {fn convert(a, SQL_VARCHAR)} FROM t

-- Fields that other grammars reserve
SELECT user, date, value, key, type, status, size, labels, zone, region, source FROM t
SELECT start, end, result, scope, method, language, parameters, parameter, filter, condition, pattern FROM t
SELECT time, timestamp, year, month, day, hour, minute, second, period FROM t
SELECT t.user, t.value, t.end FROM t WHERE user = 'a' AND value > 1 AND end IS NULL
SELECT table_name, method, parameter_name, ordinal, required FROM imago.system.parameters ORDER BY ordinal
SELECT user FROM t GROUP BY user ORDER BY user
SELECT user.name, user.* FROM users AS user
SELECT u.name FROM users u JOIN operations o ON o.user = u.name WHERE upper(user) = 'A'
INSERT INTO t (user, date, value) VALUES ('a', DATE '2024-01-01', 1)
UPDATE t SET user = 'a', value = value + 1 WHERE user = 'b'
DELETE FROM t WHERE user = 'b'

-- Changes
INSERT INTO images VALUES (1, 'a')
INSERT INTO images (id, name) VALUES (1, 'a'), (2, DEFAULT)
INSERT INTO images (id, name) VALUES (?, ?)
INSERT INTO images (id, name) SELECT id, name FROM disks
INSERT INTO images SELECT * FROM disks
INSERT INTO google.compute.images (project, name, labels) VALUES ('p', 'a', MAP['env', 'prod'])
UPSERT INTO images (id, name) VALUES (1, 'a')
UPDATE images SET name = 'a' WHERE id = 1
UPDATE images AS i SET name = 'a', labels = MAP['a', 'b'] WHERE i.id = 1
UPDATE images SET name = ? WHERE id IN (?, ?)
DELETE FROM images WHERE id = 1
DELETE FROM images AS i WHERE i.id IN (1, 2)
DELETE FROM images
MERGE INTO images AS i USING disks AS d ON i.id = d.image
  WHEN MATCHED THEN UPDATE SET name = d.name
  WHEN NOT MATCHED THEN INSERT (id, name) VALUES (d.image, d.name)

INSERT INTO images (id, name) VALUES (1, 'a'), (2, NULL), (-3, ?)
INSERT INTO "google"."compute"."images" ("project", "name") VALUES ('p', 'a')
INSERT INTO google.compute.images (project, name, licenses, labels, sourceImageEncryptionKey)
  VALUES ('p', 'a', ARRAY['x', 'y'], MAP['env', 'prod'], ROW('k', 1))
INSERT INTO images WITH d AS (SELECT id FROM disks) SELECT id FROM d
UPDATE google.compute.images SET description = 'a', labels = MAP['env', 'prod'], family = NULL
  WHERE project = 'p' AND name IN ('a', 'b') AND labelFingerprint = 'f'
UPDATE images SET diskSizeGb = diskSizeGb + 1, name = (SELECT max(name) FROM disks)
UPDATE images i SET name = DATE '2024-01-01'
DELETE FROM google.compute.images WHERE project = ? AND name = ?
DELETE FROM "images" WHERE "name" = 'a' OR id IN (SELECT image FROM disks)

-- Methods
EXEC google.vmmigration.image_import_jobs.cancel @projectsId='p', @locationsId='l', @imageImportsId='i', @imageImportJobsId='j'
EXEC google.vmmigration.image_import_jobs.cancel @projectsId='p', @@json='{"a": 1}' AWAIT 30 SECOND
EXECUTE google.compute.images.deprecate @project='p', @image='i', @state='OBSOLETE' AWAIT
exec imago.system.cache.clear
EXEC imago.system.cache.clear;
EXEC imago.system.cache.clear AWAIT 0 SECONDS
EXEC google.compute.images.deprecate AWAIT 1 MINUTE
EXEC google.compute.images.deprecate AWAIT 2 MINUTES
EXEC google.compute.images.deprecate @project = ?, @image = ?, @@json = ? AWAIT ? SECOND
EXEC google.compute.images.deprecate @@json = '{}'
EXEC google.compute.images.set_labels @labels = MAP['env', 'prod', 'team', 'a'], @project = NULL
EXEC opentelekom.ims.images.export @ids = ARRAY['a', 'b'], @size = -1, @ratio = +1.5, @flag = TRUE, @key = ROW('k', 1)
EXEC opentelekom.ims.images.copy @name = 'a' || upper('b'), @at = CURRENT_TIMESTAMP, @n = (1 + 2) * 3, @sub = (SELECT max(id) FROM images)
EXEC opentelekom.ims.images.register @name = CASE WHEN 1 = 2 THEN 'a' END, @since = TIMESTAMP '2024-01-01 00:00:00', @b = 1 = 2
EXEC opentelekom.ims.image_members.add @"image id" = 'a', @"order" = 1, @order = 2, @limit = 3, @select = 4
EXEC "opentelekom"."ims"."image_members"."remove" @user = 'a'
EXEC opentelekom.ims.image_members.update @name = 'ünïcode'
EXEC google.compute.images.insert @project = 'p'
EXEC google.compute.images.delete @project = 'p'
EXEC google.compute.images.select.from.where @project = 'p'
EXEC google.compute.global_operations.wait @project = 'p'
EXEC google.compute.images.await AWAIT
EXEC google.compute.images.deprecate @await = 1 AWAIT
-- Commas can be lost in comments.
EXEC google.compute.images.deprecate
  @image='i' --required,
  @project='p' --required,
  @@json='{}'
EXEC google.compute.images.deprecate @image='i' @project='p' @@json='{}' AWAIT
CALL google.vmmigration.image_import_jobs.cancel(projectsId => 'p', locationsId => 'l')
CALL google.vmmigration.image_import_jobs.cancel('p', 'l', 'i', 'j') AWAIT 30 SECOND
CALL google.vmmigration.image_import_jobs.cancel('p', ?, imageImportsId => ?, "order" => NULL, order => -1)
CALL imago.system.cache.clear()
CALL imago.system.cache.clear
CALL imago.system.cache.clear() AWAIT
CALL google.compute.images.insert(p.x)
CALL google.compute.images.delete(DEFAULT, project => DEFAULT)
CALL opentelekom.ims.images.export(ARRAY['a'], MAP['a', 1], ROW(1, 2), (SELECT 1))
{call google.compute.images.delete(?, ?)}
{CALL google.compute.images.delete(project => ?)}
{ call imago.system.cache.clear }
{call imago.system.cache.clear()};
{call google.compute.images.delete(?) AWAIT 5 SECOND}

-- Names
SHOW CATALOGS
SHOW CATALOGS LIKE 'g%'
SHOW SCHEMAS
SHOW SCHEMAS FROM google
SHOW SCHEMAS IN google LIKE '%e%'
show tables
SHOW TABLES LIKE 'image%'
SHOW TABLES LIKE ?
SHOW TABLES FROM google
SHOW TABLES FROM google.compute
SHOW TABLES IN google.compute LIKE '%\_jobs'
SHOW TABLES FROM "google"."compute";
SHOW METHODS
SHOW METHODS FROM google
SHOW METHODS IN google.compute
SHOW METHODS FROM google.compute.images LIKE 'set%'
DESCRIBE images
DESCRIBE google.compute.images
DESCRIBE TABLE google.compute.images
DESCRIBE google.compute.images name
DESCRIBE "google"."compute"."images"
DESCRIBE tables
DESC google.compute.images
DESC TABLE google.compute.images
DESC images name;
DESC imago.system.methods
DESCRIBE SCHEMA google.compute
DESC CATALOG google
DESCRIBE SELECT name FROM images
DESCRIBE STATEMENT SELECT name FROM images
DESCRIBE STATEMENT TABLE images
DESCRIBE DELETE FROM images WHERE id = 1

-- Plans
EXPLAIN PLAN FOR SELECT name FROM images
EXPLAIN PLAN INCLUDING ALL ATTRIBUTES FOR SELECT name FROM images
EXPLAIN PLAN WITHOUT IMPLEMENTATION FOR SELECT name FROM images
EXPLAIN PLAN WITH TYPE FOR SELECT name FROM images
EXPLAIN PLAN AS JSON FOR SELECT name FROM images
EXPLAIN PLAN FOR DELETE FROM images WHERE id = 1
EXPLAIN PLAN FOR UPDATE images SET name = 'a' WHERE id = 1
EXPLAIN PLAN FOR INSERT INTO images (id) VALUES (1)
EXPLAIN PLAN AS XML FOR SELECT name FROM images
EXPLAIN PLAN AS DOT FOR SELECT name FROM images
EXPLAIN PLAN EXCLUDING ATTRIBUTES WITH IMPLEMENTATION AS JSON FOR SELECT name FROM images
EXPLAIN PLAN FOR INSERT INTO images (id) VALUES (?), (2)
EXPLAIN PLAN FOR UPDATE images SET name = 'a', labels = MAP['a', 'b'] WHERE id = ?
EXPLAIN PLAN FOR EXEC google.compute.images.deprecate @project = 'p', @image = ?, @@json = '{}' AWAIT 5 SECOND
EXPLAIN PLAN FOR EXEC imago.system.cache.clear
EXPLAIN PLAN FOR CALL google.compute.images.delete('p', image => 'i')
EXPLAIN PLAN FOR {call google.compute.images.delete(?, ?)}

-- How a statement ends
SELECT 1;
SELECT 1;;
SELECT 1 ; ; -- a comment
  ;
DELETE FROM images WHERE id = 1;
