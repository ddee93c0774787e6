-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people have read of tickets that are merged and parted; on PostgreSQL functions do that, since people see their own
-- marks only (migration 8).

-- What somebody had read of both is what they have read of it now: up to the first article that they have not seen.
-- name: merge.keepMarks
INSERT INTO ticket_merge_mark (merge_id, person_id, source_mark, target_mark, joined)
SELECT :merge, w.id, coalesce(w.source_mark, -1), coalesce(w.target_mark, -1), CASE
        WHEN coalesce(w.source_mark, w.read_floor) >= w.source_last AND coalesce(w.target_mark, w.read_floor) >= w.target_last
            THEN CASE WHEN w.source_last > w.target_last THEN w.source_last ELSE w.target_last END
        WHEN coalesce(w.source_mark, w.read_floor) >= w.source_last THEN coalesce(w.target_mark, w.read_floor)
        WHEN coalesce(w.target_mark, w.read_floor) >= w.target_last
            OR coalesce(w.source_mark, w.read_floor) < coalesce(w.target_mark, w.read_floor)
            THEN coalesce(w.source_mark, w.read_floor)
        ELSE coalesce(w.target_mark, w.read_floor)
    END
FROM (
    SELECT p.id, p.read_floor, s.article_id AS source_mark, t.article_id AS target_mark,
        coalesce((SELECT a.id FROM article a WHERE a.ticket_id = :source AND a.withdrawn_at = 0
            ORDER BY a.position DESC LIMIT 1), 0) AS source_last,
        coalesce((SELECT a.id FROM article a WHERE a.ticket_id = :target AND a.withdrawn_at = 0
            ORDER BY a.position DESC LIMIT 1), 0) AS target_last
    FROM person p
    LEFT JOIN read_mark s ON s.person_id = p.id AND s.ticket_id = :source
    LEFT JOIN read_mark t ON t.person_id = p.id AND t.ticket_id = :target
    WHERE p.role = 2 AND (s.article_id IS NOT NULL OR t.article_id IS NOT NULL)
) w

-- name: merge.setJoinedMarks
INSERT INTO read_mark (person_id, ticket_id, article_id)
SELECT person_id, :target, joined FROM ticket_merge_mark WHERE merge_id = :merge
ON CONFLICT (person_id, ticket_id) DO UPDATE SET article_id = excluded.article_id

-- Who has read on since has read on in the source, too; who has begun to read there had not read it before.
-- name: merge.setSourceMarks
INSERT INTO read_mark (person_id, ticket_id, article_id)
SELECT n.person_id, :source, n.article_id
FROM read_mark n
JOIN person p ON p.id = n.person_id AND p.role = 2
LEFT JOIN ticket_merge_mark k ON k.merge_id = :merge AND k.person_id = n.person_id
WHERE n.ticket_id = :root AND (k.person_id IS NULL OR n.article_id > k.joined)
ON CONFLICT (person_id, ticket_id) DO UPDATE SET article_id = excluded.article_id

-- name: merge.setTargetMarks
UPDATE read_mark SET article_id = (SELECT k.target_mark FROM ticket_merge_mark k
    WHERE k.merge_id = :merge AND k.person_id = read_mark.person_id)
WHERE ticket_id = :target AND EXISTS (SELECT 1 FROM ticket_merge_mark k
    WHERE k.merge_id = :merge AND k.person_id = read_mark.person_id AND k.joined = read_mark.article_id AND k.target_mark >= 0)

-- name: merge.dropTargetMarks
DELETE FROM read_mark
WHERE ticket_id = :target AND EXISTS (SELECT 1 FROM ticket_merge_mark k
    WHERE k.merge_id = :merge AND k.person_id = read_mark.person_id AND k.joined = read_mark.article_id AND k.target_mark < 0)
