-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is in which ticket now. Client and ticket are the key. What is said of the time is in each database's own words.

-- name: presence.mine
SELECT ticket_id FROM presence WHERE client = :client

-- name: presence.dropOne
DELETE FROM presence WHERE client = :client AND ticket_id = :ticket

-- name: presence.dropAll
DELETE FROM presence WHERE client = :client
