// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_cursor.h"

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

constexpr int chartPageStep = 10;

/// How far a key goes along the points and across the series, as they lie on the screen.
struct ChartStride {
    int along = 0;
    int across = 0;
};

ChartStride strideOf(const ChartData &data, ChartMove move)
{
    // Stacks and lines grow upwards: the next series is above. Rows of a heat map go down.
    const int up = data.kind == ChartKind::HeatMap ? -1 : 1;
    switch (move) {
    case ChartMove::Left: return data.horizontal ? ChartStride{0, -1} : ChartStride{-1, 0};
    case ChartMove::Right: return data.horizontal ? ChartStride{0, 1} : ChartStride{1, 0};
    case ChartMove::Up: return data.horizontal ? ChartStride{-1, 0} : ChartStride{0, up};
    case ChartMove::Down: return data.horizontal ? ChartStride{1, 0} : ChartStride{0, -up};
    case ChartMove::PageLeft: return {-chartPageStep, 0};
    case ChartMove::PageRight: return {chartPageStep, 0};
    case ChartMove::Home:
    case ChartMove::End: break;
    }
    return {};
}

} // namespace

ChartWindow boundedWindow(ChartWindow window, int points)
{
    const int end = std::max(0, points - 1);
    const int last = window.last < 0 ? end : std::min(window.last, end);
    return {std::clamp(window.first, 0, last), last};
}

ChartSpot movedSpot(const ChartData &data, ChartWindow window, ChartSpot from, ChartMove move)
{
    const int points = data.pointCount();
    if (points == 0 || data.series.isEmpty())
        return from;
    window = boundedWindow(window, points);
    ChartSpot to = from;
    if (move == ChartMove::Home)
        to.point = window.first;
    else if (move == ChartMove::End)
        to.point = window.last;
    const ChartStride stride = strideOf(data, move);
    to.point = std::clamp(to.point + stride.along, window.first, window.last);
    const int series = data.kind == ChartKind::Sparkline ? 1 : int(data.series.size());
    to.series = std::clamp(to.series + stride.across, 0, series - 1);
    return to;
}

ChartWindow zoomedWindow(const ChartData &data, ChartWindow window, int around, double factor)
{
    const int points = data.pointCount();
    window = boundedWindow(window, points);
    const int width = window.last - window.first + 1;
    const int wanted = std::clamp(int(std::lround(width * factor)), std::min(minZoomPoints, points), points);
    // The point keeps its place on the screen as far as there is something on both sides.
    const double share = width > 1 ? double(around - window.first) / (width - 1) : 0.5;
    int first = int(std::lround(around - share * (wanted - 1)));
    first = std::clamp(first, 0, std::max(0, points - wanted));
    return {first, first + wanted - 1};
}

} // namespace deskhand
