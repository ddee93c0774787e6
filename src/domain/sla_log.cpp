// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_log.h"

#include "domain/article.h"

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

bool isAboutArticle(SlaEventKind kind)
{
    return kind >= SlaEventKind::CustomerSpoke && kind <= SlaEventKind::NoteWritten;
}

void appendStatePause(QVector<Pause> *pauses, TimeSpan span, StateId state, const QVector<TimeSpan> &solved)
{
    for (const TimeSpan &gap : solved) {
        if (gap.to <= span.from || gap.from >= span.to)
            continue;
        if (span.from < gap.from)
            pauses->append({{span.from, gap.from}, LedgerReason::Paused, {}, state.value});
        span.from = gap.to;
    }
    if (span.from < span.to)
        pauses->append({span, LedgerReason::Paused, {}, state.value});
}

} // namespace

SlaLog::SlaLog(const QVector<SlaEvent> &events)
{
    for (const SlaEvent &event : events) {
        switch (event.kind) {
        case SlaEventKind::Withdrawn: withdraw(event); break;
        case SlaEventKind::Unmerged: unmerge(); break;
        case SlaEventKind::Parted: part(event); break;
        default: m_events.append(&event);
        }
    }
}

SlaLog::SlaLog(const QVector<SlaEvent> &events, const SlaVersions &versions)
    : SlaLog(events)
{
    m_always = versions.workingTime({});
    for (qsizetype i = m_events.size() - 1; i >= 0 && m_recalculated < 0; --i) {
        const SlaEvent &event = *m_events[i];
        if (event.kind != SlaEventKind::Policy && event.kind != SlaEventKind::Recalculated)
            continue;
        const CalendarVersionId calendar{event.other};
        m_inForce.append(
            {i, {versions.policy(SlaPolicyVersionId{event.value}), calendar, versions.workingTime(calendar)}});
        if (event.kind == SlaEventKind::Recalculated)
            m_recalculated = i;
    }
}

void SlaLog::withdraw(const SlaEvent &withdrawn)
{
    for (qsizetype i = m_events.size() - 1; i >= 0; --i) {
        if (!isAboutArticle(m_events[i]->kind) || m_events[i]->value != withdrawn.value)
            continue;
        const qsizetype behind = i + 1;
        const bool withState = withdrawn.other != 0 && behind < m_events.size()
                               && m_events[behind]->kind == SlaEventKind::State
                               && m_events[behind]->value == withdrawn.other;
        m_events.remove(i, withState ? 2 : 1);
        return;
    }
}

void SlaLog::unmerge()
{
    qsizetype begin = m_events.size() - 1;
    while (begin >= 0
           && (m_events[begin]->kind != SlaEventKind::State || m_events[begin]->other != qint64(StateType::Merged)))
        --begin;
    if (begin < 0)
        return;
    for (qsizetype i = m_events.size() - 1; i >= begin; --i) {
        const SlaEventKind kind = m_events[i]->kind;
        if ((kind >= SlaEventKind::State && kind <= SlaEventKind::Owner) || kind == SlaEventKind::Policy)
            m_events.remove(i);
    }
}

void SlaLog::part(const SlaEvent &parted)
{
    for (qsizetype i = m_events.size() - 1; i >= 0; --i) {
        if (m_events[i]->kind != SlaEventKind::MergedIn || m_events[i]->value != parted.value)
            continue;
        m_events.remove(i);
        return;
    }
}

QVector<SlaEvent> eventsInForce(const QVector<SlaEvent> &events)
{
    const SlaLog log(events);
    QVector<SlaEvent> inForce;
    for (qsizetype i = 0; i < log.size(); ++i)
        inForce.append(log.at(i));
    return inForce;
}

Instant waitingSince(const QVector<SlaEvent> &events)
{
    Instant since = 0;
    const SlaLog log(events);
    for (qsizetype i = 0; i < log.size(); ++i) {
        const SlaEvent &event = log.at(i);
        switch (event.kind) {
        case SlaEventKind::Opened: since = SenderRole(event.value) == SenderRole::Customer ? event.at : 0; break;
        case SlaEventKind::CustomerSpoke: since = since == 0 ? event.at : since; break;
        case SlaEventKind::MergedIn:
            if (event.other != 0)
                since = since == 0 ? event.other : std::min(since, event.other);
            break;
        case SlaEventKind::AgentReplied:
        case SlaEventKind::AgentCalled: since = 0; break;
        case SlaEventKind::State:
            if (event.other == qint64(StateType::Solved) || event.other == qint64(StateType::Closed))
                since = 0;
            break;
        default: break;
        }
    }
    return since;
}

const SlaInForce &SlaLog::inForce(qsizetype index) const
{
    return std::find_if(m_inForce.cbegin(), m_inForce.cend(), [index](const auto &one) { return one.first == index; })
        ->second;
}

bool SlaLog::promises(SlaTargetKind kind) const
{
    return std::any_of(m_inForce.cbegin(), m_inForce.cend(),
                       [kind](const auto &one) { return one.second.policy && one.second.policy->target(kind); });
}

SlaTriggers SlaFacts::enterState(const SlaEvent &event)
{
    const StateId entered{event.value};
    const auto newType = StateType(event.other);
    const bool wasResolved = isResolved();
    const StateType before = type;
    if (!states.isEmpty() && states.last().from == event.at)
        states.removeLast();
    if (states.isEmpty() || state() != entered)
        states.append({event.at, entered});
    type = newType;
    if (!isResolved())
        return wasResolved && before != StateType::Merged ? SlaTriggers(SlaTrigger::Reopened) : SlaTriggers();
    if (type == StateType::Merged)
        return {};
    firstResponseIsOver = true;
    SlaTriggers triggers;
    triggers.setFlag(SlaTrigger::Solved, !wasResolved);
    triggers.setFlag(SlaTrigger::Closed, type == StateType::Closed && before != StateType::Closed);
    return triggers;
}

SlaTriggers SlaFacts::apply(const SlaEvent &event)
{
    switch (event.kind) {
    case SlaEventKind::Opened: {
        openedAt = event.at;
        const bool byAgent = SenderRole(event.value) == SenderRole::Agent;
        firstResponseIsOver = byAgent;
        return byAgent ? SlaTrigger::Opened | SlaTrigger::OpenedByAgent : SlaTriggers(SlaTrigger::Opened);
    }
    case SlaEventKind::State: return enterState(event);
    case SlaEventKind::Priority: priority = PriorityId{event.value}; return {};
    case SlaEventKind::Queue: {
        const QueueId left = queue;
        queue = QueueId{event.value};
        if (left == queue)
            return {};
        return left.isValid() ? SlaTrigger::QueueLeft | SlaTrigger::QueueEntered
                              : SlaTriggers(SlaTrigger::QueueEntered);
    }
    case SlaEventKind::Owner: {
        const PersonId before = owner;
        owner = PersonId{event.value};
        return owner.isValid() && owner != before ? SlaTriggers(SlaTrigger::Owned) : SlaTriggers();
    }
    case SlaEventKind::CustomerSpoke: return SlaTrigger::CustomerSpoke;
    case SlaEventKind::AgentReplied: firstResponseIsOver = true; return SlaTrigger::AgentReplied;
    case SlaEventKind::AgentCalled: firstResponseIsOver = true; return SlaTrigger::AgentCalled;
    case SlaEventKind::NoteWritten: return SlaTrigger::NoteWritten;
    case SlaEventKind::Policy:
    case SlaEventKind::Recalculated:
    case SlaEventKind::MergedIn:
    case SlaEventKind::Withdrawn:
    case SlaEventKind::Unmerged:
    case SlaEventKind::Parted:
    case SlaEventKind::Judged: break;
    }
    return {};
}

QVector<Pause> SlaFacts::pauses(const QVector<StateId> &pausing, const QVector<TimeSpan> &solved, Instant from,
                                Instant until) const
{
    QVector<Pause> pauses;
    for (const TimeSpan &gap : solved)
        pauses.append({gap, LedgerReason::Solved, {}, 0});
    if (pausing.isEmpty())
        return pauses;
    constexpr Instant never = std::numeric_limits<Instant>::max();
    for (qsizetype i = 0; i < states.size(); ++i) {
        if (!pausing.contains(states[i].state))
            continue;
        const Instant end = i + 1 < states.size() ? states[i + 1].from : never;
        const TimeSpan span{std::max(states[i].from, from), std::min(end, until == 0 ? never : until)};
        appendStatePause(&pauses, span, states[i].state, solved);
    }
    std::sort(pauses.begin(), pauses.end(),
              [](const Pause &left, const Pause &right) { return left.span.from < right.span.from; });
    if (!pauses.isEmpty() && pauses.last().span.to == never)
        pauses.last().span.to = 0;
    return pauses;
}

} // namespace deskhand
