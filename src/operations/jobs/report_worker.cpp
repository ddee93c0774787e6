// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/report_worker.h"

#include "operations/jobs/retry_times.h"

#include <QElapsedTimer>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 onceStepShouldTake = 250;  // ms: who asks for all at once waits for it
constexpr qint64 reportStepShouldTake = 50; // ms: what a person's command may wait behind
constexpr qint64 pauseAfterReportStep = 5;  // ms: in which another program gets the desk
constexpr qint64 changesGatherFor = 1'000;  // ms
constexpr int fewestReportTickets = 20;     // in a step
constexpr int mostReportTickets = 5'000;

} // namespace

ReportWorker::ReportWorker(ReportJobPorts ports, const QString &owner)
    : m_ports(std::move(ports))
    , m_job(
          QStringLiteral("reports"), jobOwner(owner),
          [open = m_ports.openStore]() -> Result<std::unique_ptr<LeaseStore>> {
              Result<std::unique_ptr<ReportStore>> opened = open();
              if (!opened)
                  return opened.error();
              return std::unique_ptr<LeaseStore>(*std::move(opened));
          },
          m_ports.clock, [this](HeldLease &lease, JobSignal &signal) { work(lease, signal); })
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
    m_once = true;
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

void ReportWorker::work(HeldLease &lease, JobSignal &signal)
{
    std::unique_ptr<ReportStore> store;
    int limit = 200;
    int failures = 0;
    while (!signal.isStopping() && lease.isHeld()) {
        QElapsedTimer timer;
        timer.start();
        Result<bool> more = false;
        if (!store) {
            Result<std::unique_ptr<ReportStore>> opened = m_ports.openStore();
            if (opened)
                store = *std::move(opened);
            else
                more = opened.error();
        }
        if (store)
            more = store->catchUp(lease.lease(), limit);
        const Instant now = m_ports.clock->now();
        if (!more) {
            ++m_failed;
            ++failures;
            lease.dropIfFenced(more.error());
            if (more.error().code == ErrorCode::Offline)
                store.reset();
            if (m_once)
                return;
            signal.waitUntil(*m_ports.clock, now + storeRetryDelay(failures));
            continue;
        }
        failures = 0;
        const qint64 wanted =
            limit * (m_once ? onceStepShouldTake : reportStepShouldTake) / std::max<qint64>(1, timer.elapsed());
        limit = int(std::clamp<qint64>(wanted, std::max(fewestReportTickets, limit / 2),
                                       std::min(mostReportTickets, limit * 2)));
        if (*more) {
            if (!m_once)
                signal.waitUntil(*m_ports.clock, now + pauseAfterReportStep);
            continue;
        }
        if (m_once)
            return;
        signal.waitUntil(*m_ports.clock, now + lookEvery);
        // Whoever changes one ticket often changes the next one, too.
        if (!signal.isStopping())
            signal.waitUntil(*m_ports.clock, m_ports.clock->now() + changesGatherFor);
    }
}

} // namespace deskhand
