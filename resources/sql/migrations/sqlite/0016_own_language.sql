-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may change what of people is asked of the server only; a file has nothing to change.

PRAGMA user_version = 16;
