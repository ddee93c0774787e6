// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/job_signal.h"
#include "operations/jobs/mailbox_fetch.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace deskhand {

/// Fetches many mailboxes at a time, each in turn in a thread that is free. As long as there are no more mailboxes than
/// threads, each keeps a thread and its session, and none can hold up another. With more, nobody keeps a session while
/// others wait, and who takes longer than their slice gives way: a server that hangs costs the others at most that.
/// Thread-safe.
class MailboxCrowd
{
public:
    struct Limits {
        int threads = 64;
        qint64 slice = 2000; ///< ms; doubled with each failure in a row, so that a slow server comes to its end too
    };

    /// `stored` is called when mails have been stored.
    MailboxCrowd(const MailJobPorts &ports, HeldLease &lease, const Limits &limits, std::function<void()> stored);
    /// Ends all sessions.
    ~MailboxCrowd();
    MailboxCrowd(const MailboxCrowd &) = delete;
    MailboxCrowd &operator=(const MailboxCrowd &) = delete;

    /// These mailboxes from now on. One whose settings have changed begins anew.
    void setMailboxes(const QVector<MailboxWork> &works);
    /// Until each mailbox has been emptied, or has failed, once, or `keepGoing` says no.
    void waitUntilSeen(const KeepGoing &keepGoing);

    [[nodiscard]] qint64 fetched() const { return m_fetched; }
    [[nodiscard]] qint64 failed() const { return m_failed; }

private:
    struct Member;

    void work(JobSignal &signal);
    std::shared_ptr<Member> nextDue(Instant *wait);
    void visit(Member &member);
    void giveBack(Member &member);
    void startThreads();
    [[nodiscard]] bool mayGoOn(const Member &member) const;
    [[nodiscard]] bool isCrowded() const;
    [[nodiscard]] bool othersWait() const;
    /// When the mailbox is looked at again.
    [[nodiscard]] Instant afterRound(Member &member, const FetchRound &round);
    [[nodiscard]] Instant afterFailure(Member &member, const Error &error);

    MailJobPorts m_ports;
    HeldLease &m_lease;
    Limits m_limits;
    std::function<void()> m_stored;
    MailStoreThread m_store;
    std::atomic<bool> m_stopping = false;
    std::atomic<qint64> m_fetched = 0;
    std::atomic<qint64> m_failed = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_seen;
    std::deque<std::shared_ptr<Member>> m_members; ///< in turn
    std::vector<std::unique_ptr<JobSignal>> m_signals;
    std::vector<std::thread> m_threads;
};

} // namespace deskhand
