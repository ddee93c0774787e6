-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mail: accounts, what came in, what is on its way out, what waits for a person, and who does the jobs. Conventions as in
-- migration 1; enumerations are those of domain/mailbox.h, domain/delivery.h, operations/command.h and
-- operations/mail_report.h.

-- settings: JSON of what is not a column, see store/mailbox_json.h.
CREATE TABLE mailbox (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    queue_id INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    settings TEXT NOT NULL
) STRICT;

-- Sealed for the desk's key, see base/sealed_secret.h: without the key file nobody can read them.
CREATE TABLE mailbox_secret (
    mailbox_id INTEGER NOT NULL,
    secret INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (mailbox_id, secret)
) STRICT, WITHOUT ROWID;

-- One row a mailbox, written by whoever fetches.
CREATE TABLE mailbox_progress (
    mailbox_id INTEGER PRIMARY KEY,
    validity INTEGER NOT NULL DEFAULT 0,
    first_key INTEGER NOT NULL DEFAULT 0,
    first_at INTEGER NOT NULL DEFAULT 0,
    backlog INTEGER NOT NULL DEFAULT 0,
    tried_at INTEGER NOT NULL DEFAULT 0,
    reached_at INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    next_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE mail_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    queue_id INTEGER NOT NULL DEFAULT 0,
    agent_id INTEGER NOT NULL DEFAULT 0,
    language TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

ALTER TABLE queue ADD COLUMN mailbox_id INTEGER NOT NULL DEFAULT 0;

ALTER TABLE queue ADD COLUMN acknowledges INTEGER NOT NULL DEFAULT 1 CHECK (acknowledges IN (0, 1));

ALTER TABLE queue ADD COLUMN follow_up INTEGER NOT NULL DEFAULT 2 CHECK (follow_up BETWEEN 1 AND 3);

ALTER TABLE queue ADD COLUMN follow_up_days INTEGER NOT NULL DEFAULT 14;

-- A mail of a mailbox from the moment its bytes are safe. mail_key: IMAP UID or POP3 UIDL. outcome 0: not applied yet.
-- settled: flagged, moved or deleted on the server, as the mailbox says. size without sha256: a rejected one.
CREATE TABLE mail_arrival (
    id INTEGER PRIMARY KEY,
    mailbox_id INTEGER NOT NULL,
    folder TEXT NOT NULL,
    validity INTEGER NOT NULL,
    mail_key TEXT NOT NULL,
    raw_sha256 BLOB REFERENCES blob (sha256),
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    outcome INTEGER NOT NULL DEFAULT 0 CHECK (outcome BETWEEN 0 AND 8),
    reason TEXT NOT NULL DEFAULT '',
    ticket_id INTEGER NOT NULL DEFAULT 0,
    article_id INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
    UNIQUE (mailbox_id, folder, validity, mail_key)
) STRICT;

-- A mail that cannot be applied stands in the way of no other.
CREATE INDEX mail_arrival_pending ON mail_arrival (attempts, id) WHERE outcome = 0;

CREATE INDEX mail_arrival_unsettled ON mail_arrival (mailbox_id, id) WHERE settled = 0;

CREATE INDEX mail_arrival_outcome ON mail_arrival (mailbox_id, outcome, reason);

CREATE INDEX mail_arrival_opened ON mail_arrival (ticket_id) WHERE outcome = 1;

-- accept: JSON of the command that waits, without bytes, see operations/accept_mail_json.h.
CREATE TABLE held_mail (
    id INTEGER PRIMARY KEY,
    mailbox_id INTEGER NOT NULL,
    arrival_id INTEGER NOT NULL,
    reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 4),
    ticket_id INTEGER NOT NULL DEFAULT 0,
    from_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    raw_sha256 BLOB NOT NULL REFERENCES blob (sha256),
    at INTEGER NOT NULL,
    accept TEXT NOT NULL,
    decision INTEGER NOT NULL DEFAULT 0 CHECK (decision BETWEEN 0 AND 3),
    decided_by INTEGER NOT NULL DEFAULT 0,
    decided_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX held_mail_waiting ON held_mail (ticket_id) WHERE decision = 0;

CREATE INDEX held_mail_newest ON held_mail (id) WHERE decision = 0;

-- Who else may write into a ticket, beside those whom its public articles name.
CREATE TABLE ticket_participant (
    ticket_id INTEGER NOT NULL,
    address_folded TEXT NOT NULL,
    PRIMARY KEY (ticket_id, address_folded)
) STRICT, WITHOUT ROWID;

-- kind 1: ticket_id follows up other_id.
CREATE TABLE ticket_link (
    ticket_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, other_id, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_link_other ON ticket_link (other_id);

-- Mail that a machine wrote for us, for the sliding windows of its limits.
CREATE TABLE automatic_mail (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    address_folded TEXT NOT NULL,
    ticket_id INTEGER NOT NULL
) STRICT;

CREATE INDEX automatic_mail_at ON automatic_mail (at);

CREATE INDEX automatic_mail_address ON automatic_mail (address_folded, at);

CREATE INDEX automatic_mail_ticket ON automatic_mail (ticket_id, at);

-- The outbox: rendered once; the bytes are in blob. token: domain/message_id.h.
CREATE TABLE outbound_mail (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL DEFAULT 0,
    mailbox_id INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    author_id INTEGER NOT NULL DEFAULT 0,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL,
    envelope_from TEXT NOT NULL,
    raw_sha256 BLOB NOT NULL REFERENCES blob (sha256),
    created_at INTEGER NOT NULL,
    release_at INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 3 CHECK (state BETWEEN 1 AND 7),
    state_before INTEGER NOT NULL DEFAULT 0,
    state_after INTEGER NOT NULL DEFAULT 0,
    pending_before INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX outbound_mail_ticket ON outbound_mail (ticket_id, id);

CREATE INDEX outbound_mail_token ON outbound_mail (token);

CREATE INDEX outbound_mail_open ON outbound_mail (id) WHERE state IN (3, 4, 5);

-- next_at: when it is tried; 0: no more. A worker that tries it leaves that as it is and its fence here, so that it is due
-- again for the next one. at: of the last attempt or report.
CREATE TABLE outbound_recipient (
    mail_id INTEGER NOT NULL REFERENCES outbound_mail (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 3 CHECK (state BETWEEN 1 AND 7),
    attempts INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0,
    reply TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (mail_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX outbound_recipient_due ON outbound_recipient (next_at) WHERE next_at <> 0;

CREATE INDEX outbound_recipient_address ON outbound_recipient (address_folded, mail_id);

CREATE INDEX outbound_recipient_trouble ON outbound_recipient (at) WHERE state IN (6, 7);

-- A fence is never given out twice.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    fence INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A reply that was taken back before it left is no longer part of the thread; history says that it was there.
ALTER TABLE article ADD COLUMN withdrawn_at INTEGER NOT NULL DEFAULT 0;

CREATE INDEX article_withdrawn ON article (ticket_id, position) WHERE withdrawn_at <> 0;

ALTER TABLE ticket ADD COLUMN delivery INTEGER NOT NULL DEFAULT 0 CHECK (delivery BETWEEN 0 AND 7);

-- Not of those that were sent or never mailed, which are nearly all.
CREATE INDEX ticket_delivery ON ticket (delivery) WHERE delivery > 2;

PRAGMA user_version = 6;
