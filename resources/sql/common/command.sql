-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every command leaves behind: its answer, history and the feed.

-- name: command.answer
SELECT answer FROM command_log WHERE command_id = :command

-- name: command.remember
INSERT INTO command_log (command_id, actor_id, at, answer) VALUES (:command, :actor, :at, :answer)

-- name: history.last
SELECT id, hash FROM history ORDER BY id DESC LIMIT 1

-- name: history.insert
INSERT INTO history (id, ticket_id, version, at, actor_kind, actor_id, what, command_id, actor_name, old_value, new_value,
    old_text, new_text, why, payload_hash, hash)
VALUES (:id, :ticket, :version, :at, :actorKind, :actor, :what, :command, :actorName, :oldValue, :newValue,
    :oldText, :newText, :why, :payloadHash, :hash)

-- The changes of one field since a version, oldest first.
-- name: history.fieldSince
SELECT id, ticket_id, version, at, actor_kind, actor_id, actor_name, what, old_value, new_value, old_text, new_text, why,
    command_id
FROM history
WHERE ticket_id = :ticket AND version > :version AND what = :what
ORDER BY id

-- name: feed.append
INSERT INTO change_feed (at, kind, ticket_id, article_id, actor_id, command_id)
VALUES (:at, :kind, :ticket, :article, :actor, :command)
RETURNING seq

-- name: feed.since
SELECT seq, kind, ticket_id, article_id, actor_id, command_id
FROM change_feed
WHERE seq > :cursor
ORDER BY seq
LIMIT :limit

-- name: feed.queues
SELECT t.id, t.queue_id FROM json_each(:ids) wanted JOIN ticket t ON t.id = wanted.value

-- name: feed.cursor
SELECT coalesce(max(seq), 0) FROM change_feed
