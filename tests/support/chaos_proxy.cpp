// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/chaos_proxy.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <utility>

namespace deskhand::test {
namespace {

constexpr int chaosLooksEveryMs = 5;
constexpr qsizetype chaosPiece = 16 * 1024;
constexpr qsizetype mostOnTheWay = 256 * 1024; ///< of one direction of a connection; then its sender is not read

qint64 chaosNowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

sockaddr_in chaosAddress(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void prepareSocket(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
}

int chaosConnect(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = chaosAddress(port);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        prepareSocket(socket);
        return socket;
    }
    ::close(socket);
    return -1;
}

void resetSocket(int &socket)
{
    if (socket < 0)
        return;
    const linger hard{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(socket);
    socket = -1;
}

void closeSocket(int &socket)
{
    if (socket < 0)
        return;
    // What was sent and is not read yet would turn the end into a reset.
    char bytes[chaosPiece];
    while (::recv(socket, bytes, sizeof bytes, MSG_DONTWAIT) > 0) {
    }
    ::shutdown(socket, SHUT_WR);
    ::close(socket);
    socket = -1;
}

} // namespace

/// One direction of a connection.
struct ChaosProxy::Pipe {
    struct Piece {
        qint64 dueUs = 0;
        QByteArray bytes;
    };
    ChaosWay way = ChaosWay::ToServer;
    int from = -1;
    int to = -1;
    std::deque<Piece> onTheWay;
    qsizetype size = 0;   ///< of all pieces
    bool ended = false;   ///< the sender has said that nothing more comes
    bool toldEnd = false; ///< and the receiver knows
    bool isMuted = false; ///< what comes is thrown away
    bool broken = false;
};

struct ChaosProxy::Session {
    int client = -1;
    int server = -1;
    int shadow = -1; ///< the second connection to the server, while it is duplicated
    Pipe up;
    Pipe down;

    Session(int clientSocket, int serverSocket, int shadowSocket)
        : client(clientSocket)
        , server(serverSocket)
        , shadow(shadowSocket)
    {
        up.from = down.to = client;
        up.to = down.from = server;
        down.way = ChaosWay::ToClient;
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    ~Session()
    {
        closeSocket(client);
        closeSocket(server);
        closeSocket(shadow);
    }
    void reset()
    {
        resetSocket(client);
        resetSocket(server);
        resetSocket(shadow);
    }
};

ChaosProxy::ChaosProxy(int serverPort, quint32 seed)
    : m_serverPort(serverPort)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    , m_random(seed)
{
    sockaddr_in address = chaosAddress(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 1024) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no port for the proxy");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { work(); });
}

ChaosProxy::~ChaosProxy()
{
    m_stopping = true;
    m_thread.join();
    m_sessions.clear();
    ::close(m_listener);
}

void ChaosProxy::setWeather(const ChaosWeather &weather)
{
    const std::lock_guard lock(m_mutex);
    m_weather = weather;
}

void ChaosProxy::setOpen(bool open)
{
    m_isOpen = open;
    if (!open)
        resetAll();
}

void ChaosProxy::resetAll()
{
    const std::lock_guard lock(m_mutex);
    m_order = Order::Reset;
}

void ChaosProxy::closeAll()
{
    const std::lock_guard lock(m_mutex);
    m_order = Order::Close;
}

void ChaosProxy::halfCloseAll()
{
    const std::lock_guard lock(m_mutex);
    m_order = Order::HalfClose;
}

void ChaosProxy::truncateAfter(ChaosWay way, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    (way == ChaosWay::ToServer ? m_truncateUp : m_truncateDown) = bytes;
}

int ChaosProxy::random(int below)
{
    return below <= 0 ? 0 : int(m_random() % quint32(below));
}

void ChaosProxy::work()
{
    while (!m_stopping) {
        const int ready = watch();
        obey();
        if (ready > 0)
            accept();
        const bool silent = m_silent;
        for (const auto &session : m_sessions) {
            if (!silent) {
                take(session->up);
                take(session->down);
            }
        }
        std::erase_if(m_sessions, [this, silent](const auto &session) { return !silent && !step(*session); });
        m_openConnections = int(m_sessions.size());
    }
}

/// Waits until something can be read or is due.
int ChaosProxy::watch()
{
    std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
    int wait = 20;
    for (const auto &session : m_sessions) {
        for (const Pipe *pipe : {&session->up, &session->down}) {
            if (!m_silent && !pipe->ended && pipe->size < mostOnTheWay)
                sockets.push_back({pipe->from, POLLIN, 0});
            if (!pipe->onTheWay.empty())
                wait = m_silent ? chaosLooksEveryMs : 1;
        }
    }
    ::poll(sockets.data(), sockets.size(), wait);
    return sockets.front().revents;
}

void ChaosProxy::accept()
{
    while (true) {
        int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        ++m_accepted;
        prepareSocket(client);
        const int server = m_isOpen ? chaosConnect(m_serverPort) : -1;
        if (server < 0) {
            resetSocket(client);
            continue;
        }
        m_sessions.push_back(
            std::make_unique<Session>(client, server, m_duplicating ? chaosConnect(m_serverPort) : -1));
    }
}

void ChaosProxy::obey()
{
    Order order = Order::None;
    {
        const std::lock_guard lock(m_mutex);
        order = std::exchange(m_order, Order::None);
        m_now = m_weather;
    }
    const qint64 now = chaosNowUs();
    for (double &budget : m_budget) {
        // No more than a tenth of a second is saved up, or a quiet time would be followed by a flood.
        budget = std::min(budget + double(now - m_lastRefillUs) * double(m_now.bytesPerSecond) / 1e6,
                          std::max(2048.0, double(m_now.bytesPerSecond) / 10));
    }
    m_lastRefillUs = now;
    if (order == Order::HalfClose) {
        for (const auto &session : m_sessions) {
            session->down.isMuted = true;
            session->down.toldEnd = true;
            ::shutdown(session->client, SHUT_WR);
        }
    } else if (order != Order::None) {
        if (order == Order::Reset) {
            for (const auto &session : m_sessions)
                session->reset();
        }
        m_sessions.clear();
    }
}

void ChaosProxy::take(Pipe &pipe)
{
    char bytes[chaosPiece];
    while (!pipe.ended && !pipe.broken && pipe.size < mostOnTheWay) {
        const ssize_t count = ::recv(pipe.from, bytes, sizeof bytes, 0);
        if (count < 0) {
            pipe.broken = errno != EAGAIN && errno != EINTR;
            return;
        }
        pipe.ended = count == 0;
        if (count == 0 || pipe.isMuted)
            continue;
        const qint64 due = chaosNowUs() + 1000LL * (m_now.delayMs + random(m_now.jitterMs));
        const qint64 before = pipe.onTheWay.empty() ? 0 : pipe.onTheWay.back().dueUs;
        pipe.onTheWay.push_back({std::max(due, before), QByteArray(bytes, count)});
        pipe.size += count;
    }
}

/// How many of the bytes may pass now; -1: none ever, the connection ends here.
qint64 ChaosProxy::allowance(ChaosWay way, qint64 wanted)
{
    if (m_now.bytesPerSecond > 0)
        wanted = std::min(wanted, qint64(m_budget[int(way)]));
    const std::lock_guard lock(m_mutex);
    qint64 &left = way == ChaosWay::ToServer ? m_truncateUp : m_truncateDown;
    if (left == 0) {
        left = -1;
        return -1;
    }
    return left > 0 ? std::min(wanted, left) : wanted;
}

/// Sends what is due. False: the connection ends.
bool ChaosProxy::give(Session &session, Pipe &pipe)
{
    while (!pipe.onTheWay.empty() && pipe.onTheWay.front().dueUs <= chaosNowUs()) {
        QByteArray &piece = pipe.onTheWay.front().bytes;
        const qint64 allowed = allowance(pipe.way, piece.size());
        if (allowed <= 0)
            return allowed == 0;
        if (m_now.resetPerMille > 0 && random(1000) < m_now.resetPerMille) {
            session.reset();
            return false;
        }
        const ssize_t sent = ::send(pipe.to, piece.constData(), size_t(allowed), MSG_NOSIGNAL);
        if (sent < 0)
            return errno == EAGAIN || errno == EINTR;
        if (pipe.way == ChaosWay::ToServer && session.shadow >= 0)
            ::send(session.shadow, piece.constData(), size_t(sent), MSG_NOSIGNAL);
        (pipe.way == ChaosWay::ToServer ? m_passedUp : m_passedDown) += sent;
        m_budget[int(pipe.way)] -= double(sent);
        pipe.size -= sent;
        {
            const std::lock_guard lock(m_mutex);
            qint64 &left = pipe.way == ChaosWay::ToServer ? m_truncateUp : m_truncateDown;
            if (left > 0)
                left -= sent;
        }
        if (sent == piece.size())
            pipe.onTheWay.pop_front();
        else
            piece.remove(0, sent);
    }
    if (pipe.ended && pipe.onTheWay.empty() && !pipe.toldEnd) {
        pipe.toldEnd = true;
        ::shutdown(pipe.to, SHUT_WR);
    }
    return true;
}

/// False: the session is over.
bool ChaosProxy::step(Session &session)
{
    if (session.shadow >= 0) {
        char bytes[chaosPiece];
        while (::recv(session.shadow, bytes, sizeof bytes, MSG_DONTWAIT) > 0) {
        }
    }
    if (session.up.broken || session.down.broken) {
        session.reset();
        return false;
    }
    if (!give(session, session.up) || !give(session, session.down))
        return false;
    return !(session.up.toldEnd && session.down.toldEnd && session.up.ended);
}

} // namespace deskhand::test
