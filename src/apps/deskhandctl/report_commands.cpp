// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_work.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/report_output.h"
#include "apps/deskhandctl/report_source.h"
#include "apps/deskhandctl/rfc3339.h"
#include "apps/report_paper/painter_process.h"
#include "domain/report_builtin.h"
#include "domain/report_json.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

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

/// What every desk has; `report run` knows them by these names.
void listBuiltins(bool json)
{
    for (int i = 0; i < builtinDashboardCount; ++i) {
        const auto dashboard = BuiltinDashboard(i);
        const QString name = builtinDashboardName(dashboard);
        if (!json) {
            printLine(QStringLiteral("%1  %2  %3")
                          .arg(QStringLiteral("dashboard"), -9)
                          .arg(QStringLiteral("built-in"), -8)
                          .arg(name));
            continue;
        }
        QJsonArray cards;
        for (const BuiltinCard &card : builtinCards(dashboard))
            cards.append(QString(card.id));
        printJson(
            {{QStringLiteral("name"), name}, {QStringLiteral("builtin"), true}, {QStringLiteral("cards"), cards}});
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
    const std::optional<ReportShelf> shelf = shelfOf(*session);
    if (!shelf)
        return Failure;
    listBuiltins(arguments.has(QStringLiteral("json")));
    for (const ReportItem &item : shelf->items) {
        if (!arguments.has(QStringLiteral("json"))) {
            printLine(QStringLiteral("%1  %2  %3")
                          .arg(QLatin1String(kindOfItem(item)), -9)
                          .arg(item.shared ? QStringLiteral("shared") : QStringLiteral("own"), -8)
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

/// Into files of that name; of several pictures each has its number and its card's name.
bool writeFiles(const QVector<OutgoingFile> &files, const QString &out)
{
    const QFileInfo info(out);
    for (const OutgoingFile &file : files) {
        const QString path = files.size() == 1 ? out : info.path() + u'/' + info.completeBaseName() + u'-' + file.name;
        QSaveFile saved(path);
        if (!saved.open(QIODevice::WriteOnly) || saved.write(file.bytes) != file.bytes.size() || !saved.commit()) {
            printError(QStringLiteral("%1 cannot be written: %2").arg(path, saved.errorString()));
            return false;
        }
        printLine(path);
    }
    return true;
}

int paint(const ReportLetter &letter, PaperKind kind, const QString &out)
{
    const Result<ReportMail> paper = paintInProcess({kind, letter});
    if (!paper) {
        printError(paper.error());
        return Failure;
    }
    if (paper->files.isEmpty()) {
        printError(QStringLiteral("there is no picture: the report is a number"));
        return Failure;
    }
    return writeFiles(paper->files, out) ? Success : Failure;
}

void print(const ReportLetterCard &card, bool json)
{
    const QString name = cardName(card);
    if (card.answer && json)
        printJson(reportAnswerToJson(name, card.report, *card.answer));
    else if (card.answer)
        printLine(reportAnswerToCsv(name, card.report, *card.answer));
    else if (json)
        printJson({{QStringLiteral("name"), name},
                   {QStringLiteral("report"), reportToJson(card.report)},
                   {QStringLiteral("error"), card.failure}});
}

/// Nothing: not an instant; prints that.
std::optional<Instant> momentOf(const Arguments &arguments, Instant now)
{
    const QString at = arguments.value(QStringLiteral("at"));
    if (at.isEmpty())
        return now;
    const std::optional<Instant> instant = instantFromRfc3339(at.toUtf8());
    if (!instant)
        printError(QStringLiteral("%1 is no instant such as 2026-05-04T09:00:00Z").arg(at));
    return instant;
}

int runReport(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("csv")},
                              {QStringLiteral("at"), QStringLiteral("as"), QStringLiteral("pdf"), QStringLiteral("png"),
                               QStringLiteral("language")});
    if (!arguments.check(2, QStringLiteral("report run FILE NAME|REPORT.json [--json|--csv|--pdf OUT|--png OUT] [--at "
                                           "INSTANT] [--language CODE] [--as ADDRESS]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const std::optional<Instant> now = momentOf(arguments, session->now());
    if (!now)
        return UsageError;
    std::optional<ReportLetter> letter = reportNamed(*session, arguments.words()[1]);
    if (!letter)
        return Failure;
    answerCards(*session, *now, &*letter);
    if (std::none_of(letter->cards.cbegin(), letter->cards.cend(),
                     [](const ReportLetterCard &card) { return card.answer.has_value(); }))
        return Failure;
    letter->language = arguments.value(QStringLiteral("language"));
    int done = Success;
    if (const QString pdf = arguments.value(QStringLiteral("pdf")); !pdf.isEmpty())
        done = paint(*letter, PaperKind::Pdf, pdf);
    if (const QString png = arguments.value(QStringLiteral("png")); done == Success && !png.isEmpty())
        done = paint(*letter, PaperKind::Pictures, png);
    if (arguments.value(QStringLiteral("pdf")).isEmpty() && arguments.value(QStringLiteral("png")).isEmpty()) {
        for (const ReportLetterCard &card : letter->cards)
            print(card, arguments.has(QStringLiteral("json")));
    }
    if (done != Success)
        return done;
    return isPartial(*letter) ? PartialFailure : Success;
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
             QStringLiteral(
                 "FILE|URL NAME|REPORT.json [--json|--csv|--pdf OUT|--png OUT] [--at INSTANT] [--language CODE]"),
             QStringLiteral("What a report or dashboard says: a saved one, one in a file, or sla, volume, speed …"),
             runReport},
            {{QStringLiteral("reports"), QStringLiteral("verify")},
             QStringLiteral("FILE|URL [--rebuild] [--json]"),
             QStringLiteral("Whether what reports count is what the tickets' events say; --rebuild: after making it "
                            "anew"),
             verifyReportsOfDesk}};
}

} // namespace deskhand::ctl
