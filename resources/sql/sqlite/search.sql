-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: search.interface
SELECT fts5(?1)
