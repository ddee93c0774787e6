// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

namespace deskhand {

/// How ticket numbers look: literal text with placeholders {n} (counter), {n:6} (zero-padded, grows beyond),
/// {yyyy} {yy} {mm} {dd} (date in UTC), {c} (check digit: weights 1,2 alternately over the digits before it, mod 10,
/// as OTRS). Default "{n:5}". Exactly one {n} is required, so that numbers are never reused. Printable ASCII only:
/// numbers travel in mail subjects. Errors: Invalid with payload "position" (0-based offset in `format`).
[[nodiscard]] Result<void> checkNumberFormat(const QString &format);

/// Formats a checked format. `counter` ≥ 1 is never given out twice by the store.
[[nodiscard]] QString formatTicketNumber(const QString &format, qint64 counter, Instant at);

} // namespace deskhand
