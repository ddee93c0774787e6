// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace deskhand {

/// What one chart shows: numbers and words, no pixel. A plain value, made by whoever has the numbers; everything that
/// shows a chart (picture, table, screen reader, file) is made of it and of nothing else.

enum class ChartKind {
    Line,
    StackedArea, ///< shares of a whole over time
    Bar,         ///< side by side
    StackedBar,
    HeatMap,   ///< series are the rows, points the columns
    Histogram, ///< the axis' `bounds` are the edges of the bins: one more than points
    Survival,  ///< steps: the share that is left at each of the axis' `bounds`
    Sparkline, ///< the first series without axes, for a card's corner
};

/// What a value is, and so how it is written.
enum class ChartFormat {
    Count,    ///< whole things
    Decimal,  ///< e.g. an average of counts
    Percent,  ///< 0…1 is 0 %…100 %
    Duration, ///< milliseconds
    Hours,    ///< likewise, of work: a day of work is no day, so hours are never said as days
};

/// What a series means; its colour, its line and its marks follow from that. The numbered ones are different things of
/// one kind.
enum class ChartRole {
    Auto, ///< the next numbered one
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    Sixth,
    Seventh,
    Eighth,
    Good,    ///< e.g. met
    Warning, ///< e.g. at risk
    Bad,     ///< e.g. missed
    Neutral, ///< e.g. cancelled
    Other,   ///< what was put together because it was too little
};

/// Width of a bucket of time, for its name ("March 2025") and for where the axis is labelled.
enum class ChartStep { Hour, Day, Week, Month, Quarter, Year };

/// Whatever the one who made the data needs to find what a point counted. Opaque here.
struct ChartKey {
    qint64 first = 0;
    qint64 second = 0;

    bool operator==(const ChartKey &) const = default;
};

struct ChartPoint {
    std::optional<double> value; ///< none: there is no answer (no cases), which is not 0
    QString label;               ///< of this point alone, where the axis does not say it all; else empty
    QString note;                ///< said with the value, e.g. "18 of 24 tickets"
    ChartKey key;
    bool partial = false; ///< the bucket is not over, or not all of it could be seen
};

struct ChartSeries {
    QString name;
    ChartRole role = ChartRole::Auto;
    QVector<ChartPoint> points;
    /// Index of the series that this one is the earlier or other value of; it is drawn behind that one and in its
    /// colour. -1: a series of its own.
    int comparedTo = -1;
};

struct ChartAxis {
    enum class Kind {
        Categories, ///< `categories`, one a point
        Time,       ///< `instants`, the beginning of each point's bucket
        Duration,   ///< `bounds` in milliseconds
        Number,     ///< `bounds`
    };
    Kind kind = Kind::Categories;
    QString title; ///< e.g. "Day", "Queue"; the head of the table's first column
    QStringList categories;
    QVector<Instant> instants; ///< ascending; buckets without anything are there, too
    ChartStep step = ChartStep::Day;
    QTimeZone zone = QTimeZone::utc(); ///< of the report
    QVector<double> bounds;            ///< ascending
};

/// A line across the chart: a target, a percentile.
struct ChartMark {
    enum class Kind {
        Value,    ///< at a value, e.g. a target of 0.95
        Position, ///< at a place of the axis: an instant, a duration or a number
    };
    Kind kind = Kind::Value;
    double at = 0;
    QString label; ///< e.g. "Target 95 %", "Median 3 h 10 min"
    ChartRole role = ChartRole::Neutral;
};

/// At most maxChartPoints points; what is more has to be aggregated before.
struct ChartData {
    ChartKind kind = ChartKind::Line;
    QString title;    ///< the question, e.g. "Tickets created"; the name for screen readers and the head of files
    QString subtitle; ///< period, filter, comparison; shown in files, where no card says it
    ChartFormat format = ChartFormat::Count;
    QString valueName; ///< e.g. "Tickets"; the head of the values' axis in files
    ChartAxis axis;
    QVector<ChartSeries> series;
    QVector<ChartMark> marks;
    bool horizontal = false; ///< bars lie: for names that are long, ranked from the top
    QString emptyText;       ///< what to say when there is no value at all; empty: "No data for this period"

    /// Points on the axis: the longest series.
    [[nodiscard]] int pointCount() const;
    /// Whether no series has any value.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::optional<double> value(int atSeries, int atPoint) const;
    /// nullptr: there is none.
    [[nodiscard]] const ChartPoint *point(int atSeries, int atPoint) const;
    /// The role after Auto is resolved; that of a comparison is that of what it is compared with.
    [[nodiscard]] ChartRole role(int atSeries) const;
};

inline constexpr int maxChartPoints = 2000;

} // namespace deskhand
