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
SELECT id, parent_id, name, address, position, active, mailbox_id, acknowledges, follow_up, follow_up_days,
    calendar_id, lead_id, manager_id, on_call_id
FROM queue
ORDER BY position, id

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
INSERT INTO queue (id, parent_id, name, address, position, active, mailbox_id, acknowledges, follow_up, follow_up_days,
    calendar_id, lead_id, manager_id, on_call_id)
VALUES (:id, :parent, :name, :address, :position, :active,
    :mailbox, :acknowledges, :followUp, :followUpDays, :calendar, :lead, :manager, :onCall)
ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, address = excluded.address,
    position = excluded.position, active = excluded.active, mailbox_id = excluded.mailbox_id,
    acknowledges = excluded.acknowledges, follow_up = excluded.follow_up, follow_up_days = excluded.follow_up_days,
    calendar_id = excluded.calendar_id, lead_id = excluded.lead_id, manager_id = excluded.manager_id,
    on_call_id = excluded.on_call_id
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

-- name: catalog.mailboxes
SELECT id, name, address, queue_id, active, paused, settings FROM mailbox ORDER BY name, id

-- name: catalog.mailTexts
SELECT id, kind, queue_id, agent_id, language, subject, text, active FROM mail_text ORDER BY id

-- name: catalog.saveMailbox
INSERT INTO mailbox (id, name, address, queue_id, active, paused, settings)
VALUES (:id, :name, :address, :queue, :active, :paused, :settings)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, queue_id = excluded.queue_id,
    active = excluded.active, paused = excluded.paused, settings = excluded.settings
RETURNING id

-- name: catalog.saveMailText
INSERT INTO mail_text (id, kind, queue_id, agent_id, language, subject, text, active)
VALUES (:id, :kind, :queue, :agent, :language, :subject, :text, :active)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, queue_id = excluded.queue_id, agent_id = excluded.agent_id,
    language = excluded.language, subject = excluded.subject, text = excluded.text, active = excluded.active
RETURNING id

-- name: catalog.deleteMailText
DELETE FROM mail_text WHERE id = :id

-- Nobody who saves a secret has to be able to read one.
-- name: catalog.forgetSecret
DELETE FROM mailbox_secret WHERE mailbox_id = :mailbox AND secret = :secret

-- name: catalog.insertSecret
INSERT INTO mailbox_secret (mailbox_id, secret, sealed) VALUES (:mailbox, :secret, :sealed)

-- name: catalog.secretsSet
SELECT mailbox_id, secret FROM mailbox_secret ORDER BY mailbox_id, secret

-- name: catalog.signingKey
SELECT value FROM desk_setting WHERE key = 'mail_signing_key'

-- name: catalog.makeSigningKey
INSERT INTO desk_setting (key, value) VALUES ('mail_signing_key', :value)
ON CONFLICT (key) DO NOTHING
