// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/report_sql.h"

namespace deskhand {

/// The term about the ticket `t` that is true for the tickets which a value has counted. What somebody sees of them is
/// narrowed by the list. Errors: Invalid, Denied (see readReport()), of the store.
[[nodiscard]] Result<SqlPiece> countedTicketsSql(Connection &connection, const CatalogPtr &catalog,
                                                 const CountedTickets &counted, PersonId me, Instant now);

} // namespace deskhand
