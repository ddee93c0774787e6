// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/hash_lanes.h"

#include <algorithm>
#include <utility>

namespace deskhand {

HashLanes::HashLanes(int threads, int queue)
    : m_threadCount(threads > 0 ? threads : std::max(1, int(std::thread::hardware_concurrency())))
    , m_most(m_threadCount + std::max(0, queue))
{
    for (int i = 0; i < m_threadCount; ++i)
        m_threads.emplace_back([this] { work(); });
}

HashLanes::~HashLanes()
{
    stop();
}

HashLanes::Slot HashLanes::take()
{
    const std::lock_guard lock(m_slots->mutex);
    if (m_slots->taken >= m_most)
        return {};
    ++m_slots->taken;
    return Slot(static_cast<void *>(m_slots.get()), [slots = m_slots](void *) {
        const std::lock_guard back(slots->mutex);
        --slots->taken;
    });
}

void HashLanes::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopped) {
            m_jobs.push_back(std::move(job));
            m_more.notify_one();
            return;
        }
    }
    job(false);
}

void HashLanes::stop()
{
    std::deque<Job> left;
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        left.swap(m_jobs);
        m_more.notify_all();
    }
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
    for (const Job &job : left)
        job(false);
}

int HashLanes::waiting() const
{
    const std::lock_guard lock(m_slots->mutex);
    return std::max(0, m_slots->taken - m_threadCount);
}

void HashLanes::work()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_more.wait(lock, [this] { return m_stopped || !m_jobs.empty(); });
            if (m_stopped)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(true);
    }
}

} // namespace deskhand
