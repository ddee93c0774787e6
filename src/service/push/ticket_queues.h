// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

#include <QHash>
#include <QVector>

#include <memory>
#include <optional>

namespace deskhand {

/// Which queues a person sees: shared by all clients of those who see the same.
struct QueueSight {
    std::optional<QVector<QueueId>> queues; ///< ascending; nullopt: all
    [[nodiscard]] bool sees(QueueId queue) const;
};
using QueueSightPtr = std::shared_ptr<const QueueSight>;

/// What the hub knows of who sees what, as of one catalogue. One thread.
class QueueSights
{
public:
    void setCatalog(const CatalogPtr &catalog);
    /// Null as long as there is no catalogue.
    [[nodiscard]] QueueSightPtr of(PersonId person);

private:
    CatalogPtr m_catalog;
    QHash<PersonId, QueueSightPtr> m_known;
    QVector<QueueSightPtr> m_different;
};

/// In which queue tickets were when something was last heard of them; forgets when it becomes too much. One thread.
class TicketQueues
{
public:
    /// Invalid: not known.
    [[nodiscard]] QueueId of(TicketId ticket) const { return m_queues.value(ticket); }
    void set(TicketId ticket, QueueId queue);
    void forget(TicketId ticket) { m_queues.remove(ticket); }
    void clear() { m_queues.clear(); }

private:
    static constexpr int most = 200'000;
    QHash<TicketId, QueueId> m_queues;
};

} // namespace deskhand
