// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_document.h"
#include "models/reports/report_paper.h"

namespace deskhand {

/// Pictures and paper of what is mailed and printed. They need a QGuiApplication for its fonts, and no window.

/// How large the picture of a card is, in CSS pixels, `width` of them wide: as high as it has rows, where bars lie.
[[nodiscard]] QSize reportPictureSize(const ChartData &chart, int width);

/// The chart alone, without the title that stands beside it, as a PNG of `scale` dots a pixel.
[[nodiscard]] QByteArray reportPicturePng(const ChartData &chart, const ChartWords &words, const ChartStyle &style,
                                          QSize size, double scale = 2);

/// All of it as a PDF of A4 pages: vectors, and text that can be selected. Each card is kept on one page where it fits.
[[nodiscard]] QByteArray reportPdf(const ReportPaper &paper, const ChartWords &words, const ChartStyle &style);

} // namespace deskhand
