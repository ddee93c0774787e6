-- SPDX-License-Identifier: GPL-3.0-or-later
-- SLA: calendars and policies with their versions, what clocks are calculated from, what they say, what has fired, and who
-- was told. Conventions as in migration 1; enumerations are those of domain/sla_policy.h and domain/sla_clock.h.

CREATE TABLE business_calendar (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    version_id INTEGER NOT NULL DEFAULT 0,
    feed TEXT NOT NULL DEFAULT ''
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

PRAGMA user_version = 7;
