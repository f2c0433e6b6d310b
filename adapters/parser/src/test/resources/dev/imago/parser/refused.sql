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
