// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

QString chained(const QString &text)
{
    return QStringLiteral("int8send(octet_length(convert_to(%1, 'UTF8'))::bigint) || convert_to(%1, 'UTF8')").arg(text);
}

} // namespace

QString historyEntrySql(const AttackEntry &entry)
{
    QStringList payload;
    for (const QString &text :
         {entry.name, entry.before, entry.after, QStringLiteral("''"), QStringLiteral("''"), QStringLiteral("''")})
        payload.append(chained(text));
    const QString command = QStringLiteral("decode('00112233445566778899aabbccddeeff', 'hex')");
    QStringList numbers;
    for (const QString &number : {entry.id, entry.ticket, entry.version, QStringLiteral("7"), entry.kind, entry.actor})
        numbers.append(QStringLiteral("int8send((%1)::bigint)").arg(number));
    const QString join = QStringLiteral(" || ");
    const QString hash = QStringLiteral("sha256(%1 || %2 || %3 || p.hash || l.history_hash)")
                             .arg(numbers.join(join), chained(entry.what), command);
    const QStringList values{entry.id,
                             entry.ticket,
                             entry.version,
                             QStringLiteral("7"),
                             entry.kind,
                             entry.actor,
                             entry.what,
                             command,
                             entry.name,
                             entry.before,
                             entry.after,
                             QStringLiteral("''"),
                             QStringLiteral("''"),
                             QStringLiteral("''"),
                             QStringLiteral("p.hash"),
                             entry.hash.isEmpty() ? hash : entry.hash};
    return QStringLiteral("INSERT INTO history (id, ticket_id, version, at, actor_kind, actor_id, what, command_id, "
                          "actor_name, old_value, new_value, old_text, new_text, why, payload_hash, hash) "
                          "SELECT %1 FROM lock_head() l, (SELECT sha256(%2) AS hash) p")
        .arg(values.join(QStringLiteral(", ")), payload.join(join));
}

namespace {

// {raise}, {entry}, {tell} and {check} are the honest way to a new subject; attacks leave a part of it out.
constexpr Attack writingTable[] = {
    // The honest way, so that it is known that the others fail for what they leave out.
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {entry}; "
     "{tell}; {check}; ROLLBACK",
     "t", "a new subject with its version, its entry in history and its place in the feed"},

    // History.
    {"agent", "UPDATE history SET why = 'x'", "!42501", "changing it"},
    {"agent", "DELETE FROM history", "!42501", "deleting it"},
    {"agent", "TRUNCATE history", "!42501", "emptying it"},
    {"admin", "UPDATE history SET actor_id = 1", "!42501", "changing it, as admin"},
    {"admin", "DELETE FROM history WHERE id = 1", "!42501", "deleting it, as admin"},
    {"admin", "TRUNCATE history", "!42501", "emptying it, as admin"},
    {"service", "UPDATE history SET why = 'x'", "!42501", "changing it, as service"},
    {"service", "DELETE FROM history", "!42501", "deleting it, as service"},
    {"supervisor", "DELETE FROM history", "!42501", "deleting it, as supervisor"},
    {"agent", "BEGIN; {entryWithHash:x}; ROLLBACK", "!42501", "a hash that is made up"},
    {"service", "BEGIN; {entryService:x}; ROLLBACK", "!42501", "a hash that is made up, as service"},
    {"agent", "BEGIN; {entryWithId:100}; ROLLBACK", "!42501", "a gap in the chain"},
    {"agent", "BEGIN; {entryAs:{adminId}}; ROLLBACK", "!42501", "in the name of the admin"},
    {"agent", "BEGIN; {entryNamed:Ada Admin}; ROLLBACK", "!42501", "under another's name"},
    {"agent", "BEGIN; {entryKind:4}; ROLLBACK", "!42501", "as the system"},
    {"agent", "BEGIN; {entryKind:3}; ROLLBACK", "!42501", "as an import"},
    {"former", "BEGIN; {entry}; ROLLBACK", "!42501", "no longer active"},
    {"agent", "BEGIN; {entryOf:{secret}}; ROLLBACK", "!42501", "of a ticket that is not seen"},
    {"agent", "BEGIN; {entry}; {check}; ROLLBACK", "!42501", "of a change that was not made"},
    {"agent", "BEGIN; {entryWhat:opened}; {check}; ROLLBACK", "!42501", "a second opening"},
    {"agent", "BEGIN; {entryWhat:article}; {check}; ROLLBACK", "!42501", "an article that was not written"},
    {"agent", "BEGIN; {entryWhat:praised}; {check}; ROLLBACK", "!42501", "something that does not exist"},
    {"agent", "BEGIN; {settingEntry:saved-queue}; {check}; ROLLBACK", "!42501", "settings of admins"},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {entry}; "
     "{entry}; {tell}; {check}; ROLLBACK",
     "!42501", "the same twice"},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; "
     "{entryFrom:Something else}; {tell}; {check}; ROLLBACK",
     "!42501", "with another old value"},

    // A field without what goes with it.
    {"agent", "BEGIN; UPDATE ticket SET subject = 'New' WHERE id = {open}; {check}; ROLLBACK", "!42501",
     "without version, history and feed"},
    {"agent", "BEGIN; {raise}; {check}; ROLLBACK", "!42501", "a version without anything"},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {tell}; "
     "{check}; ROLLBACK",
     "!42501", "without history"},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {entry}; "
     "{check}; ROLLBACK",
     "!42501", "without the feed"},
    {"agent",
     "BEGIN; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {entry}; "
     "{tell}; {check}; ROLLBACK",
     "!42501", "without a version"},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new', priority_id = 1 "
     "WHERE id = {open}; {entry}; {tell}; {check}; ROLLBACK",
     "!42501", "a second field in the shadow of the first"},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET owner_id = {agentId} WHERE id = {open}; {entry}; {tell}; {check}; "
     "ROLLBACK",
     "!42501", "with the history of another field"},
    {"agent", "UPDATE ticket SET state_id = 5 WHERE id = {open}", "!42501", "the state without its type"},
    {"agent", "UPDATE ticket SET priority_id = 1 WHERE id = {open}", "!42501", "the priority alone"},
    {"agent", "UPDATE ticket SET queue_id = {people} WHERE id = {open}", "!42501", "the queue alone"},
    {"agent", "UPDATE ticket SET due_at = 5 WHERE id = {open}", "!42501", "the due date alone"},
    {"agent", "UPDATE ticket SET requester_id = {agentId} WHERE id = {open}", "!42501", "the requester alone"},
    {"service", "UPDATE ticket SET owner_id = {agentId} WHERE id = {open}", "!42501", "the owner alone, as service"},
    {"admin", "UPDATE ticket SET owner_id = {agentId} WHERE id = {open}", "!42501", "the owner alone, as admin"},
    {"agent", "UPDATE ticket SET tags = 'x' WHERE id = {open}", "!42501", "tags in one place"},
    {"agent", "INSERT INTO ticket_tag VALUES ({open}, 'x')", "!42501", "tags in the other"},
    {"agent", "UPDATE ticket SET version = version + 2 WHERE id = {open}", "!42501", "two versions at once"},
    {"agent", "UPDATE ticket SET version = 1 WHERE id = {open}", "!42501", "an earlier version"},
    {"agent", "UPDATE ticket SET number = 'x' WHERE id = {open}", "!42501", "the number"},
    {"agent", "UPDATE ticket SET id = 99 WHERE id = {open}", "!42501", "the id"},
    {"agent", "UPDATE ticket SET created_at = 1 WHERE id = {open}", "!42501", "the time of birth"},
    {"agent", "UPDATE ticket SET channel = 5 WHERE id = {open}", "!42501", "the channel"},
    {"agent", "UPDATE ticket SET updated_at = 1 WHERE id = {open}", "!42501", "an earlier change"},
    {"agent", "UPDATE ticket SET last_contact_at = -1 WHERE id = {open}", "!42501", "an earlier contact"},
    {"agent", "UPDATE ticket SET solved_at = 5 WHERE id = {open}", "!42501", "solved without a state"},
    {"agent", "UPDATE ticket SET subject_folded = 'x' WHERE id = {open}", "!42501", "what is sorted by"},
    {"agent", "UPDATE ticket SET organization_id = 5 WHERE id = {open}", "!42501", "another organization"},
    {"agent", "UPDATE ticket SET article_count = 7 WHERE id = {open}", "!42501", "more articles than there are"},
    {"agent", "UPDATE ticket SET last_article_id = 7 WHERE id = {open}", "!42501", "another last article"},
    {"agent", "DELETE FROM ticket WHERE id = {open}", "!42501", "deleting a ticket"},
    {"admin", "DELETE FROM ticket WHERE id = {open}", "!42501", "deleting a ticket, as admin"},
    {"agent", "TRUNCATE ticket CASCADE", "!42501", "emptying"},
    {"agent", "WITH u AS (UPDATE ticket SET subject = 'x' WHERE id = {secret} RETURNING subject) SELECT * FROM u", "",
     "a hidden ticket, RETURNING"},
    {"agent",
     "INSERT INTO ticket (id, version, state_id, state_type, priority_id, queue_id, requester_id, channel, "
     "created_at, updated_at, number, subject, subject_folded) SELECT {secret}, 1, id, type, 1, 1, "
     "{requester}, 1, 1, 1, 'x', '', '' FROM state WHERE type = 1 ON CONFLICT (id) DO UPDATE SET subject = 'x' "
     "RETURNING subject",
     "!42501", "a hidden ticket, ON CONFLICT"},
    {"agent", "{openTicket:1}", "!42501", "a ticket without history"},
    {"agent", "{openTicket:5}", "!42501", "a ticket that begins with version 5"},
    {"former", "{openTicket:1}", "!42501", "a ticket, no longer active"},

    // Articles.
    {"agent", "UPDATE article SET text = 'x'", "!42501", "changing articles"},
    {"agent", "DELETE FROM article", "!42501", "deleting articles"},
    {"admin", "UPDATE article SET text = 'x'", "!42501", "changing articles, as admin"},
    {"admin", "DELETE FROM article", "!42501", "deleting articles, as admin"},
    {"service", "UPDATE article SET text = 'x'", "!42501", "changing articles, as service"},
    {"agent", "{article:{open},2,{adminId},2}", "!42501", "in the name of the admin"},
    {"agent", "{article:{open},2,0,3}", "!42501", "as the system"},
    {"agent", "{article:{open},2,{adminId},1}", "!42501", "a colleague's words as a customer's"},
    {"agent", "{article:{open},9,{agentId},2}", "!42501", "out of order"},
    {"agent", "{article:{secret},2,{agentId},2}", "!42501", "into a hidden ticket"},
    {"agent", "{article:{open},2,{agentId},2}", "!42501", "without history, count and feed"},
    {"service", "{article:{open},2,{agentId},2}", "!42501", "without history, count and feed, as service"},
    {"agent", "INSERT INTO article_message_id (message_id, article_id, ticket_id) VALUES ('m', {openArticle}, {open})",
     "!42501", "a Message-ID for an old article"},
    {"agent",
     "INSERT INTO article_message_id (message_id, article_id, ticket_id) VALUES ('m', {secretArticle}, "
     "{secret})",
     "!42501", "a Message-ID for a hidden one"},
    {"agent", "DELETE FROM article_message_id", "!42501", "threads of mail"},

    // Files.
    {"agent",
     "INSERT INTO attachment (article_id, name, type, size, sha256) VALUES ({openArticle}, 'x', 'x', 6, "
     "'\\x{sha}')",
     "!42501", "the bytes of a hidden file by their hash"},
    {"agent",
     "BEGIN; SELECT keep_blob(sha256('mine'), 4, 'mine'); INSERT INTO attachment (article_id, name, type, "
     "size, sha256) VALUES ({openArticle}, 'x', 'x', 4, sha256('mine')); ROLLBACK",
     "!42501", "a file for an article that is there already"},
    {"agent", "SELECT keep_blob('\\x{sha}', 4, 'mine')", "!42501", "other bytes under a hash"},
    {"agent", "SELECT keep_blob(sha256('mine'), 5, 'mine')", "!42501", "another size"},
    {"former", "SELECT keep_blob(sha256('mine'), 4, 'mine')", "!42501", "bytes, no longer active"},
    {"agent", "INSERT INTO blob VALUES (sha256('a'), 1, 'a')", "!42501", "past the function"},
    {"agent", "UPDATE blob SET bytes = 'x'", "!42501", "other bytes"},
    {"service", "UPDATE blob SET bytes = 'x'", "!42501", "other bytes, as service"},
    {"agent", "DELETE FROM blob", "!42501", "no bytes"},
    {"agent", "UPDATE attachment SET name = 'x'", "!42501", "another name"},
    {"agent", "DELETE FROM attachment", "!42501", "no attachments"},

    // What every command leaves behind, and counters.
    {"agent", "INSERT INTO command_log VALUES (sha256('x'), {adminId}, 1, '')", "!42501", "an answer to another"},
    {"agent", "UPDATE command_log SET answer = ''", "!42501", "another answer"},
    {"agent", "DELETE FROM command_log", "!42501", "no answer"},
    {"agent", "INSERT INTO change_feed VALUES (99, 1, 2, {open}, 0, {agentId}, '')", "!42501", "past the function"},
    {"agent", "SELECT append_change(1, 2, {open}, 0, {adminId}, '')", "!42501", "in the feed as another"},
    {"agent", "SELECT append_change(1, 2, {secret}, 0, {agentId}, '')", "!42501", "of a hidden ticket"},
    {"agent", "SELECT append_change(1, 8, 0, 0, {agentId}, '')", "!42501", "everything is new"},
    {"former", "SELECT append_change(1, 2, 0, 0, 0, '')", "!42501", "in the feed, no longer active"},
    {"agent", "DELETE FROM change_feed", "!42501", "no feed"},
    {"agent", "UPDATE change_feed SET kind = 1", "!42501", "another feed"},
    {"agent", "UPDATE desk_head SET history_id = 0", "!42501", "the end of history"},
    {"service", "UPDATE desk_head SET feed_seq = 0", "!42501", "the end of the feed, as service"},
    {"agent", "UPDATE counter SET value = 0", "!42501", "counting again"},
    {"admin", "UPDATE counter SET value = 0", "!42501", "counting again, as admin"},
    {"agent", "SELECT setval('person_id_seq', 1)", "!42501", "ids again"},
    {"agent", "SELECT nextval('ticket_id_seq')", "!42501", "ids of tickets"},
    {"former", "SELECT next_ticket_number()", "!42501", "numbers, no longer active"},
    {"former", "SELECT catalog_version()", "!42501", "the door, no longer active"},
    {"agent", "INSERT INTO search VALUES (1, '')", "!42501", "the index past its functions"},
    {"agent", "DELETE FROM search_term", "!42501", "words"},
    {"agent", "SELECT forget_words({secret}::bigint << 20)", "!42501", "a hidden ticket out of search"},
    {"agent", "SELECT index_words(({secret}::bigint << 20) + 5, 'x')", "!42501", "words for a hidden ticket"},
    {"agent",
     "INSERT INTO inbound_mail (source, raw_sha256, received_at, ticket_id, article_id) VALUES ('x', "
     "'\\x{sha}', 1, 1, 1)",
     "!42501", "mail as received"},

    // People and settings.
    {"agent", "WITH u AS (UPDATE person SET admin = 1 WHERE id = {agentId} RETURNING 1) SELECT count(*) FROM u",
     "!42501", "making oneself an admin"},
    {"agent", "WITH u AS (UPDATE person SET supervisor = 1 WHERE role = 2 RETURNING 1) SELECT count(*) FROM u",
     "!42501", "making everybody a supervisor"},
    {"agent",
     "WITH u AS (UPDATE person SET language = 'xx' WHERE role = 2 AND id <> {agentId} RETURNING 1) SELECT count(*) "
     "FROM u",
     "0", "the language of others"},
    {"agent", "UPDATE person SET language = 'xx' WHERE id = {agentId}", "!42501", "one's own language without history"},
    {"agent", "UPDATE person SET language = 'xx', read_floor = 9 WHERE id = {agentId}", "!42501",
     "more than one's own language"},
    {"agent", "UPDATE person SET id = 4711 WHERE id = {agentId}", "!42501", "being somebody else"},
    {"agent", "INSERT INTO person (id, name, role) VALUES (me(), 'x', 2)", "!23505", "oneself again"},
    {"agent", "UPDATE person SET role = 2 WHERE id = {requester}", "!42501", "making a requester an agent"},
    {"agent", "UPDATE person SET admin = 1 WHERE id = {requester}", "!42501", "making a requester an admin"},
    {"agent", "INSERT INTO person (name, role) VALUES ('x', 2)", "!42501", "a new agent"},
    {"agent",
     "INSERT INTO person (id, name, role, admin) VALUES ({agentId}, 'x', 2, 1) ON CONFLICT (id) DO UPDATE SET "
     "admin = 1",
     "!42501", "by ON CONFLICT"},
    {"agent", "INSERT INTO person (id, name) VALUES ({agentId}, 'x') ON CONFLICT (id) DO UPDATE SET name = 'x'",
     "!42501", "another name for an agent"},
    {"agent", "UPDATE person SET name = 'x' WHERE id = {requester}", "!42501", "a requester without history"},
    {"agent", "DELETE FROM person", "!42501", "no people"},
    {"former", "WITH u AS (UPDATE person SET active = 1 RETURNING 1) SELECT count(*) FROM u", "0",
     "making oneself active"},
    {"promoted", "WITH u AS (UPDATE person SET admin = 1 WHERE role = 2 RETURNING 1) SELECT count(*) FROM u", "!42501",
     "an admin, as supervisor without the server's role"},
    {"demoted", "INSERT INTO queue (name) VALUES ('x')", "!42501", "a queue, no longer admin in the desk"},
    {"demoted", "WITH u AS (UPDATE queue SET parent_id = 0 RETURNING 1) SELECT count(*) FROM u", "0",
     "queues, no longer admin in the desk"},
    {"demoted", "WITH d AS (DELETE FROM queue_member RETURNING 1) SELECT count(*) FROM d", "0",
     "members, no longer admin in the desk"},
    {"agent", "INSERT INTO queue_member VALUES ({people}, {agentId})", "!42501", "a member of a queue"},
    {"supervisor", "INSERT INTO queue_member VALUES ({people}, {agentId})", "!42501", "a member, as supervisor"},
    {"agent", "DELETE FROM queue_member", "!42501", "no members"},
    {"agent", "UPDATE queue SET parent_id = 0", "!42501", "the tree of queues"},
    {"admin", "UPDATE queue SET active = 0 WHERE id = {people}", "!42501", "a queue without history, as admin"},
    {"admin", "INSERT INTO queue_member VALUES ({people}, {agentId})", "!42501", "a member without history, as admin"},
    {"admin", "DELETE FROM queue", "!42501", "no queues, as admin"},
    {"agent", "INSERT INTO state (name, type) VALUES ('x', 1)", "!42501", "a state"},
    {"agent", "UPDATE priority SET rank = 1", "!42501", "priorities"},
    {"agent", "UPDATE category SET name = 'x'", "!42501", "categories"},
    {"agent", "UPDATE desk_setting SET value = 'x'", "!42501", "settings"},
    {"admin", "UPDATE desk_setting SET value = 'x' WHERE key = 'desk_name'", "!42501", "a setting without history"},
    {"admin", "INSERT INTO desk_setting VALUES ('own', 'x')", "!42501", "a setting that no program knows"},
    {"agent", "UPDATE organization SET note = 'x'", "!42501", "organizations without history"},
    {"agent",
     "WITH u AS (UPDATE saved_view SET name = 'x' WHERE owner_id <> {agentId} RETURNING 1) SELECT count(*) "
     "FROM u",
     "0", "a shared view of another"},
    {"agent", "WITH d AS (DELETE FROM saved_view RETURNING 1) SELECT count(*) FROM d", "0", "views of others"},
    {"agent", "UPDATE saved_view SET owner_id = {agentId}", "!42501", "whose a view is"},
    {"agent", "{view:{adminId}}", "!42501", "a view in another's name"},
    {"agent", "INSERT INTO read_mark VALUES ({memberId}, {open}, 0)", "!42501", "unread for another"},
    {"agent", "INSERT INTO read_mark VALUES ({agentId}, {secret}, 0)", "!42501", "a mark in a hidden ticket"},
    {"agent", "INSERT INTO presence VALUES ('x', {open}, {adminId}, 1, 1, 1)", "!42501", "present as another"},
    {"agent", "INSERT INTO presence VALUES ('x', {secret}, {agentId}, 1, 1, 1)", "!42501", "present where unseen"},
    {"agent", "WITH d AS (DELETE FROM presence WHERE person_id = {memberId} RETURNING 1) SELECT count(*) FROM d", "0",
     "sending another away"},

    {"admin", "UPDATE person SET admin = 0 WHERE id = {adminId}", "!42501", "the last admin"},
    {"admin", "UPDATE person SET note = 'x' WHERE id = {agentId}", "!42501", "a person without history, as admin"},

    // What is known to be possible.
    {"agent", "BEGIN; INSERT INTO person (name) VALUES ('Nobody'); {check}; ROLLBACK", "",
     "a new requester without history", Defence::Known},
    {"agent", "BEGIN; SELECT index_words(({open}::bigint << 20) + 900, '''anything'':1'::tsvector); ROLLBACK", "",
     "words in the index that a visible ticket does not have", Defence::Known},
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {entry}; "
     "{tell}; {check}; SELECT at = 7 FROM history WHERE ticket_id = {open} ORDER BY id DESC LIMIT 1; ROLLBACK",
     "t\nt", "times in history are those of who writes", Defence::Known},
};

} // namespace

QVector<Attack> writingAttacks()
{
    return QVector<Attack>(std::begin(writingTable), std::end(writingTable)) + mailWritingAttacks()
           + slaWritingAttacks() + accountWritingAttacks() + mergeWritingAttacks() + reportWritingAttacks()
           + workAttacks();
}

} // namespace deskhand::test
