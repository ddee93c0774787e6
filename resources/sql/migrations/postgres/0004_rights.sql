-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who sees what (domain/queue_access.h), and what the pipeline promises as far as the database can hold people to it who
-- come with a login role of their own. Roles and grants are made by store/postgres_rights.h: without grants nobody but the
-- owner can do anything here. The owner of the schema, whom none of this binds, is who may create things in it.
--
-- Functions that act with the owner's rights are SECURITY DEFINER, name their search_path and are granted one by one;
-- they know the caller by session_user, which nothing but a new connection changes.

ALTER TABLE person ADD COLUMN supervisor INTEGER NOT NULL DEFAULT 0 CHECK (supervisor IN (0, 1));

CREATE TABLE queue_member (
    queue_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (queue_id, person_id)
);

-- Behind policies an index is only used for what cannot leak, and lower() is not said to be.
ALTER TABLE ticket ADD COLUMN number_folded TEXT COLLATE "C" GENERATED ALWAYS AS (lower(number)) STORED;

DROP INDEX ticket_number;

CREATE UNIQUE INDEX ticket_number ON ticket (number_folded);

-- With the id, which policies and lists read, so that the index alone answers.
DROP INDEX ticket_unresolved;

CREATE INDEX ticket_unresolved ON ticket (
    updated_at, owner_id, queue_id, state_id, state_type, priority_id, category_id, requester_id, organization_id,
    due_at, created_at, last_contact_at, last_article_id
) INCLUDE (id) WHERE state_type < 5;

CREATE INDEX attachment_blob ON attachment (sha256);

CREATE INDEX article_raw ON article (raw_sha256) WHERE raw_sha256 IS NOT NULL;

-- Which role of the server is whom. service: a program that works for all people.
CREATE TABLE login (
    role_name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL DEFAULT 0,
    service BOOLEAN NOT NULL DEFAULT FALSE,
    CHECK ((person_id <> 0) <> service)
);

CREATE UNIQUE INDEX login_person ON login (person_id) WHERE person_id <> 0;

-- What a running transaction may go on with: tickets that it has opened in or moved to a queue that its person does not
-- see, bytes that it has shown, and, as a negative number, the admin who is about to be none. Rows of transactions that
-- have ended mean nothing and are swept up on the way.
CREATE TABLE in_hand (
    id BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    txid XID8 NOT NULL DEFAULT pg_current_xact_id(),
    ticket_id BIGINT NOT NULL DEFAULT 0,
    sha256 BYTEA NOT NULL DEFAULT ''
);

-- Whether the caller is held to the rules below.
CREATE FUNCTION is_guarded() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE');

-- These are asked by every statement. PL/pgSQL keeps its plans for the whole session; SQL makes them anew each time.

-- Whether the caller has the group role of this database: agent, supervisor, admin or service.
CREATE FUNCTION has_group(kind text) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM pg_roles r WHERE r.rolname = current_database() || '_' || kind
        AND pg_has_role(session_user, r.oid, 'MEMBER'));
END $$;

-- Whether the person gives up what they are in this very transaction, which they may bring to its end.
CREATE FUNCTION is_leaving(person bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN person > 0 AND EXISTS (SELECT FROM in_hand h
        WHERE h.txid = pg_current_xact_id_if_assigned() AND h.ticket_id = -is_leaving.person);
END $$;

-- The caller as an active agent; 0: nobody of the desk. One look-up after the other: joined, the planner may ask about
-- all people first.
CREATE FUNCTION me() RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    person bigint := (SELECT l.person_id FROM login l WHERE l.role_name = session_user::text);
BEGIN
    IF EXISTS (SELECT FROM person p WHERE p.id = person AND p.role = 2 AND p.active = 1) OR is_leaving(person) THEN
        RETURN person;
    END IF;
    RETURN 0;
END $$;

CREATE FUNCTION is_service() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM login l WHERE l.role_name = session_user::text AND l.service) THEN
        RETURN has_group('service');
    END IF;
    RETURN FALSE;
END $$;

-- Both have to say so: what the person is in the desk, and the role of the server.
CREATE FUNCTION is_admin() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    person bigint;
BEGIN
    IF NOT is_guarded() THEN
        RETURN TRUE;
    END IF;
    person := (SELECT l.person_id FROM login l WHERE l.role_name = session_user::text);
    IF EXISTS (SELECT FROM person p WHERE p.id = person AND p.role = 2 AND p.active = 1 AND p.admin = 1)
        OR is_leaving(person) THEN
        RETURN has_group('admin');
    END IF;
    RETURN is_service();
END $$;

CREATE FUNCTION sees_all() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF is_admin() THEN
        RETURN TRUE;
    END IF;
    IF EXISTS (SELECT FROM person p WHERE p.id = me() AND p.supervisor = 1) THEN
        RETURN has_group('supervisor');
    END IF;
    RETURN FALSE;
END $$;

CREATE FUNCTION works_here() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN NOT is_guarded() OR me() <> 0 OR is_service();
END $$;

-- The queues whose tickets the caller sees as a member, or because a queue and all above it have no members.
CREATE FUNCTION my_queues() RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    person bigint := me();
BEGIN
    IF person = 0 THEN
        RETURN '{}';
    END IF;
    RETURN (
        WITH RECURSIVE up (queue_id, at, steps) AS (
            SELECT q.id, q.id, 0 FROM queue q
            UNION ALL
            SELECT up.queue_id, q.parent_id, up.steps + 1
            FROM up
            JOIN queue q ON q.id = up.at
            WHERE q.parent_id <> 0 AND up.steps < 1000 AND NOT EXISTS (SELECT FROM queue_member m WHERE m.queue_id = up.at)
        )
        SELECT coalesce(array_agg(q.id), '{}')
        FROM queue q
        WHERE NOT EXISTS (
            SELECT FROM up
            WHERE up.queue_id = q.id AND EXISTS (SELECT FROM queue_member m WHERE m.queue_id = up.at)
                AND NOT EXISTS (SELECT FROM queue_member m WHERE m.queue_id = up.at AND m.person_id = person)));
END $$;

-- For the policy on tickets, which asks for every row: the shorter one of two lists. Where most queues are seen, those that
-- are not; NULL, which shows nothing, where that list is the longer one.
CREATE FUNCTION few_hidden() RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    mine bigint[] := my_queues();
BEGIN
    IF cardinality(mine) * 2 <= (SELECT count(*) FROM queue) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT coalesce(array_agg(q.id), '{}') FROM queue q WHERE q.id <> ALL (mine));
END $$;

CREATE FUNCTION few_seen() RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    mine bigint[] := my_queues();
BEGIN
    RETURN CASE WHEN cardinality(mine) * 2 <= (SELECT count(*) FROM queue) THEN mine ELSE '{}' END;
END $$;

-- Volatile: it has to see what a trigger of the same statement has written.
CREATE FUNCTION my_tickets_in_hand() RETURNS bigint[] LANGUAGE plpgsql VOLATILE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(array_agg(h.ticket_id), '{}') FROM in_hand h
        WHERE h.txid = pg_current_xact_id_if_assigned() AND h.ticket_id > 0);
END $$;

CREATE FUNCTION sees_ticket(ticket bigint) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN sees_all() OR EXISTS (SELECT FROM ticket t WHERE t.id = sees_ticket.ticket
        AND (t.queue_id = ANY ((SELECT my_queues())::bigint[]) OR t.id = ANY ((SELECT my_tickets_in_hand())::bigint[])));
END $$;

CREATE FUNCTION refuse(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the desk does not allow this: %', what USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION sweep_up() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
    DELETE FROM in_hand WHERE id IN (
        SELECT h.id FROM in_hand h WHERE h.txid < pg_snapshot_xmin(pg_current_snapshot()) LIMIT 100 FOR UPDATE SKIP LOCKED)
$$;

-- A ticket is what was opened: its number, its times of birth and its counting of versions are not anybody's to change.
CREATE FUNCTION guard_ticket() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    opens boolean := TG_OP = 'INSERT';
BEGIN
    IF opens THEN
        IF NEW.version <> 1 OR NEW.article_count <> 0 OR NEW.attachment_count <> 0 OR NEW.last_article_id <> 0
            OR NEW.last_article_from_customer <> 0 OR NEW.id NOT BETWEEN 1 AND (SELECT last_value FROM ticket_id_seq) THEN
            PERFORM refuse('a ticket begins with version 1 and without articles');
        END IF;
    ELSE
        IF NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.created_at <> OLD.created_at OR NEW.channel <> OLD.channel
            OR NEW.version NOT IN (OLD.version, OLD.version + 1) OR NEW.updated_at < OLD.updated_at
            OR NEW.last_contact_at < OLD.last_contact_at THEN
            PERFORM refuse('number, times and version of a ticket follow rules');
        END IF;
        IF (NEW.state_id = OLD.state_id AND (NEW.solved_at <> OLD.solved_at OR NEW.closed_at <> OLD.closed_at))
            OR (NEW.subject = OLD.subject AND NEW.subject_folded <> OLD.subject_folded)
            OR (NEW.requester_id = OLD.requester_id AND NEW.organization_id <> OLD.organization_id) THEN
            PERFORM refuse('what follows from another field changes with it');
        END IF;
    END IF;
    IF NEW.state_type <> (SELECT s.type FROM state s WHERE s.id = NEW.state_id) THEN
        PERFORM refuse('the type of a state is that of the state');
    END IF;
    IF opens OR NEW.queue_id <> OLD.queue_id THEN
        IF NOT sees_all() AND NEW.queue_id <> ALL (my_queues()) THEN
            PERFORM sweep_up();
            INSERT INTO in_hand (ticket_id) VALUES (NEW.id);
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ticket_guarded BEFORE INSERT OR UPDATE ON ticket
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION guard_ticket();

-- Whether this transaction has said in the feed that something of the ticket is new. It holds desk_head if it has.
CREATE FUNCTION is_told(ticket bigint) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM change_feed c WHERE c.seq > (SELECT feed_seq FROM desk_head) - 100
        AND c.ticket_id = is_told.ticket AND c.kind IN (1, 2, 3) AND c.xmin = pg_current_xact_id()::xid);
END $$;

-- At the commit: every field of a ticket that is not as it was has its entry in history, by this transaction.
CREATE FUNCTION check_ticket() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    mine xid := pg_current_xact_id()::xid;
    missing text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM history h WHERE h.ticket_id = NEW.id AND h.version = 1
            AND h.what IN ('opened', 'imported') AND h.new_value = NEW.number AND h.xmin = mine) THEN
            PERFORM refuse('a ticket is opened in its history');
        END IF;
    ELSE
        SELECT f.what INTO missing
        FROM (VALUES
            ('subject', OLD.subject, NEW.subject),
            ('state', OLD.state_id::text, NEW.state_id::text),
            ('priority', OLD.priority_id::text, NEW.priority_id::text),
            ('queue', OLD.queue_id::text, NEW.queue_id::text),
            ('category', nullif(OLD.category_id, 0)::text, nullif(NEW.category_id, 0)::text),
            ('owner', nullif(OLD.owner_id, 0)::text, nullif(NEW.owner_id, 0)::text),
            ('requester', OLD.requester_id::text, NEW.requester_id::text),
            ('tags', OLD.tags, NEW.tags),
            ('due', nullif(OLD.due_at, 0)::text, nullif(NEW.due_at, 0)::text),
            ('pending-until', nullif(OLD.pending_until, 0)::text, nullif(NEW.pending_until, 0)::text)
        ) f (what, before, after)
        WHERE f.before IS DISTINCT FROM f.after AND NOT EXISTS (
            SELECT FROM history h WHERE h.ticket_id = NEW.id AND h.version = NEW.version AND h.what = f.what
                AND h.old_value = coalesce(f.before, '') AND h.new_value = coalesce(f.after, '') AND h.xmin = mine)
        LIMIT 1;
        IF missing IS NOT NULL THEN
            PERFORM refuse(missing || ' changes with an entry in history');
        END IF;
        IF EXISTS (SELECT FROM history h WHERE h.ticket_id = NEW.id AND h.version = NEW.version AND h.what <> 'conflict'
                AND h.xmin <> mine)
            OR NOT EXISTS (SELECT FROM history h WHERE h.ticket_id = NEW.id AND h.version = NEW.version AND h.xmin = mine) THEN
            PERFORM refuse('every change of a ticket is a version of its own, with an entry in history');
        END IF;
    END IF;
    IF NOT is_told(NEW.id) THEN
        PERFORM refuse('a change is told in the feed');
    END IF;
    IF TG_OP = 'INSERT' THEN
        PERFORM check_thread(NEW.id);
    ELSIF (OLD.article_count, OLD.attachment_count, OLD.last_article_id, OLD.last_article_from_customer, OLD.tags)
        IS DISTINCT FROM (NEW.article_count, NEW.attachment_count, NEW.last_article_id, NEW.last_article_from_customer, NEW.tags) THEN
        PERFORM check_thread(NEW.id);
    END IF;
    RETURN NULL;
END $$;

-- What a ticket says of its thread and its tags is what is there.
CREATE FUNCTION check_thread(ticket bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    t record;
    newest record;
BEGIN
    SELECT * INTO t FROM deskhand.ticket k WHERE k.id = check_thread.ticket;
    SELECT a.id, a.position, a.sender_role INTO newest FROM article a
    WHERE a.ticket_id = t.id ORDER BY a.position DESC LIMIT 1;
    IF t.article_count <> coalesce(newest.position, 0) OR t.last_article_id <> coalesce(newest.id, 0)
        OR t.last_article_from_customer <> (coalesce(newest.sender_role, 0) = 1)::int THEN
        PERFORM refuse('a ticket counts its articles');
    END IF;
    IF t.attachment_count < (SELECT count(*) FROM attachment f WHERE f.article_id = newest.id AND f.is_inline = 0) THEN
        PERFORM refuse('a ticket counts its attachments');
    END IF;
    IF (SELECT coalesce(array_agg(g.tag ORDER BY g.tag), '{}') FROM ticket_tag g WHERE g.ticket_id = t.id)
        <> (SELECT coalesce(array_agg(w ORDER BY w), '{}') FROM unnest(string_to_array(t.tags, ' ')) w) THEN
        PERFORM refuse('the tags of a ticket are written twice, and the same');
    END IF;
END $$;

CREATE CONSTRAINT TRIGGER ticket_checked AFTER INSERT OR UPDATE ON ticket DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_ticket();

CREATE FUNCTION check_tag() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
BEGIN
    PERFORM check_thread(coalesce(NEW.ticket_id, OLD.ticket_id));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER ticket_tag_checked AFTER INSERT OR DELETE ON ticket_tag DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_tag();

-- Articles are their author's, come one after the other and are never changed.
CREATE FUNCTION guard_article() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NEW.id NOT BETWEEN 1 AND (SELECT last_value FROM article_id_seq)
        OR NEW.position <> 1 + coalesce((SELECT max(a.position) FROM article a WHERE a.ticket_id = NEW.ticket_id), 0)
        OR NEW.id <= coalesce((SELECT t.last_article_id FROM ticket t WHERE t.id = NEW.ticket_id), 0) THEN
        PERFORM refuse('articles come one after the other');
    END IF;
    IF is_service() THEN
        RETURN NEW;
    END IF;
    IF NEW.sender_role = 3 OR (NEW.sender_role = 2 AND NEW.author_id <> me()) OR (NEW.sender_role = 1
        AND EXISTS (SELECT FROM login l WHERE l.person_id = NEW.author_id AND l.person_id <> me() AND l.person_id <> 0)) THEN
        PERFORM refuse('an article is in the name of who writes it');
    END IF;
    IF NEW.raw_sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM in_hand h WHERE h.txid = pg_current_xact_id()
        AND h.sha256 = NEW.raw_sha256) THEN
        PERFORM refuse('who attaches bytes has them');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER article_guarded BEFORE INSERT ON article
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION guard_article();

CREATE FUNCTION check_article() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM history h WHERE h.ticket_id = NEW.ticket_id AND h.xmin = pg_current_xact_id()::xid
        AND ((h.what = 'article' AND h.new_value = NEW.id::text) OR (NEW.position = 1 AND h.what IN ('opened', 'imported'))))
        OR NOT is_told(NEW.ticket_id) THEN
        PERFORM refuse('an article has its entry in history and is told in the feed');
    END IF;
    PERFORM check_thread(NEW.ticket_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER article_checked AFTER INSERT ON article DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_article();

-- Whether this transaction has written the article.
CREATE FUNCTION wrote_article(article bigint, ticket bigint) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM article a WHERE a.id = wrote_article.article
        AND (a.ticket_id = wrote_article.ticket OR wrote_article.ticket = 0) AND a.xmin = pg_current_xact_id()::xid);
END $$;

-- Knowing the hash of a file is not having it.
CREATE FUNCTION guard_attachment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM in_hand h WHERE h.txid = pg_current_xact_id() AND h.sha256 = NEW.sha256)
        OR NEW.size <> (SELECT b.size FROM blob b WHERE b.sha256 = NEW.sha256) THEN
        PERFORM refuse('who attaches bytes has them');
    END IF;
    IF NOT wrote_article(NEW.article_id, 0) THEN
        PERFORM refuse('an article comes with its attachments');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER attachment_guarded BEFORE INSERT ON attachment
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION guard_attachment();

CREATE FUNCTION keep_blob(hash bytea, length bigint, content bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF is_guarded() THEN
        IF NOT works_here() OR sha256(content) <> hash OR octet_length(content) <> length THEN
            PERFORM refuse('bytes are kept under their own hash');
        END IF;
        PERFORM sweep_up();
        INSERT INTO in_hand (sha256) VALUES (hash);
    END IF;
    INSERT INTO blob (sha256, size, bytes) VALUES (hash, length, content) ON CONFLICT (sha256) DO NOTHING;
END $$;

-- The length in front, as in domain/history_chain.h.
CREATE FUNCTION chain_text(value text) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN pg_catalog.int8send(pg_catalog.octet_length(pg_catalog.convert_to(value, 'UTF8'))::bigint)
    || pg_catalog.convert_to(value, 'UTF8');

-- An entry of history goes on with the chain and names who is there.
CREATE FUNCTION guard_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    last record;
    payload bytea;
    before text;
BEGIN
    SELECT h.history_id, h.history_hash INTO last FROM desk_head h FOR UPDATE;
    payload := sha256(chain_text(NEW.actor_name) || chain_text(NEW.old_value) || chain_text(NEW.new_value)
        || chain_text(NEW.old_text) || chain_text(NEW.new_text) || chain_text(NEW.why));
    IF NEW.id <> last.history_id + 1 OR octet_length(NEW.command_id) <> 16 OR NEW.payload_hash <> payload
        OR NEW.hash <> sha256(int8send(NEW.id) || int8send(NEW.ticket_id) || int8send(NEW.version) || int8send(NEW.at)
            || int8send(NEW.actor_kind::bigint) || int8send(NEW.actor_id) || chain_text(NEW.what) || NEW.command_id
            || payload || last.history_hash) THEN
        PERFORM refuse('history is a chain');
    END IF;
    IF is_service() THEN
        RETURN NEW;
    END IF;
    IF NEW.actor_kind <> 1 OR NEW.actor_id <> me() OR me() = 0
        OR NEW.actor_name <> (SELECT coalesce(nullif(p.name, ''), p.address) FROM person p WHERE p.id = me()) THEN
        PERFORM refuse('history names who did it');
    END IF;
    IF NEW.ticket_id <> 0 AND NEW.what NOT IN ('opened', 'article', 'conflict') THEN
        SELECT h.new_value INTO before FROM history h
        WHERE h.ticket_id = NEW.ticket_id AND h.what = NEW.what ORDER BY h.id DESC LIMIT 1;
        IF NEW.old_value = NEW.new_value OR before <> NEW.old_value THEN
            PERFORM refuse('what a field was is what it became last');
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER history_guarded BEFORE INSERT ON history
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION guard_history();

-- At the commit: what an entry says is so.
CREATE FUNCTION check_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    t record;
BEGIN
    IF NEW.ticket_id = 0 THEN
        IF NEW.what NOT LIKE 'saved-%' OR (NOT is_admin() AND NEW.what NOT IN ('saved-person', 'saved-organization')) THEN
            PERFORM refuse('only admins save settings');
        END IF;
        RETURN NULL;
    END IF;
    SELECT * INTO t FROM ticket k WHERE k.id = NEW.ticket_id;
    IF NOT FOUND OR NOT (CASE NEW.what
        WHEN 'opened' THEN NEW.version = 1 AND NEW.new_value = t.number
        WHEN 'imported' THEN is_service() AND NEW.version = 1 AND NEW.new_value = t.number
        WHEN 'article' THEN NEW.version = t.version AND NEW.new_value = t.last_article_id::text
        WHEN 'conflict' THEN NEW.version <= t.version
        WHEN 'subject' THEN NEW.new_value = t.subject
        WHEN 'state' THEN NEW.new_value = t.state_id::text
        WHEN 'priority' THEN NEW.new_value = t.priority_id::text
        WHEN 'queue' THEN NEW.new_value = t.queue_id::text
        WHEN 'category' THEN NEW.new_value = coalesce(nullif(t.category_id, 0)::text, '')
        WHEN 'owner' THEN NEW.new_value = coalesce(nullif(t.owner_id, 0)::text, '')
        WHEN 'requester' THEN NEW.new_value = t.requester_id::text
        WHEN 'tags' THEN NEW.new_value = t.tags
        WHEN 'due' THEN NEW.new_value = coalesce(nullif(t.due_at, 0)::text, '')
        WHEN 'pending-until' THEN NEW.new_value = coalesce(nullif(t.pending_until, 0)::text, '')
        ELSE FALSE END) THEN
        PERFORM refuse('history says what is so');
    END IF;
    IF NEW.what IN ('opened', 'imported') THEN
        IF (SELECT count(*) FROM history h WHERE h.ticket_id = t.id AND h.what IN ('opened', 'imported')) <> 1 THEN
            PERFORM refuse('a ticket is opened once');
        END IF;
    ELSIF NEW.what <> 'conflict' THEN
        IF NEW.version <> t.version OR (SELECT k.xmin FROM ticket k WHERE k.id = t.id) <> pg_current_xact_id()::xid
            OR (SELECT count(*) FROM history h WHERE h.ticket_id = t.id AND h.version = NEW.version AND h.what = NEW.what) <> 1 THEN
            PERFORM refuse('history says once what is done');
        END IF;
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER history_checked AFTER INSERT ON history DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_history();

ALTER FUNCTION follow_history() SECURITY DEFINER SET search_path = deskhand, pg_temp;

-- At the commit: who saves a setting has said so in history, in this transaction.
CREATE FUNCTION check_setting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM history h WHERE h.id > (SELECT history_id FROM desk_head) - 1000 AND h.ticket_id = 0
        AND h.what = TG_ARGV[0] AND h.xmin = pg_current_xact_id()::xid) THEN
        PERFORM refuse('a setting is saved with an entry in history');
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER state_checked AFTER INSERT OR UPDATE OR DELETE ON state DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-state');

CREATE CONSTRAINT TRIGGER priority_checked AFTER INSERT OR UPDATE OR DELETE ON priority DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-priority');

CREATE CONSTRAINT TRIGGER queue_checked AFTER INSERT OR UPDATE OR DELETE ON queue DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-queue');

CREATE CONSTRAINT TRIGGER queue_member_checked AFTER INSERT OR UPDATE OR DELETE ON queue_member DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-queue');

CREATE CONSTRAINT TRIGGER category_checked AFTER INSERT OR UPDATE OR DELETE ON category DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-category');

CREATE CONSTRAINT TRIGGER desk_setting_checked AFTER INSERT OR UPDATE OR DELETE ON desk_setting DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-settings');

CREATE CONSTRAINT TRIGGER organization_checked AFTER INSERT OR UPDATE OR DELETE ON organization DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-organization');

CREATE CONSTRAINT TRIGGER person_checked AFTER UPDATE OR DELETE ON person DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION check_setting('saved-person');

-- Somebody has to be able to manage the desk.
CREATE FUNCTION guard_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF OLD.role = 2 AND OLD.admin = 1 AND OLD.active = 1 AND (NEW.role <> 2 OR NEW.admin = 0 OR NEW.active = 0) THEN
        IF NOT EXISTS (SELECT FROM person p WHERE p.id <> OLD.id AND p.role = 2 AND p.admin = 1 AND p.active = 1) THEN
            PERFORM refuse('the last admin stays');
        END IF;
        IF OLD.id = me() THEN
            PERFORM sweep_up();
            INSERT INTO in_hand (ticket_id) VALUES (-OLD.id);
        END IF;
    END IF;
    IF NEW.id <> OLD.id THEN
        PERFORM refuse('a person stays who they are');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER person_guarded BEFORE UPDATE ON person
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION guard_person();

-- The ends of history and feed, and the counters, are moved by these functions only.
CREATE FUNCTION lock_head() RETURNS TABLE (history_id bigint, history_hash bytea) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT works_here() THEN
        PERFORM refuse('only people of the desk write history');
    END IF;
    RETURN QUERY SELECT h.history_id, h.history_hash FROM desk_head h FOR UPDATE;
END $$;

CREATE FUNCTION append_change(at bigint, kind bigint, ticket bigint, article bigint, actor bigint, command bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
DECLARE
    given bigint;
BEGIN
    IF is_guarded() AND NOT is_service() AND (me() = 0 OR actor <> me() OR kind = 8
        OR (ticket <> 0 AND NOT sees_ticket(ticket))) THEN
        PERFORM refuse('the feed names who did what they can see');
    END IF;
    UPDATE desk_head SET feed_seq = feed_seq + 1 RETURNING feed_seq INTO given;
    INSERT INTO change_feed (seq, at, kind, ticket_id, article_id, actor_id, command_id)
    VALUES (given, append_change.at, append_change.kind, ticket, article, actor, command);
    RETURN given;
END $$;

CREATE FUNCTION next_ticket_number() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    given bigint;
BEGIN
    IF NOT works_here() THEN
        PERFORM refuse('only people of the desk open tickets');
    END IF;
    UPDATE counter SET value = value + 1 WHERE name = 'ticket_number' RETURNING value INTO given;
    RETURN given;
END $$;

-- Whoever is no active agent of the desk is told so here, before everything else.
CREATE FUNCTION catalog_version() RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT works_here() THEN
        PERFORM refuse('only active agents come in');
    END IF;
    RETURN (SELECT value FROM counter WHERE name = 'catalog');
END $$;

CREATE FUNCTION raise_catalog_version() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT works_here() THEN
        PERFORM refuse('only people of the desk change its settings');
    END IF;
    UPDATE counter SET value = value + 1 WHERE name = 'catalog';
END $$;

-- The index of words cannot be searched behind policies, and its words are everybody's: only through these functions,
-- which leave out what the caller does not see. The ticket is said beside the row: behind policies no index is used for
-- what has to be computed. Newest first, at most `most`; 0: all.
CREATE FUNCTION found(wanted tsquery, most integer DEFAULT 0) RETURNS TABLE (rowid bigint, ticket bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
DECLARE
    queues bigint[];
BEGIN
    IF sees_all() THEN
        RETURN QUERY SELECT s.rowid, s.rowid >> 20 FROM search s WHERE s.document @@ wanted
        ORDER BY s.rowid DESC LIMIT nullif(most, 0);
    ELSE
        queues := my_queues();
        IF most > 0 THEN
            -- Only as many tickets are looked up as are needed.
            RETURN QUERY SELECT s.rowid, s.rowid >> 20
            FROM (SELECT i.rowid FROM search i WHERE i.document @@ wanted ORDER BY i.rowid DESC OFFSET 0) s
            WHERE (SELECT t.queue_id FROM ticket t WHERE t.id = s.rowid >> 20) = ANY (queues) LIMIT most;
        ELSE
            RETURN QUERY SELECT s.rowid, t.id FROM search s JOIN ticket t ON t.id = s.rowid >> 20
            WHERE s.document @@ wanted AND t.queue_id = ANY (queues) ORDER BY s.rowid DESC;
        END IF;
    END IF;
END $$;

CREATE FUNCTION found_between(wanted tsquery, first bigint, behind bigint, most integer) RETURNS TABLE (rowid bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
DECLARE
    queues bigint[] := CASE WHEN sees_all() THEN NULL ELSE my_queues() END;
BEGIN
    RETURN QUERY SELECT s.rowid FROM search s
    WHERE s.document @@ wanted AND s.rowid >= first AND s.rowid < behind
        AND (queues IS NULL OR (SELECT t.queue_id FROM ticket t WHERE t.id = s.rowid >> 20) = ANY (queues))
    ORDER BY s.rowid DESC LIMIT most;
END $$;

-- Weights D, C, B, A: text, file names, people, subject and number. Lower is better, as with FTS5.
CREATE FUNCTION ranked(wanted tsquery, rows bigint[]) RETURNS TABLE (rowid bigint, score real) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
DECLARE
    queues bigint[] := CASE WHEN sees_all() THEN NULL ELSE my_queues() END;
BEGIN
    RETURN QUERY SELECT s.rowid, -ts_rank('{0.1, 0.3, 0.3, 1.0}', s.document, wanted) FROM search s
    WHERE s.rowid = ANY (rows)
        AND (queues IS NULL OR (SELECT t.queue_id FROM ticket t WHERE t.id = s.rowid >> 20) = ANY (queues));
END $$;

CREATE FUNCTION is_indexed(wanted bigint) RETURNS SETOF bigint LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
    SELECT s.rowid FROM search s WHERE s.rowid = wanted AND sees_ticket(wanted >> 20)
$$;

CREATE FUNCTION index_words(place bigint, words tsvector) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF is_guarded() AND NOT sees_ticket(place >> 20) THEN
        PERFORM refuse('there is no such ticket');
    END IF;
    INSERT INTO search (rowid, document) VALUES (place, words);
END $$;

CREATE FUNCTION forget_words(place bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF is_guarded() AND NOT sees_ticket(place >> 20) THEN
        PERFORM refuse('there is no such ticket');
    END IF;
    DELETE FROM search WHERE rowid = place;
END $$;

-- In one order for all writers: two that learn the same words must not wait for each other.
CREATE FUNCTION learn_terms(terms json) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT works_here() THEN
        PERFORM refuse('only people of the desk add words');
    END IF;
    INSERT INTO search_term (term) SELECT w FROM json_array_elements_text(terms) AS words (w) ORDER BY w
    ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION terms_containing(pattern text, most bigint) RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
DECLARE
    inside text := trim(BOTH '*' FROM pattern);
BEGIN
    IF is_guarded() AND (NOT works_here() OR length(inside) < 3) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT s.term::text FROM search_term s
    WHERE s.term LIKE '%' || replace(replace(replace(inside, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    ORDER BY s.id LIMIT least(most, 1000);
END $$;

-- In the order in which the words came up, and not by walking through all of them in that order.
CREATE FUNCTION terms_between(first text, behind text, most bigint) RETURNS SETOF text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF NOT works_here() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT s.term::text FROM search_term s WHERE s.term >= first AND s.term < behind
    ORDER BY +s.id LIMIT least(most, 1000);
END $$;

-- What may be seen and written, row by row. What stands in (SELECT …) is asked once for a statement.
ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON ticket FOR SELECT USING ((SELECT sees_all()) OR queue_id <> ALL ((SELECT few_hidden())::bigint[])
    OR queue_id = ANY ((SELECT few_seen())::bigint[]) OR id = ANY ((SELECT my_tickets_in_hand())::bigint[]));

CREATE POLICY opened ON ticket FOR INSERT WITH CHECK ((SELECT works_here()));

CREATE POLICY changed ON ticket FOR UPDATE USING ((SELECT sees_all()) OR queue_id <> ALL ((SELECT few_hidden())::bigint[])
    OR queue_id = ANY ((SELECT few_seen())::bigint[]) OR id = ANY ((SELECT my_tickets_in_hand())::bigint[]));

ALTER TABLE ticket_tag ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON ticket_tag USING ((SELECT sees_all()) OR EXISTS (SELECT FROM ticket t WHERE t.id = ticket_id));

ALTER TABLE article ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON article USING ((SELECT sees_all()) OR EXISTS (SELECT FROM ticket t WHERE t.id = ticket_id));

ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON attachment USING ((SELECT sees_all()) OR EXISTS (SELECT FROM article a WHERE a.id = article_id));

ALTER TABLE article_message_id ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON article_message_id FOR SELECT
USING ((SELECT sees_all()) OR EXISTS (SELECT FROM ticket t WHERE t.id = ticket_id));

CREATE POLICY written ON article_message_id FOR INSERT WITH CHECK (wrote_article(article_id, ticket_id));

ALTER TABLE blob ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON blob FOR SELECT USING ((SELECT sees_all())
    OR EXISTS (SELECT FROM attachment f WHERE f.sha256 = blob.sha256)
    OR EXISTS (SELECT FROM article a WHERE a.raw_sha256 = blob.sha256));

ALTER TABLE history ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON history USING ((SELECT sees_all()) OR (ticket_id = 0 AND (SELECT works_here()))
    OR EXISTS (SELECT FROM ticket t WHERE t.id = ticket_id));

ALTER TABLE change_feed ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON change_feed FOR SELECT USING ((SELECT works_here()));

ALTER TABLE command_log ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON command_log USING ((SELECT is_service()) OR (actor_id = (SELECT me()) AND actor_id <> 0));

ALTER TABLE read_mark ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON read_mark USING ((SELECT is_service()) OR (person_id = (SELECT me()) AND person_id <> 0))
WITH CHECK ((SELECT is_service()) OR (person_id = (SELECT me()) AND person_id <> 0 AND sees_ticket(ticket_id)));

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON saved_view FOR SELECT USING ((SELECT is_service())
    OR ((SELECT me()) <> 0 AND (owner_id = (SELECT me()) OR shared = 1)));

CREATE POLICY made ON saved_view FOR INSERT WITH CHECK ((SELECT is_service())
    OR ((SELECT me()) <> 0 AND (owner_id = (SELECT me()) OR (shared = 1 AND (SELECT is_admin())))));

CREATE POLICY changed ON saved_view FOR UPDATE USING ((SELECT is_service())
    OR ((SELECT me()) <> 0 AND (owner_id = (SELECT me()) OR (shared = 1 AND (SELECT is_admin())))));

CREATE POLICY removed ON saved_view FOR DELETE USING ((SELECT is_service())
    OR ((SELECT me()) <> 0 AND (owner_id = (SELECT me()) OR (shared = 1 AND (SELECT is_admin())))));

ALTER TABLE presence ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON presence FOR SELECT USING ((SELECT sees_all()) OR person_id = (SELECT me())
    OR EXISTS (SELECT FROM ticket t WHERE t.id = ticket_id));

CREATE POLICY own ON presence FOR INSERT WITH CHECK ((SELECT is_service())
    OR (person_id = (SELECT me()) AND person_id <> 0 AND sees_ticket(ticket_id)));

CREATE POLICY kept ON presence FOR UPDATE USING ((SELECT is_service()) OR (person_id = (SELECT me()) AND person_id <> 0));

-- Whoever comes by sweeps up who is no longer there.
CREATE POLICY left_behind ON presence FOR DELETE USING ((SELECT is_service()) OR ((SELECT me()) <> 0
    AND (person_id = (SELECT me()) OR seen_at < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - 25000)));

ALTER TABLE person ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON person FOR SELECT USING ((SELECT works_here()));

CREATE POLICY made ON person FOR INSERT WITH CHECK ((SELECT is_admin())
    OR (role = 1 AND admin = 0 AND supervisor = 0 AND (SELECT works_here())));

CREATE POLICY changed ON person FOR UPDATE USING ((SELECT is_admin())
    OR (role = 1 AND admin = 0 AND supervisor = 0 AND (SELECT works_here())));

ALTER TABLE person_word ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON person_word FOR SELECT USING ((SELECT works_here()));

CREATE POLICY made ON person_word FOR INSERT WITH CHECK ((SELECT is_admin())
    OR EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.role = 1));

CREATE POLICY removed ON person_word FOR DELETE USING ((SELECT is_admin())
    OR EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.role = 1));

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON organization USING ((SELECT works_here()));

ALTER TABLE state ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON state FOR SELECT USING ((SELECT works_here()));

CREATE POLICY saved ON state USING ((SELECT is_admin()));

ALTER TABLE priority ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON priority FOR SELECT USING ((SELECT works_here()));

CREATE POLICY saved ON priority USING ((SELECT is_admin()));

ALTER TABLE queue ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON queue FOR SELECT USING ((SELECT works_here()));

CREATE POLICY saved ON queue USING ((SELECT is_admin()));

ALTER TABLE queue_member ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON queue_member FOR SELECT USING ((SELECT works_here()));

CREATE POLICY saved ON queue_member USING ((SELECT is_admin()));

ALTER TABLE category ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON category FOR SELECT USING ((SELECT works_here()));

CREATE POLICY saved ON category USING ((SELECT is_admin()));

ALTER TABLE desk_setting ENABLE ROW LEVEL SECURITY;

-- By name: what a later setting keeps may be a secret.
CREATE POLICY seen ON desk_setting FOR SELECT
USING (key IN ('desk_name', 'number_format') AND (SELECT works_here()));

CREATE POLICY saved ON desk_setting FOR INSERT
WITH CHECK (key IN ('desk_name', 'number_format') AND (SELECT is_admin()));

CREATE POLICY changed ON desk_setting FOR UPDATE
USING (key IN ('desk_name', 'number_format') AND (SELECT is_admin()));

ALTER TABLE counter ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON counter FOR SELECT USING ((SELECT works_here()));

ALTER TABLE desk_head ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON desk_head FOR SELECT USING ((SELECT works_here()));

ALTER TABLE inbound_mail ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_service ON inbound_mail USING ((SELECT is_service()));

ALTER TABLE search ENABLE ROW LEVEL SECURITY;

ALTER TABLE search_term ENABLE ROW LEVEL SECURITY;

ALTER TABLE login ENABLE ROW LEVEL SECURITY;

ALTER TABLE in_hand ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA deskhand FROM PUBLIC;

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 4';
