// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sync_source.h"
#include "store/sync_rules.h"
#include "store/ticket_sight.h"

namespace deskhand {

// Rows of a desk on their way into a replica. The form is CBOR (RFC 8949), compressed by zlib as qCompress() does:
//   {"form": 1, "schema": 10, "tickets": [ids …], "tables": [[name, [column …], [value …]], …]}
// The values of a table's rows stand one row after another. It is for a desk of the same schema only; what is read is
// checked all the same, since it comes over a network.

inline constexpr int syncForm = 1;
/// Rows of one answer end behind the ticket that makes them larger, before they are compressed; tickets that have no
/// place are neither in the rows nor gone, and have to be asked for again.
inline constexpr qsizetype largestSyncRows = 24 * 1024 * 1024;
inline constexpr int mostSyncTickets = 500;

/// Everything that is no ticket's, as far as `me` may have it. Errors: of the store.
[[nodiscard]] Result<SyncRows> readSyncSettings(Connection &connection, const QVector<SyncTable> &tables, PersonId me);
/// Tickets that are seen, with all that belongs to them; read marks are those of `me`. Errors: Invalid (too many), of
/// the store.
[[nodiscard]] Result<SyncRows> readSyncTickets(Connection &connection, const QVector<SyncTable> &tables,
                                               const TicketSight &sight, const QVector<TicketId> &ids, PersonId me);

/// Which desk this is; makes its epoch when it has none. On a connection that may write. Errors: of the store.
[[nodiscard]] Result<QUuid> syncEpoch(Connection &connection);
/// What a restored desk has to do, so that nobody takes its past for what they have seen. Errors: of the store.
Result<void> renewSyncEpoch(Connection &connection);

} // namespace deskhand
