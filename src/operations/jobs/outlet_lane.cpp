// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/outlet_lane.h"

#include "base/logging.h"
#include "operations/jobs/refresh_token.h"
#include "operations/jobs/retry_times.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 keepOutletOpen = 10'000; // ms; many servers end a silent session after a minute or less
constexpr int reportAttemptsAtTheEnd = 20;
constexpr int reportAttemptsRefused = 5;
const QUuid deliveryNamespace(QStringLiteral("{b8e0f6a2-61f7-4a0e-8a5c-0d8a3f1c2e77}"));

} // namespace

Command deliveryReport(const DueMail &mail, const SmtpOutcome &outcome, Instant now)
{
    RecordDelivery record;
    record.mail = mail.id;
    QString attempt = QString::number(mail.id.value);
    for (const RecipientDelivery &due : mail.recipients) {
        const auto judged =
            std::find_if(outcome.recipients.cbegin(), outcome.recipients.cend(),
                         [&due](const RecipientDelivery &one) { return one.address.address == due.address.address; });
        RecipientDelivery recipient = due;
        recipient.state = DeliveryState::Delayed; // nothing was said of it
        if (judged != outcome.recipients.cend()) {
            recipient.state = judged->state;
            recipient.reply = judged->reply;
            recipient.status = judged->status;
        }
        recipient.at = now;
        record.recipients.append(recipient);
        attempt += QStringLiteral("/%1/%2").arg(due.address.address).arg(due.attempts);
    }
    Command command;
    command.id = QUuid::createUuidV5(deliveryNamespace, attempt);
    command.actorKind = ActorKind::System;
    command.why = QStringLiteral("mail-delivery");
    command.body = std::move(record);
    return command;
}

OutletLane::OutletLane(const MailJobPorts &ports, MailStoreThread &store, HeldLease &lease, MailboxWork work)
    : m_ports(ports)
    , m_store(store)
    , m_lease(lease)
    , m_work(std::move(work))
    , m_thread([this] { run(); })
{
}

OutletLane::~OutletLane()
{
    m_signal.stop();
    m_thread.join();
}

bool OutletLane::mayGoOn() const
{
    return !m_signal.isStopping() && m_lease.isHeld();
}

void OutletLane::send(const DueMail &mail)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(mail);
    }
    m_signal.wake();
}

bool OutletLane::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.empty() && !m_isBusy;
}

void OutletLane::run()
{
    while (mayGoOn()) {
        std::optional<DueMail> next;
        {
            const std::lock_guard lock(m_mutex);
            if (!m_queue.empty()) {
                next = m_queue.front();
                m_queue.pop_front();
            }
            m_isBusy = next.has_value();
        }
        if (next) {
            process(*next);
            continue;
        }
        const Instant now = m_ports.clock->now();
        if (m_outlet && now - m_usedAt >= keepOutletOpen)
            m_outlet.reset();
        m_signal.waitUntil(*m_ports.clock, m_outlet ? m_usedAt + keepOutletOpen : 0);
    }
    if (m_lease.isHeld())
        giveAllBack(m_ports.clock->now(), Error{ErrorCode::Cancelled, {}, {}, {}});
}

Result<void> OutletLane::open()
{
    const Result<MailSecrets> opened = openSecrets(m_ports, m_work);
    if (!opened)
        return opened.error();
    const auto refreshed = [this](const QByteArray &token) {
        keepRefreshToken(m_ports, m_store, m_lease, token, &m_work);
    };
    Result<std::unique_ptr<MailOutlet>> outlet = m_ports.transport->openOutlet(
        m_work.mailbox, *opened, [this] { return mayGoOn(); }, refreshed);
    if (!outlet)
        return outlet.error();
    m_outlet = *std::move(outlet);
    m_failures = 0;
    return {};
}

void OutletLane::process(const DueMail &mail)
{
    const Instant now = m_ports.clock->now();
    const Result<QByteArray> bytes = m_store.run([&](MailStore &store) { return store.mailBytes(mail.id); });
    if (!bytes)
        return giveBack(mail, now + outletRetryDelay(++m_mailFailures[mail.id]), bytes.error());
    const bool wasOpen = m_outlet != nullptr;
    if (const Result<void> opened = wasOpen ? Result<void>() : open(); !opened) {
        const Instant nextAt = m_ports.clock->now() + outletRetryDelay(++m_failures);
        giveBack(mail, nextAt, opened.error());
        giveAllBack(nextAt, opened.error());
        return;
    }
    QVector<MailAddress> recipients;
    for (const RecipientDelivery &recipient : mail.recipients)
        recipients.append(recipient.address);
    if (!mayGoOn())
        return giveBack(mail, now, Error{ErrorCode::Cancelled, {}, {}, {}});
    Result<SmtpOutcome> outcome = m_outlet->send(*bytes, mail.envelopeFrom, recipients);
    // A server may end a session between two mails; that is not this mail's trouble.
    if (!outcome && wasOpen && outcome.error().code == ErrorCode::Offline && mayGoOn() && open())
        outcome = m_outlet->send(*bytes, mail.envelopeFrom, recipients);
    m_usedAt = m_ports.clock->now();
    if (!outcome) {
        m_outlet.reset();
        return giveBack(mail, m_usedAt + outletRetryDelay(++m_mailFailures[mail.id]), outcome.error());
    }
    if (outcome->unknown)
        m_outlet.reset();
    m_mailFailures.remove(mail.id);
    report(deliveryReport(mail, *outcome, m_usedAt));
    ++m_sent;
}

void OutletLane::giveBack(const DueMail &mail, Instant nextAt, const Error &why)
{
    const bool stopped = why.code == ErrorCode::Cancelled;
    m_failed += stopped ? 0 : 1;
    const QString problem =
        stopped ? QString() : QStringLiteral("%1: %2").arg(errorCodeName(why.code), why.detail).left(500);
    const Result<void> given = m_store.run([&](MailStore &store) {
        return store.giveBack(m_lease.lease(), mail.id, stopped ? m_ports.clock->now() : nextAt, problem);
    });
    if (!given && !m_lease.dropIfFenced(given.error()))
        qCWarning(lcMail).noquote() << "mail" << mail.id.value
                                    << "stays claimed until the next holder of the lease:" << given.error().detail;
}

void OutletLane::giveAllBack(Instant nextAt, const Error &why)
{
    std::deque<DueMail> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(m_queue);
    }
    for (const DueMail &mail : waiting)
        giveBack(mail, nextAt, why);
}

/// The mail is out: until that is known to the desk, nothing else is sent. When it never can be, the next holder of the
/// lease finds an attempt without an end and hands over the same bytes again.
void OutletLane::report(const Command &command)
{
    int refused = 0;
    for (int failures = 1;; ++failures) {
        const Result<CommandAnswer> answer = m_ports.submit(command);
        if (answer)
            return;
        refused += isTroubleOfDesk(answer.error()) ? 0 : 1;
        qCWarning(lcMail).noquote() << "an attempt to deliver was not recorded:" << errorCodeName(answer.error().code)
                                    << answer.error().where << answer.error().detail;
        if (refused >= reportAttemptsRefused || (m_signal.isStopping() && failures >= reportAttemptsAtTheEnd))
            return;
        JobSignal pause; // also while stopping
        pause.waitUntil(*m_ports.clock, m_ports.clock->now() + storeRetryDelay(m_signal.isStopping() ? 1 : failures));
    }
}

} // namespace deskhand
