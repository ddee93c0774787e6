-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row of the index is one tsvector, made by store/search_document.h from the words that we cut ourselves. Nobody but the
-- owner reads the index itself: its functions leave out what the caller does not see (migration 4).

-- name: search.insert
SELECT index_words(:row, :document::tsvector)

-- name: search.delete
SELECT forget_words(:row)

-- name: search.hasRow
SELECT is_indexed(:row)

-- name: search.learnTerms
SELECT learn_terms(:terms::json)

-- name: search.termsContaining
SELECT terms_containing(:pattern, :limit)

-- name: search.termsStartingWith
SELECT terms_between(:from, :to, :limit)

-- name: search.numbersStartingWith
SELECT number FROM ticket WHERE number_folded >= :from AND number_folded < :to ORDER BY number_folded DESC LIMIT :limit

-- A result comes as a whole, unlike with SQLite: the limits are more rows than hits that are shown have, and as many as
-- search_reading.cpp judges.
-- name: search.scan
SELECT s.rowid, 1 FROM found(?::tsquery, 20000) s

-- name: search.scanJudged
SELECT s.rowid, CASE WHEN {where} THEN 1 ELSE 0 END
FROM found(?::tsquery, 10000) s
JOIN ticket t ON t.id = s.ticket
ORDER BY s.rowid DESC

-- name: search.scanFiltered
SELECT s.rowid, 1
FROM found(?::tsquery) s
JOIN ticket t ON t.id = s.ticket
WHERE s.rowid < ? AND {where}
ORDER BY s.rowid DESC
LIMIT 20000

-- name: search.inTicket
SELECT s.rowid FROM found_between(?::tsquery, ?, ?, ?) s

-- name: search.ranked
SELECT r.rowid, r.score
FROM (SELECT ?::tsquery AS wanted) q,
    LATERAL ranked(q.wanted, ARRAY(
        SELECT f.rowid FROM found(q.wanted) f
        JOIN ticket t ON t.id = f.ticket
        WHERE {where}
        ORDER BY f.rowid DESC
        LIMIT ?)) r
ORDER BY r.rowid DESC

-- name: condition.matches
t.id IN (SELECT s.ticket FROM found(?::tsquery) s)
