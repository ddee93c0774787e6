-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the mail jobs do, see operations/mail_store.h.

-- A new fence, unless somebody else holds it for a time that can be right.
-- name: lease.take
INSERT INTO lease (name, owner, fence, until) VALUES (:name, :owner, 1, :until)
ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, fence = lease.fence + 1, until = excluded.until,
    failures = 0
    WHERE lease.until <= :now OR lease.until > :wrong OR lease.owner = excluded.owner
RETURNING fence

-- name: lease.renew
UPDATE lease SET until = :until WHERE name = :name AND owner = :owner AND fence = :fence

-- name: lease.release
UPDATE lease SET owner = '', until = 0 WHERE name = :name AND owner = :owner AND fence = :fence

-- The last problem stays when it goes well again.
-- name: lease.note
UPDATE lease SET failures = :failures, problem = CASE WHEN CAST(:failures AS BIGINT) = 0 THEN problem ELSE :problem END,
    problem_at = CASE WHEN CAST(:failures AS BIGINT) = 0 THEN problem_at ELSE :at END
WHERE name = :name AND owner = :owner AND fence = :fence

-- name: lease.check
SELECT fence FROM lease WHERE name = :name AND owner = :owner AND fence = :fence

-- name: job.mailboxes
SELECT id, name, address, queue_id, active, paused, settings FROM mailbox WHERE active = 1 ORDER BY id

-- name: job.secrets
SELECT mailbox_id, secret, sealed FROM mailbox_secret

-- name: job.noteProgress
INSERT INTO mailbox_progress (mailbox_id, validity, first_key, first_at, backlog, tried_at, reached_at, failures, problem,
    detail, next_at)
VALUES (:mailbox, :validity, :firstKey, :firstAt, :backlog, :triedAt, :reachedAt, :failures, :problem, :detail, :nextAt)
ON CONFLICT (mailbox_id) DO UPDATE SET validity = excluded.validity, first_key = excluded.first_key,
    first_at = excluded.first_at, backlog = excluded.backlog, tried_at = excluded.tried_at,
    reached_at = excluded.reached_at, failures = excluded.failures, problem = excluded.problem,
    detail = excluded.detail, next_at = excluded.next_at

-- name: job.knownKeys
SELECT mail_key FROM mail_arrival WHERE mailbox_id = :mailbox AND folder = :folder AND validity = :validity

-- name: job.isKnown
SELECT id FROM mail_arrival
WHERE mailbox_id = :mailbox AND folder = :folder AND validity = :validity AND mail_key = :key

-- name: job.insertArrival
INSERT INTO mail_arrival (mailbox_id, folder, validity, mail_key, raw_sha256, size, at, outcome, reason, settled)
VALUES (:mailbox, :folder, :validity, :key, :sha256, :size, :at, :outcome, :reason, :settled)
ON CONFLICT (mailbox_id, folder, validity, mail_key) DO NOTHING
RETURNING id

-- name: job.pending
SELECT id, mailbox_id, raw_sha256, size, attempts FROM mail_arrival WHERE outcome = 0 ORDER BY attempts, id LIMIT :limit

-- name: job.noteArrivalFailure
UPDATE mail_arrival SET attempts = attempts + 1, reason = :problem WHERE id = :id AND outcome = 0

-- name: job.unsettled
SELECT id, folder, validity, mail_key FROM mail_arrival
WHERE mailbox_id = :mailbox AND settled = 0
ORDER BY id
LIMIT :limit

-- name: job.settle
UPDATE mail_arrival SET settled = 1 WHERE id = :id

-- What has its time, and what a worker before this one began and has not brought to an end.
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

-- name: job.dueMail
SELECT mailbox_id, envelope_from FROM outbound_mail WHERE id = :id

-- name: job.dueRecipients
SELECT position, name, address, state, attempts, at, next_at, reply, status
FROM outbound_recipient
WHERE mail_id = :mail AND next_at <> 0 AND next_at <= :now AND (state <> 4 OR fence <> :fence)
ORDER BY position

-- name: job.claimRecipient
UPDATE outbound_recipient SET state = 4, attempts = attempts + 1, at = :now, fence = :fence
WHERE mail_id = :mail AND position = :position

-- The worst of its recipients.
-- name: job.followRecipients
UPDATE outbound_mail SET state = (SELECT max(r.state) FROM outbound_recipient r WHERE r.mail_id = outbound_mail.id),
    problem = :problem
WHERE id = :id

-- name: job.giveBack
UPDATE outbound_recipient SET state = CASE WHEN attempts > 1 THEN 5 ELSE 3 END, attempts = attempts - 1,
    next_at = :nextAt, fence = 0
WHERE mail_id = :mail AND state = 4 AND fence = :fence

-- name: job.mailBytes
SELECT b.bytes FROM outbound_mail m JOIN blob b ON b.sha256 = m.raw_sha256 WHERE m.id = :id

-- name: job.nextDue
SELECT coalesce(min(CASE WHEN r.next_at > m.release_at THEN r.next_at ELSE m.release_at END), 0)
FROM outbound_recipient r
JOIN outbound_mail m ON m.id = r.mail_id
JOIN mailbox b ON b.id = m.mailbox_id
WHERE r.next_at <> 0 AND r.state <> 4 AND b.active = 1 AND b.paused = 0
