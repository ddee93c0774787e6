// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_cursor.h"
#include "models/charts/chart_data.h"

namespace deskhand {

/// The axis of values: where it begins and ends, and where it is labelled.
struct ValueScale {
    double low = 0;
    double high = 1;
    double step = 1;
    QVector<double> ticks; ///< ascending, low and high among them

    /// 0 at the low end, 1 at the high one.
    [[nodiscard]] double share(double value) const { return high > low ? (value - low) / (high - low) : 0; }
};

/// Round numbers around [low, high], as people count them: 1, 2, 5, 10; minutes, hours and days for durations. Counts
/// have no fractions; shares do not go over 100 % unless values do. At most `maxTicks` (at least 2) labels.
[[nodiscard]] ValueScale valueScale(double low, double high, ChartFormat format, int maxTicks);

/// The scale that `data` needs: from 0, except for lines of shares that all are in the upper half, whose changes could
/// not be seen. Stacks count as a whole; marks of values are inside.
[[nodiscard]] ValueScale valueScaleOf(const ChartData &data, ChartWindow window, int maxTicks);

/// A label of the axis of positions.
struct PositionTick {
    int point = 0;
    ChartStep unit = ChartStep::Day; ///< of time: what begins here; see ChartWords::timeTick
};

/// Where an axis of time is labelled: at beginnings of the smallest unit (hours, days, weeks, months, quarters, years)
/// of which at most `maxTicks` are within `window`.
[[nodiscard]] QVector<PositionTick> timeTicks(const ChartAxis &axis, ChartWindow window, int maxTicks);

/// Every k-th point so that there are at most `maxTicks`.
[[nodiscard]] QVector<PositionTick> evenTicks(ChartWindow window, int maxTicks);

} // namespace deskhand
