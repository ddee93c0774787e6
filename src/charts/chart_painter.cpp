// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_painter.h"

#include "charts/chart_inks.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

constexpr double lineWidth = 2;
constexpr double earlierWidth = 1.5;
constexpr double betweenAreas = 1.5;
constexpr double markerRadius = 3.5;
constexpr double roundedFrom = 8; ///< width of a bar from which its corners are round

/// Qt's rasterizer takes the square of the points of a wide line: a second for two lines of a year of days. In pieces
/// with round ends the same is painted; dashes go on where they were. Files get the line as a whole.
void strokeLine(QPainter &painter, const QPolygonF &line)
{
    constexpr int piece = 4;
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return painter.drawPolyline(line);
    const QPen whole = painter.pen();
    QPen pen = whole;
    const bool dashed = pen.style() != Qt::SolidLine;
    double length = 0;
    for (int from = 0; from + 1 < line.size(); from += piece) {
        const int count = std::min(piece + 1, int(line.size()) - from);
        if (dashed) {
            pen.setDashOffset(length / pen.widthF());
            painter.setPen(pen);
        }
        painter.drawPolyline(line.constData() + from, count);
        for (int point = from + 1; dashed && point < from + count; ++point)
            length += QLineF(line[point - 1], line[point]).length();
    }
    painter.setPen(whole);
}

void paintRules(QPainter &painter, const ChartScene &scene, const ChartStyle &style, bool marks)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const ChartRule &rule : scene.rules) {
        if ((rule.role == ChartRule::Role::Mark) != marks)
            continue;
        QPen pen(rule.color, 1);
        if (marks) {
            // On a band of the plane, or it is lost before the bars.
            painter.setPen(QPen(style.plane, 3, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(rule.line);
            pen.setWidthF(1.5);
            pen.setDashPattern({4, 3});
        }
        painter.setPen(pen);
        painter.drawLine(rule.line);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

/// Lines instead of a brush: not every device has hatched brushes.
void hatch(QPainter &painter, const QRectF &area, const QColor &color)
{
    constexpr double between = 5;
    painter.setPen(QPen(color, 1.25));
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (double offset = between; offset < area.width() + area.height(); offset += between) {
        const double right = std::min(offset, area.width());
        const double down = std::min(offset, area.height());
        painter.drawLine(QPointF(area.left() + offset - down, area.top() + down),
                         QPointF(area.left() + right, area.top() + offset - right));
    }
    painter.setPen(Qt::NoPen);
}

void paintBars(QPainter &painter, const ChartScene &scene, const ChartStyle &style)
{
    for (const ChartShape &shape : scene.shapes) {
        if (!shape.filled || shape.area.isEmpty())
            continue;
        const bool rounded = shape.area.width() >= roundedFrom && shape.area.height() >= roundedFrom;
        const bool sharp = shape.area.left() == std::round(shape.area.left());
        painter.setRenderHint(QPainter::Antialiasing, rounded || !sharp);
        painter.setPen(Qt::NoPen);
        const auto fill = [&](const QBrush &brush) {
            painter.setBrush(brush);
            if (rounded)
                painter.drawRoundedRect(shape.area, 2, 2);
            else
                painter.fillRect(shape.area, brush);
        };
        fill(shape.partial ? mixedColor(shape.fill, style.plane, 0.7) : shape.fill);
        const ChartInk &ink = scene.inks[shape.series];
        if (shape.partial)
            hatch(painter, shape.area, shape.fill);
        else if (style.patterns && scene.ramp.isNull() && ink.pattern != Qt::SolidPattern)
            fill(QBrush(style.plane, ink.pattern));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintAreas(QPainter &painter, const ChartScene &scene, const ChartStyle &style)
{
    const bool alone = scene.inks.size() == 1 || scene.paths.size() == 1;
    painter.setPen(Qt::NoPen);
    for (const ChartPath &path : scene.paths) {
        if (path.area.isEmpty())
            continue;
        const ChartInk &ink = scene.inks[path.series];
        // Beneath one line it is a hint; areas that are stacked are what is looked at.
        const bool hint = alone || path.area.size() == path.line.size() + 2;
        // The edge lies below a line: smoothing it would be seen by nobody, and takes long.
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(hint ? mixedColor(ink.fill, style.plane, 0.9) : ink.fill);
        painter.drawPolygon(path.area);
        if (!hint && style.patterns && ink.pattern != Qt::SolidPattern) {
            painter.setBrush(QBrush(style.plane, ink.pattern));
            painter.drawPolygon(path.area);
        }
        if (!hint) {
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setPen(QPen(style.plane, betweenAreas, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            strokeLine(painter, path.line);
            painter.setPen(Qt::NoPen);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintLines(QPainter &painter, const ChartScene &scene)
{
    painter.setBrush(Qt::NoBrush);
    for (const ChartPath &path : scene.paths) {
        const bool stackedArea = !path.area.isEmpty() && path.area.size() != path.line.size() + 2;
        if (path.line.size() < 2 || stackedArea)
            continue;
        const ChartInk &ink = scene.inks[path.series];
        QPen pen(ink.stroke, path.earlier ? earlierWidth : lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (path.dashed || path.earlier) {
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern(path.dashed ? QVector<qreal>{1.5, 1.5} : QVector<qreal>{4, 2.5});
        }
        painter.setPen(pen);
        strokeLine(painter, path.line);
    }
}

void paintTexts(QPainter &painter, const ChartScene &scene, const ChartStyle &style)
{
    painter.setBrush(Qt::NoBrush);
    for (const ChartText &text : scene.texts) {
        const bool strong = text.role == ChartText::Role::Series;
        painter.setFont(text.role == ChartText::Role::Title ? style.titleFont : strong ? style.strongFont : style.font);
        painter.setPen(text.color);
        painter.drawText(text.rect, int(text.align) | Qt::TextSingleLine | Qt::TextDontClip, text.text);
    }
}

/// Where points are close and there is no other line, none has a marker.
bool hasMarkers(const ChartScene &scene, int series)
{
    return std::any_of(scene.shapes.cbegin(), scene.shapes.cend(),
                       [series](const ChartShape &shape) { return shape.series == series && shape.marker; });
}

void paintLegend(QPainter &painter, const ChartScene &scene, const ChartStyle &style)
{
    for (const ChartLegendItem &item : scene.legend) {
        const ChartInk &ink = scene.inks[item.series];
        if (item.line) {
            QPen pen(ink.stroke, lineWidth);
            if (ink.pen != Qt::SolidLine)
                pen.setDashPattern({3, 2});
            painter.setPen(pen);
            const double y = item.swatch.center().y();
            painter.drawLine(QPointF(item.swatch.left(), y), QPointF(item.swatch.right(), y));
            if (ink.pen == Qt::SolidLine && hasMarkers(scene, item.series))
                paintMarker(painter, item.swatch.center(), ink.marker, markerRadius, ink.stroke, style.plane);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink.fill);
        painter.drawRoundedRect(item.swatch, 2, 2);
        if (style.patterns && ink.pattern != Qt::SolidPattern) {
            painter.setBrush(QBrush(style.plane, ink.pattern));
            painter.drawRoundedRect(item.swatch, 2, 2);
        }
    }
    if (scene.ramp.isEmpty())
        return;
    const double part = scene.ramp.width() / double(scene.rampColors.size());
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int index = 0; index < scene.rampColors.size(); ++index)
        painter.fillRect(QRectF(scene.ramp.left() + index * part, scene.ramp.top(), part + 0.5, scene.ramp.height()),
                         scene.rampColors[index]);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

} // namespace

void paintMarker(QPainter &painter, QPointF center, int kind, double radius, const QColor &color, const QColor &plane)
{
    painter.setPen(QPen(plane, 1));
    painter.setBrush(color);
    const auto polygon = [&](std::initializer_list<QPointF> points) {
        QPolygonF shape;
        for (const QPointF &point : points)
            shape.append(center + point * radius);
        painter.drawPolygon(shape);
    };
    switch (kind % 8) {
    case 0: painter.drawEllipse(center, radius, radius); break;
    case 1:
        painter.drawRect(QRectF(center.x() - radius * 0.9, center.y() - radius * 0.9, radius * 1.8, radius * 1.8));
        break;
    case 2: polygon({{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}}); break;
    case 3: polygon({{0, -1.2}, {1.15, 0.9}, {-1.15, 0.9}}); break;
    case 4: polygon({{0, 1.2}, {1.15, -0.9}, {-1.15, -0.9}}); break;
    case 5:
    case 6: {
        painter.setPen(QPen(color, 2));
        const double reach = kind % 8 == 5 ? radius * 1.1 : 0;
        const double slant = kind % 8 == 6 ? radius * 0.9 : 0;
        painter.drawLine(center + QPointF(-reach - slant, -slant), center + QPointF(reach + slant, slant));
        painter.drawLine(center + QPointF(slant, -reach - slant), center + QPointF(-slant, reach + slant));
        break;
    }
    default:
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(plane);
        painter.drawEllipse(center, radius, radius);
    }
}

void paintChart(QPainter &painter, const ChartScene &scene, const ChartStyle &style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintAreas(painter, scene, style);
    paintRules(painter, scene, style, false);
    paintBars(painter, scene, style);
    paintLines(painter, scene);
    for (const ChartShape &shape : scene.shapes) {
        if (shape.marker)
            paintMarker(painter, shape.anchor, scene.inks[shape.series].marker, markerRadius, shape.fill, style.plane);
    }
    paintRules(painter, scene, style, true);
    paintLegend(painter, scene, style);
    paintTexts(painter, scene, style);
    painter.restore();
}

} // namespace deskhand
