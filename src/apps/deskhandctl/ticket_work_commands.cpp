// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_json.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/rfc3339.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

int logWork(const QStringList &given)
{
    const Arguments arguments(
        given, {QStringLiteral("json")},
        {QStringLiteral("at"), QStringLiteral("activity"), QStringLiteral("note"), QStringLiteral("as")});
    if (!arguments.check(3, QStringLiteral("ticket log-work FILE NUMBER TIME [--at INSTANT] [--activity TEXT] "
                                           "[--note TEXT] [--as ADDRESS] [--json]")))
        return UsageError;
    LogWork log;
    const QString time = arguments.words().mid(2).join(u' '); // "1h 30" need not be quoted
    const std::optional<int> minutes = workMinutesFromText(time);
    if (!minutes) {
        printError(QStringLiteral("“%1” is no time of 1 minute to a week, like 45, 1h30 or 1:30").arg(time));
        return UsageError;
    }
    log.minutes = *minutes;
    if (const QString when = arguments.value(QStringLiteral("at")); !when.isEmpty()) {
        const auto at = instantFromRfc3339(when.toUtf8());
        if (!at) {
            printError(QStringLiteral("--at wants an instant like 2026-05-04T09:00:00+02:00"));
            return UsageError;
        }
        log.at = *at;
    }
    log.activity = arguments.value(QStringLiteral("activity"));
    log.note = arguments.value(QStringLiteral("note"));
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto ticket = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!ticket)
        return Failure;
    log.ticket = *ticket;
    const std::optional<CommandAnswer> answer = session->submit(log);
    if (!answer)
        return Failure;
    if (arguments.has(QStringLiteral("json")))
        printJson(answerToJson(*answer));
    else
        printLine(
            QStringLiteral("%1 minutes on %2, entry %3").arg(log.minutes).arg(answer->ticketNumber).arg(answer->id));
    return Success;
}

int removeWork(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(3, QStringLiteral("ticket remove-work FILE NUMBER ENTRY [--as ADDRESS] [--json]")))
        return UsageError;
    bool isNumber = false;
    const WorkEntryId entry{arguments.words()[2].toLongLong(&isNumber)};
    if (!isNumber) {
        printError(QStringLiteral("“%1” is no entry").arg(arguments.words()[2]));
        return UsageError;
    }
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto ticket = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    const auto answer = ticket ? session->submit(RemoveWork{*ticket, entry}) : std::nullopt;
    if (!answer)
        return Failure;
    if (arguments.has(QStringLiteral("json")))
        printJson(answerToJson(*answer));
    else
        printLine(QStringLiteral("removed from %1").arg(answer->ticketNumber));
    return Success;
}

QString workerName(PersonId person, const Catalog &catalog)
{
    const Person *agent = catalog.agent(person);
    return agent != nullptr ? displayName(*agent) : QString();
}

int listWork(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("ticket work FILE NUMBER [--as ADDRESS] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto ticket = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!ticket)
        return Failure;
    const Result<TicketDetail> detail = DeskSession::await(session->desk().ticket(*ticket, session->me()));
    if (!detail) {
        printError(detail.error());
        return Failure;
    }
    if (arguments.has(QStringLiteral("json"))) {
        QJsonArray entries;
        for (const WorkEntry &entry : detail->work)
            entries.append(workToJson(entry, session->catalog()));
        printJson({{QStringLiteral("number"), detail->row.head.number},
                   {QStringLiteral("minutes"), minutesOf(detail->work)},
                   {QStringLiteral("work"), entries}});
        return Success;
    }
    for (const WorkEntry &entry : detail->work) {
        const QString line = QStringLiteral("%1  %2  %3 min  %4  %5  %6")
                                 .arg(entry.id.value, 6)
                                 .arg(instantText(entry.at).left(16))
                                 .arg(entry.minutes, 5)
                                 .arg(workerName(entry.person, session->catalog()), entry.activity, entry.note);
        printLine(line);
    }
    printLine(QStringLiteral("%1 minutes on %2").arg(minutesOf(detail->work)).arg(detail->row.head.number));
    return Success;
}

} // namespace

QVector<CtlCommand> ticketWorkCommands()
{
    return {{{QStringLiteral("ticket"), QStringLiteral("log-work")},
             QStringLiteral("FILE NUMBER TIME [--at INSTANT] [--activity TEXT] [--note TEXT] [--json]"),
             QStringLiteral("Log time that was spent on a ticket: 45 (minutes), 1h30, 1:30, 1.5h"),
             logWork},
            {{QStringLiteral("ticket"), QStringLiteral("remove-work")},
             QStringLiteral("FILE NUMBER ENTRY [--json]"),
             QStringLiteral("Remove an entry of the work log; those of others, as a supervisor or an admin"),
             removeWork},
            {{QStringLiteral("ticket"), QStringLiteral("work")},
             QStringLiteral("FILE NUMBER [--json]"),
             QStringLiteral("List the work that was logged for a ticket and for those merged into it"),
             listWork}};
}

} // namespace deskhand::ctl
