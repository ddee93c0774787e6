// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_policy.h"

#include "base/enum_names.h"
#include "domain/catalog.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr std::array slaTargetNames{
    EnumName<SlaTargetKind>{SlaTargetKind::FirstResponse, QLatin1String("first-response")},
    EnumName<SlaTargetKind>{SlaTargetKind::NextResponse, QLatin1String("next-response")},
    EnumName<SlaTargetKind>{SlaTargetKind::Update, QLatin1String("update")},
    EnumName<SlaTargetKind>{SlaTargetKind::Resolution, QLatin1String("resolution")},
    EnumName<SlaTargetKind>{SlaTargetKind::TimeToOwn, QLatin1String("time-to-own")},
    EnumName<SlaTargetKind>{SlaTargetKind::TimeInQueue, QLatin1String("time-in-queue")},
};

constexpr std::array slaTriggerNames{
    EnumName<SlaTrigger>{SlaTrigger::Opened, QLatin1String("opened")},
    EnumName<SlaTrigger>{SlaTrigger::CustomerSpoke, QLatin1String("customer-spoke")},
    EnumName<SlaTrigger>{SlaTrigger::AgentReplied, QLatin1String("agent-replied")},
    EnumName<SlaTrigger>{SlaTrigger::AgentCalled, QLatin1String("agent-called")},
    EnumName<SlaTrigger>{SlaTrigger::NoteWritten, QLatin1String("note-written")},
    EnumName<SlaTrigger>{SlaTrigger::Owned, QLatin1String("owned")},
    EnumName<SlaTrigger>{SlaTrigger::QueueEntered, QLatin1String("queue-entered")},
    EnumName<SlaTrigger>{SlaTrigger::QueueLeft, QLatin1String("queue-left")},
    EnumName<SlaTrigger>{SlaTrigger::Solved, QLatin1String("solved")},
    EnumName<SlaTrigger>{SlaTrigger::Closed, QLatin1String("closed")},
    EnumName<SlaTrigger>{SlaTrigger::Reopened, QLatin1String("reopened")},
    EnumName<SlaTrigger>{SlaTrigger::OpenedByAgent, QLatin1String("opened-by-agent")},
};

constexpr std::array slaActionNames{
    EnumName<SlaActionKind>{SlaActionKind::NotifyOwner, QLatin1String("notify-owner")},
    EnumName<SlaActionKind>{SlaActionKind::NotifyPerson, QLatin1String("notify-person")},
    EnumName<SlaActionKind>{SlaActionKind::NotifyLead, QLatin1String("notify-lead")},
    EnumName<SlaActionKind>{SlaActionKind::NotifyManager, QLatin1String("notify-manager")},
    EnumName<SlaActionKind>{SlaActionKind::NotifyOnCall, QLatin1String("notify-on-call")},
    EnumName<SlaActionKind>{SlaActionKind::NotifyMembers, QLatin1String("notify-members")},
    EnumName<SlaActionKind>{SlaActionKind::RaisePriority, QLatin1String("raise-priority")},
    EnumName<SlaActionKind>{SlaActionKind::SetPriority, QLatin1String("set-priority")},
    EnumName<SlaActionKind>{SlaActionKind::MoveToQueue, QLatin1String("move-to-queue")},
    EnumName<SlaActionKind>{SlaActionKind::AssignTo, QLatin1String("assign-to")},
    EnumName<SlaActionKind>{SlaActionKind::AssignToLead, QLatin1String("assign-to-lead")},
    EnumName<SlaActionKind>{SlaActionKind::PostNote, QLatin1String("post-note")},
};

} // namespace

QString slaTargetName(SlaTargetKind kind)
{
    return nameIn(slaTargetNames, kind);
}

bool slaTargetFromName(QStringView name, SlaTargetKind *kind)
{
    return valueIn(slaTargetNames, name, kind);
}

QString slaTriggerName(SlaTrigger trigger)
{
    return nameIn(slaTriggerNames, trigger);
}

bool slaTriggerFromName(QStringView name, SlaTrigger *trigger)
{
    return valueIn(slaTriggerNames, name, trigger);
}

QString slaActionName(SlaActionKind kind)
{
    return nameIn(slaActionNames, kind);
}

bool slaActionFromName(QStringView name, SlaActionKind *kind)
{
    return valueIn(slaActionNames, name, kind);
}

std::optional<TimeAmount> SlaTarget::amountFor(PriorityId priority) const
{
    for (const SlaPriorityAmount &one : amounts) {
        if (one.priority == priority)
            return one.amount;
    }
    return otherwise;
}

const SlaTarget *SlaPolicy::target(SlaTargetKind kind) const
{
    const auto found =
        std::find_if(targets.cbegin(), targets.cend(), [kind](const SlaTarget &one) { return one.kind == kind; });
    return found == targets.cend() ? nullptr : &*found;
}

SlaVersions::SlaVersions()
    : m_roundTheClock(std::make_shared<WorkingTime>(roundTheClock()))
{
}

void SlaVersions::add(const SlaPolicy &policy)
{
    m_policies.insert(policy.versionId, std::make_shared<SlaPolicy>(policy));
}

void SlaVersions::add(const BusinessCalendar &calendar)
{
    m_calendars.insert(calendar.versionId, std::make_shared<WorkingTime>(calendar));
}

SlaPolicyPtr SlaVersions::policy(SlaPolicyVersionId id) const
{
    return m_policies.value(id);
}

WorkingTimePtr SlaVersions::workingTime(CalendarVersionId id) const
{
    return m_calendars.value(id, m_roundTheClock);
}

QVector<SlaPolicyPtr> SlaVersions::policies() const
{
    QVector<SlaPolicyPtr> all(m_policies.cbegin(), m_policies.cend());
    std::sort(all.begin(), all.end(),
              [](const SlaPolicyPtr &one, const SlaPolicyPtr &other) { return one->versionId < other->versionId; });
    return all;
}

QVector<WorkingTimePtr> SlaVersions::calendars() const
{
    QVector<WorkingTimePtr> all(m_calendars.cbegin(), m_calendars.cend());
    std::sort(all.begin(), all.end(), [](const WorkingTimePtr &one, const WorkingTimePtr &other) {
        return one->calendar().versionId < other->calendar().versionId;
    });
    return all;
}

const SlaPolicy *policyFor(const TicketFacts &ticket, const Catalog &catalog, const ConditionContext &context)
{
    for (const SlaPolicy &policy : catalog.slaPolicies) {
        if (policy.active && evaluate(policy.condition, ticket, context))
            return &policy;
    }
    return nullptr;
}

const BusinessCalendar *calendarFor(const SlaPolicy &policy, QueueId queue, const Catalog &catalog)
{
    return policy.calendar.isValid() ? catalog.calendar(policy.calendar) : catalog.calendarOfQueue(queue);
}

} // namespace deskhand
