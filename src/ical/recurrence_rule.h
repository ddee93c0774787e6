// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QVector>

#include <optional>

namespace deskhand {

/// A local time without a zone: seconds from 1970-01-01 00:00.
using LocalSecond = qint64;

/// A recurrence rule (RFC 5545, 3.3.10). Rules of other calendars than the Gregorian one (RFC 7529) are refused.
struct RecurrenceRule {
    enum class Frequency { Secondly, Minutely, Hourly, Daily, Weekly, Monthly, Yearly };
    struct Weekday {
        int weekday = 0; ///< 1 Monday … 7 Sunday
        int nth = 0;     ///< 0: each
    };

    Frequency frequency = Frequency::Daily;
    int interval = 1;
    int count = 0;                    ///< 0: without end
    std::optional<LocalSecond> until; ///< included
    bool untilIsUtc = false;          ///< who knows the zone makes it local
    bool untilIsDate = false;
    int weekStart = 1;
    QVector<int> seconds;
    QVector<int> minutes;
    QVector<int> hours;
    QVector<Weekday> weekdays;
    QVector<int> monthDays; ///< negative: from the end, here and below
    QVector<int> yearDays;
    QVector<int> weekNumbers;
    QVector<int> months;
    QVector<int> positions;
};

/// "FREQ=YEARLY;BYMONTH=12;…". Errors: Invalid.
[[nodiscard]] Result<RecurrenceRule> recurrenceRuleFromText(const QByteArray &text);

/// "20261224", "20261224T100000" or with a Z; nothing when it is neither.
struct IcalTime {
    LocalSecond time = 0;
    bool isDate = false;
    bool isUtc = false;
};
[[nodiscard]] std::optional<IcalTime> icalTimeFromText(const QByteArray &text);

} // namespace deskhand
