-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row of the index is one tsvector, made by store/search_document.h from the words that we cut ourselves.

-- name: search.insert
INSERT INTO search (rowid, document) VALUES (:row, :document::tsvector)

-- name: search.delete
DELETE FROM search WHERE rowid = :row

-- In one order for all writers: two that learn the same words must not wait for each other.
-- name: search.learnTerms
INSERT INTO search_term (term) SELECT w FROM json_array_elements_text(:terms) AS words (w) ORDER BY w
ON CONFLICT DO NOTHING

-- name: search.termsContaining
SELECT term FROM search_term
WHERE term LIKE '%' || replace(replace(replace(trim(BOTH '*' FROM :pattern), '\', '\\'), '%', '\%'), '_', '\_') || '%'
ORDER BY id
LIMIT :limit

-- A result comes as a whole, unlike with SQLite: the limits are more rows than hits that are shown have, and as many as
-- search_reading.cpp judges.
-- name: search.scan
SELECT s.rowid, 1 FROM search s WHERE s.document @@ ?::tsquery ORDER BY s.rowid DESC LIMIT 20000

-- name: search.scanJudged
SELECT s.rowid, CASE WHEN {where} THEN 1 ELSE 0 END
FROM search s
JOIN ticket t ON t.id = s.rowid >> 20
WHERE s.document @@ ?::tsquery
ORDER BY s.rowid DESC
LIMIT 10000

-- name: search.scanFiltered
SELECT s.rowid, 1
FROM search s
JOIN ticket t ON t.id = s.rowid >> 20
WHERE s.document @@ ?::tsquery AND s.rowid < ? AND {where}
ORDER BY s.rowid DESC
LIMIT 20000

-- name: search.inTicket
SELECT s.rowid FROM search s
WHERE s.document @@ ?::tsquery AND s.rowid >= ? AND s.rowid < ?
ORDER BY s.rowid DESC
LIMIT ?

-- Weights D, C, B, A: text, file names, people, subject and number. Lower is better, as with FTS5.
-- name: search.ranked
SELECT s.rowid, -ts_rank('{0.1, 0.3, 0.3, 1.0}', s.document, s.wanted) AS score
FROM (
    SELECT d.rowid, d.document, q.wanted
    FROM (SELECT ?::tsquery AS wanted) q
    JOIN search d ON d.document @@ q.wanted
    JOIN ticket t ON t.id = d.rowid >> 20
    WHERE {where}
    ORDER BY d.rowid DESC
    LIMIT ?
) s
ORDER BY s.rowid DESC

-- name: condition.matches
t.id IN (SELECT s.rowid >> 20 FROM search s WHERE s.document @@ ?::tsquery)
