-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sums of days tell different tickets of any days. Conventions as in migration 1.

-- Facts of a ticket are also looked for by what they are, as a file does.
ALTER TABLE report_fact DROP CONSTRAINT report_fact_pkey, ADD PRIMARY KEY (ticket_id, kind, at, n);

-- Of one queue, or of an agent in it, there are few: lists of a year would read all facts of a kind otherwise.
CREATE INDEX report_fact_queue ON report_fact (queue_id, kind, owner_id, at) INCLUDE (ticket_id);

-- Sums of a local day of the desk's zone, as days since 1970-01-01. series: see store/report_days.h; key, target: what it
-- is by, else 0. previous_day: of the ticket's last fact before it in the same place; -1000000: there is none. They are
-- made anew.
DELETE FROM report_day;

ALTER TABLE report_day DROP CONSTRAINT report_day_pkey;

ALTER TABLE report_day DROP COLUMN dimension, DROP COLUMN wall, DROP COLUMN business, DROP COLUMN working,
    DROP COLUMN first_day, DROP COLUMN first_week, DROP COLUMN first_month, DROP COLUMN first_year,
    ADD COLUMN series INTEGER NOT NULL, ADD COLUMN previous_day INTEGER NOT NULL,
    ADD PRIMARY KEY (series, kind, day, key, queue_id, target, previous_day);

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 15';
