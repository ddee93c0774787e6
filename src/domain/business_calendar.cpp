// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/business_calendar.h"

#include "domain/calendar_words.h"
#include "domain/holiday_rules.h"
#include "domain/working_time.h"
#include "domain/zone_rules.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Years of which one must have working time. A leap day is the rarest thing that a rule can leave open.
constexpr int firstYearLookedAt = 2020;
constexpr int lastYearLookedAt = 2060;

bool isFrame(const WorkingFrame &frame)
{
    return frame.start >= 0 && frame.start < 1440 && frame.end > frame.start && frame.end <= frame.start + 1440;
}

/// A frame with the minutes of the week that it takes.
struct FrameOfWeek {
    int from = 0;
    int to = 0;
    int weekday = 0;
};

/// The days with a frame that is none, or that reaches into another one, maybe of the next day.
QVector<int> daysWithBadFrames(const BusinessCalendar &calendar)
{
    constexpr int minutesOfWeek = 7 * 1440;
    QVector<int> days;
    QVector<FrameOfWeek> frames;
    for (int day = 0; day < 7; ++day) {
        for (const WorkingFrame &frame : calendar.week[size_t(day)]) {
            if (isFrame(frame))
                frames.append({day * 1440 + frame.start, day * 1440 + frame.end, day});
            else
                days.append(day);
        }
    }
    std::sort(frames.begin(), frames.end(), [](const auto &one, const auto &other) { return one.from < other.from; });
    for (qsizetype i = 0; i + 1 < frames.size(); ++i) {
        if (frames[i + 1].from < frames[i].to)
            days.append(frames[i + 1].weekday);
    }
    if (frames.size() > 1 && frames.first().from + minutesOfWeek < frames.last().to)
        days.append(frames.first().weekday);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

bool hasWorkingTime(const BusinessCalendar &calendar)
{
    const WorkingTime time(calendar);
    for (int year = firstYearLookedAt; year <= lastYearLookedAt; ++year) {
        if (time.elapsed(firstDayOf(year) * millisecondsPerDay, firstDayOf(year + 1) * millisecondsPerDay) > 0)
            return true;
    }
    return false;
}

} // namespace

BusinessCalendar roundTheClock()
{
    BusinessCalendar calendar;
    calendar.zone = QByteArrayLiteral("UTC");
    calendar.week.fill({WorkingFrame{0, 1440}});
    return calendar;
}

QVector<CalendarProblem> problemsOf(const BusinessCalendar &calendar)
{
    QVector<CalendarProblem> problems;
    const bool zoneIsKnown = ZoneRules::of(calendar.zone) != nullptr;
    if (!zoneIsKnown)
        problems.append({QStringLiteral("zone"), QStringLiteral("zone")});
    const QVector<int> badDays = daysWithBadFrames(calendar);
    for (const int day : badDays)
        problems.append({QStringLiteral("week.%1").arg(weekdayName(day + 1)), QStringLiteral("frame")});
    for (qsizetype i = 0; i < calendar.holidays.size(); ++i) {
        if (!isPossible(calendar.holidays[i]))
            problems.append({QStringLiteral("holidays.%1").arg(i), QStringLiteral("holiday")});
    }
    if (zoneIsKnown && badDays.isEmpty() && !hasWorkingTime(calendar))
        problems.append({QStringLiteral("week"), QStringLiteral("no-working-time")});
    return problems;
}

} // namespace deskhand
