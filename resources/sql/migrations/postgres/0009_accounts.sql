-- SPDX-License-Identifier: GPL-3.0-or-later
-- As that of SQLite. Who comes in by the service; see operations/account_store.h. Nobody but the service and the owner
-- has anything to do with these tables: no grant, and no row for anybody else.

CREATE TABLE account (
    person_id BIGINT PRIMARY KEY,
    password TEXT COLLATE "C" NOT NULL DEFAULT '',
    must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    second_factor BYTEA NOT NULL DEFAULT '',
    second_factor_offered BYTEA NOT NULL DEFAULT '',
    second_factor_step BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    password_at BIGINT NOT NULL DEFAULT 0,
    signed_in_at BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE account_recovery (
    person_id BIGINT NOT NULL,
    code_sha256 BYTEA NOT NULL,
    PRIMARY KEY (person_id, code_sha256)
);

-- standing: role, admin and supervisor of the person when it began; it ends when they are something else.
CREATE TABLE account_session (
    id BYTEA NOT NULL PRIMARY KEY,
    token_sha256 BYTEA NOT NULL,
    person_id BIGINT NOT NULL,
    device TEXT COLLATE "C" NOT NULL DEFAULT '',
    peer TEXT COLLATE "C" NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    idle BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1)),
    standing BIGINT NOT NULL
);

CREATE UNIQUE INDEX account_session_token ON account_session (token_sha256);

CREATE INDEX account_session_person ON account_session (person_id);

CREATE TABLE api_token (
    id BYTEA NOT NULL PRIMARY KEY,
    token_sha256 BYTEA NOT NULL,
    person_id BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    scopes INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL DEFAULT 0,
    used_at BIGINT NOT NULL DEFAULT 0,
    expires_at BIGINT NOT NULL DEFAULT 0,
    standing BIGINT NOT NULL
);

CREATE UNIQUE INDEX api_token_token ON api_token (token_sha256);

CREATE INDEX api_token_person ON api_token (person_id);

-- Invitations (1) and resets (2) of passwords; gone when they are used.
CREATE TABLE account_link (
    token_sha256 BYTEA NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX account_link_person ON account_link (person_id, kind);

-- Subnets that somebody has come in from before: strangers elsewhere do not shut them out. place: a hash as below.
CREATE TABLE account_place (
    person_id BIGINT NOT NULL,
    place BYTEA NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, place)
);

-- See domain/sign_in_limit.h. key: a hash, keyed with account_head.attempt_key, since people type passwords where names
-- belong.
CREATE TABLE sign_in_attempt (
    key BYTEA NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    since BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    blocks INTEGER NOT NULL
);

-- One row. stamp: rises with everything that revokes.
CREATE TABLE account_head (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    stamp BIGINT NOT NULL,
    attempt_key BYTEA NOT NULL
);

INSERT INTO account_head (id, stamp, attempt_key)
VALUES (1, 1, sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

ALTER TABLE account ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON account USING ((SELECT is_service()));

ALTER TABLE account_recovery ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON account_recovery USING ((SELECT is_service()));

ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON account_session USING ((SELECT is_service()));

ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON api_token USING ((SELECT is_service()));

ALTER TABLE account_link ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON account_link USING ((SELECT is_service()));

ALTER TABLE account_place ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON account_place USING ((SELECT is_service()));

ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON sign_in_attempt USING ((SELECT is_service()));

ALTER TABLE account_head ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON account_head USING ((SELECT is_service()));

-- What was done to accounts is said by who can do it.
CREATE FUNCTION guard_account_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT is_service() THEN
        PERFORM refuse('accounts are kept by the service');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER history_account_guarded BEFORE INSERT ON history
FOR EACH ROW WHEN (NEW.what = 'saved-account' AND NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE'))
EXECUTE FUNCTION guard_account_history();

REVOKE ALL ON FUNCTION guard_account_history() FROM PUBLIC;

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 9';
