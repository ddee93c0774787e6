// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

constexpr Attack accountReadingTable[] = {
    {"agent", "SELECT password FROM account", "!42501", "hashes of passwords"},
    {"member", "SELECT count(*) FROM account", "!42501", "how many have an account"},
    {"supervisor", "SELECT password FROM account WHERE person_id = {supervisorId}", "!42501", "one's own hash"},
    {"admin", "SELECT password FROM account", "!42501", "hashes of passwords, as admin"},
    {"admin", "SELECT a FROM account a", "!42501", "accounts as whole rows"},
    {"admin", "COPY account TO STDOUT", "!42501", "accounts by COPY"},
    {"admin", "SELECT table_to_xml('deskhand.account', true, false, '')", "!42501", "accounts as XML"},
    {"admin", "SELECT count(*) FROM account WHERE password LIKE '$argon2id$%'", "!42501", "a hash by guessing it"},
    {"admin", "SELECT p.name FROM person p JOIN account a ON a.person_id = p.id WHERE a.password > 'm'", "!42501",
     "a hash by joining it"},
    {"agent", "SELECT second_factor FROM account", "!42501", "second factors"},
    {"admin", "SELECT second_factor, second_factor_offered, second_factor_step FROM account", "!42501",
     "second factors, as admin"},
    {"agent", "SELECT code_sha256 FROM account_recovery", "!42501", "recovery codes"},
    {"admin", "SELECT count(*) FROM account_recovery", "!42501", "how many recovery codes are left"},
    {"agent", "SELECT token_sha256 FROM account_session", "!42501", "sessions"},
    {"supervisor", "SELECT peer, used_at FROM account_session", "!42501", "from where and when people work"},
    {"admin", "SELECT token_sha256 FROM account_session", "!42501", "sessions, as admin"},
    {"admin", "SELECT count(*) FROM account_session WHERE token_sha256 = sha256('session')", "!42501",
     "a session by guessing it"},
    {"agent", "SELECT token_sha256, scopes FROM api_token", "!42501", "tokens of programs"},
    {"admin", "SELECT name FROM api_token", "!42501", "names of tokens of programs"},
    {"agent", "SELECT token_sha256 FROM account_link", "!42501", "invitations and resets"},
    {"admin", "SELECT person_id FROM account_link WHERE kind = 2", "!42501", "who has forgotten their password"},
    {"admin", "SELECT place FROM account_place", "!42501", "where people come from"},
    {"agent", "SELECT key FROM sign_in_attempt", "!42501", "who tries to sign in"},
    {"admin", "SELECT attempt_key FROM account_head", "!42501", "the key that attempts are counted under"},
    {"agent", "SELECT stamp FROM account_head", "!42501", "that something was revoked"},
    {"former", "SELECT password FROM account", "!42501", "hashes, no longer active"},
    {"former", "SELECT token_sha256 FROM account_session", "!42501", "sessions, no longer active"},
    {"demoted", "SELECT password FROM account", "!42501", "hashes, no longer admin"},
    {"promoted", "SELECT password FROM account", "!42501", "hashes, admin in the desk only"},
    {"stranger", "SELECT password FROM account", "!connect", "hashes, as somebody else's role"},
    {"agent", "SELECT most_common_vals FROM pg_stats WHERE tablename = 'account' AND attname = 'password'", "",
     "a hash out of the planner's statistics"},
};

constexpr Attack accountWritingTable[] = {
    {"agent", "UPDATE account SET password = '' WHERE person_id = {agentId}", "!42501", "one's own password"},
    {"admin", "UPDATE account SET password = '$argon2id$mine'", "!42501", "everybody's password"},
    {"admin", "UPDATE account SET disabled = 0", "!42501", "who was shut out"},
    {"admin", "UPDATE account SET second_factor = ''", "!42501", "no second factor"},
    {"admin", "UPDATE account SET second_factor_step = 0", "!42501", "a code for the second time"},
    {"agent", "INSERT INTO account (person_id, password, created_at) VALUES ({agentId}, 'x', 1)", "!42501",
     "an account"},
    {"admin",
     "INSERT INTO account (person_id, created_at) VALUES ({adminId}, 1) ON CONFLICT (person_id) DO UPDATE SET password "
     "= 'x'",
     "!42501", "a password by a conflict"},
    {"admin", "DELETE FROM account RETURNING password", "!42501", "a hash by removing it"},
    {"agent",
     "INSERT INTO account_session (id, token_sha256, person_id, created_at, used_at, idle, expires_at, standing) "
     "VALUES "
     "('x', sha256('mine'), {adminId}, 1, 1, 1, 9000000000000, 12)",
     "!42501", "a session as the admin"},
    {"admin", "UPDATE account_session SET token_sha256 = sha256('mine')", "!42501", "another's session"},
    {"admin", "UPDATE account_session SET expires_at = 9000000000001", "!42501", "a session for ever"},
    {"agent", "DELETE FROM account_session", "!42501", "everybody signed out"},
    {"agent",
     "INSERT INTO api_token (id, token_sha256, person_id, name, scopes, created_at, standing) VALUES ('x', "
     "sha256('mine'), {adminId}, 'x', 15, 1, 12)",
     "!42501", "a token as the admin"},
    {"admin", "UPDATE api_token SET scopes = 15", "!42501", "more scopes"},
    {"agent", "INSERT INTO account_link VALUES (sha256('mine'), {adminId}, 2, 1, 9000000000000)", "!42501",
     "a reset of the admin's password"},
    {"admin", "UPDATE account_link SET token_sha256 = sha256('mine')", "!42501", "another's reset"},
    {"admin", "INSERT INTO account_recovery VALUES ({adminId}, sha256('mine'))", "!42501", "a recovery code"},
    {"agent", "DELETE FROM sign_in_attempt", "!42501", "as many attempts as one likes"},
    {"agent", "INSERT INTO sign_in_attempt VALUES (sha256('x'), 9, 1, 9000000000000, 9)", "!42501",
     "somebody shut out"},
    {"agent", "UPDATE account_head SET stamp = 1", "!42501", "revocations that nobody notices"},
    {"service", "UPDATE account_head SET attempt_key = 'x'", "!42501", "another key, as the service"},
    {"admin", "TRUNCATE account, account_session", "!42501", "no accounts at all"},
    {"admin", "BEGIN; {settingEntry:saved-account}; {check}; ROLLBACK", "!42501",
     "an entry in history about an account"},
    {"admin", "SELECT guard_account_history()", "!42501", "the function that guards them"},
};

} // namespace

QVector<Attack> accountReadingAttacks()
{
    return QVector<Attack>(std::begin(accountReadingTable), std::end(accountReadingTable));
}

QVector<Attack> accountWritingAttacks()
{
    return QVector<Attack>(std::begin(accountWritingTable), std::end(accountWritingTable));
}

} // namespace deskhand::test
