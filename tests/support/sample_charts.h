// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <cmath>

namespace deskhand::test {

/// One chart of each kind with numbers as a desk has them; the same ones at every call.

inline QTimeZone sampleZone()
{
    return QTimeZone("Europe/Berlin");
}

/// Beginnings of `count` buckets up to 14 November 2026.
inline ChartAxis sampleTimes(int count, ChartStep step = ChartStep::Day)
{
    ChartAxis axis;
    axis.kind = ChartAxis::Kind::Time;
    axis.step = step;
    axis.zone = sampleZone();
    const QDate last(2026, 11, 14);
    for (int index = count - 1; index >= 0; --index) {
        QDate date = last.addDays(-index);
        if (step == ChartStep::Month)
            date = QDate(2026, 11, 1).addMonths(-index);
        axis.instants.append(QDateTime(date, QTime(0, 0), axis.zone).toMSecsSinceEpoch());
    }
    return axis;
}

inline ChartSeries sampleSeries(const QString &name, int count, double level, double swing, quint32 seed,
                                ChartRole role = ChartRole::Auto)
{
    QRandomGenerator random(seed);
    ChartSeries series;
    series.name = name;
    series.role = role;
    for (int index = 0; index < count; ++index) {
        const double week = index % 7 >= 5 ? 0.25 : 1;
        const double wave = std::sin(index * 0.017 * 365 / std::max(count, 1) + seed);
        ChartPoint point;
        point.value = std::round(std::max(0.0, (level + swing * wave) * week + random.bounded(level * 0.2 + 1)));
        point.key = {index, seed};
        series.points.append(point);
    }
    return series;
}

inline ChartData sampleLines(int days = 90)
{
    ChartData data;
    data.kind = ChartKind::Line;
    data.title = QStringLiteral("Tickets created and solved");
    data.subtitle = QStringLiteral("Last %1 days · all queues").arg(days);
    data.axis = sampleTimes(days);
    data.series = {sampleSeries(QStringLiteral("Created"), days, 120, 30, 1),
                   sampleSeries(QStringLiteral("Solved"), days, 105, 25, 2)};
    data.series[0].points.last().partial = data.series[1].points.last().partial = true;
    return data;
}

inline ChartData sampleCompliance()
{
    ChartData data;
    data.kind = ChartKind::Line;
    data.title = QStringLiteral("Resolved in time");
    data.subtitle = QStringLiteral("By month, compared with the year before");
    data.format = ChartFormat::Percent;
    data.axis = sampleTimes(12, ChartStep::Month);
    ChartSeries now{QStringLiteral("This year"), ChartRole::First, {}, -1};
    ChartSeries before{QStringLiteral("Last year"), ChartRole::Auto, {}, 0};
    const double values[] = {.905, .912, .918, .931, .926, .941, .938, .952, .947, .957, .962, .955};
    for (int month = 0; month < 12; ++month) {
        ChartPoint point;
        point.value = values[month];
        point.note = QStringLiteral("%1 of 1,400 tickets").arg(qRound(values[month] * 1400));
        now.points.append(point);
        point.value = values[month] - 0.02 - 0.01 * (month % 3);
        before.points.append(point);
    }
    now.points[4].value.reset(); // nothing was due in that month
    data.series = {now, before};
    data.marks = {{ChartMark::Kind::Value, 0.95, QStringLiteral("Target 95 %"), ChartRole::Good}};
    return data;
}

inline ChartData sampleStack(int days = 30)
{
    ChartData data;
    data.kind = ChartKind::StackedBar;
    data.title = QStringLiteral("First response");
    data.subtitle = QStringLiteral("Last %1 days").arg(days);
    data.axis = sampleTimes(days);
    data.series = {sampleSeries(QStringLiteral("Met"), days, 80, 15, 3, ChartRole::Good),
                   sampleSeries(QStringLiteral("Missed"), days, 9, 6, 4, ChartRole::Bad),
                   sampleSeries(QStringLiteral("Running"), days, 4, 3, 5, ChartRole::Warning),
                   sampleSeries(QStringLiteral("Cancelled"), days, 6, 3, 6, ChartRole::Neutral)};
    return data;
}

inline ChartData sampleAreas(int days = 180)
{
    ChartData data;
    data.kind = ChartKind::StackedArea;
    data.title = QStringLiteral("Backlog by age");
    data.axis = sampleTimes(days);
    const QStringList names{QStringLiteral("Under 1 day"), QStringLiteral("1 – 3 days"), QStringLiteral("3 – 7 days"),
                            QStringLiteral("1 – 4 weeks"), QStringLiteral("Over 4 weeks")};
    for (int index = 0; index < names.size(); ++index) {
        ChartSeries series = sampleSeries(names[index], days, 60 - 8 * index, 14, quint32(7 + index));
        for (int day = 1; day < days; ++day) // a backlog does not end at weekends
            series.points[day].value =
                std::round(*series.points[day - 1].value * 0.85 + *series.points[day].value * 0.15);
        data.series.append(series);
    }
    return data;
}

inline ChartData sampleBars()
{
    ChartData data;
    data.kind = ChartKind::Bar;
    data.title = QStringLiteral("Tickets by weekday");
    data.axis.title = QStringLiteral("Weekday");
    data.axis.categories = {QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"), QStringLiteral("Thu"),
                            QStringLiteral("Fri"), QStringLiteral("Sat"), QStringLiteral("Sun")};
    ChartSeries now{QStringLiteral("This month"), ChartRole::First, {}, -1};
    ChartSeries before{QStringLiteral("Last month"), ChartRole::Auto, {}, 1};
    const double values[] = {1480, 1392, 1405, 1322, 1204, 212, 148};
    for (int day = 0; day < 7; ++day) {
        ChartPoint point;
        point.value = values[day];
        now.points.append(point);
        point.value = std::round(values[day] * (0.85 + 0.04 * day));
        before.points.append(point);
    }
    data.series = {before, now};
    return data;
}

inline ChartData sampleRanking()
{
    ChartData data;
    data.kind = ChartKind::Bar;
    data.horizontal = true;
    data.title = QStringLiteral("Queues with most breaches");
    data.axis.title = QStringLiteral("Queue");
    data.axis.categories = {QStringLiteral("Network and remote access"),
                            QStringLiteral("Workplace"),
                            QStringLiteral("Accounts"),
                            QStringLiteral("ERP"),
                            QStringLiteral("Telephony"),
                            QStringLiteral("Other")};
    ChartSeries series{QStringLiteral("Breaches"), ChartRole::Bad, {}, -1};
    for (const double value : {148.0, 97.0, 61.0, 60.0, 22.0, 9.0}) {
        ChartPoint point;
        point.value = value;
        series.points.append(point);
    }
    data.series = {series};
    return data;
}

inline ChartData sampleHeat()
{
    ChartData data;
    data.kind = ChartKind::HeatMap;
    data.format = ChartFormat::Decimal;
    data.title = QStringLiteral("When tickets come");
    data.subtitle = QStringLiteral("Tickets an hour, by weekday; each divided by how often it was in the period");
    data.axis.title = QStringLiteral("Hour");
    for (int hour = 0; hour < 24; ++hour)
        data.axis.categories.append(QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
    const QStringList days{QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"), QStringLiteral("Thu"),
                           QStringLiteral("Fri"), QStringLiteral("Sat"), QStringLiteral("Sun")};
    QRandomGenerator random(21);
    for (int day = 0; day < 7; ++day) {
        ChartSeries series{days[day], ChartRole::First, {}, -1};
        for (int hour = 0; hour < 24; ++hour) {
            const double morning = std::exp(-std::pow((hour - 9.5) / 2.2, 2));
            const double afternoon = 0.7 * std::exp(-std::pow((hour - 14.5) / 2.5, 2));
            const double weekend = day >= 5 ? 0.12 : 1.0 - 0.05 * day;
            ChartPoint point;
            point.value = std::round(10 * (18 * weekend * (morning + afternoon) + random.bounded(0.8))) / 10;
            series.points.append(point);
        }
        data.series.append(series);
    }
    return data;
}

inline ChartData sampleHistogram()
{
    constexpr double hour = 3'600'000;
    ChartData data;
    data.kind = ChartKind::Histogram;
    data.title = QStringLiteral("Time to resolution");
    data.subtitle = QStringLiteral("Working time; 212 of 4,310 tickets are still open and not counted");
    data.axis.kind = ChartAxis::Kind::Duration;
    data.axis.title = QStringLiteral("Working time");
    data.axis.bounds = {0,         hour / 2,  hour,      2 * hour,  4 * hour, 8 * hour,
                        16 * hour, 24 * hour, 48 * hour, 96 * hour, INFINITY};
    ChartSeries series{QStringLiteral("Tickets"), ChartRole::First, {}, -1};
    for (const double value : {310.0, 520.0, 803.0, 912.0, 640.0, 402.0, 251.0, 160.0, 78.0, 22.0}) {
        ChartPoint point;
        point.value = value;
        series.points.append(point);
    }
    data.series = {series};
    data.marks = {{ChartMark::Kind::Position, 3.1 * hour, QStringLiteral("Median 3 h 6 min"), ChartRole::Neutral},
                  {ChartMark::Kind::Position, 21 * hour, QStringLiteral("90 %: 21 h"), ChartRole::Warning},
                  {ChartMark::Kind::Position, 52 * hour, QStringLiteral("95 %: 2 d 4 h"), ChartRole::Bad}};
    return data;
}

inline ChartData sampleSurvival()
{
    constexpr double day = 86'400'000;
    ChartData data;
    data.kind = ChartKind::Survival;
    data.title = QStringLiteral("How long tickets stay open");
    data.subtitle = QStringLiteral("Share that is still open after that time; open tickets count as long as they are");
    data.format = ChartFormat::Percent;
    data.axis.kind = ChartAxis::Kind::Duration;
    data.axis.title = QStringLiteral("Age");
    for (int index = 0; index <= 30; ++index)
        data.axis.bounds.append(index * day);
    const auto curve = [&](const QString &name, double rate) {
        ChartSeries series{name, ChartRole::Auto, {}, -1};
        for (int index = 0; index <= 30; ++index) {
            ChartPoint point;
            point.value = std::exp(-rate * std::pow(index, 0.8));
            series.points.append(point);
        }
        return series;
    };
    data.series = {curve(QStringLiteral("Network"), 0.35), curve(QStringLiteral("Workplace"), 0.22),
                   curve(QStringLiteral("ERP"), 0.12)};
    data.marks = {{ChartMark::Kind::Value, 0.5, QStringLiteral("Half"), ChartRole::Neutral}};
    return data;
}

inline ChartData sampleSpark()
{
    ChartData data;
    data.kind = ChartKind::Sparkline;
    data.title = QStringLiteral("Open tickets");
    data.axis = sampleTimes(30);
    data.series = {sampleSeries(QStringLiteral("Open"), 30, 60, 20, 31)};
    for (int day = 1; day < 30; ++day)
        data.series[0].points[day].value =
            *data.series[0].points[day - 1].value * 0.7 + *data.series[0].points[day].value * 0.3;
    return data;
}

inline QVector<QPair<QString, ChartData>> sampleCharts()
{
    return {{QStringLiteral("line"), sampleLines()},
            {QStringLiteral("line-year"), sampleLines(365)},
            {QStringLiteral("compliance"), sampleCompliance()},
            {QStringLiteral("stack"), sampleStack()},
            {QStringLiteral("stack-year"), sampleStack(365)},
            {QStringLiteral("areas"), sampleAreas()},
            {QStringLiteral("bars"), sampleBars()},
            {QStringLiteral("ranking"), sampleRanking()},
            {QStringLiteral("heat"), sampleHeat()},
            {QStringLiteral("histogram"), sampleHistogram()},
            {QStringLiteral("survival"), sampleSurvival()},
            {QStringLiteral("spark"), sampleSpark()}};
}

} // namespace deskhand::test
