// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

constexpr Attack readingTable[] = {
    // Tickets of a queue that is not theirs.
    {"agent", "SELECT count(*) FROM ticket WHERE id = {secret}", "0", "a ticket by its id"},
    {"agent", "SELECT subject FROM ticket WHERE queue_id = {people}", "", "a queue's tickets"},
    {"agent", "SELECT count(*) FROM ticket WHERE number_folded = '{number}'", "0", "a ticket by its number"},
    {"agent", "SELECT count(*) FROM ticket WHERE lower(number) = '{number}'", "0", "by what is not leak-proof"},
    {"agent", "SELECT count(*) FROM ticket WHERE subject LIKE '%Payslip%'", "0", "by its subject"},
    {"agent", "SELECT max(id) = {secret} FROM ticket", "f", "the newest id"},
    {"agent", "SELECT count(*) FROM ticket WHERE id = {secret} OR TRUE AND id = {secret}", "0", "by OR"},
    {"agent", "SELECT count(*) FROM ticket WHERE requester_id = {requester} AND queue_id = {people}", "0",
     "through the requester"},
    {"agent", "SELECT count(*) FROM person p JOIN ticket t ON t.requester_id = p.id WHERE t.id = {secret}", "0",
     "by a join"},
    {"agent", "SELECT (SELECT subject FROM ticket WHERE id = {secret}) IS NULL", "t", "by a subquery", Defence::Held},
    {"agent", "WITH t AS MATERIALIZED (SELECT * FROM ticket) SELECT count(*) FROM t WHERE id = {secret}", "0",
     "by a common table expression"},
    {"agent", "SELECT count(*) FROM ONLY ticket TABLESAMPLE SYSTEM (100) WHERE id = {secret}", "0", "by sampling"},
    {"agent", "SELECT count(*) FROM ticket WHERE ctid IS NOT NULL AND id = {secret}", "0", "by the row's place"},
    {"agent", "COPY (SELECT subject FROM ticket WHERE id = {secret}) TO STDOUT", "", "COPY of a query"},
    {"agent", "BEGIN; DECLARE c CURSOR FOR SELECT subject FROM ticket WHERE id = {secret}; FETCH ALL FROM c; COMMIT",
     "", "a cursor"},
    {"agent", "PREPARE p AS SELECT subject FROM ticket WHERE id = $1; EXECUTE p ({secret})", "",
     "a prepared statement"},
    {"agent", "SELECT table_to_xml('deskhand.ticket', true, false, '')::text LIKE '%Payslip%'", "f", "as XML"},
    {"agent",
     "SELECT query_to_xml('SELECT subject FROM deskhand.ticket WHERE id = {secret}', true, false, '')::text "
     "LIKE '%Payslip%'",
     "f", "a query as XML"},
    {"former", "SELECT count(*) FROM ticket", "0", "who is no longer active"},
    {"promoted", "SELECT count(*) FROM ticket WHERE id = {secret}", "0",
     "a supervisor in the desk without the server's role"},
    {"demoted", "SELECT count(*) FROM ticket WHERE id = {secret}", "0",
     "the server's role admin without being one in the desk"},

    // What belongs to such a ticket.
    {"agent", "SELECT text FROM article WHERE ticket_id = {secret}", "", "articles"},
    {"agent", "SELECT text FROM article WHERE id = {secretArticle}", "", "an article by its id"},
    {"agent", "SELECT count(*) FROM article WHERE text LIKE '%quarterly%'", "0", "articles by their words"},
    {"agent", "SELECT name FROM attachment WHERE article_id = {secretArticle}", "", "attachments"},
    {"agent", "SELECT count(*) FROM attachment WHERE sha256 = '\\x{sha}'", "0", "attachments by their bytes"},
    {"agent", "SELECT bytes FROM blob WHERE sha256 = '\\x{sha}'", "", "bytes of a file whose hash is known"},
    {"agent", "SELECT count(*) FROM blob WHERE convert_from(bytes, 'UTF8') LIKE '%salary%'", "0",
     "bytes by what is in them"},
    {"agent", "SELECT count(*) FROM history WHERE ticket_id = {secret}", "0", "history"},
    {"agent", "SELECT count(*) FROM history WHERE new_text = 'Payslip of Rita'", "0", "history by its words"},
    {"agent", "SELECT tag FROM ticket_tag WHERE ticket_id = {secret}", "", "tags of the ticket"},
    {"agent", "SELECT count(*) FROM ticket_tag WHERE tag = 'dismissal'", "0", "tickets by a tag"},
    {"agent", "SELECT count(*) FROM article_message_id WHERE ticket_id = {secret}", "0", "Message-IDs"},
    {"agent", "SELECT count(*) FROM presence WHERE ticket_id = {secret}", "0", "who is in the ticket"},
    {"former", "SELECT count(*) FROM article", "0", "articles, no longer active"},
    {"former", "SELECT count(*) FROM blob", "0", "files, no longer active"},
    {"former", "SELECT count(*) FROM person", "0", "people, no longer active"},
    {"former", "SELECT count(*) FROM history", "0", "history, no longer active"},
    {"former", "SELECT count(*) FROM change_feed", "0", "the feed, no longer active"},
    {"former", "SELECT count(*) FROM saved_view", "0", "views, no longer active"},
    {"former", "SELECT count(*) FROM presence", "0", "presence, no longer active"},

    // What belongs to somebody else.
    {"agent", "SELECT count(*) FROM read_mark WHERE person_id <> {agentId}", "0", "what others have read"},
    {"supervisor", "SELECT count(*) FROM read_mark WHERE person_id = {memberId}", "0", "what others have read"},
    {"agent", "SELECT name FROM saved_view WHERE name = 'Private'", "", "a private view"},
    {"supervisor", "SELECT name FROM saved_view WHERE name = 'Private'", "", "a private view, as supervisor"},
    {"admin", "SELECT name FROM saved_view WHERE name = 'Private'", "", "a private view, as admin"},
    {"agent", "SELECT count(*) FROM command_log WHERE actor_id <> {agentId}", "0", "answers to others"},
    {"supervisor", "SELECT count(*) FROM command_log WHERE actor_id = {memberId}", "0", "answers to others"},
    {"former", "SELECT count(*) FROM command_log WHERE actor_id = 0", "0", "answers to the desk itself"},
    {"agent", "SELECT count(*) FROM inbound_mail", "!42501", "the list of accepted mail"},
    {"admin", "SELECT count(*) FROM inbound_mail", "!42501", "the list of accepted mail, as admin"},
    {"agent", "SELECT * FROM login", "!42501", "which role is whom"},
    {"admin", "SELECT * FROM login", "!42501", "which role is whom, as admin"},
    {"service", "SELECT * FROM login", "!42501", "which role is whom, as service"},
    {"agent", "SELECT value FROM desk_setting WHERE key = 'mail_password'", "", "a setting that is a secret"},
    {"admin", "SELECT value FROM desk_setting WHERE key = 'mail_password'", "", "a setting that is a secret, as admin"},
    {"agent", "SELECT * FROM in_hand", "!42501", "what transactions hold"},

    // The index of words.
    {"agent", "SELECT count(*) FROM search", "!42501", "the index itself"},
    {"admin", "SELECT count(*) FROM search", "!42501", "the index itself, as admin"},
    {"agent", "COPY search TO STDOUT", "!42501", "COPY of the index"},
    {"agent", "SELECT term FROM search_term", "!42501", "all words of the desk"},
    {"agent", "SELECT count(*) FROM found('quarterly'::tsquery)", "0", "a word of a hidden ticket"},
    {"agent", "SELECT count(*) FROM found('payslip'::tsquery)", "0", "a word of a hidden subject"},
    {"agent", "SELECT count(*) FROM found('qu:*'::tsquery, 0)", "0", "a beginning"},
    {"agent", "SELECT count(*) FROM found('!zzz'::tsquery) f WHERE f.rowid >> 20 = {secret}", "0",
     "everything but a word"},
    {"agent",
     "SELECT count(*) FROM found_in('quarterly'::tsquery, ARRAY[{secret}::bigint], ({secret}::bigint + 1) << 20)", "0",
     "a word in one ticket"},
    {"agent", "SELECT count(*) FROM found_before('quarterly'::tsquery, ({secret}::bigint + 1) << 20, 0)", "0",
     "a word before a row"},
    {"agent",
     "SELECT count(*) FROM found_newest('quarterly'::tsquery, ({secret}::bigint + 1) << 20, 9) WHERE ticket > 0", "0",
     "a word among the newest rows"},
    {"agent", "SELECT count(*) FROM ranked('quarterly'::tsquery, ARRAY[({secret}::bigint << 20) + 1])", "0",
     "ranking rows by their ids"},
    {"agent", "SELECT count(*) FROM is_indexed(({secret}::bigint << 20) + 1)", "0", "whether a row is there"},
    {"former", "SELECT count(*) FROM found('printer'::tsquery)", "0", "search, no longer active"},
    {"former", "SELECT count(*) FROM terms_containing('quarter', 10)", "0", "words, no longer active"},

    // What errors and plans tell.
    {"agent", "SELECT count(*) FROM ticket WHERE id = {secret} AND subject::int = 1", "0",
     "the value in the error of a cast"},
    {"agent", "SELECT count(*) FROM article WHERE id = {secretArticle} AND text::date > now()", "0",
     "the text in the error of a cast"},
    {"agent", "SELECT count(*) FROM ticket WHERE id = {secret} AND 1 / (length(subject) - length(subject)) = 1", "0",
     "a division by zero"},
    {"agent", "SELECT count(*) FROM ticket WHERE id = {secret} AND pg_sleep(5) IS NULL", "0", "time"},
    {"agent", "SELECT count(*) FROM pg_stats WHERE schemaname = 'deskhand' AND tablename IN ('ticket', 'article')", "0",
     "statistics of columns"},
    {"agent", "SELECT count(*) FROM pg_stats WHERE schemaname = 'deskhand' AND tablename LIKE 'search%'", "0",
     "statistics of words"},
    {"agent", "SELECT count(*) FROM pg_statistic", "!42501", "statistics behind the view"},
    {"agent",
     "SELECT count(*) FROM pg_stat_activity WHERE usename <> current_user AND query NOT IN "
     "('<insufficient privilege>', '')",
     "0", "others' statements"},
    {"agent", "SET row_security = off; SELECT count(*) FROM ticket", "!42501", "without policies"},
    {"admin", "SET row_security = off; SELECT count(*) FROM saved_view", "!42501", "without policies, as admin"},
    {"agent", "SELECT sees_ticket({secret})", "f", "asking the policy about a hidden ticket"},
    {"agent", "SELECT sees_ticket(4711)", "f", "is answered as for one that is not there"},

    // What is known to leak.
    {"agent", "SELECT count(*) > 0 FROM change_feed WHERE ticket_id = {secret}", "t",
     "the feed says that a hidden ticket changes: ids only", Defence::Known},
    {"agent", "SELECT terms_containing('quarter', 10)", "quarterly",
     "a word that occurs somewhere, for who guesses three letters of it", Defence::Known},
    {"agent", "SELECT count(*) > 0 FROM terms_between('a', 'z', 1000)", "t", "little by little all words that occur",
     Defence::Known},
    {"agent", "SELECT count(*) > 0 FROM pg_class WHERE relname = 'ticket' AND reltuples IS NOT NULL", "t",
     "roughly how many rows a table has", Defence::Known},
    {"agent", "SELECT count(*) > 0 FROM pg_proc WHERE proname = 'guard_history' AND prosrc <> ''", "t",
     "the text of functions", Defence::Known},
    {"agent", "SELECT count(*) > 0 FROM pg_roles WHERE rolname = '{memberRole}'", "t", "names of roles",
     Defence::Known},
    {"agent",
     "BEGIN; INSERT INTO ticket (id, version, state_id, state_type, priority_id, queue_id, requester_id, "
     "channel, created_at, updated_at, number, subject, subject_folded) SELECT {secret}, 1, id, type, 1, 1, "
     "{requester}, 1, 1, 1, 'x1', '', '' FROM state WHERE type = 1; ROLLBACK",
     "!23505", "whether an id is taken", Defence::Known},
    {"agent",
     "BEGIN; INSERT INTO ticket (version, state_id, state_type, priority_id, queue_id, requester_id, "
     "channel, created_at, updated_at, number, subject, subject_folded) SELECT 1, id, type, 1, 1, "
     "{requester}, 1, 1, 1, '{number}', '', '' FROM state WHERE type = 1; ROLLBACK",
     "!23505", "whether a number is taken", Defence::Known},
};

} // namespace

QVector<Attack> readingAttacks()
{
    return QVector<Attack>(std::begin(readingTable), std::end(readingTable)) + mailReadingAttacks()
           + slaReadingAttacks() + accountReadingAttacks() + reportReadingAttacks();
}

} // namespace deskhand::test
