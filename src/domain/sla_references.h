// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_policy.h"

namespace deskhand {

/// Something that a policy names and that the desk does not have, or does not use any more.
struct UnknownSlaReference {
    QString what; ///< "queue #12", or "queue Network" for one that is there and not active
    SlaTargetKind target = SlaTargetKind::None;
    int level = 0; ///< 0: not of a level
};
/// Of its condition, its calendar, its targets and its levels.
[[nodiscard]] QVector<UnknownSlaReference> unknownReferences(const SlaPolicy &policy, const Catalog &catalog);

/// Whether an action is about the lead, manager or on-call person of a queue that has none, nor has any above it.
[[nodiscard]] bool lacksListener(SlaActionKind kind, QueueId queue, const Catalog &catalog);

} // namespace deskhand
