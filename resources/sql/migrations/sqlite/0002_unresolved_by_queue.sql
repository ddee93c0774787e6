-- SPDX-License-Identifier: GPL-3.0-or-later

-- The queues of the sidebar, their counts and their lists are about unresolved tickets. Through ticket_queue each of
-- them visited every ticket that its queue ever had: on a desk of 1,000,000 a second for all counts.
CREATE INDEX ticket_unresolved_queue ON ticket (queue_id, due_at) WHERE state_type < 5;

PRAGMA user_version = 2;
