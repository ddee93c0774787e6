// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace deskhand {

/// Notices that the computer has slept: more time has gone by than its timers can explain. What was on its way then is
/// lost, and no time-out will say so for long. A clock that was set forward looks the same, and costs a reconnection.
class WakeWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr int lookEveryMs = 4'000;
    static constexpr qint64 sleptMs = 10'000; ///< over what was expected

    /// `now`: a clock that goes on in sleep, in milliseconds; none: the machine's.
    explicit WakeWatch(QObject *parent, std::function<qint64()> now = {});

    /// What the timer does.
    void look();

Q_SIGNALS:
    void woke();

private:
    std::function<qint64()> m_now;
    QTimer m_timer;
    qint64 m_last;
};

} // namespace deskhand
