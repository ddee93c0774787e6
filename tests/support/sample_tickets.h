// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/query.h"

namespace deskhand::test {

inline constexpr Instant sampleNow = 1'760'000'000'000; ///< 2025-10-09T08:53:20Z

/// A plausible ticket of the sample catalog; `n` makes it differ: number, subject, states, owners and times vary.
TicketRow sampleTicket(int n);

} // namespace deskhand::test
