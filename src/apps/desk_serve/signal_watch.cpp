// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_serve/signal_watch.h"

#include <csignal>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace deskhand {

#ifdef Q_OS_UNIX
namespace {

int signalPipe[2] = {-1, -1};
constexpr int watchedSignals[] = {SIGTERM, SIGINT, SIGHUP};

/// Only what a handler may do: one byte into a pipe.
void passOn(int signal)
{
    const auto byte = static_cast<unsigned char>(signal);
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

} // namespace

SignalWatch::SignalWatch(std::function<void(int)> heard)
    : m_heard(std::move(heard))
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatch::read);
    for (const int signal : watchedSignals)
        std::signal(signal, passOn);
}

SignalWatch::~SignalWatch()
{
    for (const int signal : watchedSignals)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    ::close(signalPipe[0]);
    ::close(signalPipe[1]);
}

void SignalWatch::read()
{
    unsigned char signal = 0;
    while (::read(signalPipe[0], &signal, 1) == 1)
        m_heard(signal);
}
#else
SignalWatch::SignalWatch(std::function<void(int)> heard)
    : m_heard(std::move(heard))
{
}

SignalWatch::~SignalWatch() = default;

void SignalWatch::read() {}
#endif

} // namespace deskhand
