// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_words.h"

namespace deskhand {

QString ReportWords::dashboard(BuiltinDashboard dashboard)
{
    switch (dashboard) {
    case BuiltinDashboard::Sla: return tr("SLA compliance");
    case BuiltinDashboard::Volume: return tr("Volume");
    case BuiltinDashboard::Speed: return tr("Speed");
    case BuiltinDashboard::Backlog: return tr("Backlog and age");
    case BuiltinDashboard::Team: return tr("Team");
    case BuiltinDashboard::Categories: return tr("Categories");
    case BuiltinDashboard::Quality: return tr("Quality");
    }
    return {};
}

QString ReportWords::dashboardHint(BuiltinDashboard dashboard)
{
    switch (dashboard) {
    case BuiltinDashboard::Sla: return tr("What was promised and kept, and what is about to be missed");
    case BuiltinDashboard::Volume: return tr("What comes in and what is done, when and by which way");
    case BuiltinDashboard::Speed: return tr("How long people wait for a word and for a solution");
    case BuiltinDashboard::Backlog: return tr("What is unsolved, and for how long");
    case BuiltinDashboard::Team: return tr("Who has how much on their desk");
    case BuiltinDashboard::Categories: return tr("What it is about");
    case BuiltinDashboard::Quality: return tr("What came back, went round, or did not arrive");
    }
    return {};
}

QString ReportWords::builtinCard(BuiltinDashboard dashboard, const QString &id)
{
    const auto is = [&](BuiltinDashboard wanted, const char *name) {
        return dashboard == wanted && id == QLatin1String(name);
    };
    if (is(BuiltinDashboard::Sla, "today"))
        return tr("Kept today");
    if (is(BuiltinDashboard::Sla, "week"))
        return tr("Kept this week");
    if (is(BuiltinDashboard::Sla, "month"))
        return tr("Kept this month");
    if (is(BuiltinDashboard::Sla, "risk"))
        return tr("At risk now");
    if (is(BuiltinDashboard::Sla, "risk-queues"))
        return tr("At risk now, by queue");
    if (is(BuiltinDashboard::Sla, "trend"))
        return tr("Promises kept, day by day");
    if (is(BuiltinDashboard::Sla, "queues"))
        return tr("Kept by queue, worst first");
    if (is(BuiltinDashboard::Sla, "targets"))
        return tr("Met and missed by target");
    if (is(BuiltinDashboard::Sla, "reasons"))
        return tr("Why promises were missed");
    if (is(BuiltinDashboard::Sla, "priorities"))
        return tr("Met and missed by priority");
    if (is(BuiltinDashboard::Sla, "policies"))
        return tr("Met and missed by policy");
    if (is(BuiltinDashboard::Volume, "hours"))
        return tr("When tickets come in");
    // The note of a number says that it is a median.
    if (is(BuiltinDashboard::Speed, "first-response"))
        return tr("First response");
    if (is(BuiltinDashboard::Speed, "next-response"))
        return tr("Next response");
    if (is(BuiltinDashboard::Speed, "resolution"))
        return tr("Resolution time");
    if (is(BuiltinDashboard::Speed, "resolution-p90"))
        return tr("Nine of ten within");
    if (is(BuiltinDashboard::Speed, "first-response-spread"))
        return tr("How first responses are spread");
    if (is(BuiltinDashboard::Speed, "resolution-spread"))
        return tr("How resolutions are spread");
    if (is(BuiltinDashboard::Speed, "working-time"))
        return tr("Resolution without waiting, by queue");
    if (is(BuiltinDashboard::Backlog, "survival"))
        return tr("How long tickets stay unsolved");
    if (is(BuiltinDashboard::Backlog, "age"))
        return tr("Age of the backlog");
    if (is(BuiltinDashboard::Backlog, "age-p90"))
        return tr("Nine of ten are younger than");
    if (is(BuiltinDashboard::Team, "work"))
        return tr("Time worked, by person");
    if (is(BuiltinDashboard::Team, "work-queues"))
        return tr("Time worked, by queue");
    if (is(BuiltinDashboard::Team, "work-activities"))
        return tr("Time worked, by activity");
    if (is(BuiltinDashboard::Quality, "fcr"))
        return tr("FCR", "first-contact resolution");
    if (is(BuiltinDashboard::Quality, "fcr-one-touch"))
        return tr("FCR, one touch", "first-contact resolution");
    if (is(BuiltinDashboard::Quality, "fcr-one-reply"))
        return tr("FCR, one reply", "first-contact resolution");
    if (is(BuiltinDashboard::Quality, "transitions"))
        return tr("From state to state");
    return {};
}

QString ReportWords::measure(ReportMeasure measure)
{
    switch (measure) {
    case ReportMeasure::Created: return tr("Tickets opened");
    case ReportMeasure::SolveEvents: return tr("Solves");
    case ReportMeasure::TicketsSolved: return tr("Tickets solved");
    case ReportMeasure::ReopenEvents: return tr("Reopenings");
    case ReportMeasure::TicketsReopened: return tr("Tickets reopened");
    case ReportMeasure::Backlog: return tr("Backlog");
    case ReportMeasure::BacklogAge: return tr("Age of the backlog");
    case ReportMeasure::FirstResponse: return tr("First response");
    case ReportMeasure::NextResponse: return tr("Next response");
    case ReportMeasure::Resolution: return tr("Resolution time");
    case ReportMeasure::FirstResolution: return tr("Time to the first solution");
    case ReportMeasure::SlaCompliance: return tr("SLA compliance");
    case ReportMeasure::FirstContact: return tr("First-contact resolution");
    case ReportMeasure::ReopenRate: return tr("Reopen rate");
    case ReportMeasure::Touches: return tr("Touches");
    case ReportMeasure::Transfers: return tr("Transfers");
    case ReportMeasure::Reassignments: return tr("Reassignments");
    case ReportMeasure::Escalations: return tr("Escalations");
    case ReportMeasure::AgentLoad: return tr("Load");
    case ReportMeasure::Bounces: return tr("Bounced mails");
    case ReportMeasure::WorkTime: return tr("Work time");
    case ReportMeasure::StateTransitions: return tr("Changes of state");
    }
    return {};
}

QString ReportWords::definition(const Report &report)
{
    switch (report.measure) {
    case ReportMeasure::Created: return tr("Tickets that were opened in the period, whatever became of them.");
    case ReportMeasure::SolveEvents:
        return tr(
            "How often tickets became solved or closed in the period. A ticket that was solved twice counts twice.");
    case ReportMeasure::TicketsSolved:
        return tr("Tickets that became solved or closed in the period at least once, each once, also if they were "
                  "reopened later.");
    case ReportMeasure::ReopenEvents: return tr("How often a solved or closed ticket became unresolved in the period.");
    case ReportMeasure::TicketsReopened:
        return tr("Tickets that were solved or closed and became unresolved in the period, each once.");
    case ReportMeasure::Backlog:
        return tr("Tickets that had been opened and were not solved at the end of each span, found by replaying their "
                  "history, not by today's state.");
    case ReportMeasure::BacklogAge:
        return tr("Of the tickets unresolved at the end of the period: the time since they were opened.");
    case ReportMeasure::FirstResponse:
        return tr("Of tickets that a customer opened in the period: the time until the first public reply or call of "
                  "an agent. Automatic answers do not count.");
    case ReportMeasure::NextResponse:
        return tr("Of messages that customers wrote in the period after the first response: the time until the next "
                  "public reply or call of an agent. Of several messages in a row the oldest counts.");
    case ReportMeasure::Resolution:
        return tr("Of tickets whose last solve is in the period and that are still solved: the time from the opening "
                  "to that solve.");
    case ReportMeasure::FirstResolution:
        return tr("Of tickets whose first solve is in the period: the time from the opening to it, also if they were "
                  "reopened later.");
    case ReportMeasure::SlaCompliance:
        return tr("Of the promised times that were met or missed in the period: the share that was met. A target that "
                  "is missed counts on the day it was missed, also while it goes on. Cancelled ones do not count; "
                  "running ones do not count until they are over.");
    case ReportMeasure::FirstContact:
        switch (report.variant) {
        case ReportVariant::Ours:
            return tr(
                "Of the tickets solved in the period: those that a customer opened, with exactly one public reply or "
                "call of an agent until the solve, and that no word of the requester reopened within %n day(s).",
                nullptr, report.days);
        case ReportVariant::OneTouch:
            return tr("Of the tickets solved in the period: those with fewer than two public replies, also none.");
        case ReportVariant::OneReply:
            return tr("Of the tickets solved in the period: those with exactly one public reply.");
        }
        return {};
    case ReportMeasure::ReopenRate:
        return tr("Of the tickets solved in the period: those that the requester reopened within %n day(s). Counted on "
                  "the day of the solve, so young days can still rise.",
                  nullptr, report.days);
    case ReportMeasure::Touches: return tr("Public replies, calls and internal notes that agents wrote in the period.");
    case ReportMeasure::Transfers: return tr("How often tickets went from one queue to another in the period.");
    case ReportMeasure::Reassignments:
        return tr(
            "How often tickets went from one owner to another in the period. Taking a ticket that nobody had is none.");
    case ReportMeasure::Escalations: return tr("Levels of SLA policies that were reached in the period.");
    case ReportMeasure::AgentLoad:
        return tr("Unresolved tickets that somebody owned at the end of each span, found by replaying their history.");
    case ReportMeasure::Bounces: return tr("Mails of the period that did not reach one of their recipients.");
    case ReportMeasure::WorkTime:
        return tr(
            "The time that agents have logged as worked on tickets, counted when the work was done. What was removed "
            "again does not count. The average is that of a ticket for which something was logged.");
    case ReportMeasure::StateTransitions: return tr("Changes from one state to another in the period.");
    }
    return {};
}

QString ReportWords::exclusions(const Report &report)
{
    switch (report.measure) {
    case ReportMeasure::SlaCompliance:
        return tr("What was cancelled; what still runs and is not late. Tickets that were merged away end their "
                  "targets without a verdict, unless those had been missed.");
    case ReportMeasure::FirstResponse:
    case ReportMeasure::NextResponse:
        return tr("What was solved or merged without an answer. What nobody has answered yet is in no time; how many "
                  "those are is said beside the number.");
    case ReportMeasure::Resolution:
    case ReportMeasure::FirstResolution:
        return tr("Tickets that were merged into others; tickets that are not solved.");
    case ReportMeasure::Backlog:
    case ReportMeasure::BacklogAge:
    case ReportMeasure::AgentLoad: return tr("Tickets that had been merged into others.");
    case ReportMeasure::WorkTime:
        return tr(
            "Time that nobody has logged. What was logged for a ticket that was merged into another counts for the "
            "ticket for which it was logged.");
    case ReportMeasure::TicketsSolved:
    case ReportMeasure::SolveEvents: return tr("Merging a ticket into another, which is no solve.");
    default: return {};
    }
}

QString ReportWords::statistic(ReportStatistic statistic)
{
    switch (statistic) {
    case ReportStatistic::Count: return tr("Number");
    case ReportStatistic::Share: return tr("Share");
    case ReportStatistic::Mean: return tr("Average");
    case ReportStatistic::Median: return tr("Median");
    case ReportStatistic::Percentile90: return tr("90th percentile");
    case ReportStatistic::Percentile95: return tr("95th percentile");
    case ReportStatistic::Sum: return tr("Sum");
    case ReportStatistic::Max: return tr("Most");
    }
    return {};
}

QString ReportWords::dimension(ReportDimension dimension)
{
    switch (dimension) {
    case ReportDimension::Queue: return tr("Queue");
    case ReportDimension::QueueThen: return tr("Queue at the time");
    case ReportDimension::Owner: return tr("Owner");
    case ReportDimension::OwnerThen: return tr("Owner at the time");
    case ReportDimension::Priority: return tr("Priority");
    case ReportDimension::PriorityThen: return tr("Priority at the time");
    case ReportDimension::Category: return tr("Category");
    case ReportDimension::Channel: return tr("Channel");
    case ReportDimension::Organization: return tr("Organization");
    case ReportDimension::State: return tr("State");
    case ReportDimension::Policy: return tr("SLA policy");
    case ReportDimension::Target: return tr("Target");
    case ReportDimension::Verdict: return tr("Verdict");
    case ReportDimension::BreachReason: return tr("Reason of the breach");
    case ReportDimension::FromState: return tr("State before");
    case ReportDimension::ToState: return tr("State after");
    case ReportDimension::Activity: return tr("Activity");
    case ReportDimension::Tag: return tr("Tag");
    case ReportDimension::Hour: return tr("Hour");
    case ReportDimension::Weekday: return tr("Weekday");
    case ReportDimension::Day: return tr("Day");
    case ReportDimension::Week: return tr("Week");
    case ReportDimension::Month: return tr("Month");
    case ReportDimension::Quarter: return tr("Quarter");
    case ReportDimension::Year: return tr("Year");
    }
    return {};
}

QString ReportWords::clock(ReportClock clock)
{
    switch (clock) {
    case ReportClock::Wall: return tr("Round the clock");
    case ReportClock::Business: return tr("In working hours");
    case ReportClock::Working: return tr("Without the time spent waiting for others");
    }
    return {};
}

QString ReportWords::variant(ReportVariant variant)
{
    switch (variant) {
    case ReportVariant::Ours: return tr("one reply, not reopened");
    case ReportVariant::OneTouch: return tr("fewer than two replies");
    case ReportVariant::OneReply: return tr("exactly one reply");
    }
    return {};
}

QString ReportWords::comparison(ReportComparison comparison)
{
    switch (comparison) {
    case ReportComparison::None: return tr("Nothing");
    case ReportComparison::PreviousPeriod: return tr("The period before");
    case ReportComparison::LastYear: return tr("The same a year ago");
    case ReportComparison::OtherTickets: return tr("Other tickets");
    }
    return {};
}

QString ReportWords::picture(ReportPicture picture)
{
    switch (picture) {
    case ReportPicture::Auto: return tr("Whatever suits");
    case ReportPicture::Number: return tr("Number only");
    case ReportPicture::Line: return tr("Line");
    case ReportPicture::Bar: return tr("Bars");
    case ReportPicture::Stacked: return tr("Stacked");
    case ReportPicture::HeatMap: return tr("Heat map");
    case ReportPicture::Histogram: return tr("Histogram");
    case ReportPicture::Survival: return tr("Survival curve");
    case ReportPicture::Table: return tr("Table");
    }
    return {};
}

QString ReportWords::rhythm(ReportRhythm rhythm)
{
    switch (rhythm) {
    case ReportRhythm::Daily: return tr("Every day");
    case ReportRhythm::Weekly: return tr("Every week");
    case ReportRhythm::Monthly: return tr("Every month");
    }
    return {};
}

QString ReportWords::span(ReportSpan span)
{
    switch (span) {
    case ReportSpan::Today: return tr("Today");
    case ReportSpan::Yesterday: return tr("Yesterday");
    case ReportSpan::ThisWeek: return tr("This week");
    case ReportSpan::LastWeek: return tr("Last week");
    case ReportSpan::ThisMonth: return tr("This month");
    case ReportSpan::LastMonth: return tr("Last month");
    case ReportSpan::ThisQuarter: return tr("This quarter");
    case ReportSpan::LastQuarter: return tr("Last quarter");
    case ReportSpan::ThisYear: return tr("This year");
    case ReportSpan::LastYear: return tr("Last year");
    case ReportSpan::LastDays: return tr("Last days");
    case ReportSpan::Between: return tr("Between two days");
    }
    return {};
}

QString ReportWords::problem(const ReportProblem &problem)
{
    if (problem.word == QLatin1String("asks-who"))
        return tr("A report means the same for everybody: “me” and “unread” cannot be asked in it.");
    if (problem.word == QLatin1String("needs-index"))
        return tr("Free words cannot be counted. Use fields, such as subject:vpn.");
    if (problem.field == QLatin1String("by"))
        return tr("This measure cannot be split so.");
    if (problem.field == QLatin1String("period"))
        return problem.word == QLatin1String("order") ? tr("The period ends before it begins.")
                                                      : tr("Choose a period of up to ten years.");
    if (problem.field == QLatin1String("statistic"))
        return tr("This measure cannot be told so.");
    if (problem.field == QLatin1String("zone"))
        return tr("There is no such time zone.");
    if (problem.field == QLatin1String("name"))
        return tr("It needs a name.");
    return tr("This report cannot be asked.");
}

} // namespace deskhand
