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
-- name: ticket.update
UPDATE ticket SET {set} WHERE id = ? AND version = ?

-- name: ticket.addTag
INSERT INTO ticket_tag (ticket_id, tag) VALUES (:ticket, :tag)
ON CONFLICT DO NOTHING

-- name: ticket.removeTag
DELETE FROM ticket_tag WHERE ticket_id = :ticket AND tag = :tag

-- name: ticket.setDelivery
UPDATE ticket SET delivery = :value WHERE id = :id
