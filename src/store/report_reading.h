// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/report_answer.h"
#include "store/report_sql.h"

namespace deskhand {

class Connection;

/// What a report says. Values of facts are those of domain/report_fact.h. The median of an even number of values is the
/// middle of the two in the middle, a percentile the smallest value that so many percent are not above.
/// Not in a transaction of the caller's. Errors: Invalid (see reportProblems()), Denied (split by owner, by somebody
/// who may not), of the store, Cancelled.
[[nodiscard]] Result<ReportAnswer> readReport(Connection &connection, const CatalogPtr &catalog,
                                              const ReportQuery &query);

/// Whether somebody may compare agents: admins, supervisors, leads and managers of a queue; the desk itself.
[[nodiscard]] bool maySplitByAgents(const Catalog &catalog, PersonId me);

} // namespace deskhand
