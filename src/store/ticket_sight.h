// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"
#include "domain/queue_access.h"

namespace deskhand {

/// Which tickets somebody sees: for everything that reads tickets. The rule is domain/queue_access.h.
class TicketSight
{
public:
    /// `me`: who looks; invalid: the desk itself, which sees all.
    TicketSight(const Catalog &catalog, PersonId me)
        : m_queues(queuesSeenBy(catalog, me))
    {
    }

    [[nodiscard]] bool isWhole() const { return !m_queues; }
    [[nodiscard]] bool sees(QueueId queue) const { return !m_queues || m_queues->contains(queue); }
    /// The condition for the tickets that are seen; what it was where all are seen, so that nobody pays who sees all.
    [[nodiscard]] Condition narrowed(const Condition &condition) const;

private:
    std::optional<QVector<QueueId>> m_queues;
};

} // namespace deskhand
