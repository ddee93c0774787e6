// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace deskhand {

/// A few threads for work that takes much time and memory, and a queue that ends somewhere: whoever wants to work takes
/// a slot first, or is sent away. Thread-safe.
class HashLanes
{
public:
    /// Given up when the last copy is gone.
    using Slot = std::shared_ptr<void>;
    /// Called once: to work, or (false) because the lanes were stopped.
    using Job = std::function<void(bool work)>;

    HashLanes(int threads, int queue);
    ~HashLanes(); ///< stop()
    HashLanes(const HashLanes &) = delete;
    HashLanes &operator=(const HashLanes &) = delete;

    /// Null: all are taken.
    [[nodiscard]] Slot take();
    /// With a slot that the job keeps until it has ended.
    void run(Job job);
    /// Waits for jobs under way.
    void stop();

    /// Slots that are taken beyond those that threads could work on.
    [[nodiscard]] int waiting() const;

private:
    struct Slots {
        std::mutex mutex;
        int taken = 0;
    };

    void work();

    const int m_threadCount;
    const int m_most;
    std::shared_ptr<Slots> m_slots = std::make_shared<Slots>();
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::deque<Job> m_jobs;
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace deskhand
