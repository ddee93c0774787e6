// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/report_sql.h"

#include <QHash>

#include <functional>
#include <utility>

namespace deskhand {

/// What was counted for a cell.
struct ReportGather {
    qint64 n = 0;       ///< facts
    qint64 tickets = 0; ///< different ones
    qint64 hits = 0; ///< facts (SlaCompliance) or tickets (ReopenRate; FirstContact: that were not) of ReportSql::hit()
    qint64 open = 0;
    qint64 most = 0;        ///< facts of one ticket, of ReportStatistic::Max
    QVector<qint64> values; ///< durations
    QVector<qint64> owners; ///< their tickets, where that is kept: see ReportGatherer::gather()
    // While tickets are told apart one by one:
    QVector<qint64> ids;
    QVector<qint64> hitIds;

    void add(const ReportGather &other);
    /// Makes tickets, hits and most of the ids.
    void settle(const Report &report);
};

/// Keys of up to two dimensions; of spans their number, of what there is none 0.
using ReportCellKey = std::pair<qint64, qint64>;

/// The key of what a limit has left out.
inline constexpr qint64 reportOthersKey = -1;

struct ReportTable {
    QHash<ReportCellKey, ReportGather> cells;
    ReportGather total;
    QHash<qint64, QString> texts; ///< of textual keys
    bool apart = false;           ///< cells can be joined
};

/// A ticket of a cell whose age is not known yet.
struct OpenTicketAge {
    qint64 ticket = 0;
    Instant opened = 0;
    ReportCellKey cell;
};

/// A report over one period with its condition, as the store counts it.
class ReportGatherer
{
public:
    /// All must outlive it. `time` of the period.
    ReportGatherer(Connection &connection, const ReportContext &context, const Report &report, const ReportTime &time);

    /// `apart`: tickets are told apart one by one, so that cells can be joined. Durations of a report that is not split
    /// have their tickets then, and always where one ticket can have several. Errors: of the store; Cancelled.
    [[nodiscard]] Result<ReportTable> gather(bool apart);

    [[nodiscard]] const QVector<ReportSpanPart> &spans() const { return m_spans; }

    /// Of what gather() gave: the cells that a limit leaves out are made so that they can be joined. Of events.
    /// `shown`: the keys of each dimension that are not left out; empty: all are shown, but not in all. Errors:
    /// likewise.
    Result<void> tellOthersApart(const QVector<QVector<qint64>> &shown, ReportTable *table);

private:
    /// What rows of a count are to the cells.
    enum class Counted {
        Facts,
        Open,           ///< ReportGather::open
        TooMuch,        ///< facts that are among them and should not be
        TooManyTickets, ///< likewise, of which only the tickets are among them
    };

    Result<void> count(const ReportSql::Selection &selection, const QByteArray &tickets, const ReportSql &sql,
                       Counted as);
    Result<void> stream(const ReportSql::Selection &selection, const ReportSql &sql);
    Result<void> streamAges(const ReportSql::Selection &selection, const ReportSql &sql, Instant at, qint64 span);
    Result<void> addWorkingAges(QVector<OpenTicketAge> tickets, Instant until);
    void addAge(ReportGather *cell, qint64 ticket, qint64 age) const;
    Result<void> countInstant(const ReportSql::Selection &selection, const ReportSql &sql, qint64 span);
    Result<void> gatherEvents(bool apart);
    Result<void> gatherInstants(bool apart);
    /// Stretches of a cell, by how many instants were before each began, and before it ended.
    using AddStretches = std::function<void(const ReportCellKey &cell, qint64 first, qint64 behindLast, qint64 n)>;
    Result<void> countSeries(const ReportSql &sql);
    Result<void> readStretches(const ReportSql::Selection &open, const ReportSql &sql, const AddStretches &add);
    Result<void> readGroupedStretches(const ReportSql::Selection &open, const ReportSql &sql, const AddStretches &add);
    Result<bool> countDays(const ReportSql &sql, bool apart);
    Result<void> countSums(const ReportSql &sql, ReportSeries series, LocalDay first, LocalDay behind);
    Result<void> takeBehindNow(const ReportSql &sql, ReportSeries series, Instant until);
    Result<void> joinOthers(const ReportSql &sql, const QVector<qint64> &shown, ReportTable *table);
    Result<void> addRunning(const ReportSql &sql, ReportSeries series);
    [[nodiscard]] QByteArray ticketsSql(const ReportSql &sql) const;
    Result<void> countTotal();

    [[nodiscard]] QByteArray keysSql(const ReportSql &sql, bool withSpans) const;
    [[nodiscard]] ReportCellKey readKey(const Statement &rows, qint64 span);
    /// Whether no cell can have a ticket twice, nor cells that are joined.
    [[nodiscard]] bool isOnceInCells() const;
    [[nodiscard]] bool areCellsOfDifferentTickets() const;
    /// Whether what is hit are tickets, not facts.
    [[nodiscard]] bool areHitsTickets() const
    {
        return m_report.measure == ReportMeasure::ReopenRate || m_report.measure == ReportMeasure::FirstContact;
    }
    [[nodiscard]] int keyColumns() const { return int(m_report.by.size()); }
    [[nodiscard]] QByteArray valuesSql() const;
    [[nodiscard]] qint64 durationOf(Instant from, Instant to, CalendarVersionId calendar) const;

    Connection &m_connection;
    const ReportContext &m_context;
    const Report &m_report;
    const ReportTime &m_time;
    QVector<ReportSpanPart> m_spans; ///< of the dimension that is one
    WorkingTimePtr m_calendar;       ///< the report's own; null: each ticket's
    ReportTable m_table;
    QHash<QString, qint64> m_textKeys;
    bool m_keepsOwners = false;
};

} // namespace deskhand
