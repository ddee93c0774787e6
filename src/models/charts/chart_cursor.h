// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"

namespace deskhand {

/// One point of a chart by its place.
struct ChartSpot {
    int series = 0;
    int point = 0;

    bool operator==(const ChartSpot &) const = default;
};

/// The points that are shown: [first, last]. Zooming in time makes it smaller.
struct ChartWindow {
    int first = 0;
    int last = -1; ///< -1: up to the end

    bool operator==(const ChartWindow &) const = default;
};

/// `window` within the points there are, with at least one of them.
[[nodiscard]] ChartWindow boundedWindow(ChartWindow window, int points);

enum class ChartMove { Left, Right, Up, Down, Home, End, PageLeft, PageRight };

/// Where a key leads from `from`. Points without a value can be stood on, since that there is none is an answer; series
/// are gone through as they are seen, from the top, and in a heat map and among lying bars the way that they lie. Stays
/// within `window`; stays where it is when there is nothing.
[[nodiscard]] ChartSpot movedSpot(const ChartData &data, ChartWindow window, ChartSpot from, ChartMove move);

/// `window` made `factor` times as wide around `around`, within all points; never less than minZoomPoints.
[[nodiscard]] ChartWindow zoomedWindow(const ChartData &data, ChartWindow window, int around, double factor);

inline constexpr int minZoomPoints = 3;

} // namespace deskhand
