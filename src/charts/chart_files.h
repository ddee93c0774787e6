// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "charts/chart_document.h"

namespace deskhand {

/// What a chart can be saved as.
enum class ChartFile { Png, Svg, Pdf, Csv, Xlsx };

/// "png" and so on.
[[nodiscard]] QString chartFileEnding(ChartFile kind);

/// The bytes of such a file. Pictures as chart_document.h makes them; CSV with a byte order mark, since people open it
/// in a spreadsheet. Blocks for some tens of milliseconds.
[[nodiscard]] Result<QByteArray> chartFile(ChartFile kind, const ChartData &data, const ChartWords &words,
                                           const ChartPicture &picture);

} // namespace deskhand
