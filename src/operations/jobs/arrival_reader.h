// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/mail_job_ports.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace deskhand {

/// A stored mail with what it asks of the desk, or why it could not be read from the store.
struct ReadArrival {
    PendingArrival arrival;
    Result<AcceptMail> accept = AcceptMail{};
};

/// Reads and parses stored mails in a thread of its own, a few ahead of who applies them.
class ArrivalReader
{
public:
    explicit ArrivalReader(const MailJobPorts &ports);
    ~ArrivalReader();
    ArrivalReader(const ArrivalReader &) = delete;
    ArrivalReader &operator=(const ArrivalReader &) = delete;

    /// These next, in this order; `mailboxes`: whose they are. All of an earlier start have been taken.
    void start(const QVector<PendingArrival> &arrivals, const QHash<MailboxId, Mailbox> &mailboxes);
    /// Waits for the next one; nothing: that were all, or stop() was called.
    std::optional<ReadArrival> take();
    /// For good.
    void stop();

private:
    void work();
    [[nodiscard]] ReadArrival read(MailStore *store, const PendingArrival &arrival, const Mailbox &mailbox) const;
    [[nodiscard]] bool hasRoom() const;

    MailJobPorts m_ports;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<PendingArrival> m_wanted;
    QHash<MailboxId, Mailbox> m_mailboxes;
    std::deque<ReadArrival> m_read;
    qint64 m_readBytes = 0;
    bool m_isReading = false;
    bool m_stopping = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand
