-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole schema of a desk. Statements end with ";" at the end of a line and are separated by blank lines.
--
-- Conventions: instants are UTC milliseconds, 0 = not set. An optional reference is 0 when there is none, not NULL, so
-- that every comparison is true or false and never unknown. Columns named *_folded hold foldText() of their
-- neighbour. Numbers of enumerations are those of the C++ enums. Ids are never reused.

CREATE TABLE desk_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 'ticket_number': the last counter given out. 'catalog': raised whenever anything in the catalogue changes.
CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type INTEGER NOT NULL CHECK (type BETWEEN 1 AND 7),
    position INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE priority (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    rank INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE organization (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    domain TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- read_floor: articles up to this id count as read for the person where no read_mark says otherwise; a new agent does
-- not begin with a million unread tickets.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    name_folded TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    address_folded TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    role INTEGER NOT NULL DEFAULT 1 CHECK (role IN (1, 2)),
    admin INTEGER NOT NULL DEFAULT 0 CHECK (admin IN (0, 1)),
    vip INTEGER NOT NULL DEFAULT 0 CHECK (vip IN (0, 1)),
    organization_id INTEGER NOT NULL DEFAULT 0,
    language TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    read_floor INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX person_address ON person (address_folded) WHERE address_folded <> '';

CREATE INDEX person_name ON person (name_folded);

CREATE INDEX person_agent ON person (name_folded) WHERE role = 2;

-- Words of name and address, folded, so that "any word starts with" is a range of this index.
CREATE TABLE person_word (
    word TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (word, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_word_person ON person_word (person_id);

-- state_type repeats state.type, so that "unresolved" can be indexed; a state never changes its type.
-- tags: the ticket's tags joined by blanks, sorted; ticket_tag has them one a row.
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    state_id INTEGER NOT NULL REFERENCES state (id),
    state_type INTEGER NOT NULL,
    priority_id INTEGER NOT NULL REFERENCES priority (id),
    queue_id INTEGER NOT NULL REFERENCES queue (id),
    category_id INTEGER NOT NULL DEFAULT 0,
    owner_id INTEGER NOT NULL DEFAULT 0,
    requester_id INTEGER NOT NULL REFERENCES person (id),
    organization_id INTEGER NOT NULL DEFAULT 0,
    channel INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    last_contact_at INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL DEFAULT 0,
    pending_until INTEGER NOT NULL DEFAULT 0,
    solved_at INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER NOT NULL DEFAULT 0,
    article_count INTEGER NOT NULL DEFAULT 0,
    attachment_count INTEGER NOT NULL DEFAULT 0,
    last_article_id INTEGER NOT NULL DEFAULT 0,
    last_article_from_customer INTEGER NOT NULL DEFAULT 0 CHECK (last_article_from_customer IN (0, 1)),
    number TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_folded TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT ''
) STRICT;

-- Numbers are ASCII (see domain/number_format.h), for which lower() is the folded form.
CREATE UNIQUE INDEX ticket_number ON ticket (lower(number));

-- In the order people expect: 99999 before 100000.
CREATE INDEX ticket_number_order ON ticket (length(number), number);

-- Sorting a million subjects takes two seconds without it.
CREATE INDEX ticket_subject ON ticket (subject_folded);

CREATE INDEX ticket_updated ON ticket (updated_at);

CREATE INDEX ticket_created ON ticket (created_at);

CREATE INDEX ticket_contact ON ticket (last_contact_at);

CREATE INDEX ticket_due ON ticket (due_at) WHERE due_at <> 0;

CREATE INDEX ticket_pending ON ticket (pending_until) WHERE pending_until <> 0;

CREATE INDEX ticket_owner ON ticket (owner_id, state_type);

CREATE INDEX ticket_queue ON ticket (queue_id, updated_at);

CREATE INDEX ticket_state ON ticket (state_id, updated_at);

CREATE INDEX ticket_category ON ticket (category_id);

CREATE INDEX ticket_requester ON ticket (requester_id, state_type);

CREATE INDEX ticket_organization ON ticket (organization_id);

-- Nearly every daily view is about the 5-8 % of unresolved tickets: this index answers it alone, without the table.
CREATE INDEX ticket_unresolved ON ticket (
    updated_at, owner_id, queue_id, state_id, state_type, priority_id, category_id, requester_id, organization_id,
    due_at, created_at, last_contact_at, last_article_id
) WHERE state_type < 5;

CREATE TABLE ticket_tag (
    ticket_id INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (ticket_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_tag_by_tag ON ticket_tag (tag, ticket_id);

-- Bytes of attachments and raw mails, once.
CREATE TABLE blob (
    sha256 BLOB NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- remote_images: URLs by token number, joined by line ends. recipients: JSON {"to":[["name","address"],…],"cc":[…]}, empty: none.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    position INTEGER NOT NULL,
    visibility INTEGER NOT NULL CHECK (visibility IN (1, 2)),
    sender_role INTEGER NOT NULL CHECK (sender_role IN (1, 2, 3)),
    channel INTEGER NOT NULL,
    author_id INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    from_name TEXT NOT NULL DEFAULT '',
    from_address TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL DEFAULT '',
    raw_sha256 BLOB,
    text TEXT NOT NULL DEFAULT '',
    html TEXT NOT NULL DEFAULT '',
    quoted_text TEXT NOT NULL DEFAULT '',
    quoted_html TEXT NOT NULL DEFAULT '',
    remote_images TEXT NOT NULL DEFAULT '',
    UNIQUE (ticket_id, position)
) STRICT;

-- For threading: ids of articles (own = 1) and ids that articles answer (own = 0), so that a mail which comes after its
-- answer still meets it. An outsider can send any Message-ID, also one that was used: not unique.
CREATE TABLE article_message_id (
    message_id TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    own INTEGER NOT NULL DEFAULT 1 CHECK (own IN (0, 1)),
    PRIMARY KEY (message_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL REFERENCES blob (sha256),
    is_inline INTEGER NOT NULL DEFAULT 0 CHECK (is_inline IN (0, 1)),
    content_id TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX attachment_article ON attachment (article_id);

-- What people did, in order, for ever; hashed as domain/history_chain.h says. ticket_id 0: the desk's settings.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_kind INTEGER NOT NULL CHECK (actor_kind IN (1, 2, 3, 4)),
    actor_id INTEGER NOT NULL,
    what TEXT NOT NULL,
    command_id BLOB NOT NULL,
    actor_name TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    old_text TEXT NOT NULL,
    new_text TEXT NOT NULL,
    why TEXT NOT NULL,
    payload_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE INDEX history_ticket ON history (ticket_id, version);

CREATE TRIGGER history_no_update BEFORE UPDATE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER history_no_delete BEFORE DELETE ON history
BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

-- answer: JSON, see operations/command_answer_json.h.
CREATE TABLE command_log (
    command_id BLOB NOT NULL PRIMARY KEY,
    actor_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change_feed (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    command_id BLOB NOT NULL
) STRICT;

-- The newest article a person has read in a ticket; article_id 0: marked as unread.
CREATE TABLE read_mark (
    person_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (person_id, ticket_id)
) STRICT, WITHOUT ROWID;

-- condition: JSON, see domain/condition_json.h. columns: listColumnName()s joined by blanks.
CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    name TEXT NOT NULL,
    condition TEXT NOT NULL,
    condition_text TEXT NOT NULL,
    columns TEXT NOT NULL,
    sort_column TEXT NOT NULL,
    sort_descending INTEGER NOT NULL CHECK (sort_descending IN (0, 1)),
    grouped INTEGER NOT NULL CHECK (grouped IN (0, 1)),
    group_by TEXT NOT NULL,
    density INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Every mail that was accepted, by where it came from and what it was; the raw bytes are in blob.
-- problem: why it could not be understood; empty: all well.
CREATE TABLE inbound_mail (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    raw_sha256 BLOB NOT NULL REFERENCES blob (sha256),
    received_at INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    UNIQUE (source, raw_sha256)
) STRICT;

-- Full text. Our own folding cuts the words (store/search_words.h); they are handed over joined by blanks, whole mail
-- addresses among them. rowid = ticket id << 20 | position of the article, and every article's row has the words of its
-- ticket too; position 0 is a ticket without articles. Newest ticket = highest rowid.
CREATE VIRTUAL TABLE search USING fts5 (
    subject, body, people, files, number,
    content = '', tokenize = "ascii tokenchars '@._%+-'"
);

-- Every word that occurs in `search`, in the order they came up, and its three-letter pieces, to find a word from its
-- inside. Words of numbers are left out. A word stays when the last text that had it is changed.
CREATE TABLE search_term (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE search_term_trigram USING fts5 (
    term,
    content = 'search_term', content_rowid = 'id', tokenize = 'trigram', detail = none
);

INSERT INTO counter (name, value) VALUES ('ticket_number', 0), ('catalog', 1);

PRAGMA application_id = 1147499371;

PRAGMA user_version = 1;
