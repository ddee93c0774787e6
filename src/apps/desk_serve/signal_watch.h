// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace deskhand {

/// Brings signals of the system into the event loop. One at a time.
class SignalWatch final : public QObject
{
    Q_OBJECT

public:
    /// `heard` is called with SIGTERM, SIGINT or SIGHUP in the thread that made this.
    explicit SignalWatch(std::function<void(int signal)> heard);
    ~SignalWatch() override;

private:
    void read();

    std::function<void(int)> m_heard;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace deskhand
