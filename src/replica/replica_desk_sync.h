// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk_sync.h"
#include "replica/replica_core.h"
#include "replica/replica_sender.h"
#include "replica/replica_syncer.h"

namespace deskhand {

/// What a client is told of its replica, and can tell it. The references outlive it. GUI thread.
class ReplicaDeskSync final : public DeskSync
{
    Q_OBJECT

public:
    ReplicaDeskSync(ReplicaCore &core, ReplicaSyncer &syncer, ReplicaSender &sender);

    [[nodiscard]] SyncState state() const override;
    [[nodiscard]] QVector<QueuedCommand> queue() const override;
    void tryNow() override;
    QFuture<Result<void>> insist(const CommandId &command) override;
    QFuture<Result<void>> giveUp(const CommandId &command) override;
    [[nodiscard]] ReplicaScope scope() const override;
    void setScope(const ReplicaScope &scope) override;

private:
    QFuture<Result<void>> change(std::function<Result<ReplicaEffect>(ReplicaStore &)> fn);
    void tell();

    ReplicaCore &m_core;
    ReplicaSyncer &m_syncer;
    ReplicaSender &m_sender;
    SyncState m_told;
};

} // namespace deskhand
