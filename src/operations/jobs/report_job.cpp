// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/report_job.h"

#include "operations/jobs/retry_times.h"

namespace deskhand {

ReportJob::ReportJob(Options options, Look look)
    : m_options(std::move(options))
    , m_look(std::move(look))
    , m_job(
          m_options.lease, jobOwner(m_options.owner),
          [open = m_options.openStore]() -> Result<std::unique_ptr<LeaseStore>> {
              Result<std::unique_ptr<ReportStore>> opened = open();
              if (!opened)
                  return opened.error();
              return std::unique_ptr<LeaseStore>(*std::move(opened));
          },
          m_options.clock, [this](HeldLease &lease, JobSignal &signal) { work(lease, signal); })
{
}

Result<void> ReportJob::runOnce()
{
    m_once = true;
    return m_job.runOnce();
}

Result<void> ReportJob::open(std::unique_ptr<ReportStore> *store)
{
    if (*store)
        return {};
    Result<std::unique_ptr<ReportStore>> opened = m_options.openStore();
    if (!opened)
        return opened.error();
    *store = *std::move(opened);
    return {};
}

/// `error`: none when it goes well again.
void ReportJob::noteFailures(ReportStore *store, HeldLease &lease, int failures, const Error *error)
{
    if (!store || (error && lease.dropIfFenced(*error)))
        return;
    const QString problem = error ? QStringLiteral("%1: %2").arg(errorCodeName(error->code), error->detail) : QString();
    const Result<void> noted = store->noteFailures(lease.lease(), failures, problem, m_options.clock->now());
    if (!noted)
        lease.dropIfFenced(noted.error());
}

void ReportJob::work(HeldLease &lease, JobSignal &signal)
{
    std::unique_ptr<ReportStore> store;
    int failures = 0;
    while (!signal.isStopping() && lease.isHeld()) {
        const Result<void> opened = open(&store);
        const Result<Next> next = opened ? m_look(*store, lease, signal) : Result<Next>(opened.error());
        Instant lookAt = next ? next->lookAt : 0;
        if (!next) {
            ++m_failed;
            noteFailures(store.get(), lease, ++failures, &next.error());
            if (next.error().code == ErrorCode::Offline)
                store.reset();
            lookAt = m_options.clock->now() + storeRetryDelay(failures);
        } else if (failures > 0) {
            failures = 0;
            noteFailures(store.get(), lease, 0, nullptr);
        }
        const bool isDone = !next || next->isDone;
        if (m_once && isDone)
            return;
        if (!m_once)
            signal.waitUntil(*m_options.clock, lookAt);
        if (!m_once && next && isDone && m_options.gathersFor > 0 && !signal.isStopping())
            signal.waitUntil(*m_options.clock, m_options.clock->now() + m_options.gathersFor);
    }
}

} // namespace deskhand
