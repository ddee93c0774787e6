-- SPDX-License-Identifier: GPL-3.0-or-later
-- Merging and splitting. A ticket that was merged keeps its row; its articles are shown in another: article.ticket_id says
-- where, article.origin_id to which ticket it belongs, and ticket_id is always the end of the chain of merged_into that
-- begins there. Conventions as in migration 1.

-- Of a stub: into which it was merged, which may be a stub itself.
ALTER TABLE ticket ADD COLUMN merged_into INTEGER NOT NULL DEFAULT 0;

CREATE INDEX ticket_merged_into ON ticket (merged_into) WHERE merged_into <> 0;

-- 0: it belongs to ticket_id. Positions follow the ids of the articles, whatever is shown beside them.
ALTER TABLE article ADD COLUMN origin_id INTEGER NOT NULL DEFAULT 0;

-- Of which article it is a copy that was split off; 0: of none.
ALTER TABLE article ADD COLUMN copy_of INTEGER NOT NULL DEFAULT 0;

-- Every merge, for ever; undone_at 0: it is in force. What the source was then, and what the target had without it.
CREATE TABLE ticket_merge (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES ticket (id),
    target_id INTEGER NOT NULL REFERENCES ticket (id),
    at INTEGER NOT NULL,
    by_id INTEGER NOT NULL DEFAULT 0,
    why TEXT NOT NULL DEFAULT '',
    keeps_requester INTEGER NOT NULL DEFAULT 1 CHECK (keeps_requester IN (0, 1)),
    tags_given TEXT NOT NULL DEFAULT '',
    state_id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL DEFAULT 0,
    pending_until INTEGER NOT NULL DEFAULT 0,
    solved_at INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER NOT NULL DEFAULT 0,
    last_contact_at INTEGER NOT NULL DEFAULT 0,
    last_article_id INTEGER NOT NULL DEFAULT 0,
    last_article_from_customer INTEGER NOT NULL DEFAULT 0 CHECK (last_article_from_customer IN (0, 1)),
    target_contact_at INTEGER NOT NULL DEFAULT 0,
    target_last_id INTEGER NOT NULL DEFAULT 0,
    target_last_from_customer INTEGER NOT NULL DEFAULT 0 CHECK (target_last_from_customer IN (0, 1)),
    undone_at INTEGER NOT NULL DEFAULT 0,
    undone_by INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX ticket_merge_source ON ticket_merge (source_id) WHERE undone_at = 0;

CREATE INDEX ticket_merge_target ON ticket_merge (target_id) WHERE undone_at = 0;

-- What people had read of both; -1: nothing that differs from person.read_floor. joined: what counted afterwards.
CREATE TABLE ticket_merge_mark (
    merge_id INTEGER NOT NULL REFERENCES ticket_merge (id),
    person_id INTEGER NOT NULL,
    source_mark INTEGER NOT NULL,
    target_mark INTEGER NOT NULL,
    joined INTEGER NOT NULL,
    PRIMARY KEY (merge_id, person_id)
) STRICT, WITHOUT ROWID;

-- ticket_link, kind 2: ticket_id was split off other_id.

-- A desk that has no state for what was merged gets one.
INSERT INTO state (name, type, position, active)
SELECT 'Merged', 7, coalesce(max(position), 0) + 1, 1 FROM state HAVING count(*) > 0 AND sum(type = 7) = 0;

UPDATE counter SET value = value + 1 WHERE name = 'catalog';

PRAGMA user_version = 8;
