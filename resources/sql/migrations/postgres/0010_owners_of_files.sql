-- SPDX-License-Identifier: GPL-3.0-or-later
-- The indexes that a file gets here are there since migrations 4 and 6.

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 10';
