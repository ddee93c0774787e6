-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: person.byId
SELECT id, name, address, phone, role, admin, supervisor, vip, organization_id, language, note, active
FROM person
WHERE id = :id

-- name: person.idByAddress
SELECT id FROM person WHERE address_folded = :address AND address_folded <> ''

-- Among those without an address.
-- name: person.idByName
SELECT id FROM person WHERE name_folded = :name AND address_folded = '' ORDER BY id LIMIT 1

-- name: person.save
INSERT INTO person (id, name, name_folded, address, address_folded, phone, role, admin, supervisor, vip,
    organization_id, language, note, active, read_floor)
VALUES (:id, :name, :nameFolded, :address, :addressFolded, :phone, :role, :admin, :supervisor, :vip,
    :organization, :language, :note, :active, :readFloor)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, address = excluded.address,
    address_folded = excluded.address_folded, phone = excluded.phone, role = excluded.role, admin = excluded.admin,
    supervisor = excluded.supervisor, vip = excluded.vip, organization_id = excluded.organization_id,
    language = excluded.language, note = excluded.note, active = excluded.active,
    read_floor = max(read_floor, excluded.read_floor)
RETURNING id

-- name: person.forgetWords
DELETE FROM person_word WHERE person_id = :person

-- name: person.insertWord
INSERT INTO person_word (word, person_id) VALUES (:word, :person)
ON CONFLICT DO NOTHING

-- name: person.setReadMark
INSERT INTO read_mark (person_id, ticket_id, article_id) VALUES (:person, :ticket, :article)
ON CONFLICT (person_id, ticket_id) DO UPDATE SET article_id = excluded.article_id
