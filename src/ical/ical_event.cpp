// SPDX-License-Identifier: GPL-3.0-or-later
#include "ical/ical_event.h"

#include <QMutex>

#include <libical/ical.h>

#include <memory>

namespace deskhand {
namespace {

/// A feed of all holidays of a country for decades has some hundred kilobytes.
constexpr qsizetype mostFeedBytes = 8 * 1024 * 1024;
/// libical frees what is inside of each other by recursion.
constexpr int deepestNesting = 16;
constexpr qsizetype mostEvents = 50'000;
constexpr qsizetype longestName = 200;

Error badFeed(const QString &detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("ical.read"), detail, {}};
}

struct ComponentFree {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using ComponentPtr = std::unique_ptr<icalcomponent, ComponentFree>;

QMutex &icalMutex()
{
    static QMutex mutex;
    return mutex;
}

/// Names are one line for people; whatever else was put in is left out.
QString plainName(const char *text)
{
    return QString::fromUtf8(text ? text : "").simplified().left(longestName);
}

/// Kept by libical in a ring of buffers; copied at once.
QByteArray valueText(icalproperty *property)
{
    const char *text = icalproperty_get_value_as_string(property);
    return QByteArray(text ? text : "");
}

QByteArray zoneOf(icalproperty *property)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *zone = parameter ? icalparameter_get_tzid(parameter) : nullptr;
    return QByteArray(zone ? zone : "");
}

/// A time, or the beginning of a period.
std::optional<EventTime> timeOf(icalproperty *property)
{
    QByteArray text = valueText(property);
    text.truncate(text.indexOf('/') < 0 ? text.size() : text.indexOf('/'));
    const std::optional<IcalTime> time = icalTimeFromText(text);
    return time ? std::optional(EventTime{*time, zoneOf(property)}) : std::nullopt;
}

void readProperty(icalproperty *property, IcalEvent *event)
{
    const std::optional<EventTime> time = timeOf(property);
    switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY: event->uid = plainName(icalproperty_get_uid(property)); break;
    case ICAL_SUMMARY_PROPERTY: event->name = plainName(icalproperty_get_summary(property)); break;
    case ICAL_DTSTART_PROPERTY: event->start = time; break;
    case ICAL_DTEND_PROPERTY: event->end = time; break;
    case ICAL_RECURRENCEID_PROPERTY: event->replaces = time; break;
    case ICAL_DURATION_PROPERTY: event->duration = icaldurationtype_as_int(icalproperty_get_duration(property)); break;
    case ICAL_STATUS_PROPERTY: event->cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED; break;
    case ICAL_RRULE_PROPERTY:
        if (const Result<RecurrenceRule> rule = recurrenceRuleFromText(valueText(property)))
            event->rules.append(*rule);
        break;
    case ICAL_RDATE_PROPERTY:
        if (time)
            event->additions.append(*time);
        break;
    case ICAL_EXDATE_PROPERTY:
        if (time)
            event->exceptions.append(*time);
        break;
    default: break;
    }
}

bool collectEvents(icalcomponent *parent, QVector<IcalEvent> *events)
{
    for (icalcomponent *child = icalcomponent_get_first_component(parent, ICAL_ANY_COMPONENT); child;
         child = icalcomponent_get_next_component(parent, ICAL_ANY_COMPONENT)) {
        const icalcomponent_kind kind = icalcomponent_isa(child);
        if (kind == ICAL_VCALENDAR_COMPONENT && !collectEvents(child, events))
            return false;
        if (kind != ICAL_VEVENT_COMPONENT)
            continue;
        if (events->size() >= mostEvents)
            return false;
        IcalEvent event;
        for (icalproperty *property = icalcomponent_get_first_property(child, ICAL_ANY_PROPERTY); property;
             property = icalcomponent_get_next_property(child, ICAL_ANY_PROPERTY))
            readProperty(property, &event);
        events->append(event);
    }
    return true;
}

/// Each END has its BEGIN, and not too many are inside of each other.
bool isNestedWell(const QByteArray &ics)
{
    int depth = 0;
    for (qsizetype at = 0; at >= 0 && at < ics.size();) {
        const QByteArray start = ics.mid(at, 6).toUpper();
        depth += start == "BEGIN:" ? 1 : start.startsWith("END:") ? -1 : 0;
        if (depth < 0 || depth > deepestNesting)
            return false;
        at = ics.indexOf('\n', at);
        at = at < 0 ? at : at + 1;
    }
    return true;
}

} // namespace

Result<QVector<IcalEvent>> readIcalEvents(const QByteArray &bytes)
{
    const QByteArray ics = bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
    if (ics.size() > mostFeedBytes)
        return badFeed(QStringLiteral("larger than %1 bytes").arg(mostFeedBytes));
    if (!ics.left(64 * 1024).toUpper().contains("BEGIN:VCALENDAR"))
        return badFeed(QStringLiteral("this is no calendar in the iCalendar format"));
    if (ics.contains('\0'))
        return badFeed(QStringLiteral("there are zero bytes in it"));
    if (!isNestedWell(ics))
        return badFeed(QStringLiteral("an END without its BEGIN, or nested too deeply"));

    const QMutexLocker locker(&icalMutex());
    icalerror_set_errors_are_fatal(false);
    const ComponentPtr root(icalparser_parse_string(ics.constData()));
    if (!root)
        return badFeed(QStringLiteral("it cannot be read as iCalendar"));
    QVector<IcalEvent> events;
    const icalcomponent_kind kind = icalcomponent_isa(root.get());
    if (kind != ICAL_VCALENDAR_COMPONENT && kind != ICAL_XROOT_COMPONENT)
        return badFeed(QStringLiteral("there is no calendar in it"));
    if (!collectEvents(root.get(), &events))
        return badFeed(QStringLiteral("more than %1 events").arg(mostEvents));
    return events;
}

} // namespace deskhand
