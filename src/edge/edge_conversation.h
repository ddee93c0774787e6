// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"
#include "edge/request_reader.h"
#include "edge/socket_frames.h"
#include "edge/trusted_proxies.h"

#include <memory>
#include <optional>

namespace deskhand {

/// What a conversation asks of the connection that carries it. Nothing of it calls back into the conversation before
/// the call has returned.
class ConversationHost
{
public:
    enum class Count { Request, Malformed, RefusedByLimit };

    virtual ~ConversationHost() = default;
    virtual void write(const QByteArray &bytes) = 0;
    /// Bytes that were given to write() and the other side has not taken yet.
    [[nodiscard]] virtual qint64 unwritten() const = 0;
    /// Nothing more will be written or read: the connection ends when all is written.
    virtual void finish() = 0;
    virtual void handle(HttpRequest request) = 0;
    virtual void upgrade(HttpRequest request) = 0;
    [[nodiscard]] virtual qint64 bodyLimit(const HttpRequest &head) = 0;
    [[nodiscard]] virtual bool isUpload(const HttpRequest &head) = 0;
    /// EdgeConversation::admit() follows.
    virtual void admitUpload(HttpRequest head) = 0;
    /// Errors: those of UploadFile::create().
    [[nodiscard]] virtual Result<std::shared_ptr<UploadFile>> openUpload() = 0;
    /// Notes that bodies take so many bytes more (or less); false: there is no room, and nothing is noted.
    [[nodiscard]] virtual bool keepBody(qint64 bytes) = 0;
    virtual void opened(const HttpRequest &request) = 0;
    virtual void message(QByteArray text) = 0;
    /// Closes the socket behind what is queued for it; socketClosing() follows.
    virtual void closeSocket(quint16 code, const QByteArray &reason) = 0;
    virtual void count(Count what) = 0;
};

/// What both sides of one connection may say and when: requests one after the other, each answered before the next is
/// read, then perhaps a WebSocket. Knows no sockets and no clock: bytes and the present instant (milliseconds of any
/// steady clock) are given to it, so every sequence can be tried by hand. Not thread-safe.
class EdgeConversation
{
public:
    /// All outlive the conversation.
    EdgeConversation(ConversationHost &host, const EdgeOptions &options, const TrustedProxies &proxies, EdgePeer peer);
    ~EdgeConversation();

    void begin(qint64 now);
    void receive(QByteArrayView bytes, qint64 now);
    void answer(const HttpResponse &response, qint64 now);
    /// What was asked by admitUpload().
    void admit(const UploadPermit &permit, qint64 now);
    /// Nothing: the WebSocket is opened.
    void answerUpgrade(std::unique_ptr<HttpResponse> refusal, qint64 now);
    /// All that was written has been taken.
    void written(qint64 now);
    /// A close frame of the handler's was written.
    void socketClosing(qint64 now);
    /// deadline() is reached.
    void expired(qint64 now);
    /// The server stops: what has begun is answered, then this ends.
    void drain(qint64 now);

    /// Whether receive() may be called.
    [[nodiscard]] bool wantsBytes() const;
    /// -1: there is none.
    [[nodiscard]] qint64 deadline() const { return m_deadline; }

private:
    enum class State { Waiting, Head, Body, Admitting, Handling, Upgrading, Socket, Ended };

    void advance(qint64 now);
    void bodyBegins(qint64 now);
    void readBody(qint64 now);
    [[nodiscard]] std::optional<HttpFault> openUpload(const UploadPermit &permit);
    [[nodiscard]] bool countBody();
    void dispatch();
    void wait(qint64 now);
    void refuse(int status, const char *why);
    void respond(const HttpResponse &response);
    void end();
    void openSocket(qint64 now);
    void receiveFrames(QByteArrayView bytes, qint64 now);
    void frameArrived(const SocketEvent &event);
    [[nodiscard]] bool withinRate(qint64 now);
    void endSocket(quint16 code, const QByteArray &reason);
    void socketExpired(qint64 now);
    [[nodiscard]] bool isOurHost(const HttpRequest &request) const;

    ConversationHost &m_host;
    const EdgeOptions &m_options;
    const TrustedProxies &m_proxies;
    const EdgePeer m_peer;
    State m_state = State::Waiting;
    qint64 m_deadline = -1;
    RequestReader m_reader;
    QByteArray m_rest;       ///< came behind the request that is being answered
    HttpRequest m_upgrading; ///< what asked for the WebSocket
    bool m_isHead = false;   ///< the request that is being answered is a HEAD
    bool m_closeAfter = false;
    bool m_draining = false;
    qint64 m_bodyCounted = 0;
    qint64 m_bodyMark = 0; ///< how much of the body was here when its present window began

    std::unique_ptr<FrameReader> m_frames;
    bool m_pinged = false;
    bool m_closeSent = false;
    double m_tokens = 0; ///< frames that may come at once
    qint64 m_tokensAt = 0;
};

} // namespace deskhand
