-- Every place where a name can stand; $ is the name.

-- A column
SELECT $ FROM t
SELECT $, x FROM t
SELECT x, $ FROM t
SELECT ($) FROM t
SELECT DISTINCT $ FROM t
SELECT t.$ FROM t
SELECT * EXCLUDE ($) FROM t
SELECT $ FROM t UNION ALL SELECT $ FROM u
SELECT count(*) FROM t GROUP BY $
SELECT max($) AS m, count(DISTINCT $) FROM t HAVING max($) > 1
SELECT x FROM t ORDER BY $ DESC
SELECT x FROM t ORDER BY x, $
SELECT row_number() OVER (PARTITION BY $ ORDER BY $) FROM t
SELECT x FROM t WINDOW w AS (ORDER BY $)
SELECT 1 FROM t JOIN u USING ($)

-- A part of an expression
SELECT upper($) FROM t
SELECT coalesce($, x), coalesce(x, $) FROM t
SELECT - $, $ + 1, 1 + $, $ || 'a' FROM t
SELECT CAST($ AS VARCHAR), $::VARCHAR FROM t
SELECT CASE WHEN $ = 1 THEN $ ELSE $ END AS $ FROM t
SELECT sum(x) FILTER (WHERE $ = 1) FROM t
SELECT x FROM t WHERE $
SELECT x FROM t WHERE x = $
SELECT x FROM t WHERE $ = 'a' AND $ IN ('a', 'b') AND $ IS NOT NULL
SELECT x FROM t WHERE $ LIKE 'a%' OR NOT $ ILIKE 'b'
SELECT x FROM t WHERE $ BETWEEN 1 AND 2
SELECT x FROM t WHERE ($, x) IN ((1, 2))
SELECT x FROM t WHERE $ > TIMESTAMP '2020-01-01 00:00:00'
SELECT x FROM t WHERE $ IS NULL ORDER BY $ LIMIT 5
SELECT x FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.x = t.$)

-- A nested field
SELECT r.$ FROM t
SELECT t.r.$.x FROM t
SELECT $['a'] FROM t
SELECT $[1] FROM t
SELECT 1 FROM t, UNNEST($) AS u
SELECT 1 FROM t CROSS JOIN UNNEST(t.$) AS $

-- An alias
SELECT x AS $ FROM t
SELECT x $ FROM t
SELECT x $, y FROM t
SELECT x FROM t AS t($, y)

-- A schema, a table and its alias
SELECT x FROM $
SELECT x FROM $.t
SELECT x FROM s.$
SELECT $.x FROM t AS $
SELECT $.* FROM t AS $
SELECT 1 FROM t $
SELECT x FROM t $ WHERE x = 1
SELECT x FROM t $ JOIN u ON 1 = 1
SELECT x FROM (SELECT 1 AS x) AS $ LIMIT 3
SELECT x FROM (SELECT 1 AS x) $ WHERE x = 1
SELECT u.x FROM t AS u JOIN v AS $ ON u.x = $.x
WITH $ AS (SELECT 1 AS x) SELECT x FROM $

-- What is changed
INSERT INTO t ($, x) VALUES (1, 2)
UPDATE t SET $ = 1 WHERE $ = 2
DELETE FROM t WHERE $ = 1
MERGE INTO t USING u ON t.$ = u.$ WHEN MATCHED THEN UPDATE SET $ = u.$ WHEN NOT MATCHED THEN INSERT ($) VALUES (u.$)

-- A named argument
CALL p($ => 1)
SELECT x FROM TABLE(f($ => 1))
EXEC t.m @$ = 1, @x = 2
EXEC t.m @x = 1 AWAIT ? SECOND

-- A method
EXEC t.$ @x = 1
EXEC $.m @x = 1
EXEC t.$ AWAIT
CALL t.$(1, x => 2)
CALL $.t.m(x => 1)
{call $.t.m(1)}
EXPLAIN PLAN FOR EXEC $.m

-- What is listed or described
SHOW SCHEMAS FROM $
SHOW TABLES FROM $ LIKE 'a%'
SHOW TABLES IN s.$
SHOW METHODS FROM c.s.$
DESCRIBE $
DESCRIBE $.t
DESCRIBE s.$ x
DESC c.$.t
DESC TABLE $
DESCRIBE TABLE t $
