-- SPDX-License-Identifier: GPL-3.0-or-later
-- Facts of tickets and their sums; see migration 11, domain/report_fact.h and store/report_facts.h.

-- name: report.progress
SELECT cursor, running, pass_ticket, done, total, zone, rules FROM report_progress WHERE id = 1

-- name: report.saveProgress
UPDATE report_progress SET cursor = :cursor, running = :running, pass_ticket = :passTicket, done = :done, total = :total,
    zone = :zone, rules = :rules
WHERE id = 1

-- Changes of tickets that are not in the facts yet.
-- name: report.lag
SELECT count(*) FROM change_feed WHERE seq > :cursor AND (kind IN (1, 2, 3, 8, 10) OR (kind = 9 AND ticket_id <> 0))

-- name: report.tickets
SELECT count(*), coalesce(max(id), 0) FROM ticket

-- name: report.nextTickets
SELECT id FROM ticket WHERE id > :after ORDER BY id LIMIT :limit

-- name: report.ticketsWithout
SELECT t.id FROM ticket t
WHERE t.id > :after AND t.id <= :until AND NOT EXISTS (SELECT 1 FROM report_fact f WHERE f.ticket_id = t.id)
ORDER BY t.id

-- name: report.clearDays
DELETE FROM report_day

-- name: report.clearFacts
DELETE FROM report_fact

-- The next step begins anew.
-- name: report.forgetRules
UPDATE report_progress SET rules = 0 WHERE id = 1

-- name: report.allDays
SELECT series, kind, day, key, queue_id, target, previous_day, n FROM report_day

-- Templates of reports; what stands in braces is put in by store/report_sql.cpp. Facts are f, tickets t, tags g.
-- name: report.count
SELECT {keys}count(*), {tickets}, {hits}
FROM {source}
WHERE {where}{group}

-- name: report.values
SELECT {keys}{values}
FROM {source}
WHERE {where}

-- name: report.ofTickets
f.ticket_id IN (SELECT t.id FROM ticket t WHERE {tickets})

-- Of one ticket after another.
-- name: report.hasCounted
EXISTS (SELECT 1 FROM {source} WHERE {where})

-- name: report.counted
t.id IN (SELECT f.ticket_id FROM {source} WHERE {where})

-- Values of which the database knows nothing.
-- name: report.countedIds
t.id IN (SELECT value FROM json_each(?))

-- name: report.group
GROUP BY {keys}

-- name: report.facts
report_fact f

-- Tags and tickets are looked up for facts, not the other way round.
-- name: report.withTickets
CROSS JOIN ticket t

-- name: report.withTags
CROSS JOIN ticket_tag g

-- What was open in a time: see domain/report_fact.h. A stretch of up to a day began within the day before it, or in it.
-- name: report.open
(
    SELECT ticket_id, at, ends, value, detail, queue_then, owner_then, priority_then, policy_id, queue_id, owner_id,
        priority_id, category_id, channel, organization_id, state_id
    FROM report_fact
    WHERE kind = 30 AND at >= ? AND at < ? AND ends >= ?
    UNION ALL
    SELECT ticket_id, at, ends, value, detail, queue_then, owner_then, priority_then, policy_id, queue_id, owner_id,
        priority_id, category_id, channel, organization_id, state_id
    FROM report_fact
    WHERE kind = 31 AND at >= ? AND at < ? AND ends >= ?
    UNION ALL
    SELECT ticket_id, at, ends, value, detail, queue_then, owner_then, priority_then, policy_id, queue_id, owner_id,
        priority_id, category_id, channel, organization_id, state_id
    FROM report_fact
    WHERE kind = 32 AND at >= ? AND at < ? AND ends >= ?
    UNION ALL
    SELECT ticket_id, at, ends, value, detail, queue_then, owner_then, priority_then, policy_id, queue_id, owner_id,
        priority_id, category_id, channel, organization_id, state_id
    FROM report_fact
    WHERE kind = 33 AND at < ? AND ends >= ?
) f

-- Parts of a period, each looked for in the facts.
-- name: report.parts
json_each(?) p CROSS JOIN

-- name: report.inPart
f.at >= json_extract(p.value, '$[0]') AND f.at < json_extract(p.value, '$[1]')

-- name: report.distinct
count(DISTINCT f.ticket_id)

-- name: report.different
SELECT count(*) FROM (SELECT DISTINCT f.ticket_id FROM {source} WHERE {where}) d

-- Of tickets with several of some tags, how often each counts besides once.
-- name: report.factsOfTagsAgain
(
    SELECT g.ticket_id, count(*) - 1 AS more
    FROM ticket_tag g
    WHERE {tags}
    GROUP BY g.ticket_id
    HAVING count(*) > 1
) g CROSS JOIN report_fact f

-- name: report.again
SELECT CAST(coalesce(sum(g.more), 0) AS BIGINT) FROM {source} WHERE {where}

-- The tickets' first ones since then.
-- name: report.firsts
count(CASE WHEN {previous} < {from} THEN 1 END)

-- name: report.firstsOfSpans
count(CASE WHEN {previous} < {from} THEN 1 WHEN {spanOfPrevious} < {span} THEN 1 END)

-- The same of sums of days.
-- name: report.firstsOfDays
CASE WHEN d.previous_day < {from} THEN d.n ELSE 0 END

-- name: report.firstsOfSpansOfDays
CASE WHEN d.previous_day < {from} OR {spanOfPrevious} < {span} THEN d.n ELSE 0 END

-- The same of facts that are too few to have it written down.
-- name: report.firstsFound
count(CASE WHEN NOT {earlier} THEN 1 END)

-- A fact of the same ticket before it. Its facts are asked, ticket by ticket, not those of a time.
-- name: report.earlier
EXISTS (
    SELECT 1 FROM report_fact p
    WHERE p.ticket_id = f.ticket_id AND {alike} AND +p.at >= {since} AND (+p.at < f.at OR (+p.at = f.at AND p.n < f.n))
)

-- name: report.hits
count(CASE WHEN {hit} THEN 1 END)

-- name: report.hitTickets
count(DISTINCT CASE WHEN {hit} THEN f.ticket_id END)

-- name: report.branch
CASE WHEN {at} < {limit} THEN {before} ELSE {behind} END

-- name: report.verdict
CASE f.kind WHEN 12 THEN 3 WHEN 13 THEN 4 WHEN 14 THEN 1 ELSE 5 END

-- name: report.ours
(f.source = 1 AND f.detail = 1 AND (f.value < 0 OR f.value > ?))

-- name: report.oneTouch
f.detail < 2

-- name: report.oneReply
f.detail = 1

-- name: report.reopenedWithin
(f.value >= 0 AND f.value <= ?)

-- Sums of days instead. How much runs (14) they do not tell.
-- name: report.days
SELECT {keys}CAST(sum(CASE WHEN d.kind = 14 THEN 0 ELSE d.n END) AS BIGINT), CAST(sum({tickets}) AS BIGINT),
    CAST(sum(CASE WHEN d.kind = 12 THEN d.n ELSE 0 END) AS BIGINT)
FROM report_day d
WHERE {where}{group}

-- name: report.tags
SELECT DISTINCT tag FROM ticket_tag ORDER BY tag

-- name: report.reasons
SELECT DISTINCT reason FROM report_fact WHERE kind IN (13, 22) ORDER BY reason

-- name: report.flag
CASE WHEN {hit} THEN 1 ELSE 0 END
