-- SPDX-License-Identifier: GPL-3.0-or-later
-- Loading whole tickets at once. The placeholders of the inserts are bound by their order.

-- name: bulk.insertTicket
INSERT INTO ticket (id, version, state_id, state_type, priority_id, queue_id, category_id, owner_id, requester_id,
    organization_id, channel, created_at, updated_at, last_contact_at, due_at, pending_until, solved_at, closed_at,
    article_count, attachment_count, last_article_id, last_article_from_customer, delivery, number, subject,
    subject_folded, tags, sla_standing, sla_target, sla_due_at, sla_left, sla_missed, sla_next_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: bulk.insertTag
INSERT INTO ticket_tag (ticket_id, tag) VALUES (?, ?)

-- name: bulk.insertWork
INSERT INTO work_entry (id, ticket_id, person_id, at, minutes, activity, note, logged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: bulk.insertArticle
INSERT INTO article (id, ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name,
    from_address, recipients, subject, message_id, raw_sha256, text, html, quoted_text, quoted_html)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: bulk.insertMessageId
INSERT INTO article_message_id (message_id, article_id, ticket_id) VALUES (?, ?, ?)

-- name: bulk.insertAttachment
INSERT INTO attachment (id, article_id, name, type, size, sha256, is_inline, content_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: bulk.everybody
SELECT id, name, address FROM person

-- name: bulk.counter
SELECT value FROM counter WHERE name = 'ticket_number'

-- name: bulk.raiseCounter
INSERT INTO counter (name, value) VALUES ('ticket_number', :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE excluded.value > counter.value

-- Agents who came with the load have read what it brought, but for what their marks say.
-- name: bulk.setReadFloor
UPDATE person SET read_floor = :article WHERE role = 2 AND read_floor = 0

-- name: bulk.clearStates
DELETE FROM state

-- name: bulk.clearPriorities
DELETE FROM priority

-- name: bulk.clearQueues
DELETE FROM queue

-- name: bulk.clearMembers
DELETE FROM queue_member

-- name: bulk.clearCategories
DELETE FROM category
