-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: article.insert
INSERT INTO article (ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name, from_address,
    recipients, subject, message_id, raw_sha256, text, html, quoted_text, quoted_html, remote_images)
VALUES (:ticket, :position, :visibility, :senderRole, :channel, :author, :createdAt, :fromName, :fromAddress,
    :recipients, :subject, :messageId, :raw, :text, :html, :quotedText, :quotedHtml, :remoteImages)
RETURNING id

-- Places are given once, also those of what was withdrawn; and whether there is anything else in the thread.
-- name: article.lastPlace
SELECT coalesce((SELECT max(position) FROM article WHERE ticket_id = :ticket), 0),
    CASE WHEN EXISTS (SELECT 1 FROM article WHERE ticket_id = :ticket AND withdrawn_at = 0) THEN 1 ELSE 0 END

-- name: article.withdraw
UPDATE article SET withdrawn_at = :at WHERE id = :id AND withdrawn_at = 0

-- name: article.insertMessageId
INSERT INTO article_message_id (message_id, article_id, ticket_id, own) VALUES (:messageId, :article, :ticket, :own)
ON CONFLICT (message_id, article_id) DO NOTHING

-- The newest article wins where an id was used twice; its own id counts more than one that it only answers.
-- name: article.ticketOfMessage
SELECT CASE WHEN a.origin_id = 0 THEN a.ticket_id ELSE a.origin_id END
FROM article_message_id m
JOIN article a ON a.id = m.article_id
WHERE m.message_id = :messageId
ORDER BY m.own DESC, m.article_id DESC
LIMIT 1

-- name: article.ofOthers
SELECT id FROM article
WHERE ticket_id = :ticket AND id > :after AND author_id <> :author AND sender_role <> :system AND withdrawn_at = 0
ORDER BY position

-- name: article.insertAttachment
INSERT INTO attachment (article_id, name, type, size, sha256, is_inline, content_id)
VALUES (:article, :name, :type, :size, :sha256, :isInline, :contentId)
RETURNING id

-- name: article.newest
SELECT coalesce(max(id), 0) FROM article

-- name: blob.insert
INSERT INTO blob (sha256, size, bytes) VALUES (:sha256, :size, :bytes)
ON CONFLICT (sha256) DO NOTHING

-- name: blob.bytes
SELECT bytes FROM blob WHERE sha256 = :sha256

-- Whose it is: queues of tickets, or the mailbox of a mail that waits and claims no ticket.
-- name: blob.owners
SELECT t.queue_id, 0
FROM attachment f JOIN article a ON a.id = f.article_id JOIN ticket t ON t.id = a.ticket_id
WHERE f.sha256 = :sha256
UNION
SELECT t.queue_id, 0 FROM article a JOIN ticket t ON t.id = a.ticket_id WHERE a.raw_sha256 = :sha256
UNION
SELECT coalesce(t.queue_id, 0), h.mailbox_id
FROM held_mail h LEFT JOIN ticket t ON t.id = h.ticket_id
WHERE h.raw_sha256 = :sha256
