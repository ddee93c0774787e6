// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/edge_conversation.h"
#include "edge/edge_loop.h"
#include "edge/edge_stream.h"
#include "edge/socket_queue.h"

#include <boost/asio/steady_timer.hpp>

#include <deque>

namespace deskhand {

/// Carries one conversation over one socket: reads when it wants bytes, writes what it says, watches its deadlines.
/// Lives in its loop's thread; the loop owns it until it is closed.
class EdgeConnection final : public std::enable_shared_from_this<EdgeConnection>, private ConversationHost
{
public:
    /// Has been counted with `group` (EdgeCounters::enter), and is until its end.
    EdgeConnection(EdgeLoop &loop, std::shared_ptr<EdgeShared> shared, boost::asio::ip::tcp::socket socket,
                   EdgePeer peer, QByteArray group);
    ~EdgeConnection() override;

    void start();
    void drain();
    /// Ends it as it is.
    void close();

private:
    struct Output {
        QByteArray bytes;
        bool counted = false; ///< in the backlog of m_queue
    };

    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unwritten() const override { return m_unwritten; }
    void finish() override { m_finishing = true; }
    void handle(HttpRequest request) override;
    void upgrade(HttpRequest request) override;
    [[nodiscard]] qint64 bodyLimit(const HttpRequest &head) override;
    [[nodiscard]] bool isUpload(const HttpRequest &head) override;
    void admitUpload(HttpRequest head) override;
    [[nodiscard]] Result<std::shared_ptr<UploadFile>> openUpload() override;
    [[nodiscard]] bool keepBody(qint64 bytes) override;
    void opened(const HttpRequest &request) override;
    void message(QByteArray text) override;
    void closeSocket(quint16 code, const QByteArray &reason) override;
    void count(Count what) override;

    /// Runs in the loop's thread if this is still there then; from any thread.
    template <typename Work>
    [[nodiscard]] auto poster(Work work);
    void waitForRead();
    void waitForWrite();
    void readable();
    void shakeHands();
    void readOn();
    void discard();
    void takeFrames();
    void writeOut();
    [[nodiscard]] bool nextChunk();
    void chunkWritten();
    void linger();
    /// The handler hears that the WebSocket is over, if there is one.
    void endSocket();
    void settle();
    void resumeReading();
    [[nodiscard]] qint64 nextDeadline() const;
    void armTimer();
    void timerFired();

    EdgeLoop &m_loop;
    const std::shared_ptr<EdgeShared> m_shared;
    const QByteArray m_group;
    EdgeStream m_stream;
    EdgeConversation m_conversation;
    std::shared_ptr<SocketQueue> m_queue;
    boost::asio::steady_timer m_timer;
    qint64 m_timerAt = -1;
    qint64 m_deadline = -1; ///< of the handshake at the beginning, of the lingering at the end
    qint64 m_writeDeadline = -1;

    std::deque<Output> m_output;
    QByteArray m_chunk; ///< what is being written: must stay as it is until it has gone
    qsizetype m_chunkAt = 0;
    qint64 m_chunkCounted = 0;
    qint64 m_unwritten = 0;
    qint64 m_discarded = 0;

    bool m_handshaking = false;
    bool m_reading = false; ///< readable() is to come
    bool m_waitsToWrite = false;
    bool m_isDry = true; ///< the stream has nothing more until the socket can be read
    bool m_readEnded = false;
    bool m_finishing = false;
    bool m_lingering = false;
    bool m_closed = false;
};

} // namespace deskhand
