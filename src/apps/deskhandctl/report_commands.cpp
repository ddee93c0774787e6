// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_work.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/report_output.h"
#include "apps/deskhandctl/rfc3339.h"
#include "domain/report_json.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace deskhand::ctl {
namespace {

const char *kindOfItem(const ReportItem &item)
{
    switch (item.content.index()) {
    case 0: return "report";
    case 1: return "dashboard";
    default: return "schedule";
    }
}

int listReports(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("report list FILE [--json] [--as ADDRESS]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<ReportShelf> shelf = DeskSession::await(session->desk().reportShelf(session->me()));
    if (!shelf) {
        printError(shelf.error());
        return Failure;
    }
    for (const ReportItem &item : shelf->items) {
        if (!arguments.has(QStringLiteral("json"))) {
            printLine(QStringLiteral("%1  %2  %3")
                          .arg(QLatin1String(kindOfItem(item)), -9)
                          .arg(item.shared ? QStringLiteral("shared") : QStringLiteral("own"), -6)
                          .arg(item.name));
            continue;
        }
        QJsonObject json = reportContentToJson(item.content);
        json.insert(QStringLiteral("id"), item.id.value);
        json.insert(QStringLiteral("name"), item.name);
        json.insert(QStringLiteral("version"), item.version);
        json.insert(QStringLiteral("shared"), item.shared);
        printJson(json);
    }
    return Success;
}

struct NamedReport {
    QString name;
    Report report;
};

/// A file, else what is saved under that name. Prints what is wrong.
std::optional<QVector<NamedReport>> reportsOf(DeskSession &session, const QString &what)
{
    if (QFileInfo(what).isFile()) {
        QFile file(what);
        if (!file.open(QIODevice::ReadOnly)) {
            printError(QStringLiteral("%1 cannot be read").arg(what));
            return std::nullopt;
        }
        const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
        const Result<Report> report = reportFromConfig(json.object(), session.catalogPtr());
        if (!report) {
            printError(report.error());
            return std::nullopt;
        }
        return QVector<NamedReport>{{QFileInfo(what).completeBaseName(), *report}};
    }
    const Result<ReportShelf> shelf = DeskSession::await(session.desk().reportShelf(session.me()));
    if (!shelf) {
        printError(shelf.error());
        return std::nullopt;
    }
    const auto found = std::find_if(shelf->items.cbegin(), shelf->items.cend(),
                                    [&what](const ReportItem &item) { return item.name == what; });
    if (found == shelf->items.cend() || found->content.index() > 1) {
        printError(QStringLiteral("There is no report or dashboard “%1”, and no such file.").arg(what));
        return std::nullopt;
    }
    if (const auto *report = std::get_if<Report>(&found->content))
        return QVector<NamedReport>{{found->name, *report}};
    QVector<NamedReport> cards;
    for (const DashboardCard &card : std::get<Dashboard>(found->content).cards)
        cards.append({card.title.isEmpty() ? reportMeasureName(card.report.measure) : card.title, card.report});
    return cards;
}

int runReport(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("csv")},
                              {QStringLiteral("at"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("report run FILE NAME|REPORT.json [--json|--csv] [--at INSTANT] [--as "
                                           "ADDRESS]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    Instant now = session->now();
    if (const QString at = arguments.value(QStringLiteral("at")); !at.isEmpty()) {
        const std::optional<Instant> instant = instantFromRfc3339(at.toUtf8());
        if (!instant) {
            printError(QStringLiteral("%1 is no instant such as 2026-05-04T09:00:00Z").arg(at));
            return UsageError;
        }
        now = *instant;
    }
    const auto reports = reportsOf(*session, arguments.words()[1]);
    if (!reports)
        return Failure;
    bool partial = false;
    for (const NamedReport &named : *reports) {
        const Result<ReportAnswer> answer =
            DeskSession::await(session->desk().report({named.report, session->me(), now}));
        if (!answer) {
            printError(answer.error());
            return Failure;
        }
        if (arguments.has(QStringLiteral("json")))
            printJson(reportAnswerToJson(named.name, named.report, *answer));
        else
            printLine(reportAnswerToCsv(named.name, named.report, *answer));
        partial = partial || answer->partial || answer->notCounted > 0;
        if (answer->notCounted > 0)
            printError(QStringLiteral("%1 changes are not counted yet: see deskhandctl work").arg(answer->notCounted));
    }
    return partial ? PartialFailure : Success;
}

int verifyReportsOfDesk(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("rebuild"), QStringLiteral("json")}, {});
    if (!arguments.check(1, QStringLiteral("reports verify FILE [--rebuild] [--json]")))
        return UsageError;
    const QString place = arguments.words().first();
    const auto store = openReportStoreAt(place);
    if (!store) {
        printError(store.error());
        return Failure;
    }
    if (arguments.has(QStringLiteral("rebuild"))) {
        if (const Result<void> dropped = (*store)->dropFacts(); !dropped) {
            printError(dropped.error());
            return Failure;
        }
    }
    // What has happened since is no mistake.
    if (const Result<void> worked = ReportWorker(reportJobPorts(place)).runOnce(); !worked) {
        printError(worked.error());
        return Failure;
    }
    const Result<QStringList> wrong = (*store)->verify();
    if (!wrong) {
        printError(wrong.error());
        return Failure;
    }
    if (arguments.has(QStringLiteral("json"))) {
        printJson({{QStringLiteral("right"), wrong->isEmpty()},
                   {QStringLiteral("wrong"), QJsonArray::fromStringList(*wrong)}});
    } else {
        for (const QString &line : *wrong)
            printError(line);
        if (wrong->isEmpty())
            printLine(QStringLiteral("all facts and sums are those of the events"));
    }
    return wrong->isEmpty() ? Success : Failure;
}

} // namespace

QVector<CtlCommand> reportCommands()
{
    return {{{QStringLiteral("report"), QStringLiteral("list")},
             QStringLiteral("FILE|URL [--json]"),
             QStringLiteral("The reports, dashboards and schedules that you see"),
             listReports},
            {{QStringLiteral("report"), QStringLiteral("run")},
             QStringLiteral("FILE|URL NAME|REPORT.json [--json|--csv] [--at INSTANT]"),
             QStringLiteral("What a saved report or dashboard says, or one in a file"),
             runReport},
            {{QStringLiteral("reports"), QStringLiteral("verify")},
             QStringLiteral("FILE|URL [--rebuild] [--json]"),
             QStringLiteral("Whether what reports count is what the tickets' events say; --rebuild: after making it "
                            "anew"),
             verifyReportsOfDesk}};
}

} // namespace deskhand::ctl
