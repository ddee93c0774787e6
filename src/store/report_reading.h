// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog_ptr.h"
#include "operations/report_answer.h"

namespace deskhand {

class Connection;

/// What Desk::report() answers.
[[nodiscard]] Result<ReportAnswer> readReport(Connection &connection, const CatalogPtr &catalog,
                                              const ReportQuery &query);

} // namespace deskhand
