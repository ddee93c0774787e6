-- SPDX-License-Identifier: GPL-3.0-or-later
-- As that of SQLite. What people have sent to the service and have not used in a command yet; see
-- operations/upload_store.h. Nobody but the service and the owner has anything to do with it: no grant, and no row for
-- anybody else.

CREATE TABLE upload (
    person_id BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    size BIGINT NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, sha256)
);

CREATE INDEX upload_expiry ON upload (expires_at);

CREATE TABLE upload_piece (
    person_id BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    number INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (person_id, sha256, number),
    FOREIGN KEY (person_id, sha256) REFERENCES upload (person_id, sha256) ON DELETE CASCADE
);

-- Packing what people attach is rarely worth it, and is done while others wait.
ALTER TABLE upload_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE upload ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON upload USING ((SELECT is_service()));

ALTER TABLE upload_piece ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON upload_piece USING ((SELECT is_service()));

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 14';
