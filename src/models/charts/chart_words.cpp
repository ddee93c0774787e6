// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_words.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

constexpr qint64 wordSecond = 1000;
constexpr qint64 wordMinute = 60 * wordSecond;
constexpr qint64 wordHour = 60 * wordMinute;
constexpr qint64 wordDay = 24 * wordHour;

const QString noValue = QStringLiteral("–");

int decimalsFor(double step)
{
    int decimals = 0;
    while (decimals < 4 && std::abs(step - std::round(step)) > 1e-9) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < 1e-9;
}

} // namespace

QString ChartWords::duration(double milliseconds) const
{
    const qint64 all = std::llround(std::abs(milliseconds));
    const QString sign = milliseconds < 0 && all > 0 ? QStringLiteral("−") : QString();
    const auto two = [&](qint64 big, qint64 small, const QString &first, const QString &second) {
        return sign + (small == 0 ? first.arg(locale.toString(big)) : second.arg(locale.toString(big)).arg(small));
    };
    // Rounded to the smaller of the two parts first, so that nothing says "1 h 60 min".
    if (all < wordMinute)
        return sign + tr("%1 s").arg((all + wordSecond / 2) / wordSecond);
    if (const qint64 minutes = (all + wordMinute / 2) / wordMinute; minutes < 60)
        return sign + tr("%1 min").arg(minutes);
    else if (minutes < 24 * 60)
        return two(minutes / 60, minutes % 60, tr("%1 h"), tr("%1 h %2 min"));
    const qint64 hours = (all + wordHour / 2) / wordHour;
    if (hours < 100 * 24)
        return two(hours / 24, hours % 24, tr("%1 d"), tr("%1 d %2 h"));
    return sign + tr("%1 d").arg(locale.toString((all + wordDay / 2) / wordDay));
}

QString ChartWords::hours(double milliseconds) const
{
    const qint64 minutes = (std::llround(std::abs(milliseconds)) + wordMinute / 2) / wordMinute;
    const QString sign = milliseconds < 0 && minutes > 0 ? QStringLiteral("−") : QString();
    if (minutes < 60)
        return sign + tr("%1 min").arg(minutes);
    const QString whole = locale.toString(minutes / 60);
    return sign + (minutes % 60 == 0 ? tr("%1 h").arg(whole) : tr("%1 h %2 min").arg(whole).arg(minutes % 60));
}

QString ChartWords::value(ChartFormat format, std::optional<double> value) const
{
    if (!value)
        return noValue;
    switch (format) {
    case ChartFormat::Count:
        return isWhole(*value) ? locale.toString(std::llround(*value)) : locale.toString(*value, 'f', 1);
    case ChartFormat::Decimal:
        // Two or three figures: a field of numbers is to be compared at a glance.
        return locale.toString(*value, 'f', std::abs(*value) >= 100 ? 0 : std::abs(*value) >= 1 ? 1 : 2);
    case ChartFormat::Percent: {
        const double percent = *value * 100;
        // 99.96 % is not "100 %": what is nearly all says so.
        const bool nearly = percent > 99.9 && percent < 100;
        const double shown = nearly ? std::floor(percent * 10) / 10 : percent;
        return tr("%1 %", "percent").arg(locale.toString(shown, 'f', isWhole(shown) ? 0 : 1));
    }
    case ChartFormat::Duration: return duration(*value);
    case ChartFormat::Hours: return hours(*value);
    }
    return {};
}

QString ChartWords::tick(ChartFormat format, double value, double step) const
{
    switch (format) {
    case ChartFormat::Count:
    case ChartFormat::Decimal:
        if (std::abs(value) >= 1e4 && step >= 1e3 && isWhole(step / 1e3))
            return tr("%1 k", "thousands").arg(locale.toString(std::llround(value / 1e3)));
        return locale.toString(value, 'f', decimalsFor(step));
    case ChartFormat::Percent:
        return tr("%1 %", "percent").arg(locale.toString(value * 100, 'f', decimalsFor(step * 100)));
    case ChartFormat::Duration: return value == 0 ? QStringLiteral("0") : duration(value);
    case ChartFormat::Hours: return value == 0 ? QStringLiteral("0") : hours(value);
    }
    return {};
}

QString ChartWords::position(const ChartData &data, int point) const
{
    const ChartAxis &axis = data.axis;
    for (const ChartSeries &series : data.series) {
        if (point >= 0 && point < series.points.size() && !series.points[point].label.isEmpty())
            return series.points[point].label;
    }
    switch (axis.kind) {
    case ChartAxis::Kind::Categories: return axis.categories.value(point);
    case ChartAxis::Kind::Time: {
        if (point < 0 || point >= axis.instants.size())
            return {};
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(axis.instants[point], axis.zone);
        switch (axis.step) {
        case ChartStep::Hour:
            return tr("%1, %2", "date, time")
                .arg(locale.toString(at.date(), tr("d MMMM yyyy")),
                     locale.toString(at.time(), QStringLiteral("HH:mm")));
        case ChartStep::Day: return locale.toString(at.date(), tr("dddd, d MMMM yyyy"));
        case ChartStep::Week: return tr("Week from %1").arg(locale.toString(at.date(), tr("d MMMM yyyy")));
        case ChartStep::Month: return locale.toString(at.date(), tr("MMMM yyyy"));
        case ChartStep::Quarter:
            return tr("Q%1 %2", "quarter, year").arg((at.date().month() + 2) / 3).arg(at.date().year());
        case ChartStep::Year: return QString::number(at.date().year());
        }
        return {};
    }
    case ChartAxis::Kind::Duration:
    case ChartAxis::Kind::Number: {
        const auto edge = [&](int index) {
            return axis.kind == ChartAxis::Kind::Duration ? duration(axis.bounds[index])
                                                          : value(ChartFormat::Count, axis.bounds[index]);
        };
        if (point < 0 || point >= axis.bounds.size())
            return {};
        if (data.kind != ChartKind::Histogram || point + 1 >= axis.bounds.size())
            return data.kind == ChartKind::Survival ? tr("After %1").arg(edge(point)) : edge(point);
        if (std::isinf(axis.bounds[point + 1]))
            return tr("%1 or more").arg(edge(point));
        return tr("%1 – %2", "from, to").arg(edge(point), edge(point + 1));
    }
    }
    return {};
}

QString ChartWords::shortPosition(const ChartData &data, int point) const
{
    const ChartAxis &axis = data.axis;
    if (axis.kind != ChartAxis::Kind::Time || point < 0 || point >= axis.instants.size())
        return position(data, point);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(axis.instants[point], axis.zone);
    switch (axis.step) {
    case ChartStep::Hour: return at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case ChartStep::Day:
    case ChartStep::Week: return at.toString(QStringLiteral("yyyy-MM-dd"));
    case ChartStep::Month: return at.toString(QStringLiteral("yyyy-MM"));
    case ChartStep::Quarter:
    case ChartStep::Year: return position(data, point);
    }
    return {};
}

QString ChartWords::valueLine(const ChartData &data, int series, int point) const
{
    const ChartPoint *found = data.point(series, point);
    const std::optional<double> value = data.value(series, point);
    const QString name = series >= 0 && series < data.series.size() ? data.series[series].name : QString();
    QString said = value ? this->value(data.format, value) : tr("no value");
    if (found && !found->note.isEmpty())
        said = tr("%1 (%2)", "value, note").arg(said, found->note);
    if (found && found->partial)
        said = tr("%1, not complete").arg(said);
    return name.isEmpty() ? said : tr("%1: %2", "name, value").arg(name, said);
}

QString ChartWords::toolTip(const ChartData &data, int point) const
{
    QStringList lines{position(data, point)};
    for (int series = 0; series < data.series.size(); ++series) {
        if (data.point(series, point))
            lines.append(valueLine(data, series, point));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ChartWords::emptyText(const ChartData &data) const
{
    return data.emptyText.isEmpty() ? tr("No data for this period") : data.emptyText;
}

QString ChartWords::positionHead(const ChartData &data)
{
    if (!data.axis.title.isEmpty())
        return data.axis.title;
    switch (data.axis.kind) {
    case ChartAxis::Kind::Categories: return tr("Category");
    case ChartAxis::Kind::Duration: return tr("Duration");
    case ChartAxis::Kind::Number: return tr("Value");
    case ChartAxis::Kind::Time: break;
    }
    switch (data.axis.step) {
    case ChartStep::Hour: return tr("Hour");
    case ChartStep::Day: return tr("Day");
    case ChartStep::Week: return tr("Week");
    case ChartStep::Month: return tr("Month");
    case ChartStep::Quarter: return tr("Quarter");
    case ChartStep::Year: return tr("Year");
    }
    return {};
}

QString ChartWords::kindName(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Line: return tr("Line chart");
    case ChartKind::StackedArea: return tr("Stacked area chart");
    case ChartKind::Bar: return tr("Bar chart");
    case ChartKind::StackedBar: return tr("Stacked bar chart");
    case ChartKind::HeatMap: return tr("Heat map");
    case ChartKind::Histogram: return tr("Histogram");
    case ChartKind::Survival: return tr("Survival curve");
    case ChartKind::Sparkline: return tr("Sparkline");
    }
    return {};
}

QString ChartWords::summary(const ChartData &data) const
{
    if (data.isEmpty())
        return tr("%1. %2", "kind of chart, why it is empty").arg(kindName(data.kind), emptyText(data));
    const int points = data.pointCount();
    QStringList parts{tr("%1, %2 to %3", "kind of chart, first, last")
                          .arg(kindName(data.kind), position(data, 0), position(data, points - 1))};
    for (const ChartSeries &series : data.series) {
        int lowest = -1;
        int highest = -1;
        int last = -1;
        for (int point = 0; point < series.points.size(); ++point) {
            const std::optional<double> &value = series.points[point].value;
            if (!value)
                continue;
            if (lowest < 0 || *value < *series.points[lowest].value)
                lowest = point;
            if (highest < 0 || *value > *series.points[highest].value)
                highest = point;
            last = point;
        }
        if (last < 0)
            continue;
        parts.append(tr("%1: lowest %2 (%3), highest %4 (%5), last %6")
                         .arg(series.name.isEmpty() ? data.title : series.name,
                              value(data.format, series.points[lowest].value), position(data, lowest),
                              value(data.format, series.points[highest].value), position(data, highest),
                              value(data.format, series.points[last].value)));
    }
    for (const ChartMark &mark : data.marks)
        parts.append(mark.label);
    return parts.join(QStringLiteral(". "));
}

QString ChartWords::timeTick(Instant at, ChartStep step, const QTimeZone &zone, bool first) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
    const QDate date = time.date();
    switch (step) {
    case ChartStep::Hour:
        return time.time().hour() == 0 ? locale.toString(date, tr("d MMM"))
                                       : locale.toString(time.time(), QStringLiteral("HH:mm"));
    case ChartStep::Day:
    case ChartStep::Week:
        return locale.toString(date, first && date.month() == 1 && date.day() == 1 ? tr("d MMM yyyy") : tr("d MMM"));
    case ChartStep::Month: return locale.toString(date, first || date.month() == 1 ? tr("MMM yyyy") : tr("MMM"));
    case ChartStep::Quarter:
        return first || date.month() == 1 ? tr("Q%1 %2", "quarter, year").arg((date.month() + 2) / 3).arg(date.year())
                                          : tr("Q%1", "quarter").arg((date.month() + 2) / 3);
    case ChartStep::Year: return QString::number(date.year());
    }
    return {};
}

} // namespace deskhand
