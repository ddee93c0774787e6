-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: copy.markUnfinished
PRAGMA application_id = 1147367545

-- name: copy.markFinished
PRAGMA application_id = 1147499371

-- Tables, and whether their ids are counted by themselves. Those that FTS5 makes for itself are not told.
-- name: copy.tables
SELECT l.name, s.sql LIKE '%AUTOINCREMENT%'
FROM pragma_table_list l
JOIN sqlite_schema s ON s.name = l.name
WHERE l.schema = 'main' AND l.type IN ('table', 'virtual') AND l.name NOT LIKE 'sqlite!_%' ESCAPE '!'
ORDER BY l.name

-- Name, type and place in the key from 1, 0: not part of it.
-- name: copy.columns
SELECT name, lower(type), pk FROM pragma_table_info(:table) ORDER BY pk = 0, pk, name

-- name: copy.lastId
SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = :table), 0)

-- name: copy.forgetLastId
DELETE FROM sqlite_sequence WHERE name = :table

-- name: copy.setLastId
INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :last)

-- One row, "ok", when every page can be read.
-- name: backup.check
PRAGMA quick_check(1)
