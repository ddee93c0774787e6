-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: connection.searchPath
SET search_path = deskhand, pg_temp

-- name: connection.plainStrings
SET standard_conforming_strings = on

-- Compiling a statement takes longer than any of ours runs.
-- name: connection.withoutCompiler
SET jit = off

-- name: connection.readOnly
SET default_transaction_read_only = on

-- As long as SQLite waits for another writer.
-- name: connection.lockTimeout
SET lock_timeout = '5s'

-- A computer that falls asleep in the middle of a command holds the end of the feed, and with it everybody who writes.
-- The server then ends its session; the command is repeated when the computer wakes up.
-- name: connection.idleLimit
SET idle_in_transaction_session_timeout = '10s'

-- The version of the schema is the number at the end of its comment, which only its owner can write.
-- name: connection.version
SELECT coalesce(substring(obj_description(to_regnamespace('deskhand'), 'pg_namespace') FROM '[0-9]+$'), '0')::bigint

-- name: connection.applicationId
SELECT CASE
    WHEN obj_description(to_regnamespace('deskhand'), 'pg_namespace') LIKE 'Deskhand desk, schema %' THEN 1147499371
    WHEN obj_description(to_regnamespace('deskhand'), 'pg_namespace') LIKE 'Deskhand copy, %' THEN 1147367545
    ELSE 0 END

-- name: connection.tableCount
SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('deskhand') AND relkind = 'r'

-- name: connection.migrationLock
SELECT pg_advisory_xact_lock(1147499371)

-- name: connection.dataVersion
SELECT feed_seq FROM desk_head

-- name: connection.listen
LISTEN deskhand

-- Who came in, by their role of the server; 0: none of the desk's people.
-- name: connection.me
SELECT me()

-- Whether each of our transactions is looked at, see is_guarded().
-- name: connection.isGuarded
SELECT CASE WHEN is_guarded() THEN 1 ELSE 0 END
