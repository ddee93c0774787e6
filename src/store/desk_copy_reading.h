// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/desk_copy_rows.h"
#include "store/desk_copy_tables.h"

#include <functional>
#include <optional>

namespace deskhand {

class Connection;

struct CopyReading {
    qsizetype rowsPerBatch = 50'000;
    qsizetype bytesPerBatch = 16 * 1024 * 1024; ///< a batch ends with the row that reaches it
    /// PostgreSQL keeps no U+0000 in texts: it becomes U+FFFD, also where only the sum is made.
    bool withoutZeros = false;
};

/// Gives the rows of a table in the order of the key, batch by batch, those behind `after` (a row of the key's columns)
/// only; what the function leaves in the rows is thrown away. Errors: of the store and of `take`.
Result<void> readCopyRows(Connection &connection, const CopyTable &table, const std::optional<CopyRows> &after,
                          const CopyReading &reading, const std::function<Result<void>(const CopyRows &)> &take);
/// The rows of any statement without placeholders; `columns` are the statement's.
Result<void> readCopyRows(Connection &connection, const QByteArray &sql, const CopyTable &columns,
                          const CopyReading &reading, const std::function<Result<void>(const CopyRows &)> &take);

/// The key of the last row; nothing when there is none. Errors: of the store.
[[nodiscard]] Result<std::optional<CopyRows>> readLastCopyKey(Connection &connection, const CopyTable &table);

/// What proves that two tables have the same rows.
struct CopySum {
    qint64 rows = 0;
    QByteArray sha256; ///< of all rows in the order of the key
    bool operator==(const CopySum &) const = default;
};
/// `look`, when there is one, is given all rows on the way. Errors: of the store and of `look`.
[[nodiscard]] Result<CopySum> readCopySum(Connection &connection, const CopyTable &table, const CopyReading &reading,
                                          const std::function<Result<void>(const CopyRows &)> &look);

} // namespace deskhand
