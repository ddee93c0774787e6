// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/sla_trial.h"

#include "domain/article.h"

#include <QCoreApplication>

#include <algorithm>

namespace deskhand {

namespace {

struct TrialTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::SlaTrial)
};

// The policy and the calendar need not be saved: here they have a version of their own.
constexpr qint64 trialVersion = 1;

SlaEvent stateEvent(Instant at, StateId state, const Catalog &catalog)
{
    return {SlaEventKind::State, at, state.value, qint64(catalog.stateType(state))};
}

SlaEvent eventOf(const SlaTrialStep &step, qint64 number, const Catalog &catalog)
{
    switch (step.kind) {
    case SlaTrialStep::Kind::AgentReplies: return {SlaEventKind::AgentReplied, step.at, number, 0};
    case SlaTrialStep::Kind::CustomerWrites: return {SlaEventKind::CustomerSpoke, step.at, number, 0};
    case SlaTrialStep::Kind::Pending: return stateEvent(step.at, StateId{step.value}, catalog);
    case SlaTrialStep::Kind::Reopened: return stateEvent(step.at, catalog.firstStateOf(StateType::Open), catalog);
    case SlaTrialStep::Kind::Solved: return stateEvent(step.at, catalog.firstStateOf(StateType::Solved), catalog);
    case SlaTrialStep::Kind::Owned: return {SlaEventKind::Owner, step.at, step.value == 0 ? 1 : step.value, 0};
    case SlaTrialStep::Kind::Priority: break;
    }
    return {SlaEventKind::Priority, step.at, step.value, 0};
}

QVector<SlaEvent> eventsOf(const SlaTrialTicket &ticket, const Catalog &catalog)
{
    const Instant at = ticket.createdAt;
    QVector<SlaEvent> events{{SlaEventKind::Opened, at, qint64(SenderRole::Customer), 0},
                             stateEvent(at, catalog.firstStateOf(StateType::New), catalog),
                             {SlaEventKind::Priority, at, ticket.priority.value, 0},
                             {SlaEventKind::Queue, at, ticket.queue.value, 0},
                             {SlaEventKind::Policy, at, trialVersion, trialVersion},
                             {SlaEventKind::CustomerSpoke, at, 1, 0}};
    QVector<SlaTrialStep> steps = ticket.steps;
    for (SlaTrialStep &step : steps)
        step.at = qMax(step.at, at);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const SlaTrialStep &a, const SlaTrialStep &b) { return a.at < b.at; });
    qint64 number = 1;
    for (const SlaTrialStep &step : std::as_const(steps))
        events.append(eventOf(step, ++number, catalog));
    return events;
}

} // namespace

QVector<SlaTrialResult> trySla(const SlaTrialTicket &ticket, const SlaPolicy &policy, const BusinessCalendar &calendar,
                               const Catalog &catalog)
{
    SlaPolicy tried = policy;
    tried.versionId = SlaPolicyVersionId{trialVersion};
    BusinessCalendar goingBy = calendar;
    goingBy.versionId = CalendarVersionId{trialVersion};
    SlaVersions versions;
    versions.add(tried);
    versions.add(goingBy);
    const QVector<SlaEvent> events = eventsOf(ticket, catalog);
    const Instant last = events.last().at;
    QVector<SlaTrialResult> results;
    for (const SlaClock &clock : replayClocks(events, versions)) {
        // Of a clock that runs it is of interest how the time until it is due is made up.
        const Instant until = clock.hasEnded() ? clock.endedAt : qMax(last, clock.dueAt);
        results.append({clock, readClock(clock, versions, last), ledgerOf(clock, versions, until)});
    }
    return results;
}

SlaPolicy trialPolicy(const TimeAmount &amount, const QVector<StateId> &pausing)
{
    SlaPolicy policy;
    SlaTarget target = usualTarget(SlaTargetKind::Resolution);
    target.otherwise = amount;
    target.pausedIn = pausing;
    policy.targets = {target};
    return policy;
}

QString trialStepText(SlaTrialStep::Kind kind)
{
    switch (kind) {
    case SlaTrialStep::Kind::AgentReplies: return TrialTexts::tr("an agent replies");
    case SlaTrialStep::Kind::CustomerWrites: return TrialTexts::tr("the customer writes");
    case SlaTrialStep::Kind::Pending: return TrialTexts::tr("it waits as");
    case SlaTrialStep::Kind::Reopened: return TrialTexts::tr("it is open again");
    case SlaTrialStep::Kind::Solved: return TrialTexts::tr("it is solved");
    case SlaTrialStep::Kind::Owned: return TrialTexts::tr("somebody owns it");
    case SlaTrialStep::Kind::Priority: return TrialTexts::tr("its priority becomes");
    }
    return {};
}

} // namespace deskhand
