// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/leased_job.h"

#include "base/logging.h"

#include <atomic>

namespace deskhand {
namespace {

constexpr qint64 askForLeaseEvery = 5000; // ms
constexpr qint64 askAgainAfterError = 1000;

} // namespace

LeasedJob::LeasedJob(QString name, QString owner, const MailJobPorts &ports, Body body)
    : m_name(std::move(name))
    , m_owner(std::move(owner))
    , m_ports(ports)
    , m_body(std::move(body))
{
}

LeasedJob::~LeasedJob()
{
    stop();
}

void LeasedJob::start()
{
    m_keeper = std::thread([this] { keepWorking(); });
}

void LeasedJob::stop()
{
    m_signal.stop();
    {
        const std::lock_guard lock(m_mutex);
        if (m_bodySignal)
            m_bodySignal->stop();
    }
    if (m_keeper.joinable())
        m_keeper.join();
}

void LeasedJob::wake()
{
    const std::lock_guard lock(m_mutex);
    if (m_bodySignal)
        m_bodySignal->wake();
}

Result<void> LeasedJob::runOnce()
{
    const Result<std::optional<Lease>> taken = take();
    if (!taken)
        return taken.error();
    if (!*taken)
        return Error{ErrorCode::Busy,
                     QStringLiteral("jobs.lease"),
                     QStringLiteral("another program does this job: ") + m_name,
                     {{QStringLiteral("reason"), QStringLiteral("leased")}}};
    workUnder(**taken);
    m_store.reset();
    return {};
}

void LeasedJob::keepWorking()
{
    while (!m_signal.isStopping()) {
        const Result<std::optional<Lease>> taken = take();
        if (taken && *taken)
            workUnder(**taken);
        m_signal.waitUntil(*m_ports.clock, m_ports.clock->now() + (taken ? askForLeaseEvery : askAgainAfterError));
    }
    m_store.reset(); // in the thread that has opened it
}

Result<std::optional<Lease>> LeasedJob::take()
{
    if (!m_store) {
        Result<std::unique_ptr<MailStore>> opened = m_ports.openStore();
        if (!opened)
            return opened.error();
        m_store = *std::move(opened);
    }
    Result<std::optional<Lease>> taken = m_store->takeLease(m_name, m_owner, m_ports.clock->now(), leaseTime);
    if (!taken && taken.error().code == ErrorCode::Offline)
        m_store.reset();
    return taken;
}

std::shared_ptr<JobSignal> LeasedJob::newBodySignal()
{
    const std::lock_guard lock(m_mutex);
    m_bodySignal = std::make_shared<JobSignal>();
    if (m_signal.isStopping())
        m_bodySignal->stop();
    return m_bodySignal;
}

void LeasedJob::workUnder(const Lease &taken)
{
    HeldLease held(m_ports.clock);
    held.hold(taken);
    const std::shared_ptr<JobSignal> bodySignal = newBodySignal();
    std::atomic<bool> done = false;
    std::thread body([&] {
        m_body(held, *bodySignal);
        done = true;
        m_signal.wake();
    });
    Instant next = m_ports.clock->now() + renewEvery;
    while (!done && held.isHeld() && m_signal.waitUntil(*m_ports.clock, next)) {
        if (done || !held.isHeld() || m_ports.clock->now() < next)
            continue;
        next = m_ports.clock->now() + (renew(held) ? renewEvery : askAgainAfterError);
    }
    if (!held.isHeld() && !m_signal.isStopping())
        qCWarning(lcMail).noquote() << "the lease of" << m_name << "is lost; the work is stopped";
    bodySignal->stop();
    body.join();
    if (held.isHeld() && m_store) {
        if (const Result<void> released = m_store->releaseLease(held.lease()); !released)
            qCWarning(lcMail).noquote() << "the lease of" << m_name << "runs out by itself:" << released.error().detail;
    }
}

bool LeasedJob::renew(HeldLease &held)
{
    if (!m_store) {
        Result<std::unique_ptr<MailStore>> opened = m_ports.openStore();
        if (!opened)
            return false;
        m_store = *std::move(opened);
    }
    const Result<Lease> renewed = m_store->renewLease(held.lease(), m_ports.clock->now(), leaseTime);
    if (renewed)
        return held.extend(*renewed);
    if (!held.dropIfFenced(renewed.error()) && renewed.error().code == ErrorCode::Offline)
        m_store.reset();
    return false;
}

} // namespace deskhand
