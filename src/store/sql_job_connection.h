// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/lease_store.h"
#include "store/postgres_address.h"

#include <functional>
#include <memory>

namespace deskhand {

class Connection;

/// The connection that a job works on, made when it is first needed and again after it broke, in the thread that uses
/// it; and the leases, which are the same for every job. The lease of a change is checked in its transaction and, on a
/// server, held until its commit, so that who has lost it commits nothing.
class SqlJobConnection
{
public:
    using Opener = std::function<Result<std::unique_ptr<Connection>>()>;
    using Work = std::function<Result<void>(Connection &)>;

    explicit SqlJobConnection(Opener opener);
    ~SqlJobConnection();
    SqlJobConnection(const SqlJobConnection &) = delete;
    SqlJobConnection &operator=(const SqlJobConnection &) = delete;

    /// For a single look. Errors: of the opener.
    [[nodiscard]] Result<Connection *> connection();
    /// In one transaction of which everything is durable or nothing is.
    [[nodiscard]] Result<void> change(const Work &work);
    /// As change(), refused when the lease is not the newest.
    [[nodiscard]] Result<void> changeUnder(const Lease &lease, const Work &work);
    /// Several looks at the same state.
    [[nodiscard]] Result<void> look(const Work &work);

    // See LeaseStore.
    [[nodiscard]] Result<std::optional<Lease>> takeLease(const QString &name, const QString &owner, Instant now,
                                                         qint64 milliseconds);
    [[nodiscard]] Result<Lease> renewLease(const Lease &lease, Instant now, qint64 milliseconds);
    [[nodiscard]] Result<void> releaseLease(const Lease &lease);
    [[nodiscard]] Result<void> noteFailures(const Lease &lease, int failures, const QString &problem, Instant at);

    /// Opens connections to a desk's file, which has been looked at once so that what is wrong with it is known before
    /// a thread is there that would have to say it. Errors: NotFound, Denied, Corrupt, TooOld, TooNew, Conflict.
    [[nodiscard]] static Result<Opener> ofFile(const QString &path);
    /// Likewise to a desk on a server, as its owner or a service. Errors: those of PostgresConnection::open(), TooOld,
    /// TooNew.
    [[nodiscard]] static Result<Opener> ofServer(const PostgresAddress &address);

private:
    Opener m_opener;
    std::unique_ptr<Connection> m_connection;
};

} // namespace deskhand
