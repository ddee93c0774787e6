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
    struct Job;

public:
    /// What several threads wait at. Jobs that are given to all of them are taken by whichever is free first.
    class Lobby
    {
        friend class DbThread;
        std::mutex m_mutex; ///< also of the queues of all threads that wait here
        std::condition_variable m_wake;
        std::deque<std::unique_ptr<Job>> m_queue;
    };

    using Opener = std::function<Result<std::unique_ptr<Connection>>()>;

    enum class Jobs {
        Cancellable,   ///< reads
        Uninterrupted, ///< writes: once given they run to their end
    };

    /// The connection is opened by the first job, in the thread. When that fails every job gets the error, and the next
    /// job tries again.
    /// `lobby`: shared with other threads; null: there are none.
    DbThread(Opener opener, Jobs jobs, std::shared_ptr<Lobby> lobby = {});
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

    /// Runs `fn(Connection &) -> Result<T>` in whichever thread of the lobby comes to it first, behind its own jobs.
    template <typename Fn>
    auto runInAny(Fn fn) -> QFuture<std::invoke_result_t<Fn, Connection &>>
    {
        auto telling = [fn = std::move(fn)](Connection &connection, const Progress &) { return fn(connection); };
        auto job = std::make_unique<TypedJob<decltype(telling)>>(std::move(telling));
        auto future = job->promise.future();
        enqueue(std::move(job), &m_lobby->m_queue);
        return future;
    }

    /// How far a long job is: becomes the progress value and range of its future.
    using Progress = std::function<void(int done, int total)>;

    /// Runs `fn(Connection &, const Progress &) -> Result<T>` in the thread.
    template <typename Fn>
    auto runTelling(Fn fn) -> QFuture<std::invoke_result_t<Fn, Connection &, const Progress &>>
    {
        auto job = std::make_unique<TypedJob<Fn>>(std::move(fn));
        auto future = job->promise.future();
        enqueue(std::move(job), &m_queue);
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
    using Queue = std::deque<std::unique_ptr<Job>>;

    void enqueue(std::unique_ptr<Job> job, Queue *queue);
    void work();
    void runJob(Job &job);

    Opener m_opener;
    Jobs m_jobs;
    std::unique_ptr<Connection> m_connection;
    std::shared_ptr<Lobby> m_lobby;
    Queue m_queue;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand
