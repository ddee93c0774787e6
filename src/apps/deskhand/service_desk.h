// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/desk_sync.h"
#include "remote/remote_desk.h"

#include <atomic>
#include <memory>

namespace deskhand {

class ReplicaDesk;

/// The clock of a service as far as it is known here, else this computer's: what is sent "in fifteen seconds" leaves
/// then, and "ten minutes ago" is true, on a laptop whose clock is hours off, too. Thread-safe.
class ServiceClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return SystemClock().now() + m_ahead; }
    /// The service's clock minus ours. What is less than network and clocks are wrong by anyway does not count.
    void setSkew(qint64 milliseconds) { m_ahead = qAbs(milliseconds) < leastSkewMs ? 0 : milliseconds; }
    [[nodiscard]] qint64 ahead() const { return m_ahead; }

private:
    static constexpr qint64 leastSkewMs = 2'000;
    std::atomic<qint64> m_ahead = 0;
};

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
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    /// Null: it has none of its own.
    [[nodiscard]] RemoteDesk *remote() { return m_remote.get(); }

private:
    ServiceDesk();

    std::shared_ptr<ServiceClock> m_clock = std::make_shared<ServiceClock>();
    std::unique_ptr<RemoteDesk> m_remote;
    std::unique_ptr<ReplicaDesk> m_replica; ///< goes first
    Desk *m_desk = nullptr;
    DeskSync *m_sync = nullptr;
};

} // namespace deskhand
