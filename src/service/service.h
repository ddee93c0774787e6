// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/sealed_secret.h"
#include "operations/account_store.h"
#include "service/config/service_config.h"
#include "service/watch/service_log.h"
#include "store/local_desk.h"

#include <functional>
#include <memory>

namespace deskhand {

/// Jobs that work for the desk in the service's process: mail, clocks. Destroying them ends them.
class ServiceJobs
{
public:
    virtual ~ServiceJobs() = default;
    /// The desk has changed; in the desk's thread.
    virtual void heed(const QVector<Change> &changes) = 0;
    /// More lines for /metrics; in the desk's thread.
    virtual void writeMetrics(QByteArray *text) const = 0;
};

/// What a service needs of the program that it runs in.
struct ServicePorts {
    /// Called in the desk's thread; none: this process has no jobs.
    std::function<std::unique_ptr<ServiceJobs>(LocalDesk &desk)> startJobs;
    /// The desk's keys, see AccountsOptions::keys; in threads of the service's.
    std::function<Result<SealKeys>(LocalDesk &desk)> keys;
    std::shared_ptr<const Clock> clock; ///< null: the machine's
};

/// A desk that is served: the desk in a thread of its own, its accounts, the hub that pushes, the jobs, and the edge
/// that listens. `deskhandd` is this and a signal handler. Several of them may serve one desk on a PostgreSQL: what a
/// client has to do with one it can go on with at another.
class Service
{
public:
    /// Blocks until it listens. `log` outlives it. Errors: those of opening the desk and of HttpServer::start(), their
    /// `where` telling which.
    [[nodiscard]] static Result<std::unique_ptr<Service>> start(const ServiceConfig &config, const ServicePorts &ports,
                                                                ServiceLog &log);
    /// drain(0) if nobody did.
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    [[nodiscard]] quint16 port() const;
    /// Reads the certificate again. Errors: those of HttpServer::reloadCertificate().
    Result<void> reload();
    /// Tells the clients, answers what has begun, and ends. Blocks, at most so long. Once.
    void drain(int milliseconds);

private:
    class Running;
    explicit Service(std::unique_ptr<Running> running);
    std::unique_ptr<Running> m_running;
};

} // namespace deskhand
