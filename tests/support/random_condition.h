// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

#include <QRandomGenerator>

namespace deskhand::test {

/// Random but valid trees over the ids of a catalog (and some that it does not have), without full text unless asked
/// for.
Condition randomCondition(QRandomGenerator &random, const Catalog &catalog, int depth, bool withFullText = false);

/// A random ticket over a catalog: many fields unset, odd texts, instants around `now`.
TicketFacts randomTicket(QRandomGenerator &random, const Catalog &catalog, Instant now, qint64 id);

} // namespace deskhand::test
