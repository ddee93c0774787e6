-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: connection.applicationId
PRAGMA application_id

-- name: connection.version
PRAGMA user_version

-- name: connection.walMode
PRAGMA journal_mode = WAL

-- name: connection.fullSync
PRAGMA synchronous = FULL

-- name: connection.foreignKeys
PRAGMA foreign_keys = ON

-- name: connection.distrustSchema
PRAGMA trusted_schema = OFF

-- name: connection.tempInMemory
PRAGMA temp_store = MEMORY

-- name: connection.readOnly
PRAGMA query_only = ON

-- name: connection.tableCount
SELECT count(*) FROM sqlite_schema

-- name: connection.cacheSize
PRAGMA cache_size =

-- name: connection.dataVersion
-- Rises when another connection has committed.
PRAGMA data_version

-- For what may be lost in a power cut, and must stand in nobody's way.
-- name: connection.normalSync
PRAGMA synchronous = NORMAL

-- name: connection.waitLittle
PRAGMA busy_timeout = 100

-- What comes from a service comes in batches of some megabytes: pages that many of them touch are moved once.
-- name: connection.batchJournal
PRAGMA wal_autocheckpoint = 8000

-- name: connection.noCheckpoints
PRAGMA wal_autocheckpoint = 0
