// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/unit_of_work.h"

namespace deskhand {

// What a ticket has of itself, and what only from those that were merged into it. `merges`: into it, in force, oldest
// first.

[[nodiscard]] QStringList without(const QStringList &tags, const QStringList &others);

/// Its tags without those that only a merged ticket has brought.
[[nodiscard]] QStringList ownTags(const TicketHead &target, const QVector<TicketMerge> &merges);

/// Its last contact without that of merged tickets, as far as it can be told: what is later than all of theirs is its
/// own, else what it was when the newest of them came.
[[nodiscard]] Instant ownContact(const TicketHead &target, const QVector<TicketMerge> &merges);

/// The latest contact of merged tickets; 0: none.
[[nodiscard]] Instant contactOf(const QVector<TicketMerge> &merges);

/// Thread and tags of a source that is now shown in the target; who wrote the newest article spoke last.
void joinHeads(const TicketHead &source, TicketHead *target);

} // namespace deskhand
