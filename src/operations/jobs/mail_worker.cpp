// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/mail_worker.h"

#include "operations/jobs/arrival_applier.h"
#include "operations/jobs/mail_dispatch.h"

#include <optional>

namespace deskhand {
namespace {

constexpr qint64 lookAtMailboxesEvery = 5000; // ms
constexpr qint64 lookAtLanesEvery = 50;
constexpr qint64 lookAtArrivalsEvery = 30'000;

LeasedJob::StoreOpener leasesOf(const MailJobPorts &ports)
{
    return [open = ports.openStore]() -> Result<std::unique_ptr<LeaseStore>> {
        Result<std::unique_ptr<MailStore>> opened = open();
        if (!opened)
            return opened.error();
        return std::unique_ptr<LeaseStore>(*std::move(opened));
    };
}

/// The store that the coordinating thread of a job asks for the mailboxes.
class MailboxLook
{
public:
    explicit MailboxLook(const MailJobPorts &ports)
        : m_ports(ports)
    {
    }

    Result<QVector<MailboxWork>> mailboxes()
    {
        if (!m_store) {
            Result<std::unique_ptr<MailStore>> opened = m_ports.openStore();
            if (!opened)
                return opened.error();
            m_store = *std::move(opened);
        }
        Result<QVector<MailboxWork>> works = m_store->mailboxes();
        if (!works && works.error().code == ErrorCode::Offline)
            m_store.reset();
        return works;
    }

private:
    const MailJobPorts &m_ports;
    std::unique_ptr<MailStore> m_store;
};

/// Applies what is stored, in a thread of its own, while more is fetched.
class ApplyingThread
{
public:
    ApplyingThread(const MailJobPorts &ports, ArrivalApplier &applier, HeldLease &lease)
        : m_ports(ports)
        , m_applier(applier)
        , m_thread([this, &lease] {
            const KeepGoing keepGoing = [this] { return !m_signal.isStopping(); };
            while (!m_signal.isStopping() && lease.isHeld()) {
                const Instant next = m_applier.applyAll(keepGoing);
                const Instant latest = m_ports.clock->now() + lookAtArrivalsEvery;
                m_signal.waitUntil(*m_ports.clock, next == 0 ? latest : qMin(next, latest));
            }
        })
    {
    }
    ~ApplyingThread()
    {
        m_signal.stop();
        m_applier.stop();
        m_thread.join();
    }
    ApplyingThread(const ApplyingThread &) = delete;
    ApplyingThread &operator=(const ApplyingThread &) = delete;

    void wake() { m_signal.wake(); }

private:
    const MailJobPorts &m_ports;
    ArrivalApplier &m_applier;
    JobSignal m_signal;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace

MailWorker::MailWorker(const MailJobPorts &ports, const Options &options)
    : m_ports(ports)
    , m_options(options)
    , m_intake(QStringLiteral("mail-intake"), jobOwner(options.owner), leasesOf(ports), ports.clock,
               [this](HeldLease &lease, JobSignal &signal) { receive(lease, signal); })
    , m_delivery(QStringLiteral("mail-delivery"), jobOwner(options.owner), leasesOf(ports), ports.clock,
                 [this](HeldLease &lease, JobSignal &signal) { send(lease, signal); })
{
}

MailWorker::~MailWorker()
{
    stop();
}

void MailWorker::start()
{
    if (m_options.receives)
        m_intake.start();
    if (m_options.sends)
        m_delivery.start();
}

Result<void> MailWorker::runOnce()
{
    m_mode = Mode::Once;
    if (m_options.receives) {
        if (const Result<void> received = m_intake.runOnce(); !received)
            return received;
    }
    return m_options.sends ? m_delivery.runOnce() : Result<void>();
}

void MailWorker::stop()
{
    m_intake.stop();
    m_delivery.stop();
}

void MailWorker::wake()
{
    m_intake.wake();
    m_delivery.wake();
}

MailWorkDone MailWorker::done() const
{
    return {m_fetched, m_applied, m_sent, m_receiveFailed + m_sendFailed};
}

void MailWorker::receive(HeldLease &lease, JobSignal &signal)
{
    const KeepGoing keepGoing = [&] { return !signal.isStopping() && lease.isHeld(); };
    const MailWorkDone before = done();
    const qint64 failedBefore = m_receiveFailed;
    MailboxLook look(m_ports);
    ArrivalApplier applier(m_ports, lease);
    std::optional<ApplyingThread> applying;
    if (m_mode == Mode::Forever)
        applying.emplace(m_ports, applier, lease);
    MailboxCrowd crowd(m_ports, lease, m_options.limits, [&applying] {
        if (applying)
            applying->wake();
    });
    const auto count = [&] {
        m_fetched = before.fetched + crowd.fetched();
        m_applied = before.applied + applier.applied();
        m_receiveFailed = failedBefore + crowd.failed() + applier.failed();
    };
    while (keepGoing()) {
        const Result<QVector<MailboxWork>> works = look.mailboxes();
        if (works) {
            applier.setMailboxes(*works);
            crowd.setMailboxes(*works);
        }
        if (works && m_mode == Mode::Once) {
            crowd.waitUntilSeen(keepGoing);
            applier.applyAll(keepGoing);
            break;
        }
        signal.waitUntil(*m_ports.clock, m_ports.clock->now() + lookAtMailboxesEvery);
        count();
    }
    count();
}

void MailWorker::send(HeldLease &lease, JobSignal &signal)
{
    const qint64 sentBefore = m_sent;
    MailboxLook look(m_ports);
    MailDispatch dispatch(m_ports, lease);
    Instant lookedAt = 0;
    while (!signal.isStopping() && lease.isHeld()) {
        const Instant now = m_ports.clock->now();
        if (lookedAt == 0 || now - lookedAt >= lookAtMailboxesEvery) {
            const Result<QVector<MailboxWork>> works = look.mailboxes();
            if (works) {
                dispatch.setMailboxes(*works);
                lookedAt = now;
            }
        }
        const Instant next = lookedAt == 0 ? now + lookAtMailboxesEvery : dispatch.dispatch();
        m_sent = sentBefore + dispatch.sent();
        if (m_mode == Mode::Once && lookedAt != 0 && dispatch.isIdle())
            break;
        signal.waitUntil(*m_ports.clock, m_mode == Mode::Once ? now + lookAtLanesEvery : next);
    }
    m_sent = sentBefore + dispatch.sent();
    m_sendFailed += dispatch.failed();
}

} // namespace deskhand
