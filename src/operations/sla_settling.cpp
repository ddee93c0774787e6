// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sla_settling.h"

#include "operations/sla_replanning.h"

#include <algorithm>

namespace deskhand {
namespace {

bool beginsLog(const QVector<SlaEvent> &events)
{
    return !events.isEmpty() && events.first().kind == SlaEventKind::Opened;
}

/// Of a new ticket behind its first facts and before its articles, else at the end.
qsizetype placeOfPolicy(const QVector<SlaEvent> &events)
{
    if (!beginsLog(events))
        return events.size();
    const auto isFact = [](const SlaEvent &event) { return event.kind <= SlaEventKind::Owner; };
    return std::find_if_not(events.cbegin(), events.cend(), isFact) - events.cbegin();
}

Result<TicketFacts> factsBefore(CommandRun &run, const TicketFacts &after, const TicketHead &head)
{
    TicketFacts before = after;
    before.head = head;
    if (head.requester == after.head.requester)
        return before;
    const Result<Person> requester = run.unit.person(head.requester);
    if (!requester)
        return requester.error();
    before.requesterName = requester->name;
    before.requesterAddress = requester->address;
    return before;
}

CalendarId calendarIdOf(const SlaPolicy &policy, QueueId queue, const Catalog &catalog)
{
    const BusinessCalendar *calendar = calendarFor(policy, queue, catalog);
    return calendar ? calendar->id : CalendarId();
}

/// What a ticket goes by from now on.
Result<SlaChoice> choose(CommandRun &run, const SlaSubject &subject, const SlaChoice &current, const TicketHead *before)
{
    const Catalog &catalog = *run.catalog;
    const ConditionContext context{run.catalog, {}, run.now};
    const TicketFacts facts = subject.row.facts();
    const QueueId queue = facts.head.queue;
    const SlaPolicy *chosen = policyFor(facts, catalog, context);
    if (!before)
        return choiceOf(chosen, queue, catalog, current);
    const Result<TicketFacts> was = factsBefore(run, facts, *before);
    if (!was)
        return was.error();
    if (policyFor(*was, catalog, context) != chosen)
        return choiceOf(chosen, queue, catalog, current);
    const SlaPolicyPtr policy = catalog.slaVersions->policy(current.policy);
    const bool sameCalendar = !policy || queue == before->queue
                              || calendarIdOf(*policy, queue, catalog) == calendarIdOf(*policy, before->queue, catalog);
    if (sameCalendar)
        return current;
    SlaChoice moved = choiceOf(policy.get(), queue, catalog, current);
    moved.policy = current.policy;
    return moved;
}

Result<void> settleTicket(CommandRun &run, TicketId ticket, QVector<SlaEvent> events, const TicketHead *before)
{
    // No policies, and never were any, or they would still be listed: then only what has happened is kept.
    if (events.isEmpty() && run.catalog->slaPolicies.isEmpty())
        return {};
    const Result<SlaSubject> subject = run.unit.slaSubject(ticket);
    if (!subject)
        return subject.error();
    QVector<SlaEvent> all = subject->sla.events;
    if (all.isEmpty() && !beginsLog(events)) // nobody knows what has happened to it before
        return {};
    for (SlaEvent &event : events)
        event.at = qMax(event.at, all.isEmpty() ? event.at : all.last().at);
    const bool chooses = run.command.actorKind != ActorKind::Import && (before || beginsLog(events));
    if (chooses) {
        const SlaChoice current = choiceOf(all);
        const Result<SlaChoice> choice = choose(run, *subject, current, beginsLog(events) ? nullptr : before);
        if (!choice)
            return choice.error();
        if (*choice != current) {
            const qsizetype place = placeOfPolicy(events);
            const Instant last = all.isEmpty() ? run.now : qMax(run.now, all.last().at);
            const Instant at = place > 0 ? events[place - 1].at : last;
            events.insert(place, {SlaEventKind::Policy, at, choice->policy.value, choice->calendar.value});
        }
    }
    if (events.isEmpty())
        return {};
    all += events;
    const SlaVersions &versions = *run.catalog->slaVersions;
    SlaResult result;
    result.ticket = ticket;
    result.newEvents = std::move(events);
    result.clocks = replayClocks(all, versions);
    result.summary = summaryOf(all, result.clocks, subject->sla.fired, versions);
    return run.unit.storeSla(result);
}

} // namespace

Result<void> settleClocks(CommandRun &run)
{
    QMap<TicketId, QVector<SlaEvent>> events;
    events.swap(run.slaEvents);
    QMap<TicketId, TicketHead> before;
    before.swap(run.slaBefore);
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        events[it.key()]; // also what has changed without an event
    for (auto it = events.cbegin(); it != events.cend(); ++it) {
        const auto was = before.constFind(it.key());
        const TicketHead *head = was == before.cend() ? nullptr : &*was;
        if (Result<void> settled = settleTicket(run, it.key(), it.value(), head); !settled)
            return settled;
    }
    return {};
}

} // namespace deskhand
