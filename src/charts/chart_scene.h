// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_cursor.h"
#include "models/charts/chart_data.h"

#include <QColor>
#include <QFont>
#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QVector>

namespace deskhand {

/// Colours and fonts of one picture. Says nothing about any window, so that a chart can be painted where there is none.
struct ChartStyle {
    QColor plane; ///< what it stands on; the gaps of stacked bars and the halo of lines
    QColor text;
    QColor mutedText;
    QColor grid;
    QColor axis;
    QColor focus; ///< the ring around the point in focus
    bool dark = false;
    bool patterns = false; ///< fills differ by hatching, too: high contrast, and paper
    QFont font;            ///< labels
    QFont strongFont;      ///< names of series beside their lines
    QFont titleFont;       ///< head of a file
};

/// How one series is drawn. Members that do not belong to its kind of chart are unused.
struct ChartInk {
    QColor fill;   ///< of bars and areas
    QColor stroke; ///< of lines; at least 3:1 on the plane
    QColor text;   ///< of its name; at least 4.5:1
    Qt::PenStyle pen = Qt::SolidLine;
    Qt::BrushStyle pattern = Qt::SolidPattern; ///< with ChartStyle::patterns
    int marker = 0;                            ///< shape of its points: circle, square, diamond, triangle, …
};

/// One piece of text that was found a place for.
struct ChartText {
    enum class Role { Tick, AxisTitle, Series, Mark, Value, Title, Subtitle, Legend };
    Role role = Role::Tick;
    QRectF rect;
    QString text; ///< already elided to fit
    Qt::Alignment align = Qt::AlignCenter;
    QColor color;
};

/// Where one point is.
struct ChartShape {
    int series = 0;
    int point = 0;
    QRectF area;    ///< of the mark itself: the bar, the cell; for lines a small square around the anchor
    QPointF anchor; ///< where a ring, a tool tip and a marker go
    QColor fill;
    bool partial = false;
    bool marker = false; ///< of a line: has a marker of its own
    bool filled = false; ///< its area is painted: a bar or a cell
};

/// A line through the points of a series, broken where there is no value.
struct ChartPath {
    int series = 0;
    QPolygonF line;
    QPolygonF area;       ///< closed, under the line; empty: none
    bool dashed = false;  ///< leads to a point that is partial
    bool earlier = false; ///< of a comparison
};

/// An entry of the legend that does not stand beside its line.
struct ChartLegendItem {
    int series = 0;
    QRectF swatch;
    bool line = false; ///< a piece of the line, not a filled square
};

/// A line across: grid, axis, target, percentile.
struct ChartRule {
    enum class Role { Grid, Axis, Mark };
    Role role = Role::Grid;
    QLineF line;
    QColor color;
};

/// A chart that has found its places: what ChartPainter paints, what is hit by a click, and what tests look at.
struct ChartScene {
    QRectF bounds;
    QRectF plot; ///< inside the axes
    QVector<ChartRule> rules;
    QVector<ChartPath> paths;
    QVector<ChartShape> shapes; ///< all points with a value, in the order of painting
    QVector<ChartText> texts;
    QVector<ChartLegendItem> legend;
    QVector<ChartInk> inks;  ///< one a series
    QVector<QRectF> columns; ///< one a point of the window: where a pointer is at it; for lying bars these are rows
    QRectF ramp;             ///< of a heat map: the colours from low to high; empty: none
    QVector<QColor> rampColors;
    ChartWindow window;
    int hiddenSeries = 0; ///< that the legend had no place for
    double low = 0;       ///< values at the ends of the values' axis
    double high = 0;

    /// nullptr: the point has no value or is outside of the window.
    [[nodiscard]] const ChartShape *shape(int series, int point) const;
    /// The point at `pos`: the mark under it, else the nearest one of its column.
    [[nodiscard]] std::optional<ChartSpot> spotAt(QPointF pos, bool nearestOfColumn) const;
};

} // namespace deskhand
