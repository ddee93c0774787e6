-- SPDX-License-Identifier: GPL-3.0-or-later
-- desk_head has one row: the end of the history and of the feed. Who locks it is the next to commit, so that the order
-- of entries is the order of commits and nothing appears behind a reader's cursor later.

-- name: history.last
SELECT history_id, history_hash FROM desk_head FOR UPDATE

-- name: feed.append
WITH next AS (UPDATE desk_head SET feed_seq = feed_seq + 1 RETURNING feed_seq)
INSERT INTO change_feed (seq, at, kind, ticket_id, article_id, actor_id, command_id)
SELECT feed_seq, :at, :kind, :ticket, :article, :actor, :command FROM next
RETURNING seq
