// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report.h"

#include "domain/catalog.h"
#include "domain/zone_rules.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Local days, `to` without it.
struct LocalDays {
    QDate from;
    QDate to;
};

QDate monthOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

QDate quarterOf(QDate day)
{
    return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
}

QDate yearBegin(QDate day)
{
    return {day.year(), 1, 1};
}

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

LocalDays spanDays(const ReportPeriod &period, QDate today)
{
    const QDate tomorrow = today.addDays(1);
    switch (period.span) {
    case ReportSpan::Today: return {today, tomorrow};
    case ReportSpan::Yesterday: return {today.addDays(-1), today};
    case ReportSpan::ThisWeek: return {mondayOf(today), tomorrow};
    case ReportSpan::LastWeek: return {mondayOf(today).addDays(-7), mondayOf(today)};
    case ReportSpan::ThisMonth: return {monthOf(today), tomorrow};
    case ReportSpan::LastMonth: return {monthOf(today).addMonths(-1), monthOf(today)};
    case ReportSpan::ThisQuarter: return {quarterOf(today), tomorrow};
    case ReportSpan::LastQuarter: return {quarterOf(today).addMonths(-3), quarterOf(today)};
    case ReportSpan::ThisYear: return {yearBegin(today), tomorrow};
    case ReportSpan::LastYear: return {yearBegin(today).addYears(-1), yearBegin(today)};
    case ReportSpan::LastDays:
    case ReportSpan::Between: break;
    }
    return {tomorrow.addDays(-std::max(1, period.days)), tomorrow};
}

/// A span that has only begun is compared with as many days of the one before it, but never with more than that has.
LocalDays spanBefore(const ReportPeriod &period, const LocalDays &days)
{
    const auto begun = [&days](QDate from, QDate end) {
        return LocalDays{from, std::min(from.addDays(days.from.daysTo(days.to)), end)};
    };
    switch (period.span) {
    case ReportSpan::ThisWeek: return begun(days.from.addDays(-7), days.from);
    case ReportSpan::ThisMonth: return begun(days.from.addMonths(-1), days.from);
    case ReportSpan::ThisQuarter: return begun(days.from.addMonths(-3), days.from);
    case ReportSpan::ThisYear: return begun(days.from.addYears(-1), days.from);
    case ReportSpan::LastMonth: return {days.from.addMonths(-1), days.from};
    case ReportSpan::LastQuarter: return {days.from.addMonths(-3), days.from};
    case ReportSpan::LastYear: return {days.from.addYears(-1), days.from};
    default: return {days.from.addDays(-days.from.daysTo(days.to)), days.from};
    }
}

QDate localDate(const ZoneRules &zone, Instant at)
{
    return dateOf(dayOf(zone.localTime(at)));
}

ReportInterval instantsOf(const ZoneRules &zone, const LocalDays &days)
{
    return {zone.startOf(dayOf(days.from) * millisecondsPerDay), zone.startOf(dayOf(days.to) * millisecondsPerDay)};
}

bool isYearBack(ReportComparison comparison)
{
    return comparison == ReportComparison::LastYear;
}

/// Between is in instants. When it begins and ends with a local day it is moved by local days, so that a change of the
/// clocks in between takes nothing away; else by its length.
ReportInterval comparedBetween(const ReportPeriod &period, ReportComparison comparison, const ZoneRules &zone)
{
    const LocalDays days{localDate(zone, period.from), localDate(zone, period.to)};
    const bool whole = instantsOf(zone, days) == ReportInterval{period.from, period.to};
    if (isYearBack(comparison)) {
        const auto yearBack = [&zone](Instant at) {
            const LocalTime local = zone.localTime(at);
            const LocalDay day = dayOf(local);
            return zone.startOf(dayOf(dateOf(day).addYears(-1)) * millisecondsPerDay + local
                                - day * millisecondsPerDay);
        };
        return {yearBack(period.from), yearBack(period.to)};
    }
    if (whole)
        return instantsOf(zone, {days.from.addDays(-days.from.daysTo(days.to)), days.from});
    return {2 * period.from - period.to, period.from};
}

} // namespace

QString deskZone(const Catalog &catalog)
{
    const BusinessCalendar *oldest = nullptr;
    for (const BusinessCalendar &calendar : catalog.calendars) {
        if (calendar.active && (!oldest || calendar.id < oldest->id))
            oldest = &calendar;
    }
    return oldest ? QString::fromLatin1(oldest->zone) : QStringLiteral("UTC");
}

ReportInterval intervalOf(const ReportPeriod &period, const QString &zone, Instant now)
{
    if (period.span == ReportSpan::Between)
        return {period.from, period.to};
    const auto rules = ZoneRules::of(zone.toLatin1());
    if (!rules)
        return {};
    return instantsOf(*rules, spanDays(period, localDate(*rules, now)));
}

ReportInterval comparedInterval(const ReportPeriod &period, ReportComparison comparison, const QString &zone,
                                Instant now)
{
    const auto rules = ZoneRules::of(zone.toLatin1());
    if (!rules)
        return {};
    if (period.span == ReportSpan::Between)
        return comparedBetween(period, comparison, *rules);
    const LocalDays days = spanDays(period, localDate(*rules, now));
    if (isYearBack(comparison))
        return instantsOf(*rules, {days.from.addYears(-1), days.to.addYears(-1)});
    return instantsOf(*rules, spanBefore(period, days));
}

Report fixedAt(const Report &report, const QString &deskZone, Instant now)
{
    Report fixed = report;
    if (fixed.zone.isEmpty())
        fixed.zone = deskZone;
    const ReportInterval interval = intervalOf(report.period, fixed.zone, now);
    // What it is compared with is no longer known by the period alone: the caller asks for that before.
    fixed.period = ReportPeriod{ReportSpan::Between, report.period.days, interval.from, interval.to};
    return fixed;
}

namespace {

constexpr int longestWait = 33; ///< days between two sendings

bool isSendingDay(const ReportSchedule &schedule, QDate day)
{
    switch (schedule.rhythm) {
    case ReportRhythm::Daily: return true;
    case ReportRhythm::Weekly: return day.dayOfWeek() == schedule.day;
    case ReportRhythm::Monthly: return day.day() == std::min(schedule.day, day.daysInMonth());
    }
    return false;
}

Instant sendingOf(const ReportSchedule &schedule, const ZoneRules &rules, QDate day)
{
    return rules.startOf(dayOf(day) * millisecondsPerDay
                         + (schedule.hour * 60 + schedule.minute) * millisecondsPerMinute);
}

} // namespace

Instant nextSending(const ReportSchedule &schedule, const QString &deskZone, Instant after)
{
    const auto rules = ZoneRules::of((schedule.zone.isEmpty() ? deskZone : schedule.zone).toLatin1());
    if (!rules)
        return 0;
    QDate day = localDate(*rules, after);
    for (int i = 0; i <= longestWait; ++i, day = day.addDays(1)) {
        if (isSendingDay(schedule, day) && sendingOf(schedule, *rules, day) > after)
            return sendingOf(schedule, *rules, day);
    }
    return 0;
}

Instant lastSending(const ReportSchedule &schedule, const QString &deskZone, Instant at)
{
    const auto rules = ZoneRules::of((schedule.zone.isEmpty() ? deskZone : schedule.zone).toLatin1());
    if (!rules)
        return 0;
    // A zone may have skipped the end of a day, whose hours are then those of the next one.
    QDate day = localDate(*rules, at).addDays(1);
    for (int i = 0; i <= longestWait + 1; ++i, day = day.addDays(-1)) {
        if (isSendingDay(schedule, day) && sendingOf(schedule, *rules, day) <= at)
            return sendingOf(schedule, *rules, day);
    }
    return 0;
}

} // namespace deskhand
