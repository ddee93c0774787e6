// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_desk_sync.h"

#include "base/deliver.h"

#include <QPromise>

namespace deskhand {

ReplicaDeskSync::ReplicaDeskSync(ReplicaCore &core, ReplicaSyncer &syncer, ReplicaSender &sender)
    : m_core(core)
    , m_syncer(syncer)
    , m_sender(sender)
{
    connect(&m_syncer, &ReplicaSyncer::stateChanged, this, &ReplicaDeskSync::tell);
    connect(&m_core, &ReplicaCore::queueChanged, this, [this] {
        Q_EMIT queueChanged();
        tell();
    });
    connect(&m_core, &ReplicaCore::ticketSettled, this, &DeskSync::ticketSettled);
    connect(&m_core, &ReplicaCore::viewSettled, this, &DeskSync::viewSettled);
}

void ReplicaDeskSync::tell()
{
    const SyncState now = state();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT stateChanged(now);
}

SyncState ReplicaDeskSync::state() const
{
    SyncState now = m_syncer.state();
    for (const OutboxCommand &command : m_core.queue()) {
        const auto state = QueuedState(command.state);
        if (state != QueuedState::Waiting && state != QueuedState::Sending)
            ++now.attention;
        else if (!isLook(command.command.body))
            ++now.queued;
    }
    return now;
}

QVector<QueuedCommand> ReplicaDeskSync::queue() const
{
    QVector<QueuedCommand> queue;
    for (const OutboxCommand &command : m_core.queue()) {
        // That something was looked at is nobody's concern.
        if (isLook(command.command.body))
            continue;
        QueuedCommand queued;
        queued.command = command.command;
        queued.state = QueuedState(command.state);
        queued.at = command.at;
        queued.ticket = m_core.known(command.ticket);
        queued.ticketNumber = command.ticketNumber;
        queued.ticketSubject = command.ticketSubject;
        queued.refusal = command.refusal;
        queued.conflicts = command.conflicts;
        queued.attempts = command.attempts;
        queue.append(std::move(queued));
    }
    return queue;
}

void ReplicaDeskSync::tryNow()
{
    m_syncer.syncNow();
    m_sender.kick();
}

QFuture<Result<void>> ReplicaDeskSync::change(std::function<Result<ReplicaEffect>(ReplicaStore &)> fn)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_core.change(std::move(fn), this, [promise](const Result<ReplicaEffect> &effect) {
        promise->addResult(effect ? Result<void>() : Result<void>(effect.error()));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<void>> ReplicaDeskSync::insist(const CommandId &command)
{
    return change([command](ReplicaStore &store) { return store.insist(command); });
}

QFuture<Result<void>> ReplicaDeskSync::giveUp(const CommandId &command)
{
    return change([command](ReplicaStore &store) { return store.drop(command); });
}

ReplicaScope ReplicaDeskSync::scope() const
{
    return m_core.notes().scope;
}

void ReplicaDeskSync::setScope(const ReplicaScope &scope)
{
    ReplicaNotes notes = m_core.notes();
    if (notes.scope == scope)
        return;
    notes.scope = scope;
    notes.complete = false;
    m_core.setNotes(notes);
    m_syncer.listAgain();
}

} // namespace deskhand
