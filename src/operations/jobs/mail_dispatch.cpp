// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/mail_dispatch.h"

#include "operations/jobs/retry_times.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int claimAtOnce = 50;
constexpr qint64 lookEvery = 2000; // ms: other programs put mail into the outbox too
constexpr qint64 shortestPause = 200;
constexpr qint64 withoutMailbox = 15 * 60 * 1000;

} // namespace

MailDispatch::MailDispatch(const MailJobPorts &ports, HeldLease &lease)
    : m_ports(ports)
    , m_lease(lease)
    , m_store(ports.openStore)
{
}

MailDispatch::~MailDispatch() = default;

void MailDispatch::setMailboxes(const QVector<MailboxWork> &works)
{
    m_works.clear();
    for (const MailboxWork &work : works)
        m_works.insert(work.mailbox.id, work);
    for (auto lane = m_lanes.begin(); lane != m_lanes.end();) {
        const auto work = m_works.constFind(lane->first);
        const bool stays = work != m_works.cend() && work->mailbox == lane->second->work().mailbox
                           && work->sealed == lane->second->work().sealed;
        if (stays || !lane->second->isIdle()) {
            ++lane;
            continue;
        }
        m_sentBefore += lane->second->sent();
        m_failedBefore += lane->second->failed();
        lane = m_lanes.erase(lane); // its next mail opens another
    }
}

OutletLane *MailDispatch::laneOf(MailboxId mailbox)
{
    const auto lane = m_lanes.find(mailbox);
    if (lane != m_lanes.end())
        return lane->second.get();
    const auto work = m_works.constFind(mailbox);
    if (work == m_works.cend() || !work->mailbox.sends)
        return nullptr;
    return m_lanes.emplace(mailbox, std::make_unique<OutletLane>(m_ports, m_store, m_lease, *work)).first->second.get();
}

void MailDispatch::refuse(const DueMail &mail)
{
    const Instant nextAt = m_ports.clock->now() + withoutMailbox;
    const Result<void> given = m_store.run([&](MailStore &store) {
        return store.giveBack(m_lease.lease(), mail.id, nextAt, QStringLiteral("the mailbox does not send"));
    });
    if (!given)
        m_lease.dropIfFenced(given.error());
}

Instant MailDispatch::dispatch()
{
    for (;;) {
        const Instant now = m_ports.clock->now();
        const Result<QVector<DueMail>> due =
            m_store.run([&](MailStore &store) { return store.claimDue(m_lease.lease(), now, claimAtOnce); });
        if (!due) {
            m_lease.dropIfFenced(due.error());
            return now + storeRetryDelay(++m_failures);
        }
        m_failures = 0;
        for (const DueMail &mail : *due) {
            if (OutletLane *lane = laneOf(mail.mailbox))
                lane->send(mail);
            else
                refuse(mail);
        }
        if (due->size() == claimAtOnce && m_lease.isHeld())
            continue;
        const Result<Instant> next = m_store.run([](MailStore &store) { return store.nextDue(); });
        const Instant latest = now + lookEvery;
        return next && *next != 0 ? std::clamp(*next, now + shortestPause, latest) : latest;
    }
}

bool MailDispatch::isIdle() const
{
    return std::all_of(m_lanes.cbegin(), m_lanes.cend(), [](const auto &lane) { return lane.second->isIdle(); });
}

qint64 MailDispatch::sent() const
{
    qint64 sum = m_sentBefore;
    for (const auto &[mailbox, lane] : m_lanes)
        sum += lane->sent();
    return sum;
}

qint64 MailDispatch::failed() const
{
    qint64 sum = m_failedBefore;
    for (const auto &[mailbox, lane] : m_lanes)
        sum += lane->failed();
    return sum;
}

} // namespace deskhand
