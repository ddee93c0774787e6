// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/thread_waiter.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

#include <algorithm>

namespace deskhand {

#ifdef Q_OS_WIN

namespace {

/// A socket and a call cannot be waited for together there: the socket is looked at this often.
constexpr std::chrono::milliseconds socketLookEvery{20};

bool hasSomethingToRead(qintptr socket)
{
    WSAPOLLFD look{};
    look.fd = SOCKET(socket);
    look.events = POLLRDNORM;
    return WSAPoll(&look, 1, 0) != 0;
}

} // namespace

ThreadWaiter::ThreadWaiter() = default;
ThreadWaiter::~ThreadWaiter() = default;

void ThreadWaiter::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_called.notify_one();
}

void ThreadWaiter::wait(std::chrono::milliseconds longest, qintptr socket)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    std::unique_lock lock(m_mutex);
    while (!m_woken) {
        if (socket != noSocket && hasSomethingToRead(socket))
            break;
        const auto now = std::chrono::steady_clock::now();
        if (now >= end)
            break;
        const auto slice = socket == noSocket ? end : std::min(end, now + socketLookEvery);
        m_called.wait_until(lock, slice, [this] { return m_woken; });
    }
    m_woken = false;
}

#else

ThreadWaiter::ThreadWaiter()
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        qFatal("no pipe can be made");
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
}

ThreadWaiter::~ThreadWaiter()
{
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

void ThreadWaiter::wake()
{
    // A full pipe wakes as well as one more byte.
    const char byte = 0;
    const auto written = ::write(m_writeEnd, &byte, 1);
    Q_UNUSED(written);
}

void ThreadWaiter::wait(std::chrono::milliseconds longest, qintptr socket)
{
    pollfd looks[2] = {{m_readEnd, POLLIN, 0}, {int(socket), POLLIN, 0}};
    const nfds_t count = socket == noSocket ? 1 : 2;
    ::poll(looks, count, int(std::max<qint64>(0, longest.count())));
    char bytes[64];
    while (::read(m_readEnd, bytes, sizeof bytes) > 0) {
    }
}

#endif

} // namespace deskhand
