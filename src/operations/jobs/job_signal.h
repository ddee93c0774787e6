// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <condition_variable>
#include <mutex>

namespace deskhand {

/// How a thread of a job is told to stop, or that there may be something to do. One waits, anybody tells. Thread-safe.
class JobSignal
{
public:
    /// For good.
    void stop();
    [[nodiscard]] bool isStopping() const;
    /// Ends a wait, or the next one.
    void wake();
    /// Until the clock shows `until` (0: without end), somebody wakes us, or we are to stop; false: to stop. A clock
    /// that does not go with the machine's is looked at some times a second, and one that was set back ends the wait
    /// when as much time has passed as was left in the beginning.
    bool waitUntil(const Clock &clock, Instant until);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_told;
    bool m_stopping = false;
    bool m_woken = false;
};

} // namespace deskhand
