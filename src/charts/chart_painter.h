// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_scene.h"

class QPainter;

namespace deskhand {

/// Paints what layOutChart() made, as vectors and text, into whatever the painter paints on. The plane is not painted.
void paintChart(QPainter &painter, const ChartScene &scene, const ChartStyle &style);

/// The shape of a point: the `kind`-th of circle, square, diamond, triangle, triangle down, plus, cross, ring.
void paintMarker(QPainter &painter, QPointF center, int kind, double radius, const QColor &color, const QColor &plane);

} // namespace deskhand
