// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report.h"

#include <array>

namespace deskhand {
namespace {

template <typename Value>
struct ReportWord {
    Value value;
    QLatin1String name;
};

template <typename Words, typename Value>
QString reportWordOf(const Words &words, Value value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return word.name;
    }
    return {};
}

template <typename Words, typename Value>
bool reportValueOf(const Words &words, QStringView name, Value *value)
{
    for (const auto &word : words) {
        if (name == word.name) {
            *value = word.value;
            return true;
        }
    }
    return false;
}

constexpr std::array reportMeasureNames{
    ReportWord<ReportMeasure>{ReportMeasure::Created, QLatin1String("created")},
    ReportWord<ReportMeasure>{ReportMeasure::SolveEvents, QLatin1String("solve-events")},
    ReportWord<ReportMeasure>{ReportMeasure::TicketsSolved, QLatin1String("tickets-solved")},
    ReportWord<ReportMeasure>{ReportMeasure::ReopenEvents, QLatin1String("reopen-events")},
    ReportWord<ReportMeasure>{ReportMeasure::TicketsReopened, QLatin1String("tickets-reopened")},
    ReportWord<ReportMeasure>{ReportMeasure::Backlog, QLatin1String("backlog")},
    ReportWord<ReportMeasure>{ReportMeasure::BacklogAge, QLatin1String("backlog-age")},
    ReportWord<ReportMeasure>{ReportMeasure::FirstResponse, QLatin1String("first-response")},
    ReportWord<ReportMeasure>{ReportMeasure::NextResponse, QLatin1String("next-response")},
    ReportWord<ReportMeasure>{ReportMeasure::Resolution, QLatin1String("resolution")},
    ReportWord<ReportMeasure>{ReportMeasure::FirstResolution, QLatin1String("first-resolution")},
    ReportWord<ReportMeasure>{ReportMeasure::SlaCompliance, QLatin1String("sla-compliance")},
    ReportWord<ReportMeasure>{ReportMeasure::FirstContact, QLatin1String("first-contact")},
    ReportWord<ReportMeasure>{ReportMeasure::ReopenRate, QLatin1String("reopen-rate")},
    ReportWord<ReportMeasure>{ReportMeasure::Touches, QLatin1String("touches")},
    ReportWord<ReportMeasure>{ReportMeasure::Transfers, QLatin1String("transfers")},
    ReportWord<ReportMeasure>{ReportMeasure::Reassignments, QLatin1String("reassignments")},
    ReportWord<ReportMeasure>{ReportMeasure::Escalations, QLatin1String("escalations")},
    ReportWord<ReportMeasure>{ReportMeasure::AgentLoad, QLatin1String("agent-load")},
    ReportWord<ReportMeasure>{ReportMeasure::Bounces, QLatin1String("bounces")},
    ReportWord<ReportMeasure>{ReportMeasure::WorkTime, QLatin1String("work-time")},
    ReportWord<ReportMeasure>{ReportMeasure::StateTransitions, QLatin1String("state-transitions")},
};
constexpr std::array reportStatisticNames{
    ReportWord<ReportStatistic>{ReportStatistic::Count, QLatin1String("count")},
    ReportWord<ReportStatistic>{ReportStatistic::Share, QLatin1String("share")},
    ReportWord<ReportStatistic>{ReportStatistic::Mean, QLatin1String("mean")},
    ReportWord<ReportStatistic>{ReportStatistic::Median, QLatin1String("median")},
    ReportWord<ReportStatistic>{ReportStatistic::Percentile90, QLatin1String("p90")},
    ReportWord<ReportStatistic>{ReportStatistic::Percentile95, QLatin1String("p95")},
    ReportWord<ReportStatistic>{ReportStatistic::Sum, QLatin1String("sum")},
    ReportWord<ReportStatistic>{ReportStatistic::Max, QLatin1String("max")},
};
constexpr std::array reportClockNames{
    ReportWord<ReportClock>{ReportClock::Wall, QLatin1String("wall")},
    ReportWord<ReportClock>{ReportClock::Business, QLatin1String("business")},
    ReportWord<ReportClock>{ReportClock::Working, QLatin1String("working")},
};
constexpr std::array reportVariantNames{
    ReportWord<ReportVariant>{ReportVariant::Ours, QLatin1String("ours")},
    ReportWord<ReportVariant>{ReportVariant::OneTouch, QLatin1String("one-touch")},
    ReportWord<ReportVariant>{ReportVariant::OneReply, QLatin1String("one-reply")},
};
constexpr std::array reportDimensionNames{
    ReportWord<ReportDimension>{ReportDimension::Queue, QLatin1String("queue")},
    ReportWord<ReportDimension>{ReportDimension::QueueThen, QLatin1String("queue-then")},
    ReportWord<ReportDimension>{ReportDimension::Owner, QLatin1String("owner")},
    ReportWord<ReportDimension>{ReportDimension::OwnerThen, QLatin1String("owner-then")},
    ReportWord<ReportDimension>{ReportDimension::Priority, QLatin1String("priority")},
    ReportWord<ReportDimension>{ReportDimension::PriorityThen, QLatin1String("priority-then")},
    ReportWord<ReportDimension>{ReportDimension::Category, QLatin1String("category")},
    ReportWord<ReportDimension>{ReportDimension::Channel, QLatin1String("channel")},
    ReportWord<ReportDimension>{ReportDimension::Organization, QLatin1String("organization")},
    ReportWord<ReportDimension>{ReportDimension::State, QLatin1String("state")},
    ReportWord<ReportDimension>{ReportDimension::Policy, QLatin1String("policy")},
    ReportWord<ReportDimension>{ReportDimension::Target, QLatin1String("target")},
    ReportWord<ReportDimension>{ReportDimension::Verdict, QLatin1String("verdict")},
    ReportWord<ReportDimension>{ReportDimension::BreachReason, QLatin1String("breach-reason")},
    ReportWord<ReportDimension>{ReportDimension::FromState, QLatin1String("from-state")},
    ReportWord<ReportDimension>{ReportDimension::ToState, QLatin1String("to-state")},
    ReportWord<ReportDimension>{ReportDimension::Activity, QLatin1String("activity")},
    ReportWord<ReportDimension>{ReportDimension::Tag, QLatin1String("tag")},
    ReportWord<ReportDimension>{ReportDimension::Hour, QLatin1String("hour")},
    ReportWord<ReportDimension>{ReportDimension::Weekday, QLatin1String("weekday")},
    ReportWord<ReportDimension>{ReportDimension::Day, QLatin1String("day")},
    ReportWord<ReportDimension>{ReportDimension::Week, QLatin1String("week")},
    ReportWord<ReportDimension>{ReportDimension::Month, QLatin1String("month")},
    ReportWord<ReportDimension>{ReportDimension::Quarter, QLatin1String("quarter")},
    ReportWord<ReportDimension>{ReportDimension::Year, QLatin1String("year")},
};
constexpr std::array reportSpanNames{
    ReportWord<ReportSpan>{ReportSpan::Today, QLatin1String("today")},
    ReportWord<ReportSpan>{ReportSpan::Yesterday, QLatin1String("yesterday")},
    ReportWord<ReportSpan>{ReportSpan::ThisWeek, QLatin1String("this-week")},
    ReportWord<ReportSpan>{ReportSpan::LastWeek, QLatin1String("last-week")},
    ReportWord<ReportSpan>{ReportSpan::ThisMonth, QLatin1String("this-month")},
    ReportWord<ReportSpan>{ReportSpan::LastMonth, QLatin1String("last-month")},
    ReportWord<ReportSpan>{ReportSpan::ThisQuarter, QLatin1String("this-quarter")},
    ReportWord<ReportSpan>{ReportSpan::LastQuarter, QLatin1String("last-quarter")},
    ReportWord<ReportSpan>{ReportSpan::ThisYear, QLatin1String("this-year")},
    ReportWord<ReportSpan>{ReportSpan::LastYear, QLatin1String("last-year")},
    ReportWord<ReportSpan>{ReportSpan::LastDays, QLatin1String("last-days")},
    ReportWord<ReportSpan>{ReportSpan::Between, QLatin1String("between")},
};
constexpr std::array reportComparisonNames{
    ReportWord<ReportComparison>{ReportComparison::None, QLatin1String("none")},
    ReportWord<ReportComparison>{ReportComparison::PreviousPeriod, QLatin1String("previous")},
    ReportWord<ReportComparison>{ReportComparison::LastYear, QLatin1String("last-year")},
    ReportWord<ReportComparison>{ReportComparison::OtherTickets, QLatin1String("other")},
};
constexpr std::array reportPictureNames{
    ReportWord<ReportPicture>{ReportPicture::Auto, QLatin1String("auto")},
    ReportWord<ReportPicture>{ReportPicture::Number, QLatin1String("number")},
    ReportWord<ReportPicture>{ReportPicture::Line, QLatin1String("line")},
    ReportWord<ReportPicture>{ReportPicture::Bar, QLatin1String("bar")},
    ReportWord<ReportPicture>{ReportPicture::Stacked, QLatin1String("stacked")},
    ReportWord<ReportPicture>{ReportPicture::HeatMap, QLatin1String("heat-map")},
    ReportWord<ReportPicture>{ReportPicture::Histogram, QLatin1String("histogram")},
    ReportWord<ReportPicture>{ReportPicture::Survival, QLatin1String("survival")},
    ReportWord<ReportPicture>{ReportPicture::Table, QLatin1String("table")},
};
constexpr std::array reportRhythmNames{
    ReportWord<ReportRhythm>{ReportRhythm::Daily, QLatin1String("daily")},
    ReportWord<ReportRhythm>{ReportRhythm::Weekly, QLatin1String("weekly")},
    ReportWord<ReportRhythm>{ReportRhythm::Monthly, QLatin1String("monthly")},
};
static_assert(reportMeasureNames.size() == reportMeasureCount);
static_assert(reportStatisticNames.size() == reportStatisticCount);
static_assert(reportDimensionNames.size() == reportDimensionCount);
static_assert(reportSpanNames.size() == reportSpanCount);
static_assert(reportPictureNames.size() == reportPictureCount);

} // namespace

QString reportMeasureName(ReportMeasure measure)
{
    return reportWordOf(reportMeasureNames, measure);
}

bool reportMeasureFromName(QStringView name, ReportMeasure *measure)
{
    return reportValueOf(reportMeasureNames, name, measure);
}

QString reportStatisticName(ReportStatistic statistic)
{
    return reportWordOf(reportStatisticNames, statistic);
}

bool reportStatisticFromName(QStringView name, ReportStatistic *statistic)
{
    return reportValueOf(reportStatisticNames, name, statistic);
}

QString reportClockName(ReportClock clock)
{
    return reportWordOf(reportClockNames, clock);
}

bool reportClockFromName(QStringView name, ReportClock *clock)
{
    return reportValueOf(reportClockNames, name, clock);
}

QString reportVariantName(ReportVariant variant)
{
    return reportWordOf(reportVariantNames, variant);
}

bool reportVariantFromName(QStringView name, ReportVariant *variant)
{
    return reportValueOf(reportVariantNames, name, variant);
}

QString reportDimensionName(ReportDimension dimension)
{
    return reportWordOf(reportDimensionNames, dimension);
}

bool reportDimensionFromName(QStringView name, ReportDimension *dimension)
{
    return reportValueOf(reportDimensionNames, name, dimension);
}

QString reportSpanName(ReportSpan span)
{
    return reportWordOf(reportSpanNames, span);
}

bool reportSpanFromName(QStringView name, ReportSpan *span)
{
    return reportValueOf(reportSpanNames, name, span);
}

QString reportComparisonName(ReportComparison comparison)
{
    return reportWordOf(reportComparisonNames, comparison);
}

bool reportComparisonFromName(QStringView name, ReportComparison *comparison)
{
    return reportValueOf(reportComparisonNames, name, comparison);
}

QString reportPictureName(ReportPicture picture)
{
    return reportWordOf(reportPictureNames, picture);
}

bool reportPictureFromName(QStringView name, ReportPicture *picture)
{
    return reportValueOf(reportPictureNames, name, picture);
}

QString reportRhythmName(ReportRhythm rhythm)
{
    return reportWordOf(reportRhythmNames, rhythm);
}

bool reportRhythmFromName(QStringView name, ReportRhythm *rhythm)
{
    return reportValueOf(reportRhythmNames, name, rhythm);
}

bool isTime(ReportDimension dimension)
{
    return dimension >= ReportDimension::Hour;
}

bool isSpan(ReportDimension dimension)
{
    return dimension >= ReportDimension::Day;
}

} // namespace deskhand
