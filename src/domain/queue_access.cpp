// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/queue_access.h"

#include <algorithm>

namespace deskhand {
namespace {

/// The queue that says who sees `queue`: itself or the nearest above it that has members; null: everybody does.
const Queue *queueWithMembers(const Catalog &catalog, QueueId queue)
{
    const Queue *at = catalog.queue(queue);
    // No path is longer than there are queues: a circle, which no command makes, ends here as well.
    for (qsizetype steps = 0; at && steps <= catalog.queues.size(); ++steps) {
        if (!at->members.isEmpty())
            return at;
        at = catalog.queue(at->parent);
    }
    return nullptr;
}

bool isMember(const Catalog &catalog, PersonId agent, QueueId queue)
{
    const Queue *decides = queueWithMembers(catalog, queue);
    return !decides || decides->members.contains(agent);
}

bool seesAll(const Person &agent)
{
    return agent.admin || agent.supervisor;
}

} // namespace

std::optional<QVector<QueueId>> queuesSeenBy(const Catalog &catalog, PersonId agent)
{
    if (!agent.isValid())
        return std::nullopt;
    const Person *person = catalog.agent(agent);
    if (!person || !person->active)
        return QVector<QueueId>();
    if (seesAll(*person))
        return std::nullopt;
    QVector<QueueId> seen;
    for (const Queue &queue : catalog.queues) {
        if (isMember(catalog, agent, queue.id))
            seen.append(queue.id);
    }
    if (seen.size() == catalog.queues.size())
        return std::nullopt;
    std::sort(seen.begin(), seen.end());
    return seen;
}

bool seesQueue(const Catalog &catalog, PersonId agent, QueueId queue)
{
    if (!agent.isValid())
        return true;
    const Person *person = catalog.agent(agent);
    return person && person->active && (seesAll(*person) || isMember(catalog, agent, queue));
}

QueueId queueOfMailbox(const Catalog &catalog, MailboxId mailbox)
{
    const Mailbox *const found = catalog.mailbox(mailbox);
    if (found && catalog.queue(found->queue))
        return found->queue;
    return catalog.queues.isEmpty() ? QueueId() : catalog.queues.first().id;
}

} // namespace deskhand
