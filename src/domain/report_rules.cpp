// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report.h"

#include "domain/condition_fields.h"
#include "domain/zone_rules.h"

#include <algorithm>

namespace deskhand {
namespace {

bool asksWhoLooks(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test) {
        return condition.field == ConditionField::Unread || condition.ids.contains(Condition::meId);
    }
    return std::any_of(condition.children.begin(), condition.children.end(), asksWhoLooks);
}

bool isShare(ReportMeasure measure)
{
    return measure == ReportMeasure::SlaCompliance || measure == ReportMeasure::FirstContact
           || measure == ReportMeasure::ReopenRate;
}

/// What one ticket can have more than one of.
bool happensAgain(ReportMeasure measure)
{
    switch (measure) {
    case ReportMeasure::SolveEvents:
    case ReportMeasure::ReopenEvents:
    case ReportMeasure::Touches:
    case ReportMeasure::Transfers:
    case ReportMeasure::Reassignments:
    case ReportMeasure::Escalations:
    case ReportMeasure::Bounces:
    case ReportMeasure::StateTransitions: return true;
    default: return false;
    }
}

void checkBy(const Report &report, QVector<ReportProblem> *problems)
{
    const QVector<ReportDimension> possible = dimensionsOf(report.measure);
    const auto wrong = [problems](QLatin1String word) { problems->append({QStringLiteral("by"), word}); };
    if (report.by.size() > 2 || (report.by.size() == 2 && report.by.first() == report.by.last()))
        wrong(QLatin1String("too-many"));
    if (std::count_if(report.by.begin(), report.by.end(), isSpan) > 1)
        wrong(QLatin1String("too-many"));
    if (!std::all_of(report.by.begin(), report.by.end(), [&](ReportDimension each) { return possible.contains(each); }))
        wrong(QLatin1String("not-for-this-measure"));
}

void checkPeriod(const Report &report, QVector<ReportProblem> *problems)
{
    const ReportPeriod &period = report.period;
    const auto wrong = [problems](QLatin1String word) { problems->append({QStringLiteral("period"), word}); };
    if (period.span == ReportSpan::LastDays && (period.days < 1 || period.days > 3660))
        wrong(QLatin1String("range"));
    if (period.span == ReportSpan::Between) {
        constexpr qint64 mostDays = 3660;
        if (period.from <= 0 || period.to <= 0)
            wrong(QLatin1String("required"));
        else if (period.from >= period.to)
            wrong(QLatin1String("order"));
        else if (period.to - period.from > mostDays * millisecondsPerDay)
            wrong(QLatin1String("range"));
    }
}

} // namespace

bool isDuration(ReportMeasure measure)
{
    switch (measure) {
    case ReportMeasure::BacklogAge:
    case ReportMeasure::FirstResponse:
    case ReportMeasure::NextResponse:
    case ReportMeasure::Resolution:
    case ReportMeasure::FirstResolution:
    case ReportMeasure::WorkTime: return true;
    default: return false;
    }
}

bool hasClock(ReportMeasure measure)
{
    return isDuration(measure) && measure != ReportMeasure::WorkTime;
}

bool hasSurvival(ReportMeasure measure)
{
    return hasClock(measure) && measure != ReportMeasure::BacklogAge;
}

bool asksSurvival(const Report &report)
{
    return report.picture == ReportPicture::Survival && report.by.isEmpty() && hasSurvival(report.measure);
}

QVector<ReportStatistic> statisticsOf(ReportMeasure measure)
{
    using enum ReportStatistic;
    if (measure == ReportMeasure::WorkTime)
        return {Sum, Mean, Count};
    if (isDuration(measure))
        return {Median, Mean, Percentile90, Percentile95, Max, Sum, Count};
    if (isShare(measure))
        return {Share, Count};
    if (happensAgain(measure))
        return {Count, Share, Max};
    return {Count, Share};
}

QVector<ReportDimension> dimensionsOf(ReportMeasure measure)
{
    using D = ReportDimension;
    const bool atTheEnd = measure == ReportMeasure::Backlog || measure == ReportMeasure::BacklogAge
                          || measure == ReportMeasure::AgentLoad;
    QVector<ReportDimension> all{D::Queue,        D::Owner, D::Priority, D::Category, D::Channel,
                                 D::Organization, D::State, D::Policy,   D::Tag};
    if (!atTheEnd)
        all << D::QueueThen << D::OwnerThen << D::PriorityThen << D::Hour << D::Weekday;
    if (measure == ReportMeasure::AgentLoad)
        all << D::OwnerThen;
    if (measure == ReportMeasure::SlaCompliance)
        all << D::Target << D::Verdict << D::BreachReason;
    if (measure == ReportMeasure::Escalations)
        all << D::Target;
    if (measure == ReportMeasure::StateTransitions)
        all << D::FromState << D::ToState;
    if (measure == ReportMeasure::WorkTime)
        all << D::Activity;
    if (measure != ReportMeasure::BacklogAge)
        all << D::Day << D::Week << D::Month << D::Quarter << D::Year;
    return all;
}

QVector<ReportProblem> reportProblems(const Report &report)
{
    QVector<ReportProblem> problems;
    checkBy(report, &problems);
    checkPeriod(report, &problems);
    if (!statisticsOf(report.measure).contains(report.statistic))
        problems.append({QStringLiteral("statistic"), QLatin1String("not-for-this-measure")});
    if (!report.zone.isEmpty() && !ZoneRules::of(report.zone.toLatin1()))
        problems.append({QStringLiteral("zone"), QLatin1String("unknown")});
    if (report.days < 1 || report.days > 365)
        problems.append({QStringLiteral("days"), QLatin1String("range")});
    if (report.limit < 0 || report.limit > 1000)
        problems.append({QStringLiteral("limit"), QLatin1String("range")});
    if (asksWhoLooks(report.tickets))
        problems.append({QStringLiteral("tickets"), QLatin1String("asks-who")});
    if (report.tickets.needsSearchIndex())
        problems.append({QStringLiteral("tickets"), QLatin1String("needs-index")});
    if (report.comparison == ReportComparison::OtherTickets) {
        if (asksWhoLooks(report.otherTickets))
            problems.append({QStringLiteral("otherTickets"), QLatin1String("asks-who")});
        if (report.otherTickets.needsSearchIndex())
            problems.append({QStringLiteral("otherTickets"), QLatin1String("needs-index")});
    }
    return problems;
}

} // namespace deskhand
