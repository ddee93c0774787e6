// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_scale.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

constexpr double chartSecond = 1000;
constexpr double chartMinute = 60 * chartSecond;
constexpr double chartHour = 60 * chartMinute;
constexpr double chartDay = 24 * chartHour;

/// The smallest of 1, 2, 5 times a power of ten that is not below `wanted`.
double roundStep(double wanted)
{
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

double niceStep(double wanted, ChartFormat format)
{
    if (format == ChartFormat::Count)
        return std::max(1.0, roundStep(wanted));
    if (format == ChartFormat::Hours && wanted > chartHour)
        return chartHour * roundStep(wanted / chartHour);
    if (format != ChartFormat::Duration && format != ChartFormat::Hours)
        return roundStep(wanted);
    static const double steps[] = {
        chartSecond, 2 * chartSecond, 5 * chartSecond, 10 * chartSecond, 15 * chartSecond, 30 * chartSecond,
        chartMinute, 2 * chartMinute, 5 * chartMinute, 10 * chartMinute, 15 * chartMinute, 30 * chartMinute,
        chartHour,   2 * chartHour,   3 * chartHour,   6 * chartHour,    12 * chartHour,   chartDay,
    };
    for (const double step : steps) {
        if (step >= wanted)
            return step;
    }
    return chartDay * roundStep(wanted / chartDay);
}

bool isStacked(ChartKind kind)
{
    return kind == ChartKind::StackedArea || kind == ChartKind::StackedBar;
}

struct Extremes {
    double low = 0;
    double high = 0;
    bool any = false;

    void take(double value)
    {
        low = any ? std::min(low, value) : value;
        high = any ? std::max(high, value) : value;
        any = true;
    }
};

Extremes extremesOf(const ChartData &data, ChartWindow window)
{
    Extremes found;
    for (int point = window.first; point <= window.last; ++point) {
        double above = 0;
        double below = 0;
        for (int series = 0; series < data.series.size(); ++series) {
            const std::optional<double> value = data.value(series, point);
            if (!value)
                continue;
            if (!isStacked(data.kind) || data.series[series].comparedTo >= 0) {
                found.take(*value);
                continue;
            }
            (*value < 0 ? below : above) += *value;
            found.take(*value < 0 ? below : above);
        }
    }
    for (const ChartMark &mark : data.marks) {
        if (mark.kind == ChartMark::Kind::Value)
            found.take(mark.at);
    }
    return found;
}

/// Whether a unit begins at this wall-clock time, which is the beginning of a bucket.
bool beginsUnit(const QDateTime &at, ChartStep unit, int every)
{
    const QDate date = at.date();
    const bool midnight = at.time().hour() == 0;
    switch (unit) {
    case ChartStep::Hour: return at.time().hour() % every == 0;
    case ChartStep::Day: return midnight;
    case ChartStep::Week: return midnight && date.dayOfWeek() == Qt::Monday;
    case ChartStep::Month: return midnight && date.day() == 1;
    case ChartStep::Quarter: return midnight && date.day() == 1 && date.month() % 3 == 1;
    case ChartStep::Year: return midnight && date.day() == 1 && date.month() == 1 && date.year() % every == 0;
    }
    return false;
}

} // namespace

ValueScale valueScale(double low, double high, ChartFormat format, int maxTicks)
{
    maxTicks = std::max(2, maxTicks);
    if (!(high > low))
        high = low + (format == ChartFormat::Duration || format == ChartFormat::Hours ? chartMinute : 1);
    ValueScale scale;
    double step = niceStep((high - low) / (maxTicks - 1), format);
    for (int round = 0; round < 8; ++round) {
        scale.step = step;
        scale.low = std::floor(low / step + 1e-9) * step;
        scale.high = std::ceil(high / step - 1e-9) * step;
        if (format == ChartFormat::Percent && high <= 1 + 1e-9)
            scale.high = std::min(scale.high, 1.0);
        if (std::lround((scale.high - scale.low) / step) + 1 <= maxTicks)
            break;
        step = niceStep(step * 1.01, format);
    }
    for (int index = 0; scale.low + index * step < scale.high + step * 1e-6; ++index)
        scale.ticks.append(scale.low + index * step);
    if (scale.ticks.last() < scale.high - step * 1e-6)
        scale.ticks.append(scale.high);
    return scale;
}

ValueScale valueScaleOf(const ChartData &data, ChartWindow window, int maxTicks)
{
    window = boundedWindow(window, data.pointCount());
    if (data.kind == ChartKind::Survival)
        return valueScale(0, 1, ChartFormat::Percent, maxTicks);
    Extremes found = extremesOf(data, window);
    const bool mayFloat = (data.kind == ChartKind::Line || data.kind == ChartKind::Sparkline)
                          && data.format == ChartFormat::Percent && found.any && found.low >= 0.5;
    if (!mayFloat)
        found.take(0);
    else
        found.low -= (found.high - found.low) * 0.1; // a line on the axis looks like nothing
    return valueScale(found.low, found.high, data.format, maxTicks);
}

QVector<PositionTick> timeTicks(const ChartAxis &axis, ChartWindow window, int maxTicks)
{
    struct Level {
        ChartStep unit;
        int every;
    };
    static const Level levels[] = {{ChartStep::Hour, 1},  {ChartStep::Hour, 3},    {ChartStep::Hour, 6},
                                   {ChartStep::Hour, 12}, {ChartStep::Day, 1},     {ChartStep::Week, 1},
                                   {ChartStep::Month, 1}, {ChartStep::Quarter, 1}, {ChartStep::Year, 1},
                                   {ChartStep::Year, 2},  {ChartStep::Year, 5},    {ChartStep::Year, 10}};
    window = boundedWindow(window, int(axis.instants.size()));
    if (axis.instants.isEmpty())
        return {};
    QVector<QDateTime> times;
    for (int point = window.first; point <= window.last; ++point)
        times.append(QDateTime::fromMSecsSinceEpoch(axis.instants[point], axis.zone));
    maxTicks = std::max(1, maxTicks);
    for (const Level &level : levels) {
        if (level.unit < axis.step)
            continue;
        QVector<PositionTick> ticks;
        for (int index = 0; index < times.size(); ++index) {
            if (level.unit == axis.step ? level.every == 1 || beginsUnit(times[index], level.unit, level.every)
                                        : beginsUnit(times[index], level.unit, level.every))
                ticks.append({window.first + index, level.unit});
        }
        if (!ticks.isEmpty() && ticks.size() <= maxTicks) {
            // One label says too little about where things are.
            if (ticks.size() == 1 && times.size() > 1 && maxTicks > 1)
                break;
            return ticks;
        }
    }
    QVector<PositionTick> ticks = evenTicks(window, maxTicks);
    for (PositionTick &tick : ticks)
        tick.unit = axis.step;
    return ticks;
}

QVector<PositionTick> evenTicks(ChartWindow window, int maxTicks)
{
    const int points = window.last - window.first + 1;
    const int stride = std::max(1, (points + std::max(1, maxTicks) - 1) / std::max(1, maxTicks));
    QVector<PositionTick> ticks;
    for (int point = window.first; point <= window.last; point += stride)
        ticks.append({point, ChartStep::Day});
    return ticks;
}

} // namespace deskhand
