// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/sla_recalculation.h"

#include "operations/jobs/desk_trouble.h"

#include <QElapsedTimer>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 stepShouldTake = 50; // ms: what a person's command may wait behind
constexpr qint64 pauseAfterStep = 5;  // ms: in which another program gets the desk
constexpr int fewestTickets = 50;     // in a step
constexpr int mostTickets = 5000;

Error doesNotGetOn(SlaTaskId task)
{
    return Error{ErrorCode::Internal,
                 QStringLiteral("jobs.slaRecalculation"),
                 QStringLiteral("task %1 does not get on").arg(task.value),
                 {}};
}

} // namespace

SlaRecalculation::SlaRecalculation(const SlaJobPorts &ports, HeldLease &lease, std::function<void()> stepDone)
    : m_ports(ports)
    , m_lease(lease)
    , m_stepDone(std::move(stepDone))
    , m_store(ports, lease)
{
}

Instant SlaRecalculation::work(const KeepGoing &keepGoing, JobSignal &signal)
{
    while (keepGoing() && m_lease.isHeld()) {
        const Instant now = m_ports.clock->now();
        const Result<QVector<SlaTask>> tasks = m_store.ask([](SlaStore &store) { return store.openTasks(); });
        if (!tasks) {
            m_store.noteFailure(tasks.error());
            return now + storeRetryDelay(m_store.failuresInARow());
        }
        const auto task = std::find_if(tasks->cbegin(), tasks->cend(),
                                       [&](const SlaTask &one) { return !m_later.waits(one.id, now); });
        if (task == tasks->cend())
            return now + (tasks->isEmpty() ? lookEvery : applyRetryDelay(1));
        const Result<void> done = step(*task);
        if (done) {
            m_store.noteSuccess();
            m_later.remove(task->id);
        } else {
            m_store.noteFailure(done.error());
            if (isTroubleOfDesk(done.error()))
                return now + storeRetryDelay(m_store.failuresInARow());
            m_later.putOff(task->id, now);
        }
        m_stepDone();
        signal.waitUntil(*m_ports.clock, m_ports.clock->now() + pauseAfterStep);
    }
    return m_ports.clock->now();
}

Result<void> SlaRecalculation::step(const SlaTask &task)
{
    // A step that was answered and has moved nothing would be taken for ever.
    if (task == std::exchange(m_last, task)) {
        m_last = {};
        return doesNotGetOn(task.id);
    }
    Command command;
    command.id = QUuid::createUuid();
    command.actorKind = ActorKind::System;
    command.why = QStringLiteral("sla-recalculate");
    command.body = RecalculateSla{task.id, m_limit};
    QElapsedTimer timer;
    timer.start();
    const Result<CommandAnswer> answer = m_ports.submit(command);
    if (!answer) {
        m_last = {};
        return answer.error();
    }
    m_recalculated += std::max<qint64>(0, task.total - task.done - answer->id);
    adaptSteps(timer.elapsed());
    return {};
}

void SlaRecalculation::adaptSteps(qint64 took)
{
    const qint64 wanted = m_limit * stepShouldTake / std::max<qint64>(1, took);
    m_limit = int(std::clamp<qint64>(wanted, std::max(fewestTickets, m_limit / 2), std::min(mostTickets, m_limit * 2)));
}

} // namespace deskhand
