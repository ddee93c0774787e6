// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

// The member has logged work in both tickets.
constexpr Attack workTable[] = {
    {"agent", "SELECT count(*) FROM work_entry WHERE ticket_id = {secret}", "0", "who worked on a hidden ticket"},
    {"agent", "SELECT count(*) FROM work_entry WHERE note LIKE '%payslip%'", "0", "what was done there"},
    {"agent", "INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at) VALUES ({secret}, me(), 1, 5, 1)",
     "!42501", "work on a hidden ticket"},
    {"agent", "INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at) VALUES ({open}, me(), 1, 5, 1)",
     "!42501", "work without history"},
    {"agent",
     "BEGIN; INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at) VALUES ({open}, me(), 1, 5, 1); "
     "{tell}; COMMIT",
     "!42501", "work that is told in the feed, without history"},
    {"agent",
     "INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at) VALUES ({open}, {adminId}, 1, 5, 1)",
     "!42501", "work of somebody else"},
    {"supervisor",
     "INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at) VALUES ({open}, {agentId}, 1, 5, 1)",
     "!42501", "work of somebody else, as supervisor"},
    {"agent",
     "INSERT INTO work_entry (id, ticket_id, person_id, at, minutes, logged_at) VALUES (4711, {open}, me(), 1, 5, 1)",
     "!42501", "an id that the next one will have"},
    {"agent",
     "INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at, removed_at) "
     "VALUES ({open}, me(), 1, 5, 1, 1)",
     "!42501", "work that is removed already"},
    {"agent",
     "INSERT INTO work_entry (ticket_id, person_id, at, minutes, logged_at) VALUES ({open}, me(), 1, 10081, 1)",
     "!23514", "more than a week at once"},
    {"agent", "UPDATE work_entry SET minutes = 500", "!42501", "longer work"},
    {"agent", "UPDATE work_entry SET removed_at = 1, removed_by = me() WHERE ticket_id = {open}", "!42501",
     "the work of somebody else, gone"},
    {"member", "UPDATE work_entry SET removed_at = 1, removed_by = me() WHERE ticket_id = {open}", "!42501",
     "one's own work gone without history"},
    {"agent",
     "WITH u AS (UPDATE work_entry SET removed_at = 1, removed_by = me() WHERE ticket_id = {secret} RETURNING 1) "
     "SELECT count(*) FROM u",
     "0", "the work of a hidden ticket, gone"},
    {"agent", "DELETE FROM work_entry", "!42501", "no work"},
    {"service", "DELETE FROM work_entry", "!42501", "no work, as the service"},
};

} // namespace

QVector<Attack> workAttacks()
{
    return QVector<Attack>(std::begin(workTable), std::end(workTable));
}

} // namespace deskhand::test
