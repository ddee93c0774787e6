// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_store.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace deskhand {

/// One MailStore that many threads use, by a thread of its own: however many mailboxes there are, they cost the desk
/// one connection. Thread-safe.
class MailStoreThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<MailStore>>()>;

    explicit MailStoreThread(Opener open);
    /// Finishes what was given.
    ~MailStoreThread();
    MailStoreThread(const MailStoreThread &) = delete;
    MailStoreThread &operator=(const MailStoreThread &) = delete;

    /// Runs `work(MailStore &) -> Result<T>` in the thread and waits for it. What meets a broken connection gets its
    /// error; the next one finds a new connection.
    template <typename Work>
    std::invoke_result_t<Work, MailStore &> run(Work work)
    {
        using Answer = std::invoke_result_t<Work, MailStore &>;
        const auto promise = std::make_shared<std::promise<Answer>>(); // outlives the waiting by a moment
        std::future<Answer> future = promise->get_future();
        give([promise, &work](MailStore *store, const Error &opening) {
            Answer answer = store ? work(*store) : Answer(opening);
            const bool usable = answer || answer.error().code != ErrorCode::Offline;
            promise->set_value(std::move(answer));
            return usable;
        });
        return future.get();
    }

private:
    /// False: the connection is of no more use.
    using Job = std::function<bool(MailStore *store, const Error &opening)>;

    void give(Job job);
    void work();

    Opener m_open;
    std::mutex m_mutex;
    std::condition_variable m_given;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand
