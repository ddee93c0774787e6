// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk_sync.h"
#include "remote/remote_desk.h"

#include <memory>

namespace deskhand {

class ReplicaDesk;

/// A desk behind a service with the copy of it on this computer: the way to the service, and the door that works
/// without it.
class ServiceDesk final
{
public:
    /// `file`: the copy; its folder is made when it is not there. Blocks for the few milliseconds that opening a file
    /// takes. Errors: those of ReplicaDesk::open().
    [[nodiscard]] static Result<std::unique_ptr<ServiceDesk>> open(const RemotePlace &place, const QByteArray &token,
                                                                   PersonId me, const QString &file);
    /// A copy that somebody else has opened and that outlives this, without a way of its own.
    ServiceDesk(Desk &desk, DeskSync &sync);
    ~ServiceDesk();
    ServiceDesk(const ServiceDesk &) = delete;
    ServiceDesk &operator=(const ServiceDesk &) = delete;

    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] DeskSync &sync() { return *m_sync; }
    /// Null: it has none of its own.
    [[nodiscard]] RemoteDesk *remote() { return m_remote.get(); }

private:
    ServiceDesk();

    std::unique_ptr<RemoteDesk> m_remote;
    std::unique_ptr<ReplicaDesk> m_replica; ///< goes first
    Desk *m_desk = nullptr;
    DeskSync *m_sync = nullptr;
};

} // namespace deskhand
