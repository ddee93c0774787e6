-- SPDX-License-Identifier: GPL-3.0-or-later

-- Locked, so that two changes of one ticket come one after the other and the second sees the first.
-- name: ticket.headById
SELECT id, number, version, subject, state_id, priority_id, queue_id, category_id, owner_id, requester_id,
    organization_id, channel, tags, created_at, updated_at, last_contact_at, due_at, pending_until, solved_at, closed_at,
    article_count, attachment_count, last_article_id, last_article_from_customer, delivery,
    sla_standing, sla_target, sla_due_at, sla_left, sla_missed, merged_into
FROM ticket
WHERE id = :id
FOR NO KEY UPDATE

-- The ids are made numbers first (OFFSET 0 keeps that apart): behind policies no index is used for what may fail.
-- name: row.byIds
SELECT t.id, t.number, t.version, t.subject, t.state_id, t.priority_id, t.queue_id, t.category_id, t.owner_id,
    t.requester_id, t.organization_id, t.channel, t.tags, t.created_at, t.updated_at, t.last_contact_at, t.due_at,
    t.pending_until, t.solved_at, t.closed_at, t.article_count, t.attachment_count, t.last_article_id,
    t.last_article_from_customer, t.delivery, t.sla_standing, t.sla_target, t.sla_due_at, t.sla_left,
    t.sla_missed, t.merged_into, p.name, p.address, p.vip,
    CASE WHEN :me::bigint <> 0 AND t.last_article_id > coalesce(
        (SELECT m.article_id FROM read_mark m WHERE m.person_id = :me AND m.ticket_id = t.id),
        (SELECT f.read_floor FROM person f WHERE f.id = :me), 0) THEN 1 ELSE 0 END,
    coalesce(substr(a.text, 1, 400), '')
FROM (SELECT w.id::bigint AS id, w.place FROM json_array_elements_text(:ids) WITH ORDINALITY w (id, place) OFFSET 0) wanted
JOIN ticket t ON t.id = wanted.id
JOIN person p ON p.id = t.requester_id
LEFT JOIN article a ON a.id = t.last_article_id
ORDER BY wanted.place

-- As row.byIds, each ticket as a person of its own sees it, and behind the columns its place among those asked for.
-- name: row.ofEach
SELECT t.id, t.number, t.version, t.subject, t.state_id, t.priority_id, t.queue_id, t.category_id, t.owner_id,
    t.requester_id, t.organization_id, t.channel, t.tags, t.created_at, t.updated_at, t.last_contact_at, t.due_at,
    t.pending_until, t.solved_at, t.closed_at, t.article_count, t.attachment_count, t.last_article_id,
    t.last_article_from_customer, t.delivery, t.sla_standing, t.sla_target, t.sla_due_at, t.sla_left,
    t.sla_missed, t.merged_into, p.name, p.address, p.vip,
    CASE WHEN wanted.me <> 0 AND t.last_article_id > coalesce(
        (SELECT m.article_id FROM read_mark m WHERE m.person_id = wanted.me AND m.ticket_id = t.id),
        (SELECT f.read_floor FROM person f WHERE f.id = wanted.me), 0) THEN 1 ELSE 0 END,
    coalesce(substr(a.text, 1, 400), ''), wanted.place
FROM (
    SELECT (w.pair ->> 0)::bigint AS id, (w.pair ->> 1)::bigint AS me, w.place
    FROM json_array_elements(:pairs) WITH ORDINALITY w (pair, place) OFFSET 0
) wanted
JOIN ticket t ON t.id = wanted.id
JOIN person p ON p.id = t.requester_id
LEFT JOIN article a ON a.id = t.last_article_id

-- name: list.isOneOf
t.id = ANY (ARRAY(SELECT json_array_elements_text(?)::bigint))

-- Also for who does not see what was merged.
-- name: row.idByNumber
SELECT t.id, t.queue_id FROM ticket t WHERE t.id = root_of_number(:number)

-- name: merge.rootOf
SELECT r FROM root_of(:ticket) r WHERE r IS NOT NULL

-- name: condition.number
t.number_folded

-- name: ticket.nextNumber
SELECT next_ticket_number()

-- name: blob.insert
SELECT keep_blob(:sha256, :size, :bytes)

-- What others have read is not the caller's to see.
-- name: merge.joinMarks
SELECT join_marks(:merge)

-- name: merge.partMarks
SELECT part_marks(:merge, :root)
