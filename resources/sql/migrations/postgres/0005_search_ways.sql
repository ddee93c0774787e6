-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ways to the rows of the search index between which store/search_scan.h chooses: the server's statistics are wrong for
-- words with hundreds of alternatives by a factor of a thousand, and it walked through a million tickets for a rare name. As
-- all that reads the index they leave out what the caller does not see.

-- What the newest `most` rows before one have of the words, newest first, and a last row: how far that went, and minus how
-- many rows it were.
CREATE FUNCTION found_newest(wanted tsquery, before bigint, most bigint) RETURNS TABLE (rowid bigint, ticket bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
DECLARE
    queues bigint[] := CASE WHEN sees_all() THEN NULL ELSE my_queues() END;
    last bigint;
    walked bigint;
BEGIN
    SELECT min(n.rowid), count(*) INTO last, walked
    FROM (SELECT s.rowid FROM search s WHERE s.rowid < before ORDER BY s.rowid DESC LIMIT most) n;
    RETURN QUERY SELECT d.rowid, d.rowid >> 20
    FROM (SELECT s.rowid, s.document FROM search s WHERE s.rowid < before ORDER BY s.rowid DESC LIMIT most) d
    WHERE d.document @@ wanted
        AND (queues IS NULL OR (SELECT t.queue_id FROM ticket t WHERE t.id = d.rowid >> 20) = ANY (queues));
    RETURN QUERY SELECT coalesce(last, 0), -1 - walked;
END $$;

-- All rows with the words before one, newest first, at most `most`; 0: all. The sums keep the server from walking along the
-- row ids.
CREATE FUNCTION found_before(wanted tsquery, before bigint, most bigint) RETURNS TABLE (rowid bigint, ticket bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = deskhand, pg_temp SET enable_seqscan = off AS $$
DECLARE
    queues bigint[];
BEGIN
    IF sees_all() THEN
        RETURN QUERY SELECT s.rowid, s.rowid >> 20 FROM search s
        WHERE s.document @@ wanted AND s.rowid + 0 < before ORDER BY s.rowid + 0 DESC LIMIT nullif(most, 0);
    ELSE
        -- Only as many tickets are looked up as are needed.
        queues := my_queues();
        RETURN QUERY SELECT s.rowid, s.rowid >> 20
        FROM (
            SELECT i.rowid FROM search i
            WHERE i.document @@ wanted AND i.rowid + 0 < before ORDER BY i.rowid + 0 DESC OFFSET 0
        ) s
        WHERE (SELECT t.queue_id FROM ticket t WHERE t.id = s.rowid >> 20) = ANY (queues) LIMIT nullif(most, 0);
    END IF;
END $$;

-- Those of some tickets.
CREATE FUNCTION found_in(wanted tsquery, tickets bigint[], before bigint) RETURNS TABLE (rowid bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = deskhand, pg_temp AS $$
DECLARE
    queues bigint[] := CASE WHEN sees_all() THEN NULL ELSE my_queues() END;
BEGIN
    RETURN QUERY SELECT s.rowid
    FROM unnest(tickets) AS w (id)
    CROSS JOIN LATERAL (
        SELECT i.rowid, i.document FROM search i WHERE i.rowid >= w.id << 20 AND i.rowid < (w.id + 1) << 20 OFFSET 0
    ) s
    WHERE s.document @@ wanted AND s.rowid < before
        AND (queues IS NULL OR (SELECT t.queue_id FROM ticket t WHERE t.id = w.id) = ANY (queues))
    ORDER BY s.rowid DESC;
END $$;

DROP FUNCTION found_between(tsquery, bigint, bigint, integer);

ALTER FUNCTION found(tsquery, integer) SET enable_seqscan = off;

REVOKE ALL ON FUNCTION found_newest(tsquery, bigint, bigint), found_before(tsquery, bigint, bigint),
    found_in(tsquery, bigint[], bigint) FROM PUBLIC;

COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 5';
