// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time_ticker.h"

namespace deskhand {

namespace {

constexpr qint64 tickerMinuteMs = 60'000;

Instant nextFullMinute(Instant now)
{
    return (now / tickerMinuteMs + 1) * tickerMinuteMs;
}

} // namespace

TimeTicker::TimeTicker(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_next(nextFullMinute(clock.now()))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may come seconds too early, and then again
    connect(&m_timer, &QTimer::timeout, this, &TimeTicker::tick);
    arm();
}

void TimeTicker::wakeAt(Instant at)
{
    if (at <= m_clock.now() || at >= m_next)
        return;
    m_next = at;
    arm();
}

void TimeTicker::tick()
{
    const Instant now = m_clock.now();
    m_next = nextFullMinute(now);
    Q_EMIT ticked(now);
    arm();
}

void TimeTicker::arm()
{
    // A clock that was set back must not make the screen stand still.
    m_timer.start(int(qBound<qint64>(1, m_next - m_clock.now(), tickerMinuteMs)));
}

} // namespace deskhand
