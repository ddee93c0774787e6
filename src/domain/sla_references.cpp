// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_references.h"

#include "domain/catalog.h"
#include "domain/condition_fields.h"
#include "domain/person.h"

#include <algorithm>

namespace deskhand {
namespace {

template <typename Item>
QString missing(const Item *item, const QString &what, qint64 id)
{
    if (!item)
        return QStringLiteral("%1 #%2").arg(what).arg(id);
    return item->active ? QString() : QStringLiteral("%1 %2").arg(what, item->name);
}

/// What is wrong with an id of a field; empty: nothing, or nobody here can know.
QString missingValue(ConditionField field, qint64 id, const Catalog &catalog)
{
    if (id == 0 || id == Condition::meId)
        return {};
    const QString what = conditionFieldName(field);
    switch (field) {
    case ConditionField::State: return missing(catalog.state(StateId{id}), what, id);
    case ConditionField::Priority: return missing(catalog.priority(PriorityId{id}), what, id);
    case ConditionField::Queue: return missing(catalog.queue(QueueId{id}), what, id);
    case ConditionField::Category: return missing(catalog.category(CategoryId{id}), what, id);
    case ConditionField::Owner: return missing(catalog.agent(PersonId{id}), what, id);
    case ConditionField::Organization: return missing(catalog.organization(OrganizationId{id}), what, id);
    default: return {};
    }
}

/// What an action's id is one of; nothing for those that have none.
std::optional<ConditionField> fieldOfAction(SlaActionKind kind)
{
    switch (kind) {
    case SlaActionKind::NotifyPerson:
    case SlaActionKind::AssignTo: return ConditionField::Owner;
    case SlaActionKind::SetPriority: return ConditionField::Priority;
    case SlaActionKind::MoveToQueue: return ConditionField::Queue;
    default: return {};
    }
}

class SlaReferences
{
public:
    explicit SlaReferences(const Catalog &catalog)
        : m_catalog(catalog)
    {
    }

    void add(const QString &what, SlaTargetKind target, int level)
    {
        const bool isKnown = std::any_of(m_found.cbegin(), m_found.cend(), [&](const UnknownSlaReference &one) {
            return one.what == what && one.target == target && one.level == level;
        });
        if (!what.isEmpty() && !isKnown)
            m_found.append({what, target, level});
    }
    void look(ConditionField field, qint64 id, SlaTargetKind target, int level)
    {
        add(missingValue(field, id, m_catalog), target, level);
    }
    void look(const Condition &condition, int level)
    {
        const bool hasIds = condition.op == ConditionOperator::Is || condition.op == ConditionOperator::Under;
        if (condition.kind == Condition::Kind::Test && hasIds) {
            for (const qint64 id : condition.ids)
                look(condition.field, id, SlaTargetKind::None, level);
        }
        for (const Condition &child : condition.children)
            look(child, level);
    }
    [[nodiscard]] QVector<UnknownSlaReference> found() const { return m_found; }

private:
    const Catalog &m_catalog;
    QVector<UnknownSlaReference> m_found;
};

} // namespace

QVector<UnknownSlaReference> unknownReferences(const SlaPolicy &policy, const Catalog &catalog)
{
    SlaReferences references(catalog);
    references.look(policy.condition, 0);
    if (policy.calendar.isValid())
        references.add(missing(catalog.calendar(policy.calendar), QStringLiteral("calendar"), policy.calendar.value),
                       SlaTargetKind::None, 0);
    for (const SlaTarget &target : policy.targets) {
        for (const SlaPriorityAmount &one : target.amounts)
            references.look(ConditionField::Priority, one.priority.value, target.kind, 0);
        for (const StateId state : target.pausedIn)
            references.look(ConditionField::State, state.value, target.kind, 0);
    }
    for (const SlaLevel &level : policy.levels) {
        references.look(level.condition, level.id);
        for (const SlaAction &action : level.actions) {
            if (const std::optional<ConditionField> field = fieldOfAction(action.kind))
                references.look(*field, action.id, SlaTargetKind::None, level.id);
        }
    }
    return references.found();
}

bool lacksListener(SlaActionKind kind, QueueId queue, const Catalog &catalog)
{
    switch (kind) {
    case SlaActionKind::NotifyLead:
    case SlaActionKind::AssignToLead: return !catalog.leadOfQueue(queue);
    case SlaActionKind::NotifyManager: return !catalog.managerOfQueue(queue);
    case SlaActionKind::NotifyOnCall: return !catalog.onCallOfQueue(queue);
    default: return false;
    }
}

} // namespace deskhand
