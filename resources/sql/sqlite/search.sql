-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: search.interface
SELECT fts5(?1)

-- name: search.lastTerm
SELECT coalesce(max(id), 0) FROM search_term

-- name: search.learnTerm
INSERT INTO search_term (term) VALUES (:term)
ON CONFLICT DO NOTHING

-- name: search.learnInside
INSERT INTO search_term_trigram (rowid, term) SELECT id, term FROM search_term WHERE id > :before ORDER BY id
