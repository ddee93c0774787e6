// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/sla_policy_checks.h"

#include "domain/placeholders.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestNote = 20'000;

template <typename Fn>
bool anyTest(const Condition &condition, Fn fits)
{
    if (condition.kind == Condition::Kind::Test)
        return fits(condition);
    return std::any_of(condition.children.cbegin(), condition.children.cend(),
                       [&fits](const Condition &child) { return anyTest(child, fits); });
}

/// Nobody asks: there is no "me", and nothing unread.
bool isPersonal(const Condition &condition)
{
    return anyTest(condition, [](const Condition &test) {
        return test.field == ConditionField::Unread
               || ((test.field == ConditionField::Owner || test.field == ConditionField::Requester)
                   && test.ids.contains(Condition::meId));
    });
}

/// What a policy is chosen by must not follow from the policy.
bool asksForClocks(const Condition &condition)
{
    return anyTest(condition, [](const Condition &test) {
        return test.field == ConditionField::Sla || test.field == ConditionField::SlaMissed
               || test.field == ConditionField::SlaTarget || test.field == ConditionField::SlaDue;
    });
}

void checkCondition(const Condition &condition, const QString &field, FieldErrors *errors)
{
    if (condition.needsSearchIndex())
        errors->add(field, QLatin1String("full-text"));
    if (isPersonal(condition))
        errors->add(field, QLatin1String("personal"));
}

void checkTarget(const Catalog &catalog, const SlaTarget &target, const QString &field, FieldErrors *errors)
{
    for (const SlaPriorityAmount &one : target.amounts) {
        if (!catalog.priority(one.priority))
            errors->add(field + QStringLiteral(".amounts"), QLatin1String("unknown"));
    }
    for (const StateId state : target.pausedIn) {
        if (!catalog.state(state))
            errors->add(field + QStringLiteral(".paused-in"), QLatin1String("unknown"));
    }
}

template <typename Item>
void checkThere(const Item *item, bool stays, const QString &field, FieldErrors *errors)
{
    if (!item)
        errors->add(field, QLatin1String("unknown"));
    else if (!item->active && !stays)
        errors->add(field, QLatin1String("inactive"));
}

/// `stays`: the action was there before.
void checkAction(const Catalog &catalog, const SlaAction &action, bool stays, const QString &field, FieldErrors *errors)
{
    switch (action.kind) {
    case SlaActionKind::NotifyPerson:
    case SlaActionKind::AssignTo:
        if (!catalog.agent(PersonId{action.id}))
            errors->add(field, QLatin1String("not-an-agent"));
        else
            checkThere(catalog.agent(PersonId{action.id}), stays, field, errors);
        break;
    case SlaActionKind::SetPriority: checkThere(catalog.priority(PriorityId{action.id}), stays, field, errors); break;
    case SlaActionKind::MoveToQueue: checkThere(catalog.queue(QueueId{action.id}), stays, field, errors); break;
    case SlaActionKind::PostNote:
        if (action.text.trimmed().isEmpty())
            errors->add(field, QLatin1String("required"));
        else if (action.text.size() > longestNote)
            errors->add(field, QLatin1String("too-long"));
        else if (!unknownPlaceholdersIn(action.text).isEmpty())
            errors->add(field, QLatin1String("unknown"));
        break;
    case SlaActionKind::NotifyOwner:
    case SlaActionKind::NotifyLead:
    case SlaActionKind::NotifyManager:
    case SlaActionKind::NotifyOnCall:
    case SlaActionKind::NotifyMembers:
    case SlaActionKind::RaisePriority:
    case SlaActionKind::AssignToLead: break;
    }
}

bool hasAction(const SlaPolicy *policy, const SlaAction &action)
{
    return policy && std::any_of(policy->levels.cbegin(), policy->levels.cend(), [&action](const SlaLevel &level) {
               return level.actions.contains(action);
           });
}

} // namespace

void checkPolicy(const Catalog &catalog, const SlaPolicy &policy, const SlaPolicy *existing, FieldErrors *errors)
{
    for (const PolicyProblem &problem : problemsOf(policy))
        errors->add(problem.field, QLatin1String(problem.code.toLatin1()));
    checkCondition(policy.condition, QStringLiteral("condition"), errors);
    if (asksForClocks(policy.condition))
        errors->add(QStringLiteral("condition"), QLatin1String("loop"));
    if (policy.calendar.isValid())
        checkThere(catalog.calendar(policy.calendar), existing && existing->calendar == policy.calendar,
                   QStringLiteral("calendar"), errors);
    for (qsizetype i = 0; i < policy.targets.size(); ++i)
        checkTarget(catalog, policy.targets[i], QStringLiteral("targets.%1").arg(i), errors);
    for (qsizetype i = 0; i < policy.levels.size(); ++i) {
        const SlaLevel &level = policy.levels[i];
        const QString field = QStringLiteral("levels.%1").arg(i);
        checkCondition(level.condition, field + QStringLiteral(".condition"), errors);
        for (qsizetype k = 0; k < level.actions.size(); ++k)
            checkAction(catalog, level.actions[k], hasAction(existing, level.actions[k]),
                        field + QStringLiteral(".actions.%1").arg(k), errors);
    }
}

} // namespace deskhand
