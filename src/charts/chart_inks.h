// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_scene.h"

namespace deskhand {

/// The colours of all charts: the only place that names them. Each has at least 3:1 on the plane of its theme, and any
/// two are told apart with each of the three common kinds of colour blindness; tests/unit/charts/chart_inks_test holds
/// this. As none of them can say all by itself, lines differ in their markers and, with ChartStyle::patterns, fills in
/// their hatching, too.

/// The colour of a role; `role` is not Auto.
[[nodiscard]] QColor chartColor(ChartRole role, bool dark);

/// How the series of `data` are drawn, one each.
[[nodiscard]] QVector<ChartInk> chartInks(const ChartData &data, const ChartStyle &style);

/// Of a heat map: the colour of `share` (0…1) of the highest value; lighter is less on a light plane, darker on a dark
/// one.
[[nodiscard]] QColor heatColor(double share, const ChartStyle &style);

/// `color` moved towards `goal` by `amount` (0…1).
[[nodiscard]] QColor mixedColor(const QColor &color, const QColor &goal, double amount);

/// WCAG 2.1: 0 (black) to 1 (white).
[[nodiscard]] double relativeLuminance(const QColor &color);

/// WCAG 2.1: 1…21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

/// `color` moved away from `plane` until it has `ratio` to it.
[[nodiscard]] QColor readableColor(QColor color, const QColor &plane, double ratio);

/// Black on white, with hatching: for paper, and where there is no window whose theme could be asked.
[[nodiscard]] ChartStyle paperStyle(const QFont &font);

} // namespace deskhand
