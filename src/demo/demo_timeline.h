// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "demo/demo_random.h"

#include <QVector>

namespace deskhand {

/// When tickets come in over twelve months: busy weekday mornings, few at night and at weekends, thin holidays, quiet
/// August, a slow growth, and a handful of mornings on which something breaks for many people at once.
class DemoTimeline
{
public:
    DemoTimeline(quint64 seed, Instant end);

    [[nodiscard]] Instant begin() const { return m_begin; }
    [[nodiscard]] Instant end() const { return m_end; }

    /// The instant of ticket `index` of `count`; rises with the index. `fraction` (0 … 65535) is where in its share.
    [[nodiscard]] Instant at(qint64 index, qint64 count, quint32 fraction) const;
    /// Number of the outage that goes on at that instant, -1: none.
    [[nodiscard]] int burstAt(Instant instant) const;
    [[nodiscard]] int burstCount() const { return int(m_bursts.size()); }

private:
    Instant m_begin = 0;
    Instant m_end = 0;
    QVector<qint64> m_upTo;    ///< sums of the hours' weights
    QVector<Instant> m_bursts; ///< their beginnings
};

} // namespace deskhand
