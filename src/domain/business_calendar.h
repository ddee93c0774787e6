// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QDate>
#include <QString>
#include <QVector>

#include <array>

namespace deskhand {

/// Half-open part of a local day in minutes after its midnight. `end` above 1440 goes on after midnight: a night shift
/// from 22:00 to 06:00 is {1320, 1800}. 0 <= start < 1440, start < end <= start + 1440.
struct WorkingFrame {
    int start = 0;
    int end = 0;
    bool operator==(const WorkingFrame &) const = default;
};

/// A date, or a rule for dates, that does not count, or of which a part does not count (`closedFrom`, `closedTo`).
/// Dates are local dates of the calendar's zone.
struct Holiday {
    enum class Kind {
        Date,        ///< `from`
        Range,       ///< `from` to `to`, both included
        Yearly,      ///< `month`, `day`; 29 February only in leap years
        YearlyRange, ///< `month`, `day` to `untilMonth`, `untilDay`, both included; may go over New Year
        NthWeekday,  ///< the `nth` (1–5, -1: last) `weekday` of `month`
        Easter,      ///< `offset` days after the Western Easter Sunday
    };

    Kind kind = Kind::Date;
    QString name; ///< for people; may be empty
    QDate from{};
    QDate to{};
    int month = 0;
    int day = 0;
    int untilMonth = 0;
    int untilDay = 0;
    int weekday = 0; ///< 1 Monday … 7 Sunday
    int nth = 0;
    int offset = 0;
    int closedFrom = 0;    ///< minute of the day from which it is closed
    int closedTo = 1440;   ///< minute of the day until which it is closed
    bool confirmed = true; ///< false: came out of a feed and nobody has confirmed it; does not count
    QString feedId;        ///< what a feed calls it; empty: a person's own entry

    bool operator==(const Holiday &) const = default;
};

/// When somebody works: frames of each weekday in local time of a zone, and days that do not count. A plain value; what
/// can be asked of it is in domain/working_time.h.
struct BusinessCalendar {
    CalendarId id;
    QString name;
    QByteArray zone;                           ///< IANA id, "Europe/Berlin"; never an offset
    std::array<QVector<WorkingFrame>, 7> week; ///< by weekday, Monday first; a frame belongs to the day it starts on
    QVector<Holiday> holidays;
    QString feed; ///< https URL or file name that holidays were imported from; empty: none
    bool active = true;
    int version = 0;             ///< 1, 2, 3 …; 0: not saved yet
    CalendarVersionId versionId; ///< of the desk's row of this version; what clocks refer to

    bool operator==(const BusinessCalendar &) const = default;
};

/// Round the clock, every day, in UTC: what a clock goes by where no calendar is set.
[[nodiscard]] BusinessCalendar roundTheClock();

/// Why a calendar cannot be saved; empty: it can. Stable names for field errors: "zone" (unknown), "no-working-time",
/// "frame" (out of range or overlapping), "holiday" (no date, or an end before its beginning).
struct CalendarProblem {
    QString field; ///< "zone", "week", "week.mon", "holidays.3"
    QString code;
    bool operator==(const CalendarProblem &) const = default;
};
[[nodiscard]] QVector<CalendarProblem> problemsOf(const BusinessCalendar &calendar);

/// The local dates of a year (1 to 9999) that a holiday falls on, confirmed or not; a range over New Year gives its
/// days in that year.
[[nodiscard]] QVector<QDate> datesInYear(const Holiday &holiday, int year);

} // namespace deskhand
