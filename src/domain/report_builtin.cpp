// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report_builtin.h"

#include <array>

namespace deskhand {
namespace {

using Dim = ReportDimension;
using Measure = ReportMeasure;
using Statistic = ReportStatistic;

constexpr std::array builtinNames{
    QLatin1String("sla"),  QLatin1String("volume"),     QLatin1String("speed"),   QLatin1String("backlog"),
    QLatin1String("team"), QLatin1String("categories"), QLatin1String("quality"),
};

constexpr qint64 riskAhead = 2 * 3'600'000; ///< what runs out within so many ms is at risk

ReportPeriod lastDays(int days)
{
    ReportPeriod period;
    period.days = days;
    return period;
}

ReportPeriod spanOf(ReportSpan span)
{
    ReportPeriod period;
    period.span = span;
    return period;
}

Report reportOf(Measure measure, QVector<Dim> by, const ReportPeriod &period)
{
    Report report;
    report.measure = measure;
    report.statistic = statisticsOf(measure).first();
    report.by = std::move(by);
    report.period = period;
    return report;
}

Report numberOf(Measure measure, const ReportPeriod &period)
{
    Report report = reportOf(measure, {}, period);
    report.comparison = ReportComparison::PreviousPeriod;
    report.picture = ReportPicture::Number;
    return report;
}

Report countOf(Measure measure, QVector<Dim> by, const ReportPeriod &period)
{
    Report report = reportOf(measure, std::move(by), period);
    report.statistic = Statistic::Count;
    return report;
}

Report pictured(Report report, ReportPicture picture)
{
    report.picture = picture;
    return report;
}

Report compared(Report report)
{
    report.comparison = ReportComparison::PreviousPeriod;
    return report;
}

Report told(Report report, Statistic statistic)
{
    report.statistic = statistic;
    return report;
}

Report byClock(Report report, ReportClock clock)
{
    report.clock = clock;
    return report;
}

Report inVariant(Report report, ReportVariant variant)
{
    report.variant = variant;
    return report;
}

/// Unresolved now, and a promise runs out soon or has.
Report atRisk(QVector<Dim> by)
{
    Report report = reportOf(Measure::Backlog, std::move(by), spanOf(ReportSpan::Today));
    report.tickets = Condition::all(
        {Condition::is(ConditionField::Sla, {qint64(SlaStanding::Running)}),
         Condition::compare(ConditionField::SlaDue, ConditionOperator::Less, ConditionInstant{true, riskAhead})});
    report.ticketsText = QStringLiteral("sla:running left<2h");
    if (report.by.isEmpty())
        report.picture = ReportPicture::Number;
    return report;
}

/// Rows of cards from the top, each as high as its first.
class CardRows
{
public:
    void row(int height)
    {
        m_row += m_height;
        m_height = height;
        m_column = 0;
    }
    void add(QLatin1String id, int width, const Report &report)
    {
        m_cards.append({id, DashboardCard{{}, report, m_column, m_row, width, m_height}});
        m_column += width;
    }
    /// Its name says of which time it is.
    void addOfOwnTime(QLatin1String id, int width, const Report &report)
    {
        add(id, width, report);
        m_cards.last().card.ownPeriod = true;
    }
    [[nodiscard]] QVector<BuiltinCard> cards() const { return m_cards; }

private:
    QVector<BuiltinCard> m_cards;
    int m_row = 0;
    int m_height = 0;
    int m_column = 0;
};

QVector<BuiltinCard> slaCards()
{
    const ReportPeriod month = lastDays(30);
    CardRows cards;
    cards.row(2);
    cards.addOfOwnTime(QLatin1String("today"), 3, numberOf(Measure::SlaCompliance, spanOf(ReportSpan::Today)));
    cards.addOfOwnTime(QLatin1String("week"), 3, numberOf(Measure::SlaCompliance, spanOf(ReportSpan::ThisWeek)));
    cards.addOfOwnTime(QLatin1String("month"), 3, numberOf(Measure::SlaCompliance, spanOf(ReportSpan::ThisMonth)));
    cards.addOfOwnTime(QLatin1String("risk"), 3, atRisk({}));
    cards.row(4);
    cards.add(QLatin1String("trend"), 8, compared(reportOf(Measure::SlaCompliance, {Dim::Day}, month)));
    cards.addOfOwnTime(QLatin1String("risk-queues"), 4, atRisk({Dim::Queue}));
    cards.row(4);
    cards.add(QLatin1String("queues"), 4, reportOf(Measure::SlaCompliance, {Dim::QueueThen}, month));
    cards.add(QLatin1String("targets"), 4, countOf(Measure::SlaCompliance, {Dim::Target, Dim::Verdict}, month));
    cards.add(QLatin1String("reasons"), 4, countOf(Measure::SlaCompliance, {Dim::BreachReason}, month));
    cards.row(4);
    cards.add(QLatin1String("priorities"), 6,
              countOf(Measure::SlaCompliance, {Dim::PriorityThen, Dim::Verdict}, month));
    cards.add(QLatin1String("policies"), 6, countOf(Measure::SlaCompliance, {Dim::Policy, Dim::Verdict}, month));
    return cards.cards();
}

QVector<BuiltinCard> volumeCards()
{
    const ReportPeriod month = lastDays(30);
    const ReportPeriod quarter = lastDays(91);
    CardRows cards;
    cards.row(2);
    cards.add(QLatin1String("created"), 3, numberOf(Measure::Created, month));
    cards.add(QLatin1String("solved"), 3, numberOf(Measure::TicketsSolved, month));
    cards.add(QLatin1String("reopened"), 3, numberOf(Measure::TicketsReopened, month));
    cards.add(QLatin1String("backlog"), 3, numberOf(Measure::Backlog, month));
    cards.row(4);
    cards.add(QLatin1String("trend"), 6, compared(reportOf(Measure::Created, {Dim::Day}, quarter)));
    cards.add(QLatin1String("solved-trend"), 6, compared(reportOf(Measure::TicketsSolved, {Dim::Day}, quarter)));
    cards.row(4);
    cards.add(QLatin1String("hours"), 8, reportOf(Measure::Created, {Dim::Weekday, Dim::Hour}, quarter));
    cards.add(QLatin1String("channels"), 4, reportOf(Measure::Created, {Dim::Channel}, quarter));
    cards.row(4);
    cards.add(QLatin1String("channel-trend"), 6, reportOf(Measure::Created, {Dim::Week, Dim::Channel}, lastDays(182)));
    cards.add(QLatin1String("queues"), 6, reportOf(Measure::Created, {Dim::Queue}, quarter));
    return cards.cards();
}

QVector<BuiltinCard> speedCards()
{
    const ReportPeriod month = lastDays(30);
    const ReportPeriod quarter = lastDays(91);
    CardRows cards;
    cards.row(2);
    cards.add(QLatin1String("first-response"), 3,
              byClock(numberOf(Measure::FirstResponse, month), ReportClock::Business));
    cards.add(QLatin1String("next-response"), 3,
              byClock(numberOf(Measure::NextResponse, month), ReportClock::Business));
    cards.add(QLatin1String("resolution"), 3, numberOf(Measure::Resolution, month));
    cards.add(QLatin1String("resolution-p90"), 3, told(numberOf(Measure::Resolution, month), Statistic::Percentile90));
    cards.row(4);
    cards.add(QLatin1String("first-response-trend"), 6,
              byClock(compared(reportOf(Measure::FirstResponse, {Dim::Week}, lastDays(182))), ReportClock::Business));
    cards.add(QLatin1String("resolution-trend"), 6,
              compared(reportOf(Measure::Resolution, {Dim::Week}, lastDays(182))));
    cards.row(4);
    cards.add(QLatin1String("first-response-spread"), 6,
              pictured(byClock(reportOf(Measure::FirstResponse, {}, quarter), ReportClock::Business),
                       ReportPicture::Histogram));
    cards.add(QLatin1String("resolution-spread"), 6,
              pictured(reportOf(Measure::Resolution, {}, quarter), ReportPicture::Histogram));
    cards.row(4);
    cards.add(QLatin1String("resolution-priorities"), 4, reportOf(Measure::Resolution, {Dim::Priority}, quarter));
    cards.add(QLatin1String("resolution-queues"), 4, reportOf(Measure::Resolution, {Dim::Queue}, quarter));
    cards.add(QLatin1String("working-time"), 4,
              byClock(reportOf(Measure::Resolution, {Dim::Queue}, quarter), ReportClock::Working));
    return cards.cards();
}

QVector<BuiltinCard> backlogCards()
{
    const ReportPeriod quarter = lastDays(91);
    CardRows cards;
    cards.row(2);
    cards.add(QLatin1String("backlog"), 4, numberOf(Measure::Backlog, lastDays(7)));
    cards.add(QLatin1String("age"), 4, numberOf(Measure::BacklogAge, lastDays(7)));
    cards.add(QLatin1String("age-p90"), 4, told(numberOf(Measure::BacklogAge, lastDays(7)), Statistic::Percentile90));
    cards.row(4);
    cards.add(QLatin1String("trend"), 8, compared(reportOf(Measure::Backlog, {Dim::Day}, quarter)));
    cards.add(QLatin1String("states"), 4, reportOf(Measure::Backlog, {Dim::State}, spanOf(ReportSpan::Today)));
    cards.row(4);
    cards.add(QLatin1String("survival"), 6,
              pictured(reportOf(Measure::Resolution, {}, quarter), ReportPicture::Survival));
    cards.add(QLatin1String("queues"), 6,
              reportOf(Measure::Backlog, {Dim::Queue, Dim::Priority}, spanOf(ReportSpan::Today)));
    cards.row(4);
    cards.add(QLatin1String("age-queues"), 6, reportOf(Measure::BacklogAge, {Dim::Queue}, spanOf(ReportSpan::Today)));
    cards.add(QLatin1String("categories"), 6, reportOf(Measure::Backlog, {Dim::Category}, spanOf(ReportSpan::Today)));
    return cards.cards();
}

QVector<BuiltinCard> teamCards()
{
    const ReportPeriod month = lastDays(30);
    CardRows cards;
    cards.row(4);
    cards.add(QLatin1String("load"), 6, reportOf(Measure::AgentLoad, {Dim::OwnerThen}, spanOf(ReportSpan::Today)));
    cards.add(QLatin1String("load-trend"), 6, reportOf(Measure::AgentLoad, {Dim::Week, Dim::OwnerThen}, lastDays(91)));
    cards.row(4);
    cards.add(QLatin1String("solved"), 4, reportOf(Measure::TicketsSolved, {Dim::OwnerThen}, month));
    cards.add(QLatin1String("touches"), 4, reportOf(Measure::Touches, {Dim::OwnerThen}, month));
    cards.add(QLatin1String("reassigned"), 4, reportOf(Measure::Reassignments, {Dim::OwnerThen}, month));
    cards.row(4);
    cards.add(QLatin1String("resolution"), 6, reportOf(Measure::Resolution, {Dim::Owner}, month));
    cards.add(QLatin1String("sla"), 6, reportOf(Measure::SlaCompliance, {Dim::OwnerThen}, month));
    cards.row(4);
    cards.add(QLatin1String("work"), 4, reportOf(Measure::WorkTime, {Dim::OwnerThen}, month));
    cards.add(QLatin1String("work-queues"), 4, reportOf(Measure::WorkTime, {Dim::QueueThen}, month));
    cards.add(QLatin1String("work-activities"), 4, reportOf(Measure::WorkTime, {Dim::Activity}, month));
    return cards.cards();
}

QVector<BuiltinCard> categoryCards()
{
    const ReportPeriod quarter = lastDays(91);
    CardRows cards;
    cards.row(4);
    cards.add(QLatin1String("created"), 6, reportOf(Measure::Created, {Dim::Category}, quarter));
    cards.add(QLatin1String("share"), 6, told(reportOf(Measure::Created, {Dim::Category}, quarter), Statistic::Share));
    cards.row(4);
    cards.add(QLatin1String("trend"), 12, reportOf(Measure::Created, {Dim::Week, Dim::Category}, lastDays(182)));
    cards.row(4);
    cards.add(QLatin1String("resolution"), 4, reportOf(Measure::Resolution, {Dim::Category}, quarter));
    cards.add(QLatin1String("reopened"), 4, reportOf(Measure::ReopenRate, {Dim::Category}, quarter));
    cards.add(QLatin1String("backlog"), 4, reportOf(Measure::Backlog, {Dim::Category}, spanOf(ReportSpan::Today)));
    return cards.cards();
}

QVector<BuiltinCard> qualityCards()
{
    const ReportPeriod month = lastDays(30);
    const ReportPeriod half = lastDays(182);
    CardRows cards;
    cards.row(2);
    cards.add(QLatin1String("reopen-rate"), 3, numberOf(Measure::ReopenRate, month));
    cards.add(QLatin1String("fcr"), 3, numberOf(Measure::FirstContact, month));
    cards.add(QLatin1String("fcr-one-touch"), 3,
              inVariant(numberOf(Measure::FirstContact, month), ReportVariant::OneTouch));
    cards.add(QLatin1String("fcr-one-reply"), 3,
              inVariant(numberOf(Measure::FirstContact, month), ReportVariant::OneReply));
    cards.row(4);
    cards.add(QLatin1String("reopen-trend"), 6, compared(reportOf(Measure::ReopenRate, {Dim::Week}, half)));
    cards.add(QLatin1String("fcr-trend"), 6, compared(reportOf(Measure::FirstContact, {Dim::Week}, half)));
    cards.row(4);
    cards.add(QLatin1String("reopen-queues"), 4, reportOf(Measure::ReopenRate, {Dim::Queue}, month));
    cards.add(QLatin1String("transfers"), 4, reportOf(Measure::Transfers, {Dim::QueueThen}, month));
    cards.add(QLatin1String("touches"), 4, reportOf(Measure::Touches, {Dim::Channel}, month));
    cards.row(4);
    cards.add(QLatin1String("bounces"), 4, reportOf(Measure::Bounces, {Dim::Day}, month));
    cards.add(QLatin1String("escalations"), 4, reportOf(Measure::Escalations, {Dim::Target}, month));
    cards.add(
        QLatin1String("transitions"), 4,
        pictured(reportOf(Measure::StateTransitions, {Dim::FromState, Dim::ToState}, month), ReportPicture::HeatMap));
    return cards.cards();
}

} // namespace

QString builtinDashboardName(BuiltinDashboard dashboard)
{
    return builtinNames[size_t(dashboard)];
}

bool builtinDashboardFromName(QStringView name, BuiltinDashboard *dashboard)
{
    for (size_t i = 0; i < builtinNames.size(); ++i) {
        if (name == builtinNames[i]) {
            *dashboard = BuiltinDashboard(int(i));
            return true;
        }
    }
    return false;
}

QVector<BuiltinCard> builtinCards(BuiltinDashboard dashboard)
{
    switch (dashboard) {
    case BuiltinDashboard::Sla: return slaCards();
    case BuiltinDashboard::Volume: return volumeCards();
    case BuiltinDashboard::Speed: return speedCards();
    case BuiltinDashboard::Backlog: return backlogCards();
    case BuiltinDashboard::Team: return teamCards();
    case BuiltinDashboard::Categories: return categoryCards();
    case BuiltinDashboard::Quality: return qualityCards();
    }
    return {};
}

} // namespace deskhand
