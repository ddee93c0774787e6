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

-- How many rows the index has, about.
-- name: search.size
SELECT reltuples::bigint FROM pg_class WHERE oid = 'search'::regclass

-- What store/search_scan.h chooses from. Rows with the words among the newest before one, with a verdict: 1: not in the
-- condition, 2: wanted; and one more row: how far it went and, below 0, over how many rows.
-- name: search.walk
SELECT f.rowid, CASE WHEN f.ticket < 0 THEN f.ticket ELSE 2 END FROM found_newest(?::tsquery, ?, ?) f

-- name: search.walkJudged
SELECT f.rowid, CASE WHEN f.ticket < 0 THEN f.ticket WHEN t.id IS NOT NULL AND {where} THEN 2 ELSE 1 END
FROM found_newest(?::tsquery, ?, ?) f
LEFT JOIN ticket t ON t.id = f.ticket
ORDER BY f.rowid DESC

-- name: search.found
SELECT f.rowid, 2 FROM found_before(?::tsquery, ?, ?) f

-- name: search.foundJudged
SELECT f.rowid, CASE WHEN t.id IS NOT NULL AND {where} THEN 2 ELSE 1 END
FROM found_before(?::tsquery, ?, ?) f
LEFT JOIN ticket t ON t.id = f.ticket
ORDER BY f.rowid DESC

-- name: search.ofTickets
SELECT f.rowid FROM found_in(:match::tsquery, ARRAY(SELECT json_array_elements_text(:tickets)::bigint), :before) f

-- name: search.rank
SELECT r.rowid, r.score
FROM ranked(:match::tsquery, ARRAY(SELECT json_array_elements_text(:rows)::bigint)) r
ORDER BY r.rowid DESC

-- name: condition.matches
t.id IN (SELECT s.ticket FROM found(?::tsquery) s)

-- Places are taken apart first (OFFSET 0 keeps that apart): behind policies no index is used for what may fail.
-- name: search.articlesAt
SELECT wanted.place, a.id, a.text, a.quoted_text, a.subject
FROM (
    SELECT value::bigint AS place, value::bigint >> 20 AS ticket, (value::bigint & 1048575)::integer AS position
    FROM json_array_elements_text(:rows) OFFSET 0
) wanted
JOIN article a ON a.ticket_id = wanted.ticket AND a.position = wanted.position

-- name: search.filesAt
SELECT wanted.place, a.id, f.name
FROM (
    SELECT value::bigint AS place, value::bigint >> 20 AS ticket, (value::bigint & 1048575)::integer AS position
    FROM json_array_elements_text(:rows) OFFSET 0
) wanted
JOIN article a ON a.ticket_id = wanted.ticket AND a.position = wanted.position
JOIN attachment f ON f.article_id = a.id
ORDER BY a.ticket_id, a.position DESC, f.id
