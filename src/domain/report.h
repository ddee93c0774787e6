// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "domain/condition.h"
#include "domain/sla_policy.h"

#include <QString>
#include <QVector>

#include <optional>
#include <variant>

namespace deskhand {

class Catalog;

/// What is counted or measured. The names are stored: never rename. What each is exactly is told to people by
/// models/reports; the calculation is that of domain/report_fact.h.
enum class ReportMeasure : int {
    Created,          ///< tickets opened in the period
    SolveEvents,      ///< times that a ticket was solved in the period; twice is two
    TicketsSolved,    ///< tickets solved in the period at least once
    ReopenEvents,     ///< times that a solved or closed ticket became unresolved in the period
    TicketsReopened,  ///< tickets of those
    Backlog,          ///< tickets opened and not solved at the end of each span, by replay; not by today's state
    BacklogAge,       ///< of those, the time since they were opened, at the end of the period
    FirstResponse,    ///< opened by a customer in the period: until the first public reply or call of an agent
    NextResponse,     ///< customer's messages in the period: until the next public reply or call of an agent
    Resolution,       ///< last solved in the period and still solved: from the opening to the last solve
    FirstResolution,  ///< first solved in the period: from the opening to the first solve
    SlaCompliance,    ///< met ÷ (met + missed) of the cycles that ended or were missed in the period
    FirstContact,     ///< first-contact resolution: share of the tickets solved in the period; see ReportVariant
    ReopenRate,       ///< reopened by the requester within N days ÷ tickets solved, by the day of the solve
    Touches,          ///< public replies, calls and notes of agents in the period
    Transfers,        ///< changes of queue in the period
    Reassignments,    ///< changes from one owner to another in the period
    Escalations,      ///< levels of SLA policies that were reached in the period
    AgentLoad,        ///< unresolved tickets of an owner at the end of each span, by replay
    Bounces,          ///< mails of the period that did not reach a recipient
    WorkTime,         ///< time that agents have logged as worked in the period, by when the work was done
    StateTransitions, ///< changes of state in the period
};
inline constexpr int reportMeasureCount = int(ReportMeasure::StateTransitions) + 1;
[[nodiscard]] QString reportMeasureName(ReportMeasure measure); ///< "created", "solve-events", …
[[nodiscard]] bool reportMeasureFromName(QStringView name, ReportMeasure *measure);

/// What is told of what was measured. Count: how many; Share: percent of those that could have been (SlaCompliance,
/// FirstContact, ReopenRate; of anything else: of the total of the report). Max: the longest duration; of what can
/// happen to a ticket more than once, how many times it has to the one that had most of it. The others are of
/// durations; of WorkTime, Mean is what a ticket with such time has of it in the middle, Count how many entries.
enum class ReportStatistic : int { Count, Share, Mean, Median, Percentile90, Percentile95, Sum, Max };
inline constexpr int reportStatisticCount = int(ReportStatistic::Max) + 1;
[[nodiscard]] QString reportStatisticName(ReportStatistic statistic); ///< "count", "share", "mean", "median", "p90", …
[[nodiscard]] bool reportStatisticFromName(QStringView name, ReportStatistic *statistic);

/// How durations are counted. Business: by the calendar of the ticket's policy version, or by Report::calendar.
/// Working: on the wall, without the time in which the ticket was pending.
enum class ReportClock : int { Wall, Business, Working };
[[nodiscard]] QString reportClockName(ReportClock clock); ///< "wall", "business", "working"
[[nodiscard]] bool reportClockFromName(QStringView name, ReportClock *clock);

/// First-contact resolution as the trade counts it (peers differ). Ours: opened by a customer, exactly one public reply
/// or call of an agent until it was solved, and no word of the requester within Report::days days after it that
/// reopened it. OneTouch: solved with fewer than two public replies, also none. OneReply: with exactly one.
enum class ReportVariant : int { Ours, OneTouch, OneReply };
[[nodiscard]] QString reportVariantName(ReportVariant variant); ///< "ours", "one-touch", "one-reply"
[[nodiscard]] bool reportVariantFromName(QStringView name, ReportVariant *variant);

/// By what a report is split. "Then": as it was when the thing happened; the others are those of the ticket today.
/// Keys of a cell: ids and numbers of enumerations; 0: none. Time: the local beginning of the span as days since
/// 1970-01-01 (Day, Week: its Monday, Month, Quarter, Year: its first day), 1 to 7 from Monday (Weekday), 0 to 23
/// (Hour).
enum class ReportDimension : int {
    Queue,
    QueueThen,
    Owner,
    OwnerThen, ///< who owned it then; of touches, who wrote; of work, who did it
    Priority,
    PriorityThen,
    Category,
    Channel,
    Organization,
    State,
    Policy,       ///< SLA policy of the cycle, else of the ticket today
    Target,       ///< SlaTargetKind; only SlaCompliance and Escalations
    Verdict,      ///< SlaCompliance: met (3), missed (4), running (1), cancelled (5), as SlaState has them
    BreachReason, ///< missed cycles by what people noted; the key is a number within the answer, the label the text
    FromState,    ///< of StateTransitions
    ToState,
    Activity, ///< of WorkTime, as people noted it; the key is a number within the answer, the label the text
    Tag,      ///< a ticket with two counts in both; the key is a number within the answer
    Hour,
    Weekday,
    Day,
    Week,
    Month,
    Quarter,
    Year,
};
inline constexpr int reportDimensionCount = int(ReportDimension::Year) + 1;
[[nodiscard]] QString reportDimensionName(ReportDimension dimension); ///< "queue", "queue-then", …
[[nodiscard]] bool reportDimensionFromName(QStringView name, ReportDimension *dimension);
/// Hour, Weekday, Day … Year.
[[nodiscard]] bool isTime(ReportDimension dimension);
/// Day … Year: an axis without holes.
[[nodiscard]] bool isSpan(ReportDimension dimension);

/// Which time, in whole local days of the report's zone.
enum class ReportSpan : int {
    Today,
    Yesterday,
    ThisWeek, ///< from Monday
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    LastQuarter,
    ThisYear,
    LastYear,
    LastDays, ///< ReportPeriod::days days that end with today
    Between,  ///< ReportPeriod::from to ReportPeriod::to
};
inline constexpr int reportSpanCount = int(ReportSpan::Between) + 1;
[[nodiscard]] QString reportSpanName(ReportSpan span); ///< "today", "last-week", …
[[nodiscard]] bool reportSpanFromName(QStringView name, ReportSpan *span);

struct ReportPeriod {
    ReportSpan span = ReportSpan::LastDays;
    int days = 30;    ///< of LastDays, 1 to 3660
    Instant from = 0; ///< Between: from here …
    Instant to = 0;   ///< … until here, without it
    bool operator==(const ReportPeriod &) const = default;
};

enum class ReportComparison : int {
    None,
    PreviousPeriod, ///< just as long, right before; of calendar spans the span before (last month: the month before)
    LastYear,       ///< the same a year ago
    OtherTickets,   ///< the same time, with Report::otherTickets in place of Report::tickets
};
[[nodiscard]] QString reportComparisonName(ReportComparison comparison); ///< "none", "previous", "last-year", "other"
[[nodiscard]] bool reportComparisonFromName(QStringView name, ReportComparison *comparison);

/// How a report is shown. Auto: by what it is split by. Survival: of measures with hasSurvival() that are not split,
/// and then the answer has a curve; of others as Histogram.
enum class ReportPicture : int { Auto, Number, Line, Bar, Stacked, HeatMap, Histogram, Survival, Table };
inline constexpr int reportPictureCount = int(ReportPicture::Table) + 1;
[[nodiscard]] QString reportPictureName(ReportPicture picture);
[[nodiscard]] bool reportPictureFromName(QStringView name, ReportPicture *picture);

/// A question to the desk's past, as data. What it means does not depend on who asks; what is counted is what they see.
struct Report {
    ReportMeasure measure = ReportMeasure::Created;
    ReportStatistic statistic = ReportStatistic::Count;
    ReportClock clock = ReportClock::Wall;
    ReportVariant variant = ReportVariant::Ours;
    int days = 5;                ///< N of ReopenRate and FirstContact, 1 to 365
    QVector<ReportDimension> by; ///< none, one or two, each once; at most one that is a span
    ReportPeriod period;
    QString zone;        ///< IANA; empty: the desk's, see deskZone()
    CalendarId calendar; ///< Business: this one's newest version; invalid: that of each ticket's policy
    Condition tickets;   ///< which tickets; asks them as they are now, and neither who looks nor what is unread
    QString ticketsText; ///< as a person typed it
    ReportComparison comparison = ReportComparison::None;
    Condition otherTickets;
    QString otherTicketsText;
    int limit = 12; ///< values of a dimension that is no time, the biggest ones; the others are together; 0: all
    ReportPicture picture = ReportPicture::Auto;
    bool operator==(const Report &) const = default;
};

/// The zone in which a desk counts its days: that of its oldest active calendar, else UTC.
[[nodiscard]] QString deskZone(const Catalog &catalog);

/// What is wrong with a report, by field: "by", "period", "zone", "statistic", "days", "tickets" → a word. Empty:
/// nothing.
struct ReportProblem {
    QString field;
    QLatin1String word; ///< "required", "unknown", "too-many", "not-for-this-measure", "order", "asks-who"
    bool operator==(const ReportProblem &) const = default;
};
[[nodiscard]] QVector<ReportProblem> reportProblems(const Report &report);
/// Whether a measure can be told and split so.
[[nodiscard]] QVector<ReportStatistic> statisticsOf(ReportMeasure measure); ///< the first is the usual one
[[nodiscard]] QVector<ReportDimension> dimensionsOf(ReportMeasure measure);
[[nodiscard]] bool isDuration(ReportMeasure measure);
/// Whether it is counted by a clock, see ReportClock: work is as long as people say, by all of them.
[[nodiscard]] bool hasClock(ReportMeasure measure);
/// Durations with an end: what has not ended yet is censored. An age never ends, and what was logged is over.
[[nodiscard]] bool hasSurvival(ReportMeasure measure);
/// Whether the answer to a report has a survival curve, see ReportSurvivalPoint.
[[nodiscard]] bool asksSurvival(const Report &report);

/// From `from`, until `to` without it.
struct ReportInterval {
    Instant from = 0;
    Instant to = 0;
    bool operator==(const ReportInterval &) const = default;
};
/// A period in a zone (valid, see zone_rules.h), seen at an instant: whole local days, but that it never ends after the
/// end of the day of `now`.
[[nodiscard]] ReportInterval intervalOf(const ReportPeriod &period, const QString &zone, Instant now);
/// The interval that it is compared with; PreviousPeriod and LastYear only.
[[nodiscard]] ReportInterval comparedInterval(const ReportPeriod &period, ReportComparison comparison,
                                              const QString &zone, Instant now);
/// The same report with its period fixed to what it is at an instant, so that it can be asked again later.
[[nodiscard]] Report fixedAt(const Report &report, const QString &deskZone, Instant now);

/// The tickets that a value of a report has counted: for lists, in place of a picture. The report's period is Between.
struct CountedTickets {
    Report report;
    QVector<qint64> keys; ///< of the cell, one for each dimension; empty: all of the report
    /// Keys of the cells that are shown beside "others", when the cell is that; see ReportAxis::others.
    QVector<qint64> except;
    int exceptDimension = 0;
    bool compared = false; ///< of the comparison
    /// Likewise of the second dimension, when the cell is that of "others" in both; `except` is of the first then.
    QVector<qint64> alsoExcept{};
    // Of a class of a histogram or a point of a survival curve, without keys: durations of at least so many ms …
    std::optional<qint64> lasting{};
    std::optional<qint64> below{}; ///< … and of less than so many; nothing: any
    bool survival = false;         ///< of what the survival curve is made of, see ReportSurvivalPoint
    bool operator==(const CountedTickets &) const = default;
};

/// A card of a dashboard: a report of its own, at a place of a grid of twelve columns.
struct DashboardCard {
    QString title; ///< empty: made of the report
    Report report;
    int column = 0; ///< 0 to 11
    int row = 0;
    int width = 4;  ///< columns, 2 to 12
    int height = 3; ///< rows
    /// What it tells is of its own period ("today", "at risk now"), whatever the whole dashboard is filtered by.
    bool ownPeriod = false;
    bool operator==(const DashboardCard &) const = default;
};

struct Dashboard {
    QVector<DashboardCard> cards; ///< ≤ 40
    bool operator==(const Dashboard &) const = default;
};

enum class ReportRhythm : int { Daily, Weekly, Monthly };
[[nodiscard]] QString reportRhythmName(ReportRhythm rhythm); ///< "daily", "weekly", "monthly"
[[nodiscard]] bool reportRhythmFromName(QStringView name, ReportRhythm *rhythm);

/// A report or dashboard that is mailed. What a reader gets is what they may see, in their language.
struct ReportSchedule {
    ReportItemId item; ///< a report or a dashboard; invalid: `builtin`
    ReportRhythm rhythm = ReportRhythm::Weekly;
    int day = 1;  ///< Weekly: 1 to 7 from Monday; Monthly: 1 to 31, the last day of shorter months
    int hour = 7; ///< local
    int minute = 0;
    QString zone;              ///< IANA; empty: the desk's
    QVector<PersonId> readers; ///< agents
    bool pdf = true;           ///< with a PDF beside the pictures
    QString builtin = {};      ///< builtinDashboardName() of a dashboard that every desk has; else empty
    bool operator==(const ReportSchedule &) const = default;
};
/// The first instant after `after` at which a schedule is due.
[[nodiscard]] Instant nextSending(const ReportSchedule &schedule, const QString &deskZone, Instant after);
/// The newest instant at which it was due, `at` itself included; 0: in the last months there was none.
[[nodiscard]] Instant lastSending(const ReportSchedule &schedule, const QString &deskZone, Instant at);

/// What a person has saved. Shared ones are seen by every agent, and changed by their owner and by admins.
struct ReportItem {
    ReportItemId id;
    int version = 0; ///< raised with every change; older ones are kept
    PersonId owner;
    bool shared = false;
    QString name;
    std::variant<Report, Dashboard, ReportSchedule> content;
    bool active = true; ///< of a schedule: whether it is sent
    bool operator==(const ReportItem &) const = default;
};

} // namespace deskhand
