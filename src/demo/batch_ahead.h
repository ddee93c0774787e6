// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_generator.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace deskhand {

/// Lets a generator work in a thread of its own, a few batches ahead of whoever takes them.
class BatchAhead
{
public:
    /// The generator must outlive this and is not to be used by others meanwhile.
    explicit BatchAhead(DemoGenerator *generator);
    /// Stops and waits.
    ~BatchAhead();
    BatchAhead(const BatchAhead &) = delete;
    BatchAhead &operator=(const BatchAhead &) = delete;

    /// Waits for the next batch; empty: that was all.
    [[nodiscard]] QVector<BulkTicket> take();

private:
    void run();

    DemoGenerator *m_generator;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QVector<BulkTicket>> m_ready;
    bool m_stops = false;
    std::thread m_thread; ///< last: begins when the rest is there
};

} // namespace deskhand
