// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

constexpr Attack slaReadingTable[] = {
    {"agent", "SELECT count(*) FROM sla_event WHERE ticket_id = {secret}", "0", "what has happened to a ticket"},
    {"agent", "SELECT count(*) FROM sla_clock WHERE ticket_id = {secret}", "0", "what the clocks of a ticket say"},
    {"agent", "SELECT count(*) FROM sla_clock WHERE reason = 'Nobody was there'", "0", "why it was missed"},
    {"agent", "SELECT count(*) FROM sla_fired WHERE ticket_id = {secret}", "0", "which levels it has reached"},
    {"agent", "SELECT count(*) FROM ticket WHERE sla_due_at = 4711", "0", "a ticket by when it is due"},
    {"agent", "SELECT count(*) FROM notification WHERE person_id = {memberId}", "0", "what another was told"},
    {"former", "SELECT count(*) FROM sla_event", "0", "clocks, no longer active"},
    {"former", "SELECT count(*) FROM sla_policy", "0", "promises, no longer active"},
    {"former", "SELECT count(*) FROM business_calendar_version", "0", "calendars, no longer active"},
};

constexpr Attack slaWritingTable[] = {
    {"agent", "INSERT INTO sla_event VALUES ({open}, 901, 6, 99999999999999, {openArticle}, 0)", "!42501",
     "an answer that nobody gave"},
    {"agent", "BEGIN; {tell}; INSERT INTO sla_event VALUES ({open}, 901, 7, 99999999999999, {openArticle}, 0); COMMIT",
     "!42501", "an answer of long ago, told again"},
    {"agent", "BEGIN; {tell}; INSERT INTO sla_event VALUES ({open}, 901, 11, 99999999999999, 0, 0); COMMIT", "!42501",
     "judged anew without a promise"},
    {"agent", "BEGIN; {tell}; INSERT INTO sla_event VALUES ({open}, 901, 10, 99999999999999, 0, 0); COMMIT", "!42501",
     "no promise any more, without a change"},
    {"agent", "INSERT INTO sla_event VALUES ({open}, 5000, 6, 99999999999999, 1, 0)", "!42501", "a gap in the log"},
    {"agent", "INSERT INTO sla_event VALUES ({open}, 901, 6, 1, 1, 0)", "!42501", "an event of long ago"},
    {"agent", "INSERT INTO sla_event VALUES ({secret}, 901, 6, 99999999999999, 1, 0)", "!42501",
     "an event of a hidden ticket"},
    {"agent", "UPDATE sla_event SET at = 0", "!42501", "other times"},
    {"agent", "DELETE FROM sla_event", "!42501", "no log"},
    {"agent", "UPDATE sla_clock SET due_at = due_at + 86400000 WHERE ticket_id = {open}", "!42501", "more time"},
    {"agent", "UPDATE sla_clock SET state = 3 WHERE ticket_id = {open}", "!42501", "kept, by saying so"},
    {"agent", "DELETE FROM sla_clock WHERE ticket_id = {open}", "!42501", "no clocks"},
    {"agent", "UPDATE sla_clock SET reason = 'x' WHERE ticket_id = {open}", "!42501", "a reason without history"},
    {"agent", "UPDATE ticket SET sla_due_at = 99999999999999 WHERE id = {open}", "!42501", "due later"},
    {"agent", "BEGIN; {tell}; UPDATE ticket SET sla_standing = 1, sla_due_at = 0 WHERE id = {open}; COMMIT", "!42501",
     "kept, told in the feed"},
    {"agent", "UPDATE ticket SET sla_next_at = 0 WHERE id = {open}", "!42501", "a ticket that nobody watches"},
    {"agent", "INSERT INTO sla_fired VALUES ({open}, 4, 900, 1, 1, 1)", "!42501", "a warning that does not come"},
    {"agent", "DELETE FROM sla_fired", "!42501", "warnings again"},
    {"agent", "INSERT INTO notification (person_id, kind, ticket_id, at) VALUES ({memberId}, 1, {open}, 1)", "!42501",
     "telling another"},
    {"agent",
     "WITH u AS (UPDATE notification SET seen_at = 1 WHERE person_id <> {agentId} RETURNING 1) SELECT count(*) FROM u",
     "0", "what another has seen"},
    {"agent", "INSERT INTO sla_task (scope, created_at) VALUES (3, 1)", "!42501", "a recalculation"},
    {"agent", "UPDATE sla_task SET state = 2", "!42501", "an end of a recalculation"},
    {"agent", "INSERT INTO business_calendar (name) VALUES ('x')", "!42501", "a calendar"},
    {"agent", "UPDATE sla_policy SET active = 0", "!42501", "promises"},
    {"supervisor", "UPDATE sla_policy SET position = 9", "!42501", "their order, as supervisor"},
    {"agent", "UPDATE queue SET calendar_id = 0", "!42501", "hours of a queue"},
    {"admin", "INSERT INTO sla_policy (name) VALUES ('x')", "!42501", "a policy without history, as admin"},
    {"admin", "UPDATE sla_policy SET active = 0", "!42501", "promises without history, as admin"},
    {"admin", "UPDATE business_calendar SET active = 0", "!42501", "calendars without history, as admin"},
    {"admin", "UPDATE sla_policy_version SET policy = '{}'", "!42501", "a promise of the past, as admin"},
    {"admin", "UPDATE business_calendar_version SET calendar = '{}'", "!42501", "hours of the past, as admin"},
    {"admin", "INSERT INTO sla_fired VALUES ({open}, 4, 900, 1, 1, 1)", "!42501", "a warning gone, as admin"},

    // What is known to be possible.
    {"agent",
     "BEGIN; {raise}; UPDATE ticket SET subject = 'New', subject_folded = 'new' WHERE id = {open}; {entry}; {tell}; "
     "INSERT INTO sla_event VALUES ({open}, 901, 10, 99999999999999, 0, 0); "
     "UPDATE sla_clock SET due_at = 7 WHERE ticket_id = {open} AND cycle = 900; {check}; "
     "SELECT due_at = 7 FROM sla_clock WHERE ticket_id = {open} AND cycle = 900; ROLLBACK",
     "t\nt", "with a change of a ticket, what its clocks say is not calculated again", Defence::Known},
};

} // namespace

QVector<Attack> slaReadingAttacks()
{
    return QVector<Attack>(std::begin(slaReadingTable), std::end(slaReadingTable));
}

QVector<Attack> slaWritingAttacks()
{
    return QVector<Attack>(std::begin(slaWritingTable), std::end(slaWritingTable));
}

} // namespace deskhand::test
