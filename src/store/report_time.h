// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/zone_rules.h"

#include <QByteArray>
#include <QVector>

#include <memory>

namespace deskhand {

class Connection;

/// A span of an axis, cut to the period.
struct ReportSpanPart {
    LocalDay day = 0; ///< its first local day, also where the period begins behind it
    Instant from = 0;
    Instant to = 0;
};

/// The time of a report: its period in its zone, cut into spans, weekdays and hours. The database is told where they
/// begin and knows no zone.
class ReportTime
{
public:
    /// `now`: of what lies behind it nothing can have happened.
    ReportTime(const ReportInterval &interval, std::shared_ptr<const ZoneRules> zone, Instant now);

    [[nodiscard]] const ReportInterval &interval() const { return m_interval; }

    /// Day … Year, in their order and without holes.
    [[nodiscard]] QVector<ReportSpanPart> spans(ReportDimension dimension) const;
    /// The value of a time dimension at an instant.
    [[nodiscard]] qint64 keyOf(ReportDimension dimension, Instant at) const;
    /// Of the period until now how many ms were of that weekday (1 to 7; 0: any) and hour (-1: any).
    [[nodiscard]] qint64 exposure(int weekday, int hour) const;
    /// The parts of the period that were such, in order.
    [[nodiscard]] QVector<ReportInterval> parts(int weekday, int hour) const;
    [[nodiscard]] bool isMidnight(Instant at) const;
    /// The local day that has begun last. Where clocks go back over midnight they show the day before once more: that
    /// is still the new day.
    [[nodiscard]] static LocalDay dayIn(const ZoneRules &zone, Instant at);
    [[nodiscard]] LocalDay dayAt(Instant at) const { return dayIn(*m_zone, at); }
    [[nodiscard]] Instant beginOfDay(LocalDay day) const;

    /// How many of the spans have begun at `column`, less one: their number from 0.
    [[nodiscard]] static QByteArray spanSql(const Connection &connection, const QVector<ReportSpanPart> &spans,
                                            const QByteArray &column);
    /// The weekday or the hour of `column`.
    [[nodiscard]] QByteArray partSql(const Connection &connection, ReportDimension dimension,
                                     const QByteArray &column) const;

private:
    struct Offset {
        Instant from = 0;
        qint64 ahead = 0; ///< ms that the clock is ahead of UTC
    };

    ReportInterval m_interval;
    Instant m_now;
    std::shared_ptr<const ZoneRules> m_zone;
    QVector<Offset> m_offsets; ///< those of the period, in order
};

/// The first local day of the span that a day is in.
[[nodiscard]] LocalDay beginOfSpan(ReportDimension dimension, LocalDay day);

} // namespace deskhand
