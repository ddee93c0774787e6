-- SPDX-License-Identifier: GPL-3.0-or-later

-- As in common, but an id of NULL takes the next one from the sequence.

-- Two who save something of the catalogue come one after the other, and the second sees what the first has made.
-- name: catalog.lock
SELECT pg_advisory_xact_lock(1147499372)

-- name: catalog.version
SELECT catalog_version()

-- name: catalog.raiseVersion
SELECT raise_catalog_version()

-- name: catalog.saveState
INSERT INTO state (id, name, type, position, active)
VALUES (coalesce(:id, nextval('state_id_seq')), :name, :type, :position, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, active = excluded.active
RETURNING id

-- name: catalog.savePriority
INSERT INTO priority (id, name, rank, active)
VALUES (coalesce(:id, nextval('priority_id_seq')), :name, :rank, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, rank = excluded.rank, active = excluded.active
RETURNING id

-- name: catalog.saveQueue
INSERT INTO queue (id, parent_id, name, address, position, active, mailbox_id, acknowledges, follow_up, follow_up_days,
    calendar_id, lead_id, manager_id, on_call_id)
VALUES (coalesce(:id, nextval('queue_id_seq')), :parent, :name, :address, :position, :active,
    :mailbox, :acknowledges, :followUp, :followUpDays, :calendar, :lead, :manager, :onCall)
ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, address = excluded.address,
    position = excluded.position, active = excluded.active, mailbox_id = excluded.mailbox_id,
    acknowledges = excluded.acknowledges, follow_up = excluded.follow_up, follow_up_days = excluded.follow_up_days,
    calendar_id = excluded.calendar_id, lead_id = excluded.lead_id, manager_id = excluded.manager_id,
    on_call_id = excluded.on_call_id
RETURNING id

-- name: catalog.saveCategory
INSERT INTO category (id, parent_id, name, position, active)
VALUES (coalesce(:id, nextval('category_id_seq')), :parent, :name, :position, :active)
ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, position = excluded.position,
    active = excluded.active
RETURNING id

-- name: catalog.saveOrganization
INSERT INTO organization (id, name, name_folded, domain, note, active)
VALUES (coalesce(:id, nextval('organization_id_seq')), :name, :nameFolded, :domain, :note, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, domain = excluded.domain,
    note = excluded.note, active = excluded.active
RETURNING id

-- name: person.save
INSERT INTO person AS p (id, name, name_folded, address, address_folded, phone, role, admin, supervisor, vip,
    organization_id, language, note, active, read_floor)
VALUES (coalesce(:id, nextval('person_id_seq')), :name, :nameFolded, :address, :addressFolded, :phone, :role, :admin,
    :supervisor, :vip, :organization, :language, :note, :active, :readFloor)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, address = excluded.address,
    address_folded = excluded.address_folded, phone = excluded.phone, role = excluded.role, admin = excluded.admin,
    supervisor = excluded.supervisor, vip = excluded.vip, organization_id = excluded.organization_id,
    language = excluded.language, note = excluded.note, active = excluded.active,
    read_floor = greatest(p.read_floor, excluded.read_floor)
RETURNING id

-- name: view.save
INSERT INTO saved_view (id, owner_id, shared, name, condition, condition_text, columns, sort_column, sort_descending,
    grouped, group_by, density, position)
VALUES (coalesce(:id, nextval('saved_view_id_seq')), :owner, :shared, :name, :condition, :conditionText, :columns,
    :sortColumn, :sortDescending, :grouped, :groupBy, :density, :position)
ON CONFLICT (id) DO UPDATE SET shared = excluded.shared, name = excluded.name, condition = excluded.condition,
    condition_text = excluded.condition_text, columns = excluded.columns, sort_column = excluded.sort_column,
    sort_descending = excluded.sort_descending, grouped = excluded.grouped, group_by = excluded.group_by,
    density = excluded.density, position = excluded.position
RETURNING id

-- name: catalog.saveMailbox
INSERT INTO mailbox (id, name, address, queue_id, active, paused, settings)
VALUES (coalesce(:id, nextval('mailbox_id_seq')), :name, :address, :queue, :active, :paused, :settings)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, queue_id = excluded.queue_id,
    active = excluded.active, paused = excluded.paused, settings = excluded.settings
RETURNING id

-- name: catalog.saveMailText
INSERT INTO mail_text (id, kind, queue_id, agent_id, language, subject, text, active)
VALUES (coalesce(:id, nextval('mail_text_id_seq')), :kind, :queue, :agent, :language, :subject, :text, :active)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, queue_id = excluded.queue_id, agent_id = excluded.agent_id,
    language = excluded.language, subject = excluded.subject, text = excluded.text, active = excluded.active
RETURNING id

-- name: catalog.signingKey
SELECT value FROM signing_key()

-- name: catalog.makeSigningKey
SELECT make_signing_key(:value)

-- name: reportItem.keepVersion
INSERT INTO report_item_version (item_id, version, at, by_id, name, content)
SELECT id, version, :at, (SELECT me()), name, content
FROM report_item
WHERE id = :id
