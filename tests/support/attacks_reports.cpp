// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

// Item 81 is a private report of the member's, 82 one that the member shares, 83 a private schedule of the member's.
constexpr Attack reportReadingTable[] = {
    {"agent", "SELECT count(*) FROM report_fact WHERE ticket_id = {secret}", "0", "facts of a hidden ticket"},
    {"agent", "SELECT count(*) FROM report_fact WHERE reason = 'Nobody was there'", "0",
     "why it was missed, as a fact"},
    {"agent", "SELECT count(*) FROM report_day WHERE queue_id = {people}", "0", "sums of a hidden queue"},
    {"agent", "SELECT coalesce(sum(n), 0) FROM report_day WHERE day = 4711", "0", "how much there was on a day"},
    {"agent", "SELECT count(*) FROM report_item WHERE id = 81", "0", "a private report"},
    {"agent", "SELECT count(*) FROM report_item_version WHERE item_id = 81", "0", "what it was before"},
    {"agent", "SELECT count(*) FROM report_sending WHERE schedule_id = 83", "0", "who gets a private schedule"},
    {"supervisor", "SELECT count(*) FROM report_item WHERE id = 81", "0", "a private report, as supervisor"},
    {"admin", "SELECT count(*) FROM report_item WHERE id = 81", "0", "a private report, as admin"},
    {"admin", "SELECT count(*) FROM report_sending WHERE schedule_id = 83", "0", "a private schedule, as admin"},
    {"promoted", "SELECT count(*) FROM report_fact WHERE ticket_id = {secret}", "0",
     "facts, promoted by one side only"},
    {"former", "SELECT count(*) FROM report_fact", "0", "facts, no longer active"},
    {"former", "SELECT count(*) FROM report_day", "0", "sums, no longer active"},
    {"former", "SELECT count(*) FROM report_progress", "0", "how far they are, no longer active"},
    {"former", "SELECT count(*) FROM report_item", "0", "shared reports, no longer active"},
    {"stranger", "SELECT count(*) FROM report_fact", "!connect", "facts, from outside"},
};

constexpr Attack reportWritingTable[] = {
    {"agent", "DELETE FROM report_fact WHERE kind = 13", "!42501", "nothing was missed"},
    {"agent", "UPDATE report_fact SET kind = 12 WHERE kind = 13", "!42501", "kept, by saying so"},
    {"agent", "UPDATE report_fact SET owner_then = {agentId}", "!42501", "somebody else's work"},
    {"agent", "INSERT INTO report_fact SELECT * FROM report_fact LIMIT 1", "!42501", "a fact that was none"},
    {"agent", "TRUNCATE report_fact", "!42501", "no facts"},
    {"agent", "UPDATE report_day SET n = n + 1", "!42501", "more of everything"},
    {"agent", "DELETE FROM report_day", "!42501", "no sums"},
    {"agent", "INSERT INTO report_day VALUES (2, 0, 1, 0, 1, 1, 1, -1000000)", "!42501", "a day of work"},
    {"agent", "UPDATE report_progress SET cursor = 0", "!42501", "everything counted twice"},
    {"agent", "UPDATE report_progress SET rules = 99", "!42501", "everything derived anew, again and again"},
    {"agent", "DELETE FROM report_progress", "!42501", "no progress"},
    {"admin", "DELETE FROM report_fact", "!42501", "no facts, as admin"},
    {"admin", "UPDATE report_day SET n = 0", "!42501", "no sums, as admin"},
    {"admin", "UPDATE report_progress SET cursor = 0", "!42501", "counted twice, as admin"},
    {"supervisor", "UPDATE report_fact SET kind = 12 WHERE kind = 13", "!42501", "kept, as supervisor"},
    {"service", "DELETE FROM report_progress", "!42501", "no progress, as the service"},
    {"service", "UPDATE report_sending SET reader_id = 1", "!42501", "another reader, as the service"},

    {"agent", "INSERT INTO report_item (version, owner_id, kind, name, content) VALUES (1, {memberId}, 1, 'x', '{}')",
     "!42501", "a report in another's name"},
    {"agent", "INSERT INTO report_item (version, owner_id, kind, name, content) VALUES (1, 0, 1, 'x', '{}')", "!42501",
     "a report of nobody's"},
    {"agent",
     "WITH u AS (UPDATE report_item SET content = '{}' WHERE id IN (81, 82) RETURNING 1) SELECT count(*) FROM u", "0",
     "another's reports"},
    {"agent", "UPDATE report_item SET owner_id = {agentId} WHERE id = 82", "!42501", "making a report one's own"},
    {"agent", "UPDATE report_item SET id = 84 WHERE id = 82", "!42501", "another number"},
    {"agent", "WITH d AS (DELETE FROM report_item WHERE id IN (81, 82) RETURNING 1) SELECT count(*) FROM d", "0",
     "no reports of another's"},
    {"admin", "WITH u AS (UPDATE report_item SET shared = 1 WHERE id = 81 RETURNING 1) SELECT count(*) FROM u", "0",
     "sharing another's private report, as admin"},
    {"admin", "WITH d AS (DELETE FROM report_item WHERE id = 81 RETURNING 1) SELECT count(*) FROM d", "0",
     "no private report of another's, as admin"},
    {"agent", "INSERT INTO report_item_version VALUES (82, 7, 1, {agentId}, 'x', '{}')", "!42501",
     "a version of another's report"},
    {"agent", "INSERT INTO report_item_version VALUES (82, 7, 1, {memberId}, 'x', '{}')", "!42501",
     "a version in another's name"},
    {"member", "INSERT INTO report_item_version VALUES (82, 7, 1, {agentId}, 'x', '{}')", "!42501",
     "a version of one's own that another has made"},
    {"agent", "UPDATE report_item_version SET content = '{}'", "!42501", "another past"},
    {"agent", "WITH d AS (DELETE FROM report_item_version WHERE item_id = 82 RETURNING 1) SELECT count(*) FROM d", "0",
     "no past of a shared report"},
    {"agent", "INSERT INTO report_sending (schedule_id, name, reader_id, due_at, at) VALUES (83, 'x', {agentId}, 1, 1)",
     "!42501", "a mail that was not sent"},
    {"agent", "UPDATE report_sending SET problem = ''", "!42501", "a mail that went out after all"},
    {"agent", "DELETE FROM report_sending", "!42501", "no log of mails"},
    {"former", "INSERT INTO report_item (version, owner_id, kind, name, content) VALUES (1, {formerId}, 1, 'x', '{}')",
     "!42501", "a report, no longer active"},
};

} // namespace

QVector<Attack> reportReadingAttacks()
{
    return QVector<Attack>(std::begin(reportReadingTable), std::end(reportReadingTable));
}

QVector<Attack> reportWritingAttacks()
{
    return QVector<Attack>(std::begin(reportWritingTable), std::end(reportWritingTable));
}

} // namespace deskhand::test
