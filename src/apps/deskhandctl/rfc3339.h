// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <optional>

namespace deskhand::ctl {

/// "2026-05-04T09:00:00+02:00", "2026-05-04T07:00:00.5Z". Nothing when it is something else: a time without an offset
/// would be one of the machine's zone. Fractions are cut to milliseconds.
[[nodiscard]] std::optional<Instant> instantFromRfc3339(const QByteArray &text);

/// In UTC, to the second; with milliseconds where there are any.
[[nodiscard]] QByteArray rfc3339(Instant instant);

} // namespace deskhand::ctl
