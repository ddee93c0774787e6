// SPDX-License-Identifier: GPL-3.0-or-later
// How each endpoint and each kind of command is asked, and by which rule it answers.
#include "contract/authorisation_matrix.h"

#include <QJsonArray>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;
using Rule = Cell::Rule;

namespace {

QJsonObject idOf(const AskedTicket &ticket)
{
    return {{u"id"_s, ticket.id.value}};
}

} // namespace

Cells endpointCells()
{
    const auto nothing = [](const AskedTicket &) { return QJsonObject(); };
    const auto say = [](const QJsonObject &body) { return [body](const AskedTicket &) { return body; }; };
    const auto ticket = [](const AskedTicket &asked) { return QJsonObject{{u"ticket"_s, asked.id.value}}; };
    const auto ids = [](const AskedTicket &asked) { return QJsonObject{{u"ids"_s, QJsonArray{asked.id.value}}}; };
    const QJsonObject all{{u"all"_s, QJsonArray()}};
    Cells cells;
    for (const char *name : {"catalog", "tickets", "views", "signed-in", "mail-setup", "mail-report", "outbox",
                             "sla-tasks", "notifications", "changes", "report-shelf", "sync-head", "sync-settings"})
        cells[QString::fromLatin1(name)] = {Rule::LeavesOut, {200}, nothing};
    cells[u"rows"_s] = {Rule::LeavesOut, {200}, ids};
    cells[u"sync-tickets"_s] = {Rule::LeavesOut, {200}, ids};
    cells[u"held-mails"_s] = {Rule::LeavesOut, {200}, ticket};
    cells[u"counts"_s] = {Rule::LeavesOut, {200}, say({{u"conditions"_s, QJsonArray{all}}})};
    cells[u"people"_s] = {Rule::LeavesOut, {200}, say({{u"startsWith"_s, u"r"_s}})};
    cells[u"search"_s] = {Rule::LeavesOut, {200}, [](const AskedTicket &asked) {
                              return QJsonObject{{u"text"_s, asked.word.isEmpty() ? u"unicorn"_s : asked.word}};
                          }};
    cells[u"sla-impact"_s] = {Rule::LeavesOut, {200}, say({{u"order"_s, QJsonArray()}, {u"scope"_s, u"all"_s}})};
    const QJsonObject created{{u"measure"_s, u"created"_s}, {u"statistic"_s, u"count"_s}};
    cells[u"report"_s] = {Rule::LeavesOut, {200}, say({{u"report"_s, created}})};
    cells[u"ticket"_s] = {Rule::Ticket, {200}, idOf};
    cells[u"ticket-sla"_s] = {Rule::Ticket, {200}, idOf};
    cells[u"history"_s] = {Rule::Empty, {200}, idOf};
    cells[u"thread"_s] = {Rule::Empty, {200}, ticket};
    cells[u"ticket-by-number"_s] = {Rule::Ticket, {200}, [](const AskedTicket &asked) {
                                        return QJsonObject{{u"number"_s, asked.number}};
                                    }};
    cells[u"blob"_s] = {Rule::Ticket, {200}, nothing};
    // With the hash of an attachment, which is no key to its bytes, and no proof of having them.
    cells[u"upload"_s] = {Rule::Always, {422}, nothing};
    cells[u"upload-kept"_s] = {Rule::Always, {404}, nothing};

    // Wrong passwords and codes: who may ask at all is told no by accounts. Attempts are counted, so "busy" is one,
    // too.
    const QJsonObject password{{u"password"_s, u"wrong"_s}};
    cells[u"sign-in"_s] = {Rule::Always, {401, 429}, say({{u"login"_s, u"nobody"_s}, {u"password"_s, u"wrong"_s}})};
    cells[u"link"_s] = {Rule::Always, {401}, say({{u"token"_s, u"0"_s}})};
    cells[u"accept-link"_s] = {
        Rule::Always, {401, 422, 429}, say({{u"token"_s, u"0"_s}, {u"password"_s, u"long enough a word"_s}})};
    cells[u"request-reset"_s] = {Rule::Always, {200, 429}, say({{u"login"_s, u"nobody"_s}})};
    cells[u"sessions"_s] = {Rule::Always, {200}, nothing};
    cells[u"revoke-session"_s] = {
        Rule::Always, {404}, say({{u"session"_s, u"00000007-0002-0003-0405-060708090a0b"_s}})};
    cells[u"change-password"_s] = {Rule::Always,
                                   {401, 422, 429},
                                   say({{u"oldPassword"_s, u"wrong"_s}, {u"newPassword"_s, u"long enough a word"_s}})};
    cells[u"offer-second-factor"_s] = {Rule::Always, {401, 403, 429}, say(password)};
    cells[u"confirm-second-factor"_s] = {Rule::Always, {401, 403, 404, 429}, say({{u"code"_s, u"000000"_s}})};
    cells[u"drop-second-factor"_s] = {Rule::Always, {401, 429}, say(password)};
    cells[u"sign-out"_s] = {Rule::Always, {200}, nothing};
    cells[u"socket"_s] = {Rule::Always, {426}, nothing};
    for (const char *name : {"hello", "status", "openapi", "health", "ready", "metrics"})
        cells[QString::fromLatin1(name)] = {Rule::Always, {200}, nothing};
    cells[u"commands"_s] = {}; // each kind has a cell of its own
    return cells;
}

QJsonObject noteOf(const AskedTicket &asked)
{
    return {{u"ticket"_s, asked.id.value},
            {u"article"_s, QJsonObject{{u"text"_s, u"seen"_s}, {u"visibility"_s, u"internal"_s}}}};
}

Cells commandCells(const MatrixDesk &world)
{
    const auto say = [](const QJsonObject &body) { return [body](const AskedTicket &) { return body; }; };
    // What whoever sees the ticket is told: done, or what is wrong with it.
    const QSet<int> done{200, 409, 422};
    Cells cells;
    cells[u"open-ticket"_s] = {Rule::Always, {200, 422}, say({{u"subject"_s, u"New"_s}})};
    cells[u"post-article"_s] = {Rule::Ticket, done, noteOf};
    cells[u"change-ticket"_s] = {Rule::Ticket, done, [](const AskedTicket &asked) {
                                     const QJsonObject change{{u"field"_s, u"tags"_s}, {u"add"_s, QJsonArray{u"x"_s}}};
                                     return QJsonObject{{u"ticket"_s, asked.id.value},
                                                        {u"baseVersion"_s, 1},
                                                        {u"changes"_s, QJsonArray{change}}};
                                 }};
    cells[u"mark-read"_s] = {Rule::Ticket, done, [](const AskedTicket &asked) {
                                 return QJsonObject{{u"ticket"_s, asked.id.value}, {u"upTo"_s, asked.article.value}};
                             }};
    cells[u"record-breach-reason"_s] = {Rule::Ticket, {200, 404, 409, 422}, [](const AskedTicket &asked) {
                                            return QJsonObject{{u"ticket"_s, asked.id.value},
                                                               {u"target"_s, u"resolution"_s},
                                                               {u"reason"_s, u"because"_s}};
                                        }};
    cells[u"log-work"_s] = {Rule::Ticket, {200, 409}, [](const AskedTicket &asked) {
                                return QJsonObject{{u"ticket"_s, asked.id.value}, {u"minutes"_s, 5}};
                            }};
    cells[u"remove-work"_s] = {Rule::Ticket, {404, 409}, [](const AskedTicket &asked) {
                                   return QJsonObject{{u"ticket"_s, asked.id.value}, {u"entry"_s, 999'999}};
                               }};
    // Into itself, so that nothing comes of it but what is wrong.
    cells[u"merge-tickets"_s] = {
        Rule::Ticket, {409, 422}, [](const AskedTicket &asked) {
            const QJsonObject source{{u"ticket"_s, asked.id.value}};
            return QJsonObject{{u"target"_s, asked.id.value}, {u"sources"_s, QJsonArray{source}}};
        }};
    cells[u"unmerge-ticket"_s] = {
        Rule::Ticket, {200, 409, 422}, [](const AskedTicket &asked) {
            return QJsonObject{{u"source"_s, asked.id.value}, {u"take"_s, QJsonArray{999'999}}};
        }};
    cells[u"split-ticket"_s] = {
        Rule::Ticket, {409, 422}, [](const AskedTicket &asked) {
            return QJsonObject{{u"ticket"_s, asked.id.value}, {u"articles"_s, QJsonArray{999'999}}};
        }};
    cells[u"decide-held-mail"_s] = {Rule::Always, {404}, say({{u"mail"_s, 999'999}, {u"decision"_s, u"discard"_s}})};
    cells[u"undo-send"_s] = {Rule::Always, {404}, say({{u"mail"_s, 999'999}})};
    cells[u"release-mail"_s] = {Rule::Always, {404}, say({{u"mail"_s, 999'999}})};
    cells[u"see-notifications"_s] = {Rule::Always, {200}, say({})};
    cells[u"save-view"_s] = {Rule::Always, {422}, say({{u"view"_s, QJsonObject()}})};
    cells[u"delete-view"_s] = {Rule::Always, {404}, say({{u"view"_s, 999'999}})};
    const QJsonObject created{{u"measure"_s, u"created"_s}, {u"statistic"_s, u"count"_s}};
    const QJsonObject nameless{{u"content"_s, QJsonObject{{u"report"_s, created}}}};
    cells[u"save-report-item"_s] = {Rule::Always, {422}, say({{u"item"_s, nameless}})};
    cells[u"delete-report-item"_s] = {Rule::Always, {404}, say({{u"item"_s, 999'999}})};
    cells[u"save-person"_s] = {
        Rule::SettingUp,
        {404, 422},
        say({{u"person"_s, QJsonObject{{u"id"_s, world.ben.value}, {u"role"_s, u"agent"_s}, {u"admin"_s, true}}}})};
    cells[u"save-organization"_s] = {Rule::Always, {422}, say({{u"organization"_s, QJsonObject()}})};
    cells[u"delete-mail-text"_s] = {Rule::SettingUp, {404}, say({{u"text"_s, 999'999}})};
    cells[u"cancel-sla-task"_s] = {Rule::SettingUp, {404}, say({{u"task"_s, 999'999}})};
    const QHash<QString, QString> things{{u"save-queue"_s, u"queue"_s},       {u"save-category"_s, u"category"_s},
                                         {u"save-state"_s, u"state"_s},       {u"save-priority"_s, u"priority"_s},
                                         {u"save-mailbox"_s, u"mailbox"_s},   {u"save-mail-text"_s, u"text"_s},
                                         {u"save-calendar"_s, u"calendar"_s}, {u"save-sla-policy"_s, u"policy"_s}};
    for (auto it = things.begin(); it != things.end(); ++it)
        cells[it.key()] = {Rule::SettingUp, {200, 404, 422}, say({{it.value(), QJsonObject{{u"id"_s, 999'999}}}})};
    cells[u"save-mail-settings"_s] = {
        Rule::SettingUp, {200, 422}, say({{u"settings"_s, QJsonObject{{u"undoSeconds"_s, -1}}}})};
    cells[u"save-desk-settings"_s] = {Rule::SettingUp, {422}, say({{u"numberFormat"_s, u"no number"_s}})};
    cells[u"order-sla-policies"_s] = {Rule::SettingUp, {200, 422}, say({{u"order"_s, QJsonArray()}})};
    return cells;
}

} // namespace deskhand::test
