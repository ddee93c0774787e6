-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports leave by the outbox: their mail is of no ticket (outbound_mail.ticket_id 0, kind 2).

-- state: DeliveryState of the mail; 0: nothing was mailed, and problem says why. mail_id: in the outbox; 0: none.
ALTER TABLE report_sending ADD COLUMN state INTEGER NOT NULL DEFAULT 2 CHECK (state BETWEEN 0 AND 7);

ALTER TABLE report_sending ADD COLUMN mail_id INTEGER NOT NULL DEFAULT 0;

CREATE INDEX report_sending_mail ON report_sending (mail_id) WHERE mail_id <> 0;

PRAGMA user_version = 12;
