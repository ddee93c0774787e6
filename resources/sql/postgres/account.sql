-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whoever counts waits for who counts just now.
-- name: account.attempts
SELECT count, since, blocked_until, blocks FROM sign_in_attempt WHERE key = :key FOR UPDATE
