// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/sla_task_wait.h"

#include "apps/desk_work/sla_work.h"
#include "apps/deskhandctl/output.h"

#include <algorithm>

namespace deskhand::ctl {
namespace {

constexpr qint64 askEvery = 50;    // ms
constexpr qint64 tellEvery = 2000; // ms

Result<SlaTask> taskNow(DeskSession &session, SlaTaskId id)
{
    const Result<QVector<SlaTask>> tasks = DeskSession::await(session.desk().slaTasks());
    if (!tasks)
        return tasks.error();
    const auto task = std::find_if(tasks->cbegin(), tasks->cend(), [id](const SlaTask &one) { return one.id == id; });
    if (task == tasks->cend())
        return Error{ErrorCode::NotFound, QStringLiteral("sla.task"), QStringLiteral("there is no such task"), {}};
    return *task;
}

} // namespace

std::optional<SlaTask> waitForTask(DeskSession &session, const QString &place, SlaTaskId task)
{
    SlaWorker::Options options;
    options.watches = false;
    std::optional<SlaWorker> worker; // behind a service it is the service's work
    if (session.isLocal()) {
        worker.emplace(slaJobPorts(session.localDesk(), place), options);
        worker->start();
    }
    JobSignal tick;
    const SystemClock clock;
    Instant toldAt = clock.now();
    for (;;) {
        const Result<SlaTask> now = taskNow(session, task);
        if (!now) {
            printError(now.error());
            return {};
        }
        if (now->finished || now->cancelled)
            return *now;
        if (clock.now() - toldAt >= tellEvery) {
            toldAt = clock.now();
            printError(QStringLiteral("%1 of %2 tickets recalculated").arg(now->done).arg(now->total));
        }
        tick.waitUntil(clock, clock.now() + askEvery);
    }
}

} // namespace deskhand::ctl
