-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people have sent to the service and have not used yet; see migration 14 and operations/upload_store.h.

-- One of those whose time is over, with its pieces.
-- name: upload.sweepOne
DELETE FROM upload
WHERE expires_at <= :now
    AND (person_id, sha256) IN (SELECT person_id, sha256 FROM upload WHERE expires_at <= :now ORDER BY expires_at LIMIT 1)

-- Whole uploads of somebody but for one; each counts as `least` at least.
-- name: upload.others
SELECT coalesce(sum(CASE WHEN size > :least THEN size ELSE :least END), 0)
FROM upload
WHERE person_id = :person AND sha256 <> :sha256 AND complete = 1 AND expires_at > :now

-- name: upload.size
SELECT size FROM upload WHERE person_id = :person AND sha256 = :sha256 AND complete = 1 AND expires_at > :now

-- name: upload.begin
INSERT INTO upload (person_id, sha256, size, expires_at) VALUES (:person, :sha256, :size, :expiresAt)
ON CONFLICT (person_id, sha256) DO UPDATE
SET expires_at = CASE WHEN excluded.expires_at > upload.expires_at THEN excluded.expires_at ELSE upload.expires_at END

-- name: upload.addPiece
INSERT INTO upload_piece (person_id, sha256, number, bytes) VALUES (:person, :sha256, :number, :bytes)
ON CONFLICT (person_id, sha256, number) DO NOTHING

-- name: upload.finish
UPDATE upload SET complete = 1
WHERE person_id = :person AND sha256 = :sha256
    AND size = (SELECT coalesce(sum(length(p.bytes)), 0) FROM upload_piece p
                WHERE p.person_id = upload.person_id AND p.sha256 = upload.sha256)

-- name: upload.piece
SELECT bytes FROM upload_piece WHERE person_id = :person AND sha256 = :sha256 AND number = :number

-- name: upload.drop
DELETE FROM upload WHERE person_id = :person AND sha256 = :sha256
