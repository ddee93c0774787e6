-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a list row, the ticket pane and its thread show.

-- The columns of a TicketHead, then those of a TicketRow, in the order of the ids given.
-- name: row.byIds
SELECT t.id, t.number, t.version, t.subject, t.state_id, t.priority_id, t.queue_id, t.category_id, t.owner_id,
    t.requester_id, t.organization_id, t.channel, t.tags, t.created_at, t.updated_at, t.last_contact_at, t.due_at,
    t.pending_until, t.solved_at, t.closed_at, t.article_count, t.attachment_count, t.last_article_id,
    t.last_article_from_customer, t.delivery, t.sla_standing, t.sla_target, t.sla_due_at, t.sla_left,
    t.sla_missed, t.merged_into, p.name, p.address, p.vip,
    :me <> 0 AND t.last_article_id > coalesce(
        (SELECT m.article_id FROM read_mark m WHERE m.person_id = :me AND m.ticket_id = t.id),
        (SELECT f.read_floor FROM person f WHERE f.id = :me), 0),
    coalesce(substr(a.text, 1, 400), '')
FROM json_each(:ids) wanted
CROSS JOIN ticket t ON t.id = wanted.value
JOIN person p ON p.id = t.requester_id
LEFT JOIN article a ON a.id = t.last_article_id

-- name: row.requesterCounts
SELECT count(*), count(*) FILTER (WHERE t.state_type < 5) FROM ticket t WHERE t.requester_id = ? AND {where}

-- name: row.readUpTo
SELECT coalesce((SELECT article_id FROM read_mark WHERE person_id = :me AND ticket_id = :ticket),
    (SELECT read_floor FROM person WHERE id = :me), 0)

-- name: row.queueById
SELECT queue_id FROM ticket WHERE id = :id

-- Where the ticket of a number is shown.
-- name: row.idByNumber
WITH RECURSIVE up (id, into_id) AS (
    SELECT id, merged_into FROM ticket WHERE lower(number) = :number
    UNION ALL
    SELECT t.id, t.merged_into FROM up JOIN ticket t ON t.id = up.into_id
)
SELECT t.id, t.queue_id FROM up JOIN ticket t ON t.id = up.id WHERE up.into_id = 0

-- name: thread.position
SELECT position, origin_id FROM article WHERE id = :article AND ticket_id = :ticket

-- What was withdrawn is no longer in the thread.
-- name: thread.article
SELECT id, ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name, from_address, recipients,
    subject, message_id, raw_sha256, text, html, quoted_text, quoted_html,
    remote_images, origin_id
FROM article
WHERE id = :id

-- Newest first, so that the limit takes the newest.
-- name: thread.page
SELECT id, ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name, from_address, recipients,
    subject, message_id, raw_sha256, text, html, quoted_text, quoted_html,
    remote_images, origin_id
FROM article
WHERE ticket_id = :ticket AND position < :end AND withdrawn_at = 0
ORDER BY position DESC
LIMIT :limit

-- name: thread.attachments
SELECT f.article_id, f.id, f.name, f.type, f.size, f.sha256, f.is_inline, f.content_id
FROM article a
JOIN attachment f ON f.article_id = a.id
WHERE a.ticket_id = :ticket AND a.position BETWEEN :first AND :last
ORDER BY a.position, f.id

-- name: thread.countBefore
SELECT count(*) FROM article WHERE ticket_id = :ticket AND position < :position AND withdrawn_at = 0

-- Also of an article that was written in another ticket, in whose history it is.
-- name: thread.entryOfArticle
SELECT min(id) FROM history WHERE ticket_id IN (:ticket, :origin) AND what = 'article' AND new_value = :article

-- name: thread.historyBetween
SELECT id, ticket_id, version, at, actor_kind, actor_id, actor_name, what, old_value, new_value, old_text, new_text, why,
    command_id
FROM history
WHERE ticket_id = :ticket AND id >= :first AND id < :end
ORDER BY id

-- name: thread.historyNewest
SELECT id, ticket_id, version, at, actor_kind, actor_id, actor_name, what, old_value, new_value, old_text, new_text, why,
    command_id
FROM history
WHERE ticket_id = :ticket
ORDER BY id DESC
LIMIT :limit

-- name: person.found
SELECT p.id, p.name, p.address, p.phone, p.role, p.admin, p.supervisor, p.vip, p.organization_id, p.language, p.note, p.active
FROM person p
WHERE p.active = 1{where}
ORDER BY p.name_folded, p.address_folded, p.id
LIMIT ?

-- name: person.hasWord
p.id IN (SELECT w.person_id FROM person_word w WHERE w.word >= ? AND w.word < ?)
