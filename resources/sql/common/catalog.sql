-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: catalog.version
SELECT value FROM counter WHERE name = 'catalog'

-- name: catalog.raiseVersion
UPDATE counter SET value = value + 1 WHERE name = 'catalog'

-- name: catalog.settings
SELECT key, value FROM desk_setting

-- name: catalog.states
SELECT id, name, type, position, active FROM state ORDER BY position, id

-- name: catalog.priorities
SELECT id, name, rank, active FROM priority ORDER BY rank, id

-- name: catalog.queues
SELECT id, parent_id, name, address, position, active FROM queue ORDER BY position, id

-- name: catalog.members
SELECT queue_id, person_id FROM queue_member ORDER BY queue_id, person_id

-- name: catalog.categories
SELECT id, parent_id, name, position, active FROM category ORDER BY position, id

-- name: catalog.organizations
SELECT id, name, domain, note, active FROM organization ORDER BY name_folded, id

-- name: catalog.agents
SELECT id, name, address, phone, role, admin, supervisor, vip, organization_id, language, note, active
FROM person
WHERE role = 2
ORDER BY name_folded, id

-- Jumps from tag to tag through the index instead of reading every row.
-- name: catalog.tags
WITH RECURSIVE used (tag) AS (
    SELECT min(tag) FROM ticket_tag
    UNION ALL
    SELECT (SELECT min(tag) FROM ticket_tag WHERE tag > used.tag) FROM used WHERE used.tag IS NOT NULL
)
SELECT tag FROM used WHERE tag IS NOT NULL

-- name: catalog.saveSetting
INSERT INTO desk_setting (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- Saving takes an id of NULL for a new row.
-- name: catalog.saveState
INSERT INTO state (id, name, type, position, active) VALUES (:id, :name, :type, :position, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, active = excluded.active
RETURNING id

-- name: catalog.savePriority
INSERT INTO priority (id, name, rank, active) VALUES (:id, :name, :rank, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, rank = excluded.rank, active = excluded.active
RETURNING id

-- name: catalog.saveQueue
INSERT INTO queue (id, parent_id, name, address, position, active)
VALUES (:id, :parent, :name, :address, :position, :active)
ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, address = excluded.address,
    position = excluded.position, active = excluded.active
RETURNING id

-- name: catalog.forgetMembers
DELETE FROM queue_member WHERE queue_id = :queue

-- name: catalog.insertMember
INSERT INTO queue_member (queue_id, person_id) VALUES (:queue, :person)
ON CONFLICT DO NOTHING

-- name: catalog.saveCategory
INSERT INTO category (id, parent_id, name, position, active)
VALUES (:id, :parent, :name, :position, :active)
ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, position = excluded.position,
    active = excluded.active
RETURNING id

-- name: catalog.saveOrganization
INSERT INTO organization (id, name, name_folded, domain, note, active)
VALUES (:id, :name, :nameFolded, :domain, :note, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, domain = excluded.domain,
    note = excluded.note, active = excluded.active
RETURNING id
