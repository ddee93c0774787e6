-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who is in which ticket at this moment (see operations/presence.h): a row for each client and ticket. since and seen_at,
-- the last sign of life, are the machine's clock; a client that has been silent for presenceLastsMs counts as gone.
CREATE TABLE presence (
    client BLOB NOT NULL,
    ticket_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    since INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (client, ticket_id)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
