// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_rows.h"

#include <utility>

namespace deskhand {

Result<ReplicaRows> takeApart(const SyncRows &answer)
{
    Result<SyncedRows> rows = unpackSyncRows(answer.rows);
    if (!rows)
        return rows.error();
    return ReplicaRows{*std::move(rows), answer.gone, answer.cursor};
}

} // namespace deskhand
