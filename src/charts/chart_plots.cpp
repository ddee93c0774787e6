// SPDX-License-Identifier: GPL-3.0-or-later
// Where the points of each kind of chart are.
#include "charts/chart_inks.h"
#include "charts/chart_layout_parts.h"

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace chart_layout {

int currentSeries(const ChartData &data)
{
    return int(std::count_if(data.series.cbegin(), data.series.cend(),
                             [](const ChartSeries &one) { return one.comparedTo < 0; }));
}

namespace {

constexpr double markerReach = 5;     ///< half of the square that a point of a line can be hit in
constexpr double betweenMarkers = 80; ///< where not each point of a line has one
constexpr double markersFrom = 14;    ///< width of a slot from which each point of a line has its marker
constexpr double widestBar = 56;
constexpr double roomBetweenBars = 5; ///< width of a slot from which bars have air between them

QRectF around(QPointF anchor)
{
    return {anchor.x() - markerReach, anchor.y() - markerReach, 2 * markerReach, 2 * markerReach};
}

/// The points of one series of a line, in pieces between those that have no value.
void lineOf(ChartLayout &layout, int series)
{
    const ChartData &data = layout.data;
    const bool earlier = data.series[series].comparedTo >= 0;
    const int count = currentSeries(data);
    const bool withArea = !earlier && layout.scale.low == 0 && count == 1;
    ChartPath path{series, {}, {}, false, earlier};
    const auto finish = [&] {
        if (path.line.size() > 1) {
            if (withArea && !path.dashed) {
                path.area = path.line;
                path.area.append({path.line.last().x(), layout.yOf(0)});
                path.area.append({path.line.first().x(), layout.yOf(0)});
            }
            layout.scene.paths.append(path);
        }
        path.line.clear();
        path.area.clear();
        path.dashed = false;
    };
    // Where points are close, a marker now and then tells the lines apart; each line has its own at other places.
    const int stride = layout.slotWidth() >= markersFrom ? 1 : int(std::ceil(betweenMarkers / layout.slotWidth()));
    const bool marked = !earlier && (stride == 1 || count > 1);
    const int phase = stride * series / std::max(1, count) + stride / 2;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
        const std::optional<double> value = data.value(series, point);
        if (!value) {
            finish();
            continue;
        }
        const QPointF anchor(layout.xOf(point), layout.yOf(*value));
        const bool partial = data.series[series].points[point].partial;
        if (partial && !path.line.isEmpty() && !path.dashed) {
            const QPointF before = path.line.last();
            finish();
            path.line.append(before);
            path.dashed = true;
        } else if (!partial && path.dashed) {
            const QPointF before = path.line.last();
            finish();
            path.line.append(before);
        }
        path.line.append(anchor);
        const bool alone = !data.value(series, point - 1) && !data.value(series, point + 1);
        const bool withMarker = alone || (marked && (point + phase) % stride == 0);
        layout.scene.shapes.append(
            {series, point, around(anchor), anchor, layout.scene.inks[series].stroke, partial, withMarker, false});
    }
    finish();
}

/// Whole pixels: bars have sharp edges, and no plane shines through between those that touch.
QRectF sharpened(const QRectF &rect)
{
    const double left = std::round(rect.left());
    const double top = std::round(rect.top());
    return {left, top, std::max(1.0, std::round(rect.right()) - left), std::max(0.0, std::round(rect.bottom()) - top)};
}

void addBar(ChartLayout &layout, int series, int point, const QRectF &rect)
{
    const ChartPoint &source = layout.data.series[series].points[point];
    QRectF area = sharpened(rect);
    // What is more than nothing is seen.
    if (source.value.value_or(0) != 0) {
        if (layout.data.horizontal && area.width() < 1)
            area.setWidth(1);
        else if (!layout.data.horizontal && area.height() < 1)
            area.setTop(area.bottom() - 1);
    }
    const QPointF anchor =
        layout.data.horizontal ? QPointF(area.right(), area.center().y()) : QPointF(area.center().x(), area.top());
    layout.scene.shapes.append(
        {series, point, area, anchor, layout.scene.inks[series].fill, source.partial, false, true});
}

/// Values above the bars, where all of them have room.
void valuesAboveBars(ChartLayout &layout)
{
    if (layout.data.series.size() != 1 || layout.slotWidth() < 24)
        return;
    QVector<ChartText> found;
    const double height = layout.metrics.height();
    for (const ChartShape &shape : std::as_const(layout.scene.shapes)) {
        const QString text = layout.words.value(layout.data.format, layout.data.value(shape.series, shape.point));
        const double width = std::ceil(layout.metrics.horizontalAdvance(text)) + 2;
        if (width > layout.slotWidth())
            return;
        const double top = shape.area.top() - height - 1;
        if (top < layout.scene.bounds.top())
            return;
        found.append({ChartText::Role::Value,
                      {shape.anchor.x() - width / 2, top, width, height},
                      text,
                      Qt::AlignCenter,
                      layout.style.text});
    }
    layout.scene.texts += found;
}

void valueBeside(ChartLayout &layout, int series, int point, double x, double top, double thickness)
{
    const double height = layout.metrics.height();
    if (thickness < height * 0.75)
        return;
    const QString text = layout.words.value(layout.data.format, layout.data.value(series, point));
    const double width = std::ceil(layout.metrics.horizontalAdvance(text)) + 2;
    if (x + gap + width <= layout.scene.bounds.right() + 1)
        layout.addText(ChartText::Role::Value, {x + gap, top + (thickness - height) / 2, width, height}, text,
                       Qt::AlignLeft | Qt::AlignVCenter, layout.style.text);
}

/// The slot of a point along the axis: where it begins, and how thick what stands in it is.
struct Slot {
    double start;
    double thickness;
    double width;
};

Slot slotOf(const ChartLayout &layout, int point)
{
    const QRectF &plot = layout.scene.plot;
    const double all = layout.data.horizontal ? plot.height() : plot.width();
    const double width = all / std::max(1, layout.points());
    const double share = layout.data.kind == ChartKind::Histogram ? 1 : width < roomBetweenBars ? 1 : 0.72;
    const double air = layout.data.kind == ChartKind::Histogram && width >= roomBetweenBars ? 1 : 0;
    const double most = layout.data.kind == ChartKind::Histogram ? width : widestBar;
    const double thickness = std::min(width * share - air, layout.data.horizontal ? std::min(most, 28.0) : most);
    const double start =
        (layout.data.horizontal ? plot.top() : plot.left()) + (point - layout.scene.window.first) * width;
    return {start + (width - thickness) / 2, thickness, width};
}

/// From one value to another, across the slot.
QRectF barRect(const ChartLayout &layout, double start, double thickness, double from, double to)
{
    if (layout.data.horizontal) {
        const auto x = [&](double value) {
            return layout.scene.plot.left() + layout.scale.share(value) * layout.scene.plot.width();
        };
        return QRectF(QPointF(x(from), start), QPointF(x(to), start + thickness)).normalized();
    }
    return QRectF(QPointF(start, layout.yOf(to)), QPointF(start + thickness, layout.yOf(from))).normalized();
}

void stackedBarsAt(ChartLayout &layout, int point)
{
    const Slot slot = slotOf(layout, point);
    double above = 0;
    double below = 0;
    for (int series = 0; series < layout.data.series.size(); ++series) {
        const std::optional<double> value = layout.data.value(series, point);
        if (!value)
            continue;
        double &base = *value < 0 ? below : above;
        QRectF rect = barRect(layout, slot.start, slot.thickness, base, base + *value);
        base += *value;
        // A hair of the plane between what is stacked.
        const bool roomy = slot.width >= roomBetweenBars;
        if (roomy && layout.data.horizontal && rect.width() > 3)
            rect.setRight(rect.right() - 1);
        else if (roomy && !layout.data.horizontal && rect.height() > 3)
            rect.setTop(rect.top() + 1);
        addBar(layout, series, point, rect);
    }
}

void sideBySideAt(ChartLayout &layout, int point)
{
    const Slot slot = slotOf(layout, point);
    const int count = int(layout.data.series.size());
    const double each = slot.thickness / count;
    for (int series = 0; series < count; ++series) {
        const std::optional<double> value = layout.data.value(series, point);
        if (!value)
            continue;
        const double start = slot.start + series * each;
        const double thickness = each >= roomBetweenBars && count > 1 ? each - 1 : each;
        addBar(layout, series, point, barRect(layout, start, thickness, 0, *value));
        if (layout.data.horizontal)
            valueBeside(layout, series, point, layout.scene.shapes.last().area.right(), start, each);
    }
}

} // namespace

void lines(ChartLayout &layout)
{
    // What is compared with lies below what it is about.
    for (const bool earlier : {true, false}) {
        for (int series = 0; series < layout.data.series.size(); ++series) {
            if ((layout.data.series[series].comparedTo >= 0) == earlier)
                lineOf(layout, series);
        }
    }
}

void stackedAreas(ChartLayout &layout)
{
    QVector<double> base(layout.points(), 0.0);
    for (int series = 0; series < layout.data.series.size(); ++series) {
        ChartPath path{series, {}, {}, false, false};
        QPolygonF lower;
        for (int index = 0; index < layout.points(); ++index) {
            const int point = layout.scene.window.first + index;
            const std::optional<double> value = layout.data.value(series, point);
            const double from = base[index];
            base[index] += value.value_or(0);
            const double x = layout.xOf(point);
            const QPointF anchor(x, layout.yOf(base[index]));
            lower.prepend({x, layout.yOf(from)});
            path.line.append(anchor);
            if (!value)
                continue;
            const double half = layout.slotWidth() / 2;
            layout.scene.shapes.append(
                {series, point, QRectF(QPointF(x - half, anchor.y()), QPointF(x + half, layout.yOf(from))), anchor,
                 layout.scene.inks[series].fill, layout.data.series[series].points[point].partial, false, false});
        }
        path.area = path.line + lower;
        layout.scene.paths.append(path);
    }
}

void bars(ChartLayout &layout)
{
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
        if (layout.data.kind == ChartKind::StackedBar)
            stackedBarsAt(layout, point);
        else
            sideBySideAt(layout, point);
    }
    if (!layout.data.horizontal && layout.data.kind != ChartKind::StackedBar)
        valuesAboveBars(layout);
}

void survival(ChartLayout &layout)
{
    const QVector<double> &bounds = layout.data.axis.bounds;
    for (int series = 0; series < layout.data.series.size(); ++series) {
        ChartPath path{series, {}, {}, false, layout.data.series[series].comparedTo >= 0};
        for (int point = layout.scene.window.first; point <= layout.scene.window.last && point < bounds.size();
             ++point) {
            const std::optional<double> value = layout.data.value(series, point);
            const std::optional<double> x = positionX(layout, bounds[point]);
            if (!value || !x)
                continue;
            const QPointF anchor(*x, layout.yOf(*value));
            // A step: what was left stays left until the next one ends.
            if (!path.line.isEmpty())
                path.line.append({*x, path.line.last().y()});
            path.line.append(anchor);
            layout.scene.shapes.append({series, point, around(anchor), anchor, layout.scene.inks[series].stroke,
                                        layout.data.series[series].points[point].partial, false, false});
        }
        if (layout.data.series.size() == 1 && path.line.size() > 1) {
            path.area = path.line;
            path.area.append({path.line.last().x(), layout.yOf(0)});
            path.area.append({path.line.first().x(), layout.yOf(0)});
        }
        layout.scene.paths.append(path);
    }
    // The pointer is at the step that holds where it is.
    layout.scene.columns.clear();
    const QRectF &plot = layout.scene.plot;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
        const double left = positionX(layout, bounds.value(point)).value_or(plot.right());
        const double right =
            point + 1 < bounds.size() ? positionX(layout, bounds[point + 1]).value_or(plot.right()) : plot.right() + 1;
        layout.scene.columns.append({left, plot.top(), std::max(0.0, right - left), plot.height()});
    }
}

namespace {

double highestOf(const ChartData &data, ChartWindow window)
{
    double highest = 0;
    for (int series = 0; series < data.series.size(); ++series) {
        for (int point = window.first; point <= window.last; ++point)
            highest = std::max(highest, data.value(series, point).value_or(0));
    }
    return highest;
}

/// "0 [colours] 42", at the right end of the room's first line.
void heatRamp(ChartLayout &layout, double highest)
{
    constexpr double rampWidth = 96;
    constexpr double rampHeight = 8;
    const double height = layout.metrics.height();
    const QString low = layout.words.tick(layout.data.format, 0, 1);
    const QString high = layout.words.value(layout.data.format, highest);
    const double lowWidth = std::ceil(layout.metrics.horizontalAdvance(low)) + 1;
    const double highWidth = std::ceil(layout.metrics.horizontalAdvance(high)) + 1;
    const double all = lowWidth + highWidth + rampWidth + 2 * gap;
    if (layout.room.width() < all || layout.room.height() < 7 * height)
        return;
    double x = layout.room.right() - all;
    const double top = layout.room.top();
    layout.addText(ChartText::Role::Legend, {x, top, lowWidth, height}, low, Qt::AlignCenter, layout.style.mutedText);
    x += lowWidth + gap;
    layout.scene.ramp = {x, top + (height - rampHeight) / 2, rampWidth, rampHeight};
    for (int part = 0; part <= 8; ++part)
        layout.scene.rampColors.append(heatColor(part / 8.0, layout.style));
    x += rampWidth + gap;
    layout.addText(ChartText::Role::Legend, {x, top, highWidth, height}, high, Qt::AlignCenter, layout.style.mutedText);
    layout.room.setTop(top + height + 1.5 * gap);
}

void heatLabels(ChartLayout &layout, double names)
{
    const QRectF &plot = layout.scene.plot;
    const double height = layout.metrics.height();
    const double row = plot.height() / double(layout.data.series.size());
    const int rowStride = std::max(1, int(std::ceil(height / std::max(row, 0.1) - 0.05)));
    for (int series = 0; series < layout.data.series.size(); series += rowStride) {
        const double top = std::max(layout.scene.bounds.top(), plot.top() + series * row + (row - height) / 2);
        layout.addText(ChartText::Role::Tick, {layout.room.left(), top, names + 1, height},
                       layout.metrics.elidedText(layout.data.series[series].name, Qt::ElideRight, names + 1),
                       Qt::AlignRight | Qt::AlignVCenter, layout.style.mutedText);
    }
    double widest = 0;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point)
        widest = std::max(widest, layout.metrics.horizontalAdvance(layout.words.position(layout.data, point)));
    widest = std::min(widest, 80.0);
    int stride = std::max(1, int(std::ceil((widest + gap) / layout.slotWidth())));
    // Hours are read in quarters of a day.
    for (const int round : {1, 2, 3, 4, 6, 12, 24}) {
        if (stride <= round) {
            stride = round;
            break;
        }
    }
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; point += stride) {
        const double wide = std::max(layout.slotWidth() * stride - gap, 10.0);
        const double left = std::max(layout.scene.bounds.left(), layout.xOf(point) - wide / 2);
        const double width = std::min(wide, layout.scene.bounds.right() - left);
        layout.addText(ChartText::Role::Tick, {left, plot.bottom() + gap, width, height},
                       layout.metrics.elidedText(layout.words.position(layout.data, point), Qt::ElideRight, width),
                       Qt::AlignCenter, layout.style.mutedText);
    }
}

} // namespace

void heatMap(ChartLayout &layout)
{
    const ChartData &data = layout.data;
    const double height = layout.metrics.height();
    const double highest = highestOf(data, layout.scene.window);
    heatRamp(layout, highest);
    double names = 0;
    for (const ChartSeries &series : data.series)
        names = std::max(names, std::ceil(layout.metrics.horizontalAdvance(series.name)));
    names = std::min(names, layout.room.width() * 0.3);
    QRectF plot = layout.room.adjusted(names + 2 * gap, 0, 0, -height - gap);
    plot = QRectF(std::round(plot.left()), std::round(plot.top()), std::floor(plot.width()), std::floor(plot.height()));
    layout.scene.plot = plot;
    layout.scene.high = highest;
    const double row = plot.height() / std::max(1.0, double(data.series.size()));
    const double air = std::min(row, layout.slotWidth()) >= 8 ? 2 : 0;
    double widest = 0;
    for (int series = 0; series < data.series.size(); ++series) {
        for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point)
            widest = std::max(
                widest, layout.metrics.horizontalAdvance(layout.words.value(data.format, data.value(series, point))));
    }
    const bool withValues = widest + 2 * gap <= layout.slotWidth() && height <= row - air;
    for (int point = 0; point < layout.points(); ++point)
        layout.scene.columns.append(
            {plot.left() + point * layout.slotWidth(), plot.top(), layout.slotWidth(), plot.height()});
    for (int series = 0; series < data.series.size(); ++series) {
        for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
            const std::optional<double> value = data.value(series, point);
            if (!value)
                continue;
            const double left = std::round(layout.xOf(point) - layout.slotWidth() / 2);
            const double right = std::round(layout.xOf(point) + layout.slotWidth() / 2) - air;
            const double top = std::round(plot.top() + series * row);
            const double bottom = std::round(plot.top() + (series + 1) * row) - air;
            const QRectF area(left, top, right - left, bottom - top);
            const QColor fill = heatColor(highest > 0 ? *value / highest : 0, layout.style);
            layout.scene.shapes.append(
                {series, point, area, area.center(), fill, data.series[series].points[point].partial, false, true});
            if (withValues)
                layout.addText(ChartText::Role::Value, area, layout.words.value(data.format, value), Qt::AlignCenter,
                               readableColor(mixedColor(fill,
                                                        contrastRatio(fill, Qt::white) > contrastRatio(fill, Qt::black)
                                                            ? QColor(Qt::white)
                                                            : QColor(Qt::black),
                                                        0.8),
                                             fill, 4.5));
        }
    }
    heatLabels(layout, names);
}

void sparkline(ChartLayout &layout)
{
    constexpr double inset = 4; // for the last point's dot
    layout.scene.plot = layout.room.adjusted(inset, inset, -inset, -inset);
    layout.scale = valueScaleOf(layout.data, layout.scene.window, 2);
    // The line itself is all there is: its own highest and lowest take the height.
    double low = 0;
    double high = 0;
    bool any = false;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
        if (const std::optional<double> value = layout.data.value(0, point)) {
            low = any ? std::min(low, *value) : *value;
            high = any ? std::max(high, *value) : *value;
            any = true;
        }
    }
    layout.scale.low = low;
    layout.scale.high = high > low ? high : low + 1;
    layout.scene.low = low;
    layout.scene.high = high;
    for (int point = 0; point < layout.points(); ++point)
        layout.scene.columns.append({layout.scene.plot.left() + point * layout.slotWidth(), layout.scene.bounds.top(),
                                     layout.slotWidth(), layout.scene.bounds.height()});
    lineOf(layout, 0);
    for (ChartPath &path : layout.scene.paths)
        path.area.clear();
    if (!layout.scene.shapes.isEmpty()) {
        for (ChartShape &shape : layout.scene.shapes)
            shape.marker = false;
        layout.scene.shapes.last().marker = true;
    }
}

} // namespace chart_layout

} // namespace deskhand
