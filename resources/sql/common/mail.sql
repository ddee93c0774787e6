-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: mail.inbound
SELECT received_at, ticket_id, article_id, problem FROM inbound_mail WHERE source = :source AND raw_sha256 = :sha256

-- name: mail.recordInbound
INSERT INTO inbound_mail (source, raw_sha256, received_at, ticket_id, article_id, problem)
VALUES (:source, :sha256, :receivedAt, :ticket, :article, :problem)
