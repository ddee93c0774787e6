// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/batch_ahead.h"

namespace deskhand {
namespace {

constexpr int ticketsPerBatch = 500;
constexpr size_t mostBatchesAhead = 4;

} // namespace

BatchAhead::BatchAhead(DemoGenerator *generator)
    : m_generator(generator)
    , m_thread([this] { run(); })
{
}

BatchAhead::~BatchAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stops = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

QVector<BulkTicket> BatchAhead::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty(); });
    // The empty batch at the end stays: whoever asks again gets it again.
    if (m_ready.front().isEmpty())
        return {};
    QVector<BulkTicket> batch = std::move(m_ready.front());
    m_ready.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return batch;
}

void BatchAhead::run()
{
    for (;;) {
        QVector<BulkTicket> batch = m_generator->next(ticketsPerBatch);
        const bool isLast = batch.isEmpty();
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stops || m_ready.size() < mostBatchesAhead; });
        m_ready.push_back(std::move(batch));
        const bool ends = isLast || m_stops;
        lock.unlock();
        m_changed.notify_all();
        if (ends)
            return;
    }
}

} // namespace deskhand
