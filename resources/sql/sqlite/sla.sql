-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writing is one row at a time, in the order of the keys; the placeholders are bound by their order.

-- In the order of the ids, and of each one's positions.
-- name: sla.events
SELECT e.ticket_id, e.kind, e.at, e.value, e.other
FROM json_each(:ids) wanted
CROSS JOIN sla_event e ON e.ticket_id = wanted.value

-- name: sla.clocks
SELECT c.ticket_id, c.target, c.cycle, c.state, c.basis, c.amount, c.policy_version_id, c.calendar_version_id, c.started_at,
    c.due_at, c.breach_at, c.cause, c.ended_at, c.paused_at, c.paused_by, c.elapsed, c.time_left, c.reason
FROM json_each(:ids) wanted
CROSS JOIN sla_clock c ON c.ticket_id = wanted.value

-- name: sla.fired
SELECT f.ticket_id, f.target, f.cycle, f.level, f.at, f.done_at
FROM json_each(:ids) wanted
CROSS JOIN sla_fired f ON f.ticket_id = wanted.value

-- name: sla.insertEvent
INSERT INTO sla_event (ticket_id, position, kind, at, value, other) VALUES (?, ?, ?, ?, ?, ?)

-- name: sla.saveClock
INSERT INTO sla_clock (ticket_id, target, cycle, state, basis, amount, policy_version_id, calendar_version_id, started_at,
    due_at, breach_at, cause, ended_at, paused_at, paused_by, elapsed, time_left)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (ticket_id, target, cycle) DO UPDATE SET state = excluded.state, basis = excluded.basis,
    amount = excluded.amount, policy_version_id = excluded.policy_version_id,
    calendar_version_id = excluded.calendar_version_id, started_at = excluded.started_at, due_at = excluded.due_at,
    breach_at = excluded.breach_at, cause = excluded.cause, ended_at = excluded.ended_at, paused_at = excluded.paused_at,
    paused_by = excluded.paused_by, elapsed = excluded.elapsed, time_left = excluded.time_left

-- name: sla.removeClock
DELETE FROM sla_clock WHERE ticket_id = ? AND target = ? AND cycle = ?

-- name: sla.setSummary
UPDATE ticket SET sla_standing = ?, sla_target = ?, sla_due_at = ?, sla_left = ?, sla_missed = ?, sla_next_at = ?
WHERE id = ?

-- Alone it touches one index.
-- name: sla.setNext
UPDATE ticket SET sla_next_at = ? WHERE id = ?
