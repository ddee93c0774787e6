// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report_card_presenter.h"
#include "models/search_presenter.h"

namespace deskhand {

/// A report being made: every change keeps it one that can be asked, and its preview follows. GUI thread; desk and
/// catalog outlive it.
class ReportBuilderPresenter final : public QObject
{
    Q_OBJECT

public:
    ReportBuilderPresenter(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);

    /// How it begins.
    void setReport(const Report &report, const QString &name);
    [[nodiscard]] const Report &report() const { return m_report; }
    [[nodiscard]] QString name() const { return m_name; }
    /// What it is called when nobody gives it a name.
    [[nodiscard]] QString suggestedName() const;
    void setName(const QString &name);

    /// Also tells it as the measure is usually told, and drops splits that it does not have.
    void setMeasure(ReportMeasure measure);
    void setStatistic(ReportStatistic statistic);
    void setClock(ReportClock clock);
    void setVariant(ReportVariant variant);
    void setDays(int days);
    /// `place`: 0 or 1; nothing: not split. The second moves up when there is no first.
    void setSplit(int place, std::optional<ReportDimension> dimension);
    void setPeriod(const ReportPeriod &period);
    void setZone(const QString &zone);
    void setComparison(ReportComparison comparison);
    void setPicture(ReportPicture picture);
    void setLimit(int limit);
    /// Text of conditions, as in the search box.
    void setTickets(const QString &text);
    void setOtherTickets(const QString &text);

    [[nodiscard]] QVector<ReportStatistic> statistics() const { return statisticsOf(m_report.measure); }
    /// By what it can be split at that place: at most one split is a span of time.
    [[nodiscard]] QVector<ReportDimension> splits(int place) const;
    /// That make sense of it.
    [[nodiscard]] QVector<ReportPicture> pictures() const;
    [[nodiscard]] bool hasClock() const
    {
        return deskhand::hasClock(m_report.measure) && m_report.statistic != ReportStatistic::Count;
    }
    [[nodiscard]] bool hasDays() const;
    [[nodiscard]] bool hasVariant() const { return m_report.measure == ReportMeasure::FirstContact; }

    [[nodiscard]] const std::optional<ConditionProblem> &ticketsProblem() const { return m_ticketsProblem; }
    [[nodiscard]] const std::optional<ConditionProblem> &otherTicketsProblem() const { return m_otherProblem; }
    /// In words; empty: it can be asked.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isValid() const { return problem().isEmpty(); }
    [[nodiscard]] ReportCardPresenter &preview() { return *m_preview; }

Q_SIGNALS:
    void changed();

private:
    void announce();
    void tidy();
    [[nodiscard]] std::optional<ConditionProblem> read(const QString &text, Condition *condition) const;

    const CatalogHolder &m_holder;
    Report m_report;
    QString m_name;
    std::optional<ConditionProblem> m_ticketsProblem;
    std::optional<ConditionProblem> m_otherProblem;
    ReportCardPresenter *m_preview;
};

} // namespace deskhand
