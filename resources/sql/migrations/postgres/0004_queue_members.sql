-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who sees what: see domain/queue_access.h.
ALTER TABLE person ADD COLUMN supervisor INTEGER NOT NULL DEFAULT 0 CHECK (supervisor IN (0, 1));

CREATE TABLE queue_member (
    queue_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (queue_id, person_id)
);

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 4';
