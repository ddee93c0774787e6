-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mail on its way out. The columns of a delivery are always these, in this order, and then those of one of its
-- recipients; see store/delivery_rows.h.

-- name: outbox.insert
INSERT INTO outbound_mail (ticket_id, article_id, mailbox_id, kind, author_id, subject, message_id, token, envelope_from,
    raw_sha256, created_at, release_at, state, state_before, state_after, pending_before)
VALUES (:ticket, :article, :mailbox, :kind, :author, :subject, :messageId, :token, :envelopeFrom, :sha256, :createdAt,
    :releaseAt, :state, :stateBefore, :stateAfter, :pendingBefore)
RETURNING id

-- name: outbox.insertRecipient
INSERT INTO outbound_recipient (mail_id, position, name, address, address_folded, state, attempts, at, next_at, reply,
    status)
VALUES (:mail, :position, :name, :address, :addressFolded, :state, :attempts, :at, :nextAt, :reply, :status)

-- name: outbox.lock
SELECT id, envelope_from, state_before, state_after, pending_before FROM outbound_mail WHERE id = :id

-- Also of a report, which is of no ticket.
-- name: outbox.byId
SELECT m.id, m.ticket_id, coalesce(t.number, ''), m.article_id, m.mailbox_id, m.kind, m.author_id, m.subject, m.message_id,
    m.created_at, m.release_at, m.state, coalesce(t.queue_id, 0), r.name, r.address, r.state, r.attempts, r.at, r.next_at,
    r.reply, r.status
FROM outbound_mail m
LEFT JOIN ticket t ON t.id = m.ticket_id
JOIN outbound_recipient r ON r.mail_id = m.id
WHERE m.id = :id
ORDER BY r.position

-- name: outbox.ofThread
SELECT m.id, m.ticket_id, t.number, m.article_id, m.mailbox_id, m.kind, m.author_id, m.subject, m.message_id,
    m.created_at, m.release_at, m.state, t.queue_id, r.name, r.address, r.state, r.attempts, r.at, r.next_at, r.reply,
    r.status
FROM outbound_mail m
JOIN ticket t ON t.id = m.ticket_id
JOIN outbound_recipient r ON r.mail_id = m.id
WHERE m.ticket_id = :ticket AND m.article_id BETWEEN :first AND :last
ORDER BY m.article_id, m.id, r.position

-- name: outbox.open
SELECT m.id, m.ticket_id, t.number, m.article_id, m.mailbox_id, m.kind, m.author_id, m.subject, m.message_id,
    m.created_at, m.release_at, m.state, t.queue_id, r.name, r.address, r.state, r.attempts, r.at, r.next_at, r.reply,
    r.status
FROM (
    SELECT o.id FROM outbound_mail o WHERE o.state IN (3, 4, 5)
    UNION
    SELECT f.mail_id FROM outbound_recipient f WHERE f.state IN (6, 7) AND f.at >= :since
) wanted
JOIN outbound_mail m ON m.id = wanted.id
JOIN ticket t ON t.id = m.ticket_id
JOIN outbound_recipient r ON r.mail_id = m.id
ORDER BY m.id DESC, r.position

-- name: outbox.idOfMessage
SELECT id FROM outbound_mail WHERE message_id = :messageId

-- name: outbox.idOfToken
SELECT id FROM outbound_mail WHERE token = :token ORDER BY id LIMIT 1

-- name: outbox.update
UPDATE outbound_mail SET state = :state, release_at = :releaseAt WHERE id = :id

-- name: outbox.updateRecipient
UPDATE outbound_recipient SET state = :state, attempts = :attempts, at = :at, next_at = :nextAt,
    fence = CASE WHEN state = 4 AND :state = 4 THEN fence ELSE 0 END, reply = :reply, status = :status
WHERE mail_id = :mail AND position = :position

-- The newest that an article made and that was not taken back.
-- name: outbox.newestOfTicket
SELECT state FROM outbound_mail WHERE ticket_id = :ticket AND article_id <> 0 AND state <> 1 ORDER BY id DESC LIMIT 1

-- What became of mails to an address, newest first.
-- name: outbox.toAddress
SELECT t.queue_id, r.name, r.address, r.state, r.attempts, r.at, r.next_at, r.reply, r.status
FROM outbound_recipient r
JOIN outbound_mail m ON m.id = r.mail_id
JOIN ticket t ON t.id = m.ticket_id
WHERE r.address_folded = :address AND r.state IN (2, 6, 7)
ORDER BY r.mail_id DESC
