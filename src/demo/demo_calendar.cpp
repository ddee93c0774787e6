// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_calendar.h"

namespace deskhand {
namespace {

qint64 floorDivided(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

int demoWeekday(qint64 day)
{
    const qint64 shifted = (day + 3) % 7; // 1970-01-01 was a Thursday
    return int(shifted < 0 ? shifted + 7 : shifted);
}

/// 01:00 UTC of the last Sunday of a month: when European clocks change.
Instant clockChange(int year, int month)
{
    const qint64 last = demoDay({year, month, 31}); // March and October have 31 days
    return (last - (demoWeekday(last) + 1) % 7) * demoWholeDay + demoHour;
}

bool isSummerTime(Instant instant)
{
    const int year = demoDate(floorDivided(instant, demoWholeDay)).year;
    return instant >= clockChange(year, 3) && instant < clockChange(year, 10);
}

/// Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
qint64 easterDay(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return demoDay({year, f / 31, f % 31 + 1});
}

} // namespace

// Both directions: "chrono-compatible low-level date algorithms", H. Hinnant.
DemoDate demoDate(qint64 day)
{
    const qint64 z = day + 719468;
    const qint64 era = floorDivided(z, 146097);
    const int doe = int(z - era * 146097);
    const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const int mp = (5 * doy + 2) / 153;
    const int month = mp < 10 ? mp + 3 : mp - 9;
    return {int(yoe + era * 400) + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

qint64 demoDay(DemoDate date)
{
    const int year = date.year - (date.month <= 2 ? 1 : 0);
    const qint64 era = floorDivided(year, 400);
    const int yoe = int(year - era * 400);
    const int doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

DemoLocal demoLocal(Instant instant)
{
    const Instant local = instant + (isSummerTime(instant) ? demoHour : 0);
    DemoLocal result;
    result.day = floorDivided(local, demoWholeDay);
    result.minute = int((local - result.day * demoWholeDay) / demoMinute);
    result.weekday = demoWeekday(result.day);
    return result;
}

Instant demoInstant(qint64 day, int minute)
{
    const Instant standard = day * demoWholeDay + minute * demoMinute;
    return isSummerTime(standard - demoHour) ? standard - demoHour : standard;
}

bool isDemoHoliday(qint64 day)
{
    const DemoDate date = demoDate(day);
    const auto is = [&](int month, int first, int last) {
        return date.month == month && date.day >= first && date.day <= last;
    };
    if (is(12, 24, 31) || is(1, 1, 1))
        return true;
    const bool isMonday = demoWeekday(day) == 0;
    if (isMonday && (is(5, 1, 7) || is(5, 25, 31) || is(8, 25, 31)))
        return true;
    const qint64 easter = easterDay(date.year);
    return day >= easter - 2 && day <= easter + 1;
}

bool isDemoWorkday(qint64 day)
{
    return demoWeekday(day) < 5 && !isDemoHoliday(day);
}

qint64 demoWorkdayBefore(qint64 day, int back)
{
    while (!isDemoWorkday(day))
        --day;
    for (; back > 0; --back) {
        do {
            --day;
        } while (!isDemoWorkday(day));
    }
    return day;
}

qint64 demoWorkdayAfter(qint64 day)
{
    while (!isDemoWorkday(day))
        ++day;
    return day;
}

} // namespace deskhand
