// SPDX-License-Identifier: GPL-3.0-or-later
#include "ical/recurrence.h"

#include <QDate>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 secondsOfDay = 86'400;
constexpr qint64 julianDayOf1970 = 2'440'588;
/// Days looked at and times found. A daily rule for four centuries is 150,000.
constexpr qint64 mostWork = 1'000'000;
constexpr int lastRuleYear = 9'000;

qint64 dayOfSecond(LocalSecond time)
{
    return time >= 0 ? time / secondsOfDay : -((-time + secondsOfDay - 1) / secondsOfDay);
}

QDate dateOfDay(qint64 day)
{
    return QDate::fromJulianDay(day + julianDayOf1970);
}

qint64 dayOfDate(QDate date)
{
    return date.toJulianDay() - julianDayOf1970;
}

int weekdayOf(qint64 day)
{
    return int(((day + 3) % 7 + 7) % 7) + 1;
}

/// A place counted from the beginning (1 …) or from the end (-1 …) of `all`.
bool hasPlace(const QVector<int> &wanted, int place, int all)
{
    return wanted.contains(place) || wanted.contains(place - all - 1);
}

} // namespace

Recurrence::Recurrence(const RecurrenceRule &rule, LocalSecond start, bool startIsDate, LocalSecond horizon)
    : m_rule(rule)
    , m_start(start)
    , m_startIsDate(startIsDate)
    , m_horizon(horizon)
{
    if (m_rule.until) {
        const bool wholeDay = m_rule.untilIsDate && !startIsDate;
        m_horizon = std::min(m_horizon, *m_rule.until + (wholeDay ? secondsOfDay - 1 : 0));
    }
    addDefaults();
    m_firstYear = firstYear();
    if (!isSubDaily())
        m_times = timesOfDay();
}

/// What a rule leaves open is as the start has it.
void Recurrence::addDefaults()
{
    using Frequency = RecurrenceRule::Frequency;
    const QDate start = dateOfDay(dayOfSecond(m_start));
    const bool hasDay = !m_rule.weekdays.isEmpty() || !m_rule.monthDays.isEmpty() || !m_rule.yearDays.isEmpty();
    if (m_rule.frequency == Frequency::Yearly && !hasDay && m_rule.weekNumbers.isEmpty()) {
        m_rule.monthDays = {start.day()};
        if (m_rule.months.isEmpty())
            m_rule.months = {start.month()};
    } else if (m_rule.frequency == Frequency::Yearly && !m_rule.monthDays.isEmpty() && m_rule.weekdays.isEmpty()
               && m_rule.yearDays.isEmpty() && m_rule.weekNumbers.isEmpty() && m_rule.months.isEmpty()) {
        m_rule.months = {start.month()}; // as libical and most clients have it
    } else if (m_rule.frequency == Frequency::Monthly && !hasDay) {
        m_rule.monthDays = {start.day()};
    } else if ((m_rule.frequency == Frequency::Weekly || m_rule.frequency == Frequency::Yearly) && !hasDay) {
        m_rule.weekdays = {{start.dayOfWeek(), 0}};
    }
}

/// The year that an interval of years counts from. Of weeks it is the year that the start's week belongs to, when the
/// rule gives anything in what is left of it; that is how libical has it.
int Recurrence::firstYear() const
{
    const qint64 start = dayOfSecond(m_start);
    const int year = dateOfDay(start).year();
    if (m_rule.weekNumbers.isEmpty() || m_rule.frequency != RecurrenceRule::Frequency::Yearly)
        return year;
    const int weekYear = weekYearOf(start);
    for (qint64 day = start; day < weekOneOf(weekYear + 1); ++day) {
        if (matchesDay(day))
            return weekYear;
    }
    return year;
}

std::vector<int> Recurrence::timesOfDay() const
{
    if (m_startIsDate)
        return {0};
    const int start = int(m_start - dayOfSecond(m_start) * secondsOfDay);
    const QVector<int> hours = m_rule.hours.isEmpty() ? QVector<int>{start / 3600} : m_rule.hours;
    const QVector<int> minutes = m_rule.minutes.isEmpty() ? QVector<int>{start / 60 % 60} : m_rule.minutes;
    const QVector<int> seconds = m_rule.seconds.isEmpty() ? QVector<int>{start % 60} : m_rule.seconds;
    std::vector<int> times;
    for (const int hour : hours) {
        for (const int minute : minutes) {
            for (const int second : seconds)
                times.push_back(hour * 3600 + minute * 60 + std::min(second, 59));
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

qint64 Recurrence::secondsOfStep() const
{
    switch (m_rule.frequency) {
    case RecurrenceRule::Frequency::Secondly: return 1;
    case RecurrenceRule::Frequency::Minutely: return 60;
    case RecurrenceRule::Frequency::Hourly: return 3600;
    default: return secondsOfDay;
    }
}

qint64 Recurrence::weekOneOf(int weekYear) const
{
    const qint64 fourth = dayOfDate(QDate(weekYear, 1, 4));
    return fourth - (weekdayOf(fourth) - m_rule.weekStart + 7) % 7;
}

int Recurrence::weekYearOf(qint64 day) const
{
    const int year = dateOfDay(day).year();
    if (day >= weekOneOf(year + 1))
        return year + 1;
    return day < weekOneOf(year) ? year - 1 : year;
}

Recurrence::Period Recurrence::period(qint64 index) const
{
    const qint64 start = dayOfSecond(m_start);
    const QDate date = dateOfDay(start);
    const qint64 steps = index * m_rule.interval;
    Period period;
    switch (m_rule.frequency) {
    case RecurrenceRule::Frequency::Yearly: {
        const int year = int(std::min<qint64>(m_firstYear + steps, lastRuleYear));
        const bool ofWeeks = !m_rule.weekNumbers.isEmpty();
        period.firstDay = ofWeeks ? weekOneOf(year) : dayOfDate(QDate(year, 1, 1));
        period.endDay = ofWeeks ? weekOneOf(year + 1) : dayOfDate(QDate(year + 1, 1, 1));
        break;
    }
    case RecurrenceRule::Frequency::Monthly: {
        const qint64 month = std::min<qint64>(date.year() * qint64{12} + date.month() - 1 + steps, lastRuleYear * 12);
        const QDate first(int(month / 12), int(month % 12) + 1, 1);
        period.firstDay = dayOfDate(first);
        period.endDay = period.firstDay + first.daysInMonth();
        break;
    }
    case RecurrenceRule::Frequency::Weekly:
        period.firstDay = start - (weekdayOf(start) - m_rule.weekStart + 7) % 7 + 7 * steps;
        period.endDay = period.firstDay + 7;
        break;
    case RecurrenceRule::Frequency::Daily:
        period.firstDay = start + steps;
        period.endDay = period.firstDay + 1;
        break;
    default: {
        const qint64 step = secondsOfStep();
        const LocalSecond inDay = m_start - start * secondsOfDay;
        period.begin = start * secondsOfDay + inDay / step * step + steps * step;
        return period;
    }
    }
    period.begin = period.firstDay * secondsOfDay;
    return period;
}

bool Recurrence::matchesWeek(qint64 day) const
{
    const int weekYear = weekYearOf(day);
    const qint64 first = weekOneOf(weekYear);
    const int weeks = int((weekOneOf(weekYear + 1) - first) / 7);
    return hasPlace(m_rule.weekNumbers, int((day - first) / 7) + 1, weeks);
}

bool Recurrence::matchesWeekday(qint64 day) const
{
    using Frequency = RecurrenceRule::Frequency;
    const QDate date = dateOfDay(day);
    const bool inMonth =
        m_rule.frequency == Frequency::Monthly || (m_rule.frequency == Frequency::Yearly && !m_rule.months.isEmpty());
    const bool inYear = m_rule.frequency == Frequency::Yearly && !inMonth && m_rule.weekNumbers.isEmpty();
    const int place = inMonth ? date.day() : date.dayOfYear();
    const int days = inMonth ? date.daysInMonth() : date.daysInYear();
    return std::any_of(m_rule.weekdays.cbegin(), m_rule.weekdays.cend(), [&](const RecurrenceRule::Weekday &wanted) {
        if (wanted.weekday != weekdayOf(day))
            return false;
        if (wanted.nth == 0 || (!inMonth && !inYear))
            return true;
        return wanted.nth > 0 ? (place - 1) / 7 + 1 == wanted.nth : -((days - place) / 7 + 1) == wanted.nth;
    });
}

bool Recurrence::matchesDay(qint64 day) const
{
    const QDate date = dateOfDay(day);
    if (!m_rule.months.isEmpty() && !m_rule.months.contains(date.month()))
        return false;
    if (!m_rule.monthDays.isEmpty() && !hasPlace(m_rule.monthDays, date.day(), date.daysInMonth()))
        return false;
    if (!m_rule.yearDays.isEmpty() && !hasPlace(m_rule.yearDays, date.dayOfYear(), date.daysInYear()))
        return false;
    if (!m_rule.weekNumbers.isEmpty() && !matchesWeek(day))
        return false;
    return m_rule.weekdays.isEmpty() || matchesWeekday(day);
}

void Recurrence::fillDays(const Period &period)
{
    for (qint64 day = period.firstDay; day < period.endDay; ++day) {
        ++m_work;
        if (!matchesDay(day))
            continue;
        m_work += qint64(m_times.size());
        if (m_work > mostWork)
            return;
        for (const int time : m_times)
            m_found.push_back(day * secondsOfDay + time);
    }
}

/// Where an hour, minute or second does not pass: the next day, hour or minute that might.
std::optional<LocalSecond> Recurrence::skippedTo(LocalSecond begin) const
{
    const qint64 day = dayOfSecond(begin);
    const int second = int(begin - day * secondsOfDay);
    if (!matchesDay(day))
        return (day + 1) * secondsOfDay;
    if (!m_rule.hours.isEmpty() && !m_rule.hours.contains(second / 3600))
        return begin - second % 3600 + 3600;
    const bool hasMinute = m_rule.frequency < RecurrenceRule::Frequency::Hourly;
    if (hasMinute && !m_rule.minutes.isEmpty() && !m_rule.minutes.contains(second / 60 % 60))
        return begin - second % 60 + 60;
    const bool hasSecond = m_rule.frequency == RecurrenceRule::Frequency::Secondly;
    if (hasSecond && !m_rule.seconds.isEmpty() && !m_rule.seconds.contains(second % 60))
        return begin + 1;
    return std::nullopt;
}

void Recurrence::fillTimes(const Period &period)
{
    const int start = int(m_start - dayOfSecond(m_start) * secondsOfDay);
    using Frequency = RecurrenceRule::Frequency;
    QVector<int> minutes{0};
    if (m_rule.frequency == Frequency::Hourly)
        minutes = m_rule.minutes.isEmpty() ? QVector<int>{start / 60 % 60} : m_rule.minutes;
    QVector<int> seconds{0};
    if (m_rule.frequency != Frequency::Secondly)
        seconds = m_rule.seconds.isEmpty() ? QVector<int>{start % 60} : m_rule.seconds;
    for (const int minute : minutes) {
        for (const int second : seconds)
            m_found.push_back(period.begin + minute * 60 + std::min(second, 59));
    }
    std::sort(m_found.begin(), m_found.end());
    m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
}

void Recurrence::choosePositions()
{
    if (m_rule.positions.isEmpty())
        return;
    std::vector<LocalSecond> chosen;
    const int all = int(m_found.size());
    for (int place = 1; place <= all; ++place) {
        if (hasPlace(m_rule.positions, place, all))
            chosen.push_back(m_found[size_t(place - 1)]);
    }
    m_found = std::move(chosen);
}

bool Recurrence::fill()
{
    m_found.clear();
    m_next = 0;
    while (m_found.empty()) {
        const Period here = period(m_index);
        if (here.begin > m_horizon || ++m_work > mostWork || dateOfDay(dayOfSecond(here.begin)).year() >= lastRuleYear)
            return false;
        ++m_index;
        if (!isSubDaily()) {
            fillDays(here);
        } else if (const std::optional<LocalSecond> later = skippedTo(here.begin)) {
            const qint64 step = secondsOfStep() * m_rule.interval;
            m_index += std::max<qint64>((*later - here.begin + step - 1) / step - 1, 0);
        } else {
            fillTimes(here);
        }
        choosePositions();
    }
    return true;
}

void Recurrence::skipTo(LocalSecond time)
{
    if (m_rule.count > 0 || time <= m_start)
        return;
    qint64 length = secondsOfStep() * m_rule.interval;
    if (m_rule.frequency == RecurrenceRule::Frequency::Weekly)
        length *= 7;
    else if (m_rule.frequency == RecurrenceRule::Frequency::Monthly)
        length *= 31;
    else if (m_rule.frequency == RecurrenceRule::Frequency::Yearly)
        length *= 371; // a year of weeks may have 53
    m_index = std::max(m_index, (time - m_start) / length - 1);
    while (m_index > 0 && period(m_index).begin > time)
        --m_index;
}

std::optional<LocalSecond> Recurrence::next()
{
    if (m_startIsDate && isSubDaily())
        return m_given++ == 0 && m_start <= m_horizon ? std::optional(m_start) : std::nullopt;
    while (m_rule.count == 0 || m_given < m_rule.count) {
        if (m_next >= m_found.size() && !fill())
            return std::nullopt;
        const LocalSecond time = m_found[m_next++];
        if (time < m_start)
            continue;
        if (time > m_horizon)
            return std::nullopt;
        ++m_given;
        return time;
    }
    return std::nullopt;
}

} // namespace deskhand
