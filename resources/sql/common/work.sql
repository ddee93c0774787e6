-- SPDX-License-Identifier: GPL-3.0-or-later
-- Time that people have spent on tickets. See migration 13.

-- name: work.insert
INSERT INTO work_entry (ticket_id, person_id, at, minutes, activity, note, logged_at)
VALUES (:ticket, :person, :at, :minutes, :activity, :note, :loggedAt)
RETURNING id

-- name: work.byId
SELECT id, ticket_id, person_id, at, minutes, activity, note, logged_at, removed_at FROM work_entry WHERE id = :id

-- name: work.remove
UPDATE work_entry SET removed_at = :at, removed_by = :by WHERE id = :id AND removed_at = 0

-- Of the ticket and of all that was merged into it.
-- name: work.ofThread
WITH RECURSIVE down (id) AS (
    SELECT id FROM ticket WHERE id = :ticket
    UNION ALL
    SELECT t.id FROM down JOIN ticket t ON t.merged_into IN (down.id) WHERE t.merged_into <> 0
)
SELECT w.id, w.ticket_id, w.person_id, w.at, w.minutes, w.activity, w.note, w.logged_at, w.removed_at
FROM down
JOIN work_entry w ON w.ticket_id = down.id
WHERE w.removed_at = 0
ORDER BY w.at, w.id
