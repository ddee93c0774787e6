-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: reportItem.byId
SELECT id, version, owner_id, shared, name, content, active
FROM report_item
WHERE id = :id

-- name: reportItem.visibleTo
SELECT id, version, owner_id, shared, name, content, active
FROM report_item
WHERE owner_id = :me OR shared = 1
ORDER BY lower(name), id

-- name: reportItem.insert
INSERT INTO report_item (version, owner_id, shared, kind, name, content, active)
VALUES (1, :owner, :shared, :kind, :name, :content, :active)
RETURNING id

-- Not one statement with the one above: on PostgreSQL who repairs somebody else's may not insert it.
-- name: reportItem.change
UPDATE report_item
SET version = version + 1, shared = :shared, name = :name, content = :content, active = :active
WHERE id = :id
RETURNING id

-- name: reportItem.keepVersion
INSERT INTO report_item_version (item_id, version, at, name, content)
SELECT id, version, :at, name, content
FROM report_item
WHERE id = :id

-- name: reportItem.delete
DELETE FROM report_item WHERE id = :id

-- name: reportItem.recordSending
INSERT INTO report_sending (schedule_id, name, reader_id, due_at, at, state, problem)
VALUES (:schedule, :name, :reader, :dueAt, :at, :state, :problem)
ON CONFLICT (schedule_id, reader_id, due_at) DO NOTHING
RETURNING id

-- name: reportItem.mailSending
UPDATE report_sending SET mail_id = :mail WHERE id = :id

-- name: reportItem.noteSending
UPDATE report_sending SET state = :state, problem = :problem WHERE id = :id

-- name: reportItem.noteDelivery
UPDATE report_sending SET state = :state, problem = :problem WHERE mail_id = :mail

-- What is mailed, since when it is to be as it is.
-- name: reportItem.schedules
SELECT i.id, i.version, i.owner_id, i.shared, i.name, i.content, i.active, coalesce(v.at, 0)
FROM report_item i
LEFT JOIN report_item_version v ON v.item_id = i.id AND v.version = i.version
WHERE i.kind = 3 AND i.active = 1
ORDER BY i.id

-- name: reportItem.sentTo
SELECT reader_id FROM report_sending WHERE schedule_id = :schedule AND due_at = :dueAt

-- name: reportItem.sendings
SELECT s.id, s.schedule_id, s.name, s.reader_id, s.due_at, s.at, s.state, s.problem
FROM report_sending s
JOIN report_item i ON i.id = s.schedule_id
WHERE i.owner_id = :me OR i.shared = 1
ORDER BY s.id DESC
LIMIT 100
