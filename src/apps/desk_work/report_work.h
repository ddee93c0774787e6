// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/report_worker.h"
#include "store/sql_report_store.h"

namespace deskhand {

/// A desk's file or its database, for programs that work for it.
[[nodiscard]] Result<std::unique_ptr<SqlReportStore>> openReportStoreAt(const QString &place);

/// What the job of reports of a desk at a place needs.
[[nodiscard]] ReportJobPorts reportJobPorts(const QString &place);

} // namespace deskhand
