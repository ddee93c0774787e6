-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: sync.givenTickets
SELECT json_array_elements_text(:tickets)::bigint
