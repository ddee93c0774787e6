// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"

#include <QByteArray>
#include <QHash>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace deskhand {

/// What is counted over all connections. Thread-safe; lives as long as anybody has to do with any of them.
class EdgeCounters
{
public:
    explicit EdgeCounters(const EdgeLimits &limits);

    /// Whether one more connection may be; `group`: addressGroup(), empty: not counted by address. Then it is counted
    /// until leave().
    [[nodiscard]] bool enter(const QByteArray &group);
    void leave(const QByteArray &group);
    /// Until nobody is there; false: not within so many milliseconds.
    bool waitUntilEmpty(int milliseconds);
    [[nodiscard]] bool keepBody(qint64 bytes);
    [[nodiscard]] bool keepUpload(qint64 bytes);
    [[nodiscard]] EdgeFigures figures() const;

    std::atomic<qint64> sockets{0};
    std::atomic<qint64> requests{0};
    std::atomic<qint64> refusedByLimit{0};
    std::atomic<qint64> malformed{0};
    std::atomic<qint64> backlogBytes{0};
    std::atomic<qint64> droppedSlowSockets{0};

private:
    const int m_perAddress;
    const int m_most;
    const qint64 m_mostBodies;
    const qint64 m_mostUploads;
    std::atomic<qint64> m_bodies{0};
    std::atomic<qint64> m_uploads{0};
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_left;
    QHash<QByteArray, int> m_groups;
    qint64 m_connections = 0;
};

} // namespace deskhand
