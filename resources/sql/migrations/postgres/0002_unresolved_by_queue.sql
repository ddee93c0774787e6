-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE INDEX ticket_unresolved_queue ON ticket (queue_id, due_at) WHERE state_type < 5;

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 2';
