// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_scene.h"

#include <algorithm>
#include <cmath>

namespace deskhand {

const ChartShape *ChartScene::shape(int series, int point) const
{
    const auto found = std::find_if(shapes.cbegin(), shapes.cend(),
                                    [&](const ChartShape &one) { return one.series == series && one.point == point; });
    return found == shapes.cend() ? nullptr : &*found;
}

std::optional<ChartSpot> ChartScene::spotAt(QPointF pos, bool nearestOfColumn) const
{
    for (auto one = shapes.crbegin(); one != shapes.crend(); ++one) {
        if (one->area.contains(pos))
            return ChartSpot{one->series, one->point};
    }
    if (!nearestOfColumn)
        return {};
    const ChartShape *nearest = nullptr;
    double distance = 0;
    for (int column = 0; column < columns.size(); ++column) {
        if (!columns[column].contains(pos))
            continue;
        for (const ChartShape &one : shapes) {
            if (one.point != window.first + column)
                continue;
            const double away = std::hypot(one.anchor.x() - pos.x(), one.anchor.y() - pos.y());
            if (!nearest || away < distance) {
                nearest = &one;
                distance = away;
            }
        }
    }
    return nearest ? std::optional(ChartSpot{nearest->series, nearest->point}) : std::nullopt;
}

} // namespace deskhand
