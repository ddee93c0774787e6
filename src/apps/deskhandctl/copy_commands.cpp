// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "store/desk_copy.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>

#include <cstdio>

namespace deskhand::ctl {
namespace {

constexpr int tellEveryMs = 1000;

QString phaseName(DeskCopyProgress::Phase phase)
{
    switch (phase) {
    case DeskCopyProgress::Phase::Tables: return QStringLiteral("tables");
    case DeskCopyProgress::Phase::Search: return QStringLiteral("search");
    case DeskCopyProgress::Phase::Indexes: return QStringLiteral("indexes");
    case DeskCopyProgress::Phase::Check: return QStringLiteral("check");
    }
    return {};
}

QString countText(qint64 count)
{
    return QLocale::c().toString(count);
}

QString progressText(const DeskCopyProgress &progress)
{
    const QString count = QStringLiteral("%1 of %2").arg(countText(progress.done), countText(progress.total));
    switch (progress.phase) {
    case DeskCopyProgress::Phase::Tables: return QStringLiteral("%1: %2 rows").arg(progress.what, count);
    case DeskCopyProgress::Phase::Search: return QStringLiteral("search index: %1 tickets").arg(count);
    case DeskCopyProgress::Phase::Indexes: return QStringLiteral("indexes: %1").arg(count);
    case DeskCopyProgress::Phase::Check: return QStringLiteral("comparing %1: %2 tables").arg(progress.what, count);
    }
    return {};
}

/// Tells each table, and of a large one how far it is about every second.
class CopyTeller
{
public:
    explicit CopyTeller(bool json)
        : m_json(json)
    {
        m_lastTold.start();
    }

    void tell(const DeskCopyProgress &progress)
    {
        const bool isNews = progress.phase != m_phase || progress.what != m_what || progress.done == progress.total;
        if (!isNews && m_lastTold.elapsed() < tellEveryMs)
            return;
        m_lastTold.restart();
        m_phase = progress.phase;
        m_what = progress.what;
        if (m_json) {
            printJson({{QStringLiteral("phase"), phaseName(progress.phase)},
                       {QStringLiteral("what"), progress.what},
                       {QStringLiteral("done"), progress.done},
                       {QStringLiteral("total"), progress.total}});
            std::fflush(stdout);
        } else {
            printError(progressText(progress));
        }
    }

private:
    bool m_json;
    QElapsedTimer m_lastTold;
    DeskCopyProgress::Phase m_phase = DeskCopyProgress::Phase::Check;
    QString m_what;
};

QString begunName(DeskCopyReport::Begun begun)
{
    switch (begun) {
    case DeskCopyReport::Begun::Fresh: return QStringLiteral("fresh");
    case DeskCopyReport::Begun::Resumed: return QStringLiteral("resumed");
    case DeskCopyReport::Begun::Anew: return QStringLiteral("anew");
    }
    return {};
}

void printCopied(const DeskCopyReport &report, qint64 milliseconds, bool json)
{
    qint64 rows = 0;
    QJsonArray tables;
    for (const DeskCopyReport::Table &table : report.tables) {
        rows += table.rows;
        tables.append(QJsonObject{{QStringLiteral("table"), table.name},
                                  {QStringLiteral("rows"), table.rows},
                                  {QStringLiteral("sha256"), QString::fromLatin1(table.sha256.toHex())}});
    }
    if (json) {
        printJson({{QStringLiteral("copied"), true},
                   {QStringLiteral("begun"), begunName(report.begun)},
                   {QStringLiteral("tables"), tables},
                   {QStringLiteral("search_rows"), report.searchRows},
                   {QStringLiteral("milliseconds"), milliseconds}});
        return;
    }
    printLine(
        QStringLiteral("copied: %1 rows of %2 tables, the same on both sides").arg(countText(rows)).arg(tables.size()));
}

int copyDeskCommand(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {});
    if (!arguments.check(2, QStringLiteral("copy FILE|URL FILE|URL [--json]")))
        return UsageError;
    const Result<DeskPlace> from = DeskPlace::fromText(arguments.words().at(0));
    const Result<DeskPlace> to = DeskPlace::fromText(arguments.words().at(1));
    if (!from || !to) {
        printError(from ? to.error() : from.error());
        return UsageError;
    }
    const bool json = arguments.has(QStringLiteral("json"));
    CopyTeller teller(json);
    DeskCopyOptions options;
    options.progress = [&teller](const DeskCopyProgress &progress) { teller.tell(progress); };
    QElapsedTimer timer;
    timer.start();
    const Result<DeskCopyReport> copied = copyDesk(*from, *to, options);
    if (!copied) {
        printError(copied.error());
        return Failure;
    }
    printCopied(*copied, timer.elapsed(), json);
    return Success;
}

} // namespace

QVector<CtlCommand> copyCommands()
{
    return {{{QStringLiteral("copy")},
             QStringLiteral("FILE|URL FILE|URL [--json]"),
             QStringLiteral("Copy a whole desk to a new file or an empty database"),
             copyDeskCommand}};
}

} // namespace deskhand::ctl
