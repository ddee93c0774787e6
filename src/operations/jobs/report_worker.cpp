// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/report_worker.h"

#include <QElapsedTimer>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 onceStepShouldTake = 250;  // ms: who asks for all at once waits for it
constexpr qint64 reportStepShouldTake = 50; // ms: what a person's command may wait behind
constexpr qint64 pauseAfterReportStep = 5;  // ms: in which another program gets the desk
constexpr qint64 changesGatherFor = 1'000;  // ms
constexpr int firstStepTickets = 200;
constexpr int fewestReportTickets = 20; // in a step
constexpr int mostReportTickets = 5'000;

} // namespace

ReportWorker::ReportWorker(ReportJobPorts ports, const QString &owner)
    : m_clock(ports.clock)
    , m_limit(firstStepTickets)
    , m_job({QStringLiteral("reports"), owner, std::move(ports.openStore), std::move(ports.clock), changesGatherFor},
            [this](ReportStore &store, HeldLease &lease, const JobSignal &) { return look(store, lease); })
{
}

ReportWorker::~ReportWorker()
{
    stop();
}

void ReportWorker::start()
{
    m_job.start();
}

Result<void> ReportWorker::runOnce()
{
    return m_job.runOnce();
}

void ReportWorker::stop()
{
    m_job.stop();
}

void ReportWorker::wake()
{
    m_job.wake();
}

Result<ReportJob::Next> ReportWorker::look(ReportStore &store, const HeldLease &lease)
{
    QElapsedTimer timer;
    timer.start();
    const Result<bool> more = store.catchUp(lease.lease(), m_limit);
    if (!more)
        return more.error();
    const qint64 wanted =
        m_limit * (m_job.isOnce() ? onceStepShouldTake : reportStepShouldTake) / std::max<qint64>(1, timer.elapsed());
    m_limit = int(std::clamp<qint64>(wanted, std::max(fewestReportTickets, m_limit / 2),
                                     std::min(mostReportTickets, m_limit * 2)));
    return ReportJob::Next{m_clock->now() + (*more ? pauseAfterReportStep : lookEvery), !*more};
}

} // namespace deskhand
