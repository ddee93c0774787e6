// SPDX-License-Identifier: GPL-3.0-or-later
#include "ical/ical_holiday_reader.h"

#include "domain/zone_rules.h"
#include "ical/ical_event.h"
#include "ical/recurrence.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

/// Of all events together. Ten years of daily events are 3,650.
constexpr qsizetype mostDays = 20'000;
/// Of all rules together (Recurrence::work): less than a second.
constexpr qint64 mostFeedWork = 5'000'000;
/// The longest that one event may be: nobody is closed for longer, and it is a mistake.
constexpr qint64 longestEvent = qint64{4000} * 86'400;

/// The rules of a TZID: an IANA name, one behind a vendor's prefix, or a name of Windows'.
std::shared_ptr<const ZoneRules> zoneNamed(const QByteArray &name)
{
    if (auto rules = ZoneRules::of(name))
        return rules;
    for (qsizetype slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        if (auto rules = ZoneRules::of(name.mid(slash + 1)))
            return rules;
    }
    return ZoneRules::of(QTimeZone::windowsIdToDefaultIanaId(name));
}

/// Some feeds list when clocks are changed; nobody stays at home for that.
bool isChangeOfClocks(const QString &name)
{
    static const QRegularExpression words(
        QStringLiteral(
            "daylight[ -]?saving|summer[ -]?time|sommerzeit|winterzeit|zeitumstellung|clocks? (go|change|back|"
            "forward)|heure d['’](été|hiver)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(name).hasMatch();
}

/// Finds the days of events in a window.
class FeedDays
{
public:
    FeedDays(QDate from, QDate to, std::shared_ptr<const ZoneRules> zone)
        : m_from(dayOf(from))
        , m_to(dayOf(to))
        , m_zone(std::move(zone))
    {
    }

    /// Of repetitions that other events stand for, by uid.
    void noteReplaced(const IcalEvent &event)
    {
        if (event.replaces && event.start)
            m_replaced[event.uid].insert(localIn(*event.replaces, *zoneOf(*event.start)));
    }

    /// False: there are too many.
    bool add(const IcalEvent &event)
    {
        if (event.cancelled || !event.start || isChangeOfClocks(event.name))
            return true;
        const auto zone = zoneOf(*event.start);
        const LocalSecond start = localIn(*event.start, *zone);
        QSet<LocalSecond> without;
        for (const EventTime &exception : event.exceptions)
            without.insert(localIn(exception, *zone));
        if (!event.replaces)
            without.unite(m_replaced.value(event.uid));
        const qint64 length = lengthOf(event, start, *zone);
        const auto isOut = [&](LocalSecond time) {
            // A whole day may be taken out of an event that has a time.
            return without.contains(time) || (!event.start->time.isDate && isDayOut(event, time));
        };
        QSet<LocalSecond> times{start};
        for (const EventTime &addition : event.additions)
            times.insert(localIn(addition, *zone));
        for (const RecurrenceRule &rule : event.rules) {
            if (!addRepetitions(rule, event, start, length, *zone, &times))
                return false;
        }
        for (const LocalSecond time : std::as_const(times)) {
            if (!isOut(time) && !append(event, time, length, *zone))
                return false;
        }
        return true;
    }

    [[nodiscard]] QVector<Holiday> inOrder()
    {
        std::sort(m_days.begin(), m_days.end(), [](const Holiday &one, const Holiday &other) {
            return std::tie(one.from, one.to, one.name, one.feedId)
                   < std::tie(other.from, other.to, other.name, other.feedId);
        });
        m_days.erase(std::unique(m_days.begin(), m_days.end()), m_days.end());
        return m_days;
    }

private:
    /// A time without a zone is one of the calendar that is asked for.
    [[nodiscard]] std::shared_ptr<const ZoneRules> zoneOf(const EventTime &time) const
    {
        if (time.time.isDate)
            return m_zone;
        const auto zone = time.time.isUtc ? ZoneRules::of(QByteArrayLiteral("UTC")) : zoneNamed(time.zone);
        return zone ? zone : m_zone;
    }

    /// A time in seconds of the clock of another zone.
    [[nodiscard]] LocalSecond localIn(const EventTime &time, const ZoneRules &zone) const
    {
        if (time.time.isDate)
            return time.time.time;
        const auto own = zoneOf(time);
        return own.get() == &zone ? time.time.time : zone.localTime(own->startOf(time.time.time * 1000)) / 1000;
    }

    /// In seconds of the start's clock; for days a multiple of a day.
    [[nodiscard]] qint64 lengthOf(const IcalEvent &event, LocalSecond start, const ZoneRules &zone) const
    {
        const qint64 length = event.end ? localIn(*event.end, zone) - start : event.duration;
        const qint64 least = event.start->time.isDate ? 86'400 : 0;
        return std::clamp(length, least, longestEvent);
    }

    [[nodiscard]] bool isDayOut(const IcalEvent &event, LocalSecond time) const
    {
        return std::any_of(event.exceptions.cbegin(), event.exceptions.cend(), [time](const EventTime &exception) {
            return exception.time.isDate && dayOf(exception.time.time * 1000) == dayOf(time * 1000);
        });
    }

    bool addRepetitions(RecurrenceRule rule, const IcalEvent &event, LocalSecond start, qint64 length,
                        const ZoneRules &zone, QSet<LocalSecond> *times)
    {
        if (rule.until && rule.untilIsUtc && !event.start->time.isDate)
            rule.until = zone.localTime(*rule.until * 1000) / 1000;
        // Two days more on each side, for the zones between.
        Recurrence recurrence(rule, start, event.start->time.isDate, (m_to + 2) * 86'400);
        recurrence.skipTo((m_from - 2) * 86'400 - length);
        while (const std::optional<LocalSecond> time = recurrence.next()) {
            if (*time + length >= (m_from - 2) * 86'400)
                times->insert(*time);
            if (times->size() > mostDays)
                return false;
        }
        m_work += recurrence.work();
        return m_work <= mostFeedWork;
    }

    bool append(const IcalEvent &event, LocalSecond time, qint64 length, const ZoneRules &zone)
    {
        LocalDay first = dayOf(time * 1000);
        LocalDay last = dayOf((time + std::max<qint64>(length, 1) - 1) * 1000);
        if (!event.start->time.isDate) {
            const Instant from = zone.startOf(time * 1000);
            const Instant to = std::max(zone.startOf((time + length) * 1000) - 1, from);
            first = dayOf(m_zone->localTime(from));
            last = dayOf(m_zone->localTime(to));
        }
        if (last < m_from || first > m_to)
            return true;
        Holiday holiday;
        holiday.kind = first == last ? Holiday::Kind::Date : Holiday::Kind::Range;
        holiday.name = event.name;
        holiday.from = dateOf(first);
        if (first != last)
            holiday.to = dateOf(last);
        holiday.confirmed = false;
        holiday.feedId = event.uid;
        m_days.append(holiday);
        return m_days.size() <= mostDays;
    }

    LocalDay m_from;
    LocalDay m_to;
    std::shared_ptr<const ZoneRules> m_zone;
    qint64 m_work = 0;
    QHash<QString, QSet<LocalSecond>> m_replaced;
    QVector<Holiday> m_days;
};

Error badWish(const QString &detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("ical.read"), detail, {}};
}

} // namespace

Result<QVector<Holiday>> IcalHolidayReader::read(const QByteArray &ics, QDate from, QDate to,
                                                 const QByteArray &zone) const
{
    const auto rules = ZoneRules::of(zone);
    if (!rules)
        return badWish(QStringLiteral("no such time zone"));
    if (!from.isValid() || !to.isValid() || from.year() < 1 || to.year() > 9000)
        return badWish(QStringLiteral("no such dates"));
    const Result<QVector<IcalEvent>> events = readIcalEvents(ics);
    if (!events)
        return events.error();
    FeedDays days(from, to, rules);
    for (const IcalEvent &event : *events)
        days.noteReplaced(event);
    for (const IcalEvent &event : *events) {
        if (!days.add(event))
            return badWish(QStringLiteral("more than %1 days, or rules without end").arg(mostDays));
    }
    return days.inOrder();
}

} // namespace deskhand
