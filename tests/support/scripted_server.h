// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace deskhand::test {

/// The files that a server shows its TLS with.
struct ServerTls {
    QString certificate;
    QString key;
};

/// One connection, on the side of a server that can do wrong. Used in the connection's own thread; blocks, and gives up
/// as soon as the server is stopped.
class ServerPeer
{
public:
    enum class Fault { Reset, Close, Silence };

    ServerPeer(int socket, const std::atomic<bool> *stopping, const ServerTls &tls);
    ~ServerPeer();
    ServerPeer(const ServerPeer &) = delete;
    ServerPeer &operator=(const ServerPeer &) = delete;

    /// A line without its end; nothing: the client is gone.
    std::optional<QByteArray> readLine();
    std::optional<QByteArray> readBytes(qsizetype count);
    /// Whether a line has come, or comes within that time.
    bool hasLine(int milliseconds);
    /// The client has closed, or the server is stopped.
    [[nodiscard]] bool isGone() const { return m_gone || m_ended || *m_stopping; }
    bool write(const QByteArray &bytes);
    /// One byte, and then nothing for so long, again and again.
    bool drip(const QByteArray &bytes, int milliseconds);
    /// False: the handshake failed.
    bool startTls();
    /// Ends the connection as a crash does, so that what was not read yet is lost to the client.
    void reset();
    void close();
    /// Says nothing more until the client goes or the server is stopped.
    void silence();
    /// Nothing is read for so long; ends earlier when the server is stopped.
    void pause(int milliseconds);
    /// After so many bytes more have been written, this happens; those after them never come.
    void failAfter(qint64 bytes, Fault fault);
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] qint64 written() const { return m_written; }

private:
    struct Tls;
    bool wait(short events);
    /// Takes what is there. False: nothing more will come.
    bool receive();
    bool decrypt();
    bool fill();
    bool writeRaw(const QByteArray &bytes);
    void happen(Fault fault);

    int m_socket;
    const std::atomic<bool> *m_stopping;
    ServerTls m_files;
    std::unique_ptr<Tls> m_tls;
    QByteArray m_buffer;
    qint64 m_written = 0;
    std::optional<qint64> m_left; ///< bytes until m_fault
    Fault m_fault = Fault::Reset;
    bool m_ended = false;
    bool m_gone = false;
};

/// A server on loopback and a free port whose every connection is a function in a thread of its own.
class ScriptedServer
{
public:
    /// `connection` counts from 0.
    using Talk = std::function<void(ServerPeer &peer, int connection)>;

    explicit ScriptedServer(Talk talk, ServerTls tls = {});
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// No connection is taken any more and those there are end; what they have done can be looked at then.
    void stop();

private:
    void accept();

    Talk m_talk;
    ServerTls m_tls;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_connections{0};
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

/// A mailbox of the tests' desk, without servers.
[[nodiscard]] Mailbox scriptedMailbox();
/// Where a scripted server is and how one comes in, for either half of a mailbox.
[[nodiscard]] MailServer scriptedPlace(int port, bool tlsAtOnce, const ServerTls &tls, const QByteArray &user);

/// A port of loopback at which nobody listens.
[[nodiscard]] int unusedPort();

} // namespace deskhand::test
