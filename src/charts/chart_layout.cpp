// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_layout.h"

#include "charts/chart_inks.h"
#include "charts/chart_layout_parts.h"

#include <algorithm>
#include <cmath>

namespace deskhand {

void ChartLayout::addText(ChartText::Role role, const QRectF &rect, const QString &text, Qt::Alignment align,
                          const QColor &color)
{
    if (!text.isEmpty() && rect.width() >= 1)
        scene.texts.append({role, rect, text, align, color});
}

namespace chart_layout {

namespace {

constexpr double widestName = 150;
constexpr double narrowestForNames = 340;
constexpr double swatchSize = 10;
constexpr double lineSwatch = 16;
constexpr int legendLines = 2;
constexpr int mostNamesAtLines = 6;

bool isDrawnAsLine(ChartKind kind)
{
    return kind == ChartKind::Line || kind == ChartKind::Survival;
}

bool isEmptySeries(const ChartSeries &series)
{
    return std::none_of(series.points.cbegin(), series.points.cend(),
                        [](const ChartPoint &point) { return point.value.has_value(); });
}

/// A line is called what its chart is called; the one that it is compared with is named while there is something of it.
bool wantsLegend(const ChartData &data)
{
    if (data.series.size() == 2 && data.series[1].comparedTo == 0 && isEmptySeries(data.series[1]))
        return false;
    return data.series.size() > 1 && data.kind != ChartKind::HeatMap && data.kind != ChartKind::Sparkline;
}

QString tickText(const ChartLayout &layout, double value)
{
    const ChartFormat format = layout.data.kind == ChartKind::Survival ? ChartFormat::Percent : layout.data.format;
    return layout.words.tick(format, value, layout.scale.step);
}

/// The widest label that the axis of time can have.
double timeLabelWidth(const ChartLayout &layout)
{
    double widest = 0;
    const ChartAxis &axis = layout.data.axis;
    for (const ChartStep step : {ChartStep::Day, ChartStep::Month}) {
        for (int month = 0; month < 12; ++month) {
            const QDateTime at(QDate(2025, month + 1, 28), QTime(0, 0), axis.zone);
            widest = std::max(widest, layout.metrics.horizontalAdvance(
                                          layout.words.timeTick(at.toMSecsSinceEpoch(), step, axis.zone, false)));
        }
    }
    return widest;
}

/// At most `most` labels, unless half of the plot would be empty for that.
ValueScale fittingScale(const ChartLayout &layout, int most)
{
    constexpr double wellFilled = 0.66;
    constexpr int exact = 40;
    const ValueScale tight = valueScaleOf(layout.data, layout.scene.window, exact);
    ValueScale scale = valueScaleOf(layout.data, layout.scene.window, most);
    for (int more = most + 1; more <= most + 2; ++more) {
        if ((tight.high - tight.low) >= wellFilled * (scale.high - scale.low))
            break;
        scale = valueScaleOf(layout.data, layout.scene.window, more);
    }
    return scale;
}

/// Lines of text above the plot that the marks of positions need.
int markRowsFor(const ChartLayout &layout)
{
    double width = 0;
    int count = 0;
    for (const ChartMark &mark : layout.data.marks) {
        if (mark.kind != ChartMark::Kind::Position)
            continue;
        width += layout.metrics.horizontalAdvance(mark.label) + 4 * gap;
        ++count;
    }
    if (count == 0)
        return 0;
    const bool roomy = layout.room.height() > 12 * layout.metrics.height();
    return width < layout.room.width() * 0.5 || !roomy ? 1 : std::min(count, 3);
}

struct PlacedLabel {
    double center;
    QString text;
};

/// Labels below the plot, from left to right; one that would touch its neighbour is left out.
void placeBelow(ChartLayout &layout, const QVector<PlacedLabel> &labels, double widest)
{
    const double top = layout.scene.plot.bottom() + gap;
    double free = layout.scene.bounds.left();
    for (const PlacedLabel &label : labels) {
        const QString text = layout.metrics.elidedText(label.text, Qt::ElideRight, widest);
        const double width = std::ceil(layout.metrics.horizontalAdvance(text)) + 1;
        double left = label.center - width / 2;
        left = std::min(left, layout.scene.bounds.right() - width);
        left = std::max(left, layout.scene.bounds.left());
        if (left < free)
            continue;
        layout.addText(ChartText::Role::Tick, {left, top, width, layout.metrics.height()}, text, Qt::AlignCenter,
                       layout.style.mutedText);
        free = left + width + 2 * gap;
    }
}

void timeLabels(ChartLayout &layout)
{
    const double widest = timeLabelWidth(layout);
    const int most = int(layout.scene.plot.width() / (widest + 4 * gap));
    const QVector<PositionTick> ticks = timeTicks(layout.data.axis, layout.scene.window, most);
    QVector<PlacedLabel> labels;
    for (const PositionTick &tick : ticks) {
        const Instant at = layout.data.axis.instants.value(tick.point);
        labels.append(
            {layout.xOf(tick.point), layout.words.timeTick(at, tick.unit, layout.data.axis.zone, labels.isEmpty())});
    }
    placeBelow(layout, labels, layout.scene.bounds.width());
}

void categoryLabels(ChartLayout &layout)
{
    constexpr double readable = 44;
    double widest = 0;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point)
        widest = std::max(widest, layout.metrics.horizontalAdvance(layout.words.position(layout.data, point)));
    const double wanted = std::min(widest, readable) + 2 * gap;
    const int most = std::max(1, int(layout.scene.plot.width() / wanted));
    QVector<PlacedLabel> labels;
    const QVector<PositionTick> ticks = evenTicks(layout.scene.window, most);
    for (const PositionTick &tick : ticks)
        labels.append({layout.xOf(tick.point), layout.words.position(layout.data, tick.point)});
    const double stride =
        ticks.size() > 1 ? (ticks[1].point - ticks[0].point) * layout.slotWidth() : layout.scene.plot.width();
    placeBelow(layout, labels, std::max(readable / 2, stride - 2 * gap));
}

/// A histogram is labelled at the edges of its bins.
void edgeLabels(ChartLayout &layout)
{
    QVector<PlacedLabel> labels;
    const ChartAxis &axis = layout.data.axis;
    for (int edge = layout.scene.window.first; edge <= layout.scene.window.last + 1; ++edge) {
        if (edge >= axis.bounds.size() || std::isinf(axis.bounds[edge]))
            continue;
        const QString text = axis.kind == ChartAxis::Kind::Duration
                                 ? layout.words.tick(ChartFormat::Duration, axis.bounds[edge], 0)
                                 : layout.words.value(ChartFormat::Count, axis.bounds[edge]);
        labels.append({layout.scene.plot.left() + (edge - layout.scene.window.first) * layout.slotWidth(), text});
    }
    placeBelow(layout, labels, layout.scene.bounds.width());
}

void survivalLabels(ChartLayout &layout)
{
    const int most = std::max(2, int(layout.scene.plot.width() / (6 * gap + 36)));
    const ChartFormat format =
        layout.data.axis.kind == ChartAxis::Kind::Duration ? ChartFormat::Duration : ChartFormat::Count;
    const ValueScale scale = valueScale(0, survivalEnd(layout), format, most);
    QVector<PlacedLabel> labels;
    for (const double tick : scale.ticks) {
        if (const std::optional<double> x = positionX(layout, tick))
            labels.append({*x, layout.words.tick(format, tick, scale.step)});
    }
    placeBelow(layout, labels, layout.scene.bounds.width());
}

} // namespace

void titles(ChartLayout &layout)
{
    const QFontMetricsF metrics(layout.style.titleFont);
    const QString title = metrics.elidedText(layout.data.title, Qt::ElideRight, layout.room.width());
    QRectF line(layout.room.topLeft(), QSizeF(layout.room.width(), metrics.height()));
    layout.addText(ChartText::Role::Title, line, title, Qt::AlignLeft | Qt::AlignVCenter, layout.style.text);
    layout.room.setTop(line.bottom() + gap / 2);
    if (!layout.data.subtitle.isEmpty()) {
        const QString text = layout.metrics.elidedText(layout.data.subtitle, Qt::ElideRight, layout.room.width());
        line = QRectF(layout.room.topLeft(), QSizeF(layout.room.width(), layout.metrics.height()));
        layout.addText(ChartText::Role::Subtitle, line, text, Qt::AlignLeft | Qt::AlignVCenter, layout.style.mutedText);
        layout.room.setTop(line.bottom());
    }
    layout.room.setTop(layout.room.top() + 2 * gap);
}

void legend(ChartLayout &layout)
{
    const ChartData &data = layout.data;
    if (!wantsLegend(data))
        return;
    // One line and the one before it need no names at their ends, which would take a quarter of the plot.
    const bool mayNameLines =
        (isDrawnAsLine(data.kind) && currentSeries(data) > 1) || data.kind == ChartKind::StackedArea;
    if (mayNameLines && data.series.size() <= mostNamesAtLines && layout.room.width() >= narrowestForNames
        && layout.room.height() > layout.metrics.height() * (double(data.series.size()) + 3)) {
        const double most = std::min(widestName, layout.room.width() * 0.28);
        for (const ChartSeries &series : data.series)
            layout.namesWidth = std::max(
                layout.namesWidth, std::min(most, std::ceil(layout.strongMetrics.horizontalAdvance(series.name)) + 2));
        layout.atLines = true;
        return;
    }
    const double height = layout.metrics.height();
    const bool asLine = isDrawnAsLine(data.kind);
    const double swatch = asLine ? lineSwatch : swatchSize;
    const double moreWidth = layout.metrics.horizontalAdvance(QStringLiteral("+88")) + gap;
    double x = layout.room.left();
    int line = 0;
    for (int series = 0; series < data.series.size(); ++series) {
        const QString name = layout.metrics.elidedText(data.series[series].name, Qt::ElideRight,
                                                       std::min(widestName, layout.room.width() - swatch - 2 * gap));
        const double width = swatch + gap + std::ceil(layout.metrics.horizontalAdvance(name)) + 1;
        const bool lastOne = series + 1 == data.series.size();
        const bool lastLine = line + 1 == legendLines;
        if (x > layout.room.left() && x + width > layout.room.right() - (lastLine && !lastOne ? moreWidth : 0)) {
            if (lastLine) {
                layout.scene.hiddenSeries = int(data.series.size()) - series;
                if (x + moreWidth <= layout.room.right())
                    layout.addText(ChartText::Role::Legend, {x, layout.room.top() + line * height, moreWidth, height},
                                   QStringLiteral("+%1").arg(layout.scene.hiddenSeries),
                                   Qt::AlignLeft | Qt::AlignVCenter, layout.style.mutedText);
                break;
            }
            x = layout.room.left();
            ++line;
        }
        const double top = layout.room.top() + line * height;
        layout.scene.legend.append({series, QRectF(x, top + (height - swatchSize) / 2, swatch, swatchSize), asLine});
        layout.addText(ChartText::Role::Legend, {x + swatch + gap, top, width - swatch - gap, height}, name,
                       Qt::AlignLeft | Qt::AlignVCenter, layout.style.text);
        x += width + 3 * gap;
    }
    layout.room.setTop(layout.room.top() + (line + 1) * height + 1.5 * gap);
}

void axes(ChartLayout &layout)
{
    const double height = layout.metrics.height();
    const bool withAxisTitle = layout.data.axis.kind != ChartAxis::Kind::Time && !layout.data.axis.title.isEmpty()
                               && layout.data.axis.kind != ChartAxis::Kind::Categories && layout.room.height() > 150;
    QRectF plot = layout.room;
    layout.markRows = markRowsFor(layout);
    plot.setTop(plot.top() + std::max(height / 2, layout.markRows * height));
    plot.setBottom(plot.bottom() - height - gap - (withAxisTitle ? height : 0));
    layout.scale = fittingScale(layout, std::clamp(int(plot.height() / (height * 2)) + 1, 2, 7));
    double labels = 0;
    for (const double tick : layout.scale.ticks)
        labels = std::max(labels, std::ceil(layout.metrics.horizontalAdvance(tickText(layout, tick))));
    plot.setLeft(plot.left() + labels + 2 * gap);
    plot.setRight(plot.right() - (layout.atLines ? layout.namesWidth + 2 * gap : gap));
    if (layout.data.kind == ChartKind::Histogram || layout.data.kind == ChartKind::Survival)
        plot.setRight(plot.right() - 2 * gap); // half of the last label
    layout.scene.plot = plot =
        QRectF(std::round(plot.left()), std::round(plot.top()), std::floor(plot.width()), std::floor(plot.height()));
    layout.scene.low = layout.scale.low;
    layout.scene.high = layout.scale.high;
    double free = plot.bottom() + height;
    for (const double tick : layout.scale.ticks) {
        const double y = layout.yOf(tick);
        const bool base = tick == layout.scale.low || tick == 0;
        layout.scene.rules.append({base ? ChartRule::Role::Axis : ChartRule::Role::Grid,
                                   QLineF(plot.left(), y, plot.right(), y),
                                   base ? layout.style.axis : layout.style.grid});
        if (y + height / 2 > free + 1)
            continue; // it would lie on the one below
        free = y - height / 2;
        layout.addText(ChartText::Role::Tick, {plot.left() - labels - 2 * gap, y - height / 2, labels + gap, height},
                       tickText(layout, tick), Qt::AlignRight | Qt::AlignVCenter, layout.style.mutedText);
    }
    for (int point = 0; point < layout.points(); ++point)
        layout.scene.columns.append(
            {plot.left() + point * layout.slotWidth(), plot.top(), layout.slotWidth(), plot.height()});
    if (layout.data.kind == ChartKind::Histogram)
        edgeLabels(layout);
    else if (layout.data.kind == ChartKind::Survival)
        survivalLabels(layout);
    else if (layout.data.axis.kind == ChartAxis::Kind::Time)
        timeLabels(layout);
    else
        categoryLabels(layout);
    if (withAxisTitle)
        layout.addText(ChartText::Role::AxisTitle, {plot.left(), layout.room.bottom() - height, plot.width(), height},
                       layout.metrics.elidedText(layout.data.axis.title, Qt::ElideRight, plot.width()), Qt::AlignCenter,
                       layout.style.mutedText);
}

void lyingAxes(ChartLayout &layout)
{
    const double height = layout.metrics.height();
    double names = 0;
    double values = 0;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
        names = std::max(names, std::ceil(layout.metrics.horizontalAdvance(layout.words.position(layout.data, point))));
        for (int series = 0; series < layout.data.series.size(); ++series)
            values = std::max(values, std::ceil(layout.metrics.horizontalAdvance(
                                          layout.words.value(layout.data.format, layout.data.value(series, point)))));
    }
    names = std::min(names, layout.room.width() * 0.4);
    const bool stacked = layout.data.kind == ChartKind::StackedBar;
    QRectF plot = layout.room;
    plot.setLeft(std::round(plot.left() + names + 2 * gap));
    plot.setRight(std::floor(plot.right() - (stacked ? gap : values + 2 * gap)));
    layout.scene.plot = plot;
    layout.scale = valueScaleOf(layout.data, layout.scene.window, 5);
    // Values stand beside the bars: there is no axis to read, so that the longest bar takes all the room.
    double highest = layout.scale.low;
    for (int point = layout.scene.window.first; point <= layout.scene.window.last; ++point) {
        double sum = 0;
        for (int series = 0; series < layout.data.series.size(); ++series) {
            const double value = layout.data.value(series, point).value_or(0);
            sum = stacked ? sum + value : value;
            highest = std::max(highest, sum);
        }
    }
    for (const ChartMark &mark : layout.data.marks)
        highest = mark.kind == ChartMark::Kind::Value ? std::max(highest, mark.at) : highest;
    if (highest > layout.scale.low)
        layout.scale.high = highest;
    layout.scene.low = layout.scale.low;
    layout.scene.high = layout.scale.high;
    layout.scene.rules.append(
        {ChartRule::Role::Axis, QLineF(plot.left(), plot.top(), plot.left(), plot.bottom()), layout.style.axis});
    const double row = plot.height() / std::max(1, layout.points());
    const int stride = row >= height * 0.95 ? 1 : int(std::ceil(height / std::max(row, 0.1)));
    for (int point = 0; point < layout.points(); ++point) {
        const double top = plot.top() + point * row;
        layout.scene.columns.append({layout.room.left(), top, layout.room.width(), row});
        if (point % stride == 0)
            layout.addText(
                ChartText::Role::Tick, {layout.room.left(), top + (row - height) / 2, names + 1, height},
                layout.metrics.elidedText(layout.words.position(layout.data, layout.scene.window.first + point),
                                          Qt::ElideRight, names + 1),
                Qt::AlignRight | Qt::AlignVCenter, layout.style.text);
    }
}

double survivalEnd(const ChartLayout &layout)
{
    const QVector<double> &bounds = layout.data.axis.bounds;
    return bounds.isEmpty() || bounds.last() <= 0 ? 1 : bounds.last();
}

std::optional<double> positionX(const ChartLayout &layout, double at)
{
    const QRectF &plot = layout.scene.plot;
    const ChartAxis &axis = layout.data.axis;
    if (layout.data.kind == ChartKind::Survival) {
        const double share = at / survivalEnd(layout);
        return share < 0 || share > 1 + 1e-9 ? std::nullopt : std::optional(plot.left() + share * plot.width());
    }
    QVector<double> starts = axis.bounds;
    if (axis.kind == ChartAxis::Kind::Time)
        starts = QVector<double>(axis.instants.cbegin(), axis.instants.cend());
    if (axis.kind == ChartAxis::Kind::Categories) {
        const double x = layout.xOf(int(std::lround(at)));
        return plot.left() <= x && x <= plot.right() ? std::optional(x) : std::nullopt;
    }
    const auto after = std::upper_bound(starts.cbegin(), starts.cend(), at);
    if (after == starts.cbegin())
        return {};
    const int slot = int(after - starts.cbegin()) - 1;
    double inside = 0;
    if (after != starts.cend() && !std::isinf(*after))
        inside = (at - starts[slot]) / (*after - starts[slot]);
    const double x = plot.left() + (slot - layout.scene.window.first + inside) * layout.slotWidth();
    return x < plot.left() || x > plot.right() + 0.5 ? std::nullopt : std::optional(x);
}

namespace {

void valueMark(ChartLayout &layout, const ChartMark &mark, const QColor &line, const QColor &text)
{
    const QRectF &plot = layout.scene.plot;
    const double height = layout.metrics.height();
    if (layout.data.horizontal) {
        const double x = plot.left() + layout.scale.share(mark.at) * plot.width();
        layout.scene.rules.append({ChartRule::Role::Mark, QLineF(x, plot.top(), x, plot.bottom()), line});
        return;
    }
    const double y = layout.yOf(mark.at);
    layout.scene.rules.append({ChartRule::Role::Mark, QLineF(plot.left(), y, plot.right(), y), line});
    const double width = std::min(plot.width(), std::ceil(layout.metrics.horizontalAdvance(mark.label)) + 2);
    const double top = y - height - 1 < layout.scene.bounds.top() ? y + 1 : y - height - 1;
    // At the end where less is in the way.
    const QRectF left(plot.left() + gap, top, width, height);
    const QRectF right(plot.right() - gap - width, top, width, height);
    const auto inTheWay = [&](const QRectF &rect) {
        return std::count_if(layout.scene.shapes.cbegin(), layout.scene.shapes.cend(),
                             [&](const ChartShape &shape) { return shape.area.intersects(rect); });
    };
    layout.addText(ChartText::Role::Mark, inTheWay(right) < inTheWay(left) ? right : left,
                   layout.metrics.elidedText(mark.label, Qt::ElideRight, width), Qt::AlignLeft | Qt::AlignVCenter,
                   text);
}

/// Beside the line of the mark, above the plot, where no other label and no other mark's line is; without such a place
/// there is none.
void positionMark(ChartLayout &layout, const ChartMark &mark, double x, const QColor &text,
                  const QVector<double> &lines, QVector<QRectF> *taken)
{
    const QRectF &bounds = layout.scene.bounds;
    const double height = layout.metrics.height();
    const double width = std::ceil(layout.metrics.horizontalAdvance(mark.label)) + 2;
    for (int row = 0; row < layout.markRows; ++row) {
        const double top = layout.scene.plot.top() - (layout.markRows - row) * height;
        for (const double left : {x + gap, x - gap - width}) {
            const QRectF rect(left, top, width, height);
            const bool isTaken =
                left < layout.scene.plot.left() || rect.right() > bounds.right()
                || std::any_of(taken->cbegin(), taken->cend(), [&](const QRectF &one) { return one.intersects(rect); })
                || std::any_of(lines.cbegin(), lines.cend(),
                               [&](double line) { return line > rect.left() - 1 && line < rect.right() + 1; });
            if (isTaken)
                continue;
            taken->append(rect.adjusted(-gap, 0, gap, 0));
            layout.addText(ChartText::Role::Mark, rect, mark.label, Qt::AlignLeft | Qt::AlignVCenter, text);
            return;
        }
    }
}

} // namespace

void marks(ChartLayout &layout)
{
    const QRectF &plot = layout.scene.plot;
    const double height = layout.metrics.height();
    QVector<QRectF> taken;
    QVector<double> lines;
    for (const ChartMark &mark : layout.data.marks) {
        if (const std::optional<double> x = positionX(layout, mark.at); x && mark.kind == ChartMark::Kind::Position)
            lines.append(*x);
    }
    for (const ChartMark &mark : layout.data.marks) {
        const QColor line = readableColor(mark.role == ChartRole::Neutral ? layout.style.mutedText
                                                                          : chartColor(mark.role, layout.style.dark),
                                          layout.style.plane, 3);
        const QColor text = readableColor(line, layout.style.plane, 4.5);
        if (mark.kind == ChartMark::Kind::Value) {
            valueMark(layout, mark, line, text);
            continue;
        }
        const std::optional<double> x = positionX(layout, mark.at);
        if (!x)
            continue;
        const double top = plot.top() - layout.markRows * height;
        layout.scene.rules.append({ChartRule::Role::Mark, QLineF(*x, top, *x, plot.bottom()), line});
        positionMark(layout, mark, *x, text, lines, &taken);
        // A value that the line goes through cannot be read.
        QVector<ChartText> &texts = layout.scene.texts;
        texts.erase(std::remove_if(texts.begin(), texts.end(),
                                   [&](const ChartText &one) {
                                       return one.role == ChartText::Role::Value && one.rect.left() < *x + 2
                                              && one.rect.right() > *x - 2;
                                   }),
                    texts.end());
    }
}

void namesAtLines(ChartLayout &layout)
{
    if (!layout.atLines)
        return;
    struct Name {
        int series;
        double y;
    };
    QVector<Name> names;
    for (int series = 0; series < layout.data.series.size(); ++series) {
        const ChartShape *last = nullptr;
        for (const ChartShape &shape : layout.scene.shapes) {
            if (shape.series == series && (!last || shape.point > last->point))
                last = &shape;
        }
        if (last)
            names.append(
                {series, layout.data.kind == ChartKind::StackedArea ? last->area.center().y() : last->anchor.y()});
    }
    std::sort(names.begin(), names.end(), [](const Name &one, const Name &other) { return one.y < other.y; });
    const double height = layout.strongMetrics.height();
    const QRectF &plot = layout.scene.plot;
    // Down until nothing overlaps, then back up from the lower end.
    for (int index = 1; index < names.size(); ++index)
        names[index].y = std::max(names[index].y, names[index - 1].y + height);
    double lowest = plot.bottom() + height / 2;
    for (int index = int(names.size()) - 1; index >= 0; --index) {
        names[index].y = std::min(names[index].y, lowest - height / 2);
        lowest = names[index].y - height / 2;
    }
    for (const Name &name : std::as_const(names)) {
        const QRectF rect(plot.right() + 2 * gap, name.y - height / 2, layout.namesWidth, height);
        layout.addText(
            ChartText::Role::Series, rect,
            layout.strongMetrics.elidedText(layout.data.series[name.series].name, Qt::ElideRight, layout.namesWidth),
            Qt::AlignLeft | Qt::AlignVCenter, layout.scene.inks[name.series].text);
    }
}

} // namespace chart_layout

ChartScene layOutChart(const ChartData &data, const ChartWords &words, const ChartStyle &style, const ChartFrame &frame)
{
    ChartLayout layout{data, words, style, {}, QFontMetricsF(style.font), QFontMetricsF(style.strongFont), {}, {}};
    layout.scene.bounds = layout.room = QRectF(QPointF(0, 0), frame.size);
    layout.scene.window = boundedWindow(frame.window, data.pointCount());
    layout.scene.inks = chartInks(data, style);
    if (data.pointCount() == 0) {
        layout.scene.window = {0, -1};
        return layout.scene;
    }
    if (data.kind == ChartKind::Sparkline) {
        chart_layout::sparkline(layout);
        return layout.scene;
    }
    if (frame.withTitle)
        chart_layout::titles(layout);
    chart_layout::legend(layout);
    if (data.kind == ChartKind::HeatMap) {
        chart_layout::heatMap(layout);
        return layout.scene;
    }
    if (data.horizontal)
        chart_layout::lyingAxes(layout);
    else
        chart_layout::axes(layout);
    switch (data.kind) {
    case ChartKind::Line: chart_layout::lines(layout); break;
    case ChartKind::StackedArea: chart_layout::stackedAreas(layout); break;
    case ChartKind::Survival: chart_layout::survival(layout); break;
    default: chart_layout::bars(layout); break;
    }
    chart_layout::marks(layout);
    chart_layout::namesAtLines(layout);
    return layout.scene;
}

} // namespace deskhand
