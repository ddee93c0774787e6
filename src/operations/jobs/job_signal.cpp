// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/job_signal.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace deskhand {
namespace {

constexpr qint64 longestLook = 500; // ms: the machine may have slept, the clock may be a test's

} // namespace

void JobSignal::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_told.notify_all();
}

bool JobSignal::isStopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void JobSignal::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_told.notify_all();
}

bool JobSignal::waitUntil(const Clock &clock, Instant until)
{
    std::unique_lock lock(m_mutex);
    const QDeadlineTimer passed(until == 0 ? qint64(-1) : std::max<qint64>(0, until - clock.now()));
    while (!m_stopping && !m_woken) {
        const qint64 left = until == 0 ? longestLook : std::min(until - clock.now(), passed.remainingTime());
        if (left <= 0)
            break;
        m_told.wait_for(lock, std::chrono::milliseconds(std::min(left, longestLook)));
    }
    m_woken = false;
    return !m_stopping;
}

} // namespace deskhand
