// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/socket_queue.h"

#include "edge/socket_frames.h"

#include <utility>

namespace deskhand {

SocketQueue::SocketQueue(quint64 id, qint64 largestBacklog, std::shared_ptr<EdgeCounters> counters,
                         std::function<void()> wake)
    : m_id(id)
    , m_largestBacklog(largestBacklog)
    , m_counters(std::move(counters))
    , m_wake(std::move(wake))
{
}

SocketQueue::~SocketQueue()
{
    m_counters->backlogBytes -= m_backlog;
}

void SocketQueue::push(const QByteArray &bytes)
{
    m_waiting.frames.push_back(bytes);
    m_backlog += bytes.size();
    m_counters->backlogBytes += bytes.size();
}

bool SocketQueue::send(const QByteArray &text)
{
    bool wakes = false;
    bool queued = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        const QByteArray header = textFrameHeader(text.size());
        queued = m_backlog + header.size() + text.size() <= m_largestBacklog;
        if (queued) {
            push(header);
            if (!text.isEmpty())
                push(text);
        } else {
            m_closed = true;
            m_waiting.overflow = true;
        }
        wakes = !std::exchange(m_woken, true);
    }
    if (wakes)
        m_wake();
    return queued;
}

void SocketQueue::close(quint16 code, const QByteArray &reason)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return;
        m_closed = true;
        push(closeFrame(code, reason));
        m_waiting.closes = true;
        wakes = !std::exchange(m_woken, true);
    }
    if (wakes)
        m_wake();
}

SocketQueue::Taken SocketQueue::take()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    return std::exchange(m_waiting, {});
}

void SocketQueue::wrote(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_backlog -= bytes;
    m_counters->backlogBytes -= bytes;
}

void SocketQueue::shut()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_waiting = {};
    m_counters->backlogBytes -= m_backlog;
    m_backlog = 0;
}

} // namespace deskhand
