// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>
#include <QTimer>

namespace deskhand {

/// Says when times on the screen may read differently: at every full minute of the clock, and at the instants that were
/// asked for. One for a whole window, so that a hundred times on it are one timer. The clock outlives it; GUI thread.
class TimeTicker final : public QObject
{
    Q_OBJECT

public:
    explicit TimeTicker(const Clock &clock, QObject *parent = nullptr);

    /// Something that is seen reads differently at `at`: ticks then, once. What is not in the future is ignored.
    void wakeAt(Instant at);
    /// As when the time has come. Everybody who still wants to be woken says so again.
    void tick();
    /// When it ticks by itself.
    [[nodiscard]] Instant next() const { return m_next; }

Q_SIGNALS:
    void ticked(deskhand::Instant now);

private:
    void arm();

    const Clock &m_clock;
    QTimer m_timer;
    Instant m_next = 0;
};

} // namespace deskhand
