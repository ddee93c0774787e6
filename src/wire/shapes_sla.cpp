// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

#include <QJsonArray>

namespace deskhand {

namespace {

/// Seven lists, Monday first.
class WireWeekType final : public WireType
{
    using Week = std::array<QVector<WorkingFrame>, 7>;
    static const WireType &day() { return wireType<QVector<WorkingFrame>>(); }

public:
    void write(const void *value, JsonWriter *json) const override
    {
        json->beginArray();
        for (const QVector<WorkingFrame> &frames : *static_cast<const Week *>(value))
            day().write(&frames, json);
        json->endArray();
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        Week &week = *static_cast<Week *>(value);
        if (!node.is(JsonTree::Kind::Array))
            return reading->wrong("wrong-type");
        if (node.count() != int(week.size()))
            return reading->wrong("bad-format");
        JsonNode at = node.first();
        for (size_t i = 0; i < week.size(); ++i) {
            if (i != 0)
                at = at.next();
            if (!day().read(at, &week[i], reading))
                return reading->inside(qsizetype(i));
        }
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const Week *>(one) == *static_cast<const Week *>(other);
    }
    QJsonObject schema(WireSchemas *schemas) const override
    {
        return {{QStringLiteral("type"), QStringLiteral("array")},
                {QStringLiteral("items"), day().schema(schemas)},
                {QStringLiteral("minItems"), 7},
                {QStringLiteral("maxItems"), 7}};
    }
};

} // namespace

const WireType &wireShape(const std::array<QVector<WorkingFrame>, 7> *)
{
    static const WireWeekType type;
    return type;
}

const WireType &wireShape(const WorkingFrame *)
{
    using T = WorkingFrame;
    static const WireType &type =
        (new WireObjectOf<T>("WorkingFrame"))->field("start", &T::start).field("end", &T::end);
    return type;
}

const WireType &wireShape(const Holiday *)
{
    using T = Holiday;
    static const WireType &type = (new WireObjectOf<T>("Holiday"))
                                      ->field("kind", &T::kind)
                                      .field("name", &T::name)
                                      .field("from", &T::from)
                                      .field("to", &T::to)
                                      .field("month", &T::month)
                                      .field("day", &T::day)
                                      .field("untilMonth", &T::untilMonth)
                                      .field("untilDay", &T::untilDay)
                                      .field("weekday", &T::weekday)
                                      .field("nth", &T::nth)
                                      .field("offset", &T::offset)
                                      .field("closedFrom", &T::closedFrom)
                                      .field("closedTo", &T::closedTo)
                                      .field("confirmed", &T::confirmed)
                                      .field("feedId", &T::feedId);
    return type;
}

const WireType &wireShape(const BusinessCalendar *)
{
    using T = BusinessCalendar;
    static const WireType &type = (new WireObjectOf<T>("BusinessCalendar"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("zone", &T::zone, wirePlainText())
                                      .field("week", &T::week)
                                      .field("holidays", &T::holidays)
                                      .field("feed", &T::feed)
                                      .field("active", &T::active)
                                      .field("version", &T::version)
                                      .field("versionId", &T::versionId);
    return type;
}

const WireType &wireShape(const TimeAmount *)
{
    using T = TimeAmount;
    static const WireType &type =
        (new WireObjectOf<T>("TimeAmount"))->field("basis", &T::basis).field("amount", &T::amount);
    return type;
}

const WireType &wireShape(const SlaPriorityAmount *)
{
    using T = SlaPriorityAmount;
    static const WireType &type =
        (new WireObjectOf<T>("SlaPriorityAmount"))->field("priority", &T::priority).field("amount", &T::amount);
    return type;
}

const WireType &wireShape(const SlaTarget *)
{
    using T = SlaTarget;
    static const WireType &type = (new WireObjectOf<T>("SlaTarget"))
                                      ->field("kind", &T::kind)
                                      .field("amounts", &T::amounts)
                                      .field("otherwise", &T::otherwise)
                                      .field("starts", &T::starts)
                                      .field("fulfils", &T::fulfils)
                                      .field("resets", &T::resets)
                                      .field("pausedIn", &T::pausedIn)
                                      .field("reopen", &T::reopen)
                                      .field("atLeast", &T::atLeast);
    return type;
}

const WireType &wireShape(const SlaAction *)
{
    using T = SlaAction;
    static const WireType &type =
        (new WireObjectOf<T>("SlaAction"))->field("kind", &T::kind).field("id", &T::id).field("text", &T::text);
    return type;
}

const WireType &wireShape(const SlaLevel *)
{
    using T = SlaLevel;
    static const WireType &type = (new WireObjectOf<T>("SlaLevel"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("targets", &T::targets)
                                      .field("when", &T::when)
                                      .field("amount", &T::amount)
                                      .field("inWorkingTime", &T::inWorkingTime)
                                      .field("waitForWorkingHours", &T::waitForWorkingHours)
                                      .field("condition", &T::condition)
                                      .field("conditionText", &T::conditionText)
                                      .field("actions", &T::actions);
    return type;
}

const WireType &wireShape(const SlaPolicy *)
{
    using T = SlaPolicy;
    static const WireType &type = (new WireObjectOf<T>("SlaPolicy"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("position", &T::position)
                                      .field("active", &T::active)
                                      .field("condition", &T::condition)
                                      .field("conditionText", &T::conditionText)
                                      .field("calendar", &T::calendar)
                                      .field("targets", &T::targets)
                                      .field("levels", &T::levels)
                                      .field("version", &T::version)
                                      .field("versionId", &T::versionId);
    return type;
}

const WireType &wireShape(const SlaEvent *)
{
    using T = SlaEvent;
    static const WireType &type = (new WireObjectOf<T>("SlaEvent"))
                                      ->field("kind", &T::kind)
                                      .field("at", &T::at)
                                      .field("value", &T::value)
                                      .field("other", &T::other);
    return type;
}

/// As it is stored: whoever wants its pauses replays the events.
const WireType &wireShape(const SlaClock *)
{
    using T = SlaClock;
    static const WireType &type = (new WireObjectOf<T>("SlaClock"))
                                      ->field("target", &T::target)
                                      .field("cycle", &T::cycle)
                                      .field("state", &T::state)
                                      .field("promised", &T::promised)
                                      .field("policy", &T::policy)
                                      .field("calendar", &T::calendar)
                                      .field("startedAt", &T::startedAt)
                                      .field("dueAt", &T::dueAt)
                                      .field("breachAt", &T::breachAt)
                                      .field("cause", &T::cause)
                                      .field("endedAt", &T::endedAt)
                                      .field("pausedAt", &T::pausedAt)
                                      .field("pausedBy", &T::pausedBy)
                                      .field("elapsed", &T::elapsed)
                                      .field("left", &T::left)
                                      .field("reason", &T::reason);
    return type;
}

const WireType &wireShape(const SlaFired *)
{
    using T = SlaFired;
    static const WireType &type = (new WireObjectOf<T>("SlaFired"))
                                      ->field("target", &T::target)
                                      .field("cycle", &T::cycle)
                                      .field("level", &T::level)
                                      .field("at", &T::at)
                                      .field("doneAt", &T::doneAt);
    return type;
}

const WireType &wireShape(const TicketSla *)
{
    using T = TicketSla;
    static const WireType &type = (new WireObjectOf<T>("TicketSla"))
                                      ->field("ticket", &T::ticket)
                                      .field("events", &T::events)
                                      .field("clocks", &T::clocks)
                                      .field("fired", &T::fired);
    return type;
}

const WireType &wireShape(const SlaCompliance *)
{
    using T = SlaCompliance;
    static const WireType &type = (new WireObjectOf<T>("SlaCompliance"))
                                      ->field("target", &T::target)
                                      .field("met", &T::met)
                                      .field("missed", &T::missed)
                                      .field("running", &T::running);
    return type;
}

const WireType &wireShape(const SlaImpact *)
{
    using T = SlaImpact;
    static const WireType &type = (new WireObjectOf<T>("SlaImpact"))
                                      ->field("tickets", &T::tickets)
                                      .field("changed", &T::changed)
                                      .field("becomeOverdue", &T::becomeOverdue)
                                      .field("stopBeingOverdue", &T::stopBeingOverdue)
                                      .field("verdictsToMissed", &T::verdictsToMissed)
                                      .field("verdictsToMet", &T::verdictsToMet)
                                      .field("becomeOverdueIds", &T::becomeOverdueIds)
                                      .field("stopBeingOverdueIds", &T::stopBeingOverdueIds)
                                      .field("changedIds", &T::changedIds)
                                      .field("before", &T::before)
                                      .field("after", &T::after);
    return type;
}

const WireType &wireShape(const SlaTask *)
{
    using T = SlaTask;
    static const WireType &type = (new WireObjectOf<T>("SlaTask"))
                                      ->field("id", &T::id)
                                      .field("scope", &T::scope)
                                      .field("policy", &T::policy)
                                      .field("calendar", &T::calendar)
                                      .field("createdAt", &T::createdAt)
                                      .field("by", &T::by)
                                      .field("cursor", &T::cursor)
                                      .field("total", &T::total)
                                      .field("done", &T::done)
                                      .field("cancelled", &T::cancelled)
                                      .field("finished", &T::finished);
    return type;
}

const WireType &wireShape(const Notification *)
{
    using T = Notification;
    static const WireType &type = (new WireObjectOf<T>("Notification"))
                                      ->field("id", &T::id)
                                      .field("person", &T::person)
                                      .field("kind", &T::kind)
                                      .field("ticket", &T::ticket)
                                      .field("ticketNumber", &T::ticketNumber)
                                      .field("subject", &T::subject)
                                      .field("target", &T::target)
                                      .field("cycle", &T::cycle)
                                      .field("level", &T::level)
                                      .field("at", &T::at)
                                      .field("dueAt", &T::dueAt)
                                      .field("seenAt", &T::seenAt);
    return type;
}

} // namespace deskhand
