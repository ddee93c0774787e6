// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/kept_scope.h"

#include "replica/scope_check.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype mostVerdicts = 32; ///< more than there are views in sight

/// Of what asks for times another verdict is possible a moment later.
bool asksForTimes(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return conditionFieldType(condition.field) == ConditionFieldType::Instant;
    return std::any_of(condition.children.cbegin(), condition.children.cend(),
                       [](const Condition &child) { return asksForTimes(child); });
}

} // namespace

bool KeptScope::holds(const Condition &query, const ReplicaScope &scope, const CatalogPtr &catalog, PersonId me,
                      Instant now)
{
    if (catalog != m_catalog || scope != m_scope || me != m_me) {
        m_catalog = catalog;
        m_scope = scope;
        m_me = me;
        m_condition = replicaCondition(scope, *catalog, me);
        m_verdicts.clear();
    }
    const auto known = std::find_if(m_verdicts.crbegin(), m_verdicts.crend(),
                                    [&query](const Verdict &verdict) { return verdict.query == query; });
    if (known != m_verdicts.crend())
        return known->isInside;
    const bool isInside = liesInside(query, m_condition, *catalog, me, now);
    if (asksForTimes(query))
        return isInside;
    if (m_verdicts.size() == mostVerdicts)
        m_verdicts.removeFirst();
    m_verdicts.append({query, isInside});
    return isInside;
}

} // namespace deskhand
