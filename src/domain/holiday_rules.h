// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/business_calendar.h"

namespace deskhand {

/// Western Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
[[nodiscard]] QDate easterSunday(int year);

/// Whether the fields that its kind needs are set and possible; what is not has no dates.
[[nodiscard]] bool isPossible(const Holiday &holiday);

/// The furthest from Easter that a rule may be.
constexpr int farthestFromEaster = 366;

} // namespace deskhand
