-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: mail.inbound
SELECT received_at, ticket_id, article_id, problem FROM inbound_mail WHERE source = :source AND raw_sha256 = :sha256

-- name: mail.recordInbound
INSERT INTO inbound_mail (source, raw_sha256, received_at, ticket_id, article_id, problem)
VALUES (:source, :sha256, :receivedAt, :ticket, :article, :problem)

-- name: mail.ticketOfNumber
SELECT id FROM ticket WHERE lower(number) = :number

-- By those whom somebody has let in, or who asks; also of what was merged into it.
-- IN and not =: SQLite would first read all people into a filter.
-- name: mail.isKnownInTicket
WITH RECURSIVE down (id, keeps) AS (
    SELECT id, 1 FROM ticket WHERE id = :ticket
    UNION ALL
    SELECT m.source_id, m.keeps_requester FROM down JOIN ticket_merge m ON m.target_id = down.id WHERE m.undone_at = 0
)
SELECT CASE WHEN EXISTS (
        SELECT 1 FROM down JOIN ticket_participant a ON a.ticket_id = down.id WHERE a.address_folded = :address
    ) OR EXISTS (
        SELECT 1 FROM down JOIN ticket t ON t.id = down.id JOIN person p ON p.id IN (t.requester_id)
        WHERE down.keeps = 1 AND p.address_folded = :address
    ) THEN 1 ELSE 0 END

-- name: mail.peopleOfThread
SELECT from_address, recipients
FROM article
WHERE ticket_id = :ticket AND visibility = 1 AND withdrawn_at = 0
ORDER BY position DESC

-- name: mail.letIn
INSERT INTO ticket_participant (ticket_id, address_folded) VALUES (:ticket, :address)
ON CONFLICT DO NOTHING

-- name: mail.link
INSERT INTO ticket_link (ticket_id, other_id, kind) VALUES (:ticket, :other, :kind)
ON CONFLICT DO NOTHING

-- A reply that was taken back answers nobody.
-- name: mail.hasBeenAnswered
SELECT CASE WHEN EXISTS (
        SELECT 1 FROM outbound_recipient r JOIN outbound_mail m ON m.id = r.mail_id
        WHERE r.address_folded = :address AND m.kind = 1 AND r.state <> 1
    ) THEN 1 ELSE 0 END

-- What a mail says of its own date does not count, when it came does. A ticket is changed when it is opened. CROSS JOIN:
-- from the person on; after an import the tickets that were changed today are all there are.
-- name: mail.ticketsOpenedBy
SELECT count(*) FILTER (WHERE opened.at > :hour), count(*)
FROM (
    SELECT coalesce((SELECT max(a.at) FROM mail_arrival a WHERE a.ticket_id = t.id AND a.outcome = 1), t.created_at) AS at
    FROM person p
    CROSS JOIN ticket t
    WHERE p.address_folded = :address AND p.address_folded <> '' AND t.requester_id = p.id AND t.channel = 1
        AND t.updated_at > :day
) opened
WHERE opened.at > :day

-- name: mail.recordAutomatic
INSERT INTO automatic_mail (at, address_folded, ticket_id) VALUES (:at, :address, :ticket)

-- Older than every window.
-- name: mail.forgetAutomatic
DELETE FROM automatic_mail WHERE at < :before

-- name: mail.automaticTo
SELECT count(*) FILTER (WHERE at > :hour), count(*) FROM automatic_mail WHERE address_folded = :address AND at > :day

-- name: mail.automaticOf
SELECT count(*) FILTER (WHERE at > :hour), count(*) FROM automatic_mail WHERE ticket_id = :ticket AND at > :day

-- name: mail.automaticOfDesk
SELECT count(*) FILTER (WHERE at > :hour), count(*) FROM automatic_mail WHERE at > :day

-- name: mail.insertHeld
INSERT INTO held_mail (mailbox_id, arrival_id, reason, ticket_id, from_name, from_address, subject, excerpt, raw_sha256,
    at, accept)
VALUES (:mailbox, :arrival, :reason, :ticket, :fromName, :fromAddress, :subject, :excerpt, :sha256, :at, :accept)
RETURNING id

-- name: mail.heldById
SELECT h.id, h.mailbox_id, h.reason, h.ticket_id, coalesce(t.number, ''), coalesce(t.subject, ''), h.from_name,
    h.from_address, h.subject, h.excerpt, h.raw_sha256, h.at, coalesce(t.queue_id, 0), h.accept, h.decision
FROM held_mail h
LEFT JOIN ticket t ON t.id = h.ticket_id
WHERE h.id = :id

-- name: mail.heldWaiting
SELECT h.id, h.mailbox_id, h.reason, h.ticket_id, coalesce(t.number, ''), coalesce(t.subject, ''), h.from_name,
    h.from_address, h.subject, h.excerpt, h.raw_sha256, h.at, coalesce(t.queue_id, 0)
FROM held_mail h
LEFT JOIN ticket t ON t.id = h.ticket_id
WHERE h.decision = 0
ORDER BY h.id DESC

-- Also what claims a ticket that was merged into it.
-- name: mail.heldOfTicket
WITH RECURSIVE down (id) AS (
    SELECT id FROM ticket WHERE id = :ticket
    UNION ALL
    SELECT m.source_id FROM down JOIN ticket_merge m ON m.target_id = down.id WHERE m.undone_at = 0
)
SELECT h.id, h.mailbox_id, h.reason, t.id, t.number, t.subject, h.from_name,
    h.from_address, h.subject, h.excerpt, h.raw_sha256, h.at, t.queue_id
FROM down
JOIN held_mail h ON h.ticket_id = down.id
JOIN ticket t ON t.id = :ticket
WHERE h.decision = 0
ORDER BY h.id DESC

-- name: mail.countHeldOfTicket
WITH RECURSIVE down (id) AS (
    SELECT id FROM ticket WHERE id = :ticket
    UNION ALL
    SELECT m.source_id FROM down JOIN ticket_merge m ON m.target_id = down.id WHERE m.undone_at = 0
)
SELECT count(*) FROM down JOIN held_mail h ON h.ticket_id = down.id WHERE h.decision = 0

-- name: mail.decideHeld
UPDATE held_mail SET decision = :decision, ticket_id = CASE WHEN :ticket = 0 THEN ticket_id ELSE :ticket END,
    decided_by = :by, decided_at = :at
WHERE id = :id AND decision = 0

-- name: mail.arrivalOfHeld
SELECT arrival_id FROM held_mail WHERE id = :id

-- name: mail.settleArrival
UPDATE mail_arrival SET outcome = :outcome, reason = :reason, ticket_id = :ticket, article_id = :article
WHERE id = :id
RETURNING id

-- For the report: sums that say nothing of any ticket.
-- name: mail.sums
SELECT mailbox_id, outcome, reason, count(*) FROM mail_arrival GROUP BY mailbox_id, outcome, reason

-- name: mail.arrivals
SELECT mailbox_id, count(*) FROM mail_arrival GROUP BY mailbox_id

-- name: mail.progress
SELECT mailbox_id, validity, first_key, first_at, backlog, tried_at, reached_at, failures, problem, detail, next_at
FROM mailbox_progress

-- name: mail.leases
SELECT name, owner, fence, until, failures, problem, problem_at,
    CASE name
        WHEN 'mail-intake' THEN (SELECT count(*) FROM mail_arrival a WHERE a.outcome = 0)
        WHEN 'mail-delivery' THEN (SELECT count(*) FROM outbound_recipient r WHERE r.next_at <> 0 AND r.next_at <= :now)
        WHEN 'sla-watch' THEN (SELECT count(*) FROM ticket t WHERE t.sla_next_at <> 0 AND t.sla_next_at <= :now)
        WHEN 'sla-recalculate' THEN (SELECT CAST(coalesce(sum(s.total - s.done), 0) AS BIGINT) FROM sla_task s WHERE s.state = 0)
        ELSE 0
    END
FROM lease ORDER BY name

-- name: mail.numbers
SELECT (SELECT count(*) FROM outbound_mail WHERE state IN (3, 4, 5)),
    (SELECT count(*) FILTER (WHERE state = 5) FROM outbound_mail WHERE state IN (3, 4, 5)),
    (SELECT count(DISTINCT mail_id) FROM outbound_recipient WHERE state IN (6, 7) AND at >= :since),
    (SELECT count(*) FROM held_mail WHERE decision = 0),
    (SELECT coalesce(min(CASE WHEN r.next_at > m.release_at THEN r.next_at ELSE m.release_at END), 0)
        FROM outbound_recipient r JOIN outbound_mail m ON m.id = r.mail_id WHERE r.next_at <> 0)
