// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/sla_watch.h"

#include "operations/jobs/desk_trouble.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int dueTicketsAtOnce = 200;
constexpr qint64 lookBehindFailuresEvery = 1000; // ms
/// What a level does can make the next one due, some times over; more than this in one look is put off.
constexpr int looksAtOneTicket = 50;

Error isStillDue(TicketId ticket)
{
    return Error{ErrorCode::Internal,
                 QStringLiteral("jobs.slaWatch"),
                 QStringLiteral("ticket %1 is still due").arg(ticket.value),
                 {}};
}

} // namespace

SlaWatch::SlaWatch(const SlaJobPorts &ports, HeldLease &lease)
    : m_ports(ports)
    , m_lease(lease)
    , m_store(ports, lease)
{
}

Result<QVector<TicketId>> SlaWatch::dueTickets(Instant now)
{
    // Those that wait for another attempt are the oldest; they must not be all that is seen.
    const int limit = dueTicketsAtOnce + m_later.size();
    Result<QVector<TicketId>> due = m_store.ask([&](SlaStore &store) { return store.dueTickets(now, limit); });
    if (due) {
        m_later.keepOnly(*due);
        due->erase(std::remove_if(due->begin(), due->end(),
                                  [this, now](TicketId ticket) { return m_later.waits(ticket, now); }),
                   due->end());
    }
    return due;
}

Result<void> SlaWatch::reach(TicketId ticket)
{
    Command command;
    command.id = QUuid::createUuid();
    command.actorKind = ActorKind::System;
    command.why = QStringLiteral("sla-watch");
    command.body = ReachSlaLevels{ticket};
    const Result<CommandAnswer> answer = m_ports.submit(command);
    return answer ? Result<void>() : Result<void>(answer.error());
}

Instant SlaWatch::look(const KeepGoing &keepGoing)
{
    QHash<TicketId, int> looks;
    bool allWell = true;
    const auto goesOn = [&] { return keepGoing() && m_lease.isHeld(); };
    while (goesOn()) {
        const Instant now = m_ports.clock->now();
        const Result<QVector<TicketId>> due = dueTickets(now);
        if (!due) {
            m_store.noteFailure(due.error());
            return now + storeRetryDelay(m_store.failuresInARow());
        }
        if (due->isEmpty())
            break;
        for (const TicketId ticket : *due) {
            if (!goesOn())
                return now;
            Result<void> done = ++looks[ticket] > looksAtOneTicket ? Result<void>(isStillDue(ticket)) : reach(ticket);
            if (done) {
                ++m_reached;
                continue;
            }
            allWell = false;
            m_store.noteFailure(done.error());
            if (isTroubleOfDesk(done.error()))
                return now + storeRetryDelay(m_store.failuresInARow());
            m_later.putOff(ticket, now);
        }
    }
    if (allWell && goesOn())
        m_store.noteSuccess();
    return nextLook(m_ports.clock->now());
}

Instant SlaWatch::nextLook(Instant now)
{
    const Instant latest = now + slaWatchInterval;
    const Result<Instant> next = m_store.ask([](SlaStore &store) { return store.nextInstant(); });
    if (!next) {
        m_store.noteFailure(next.error());
        return now + storeRetryDelay(m_store.failuresInARow());
    }
    if (*next == 0 || *next > now)
        return *next == 0 ? latest : std::min(*next, latest);
    // Behind what waits for another attempt nothing else can be seen coming.
    return m_later.isEmpty() ? now : now + lookBehindFailuresEvery;
}

} // namespace deskhand
