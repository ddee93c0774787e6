// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/account_store.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace deskhand {

/// The thread with the connection to the accounts: jobs in the order they were given, and a look at the desk now and
/// then. Thread-safe.
class AccountThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<AccountStore>>()>;
    /// Called once, in the thread, with the store or why there is none: Timeout for what has waited too long behind a
    /// desk that does not answer; Cancelled after stop() and Busy where too many wait, both also in the caller's
    /// thread.
    using Job = std::function<void(const Result<AccountStore *> &store)>;

    /// `look`: every `lookEvery` ms between jobs, also when many wait.
    AccountThread(Opener opener, int lookEvery, std::function<void(AccountStore &)> look);
    ~AccountThread(); ///< stop()
    AccountThread(const AccountThread &) = delete;
    AccountThread &operator=(const AccountThread &) = delete;

    void start();
    void post(const Job &job);
    /// Waits for the job under way.
    void stop();

private:
    struct Waiting {
        Job job;
        std::chrono::steady_clock::time_point since;
    };

    void work();
    Result<AccountStore *> store();
    void lookAgain();

    Opener m_opener;
    const int m_lookEvery;
    std::function<void(AccountStore &)> m_look;
    std::unique_ptr<AccountStore> m_store; ///< of the thread
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::deque<Waiting> m_jobs;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace deskhand
