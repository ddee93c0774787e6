-- SPDX-License-Identifier: GPL-3.0-or-later
-- Many rows in one question: an answer of the server costs more than the rows do.

-- One makes facts at a time.
-- name: report.lockProgress
SELECT cursor, running, pass_ticket, done, total, zone, rules FROM report_progress WHERE id = 1 FOR UPDATE

-- name: report.today
SELECT t.id, t.queue_id, t.owner_id, t.priority_id, t.category_id, t.channel, t.organization_id, t.state_id
FROM ticket t
WHERE t.id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))
ORDER BY t.id

-- name: report.authors
SELECT a.id, a.author_id FROM article a WHERE a.id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))

-- name: report.bounces
SELECT m.ticket_id, r.at
FROM outbound_mail m
JOIN outbound_recipient r ON r.mail_id = m.id
WHERE m.ticket_id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint)) AND r.state IN (6, 7)

-- name: report.work
SELECT w.id, w.ticket_id, w.person_id, w.at, w.minutes, w.activity, w.note, w.logged_at, w.removed_at
FROM work_entry w
WHERE w.ticket_id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint)) AND w.removed_at = 0
ORDER BY w.at, w.id

-- name: report.factsOf
SELECT f.ticket_id, f.kind, f.at, f.n, f.ends, f.target, f.detail, f.source, f.value, f.queue_then, f.owner_then,
    f.priority_then, f.policy_id, f.wall, f.business, f.working, f.prev_at, f.prev_like_at, f.queue_id, f.owner_id,
    f.priority_id, f.category_id, f.channel, f.organization_id, f.state_id, f.reason
FROM report_fact f
WHERE f.ticket_id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))

-- name: report.deleteFacts
DELETE FROM report_fact f USING json_array_elements(:facts) r
WHERE f.ticket_id = (r ->> 0)::bigint AND f.kind = (r ->> 1)::integer AND f.at = (r ->> 2)::bigint
    AND f.n = (r ->> 3)::integer

-- name: report.insertFacts
INSERT INTO report_fact (
    ticket_id, kind, at, n, ends, target, detail, source, value, queue_then, owner_then, priority_then, policy_id,
    wall, business, working, prev_at, prev_like_at, queue_id, owner_id, priority_id, category_id, channel,
    organization_id, state_id, reason)
SELECT
    (f ->> 0)::bigint, (f ->> 1)::integer, (f ->> 2)::bigint, (f ->> 3)::integer, (f ->> 4)::bigint,
    (f ->> 5)::integer, (f ->> 6)::bigint, (f ->> 7)::bigint, (f ->> 8)::bigint, (f ->> 9)::bigint,
    (f ->> 10)::bigint, (f ->> 11)::bigint, (f ->> 12)::bigint, (f ->> 13)::bigint, (f ->> 14)::bigint,
    (f ->> 15)::bigint, (f ->> 16)::bigint, (f ->> 17)::bigint, (f ->> 18)::bigint, (f ->> 19)::bigint,
    (f ->> 20)::bigint, (f ->> 21)::bigint, (f ->> 22)::integer, (f ->> 23)::bigint, (f ->> 24)::bigint, f ->> 25
FROM json_array_elements(:facts) f

-- name: report.addToDays
INSERT INTO report_day AS k (series, kind, day, key, queue_id, target, previous_day, n)
SELECT (d ->> 0)::integer, (d ->> 1)::integer, (d ->> 2)::integer, (d ->> 3)::bigint, (d ->> 4)::bigint,
    (d ->> 5)::integer, (d ->> 6)::integer, (d ->> 7)::bigint
FROM json_array_elements(:days) d
ON CONFLICT (series, kind, day, key, queue_id, target, previous_day) DO UPDATE SET n = k.n + excluded.n

-- name: report.countedIds
t.id = ANY (ARRAY(SELECT json_array_elements_text(?)::bigint))

-- name: report.parts
json_array_elements(?) p CROSS JOIN

-- name: report.inPart
f.at >= (p.value ->> 0)::bigint AND f.at < (p.value ->> 1)::bigint

-- name: report.factsOfTicket
report_fact f

-- With an offset it stays a question about one ticket after another: no join with all facts is made of it.
-- name: report.hasCounted
EXISTS (SELECT 1 FROM {source} WHERE {where} OFFSET 0)

-- As an array: how many it will be is not known before, and for most values the tickets are looked up one by one.
-- name: report.counted
t.id = ANY (ARRAY(SELECT f.ticket_id FROM {source} WHERE {where}))
