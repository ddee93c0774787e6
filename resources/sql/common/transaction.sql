-- SPDX-License-Identifier: GPL-3.0-or-later
-- A writer takes the write lock at once: a deferred BEGIN that reads first fails when somebody else wrote meanwhile.

-- name: transaction.begin
BEGIN IMMEDIATE

-- name: transaction.beginRead
BEGIN

-- name: transaction.commit
COMMIT

-- name: transaction.rollback
ROLLBACK
