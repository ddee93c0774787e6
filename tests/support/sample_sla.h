// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

namespace deskhand::test {

/// sampleCatalog() with a calendar, "Office" (Monday to Friday, 09:00 to 17:00 in Berlin, 8 December 2025 is a
/// holiday), and a policy, "Standard", for every ticket: a first response within an hour, a resolution within eight,
/// which stands still in "Waiting for customer" and goes on after a reopening with at least an hour.
CatalogPtr sampleSlaCatalog();
inline constexpr SlaPolicyVersionId samplePolicyVersion{41};
inline constexpr CalendarVersionId sampleCalendarVersion{31};

} // namespace deskhand::test
