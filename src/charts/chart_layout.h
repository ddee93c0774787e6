// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_scene.h"
#include "models/charts/chart_words.h"

namespace deskhand {

struct ChartFrame {
    QSizeF size;
    ChartWindow window;
    bool withTitle = false; ///< title and subtitle are part of the picture, as in files
};

/// Finds a place for everything in a chart. Needs fonts and no window: it works where there is only a QGuiApplication.
/// Nothing overlaps: what has no room is elided or left out, labels of ticks first, then the legend's.
[[nodiscard]] ChartScene layOutChart(const ChartData &data, const ChartWords &words, const ChartStyle &style,
                                     const ChartFrame &frame);

} // namespace deskhand
