// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

constexpr Attack serverTable[] = {
    // Being somebody else.
    {"agent", "SET ROLE owner", "!42501", "the owner"},
    {"agent", "SET ROLE \"{db}_admin\"", "!42501", "the admins"},
    {"agent", "SET ROLE \"{memberRole}\"", "!42501", "a colleague"},
    {"agent", "SET SESSION AUTHORIZATION owner", "!42501", "the owner's session"},
    {"agent", "SELECT set_config('role', 'owner', false)", "!42501", "the owner by a setting"},
    {"agent", "SELECT set_config('session_authorization', 'owner', false)", "!42501", "the session by a setting"},
    {"agent", "SET ROLE \"{db}_agent\"; SELECT count(*) FROM ticket WHERE id = {secret}", "0",
     "the group: the session stays who it is"},
    {"admin", "SET ROLE \"{db}_agent\"; SELECT me() = {adminId}", "t", "an admin as group keeps their name"},
    {"agent", "SET deskhand.me = '{memberId}'; SELECT me() = {agentId}", "t", "a setting of one's own"},
    {"agent", "SET application_name = '{memberRole}'; SELECT me() = {agentId}", "t", "another program's name"},
    {"agent", "GRANT \"{db}_admin\" TO \"{agentRole}\"", "!42501", "making oneself an admin"},
    {"admin", "GRANT \"{db}_admin\" TO \"{agentRole}\"", "!42501", "an admin makes admins of the server"},
    {"admin", "CREATE ROLE intruder LOGIN", "!42501", "a role"},
    {"service", "CREATE ROLE intruder LOGIN", "!42501", "a role, as service"},
    {"agent", "ALTER ROLE \"{memberRole}\" PASSWORD 'x'", "!42501", "a colleague's password"},
    {"admin", "ALTER ROLE \"{memberRole}\" PASSWORD 'x'", "!42501", "a colleague's password, as admin"},
    {"agent", "ALTER ROLE \"{agentRole}\" CREATEROLE", "!42501", "more for oneself"},
    {"agent", "ALTER ROLE \"{agentRole}\" BYPASSRLS", "!42501", "past the policies"},
    {"agent", "ALTER ROLE \"{agentRole}\" CONNECTION LIMIT -1", "!42501", "more connections"},
    {"agent", "SELECT rolpassword FROM pg_authid", "!42501", "passwords"},
    {"agent", "SELECT passwd FROM pg_shadow", "!42501", "passwords by the view"},
    {"agent", "INSERT INTO login (role_name, person_id) VALUES ('{agentRole}', {adminId})", "!42501",
     "another person for one's role"},
    {"admin", "UPDATE login SET person_id = {memberId}", "!42501", "another person for a role, as admin"},
    {"service", "UPDATE login SET service = TRUE", "!42501", "services"},

    // Another schema, another meaning.
    {"agent", "CREATE TEMP TABLE ticket (id int)", "!42501", "a temporary table"},
    {"agent", "CREATE TEMP VIEW v AS SELECT * FROM ticket", "!42501", "a temporary view"},
    {"agent", "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "!42501", "a temporary function"},
    {"agent", "CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT 1'", "!42501",
     "a function in public"},
    {"agent", "CREATE FUNCTION deskhand.f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "!42501",
     "a function in the desk"},
    {"agent", "CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)", "!42501", "an operator"},
    {"agent", "CREATE SCHEMA own", "!42501", "a schema"},
    {"agent", "CREATE VIEW deskhand.v AS SELECT * FROM ticket", "!42501", "a view in the desk"},
    {"agent", "CREATE TABLE public.t (id int)", "!42501", "a table in public"},
    {"agent", "CREATE TYPE public.t AS (a int)", "!42501", "a type"},
    {"admin", "CREATE TABLE deskhand.t (id int)", "!42501", "a table in the desk, as admin"},
    {"service", "CREATE FUNCTION deskhand.f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "!42501",
     "a function in the desk, as service"},
    {"agent",
     "DO $$ BEGIN PERFORM 1 FROM deskhand.ticket WHERE id = {secret}; IF FOUND THEN RAISE 'seen'; END IF; "
     "END $$",
     "", "a block of code sees what its caller sees"},
    {"agent", "SET search_path = public, pg_temp; SELECT deskhand.me() = {agentId}", "t", "another search path"},
    {"agent", "SELECT refuse('x')", "!42501", "functions that are not granted"},
    {"agent", "SELECT guard_ticket()", "!42501", "a trigger's function"},
    {"agent", "SELECT check_thread({secret})", "!42501", "a check as oracle"},
    {"agent", "SELECT is_told({secret})", "!42501", "another"},
    {"agent", "SELECT has_group('admin')", "!42501", "another"},
    {"agent", "SELECT sweep_up()", "!42501", "sweeping"},

    // The schema.
    {"admin", "ALTER TABLE ticket DISABLE ROW LEVEL SECURITY", "!42501", "no policies"},
    {"admin", "DROP POLICY seen ON ticket", "!42501", "a policy less"},
    {"admin", "CREATE POLICY all_of_it ON ticket USING (TRUE)", "!42501", "a policy more"},
    {"admin", "ALTER TABLE history DISABLE TRIGGER ALL", "!42501", "no triggers"},
    {"admin", "CREATE TRIGGER t BEFORE INSERT ON ticket EXECUTE FUNCTION say_look('x')", "!42501", "a trigger"},
    {"admin", "CREATE RULE r AS ON INSERT TO ticket DO INSTEAD NOTHING", "!42501", "a rule"},
    {"admin", "DROP TABLE history", "!42501", "no history"},
    {"service", "DROP TABLE history", "!42501", "no history, as service"},
    {"admin", "ALTER TABLE article ADD COLUMN x int", "!42501", "a column"},
    {"admin", "COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 99'", "!42501", "another version"},
    {"admin", "ALTER FUNCTION me() SECURITY INVOKER", "!42501", "functions"},
    {"admin", "CREATE OR REPLACE FUNCTION me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'", "!42501",
     "another me"},
    {"admin", "GRANT SELECT ON search TO PUBLIC", "!42501", "grants"},
    {"admin", "ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT ALL ON TABLES TO PUBLIC", "!42501", "later grants"},
    {"admin", "SET session_replication_role = replica", "!42501", "triggers by replication"},
    {"admin", "CREATE PUBLICATION p FOR TABLE ticket", "!42501", "a publication"},
    {"admin", "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION say_look()", "!42501", "an event trigger"},
    {"admin", "REINDEX TABLE ticket", "!42501", "maintenance"},
    {"admin", "CLUSTER ticket USING ticket_pkey", "!42501", "rewriting"},
    {"admin", "REASSIGN OWNED BY owner TO \"{adminRole}\"", "!42501", "ownership"},

    // The server.
    {"agent", "SELECT pg_read_file('/etc/passwd')", "!42501", "files"},
    {"agent", "SELECT pg_read_binary_file('PG_VERSION')", "!42501", "files of the server"},
    {"agent", "SELECT pg_ls_dir('.')", "!42501", "folders"},
    {"agent", "COPY (SELECT 1) TO '/tmp/x'", "!42501", "writing files"},
    {"agent", "COPY ticket_tag FROM '/etc/passwd'", "!42501", "reading files"},
    {"agent", "COPY (SELECT 1) TO PROGRAM 'true'", "!42501", "programs"},
    {"agent", "SELECT lo_import('/etc/passwd')", "!42501", "a file as large object"},
    {"agent", "SELECT lo_create(0)", "!42501", "a large object"},
    {"agent", "SELECT lo_from_bytea(0, 'x')", "!42501", "a large object from bytes"},
    {"agent", "SELECT lo_put(1, 0, 'x')", "!42501", "writing into one"},
    {"agent", "SELECT lo_unlink(1)", "!42501", "removing one"},
    {"agent", "CREATE EXTENSION dblink", "!42501", "another connection"},
    {"agent", "CREATE EXTENSION postgres_fdw", "!42501", "another server"},
    {"agent", "CREATE SERVER s FOREIGN DATA WRAPPER f", "!42704", "another server, by hand"},
    {"agent", "CREATE DATABASE own", "!42501", "a database"},
    {"agent", "ALTER SYSTEM SET log_statement = 'none'", "!42501", "settings of the server"},
    {"agent", "SELECT pg_reload_conf()", "!42501", "reading settings again"},
    {"agent", "SELECT pg_rotate_logfile()", "!42501", "logs"},
    {"agent", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = {ownerPid}", "!42501",
     "ending the owner's session"},
    {"agent", "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = {ownerPid}", "!42501",
     "cancelling the owner's statement"},
    {"agent", "LOAD '$libdir/plugins/x'", "!58P01", "a library"},
    {"agent", "SET log_statement = 'none'", "!42501", "what is logged"},
    {"stranger", "SELECT 1", "!connect", "the database is not everybody's"},
    {"guest", "SELECT count(*) FROM deskhand.ticket", "!42501", "a role that may connect, but has no place here"},
    {"guest", "SELECT deskhand.me()", "!42501", "nor its functions"},
    {"guest", "SELECT deskhand.found('x'::tsquery)", "!42501", "nor search"},
    {"guest", "CREATE TEMP TABLE t (a int)", "!42501", "nor temporary tables"},

    // What is known to be possible.
    {"agent", "NOTIFY deskhand, 'feed'", "", "a false alarm: everybody looks and finds nothing", Defence::Known},
    {"agent", "SELECT pg_try_advisory_lock(1147499371)", "t", "a migration has to wait", Defence::Known},
    {"agent", "SET statement_timeout = 0; SELECT count(*) FROM generate_series(1, 1000)", "1000",
     "statements that take long", Defence::Known},
    {"agent", "SET idle_in_transaction_session_timeout = 0; BEGIN; SELECT count(*) FROM lock_head(); ROLLBACK", "1",
     "holding the lock that every command needs", Defence::Known},
    {"agent", "BEGIN; LOCK TABLE ticket_tag IN ACCESS EXCLUSIVE MODE; ROLLBACK", "", "holding a table", Defence::Known},
    {"agent", "SELECT next_ticket_number() > 0", "t", "numbers that no ticket has", Defence::Known},
    {"agent", "SELECT nextval('person_id_seq') > 0", "t", "ids that nobody has", Defence::Known},
    {"agent", "SELECT learn_terms('[\"nonsenseword\"]')", "", "words that no ticket has", Defence::Known},
};

} // namespace

QVector<Attack> serverAttacks()
{
    return QVector<Attack>(std::begin(serverTable), std::end(serverTable));
}

} // namespace deskhand::test
