// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/db_thread.h"

namespace deskhand {

DbThread::DbThread(Opener opener, Jobs jobs, std::shared_ptr<Lobby> lobby)
    : m_opener(std::move(opener))
    , m_jobs(jobs)
    , m_lobby(lobby ? std::move(lobby) : std::make_shared<Lobby>())
    , m_thread([this] { work(); })
{
}

DbThread::DbThread(std::unique_ptr<Connection> connection, Jobs jobs)
    : m_jobs(jobs)
    , m_connection(std::move(connection))
    , m_lobby(std::make_shared<Lobby>())
    , m_thread([this] { work(); })
{
}

DbThread::~DbThread()
{
    {
        const std::lock_guard lock(m_lobby->m_mutex);
        m_stopping = true;
    }
    m_lobby->m_wake.notify_all();
    m_thread.join();
}

void DbThread::enqueue(std::unique_ptr<Job> job, Queue *queue)
{
    {
        const std::lock_guard lock(m_lobby->m_mutex);
        queue->push_back(std::move(job));
    }
    m_lobby->m_wake.notify_all(); // whose it is may be asleep beside one that it is not for
}

void DbThread::work()
{
    std::unique_lock lock(m_lobby->m_mutex);
    while (true) {
        m_lobby->m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty() || !m_lobby->m_queue.empty(); });
        // Writes that were given are done before the end; reads nobody can take any more are not.
        if (m_stopping && (m_queue.empty() || m_jobs == Jobs::Cancellable))
            break;
        Queue &queue = m_queue.empty() ? m_lobby->m_queue : m_queue;
        std::unique_ptr<Job> job = std::move(queue.front());
        queue.pop_front();
        lock.unlock();
        runJob(*job);
        job.reset();
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
