// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_files.h"

#include "models/charts/chart_sheet.h"

namespace deskhand {

QString chartFileEnding(ChartFile kind)
{
    switch (kind) {
    case ChartFile::Png: return QStringLiteral("png");
    case ChartFile::Svg: return QStringLiteral("svg");
    case ChartFile::Pdf: return QStringLiteral("pdf");
    case ChartFile::Csv: return QStringLiteral("csv");
    case ChartFile::Xlsx: return QStringLiteral("xlsx");
    }
    return {};
}

Result<QByteArray> chartFile(ChartFile kind, const ChartData &data, const ChartWords &words,
                             const ChartPicture &picture)
{
    switch (kind) {
    case ChartFile::Png: return chartPng(data, words, picture);
    case ChartFile::Svg: return chartSvg(data, words, picture);
    case ChartFile::Pdf: return chartsPdf({data}, words, picture, data.title);
    case ChartFile::Csv: return csvOf(chartSheet(data, words), {u',', true});
    case ChartFile::Xlsx: return xlsxOf({chartSheet(data, words)});
    }
    return Error{ErrorCode::Invalid, QStringLiteral("charts.file"), {}, {}};
}

} // namespace deskhand
