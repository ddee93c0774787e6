-- SPDX-License-Identifier: GPL-3.0-or-later
-- Time that people have spent on tickets. Conventions as in migration 1.

-- ticket_id: for which it was logged; a ticket into which that one was merged shows it. at: when the work was done.
-- activity, note: empty, nothing was said. removed_at: it does not count any more; 0: it does.
CREATE TABLE work_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 10080),
    activity TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    logged_at INTEGER NOT NULL,
    removed_at INTEGER NOT NULL DEFAULT 0,
    removed_by INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX work_entry_ticket ON work_entry (ticket_id);

PRAGMA user_version = 13;
