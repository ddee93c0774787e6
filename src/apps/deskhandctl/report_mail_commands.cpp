// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_mail_work.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/report_source.h"
#include "apps/deskhandctl/rfc3339.h"
#include "domain/report_builtin.h"
#include "operations/report_mail.h"

#include <QJsonObject>
#include <QTime>

#include <algorithm>

namespace deskhand::ctl {
namespace {

QString timeOf(Instant at)
{
    return QString::fromLatin1(rfc3339(at));
}

QJsonObject sendingJson(const ReportSending &sending, const Catalog &catalog)
{
    const Person *reader = catalog.agent(sending.reader);
    return {{QStringLiteral("id"), sending.id},
            {QStringLiteral("schedule"), sending.schedule.value},
            {QStringLiteral("name"), sending.name},
            {QStringLiteral("reader"), reader ? reader->address : QString()},
            {QStringLiteral("reader_id"), sending.reader.value},
            {QStringLiteral("due_at"), timeOf(sending.dueAt)},
            {QStringLiteral("at"), timeOf(sending.at)},
            {QStringLiteral("state"), deliveryStateName(sending.state)},
            {QStringLiteral("problem"), sending.problem}};
}

int listSendings(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("report sendings FILE [--json] [--as ADDRESS]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const std::optional<ReportShelf> shelf = shelfOf(*session);
    if (!shelf)
        return Failure;
    for (const ReportSending &sending : shelf->sendings) {
        const QJsonObject json = sendingJson(sending, session->catalog());
        if (arguments.has(QStringLiteral("json")))
            printJson(json);
        else
            printLine(QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(timeOf(sending.dueAt), sending.name, json.value(QStringLiteral("reader")).toString(),
                               deliveryStateName(sending.state), sending.problem)
                          .trimmed());
    }
    return Success;
}

/// The schedule as the job would take it; none: prints what is wrong.
std::optional<ScheduledReport> scheduledNamed(const ReportShelf &shelf, const QString &name)
{
    const ReportItem *schedule = itemNamed(shelf, name, true);
    if (!schedule) {
        printError(QStringLiteral("There is no sending “%1”.").arg(name));
        return std::nullopt;
    }
    ScheduledReport scheduled{*schedule, 0, {}};
    const auto &content = std::get<ReportSchedule>(schedule->content);
    if (!content.builtin.isEmpty())
        return scheduled;
    const ReportItemId item = content.item;
    const auto sent =
        std::find_if(shelf.items.cbegin(), shelf.items.cend(), [&](const ReportItem &one) { return one.id == item; });
    if (sent == shelf.items.cend()) {
        printError(QStringLiteral("The report of “%1” was deleted, or is not shared with you.").arg(name));
        return std::nullopt;
    }
    scheduled.item = *sent;
    return scheduled;
}

const QString scheduleUsage =
    QStringLiteral("report schedule FILE REPORT --daily|--weekly DAY|--monthly DAY --at HH:MM "
                   "[--zone ZONE] [--to ADDRESS]... [--name NAME] [--no-pdf] [--as ADDRESS]");

/// How often and when; false: prints what is wrong.
bool readTimes(Arguments *arguments, ReportSchedule *schedule)
{
    const auto day = [&](const QString &option, ReportRhythm rhythm, int last) {
        const std::optional<qint64> number = arguments->number(option, 1);
        if (!number)
            return 0;
        schedule->rhythm = rhythm;
        schedule->day = int(std::min<qint64>(*number, last + 1)); // what is too late is for the desk to refuse
        return 1;
    };
    int rhythms = day(QStringLiteral("weekly"), ReportRhythm::Weekly, 7);
    rhythms += day(QStringLiteral("monthly"), ReportRhythm::Monthly, 31);
    if (arguments->has(QStringLiteral("daily"))) {
        schedule->rhythm = ReportRhythm::Daily;
        ++rhythms;
    }
    const QTime at = QTime::fromString(arguments->value(QStringLiteral("at")), QStringLiteral("H:mm"));
    schedule->hour = at.hour();
    schedule->minute = at.minute();
    schedule->zone = arguments->value(QStringLiteral("zone"));
    schedule->pdf = !arguments->has(QStringLiteral("no-pdf"));
    if (rhythms != 1)
        printError(QStringLiteral("one of --daily, --weekly DAY and --monthly DAY says how often"));
    else if (!at.isValid())
        printError(QStringLiteral("--at takes a time of day such as 07:30"));
    return rhythms == 1 && at.isValid();
}

/// Who reads it; false: prints who is no agent.
bool readReaders(const Arguments &arguments, const DeskSession &session, ReportSchedule *schedule)
{
    const QStringList addresses = arguments.values(QStringLiteral("to"));
    if (addresses.isEmpty())
        schedule->readers = {session.me()};
    for (const QString &address : addresses) {
        const QVector<Person> &agents = session.catalog().agents;
        const auto agent = std::find_if(agents.cbegin(), agents.cend(), [&](const Person &one) {
            return one.address.compare(address, Qt::CaseInsensitive) == 0;
        });
        if (agent == agents.cend()) {
            printError(QStringLiteral("There is no agent with the address %1.").arg(address));
            return false;
        }
        schedule->readers.append(agent->id);
    }
    return true;
}

/// A saved report or dashboard of this name, or one that every desk has; false: prints that there is none.
bool readSent(const ReportShelf &shelf, const QString &name, ReportSchedule *schedule)
{
    BuiltinDashboard builtin{};
    if (const ReportItem *item = itemNamed(shelf, name, false))
        schedule->item = item->id;
    else if (builtinDashboardFromName(name, &builtin))
        schedule->builtin = name;
    else
        printError(QStringLiteral("There is no report or dashboard “%1”.").arg(name));
    return schedule->item.isValid() || !schedule->builtin.isEmpty();
}

int scheduleReport(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("daily"), QStringLiteral("no-pdf"), QStringLiteral("json")},
                        {QStringLiteral("weekly"), QStringLiteral("monthly"), QStringLiteral("at"),
                         QStringLiteral("zone"), QStringLiteral("to"), QStringLiteral("name"), QStringLiteral("as")});
    ReportSchedule schedule;
    if (!arguments.check(2, scheduleUsage) || !readTimes(&arguments, &schedule) || !arguments.check(2, scheduleUsage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const std::optional<ReportShelf> shelf = shelfOf(*session);
    if (!shelf || !readSent(*shelf, arguments.words()[1], &schedule) || !readReaders(arguments, *session, &schedule))
        return Failure;
    ReportItem item;
    item.name = arguments.value(QStringLiteral("name"), arguments.words()[1]);
    item.content = schedule;
    const std::optional<CommandAnswer> saved = session->submit(SaveReportItem{item});
    if (!saved)
        return Failure;
    if (arguments.has(QStringLiteral("json")))
        printJson({{QStringLiteral("id"), saved->id}, {QStringLiteral("name"), item.name}});
    else
        printLine(QStringLiteral("“%1” is mailed from its next time on; see deskhandctl report send").arg(item.name));
    return Success;
}

int sendReport(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("now"), QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("report send FILE SCHEDULE --now [--as ADDRESS] [--json]")))
        return UsageError;
    if (!arguments.has(QStringLiteral("now"))) {
        printError(QStringLiteral("at its time the jobs send it; --now sends it to yourself, as a trial"));
        return UsageError;
    }
    const QString place = arguments.words().first();
    const auto session = DeskSession::open(place, arguments.value(QStringLiteral("as")), DeskDoors::Database);
    if (!session)
        return Failure;
    const std::optional<ReportShelf> shelf = shelfOf(*session);
    const auto scheduled = shelf ? scheduledNamed(*shelf, arguments.words()[1]) : std::nullopt;
    if (!scheduled)
        return Failure;
    const ReportMailPorts ports = reportMailPorts(session->localDesk(), place);
    const Instant now = session->now();
    Result<ReportLetter> letter = letterFor(ports, session->catalogPtr(), *scheduled, session->me(), now);
    if (!letter) {
        printError(letter.error());
        return Failure;
    }
    letter->trial = true;
    (void)isPartial(*letter); // it is only a trial
    Result<ReportMail> mail = ports.write(*letter, {});
    if (!mail) {
        printError(mail.error());
        return Failure;
    }
    const RecordReportSending record{scheduled->schedule.id, session->me(), now, {}, *std::move(mail)};
    if (const Result<CommandAnswer> recorded = ports.submit(reportSendingCommand(record)); !recorded) {
        printError(recorded.error());
        return Failure;
    }
    const std::optional<ReportShelf> after = shelfOf(*session);
    if (!after)
        return Failure;
    const auto sending = std::find_if(after->sendings.cbegin(), after->sendings.cend(), [&](const ReportSending &one) {
        return one.schedule == scheduled->schedule.id && one.reader == session->me() && one.dueAt == now;
    });
    if (sending == after->sendings.cend())
        return Failure;
    if (arguments.has(QStringLiteral("json")))
        printJson(sendingJson(*sending, session->catalog()));
    else if (sending->state != DeliveryState::None)
        printLine(QStringLiteral("it is in the outbox; see deskhandctl report sendings"));
    if (sending->state != DeliveryState::None)
        return Success;
    printError(QStringLiteral("it cannot be sent: %1").arg(sending->problem));
    return Failure;
}

} // namespace

QVector<CtlCommand> reportMailCommands()
{
    return {{{QStringLiteral("report"), QStringLiteral("schedule")},
             QStringLiteral("FILE|URL NAME --daily|--weekly DAY|--monthly DAY --at HH:MM [--to ADDRESS]..."),
             QStringLiteral("Has a report or a dashboard (also sla, volume, speed …) mailed"),
             scheduleReport},
            {{QStringLiteral("report"), QStringLiteral("send")},
             QStringLiteral("FILE|postgresql://… SCHEDULE --now [--json]"),
             QStringLiteral("The mail of a sending, as it would be now, to yourself"),
             sendReport},
            {{QStringLiteral("report"), QStringLiteral("sendings")},
             QStringLiteral("FILE|URL [--json]"),
             QStringLiteral("Which reports were mailed, to whom, and what became of it"),
             listSendings}};
}

} // namespace deskhand::ctl
