// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/sla_clock.h"

#include <QVector>

#include <functional>

namespace deskhand {

class Connection;

/// Reads the events of tickets, some at a time, and calls `take` with the place in `tickets` and its events; in their
/// order. `tickets`: ids, ascending, also more than once. Errors: of the store.
[[nodiscard]] Result<void> eachLogOf(Connection &connection, const QVector<qint64> &tickets,
                                     const std::function<void(qsizetype, const QVector<SlaEvent> &)> &take);

} // namespace deskhand
