// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sla_report.h"
#include "store/statement.h"

#include <array>

namespace deskhand {

// Rows of the tables of clocks as values and back. Each reader takes its columns in the order of the table's SELECT in
// resources/sql/common/sla.sql and leaves the reader after the last one.

[[nodiscard]] SlaEvent readSlaEvent(ColumnReader &row); ///< 4 columns, as sla.events behind the ticket
[[nodiscard]] SlaClock readSlaClock(ColumnReader &row); ///< 17 columns, as sla.clocks behind the ticket
[[nodiscard]] SlaFired readSlaFired(ColumnReader &row); ///< 5 columns, as sla.fired behind the ticket
[[nodiscard]] SlaTask readSlaTask(ColumnReader &row);   ///< 10 columns, as sla.taskById
[[nodiscard]] int slaTaskState(const SlaTask &task);    ///< column sla_task.state

// Rows of numbers only, so that many of them are one bound value where an answer of the server is what costs.
using SlaEventRow = std::array<qint64, 6>;
using SlaClockRow = std::array<qint64, 17>;
using SlaClockKey = std::array<qint64, 3>;
using SlaSummaryRow = std::array<qint64, 7>;

[[nodiscard]] SlaEventRow slaEventRow(TicketId ticket, int position, const SlaEvent &event);
[[nodiscard]] SlaClockRow slaClockRow(TicketId ticket, const SlaClock &clock);
[[nodiscard]] SlaSummaryRow slaSummaryRow(TicketId ticket, const SlaSummary &summary);

/// Whether storing one of them after the other changes nothing: all but pauses and reason, which are not calculated
/// columns.
[[nodiscard]] bool isStoredAlike(const SlaClock &a, const SlaClock &b);

} // namespace deskhand
