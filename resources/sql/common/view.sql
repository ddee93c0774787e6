-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: view.visibleTo
SELECT id, owner_id, shared, name, condition, condition_text, columns, sort_column, sort_descending, grouped, group_by,
    density, position
FROM saved_view
WHERE owner_id = :me OR shared = 1
ORDER BY position, id

-- name: view.byId
SELECT id, owner_id, shared, name, condition, condition_text, columns, sort_column, sort_descending, grouped, group_by,
    density, position
FROM saved_view
WHERE id = :id

-- name: view.save
INSERT INTO saved_view (id, owner_id, shared, name, condition, condition_text, columns, sort_column, sort_descending,
    grouped, group_by, density, position)
VALUES (:id, :owner, :shared, :name, :condition, :conditionText, :columns, :sortColumn, :sortDescending, :grouped,
    :groupBy, :density, :position)
ON CONFLICT (id) DO UPDATE SET shared = excluded.shared, name = excluded.name, condition = excluded.condition,
    condition_text = excluded.condition_text, columns = excluded.columns, sort_column = excluded.sort_column,
    sort_descending = excluded.sort_descending, grouped = excluded.grouped, group_by = excluded.group_by,
    density = excluded.density, position = excluded.position
RETURNING id

-- name: view.delete
DELETE FROM saved_view WHERE id = :id
