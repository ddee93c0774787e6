// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "operations/sla_report.h"

#include <functional>

namespace deskhand {

class Connection;

/// See Desk::slaImpact(): every ticket that the change is about is replayed as a recalculation would (see
/// operations/sla_replanning.h), and nothing is written. Reads page by page, each page a state of its own, while a
/// second thread calculates. The numbers are of all tickets; the lists of ids name only those that `query.me` sees.
/// `tell`: tickets looked at, of how many.
[[nodiscard]] Result<SlaImpact> readSlaImpact(Connection &connection, const CatalogPtr &catalog,
                                              const SlaImpactQuery &query,
                                              const std::function<void(int done, int total)> &tell);

} // namespace deskhand
