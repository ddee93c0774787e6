// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/db_thread.h"

namespace deskhand {

DbThread::DbThread(Opener opener, Jobs jobs)
    : m_opener(std::move(opener))
    , m_jobs(jobs)
    , m_thread([this] { work(); })
{
}

DbThread::DbThread(std::unique_ptr<Connection> connection, Jobs jobs)
    : m_jobs(jobs)
    , m_connection(std::move(connection))
    , m_thread([this] { work(); })
{
}

DbThread::~DbThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void DbThread::enqueue(std::unique_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void DbThread::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        // Writes that were given are done before the end; reads nobody can take any more are not.
        if (m_stopping && (m_queue.empty() || m_jobs == Jobs::Cancellable))
            break;
        const std::unique_ptr<Job> job = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        runJob(*job);
        lock.lock();
    }
    m_queue.clear();
    m_connection.reset();
}

void DbThread::runJob(Job &job)
{
    const bool cancellable = m_jobs == Jobs::Cancellable;
    if (cancellable && job.isCancelled())
        return;
    for (bool again : {true, false}) {
        if (m_connection && m_opener && m_connection->isBroken())
            m_connection.reset();
        if (!m_connection) {
            Result<std::unique_ptr<Connection>> opened = m_opener();
            if (!opened) {
                job.fail(opened.error());
                return;
            }
            m_connection = *std::move(opened);
        }
        if (cancellable)
            m_connection->setCancelled([this, &job] { return m_stopping || job.isCancelled(); });
        const bool ended = job.run(*m_connection, again);
        if (cancellable)
            m_connection->setCancelled({});
        if (ended)
            return;
    }
}

} // namespace deskhand
