// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sync_source.h"
#include "wire/wire_type.h"

#include <variant>

namespace deskhand {

// What a replica is filled from (operations/sync_source.h), in the manner of desk_calls.h. The answers with rows are
// no JSON: rows are bytes, and many.

struct SyncHeadCall {
    using Answer = SyncHead;
    static constexpr QLatin1String name{"sync-head"};
};
struct SyncSettingsCall {
    using Answer = SyncRows;
    static constexpr QLatin1String name{"sync-settings"};
};
struct SyncTicketsCall {
    using Answer = SyncRows;
    static constexpr QLatin1String name{"sync-tickets"};
    QVector<TicketId> ids; ///< at most 500
};
[[nodiscard]] const WireType &wireShape(const SyncHead *);

using SyncCall = std::variant<SyncHeadCall, SyncSettingsCall, SyncTicketsCall>;

[[nodiscard]] QByteArray encodeCall(const SyncCall &call);
[[nodiscard]] QLatin1String nameOfCall(const SyncCall &call);
/// Errors: NotFound (no such call), Invalid.
[[nodiscard]] Result<SyncCall> decodeSyncCall(QByteArrayView name, const QByteArray &json);

/// "application/octet-stream": one line of JSON, {"cursor":12,"gone":[3]}, and behind it the rows as they are.
[[nodiscard]] QByteArray encodeSyncRows(const SyncRows &rows);
/// Errors: Corrupt.
[[nodiscard]] Result<SyncRows> decodeSyncRows(const QByteArray &bytes);

} // namespace deskhand
