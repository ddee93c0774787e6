-- SPDX-License-Identifier: GPL-3.0-or-later
-- Merging and splitting: where articles are shown. See migration 8.

-- name: merge.rootOf
WITH RECURSIVE up (id, into_id) AS (
    SELECT id, merged_into FROM ticket WHERE id = :ticket
    UNION ALL
    SELECT t.id, t.merged_into FROM up JOIN ticket t ON t.id = up.into_id
)
SELECT id FROM up WHERE into_id = 0

-- name: merge.isStub
SELECT id FROM ticket WHERE id = :ticket AND merged_into <> 0

-- name: merge.ofSource
SELECT id, source_id, target_id, at, by_id, why, keeps_requester, tags_given, state_id, owner_id, pending_until, solved_at,
    closed_at, last_contact_at, last_article_id, last_article_from_customer, target_contact_at, target_last_id,
    target_last_from_customer
FROM ticket_merge
WHERE source_id = :ticket AND undone_at = 0

-- name: merge.intoTarget
SELECT id, source_id, target_id, at, by_id, why, keeps_requester, tags_given, state_id, owner_id, pending_until, solved_at,
    closed_at, last_contact_at, last_article_id, last_article_from_customer, target_contact_at, target_last_id,
    target_last_from_customer
FROM ticket_merge
WHERE target_id = :ticket AND undone_at = 0
ORDER BY id

-- name: merge.insert
INSERT INTO ticket_merge (source_id, target_id, at, by_id, why, keeps_requester, tags_given, state_id, owner_id,
    pending_until, solved_at, closed_at, last_contact_at, last_article_id, last_article_from_customer, target_contact_at,
    target_last_id, target_last_from_customer)
VALUES (:source, :target, :at, :by, :why, :keepsRequester, :tagsGiven, :state, :owner, :pendingUntil, :solvedAt, :closedAt,
    :lastContactAt, :lastArticle, :fromCustomer, :targetContactAt, :targetLast, :targetFromCustomer)
RETURNING id

-- name: merge.amend
UPDATE ticket_merge SET tags_given = :tagsGiven, last_contact_at = :lastContactAt, last_article_id = :lastArticle,
    last_article_from_customer = :fromCustomer, target_contact_at = :targetContactAt, target_last_id = :targetLast,
    target_last_from_customer = :targetFromCustomer
WHERE id = :id AND undone_at = 0

-- name: merge.end
UPDATE ticket_merge SET undone_at = :at, undone_by = :by WHERE id = :id AND undone_at = 0

-- name: merge.entries
SELECT a.id, CASE WHEN a.origin_id = 0 THEN a.ticket_id ELSE a.origin_id END, a.visibility, a.sender_role, a.author_id,
    a.channel, a.created_at, (SELECT count(*) FROM attachment f WHERE f.article_id = a.id AND f.is_inline = 0),
    a.withdrawn_at, a.copy_of
FROM article a
WHERE a.ticket_id = :ticket
ORDER BY a.id

-- Places that no thread has, until they are given anew.
-- name: merge.showArticles
UPDATE article SET origin_id = CASE WHEN origin_id = 0 THEN ticket_id ELSE origin_id END, ticket_id = :to,
    position = -2000000 - position
WHERE ticket_id = :from

-- IN and not =: SQLite would first read all tickets, to keep in a filter which of them are merged into anything.
-- name: merge.returnArticles
UPDATE article SET ticket_id = :to, origin_id = CASE WHEN origin_id = :to THEN 0 ELSE origin_id END,
    position = -2000000 - position
WHERE ticket_id = :from AND origin_id IN (
    WITH RECURSIVE down (id) AS (
        SELECT t.id FROM ticket t WHERE t.id = :to
        UNION ALL
        SELECT t.id FROM down JOIN ticket t ON t.merged_into IN (down.id) WHERE t.merged_into <> 0
    )
    SELECT id FROM down)

-- name: merge.takeArticle
UPDATE article SET ticket_id = :to, origin_id = 0, position = -2000000 - position WHERE id = :id AND ticket_id = :from

-- name: merge.places
SELECT id, position FROM article WHERE ticket_id = :ticket ORDER BY id

-- name: merge.setPlace
UPDATE article SET position = :position WHERE id = :id

-- A mail goes with the article that it is.
-- name: merge.followMails
UPDATE outbound_mail SET ticket_id = :to
WHERE ticket_id = :from AND article_id IN (SELECT id FROM article WHERE ticket_id = :to)

-- name: merge.copyArticle
INSERT INTO article (ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name, from_address,
    recipients, subject, raw_sha256, text, html, quoted_text, quoted_html, remote_images, copy_of)
SELECT :to, :position, visibility, sender_role, channel, author_id, created_at, from_name, from_address,
    recipients, subject, raw_sha256, text, html, quoted_text, quoted_html, remote_images, id
FROM article
WHERE id = :id
RETURNING id

-- name: merge.copyAttachments
INSERT INTO attachment (article_id, name, type, size, sha256, is_inline, content_id)
SELECT :copy, name, type, size, sha256, is_inline, content_id FROM attachment WHERE article_id = :id ORDER BY id

-- What was merged into a ticket, by itself or with another, in the order of merging.
-- name: merge.mergedFrom
WITH RECURSIVE down (merge_id, id, into_id) AS (
    SELECT m.id, m.source_id, m.target_id FROM ticket_merge m WHERE m.target_id = :ticket AND m.undone_at = 0
    UNION ALL
    SELECT m.id, m.source_id, m.target_id
    FROM down
    JOIN ticket_merge m ON m.target_id = down.id
    WHERE m.undone_at = 0
)
SELECT t.id, t.number, t.subject, p.name, p.address, m.at, m.by_id, m.why, down.into_id, t.queue_id
FROM down
JOIN ticket_merge m ON m.id = down.merge_id
JOIN ticket t ON t.id = down.id
JOIN person p ON p.id = t.requester_id
ORDER BY m.id

-- name: merge.countsByOrigin
SELECT origin_id, count(*) FROM article WHERE ticket_id = :ticket AND origin_id <> 0 AND withdrawn_at = 0 GROUP BY origin_id

-- Of the ticket and of all that was merged into it, to where the other side is shown.
-- IN and not =: SQLite would first read all tickets, to keep in a filter which of them are merged into anything.
-- name: merge.links
WITH RECURSIVE down (id) AS (
    SELECT id FROM ticket WHERE id = :ticket
    UNION ALL
    SELECT t.id FROM down JOIN ticket t ON t.merged_into IN (down.id) WHERE t.merged_into <> 0
)
SELECT l.kind, 0, l.other_id FROM down JOIN ticket_link l ON l.ticket_id = down.id
UNION
SELECT l.kind, 1, l.ticket_id FROM down JOIN ticket_link l ON l.other_id = down.id
ORDER BY 1, 2, 3

-- name: merge.linkedTicket
SELECT id, number, subject, state_id, queue_id FROM ticket WHERE id = :ticket
