-- SPDX-License-Identifier: GPL-3.0-or-later
-- The full text index is contentless: its rows are deleted by giving their words again.

-- name: search.insert
INSERT INTO search (rowid, subject, body, people, files, number)
VALUES (:row, :subject, :body, :people, :files, :number)

-- name: search.delete
INSERT INTO search (search, rowid, subject, body, people, files, number)
VALUES ('delete', :row, :subject, :body, :people, :files, :number)

-- name: search.hasRow
SELECT rowid FROM search WHERE rowid = :row

-- The plus keeps the planner from walking the whole table in order of id.
-- name: search.termsStartingWith
SELECT term FROM search_term WHERE term >= :from AND term < :to ORDER BY +id LIMIT :limit

-- name: search.termsContaining
SELECT term FROM search_term_trigram WHERE term GLOB :pattern ORDER BY rowid LIMIT :limit

-- name: search.numbersStartingWith
SELECT number FROM ticket WHERE lower(number) >= :from AND lower(number) < :to ORDER BY lower(number) DESC LIMIT :limit

-- What changes when the head of a ticket changes.
-- name: search.head
SELECT t.number, t.subject, p.name, p.address
FROM ticket t
JOIN person p ON p.id = t.requester_id
WHERE t.id = :ticket

-- name: search.articlesOf
SELECT id, position, subject, text, quoted_text, from_name, from_address FROM article WHERE ticket_id = :ticket ORDER BY position

-- name: search.filesOf
SELECT name FROM attachment WHERE article_id = :article ORDER BY id

-- name: search.ticketsOf
SELECT id FROM ticket WHERE requester_id = :requester

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

-- name: search.candidates
SELECT t.id FROM ticket t WHERE {where} ORDER BY t.id DESC LIMIT ?

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

-- name: search.articleAt
SELECT id, text, quoted_text, subject FROM article WHERE ticket_id = :ticket AND position = :position

-- name: search.filesAt
SELECT a.id, f.name
FROM article a
JOIN attachment f ON f.article_id = a.id
WHERE a.ticket_id = :ticket AND a.position = :position
ORDER BY f.id
