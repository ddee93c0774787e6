// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/report_builtin.h"
#include "models/charts/chart_words.h"
#include "operations/report_answer.h"

#include <QCoreApplication>
#include <QLocale>

namespace deskhand {

/// A line of "how it is counted".
struct CountingFact {
    QString title; ///< "What", "When", "Which tickets", …
    QString text;
    bool operator==(const CountingFact &) const = default;
};

/// A value against what it is compared with.
struct ReportChange {
    enum class Direction { None, Up, Down, Same };
    enum class Meaning { Neutral, Better, Worse };
    Direction direction = Direction::None; ///< None: nothing to compare with
    Meaning meaning = Meaning::Neutral;
    QString text;      ///< "12 % more than the 30 days before (38)"; empty: not compared
    QString shortText; ///< the same where there is little room, beside an arrow: "12 % vs. 30 days before"
    bool operator==(const ReportChange &) const = default;
};

/// Reports in words for people. Pure: the same arguments give the same words.
class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::ReportWords)

public:
    explicit ReportWords(CatalogPtr catalog, QLocale locale = QLocale());

    [[nodiscard]] static QString dashboard(BuiltinDashboard dashboard);
    /// What the dashboard is for, in a sentence.
    [[nodiscard]] static QString dashboardHint(BuiltinDashboard dashboard);
    /// Empty: the card is called as its report.
    [[nodiscard]] static QString builtinCard(BuiltinDashboard dashboard, const QString &id);

    [[nodiscard]] static QString measure(ReportMeasure measure);
    /// The exact definition.
    [[nodiscard]] static QString definition(const Report &report);
    [[nodiscard]] static QString statistic(ReportStatistic statistic);
    [[nodiscard]] static QString dimension(ReportDimension dimension);
    [[nodiscard]] static QString clock(ReportClock clock);
    [[nodiscard]] static QString variant(ReportVariant variant);
    [[nodiscard]] static QString comparison(ReportComparison comparison);
    [[nodiscard]] static QString picture(ReportPicture picture);
    [[nodiscard]] static QString rhythm(ReportRhythm rhythm);
    [[nodiscard]] static QString span(ReportSpan span);
    /// Of a field and word of ReportProblem.
    [[nodiscard]] static QString problem(const ReportProblem &problem);

    /// "Last 30 days", "1 Oct 2026 – 31 Dec 2026".
    [[nodiscard]] QString period(const ReportPeriod &period, const QString &zone) const;
    [[nodiscard]] QString interval(const ReportInterval &interval, const QString &zone) const;
    /// "12 lasted so long"; of a point of a survival curve.
    [[nodiscard]] static QString lasting(qint64 count);
    /// "4 h – 8 h", "8 h or more"; ms.
    [[nodiscard]] static QString lastingFrom(qint64 from, std::optional<qint64> below);
    /// What the report asks: "Resolution time by queue (median)".
    [[nodiscard]] QString title(const Report &report) const;
    /// An entry of an axis: "Network", "none", "Tuesday", "14:00", "3 March 2026".
    [[nodiscard]] QString entry(ReportDimension dimension, const ReportAxisEntry &entry) const;
    /// "1,204", "93.4 %", "3 h 10 min"; "–" without a value.
    [[nodiscard]] QString value(const Report &report, std::optional<qint64> value) const;
    [[nodiscard]] QString amount(const Report &report, const ReportCell &cell) const;
    /// A cell's small print: "18 of 24", "of 120 tickets, 5 still open".
    [[nodiscard]] QString note(const Report &report, const ReportCell &cell) const;
    [[nodiscard]] ReportChange change(const Report &report, const ReportAnswer &answer) const;
    /// "the 30 days before", "last year", …
    [[nodiscard]] QString comparedWith(const Report &report) const;
    /// Everything that a number depends on. `answer` null: it is not known yet.
    [[nodiscard]] QVector<CountingFact> howCounted(const Report &report, const ReportAnswer *answer) const;
    /// When a schedule is sent: "every Monday at 07:00".
    [[nodiscard]] QString schedule(const ReportSchedule &schedule) const;

    [[nodiscard]] static ChartFormat format(const Report &report);
    /// In units of a chart: counts, shares of 1, milliseconds.
    [[nodiscard]] static double chartValue(const Report &report, qint64 value);

private:
    [[nodiscard]] static QString exclusions(const Report &report);
    [[nodiscard]] QString comparedWithShort(const Report &report) const;
    [[nodiscard]] QString reference(ReportDimension dimension, const ReportAxisEntry &entry) const;

    CatalogPtr m_catalog;
    QLocale m_locale;
};

/// Whether more of it is better: 1, worse: -1, neither: 0.
[[nodiscard]] int goodDirection(ReportMeasure measure);
/// How a report is shown; never Auto.
[[nodiscard]] ReportPicture pictureOf(const Report &report);

} // namespace deskhand
