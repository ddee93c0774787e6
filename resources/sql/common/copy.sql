-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copying a whole desk. What stands in braces is put in by store/desk_copy_*.cpp; names of tables and columns come from
-- the schema itself. The target has the table desk_copy until it is whole.

-- name: copy.makeNotes
CREATE TABLE desk_copy (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)

-- name: copy.dropNotes
DROP TABLE desk_copy

-- name: copy.note
SELECT value FROM desk_copy WHERE key = :key

-- name: copy.setNote
INSERT INTO desk_copy (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: copy.forgetNote
DELETE FROM desk_copy WHERE key = :key

-- What there is still to make at the end, in its order.
-- name: copy.firstToMake
SELECT key, value FROM desk_copy WHERE key LIKE 'make:%' ORDER BY key LIMIT 1

-- name: copy.countToMake
SELECT count(*) FROM desk_copy WHERE key LIKE 'make:%'

-- Where a desk stands: every command adds to one of them.
-- name: copy.mark
SELECT coalesce((SELECT max(id) FROM history), 0), (SELECT hash FROM history ORDER BY id DESC LIMIT 1),
    coalesce((SELECT max(seq) FROM change_feed), 0), (SELECT value FROM counter WHERE name = 'catalog')

-- name: copy.count
SELECT count(*) FROM {table}

-- name: copy.clear
DELETE FROM {table}

-- name: copy.rows
SELECT {columns} FROM {table} ORDER BY {key}

-- name: copy.rowsAfter
SELECT {columns} FROM {table} WHERE ({key}) > ({values}) ORDER BY {key}

-- name: copy.lastKey
SELECT {key} FROM {table} ORDER BY {backwards} LIMIT 1

-- name: copy.insert
INSERT INTO {table} ({columns}) VALUES ({values})

-- name: copy.highestId
SELECT coalesce(max(id), 0) FROM {table}

-- What the words of the index are made of, some tickets at a time.
-- name: copy.heads
SELECT t.id, t.number, t.subject, p.name, p.address, t.merged_into
FROM ticket t
JOIN person p ON p.id = t.requester_id
WHERE t.id > :after
ORDER BY t.id
LIMIT :limit

-- name: copy.articles
SELECT a.ticket_id, a.id, a.position, a.subject, a.text, a.quoted_text, a.from_name, a.from_address,
    coalesce(o.number, ''), coalesce(o.subject, '')
FROM article a
LEFT JOIN ticket o ON o.id = a.origin_id
WHERE a.ticket_id > :after AND a.ticket_id <= :last AND a.withdrawn_at = 0
ORDER BY a.ticket_id, a.position

-- name: copy.files
SELECT f.article_id, f.name
FROM article a
JOIN attachment f ON f.article_id = a.id
WHERE a.ticket_id > :after AND a.ticket_id <= :last AND a.withdrawn_at = 0
ORDER BY f.article_id, f.id

-- name: copy.lastSearchRow
SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1

-- name: copy.searchRows
SELECT rowid FROM search ORDER BY rowid

-- The rows that the index must have.
-- name: copy.searchable
SELECT t.id << 20 | coalesce(a.position, 0)
FROM ticket t
LEFT JOIN article a ON a.ticket_id = t.id AND a.withdrawn_at = 0
WHERE t.merged_into = 0
ORDER BY t.id, a.position
