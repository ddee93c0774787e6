// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/held_lease.h"

namespace deskhand {

HeldLease::HeldLease(std::shared_ptr<const Clock> clock)
    : m_clock(std::move(clock))
{
}

void HeldLease::hold(const Lease &lease)
{
    const std::lock_guard lock(m_mutex);
    m_lease = lease;
    m_held = true;
}

void HeldLease::drop()
{
    const std::lock_guard lock(m_mutex);
    m_held = false;
}

bool HeldLease::extend(const Lease &renewed)
{
    const std::lock_guard lock(m_mutex);
    if (m_held)
        m_lease = renewed;
    return m_held;
}

bool HeldLease::isHeld() const
{
    const std::lock_guard lock(m_mutex);
    if (m_clock->now() >= m_lease.until)
        m_held = false;
    return m_held;
}

Lease HeldLease::lease() const
{
    const std::lock_guard lock(m_mutex);
    return m_lease;
}

bool HeldLease::dropIfFenced(const Error &error)
{
    const bool fenced = error.code == ErrorCode::Conflict
                        && error.payload.value(QStringLiteral("reason")).toString() == QLatin1String("fenced");
    if (fenced)
        drop();
    return fenced;
}

} // namespace deskhand
