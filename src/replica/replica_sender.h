// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "replica/replica_core.h"
#include "replica/replica_syncer.h"

#include <QHash>
#include <QObject>
#include <QPromise>
#include <QSet>
#include <QTimer>

namespace deskhand {

/// Sends what waits in the outbox: of each ticket one after the other, of several side by side. GUI thread.
class ReplicaSender final : public QObject
{
    Q_OBJECT

public:
    static constexpr int sentAtOnce = 4;
    /// A defect at the other end is somebody's affair after as many attempts that have met it.
    static constexpr int mostAttempts = 12;

    ReplicaSender(ReplicaCore &core, Desk &remote, SyncSource &source, ReplicaSyncer &syncer);

    /// Gives the command's answer: the service's when it comes within `patienceMs`, else the one that it had here. What
    /// the service refuses within that time is not kept.
    QFuture<Result<CommandAnswer>> follow(const Command &command, const CommandAnswer &here, int patienceMs);
    void kick();

private:
    struct Follower {
        std::shared_ptr<QPromise<Result<CommandAnswer>>> promise;
        CommandAnswer here;
    };

    void send(const OutboxCommand &command);
    void takeAnswer(const OutboxCommand &command, const Command &sent, const Result<CommandAnswer> &answer);
    void takeRefusal(const OutboxCommand &command, const Error &error);
    void settle(const OutboxCommand &command, const CommandAnswer &answer);
    void finish(const OutboxCommand &command, const CommandAnswer &answer, const Result<SyncRows> *rows);
    void sent(const CommandId &id);
    void resolve(const CommandId &id, const Result<CommandAnswer> &answer);
    void later(int attempts);

    ReplicaCore &m_core;
    Desk &m_remote;
    SyncSource &m_source;
    ReplicaSyncer &m_syncer;
    QSet<CommandId> m_underWay;
    QHash<CommandId, Follower> m_followers;
    QHash<CommandId, int> m_defects; ///< of commands that wait: how often the service has failed at them
    QTimer m_retry;
};

} // namespace deskhand
