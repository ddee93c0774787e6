// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/sync_calls.h"

#include "wire/call_shapes.h"
#include "wire/wire_choice.h"

namespace deskhand {

namespace {

constexpr int mostSyncedTickets = 500;

const WireObject &syncRowsHeadShape()
{
    using T = SyncRows;
    static const WireObject &type =
        (new WireObjectOf<T>("SyncRowsHead"))->field("gone", &T::gone).field("cursor", &T::cursor);
    return type;
}

} // namespace

const WireType &wireShape(const SyncHead *)
{
    using T = SyncHead;
    static const WireType &type = (new WireObjectOf<T>("SyncHead"))
                                      ->field("epoch", &T::epoch)
                                      .field("cursor", &T::cursor)
                                      .field("schema", &T::schema)
                                      .field("now", &T::now);
    return type;
}

const WireType &wireShape(const SyncHeadCall *)
{
    static const WireObjectOf<SyncHeadCall> type("SyncHeadCall");
    return type;
}

const WireType &wireShape(const SyncSettingsCall *)
{
    static const WireObjectOf<SyncSettingsCall> type("SyncSettingsCall");
    return type;
}

const WireType &wireShape(const SyncTicketsCall *)
{
    static const WireType *const ids = makeWireLimited(wireType<QVector<TicketId>>(), mostSyncedTickets);
    static const WireType &type =
        (new WireObjectOf<SyncTicketsCall>("SyncTicketsCall"))->field("ids", &SyncTicketsCall::ids, *ids);
    return type;
}

QByteArray encodeCall(const SyncCall &call)
{
    return encodeNamedCall(namedAlternatives<SyncCall>(), call);
}

QLatin1String nameOfCall(const SyncCall &call)
{
    return std::visit([](const auto &each) { return each.name; }, call);
}

Result<SyncCall> decodeSyncCall(QByteArrayView name, const QByteArray &json)
{
    return decodeNamedCall(namedAlternatives<SyncCall>(), name, json);
}

QByteArray encodeSyncRows(const SyncRows &rows)
{
    return encodeWireAnswer(syncRowsHeadShape(), &rows) + '\n' + rows.rows;
}

Result<SyncRows> decodeSyncRows(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return Error{ErrorCode::Corrupt, QStringLiteral("wire.syncRows"), QStringLiteral("no rows"), {}};
    SyncRows rows;
    if (Result<void> head = decodeWireAnswer(syncRowsHeadShape(), bytes.left(end), &rows); !head)
        return head.error();
    rows.rows = bytes.mid(end + 1);
    return rows;
}

} // namespace deskhand
