-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a replica is filled with, see store/sync_rules.h. What stands in braces is put in by store/sync_rules.cpp.

-- name: sync.rows
SELECT {columns} FROM {table} WHERE {where} ORDER BY {key}

-- name: sync.delete
DELETE FROM {table} WHERE {where}

-- Every row.
-- name: sync.everything
TRUE

-- Not the keys that sign, and not what says which desk this is.
-- name: sync.openSettings
key IN ('desk_name', 'number_format', 'mail_settings')

-- Everybody's, and one's own signature.
-- name: sync.ownTexts
kind <> 3 OR agent_id = :me

-- Those who work here, and whom somebody has changed lately, wherever they belong.
-- name: sync.agents
role = 2 OR id IN (SELECT CAST(s.new_value AS BIGINT) FROM (SELECT h.new_value FROM history h
    WHERE h.ticket_id = 0 AND h.what = 'saved-person' ORDER BY h.id DESC LIMIT 1000) s)

-- name: sync.wordsOfAgents
person_id IN (SELECT p.id FROM person p WHERE p.role = 2 OR p.id IN (SELECT CAST(s.new_value AS BIGINT)
    FROM (SELECT h.new_value FROM history h WHERE h.ticket_id = 0 AND h.what = 'saved-person' ORDER BY h.id DESC LIMIT 1000) s))

-- name: sync.ownViews
owner_id = :me OR shared = 1

-- name: sync.ownNotifications
person_id = :me AND id > coalesce((SELECT n.id FROM notification n WHERE n.person_id = :me ORDER BY n.id DESC LIMIT 1 OFFSET 500), 0)

-- name: sync.tickets
id IN ({tickets})

-- name: sync.ofTickets
ticket_id IN ({tickets})

-- name: sync.ofArticles
article_id IN (SELECT a.id FROM article a WHERE a.ticket_id IN ({tickets}))

-- name: sync.ofMails
mail_id IN (SELECT m.id FROM outbound_mail m WHERE m.ticket_id IN ({tickets}))

-- name: sync.ownMarks
ticket_id IN ({tickets}) AND person_id = :me

-- name: sync.links
ticket_id IN ({tickets}) OR other_id IN ({tickets})

-- name: sync.heldMails
ticket_id IN ({tickets}) AND decision = 0

-- name: sync.people
id IN (SELECT t.requester_id FROM ticket t WHERE t.id IN ({tickets})
    UNION SELECT a.author_id FROM article a WHERE a.ticket_id IN ({tickets}))

-- name: sync.wordsOfPeople
person_id IN (SELECT t.requester_id FROM ticket t WHERE t.id IN ({tickets})
    UNION SELECT a.author_id FROM article a WHERE a.ticket_id IN ({tickets}))

-- name: sync.merges
source_id IN ({tickets}) OR target_id IN ({tickets})

-- What was merged into some tickets, by itself or with another.
-- name: sync.stubs
WITH RECURSIVE down (id, queue_id) AS (
    SELECT t.id, t.queue_id FROM ticket t WHERE t.merged_into <> 0 AND t.merged_into IN ({tickets})
    UNION
    SELECT t.id, t.queue_id FROM down JOIN ticket t ON t.merged_into IN (down.id) WHERE t.merged_into <> 0
)
SELECT id, queue_id FROM down ORDER BY id

-- Which of some tickets there are, and where.
-- name: sync.queues
SELECT t.id, t.queue_id FROM ticket t WHERE t.id IN ({tickets}) ORDER BY t.id

-- name: sync.epoch
SELECT value FROM desk_setting WHERE key = 'epoch'

-- The first who asks makes it.
-- name: sync.makeEpoch
INSERT INTO desk_setting (key, value) VALUES ('epoch', :epoch)
ON CONFLICT (key) DO NOTHING
