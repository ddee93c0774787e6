// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/delivery.h"
#include "store/statement.h"

#include <functional>

namespace deskhand {

class Connection;

/// The last 8 columns of the SELECTs in outbox.sql: name, address, state, attempts, at, next_at, reply, status.
[[nodiscard]] RecipientDelivery readRecipient(ColumnReader &row);

/// Rows as of outbox.byId, those of one mail after another. `sees`: whether tickets of a queue are shown; empty: all.
[[nodiscard]] Result<QVector<MailDelivery>> readDeliveries(Statement statement,
                                                           const std::function<bool(QueueId)> &sees = {});

/// Of a run of articles of a ticket, by article. Errors: of the store.
[[nodiscard]] Result<QVector<MailDelivery>> deliveriesOfThread(Connection &connection, TicketId ticket,
                                                               const QVector<Article> &articles);

} // namespace deskhand
