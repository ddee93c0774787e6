// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/edge_counters.h"
#include "edge/http_server.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace deskhand {

/// What a WebSocket is for everybody but its connection: frames that wait to be written. Thread-safe; outlives the
/// connection when somebody keeps it.
class SocketQueue final : public EdgeSocket
{
public:
    /// `wake` is called in any thread when there is something to take and was nothing before.
    SocketQueue(quint64 id, qint64 largestBacklog, std::shared_ptr<EdgeCounters> counters, std::function<void()> wake);
    ~SocketQueue() override;

    bool send(const QByteArray &text) override;
    void close(quint16 code, const QByteArray &reason) override;
    [[nodiscard]] quint64 id() const override { return m_id; }

    struct Taken {
        std::vector<QByteArray> frames;
        bool closes = false;   ///< the last one is a close frame
        bool overflow = false; ///< too much waits: the connection is to be dropped
    };
    [[nodiscard]] Taken take();
    /// So many bytes of what was taken have gone out.
    void wrote(qint64 bytes);
    /// The connection has gone: nothing more is queued.
    void shut();

private:
    void push(const QByteArray &bytes);

    const quint64 m_id;
    const qint64 m_largestBacklog;
    const std::shared_ptr<EdgeCounters> m_counters;
    const std::function<void()> m_wake;
    std::mutex m_mutex; ///< guards what follows
    Taken m_waiting;
    qint64 m_backlog = 0; ///< waiting and taken, not yet written
    bool m_closed = false;
    bool m_woken = false;
};

} // namespace deskhand
