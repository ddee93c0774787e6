// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_canceller.h"

#include "base/logging.h"

#include <libpq-fe.h>

#include <chrono>
#include <utility>

namespace deskhand {
namespace {

constexpr std::chrono::milliseconds lookEvery(20);

}

void PostgresCanceller::FreeCancel::operator()(pg_cancel *cancel) const
{
    PQfreeCancel(cancel);
}

PostgresCanceller::PostgresCanceller(pg_conn *connection)
    : m_cancel(PQgetCancel(connection))
    , m_thread([this] { watch(); })
{
}

PostgresCanceller::~PostgresCanceller()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void PostgresCanceller::setCancelled(std::function<bool()> isCancelled)
{
    const std::lock_guard lock(m_mutex);
    m_isCancelled = std::move(isCancelled);
}

void PostgresCanceller::begin()
{
    {
        const std::lock_guard lock(m_mutex);
        m_running = true;
    }
    m_wake.notify_one();
}

void PostgresCanceller::end()
{
    // Waits for a request that is being sent, so that it cannot meet the next statement.
    const std::lock_guard lock(m_mutex);
    m_running = false;
}

void PostgresCanceller::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait(lock, [this] { return m_stopping || m_running; });
        if (m_wake.wait_for(lock, lookEvery, [this] { return m_stopping || !m_running; }))
            continue;
        if (!m_isCancelled || !m_isCancelled())
            continue;
        char problem[256] = {};
        if (!PQcancel(m_cancel.get(), problem, int(sizeof problem)))
            qCWarning(lcStore, "a statement could not be cancelled: %s", problem);
    }
}

} // namespace deskhand
