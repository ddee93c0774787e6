// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

#ifdef Q_OS_WIN
#include <condition_variable>
#include <mutex>
#endif

namespace deskhand {

/// What a thread waits with: for the time to pass, for another thread that calls, and for a socket that has something
/// to read, whichever is first.
class ThreadWaiter
{
public:
    static constexpr qintptr noSocket = -1;

    ThreadWaiter();
    ~ThreadWaiter();
    ThreadWaiter(const ThreadWaiter &) = delete;
    ThreadWaiter &operator=(const ThreadWaiter &) = delete;

    /// From any thread. A call that meets nobody waiting ends the next wait.
    void wake();
    /// In the one thread that waits. May return early without a reason.
    void wait(std::chrono::milliseconds longest, qintptr socket = noSocket);

private:
#ifdef Q_OS_WIN
    std::mutex m_mutex;
    std::condition_variable m_called;
    bool m_woken = false;
#else
    int m_readEnd = -1;
    int m_writeEnd = -1;
#endif
};

} // namespace deskhand
