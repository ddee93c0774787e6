// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"

namespace deskhand {

class Connection;

/// The stored forms: without what is a column of its own.
[[nodiscard]] QString storedCalendar(const BusinessCalendar &calendar);
[[nodiscard]] QString storedSlaPolicy(const SlaPolicy &policy);

/// Calendars, policies and all their versions. What `known` has is taken from there, with all that it has calculated;
/// null: nothing is known. Errors: Corrupt, of the store.
[[nodiscard]] Result<void> readSlaCatalog(Connection &connection, const SlaVersionsPtr &known, Catalog *catalog);

} // namespace deskhand
