// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/business_calendar.h"

namespace deskhand {

/// Reads holidays out of a calendar feed (iCalendar, RFC 5545). Thread-safe.
class HolidayFeedReader
{
public:
    virtual ~HolidayFeedReader() = default;
    /// The days of all events in [from, to], repeated ones each, as unconfirmed Date and Range entries in the order of
    /// time, with name and feedId; events at a time of day count as the days that they touch in `zone`. Changes of
    /// clocks that some feeds list as events are left out. Errors: Invalid (not a calendar; too large), with what was
    /// wrong in English as the detail.
    virtual Result<QVector<Holiday>> read(const QByteArray &ics, QDate from, QDate to,
                                          const QByteArray &zone) const = 0;
};

} // namespace deskhand
