// SPDX-License-Identifier: GPL-3.0-or-later
// What is open at an instant, and how old it is then.
#include "store/report_gathering.h"

#include "domain/catalog.h"
#include "domain/report_fact.h"
#include "store/connection.h"
#include "store/report_logs.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Up to so many instants are asked one by one: what is open at one of them is found quickly.
constexpr qsizetype fewInstants = 62;

} // namespace

qint64 ReportGatherer::durationOf(Instant from, Instant to, CalendarVersionId calendar) const
{
    if (m_calendar)
        return m_calendar->elapsed(from, to);
    if (m_report.clock == ReportClock::Business && calendar.isValid())
        return m_context.catalog->slaVersions->workingTime(calendar)->elapsed(from, to);
    return to - from;
}

Result<void> ReportGatherer::streamAges(const ReportSql::Selection &selection, const ReportSql &sql, Instant at,
                                        qint64 span)
{
    QByteArray text = m_connection.fragment("report.values");
    text.replace("{keys}", keysSql(sql, false)).replace("{values}", "f.ticket_id, f.value, f.detail");
    text.replace("{source}", selection.source.sql).replace("{where}", selection.where.sql);
    Statement rows = m_connection.composed(text, "report.values");
    bindPiece(rows, selection.where, bindPiece(rows, selection.source, 1));
    const int column = keyColumns() - (span >= 0 ? 1 : 0);
    const bool ages = m_report.measure == ReportMeasure::BacklogAge;
    const Instant until = std::min(at, m_context.now);
    const bool working = ages && m_report.clock == ReportClock::Working;
    QVector<OpenTicketAge> withPauses;
    while (rows.next()) {
        const ReportCellKey key = readKey(rows, span);
        ReportGather &cell = m_table.cells[key];
        ++cell.n;
        cell.ids.append(rows.integer(column));
        const Instant opened = rows.integer(column + 1);
        if (working)
            withPauses.append({rows.integer(column), opened, key});
        else if (ages)
            addAge(&cell, rows.integer(column), durationOf(opened, until, rows.id<CalendarVersionId>(column + 2)));
    }
    if (Result<void> status = rows.status(); !status)
        return status;
    return addWorkingAges(std::move(withPauses), until);
}

/// How long a ticket was pending is in its events only.
Result<void> ReportGatherer::addWorkingAges(QVector<OpenTicketAge> tickets, Instant until)
{
    std::sort(tickets.begin(), tickets.end(),
              [](const OpenTicketAge &a, const OpenTicketAge &b) { return a.ticket < b.ticket; });
    QVector<qint64> ids;
    for (const OpenTicketAge &one : std::as_const(tickets))
        ids.append(one.ticket);
    return eachLogOf(m_connection, ids, [&](qsizetype place, const QVector<SlaEvent> &events) {
        const OpenTicketAge &one = tickets[place];
        addAge(&m_table.cells[one.cell], one.ticket, until - one.opened - pendingTime(events, one.opened, until));
    });
}

void ReportGatherer::addAge(ReportGather *cell, qint64 ticket, qint64 age) const
{
    cell->values.append(age);
    if (m_keepsOwners)
        cell->owners.append(ticket);
}

Result<void> ReportGatherer::countInstant(const ReportSql::Selection &selection, const ReportSql &sql, qint64 span)
{
    const int column = keyColumns() - (span >= 0 ? 1 : 0);
    QByteArray text = m_connection.fragment("report.count");
    text.replace("{keys}", keysSql(sql, false)).replace("{tickets}", "0").replace("{hits}", "0");
    text.replace("{source}", selection.source.sql).replace("{where}", selection.where.sql);
    text.replace("{group}", reportGroupSql(m_connection, column));
    Statement rows = m_connection.composed(text, "report.count");
    bindPiece(rows, selection.where, bindPiece(rows, selection.source, 1));
    while (rows.next()) {
        const qint64 n = rows.integer(column);
        if (n == 0)
            continue;
        ReportGather &cell = m_table.cells[readKey(rows, span)];
        cell.n = n;
        cell.tickets = n;
    }
    return rows.status();
}

Result<void> ReportGatherer::gatherInstants(bool apart)
{
    const ReportSql sql(m_connection, m_context, m_report, m_time);
    const bool ages = m_report.measure == ReportMeasure::BacklogAge;
    const bool series = !m_spans.isEmpty();
    const bool tagged = m_report.by.contains(ReportDimension::Tag);
    if (!ages && !apart && m_spans.size() > fewInstants) {
        if (Result<void> counted = countSeries(sql); !counted)
            return counted;
    } else {
        const qsizetype instants = series ? m_spans.size() : 1;
        for (qsizetype i = 0; i < instants; ++i) {
            const Instant at = series ? m_spans[i].to : m_time.interval().to;
            const Result<ReportSql::Selection> open = sql.openAt(at);
            if (!open)
                return open.error();
            const qint64 span = series ? i : -1;
            const Result<void> read = ages || apart ? streamAges(*open, sql, at, span) : countInstant(*open, sql, span);
            if (!read)
                return read;
        }
        for (ReportGather &cell : m_table.cells) {
            if (!cell.ids.isEmpty())
                cell.settle(m_report);
        }
    }
    // The total is what is open at the end.
    if (m_spans.isEmpty() && !tagged) {
        for (const ReportGather &cell : std::as_const(m_table.cells))
            m_table.total.add(cell);
        return {};
    }
    if (tagged) {
        Report whole = m_report;
        whole.by.clear();
        ReportGatherer gatherer(m_connection, m_context, whole, m_time);
        const Result<ReportTable> table = gatherer.gather(false);
        if (!table)
            return table.error();
        m_table.total = table->total;
        return {};
    }
    const qint64 last = m_spans.size() - 1;
    for (auto cell = m_table.cells.cbegin(); cell != m_table.cells.cend(); ++cell) {
        const qint64 span = isSpan(m_report.by.first()) ? cell.key().first : cell.key().second;
        if (span == last)
            m_table.total.add(*cell);
    }
    return {};
}

/// Calls `add` with the numbers of the instants that each stretch lies between.
Result<void> ReportGatherer::readStretches(const ReportSql::Selection &open, const ReportSql &sql,
                                           const AddStretches &add)
{
    QVector<Instant> instants;
    for (const ReportSpanPart &span : std::as_const(m_spans))
        instants.append(span.to);
    const auto placeOf = [&](Instant at) {
        return qint64(std::upper_bound(instants.cbegin(), instants.cend(), at) - instants.cbegin());
    };
    QByteArray text = m_connection.fragment("report.values");
    text.replace("{keys}", keysSql(sql, false)).replace("{values}", "f.at, f.ends");
    text.replace("{source}", open.source.sql).replace("{where}", open.where.sql);
    Statement rows = m_connection.composed(text, "report.values");
    bindPiece(rows, open.where, bindPiece(rows, open.source, 1));
    const int column = keyColumns() - 1; // the span is none
    while (rows.next())
        add(readKey(rows, 0), placeOf(rows.integer(column)), placeOf(rows.integer(column + 1)), 1);
    return rows.status();
}

/// Likewise, those between the same instants at once.
Result<void> ReportGatherer::readGroupedStretches(const ReportSql::Selection &open, const ReportSql &sql,
                                                  const AddStretches &add)
{
    QVector<ReportSpanPart> instants;
    for (const ReportSpanPart &span : std::as_const(m_spans))
        instants.append({0, span.to, 0});
    // spanSql() counts the limits behind the first.
    instants.prepend({0, 0, 0});
    QByteArray text = m_connection.fragment("report.count");
    text.replace("{keys}", keysSql(sql, false) + ReportTime::spanSql(m_connection, instants, "f.at") + ", "
                               + ReportTime::spanSql(m_connection, instants, "f.ends") + ", ");
    text.replace("{tickets}", "0").replace("{hits}", "0");
    text.replace("{source}", open.source.sql).replace("{where}", open.where.sql);
    const int column = keyColumns() - 1;
    text.replace("{group}", reportGroupSql(m_connection, column + 2));
    Statement rows = m_connection.composed(text, "report.count");
    bindPiece(rows, open.where, bindPiece(rows, open.source, 1));
    while (rows.next())
        add(readKey(rows, 0), rows.integer(column), rows.integer(column + 1), rows.integer(column + 2));
    return rows.status();
}

/// One look at everything that was open in the period: from the first instant behind its beginning to the last one at
/// or before its end it counts.
Result<void> ReportGatherer::countSeries(const ReportSql &sql)
{
    const Result<ReportSql::Selection> open = sql.openBetween(m_spans.first().to, m_spans.last().to);
    if (!open)
        return open.error();
    QHash<ReportCellKey, QVector<qint64>> changes;
    // Open at instant i: begun before it (strictly), not ended before it.
    const auto add = [&](const ReportCellKey &key, qint64 first, qint64 behindLast, qint64 n) {
        if (first >= behindLast)
            return;
        QVector<qint64> &change = changes[key];
        if (change.isEmpty())
            change.resize(m_spans.size() + 1);
        change[first] += n;
        change[behindLast] -= n;
    };
    // A file would sort all of them to group them, which takes longer than to look at each; from a server they had to
    // come first.
    const Result<void> read = m_connection.dialect() == SqlDialect::Postgres ? readGroupedStretches(*open, sql, add)
                                                                             : readStretches(*open, sql, add);
    if (!read)
        return read;
    const bool spanIsFirst = isSpan(m_report.by.first());
    for (auto of = changes.cbegin(); of != changes.cend(); ++of) {
        qint64 n = 0;
        for (qint64 i = 0; i < m_spans.size(); ++i) {
            n += (*of)[i];
            if (n == 0)
                continue;
            ReportGather &cell =
                m_table.cells[spanIsFirst ? ReportCellKey{i, of.key().second} : ReportCellKey{of.key().first, i}];
            cell.n = n;
            cell.tickets = n;
        }
    }
    return {};
}

} // namespace deskhand
