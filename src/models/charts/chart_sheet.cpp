// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_sheet.h"

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

SheetKind sheetKindOf(ChartFormat format)
{
    switch (format) {
    case ChartFormat::Count: return SheetKind::Count;
    case ChartFormat::Decimal: return SheetKind::Decimal;
    case ChartFormat::Percent: return SheetKind::Percent;
    case ChartFormat::Duration:
    case ChartFormat::Hours: return SheetKind::Duration;
    }
    return SheetKind::Decimal;
}

/// Whether all counts are whole: an average of counts is shown with its fraction.
bool hasFractions(const ChartSeries &series)
{
    return std::any_of(series.points.cbegin(), series.points.cend(),
                       [](const ChartPoint &point) { return point.value && *point.value != std::floor(*point.value); });
}

} // namespace

Sheet chartSheet(const ChartData &data, const ChartWords &words)
{
    Sheet sheet;
    sheet.name = sheet.title = data.title;
    sheet.zone = data.axis.zone;
    if (!data.subtitle.isEmpty())
        sheet.notes.append(data.subtitle);
    for (const ChartMark &mark : data.marks)
        sheet.notes.append(mark.label);
    const bool days = data.axis.kind == ChartAxis::Kind::Time && data.axis.step != ChartStep::Hour
                      && data.axis.step != ChartStep::Quarter && data.axis.step != ChartStep::Year;
    const bool hours = data.axis.kind == ChartAxis::Kind::Time && data.axis.step == ChartStep::Hour;
    sheet.columns.append({ChartWords::positionHead(data), days    ? SheetKind::Day
                                                          : hours ? SheetKind::Moment
                                                                  : SheetKind::Text});
    for (const ChartSeries &series : data.series) {
        const bool fractions = data.format == ChartFormat::Count && hasFractions(series);
        sheet.columns.append({series.name.isEmpty() ? data.valueName : series.name,
                              fractions ? SheetKind::Decimal : sheetKindOf(data.format)});
    }
    for (int point = 0; point < data.pointCount(); ++point) {
        QVector<SheetCell> row;
        if (days || hours)
            row.append(double(data.axis.instants.value(point)));
        else
            row.append(words.shortPosition(data, point));
        for (int series = 0; series < data.series.size(); ++series) {
            const std::optional<double> value = data.value(series, point);
            row.append(value ? SheetCell(*value) : SheetCell());
        }
        sheet.rows.append(row);
    }
    return sheet;
}

} // namespace deskhand
