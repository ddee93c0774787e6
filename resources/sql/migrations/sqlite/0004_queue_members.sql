-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who sees what: see domain/queue_access.h.
ALTER TABLE person ADD COLUMN supervisor INTEGER NOT NULL DEFAULT 0 CHECK (supervisor IN (0, 1));

CREATE TABLE queue_member (
    queue_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (queue_id, person_id)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
