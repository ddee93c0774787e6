// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/leased_job.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUuid>

#include <atomic>

namespace deskhand {
namespace {

constexpr qint64 askForLeaseEvery = 5000; // ms
constexpr qint64 askAgainAfterError = 1000;
constexpr qint64 askAgainAfterLoss = 100; // a computer that was asleep has lost it to nobody

} // namespace

QString jobOwner(const QString &given)
{
    if (!given.isEmpty())
        return given;
    return QStringLiteral("%1/%2/%3")
        .arg(QSysInfo::machineHostName())
        .arg(QCoreApplication::applicationPid())
        .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
}

LeasedJob::LeasedJob(QString name, QString owner, StoreOpener openStore, std::shared_ptr<const Clock> clock, Body body)
    : m_name(std::move(name))
    , m_owner(std::move(owner))
    , m_openStore(std::move(openStore))
    , m_clock(std::move(clock))
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
        qint64 again = taken ? askForLeaseEvery : askAgainAfterError;
        if (taken && *taken) {
            workUnder(**taken);
            again = askAgainAfterLoss;
        }
        m_signal.waitUntil(*m_clock, m_clock->now() + again);
    }
    m_store.reset(); // in the thread that has opened it
}

Result<void> LeasedJob::openStore()
{
    if (m_store)
        return {};
    Result<std::unique_ptr<LeaseStore>> opened = m_openStore();
    if (!opened)
        return opened.error();
    m_store = *std::move(opened);
    return {};
}

Result<std::optional<Lease>> LeasedJob::take()
{
    if (const Result<void> opened = openStore(); !opened)
        return opened.error();
    Result<std::optional<Lease>> taken = m_store->takeLease(m_name, m_owner, m_clock->now(), leaseTime);
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
    HeldLease held(m_clock);
    held.hold(taken);
    const std::shared_ptr<JobSignal> bodySignal = newBodySignal();
    std::atomic<bool> done = false;
    std::thread body([&] {
        m_body(held, *bodySignal);
        done = true;
        m_signal.wake();
    });
    Instant next = m_clock->now() + renewEvery;
    while (!done && held.isHeld() && m_signal.waitUntil(*m_clock, next)) {
        if (done || !held.isHeld())
            continue;
        const Instant now = m_clock->now();
        if (now < next && next - now <= renewEvery) // else the clock was set back
            continue;
        next = m_clock->now() + (renew(held) ? renewEvery : askAgainAfterError);
    }
    if (!held.isHeld() && !m_signal.isStopping())
        qCWarning(lcOperations).noquote() << "the lease of" << m_name << "is lost; the work is stopped";
    bodySignal->stop();
    body.join();
    if (held.isHeld() && m_store) {
        if (const Result<void> released = m_store->releaseLease(held.lease()); !released)
            qCWarning(lcOperations).noquote()
                << "the lease of" << m_name << "runs out by itself:" << released.error().detail;
    }
}

bool LeasedJob::renew(HeldLease &held)
{
    if (!openStore())
        return false;
    const Result<Lease> renewed = m_store->renewLease(held.lease(), m_clock->now(), leaseTime);
    if (renewed)
        return held.extend(*renewed);
    if (!held.dropIfFenced(renewed.error()) && renewed.error().code == ErrorCode::Offline)
        m_store.reset();
    return false;
}

} // namespace deskhand
