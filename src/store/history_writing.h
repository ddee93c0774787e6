// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/article.h"

#include <QVector>

namespace deskhand {

class Connection;

/// Goes on with the chain of history in the transaction of the connection, which holds its end until it has ended.
[[nodiscard]] Result<void> appendHistoryEntries(Connection &connection, QVector<HistoryEntry> entries);

} // namespace deskhand
