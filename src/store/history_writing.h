// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/article.h"

#include <QByteArray>
#include <QVector>

#include <optional>

namespace deskhand {

class Connection;

/// The last entry of the chain.
struct HistoryEnd {
    qint64 id = 0;
    QByteArray hash;
};

/// Goes on with the chain of history in the transaction of the connection, which holds its end until it has ended.
/// `end`: as far as this transaction knows it already; afterwards where it is now.
[[nodiscard]] Result<void> appendHistoryEntries(Connection &connection, QVector<HistoryEntry> entries,
                                                std::optional<HistoryEnd> *end);

} // namespace deskhand
