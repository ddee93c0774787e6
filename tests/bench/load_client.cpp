// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load_client.h"

#include "bench/report.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskhand::bench {
namespace {

constexpr int eventsAtOnce = 256;
constexpr int opcodeText = 1;
constexpr int opcodeClose = 8;
constexpr int opcodePing = 9;
constexpr int opcodePong = 10;

/// Of a header block; empty: not there.
QByteArray headerValue(const QByteArray &head, const QByteArray &name)
{
    const qsizetype at = head.toLower().indexOf("\r\n" + name.toLower() + ':');
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 3;
    return head.mid(begin, head.indexOf("\r\n", begin) - begin).trimmed();
}

} // namespace

LoadLoop::LoadLoop(quint16 port, const QString &authority)
    : m_port(port)
    , m_context(SSL_CTX_new(TLS_client_method()))
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    SSL_CTX_set_mode(m_context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
    if (SSL_CTX_load_verify_locations(m_context, QFile::encodeName(authority).constData(), nullptr) != 1)
        giveUp(QStringLiteral("the authority's certificate cannot be read"));
}

LoadLoop::~LoadLoop()
{
    SSL_CTX_free(m_context);
    ::close(m_epoll);
}

double LoadLoop::now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void LoadLoop::after(double milliseconds, std::function<void()> work)
{
    m_timers.emplace(now() + milliseconds, std::move(work));
}

void LoadLoop::turn(double until)
{
    const double next = m_timers.empty() ? until : std::min(until, m_timers.begin()->first);
    std::array<epoll_event, eventsAtOnce> events;
    const int wait = int(std::ceil(std::max(0.0, next - now())));
    const int count = ::epoll_wait(m_epoll, events.data(), eventsAtOnce, wait);
    for (int i = 0; i < count; ++i) {
        auto *connection = static_cast<LoadConnection *>(events[size_t(i)].data.ptr);
        if (m_connections.count(connection) > 0) // another one's answer may have closed it
            connection->ready(events[size_t(i)].events);
    }
    while (!m_timers.empty() && m_timers.begin()->first <= now()) {
        const auto work = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        work();
    }
}

bool LoadLoop::run(int milliseconds, const std::function<bool()> &done)
{
    const double until = now() + milliseconds;
    while (!done() && now() < until)
        turn(std::min(until, now() + 100));
    return done();
}

void LoadLoop::run(int milliseconds)
{
    const double until = now() + milliseconds;
    while (now() < until)
        turn(until);
}

LoadConnection::LoadConnection(LoadLoop &loop, QByteArray token)
    : m_loop(loop)
    , m_token(std::move(token))
{
}

LoadConnection::~LoadConnection()
{
    close();
}

void LoadConnection::open()
{
    close();
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(m_loop.m_port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(m_socket, reinterpret_cast<const sockaddr *>(&place), sizeof place); // goes on behind our back
    m_ssl = SSL_new(m_loop.m_context);
    SSL_set1_host(m_ssl, "localhost");
    SSL_set_tlsext_host_name(m_ssl, "localhost");
    SSL_set_fd(m_ssl, m_socket);
    SSL_set_connect_state(m_ssl);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.ptr = this;
    m_watchesWriting = true;
    ::epoll_ctl(m_loop.m_epoll, EPOLL_CTL_ADD, m_socket, &event);
    m_loop.m_connections.insert(this);
}

void LoadConnection::close()
{
    if (m_socket < 0)
        return;
    m_loop.m_connections.erase(this);
    SSL_free(m_ssl);
    ::close(std::exchange(m_socket, -1));
    m_ssl = nullptr;
    m_isReady = m_isSocket = false;
    m_in.clear();
    m_out.clear();
    for (const Answer &answer : std::exchange(m_answers, {}))
        answer(0, {});
}

void LoadConnection::lost()
{
    close();
    if (closed)
        closed();
}

void LoadConnection::watch(bool forWriting)
{
    if (m_watchesWriting == forWriting)
        return;
    epoll_event event{};
    event.events = EPOLLIN | (forWriting ? unsigned(EPOLLOUT) : 0U);
    event.data.ptr = this;
    m_watchesWriting = forWriting;
    ::epoll_ctl(m_loop.m_epoll, EPOLL_CTL_MOD, m_socket, &event);
}

void LoadConnection::ready(unsigned events)
{
    if (!m_isReady) {
        shakeHands();
        return;
    }
    if (events & EPOLLOUT)
        writeOn();
    if (m_socket >= 0 && (events & ~unsigned(EPOLLOUT)))
        readOn();
}

void LoadConnection::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_ssl);
    if (result == 1) {
        m_isReady = true;
        watch(false);
        writeOn();
        return;
    }
    const int error = SSL_get_error(m_ssl, result);
    if (error == SSL_ERROR_WANT_READ)
        watch(false);
    else if (error == SSL_ERROR_WANT_WRITE)
        watch(true);
    else
        lost();
}

void LoadConnection::writeOn()
{
    while (!m_out.isEmpty()) {
        ERR_clear_error();
        size_t put = 0;
        const int result = SSL_write_ex(m_ssl, m_out.constData(), size_t(m_out.size()), &put);
        if (result != 1) {
            if (SSL_get_error(m_ssl, result) != SSL_ERROR_WANT_WRITE)
                return lost();
            return watch(true);
        }
        m_out.remove(0, qsizetype(put));
    }
    watch(false);
}

void LoadConnection::readOn()
{
    std::array<char, 64 * 1024> buffer;
    while (m_isReady) { // until it is lost, even if it is opened again at once
        ERR_clear_error();
        size_t got = 0;
        const int result = SSL_read_ex(m_ssl, buffer.data(), buffer.size(), &got);
        if (result != 1) {
            const int error = SSL_get_error(m_ssl, result);
            if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE)
                lost();
            return;
        }
        m_bytesRead += qint64(got);
        m_in.append(buffer.data(), qsizetype(got));
        if (!m_isSocket)
            takeAnswers();
        if (m_isSocket)
            takeFrames();
    }
}

void LoadConnection::takeAnswers()
{
    while (m_socket >= 0 && !m_isSocket) {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = m_in.left(end + 2);
        const int status = head.mid(9, 3).toInt();
        const qsizetype length = headerValue(head, "Content-Length").toLongLong();
        if (m_in.size() < end + 4 + length)
            return;
        const QByteArray body = m_in.mid(end + 4, length);
        m_in.remove(0, end + 4 + length);
        m_isSocket = status == 101;
        if (m_answers.empty())
            return lost();
        const Answer answer = std::move(m_answers.front());
        m_answers.pop_front();
        answer(status, body);
    }
}

void LoadConnection::takeFrames()
{
    while (m_socket >= 0 && m_in.size() >= 2) {
        const auto byteAt = [this](qsizetype at) { return quint64(quint8(m_in[at])); };
        const int opcode = int(byteAt(0) & 0x0f);
        qsizetype length = qsizetype(byteAt(1) & 0x7f);
        qsizetype head = 2;
        if (length >= 126) {
            const qsizetype bytes = length == 126 ? 2 : 8;
            if (m_in.size() < head + bytes)
                return;
            length = 0;
            for (qsizetype i = 0; i < bytes; ++i)
                length = length << 8 | qsizetype(byteAt(head + i));
            head += bytes;
        }
        if (m_in.size() < head + length)
            return;
        const QByteArray payload = m_in.mid(head, length);
        m_in.remove(0, head + length);
        if (opcode == opcodePing)
            sendFrame(opcodePong, payload);
        else if (opcode == opcodeClose)
            return lost();
        else if (opcode == opcodeText && heard)
            heard(payload);
    }
}

void LoadConnection::send(const QByteArray &bytes)
{
    m_out += bytes;
    if (m_isReady)
        writeOn();
}

void LoadConnection::ask(const QByteArray &name, const QByteArray &body, Answer answer)
{
    if (!isOpen())
        open();
    m_answers.push_back(std::move(answer));
    send("POST /api/v1/" + name
         + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           "Accept-Encoding: gzip, deflate\r\nDeskhand-Changes: 1\r\nAuthorization: Bearer "
         + m_token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void LoadConnection::openSocket(Answer opened)
{
    m_answers.push_back(std::move(opened));
    send("GET /api/v1/socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nDeskhand-Presence: changes\r\n"
         "Authorization: Bearer "
         + m_token + "\r\n\r\n");
}

void LoadConnection::say(const QByteArray &text)
{
    sendFrame(opcodeText, text);
}

QByteArray unpacked(const QByteArray &body)
{
    if (!body.startsWith("\x1f\x8b"))
        return body;
    constexpr int gzipWindow = 15 + 16; // zlib's way to ask for a header of gzip
    z_stream stream{};
    inflateInit2(&stream, gzipWindow);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    QByteArray all;
    int state = Z_OK;
    while (state == Z_OK) {
        std::array<char, 64 * 1024> piece;
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        all.append(piece.data(), qsizetype(piece.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END)
        giveUp(QStringLiteral("an answer cannot be unpacked"));
    return all;
}

/// Masked with zeros, which is allowed and costs nothing.
void LoadConnection::sendFrame(int opcode, const QByteArray &payload)
{
    QByteArray frame(1, char(0x80 | opcode));
    if (payload.size() < 126)
        frame += char(0x80 | payload.size());
    else
        frame.append(char(0x80 | 126)).append(char(payload.size() >> 8)).append(char(payload.size() & 0xff));
    send(frame + QByteArray(4, '\0') + payload);
}

} // namespace deskhand::bench
