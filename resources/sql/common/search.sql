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

-- With number and subject of the ticket that an article belongs to when that is another one.
-- name: search.articlesOf
SELECT a.id, a.position, a.subject, a.text, a.quoted_text, a.from_name, a.from_address, coalesce(o.number, ''),
    coalesce(o.subject, '')
FROM article a
LEFT JOIN ticket o ON o.id = a.origin_id
WHERE a.ticket_id = :ticket AND a.withdrawn_at = 0
ORDER BY a.position

-- name: search.origin
SELECT o.number, o.subject FROM article a JOIN ticket o ON o.id = a.origin_id WHERE a.id = :article

-- name: search.filesOf
SELECT name FROM attachment WHERE article_id = :article ORDER BY id

-- name: search.ticketsOf
SELECT id FROM ticket WHERE requester_id = :requester AND merged_into = 0

-- name: search.candidates
SELECT t.id FROM ticket t WHERE {where} ORDER BY t.id DESC LIMIT ?

-- Of rows of the index.
-- name: search.articlesAt
SELECT wanted.value, a.id, a.text, a.quoted_text, a.subject
FROM json_each(:rows) wanted
CROSS JOIN article a ON a.ticket_id = wanted.value >> 20 AND a.position = wanted.value & 1048575

-- name: search.filesAt
SELECT wanted.value, a.id, f.name
FROM json_each(:rows) wanted
CROSS JOIN article a ON a.ticket_id = wanted.value >> 20 AND a.position = wanted.value & 1048575
JOIN attachment f ON f.article_id = a.id
ORDER BY a.ticket_id, a.position DESC, f.id
