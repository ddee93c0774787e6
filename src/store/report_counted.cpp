// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_counted.h"

#include "domain/catalog.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/report_cells.h"
#include "store/report_pieces.h"
#include "store/report_reading.h"
#include "store/report_run.h"
#include "store/report_survival.h"

#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

Error badReport(const QString &detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("store.report"), detail, {}};
}

/// The part of a report's period that is a cell's, and the report of it.
struct CountedPart {
    ReportInterval interval;
    Instant openAt = 0;
};

Result<CountedPart> partOfKeys(const Report &report, const CountedTickets &counted, const ReportTime &time,
                               const ReportTime &mainTime)
{
    CountedPart part{time.interval(), time.interval().to};
    for (qsizetype i = 0; i < report.by.size() && i < counted.keys.size(); ++i) {
        if (!isSpan(report.by[i]))
            continue;
        const QVector<ReportSpanPart> mainSpans = mainTime.spans(report.by[i]);
        const QVector<ReportSpanPart> spans = time.spans(report.by[i]);
        const auto found = std::find_if(mainSpans.cbegin(), mainSpans.cend(),
                                        [&](const ReportSpanPart &span) { return span.day == counted.keys[i]; });
        const qsizetype place = found - mainSpans.cbegin();
        if (found == mainSpans.cend())
            return badReport(QStringLiteral("no such span"));
        // A shorter period that is compared has nothing there.
        if (place >= spans.size())
            return CountedPart{{time.interval().from, time.interval().from}, 0};
        part.interval = {spans[place].from, spans[place].to};
        part.openAt = spans[place].to;
    }
    return part;
}

/// Makes the term of one value.
class CountedTerm
{
public:
    CountedTerm(Connection &connection, const ReportContext &context, const CountedTickets &counted,
                const std::optional<SqlPiece> &ofFew)
        : m_connection(connection)
        , m_context(context)
        , m_counted(counted)
        , m_ofFew(ofFew)
    {
    }

    Result<SqlPiece> make();
    /// What is counted happened before.
    [[nodiscard]] Result<Instant> until() const;

private:
    struct Placed {
        Report report; ///< of the run that it is of
        CountedPart part;
    };
    [[nodiscard]] Result<Placed> place() const;
    Result<SqlPiece> ofCell(const Report &report, const CountedPart &part);
    Result<void> narrow(const ReportSql &sql, const Report &report, Instant openAt, ReportSql::Selection *selection);
    Result<SqlPiece> ofDurations(const Report &report, const ReportTime &time);
    Result<SqlPiece> ofSurvival(const Report &report, const ReportTime &time);
    [[nodiscard]] bool hasBounds() const { return m_counted.lasting || m_counted.below; }
    [[nodiscard]] bool isIn(qint64 duration) const
    {
        return duration >= m_counted.lasting.value_or(duration) && (!m_counted.below || duration < *m_counted.below);
    }
    [[nodiscard]] SqlPiece oneOf(const QSet<qint64> &tickets) const;

    Connection &m_connection;
    const ReportContext &m_context;
    const CountedTickets &m_counted;
    const std::optional<SqlPiece> &m_ofFew;
};

SqlPiece CountedTerm::oneOf(const QSet<qint64> &tickets) const
{
    SqlPiece piece{m_connection.fragment("report.countedIds"), {}};
    piece.values << jsonOfNumbers(tickets.cbegin(), tickets.cend(), [](qint64 id) { return id; });
    return piece;
}

Result<SqlPiece> CountedTerm::ofSurvival(const Report &report, const ReportTime &time)
{
    const Result<QVector<LastingThing>> things = readLasting(
        m_connection, m_context, report, time, {m_counted.lasting.value_or(0), 0, m_ofFew.value_or(SqlPiece{})});
    if (!things)
        return things.error();
    QSet<qint64> tickets;
    for (const LastingThing &thing : *things) {
        if (isIn(thing.lasted))
            tickets.insert(thing.ticket);
    }
    return oneOf(tickets);
}

/// By durations that the database cannot tell.
Result<SqlPiece> CountedTerm::ofDurations(const Report &report, const ReportTime &time)
{
    Result<ReportTable> table = ReportGatherer(m_connection, m_context, report, time).gather(true);
    if (!table)
        return table.error();
    QSet<qint64> tickets;
    for (qsizetype i = 0; i < table->total.owners.size(); ++i) {
        if (isIn(table->total.values[i]))
            tickets.insert(table->total.owners[i]);
    }
    return oneOf(tickets);
}

Result<void> CountedTerm::narrow(const ReportSql &sql, const Report &report, Instant openAt,
                                 ReportSql::Selection *selection)
{
    const QVector<qint64> &keys = m_counted.keys;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const ReportDimension dimension = report.by[i];
        if (isTime(dimension))
            continue; // it is in the parts of the period that are asked
        const bool others = keys[i] == reportOthersKey;
        // Of others in both dimensions the first one's are `except`.
        const bool also = i != m_counted.exceptDimension;
        if (others && also && (i == 0 || keys[0] != reportOthersKey))
            return badReport(QStringLiteral("beside what others are"));
        const QVector<qint64> &shown = also ? m_counted.alsoExcept : m_counted.except;
        const QVector<qint64> wanted = others ? shown : QVector<qint64>{keys[i]};
        if (Result<void> narrowed = sql.narrowToKeys(dimension, wanted, !others, selection); !narrowed)
            return narrowed;
    }
    const auto bound = [&](const char *comparison, qint64 limit) {
        selection->where.append(" AND ");
        selection->where.append(*sql.duration(openAt));
        selection->where.append(comparison);
        selection->where.appendValue(limit);
    };
    if (m_counted.lasting)
        bound(" >= ", *m_counted.lasting);
    if (m_counted.below)
        bound(" < ", *m_counted.below);
    return {};
}

Result<SqlPiece> CountedTerm::ofCell(const Report &report, const CountedPart &part)
{
    const Catalog &catalog = *m_context.catalog;
    const ReportTime time(part.interval, zoneOfReport(report, catalog), m_context.now);
    // Of compliance nothing is counted that lies ahead: see ReportSql::selection().
    ReportInterval known = part.interval;
    if (report.measure == ReportMeasure::SlaCompliance)
        known.to = std::min(known.to, m_context.now + 1);
    const ReportTime knownTime(known, zoneOfReport(report, catalog), m_context.now);
    if (m_counted.survival)
        return ofSurvival(report, time);
    // The list looks at each ticket anyway.
    const ReportSql sql(m_connection, m_context, report, time,
                        m_ofFew ? ReportSql::Tickets::OneByOne : ReportSql::Tickets::Apart);
    if (hasBounds() && !sql.duration(part.openAt))
        return m_ofFew ? Result<SqlPiece>(SqlPiece{}) : ofDurations(report, time);
    int weekday = 0;
    int hour = -1;
    for (qsizetype i = 0; i < m_counted.keys.size(); ++i) {
        if (report.by[i] == ReportDimension::Weekday)
            weekday = int(m_counted.keys[i]);
        else if (report.by[i] == ReportDimension::Hour)
            hour = int(m_counted.keys[i]);
    }
    const bool inParts = weekday != 0 || hour >= 0;
    if (m_ofFew && (inParts || isOfInstants(report.measure)))
        return SqlPiece{};
    Result<ReportSql::Selection> selection =
        isOfInstants(report.measure) ? sql.openAt(part.openAt)
        : inParts                    ? sql.selection(ReportSql::Facts::Counted, knownTime.parts(weekday, hour))
                                     : sql.selection(ReportSql::Facts::Counted);
    if (!selection)
        return selection.error();
    if (Result<void> narrowed = narrow(sql, m_counted.report, part.openAt, &*selection); !narrowed)
        return narrowed.error();
    QByteArray text = m_connection.fragment(m_ofFew ? "report.hasCounted" : "report.counted");
    text.replace("{source}", selection->source.sql).replace("{where}", selection->where.sql);
    SqlPiece piece{text, selection->source.values};
    piece.values += selection->where.values;
    if (!selection->tickets.sql.isEmpty())
        andAlso(&piece, selection->tickets);
    return piece;
}

Result<CountedTerm::Placed> CountedTerm::place() const
{
    const Report &report = m_counted.report;
    const Catalog &catalog = *m_context.catalog;
    const QVector<qint64> &keys = m_counted.keys;
    if (!reportProblems(report).isEmpty() || (!keys.isEmpty() && keys.size() != report.by.size()))
        return badReport(QStringLiteral("counted tickets"));
    if ((hasBounds() && (!isDuration(report.measure) || !report.by.isEmpty()))
        || (m_counted.survival && !asksSurvival(report)))
        return badReport(QStringLiteral("durations of what has none"));
    if (comparesAgents(report) && !keys.isEmpty() && !maySplitByAgents(catalog, m_context.me))
        return Error{ErrorCode::Denied, QStringLiteral("store.report"), QStringLiteral("may not compare agents"), {}};
    const auto zone = zoneOfReport(report, catalog);
    const QString zoneName = zoneNameOfReport(report, catalog);
    const ReportInterval interval = intervalOf(report.period, zoneName, m_context.now);
    const ReportTime mainTime(interval, zone, m_context.now);
    ReportRun run =
        m_counted.compared ? comparedRun(report, interval, zoneName, m_context.now) : ReportRun{report, interval};
    if (keys.isEmpty())
        run.report = undivided(run.report);
    const ReportTime time(run.interval, zone, m_context.now);
    const Result<CountedPart> part = partOfKeys(report, m_counted, time, mainTime);
    return part ? Result<Placed>(Placed{run.report, *part}) : Result<Placed>(part.error());
}

Result<SqlPiece> CountedTerm::make()
{
    const Result<Placed> placed = place();
    return placed ? ofCell(placed->report, placed->part) : Result<SqlPiece>(placed.error());
}

Result<Instant> CountedTerm::until() const
{
    const Result<Placed> placed = place();
    if (!placed)
        return placed.error();
    const Instant end = placed->part.interval.to;
    if (!m_counted.survival)
        return isOfInstants(placed->report.measure) ? placed->part.openAt + 1 : end;
    // What has lasted so long by some clock began so long ago.
    return std::min(end, m_context.now) - m_counted.lasting.value_or(0) + 1;
}

} // namespace

Result<SqlPiece> countedTicketsSql(Connection &connection, const CatalogPtr &catalog, const CountedTickets &counted,
                                   PersonId me, Instant now, const std::optional<SqlPiece> &ofFew)
{
    const ReportContext context{catalog, me, now};
    return CountedTerm(connection, context, counted, ofFew).make();
}

Result<Instant> countedUntil(Connection &connection, const CatalogPtr &catalog, const CountedTickets &counted,
                             PersonId me, Instant now)
{
    const ReportContext context{catalog, me, now};
    return CountedTerm(connection, context, counted, std::nullopt).until();
}

} // namespace deskhand
