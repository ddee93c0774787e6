// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace deskhand::test {

/// What befalls a statement on its way to the server. All of it happens at the real server or on the real wire.
enum class WireFault {
    Serialization, ///< the server fails with SQLSTATE 40001 in its place
    Deadlock,      ///< the server fails with SQLSTATE 40P01 in its place
    Terminated,    ///< the server ends the session in its place, as pg_terminate_backend does
    CutBefore,     ///< the connection breaks and the statement is not sent
    CutBehind,     ///< the connection breaks when it has been sent: whether it is executed is open
    AnswerLost,    ///< the connection breaks when it has been executed and the answer is on its way
    Action,        ///< something else is done before it is sent
};

/// Stands between a client and a PostgreSQL server on this machine, knows where each statement begins, and lets
/// something befall the n-th. Clients must not use TLS. Connections of all clients are counted together.
class PostgresProxy
{
public:
    explicit PostgresProxy(int serverPort);
    ~PostgresProxy();
    PostgresProxy(const PostgresProxy &) = delete;
    PostgresProxy &operator=(const PostgresProxy &) = delete;

    [[nodiscard]] int port() const { return m_port; }

    /// The n-th statement from now is hit, once (1 is the next). Counting starts anew. `action`: for WireFault::Action,
    /// called in a thread of the proxy.
    void setFault(WireFault fault, int n, std::function<void()> action = {});
    /// Every message with a statement that begins so is hit, until clearFault().
    void setFaultAtEvery(WireFault fault, const QByteArray &beginning);
    void clearFault();

    [[nodiscard]] int statementsPassed() const { return m_passed; }
    [[nodiscard]] int hits() const { return m_hits; }
    /// The beginning of the last statement that was hit.
    [[nodiscard]] QByteArray lastHit();

private:
    struct Session;

    void accept();
    void serve(Session &session);
    [[nodiscard]] bool fromClient(Session &session);
    [[nodiscard]] bool fromServer(Session &session);
    [[nodiscard]] bool isHit(const QByteArray &sql);
    [[nodiscard]] bool befall(Session &session, const QByteArray &message);

    int m_serverPort;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_passed = 0;
    std::atomic<int> m_hits = 0;
    std::mutex m_mutex; ///< for what follows
    WireFault m_fault = WireFault::CutBefore;
    int m_at = 0; ///< 0: none
    QByteArray m_beginning;
    QByteArray m_lastHit;
    std::function<void()> m_action;
    std::vector<std::thread> m_sessions;
    std::thread m_acceptor; ///< last: starts when everything else is there
};

} // namespace deskhand::test
