-- SPDX-License-Identifier: GPL-3.0-or-later
-- Only PostgreSQL needs help to find its way in the search index; the numbers go together.

PRAGMA user_version = 5;
