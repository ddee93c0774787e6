// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/sla_worker.h"

#include "operations/jobs/sla_recalculation.h"
#include "operations/jobs/sla_watch.h"

namespace deskhand {
namespace {

LeasedJob::StoreOpener slaLeasesOf(const SlaJobPorts &ports)
{
    return [open = ports.openStore]() -> Result<std::unique_ptr<LeaseStore>> {
        Result<std::unique_ptr<SlaStore>> opened = open();
        if (!opened)
            return opened.error();
        return std::unique_ptr<LeaseStore>(*std::move(opened));
    };
}

} // namespace

SlaWorker::SlaWorker(const SlaJobPorts &ports, const Options &options)
    : m_ports(ports)
    , m_options(options)
    , m_watch(QStringLiteral("sla-watch"), jobOwner(options.owner), slaLeasesOf(ports), ports.clock,
              [this](HeldLease &lease, JobSignal &signal) { watch(lease, signal); })
    , m_recalculation(QStringLiteral("sla-recalculate"), jobOwner(options.owner), slaLeasesOf(ports), ports.clock,
                      [this](HeldLease &lease, JobSignal &signal) { recalculate(lease, signal); })
{
}

SlaWorker::~SlaWorker()
{
    stop();
}

void SlaWorker::start()
{
    if (m_options.watches)
        m_watch.start();
    if (m_options.recalculates)
        m_recalculation.start();
}

Result<void> SlaWorker::runOnce()
{
    m_mode = Mode::Once;
    if (m_options.recalculates) {
        if (const Result<void> recalculated = m_recalculation.runOnce(); !recalculated)
            return recalculated;
    }
    return m_options.watches ? m_watch.runOnce() : Result<void>();
}

void SlaWorker::stop()
{
    m_watch.stop();
    m_recalculation.stop();
}

void SlaWorker::wake()
{
    m_watch.wake();
    m_recalculation.wake();
}

SlaWorkDone SlaWorker::done() const
{
    return {m_reached, m_recalculated, m_watchFailed + m_recalculationFailed};
}

void SlaWorker::watch(HeldLease &lease, JobSignal &signal)
{
    const KeepGoing keepGoing = [&] { return !signal.isStopping() && lease.isHeld(); };
    const qint64 reachedBefore = m_reached;
    const qint64 failedBefore = m_watchFailed;
    SlaWatch watch(m_ports, lease);
    while (keepGoing()) {
        const Instant next = watch.look(keepGoing);
        m_reached = reachedBefore + watch.reached();
        m_watchFailed = failedBefore + watch.failed();
        if (m_mode == Mode::Once)
            break;
        signal.waitUntil(*m_ports.clock, next);
    }
}

void SlaWorker::recalculate(HeldLease &lease, JobSignal &signal)
{
    const KeepGoing keepGoing = [&] { return !signal.isStopping() && lease.isHeld(); };
    const qint64 doneBefore = m_recalculated;
    const qint64 failedBefore = m_recalculationFailed;
    SlaRecalculation recalculation(m_ports, lease, [this] { m_watch.wake(); }); // what it finds overdue may fire
    while (keepGoing()) {
        const Instant next = recalculation.work(keepGoing, signal);
        m_recalculated = doneBefore + recalculation.recalculated();
        m_recalculationFailed = failedBefore + recalculation.failed();
        if (m_mode == Mode::Once)
            break;
        signal.waitUntil(*m_ports.clock, next);
    }
}

} // namespace deskhand
