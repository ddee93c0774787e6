-- SPDX-License-Identifier: GPL-3.0-or-later
-- Many rows in one question: an answer of the server costs more than the rows do.

-- name: catalog.saveCalendar
INSERT INTO business_calendar (id, name, active)
VALUES (coalesce(:id, nextval('business_calendar_id_seq')), :name, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active
RETURNING id

-- name: catalog.saveSlaPolicy
INSERT INTO sla_policy (id, name, position, active)
VALUES (coalesce(:id, nextval('sla_policy_id_seq')), :name, :position, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, active = excluded.active
RETURNING id

-- As sla.subjects, but nobody changes the tickets until the end of the transaction.
-- name: sla.lockedSubjects
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
FOR NO KEY UPDATE OF t

-- Events, clocks and what has fired in one answer: what they are, the columns of the table behind the ticket, and a reason.
-- name: sla.whole
SELECT r.ticket_id, r.part, r.c1, r.c2, r.c3, r.c4, r.c5, r.c6, r.c7, r.c8, r.c9, r.c10, r.c11, r.c12, r.c13, r.c14, r.c15,
    r.c16, r.reason
FROM (
    SELECT e.ticket_id, 1 AS part, e.position AS place, 0 AS cycle, 0 AS level, e.kind AS c1, e.at AS c2, e.value AS c3,
        e.other AS c4, 0 AS c5, 0::bigint AS c6, 0::bigint AS c7, 0::bigint AS c8, 0::bigint AS c9, 0::bigint AS c10,
        0 AS c11, 0::bigint AS c12, 0::bigint AS c13, 0::bigint AS c14, 0::bigint AS c15, 0::bigint AS c16, '' AS reason
    FROM sla_event e
    WHERE e.ticket_id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))
    UNION ALL
    SELECT c.ticket_id, 2, c.target, c.cycle, 0, c.target, c.cycle, c.state, c.basis, c.amount, c.policy_version_id,
        c.calendar_version_id, c.started_at, c.due_at, c.breach_at, c.cause, c.ended_at, c.paused_at, c.paused_by, c.elapsed,
        c.time_left, c.reason
    FROM sla_clock c
    WHERE c.ticket_id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))
    UNION ALL
    SELECT f.ticket_id, 3, f.target, f.cycle, f.level, f.target, f.cycle, f.level, f.at, f.done_at, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, ''
    FROM sla_fired f
    WHERE f.ticket_id = ANY (ARRAY(SELECT json_array_elements_text(:ids)::bigint))
) r
ORDER BY r.ticket_id, r.part, r.place, r.cycle, r.level

-- All that becomes of some tickets' clocks.
-- name: sla.storeAll
WITH events AS (
    INSERT INTO sla_event (ticket_id, position, kind, at, value, other)
    SELECT (e ->> 0)::bigint, (e ->> 1)::integer, (e ->> 2)::integer, (e ->> 3)::bigint, (e ->> 4)::bigint, (e ->> 5)::bigint
    FROM json_array_elements(:events) e
), removed AS (
    DELETE FROM sla_clock c USING json_array_elements(:removed) r
    WHERE c.ticket_id = (r ->> 0)::bigint AND c.target = (r ->> 1)::integer AND c.cycle = (r ->> 2)::integer
), clocks AS (
    INSERT INTO sla_clock (ticket_id, target, cycle, state, basis, amount, policy_version_id, calendar_version_id, started_at,
        due_at, breach_at, cause, ended_at, paused_at, paused_by, elapsed, time_left)
    SELECT (c ->> 0)::bigint, (c ->> 1)::integer, (c ->> 2)::integer, (c ->> 3)::integer, (c ->> 4)::integer,
        (c ->> 5)::bigint, (c ->> 6)::bigint, (c ->> 7)::bigint, (c ->> 8)::bigint, (c ->> 9)::bigint, (c ->> 10)::bigint,
        (c ->> 11)::integer, (c ->> 12)::bigint, (c ->> 13)::bigint, (c ->> 14)::bigint, (c ->> 15)::bigint,
        (c ->> 16)::bigint
    FROM json_array_elements(:clocks) c
    ON CONFLICT (ticket_id, target, cycle) DO UPDATE SET state = excluded.state, basis = excluded.basis,
        amount = excluded.amount, policy_version_id = excluded.policy_version_id,
        calendar_version_id = excluded.calendar_version_id, started_at = excluded.started_at, due_at = excluded.due_at,
        breach_at = excluded.breach_at, cause = excluded.cause, ended_at = excluded.ended_at,
        paused_at = excluded.paused_at, paused_by = excluded.paused_by, elapsed = excluded.elapsed,
        time_left = excluded.time_left
)
UPDATE ticket t SET sla_standing = s.standing, sla_target = s.target, sla_due_at = s.due_at, sla_left = s.time_left,
    sla_missed = s.missed, sla_next_at = s.next_at
FROM (
    SELECT (r ->> 6)::bigint AS id, (r ->> 0)::integer AS standing, (r ->> 1)::integer AS target,
        (r ->> 2)::bigint AS due_at, (r ->> 3)::bigint AS time_left, (r ->> 4)::integer AS missed,
        (r ->> 5)::bigint AS next_at
    FROM json_array_elements(:summaries) r OFFSET 0
) s
WHERE t.id = s.id
