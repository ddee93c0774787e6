-- SPDX-License-Identifier: GPL-3.0-or-later
-- Agents with a login of their own count through functions what is also about tickets that they do not see (migration 6).

-- name: mail.ticketOfNumber
SELECT id FROM ticket WHERE number_folded = :number

-- name: mail.hasBeenAnswered
SELECT has_been_answered(:address)

-- name: mail.ticketsOpenedBy
SELECT last_hour, last_day FROM tickets_opened_by(:address, :hour, :day)

-- name: mail.recordAutomatic
SELECT record_automatic(:at, :address, :ticket)

-- name: mail.forgetAutomatic
SELECT forget_automatic(:before)

-- name: mail.automaticTo
SELECT last_hour, last_day FROM automatic_mails(:address, 0, :hour, :day)

-- name: mail.automaticOf
SELECT last_hour, last_day FROM automatic_mails('', :ticket, :hour, :day)

-- name: mail.automaticOfDesk
SELECT last_hour, last_day FROM automatic_mails('', 0, :hour, :day)

-- name: mail.sums
SELECT mailbox, outcome, reason, mails FROM mail_sums()

-- name: mail.arrivals
SELECT mailbox, mails FROM mail_arrivals()

-- name: mail.numbers
SELECT queued, delayed, failed, held, next_due FROM mail_numbers(:since)

-- name: mail.settleArrival
SELECT settle_arrival(:id, :outcome, :reason, :ticket, :article)

-- Whoever looks at a mail to change it, and whoever sends it, wait for each other.
-- name: outbox.lock
SELECT id, envelope_from, state_before, state_after, pending_before FROM outbound_mail WHERE id = :id FOR UPDATE

-- A lease cannot be taken over before the work that is done under it is committed.
-- name: lease.check
SELECT fence FROM lease WHERE name = :name AND owner = :owner AND fence = :fence FOR SHARE

-- Of mails that somebody changes now none.
-- name: job.due
SELECT m.id FROM outbound_mail m
WHERE m.state <> 1 AND m.release_at <= :now
    AND m.id IN (
        SELECT r.mail_id FROM outbound_recipient r
        WHERE r.next_at <> 0 AND r.next_at <= :now AND (r.state <> 4 OR r.fence <> :fence)
    )
    AND m.mailbox_id IN (SELECT b.id FROM mailbox b WHERE b.active = 1 AND b.paused = 0)
ORDER BY m.release_at, m.id
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: mail.inbound
SELECT received_at, ticket_id, article_id, problem FROM inbound(:source, :sha256)

-- name: mail.recordInbound
SELECT record_inbound(:source, :sha256, :receivedAt, :ticket, :article, :problem)

-- name: mail.leases
SELECT name, owner, fence, until, failures, problem, problem_at, waiting_work(name, :now) FROM lease ORDER BY name
