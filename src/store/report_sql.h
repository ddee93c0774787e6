// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/condition_sql.h"
#include "store/report_days.h"
#include "store/report_time.h"

#include "domain/catalog_ptr.h"

namespace deskhand {

class Connection;

/// Who asks a report, and in what world.
struct ReportContext {
    CatalogPtr catalog;
    PersonId me; ///< invalid: the desk itself, which sees all
    Instant now = 0;
};

/// Which of what has lasted are asked for.
struct ReportLasting {
    qint64 atLeast = 0; ///< ms; what has lasted less may be left out
    Instant known = 0;  ///< what has not ended has lasted until then
    SqlPiece tickets;   ///< of those only for which it holds, of `t`; empty: of all
};

/// A report over a period, made to SQL: what it counts, and by what. The same pieces make the number and the list of
/// its tickets.
class ReportSql
{
public:
    /// Where tickets are looked at for what no fact has of them.
    enum class Tickets {
        Joined,
        Apart,   ///< Selection::tickets: by who has the tickets already
        OneByOne ///< … and by one ticket's facts after another's, beside `t`
    };

    /// `report.tickets` is the condition that is used. All must outlive it.
    ReportSql(Connection &connection, const ReportContext &context, const Report &report, const ReportTime &time,
              Tickets tickets = Tickets::Joined);

    /// Which facts.
    enum class Facts {
        Counted,
        Open, ///< beside durations what has not ended, beside compliance what runs
    };

    /// FROM and WHERE of facts, with their values in this order.
    struct Selection {
        SqlPiece source;
        SqlPiece where;
        SqlPiece tickets; ///< what is asked of the tickets, `t`, besides; empty: nothing
    };
    /// Facts in the period. Errors: those of conditions.
    [[nodiscard]] Result<Selection> selection(Facts facts) const;
    /// Facts in a part of it, not OneByOne like all below.
    [[nodiscard]] Result<Selection> selection(Facts facts, const ReportInterval &interval) const;
    /// Facts of what has begun in the period: the ticket's opening, of NextResponse the customer's message. Of
    /// durations.
    [[nodiscard]] Result<Selection> begun(Facts facts, const ReportLasting &lasting = {}) const;
    /// Facts in parts of the period, of compliance by now: each part is looked for by itself.
    [[nodiscard]] Result<Selection> selection(Facts facts, const QVector<ReportInterval> &parts) const;
    /// The sums of days that tell what is asked; nothing: none do. `apart`: with different tickets of all cells
    /// together.
    [[nodiscard]] std::optional<ReportSeries> series(bool apart) const;
    /// Their rows of local days from `first` until `behind`. Of compliance they have neither what runs, nor do they
    /// know what of the day of `now` lies behind it. Errors: those of conditions.
    [[nodiscard]] Result<SqlPiece> days(ReportSeries series, LocalDay first, LocalDay behind) const;
    /// The column of such a row. `spans` as in key(), their `from` is a day.
    [[nodiscard]] QByteArray keyOfDays(ReportDimension dimension, const QVector<ReportSpanPart> &spans) const;
    /// What counts different tickets of a cell of such rows.
    [[nodiscard]] QByteArray firstsOfDays(LocalDay first, const QVector<ReportSpanPart> &spans) const;
    /// Facts that days have, behind `now` and before `until`. Errors: likewise.
    [[nodiscard]] Result<Selection> behindNow(Facts facts, Instant until) const;
    /// Whether a fact's ticket has one in the same place of a series since an instant, before it.
    [[nodiscard]] QByteArray hasEarlier(ReportSeries series, Instant since) const;
    /// Stretches in which tickets were open at an instant. Likewise.
    [[nodiscard]] Result<Selection> openAt(Instant at) const { return openBetween(at, at); }
    /// All stretches that reach into the time between two instants. Likewise.
    [[nodiscard]] Result<Selection> openBetween(Instant first, Instant last) const;

    /// A dimension's key of a fact; those of isTextual() are texts. Spans are numbers of `spans`.
    [[nodiscard]] QByteArray key(ReportDimension dimension, const QVector<ReportSpanPart> &spans) const;
    /// The condition for facts whose key is one of `keys`, or none of them. Keys as in a ReportAxisEntry. Errors: of
    /// the store.
    [[nodiscard]] Result<SqlPiece> hasKey(ReportDimension dimension, const QVector<qint64> &keys, bool isIn) const;

    /// Narrows to such facts. Those of few tags are looked for by these. Errors: likewise.
    Result<void> narrowToKeys(ReportDimension dimension, const QVector<qint64> &keys, bool isIn,
                              Selection *selection) const;

    /// Narrows to facts of tickets that have several of these tags: `g.more` besides the first. Of a selection by tags.
    Result<void> narrowToTagsAgain(const QVector<qint64> &keys, Selection *selection) const;

    /// A fact's duration, ms, or what is open at an instant, its age then; nothing: SQL cannot tell it.
    [[nodiscard]] std::optional<SqlPiece> duration(Instant at) const;

    /// What counts different tickets of a cell by reading each fact once; empty: they have to be told apart.
    [[nodiscard]] QByteArray firsts(const QVector<ReportSpanPart> &spans) const;
    /// What makes a fact one of those that the value of a share is of; empty: there is nothing.
    [[nodiscard]] SqlPiece hit() const;

private:
    Result<void> narrow(Selection *selection) const;
    [[nodiscard]] Result<bool> areTagsFewer(const SqlPiece &tags) const;
    [[nodiscard]] std::optional<ReportSeries> seriesOfThen(ReportDimension dimension) const;
    [[nodiscard]] QVector<qint64> summedKinds() const;
    [[nodiscard]] Condition narrowedCondition() const;
    /// `time`: what is asked of a fact's instant.
    [[nodiscard]] Result<Selection> narrowed(Facts facts, const SqlPiece &time, Selection selection) const;
    [[nodiscard]] bool splitsBy(ReportDimension dimension) const { return m_report.by.contains(dimension); }
    [[nodiscard]] QVector<qint64> kinds(Facts facts) const;

    Connection &m_connection;
    const ReportContext &m_context;
    const Report &m_report;
    const ReportTime &m_time;
    Tickets m_tickets;
};

/// GROUP BY of the first so many columns.
[[nodiscard]] QByteArray reportGroupSql(const Connection &connection, int keys);
/// The calendar that a report asks for; null: each ticket's own, or another clock.
[[nodiscard]] WorkingTimePtr calendarOfReport(const Catalog &catalog, const Report &report);
/// Whether facts of a duration are at its end.
[[nodiscard]] bool endsWithFact(ReportMeasure measure);
/// The report without its split, as far as that does not say which facts there are.
[[nodiscard]] Report undivided(const Report &report);
/// Tags and reasons.
[[nodiscard]] bool isTextual(ReportDimension dimension);
/// The key of a text: the same everywhere and always; 0 for an empty one.
[[nodiscard]] qint64 keyOfText(const QString &text);
/// Backlog, BacklogAge and AgentLoad: what is open at an instant.
[[nodiscard]] bool isOfInstants(ReportMeasure measure);
/// Whether no ticket has two facts of it.
[[nodiscard]] bool isOncePerTicket(ReportMeasure measure);
/// Whether a ticket is in one cell only: what it is today.
[[nodiscard]] bool isOfToday(ReportDimension dimension);

} // namespace deskhand
