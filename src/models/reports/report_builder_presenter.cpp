// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_builder_presenter.h"

#include "domain/condition_text.h"

#include <algorithm>

namespace deskhand {

ReportBuilderPresenter::ReportBuilderPresenter(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QObject(parent)
    , m_holder(holder)
    , m_preview(new ReportCardPresenter(desk, holder, this))
{
}

void ReportBuilderPresenter::setReport(const Report &report, const QString &name)
{
    m_report = report;
    m_name = name;
    if (m_report.ticketsText.isEmpty() && !m_report.tickets.isEverything())
        m_report.ticketsText = printCondition(m_report.tickets, *m_holder.catalog());
    m_ticketsProblem.reset();
    m_otherProblem.reset();
    announce();
}

QString ReportBuilderPresenter::suggestedName() const
{
    const QString title = m_preview->words().title(m_report);
    return m_report.ticketsText.isEmpty()
               ? title
               : tr("%1: %2", "what is asked, of which tickets").arg(title, m_report.ticketsText);
}

void ReportBuilderPresenter::setName(const QString &name)
{
    m_name = name;
    announce();
}

void ReportBuilderPresenter::setMeasure(ReportMeasure measure)
{
    if (measure == m_report.measure)
        return;
    m_report.measure = measure;
    m_report.statistic = statisticsOf(measure).first();
    tidy();
    announce();
}

void ReportBuilderPresenter::setStatistic(ReportStatistic statistic)
{
    m_report.statistic = statistic;
    announce();
}

void ReportBuilderPresenter::setClock(ReportClock clock)
{
    m_report.clock = clock;
    announce();
}

void ReportBuilderPresenter::setVariant(ReportVariant variant)
{
    m_report.variant = variant;
    announce();
}

void ReportBuilderPresenter::setDays(int days)
{
    m_report.days = days;
    announce();
}

void ReportBuilderPresenter::setSplit(int place, std::optional<ReportDimension> dimension)
{
    QVector<ReportDimension> by = m_report.by;
    if (place < by.size())
        by.removeAt(place);
    if (dimension) {
        by.removeAll(*dimension);
        by.insert(std::min(qsizetype(place), by.size()), *dimension);
    }
    m_report.by = by;
    tidy();
    announce();
}

void ReportBuilderPresenter::tidy()
{
    const QVector<ReportDimension> possible = dimensionsOf(m_report.measure);
    const auto gone = [&](ReportDimension each) { return !possible.contains(each); };
    m_report.by.erase(std::remove_if(m_report.by.begin(), m_report.by.end(), gone), m_report.by.end());
    if (m_report.by.size() == 2 && isSpan(m_report.by.first()) && isSpan(m_report.by.last()))
        m_report.by.removeLast();
    if (!pictures().contains(m_report.picture))
        m_report.picture = ReportPicture::Auto;
}

void ReportBuilderPresenter::setPeriod(const ReportPeriod &period)
{
    m_report.period = period;
    announce();
}

void ReportBuilderPresenter::setZone(const QString &zone)
{
    m_report.zone = zone;
    announce();
}

void ReportBuilderPresenter::setComparison(ReportComparison comparison)
{
    m_report.comparison = comparison;
    announce();
}

void ReportBuilderPresenter::setPicture(ReportPicture picture)
{
    m_report.picture = picture;
    announce();
}

void ReportBuilderPresenter::setLimit(int limit)
{
    m_report.limit = limit;
    announce();
}

std::optional<ConditionProblem> ReportBuilderPresenter::read(const QString &text, Condition *condition) const
{
    const Result<Condition> parsed = parseCondition(text, *m_holder.catalog(), QTimeZone::systemTimeZone());
    if (!parsed)
        return conditionProblem(parsed.error());
    *condition = *parsed;
    return std::nullopt;
}

void ReportBuilderPresenter::setTickets(const QString &text)
{
    m_report.ticketsText = text.trimmed();
    m_ticketsProblem = read(text, &m_report.tickets);
    announce();
}

void ReportBuilderPresenter::setOtherTickets(const QString &text)
{
    m_report.otherTicketsText = text.trimmed();
    m_otherProblem = read(text, &m_report.otherTickets);
    announce();
}

QVector<ReportDimension> ReportBuilderPresenter::splits(int place) const
{
    QVector<ReportDimension> possible = dimensionsOf(m_report.measure);
    const int other = 1 - place;
    if (other < m_report.by.size()) {
        const ReportDimension taken = m_report.by[other];
        possible.removeAll(taken);
        if (isSpan(taken))
            possible.erase(std::remove_if(possible.begin(), possible.end(), isSpan), possible.end());
    }
    return possible;
}

QVector<ReportPicture> ReportBuilderPresenter::pictures() const
{
    using enum ReportPicture;
    if (m_report.by.isEmpty())
        return hasSurvival(m_report.measure)  ? QVector<ReportPicture>{Auto, Number, Histogram, Survival}
               : isDuration(m_report.measure) ? QVector<ReportPicture>{Auto, Number, Histogram}
                                              : QVector<ReportPicture>{Auto, Number};
    const bool overTime = std::any_of(m_report.by.cbegin(), m_report.by.cend(), isSpan);
    QVector<ReportPicture> all{Auto, Bar};
    if (overTime)
        all << Line;
    if (m_report.by.size() == 2)
        all << Stacked << HeatMap;
    return all << Table << Number;
}

bool ReportBuilderPresenter::hasDays() const
{
    return m_report.measure == ReportMeasure::ReopenRate
           || (m_report.measure == ReportMeasure::FirstContact && m_report.variant == ReportVariant::Ours);
}

QString ReportBuilderPresenter::problem() const
{
    if (m_ticketsProblem || (m_otherProblem && m_report.comparison == ReportComparison::OtherTickets))
        return tr("The condition is not complete.");
    const QVector<ReportProblem> problems = reportProblems(m_report);
    return problems.isEmpty() ? QString() : ReportWords::problem(problems.first());
}

void ReportBuilderPresenter::announce()
{
    // What cannot be asked leaves the preview as it was.
    if (isValid())
        m_preview->setReport(m_report, m_name);
    Q_EMIT changed();
}

} // namespace deskhand
