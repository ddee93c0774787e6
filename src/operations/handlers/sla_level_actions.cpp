// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/sla_level_actions.h"

#include "domain/queue_access.h"

#include <QSet>

namespace deskhand {
namespace {

/// The members of a queue, or of the nearest above it that has any.
QVector<PersonId> membersOf(const Catalog &catalog, QueueId id)
{
    QSet<QueueId> seen;
    for (const Queue *queue = catalog.queue(id); queue && !seen.contains(queue->id);
         queue = catalog.queue(queue->parent)) {
        if (!queue->members.isEmpty())
            return queue->members;
        seen.insert(queue->id);
    }
    return {};
}

/// One rank more urgent; the same when there is none.
PriorityId raised(const Catalog &catalog, PriorityId id)
{
    const Priority *current = catalog.priority(id);
    PriorityId result = id;
    for (const Priority &priority : catalog.priorities) { // by rank
        if (current && priority.active && priority.rank < current->rank)
            result = priority.id;
    }
    return result;
}

/// Carries out the actions of one level.
class LevelActions
{
public:
    LevelActions(const CommandRun &run, const ReachedLevel &reached, LevelEffects *effects)
        : m_catalog(*run.catalog)
        , m_reached(reached)
        , m_effects(effects)
        , m_mayAct(mayStillAct(run, reached.clock, effects->head))
    {
    }

    void perform(const SlaAction &action)
    {
        const QueueId queue = m_effects->head.queue;
        switch (action.kind) {
        case SlaActionKind::NotifyOwner: notify(m_effects->head.owner); break;
        case SlaActionKind::NotifyPerson: notify(PersonId{action.id}); break;
        case SlaActionKind::NotifyLead: notify(idOf(m_catalog.leadOfQueue(queue))); break;
        case SlaActionKind::NotifyManager: notify(idOf(m_catalog.managerOfQueue(queue))); break;
        case SlaActionKind::NotifyOnCall: notify(idOf(m_catalog.onCallOfQueue(queue))); break;
        case SlaActionKind::NotifyMembers:
            for (const PersonId member : membersOf(m_catalog, queue))
                notify(member);
            break;
        case SlaActionKind::RaisePriority: setPriority(raised(m_catalog, m_effects->head.priority)); break;
        case SlaActionKind::SetPriority: setPriority(PriorityId{action.id}); break;
        case SlaActionKind::MoveToQueue: moveTo(QueueId{action.id}); break;
        case SlaActionKind::AssignTo: assignTo(PersonId{action.id}); break;
        case SlaActionKind::AssignToLead: assignTo(idOf(m_catalog.leadOfQueue(queue))); break;
        case SlaActionKind::PostNote:
            if (m_mayAct)
                m_effects->note = action.text;
            break;
        }
    }

private:
    static PersonId idOf(const Person *person) { return person ? person->id : PersonId(); }

    void notify(PersonId id)
    {
        const Person *person = m_catalog.agent(id);
        if (!person || !person->active || m_told.contains(id) || !seesQueue(m_catalog, id, m_effects->head.queue))
            return;
        m_told.insert(id);
        const SlaClock &clock = m_reached.clock;
        const bool missed = clock.breachAt != 0 && m_reached.moment.at >= clock.breachAt;
        Notification notification;
        notification.person = id;
        notification.kind = missed ? NotificationKind::SlaBreach : NotificationKind::SlaLevel;
        notification.ticket = m_effects->head.id;
        notification.ticketNumber = m_effects->head.number;
        notification.subject = m_effects->head.subject;
        notification.target = clock.target;
        notification.cycle = clock.cycle;
        notification.level = levelLabel(m_reached.level);
        notification.at = m_reached.moment.at;
        notification.dueAt = clock.dueAt;
        m_effects->notifications.append(std::move(notification));
    }

    void setPriority(PriorityId id)
    {
        const Priority *priority = m_catalog.priority(id);
        if (m_mayAct && priority && priority->active)
            set(TicketField::Priority, &m_effects->head.priority, id);
    }

    void moveTo(QueueId id)
    {
        const Queue *queue = m_catalog.queue(id);
        if (m_mayAct && queue && queue->active)
            set(TicketField::Queue, &m_effects->head.queue, id);
    }

    void assignTo(PersonId id)
    {
        const Person *agent = m_catalog.agent(id);
        if (m_mayAct && agent && agent->active)
            set(TicketField::Owner, &m_effects->head.owner, id);
    }

    template <typename Value>
    void set(TicketField field, Value *value, Value wanted)
    {
        *value = wanted;
        m_effects->reasons.insert(
            field, QStringLiteral("sla: %1, %2, %3")
                       .arg(m_reached.policy.name, slaTargetName(m_reached.clock.target), levelLabel(m_reached.level)));
    }

    const Catalog &m_catalog;
    const ReachedLevel &m_reached;
    LevelEffects *m_effects;
    const bool m_mayAct;
    QSet<PersonId> m_told;
};

} // namespace

bool mayStillAct(const CommandRun &run, const SlaClock &clock, const TicketHead &head)
{
    return !clock.hasEnded() && isUnresolved(run.catalog->stateType(head.state));
}

void performActions(const CommandRun &run, const ReachedLevel &reached, LevelEffects *effects)
{
    LevelActions actions(run, reached, effects);
    for (const SlaAction &action : reached.level.actions)
        actions.perform(action);
}

QString levelLabel(const SlaLevel &level)
{
    if (!level.name.isEmpty())
        return level.name;
    switch (level.when) {
    case SlaLevel::When::Percent: return QStringLiteral("%1%").arg(level.amount);
    case SlaLevel::When::Before: return QStringLiteral("-%1").arg(level.amount);
    case SlaLevel::When::After: return QStringLiteral("+%1").arg(level.amount);
    }
    return {};
}

} // namespace deskhand
