// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/attacks.h"

#include <iterator>

namespace deskhand::test {
namespace {

constexpr Attack mergeWritingTable[] = {
    {"agent", "UPDATE article SET position = 900 WHERE id = {openArticle}", "!42501", "another place in the thread"},
    {"agent", "UPDATE article SET origin_id = {open} WHERE id = {openArticle}", "!42501", "another origin"},
    {"agent", "UPDATE article SET ticket_id = {secret} WHERE id = {openArticle}", "!42501", "into a hidden ticket"},
    {"agent",
     "WITH u AS (UPDATE article SET ticket_id = {open} WHERE ticket_id = {secret} RETURNING 1) "
     "SELECT count(*) FROM u",
     "0", "an article of a hidden ticket"},
    {"agent", "BEGIN; {tell}; UPDATE article SET position = 900 WHERE id = {openArticle}; COMMIT", "!42501",
     "another place, told in the feed"},
    {"supervisor", "UPDATE article SET ticket_id = {open}, position = 901 WHERE ticket_id = {secret}", "!42501",
     "an article to another ticket without history, as supervisor"},
    {"agent", "UPDATE article SET copy_of = 1 WHERE id = {openArticle}", "!42501", "a copy that is none"},
    {"agent", "UPDATE ticket SET merged_into = {secret} WHERE id = {open}", "!42501", "merged without a merge"},
    {"agent", "BEGIN; {raise}; UPDATE ticket SET merged_into = {secret} WHERE id = {open}; {tell}; COMMIT", "!42501",
     "merged in a version of its own"},
    {"agent",
     "INSERT INTO ticket_merge (source_id, target_id, at, by_id, state_id) VALUES ({secret}, {open}, 1, me(), 1)",
     "!42501", "a merge of a hidden ticket"},
    {"agent",
     "INSERT INTO ticket_merge (source_id, target_id, at, by_id, state_id) VALUES ({open}, {secret}, 1, me(), 1)",
     "!42501", "a merge into a hidden ticket"},
    {"supervisor",
     "INSERT INTO ticket_merge (source_id, target_id, at, by_id, state_id) VALUES ({open}, {secret}, 1, me(), 1)",
     "!42501", "a merge that remembers what was not, as supervisor"},
    {"agent", "INSERT INTO ticket_merge (source_id, target_id, at, state_id) VALUES ({open}, {open}, 1, 1)", "!42501",
     "a merge into itself"},
    {"agent", "UPDATE ticket_merge SET source_id = {open}", "!42501", "another merge"},
    {"agent", "DELETE FROM ticket_merge", "!42501", "no merges"},
    {"agent", "SELECT count(*) FROM ticket_merge_mark", "!42501", "what others had read"},
    {"agent", "DELETE FROM ticket_merge_mark", "!42501", "what others had read, gone"},
    {"agent", "UPDATE outbound_mail SET ticket_id = {secret}", "!42501", "a mail of another ticket"},
};

} // namespace

QVector<Attack> mergeWritingAttacks()
{
    return QVector<Attack>(std::begin(mergeWritingTable), std::end(mergeWritingTable));
}

} // namespace deskhand::test
