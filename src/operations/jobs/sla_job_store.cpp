// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/sla_job_store.h"

#include "base/logging.h"

namespace deskhand {

SlaJobStore::SlaJobStore(const SlaJobPorts &ports, HeldLease &lease)
    : m_ports(ports)
    , m_lease(lease)
{
}

Result<void> SlaJobStore::open()
{
    if (m_store)
        return {};
    Result<std::unique_ptr<SlaStore>> opened = m_ports.openStore();
    if (!opened)
        return opened.error();
    m_store = *std::move(opened);
    return {};
}

void SlaJobStore::noteFailure(const Error &error)
{
    ++m_failures;
    ++m_allFailures;
    const QString problem = QStringLiteral("%1: %2: %3").arg(errorCodeName(error.code), error.where, error.detail);
    qCWarning(lcOperations).noquote() << m_lease.lease().name << "has failed:" << problem;
    tell(problem);
}

void SlaJobStore::noteSuccess()
{
    if (m_failures == 0)
        return;
    m_failures = 0;
    tell({});
}

void SlaJobStore::tell(const QString &problem)
{
    const Result<void> told = ask([&](SlaStore &store) {
        return store.noteFailures(m_lease.lease(), m_failures, problem, m_ports.clock->now());
    });
    if (!told)
        (void)m_lease.dropIfFenced(told.error()); // who cannot say it has said it in the log
}

} // namespace deskhand
