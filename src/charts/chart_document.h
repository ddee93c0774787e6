// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "charts/chart_scene.h"
#include "models/charts/chart_words.h"

#include <QImage>

class QPainter;

namespace deskhand {

/// Charts as files: each with its title and subtitle, on its plane. Sizes are in CSS pixels (96 an inch). They need a
/// QGuiApplication for its fonts, and no window.

struct ChartPicture {
    QSizeF size{960, 480};
    ChartStyle style;   ///< paperStyle() or that of the theme
    ChartWindow window; ///< what is zoomed to
};

/// As it would be on a screen of `scale` dots a pixel.
[[nodiscard]] QImage chartImage(const ChartData &data, const ChartWords &words, const ChartPicture &picture,
                                double scale = 2);
[[nodiscard]] QByteArray chartPng(const ChartData &data, const ChartWords &words, const ChartPicture &picture,
                                  double scale = 2);
[[nodiscard]] QByteArray chartSvg(const ChartData &data, const ChartWords &words, const ChartPicture &picture);

/// A PDF of vectors and text that can be selected: each chart as wide as the page, as many on a page as fit.
[[nodiscard]] QByteArray chartsPdf(const QVector<ChartData> &charts, const ChartWords &words,
                                   const ChartPicture &picture, const QString &title);

/// Paints a chart, with its title, into `target` of a painter of any device (a printer's, in its own units): sizes of
/// fonts and lines are as on a screen of 96 dots an inch, `dotsPerPixel` device units a pixel.
void paintChartInto(QPainter &painter, const QRectF &target, double dotsPerPixel, const ChartData &data,
                    const ChartWords &words, const ChartStyle &style, ChartWindow window);

/// `style` with fonts in pixels of 96 an inch, so that no device makes them another size.
[[nodiscard]] ChartStyle deviceStyle(ChartStyle style);

} // namespace deskhand
