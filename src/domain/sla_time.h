// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_clock.h"

namespace deskhand {

/// The time that one promise goes by, with what is never counted. A pause that is open (`to` = 0) lasts for ever.
/// Refers to the calendar that it was made with.
class SlaTime
{
public:
    /// `calendar` counts for business time and working days, `always` (round the clock) for calendar time.
    SlaTime(TimeBasis basis, const WorkingTime &calendar, const WorkingTime &always, const QVector<Pause> &pauses);

    [[nodiscard]] qint64 elapsed(Instant from, Instant to) const;
    /// Of a duration that counts, whatever the basis; 0: there is none.
    [[nodiscard]] Instant dueAfter(Instant from, qint64 milliseconds) const;
    /// Of an amount in the basis; 0: there is none.
    [[nodiscard]] Instant due(Instant from, qint64 amount) const;
    /// Counted ms from `at` until `due`; negative: since. `due` is not 0.
    [[nodiscard]] qint64 left(Instant at, Instant due) const;

private:
    TimeBasis m_basis;
    const WorkingTime &m_time;
    QVector<TimeSpan> m_pauses;
};

/// The calendars that a stored clock goes by.
[[nodiscard]] inline SlaTime timeOf(const SlaClock &clock, const WorkingTime &calendar, const WorkingTime &always)
{
    return {clock.promised.basis, calendar, always, clock.pauses};
}

} // namespace deskhand
