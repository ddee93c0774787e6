// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QVector>

namespace deskhand {

/// A value of a row that came: a number, or text (UTF-8) or bytes.
struct SyncValue {
    enum class Kind : quint8 { Null, Number, Text, Bytes };
    Kind kind = Kind::Null;
    qint64 number = 0;
    QByteArray bytes;
};

/// A table's rows: `values` has one row after another.
struct SyncedTable {
    QByteArray name;
    QVector<QByteArray> columns;
    QVector<SyncValue> values;
};

struct SyncedRows {
    int schema = 0;
    QVector<TicketId> tickets;
    QVector<SyncedTable> tables;
};

/// Takes rows of sync_rows.h apart. It trusts nothing: sizes, types and the number of values are checked. Errors:
/// Corrupt.
[[nodiscard]] Result<SyncedRows> unpackSyncRows(const QByteArray &rows);

} // namespace deskhand
