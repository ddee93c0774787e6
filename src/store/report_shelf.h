// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/report_answer.h"
#include "operations/report_store.h"

namespace deskhand {

class Catalog;
class ColumnReader;
class Connection;

/// Own reports, dashboards and schedules, and shared ones; see Desk::reportShelf(). What cannot be read any more (a
/// newer program has saved it) is left out.
[[nodiscard]] Result<ReportShelf> readReportShelf(Connection &connection, const Catalog &catalog, PersonId me);

/// Columns of reportItem.byId. Corrupt: its content is not understood.
[[nodiscard]] Result<ReportItem> readReportItem(Connection &connection, ReportItemId id);

/// For the job that mails them: see ReportStore.
[[nodiscard]] Result<QVector<ScheduledReport>> readScheduledReports(Connection &connection);
[[nodiscard]] Result<QSet<PersonId>> readSentTo(Connection &connection, ReportItemId schedule, Instant dueAt);

} // namespace deskhand
