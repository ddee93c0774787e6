// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sync_source.h"
#include "store/sync_reader.h"

namespace deskhand {

/// An answer of SyncSource::syncTickets(), taken apart.
struct ReplicaRows {
    SyncedRows rows;
    QVector<TicketId> gone;
    qint64 cursor = 0; ///< see SyncRows
};

/// In any thread. Errors: Corrupt.
[[nodiscard]] Result<ReplicaRows> takeApart(const SyncRows &answer);

} // namespace deskhand
