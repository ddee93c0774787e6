// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time_spans.h"

#include <QByteArray>
#include <QDate>

#include <memory>
#include <vector>

namespace deskhand {

constexpr qint64 millisecondsPerMinute = 60'000;
constexpr qint64 millisecondsPerDay = 86'400'000;

/// A local time: milliseconds from 1970-01-01 00:00 on the wall's clock.
using LocalTime = qint64;
/// A local date: days from 1970-01-01.
using LocalDay = qint64;

[[nodiscard]] LocalDay dayOf(LocalTime time);
[[nodiscard]] LocalDay dayOf(QDate date);
[[nodiscard]] QDate dateOf(LocalDay day);
[[nodiscard]] int yearOf(LocalDay day);
/// 1 January of a year from 1 to 9999.
[[nodiscard]] LocalDay firstDayOf(int year);

/// When the clocks of a zone were and will be changed, as a table. QTimeZone knows it, but takes microseconds for each
/// question. After 2137 the rules of that time go on for ever. Immutable and thread-safe.
class ZoneRules
{
public:
    /// Made once for each zone; null: no such zone. An offset ("UTC+02:00"), a POSIX rule and the zone of the machine
    /// are no zones here.
    [[nodiscard]] static std::shared_ptr<const ZoneRules> of(const QByteArray &zone);

    /// The first instant at which the clock shows `time` or a later time: the first one of a repeated time, the end of
    /// the gap for a skipped one.
    [[nodiscard]] Instant startOf(LocalTime time) const;
    /// The last instant until which the clock shows `time` or an earlier time: the second one of a repeated time.
    [[nodiscard]] Instant endOf(LocalTime time) const;
    [[nodiscard]] LocalTime localTime(Instant at) const;
    /// Adds the spans in which the clock shows a time in [from, to): usually one; two where a part is repeated.
    void addSpans(LocalTime from, LocalTime to, QVector<TimeSpan> *spans) const;

private:
    explicit ZoneRules(const QByteArray &zone);
    [[nodiscard]] size_t periodAt(Instant at) const;
    [[nodiscard]] Instant endOfPeriod(size_t period) const;

    /// From `from` on the clock is `offset` milliseconds ahead of UTC.
    struct Period {
        Instant from = 0;
        qint64 offset = 0;
    };
    std::vector<Period> m_periods;
};

} // namespace deskhand
