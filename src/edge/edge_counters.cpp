// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/edge_counters.h"

#include <chrono>

namespace deskhand {

namespace {

bool keep(std::atomic<qint64> *sum, qint64 most, qint64 bytes)
{
    if (sum->fetch_add(bytes) + bytes <= most || bytes <= 0)
        return true;
    sum->fetch_sub(bytes);
    return false;
}

} // namespace

EdgeCounters::EdgeCounters(const EdgeLimits &limits)
    : m_perAddress(limits.perAddress)
    , m_most(limits.connections)
    , m_mostBodies(limits.bodies)
    , m_mostUploads(limits.uploads)
{
}

bool EdgeCounters::enter(const QByteArray &group)
{
    const std::lock_guard lock(m_mutex);
    if (m_connections >= m_most || (!group.isEmpty() && m_groups.value(group) >= m_perAddress))
        return false;
    if (!group.isEmpty())
        ++m_groups[group];
    ++m_connections;
    return true;
}

void EdgeCounters::leave(const QByteArray &group)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_groups.find(group);
    if (found != m_groups.end() && --*found == 0)
        m_groups.erase(found);
    if (--m_connections == 0)
        m_left.notify_all();
}

bool EdgeCounters::waitUntilEmpty(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    return m_left.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_connections == 0; });
}

bool EdgeCounters::keepBody(qint64 bytes)
{
    return keep(&m_bodies, m_mostBodies, bytes);
}

bool EdgeCounters::keepUpload(qint64 bytes)
{
    return keep(&m_uploads, m_mostUploads, bytes);
}

EdgeFigures EdgeCounters::figures() const
{
    EdgeFigures result;
    {
        const std::lock_guard lock(m_mutex);
        result.connections = m_connections;
    }
    result.sockets = sockets;
    result.requests = requests;
    result.refusedByLimit = refusedByLimit;
    result.malformed = malformed;
    result.backlogBytes = backlogBytes;
    result.droppedSlowSockets = droppedSlowSockets;
    result.bodyBytes = m_bodies;
    result.uploadBytes = m_uploads;
    return result;
}

} // namespace deskhand
