// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace deskhand::test {

/// What a way is like when nothing breaks. Everything is for each direction.
struct ChaosWeather {
    int delayMs = 0;           ///< that bytes are on their way
    int jitterMs = 0;          ///< and up to so much more; bytes of one connection stay in order
    qint64 bytesPerSecond = 0; ///< of all connections together; 0: as fast as it goes
    int resetPerMille = 0;     ///< of the pieces that are sent (up to 16 KiB), how many reset their connection instead
};

enum class ChaosWay {
    ToServer,
    ToClient,
};

/// A network between clients and one server on this machine that can go wrong: it knows nothing of what goes over it,
/// TLS or not. Every method is callable in any thread and acts within a few milliseconds.
class ChaosProxy
{
public:
    /// The same seed gives the same jitter and resets for the same pieces.
    explicit ChaosProxy(int serverPort, quint32 seed = 1);
    ~ChaosProxy();
    ChaosProxy(const ChaosProxy &) = delete;
    ChaosProxy &operator=(const ChaosProxy &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// Of connections from now on: the server has moved, or was started again.
    void setServerPort(int port) { m_serverPort = port; }
    void setWeather(const ChaosWeather &weather);

    /// Closed: connections are reset as soon as they come, and those there are. Open is the beginning.
    void setOpen(bool open);
    /// Silent: connections are taken and those there are stay, but nothing goes over them, as on a way that has become
    /// a black hole. Afterwards it goes on where it was.
    void setSilent(bool silent) { m_silent = silent; }
    /// What a client sends over a new connection is sent to the server a second time over another one, whose answers
    /// nobody reads. Only for what is not encrypted.
    void setDuplicating(bool duplicating) { m_duplicating = duplicating; }

    void resetAll();
    /// An orderly end at both sides; what is on its way is lost.
    void closeAll();
    /// Clients are told that nothing more comes, while what they send still reaches the server.
    void halfCloseAll();
    /// So many bytes of all connections together still pass, then the connection whose turn it is ends in an orderly
    /// way: half an answer, half a request. Once.
    void truncateAfter(ChaosWay way, qint64 bytes);

    [[nodiscard]] int accepted() const { return m_accepted; }    ///< connections so far
    [[nodiscard]] int open() const { return m_openConnections; } ///< at this moment
    [[nodiscard]] qint64 bytesPassed(ChaosWay way) const
    {
        return way == ChaosWay::ToServer ? m_passedUp : m_passedDown;
    }

private:
    struct Session;
    struct Pipe;

    void work();
    int watch();
    void accept();
    void take(Pipe &pipe);
    bool give(Session &session, Pipe &pipe);
    bool step(Session &session);
    void obey();
    [[nodiscard]] qint64 allowance(ChaosWay way, qint64 wanted);
    [[nodiscard]] int random(int below);

    std::atomic<int> m_serverPort;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_silent = false;
    std::atomic<bool> m_duplicating = false;
    std::atomic<bool> m_isOpen = true;
    std::atomic<int> m_accepted = 0;
    std::atomic<int> m_openConnections = 0;
    std::atomic<qint64> m_passedUp = 0;
    std::atomic<qint64> m_passedDown = 0;

    enum class Order { None, Reset, Close, HalfClose };
    std::mutex m_mutex; ///< for what follows
    Order m_order = Order::None;
    ChaosWeather m_weather;
    qint64 m_truncateUp = -1; ///< bytes until then; -1: never
    qint64 m_truncateDown = -1;

    // Of the thread.
    ChaosWeather m_now;
    std::mt19937 m_random;
    qint64 m_lastRefillUs = 0;
    double m_budget[2] = {0, 0}; ///< bytes that may be sent now, by way
    std::vector<std::unique_ptr<Session>> m_sessions;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand::test
