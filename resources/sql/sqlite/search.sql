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

-- Templates of store/search_reading.cpp. Highest row id first is newest ticket, then newest article first.
-- name: search.scan
SELECT s.rowid, 1 FROM search s WHERE s.search MATCH ? ORDER BY s.rowid DESC

-- name: search.scanJudged
SELECT s.rowid, {where}
FROM search s
CROSS JOIN ticket t ON t.id = s.rowid >> 20
WHERE s.search MATCH ?
ORDER BY s.rowid DESC

-- name: search.scanFiltered
SELECT s.rowid, 1
FROM search s
CROSS JOIN ticket t ON t.id = s.rowid >> 20
WHERE s.search MATCH ? AND s.rowid < ? AND {where}
ORDER BY s.rowid DESC

-- name: search.inTicket
SELECT s.rowid FROM search s WHERE s.search MATCH ? AND s.rowid >= ? AND s.rowid < ? ORDER BY s.rowid DESC LIMIT ?

-- Weights: subject, body, people, files, number. See store/search_ranking.h.
-- name: search.ranked
SELECT s.rowid, relevance(search, 10.0, 1.0, 3.0, 3.0, 20.0) AS score
FROM search s
CROSS JOIN ticket t ON t.id = s.rowid >> 20
WHERE s.search MATCH ? AND {where}
ORDER BY s.rowid DESC
LIMIT ?
