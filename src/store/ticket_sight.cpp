// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticket_sight.h"

namespace deskhand {

Condition TicketSight::narrowed(const Condition &condition) const
{
    if (!m_queues)
        return condition;
    QVector<qint64> ids;
    ids.reserve(m_queues->size());
    for (const QueueId queue : *m_queues)
        ids.append(queue.value);
    const Condition seen = Condition::is(ConditionField::Queue, std::move(ids));
    return condition.isEverything() ? seen : Condition::all({condition, seen});
}

} // namespace deskhand
