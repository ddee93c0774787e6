-- SPDX-License-Identifier: GPL-3.0-or-later
-- SLA: calendars and policies with their versions, what clocks are calculated from, what they say, what has fired, and who
-- was told. Conventions as in migration 1; enumerations are those of domain/sla_policy.h and domain/sla_clock.h.

CREATE TABLE business_calendar (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    version_id INTEGER NOT NULL DEFAULT 0
) STRICT;

-- calendar: JSON, see domain/calendar_json.h. name: of then. Versions are never changed.
CREATE TABLE business_calendar_version (
    id INTEGER PRIMARY KEY,
    calendar_id INTEGER NOT NULL REFERENCES business_calendar (id),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    calendar TEXT NOT NULL,
    UNIQUE (calendar_id, version)
) STRICT;

CREATE TABLE sla_policy (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    version_id INTEGER NOT NULL DEFAULT 0
) STRICT;

-- policy: JSON, see domain/sla_policy_json.h. name: of then. Versions are never changed.
CREATE TABLE sla_policy_version (
    id INTEGER PRIMARY KEY,
    policy_id INTEGER NOT NULL REFERENCES sla_policy (id),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    policy TEXT NOT NULL,
    UNIQUE (policy_id, version)
) STRICT;

-- What has happened to a ticket as far as clocks care, in order, for ever. See domain/sla_clock.h.
CREATE TABLE sla_event (
    ticket_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 20),
    at INTEGER NOT NULL,
    value INTEGER NOT NULL,
    other INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (ticket_id, position)
) STRICT, WITHOUT ROWID;

-- What the clocks say: one row a cycle. Calculated; only the reason is a person's.
CREATE TABLE sla_clock (
    ticket_id INTEGER NOT NULL,
    target INTEGER NOT NULL CHECK (target BETWEEN 1 AND 6),
    cycle INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
    basis INTEGER NOT NULL CHECK (basis BETWEEN 1 AND 3),
    amount INTEGER NOT NULL,
    policy_version_id INTEGER NOT NULL,
    calendar_version_id INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    breach_at INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    paused_at INTEGER NOT NULL,
    paused_by INTEGER NOT NULL,
    elapsed INTEGER NOT NULL,
    time_left INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (ticket_id, target, cycle)
) STRICT, WITHOUT ROWID;

-- Each level of each cycle once; level 0 is the breach.
CREATE TABLE sla_fired (
    ticket_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    cycle INTEGER NOT NULL,
    level INTEGER NOT NULL,
    at INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, target, cycle, level)
) STRICT, WITHOUT ROWID;

-- Recalculations. scope: SlaScope.
CREATE TABLE sla_task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope INTEGER NOT NULL CHECK (scope BETWEEN 1 AND 3),
    policy_id INTEGER NOT NULL DEFAULT 0,
    calendar_id INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    by_id INTEGER NOT NULL DEFAULT 0,
    cursor_ticket INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2)
) STRICT;

CREATE INDEX sla_task_open ON sla_task (id) WHERE state = 0;

CREATE TABLE notification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    target INTEGER NOT NULL DEFAULT 0,
    cycle INTEGER NOT NULL DEFAULT 0,
    level TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    due_at INTEGER NOT NULL DEFAULT 0,
    seen_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX notification_person ON notification (person_id, id);

CREATE INDEX notification_unseen ON notification (person_id, id) WHERE seen_at = 0;

ALTER TABLE queue ADD COLUMN calendar_id INTEGER NOT NULL DEFAULT 0;

ALTER TABLE queue ADD COLUMN lead_id INTEGER NOT NULL DEFAULT 0;

ALTER TABLE queue ADD COLUMN manager_id INTEGER NOT NULL DEFAULT 0;

ALTER TABLE queue ADD COLUMN on_call_id INTEGER NOT NULL DEFAULT 0;

ALTER TABLE ticket ADD COLUMN sla_standing INTEGER NOT NULL DEFAULT 0 CHECK (sla_standing BETWEEN 0 AND 4);

ALTER TABLE ticket ADD COLUMN sla_target INTEGER NOT NULL DEFAULT 0;

ALTER TABLE ticket ADD COLUMN sla_due_at INTEGER NOT NULL DEFAULT 0;

ALTER TABLE ticket ADD COLUMN sla_left INTEGER NOT NULL DEFAULT 0;

ALTER TABLE ticket ADD COLUMN sla_missed INTEGER NOT NULL DEFAULT 0 CHECK (sla_missed IN (0, 1));

ALTER TABLE ticket ADD COLUMN sla_next_at INTEGER NOT NULL DEFAULT 0;

-- "Due soon", without the table for who sees only some queues.
CREATE INDEX ticket_sla_due ON ticket (sla_due_at, queue_id, sla_standing) WHERE sla_due_at <> 0;

-- What the watch looks at.
CREATE INDEX ticket_sla_next ON ticket (sla_next_at) WHERE sla_next_at <> 0;

-- As before, with what the time that is left is sorted and counted by.
DROP INDEX ticket_unresolved;

CREATE INDEX ticket_unresolved ON ticket (
    updated_at, owner_id, queue_id, state_id, state_type, priority_id, category_id, requester_id, organization_id,
    due_at, created_at, last_contact_at, last_article_id, sla_standing, sla_due_at, sla_left, sla_missed
) WHERE state_type < 5;

-- How a job does: failures in a row, and the last problem.
ALTER TABLE lease ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;

ALTER TABLE lease ADD COLUMN problem TEXT NOT NULL DEFAULT '';

ALTER TABLE lease ADD COLUMN problem_at INTEGER NOT NULL DEFAULT 0;

-- What is known of tickets that are older than their clocks: how they began, what history says of their fields, and who
-- has said what. Nothing was promised for them until somebody recalculates.
INSERT INTO sla_event (ticket_id, position, kind, at, value, other)
SELECT e.ticket_id, row_number() OVER (PARTITION BY e.ticket_id ORDER BY e.version, e.place, e.source, e.kind), e.kind,
    max(e.at) OVER (PARTITION BY e.ticket_id ORDER BY e.version, e.place, e.source, e.kind), e.value,
    CASE e.kind WHEN 2 THEN coalesce((SELECT s.type FROM state s WHERE s.id = e.value), 0) ELSE 0 END
FROM (
    SELECT t.id AS ticket_id, 1 AS version, t.created_at AS at, 0 AS place, 0 AS source, 1 AS kind,
        CASE
            WHEN coalesce((SELECT min(h.actor_kind) FROM history h WHERE h.ticket_id = t.id AND h.what = 'opened'), 0) <> 1
                THEN coalesce(a.sender_role, 3)
            WHEN t.channel = 3 OR a.channel = 3 OR (a.sender_role = 2 AND a.visibility = 1) THEN 2
            ELSE 1
        END AS value
    FROM ticket t
    LEFT JOIN article a ON a.ticket_id = t.id AND a.position = 1 AND NOT EXISTS (SELECT 1 FROM history h
        WHERE h.ticket_id = t.id AND h.what = 'article' AND h.new_value = CAST(a.id AS TEXT))
    UNION ALL
    SELECT t.id, 1, t.created_at, f.place, 0, f.kind,
        CAST(coalesce((SELECT h.old_value FROM history h WHERE h.ticket_id = t.id AND h.what = f.what ORDER BY h.version, h.id
                LIMIT 1), CAST(CASE f.kind WHEN 2 THEN t.state_id WHEN 3 THEN t.priority_id WHEN 4 THEN t.queue_id
                ELSE t.owner_id END AS TEXT)) AS INTEGER)
    FROM ticket t
    CROSS JOIN (SELECT 1 AS place, 2 AS kind, 'state' AS what UNION ALL SELECT 2, 3, 'priority' UNION ALL
        SELECT 3, 4, 'queue' UNION ALL SELECT 4, 5, 'owner') f
    UNION ALL
    SELECT a.ticket_id, coalesce(h.version, 1), coalesce(h.at, a.created_at), 5, a.id,
        CASE WHEN a.sender_role = 1 THEN 6 WHEN a.channel = 3 THEN 8 WHEN a.visibility = 1 THEN 7 ELSE 9 END, a.id
    FROM article a
    LEFT JOIN history h ON h.ticket_id = a.ticket_id AND h.what = 'article' AND h.new_value = CAST(a.id AS TEXT)
    WHERE a.withdrawn_at = 0 AND (a.sender_role = 2 OR (a.sender_role = 1 AND a.visibility = 1))
    UNION ALL
    SELECT a.ticket_id, coalesce(h.version, 1), coalesce(h.at, a.created_at), 5, a.id,
        8, a.id
    FROM article a
    LEFT JOIN history h ON h.ticket_id = a.ticket_id AND h.what = 'article' AND h.new_value = CAST(a.id AS TEXT)
    WHERE a.withdrawn_at = 0 AND a.sender_role = 1 AND a.channel = 3
    UNION ALL
    SELECT h.ticket_id, h.version, h.at, CASE h.what WHEN 'state' THEN 6 WHEN 'priority' THEN 7 WHEN 'queue' THEN 8 ELSE 9 END,
        h.id, CASE h.what WHEN 'state' THEN 2 WHEN 'priority' THEN 3 WHEN 'queue' THEN 4 ELSE 5 END, CAST(h.new_value AS INTEGER)
    FROM history h
    JOIN ticket t ON t.id = h.ticket_id
    WHERE h.what IN ('state', 'priority', 'queue', 'owner')
) e
WHERE e.kind <> 5 OR e.place = 9 OR e.value <> 0;

PRAGMA user_version = 7;
