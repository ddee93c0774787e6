-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who is in which ticket at this moment (see operations/presence.h): a row for each client and ticket. since and seen_at,
-- the last sign of life, are the server's clock; a client that has been silent for presenceLastsMs counts as gone. Nothing
-- of it is worth a place in the journal; the room in its pages lets signs of life be written in place.
CREATE UNLOGGED TABLE presence (
    client BYTEA NOT NULL,
    ticket_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    since BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (client, ticket_id)
) WITH (fillfactor = 50);

-- A notice says where to look and nothing else: whoever may connect to the database hears it, whatever they may read.
CREATE FUNCTION say_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_catalog.pg_notify('deskhand', TG_ARGV[0]);
    RETURN NULL;
END $$;

CREATE TRIGGER change_feed_said AFTER INSERT ON change_feed
FOR EACH STATEMENT EXECUTE FUNCTION say_look('feed');

-- A sign of life alone is not said.
CREATE TRIGGER presence_said AFTER INSERT OR DELETE OR UPDATE OF person_id, kind, since ON presence
FOR EACH STATEMENT EXECUTE FUNCTION say_look('presence');

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 3';
