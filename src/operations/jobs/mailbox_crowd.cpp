// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/mailbox_crowd.h"

#include "operations/jobs/retry_times.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int shortestIdle = 5 * 60; // s: a dead connection is noticed by the next one, at the latest then
constexpr int longestIdle = 28 * 60; // s: RFC 2177 wants a new IDLE before 29 minutes
constexpr int mostSliceDoublings = 5;

} // namespace

struct MailboxCrowd::Member {
    MailboxWork asGiven;
    std::unique_ptr<MailboxFetch> fetch;
    std::atomic<bool> isRemoved = false;
    std::atomic<Instant> sliceEnd = 0; ///< 0: none
    // Under the crowd's mutex.
    Instant nextAt = 0;
    bool isBusy = false;
    bool isSeen = false;
    int storeFailures = 0; ///< of the thread that is busy with it
};

MailboxCrowd::MailboxCrowd(const MailJobPorts &ports, HeldLease &lease, const Limits &limits,
                           std::function<void()> stored)
    : m_ports(ports)
    , m_lease(lease)
    , m_limits(limits)
    , m_stored(std::move(stored))
    , m_store(ports.openStore)
{
}

MailboxCrowd::~MailboxCrowd()
{
    m_stopping = true;
    for (const auto &signal : m_signals)
        signal->stop();
    for (std::thread &thread : m_threads)
        thread.join();
}

void MailboxCrowd::setMailboxes(const QVector<MailboxWork> &works)
{
    const std::lock_guard lock(m_mutex);
    std::deque<std::shared_ptr<Member>> kept;
    for (const std::shared_ptr<Member> &member : m_members) {
        const bool stays = std::any_of(works.cbegin(), works.cend(), [&member](const MailboxWork &work) {
            return work.mailbox == member->asGiven.mailbox && work.sealed == member->asGiven.sealed;
        });
        if (stays)
            kept.push_back(member);
        else
            member->isRemoved = true;
    }
    for (const MailboxWork &work : works) {
        const bool isKept = std::any_of(kept.cbegin(), kept.cend(), [&work](const std::shared_ptr<Member> &member) {
            return member->asGiven.mailbox.id == work.mailbox.id;
        });
        if (isKept || work.mailbox.paused || work.mailbox.protocol == MailProtocol::None)
            continue;
        auto member = std::make_shared<Member>();
        member->asGiven = work;
        member->fetch = std::make_unique<MailboxFetch>(m_ports, m_store, m_lease, work,
                                                       [this, member = member.get()] { return mayGoOn(*member); });
        kept.push_back(std::move(member));
    }
    m_members = std::move(kept);
    startThreads();
    for (const auto &signal : m_signals)
        signal->wake();
}

void MailboxCrowd::startThreads()
{
    const size_t wanted = std::min(m_members.size(), size_t(m_limits.threads));
    while (m_threads.size() < wanted) {
        m_signals.push_back(std::make_unique<JobSignal>());
        m_threads.emplace_back([this, signal = m_signals.back().get()] { work(*signal); });
    }
}

void MailboxCrowd::waitUntilSeen(const KeepGoing &keepGoing)
{
    constexpr std::chrono::milliseconds look{100};
    std::unique_lock lock(m_mutex);
    const auto allSeen = [this] {
        return std::all_of(m_members.cbegin(), m_members.cend(),
                           [](const std::shared_ptr<Member> &member) { return member->isSeen; });
    };
    while (!allSeen() && keepGoing())
        m_seen.wait_for(lock, look);
}

bool MailboxCrowd::isCrowded() const
{
    const std::lock_guard lock(m_mutex);
    return m_members.size() > size_t(m_limits.threads);
}

bool MailboxCrowd::othersWait() const
{
    const Instant now = m_ports.clock->now();
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_members.cbegin(), m_members.cend(), [now](const std::shared_ptr<Member> &member) {
        return !member->isBusy && member->nextAt <= now;
    });
}

bool MailboxCrowd::mayGoOn(const Member &member) const
{
    if (m_stopping || member.isRemoved || !m_lease.isHeld())
        return false;
    const Instant end = member.sliceEnd;
    return end == 0 || m_ports.clock->now() < end || !othersWait();
}

std::shared_ptr<MailboxCrowd::Member> MailboxCrowd::nextDue(Instant *wait)
{
    const Instant now = m_ports.clock->now();
    const std::lock_guard lock(m_mutex);
    *wait = 0;
    for (auto at = m_members.begin(); at != m_members.end(); ++at) {
        const std::shared_ptr<Member> member = *at;
        if (member->isBusy)
            continue;
        if (member->nextAt <= now) {
            member->isBusy = true;
            m_members.erase(at);
            m_members.push_back(member); // in turn
            return member;
        }
        *wait = *wait == 0 ? member->nextAt : std::min(*wait, member->nextAt);
    }
    return {};
}

void MailboxCrowd::work(JobSignal &signal)
{
    while (!signal.isStopping() && m_lease.isHeld()) {
        Instant wait = 0;
        const std::shared_ptr<Member> member = nextDue(&wait);
        if (!member) {
            signal.waitUntil(*m_ports.clock, wait);
            continue;
        }
        visit(*member);
        giveBack(*member);
    }
}

void MailboxCrowd::visit(Member &member)
{
    const bool crowded = isCrowded();
    const int doublings = std::min(member.fetch->work().progress.failures, mostSliceDoublings);
    member.sliceEnd = crowded ? m_ports.clock->now() + (m_limits.slice << doublings) : 0;
    const FetchRound round = member.fetch->round(member.sliceEnd);
    m_fetched += round.stored;
    if (round.stored > 0)
        m_stored();
    Instant next = afterRound(member, round);
    const Mailbox &mailbox = member.fetch->work().mailbox;
    if (round.end == FetchRound::End::Done) {
        {
            const std::lock_guard lock(m_mutex);
            member.isSeen = true;
        }
        m_seen.notify_all();
        member.sliceEnd = m_ports.clock->now(); // who waits for news gives way to who has something to do
        if (crowded)
            member.fetch->close();
        else if (member.fetch->waitForMail(std::clamp(mailbox.pollSeconds, shortestIdle, longestIdle)))
            next = m_ports.clock->now();
    }
    const std::lock_guard lock(m_mutex);
    member.nextAt = next;
    member.isSeen =
        member.isSeen || round.end == FetchRound::End::ServerProblem || round.end == FetchRound::End::StoreProblem;
    m_seen.notify_all();
}

void MailboxCrowd::giveBack(Member &member)
{
    const std::lock_guard lock(m_mutex);
    member.isBusy = false;
    for (const auto &signal : m_signals)
        signal->wake();
}

Instant MailboxCrowd::afterRound(Member &member, const FetchRound &round)
{
    const Instant now = m_ports.clock->now();
    switch (round.end) {
    case FetchRound::End::More: return now;
    case FetchRound::End::ServerProblem: return afterFailure(member, round.error);
    case FetchRound::End::StoreProblem: ++m_failed; return now + storeRetryDelay(++member.storeFailures);
    case FetchRound::End::Stopped:
        if (m_stopping || member.isRemoved || !m_lease.isHeld())
            return now;
        return afterFailure(member, Error{ErrorCode::Timeout,
                                          QStringLiteral("jobs.fetch"),
                                          QStringLiteral("too slow while other mailboxes wait"),
                                          {}});
    case FetchRound::End::Done: break;
    }
    member.storeFailures = 0;
    (void)member.fetch->noteSuccess(); // written again with the next round
    return now + qint64(std::max(member.fetch->work().mailbox.pollSeconds, 1)) * 1000;
}

Instant MailboxCrowd::afterFailure(Member &member, const Error &error)
{
    ++m_failed;
    const bool signIn = error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Denied;
    const int failures = member.fetch->work().progress.failures + 1;
    const Instant next = m_ports.clock->now() + mailboxRetryDelay(failures, signIn);
    member.fetch->noteFailure(error, next);
    return next;
}

} // namespace deskhand
