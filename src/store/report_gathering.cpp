// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_gathering.h"

#include "domain/catalog.h"
#include "store/connection.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

/// How many different ones there are; without `keepsEach` only one of each stays.
qint64 countDifferent(QVector<qint64> *ids, bool keepsEach)
{
    std::sort(ids->begin(), ids->end());
    if (!keepsEach) {
        ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
        return ids->size();
    }
    qint64 different = 0;
    for (qsizetype i = 0; i < ids->size(); ++i)
        different += i == 0 || (*ids)[i] != (*ids)[i - 1] ? 1 : 0;
    return different;
}

qint64 longestRun(const QVector<qint64> &sorted)
{
    qint64 longest = 0;
    qint64 run = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

void ReportGather::add(const ReportGather &other)
{
    n += other.n;
    tickets += other.tickets;
    hits += other.hits;
    open += other.open;
    values += other.values;
    owners += other.owners;
    ids += other.ids;
    hitIds += other.hitIds;
}

void ReportGather::settle(const Report &report)
{
    const bool keepsEach = report.statistic == ReportStatistic::Max;
    tickets = countDifferent(&ids, keepsEach);
    if (keepsEach)
        most = longestRun(ids);
    hits = report.measure != ReportMeasure::SlaCompliance ? countDifferent(&hitIds, keepsEach) : hitIds.size();
}

ReportGatherer::ReportGatherer(Connection &connection, const ReportContext &context, const Report &report,
                               const ReportTime &time)
    : m_connection(connection)
    , m_context(context)
    , m_report(report)
    , m_time(time)
    , m_calendar(calendarOfReport(*context.catalog, report))
{
    for (const ReportDimension dimension : report.by) {
        if (isSpan(dimension))
            m_spans = time.spans(dimension);
    }
}

Result<ReportTable> ReportGatherer::gather(bool apart)
{
    m_keepsOwners =
        isDuration(m_report.measure) && m_report.by.isEmpty() && (apart || !isOncePerTicket(m_report.measure));
    const Result<void> gathered = isOfInstants(m_report.measure) ? gatherInstants(apart) : gatherEvents(apart);
    if (!gathered)
        return gathered.error();
    return std::move(m_table);
}

QByteArray ReportGatherer::keysSql(const ReportSql &sql, bool withSpans) const
{
    QByteArray keys;
    for (const ReportDimension dimension : m_report.by) {
        if (withSpans || !isSpan(dimension))
            keys += sql.key(dimension, m_spans) + ", ";
    }
    return keys;
}

/// `span` -1: it is among the columns.
ReportCellKey ReportGatherer::readKey(const Statement &rows, qint64 span)
{
    std::array<qint64, 2> keys{0, 0};
    int column = 0;
    for (qsizetype i = 0; i < m_report.by.size() && i < 2; ++i) {
        const ReportDimension dimension = m_report.by[i];
        if (isSpan(dimension) && span >= 0) {
            keys[size_t(i)] = span;
        } else if (isTextual(dimension)) {
            const QString text = rows.text(column++);
            auto known = m_textKeys.constFind(text);
            if (known == m_textKeys.cend()) {
                known = m_textKeys.insert(text, keyOfText(text));
                m_table.texts.insert(*known, text);
            }
            keys[size_t(i)] = *known;
        } else {
            keys[size_t(i)] = rows.integer(column++);
        }
    }
    return {keys[0], keys[1]};
}

QByteArray ReportGatherer::valuesSql() const
{
    if (m_calendar)
        return "f.at, f.wall";
    switch (m_report.clock) {
    case ReportClock::Business: return "f.business";
    case ReportClock::Working: return "f.working";
    case ReportClock::Wall: break;
    }
    return "f.wall";
}

Result<void> ReportGatherer::count(const ReportSql::Selection &selection, const QByteArray &tickets,
                                   const ReportSql &sql, Counted as)
{
    const SqlPiece hit = as == Counted::Open ? SqlPiece{} : sql.hit();
    const bool hitsAreTickets = m_report.measure != ReportMeasure::SlaCompliance;
    QByteArray hits("0");
    if (!hit.sql.isEmpty())
        hits = m_connection.fragment(hitsAreTickets ? "report.hitTickets" : "report.hits").replace("{hit}", hit.sql);
    QByteArray text = m_connection.fragment("report.count");
    text.replace("{keys}", keysSql(sql, true)).replace("{tickets}", tickets).replace("{hits}", hits);
    text.replace("{source}", selection.source.sql).replace("{where}", selection.where.sql);
    text.replace("{group}", reportGroupSql(m_connection, keyColumns()));
    Statement rows = m_connection.composed(text, "report.count");
    int position = hit.sql.isEmpty() ? 1 : bindPiece(rows, hit, 1);
    position = bindPiece(rows, selection.source, position);
    bindPiece(rows, selection.where, position);
    while (rows.next()) {
        const ReportCellKey key = readKey(rows, -1);
        ReportGather &cell = m_table.cells[key];
        const int column = keyColumns();
        if (as == Counted::Open) {
            cell.open += rows.integer(column);
            continue;
        }
        if (as == Counted::TooManyTickets) {
            cell.tickets -= rows.integer(column + 1);
            continue;
        }
        const int sign = as == Counted::TooMuch ? -1 : 1;
        cell.n += sign * rows.integer(column);
        cell.tickets += sign * rows.integer(column + 1);
        cell.hits += sign * rows.integer(column + 2);
    }
    return rows.status();
}

Result<void> ReportGatherer::stream(const ReportSql::Selection &selection, const ReportSql &sql)
{
    const bool durations = isDuration(m_report.measure);
    const SqlPiece hit = sql.hit();
    const bool once = isOnceInCells();
    // No column in vain: there may be millions of rows.
    const bool needsTicket = !once || m_keepsOwners || !hit.sql.isEmpty() || !durations;
    QByteArray values(needsTicket ? "f.ticket_id" : "");
    if (durations || !hit.sql.isEmpty()) {
        values += needsTicket ? ", " : "";
        values += hit.sql.isEmpty() ? valuesSql() : m_connection.fragment("report.flag").replace("{hit}", hit.sql);
    }
    QByteArray text = m_connection.fragment("report.values");
    text.replace("{keys}", keysSql(sql, true)).replace("{values}", values);
    text.replace("{source}", selection.source.sql).replace("{where}", selection.where.sql);
    Statement rows = m_connection.composed(text, "report.values");
    int position = hit.sql.isEmpty() ? 1 : bindPiece(rows, hit, 1);
    position = bindPiece(rows, selection.source, position);
    bindPiece(rows, selection.where, position);
    const int ticket = keyColumns();
    const int value = needsTicket ? ticket + 1 : ticket;
    const bool endsAt = endsWithFact(m_report.measure);
    while (rows.next()) {
        ReportGather &cell = m_table.cells[readKey(rows, -1)];
        ++cell.n;
        if (once)
            ++cell.tickets;
        else
            cell.ids.append(rows.integer(ticket));
        if (m_keepsOwners)
            cell.owners.append(rows.integer(ticket));
        if (durations && m_calendar) {
            const Instant at = rows.integer(value);
            const qint64 wall = rows.integer(value + 1);
            cell.values.append(endsAt ? m_calendar->elapsed(at - wall, at) : m_calendar->elapsed(at, at + wall));
        } else if (durations) {
            cell.values.append(rows.integer(value));
        } else if (!hit.sql.isEmpty() && rows.flag(value)) {
            cell.hitIds.append(rows.integer(ticket));
        }
    }
    return rows.status();
}

/// A ticket with two tags is in two cells.
bool ReportGatherer::isOnceInCells() const
{
    return isOncePerTicket(m_report.measure) && !m_report.by.contains(ReportDimension::Tag);
}

/// All facts of a ticket are in one cell then.
bool ReportGatherer::areCellsOfDifferentTickets() const
{
    return std::all_of(m_report.by.cbegin(), m_report.by.cend(), isOfToday);
}

Result<void> ReportGatherer::gatherEvents(bool apart)
{
    const ReportSql sql(m_connection, m_context, m_report, m_time);
    const Result<ReportSql::Selection> counted = sql.selection(ReportSql::Facts::Counted);
    if (!counted)
        return counted.error();
    const bool durations = isDuration(m_report.measure);
    const bool sla = m_report.measure == ReportMeasure::SlaCompliance;
    const bool tagged = m_report.by.contains(ReportDimension::Tag);
    // Where each fact does not know whether it is its ticket's first one, the database would sort them all to tell.
    const bool most = m_report.statistic == ReportStatistic::Max;
    const Result<bool> summed = durations || tagged || most ? Result<bool>(false) : countDays(sql, apart);
    if (!summed)
        return summed.error();
    if (!*summed && (durations || apart || most || ticketsSql(sql) == m_connection.fragment("report.distinct"))) {
        if (Result<void> streamed = stream(*counted, sql); !streamed)
            return streamed;
        const bool once = isOnceInCells();
        m_table.apart = true;
        for (ReportGather &cell : m_table.cells) {
            if (!once)
                cell.settle(m_report);
            if (!tagged)
                m_table.total.add(cell);
        }
        if (!once && !tagged)
            m_table.total.settle(m_report);
        // A ticket with two tags is in two cells.
        if (tagged) {
            if (Result<void> total = countTotal(); !total)
                return total;
        }
    } else {
        if (!*summed) {
            if (Result<void> done = count(*counted, ticketsSql(sql), sql, Counted::Facts); !done)
                return done;
        }
        if (m_report.by.isEmpty()) {
            m_table.total = m_table.cells.value({0, 0});
        } else if (apart || (isOncePerTicket(m_report.measure) && !tagged) || areCellsOfDifferentTickets()) {
            for (const ReportGather &cell : std::as_const(m_table.cells))
                m_table.total.add(cell);
        } else if (Result<void> total = countTotal(); !total) {
            return total;
        }
    }
    if (!hasSurvival(m_report.measure) && !sla)
        return {};
    const bool judges = sla && m_report.by.contains(ReportDimension::Verdict);
    const bool reasons = sla && m_report.by.contains(ReportDimension::BreachReason);
    if (judges || reasons)
        return {};
    const Result<ReportSql::Selection> open = sql.selection(ReportSql::Facts::Open);
    if (!open)
        return open.error();
    if (Result<void> done = count(*open, "0", sql, Counted::Open); !done)
        return done;
    if (tagged)
        return {};
    m_table.total.open = 0;
    for (const ReportGather &cell : std::as_const(m_table.cells))
        m_table.total.open += cell.open;
    return {};
}

/// The report without its split.
Result<void> ReportGatherer::countTotal()
{
    const Report whole = undivided(m_report);
    ReportGatherer gatherer(m_connection, m_context, whole, m_time);
    const Result<ReportTable> table = gatherer.gather(!whole.by.isEmpty());
    if (!table)
        return table.error();
    m_table.total = table->total;
    return {};
}

QByteArray ReportGatherer::ticketsSql(const ReportSql &sql) const
{
    if (isOncePerTicket(m_report.measure))
        return "count(*)";
    const QByteArray firsts = sql.firsts(m_spans);
    // Only of both verdicts is it known which was the first.
    const bool judges =
        m_report.by.contains(ReportDimension::Verdict) || m_report.by.contains(ReportDimension::BreachReason);
    return firsts.isEmpty() || judges ? m_connection.fragment("report.distinct") : firsts;
}

} // namespace deskhand
