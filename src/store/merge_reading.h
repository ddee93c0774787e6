// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "operations/query.h"

namespace deskhand {

class Connection;

/// What was merged into the ticket, into what it was merged, and its links, as `me` sees them. `detail->row` is set.
[[nodiscard]] Result<void> readMerging(Connection &connection, const Catalog &catalog, PersonId me,
                                       TicketDetail *detail);

} // namespace deskhand
