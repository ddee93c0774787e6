-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports: what has happened, as facts that can be counted, sums of their days, and what people have saved of questions
-- about them. Conventions as in migration 1; enumerations are those of domain/report.h and domain/report_fact.h.

-- Derived from the events of tickets, see domain/report_fact.h; made anew at any time. n: place among the facts of its
-- ticket. ends, target, detail, source, value: as the kind says. wall, business, working: ms, -1: none. prev_at: the fact
-- of that kind before it (met and missed are one), prev_like_at: of the same target, too; 0: none. From queue_id on: of
-- the ticket as it is.
CREATE TABLE report_fact (
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    target INTEGER NOT NULL,
    detail INTEGER NOT NULL,
    source INTEGER NOT NULL,
    value INTEGER NOT NULL,
    queue_then INTEGER NOT NULL,
    owner_then INTEGER NOT NULL,
    priority_then INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    business INTEGER NOT NULL,
    working INTEGER NOT NULL,
    prev_at INTEGER NOT NULL,
    prev_like_at INTEGER NOT NULL,
    queue_id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    priority_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    organization_id INTEGER NOT NULL,
    state_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, at, ticket_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_fact_ticket ON report_fact (ticket_id);

-- Sums of a local day of the desk's zone, as days since 1970-01-01. dimension 0: of all; else 1 + ReportDimension, with
-- its key. target 0: of all. first_…: of how many it was the ticket's first in that day, week, month and year.
CREATE TABLE report_day (
    kind INTEGER NOT NULL,
    target INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    day INTEGER NOT NULL,
    key INTEGER NOT NULL,
    queue_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    business INTEGER NOT NULL,
    working INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    first_week INTEGER NOT NULL,
    first_month INTEGER NOT NULL,
    first_year INTEGER NOT NULL,
    PRIMARY KEY (kind, target, dimension, day, key, queue_id)
) STRICT, WITHOUT ROWID;

-- One row. cursor: the change up to which facts are made. running: tickets are gone through as far as pass_ticket, all of
-- them (1; then days are only of those) or those without facts (2).
-- zone: of the days. rules: by which facts were made, see reportFactRules.
CREATE TABLE report_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    cursor INTEGER NOT NULL,
    running INTEGER NOT NULL CHECK (running BETWEEN 0 AND 2),
    pass_ticket INTEGER NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    zone TEXT NOT NULL,
    rules INTEGER NOT NULL
) STRICT;

INSERT INTO report_progress (id, cursor, running, pass_ticket, done, total, zone, rules) VALUES (1, 0, 1, 0, 0, 0, '', 0);

-- kind: 1 a report, 2 a dashboard, 3 a schedule. content: JSON, see domain/report_json.h.
CREATE TABLE report_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- Every version that there was, also the one that is.
CREATE TABLE report_item_version (
    item_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by_id INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (item_id, version)
) STRICT, WITHOUT ROWID;

-- What was mailed, or was to be: a reader gets a schedule's mail of an instant once. problem: why not; empty: it went out.
CREATE TABLE report_sending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    reader_id INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    UNIQUE (schedule_id, reader_id, due_at)
) STRICT;

PRAGMA user_version = 11;
