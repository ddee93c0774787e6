-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: report.lockProgress
SELECT cursor, running, pass_ticket, done, total, zone, rules FROM report_progress WHERE id = 1

-- name: report.today
SELECT t.id, t.queue_id, t.owner_id, t.priority_id, t.category_id, t.channel, t.organization_id, t.state_id
FROM json_each(:ids) wanted
CROSS JOIN ticket t ON t.id = wanted.value

-- name: report.authors
SELECT a.id, a.author_id FROM json_each(:ids) wanted CROSS JOIN article a ON a.id = wanted.value

-- name: report.bounces
SELECT m.ticket_id, r.at
FROM json_each(:ids) wanted
CROSS JOIN outbound_mail m ON m.ticket_id = wanted.value
CROSS JOIN outbound_recipient r ON r.mail_id = m.id
WHERE r.state IN (6, 7)

-- name: report.work
SELECT w.id, w.ticket_id, w.person_id, w.at, w.minutes, w.activity, w.note, w.logged_at, w.removed_at
FROM json_each(:ids) wanted
CROSS JOIN work_entry w ON w.ticket_id = wanted.value
WHERE w.removed_at = 0
ORDER BY w.at, w.id

-- name: report.factsOf
SELECT f.ticket_id, f.kind, f.at, f.n, f.ends, f.target, f.detail, f.source, f.value, f.queue_then, f.owner_then,
    f.priority_then, f.policy_id, f.wall, f.business, f.working, f.prev_at, f.prev_like_at, f.queue_id, f.owner_id,
    f.priority_id, f.category_id, f.channel, f.organization_id, f.state_id, f.reason
FROM json_each(:ids) wanted
CROSS JOIN report_fact f ON f.ticket_id = wanted.value

-- The placeholders are bound by their order.
-- name: report.deleteFact
DELETE FROM report_fact WHERE ticket_id = ? AND kind = ? AND at = ? AND n = ?

-- name: report.insertFact
INSERT INTO report_fact (ticket_id, kind, at, n, ends, target, detail, source, value, queue_then, owner_then, priority_then,
    policy_id, wall, business, working, prev_at, prev_like_at, queue_id, owner_id, priority_id, category_id, channel,
    organization_id, state_id, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: report.addToDay
INSERT INTO report_day (series, kind, day, key, queue_id, target, previous_day, n)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (series, kind, day, key, queue_id, target, previous_day) DO UPDATE SET n = n + excluded.n

-- name: report.factsOfTicket
report_fact f INDEXED BY report_fact_ticket

-- Looked for by tags instead of by time.
-- name: report.factsOfTags
ticket_tag g CROSS JOIN report_fact f

-- name: report.moreFacts
SELECT count(*) FROM (
    SELECT 1 FROM report_fact f WHERE {facts} LIMIT 1 OFFSET (SELECT count(*) FROM ticket_tag g WHERE {tags})
)
