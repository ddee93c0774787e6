// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_rules.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <limits>

namespace deskhand {
namespace {

constexpr qint64 julianDayOf1970 = 2440588;
constexpr Instant beforeAll = std::numeric_limits<qint64>::min();
constexpr Instant afterAll = std::numeric_limits<qint64>::max();

/// Tables go from before any zone until the year in which the last explicit rules (Morocco's, 2087) are long over.
constexpr int firstTableYear = 1800;
constexpr int lastTableYear = 2137;
/// More than a clock was ever away from UTC.
constexpr qint64 farthestOffset = 30 * 60 * millisecondsPerMinute;
/// How far is looked on where QTimeZone says that there is no next change although there is.
constexpr qint64 stallStep = 20 * millisecondsPerDay;

qint64 offsetAt(const QTimeZone &zone, Instant at)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)) * qint64{1000};
}

/// The first instant in (from, to] that has not the offset of `from`, of which it is known that there is one.
Instant changeBetween(const QTimeZone &zone, Instant from, Instant to)
{
    const qint64 before = offsetAt(zone, from);
    while (to - from > 1000) {
        const Instant middle = (from / 1000 + (to - from) / 2000) * 1000;
        (offsetAt(zone, middle) == before ? from : to) = middle;
    }
    return to;
}

/// How far a year after the table lies behind a year of the table with the same weekdays. Within 2110 to 2137 there is
/// each kind of year, and rules that are for ever know months, weekdays and leap years only.
qint64 behindTable(LocalTime time)
{
    const LocalDay day = dayOf(time);
    if (day < firstDayOf(lastTableYear + 1))
        return 0;
    const int year = std::min(yearOf(day), 9999);
    const QDate first(year, 1, 1);
    for (int like = lastTableYear - 27; like <= lastTableYear; ++like) {
        const QDate candidate(like, 1, 1);
        if (candidate.dayOfWeek() == first.dayOfWeek() && QDate::isLeapYear(like) == QDate::isLeapYear(year))
            return candidate.daysTo(first) * millisecondsPerDay;
    }
    Q_UNREACHABLE();
}

/// What QTimeZone takes besides names of IANA zones: nothing (the machine's zone), files beside the zones, offsets, and
/// POSIX rules, of which those without a comma look like a name with a digit.
bool isNameOfZone(const QByteArray &zone)
{
    if (zone.isEmpty() || zone.size() > 64 || zone == "localtime" || zone == "posixrules" || zone.startsWith("posix/")
        || zone.startsWith("right/") || zone.startsWith("UTC+") || zone.startsWith("UTC-"))
        return false;
    const bool harmless = std::all_of(zone.cbegin(), zone.cend(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
               || c == '+' || c == '/';
    });
    if (!harmless || zone.startsWith('/') || zone.endsWith('/'))
        return false;
    static const QByteArrayList withDigits{"GMT0", "GMT+0", "GMT-0", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"};
    const bool hasDigit = std::any_of(zone.cbegin(), zone.cend(), [](char c) { return c >= '0' && c <= '9'; });
    return zone.contains('/') || !hasDigit || withDigits.contains(zone) || QTimeZone::isTimeZoneIdAvailable(zone);
}

/// To Qt 6.4 any word is a POSIX rule: a zone of that name, at UTC in winter and summer.
bool isAnyWord(const QByteArray &zone, const QTimeZone &asked)
{
    if (zone.contains('/') || zone == "UTC" || zone == "GMT")
        return false;
    constexpr std::array months{1, 7};
    return std::all_of(months.begin(), months.end(), [&](int month) {
        const QDateTime at(QDate(2026, month, 1), QTime(12, 0), Qt::UTC);
        return asked.offsetFromUtc(at) == 0 && asked.abbreviation(at) == QLatin1String(zone);
    });
}

} // namespace

LocalDay dayOf(LocalTime time)
{
    const qint64 days = time / millisecondsPerDay;
    return time % millisecondsPerDay < 0 ? days - 1 : days;
}

LocalDay dayOf(QDate date)
{
    return date.toJulianDay() - julianDayOf1970;
}

QDate dateOf(LocalDay day)
{
    return QDate::fromJulianDay(day + julianDayOf1970);
}

int yearOf(LocalDay day)
{
    return dateOf(day).year();
}

LocalDay firstDayOf(int year)
{
    return dayOf(QDate(year, 1, 1));
}

std::shared_ptr<const ZoneRules> ZoneRules::of(const QByteArray &zone)
{
    static QMutex mutex;
    static QHash<QByteArray, std::shared_ptr<const ZoneRules>> known;
    const QMutexLocker locker(&mutex);
    if (const auto rules = known.value(zone))
        return rules;
    if (!isNameOfZone(zone))
        return nullptr;
    if (const QTimeZone asked(zone); !asked.isValid() || isAnyWord(zone, asked))
        return nullptr;
    const std::shared_ptr<const ZoneRules> rules(new ZoneRules(zone));
    known.insert(zone, rules);
    return rules;
}

ZoneRules::ZoneRules(const QByteArray &zone)
{
    const QTimeZone source(zone);
    Instant at = firstDayOf(firstTableYear) * millisecondsPerDay;
    const Instant end = firstDayOf(lastTableYear + 1) * millisecondsPerDay;
    m_periods.push_back({beforeAll, offsetAt(source, at)});
    while (at < end) {
        // Asked at the last change that its table names, Qt 6.4 does not go on with the rules that come after it.
        const QDateTime next = source.nextTransition(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)).atUtc;
        const Instant from = at;
        at = next.isValid() ? std::max(next.toMSecsSinceEpoch(), at + 1000) : at + stallStep;
        if (!next.isValid() && offsetAt(source, at) != m_periods.back().offset)
            at = changeBetween(source, from, at);
        const qint64 offset = offsetAt(source, at);
        if (at < end && offset != m_periods.back().offset)
            m_periods.push_back({at, offset});
    }
}

size_t ZoneRules::periodAt(Instant at) const
{
    const auto after = std::upper_bound(m_periods.cbegin() + 1, m_periods.cend(), at,
                                        [](Instant instant, const Period &period) { return instant < period.from; });
    return static_cast<size_t>(after - m_periods.cbegin()) - 1;
}

Instant ZoneRules::endOfPeriod(size_t period) const
{
    return period + 1 < m_periods.size() ? m_periods[period + 1].from : afterAll;
}

Instant ZoneRules::startOf(LocalTime time) const
{
    const qint64 behind = behindTable(time);
    const LocalTime local = time - behind;
    size_t period = periodAt(local - farthestOffset);
    while (local - m_periods[period].offset >= endOfPeriod(period))
        ++period;
    return std::max(m_periods[period].from, local - m_periods[period].offset) + behind;
}

Instant ZoneRules::endOf(LocalTime time) const
{
    const qint64 behind = behindTable(time);
    const LocalTime local = time - behind;
    size_t period = periodAt(local + farthestOffset);
    while (local - m_periods[period].offset < m_periods[period].from)
        --period;
    return std::min(endOfPeriod(period), local - m_periods[period].offset) + behind;
}

LocalTime ZoneRules::localTime(Instant at) const
{
    return at + m_periods[periodAt(at - behindTable(at))].offset;
}

void ZoneRules::addSpans(LocalTime from, LocalTime to, QVector<TimeSpan> *spans) const
{
    const qint64 behind = behindTable(from);
    const LocalTime first = from - behind;
    const LocalTime last = to - behind;
    const size_t lastPeriod = periodAt(last + farthestOffset);
    for (size_t period = periodAt(first - farthestOffset); period <= lastPeriod; ++period) {
        const qint64 offset = m_periods[period].offset;
        const TimeSpan span{std::max(m_periods[period].from, first - offset),
                            std::min(endOfPeriod(period), last - offset)};
        if (span.from < span.to)
            spans->append({span.from + behind, span.to + behind});
    }
}

} // namespace deskhand
