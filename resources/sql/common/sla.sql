-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calendars, policies, events, clocks; see migration 7 and operations/sla_report.h.

-- name: catalog.calendars
SELECT id, name, active, version_id FROM business_calendar ORDER BY lower(name), name, id

-- name: catalog.calendarVersions
SELECT id, calendar_id, version, name, calendar FROM business_calendar_version

-- name: catalog.slaPolicies
SELECT id, name, position, active, version_id FROM sla_policy ORDER BY position, id

-- name: catalog.slaPolicyVersions
SELECT id, policy_id, version, name, policy FROM sla_policy_version

-- name: catalog.newestCalendar
SELECT v.id, v.version, v.calendar FROM business_calendar_version v WHERE v.calendar_id = :id ORDER BY v.version DESC LIMIT 1

-- name: catalog.newestSlaPolicy
SELECT v.id, v.version, v.policy FROM sla_policy_version v WHERE v.policy_id = :id ORDER BY v.version DESC LIMIT 1

-- name: catalog.saveCalendar
INSERT INTO business_calendar (id, name, active) VALUES (:id, :name, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active
RETURNING id

-- name: catalog.insertCalendarVersion
INSERT INTO business_calendar_version (calendar_id, version, at, name, calendar)
VALUES (:calendar, :version, :at, :name, :json)
RETURNING id

-- name: catalog.setCalendarVersion
UPDATE business_calendar SET version_id = :version WHERE id = :id

-- name: catalog.saveSlaPolicy
INSERT INTO sla_policy (id, name, position, active) VALUES (:id, :name, :position, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, active = excluded.active
RETURNING id

-- name: catalog.insertSlaPolicyVersion
INSERT INTO sla_policy_version (policy_id, version, at, name, policy)
VALUES (:policy, :version, :at, :name, :json)
RETURNING id

-- name: catalog.setSlaPolicyVersion
UPDATE sla_policy SET version_id = :version WHERE id = :id

-- name: catalog.lastSlaPosition
SELECT coalesce(max(position), 0) FROM sla_policy

-- name: catalog.setSlaPosition
UPDATE sla_policy SET position = :position WHERE id = :id

-- The columns of a TicketHead, then those of who asks and when the watch looks at it next. {where} is put in by
-- store/sla_reading.cpp.
-- name: sla.subjects
SELECT t.id, t.number, t.version, t.subject, t.state_id, t.priority_id, t.queue_id, t.category_id, t.owner_id,
    t.requester_id, t.organization_id, t.channel, t.tags, t.created_at, t.updated_at, t.last_contact_at, t.due_at,
    t.pending_until, t.solved_at, t.closed_at, t.article_count, t.attachment_count, t.last_article_id,
    t.last_article_from_customer, t.delivery, t.sla_standing, t.sla_target, t.sla_due_at, t.sla_left,
    t.sla_missed, t.merged_into, p.name, p.address, p.vip, t.sla_next_at
FROM ticket t
CROSS JOIN person p
WHERE p.id = t.requester_id AND t.id > ? AND {where}
ORDER BY t.id
LIMIT ?

-- name: sla.recordFired
INSERT INTO sla_fired (ticket_id, target, cycle, level, at, done_at)
VALUES (:ticket, :target, :cycle, :level, :at, :doneAt)
ON CONFLICT DO NOTHING

-- name: sla.setReason
UPDATE sla_clock SET reason = :reason WHERE ticket_id = :ticket AND target = :target AND cycle = :cycle

-- name: sla.countTickets
SELECT count(*) FROM ticket

-- name: sla.countUnresolved
SELECT count(*) FROM ticket WHERE state_type < 5

-- name: sla.insertTask
INSERT INTO sla_task (scope, policy_id, calendar_id, created_at, by_id, cursor_ticket, total, done, state)
VALUES (:scope, :policy, :calendar, :createdAt, :by, :cursor, :total, :done, :state)
RETURNING id

-- name: sla.taskById
SELECT id, scope, policy_id, calendar_id, created_at, by_id, cursor_ticket, total, done, state FROM sla_task WHERE id = :id

-- name: sla.updateTask
UPDATE sla_task SET cursor_ticket = :cursor, total = :total, done = :done, state = :state WHERE id = :id

-- name: sla.openTasks
SELECT id, scope, policy_id, calendar_id, created_at, by_id, cursor_ticket, total, done, state
FROM sla_task
WHERE state = 0
ORDER BY id

-- name: sla.recentTasks
SELECT id, scope, policy_id, calendar_id, created_at, by_id, cursor_ticket, total, done, state
FROM sla_task
WHERE state = 0 OR id IN (SELECT e.id FROM sla_task e WHERE e.state <> 0 ORDER BY e.id DESC LIMIT 10)
ORDER BY id DESC

-- name: sla.insertNotification
INSERT INTO notification (person_id, kind, ticket_id, target, cycle, level, at, due_at, seen_at)
VALUES (:person, :kind, :ticket, :target, :cycle, :level, :at, :dueAt, :seenAt)

-- name: sla.seeNotification
UPDATE notification SET seen_at = :at WHERE id = :id AND person_id = :person AND seen_at = 0

-- name: sla.seeAllNotifications
UPDATE notification SET seen_at = :at WHERE person_id = :person AND seen_at = 0

-- name: sla.notifications
SELECT n.id, n.person_id, n.kind, n.ticket_id, t.number, t.subject, n.target, n.cycle, n.level, n.at, n.due_at, n.seen_at,
    t.queue_id
FROM notification n
JOIN ticket t ON t.id = n.ticket_id
WHERE n.person_id = :me
ORDER BY n.seen_at <> 0, n.id DESC
LIMIT :limit

-- name: sla.due
SELECT id FROM ticket WHERE sla_next_at <> 0 AND sla_next_at <= :now ORDER BY sla_next_at LIMIT :limit

-- name: sla.next
SELECT coalesce(min(sla_next_at), 0) FROM ticket WHERE sla_next_at <> 0

-- name: sla.isTicket
t.id = ?
