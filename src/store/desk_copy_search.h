// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "store/search_words.h"

#include <QVector>

namespace deskhand {

class Connection;

/// Rows of the search index of some tickets, made from what the desk's tables say.
struct SearchRows {
    QVector<SearchRow> rows;
    int tickets = 0;
    TicketId lastTicket; ///< invalid: there is no ticket behind the one asked for
};

/// Those of the next `tickets` tickets behind `after`. Errors: of the store.
[[nodiscard]] Result<SearchRows> readSearchRows(Connection &connection, TicketId after, int tickets);

} // namespace deskhand
