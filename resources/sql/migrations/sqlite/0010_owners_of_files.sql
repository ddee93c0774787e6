-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever does not see every queue gets a file only if one of the tickets that have it is theirs to see: asked for each
-- file that is opened. Without these every attachment and article of the desk was looked at. Conventions as in
-- migration 1.

CREATE INDEX attachment_blob ON attachment (sha256);

CREATE INDEX article_raw ON article (raw_sha256) WHERE raw_sha256 IS NOT NULL;

CREATE INDEX held_mail_raw ON held_mail (raw_sha256);

PRAGMA user_version = 10;
