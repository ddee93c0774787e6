// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/mail_status.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/service_door.h"

#include <optional>

namespace deskhand::ctl {
namespace {

QJsonObject serviceToJson(const ServiceStatus &status)
{
    return {{QStringLiteral("version"), status.version},
            {QStringLiteral("kind"), status.kind},
            {QStringLiteral("ready"), status.ready},
            {QStringLiteral("problem"), status.problem},
            {QStringLiteral("has_jobs"), status.hasJobs},
            {QStringLiteral("clients"), status.clients},
            {QStringLiteral("cursor"), status.cursor},
            {QStringLiteral("running"), status.running},
            {QStringLiteral("changes_to_tell"), status.pending},
            {QStringLiteral("bytes_to_send"), status.backlog},
            {QStringLiteral("started_at"), instantText(status.startedAt)},
            {QStringLiteral("clock"), instantText(status.now)}};
}

void printService(const ServiceStatus &status)
{
    printLine(QStringLiteral("Service %1 of a desk in a %2, %3, since %4")
                  .arg(status.version,
                       status.kind == u"postgresql" ? QStringLiteral("PostgreSQL database") : QStringLiteral("file"),
                       status.ready ? QStringLiteral("ready") : QStringLiteral("NOT READY: %1").arg(status.problem),
                       instantText(status.startedAt)));
    printLine(
        QStringLiteral("  %1 clients listen, feed at %2, %3 asked of the desk now, %4 changes and %5 bytes wait to "
                       "be told%6")
            .arg(status.clients)
            .arg(status.cursor)
            .arg(status.running)
            .arg(status.pending)
            .arg(status.backlog)
            .arg(status.hasJobs ? QString() : QStringLiteral("; this process does no jobs")));
}

struct DeskFigures {
    QVector<qint64> counts; ///< all tickets, then those of each type of state
    MailReport mail;
    qint64 cursor = -1; ///< -1: behind a service, which has told it
};

Result<DeskFigures> figuresOf(DeskSession &session)
{
    QVector<Condition> conditions{Condition::all()};
    for (int type = int(StateType::New); type <= int(StateType::Merged); ++type)
        conditions.append(Condition::is(ConditionField::StateType, {type}));
    const auto counts = DeskSession::await(session.desk().counts(conditions, session.me(), session.now()));
    if (!counts)
        return counts.error();
    const Result<MailReport> mail = DeskSession::await(session.desk().mailReport());
    if (!mail)
        return mail.error();
    DeskFigures figures{*counts, *mail, -1};
    if (session.isLocal()) {
        const Result<SyncHead> head = DeskSession::await(session.localDesk().syncHead());
        // With a login of one's own a server does not say what is for replicas.
        if (!head && head.error().code != ErrorCode::Denied)
            return head.error();
        if (head)
            figures.cursor = head->cursor;
    }
    return figures;
}

QJsonObject countsByType(const DeskFigures &figures)
{
    QJsonObject byType;
    for (int type = int(StateType::New); type <= int(StateType::Merged); ++type)
        byType.insert(stateTypeName(StateType(type)), figures.counts.value(type));
    return byType;
}

QJsonObject deskToJson(const DeskSession &session, const DeskFigures &figures, const QString &kind)
{
    const Catalog &catalog = session.catalog();
    QJsonObject json{{QStringLiteral("desk"), catalog.deskName},
                     {QStringLiteral("mail"), mailReportToJson(figures.mail)},
                     {QStringLiteral("jobs"), jobsToJson(figures.mail.jobs, session.now())},
                     {QStringLiteral("number_format"), catalog.numberFormat},
                     {QStringLiteral("tickets"), figures.counts.value(0)},
                     {QStringLiteral("by_state_type"), countsByType(figures)},
                     {QStringLiteral("agents"), catalog.agents.size()},
                     {QStringLiteral("queues"), catalog.queues.size()},
                     {QStringLiteral("categories"), catalog.categories.size()},
                     {QStringLiteral("organizations"), catalog.organizations.size()},
                     {QStringLiteral("kind"), kind}};
    if (session.isLocal()) {
        json.insert(QStringLiteral("version"), QStringLiteral(DESKHAND_VERSION));
        if (figures.cursor >= 0)
            json.insert(QStringLiteral("cursor"), figures.cursor);
    }
    return json;
}

void printDesk(const DeskSession &session, const DeskFigures &figures)
{
    printLine(QStringLiteral("%1: %2 tickets, %3 agents, %4 queues")
                  .arg(session.catalog().deskName)
                  .arg(figures.counts.value(0))
                  .arg(session.catalog().agents.size())
                  .arg(session.catalog().queues.size()));
    const QJsonObject byType = countsByType(figures);
    for (auto it = byType.begin(); it != byType.end(); ++it)
        printLine(QStringLiteral("  %1 %2").arg(it.key().leftJustified(18)).arg(it.value().toInteger()));
    printMailReport(figures.mail);
    if (!figures.mail.jobs.isEmpty())
        printLine(QStringLiteral("\nJobs:"));
    printJobs(figures.mail.jobs, session.now());
}

int tellStatus(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("status DESK [--json]")))
        return UsageError;
    const QString place = arguments.words().first();
    const bool json = arguments.has(QStringLiteral("json"));
    std::optional<ServiceStatus> service;
    if (isServiceUrl(place)) {
        const Result<ServiceStatus> asked = askServiceStatus(place);
        if (!asked) {
            printError(asked.error());
            return Failure;
        }
        service = *asked;
        if (!service->ready) {
            if (json)
                printJson({{QStringLiteral("service"), serviceToJson(*service)}});
            else
                printService(*service);
            return Failure;
        }
    }
    const auto session = DeskSession::open(place, arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<DeskFigures> figures = figuresOf(*session);
    if (!figures) {
        printError(figures.error());
        return Failure;
    }
    const QString kind = service                ? service->kind
                         : isPostgresUrl(place) ? QStringLiteral("postgresql")
                                                : QStringLiteral("file");
    if (json) {
        QJsonObject told = deskToJson(*session, *figures, kind);
        if (service)
            told.insert(QStringLiteral("service"), serviceToJson(*service));
        printJson(told);
        return Success;
    }
    if (service)
        printService(*service);
    printDesk(*session, *figures);
    return Success;
}

} // namespace

QVector<CtlCommand> statusCommands()
{
    return {{{QStringLiteral("status")},
             QStringLiteral("FILE|URL [--json]"),
             QStringLiteral("What is in a desk, how its mail and its jobs are doing, and its service at https://…"),
             tellStatus}};
}

} // namespace deskhand::ctl
