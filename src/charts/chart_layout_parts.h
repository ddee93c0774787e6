// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_layout.h"
#include "models/charts/chart_scale.h"

#include <QFontMetricsF>

namespace deskhand {

/// What the steps of laying out a chart hand to each other.
struct ChartLayout {
    const ChartData &data;
    const ChartWords &words;
    const ChartStyle &style;
    ChartScene scene;
    QFontMetricsF metrics;
    QFontMetricsF strongMetrics;
    ValueScale scale;
    QRectF room;           ///< what is left to give away
    bool atLines = false;  ///< the names of series stand beside their lines
    double namesWidth = 0; ///< of those
    int markRows = 0;      ///< lines of text above the plot for the marks of positions

    [[nodiscard]] int points() const { return scene.window.last - scene.window.first + 1; }
    [[nodiscard]] double slotWidth() const { return scene.plot.width() / std::max(1, points()); }
    /// The middle of a point's slot.
    [[nodiscard]] double xOf(int point) const
    {
        return scene.plot.left() + (point - scene.window.first + 0.5) * slotWidth();
    }
    [[nodiscard]] double yOf(double value) const
    {
        return scene.plot.bottom() - scale.share(value) * scene.plot.height();
    }
    void addText(ChartText::Role role, const QRectF &rect, const QString &text, Qt::Alignment align,
                 const QColor &color);
};

namespace chart_layout {

/// Series that are not what others are compared with.
[[nodiscard]] int currentSeries(const ChartData &data);

inline constexpr double gap = 4;

// Around the plot.
void titles(ChartLayout &layout);
void legend(ChartLayout &layout);
void axes(ChartLayout &layout);
void lyingAxes(ChartLayout &layout);
void marks(ChartLayout &layout);
void namesAtLines(ChartLayout &layout);

// Into the plot.
void lines(ChartLayout &layout);
void stackedAreas(ChartLayout &layout);
void bars(ChartLayout &layout);
void survival(ChartLayout &layout);
void heatMap(ChartLayout &layout);
void sparkline(ChartLayout &layout);

/// Where `at` of the axis is: an instant, a duration, a number.
[[nodiscard]] std::optional<double> positionX(const ChartLayout &layout, double at);
/// The right end of the survival curve's axis.
[[nodiscard]] double survivalEnd(const ChartLayout &layout);

} // namespace chart_layout

} // namespace deskhand
