// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "demo/demo_desk.h"

#include <QDateTime>
#include <QTimeZone>

namespace deskhand::ctl {
namespace {

/// "2026-11-20" (its end of work, 15:30 UTC) or an instant of RFC 3339; nothing when it is neither.
std::optional<Instant> parseUntil(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return QDateTime(day, QTime(15, 30), QTimeZone::utc()).toMSecsSinceEpoch();
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODate);
    return instant.isValid() ? std::optional(instant.toMSecsSinceEpoch()) : std::nullopt;
}

void printDemoReport(const DemoDeskReport &report, const QString &path, bool json)
{
    const qint64 rate = report.tickets * 1000 / qMax<qint64>(1, report.loading + report.settling);
    if (json) {
        printJson({{QStringLiteral("file"), path},
                   {QStringLiteral("tickets"), report.tickets},
                   {QStringLiteral("articles"), report.articles},
                   {QStringLiteral("people"), report.people},
                   {QStringLiteral("loading_ms"), report.loading},
                   {QStringLiteral("settling_ms"), report.settling},
                   {QStringLiteral("tickets_per_second"), rate},
                   {QStringLiteral("first_tenth_per_second"), report.firstRate},
                   {QStringLiteral("last_tenth_per_second"), report.lastRate}});
        return;
    }
    printLine(QStringLiteral("%1: %2 tickets, %3 articles, %4 people; %5 tickets a second")
                  .arg(path)
                  .arg(report.tickets)
                  .arg(report.articles)
                  .arg(report.people)
                  .arg(rate));
}

int makeDemo(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("json")},
                        {QStringLiteral("tickets"), QStringLiteral("seed"), QStringLiteral("until")});
    const auto tickets = arguments.number(QStringLiteral("tickets"), 1);
    const auto seed = arguments.number(QStringLiteral("seed"), 0);
    if (!arguments.check(1, QStringLiteral("demo FILE [--tickets N] [--seed S] [--until DATE] [--json]")))
        return UsageError;
    DemoOptions options;
    options.tickets = tickets.value_or(options.tickets);
    options.seed = quint64(seed.value_or(qint64(options.seed)));
    if (const QString until = arguments.value(QStringLiteral("until")); !until.isEmpty()) {
        const auto end = parseUntil(until);
        if (!end) {
            printError(QStringLiteral("--until needs a date such as 2026-11-20"));
            return UsageError;
        }
        options.end = *end;
    }
    const QString path = arguments.words().first();
    const Result<DemoDeskReport> made = makeDemoDesk(path, options);
    if (!made) {
        printError(made.error());
        return Failure;
    }
    printDemoReport(*made, path, arguments.has(QStringLiteral("json")));
    return Success;
}

} // namespace

QVector<CtlCommand> demoCommands()
{
    return {{{QStringLiteral("demo")},
             QStringLiteral("FILE [--tickets N] [--seed S] [--until DATE] [--json]"),
             QStringLiteral("Make a demo desk: the same for the same numbers and date (2026-11-20 by default)"),
             makeDemo}};
}

} // namespace deskhand::ctl
