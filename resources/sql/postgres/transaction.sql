-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writers of different tickets run side by side until they reach desk_head (see history.last).

-- name: transaction.begin
BEGIN

-- name: transaction.beginRead
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY
