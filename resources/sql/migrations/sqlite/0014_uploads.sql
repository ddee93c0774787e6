-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people have sent to the service and have not used in a command yet; see operations/upload_store.h. Conventions
-- as in migration 1.

-- complete: all pieces are there, and they are what the hash says. expires_at: from when on it is as if it had not been.
CREATE TABLE upload (
    person_id INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX upload_expiry ON upload (expires_at);

-- number: from 0; all pieces but the last are of one size.
CREATE TABLE upload_piece (
    person_id INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (person_id, sha256, number),
    FOREIGN KEY (person_id, sha256) REFERENCES upload (person_id, sha256) ON DELETE CASCADE
) STRICT;

PRAGMA user_version = 14;
