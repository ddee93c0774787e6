// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/delivery_schedule.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr qint64 attemptMinute = 60 * 1000;
constexpr std::array<qint64, 5> attemptPauses{1 * attemptMinute, 5 * attemptMinute, 15 * attemptMinute,
                                              30 * attemptMinute, 60 * attemptMinute};

/// splitmix64: spreads neighbouring seeds over all values.
quint64 spread(quint64 seed)
{
    seed += 0x9E3779B97F4A7C15ULL;
    seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EBULL;
    return seed ^ (seed >> 31);
}

} // namespace

Instant nextAttempt(int attempts, Instant releasedAt, Instant now, quint64 seed)
{
    const auto step = size_t(std::clamp(attempts, 1, int(attemptPauses.size()))) - 1;
    const qint64 pause = attemptPauses[step];
    const auto jitter = qint64(spread(seed * 31 + quint64(qMax(attempts, 0))) % quint64(pause / 10));
    const Instant next = now + pause + jitter;
    return next - releasedAt > longestDelivery ? 0 : next;
}

} // namespace deskhand
