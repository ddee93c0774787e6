-- SPDX-License-Identifier: GPL-3.0-or-later
-- desk_head has one row: the end of the history and of the feed. Who locks it is the next to commit, so that the order
-- of entries is the order of commits and nothing appears behind a reader's cursor later.

-- name: command.answers
SELECT encode(command_id, 'hex'), answer FROM command_log
WHERE command_id = ANY (ARRAY(SELECT decode(json_array_elements_text(:ids), 'hex')))

-- name: history.last
SELECT history_id, history_hash FROM lock_head()

-- name: feed.append
SELECT append_change(:at, :kind, :ticket, :article, :actor, :command)

-- name: feed.queues
SELECT t.id, t.queue_id FROM ticket t WHERE t.id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))
