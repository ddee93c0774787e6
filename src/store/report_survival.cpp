// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_survival.h"

#include "domain/catalog.h"
#include "domain/report_fact.h"
#include "store/connection.h"
#include "store/report_logs.h"
#include "store/report_spread.h"

#include <QHash>

#include <algorithm>

namespace deskhand {
namespace {

constexpr double wholeShare = 100'000;
constexpr double half = 0.5 + 1e-12; ///< a product of fractions may miss it by its last bit

/// Reads one report's things.
class LastingReader
{
public:
    LastingReader(Connection &connection, const ReportContext &context, const Report &report, const ReportTime &time,
                  ReportLasting asked)
        : m_connection(connection)
        , m_context(context)
        , m_report(report)
        , m_end(time.interval().to)
        , m_known(std::min(m_end, context.now))
        , m_asked(std::move(asked))
        , m_sql(connection, context, report, time)
        , m_calendar(calendarOfReport(*context.catalog, report))
    {
        m_asked.known = m_known;
    }

    Result<QVector<LastingThing>> read();

private:
    Result<void> readFacts(ReportSql::Facts facts);
    void censor(qint64 ticket, Instant begin);
    Result<void> addFromLogs();

    /// Censored, and its clock is told by the ticket's events only.
    struct Unmeasured {
        qint64 ticket = 0;
        Instant begin = 0;
    };

    Connection &m_connection;
    const ReportContext &m_context;
    const Report &m_report;
    Instant m_end;
    Instant m_known; ///< what is not known to have ended by then is censored at it
    ReportLasting m_asked;
    ReportSql m_sql;
    WorkingTimePtr m_calendar;
    QVector<LastingThing> m_things;
    QVector<Unmeasured> m_unmeasured;
};

void LastingReader::censor(qint64 ticket, Instant begin)
{
    if (m_calendar)
        m_things.append({ticket, m_calendar->elapsed(begin, m_known), false});
    else if (m_report.clock == ReportClock::Wall)
        m_things.append({ticket, m_known - begin, false});
    else
        m_unmeasured.append({ticket, begin});
}

Result<void> LastingReader::readFacts(ReportSql::Facts facts)
{
    const Result<ReportSql::Selection> begun = m_sql.begun(facts, m_asked);
    if (!begun)
        return begun.error();
    QByteArray text = m_connection.fragment("report.values");
    text.replace("{keys}", "").replace("{values}", "f.ticket_id, f.at, f.wall, f.business, f.working");
    text.replace("{source}", begun->source.sql).replace("{where}", begun->where.sql);
    Statement rows = m_connection.composed(text, "report.values");
    bindPiece(rows, begun->where, bindPiece(rows, begun->source, 1));
    const bool atTheEnd = endsWithFact(m_report.measure);
    while (rows.next()) {
        const qint64 ticket = rows.integer(0);
        const Instant at = rows.integer(1);
        if (facts == ReportSql::Facts::Open) {
            censor(ticket, at);
            continue;
        }
        const qint64 wall = rows.integer(2);
        const Instant begin = atTheEnd ? at - wall : at;
        const Instant end = begin + wall;
        if (end >= m_end)
            censor(ticket, begin);
        else if (m_calendar)
            m_things.append({ticket, m_calendar->elapsed(begin, end), true});
        else
            m_things.append({ticket,
                             m_report.clock == ReportClock::Business  ? rows.integer(3)
                             : m_report.clock == ReportClock::Working ? rows.integer(4)
                                                                      : wall,
                             true});
    }
    return rows.status();
}

Result<void> LastingReader::addFromLogs()
{
    std::sort(m_unmeasured.begin(), m_unmeasured.end(),
              [](const Unmeasured &a, const Unmeasured &b) { return a.ticket < b.ticket; });
    QVector<qint64> tickets;
    for (const Unmeasured &one : std::as_const(m_unmeasured))
        tickets.append(one.ticket);
    return eachLogOf(m_connection, tickets, [this](qsizetype place, const QVector<SlaEvent> &events) {
        const Unmeasured &one = m_unmeasured[place];
        qint64 lasted = m_known - one.begin;
        if (m_report.clock == ReportClock::Working)
            lasted -= pendingTime(events, one.begin, m_known);
        else if (const CalendarVersionId calendar = calendarOfLog(events); calendar.isValid())
            lasted = m_context.catalog->slaVersions->workingTime(calendar)->elapsed(one.begin, m_known);
        m_things.append({one.ticket, lasted, false});
    });
}

Result<QVector<LastingThing>> LastingReader::read()
{
    for (const ReportSql::Facts facts : {ReportSql::Facts::Counted, ReportSql::Facts::Open}) {
        if (Result<void> done = readFacts(facts); !done)
            return done.error();
    }
    if (Result<void> added = addFromLogs(); !added)
        return added.error();
    return std::move(m_things);
}

/// Of each ticket what has lasted longest, ascending.
QVector<qint64> longestOfTickets(const QVector<LastingThing> &things)
{
    QHash<qint64, qint64> longest;
    for (const LastingThing &thing : things) {
        qint64 &known = longest[thing.ticket];
        known = std::max(known, thing.lasted);
    }
    QVector<qint64> sorted(longest.cbegin(), longest.cend());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace

Result<QVector<LastingThing>> readLasting(Connection &connection, const ReportContext &context, const Report &report,
                                          const ReportTime &time, ReportLasting asked)
{
    return LastingReader(connection, context, report, time, std::move(asked)).read();
}

void fillSurvival(QVector<LastingThing> things, bool oncePerTicket, ReportAnswer *answer)
{
    if (things.isEmpty())
        return;
    std::sort(things.begin(), things.end(),
              [](const LastingThing &a, const LastingThing &b) { return a.lasted < b.lasted; });
    const qsizetype all = things.size();
    const qint64 usual = things[(all * SpreadClasses::usualPercent + 99) / 100 - 1].lasted;
    const SpreadClasses classes = SpreadClasses::of(usual, things.last().lasted);
    const QVector<qint64> longest = oncePerTicket ? QVector<qint64>() : longestOfTickets(things);
    double left = 1;
    qsizetype next = 0;
    const auto goOnTo = [&](qint64 after) {
        while (next < all && things[next].lasted <= after) {
            const qint64 at = things[next].lasted;
            const qsizetype atRisk = all - next;
            qsizetype ended = 0;
            for (; next < all && things[next].lasted == at; ++next)
                ended += things[next].ended ? 1 : 0;
            left *= 1 - double(ended) / double(atRisk);
            if (!answer->survivalMedian && left <= half)
                answer->survivalMedian = at;
        }
    };
    for (int place = 0; place < classes.count; ++place) {
        ReportSurvivalPoint point;
        point.after = place * classes.step;
        const auto atLeast = std::lower_bound(things.cbegin(), things.cend(), point.after,
                                              [](const LastingThing &one, qint64 at) { return one.lasted < at; });
        point.atRisk = things.cend() - atLeast;
        point.tickets = oncePerTicket
                            ? point.atRisk
                            : longest.cend() - std::lower_bound(longest.cbegin(), longest.cend(), point.after);
        goOnTo(point.after);
        point.share = qRound64(wholeShare * left);
        answer->survival.append(point);
    }
    goOnTo(things.last().lasted); // at which half of them are left may lie behind the last point
}

} // namespace deskhand
