// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QtGlobal>

namespace deskhand {

/// A mail is given up this long after it was released (RFC 5321 4.5.4.1 asks for at least 4–5 days).
inline constexpr qint64 longestDelivery = 5LL * 24 * 60 * 60 * 1000;

/// When a mail is tried again after `attempts` attempts have failed (≥ 1), the last at `now`: after 1, 5, 15, 30 and
/// then every 60 minutes, each up to a tenth later, so that what failed together does not come back together. `seed`:
/// the same gives the same. 0: given up, `releasedAt` is too long ago. Pure.
[[nodiscard]] Instant nextAttempt(int attempts, Instant releasedAt, Instant now, quint64 seed);

} // namespace deskhand
