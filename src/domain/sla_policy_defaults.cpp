// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_policy.h"

namespace deskhand {
namespace {

constexpr qint64 slaMinute = 60'000;
constexpr qint64 slaHour = 60 * slaMinute;

TimeAmount businessTime(qint64 milliseconds)
{
    return {TimeBasis::Business, milliseconds};
}

SlaTarget defaultTarget(SlaTargetKind kind, const QVector<PriorityId> &priorities,
                        const std::array<TimeAmount, 3> &mostUrgent, TimeAmount otherwise)
{
    SlaTarget target = usualTarget(kind);
    for (int i = 0; i < priorities.size() && i < int(mostUrgent.size()); ++i)
        target.amounts.append({priorities[i], mostUrgent[size_t(i)]});
    target.otherwise = otherwise;
    return target;
}

SlaLevel defaultLevel(int id, qint64 percent, SlaActionKind who)
{
    SlaLevel level;
    level.id = id;
    level.when = SlaLevel::When::Percent;
    level.amount = percent;
    level.actions = {SlaAction{who, 0, {}}};
    return level;
}

} // namespace

SlaTarget usualTarget(SlaTargetKind kind)
{
    constexpr SlaTriggers agentSpeaks = SlaTrigger::AgentReplied | SlaTrigger::AgentCalled;
    SlaTarget target;
    target.kind = kind;
    switch (kind) {
    case SlaTargetKind::FirstResponse:
        target.starts = SlaTrigger::Opened;
        target.fulfils = agentSpeaks | SlaTrigger::OpenedByAgent;
        break;
    case SlaTargetKind::NextResponse:
        target.starts = SlaTrigger::CustomerSpoke;
        target.fulfils = agentSpeaks;
        break;
    case SlaTargetKind::Update:
        target.starts = SlaTrigger::Opened | agentSpeaks;
        target.fulfils = agentSpeaks;
        break;
    case SlaTargetKind::Resolution:
        target.starts = SlaTrigger::Opened;
        target.fulfils = SlaTrigger::Solved | SlaTrigger::Closed;
        target.reopen = ReopenRule::Resume;
        target.atLeast = 30 * slaMinute;
        break;
    case SlaTargetKind::TimeToOwn:
        target.starts = SlaTrigger::Opened | SlaTrigger::QueueEntered;
        target.fulfils = SlaTrigger::Owned;
        break;
    case SlaTargetKind::TimeInQueue:
        target.starts = SlaTrigger::QueueEntered;
        target.fulfils = SlaTrigger::QueueLeft | SlaTrigger::Solved | SlaTrigger::Closed;
        target.reopen = ReopenRule::Resume;
        break;
    case SlaTargetKind::None: break;
    }
    return target;
}

SlaPolicy defaultSlaPolicy(const QString &name, const QVector<PriorityId> &priorities, const QVector<StateId> &pausing)
{
    const TimeAmount sameDay{TimeBasis::WorkingDays, 0};
    SlaPolicy policy;
    policy.name = name;
    // A quarter of a business day of eight hours are two.
    policy.targets.append(defaultTarget(
        SlaTargetKind::FirstResponse, priorities,
        {businessTime(15 * slaMinute), businessTime(slaHour), businessTime(2 * slaHour)}, businessTime(12 * slaHour)));
    policy.targets.append(defaultTarget(SlaTargetKind::Resolution, priorities,
                                        {businessTime(slaHour), businessTime(4 * slaHour), sameDay},
                                        businessTime(48 * slaHour)));
    policy.targets.last().pausedIn = pausing;
    policy.levels = {defaultLevel(1, 75, SlaActionKind::NotifyOwner), defaultLevel(2, 100, SlaActionKind::NotifyLead)};
    return policy;
}

BusinessCalendar defaultCalendar(const QString &name, const QByteArray &zone)
{
    constexpr WorkingFrame nineToFive{9 * 60, 17 * 60};
    constexpr size_t workingDays = 5;
    BusinessCalendar calendar;
    calendar.name = name;
    calendar.zone = zone;
    for (size_t day = 0; day < workingDays; ++day)
        calendar.week[day] = {nineToFive};
    return calendar;
}

} // namespace deskhand
