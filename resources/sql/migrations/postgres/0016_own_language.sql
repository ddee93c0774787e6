-- SPDX-License-Identifier: GPL-3.0-or-later
-- In which language the desk writes to somebody is for them to say, also of those who log in to the server themselves.
-- Conventions as in migration 1.

-- People are saved by one statement, which is an INSERT first.
CREATE POLICY own_made ON person FOR INSERT WITH CHECK (id = (SELECT me()));

CREATE POLICY own_changed ON person FOR UPDATE USING (id = (SELECT me()));

CREATE FUNCTION guard_own_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = deskhand, pg_temp AS $$
BEGIN
    IF OLD.id = me() AND NOT is_admin() AND to_jsonb(NEW) - 'language' <> to_jsonb(OLD) - 'language' THEN
        PERFORM refuse('of themselves people say their language only');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER person_own_guarded BEFORE UPDATE ON person
FOR EACH ROW WHEN (NOT pg_catalog.has_schema_privilege(session_user, 'deskhand', 'CREATE')) EXECUTE FUNCTION guard_own_person();

REVOKE ALL ON FUNCTION guard_own_person() FROM PUBLIC;

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 16';
