// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_sender.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestPauseMs = 60'000;
constexpr int firstPauseMs = 250;

bool waits(const OutboxCommand &command)
{
    return command.state == int(QueuedState::Waiting) || command.state == int(QueuedState::Sending);
}

/// The tickets of which nothing that comes later can go before it.
QVector<TicketId> heldUpBy(const OutboxCommand &command)
{
    if (waits(command))
        return command.concerns;
    return command.state == int(QueuedState::Conflict) ? QVector<TicketId>() : madeTickets(command);
}

bool isAboutUnseen(const Error &error)
{
    return error.code == ErrorCode::Conflict && error.payload.contains(QStringLiteral("unseen"));
}

} // namespace

ReplicaSender::ReplicaSender(ReplicaCore &core, Desk &remote, SyncSource &source, ReplicaSyncer &syncer)
    : m_core(core)
    , m_remote(remote)
    , m_source(source)
    , m_syncer(syncer)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ReplicaSender::kick);
    connect(&m_core, &ReplicaCore::queueChanged, this, &ReplicaSender::kick);
    connect(&m_syncer, &ReplicaSyncer::wentOnline, this, &ReplicaSender::kick);
}

QFuture<Result<CommandAnswer>> ReplicaSender::follow(const Command &command, const CommandAnswer &here, int patienceMs)
{
    const bool open =
        std::any_of(m_core.queue().cbegin(), m_core.queue().cend(),
                    [&command](const OutboxCommand &other) { return other.command.id == command.id && waits(other); });
    if (!open || patienceMs <= 0 || !m_syncer.isOnline())
        return readyFuture(Result<CommandAnswer>(here));
    Follower follower;
    follower.here = here;
    follower.promise = std::make_shared<QPromise<Result<CommandAnswer>>>();
    follower.promise->start();
    m_followers.insert(command.id, follower);
    QTimer::singleShot(patienceMs, this, [this, id = command.id, here] { resolve(id, here); });
    kick();
    return follower.promise->future();
}

void ReplicaSender::resolve(const CommandId &id, const Result<CommandAnswer> &answer)
{
    const auto found = m_followers.find(id);
    if (found == m_followers.end())
        return;
    Follower follower = *found;
    m_followers.erase(found);
    follower.promise->addResult(answer);
    follower.promise->finish();
}

void ReplicaSender::kick()
{
    if (!m_syncer.isOnline()) {
        const auto waiting = m_followers;
        for (auto follower = waiting.cbegin(); follower != waiting.cend(); ++follower)
            resolve(follower.key(), follower->here);
        return;
    }
    QSet<TicketId> heldUp;
    bool viewsHeldUp = false;
    for (const OutboxCommand &command : m_core.queue()) {
        const bool isOfView = isOfViews(command.command.body);
        const bool isFree = !(isOfView && viewsHeldUp)
                            && std::none_of(command.concerns.cbegin(), command.concerns.cend(),
                                            [&heldUp](TicketId ticket) { return heldUp.contains(ticket); });
        viewsHeldUp |= isOfView && waits(command);
        for (const TicketId ticket : heldUpBy(command))
            heldUp.insert(ticket);
        if (isFree && waits(command) && !m_underWay.contains(command.command.id) && m_underWay.size() < sentAtOnce)
            send(command);
    }
}

void ReplicaSender::send(const OutboxCommand &command)
{
    m_underWay.insert(command.command.id);
    deliver(m_core.write([id = command.command.id](ReplicaStore &store) { return store.beginSending(id); }), this,
            [this, command](const Result<Command> &begun) {
                if (!begun) {
                    sent(command.command.id);
                    return;
                }
                deliver(m_remote.submit(*begun), this, [this, command, begun](const Result<CommandAnswer> &answer) {
                    takeAnswer(command, *begun, answer);
                });
            });
}

void ReplicaSender::sent(const CommandId &id)
{
    m_underWay.remove(id);
}

void ReplicaSender::later(int attempts)
{
    if (!m_retry.isActive())
        m_retry.start(qMin(longestPauseMs, firstPauseMs << qMin(attempts, 8)));
}

void ReplicaSender::takeAnswer(const OutboxCommand &command, const Command &begun, const Result<CommandAnswer> &answer)
{
    if (!answer) {
        takeRefusal(command, answer.error());
        return;
    }
    if (isLook(begun.body)) {
        finish(command, *answer, nullptr);
        return;
    }
    settle(command, *answer);
}

void ReplicaSender::takeRefusal(const OutboxCommand &command, const Error &error)
{
    const CommandId id = command.command.id;
    const bool isDefect = error.code == ErrorCode::Internal || error.code == ErrorCode::Corrupt;
    if (meansAgain(error.code) && !(isDefect && ++m_defects[id] >= mostAttempts)) {
        sent(id);
        m_syncer.tell(error);
        resolve(id, m_followers.value(id).here);
        later(command.attempts);
        return;
    }
    m_defects.remove(id);
    const auto done = [this, id](const Result<ReplicaEffect> &) {
        sent(id);
        kick();
    };
    // Who still waits for the answer has the text in front of them, and decides there. From here on nobody tells them
    // anything else: their patience may end before the command is gone.
    if (m_followers.contains(id) && !std::holds_alternative<OpenTicket>(command.command.body)) {
        const Follower follower = m_followers.take(id);
        m_core.change(
            [id, error](ReplicaStore &store) -> Result<ReplicaEffect> {
                if (Result<ReplicaEffect> refused = store.refuse(id, QueuedState::Refused, error); !refused)
                    return refused;
                return store.drop(id);
            },
            this,
            [this, error, done, follower](const Result<ReplicaEffect> &effect) {
                done(effect);
                if (!effect) // it is still in the outbox, and is sent again
                    later(1);
                follower.promise->addResult(effect ? Result<CommandAnswer>(error) : follower.here);
                follower.promise->finish();
            });
        return;
    }
    const QueuedState state = isAboutUnseen(error) ? QueuedState::Held : QueuedState::Refused;
    m_core.change([id, state, error](ReplicaStore &store) { return store.refuse(id, state, error); }, this,
                  [this, id, error, done](const Result<ReplicaEffect> &effect) {
                      done(effect);
                      resolve(id, error);
                  });
}

/// Its rows come before it counts as done: until then it is shown as it was made here.
void ReplicaSender::settle(const OutboxCommand &command, const CommandAnswer &answer)
{
    QVector<TicketId> tickets;
    for (const TicketId ticket : command.concerns + QVector<TicketId>{answer.ticket}) {
        if (ticket.isValid() && !isProvisional(ticket) && !tickets.contains(ticket))
            tickets.append(ticket);
    }
    if (tickets.isEmpty()) {
        finish(command, answer, nullptr);
        return;
    }
    deliver(m_source.syncTickets(tickets, m_core.me()), this, [this, command, answer](const Result<SyncRows> &rows) {
        if (rows) {
            finish(command, answer, &rows);
            return;
        }
        // Sent again it gives the same answer.
        sent(command.command.id);
        m_syncer.tell(rows.error());
        resolve(command.command.id, answer);
        later(command.attempts);
    });
}

void ReplicaSender::finish(const OutboxCommand &command, const CommandAnswer &answer, const Result<SyncRows> *rows)
{
    const CommandId id = command.command.id;
    m_defects.remove(id);
    std::optional<SyncRows> came;
    if (rows)
        came = **rows;
    const auto settle = [id, answer, came, scope = m_core.notes().scope](ReplicaStore &store) -> Result<ReplicaEffect> {
        if (!came)
            return store.settle(id, answer, nullptr, scope);
        const Result<ReplicaRows> apart = takeApart(*came);
        return apart ? store.settle(id, answer, &*apart, scope) : Result<ReplicaEffect>(apart.error());
    };
    m_core.change(settle, this, [this, id, answer](const Result<ReplicaEffect> &settled) {
        sent(id);
        resolve(id, answer);
        if (settled)
            kick();
        else
            later(1);
    });
}

} // namespace deskhand
