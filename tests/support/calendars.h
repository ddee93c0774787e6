// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/business_calendar.h"

#include <QDateTime>

namespace deskhand::test {

/// Monday to Friday, the same frame each day, in minutes.
inline BusinessCalendar weekCalendar(const QByteArray &zone, int start, int end)
{
    BusinessCalendar calendar;
    calendar.zone = zone;
    for (size_t day = 0; day < 5; ++day)
        calendar.week[day] = {WorkingFrame{start, end}};
    return calendar;
}

/// Monday to Friday, 09:00 to 17:00, Berlin.
inline BusinessCalendar officeCalendar()
{
    return weekCalendar("Europe/Berlin", 9 * 60, 17 * 60);
}

inline BusinessCalendar everyMinute(const QByteArray &zone)
{
    BusinessCalendar calendar = roundTheClock();
    calendar.zone = zone;
    return calendar;
}

/// "2026-05-04T09:00:00+02:00", "2026-03-30T10:30:00Z"
inline Instant instantOf(const char *text)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    Q_ASSERT(time.isValid());
    return time.toMSecsSinceEpoch();
}

constexpr qint64 oneHour = 3'600'000;

} // namespace deskhand::test
