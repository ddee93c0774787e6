// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/edge/raw_client.h"

#include <QElapsedTimer>

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace deskhand::test {

int RawFrame::closeCode() const
{
    return payload.size() < 2 ? 0 : (quint8(payload[0]) << 8) | quint8(payload[1]);
}

namespace {

sockaddr_storage rawAddress(const char *address, quint16 port, socklen_t *size)
{
    sockaddr_storage result{};
    if (QByteArrayView(address).contains(':')) {
        auto *six = reinterpret_cast<sockaddr_in6 *>(&result);
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        inet_pton(AF_INET6, address, &six->sin6_addr);
        *size = sizeof(sockaddr_in6);
    } else {
        auto *four = reinterpret_cast<sockaddr_in *>(&result);
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        inet_pton(AF_INET, address, &four->sin_addr);
        *size = sizeof(sockaddr_in);
    }
    return result;
}

} // namespace

RawClient::RawClient(quint16 port, const char *address, const char *from)
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to a socket that may be closed
    socklen_t size = 0;
    const sockaddr_storage to = rawAddress(address, port, &size);
    m_socket = ::socket(to.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (from) {
        const sockaddr_storage source = rawAddress(from, 0, &size);
        ::bind(m_socket, reinterpret_cast<const sockaddr *>(&source), size);
    }
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&to), size) != 0) {
        ::close(m_socket);
        m_socket = -1;
        m_ended = true;
    }
}

RawClient::RawClient(RawClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_ssl(std::exchange(other.m_ssl, nullptr))
    , m_context(std::exchange(other.m_context, nullptr))
    , m_buffer(std::move(other.m_buffer))
    , m_ended(other.m_ended)
{
}

RawClient::~RawClient()
{
    SSL_free(m_ssl);
    SSL_CTX_free(m_context);
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawClient::startTls(int version)
{
    m_context = SSL_CTX_new(TLS_client_method());
    // A test's certificate is not what is tried here.
    SSL_CTX_set_verify(m_context, SSL_VERIFY_NONE, nullptr);
    if (version != 0) {
        SSL_CTX_set_security_level(m_context, 0);
        SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context, version);
    }
    m_ssl = SSL_new(m_context);
    SSL_set_fd(m_ssl, m_socket);
    return SSL_connect(m_ssl) == 1;
}

QByteArray RawClient::peerCertificate() const
{
    X509 *certificate = SSL_get1_peer_certificate(m_ssl);
    char name[256] = "";
    X509_NAME_oneline(X509_get_subject_name(certificate), name, sizeof name);
    X509_free(certificate);
    return name;
}

bool RawClient::send(const QByteArray &bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const ssize_t sent = m_ssl ? SSL_write(m_ssl, bytes.constData() + at, int(bytes.size() - at))
                                   : ::send(m_socket, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
    }
    return true;
}

void RawClient::endSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::waitReadable(int milliseconds) const
{
    if (m_ssl && SSL_pending(m_ssl) > 0)
        return true;
    pollfd wait{m_socket, POLLIN, 0};
    return ::poll(&wait, 1, milliseconds) > 0;
}

bool RawClient::fill(int milliseconds)
{
    if (m_ended || !waitReadable(milliseconds))
        return false;
    char bytes[16 * 1024];
    const ssize_t got = m_ssl ? SSL_read(m_ssl, bytes, sizeof bytes) : ::recv(m_socket, bytes, sizeof bytes, 0);
    if (got <= 0) {
        m_ended = true;
        return false;
    }
    m_buffer.append(bytes, got);
    return true;
}

RawResponse RawClient::response(bool toHead)
{
    RawResponse result;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill(patience))
            return result;
    }
    const QList<QByteArray> lines = m_buffer.left(end).replace("\r\n", "\n").split('\n');
    m_buffer.remove(0, end + 4);
    for (const QByteArray &line : lines.mid(1))
        result.headers.append({line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1).trimmed()});
    const qsizetype length = toHead ? 0 : headerOf(result.headers, "Content-Length").toLongLong();
    while (m_buffer.size() < length) {
        if (!fill(patience))
            return {};
    }
    result.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    result.status = lines.first().startsWith("HTTP/1.1 ") ? lines.first().mid(9, 3).toInt() : -1;
    return result;
}

RawResponse RawClient::ask(const QByteArray &request)
{
    send(request);
    return response();
}

QByteArray RawClient::rest(int milliseconds)
{
    while (fill(milliseconds)) {
    }
    return std::exchange(m_buffer, {});
}

bool RawClient::isClosed(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_ended && timer.elapsed() < milliseconds) {
        if (fill(int(milliseconds - timer.elapsed())))
            return false;
    }
    return m_ended && m_buffer.isEmpty();
}

bool RawClient::isSilent(int milliseconds)
{
    return m_buffer.isEmpty() && !fill(milliseconds) && !m_ended;
}

bool RawClient::openSocket(const QByteArray &path, const QByteArray &headers)
{
    const RawResponse response = ask("GET " + path
                                     + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                     + headers + "\r\n");
    // The example of RFC 6455 1.3.
    return response.status == 101
           && headerOf(response.headers, "Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
}

QByteArray maskedFrame(int firstByte, const QByteArray &payload, bool masked)
{
    QByteArray frame(1, char(firstByte));
    const qsizetype size = payload.size();
    const int flag = masked ? 0x80 : 0;
    if (size <= 125) {
        frame += char(flag | int(size));
    } else {
        const int bytes = size <= 0xffff ? 2 : 8;
        frame += char(flag | (bytes == 2 ? 126 : 127));
        for (int i = bytes - 1; i >= 0; --i)
            frame += char((size >> (8 * i)) & 0xff);
    }
    if (!masked)
        return frame + payload;
    const QByteArray mask("\x11\xa2\x33\x44", 4);
    frame += mask;
    for (qsizetype i = 0; i < size; ++i)
        frame += char(payload[i] ^ mask[i % 4]);
    return frame;
}

bool RawClient::sendFrame(int firstByte, const QByteArray &payload, bool masked)
{
    return send(maskedFrame(firstByte, payload, masked));
}

bool RawClient::sendText(const QByteArray &text)
{
    return sendFrame(0x81, text);
}

std::optional<RawFrame> RawClient::frame(int milliseconds)
{
    const auto need = [&](qsizetype bytes) {
        while (m_buffer.size() < bytes) {
            if (!fill(milliseconds))
                return false;
        }
        return true;
    };
    if (!need(2))
        return std::nullopt;
    const int shortSize = m_buffer[1] & 0x7f;
    const qsizetype header = 2 + (shortSize == 126 ? 2 : shortSize == 127 ? 8 : 0);
    if (!need(header))
        return std::nullopt;
    qsizetype size = shortSize;
    if (shortSize > 125) {
        size = 0;
        for (qsizetype i = 2; i < header; ++i)
            size = (size << 8) | quint8(m_buffer[i]);
    }
    if (!need(header + size))
        return std::nullopt;
    RawFrame result{m_buffer[0] & 0x0f, (m_buffer[0] & 0x80) != 0, (m_buffer[1] & 0x80) != 0,
                    m_buffer.mid(header, size)};
    m_buffer.remove(0, header + size);
    return result;
}

void RawClient::reset()
{
    const linger now{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(m_socket, -1));
    m_ended = true;
}

void RawClient::setReceiveBuffer(int bytes)
{
    setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

} // namespace deskhand::test
