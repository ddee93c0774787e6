-- SPDX-License-Identifier: GPL-3.0-or-later
-- Accounts, sessions and API tokens; see migration 9 and operations/account_store.h. What a person is ("standing"):
-- role + 10 * admin + 100 * supervisor.

-- name: account.list
SELECT a.person_id, p.name, p.address, p.admin, CASE WHEN p.active = 1 AND p.role = 2 THEN 1 ELSE 0 END, a.disabled,
    CASE WHEN a.password <> '' THEN 1 ELSE 0 END, a.must_change, CASE WHEN length(a.second_factor) > 0 THEN 1 ELSE 0 END,
    (SELECT count(*) FROM account_recovery r WHERE r.person_id = a.person_id),
    (SELECT count(*) FROM account_session s WHERE s.person_id = a.person_id),
    (SELECT count(*) FROM api_token t WHERE t.person_id = a.person_id), a.created_at, a.password_at, a.signed_in_at
FROM account a
JOIN person p ON p.id = a.person_id
ORDER BY p.name_folded, a.person_id

-- Those who may come in.
-- name: account.agentsNamed
SELECT id, CASE WHEN address_folded = :login THEN 1 ELSE 0 END AS by_address
FROM person
WHERE role = 2 AND active = 1 AND (address_folded = :login OR name_folded = :login)
ORDER BY by_address DESC, id
LIMIT 2

-- name: account.nameOf
SELECT CASE WHEN name <> '' THEN name ELSE address END FROM person WHERE id = :person

-- name: account.isAgent
SELECT count(*) FROM person WHERE id = :person AND role = 2

-- name: account.insert
INSERT INTO account (person_id, created_at) VALUES (:person, :at)
ON CONFLICT DO NOTHING

-- name: account.setPassword
UPDATE account SET password = :password, must_change = :mustChange, password_at = :at WHERE person_id = :person

-- name: account.setDisabled
UPDATE account SET disabled = :disabled WHERE person_id = :person

-- name: account.secrets
SELECT a.person_id, a.password, a.second_factor, a.second_factor_step, a.must_change
FROM account a
JOIN person p ON p.id = a.person_id
WHERE a.person_id = :person AND a.disabled = 0 AND p.active = 1 AND p.role = 2

-- name: account.standing
SELECT p.role + 10 * p.admin + 100 * p.supervisor
FROM account a
JOIN person p ON p.id = a.person_id
WHERE a.person_id = :person AND a.disabled = 0 AND p.active = 1 AND p.role = 2

-- name: account.offerSecondFactor
UPDATE account SET second_factor_offered = :sealed WHERE person_id = :person

-- name: account.offeredSecondFactor
SELECT second_factor_offered FROM account WHERE person_id = :person

-- name: account.confirmSecondFactor
UPDATE account SET second_factor = second_factor_offered, second_factor_step = :step, second_factor_offered = :none
WHERE person_id = :person AND second_factor_offered = :sealed

-- name: account.dropSecondFactor
UPDATE account SET second_factor = :none, second_factor_offered = :none, second_factor_step = 0
WHERE person_id = :person

-- name: account.forgetRecoveryCodes
DELETE FROM account_recovery WHERE person_id = :person

-- name: account.insertRecoveryCode
INSERT INTO account_recovery (person_id, code_sha256) VALUES (:person, :code)
ON CONFLICT DO NOTHING

-- name: account.useRecoveryCode
DELETE FROM account_recovery WHERE person_id = :person AND code_sha256 = :code

-- Only who still is what was proven.
-- name: account.signIn
UPDATE account SET signed_in_at = :at, password = :newPassword
WHERE person_id = :person AND password = :password AND second_factor = :secondFactor AND disabled = 0

-- Each code once.
-- name: account.useStep
UPDATE account SET second_factor_step = :step WHERE person_id = :person AND second_factor_step < :step

-- name: account.forgetLinks
DELETE FROM account_link WHERE person_id = :person

-- name: account.replaceLink
INSERT INTO account_link (token_sha256, person_id, kind, created_at, expires_at)
VALUES (:token, :person, :kind, :at, :expiresAt)
ON CONFLICT (person_id, kind) DO UPDATE SET token_sha256 = excluded.token_sha256, created_at = excluded.created_at,
    expires_at = excluded.expires_at

-- name: account.link
SELECT l.kind, l.person_id, p.name, p.address, l.expires_at
FROM account_link l
JOIN account a ON a.person_id = l.person_id
JOIN person p ON p.id = l.person_id
WHERE l.token_sha256 = :token AND l.expires_at > :now AND a.disabled = 0 AND p.active = 1 AND p.role = 2

-- name: account.takeLink
DELETE FROM account_link WHERE token_sha256 = :token

-- name: account.attemptKey
SELECT attempt_key FROM account_head WHERE id = 1

-- name: account.beginAttempts
INSERT INTO sign_in_attempt (key, count, since, blocked_until, blocks) VALUES (:key, 0, 0, 0, 0)
ON CONFLICT DO NOTHING

-- name: account.attempts
SELECT count, since, blocked_until, blocks FROM sign_in_attempt WHERE key = :key

-- name: account.setAttempts
UPDATE sign_in_attempt SET count = :count, since = :since, blocked_until = :blockedUntil, blocks = :blocks
WHERE key = :key

-- name: account.forgetAttempts
DELETE FROM sign_in_attempt WHERE since < :before AND blocked_until < :longBefore

-- name: account.isPlace
SELECT count(*) FROM account_place WHERE person_id = :person AND place = :place

-- name: account.keepPlace
INSERT INTO account_place (person_id, place, at) VALUES (:person, :place, :at)
ON CONFLICT (person_id, place) DO UPDATE SET at = excluded.at

-- name: account.forgetPlaces
DELETE FROM account_place WHERE person_id = :person

-- name: account.sweepPlaces
DELETE FROM account_place WHERE at < :before

-- name: account.insertSession
INSERT INTO account_session (id, token_sha256, person_id, device, peer, created_at, used_at, idle, expires_at, remembered,
    standing)
VALUES (:id, :token, :person, :device, :peer, :at, :at, :idle, :expiresAt, :remembered, :standing)

-- name: account.sessionAccess
SELECT s.id, s.person_id, p.role, a.must_change, s.used_at, s.idle, s.expires_at
FROM account_session s
JOIN account a ON a.person_id = s.person_id
JOIN person p ON p.id = s.person_id
WHERE s.token_sha256 = :token AND s.expires_at > :now AND s.used_at + s.idle > :now AND a.disabled = 0
    AND p.active = 1 AND p.role = 2 AND p.role + 10 * p.admin + 100 * p.supervisor = s.standing

-- name: account.apiAccess
SELECT t.id, t.person_id, p.role, t.scopes, t.used_at, t.expires_at
FROM api_token t
JOIN account a ON a.person_id = t.person_id
JOIN person p ON p.id = t.person_id
WHERE t.token_sha256 = :token AND (t.expires_at = 0 OR t.expires_at > :now) AND a.disabled = 0
    AND p.active = 1 AND p.role = 2 AND p.role + 10 * p.admin + 100 * p.supervisor = t.standing

-- name: account.noteSessionUse
UPDATE account_session SET used_at = :at WHERE id = :id AND used_at < :at

-- name: account.noteApiUse
UPDATE api_token SET used_at = :at WHERE id = :id AND used_at < :at

-- name: account.sessions
SELECT id, person_id, device, peer, created_at, used_at, expires_at, idle, remembered
FROM account_session
WHERE person_id = :person AND expires_at > :now AND used_at + idle > :now
ORDER BY created_at DESC, id

-- name: account.revokeSession
DELETE FROM account_session WHERE id = :id AND person_id = :person

-- name: account.revokeSessions
DELETE FROM account_session WHERE person_id = :person AND id <> :except

-- name: account.revokeApiTokens
DELETE FROM api_token WHERE person_id = :person

-- name: account.insertApiToken
INSERT INTO api_token (id, token_sha256, person_id, name, scopes, created_at, created_by, expires_at, standing)
VALUES (:id, :token, :person, :name, :scopes, :at, :by, :expiresAt, :standing)

-- name: account.apiTokens
SELECT id, person_id, name, scopes, created_at, created_by, used_at, expires_at
FROM api_token
WHERE expires_at = 0 OR expires_at > :now
ORDER BY person_id, created_at, id

-- name: account.apiTokenPerson
SELECT person_id FROM api_token WHERE id = :id

-- name: account.revokeApiToken
DELETE FROM api_token WHERE id = :id

-- name: account.raiseStamp
UPDATE account_head SET stamp = stamp + 1 WHERE id = 1

-- name: account.stamp
SELECT h.stamp, coalesce((SELECT c.value FROM counter c WHERE c.name = 'catalog'), 0)
FROM account_head h
WHERE h.id = 1

-- name: account.goodSessions
SELECT s.id, s.used_at
FROM account_session s
JOIN account a ON a.person_id = s.person_id
JOIN person p ON p.id = s.person_id
WHERE s.expires_at > :now AND s.used_at + s.idle > :now AND a.disabled = 0
    AND p.active = 1 AND p.role = 2 AND p.role + 10 * p.admin + 100 * p.supervisor = s.standing

-- name: account.goodApiTokens
SELECT t.id, t.used_at
FROM api_token t
JOIN account a ON a.person_id = t.person_id
JOIN person p ON p.id = t.person_id
WHERE (t.expires_at = 0 OR t.expires_at > :now) AND a.disabled = 0
    AND p.active = 1 AND p.role = 2 AND p.role + 10 * p.admin + 100 * p.supervisor = t.standing

-- name: account.countStored
SELECT (SELECT count(*) FROM account_session) + (SELECT count(*) FROM api_token)
    + (SELECT count(*) FROM account_link WHERE expires_at <= :now)
    + (SELECT count(*) FROM account_place WHERE at < :placesBefore)
    + (SELECT count(*) FROM sign_in_attempt WHERE since < :before AND blocked_until < :longBefore)

-- name: account.sweepSessions
DELETE FROM account_session
WHERE expires_at <= :now OR used_at + idle <= :now OR NOT EXISTS (
    SELECT 1 FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.person_id = account_session.person_id AND a.disabled = 0 AND p.active = 1 AND p.role = 2
        AND p.role + 10 * p.admin + 100 * p.supervisor = account_session.standing)

-- name: account.sweepApiTokens
DELETE FROM api_token
WHERE (expires_at <> 0 AND expires_at <= :now) OR NOT EXISTS (
    SELECT 1 FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.person_id = api_token.person_id AND a.disabled = 0 AND p.active = 1 AND p.role = 2
        AND p.role + 10 * p.admin + 100 * p.supervisor = api_token.standing)

-- name: account.sweepLinks
DELETE FROM account_link WHERE expires_at <= :now
