// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/report_sql.h"

#include <optional>

namespace deskhand {

/// The term about the ticket `t` that is true for the tickets which a value has counted. What somebody sees of them is
/// narrowed by the list. `ofFew`: what holds of `t`, besides, when few tickets are to be told from others: each is
/// asked for its facts then, instead of gathering all that are counted; empty when that cannot be told. Errors:
/// Invalid, Denied (see readReport()), of the store.
[[nodiscard]] Result<SqlPiece> countedTicketsSql(Connection &connection, const CatalogPtr &catalog,
                                                 const CountedTickets &counted, PersonId me, Instant now,
                                                 const std::optional<SqlPiece> &ofFew = std::nullopt);

/// What a value has counted happened before that. Errors: likewise.
[[nodiscard]] Result<Instant> countedUntil(Connection &connection, const CatalogPtr &catalog,
                                           const CountedTickets &counted, PersonId me, Instant now);

} // namespace deskhand
