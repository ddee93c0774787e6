// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace deskhand {

/// A moment at the company's seat (United Kingdom time), without the machine's zone tables: the same everywhere.
struct DemoLocal {
    qint64 day = 0;  ///< days since 1970-01-01
    int minute = 0;  ///< of the day
    int weekday = 0; ///< 0 Monday … 6 Sunday
};

struct DemoDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

[[nodiscard]] DemoDate demoDate(qint64 day);
[[nodiscard]] qint64 demoDay(DemoDate date);
[[nodiscard]] DemoLocal demoLocal(Instant instant);
[[nodiscard]] Instant demoInstant(qint64 day, int minute);
/// Christmas, New Year, Easter, May and August bank holidays: when hardly anybody writes.
[[nodiscard]] bool isDemoHoliday(qint64 day);
[[nodiscard]] bool isDemoWorkday(qint64 day);
/// The last working day at or before `day`, `back` more working days before that.
[[nodiscard]] qint64 demoWorkdayBefore(qint64 day, int back);
/// The first working day at or after `day`.
[[nodiscard]] qint64 demoWorkdayAfter(qint64 day);

constexpr Instant demoMinute = 60'000;
constexpr Instant demoHour = 60 * demoMinute;
constexpr Instant demoWholeDay = 24 * demoHour;

} // namespace deskhand
