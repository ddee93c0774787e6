-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: presence.show
INSERT INTO presence (client, ticket_id, person_id, kind, since, seen_at)
SELECT :client, :ticket, :person, :kind, now, now
FROM (SELECT CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) AS now) WHERE TRUE
ON CONFLICT (client, ticket_id) DO UPDATE SET person_id = excluded.person_id, kind = excluded.kind,
    since = CASE WHEN presence.kind = excluded.kind THEN presence.since ELSE excluded.since END,
    seen_at = excluded.seen_at

-- name: presence.signOfLife
UPDATE presence SET seen_at = CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) WHERE client = :client

-- Clients that have been silent for longer.
-- name: presence.dropSilent
DELETE FROM presence
WHERE seen_at < CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) - :milliseconds

-- name: presence.others
SELECT ticket_id, person_id, client, kind, since
FROM presence
WHERE client <> :client
    AND seen_at >= CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) - :milliseconds
ORDER BY ticket_id, person_id, client
