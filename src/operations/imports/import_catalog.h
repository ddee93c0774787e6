// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/imports/import_ticket.h"
#include "operations/unit_of_work.h"

namespace deskhand {

/// Tells the feed of what an import has done, as of a command of its own.
Result<void> tellOfImport(UnitOfWork &unit, ChangeKind kind, Instant now);

/// Finds everything that tickets of a table refer to by name (folded), and makes what is not there: states, priorities,
/// queues, categories, organizations, and agents as owners. `report` says what was made. Part of a transaction; errors:
/// of the store, and Invalid when the desk has no state of type New, no priority or no queue and the mapping names
/// none.
[[nodiscard]] Result<ImportIds> provideImportCatalog(UnitOfWork &unit, const ImportMapping &mapping,
                                                     const ImportTable &table, Instant now, ImportReport *report);

} // namespace deskhand
