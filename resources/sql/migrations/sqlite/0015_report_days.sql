-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sums of days tell different tickets of any days. Conventions as in migration 1.

-- Sums of a local day of the desk's zone, as days since 1970-01-01. series: see store/report_days.h; key, target: what it
-- is by, else 0. previous_day: of the ticket's last fact before it in the same place; -1000000: there is none. They are
-- made anew.
DROP TABLE report_day;

CREATE TABLE report_day (
    series INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    day INTEGER NOT NULL,
    key INTEGER NOT NULL,
    queue_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    previous_day INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (series, kind, day, key, queue_id, target, previous_day)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 15;
