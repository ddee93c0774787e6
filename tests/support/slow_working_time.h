// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/working_time.h"

class QTimeZone;

namespace deskhand::test {

/// The same questions as WorkingTime's, answered without any of its code: each edge of each day is asked of QTimeZone,
/// holidays are walked through minute by minute, and everything else goes through all intervals. For zones whose clocks
/// are changed at whole minutes. Knows holidays that are dates.
class SlowWorkingTime
{
public:
    /// Works within the window, in days of UTC.
    SlowWorkingTime(const BusinessCalendar &calendar, QDate from, int days);

    [[nodiscard]] const BusinessCalendar &calendar() const { return m_calendar; }
    [[nodiscard]] TimeSpan window() const { return m_window; }
    [[nodiscard]] const QVector<TimeSpan> &spans() const { return m_spans; }
    [[nodiscard]] bool works(Instant at) const;
    [[nodiscard]] qint64 elapsed(Instant from, Instant to, const QVector<TimeSpan> &pauses) const;
    /// There must be as much in the window.
    [[nodiscard]] Instant due(Instant from, qint64 amount, const QVector<TimeSpan> &pauses) const;

private:
    [[nodiscard]] QVector<TimeSpan> counted(Instant from, Instant to, const QVector<TimeSpan> &pauses) const;

    BusinessCalendar m_calendar;
    TimeSpan m_window;
    QVector<TimeSpan> m_spans;
};

} // namespace deskhand::test
