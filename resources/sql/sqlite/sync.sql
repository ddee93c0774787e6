-- SPDX-License-Identifier: GPL-3.0-or-later
-- Replicas are files.

-- name: sync.givenTickets
SELECT value FROM json_each(:tickets)

-- name: sync.replace
INSERT OR REPLACE INTO {table} ({columns}) VALUES ({values})

-- name: sync.forgetWords
DELETE FROM person_word WHERE person_id IN (SELECT value FROM json_each(:people))

-- A replica has rows that refer to what it does not keep: bytes of attachments, tickets of others.
-- name: sync.looseKeys
PRAGMA foreign_keys = OFF

-- Where some articles are now.
-- name: sync.holders
SELECT DISTINCT a.ticket_id FROM json_each(:articles) wanted CROSS JOIN article a ON a.id = wanted.value

-- name: sync.present
SELECT t.id FROM json_each(:tickets) wanted CROSS JOIN ticket t ON t.id = wanted.value

-- Who has an address that is somebody else's.
-- name: sync.ownerOfAddress
SELECT id, name, address FROM person WHERE address_folded = :address AND address_folded <> '' AND id <> :id

-- name: sync.blankAddress
UPDATE person SET address = '', address_folded = '' WHERE id = :id
