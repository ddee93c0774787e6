-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a replica's file has beside the tables of its desk; see src/replica.

-- name: replica.makeNotes
CREATE TABLE IF NOT EXISTS replica_note (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID

-- Tickets that are kept. cursor: every change of the service's feed up to here is in its rows. base: its rows as they came
-- (store/sync_rows.h) while commands are pending on top of them.
-- name: replica.makeTickets
CREATE TABLE IF NOT EXISTS replica_ticket (
    ticket_id INTEGER PRIMARY KEY,
    cursor INTEGER NOT NULL,
    base BLOB
) STRICT

-- The outbox. state: QueuedState, 0: settled. command: JSON of wire/wire_command.h. seen: the service's version that its
-- author had seen; seen_place: the last command of this outbox that they had seen the effect of. made: the version of
-- the ticket that it made here when it first ran.
-- name: replica.makeCommands
CREATE TABLE IF NOT EXISTS replica_command (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    state INTEGER NOT NULL,
    at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    ticket_id INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL DEFAULT 0,
    seen_place INTEGER NOT NULL DEFAULT 0,
    made INTEGER NOT NULL DEFAULT 0,
    command BLOB NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    ticket_subject TEXT NOT NULL DEFAULT ''
) STRICT

-- name: replica.makeOpenCommands
CREATE INDEX IF NOT EXISTS replica_command_open ON replica_command (place) WHERE state <> 0

-- Which tickets a command is about.
-- name: replica.makeConcerns
CREATE TABLE IF NOT EXISTS replica_concern (
    ticket_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, place)
) STRICT, WITHOUT ROWID

-- What the service calls what was made here: tickets (1), articles (2), people (3) and saved views (4).
-- name: replica.makeAliases
CREATE TABLE IF NOT EXISTS replica_alias (
    kind INTEGER NOT NULL,
    local_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, local_id)
) STRICT, WITHOUT ROWID

-- The newest article of the service that the author of an article that was written here could see.
-- name: replica.makeSeen
CREATE TABLE IF NOT EXISTS replica_seen (article_id INTEGER PRIMARY KEY, seen INTEGER NOT NULL) STRICT

-- How far its owner has read tickets, as the service's feed has told last.
-- name: replica.makeMarks
CREATE TABLE IF NOT EXISTS replica_mark (
    ticket_id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    article_id INTEGER NOT NULL
) STRICT

-- name: replica.makeNext
CREATE TABLE IF NOT EXISTS replica_next (id INTEGER PRIMARY KEY CHECK (id = 1), next INTEGER NOT NULL) STRICT

-- name: replica.firstNext
INSERT INTO replica_next (id, next) VALUES (1, 1099511627776) ON CONFLICT DO NOTHING

-- Bytes that were fetched, so that the oldest go when there are too many.
-- name: replica.makeBlobs
CREATE TABLE IF NOT EXISTS replica_blob (
    sha256 BLOB NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

-- The settings as they came (store/sync_rows.h).
-- name: replica.makeSettings
CREATE TABLE IF NOT EXISTS replica_settings (id INTEGER PRIMARY KEY CHECK (id = 1), rows BLOB NOT NULL) STRICT

-- name: replica.moveForMerges
CREATE TRIGGER IF NOT EXISTS replica_next_merge AFTER INSERT ON ticket_merge WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- name: replica.moveForViews
CREATE TRIGGER IF NOT EXISTS replica_next_view AFTER INSERT ON saved_view WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- name: replica.moveForWork
CREATE TRIGGER IF NOT EXISTS replica_next_work AFTER INSERT ON work_entry WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- Marks of merges are the service's; those of pending ones go with them.
-- name: replica.forgetMarks
CREATE TRIGGER IF NOT EXISTS replica_forget_marks AFTER DELETE ON ticket_merge
BEGIN DELETE FROM ticket_merge_mark WHERE merge_id = old.id; END

-- name: replica.moveForTickets
CREATE TRIGGER IF NOT EXISTS replica_next_ticket AFTER INSERT ON ticket WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- name: replica.moveForArticles
CREATE TRIGGER IF NOT EXISTS replica_next_article AFTER INSERT ON article WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- name: replica.moveForAttachments
CREATE TRIGGER IF NOT EXISTS replica_next_attachment AFTER INSERT ON attachment WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- name: replica.moveForPeople
CREATE TRIGGER IF NOT EXISTS replica_next_person AFTER INSERT ON person WHEN new.id >= 1099511627776
BEGIN UPDATE replica_next SET next = next + 1; END

-- History comes and goes with its ticket; it is proven where it was written.
-- name: replica.freeHistory
DROP TRIGGER IF EXISTS history_no_update

-- name: replica.freeHistoryToo
DROP TRIGGER IF EXISTS history_no_delete

-- name: replica.note
SELECT value FROM replica_note WHERE key = :key

-- name: replica.setNote
INSERT INTO replica_note (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: replica.kept
SELECT ticket_id, cursor FROM replica_ticket

-- name: replica.newestCursor
SELECT coalesce(max(cursor), 0) FROM replica_ticket

-- name: replica.cursorOf
SELECT cursor FROM replica_ticket WHERE ticket_id = :ticket

-- Fresh rows: what was kept of older ones to go back to is worth nothing now.
-- name: replica.keep
INSERT INTO replica_ticket (ticket_id, cursor) VALUES (:ticket, :cursor)
ON CONFLICT (ticket_id) DO UPDATE SET cursor = excluded.cursor, base = NULL

-- name: replica.drop
DELETE FROM replica_ticket WHERE ticket_id = :ticket

-- name: replica.staleAll
UPDATE replica_ticket SET cursor = -1

-- name: replica.base
SELECT base FROM replica_ticket WHERE ticket_id = :ticket

-- name: replica.setBase
UPDATE replica_ticket SET base = :base WHERE ticket_id = :ticket

-- name: replica.forgetBase
UPDATE replica_ticket SET base = NULL WHERE ticket_id = :ticket

-- name: replica.queue
SELECT q.place, q.id, q.state, q.at, q.attempts, q.ticket_id, q.command, q.answer, q.problem, q.ticket_subject,
    coalesce(t.number, ''), coalesce(t.subject, '')
FROM replica_command q
LEFT JOIN ticket t ON t.id = q.ticket_id
WHERE q.state <> 0
ORDER BY q.place

-- name: replica.queueConcerns
SELECT c.place, c.ticket_id FROM replica_concern c JOIN replica_command q ON q.place = c.place WHERE q.state <> 0

-- name: replica.command
SELECT place, id, state, at, attempts, ticket_id, command, answer, problem, ticket_subject, seen, seen_place, made
FROM replica_command
WHERE id = :id

-- Those that are applied here and not settled there, of some tickets (JSON); 0: of none.
-- name: replica.pendingOf
SELECT DISTINCT q.place, q.id
FROM json_each(:tickets) wanted
CROSS JOIN replica_concern c ON c.ticket_id = wanted.value
JOIN replica_command q ON q.place = c.place
WHERE q.state IN (1, 2)
ORDER BY q.place

-- Every ticket that something is open of.
-- name: replica.concernsOfOpen
SELECT count(*) FROM replica_concern c JOIN replica_command q ON q.place = c.place
WHERE c.ticket_id = :ticket AND q.state <> 0

-- name: replica.concernsOf
SELECT ticket_id FROM replica_concern WHERE place = :place ORDER BY ticket_id

-- name: replica.addCommand
INSERT INTO replica_command (id, state, at, ticket_id, seen, seen_place, command, ticket_subject)
VALUES (:id, 1, :at, :ticket, :seen, :seenPlace, :command, :subject)
RETURNING place

-- name: replica.concern
INSERT INTO replica_concern (ticket_id, place) VALUES (:ticket, :place) ON CONFLICT DO NOTHING

-- name: replica.moveConcerns
UPDATE OR REPLACE replica_concern SET ticket_id = :now WHERE ticket_id = :ticket

-- name: replica.moveCommands
UPDATE replica_command SET ticket_id = :now WHERE ticket_id = :ticket

-- name: replica.setMade
UPDATE replica_command SET made = :made, ticket_id = CASE ticket_id WHEN 0 THEN :ticket ELSE ticket_id END
WHERE place = :place AND made = 0

-- name: replica.setCommand
UPDATE replica_command SET command = :command, seen = :seen, seen_place = :seenPlace WHERE place = :place

-- name: replica.setState
UPDATE replica_command SET state = :state, answer = :answer, problem = :problem WHERE place = :place

-- name: replica.beginSending
UPDATE replica_command SET state = 2, attempts = attempts + 1 WHERE place = :place AND state IN (1, 2)

-- What was settled long ago is asked for by nobody.
-- name: replica.settle
UPDATE replica_command SET state = 0, command = x'', answer = '', problem = '' WHERE place = :place

-- name: replica.dropCommand
DELETE FROM replica_command WHERE place = :place

-- name: replica.dropConcerns
DELETE FROM replica_concern WHERE place = :place

-- name: replica.dropSettled
DELETE FROM replica_command WHERE state = 0 AND at < :before

-- name: replica.seenPlace
SELECT coalesce(max(q.place), 0)
FROM replica_concern c JOIN replica_command q ON q.place = c.place
WHERE c.ticket_id = :ticket AND q.made > 0 AND q.made <= :version

-- What has happened to a ticket after a version, and which command of this outbox did it; 0: somebody else.
-- name: replica.since
SELECT h.version, h.what, coalesce(q.place, 0), h.id
FROM history h
LEFT JOIN replica_command q ON q.id = h.command_id
WHERE h.ticket_id = :ticket AND h.version > :version
ORDER BY h.id

-- name: replica.isInRows
SELECT count(*) FROM history WHERE ticket_id = :ticket AND command_id = :command AND id < 1099511627776

-- name: replica.version
SELECT version FROM ticket WHERE id = :ticket

-- name: replica.setVersion
UPDATE ticket SET version = :version WHERE id = :ticket

-- name: replica.forgetAnswer
DELETE FROM command_log WHERE command_id = :command

-- name: replica.setNext
UPDATE replica_next SET next = :next

-- name: replica.alias
SELECT id FROM replica_alias WHERE kind = :kind AND local_id = :local

-- name: replica.aliases
SELECT local_id, id FROM replica_alias WHERE kind = 1

-- name: replica.addAlias
INSERT INTO replica_alias (kind, local_id, id) VALUES (:kind, :local, :id)
ON CONFLICT (kind, local_id) DO UPDATE SET id = excluded.id

-- name: replica.seenArticle
SELECT seen FROM replica_seen WHERE article_id = :article

-- name: replica.rememberSeen
INSERT INTO replica_seen (article_id, seen)
SELECT :article, coalesce((SELECT max(id) FROM article WHERE ticket_id = :ticket AND id < 1099511627776), 0)
WHERE TRUE
ON CONFLICT DO NOTHING

-- name: replica.mark
SELECT seq, article_id FROM replica_mark WHERE ticket_id = :ticket

-- name: replica.setMark
INSERT INTO replica_mark (ticket_id, seq, article_id) VALUES (:ticket, :seq, :article)
ON CONFLICT (ticket_id) DO UPDATE SET seq = excluded.seq, article_id = excluded.article_id

-- name: replica.dropMark
DELETE FROM replica_mark WHERE ticket_id = :ticket

-- name: replica.dropMarks
DELETE FROM replica_mark

-- name: replica.dropNewPeople
DELETE FROM person WHERE id >= 1099511627776 AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.requester_id = person.id)

-- name: replica.isOwn
SELECT count(*) FROM replica_command WHERE id = :id

-- name: replica.forgetChanges
DELETE FROM change_feed WHERE seq > :end

-- name: replica.settings
SELECT rows FROM replica_settings

-- name: replica.setSettings
INSERT INTO replica_settings (id, rows) VALUES (1, :rows) ON CONFLICT (id) DO UPDATE SET rows = excluded.rows

-- name: replica.renameView
UPDATE OR REPLACE saved_view SET id = :id WHERE id = :local

-- name: replica.thread
SELECT id FROM article WHERE ticket_id = :ticket ORDER BY position

-- name: replica.mergedInto
SELECT merged_into FROM ticket WHERE id = :ticket

-- What a mail that waits for somebody claims.
-- name: replica.heldMail
SELECT ticket_id FROM held_mail WHERE id = :mail AND decision = 0

-- name: replica.blobs
SELECT coalesce(sum(size), 0) FROM replica_blob

-- name: replica.keepBlob
INSERT INTO replica_blob (sha256, size, used_at) VALUES (:sha256, :size, :at)
ON CONFLICT (sha256) DO UPDATE SET used_at = excluded.used_at

-- name: replica.oldestBlob
SELECT sha256, size FROM replica_blob ORDER BY used_at, sha256 LIMIT 1

-- name: replica.dropBlobNote
DELETE FROM replica_blob WHERE sha256 = :sha256

-- name: replica.dropBlob
DELETE FROM blob WHERE sha256 = :sha256

-- name: replica.savepoint
SAVEPOINT replica_run

-- name: replica.release
RELEASE replica_run

-- name: replica.rollBackTo
ROLLBACK TO replica_run
