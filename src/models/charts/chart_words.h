// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"

#include <QCoreApplication>
#include <QLocale>

namespace deskhand {

/// What is said about a chart, in a language. Pure: the same arguments give the same words.
struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::ChartWords)

public:
    QLocale locale;

    /// "1,204", "12.5", "93.4 %", "3 h 10 min"; "–" without a value.
    [[nodiscard]] QString value(ChartFormat format, std::optional<double> value) const;
    /// The same for an axis whose labels are `step` apart: no digit more than tells them apart.
    [[nodiscard]] QString tick(ChartFormat format, double value, double step) const;
    /// A length of time as two parts at most: "45 s", "3 h 10 min", "2 d 4 h".
    [[nodiscard]] QString duration(double milliseconds) const;
    /// Of work, to the minute: "45 min", "3 h 10 min", "1,204 h".
    [[nodiscard]] QString hours(double milliseconds) const;
    /// The bucket or category of a point: "Monday, 3 March 2025", "Week from 3 March 2025", "March 2025", "Network", "1
    /// h – 2 h".
    [[nodiscard]] QString position(const ChartData &data, int point) const;
    /// The same, short, for the table and for sheets: "2025-03-03".
    [[nodiscard]] QString shortPosition(const ChartData &data, int point) const;
    /// A point in a tool tip and for screen readers: "Created: 42". With the change against its comparison, if it has
    /// one.
    [[nodiscard]] QString valueLine(const ChartData &data, int series, int point) const;
    /// All of a column: the position and a line for each series with a value.
    [[nodiscard]] QString toolTip(const ChartData &data, int point) const;
    /// What a screen reader says of the chart before anybody goes in: kind, span, extremes, last value of each series.
    [[nodiscard]] QString summary(const ChartData &data) const;
    /// What to show instead of a chart that has no values.
    [[nodiscard]] QString emptyText(const ChartData &data) const;
    /// The head of the column of positions: "Date", "Month", "Duration"; the axis' title goes before it.
    [[nodiscard]] static QString positionHead(const ChartData &data);
    /// The name of a kind of chart: "Line chart".
    [[nodiscard]] static QString kindName(ChartKind kind);
    /// A label of the axis of time at `at`, which is the beginning of a bucket of `step`: "3 Mar", "Mar", "2025",
    /// "14:00". `first`: it is the first one of the axis and says the larger unit, too.
    [[nodiscard]] QString timeTick(Instant at, ChartStep step, const QTimeZone &zone, bool first) const;
};

} // namespace deskhand
