-- SPDX-License-Identifier: GPL-3.0-or-later
-- The columns of a TicketHead are always selected in this order; see store/row_mapping.h.

-- name: ticket.headById
SELECT id, number, version, subject, state_id, priority_id, queue_id, category_id, owner_id, requester_id,
    organization_id, channel, tags, created_at, updated_at, last_contact_at, due_at, pending_until, solved_at, closed_at,
    article_count, attachment_count, last_article_id, last_article_from_customer, delivery,
    sla_standing, sla_target, sla_due_at, sla_left, sla_missed, merged_into
FROM ticket
WHERE id = :id

-- name: ticket.insert
INSERT INTO ticket (version, number, subject, subject_folded, state_id, state_type, priority_id, queue_id, category_id,
    owner_id, requester_id, organization_id, channel, tags, created_at, updated_at, last_contact_at, due_at, pending_until,
    solved_at, closed_at)
VALUES (:version, :number, :subject, :subjectFolded, :state, :stateType, :priority, :queue, :category,
    :owner, :requester, :organization, :channel, :tags, :createdAt, :updatedAt, :lastContactAt, :dueAt, :pendingUntil,
    :solvedAt, :closedAt)
RETURNING id

-- name: ticket.nextNumber
UPDATE counter SET value = value + 1 WHERE name = 'ticket_number'
RETURNING value

-- The compare-and-set: no row when somebody else made a version meanwhile.
-- name: ticket.raiseVersion
UPDATE ticket SET version = :version, updated_at = :updatedAt WHERE id = :id AND version = :base

-- One statement a field: an UPDATE rewrites every index that has one of its columns, changed or not.
-- name: ticket.setSubject
UPDATE ticket SET subject = :subject, subject_folded = :subjectFolded WHERE id = :id

-- name: ticket.setState
UPDATE ticket SET state_id = :state, state_type = :stateType, pending_until = :pendingUntil, solved_at = :solvedAt,
    closed_at = :closedAt
WHERE id = :id

-- name: ticket.setPriority
UPDATE ticket SET priority_id = :value WHERE id = :id

-- name: ticket.setQueue
UPDATE ticket SET queue_id = :value WHERE id = :id

-- name: ticket.setCategory
UPDATE ticket SET category_id = :value WHERE id = :id

-- name: ticket.setOwner
UPDATE ticket SET owner_id = :value WHERE id = :id

-- name: ticket.setRequester
UPDATE ticket SET requester_id = :requester, organization_id = :organization WHERE id = :id

-- name: ticket.setDueAt
UPDATE ticket SET due_at = :value WHERE id = :id

-- name: ticket.setPendingUntil
UPDATE ticket SET pending_until = :value WHERE id = :id

-- name: ticket.setTags
UPDATE ticket SET tags = :tags WHERE id = :id

-- name: ticket.addTag
INSERT INTO ticket_tag (ticket_id, tag) VALUES (:ticket, :tag)
ON CONFLICT DO NOTHING

-- name: ticket.removeTag
DELETE FROM ticket_tag WHERE ticket_id = :ticket AND tag = :tag

-- name: ticket.setThread
UPDATE ticket SET article_count = :articleCount, attachment_count = :attachmentCount, last_article_id = :lastArticle,
    last_article_from_customer = :fromCustomer
WHERE id = :id

-- name: ticket.setMergedInto
UPDATE ticket SET merged_into = :value WHERE id = :id

-- name: ticket.setDelivery
UPDATE ticket SET delivery = :value WHERE id = :id

-- name: ticket.setLastContact
UPDATE ticket SET last_contact_at = :value WHERE id = :id
