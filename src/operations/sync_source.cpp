// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sync_source.h"

namespace deskhand {
namespace {

constexpr qint64 msPerDay = 86'400'000;

/// Whether somebody works in a queue: it or the nearest above it has them as a member, or nobody has any.
bool worksInQueue(const Catalog &catalog, QueueId id, PersonId me)
{
    // A tree that runs in a circle ends after as many steps as there are queues.
    for (qsizetype step = 0; step <= catalog.queues.size(); ++step) {
        const Queue *queue = catalog.queue(id);
        if (!queue)
            break;
        if (!queue->members.isEmpty())
            return queue->members.contains(me);
        id = queue->parent;
    }
    return true;
}

Condition unresolved()
{
    QVector<qint64> types;
    for (const StateType type : {StateType::New, StateType::Open, StateType::PendingReminder, StateType::PendingAuto})
        types.append(qint64(type));
    return Condition::is(ConditionField::StateType, std::move(types));
}

/// What of `those` is kept: the unresolved ones, and the resolved ones of the last days.
Condition keptOf(const Condition &those, int closedDays)
{
    QVector<Condition> when{unresolved()};
    // What was merged comes with what it was merged into.
    const Condition resolved =
        Condition::is(ConditionField::StateType, {qint64(StateType::Solved), qint64(StateType::Closed)});
    if (closedDays > 0)
        when.append(
            Condition::all({resolved, Condition::compare(ConditionField::Updated, ConditionOperator::GreaterOrEqual,
                                                         ConditionInstant{true, -qint64(closedDays) * msPerDay})}));
    return Condition::all({those, when.size() == 1 ? when.first() : Condition::any(when)});
}

} // namespace

Condition replicaCondition(const ReplicaScope &scope, const Catalog &catalog, PersonId me)
{
    if (scope.extent == ReplicaExtent::Nothing)
        return Condition::any({});
    const Condition mine = Condition::is(ConditionField::Owner, {me.value});
    if (scope.extent == ReplicaExtent::MyTickets)
        return keptOf(mine, scope.closedDays);
    QVector<qint64> queues;
    for (const Queue &queue : catalog.queues) {
        if (worksInQueue(catalog, queue.id, me))
            queues.append(queue.id.value);
    }
    return keptOf(Condition::any({mine, Condition::is(ConditionField::Queue, std::move(queues))}), scope.closedDays);
}

} // namespace deskhand
