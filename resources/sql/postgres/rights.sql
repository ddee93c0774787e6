-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles of the server and what they may do; see store/postgres_rights.h and migration 4. Names are put into statements by
-- format(), so that none can be more than a name.

-- The roles that a desk's people are members of, named after its database.
-- name: rights.makeGroups
SELECT format('CREATE ROLE %I NOLOGIN', current_database() || '_' || k)
FROM unnest(ARRAY['agent', 'supervisor', 'admin', 'service']) k
WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = current_database() || '_' || k)

-- Everything is taken away first, so that what was granted by mistake does not stay.
-- name: rights.takeAway
SELECT s FROM (
    SELECT 1 AS place, format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) AS s
    UNION ALL
    SELECT 2, 'REVOKE ALL ON SCHEMA public FROM PUBLIC'
    UNION ALL
    SELECT 3, format('REVOKE ALL ON SCHEMA deskhand FROM PUBLIC, %I, %I, %I, %I', current_database() || '_agent',
        current_database() || '_supervisor', current_database() || '_admin', current_database() || '_service')
    UNION ALL
    SELECT 4, format('REVOKE ALL ON ALL %s IN SCHEMA deskhand FROM PUBLIC, %I, %I, %I, %I', kind,
        current_database() || '_agent', current_database() || '_supervisor', current_database() || '_admin',
        current_database() || '_service')
    FROM unnest(ARRAY['TABLES', 'SEQUENCES', 'FUNCTIONS']) kind
    UNION ALL
    SELECT 5, 'ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC'
) statements
ORDER BY place

-- Large objects belong to nobody's desk. Only a superuser can take them away from everybody.
-- name: rights.takeLargeObjects
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', p.oid::regprocedure)
FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^(lo_|loread$|lowrite$)'
    AND (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)

-- name: rights.give
SELECT s FROM (
    SELECT 1 AS place, format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), current_database() || '_agent') AS s
    UNION ALL
    SELECT 2, format('GRANT USAGE ON SCHEMA deskhand TO %I', current_database() || '_agent')
    UNION ALL
    SELECT 3, format('GRANT %I TO %I', current_database() || '_agent', current_database() || '_' || k)
    FROM unnest(ARRAY['supervisor', 'admin', 'service']) k
    UNION ALL
    SELECT 4, format('GRANT %s ON %s TO %I', g.privilege, o, current_database() || '_' || k)
    FROM (VALUES
        ('agent', 'SELECT', 'desk_setting counter state priority queue queue_member category organization person '
            'person_word ticket ticket_tag blob article article_message_id attachment history desk_head command_log '
            'change_feed read_mark saved_view presence mailbox mailbox_progress lease mail_text held_mail '
            'ticket_participant ticket_link outbound_mail outbound_recipient business_calendar business_calendar_version '
            'sla_policy sla_policy_version sla_event sla_clock sla_fired sla_task notification ticket_merge report_fact '
            'report_day report_progress report_item report_item_version report_sending work_entry'),
        ('agent', 'SELECT (mailbox_id, secret)', 'mailbox_secret'),
        ('agent', 'INSERT', 'ticket ticket_tag article article_message_id attachment history command_log read_mark '
            'saved_view presence person person_word organization mail_text ticket_participant ticket_link outbound_mail '
            'outbound_recipient sla_event sla_clock ticket_merge report_item report_item_version work_entry'),
        ('agent', 'UPDATE (version, shared, name, content, active)', 'report_item'),
        ('agent', 'UPDATE (version, updated_at, subject, subject_folded, state_id, state_type, pending_until, solved_at, '
            'closed_at, priority_id, queue_id, category_id, owner_id, requester_id, organization_id, due_at, tags, '
            'article_count, attachment_count, last_article_id, last_article_from_customer, last_contact_at, delivery, '
            'sla_standing, sla_target, sla_due_at, sla_left, sla_missed, sla_next_at, merged_into)', 'ticket'),
        ('agent', 'UPDATE (state, basis, amount, policy_version_id, calendar_version_id, started_at, due_at, breach_at, '
            'cause, ended_at, paused_at, paused_by, elapsed, time_left, reason)', 'sla_clock'),
        ('agent', 'UPDATE (seen_at)', 'notification'),
        ('agent', 'UPDATE (removed_at, removed_by)', 'work_entry'),
        ('agent', 'UPDATE (withdrawn_at, ticket_id, origin_id, position)', 'article'),
        ('agent', 'UPDATE (tags_given, last_contact_at, last_article_id, last_article_from_customer, target_contact_at, '
            'target_last_id, target_last_from_customer, undone_at, undone_by)', 'ticket_merge'),
        ('agent', 'UPDATE (ticket_id)', 'outbound_mail'),
        ('agent', 'UPDATE (decision, ticket_id, decided_by, decided_at)', 'held_mail'),
        ('agent', 'UPDATE (state, release_at)', 'outbound_mail'),
        ('agent', 'UPDATE (state, attempts, at, next_at, fence, reply, status)', 'outbound_recipient'),
        ('agent', 'UPDATE (kind, queue_id, agent_id, language, subject, text, active)', 'mail_text'),
        ('agent', 'UPDATE (article_id)', 'read_mark'),
        ('agent', 'UPDATE (shared, name, condition, condition_text, columns, sort_column, sort_descending, grouped, '
            'group_by, density, position)', 'saved_view'),
        ('agent', 'UPDATE', 'presence'),
        ('agent', 'UPDATE (name, name_folded, address, address_folded, phone, role, admin, supervisor, vip, '
            'organization_id, language, note, active, read_floor)', 'person'),
        ('agent', 'UPDATE (name, name_folded, domain, note, active)', 'organization'),
        ('agent', 'DELETE', 'ticket_tag saved_view presence person_word mail_text sla_clock report_item '
            'report_item_version'),
        ('agent', 'USAGE', 'SEQUENCE:person_id_seq SEQUENCE:saved_view_id_seq SEQUENCE:organization_id_seq '
            'SEQUENCE:mail_text_id_seq SEQUENCE:report_item_id_seq'),
        ('admin service', 'INSERT', 'state priority queue category queue_member desk_setting mailbox mailbox_secret '
            'business_calendar business_calendar_version sla_policy sla_policy_version sla_task'),
        ('admin service', 'UPDATE (name, active, version_id)', 'business_calendar sla_policy'),
        ('admin service', 'UPDATE (position)', 'sla_policy'),
        ('admin service', 'UPDATE (cursor_ticket, total, done, state)', 'sla_task'),
        ('admin service', 'UPDATE (name, position, active)', 'state category queue'),
        ('admin service', 'UPDATE (parent_id)', 'category queue'),
        ('admin service', 'UPDATE (address, mailbox_id, acknowledges, follow_up, follow_up_days, calendar_id, '
            'lead_id, manager_id, on_call_id)', 'queue'),
        ('admin service', 'UPDATE (name, address, queue_id, active, paused, settings)', 'mailbox'),
        ('admin service', 'UPDATE (name, rank, active)', 'priority'),
        ('admin service', 'UPDATE (value)', 'desk_setting'),
        ('admin service', 'DELETE', 'queue_member mailbox_secret'),
        ('admin service', 'USAGE', 'SEQUENCE:state_id_seq SEQUENCE:priority_id_seq SEQUENCE:queue_id_seq '
            'SEQUENCE:category_id_seq SEQUENCE:mailbox_id_seq SEQUENCE:business_calendar_id_seq SEQUENCE:sla_policy_id_seq'),
        ('service', 'SELECT, INSERT', 'inbound_mail'),
        ('service', 'SELECT (sealed)', 'mailbox_secret'),
        ('service', 'UPDATE (sealed)', 'mailbox_secret'),
        ('service', 'SELECT, INSERT, UPDATE', 'mail_arrival'),
        ('service', 'INSERT', 'held_mail sla_fired notification'),
        ('service', 'INSERT, UPDATE', 'mailbox_progress lease'),
        ('service', 'INSERT, UPDATE, DELETE', 'report_fact report_day'),
        ('service', 'INSERT, UPDATE', 'report_progress'),
        ('service', 'INSERT, UPDATE (at, problem, state, mail_id)', 'report_sending'),
        ('service', 'USAGE', 'SEQUENCE:report_sending_id_seq'),
        ('service', 'UPDATE (problem)', 'outbound_mail'),
        ('service', 'SELECT, INSERT, UPDATE, DELETE', 'account account_recovery account_session api_token account_link '
            'account_place sign_in_attempt upload upload_piece'),
        ('service', 'SELECT, UPDATE (stamp)', 'account_head')
    ) g (kinds, privilege, objects)
    CROSS JOIN LATERAL unnest(string_to_array(g.kinds, ' ')) k
    CROSS JOIN LATERAL (SELECT replace(format('deskhand.%s', w), 'deskhand.SEQUENCE:', 'SEQUENCE deskhand.')
        FROM unnest(string_to_array(g.objects, ' ')) w) objects (o)
    UNION ALL
    SELECT 5, format('GRANT EXECUTE ON FUNCTION %s TO %I', p.oid::regprocedure, current_database() || '_agent')
    FROM pg_proc p
    WHERE p.pronamespace = 'deskhand'::regnamespace AND p.proname IN ('me', 'is_service', 'is_admin', 'sees_all',
        'works_here', 'my_queues', 'few_hidden', 'few_seen', 'my_tickets_in_hand', 'sees_ticket', 'wrote_article',
        'keep_blob', 'lock_head', 'append_change', 'next_ticket_number', 'catalog_version', 'raise_catalog_version',
        'found', 'found_newest', 'found_before', 'found_in', 'ranked', 'is_indexed', 'index_words', 'forget_words',
        'learn_terms', 'terms_containing', 'terms_between', 'queue_of_mailbox', 'signing_key', 'make_signing_key',
        'has_been_answered', 'tickets_opened_by', 'automatic_mails', 'record_automatic', 'forget_automatic', 'mail_sums',
        'mail_arrivals', 'mail_numbers', 'waiting_work', 'settle_arrival', 'inbound', 'record_inbound', 'root_of', 'root_of_number', 'join_marks', 'part_marks')
) statements
ORDER BY place, s

-- Members of the roles as the people are: a promotion in the desk counts when the owner has said so here, too.
-- name: rights.followPeople
SELECT CASE WHEN wanted THEN format('GRANT %I TO %I', current_database() || '_' || kind, role_name)
    ELSE format('REVOKE %I FROM %I', current_database() || '_' || kind, role_name) END
FROM (
    SELECT l.role_name, k.kind, CASE k.kind WHEN 'service' THEN l.service
            WHEN 'agent' THEN l.person_id <> 0
            WHEN 'supervisor' THEN coalesce(p.supervisor = 1 AND p.role = 2 AND p.active = 1, FALSE)
            ELSE coalesce(p.admin = 1 AND p.role = 2 AND p.active = 1, FALSE) END AS wanted,
        EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
            JOIN pg_roles r ON r.oid = m.member
            WHERE g.rolname = current_database() || '_' || k.kind AND r.rolname = l.role_name) AS has
    FROM login l
    LEFT JOIN person p ON p.id = l.person_id
    CROSS JOIN (VALUES ('agent'), ('supervisor'), ('admin'), ('service')) k (kind)
    WHERE EXISTS (SELECT FROM pg_roles r WHERE r.rolname = l.role_name)
) members
WHERE wanted <> has

-- name: rights.roleExists
SELECT count(*) FROM pg_roles WHERE rolname = :role

-- name: rights.makeLogin
SELECT format('CREATE ROLE %I LOGIN CONNECTION LIMIT %s PASSWORD %L', :role::text, :connections::bigint, :verifier::text)

-- Who is left in a transaction holds up everybody else.
-- name: rights.limitLogin
SELECT format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', :role::text, '1min')

-- name: rights.setPassword
SELECT format('ALTER ROLE %I PASSWORD %L', :role::text, :verifier::text)

-- name: rights.dropLogin
SELECT format('DROP ROLE IF EXISTS %I', :role::text)

-- name: rights.endSessions
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = :role AND pid <> pg_backend_pid()

-- name: rights.addLogin
INSERT INTO login (role_name, person_id, service) VALUES (:role, :person, :service::bigint <> 0)

-- name: rights.removeLogin
DELETE FROM login WHERE role_name = :role

-- name: rights.logins
SELECT l.role_name, l.person_id, coalesce(nullif(p.name, ''), p.address, ''), l.service::int, coalesce(p.active, 1),
    EXISTS (SELECT FROM pg_roles r WHERE r.rolname = l.role_name)::int
FROM login l
LEFT JOIN person p ON p.id = l.person_id
ORDER BY l.role_name

-- name: rights.isOwner
SELECT (NOT is_guarded())::int
