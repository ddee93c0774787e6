-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of one copier at a time; gone with its connection.
-- name: copy.lock
SELECT pg_advisory_lock(1147367545)

-- A desk that can be read in part only must not be copied: an error instead of fewer rows.
-- name: copy.readEverything
SET row_security = off

-- Rows are asked for in the order of their keys, which an index has; sorted, a large table would go through the disk.
-- name: copy.readInOrder
SET enable_sort = off

-- What a lost server forgets is copied again; the last transaction waits for the disk.
-- name: copy.lazyCommits
SET synchronous_commit = off

-- name: copy.usualCommits
SET synchronous_commit = on

-- For indexes.
-- name: copy.muchMemory
SET maintenance_work_mem = '512MB'

-- name: copy.makeNotes
CREATE TABLE desk_copy (key TEXT COLLATE "C" NOT NULL PRIMARY KEY, value TEXT NOT NULL)

-- name: copy.dropUnfinished
DROP SCHEMA deskhand CASCADE

-- name: copy.markUnfinished
COMMENT ON SCHEMA deskhand IS 'Deskhand copy, unfinished'

-- name: copy.markFinished
COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema {version}'

-- Indexes and foreign keys are made again at the end, which is many times quicker than to keep them row by row. What
-- triggers would do, the rows that are copied have had done to them.
-- name: copy.takeDown
DO $$
DECLARE part record;
BEGIN
    FOR part IN
        SELECT place, name, make, take FROM (
            SELECT 1 AS place, c.relname || '.' || i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS make,
                format('DROP INDEX %s', i.indexrelid::regclass) AS take
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'deskhand'::regnamespace AND c.relkind = 'r'
                AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            UNION ALL
            SELECT CASE k.contype WHEN 'u' THEN 2 ELSE 3 END, c.relname || '.' || k.conname,
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)),
                format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.connamespace = 'deskhand'::regnamespace AND k.contype IN ('u', 'f')
            UNION ALL
            SELECT 4, c.relname || '.' || t.tgname,
                format('ALTER TABLE %s ENABLE %s TRIGGER %I', c.oid::regclass,
                    CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname),
                format('ALTER TABLE %s DISABLE TRIGGER %I', c.oid::regclass, t.tgname)
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'deskhand'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'D'
        ) parts
        ORDER BY place DESC, name
    LOOP
        INSERT INTO desk_copy (key, value) VALUES ('make:' || part.place || ' ' || part.name, part.make);
        EXECUTE part.take;
    END LOOP;
END $$

-- name: copy.settle
VACUUM (ANALYZE) {table}

-- name: copy.setHead
UPDATE desk_head SET history_id = (SELECT coalesce(max(id), 0) FROM history),
    history_hash = coalesce((SELECT hash FROM history ORDER BY id DESC LIMIT 1), ''),
    feed_seq = (SELECT coalesce(max(seq), 0) FROM change_feed)

-- name: copy.tables
SELECT c.relname, EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'id' AND a.attidentity <> '')::int
FROM pg_class c
WHERE c.relnamespace = to_regnamespace('deskhand') AND c.relkind IN ('r', 'p')
ORDER BY c.relname

-- name: copy.columns
SELECT a.attname, format_type(a.atttypid, NULL), coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) AS place
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = to_regclass(:table) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
ORDER BY coalesce(array_position(i.indkey::int2[], a.attnum), 99), a.attname COLLATE "C"

-- name: copy.stream
COPY {table} ({columns}) FROM STDIN (FORMAT binary)

-- name: copy.streamSearch
COPY search (rowid, document) FROM STDIN (FORMAT binary)

-- name: copy.lastId
SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(:table, 'id')::regclass), 0)

-- name: copy.setLastId
SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)
