-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: bulk.lazySync
PRAGMA synchronous = NORMAL

-- name: bulk.longJournal
PRAGMA wal_autocheckpoint = 32768

-- name: bulk.usualJournal
PRAGMA wal_autocheckpoint = 1000

-- name: bulk.checkpoint
PRAGMA wal_checkpoint(TRUNCATE)

-- name: bulk.setUpIndex
INSERT INTO search (search, rank) VALUES (:name, :value)

-- Merges what the load wrote; more pages than any index has.
-- name: bulk.mergeIndex
INSERT INTO search (search) VALUES ('optimize')

-- Some of the same, about so many pages: below zero it begins, above it goes on. Less than two changes are none.
-- name: bulk.mergeIndexPart
INSERT INTO search (search, rank) VALUES ('merge', :pages)

-- What words are found by that have something inside: a megabyte at most.
-- name: bulk.mergeTerms
INSERT INTO search_term_trigram (search_term_trigram) VALUES ('optimize')

-- name: bulk.changesSoFar
SELECT total_changes()

-- name: bulk.analyseSome
PRAGMA analysis_limit = 1000

-- name: bulk.analyse
ANALYZE
