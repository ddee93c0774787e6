// SPDX-License-Identifier: GPL-3.0-or-later
// The frontend/backend protocol 3.0: a first message of length and body without a type, then messages of a type (one
// byte), a length (four bytes, itself included) and a body. A statement is 'Q', the server is ready again at 'Z'.
// https://www.postgresql.org/docs/15/protocol-message-formats.html
#include "support/postgres_proxy.h"

#include <QtEndian>
#include <QtGlobal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskhand::test {
namespace {

constexpr int lookEveryMs = 20;
constexpr char statementType = 'Q';
constexpr char readyType = 'Z';

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void sendAtOnce(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int connectTo(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        sendAtOnce(socket);
        return socket;
    }
    ::close(socket);
    return -1;
}

bool sendAll(int socket, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t now = ::send(socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

/// Appends what is there. False: the other side has closed.
bool receive(int socket, QByteArray *buffer)
{
    char bytes[65536];
    const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
    if (count > 0)
        buffer->append(bytes, count);
    return count > 0;
}

/// Takes one message with its head out of the buffer; empty: it is not there yet.
QByteArray takeMessage(QByteArray *buffer, bool hasType)
{
    const qsizetype head = hasType ? 5 : 4;
    if (buffer->size() < head)
        return {};
    const qsizetype size = (hasType ? 1 : 0) + qFromBigEndian<qint32>(buffer->constData() + (hasType ? 1 : 0));
    if (buffer->size() < size)
        return {};
    const QByteArray message = buffer->left(size);
    buffer->remove(0, size);
    return message;
}

QByteArray statementMessage(const QByteArray &sql)
{
    QByteArray message(5, statementType);
    qToBigEndian<qint32>(qint32(sql.size() + 5), message.data() + 1);
    return message + sql + '\0';
}

QByteArray raising(const char *state)
{
    return QByteArray("DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '") + state + "'; END $$";
}

} // namespace

struct PostgresProxy::Session {
    int client = -1;
    int server = -1;
    QByteArray toServer;
    QByteArray toClient;
    bool hasBegun = false;
    bool swallowsAnswer = false;
};

PostgresProxy::PostgresProxy(int serverPort)
    : m_serverPort(serverPort)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no port for the proxy");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

PostgresProxy::~PostgresProxy()
{
    m_stopping = true;
    m_acceptor.join();
    for (std::thread &session : m_sessions)
        session.join();
    ::close(m_listener);
}

void PostgresProxy::setFault(WireFault fault, int n, std::function<void()> action)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
    m_at = n;
    m_beginning.clear();
    m_action = std::move(action);
    m_passed = 0;
    m_hits = 0;
}

void PostgresProxy::setFaultAtEvery(WireFault fault, const QByteArray &beginning)
{
    setFault(fault, 0);
    const std::lock_guard lock(m_mutex);
    m_beginning = beginning;
}

void PostgresProxy::clearFault()
{
    const std::lock_guard lock(m_mutex);
    m_at = 0;
    m_beginning.clear();
}

QByteArray PostgresProxy::lastHit()
{
    const std::lock_guard lock(m_mutex);
    return m_lastHit;
}

void PostgresProxy::accept()
{
    while (!m_stopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, lookEveryMs) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        sendAtOnce(client);
        m_sessions.emplace_back([this, client] {
            Session session;
            session.client = client;
            session.server = connectTo(m_serverPort);
            if (session.server >= 0)
                serve(session);
            ::close(session.client);
            ::close(session.server);
        });
    }
}

void PostgresProxy::serve(Session &session)
{
    while (!m_stopping) {
        pollfd ends[]{{session.client, POLLIN, 0}, {session.server, POLLIN, 0}};
        if (::poll(ends, 2, lookEveryMs) <= 0)
            continue;
        if (ends[1].revents && !fromServer(session))
            return;
        if (ends[0].revents && !fromClient(session))
            return;
    }
}

bool PostgresProxy::fromClient(Session &session)
{
    if (!receive(session.client, &session.toServer))
        return false;
    while (true) {
        const QByteArray message = takeMessage(&session.toServer, session.hasBegun);
        if (message.isEmpty())
            return true;
        const bool isStatement = session.hasBegun && message[0] == statementType;
        session.hasBegun = true;
        const bool hit = isStatement && isHit(message.mid(5));
        if (!(hit ? befall(session, message) : sendAll(session.server, message)))
            return false;
    }
}

bool PostgresProxy::fromServer(Session &session)
{
    if (!receive(session.server, &session.toClient))
        return false;
    if (!session.swallowsAnswer) {
        const bool sent = sendAll(session.client, session.toClient);
        session.toClient.clear();
        return sent;
    }
    // Executed to its end, and nobody is told.
    while (true) {
        const QByteArray message = takeMessage(&session.toClient, true);
        if (message.isEmpty())
            return true;
        if (message[0] == readyType)
            return false;
    }
}

bool PostgresProxy::isHit(const QByteArray &sql)
{
    const int passed = ++m_passed;
    const std::lock_guard lock(m_mutex);
    const bool isMeant = sql.startsWith(m_beginning) || sql.contains(';' + m_beginning);
    const bool hit = m_beginning.isEmpty() ? passed == m_at : isMeant;
    if (hit) {
        ++m_hits;
        m_lastHit = sql.left(60);
    }
    return hit;
}

bool PostgresProxy::befall(Session &session, const QByteArray &message)
{
    WireFault fault = WireFault::CutBefore;
    std::function<void()> action;
    {
        const std::lock_guard lock(m_mutex);
        fault = m_fault;
        action = m_action;
    }
    switch (fault) {
    case WireFault::Serialization: return sendAll(session.server, statementMessage(raising("40001")));
    case WireFault::Deadlock: return sendAll(session.server, statementMessage(raising("40P01")));
    case WireFault::Terminated:
        return sendAll(session.server, statementMessage("SELECT pg_terminate_backend(pg_backend_pid())"));
    case WireFault::CutBefore: return false;
    case WireFault::CutBehind: sendAll(session.server, message); return false;
    case WireFault::AnswerLost: session.swallowsAnswer = true; return sendAll(session.server, message);
    case WireFault::Action: break;
    }
    if (action)
        action();
    return sendAll(session.server, message);
}

} // namespace deskhand::test
