-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a replica does otherwise than a desk: what is made there gets ids from 2^40 on, which no desk ever comes to, and
-- the same ones whenever the same command is run again. replica_next says the next one; triggers move it.

-- name: ticket.insert
INSERT INTO ticket (id, version, number, subject, subject_folded, state_id, state_type, priority_id, queue_id, category_id,
    owner_id, requester_id, organization_id, channel, tags, created_at, updated_at, last_contact_at, due_at, pending_until,
    solved_at, closed_at)
VALUES ((SELECT next FROM replica_next), :version, :number, :subject, :subjectFolded, :state, :stateType, :priority, :queue,
    :category, :owner, :requester, :organization, :channel, :tags, :createdAt, :updatedAt, :lastContactAt, :dueAt,
    :pendingUntil, :solvedAt, :closedAt)
RETURNING id

-- The command's place in the outbox.
-- name: ticket.nextNumber
SELECT (next - 1099511627776) >> 12 FROM replica_next

-- name: article.insert
INSERT INTO article (id, ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name, from_address,
    recipients, subject, message_id, raw_sha256, text, html, quoted_text, quoted_html, remote_images)
VALUES ((SELECT next FROM replica_next), :ticket, :position, :visibility, :senderRole, :channel, :author, :createdAt,
    :fromName, :fromAddress, :recipients, :subject, :messageId, :raw, :text, :html, :quotedText, :quotedHtml, :remoteImages)
RETURNING id

-- name: article.insertAttachment
INSERT INTO attachment (id, article_id, name, type, size, sha256, is_inline, content_id)
VALUES ((SELECT next FROM replica_next), :article, :name, :type, :size, :sha256, :isInline, :contentId)
RETURNING id

-- name: person.save
INSERT INTO person (id, name, name_folded, address, address_folded, phone, role, admin, supervisor, vip,
    organization_id, language, note, active, read_floor)
VALUES (coalesce(:id, (SELECT next FROM replica_next)), :name, :nameFolded, :address, :addressFolded, :phone, :role, :admin,
    :supervisor, :vip, :organization, :language, :note, :active, :readFloor)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, address = excluded.address,
    address_folded = excluded.address_folded, phone = excluded.phone, role = excluded.role, admin = excluded.admin,
    supervisor = excluded.supervisor, vip = excluded.vip, organization_id = excluded.organization_id,
    language = excluded.language, note = excluded.note, active = excluded.active,
    read_floor = max(read_floor, excluded.read_floor)
RETURNING id

-- Behind all that came from the desk. Nobody proves a chain here.
-- name: history.last
SELECT max(coalesce((SELECT max(id) FROM history), 0), 1099511627776), x''

-- name: merge.insert
INSERT INTO ticket_merge (id, source_id, target_id, at, by_id, why, keeps_requester, tags_given, state_id, owner_id,
    pending_until, solved_at, closed_at, last_contact_at, last_article_id, last_article_from_customer, target_contact_at,
    target_last_id, target_last_from_customer)
VALUES ((SELECT next FROM replica_next), :source, :target, :at, :by, :why, :keepsRequester, :tagsGiven, :state, :owner,
    :pendingUntil, :solvedAt, :closedAt, :lastContactAt, :lastArticle, :fromCustomer, :targetContactAt, :targetLast,
    :targetFromCustomer)
RETURNING id

-- name: merge.copyArticle
INSERT INTO article (id, ticket_id, position, visibility, sender_role, channel, author_id, created_at, from_name, from_address,
    recipients, subject, raw_sha256, text, html, quoted_text, quoted_html, remote_images, copy_of)
SELECT (SELECT next FROM replica_next), :to, :position, visibility, sender_role, channel, author_id, created_at, from_name,
    from_address, recipients, subject, raw_sha256, text, html, quoted_text, quoted_html, remote_images, id
FROM article
WHERE id = :id
RETURNING id

-- All of them in one statement, which sees the first of their ids only.
-- name: merge.copyAttachments
INSERT INTO attachment (id, article_id, name, type, size, sha256, is_inline, content_id)
SELECT (SELECT next FROM replica_next) + row_number() OVER (ORDER BY id) - 1, :copy, name, type, size, sha256, is_inline,
    content_id
FROM attachment
WHERE article_id = :id
ORDER BY id

-- name: work.insert
INSERT INTO work_entry (id, ticket_id, person_id, at, minutes, activity, note, logged_at)
VALUES ((SELECT next FROM replica_next), :ticket, :person, :at, :minutes, :activity, :note, :loggedAt)
RETURNING id

-- name: view.save
INSERT INTO saved_view (id, owner_id, shared, name, condition, condition_text, columns, sort_column, sort_descending,
    grouped, group_by, density, position)
VALUES (coalesce(:id, (SELECT next FROM replica_next)), :owner, :shared, :name, :condition, :conditionText, :columns,
    :sortColumn, :sortDescending, :grouped, :groupBy, :density, :position)
ON CONFLICT (id) DO UPDATE SET shared = excluded.shared, name = excluded.name, condition = excluded.condition,
    condition_text = excluded.condition_text, columns = excluded.columns, sort_column = excluded.sort_column,
    sort_descending = excluded.sort_descending, grouped = excluded.grouped, group_by = excluded.group_by,
    density = excluded.density, position = excluded.position
RETURNING id
