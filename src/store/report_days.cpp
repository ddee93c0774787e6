// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_days.h"

#include "store/connection.h"
#include "store/report_time.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <tuple>

namespace deskhand {
namespace {

using enum ReportFactKind;

constexpr bool isVerdict(ReportFactKind kind)
{
    return kind == SlaMet || kind == SlaMissed || kind == SlaCancelled || kind == SlaRunning;
}

/// Whether met and missed are one place.
constexpr bool joinsVerdicts(ReportSeries series)
{
    return series == ReportSeries::Tickets || series == ReportSeries::Targets || series == ReportSeries::QueuesThen;
}

/// What a series is by.
qint64 keyOf(ReportSeries series, const ReportFact &fact, const ReportToday &today)
{
    switch (series) {
    case ReportSeries::Tickets:
    case ReportSeries::Targets:
    case ReportSeries::Verdicts: return today.priority.value;
    case ReportSeries::QueuesThen: return fact.queueThen;
    case ReportSeries::PrioritiesThen: return fact.priorityThen;
    case ReportSeries::Policies: return fact.policy;
    case ReportSeries::TargetVerdicts:
    case ReportSeries::AllVerdicts: break;
    }
    return 0;
}

int targetOf(ReportSeries series, const ReportFact &fact)
{
    return series == ReportSeries::Targets || series == ReportSeries::TargetVerdicts ? fact.target : 0;
}

/// Whether two facts of a ticket count in the same place.
bool areAlike(ReportSeries series, const ReportFact &a, const ReportFact &b, const ReportToday &today)
{
    const bool joined =
        (series == ReportSeries::AllVerdicts || joinsVerdicts(series)) && isVerdict(a.kind) && isVerdict(b.kind);
    return (a.kind == b.kind || joined) && targetOf(series, a) == targetOf(series, b)
           && keyOf(series, a, today) == keyOf(series, b, today);
}

} // namespace

ReportDays::ReportDays(std::shared_ptr<const ZoneRules> zone)
    : m_zone(std::move(zone))
{
}

bool ReportDays::areSummed(ReportFactKind kind)
{
    return isVerdict(kind) || kind == Created || kind == Solved || kind == Reopened;
}

bool ReportDays::isIn(ReportSeries series, ReportFactKind kind)
{
    if (!isVerdict(kind))
        return series == ReportSeries::Tickets && areSummed(kind);
    // What runs is told by now: of it only the ticket is known.
    if (kind == SlaRunning)
        return series == ReportSeries::AllVerdicts;
    return kind != SlaCancelled || !joinsVerdicts(series);
}

void ReportDays::count(const StoredFacts &ticket, int sign)
{
    struct Summed {
        const ReportFact *fact = nullptr;
        qint64 day = 0;
    };
    QVarLengthArray<Summed, 32> inTime;
    for (const ReportFact &fact : ticket.facts) {
        if (areSummed(fact.kind))
            inTime.append({&fact, ReportTime::dayIn(*m_zone, fact.at)});
    }
    std::sort(inTime.begin(), inTime.end(), [](const Summed &a, const Summed &b) {
        return std::tie(a.fact->at, a.fact->n) < std::tie(b.fact->at, b.fact->n);
    });
    for (qsizetype i = 0; i < inTime.size(); ++i) {
        const ReportFact &fact = *inTime[i].fact;
        for (int number = 1; number <= reportSeriesCount; ++number) {
            const auto series = ReportSeries(number);
            if (!isIn(series, fact.kind))
                continue;
            ReportDayKey key{series,
                             int(fact.kind),
                             inTime[i].day,
                             keyOf(series, fact, ticket.today),
                             ticket.today.queue.value,
                             targetOf(series, fact),
                             noDay};
            for (qsizetype before = i - 1; before >= 0 && key.previousDay == noDay; --before) {
                const ReportFact &other = *inTime[before].fact;
                if (isIn(series, other.kind) && areAlike(series, other, fact, ticket.today))
                    key.previousDay = inTime[before].day;
            }
            m_sums[key] += sign;
        }
    }
}

Result<void> storeDays(Connection &connection, const ReportDays &differences)
{
    const bool atOnce = connection.dialect() == SqlDialect::Postgres;
    QByteArray json("[");
    std::optional<Statement> add;
    if (!atOnce)
        add.emplace(connection.sql("report.addToDay"));
    for (const auto &[key, n] : differences.sums()) {
        if (n == 0)
            continue;
        const std::array<qint64, 8> row{qint64(key.series), key.kind,   key.day,         key.key,
                                        key.queue,          key.target, key.previousDay, n};
        if (atOnce)
            json += json.size() > 1 ? ",[" : "[";
        for (size_t i = 0; i < row.size(); ++i) {
            if (atOnce)
                json += (i > 0 ? "," : "") + QByteArray::number(row[i]);
            else
                add->bindAt(int(i) + 1, row[i]);
        }
        if (atOnce) {
            json += ']';
        } else if (Result<void> added = add->run(); !added) {
            return added;
        }
    }
    json += ']';
    if (!atOnce || json.size() == 2)
        return {};
    return connection.sql("report.addToDays").bind(":days", QString::fromLatin1(json)).run();
}

} // namespace deskhand
