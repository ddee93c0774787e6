-- SPDX-License-Identifier: GPL-3.0-or-later
-- Templates of lists; what stands in braces is put in by store/ticket_list_reading.cpp and store/condition_sql.cpp.

-- name: list.entries
SELECT t.id{columns}
FROM ticket t
WHERE {where}{order}

-- name: list.ids
SELECT t.id FROM ticket t WHERE {where}{order}

-- name: list.ordered
ORDER BY {order}

-- Behind so many tickets of an order.
-- name: list.placeBehind
SELECT {column} FROM ticket t WHERE {where} ORDER BY {order} LIMIT 1 OFFSET ?

-- name: list.isOneOf
t.id IN (SELECT w.value FROM json_each(?) w)

-- name: list.count
SELECT count(*) FROM ticket t WHERE {where}

-- People as a list shows them: the name, else the address.
-- name: list.peopleByName
SELECT id FROM person
ORDER BY CASE name_folded WHEN '' THEN address_folded ELSE name_folded END, id

-- name: list.newestTicket
SELECT max(id) FROM ticket

-- name: condition.number
lower(t.number)

-- name: condition.requester
t.requester_id IN (SELECT p.id FROM person p WHERE {})

-- name: condition.tagged
t.id IN (SELECT g.ticket_id FROM ticket_tag g WHERE g.tag IN ({}))

-- What is newer than what the person has read; without a mark, newer than where the person began.
-- name: condition.unread
t.last_article_id > coalesce((SELECT m.article_id FROM read_mark m WHERE m.person_id = ? AND m.ticket_id = t.id),
    (SELECT p.read_floor FROM person p WHERE p.id = ?), 0)

-- name: condition.matches
t.id IN (SELECT s.rowid >> 20 FROM search s WHERE s.search MATCH ?)

-- Running, and the time is up.
-- name: condition.overdue
(t.sla_due_at <> 0 AND t.sla_due_at <= ? AND t.sla_standing = 2)

-- name: condition.slaMissed
(t.sla_missed = 1 OR (t.sla_due_at <> 0 AND t.sla_due_at <= ? AND t.sla_standing = 2))

-- What runs by when it is due, behind it what is paused by what is left of it; the others have no place.
-- name: list.timeLeft
CASE t.sla_standing WHEN 2 THEN t.sla_due_at WHEN 3 THEN 1152921504606846976 + t.sla_left ELSE 0 END

-- The standing, and 5 for what is overdue.
-- name: list.standing
CASE WHEN t.sla_standing = 2 AND t.sla_due_at <> 0 AND t.sla_due_at <= ? THEN 5 ELSE t.sla_standing END
