// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_server.h"

#include <QDeadlineTimer>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskhand::test {
namespace {

constexpr int serverLooksEveryMs = 20;

int listenOnLoopback(int *port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), size) != 0 || ::listen(listener, 50) != 0
        || ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no free port");
    *port = ntohs(address.sin_port);
    return listener;
}

} // namespace

struct ServerPeer::Tls {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL *ssl = nullptr;
    BIO *input = BIO_new(BIO_s_mem());
    BIO *output = BIO_new(BIO_s_mem());

    explicit Tls(const ServerTls &files)
    {
        SSL_CTX_use_certificate_chain_file(context, files.certificate.toLocal8Bit().constData());
        SSL_CTX_use_PrivateKey_file(context, files.key.toLocal8Bit().constData(), SSL_FILETYPE_PEM);
        ssl = SSL_new(context);
        SSL_set_bio(ssl, input, output);
        SSL_set_accept_state(ssl);
    }
    Tls(const Tls &) = delete;
    Tls &operator=(const Tls &) = delete;
    ~Tls()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }
    QByteArray takeOutput() const
    {
        QByteArray bytes;
        bytes.resize(qsizetype(BIO_ctrl_pending(output)));
        if (!bytes.isEmpty())
            BIO_read(output, bytes.data(), int(bytes.size()));
        return bytes;
    }
};

ServerPeer::ServerPeer(int socket, const std::atomic<bool> *stopping, const ServerTls &tls)
    : m_socket(socket)
    , m_stopping(stopping)
    , m_files(tls)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
}

ServerPeer::~ServerPeer()
{
    close();
}

bool ServerPeer::wait(short events)
{
    while (!m_ended && !*m_stopping) {
        pollfd poll{m_socket, events, 0};
        if (::poll(&poll, 1, serverLooksEveryMs) > 0)
            return true;
    }
    return false;
}

bool ServerPeer::receive()
{
    char bytes[16384];
    const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count < 0 && errno == EAGAIN)
        return true;
    m_gone = count <= 0;
    if (m_gone)
        return false;
    if (!m_tls) {
        m_buffer.append(bytes, count);
        return true;
    }
    BIO_write(m_tls->input, bytes, int(count));
    return decrypt();
}

bool ServerPeer::decrypt()
{
    char bytes[16384];
    for (;;) {
        ERR_clear_error();
        const int read = SSL_read(m_tls->ssl, bytes, sizeof bytes);
        if (read <= 0) {
            m_gone = SSL_get_error(m_tls->ssl, read) != SSL_ERROR_WANT_READ;
            return !m_gone;
        }
        m_buffer.append(bytes, read);
    }
}

bool ServerPeer::fill()
{
    const qsizetype before = m_buffer.size();
    while (m_buffer.size() == before) {
        if (!wait(POLLIN) || !receive())
            return m_buffer.size() > before;
    }
    return true;
}

bool ServerPeer::hasLine(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!m_buffer.contains('\n')) {
        pollfd poll{m_socket, POLLIN, 0};
        if (::poll(&poll, 1, int(deadline.remainingTime())) > 0 && !receive())
            return m_buffer.contains('\n');
        if (deadline.hasExpired())
            return m_buffer.contains('\n');
    }
    return true;
}

std::optional<QByteArray> ServerPeer::readLine()
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end >= 0) {
            QByteArray line = m_buffer.left(end);
            m_buffer.remove(0, end + 1);
            if (line.endsWith('\r'))
                line.chop(1);
            return line;
        }
        if (!fill())
            return std::nullopt;
    }
}

std::optional<QByteArray> ServerPeer::readBytes(qsizetype count)
{
    while (m_buffer.size() < count) {
        if (!fill())
            return std::nullopt;
    }
    const QByteArray bytes = m_buffer.left(count);
    m_buffer.remove(0, count);
    return bytes;
}

bool ServerPeer::writeRaw(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        if (m_ended || *m_stopping)
            return false;
        const ssize_t now = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (now > 0)
            sent += now;
        else if (errno != EAGAIN || !wait(POLLOUT))
            return false;
    }
    return true;
}

bool ServerPeer::write(const QByteArray &bytes)
{
    if (m_ended)
        return false;
    const bool cut = m_left && *m_left < bytes.size();
    const QByteArray now = cut ? bytes.left(*m_left) : bytes;
    bool sent = true;
    if (m_tls && !now.isEmpty()) {
        sent = SSL_write(m_tls->ssl, now.constData(), int(now.size())) > 0;
        sent = sent && writeRaw(m_tls->takeOutput());
    } else {
        sent = writeRaw(now);
    }
    m_written += now.size();
    if (m_left)
        *m_left -= now.size();
    if (cut)
        happen(m_fault);
    return sent && !cut;
}

bool ServerPeer::drip(const QByteArray &bytes, int milliseconds)
{
    for (const char c : bytes) {
        if (!write(QByteArray(1, c)))
            return false;
        pause(milliseconds);
    }
    return true;
}

bool ServerPeer::startTls()
{
    m_tls = std::make_unique<Tls>(m_files);
    // What came before its time is the client's handshake when it did not wait for our answer.
    BIO_write(m_tls->input, m_buffer.constData(), int(m_buffer.size()));
    m_buffer.clear();
    for (;;) {
        ERR_clear_error();
        const int result = SSL_do_handshake(m_tls->ssl);
        const int error = SSL_get_error(m_tls->ssl, result);
        if (!writeRaw(m_tls->takeOutput()))
            return false;
        if (result == 1)
            return decrypt(); // something may have come along with the end of the handshake
        if (error != SSL_ERROR_WANT_READ || !wait(POLLIN))
            return false;
        char bytes[16384];
        const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (count <= 0)
            return false;
        BIO_write(m_tls->input, bytes, int(count));
    }
}

void ServerPeer::reset()
{
    if (m_ended)
        return;
    const linger hard{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_ended = true;
    ::close(m_socket);
}

void ServerPeer::close()
{
    if (m_ended)
        return;
    m_ended = true;
    ::shutdown(m_socket, SHUT_WR);
    ::close(m_socket);
}

void ServerPeer::silence()
{
    while (fill())
        m_buffer.clear();
}

void ServerPeer::pause(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!deadline.hasExpired() && !*m_stopping)
        ::poll(nullptr, 0, int(qMin<qint64>(serverLooksEveryMs, deadline.remainingTime())));
}

void ServerPeer::failAfter(qint64 bytes, Fault fault)
{
    m_left = bytes;
    m_fault = fault;
}

void ServerPeer::happen(Fault fault)
{
    switch (fault) {
    case Fault::Reset: reset(); break;
    case Fault::Close: close(); break;
    case Fault::Silence:
        silence();
        close();
        break;
    }
}

ScriptedServer::ScriptedServer(Talk talk, ServerTls tls)
    : m_talk(std::move(talk))
    , m_tls(std::move(tls))
{
    m_listener = listenOnLoopback(&m_port);
    m_acceptor = std::thread([this] { accept(); });
}

ScriptedServer::~ScriptedServer()
{
    stop();
}

void ScriptedServer::stop()
{
    if (m_stopping.exchange(true))
        return;
    m_acceptor.join();
    ::close(m_listener);
    for (std::thread &thread : m_threads)
        thread.join();
}

void ScriptedServer::accept()
{
    while (!m_stopping) {
        pollfd poll{m_listener, POLLIN, 0};
        if (::poll(&poll, 1, serverLooksEveryMs) <= 0)
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        const int connection = m_connections++;
        m_threads.emplace_back([this, socket, connection] {
            ServerPeer peer(socket, &m_stopping, m_tls);
            m_talk(peer, connection);
        });
    }
}

int unusedPort()
{
    int port = 0;
    ::close(listenOnLoopback(&port));
    return port;
}

Mailbox scriptedMailbox()
{
    Mailbox mailbox;
    mailbox.id = MailboxId(1);
    mailbox.name = QStringLiteral("Desk");
    mailbox.address = QStringLiteral("desk@example.test");
    return mailbox;
}

MailServer scriptedPlace(int port, bool tlsAtOnce, const ServerTls &tls, const QByteArray &user)
{
    MailServer place;
    place.host = QStringLiteral("127.0.0.1");
    place.port = port;
    place.encryption = tlsAtOnce                    ? MailEncryption::Tls
                       : !tls.certificate.isEmpty() ? MailEncryption::StartTls
                                                    : MailEncryption::None;
    place.user = QString::fromUtf8(user);
    return place;
}

} // namespace deskhand::test
