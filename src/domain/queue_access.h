// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

#include <optional>

namespace deskhand {

/// Who sees the tickets of which queue. A queue with members is theirs; one without takes the members of its parent,
/// and of the parent's parent; where there are none up to the top it is everybody's. Supervisors and admins see every
/// queue.

/// The queues whose tickets the agent sees, ascending; nullopt: all of them. Somebody who is not an active agent of the
/// catalogue sees none; an invalid id is the desk itself (imports, jobs), which sees all.
[[nodiscard]] std::optional<QVector<QueueId>> queuesSeenBy(const Catalog &catalog, PersonId agent);

[[nodiscard]] bool seesQueue(const Catalog &catalog, PersonId agent, QueueId queue);

/// The queue to which what comes to a mailbox goes; invalid: the desk has none.
[[nodiscard]] QueueId queueOfMailbox(const Catalog &catalog, MailboxId mailbox);

} // namespace deskhand
