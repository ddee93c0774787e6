// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/arrival_applier.h"

#include "base/logging.h"
#include "operations/jobs/retry_times.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int arrivalsAtOnce = 256;
constexpr int attemptsAsItIs = 3; ///< then it is applied as a problem
const QUuid arrivalNamespace(QStringLiteral("{3d0c1f4a-8d1e-4f6c-9a3b-5b1f0f7c6a10}"));

} // namespace

Command commandFor(const PendingArrival &arrival, AcceptMail accept)
{
    Command command;
    command.id = QUuid::createUuidV5(
        arrivalNamespace,
        QStringLiteral("%1/%2").arg(arrival.id.value).arg(QString::fromLatin1(arrival.sha256.toHex())));
    command.actorKind = ActorKind::System;
    command.why = QStringLiteral("mail-intake");
    command.body = std::move(accept);
    return command;
}

AcceptMail asProblem(const AcceptMail &accept, const QString &problem)
{
    AcceptMail made;
    made.source = accept.source;
    made.subject = accept.subject.isEmpty() ? QStringLiteral("mail.eml") : accept.subject;
    made.mailbox = accept.mailbox;
    made.arrival = accept.arrival;
    made.queue = accept.queue;
    made.nature = MailNature::Automatic; // no machine answers what no machine has understood
    made.problem = problem;
    made.article.senderRole = SenderRole::Customer;
    made.article.channel = Channel::Email;
    made.article.subject = made.subject;
    made.article.automatic = true;
    made.article.raw = accept.article.raw;
    made.article.attachments = {
        {QStringLiteral("mail.eml"), QStringLiteral("application/octet-stream"), accept.article.raw, false, {}}};
    return made;
}

ArrivalApplier::ArrivalApplier(const MailJobPorts &ports, HeldLease &lease)
    : m_ports(ports)
    , m_lease(lease)
    , m_reader(ports)
{
}

void ArrivalApplier::setMailboxes(const QVector<MailboxWork> &works)
{
    const std::lock_guard lock(m_mutex);
    m_mailboxes.clear();
    for (const MailboxWork &work : works)
        m_mailboxes.insert(work.mailbox.id, work.mailbox);
}

Result<void> ArrivalApplier::openStore()
{
    if (m_store)
        return {};
    Result<std::unique_ptr<MailStore>> opened = m_ports.openStore();
    if (!opened)
        return opened.error();
    m_store = *std::move(opened);
    return {};
}

Result<QVector<PendingArrival>> ArrivalApplier::dueArrivals()
{
    if (const Result<void> opened = openStore(); !opened)
        return opened.error();
    // Those that wait for another attempt are the oldest; they must not be all that is seen.
    Result<QVector<PendingArrival>> pending = m_store->pendingArrivals(arrivalsAtOnce + int(m_later.size()));
    if (!pending) {
        if (pending.error().code == ErrorCode::Offline)
            m_store.reset();
        return pending;
    }
    const Instant now = m_ports.clock->now();
    const auto waits = [this, now](const PendingArrival &arrival) { return m_later.value(arrival.id, 0) > now; };
    pending->erase(std::remove_if(pending->begin(), pending->end(), waits), pending->end());
    return pending;
}

Instant ArrivalApplier::applyAll(const KeepGoing &keepGoing)
{
    while (keepGoing() && m_lease.isHeld()) {
        const Result<QVector<PendingArrival>> due = dueArrivals();
        if (!due)
            return m_ports.clock->now() + storeRetryDelay(++m_storeFailures);
        if (due->isEmpty())
            break;
        QHash<MailboxId, Mailbox> mailboxes;
        {
            const std::lock_guard lock(m_mutex);
            mailboxes = m_mailboxes;
        }
        m_reader.start(*due, mailboxes);
        while (std::optional<ReadArrival> next = m_reader.take()) {
            if (!keepGoing() || !m_lease.isHeld() || apply(*std::move(next)) == Step::Wait) {
                m_reader.start({}, {});
                while (m_reader.take()) {
                }
                return m_waitUntil;
            }
        }
    }
    Instant next = 0;
    for (const Instant at : std::as_const(m_later))
        next = next == 0 ? at : std::min(next, at);
    return next;
}

ArrivalApplier::Step ArrivalApplier::apply(ReadArrival read)
{
    if (!read.accept)
        return noteFailure(read.arrival, read.accept.error());
    const bool givenUp = read.arrival.attempts >= attemptsAsItIs;
    AcceptMail accept = givenUp ? asProblem(*read.accept, QStringLiteral("not-applied")) : *std::move(read.accept);
    const Result<CommandAnswer> answer = m_ports.submit(commandFor(read.arrival, std::move(accept)));
    if (!answer)
        return noteFailure(read.arrival, answer.error());
    m_later.remove(read.arrival.id);
    m_storeFailures = 0;
    ++m_applied;
    return Step::Next;
}

ArrivalApplier::Step ArrivalApplier::noteFailure(const PendingArrival &arrival, const Error &error)
{
    ++m_failed;
    qCWarning(lcMail).noquote() << "the stored mail" << arrival.id.value
                                << "was not applied:" << errorCodeName(error.code) << error.where << error.detail;
    const Instant now = m_ports.clock->now();
    if (isTroubleOfDesk(error)) {
        m_waitUntil = now + storeRetryDelay(++m_storeFailures);
        return Step::Wait;
    }
    m_later.insert(arrival.id, now + applyRetryDelay(arrival.attempts + 1));
    if (const Result<void> opened = openStore(); !opened)
        return Step::Next; // it is tried again as if this had not been
    const Result<void> noted = m_store->noteArrivalFailure(m_lease.lease(), arrival.id, errorCodeName(error.code));
    if (!noted && !m_lease.dropIfFenced(noted.error()) && noted.error().code == ErrorCode::Offline)
        m_store.reset();
    return Step::Next;
}

} // namespace deskhand
