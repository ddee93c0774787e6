-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who comes in by the service; see operations/account_store.h. Passwords are Argon2id; tokens, recovery codes and links
-- are here as SHA-256 of 256 (recovery codes 80) random bits. Conventions as in migration 1.

-- second_factor: sealed for the desk's key, see base/sealed_secret.h; second_factor_offered: not confirmed yet.
-- second_factor_step: the last step of time whose code was used.
CREATE TABLE account (
    person_id INTEGER PRIMARY KEY,
    password TEXT NOT NULL DEFAULT '',
    must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    second_factor BLOB NOT NULL DEFAULT x'',
    second_factor_offered BLOB NOT NULL DEFAULT x'',
    second_factor_step INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    password_at INTEGER NOT NULL DEFAULT 0,
    signed_in_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE account_recovery (
    person_id INTEGER NOT NULL,
    code_sha256 BLOB NOT NULL,
    PRIMARY KEY (person_id, code_sha256)
) STRICT, WITHOUT ROWID;

-- standing: role, admin and supervisor of the person when it began; it ends when they are something else.
CREATE TABLE account_session (
    id BLOB NOT NULL PRIMARY KEY,
    token_sha256 BLOB NOT NULL,
    person_id INTEGER NOT NULL,
    device TEXT NOT NULL DEFAULT '',
    peer TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    idle INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1)),
    standing INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX account_session_token ON account_session (token_sha256);

CREATE INDEX account_session_person ON account_session (person_id);

-- expires_at 0: does not.
CREATE TABLE api_token (
    id BLOB NOT NULL PRIMARY KEY,
    token_sha256 BLOB NOT NULL,
    person_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    scopes INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL DEFAULT 0,
    used_at INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL DEFAULT 0,
    standing INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX api_token_token ON api_token (token_sha256);

CREATE INDEX api_token_person ON api_token (person_id);

-- Invitations (1) and resets (2) of passwords; gone when they are used.
CREATE TABLE account_link (
    token_sha256 BLOB NOT NULL PRIMARY KEY,
    person_id INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX account_link_person ON account_link (person_id, kind);

-- Subnets that somebody has come in from before: strangers elsewhere do not shut them out. place: a hash as below.
CREATE TABLE account_place (
    person_id INTEGER NOT NULL,
    place BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person_id, place)
) STRICT, WITHOUT ROWID;

-- See domain/sign_in_limit.h. key: a hash, keyed with account_head.attempt_key, since people type passwords where names
-- belong.
CREATE TABLE sign_in_attempt (
    key BLOB NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    since INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL,
    blocks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row. stamp: rises with everything that revokes.
CREATE TABLE account_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stamp INTEGER NOT NULL,
    attempt_key BLOB NOT NULL
) STRICT;

INSERT INTO account_head (id, stamp, attempt_key) VALUES (1, 1, randomblob(32));

PRAGMA user_version = 9;
