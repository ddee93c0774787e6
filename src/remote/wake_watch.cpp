// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/wake_watch.h"

#include <QDateTime>

namespace deskhand {

WakeWatch::WakeWatch(QObject *parent, std::function<qint64()> now)
    : QObject(parent)
    , m_now(now ? std::move(now) : [] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_last(m_now())
{
    connect(&m_timer, &QTimer::timeout, this, &WakeWatch::look);
    m_timer.start(lookEveryMs);
}

void WakeWatch::look()
{
    const qint64 now = m_now();
    const bool slept = now - m_last > lookEveryMs + sleptMs;
    m_last = now;
    if (slept)
        Q_EMIT woke();
}

} // namespace deskhand
