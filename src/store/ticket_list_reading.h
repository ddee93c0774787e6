// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/query.h"
#include "store/condition_sql.h"
#include "store/list_order.h"

namespace deskhand {

class Connection;

// The steps of readTicketList(), for whoever keeps what came of them.

/// What somebody asks for, narrowed to what they may see, and its condition as SQL.
struct ListQuestion {
    TicketQuery query;
    SqlPiece where;
};
/// `ofFew`: only those of `t` for which that holds, which are few; the condition is empty when these cannot be told
/// without the others. Errors: Invalid, of the store.
[[nodiscard]] Result<ListQuestion> listQuestion(Connection &connection, const CatalogPtr &catalog,
                                                const TicketQuery &asked,
                                                const std::optional<SqlPiece> &ofFew = std::nullopt);

/// Whether the database puts it in order: only then the order is not in the keys of the entries alone.
[[nodiscard]] bool isOrderedByDatabase(const TicketQuery &query);

/// Every ticket that matches, with its keys, not in order. `only`: of these.
[[nodiscard]] Result<QVector<ListEntry>> readListEntries(Connection &connection, const Catalog &catalog,
                                                         const ListQuestion &question,
                                                         const QVector<TicketId> *only = nullptr);

/// Of entries that are in order.
void fillTicketList(const QVector<ListEntry> &entries, bool grouped, TicketList *list);

/// The last change that there is. Errors: of the store.
[[nodiscard]] Result<qint64> readFeedEnd(Connection &connection);

} // namespace deskhand
