// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/work_entry.h"

namespace deskhand {

class ColumnReader;
class Connection;

/// The columns of work.byId and work.ofThread.
[[nodiscard]] WorkEntry readWorkEntry(ColumnReader &row);

/// What a ticket and all that was merged into it have, without what was removed; by time.
[[nodiscard]] Result<QVector<WorkEntry>> readWorkOf(Connection &connection, TicketId ticket);

} // namespace deskhand
