-- Texts that must not parse, each with what its reader is told, on the last, indented line.

-- A word is missing, misspelt or too many
SELECT * FORM images
  line 1, column 10: unexpected "FORM"; did you mean FROM?
SELECT * FROM images WERE name = 'a'
  line 1, column 22: unexpected "WERE"; did you mean WHERE?
SELECT name FROM images ODER BY name
  line 1, column 25: unexpected "ODER"; did you mean ORDER?
SELECT name FROM images ORDER BY name LIMT 5
  line 1, column 39: unexpected "LIMT"; did you mean LIMIT?
SELEC name FROM images
  line 1, column 1: unexpected "SELEC"; did you mean SELECT?
SELECT distnct name FROM images WHERE a = 1 adn b = 2
  line 1, column 45: unexpected "adn"; did you mean AND?
SELECT INTERVAL '1' dya
  line 1, column 21: unexpected "dya"; did you mean DAY?
SELECT FROM images
  line 1, column 8: unexpected "FROM"; expected one of: an expression, "*", ALL, DISTINCT, STREAM
SELECT id, FROM images
  line 1, column 12: unexpected "FROM"; expected one of: an expression, "*"
SELECT id,, name FROM images
  line 1, column 11: unexpected ","; expected one of: an expression, "*"
SELECT id i j FROM images
  line 1, column 13: unexpected "j"; expected one of: ",", FROM, ORDER, LIMIT, OFFSET, ...
SELECT id FROM images WHERE
  line 1, column 28: unexpected end of the statement; expected an expression
SELECT id FROM images WHERE id = 5 AND
  line 1, column 39: unexpected end of the statement; expected an expression
SELECT id FROM images WHERE ORDER BY id
  line 1, column 29: unexpected "ORDER"; expected an expression
SELECT id FROM images WHERE id = = 5
  line 1, column 34: unexpected "="; expected one of: an expression, ALL, ANY
SELECT id FROM images WHERE id IN 5
  line 1, column 35: unexpected "5"; expected "("
SELECT id FROM images WHERE id LIKE
  line 1, column 36: unexpected end of the statement; expected an expression
SELECT id FROM images WHERE (id = 5
  line 1, column 36: unexpected end of the statement; expected one of: ",", ")", ORDER, LIMIT, OFFSET, ...
SELECT id FROM images WHERE id BETWEEN 1
  line 1, column 41: BETWEEN operator has no terminating AND
SELECT id FROM images)
  line 1, column 22: unexpected ")"; expected one of: a name, ",", AS, JOIN, WHERE, ...
SELECT id FROM images GROUP id
  line 1, column 29: unexpected "id"; expected BY
SELECT id FROM images ORDER id
  line 1, column 29: unexpected "id"; expected BY
SELECT id FROM images ORDER BY
  line 1, column 31: unexpected end of the statement; expected an expression
SELECT id FROM images LIMIT
  line 1, column 28: unexpected end of the statement; expected one of: a number, "?", ALL
SELECT id FROM images LIMIT ten
  line 1, column 29: unexpected "ten"; expected one of: a number, "?", ALL
SELECT id FROM images LEFT disks
  line 1, column 28: unexpected "disks"; expected one of: JOIN, ASOF, OUTER
SELECT id FROM google.
  line 1, column 23: unexpected end of the statement; expected a name
SELECT id FROM (1)
  line 1, column 17: unexpected "1"; expected one of: a name, SELECT, WITH, VALUES, "(", ...
SELECT CASE WHEN a THEN 1 FROM t
  line 1, column 27: unexpected "FROM"; expected one of: ELSE, END, WHEN
SELECT count(* FROM images
  line 1, column 16: unexpected "FROM"; expected ")"
SELECT upper(a b) FROM images
  line 1, column 16: unexpected "b"; expected one of: ",", ")", ORDER, LIMIT, OFFSET, ...
SELECT CAST(id, VARCHAR) FROM images
  line 1, column 15: unexpected ","; expected one of: AS, "("
SELECT CAST(id AS) FROM images
  line 1, column 18: unexpected ")"; expected one of: a name, ANY, BIGINT, BINARY, BOOLEAN, ...
SELECT id:: FROM images
  line 1, column 13: unexpected "FROM"; expected one of: a name, ANY, BIGINT, BINARY, BOOLEAN, ...
SELECT * EXCLUDE name FROM images
  line 1, column 18: unexpected "name"; expected one of: ",", FROM, ORDER, LIMIT, OFFSET, ...
SELECT * EXCLUDE () FROM images
  line 1, column 19: unexpected ")"; expected a name
SELECT name ~~ 'a' FROM images
  line 1, column 14: unexpected "~"; expected one of: an expression, "*"
INSERT images VALUES (1)
  line 1, column 8: unexpected "images"; expected INTO
INSERT INTO images (id, name) (1, 'a')
  line 1, column 32: unexpected expression; expected a query
UPDATE images name = 'a'
  line 1, column 20: unexpected "="; expected SET
UPDATE images SET name
  line 1, column 23: unexpected end of the statement; expected one of: ".", "="
DELETE images WHERE id = 1
  line 1, column 8: unexpected "images"; expected FROM
EXPLAIN SELECT 1
  line 1, column 9: unexpected "SELECT"; expected PLAN
WITH i (SELECT 1) SELECT 2
  line 1, column 9: unexpected "SELECT"; expected a name
VALUES
  line 1, column 7: unexpected end of the statement; expected an expression
1
  line 1, column 1: unexpected "1"; expected one of: SELECT, WITH, VALUES, INSERT, UPDATE, ...
images
  line 1, column 1: unexpected "images"; expected one of: SELECT, WITH, VALUES, INSERT, UPDATE, ...
CREATE TABLE images (id INT)
  line 1, column 1: unexpected "CREATE"; expected one of: SELECT, WITH, VALUES, INSERT, UPDATE, ...
(1)
  line 1, column 2: unexpected expression; expected a query

-- A method is run the wrong way
EXEC
  line 1, column 5: unexpected end of the statement; expected a name
EXEC @a = 1
  line 1, column 6: unexpected "@"; expected a name
EXEC t.m @a
  line 1, column 12: unexpected end of the statement; expected "="
EXEC t.m @a = 1,
  line 1, column 17: unexpected end of the statement; expected one of: "@", "@@"
EXEC t.m @a = 1, b = 2
  line 1, column 18: unexpected "b"; expected one of: "@", "@@"
EXEC t.m a = 1
  line 1, column 10: unexpected "a"; expected one of: ".", "@", "@@", AWAIT, the end of the statement
EXEC t.m (a => 1)
  line 1, column 10: unexpected "("; expected one of: ".", "@", "@@", AWAIT, the end of the statement
EXEC t.m @a => 1
  line 1, column 13: unexpected "=>"; expected "="
EXEC t.m @5 = 1
  line 1, column 11: unexpected "5"; expected a name
EXEC t.m, @@json = '{}'
  line 1, column 9: unexpected ","; expected one of: ".", "@", "@@", AWAIT, the end of the statement
EXEC t.m @@jsn = '{}'
  line 1, column 12: unexpected "jsn"; did you mean JSON?
EXEC t.m @@body = '{}'
  line 1, column 12: unexpected "body"; expected JSON
EXEC t.m @@json = '{}', @a = 1
  line 1, column 23: unexpected ","; expected one of: a string, AWAIT, UESCAPE, the end of the statement
EXEC t.m AWAIT 5
  line 1, column 17: unexpected end of the statement; expected one of: MINUTE, MINUTES, SECOND, SECONDS
EXEC t.m AWAIT -5 SECOND
  line 1, column 16: unexpected "-"; expected one of: a number, "?", the end of the statement
EXEC t.m AWAIT 1.5 SECOND
  line 1, column 16: unexpected "1.5"; expected one of: a number, "?", the end of the statement
EXEC t.m AWAIT 5 HOUR
  line 1, column 18: unexpected "HOUR"; expected one of: MINUTE, MINUTES, SECOND, SECONDS
EXEC t.m @a = 1 AWIAT 5 SECOND
  line 1, column 17: unexpected "AWIAT"; did you mean AWAIT?
EXEC t.m @a = 1 AWAIT 5 SECOND 3
  line 1, column 32: unexpected "3"; expected the end of the statement
EXEC t.m @a = SELECT 1
  line 1, column 15: unexpected "SELECT"; expected an expression
EXEC t.m @a = order
  line 1, column 15: "order" is a reserved word; write "order" in double quotes
EXEC order.m @a = 1
  line 1, column 6: "order" is a reserved word; write "order" in double quotes
EXC t.m
  line 1, column 1: unexpected "EXC"; did you mean EXEC?
CALL t.m(
  line 1, column 10: unexpected end of the statement; expected one of: an expression, DEFAULT
CALL t.m(a => 1
  line 1, column 16: unexpected end of the statement; expected one of: ",", ")"
CALL t.m(a => 1,)
  line 1, column 17: unexpected ")"; expected one of: an expression, DEFAULT
CALL t.m(a => 1, 2)
  line 1, column 18: an argument without a name stands behind one with a name; write name => value
CALL t.m(@a = 1)
  line 1, column 10: unexpected "@"; expected one of: an expression, DEFAULT
CALL t.m(1) @@json = '{}'
  line 1, column 13: unexpected "@@"; expected one of: AWAIT, the end of the statement
{call t.m(1)
  line 1, column 13: unexpected end of the statement; expected one of: "}", AWAIT
{? = call t.m(1)}
  line 1, column 2: a method gives rows and no return value; write {call ...} without ? =
{?=CALL t.m}
  line 1, column 2: a method gives rows and no return value; write {call ...} without ? =
{call}
  line 1, column 6: unexpected "}"; expected a name
{select 1}
  line 1, column 2: unexpected "select"; expected one of: "?", CALL
EXPLAIN PLAN FOR EXEC
  line 1, column 22: unexpected end of the statement; expected a name
SELECT @a
  line 1, column 8: unexpected "@"; expected one of: an expression, "*", ALL, DISTINCT, STREAM
SELECT a FROM t WHERE b = @b
  line 1, column 27: unexpected "@"; expected one of: an expression, ALL, ANY
SELECT a@b FROM t
  line 1, column 9: unexpected "@"; expected one of: a name, a string, ",", FROM, AS, ...
INSERT INTO t VALUES (1) AWAIT
  line 1, column 26: unexpected "AWAIT"; expected one of: ",", ORDER, LIMIT, OFFSET, UNION, ...
DELETE FROM t WHERE a = 1 AWAIT 5 SECOND
  line 1, column 27: unexpected "AWAIT"; expected the end of the statement
UPDATE t SET a = 1 AWAIT
  line 1, column 20: unexpected "AWAIT"; expected one of: ",", WHERE, the end of the statement

-- Names are listed or described the wrong way
SHOW
  line 1, column 5: unexpected end of the statement; expected one of: CATALOGS, METHODS, SCHEMAS, TABLES
SHOW images
  line 1, column 6: unexpected "images"; expected one of: CATALOGS, METHODS, SCHEMAS, TABLES
SHOW TABLS
  line 1, column 6: unexpected "TABLS"; did you mean TABLES?
SHOW TABLES google.compute
  line 1, column 13: unexpected "google"; expected one of: FROM, IN, LIKE, the end of the statement
SHOW TABLES FROM
  line 1, column 17: unexpected end of the statement; expected a name
SHOW TABLES FROM 'google'
  line 1, column 18: unexpected "'google'"; expected a name
SHOW TABLES FROM google.compute.images
  line 1, column 18: the name after SHOW TABLES FROM has 2 parts at most
SHOW CATALOGS FROM google
  line 1, column 20: SHOW CATALOGS has no FROM
SHOW SCHEMAS FROM google.compute
  line 1, column 19: the name after SHOW SCHEMAS FROM has one part
SHOW METHODS FROM a.b.c.d
  line 1, column 19: the name after SHOW METHODS FROM has 3 parts at most
SHOW TABLES LIKE name
  line 1, column 18: unexpected "name"; expected one of: a string, "?"
SHOW TABLES WHERE name = 'a'
  line 1, column 13: unexpected "WHERE"; expected one of: FROM, IN, LIKE, the end of the statement
SHOW TABLES FROM google LIKE 'a' LIMIT 5
  line 1, column 34: unexpected "LIMIT"; expected one of: a string, UESCAPE, the end of the statement
SELECT x FROM t show
  line 1, column 17: "show" is a reserved word; write "show" in double quotes
DESCRIBE
  line 1, column 9: unexpected end of the statement; expected one of: an expression, SELECT, WITH, VALUES, INSERT, ...
DESCRIBE order
  line 1, column 10: "order" is a reserved word; write "order" in double quotes
DESC images name x
  line 1, column 18: unexpected "x"; expected the end of the statement
DESC google.
  line 1, column 13: unexpected end of the statement; expected a name

-- A reserved word is used as a name
SELECT order FROM images
  line 1, column 8: "order" is a reserved word; write "order" in double quotes
SELECT order, group FROM images
  line 1, column 8: "order" is a reserved word; write "order" in double quotes
SELECT id AS group FROM images
  line 1, column 14: "group" is a reserved word; write "group" in double quotes
SELECT id order FROM images
  line 1, column 11: "order" is a reserved word; write "order" in double quotes
SELECT q.limit FROM quotas AS q
  line 1, column 10: "limit" is a reserved word; write "limit" in double quotes
SELECT id FROM images WHERE limit = 5
  line 1, column 29: "limit" is a reserved word; write "limit" in double quotes
SELECT id FROM table
  line 1, column 21: unexpected end of the statement; expected "("
SELECT id FROM images AS window
  line 1, column 26: "window" is a reserved word; write "window" in double quotes
SELECT row FROM images
  line 1, column 8: "row" is a reserved word; write "row" in double quotes
SELECT rows FROM images
  line 1, column 8: "rows" is a reserved word; write "rows" in double quotes
SELECT interval FROM images
  line 1, column 8: "interval" is a reserved word; write "interval" in double quotes
SELECT default FROM images
  line 1, column 8: "default" is a reserved word; write "default" in double quotes
SELECT Offset FROM images
  line 1, column 8: "Offset" is a reserved word; write "Offset" in double quotes
SELECT partition FROM images
  line 1, column 8: "partition" is a reserved word; write "partition" in double quotes
INSERT INTO images (order) VALUES (1)
  line 1, column 21: "order" is a reserved word; write "order" in double quotes
UPDATE images SET order = 1
  line 1, column 19: "order" is a reserved word; write "order" in double quotes
SELECT id
  FROM images
  WHERE group = 'a'
  line 3, column 9: "group" is a reserved word; write "group" in double quotes

-- Something has no end
SELECT 'abc FROM images
  line 1, column 8: the string that starts here has no end
SELECT 'it's' FROM images
  line 1, column 13: the string that starts here has no end
SELECT "abc FROM images
  line 1, column 8: the quoted name that starts here is empty or has no end
SELECT "" FROM images
  line 1, column 8: the quoted name that starts here is empty or has no end
SELECT id /* abc FROM images
  line 1, column 29: the statement ends inside a comment

-- Characters and values
SELECT # FROM images
  line 1, column 8: unexpected character "#"
SELECT `id` FROM images
  line 1, column 8: unexpected character "`"
SELECT {ts 'yesterday'}
  line 1, column 8: Illegal TIMESTAMP literal 'yesterday': not in format 'yyyy-MM-dd HH:mm:ss'
SELECT x'zz'
  line 1, column 8: Binary literal string must contain only characters '0' - '9', 'A' - 'F'
SELECT _latin99'a'
  line 1, column 8: Unknown character set 'latin99'
SELECT CAST(id AS VARCHAR(99999999999)) FROM images
  line 1, column 27: Literal '99999999999' can not be parsed to type 'java.lang.Integer'
SELECT U&'a' UESCAPE '++'
  line 1, column 1: UESCAPE '++' must be exactly one character

-- More than one statement, or none
SELECT 1; SELECT 2
  line 1, column 11: unexpected "SELECT"; expected the end of the statement
SELECT 1; DROP TABLE images
  line 1, column 11: unexpected "DROP"; expected the end of the statement
;
  line 1, column 1: unexpected ";"; expected one of: SELECT, WITH, VALUES, INSERT, UPDATE, ...
