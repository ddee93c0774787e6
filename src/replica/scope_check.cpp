// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/scope_check.h"

#include "domain/condition_logic.h"
#include "domain/queue_access.h"

#include <algorithm>

namespace deskhand {
namespace {

/// With `me` and now put in, so that it can be compared with what others say of them.
Condition resolved(Condition condition, PersonId me, Instant now)
{
    for (Condition &child : condition.children)
        child = resolved(child, me, now);
    if (condition.kind != Condition::Kind::Test)
        return condition;
    if (condition.field == ConditionField::Owner || condition.field == ConditionField::Requester)
        std::replace(condition.ids.begin(), condition.ids.end(), Condition::meId, me.value);
    if (condition.instant.relative)
        condition.instant = ConditionInstant{false, condition.instant.resolve(now)};
    return condition;
}

/// What somebody sees at all.
Condition seenBy(const Condition &query, const Catalog &catalog, PersonId me)
{
    const auto queues = queuesSeenBy(catalog, me);
    if (!queues)
        return query;
    QVector<qint64> ids;
    for (const QueueId queue : *queues)
        ids.append(queue.value);
    return Condition::all({query, Condition::is(ConditionField::Queue, std::move(ids))});
}

} // namespace

bool liesInside(const Condition &query, const Condition &scope, const Catalog &catalog, PersonId me, Instant now)
{
    const Condition outside =
        Condition::all({resolved(seenBy(query, catalog, me), me, now), Condition::negate(resolved(scope, me, now))});
    const auto cases = disjunctiveForm(outside);
    return cases && std::all_of(cases->cbegin(), cases->cend(), [&catalog](const ConditionConjunction &one) {
               return contradicts(one, catalog);
           });
}

} // namespace deskhand
