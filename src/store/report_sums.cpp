// SPDX-License-Identifier: GPL-3.0-or-later
// What sums of days say, and what they leave open.
#include "store/report_gathering.h"

#include "domain/catalog.h"
#include "store/connection.h"
#include "store/report_catch_up.h"
#include "store/report_pieces.h"

#include <algorithm>

namespace deskhand {

/// Reads sums of days where they tell the same as the facts. `apart`: of verdicts only, as many different tickets as
/// all of them have together.
Result<bool> ReportGatherer::countDays(const ReportSql &sql, bool apart)
{
    const ReportInterval interval = m_time.interval();
    if (interval.from >= interval.to || !m_time.isMidnight(interval.from) || !m_time.isMidnight(interval.to))
        return false;
    const std::optional<ReportSeries> series = sql.series(apart);
    if (!series)
        return false;
    const Result<ReportProgress> progress = readReportProgress(m_connection);
    if (!progress)
        return progress.error();
    if (!progress->hasDaysOf(m_report.zone.isEmpty() ? deskZone(*m_context.catalog) : m_report.zone))
        return false;
    const LocalDay first = m_time.dayAt(interval.from);
    LocalDay behind = m_time.dayAt(interval.to);
    const LocalDay today = m_time.dayAt(m_context.now);
    const bool sla = m_report.measure == ReportMeasure::SlaCompliance;
    if (sla)
        behind = std::clamp(today + 1, first, behind);
    if (Result<void> counted = countSums(sql, *series, first, behind); !counted)
        return counted.error();
    if (!sla)
        return true;
    if (today >= first && today < behind) {
        if (Result<void> taken = takeBehindNow(sql, *series, m_time.beginOfDay(today + 1)); !taken)
            return taken.error();
    }
    if (m_report.by.contains(ReportDimension::Verdict)) {
        if (Result<void> added = addRunning(sql, *series); !added)
            return added.error();
    }
    return true;
}

Result<void> ReportGatherer::countSums(const ReportSql &sql, ReportSeries series, LocalDay first, LocalDay behind)
{
    const Result<SqlPiece> days = sql.days(series, first, behind);
    if (!days)
        return days.error();
    QVector<ReportSpanPart> spans = m_spans;
    for (ReportSpanPart &span : spans)
        span.from = m_time.dayAt(span.from);
    QByteArray keys;
    for (const ReportDimension dimension : m_report.by)
        keys += sql.keyOfDays(dimension, spans) + ", ";
    QByteArray text = m_connection.fragment("report.days");
    text.replace("{keys}", keys).replace("{tickets}", sql.firstsOfDays(first, spans)).replace("{where}", days->sql);
    text.replace("{group}", reportGroupSql(m_connection, keyColumns()));
    Statement rows = m_connection.composed(text, "report.days");
    bindPiece(rows, *days, 1);
    while (rows.next()) {
        const int column = keyColumns();
        if (rows.integer(column) == 0 && rows.integer(column + 1) == 0)
            continue;
        ReportGather &cell = m_table.cells[readKey(rows, -1)];
        cell.n += rows.integer(column);
        cell.tickets += rows.integer(column + 1);
        cell.hits += rows.integer(column + 2);
    }
    return rows.status();
}

/// What will be missed later today is in its sum already. They are few: which of them are their tickets' first ones is
/// looked up.
Result<void> ReportGatherer::takeBehindNow(const ReportSql &sql, ReportSeries series, Instant until)
{
    Instant since = m_time.interval().from;
    for (const ReportSpanPart &span : m_spans) {
        if (span.from <= m_context.now)
            since = std::max(since, span.from);
    }
    const Result<ReportSql::Selection> behindNow = sql.behindNow(ReportSql::Facts::Counted, until);
    if (!behindNow)
        return behindNow.error();
    const QByteArray firsts =
        m_connection.fragment("report.firstsFound").replace("{earlier}", sql.hasEarlier(series, since));
    if (Result<void> counted = count(*behindNow, firsts, sql, Counted::TooMuch); !counted)
        return counted;
    if (series == ReportSeries::AllVerdicts) {
        const Result<ReportSql::Selection> running = sql.behindNow(ReportSql::Facts::Open, until);
        if (!running)
            return running.error();
        if (Result<void> counted = count(*running, firsts, sql, Counted::TooManyTickets); !counted)
            return counted;
    }
    m_table.cells.removeIf([](const auto &cell) { return cell->n == 0 && cell->tickets == 0; });
    return {};
}

/// What runs is told by now, so no day has it.
Result<void> ReportGatherer::addRunning(const ReportSql &sql, ReportSeries series)
{
    const Result<ReportSql::Selection> running = sql.selection(ReportSql::Facts::Open);
    if (!running)
        return running.error();
    // All of them together have their tickets from the sums.
    const bool known = series == ReportSeries::AllVerdicts;
    return count(*running, known ? "0" : m_connection.fragment("report.distinct"), sql, Counted::Facts);
}

/// Of one dimension only how many different tickets the others have is not known.
Result<void> ReportGatherer::joinOthers(const ReportSql &sql, const QVector<qint64> &shown, ReportTable *table)
{
    ReportGather others;
    QVector<qint64> left;
    table->cells.removeIf([&](const auto &cell) {
        const bool isLeft = !shown.contains(cell.key().first);
        if (isLeft) {
            others.add(*cell);
            left.append(cell.key().first);
        }
        return isLeft;
    });
    Result<ReportSql::Selection> selection = sql.selection(ReportSql::Facts::Counted);
    if (!selection)
        return selection.error();
    const ReportDimension dimension = m_report.by.first();
    const bool isTag = dimension == ReportDimension::Tag;
    // Each of a ticket's tags has counted it then.
    if (isTag && isOncePerTicket(m_report.measure)) {
        if (Result<void> narrowed = sql.narrowToTagsAgain(left, &*selection); !narrowed)
            return narrowed;
        QByteArray text = m_connection.fragment("report.again");
        text.replace("{source}", selection->source.sql).replace("{where}", selection->where.sql);
        Statement rows = m_connection.composed(text, "report.again");
        bindPiece(rows, selection->where, bindPiece(rows, selection->source, 1));
        others.tickets = rows.next() ? others.n - rows.integer(0) : 0;
        table->cells.insert({reportOthersKey, 0}, others);
        return rows.status();
    }
    // Of all that there are few are left: their tickets are looked for by them.
    if (Result<void> narrowed = sql.narrowToKeys(dimension, isTag ? left : shown, isTag, &*selection); !narrowed)
        return narrowed;
    QByteArray text = m_connection.fragment("report.different");
    text.replace("{source}", selection->source.sql).replace("{where}", selection->where.sql);
    Statement rows = m_connection.composed(text, "report.different");
    bindPiece(rows, selection->where, bindPiece(rows, selection->source, 1));
    others.tickets = rows.next() ? rows.integer(0) : 0;
    table->cells.insert({reportOthersKey, 0}, others);
    return rows.status();
}

Result<void> ReportGatherer::tellOthersApart(const QVector<QVector<qint64>> &shown, ReportTable *table)
{
    if (isOnceInCells())
        return {};
    const ReportSql sql(m_connection, m_context, m_report, m_time);
    if (m_report.by.size() == 1 && !areHitsTickets())
        return joinOthers(sql, shown.first(), table);
    Result<ReportSql::Selection> selection = sql.selection(ReportSql::Facts::Counted);
    if (!selection)
        return selection.error();
    SqlPiece left;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (shown[i].isEmpty())
            continue;
        const Result<SqlPiece> others = sql.hasKey(m_report.by[i], shown[i], false);
        if (!others)
            return others.error();
        left.append(left.sql.isEmpty() ? "(" : " OR ");
        left.append(*others);
    }
    left.append(")");
    andAlso(&selection->where, left);
    m_table = {};
    if (Result<void> streamed = stream(*selection, sql); !streamed)
        return streamed;
    for (auto cell = m_table.cells.begin(); cell != m_table.cells.end(); ++cell) {
        ReportGather &counted = table->cells[cell.key()];
        cell->open = counted.open;
        counted = std::move(*cell);
    }
    return {};
}

} // namespace deskhand
