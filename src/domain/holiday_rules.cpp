// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/holiday_rules.h"

#include <algorithm>

namespace deskhand {
namespace {

/// The last years that have a calendar here; QDate itself goes further.
constexpr int firstHolidayYear = 1;
constexpr int lastHolidayYear = 9999;

void addDays(QDate first, QDate last, int year, QVector<QDate> *dates)
{
    first = std::max(first, QDate(year, 1, 1));
    last = std::min(last, QDate(year, 12, 31));
    for (QDate date = first; date <= last; date = date.addDays(1))
        dates->append(date);
}

/// 29 February stands for the end of February, or the beginning of March, where a year has none.
QDate edgeInYear(int year, int month, int day, bool isStart)
{
    const QDate date(year, month, day);
    if (date.isValid())
        return date;
    return isStart ? QDate(year, 3, 1) : QDate(year, 2, 28);
}

void addYearlyRange(const Holiday &holiday, int year, QVector<QDate> *dates)
{
    const QDate from = edgeInYear(year, holiday.month, holiday.day, true);
    const QDate to = edgeInYear(year, holiday.untilMonth, holiday.untilDay, false);
    const bool overNewYear = std::pair(holiday.month, holiday.day) > std::pair(holiday.untilMonth, holiday.untilDay);
    if (!overNewYear) {
        addDays(from, to, year, dates);
        return;
    }
    addDays(QDate(year, 1, 1), to, year, dates);
    addDays(std::max(from, to.addDays(1)), QDate(year, 12, 31), year, dates);
}

QDate nthWeekday(const Holiday &holiday, int year)
{
    if (holiday.nth < 0) {
        const QDate last = QDate(year, holiday.month, 1).addMonths(1).addDays(-1);
        return last.addDays(-((last.dayOfWeek() - holiday.weekday + 7) % 7));
    }
    const QDate first(year, holiday.month, 1);
    const QDate date = first.addDays((holiday.weekday - first.dayOfWeek() + 7) % 7 + 7 * (holiday.nth - 1));
    return date.month() == holiday.month ? date : QDate();
}

/// A day that some year has.
bool isMonthAndDay(int month, int day)
{
    return QDate(2000, month, day).isValid();
}

} // namespace

QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int days = h + l - 7 * m + 114;
    return QDate(year, days / 31, days % 31 + 1);
}

bool isPossible(const Holiday &holiday)
{
    if (holiday.closedFrom < 0 || holiday.closedTo > 1440 || holiday.closedFrom >= holiday.closedTo)
        return false;
    switch (holiday.kind) {
    case Holiday::Kind::Date: return holiday.from.isValid();
    case Holiday::Kind::Range: return holiday.from.isValid() && holiday.to.isValid() && holiday.from <= holiday.to;
    case Holiday::Kind::Yearly: return isMonthAndDay(holiday.month, holiday.day);
    case Holiday::Kind::YearlyRange:
        return isMonthAndDay(holiday.month, holiday.day) && isMonthAndDay(holiday.untilMonth, holiday.untilDay);
    case Holiday::Kind::NthWeekday:
        return isMonthAndDay(holiday.month, 1) && holiday.weekday >= 1 && holiday.weekday <= 7
               && (holiday.nth == -1 || (holiday.nth >= 1 && holiday.nth <= 5));
    case Holiday::Kind::Easter: return qAbs(qint64{holiday.offset}) <= farthestFromEaster;
    }
    return false;
}

QVector<QDate> datesInYear(const Holiday &holiday, int year)
{
    QVector<QDate> dates;
    if (!isPossible(holiday) || year < firstHolidayYear || year > lastHolidayYear)
        return dates;
    switch (holiday.kind) {
    case Holiday::Kind::Date: addDays(holiday.from, holiday.from, year, &dates); break;
    case Holiday::Kind::Range: addDays(holiday.from, holiday.to, year, &dates); break;
    case Holiday::Kind::Yearly:
        if (const QDate date(year, holiday.month, holiday.day); date.isValid())
            dates.append(date);
        break;
    case Holiday::Kind::YearlyRange: addYearlyRange(holiday, year, &dates); break;
    case Holiday::Kind::NthWeekday:
        if (const QDate date = nthWeekday(holiday, year); date.isValid())
            dates.append(date);
        break;
    case Holiday::Kind::Easter:
        // Far from Easter it may be Easter of a neighbouring year that is meant, or that of two years.
        for (int of = std::max(year - 2, firstHolidayYear); of <= std::min(year + 2, lastHolidayYear); ++of) {
            const QDate date = easterSunday(of).addDays(holiday.offset);
            addDays(date, date, year, &dates);
        }
        break;
    }
    return dates;
}

} // namespace deskhand
