// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/list_spec.h"
#include "models/reports/report_chart.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QTimer>

#include <optional>

namespace deskhand {

/// One report as a card shows it: asked when it is set, when the desk changes and when time has passed; never twice at
/// once, and not while nobody looks. What was known stays until there is something newer. GUI thread; desk and catalog
/// outlive it.
class ReportCardPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Loading, ///< nothing is known yet
        Ready,
        Failed, ///< and nothing is known
    };
    static constexpr int pauseMs = 80;         ///< in which several wishes become one
    static constexpr int leastLiveMs = 1'500;  ///< between two answers because of changes
    static constexpr int catchingUpMs = 2'000; ///< after which what was not counted may be
    static constexpr int liveShareOfCost = 12; ///< a slow report is asked again less often

    ReportCardPresenter(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);
    ~ReportCardPresenter() override;

    /// `title`: as somebody called it; empty: that of the report.
    void setReport(const Report &report, const QString &title = {});
    [[nodiscard]] const Report &report() const { return m_report; }
    /// Only an active card asks.
    void setActive(bool active);
    void refresh();

    [[nodiscard]] State state() const;
    /// A question is under way.
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] const std::optional<ReportAnswer> &answer() const { return m_answer; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    [[nodiscard]] QString title() const;
    /// "Last 30 days".
    [[nodiscard]] QString period() const;
    /// The period and what the title does not say: "Median · Last 30 days".
    [[nodiscard]] QString foot() const;
    /// The total; "–" without one.
    [[nodiscard]] QString number() const;
    /// "18 of 24".
    [[nodiscard]] QString numberNote() const;
    [[nodiscard]] ReportChange change() const;
    /// What is not in it: "3 changes not counted yet", "Only what is on this computer". Mostly empty.
    [[nodiscard]] QString caveat() const;
    /// Why there is no number.
    [[nodiscard]] QString failure() const;
    /// A number alone is not drawn.
    [[nodiscard]] bool hasChart() const { return pictureOf(m_report) != ReportPicture::Number; }
    [[nodiscard]] ChartData chart() const;
    [[nodiscard]] QVector<CountingFact> howCounted() const;
    /// Of the number, for tickets().
    [[nodiscard]] ChartKey numberKey() const;
    /// Exactly the tickets that a point has counted, as a list; nothing: it is not known which.
    [[nodiscard]] std::optional<ListSpec> tickets(ChartKey key) const;
    [[nodiscard]] ReportWords words() const;

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const Result<ReportAnswer> &answer);
    void takeChanges(const QVector<Change> &changes);
    void passTime();
    void askLater(int milliseconds);

    Desk &m_desk;
    const CatalogHolder &m_holder;
    Report m_report;
    QString m_title;
    Report m_asked; ///< of which m_answer is
    std::optional<ReportAnswer> m_answer;
    std::optional<Error> m_error;
    QFuture<Result<ReportAnswer>> m_future;
    QTimer m_again;
    QElapsedTimer m_since;
    qint64 m_costMs = 0;
    quint64 m_number = 0;
    bool m_active = true;
    bool m_set = false;
    bool m_stale = false;
    bool m_asking = false;
};

} // namespace deskhand
