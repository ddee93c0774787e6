// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/push/ticket_queues.h"

#include "domain/queue_access.h"

#include <algorithm>

namespace deskhand {

bool QueueSight::sees(QueueId queue) const
{
    return !queues || std::binary_search(queues->cbegin(), queues->cend(), queue);
}

void QueueSights::setCatalog(const CatalogPtr &catalog)
{
    m_catalog = catalog;
    m_known.clear();
    m_different.clear();
}

QueueSightPtr QueueSights::of(PersonId person)
{
    if (!m_catalog)
        return {};
    if (const QueueSightPtr known = m_known.value(person))
        return known;
    QueueSight sight{queuesSeenBy(*m_catalog, person)};
    const auto same = std::find_if(m_different.cbegin(), m_different.cend(),
                                   [&](const QueueSightPtr &one) { return one->queues == sight.queues; });
    QueueSightPtr shared = same == m_different.cend() ? std::make_shared<const QueueSight>(std::move(sight)) : *same;
    if (same == m_different.cend())
        m_different.append(shared);
    m_known.insert(person, shared);
    return shared;
}

void TicketQueues::set(TicketId ticket, QueueId queue)
{
    if (m_queues.size() >= most)
        m_queues.clear();
    m_queues.insert(ticket, queue);
}

} // namespace deskhand
