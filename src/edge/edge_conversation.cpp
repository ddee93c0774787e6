// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/edge_conversation.h"

#include "edge/http_rendering.h"

#include <algorithm>
#include <utility>

namespace deskhand {

namespace {

/// So much may wait for a client that asks faster than it reads, before no further request of it is looked at.
constexpr qint64 answersAhead = 256 * 1024;

bool isLimit(int status)
{
    return status == 408 || status == 413 || status == 414 || status == 429 || status == 431 || status == 503
           || status == 507;
}

} // namespace

EdgeConversation::EdgeConversation(ConversationHost &host, const EdgeOptions &options, const TrustedProxies &proxies,
                                   EdgePeer peer)
    : m_host(host)
    , m_options(options)
    , m_proxies(proxies)
    , m_peer(std::move(peer))
    , m_reader(options.limits)
{
}

EdgeConversation::~EdgeConversation()
{
    if (m_bodyCounted > 0)
        (void)m_host.keepBody(-m_bodyCounted);
}

void EdgeConversation::begin(qint64 now)
{
    m_deadline = now + m_options.limits.headerMs;
}

bool EdgeConversation::wantsBytes() const
{
    switch (m_state) {
    case State::Waiting:
    case State::Head:
    case State::Body: return m_host.unwritten() <= answersAhead;
    case State::Socket: return true;
    case State::Admitting:
    case State::Handling:
    case State::Upgrading:
    case State::Ended: break;
    }
    return false;
}

void EdgeConversation::receive(QByteArrayView bytes, qint64 now)
{
    if (m_state == State::Socket)
        return receiveFrames(bytes, now);
    if (m_state == State::Ended)
        return;
    m_rest.append(bytes);
    advance(now);
}

void EdgeConversation::advance(qint64 now)
{
    while (!m_rest.isEmpty() && m_state <= State::Body && wantsBytes()) {
        const qsizetype used = m_reader.feed(m_rest);
        m_rest = used == m_rest.size() ? QByteArray() : m_rest.sliced(used);
        switch (m_reader.state()) {
        case RequestReader::State::Empty:
            if (m_state == State::Head) { // that was a stray line end
                m_state = State::Waiting;
                m_deadline = now + m_options.limits.idleMs;
            }
            break;
        case RequestReader::State::Head:
            if (m_state == State::Waiting)
                m_deadline = now + m_options.limits.headerMs;
            m_state = State::Head;
            break;
        case RequestReader::State::HeadRead: bodyBegins(now); break;
        case RequestReader::State::Body:
            if (!countBody())
                refuse(503, "too many requests are large at once");
            break;
        case RequestReader::State::Complete:
            if (countBody())
                dispatch();
            else
                refuse(503, "too many requests are large at once");
            break;
        case RequestReader::State::Faulty: refuse(m_reader.fault().status, m_reader.fault().why); break;
        }
    }
}

bool EdgeConversation::isOurHost(const HttpRequest &request) const
{
    if (m_options.hosts.isEmpty())
        return true;
    QString host = QString::fromLatin1(headerOf(request.headers, "Host"));
    if (!host.endsWith(u']') && host.contains(u':'))
        host.truncate(host.lastIndexOf(u':'));
    return m_options.hosts.contains(host, Qt::CaseInsensitive);
}

void EdgeConversation::bodyBegins(qint64 now)
{
    const RequestHead &head = m_reader.head();
    if (!isOurHost(head.request))
        return refuse(421, "this is not that host");
    HttpRequest request = head.request;
    m_proxies.apply(m_peer, request);
    if (m_host.isUpload(request)) {
        m_state = State::Admitting;
        m_deadline = -1;
        m_host.admitUpload(std::move(request));
        return;
    }
    const qint64 limit = m_host.bodyLimit(request);
    m_reader.allowBody(limit < 0 ? m_options.limits.body : limit);
    readBody(now);
}

void EdgeConversation::readBody(qint64 now)
{
    if (m_reader.state() == RequestReader::State::Faulty)
        return refuse(m_reader.fault().status, m_reader.fault().why);
    m_state = State::Body;
    m_bodyMark = 0;
    m_deadline = now + m_options.limits.headerMs;
    if (m_reader.head().expectsContinue && m_rest.isEmpty())
        m_host.write("HTTP/1.1 100 Continue\r\n\r\n");
}

/// The room for all that was announced is made sure of before the first byte.
std::optional<HttpFault> EdgeConversation::openUpload(const UploadPermit &permit)
{
    if (m_reader.head().length > permit.limit)
        return HttpFault{413, "the body is too large"};
    const Result<std::shared_ptr<UploadFile>> file = m_host.openUpload();
    if (!file)
        return HttpFault{507, "there is no room for uploads"};
    if (!(*file)->reserve(m_reader.head().length))
        return HttpFault{503, "too many uploads at once"};
    (*file)->keepWith(permit.companion);
    m_reader.allowUpload(permit.limit, *file);
    return std::nullopt;
}

void EdgeConversation::admit(const UploadPermit &permit, qint64 now)
{
    if (m_state != State::Admitting)
        return;
    if (permit.refusal) {
        m_host.count(isLimit(permit.refusal->status) ? ConversationHost::Count::RefusedByLimit
                                                     : ConversationHost::Count::Request);
        m_closeAfter = true; // what was announced may be on its way
        m_isHead = false;
        respond(*permit.refusal);
        return end();
    }
    if (const auto fault = openUpload(permit))
        return refuse(fault->status, fault->why);
    readBody(now);
    advance(now);
}

/// The bodies of all requests together are bounded, too; those in files count themselves.
bool EdgeConversation::countBody()
{
    const qint64 more = m_reader.bodyInMemory() - m_bodyCounted;
    if (more > 0 && !m_host.keepBody(more))
        return false;
    m_bodyCounted += more;
    return true;
}

void EdgeConversation::dispatch()
{
    RequestHead head = m_reader.take();
    if (!isOurHost(head.request))
        return refuse(421, "this is not that host");
    if (head.wantsSocket && !m_rest.isEmpty())
        return refuse(400, "frames before there is a WebSocket");
    m_proxies.apply(m_peer, head.request);
    m_host.count(ConversationHost::Count::Request);
    m_deadline = -1;
    m_isHead = head.request.method == "HEAD";
    m_closeAfter = head.close;
    if (head.wantsSocket) {
        m_state = State::Upgrading;
        m_upgrading = head.request;
        m_host.upgrade(std::move(head.request));
    } else {
        m_state = State::Handling;
        m_host.handle(std::move(head.request));
    }
}

void EdgeConversation::respond(const HttpResponse &response)
{
    m_closeAfter = m_closeAfter || m_draining || response.close;
    const QByteArray head = renderResponseHead(response, m_closeAfter);
    const bool hasBody = !m_isHead && !response.body.isEmpty() && statusHasBody(response.status);
    m_host.write(head);
    if (hasBody)
        m_host.write(response.body);
}

void EdgeConversation::answer(const HttpResponse &response, qint64 now)
{
    if (m_state != State::Handling)
        return;
    (void)m_host.keepBody(-m_bodyCounted);
    m_bodyCounted = 0;
    respond(response);
    if (m_closeAfter)
        return end();
    wait(now);
}

void EdgeConversation::wait(qint64 now)
{
    m_state = State::Waiting;
    m_deadline = now + m_options.limits.idleMs;
    advance(now);
}

/// The only answer to what is malformed or too much: nothing behind it is looked at.
void EdgeConversation::refuse(int status, const char *why)
{
    m_host.count(isLimit(status) ? ConversationHost::Count::RefusedByLimit : ConversationHost::Count::Malformed);
    HttpResponse response;
    response.status = status;
    response.type = "text/plain; charset=utf-8";
    response.body = QByteArray(why) + '\n';
    if (status == 426)
        response.headers.emplaceBack("Sec-WebSocket-Version", "13");
    if (status == 503)
        response.headers.emplaceBack("Retry-After", "5");
    m_closeAfter = true;
    m_isHead = false;
    respond(response);
    end();
}

void EdgeConversation::end()
{
    m_state = State::Ended;
    m_deadline = -1;
    m_rest.clear();
    // The connection may linger for a while: what it had of a body makes room for others at once.
    (void)m_reader.take();
    if (const qint64 counted = std::exchange(m_bodyCounted, 0); counted > 0)
        (void)m_host.keepBody(-counted);
    m_host.finish();
}

void EdgeConversation::written(qint64 now)
{
    if (m_state == State::Socket && m_closeSent && m_deadline < 0)
        m_deadline = now + m_options.limits.handshakeMs;
    else if (m_state <= State::Body)
        advance(now);
}

void EdgeConversation::expired(qint64 now)
{
    const EdgeLimits &limits = m_options.limits;
    switch (m_state) {
    case State::Waiting:
        if (m_host.unwritten() == 0)
            return end();
        m_deadline = now + limits.idleMs; // a long answer over a slow line
        return;
    case State::Head: return refuse(408, "the head of the request came too slowly");
    case State::Body: {
        const qint64 came = m_reader.bodySize() - m_bodyMark;
        if (came * 1000 < limits.bodyBytesPerSecond * limits.headerMs)
            return refuse(408, "the body came too slowly");
        m_bodyMark = m_reader.bodySize();
        m_deadline = now + limits.headerMs;
        return;
    }
    case State::Socket: return socketExpired(now);
    case State::Admitting:
    case State::Handling:
    case State::Upgrading:
    case State::Ended: m_deadline = -1;
    }
}

void EdgeConversation::drain(qint64 now)
{
    m_draining = true;
    if (m_state == State::Waiting && m_rest.isEmpty())
        end();
    else if (m_state == State::Socket && !m_closeSent)
        m_host.closeSocket(quint16(CloseCode::Restart), "service restart");
    else if (m_state == State::Waiting)
        advance(now);
}

// ---- the WebSocket ----

void EdgeConversation::answerUpgrade(std::unique_ptr<HttpResponse> refusal, qint64 now)
{
    if (m_state != State::Upgrading)
        return;
    if (!refusal)
        return openSocket(now);
    m_upgrading = {};
    respond(*refusal);
    if (m_closeAfter)
        return end();
    wait(now);
}

void EdgeConversation::openSocket(qint64 now)
{
    const EdgeLimits &limits = m_options.limits;
    const QByteArray key = socketAcceptKey(headerOf(m_upgrading.headers, "Sec-WebSocket-Key"));
    m_host.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Accept: "
                 + key + "\r\n\r\n");
    m_frames = std::make_unique<FrameReader>(limits.socketFrame, limits.socketMessage);
    m_state = State::Socket;
    m_tokens = limits.socketMessagesPerSecond;
    m_tokensAt = now;
    m_deadline = now + limits.idleMs / 2;
    const HttpRequest request = std::move(m_upgrading);
    m_upgrading = {};
    m_host.opened(request);
    if (m_draining)
        m_host.closeSocket(quint16(CloseCode::Restart), "service restart");
}

bool EdgeConversation::withinRate(qint64 now)
{
    const double most = m_options.limits.socketMessagesPerSecond;
    m_tokens = std::min(most, m_tokens + double(now - m_tokensAt) * most / 1000.0);
    m_tokensAt = now;
    m_tokens -= 1;
    return m_tokens >= 0;
}

void EdgeConversation::receiveFrames(QByteArrayView bytes, qint64 now)
{
    m_pinged = false;
    if (!m_closeSent)
        m_deadline = now + m_options.limits.idleMs / 2;
    while (m_state == State::Socket) {
        const SocketEvent event = m_frames->next(bytes);
        if (event.kind == SocketEvent::Kind::Nothing)
            return;
        // Frames of every kind count: a flood of pings or of empty fragments costs as much as one of messages.
        if (event.kind == SocketEvent::Kind::Fault)
            endSocket(event.code, event.why);
        else if (!withinRate(now)) {
            m_host.count(ConversationHost::Count::RefusedByLimit);
            endSocket(quint16(CloseCode::Policy), "too many messages");
        } else {
            frameArrived(event);
        }
    }
}

void EdgeConversation::frameArrived(const SocketEvent &event)
{
    switch (event.kind) {
    case SocketEvent::Kind::Text:
        if (!m_closeSent)
            m_host.message(event.payload);
        break;
    case SocketEvent::Kind::Ping:
        // A client that does not read gets no pongs on top of what waits for it.
        if (!m_closeSent && m_host.unwritten() <= answersAhead)
            m_host.write(pongFrame(event.payload));
        break;
    case SocketEvent::Kind::Close: endSocket(event.code, {}); break;
    case SocketEvent::Kind::Nothing:
    case SocketEvent::Kind::Fragment:
    case SocketEvent::Kind::Pong:
    case SocketEvent::Kind::Fault: break;
    }
}

/// The closing handshake's second half, or its only one when there is nothing more to say to that client.
void EdgeConversation::endSocket(quint16 code, const QByteArray &reason)
{
    if (code == quint16(CloseCode::TooLarge))
        m_host.count(ConversationHost::Count::RefusedByLimit);
    else if (!reason.isEmpty() && code != quint16(CloseCode::Policy))
        m_host.count(ConversationHost::Count::Malformed);
    if (!m_closeSent)
        m_host.write(closeFrame(code, reason));
    m_closeSent = true;
    end();
}

void EdgeConversation::socketClosing(qint64 now)
{
    m_closeSent = true;
    m_deadline = m_host.unwritten() == 0 ? now + m_options.limits.handshakeMs : -1;
}

void EdgeConversation::socketExpired(qint64 now)
{
    if (m_closeSent || m_pinged)
        return end();
    m_pinged = true;
    m_host.write(pingFrame());
    m_deadline = now + m_options.limits.idleMs / 2;
}

} // namespace deskhand
