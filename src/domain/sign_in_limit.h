// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace deskhand {

/// How often something may be tried.
struct AttemptLimit {
    int attempts = 5;               ///< within a window, successful ones left out
    qint64 window = 15 * 60 * 1000; ///< ms; how long one is shut out the first time, too
    [[nodiscard]] bool operator==(const AttemptLimit &) const = default;
};

/// What was tried of late, by whom it is counted for. A value; stored as it is.
struct AttemptCount {
    int count = 0;
    Instant since = 0;        ///< of the window
    Instant blockedUntil = 0; ///< 0: not
    int blocks = 0;           ///< in a row: each shuts out for twice as long as the one before, a day at most

    [[nodiscard]] bool operator==(const AttemptCount &) const = default;
};

/// Counts an attempt at `now`. 0: it may be made; else the ms after which the next may be. What is refused is not
/// counted, so that whoever goes on trying does not shut out anybody for longer.
[[nodiscard]] qint64 countAttempt(AttemptCount *count, const AttemptLimit &limit, Instant now);

/// Nothing is known of it any more that matters.
[[nodiscard]] bool isForgotten(const AttemptCount &count, const AttemptLimit &limit, Instant now);

/// One attempt less: it was somebody who may.
void giveBackAttempt(AttemptCount *count);

/// Of signing in (reliability research, 7.14).
struct SignInLimits {
    AttemptLimit account{5};
    AttemptLimit address{20};
    AttemptLimit subnet{100};
};

} // namespace deskhand
