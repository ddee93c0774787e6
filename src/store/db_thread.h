// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/connection.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>

namespace deskhand {

/// One thread with one connection. Jobs run in the order they were given. A job that finds the connection broken is run
/// again, once, on a new one: it must be harmless to run it twice (reads are, and commands, by their uuid).
///
/// Cancelling the future of a job drops it if it has not started and interrupts its statement if it runs; it then has
/// no result (deliver() says Cancelled). Thread-safe. The destructor finishes all writes that were given; reads are
/// dropped and interrupted.
class DbThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<Connection>>()>;

    enum class Jobs {
        Cancellable,   ///< reads
        Uninterrupted, ///< writes: once given they run to their end
    };

    /// The connection is opened by the first job, in the thread. When that fails every job gets the error, and the next
    /// job tries again.
    DbThread(Opener opener, Jobs jobs);
    /// For a connection that is open already.
    DbThread(std::unique_ptr<Connection> connection, Jobs jobs);
    ~DbThread();
    DbThread(const DbThread &) = delete;
    DbThread &operator=(const DbThread &) = delete;

    /// Runs `fn(Connection &) -> Result<T>` in the thread.
    template <typename Fn>
    auto run(Fn fn) -> QFuture<std::invoke_result_t<Fn, Connection &>>
    {
        return runTelling([fn = std::move(fn)](Connection &connection, const Progress &) { return fn(connection); });
    }

    /// How far a long job is: becomes the progress value and range of its future.
    using Progress = std::function<void(int done, int total)>;

    /// Runs `fn(Connection &, const Progress &) -> Result<T>` in the thread.
    template <typename Fn>
    auto runTelling(Fn fn) -> QFuture<std::invoke_result_t<Fn, Connection &, const Progress &>>
    {
        auto job = std::make_unique<TypedJob<Fn>>(std::move(fn));
        auto future = job->promise.future();
        enqueue(std::move(job));
        return future;
    }

private:
    struct Job {
        virtual ~Job() = default;
        virtual bool isCancelled() const = 0;
        /// False: it did not come to an end and wants to be run again.
        virtual bool run(Connection &connection, bool again) = 0;
        virtual void fail(const Error &error) = 0;
    };

    template <typename Fn>
    struct TypedJob final : Job {
        using Answer = std::invoke_result_t<Fn, Connection &, const Progress &>;

        explicit TypedJob(Fn work)
            : fn(std::move(work))
        {
            promise.start();
        }
        bool isCancelled() const override { return promise.isCanceled(); }
        bool run(Connection &connection, bool again) override
        {
            Answer answer = fn(connection, [this](int done, int total) {
                promise.setProgressRange(0, total);
                promise.setProgressValue(done);
            });
            if (again && !answer && wantsAnotherTry(answer.error(), connection))
                return false;
            finish(std::move(answer));
            return true;
        }
        void fail(const Error &error) override { finish(Answer(error)); }
        void finish(Answer answer)
        {
            promise.addResult(std::move(answer));
            promise.finish();
        }

        Fn fn;
        QPromise<Answer> promise;
    };

    static bool wantsAnotherTry(const Error &error, Connection &connection)
    {
        return error.code == ErrorCode::Offline && connection.isBroken();
    }
    void enqueue(std::unique_ptr<Job> job);
    void work();
    void runJob(Job &job);

    Opener m_opener;
    Jobs m_jobs;
    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Job>> m_queue;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand
