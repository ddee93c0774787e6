// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <unordered_set>

struct ssl_st;
struct ssl_ctx_st;

namespace deskhand::bench {

class LoadConnection;

/// Carries thousands of connections to one service in the calling thread: OpenSSL on epoll, without an event loop of
/// Qt, so that the measuring costs little beside what is measured.
class LoadLoop
{
public:
    /// `authority`: file with the certificate that the service's must be signed by.
    LoadLoop(quint16 port, const QString &authority);
    ~LoadLoop();
    LoadLoop(const LoadLoop &) = delete;
    LoadLoop &operator=(const LoadLoop &) = delete;

    /// Milliseconds of a steady clock.
    [[nodiscard]] static double now();
    void after(double milliseconds, std::function<void()> work);
    /// What was to be done later is not.
    void forgetTimers() { m_timers.clear(); }
    /// Until `done`; false: not within so many milliseconds.
    bool run(int milliseconds, const std::function<bool()> &done);
    void run(int milliseconds);

private:
    friend class LoadConnection;
    void turn(double until);

    quint16 m_port;
    ssl_ctx_st *m_context;
    int m_epoll;
    std::multimap<double, std::function<void()>> m_timers;
    std::unordered_set<LoadConnection *> m_connections;
};

/// One connection with TLS: requests one after another, and then perhaps a WebSocket. In its loop's thread. What is
/// said to `closed` and `heard` may open it again, but not destroy it.
class LoadConnection
{
public:
    /// Status 0: the connection ended without an answer.
    using Answer = std::function<void(int status, const QByteArray &body)>;

    LoadConnection(LoadLoop &loop, QByteArray token);
    ~LoadConnection();
    LoadConnection(const LoadConnection &) = delete;
    LoadConnection &operator=(const LoadConnection &) = delete;

    std::function<void(const QByteArray &message)> heard; ///< on the WebSocket
    std::function<void()> closed;                         ///< by the other side, or it could not be opened

    /// Begins to connect; what is asked waits for it.
    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_socket >= 0; }
    /// POSTs JSON to "/api/v1/<name>"; answers come in the order of the questions. Opens it when the service has closed
    /// it because nobody asked for long.
    void ask(const QByteArray &name, const QByteArray &body, Answer answer);
    /// Turns it into a WebSocket; `opened` is told the status: 101.
    void openSocket(Answer opened);
    void say(const QByteArray &text);
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    friend class LoadLoop;
    void ready(unsigned events);
    void shakeHands();
    void readOn();
    void writeOn();
    void watch(bool forWriting);
    void takeAnswers();
    void takeFrames();
    void send(const QByteArray &bytes);
    void sendFrame(int opcode, const QByteArray &payload);
    void lost();

    LoadLoop &m_loop;
    QByteArray m_token;
    int m_socket = -1;
    ssl_st *m_ssl = nullptr;
    bool m_isReady = false; ///< hands are shaken
    bool m_isSocket = false;
    bool m_watchesWriting = false;
    QByteArray m_in;
    QByteArray m_out;
    std::deque<Answer> m_answers;
    qint64 m_bytesRead = 0;
};

/// A body as it was before it was packed with gzip, if it was.
[[nodiscard]] QByteArray unpacked(const QByteArray &body);

} // namespace deskhand::bench
