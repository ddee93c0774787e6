// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_data.h"

#include <algorithm>

namespace deskhand {

int ChartData::pointCount() const
{
    int count = 0;
    for (const ChartSeries &one : series)
        count = std::max(count, int(one.points.size()));
    return count;
}

bool ChartData::isEmpty() const
{
    return std::none_of(series.cbegin(), series.cend(), [](const ChartSeries &one) {
        return std::any_of(one.points.cbegin(), one.points.cend(),
                           [](const ChartPoint &each) { return each.value.has_value(); });
    });
}

std::optional<double> ChartData::value(int atSeries, int atPoint) const
{
    const ChartPoint *found = point(atSeries, atPoint);
    return found ? found->value : std::nullopt;
}

const ChartPoint *ChartData::point(int atSeries, int atPoint) const
{
    if (atSeries < 0 || atSeries >= series.size())
        return nullptr;
    const QVector<ChartPoint> &points = series[atSeries].points;
    return atPoint >= 0 && atPoint < points.size() ? &points[atPoint] : nullptr;
}

ChartRole ChartData::role(int atSeries) const
{
    constexpr int numbered = int(ChartRole::Eighth);
    int next = int(ChartRole::First);
    for (int index = 0; index < series.size(); ++index) {
        const ChartSeries &one = series[index];
        if (index == atSeries && one.comparedTo >= 0 && one.comparedTo < series.size() && one.comparedTo != index
            && series[one.comparedTo].comparedTo < 0)
            return role(one.comparedTo);
        if (index == atSeries && one.role != ChartRole::Auto)
            return one.role;
        if (index == atSeries)
            return ChartRole(next);
        if (one.role == ChartRole::Auto && one.comparedTo < 0)
            next = next == numbered ? int(ChartRole::First) : next + 1;
    }
    return ChartRole::Neutral;
}

} // namespace deskhand
