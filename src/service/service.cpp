// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/service.h"

#include "mail/gmime_codec.h"
#include "service/accounts/accounts.h"
#include "service/endpoints/desk_service.h"
#include "service/endpoints/uploads.h"
#include "service/push/push_hub.h"
#include "service/watch/service_metrics.h"
#include "store/sql_account_store.h"
#include "store/sql_upload_store.h"

#include <QThread>

#include <atomic>
#include <utility>

namespace deskhand {
namespace {

Result<std::unique_ptr<LocalDesk>> openServedDesk(const QString &place, const std::shared_ptr<const Clock> &clock)
{
    LocalDeskOptions options;
    options.clock = clock;
    options.codec = makeMailCodec();
    if (!isPostgresUrl(place))
        return LocalDesk::open(place, std::move(options));
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? LocalDesk::openServer(*address, std::move(options))
                   : Result<std::unique_ptr<LocalDesk>>(address.error());
}

} // namespace

/// Begins from the desk upwards and ends from the edge downwards.
class Service::Running
{
public:
    Running(ServiceConfig config, ServicePorts ports, ServiceLog &log)
        : m_config(std::move(config))
        , m_ports(std::move(ports))
        , m_log(log)
    {
        if (!m_ports.clock)
            m_ports.clock = std::make_shared<SystemClock>();
    }
    ~Running() { end(0); }

    Result<void> start();
    void end(int milliseconds);
    [[nodiscard]] HttpServer *server() const { return m_server.get(); }

private:
    Result<void> openDesk();
    void startAccounts();
    [[nodiscard]] std::unique_ptr<Uploads> newUploads() const;
    void endDesk();
    /// Runs it in the desk's thread and waits.
    template <typename Work>
    void inDeskThread(Work work)
    {
        QMetaObject::invokeMethod(m_home.get(), work, Qt::BlockingQueuedConnection);
    }
    [[nodiscard]] QByteArray metricsText() const;
    [[nodiscard]] ServiceStatus status() const;

    ServiceConfig m_config;
    ServicePorts m_ports;
    ServiceLog &m_log;
    ServiceMetrics m_metrics;
    std::atomic<bool> m_draining = false;
    QThread m_thread;
    std::unique_ptr<QObject> m_home; ///< lives in the thread, like the desk, the hub and the jobs
    std::unique_ptr<LocalDesk> m_desk;
    std::unique_ptr<PushHub> m_hub;
    std::unique_ptr<ServiceJobs> m_jobs;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<DeskService> m_service;
    std::unique_ptr<HttpServer> m_server;
    Instant m_startedAt = 0;
    bool m_ended = false;
};

Result<void> Service::Running::openDesk()
{
    m_home = std::make_unique<QObject>();
    m_home->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("desk"));
    m_thread.start();
    Result<void> opened;
    inDeskThread([this, &opened] {
        Result<std::unique_ptr<LocalDesk>> desk = openServedDesk(m_config.desk, m_ports.clock);
        if (!desk) {
            opened = desk.error();
            return;
        }
        m_desk = *std::move(desk);
        const auto show = [this](const QUuid &client, PersonId person, const QVector<PresenceSign> &signs) {
            m_desk->showPresenceOf(client, person, signs);
        };
        m_hub = std::make_unique<PushHub>(PushHub::Ports{*m_desk, *m_desk, show, m_metrics, m_ports.clock});
        if (m_ports.startJobs)
            m_jobs = m_ports.startJobs(*m_desk);
        if (m_jobs)
            QObject::connect(m_desk.get(), &Desk::changed, m_home.get(),
                             [this](const QVector<Change> &changes) { m_jobs->heed(changes); });
        QObject::connect(m_desk.get(), &Desk::connectionChanged, m_home.get(), [this](DeskConnection now) {
            m_log.tell(LogLevel::Warning, now == DeskConnection::Online ? "desk-online" : "desk-lost");
        });
    });
    return opened;
}

void Service::Running::startAccounts()
{
    AccountsOptions options;
    options.openStore = [place = m_config.desk] { return openAccountStoreAt(place); };
    options.clock = m_ports.clock;
    if (m_ports.keys)
        options.keys = [this] { return m_ports.keys(*m_desk); };
    options.revoked = [this](const QUuid &session) {
        QMetaObject::invokeMethod(
            m_hub.get(), [hub = m_hub.get(), session] { hub->revoke(session); }, Qt::QueuedConnection);
    };
    m_accounts = std::make_unique<Accounts>(std::move(options));
    m_accounts->start();
}

std::unique_ptr<Uploads> Service::Running::newUploads() const
{
    UploadLimits limits;
    limits.largest = m_config.largestUpload;
    limits.quota = m_config.uploadQuota;
    limits.lasts = m_config.uploadHours * 3'600'000LL;
    return std::make_unique<Uploads>([place = m_config.desk] { return openUploadStoreAt(place); }, limits,
                                     m_ports.clock);
}

Result<void> Service::Running::start()
{
    m_startedAt = m_ports.clock->now();
    if (Result<void> opened = openDesk(); !opened)
        return opened;
    startAccounts();
    inDeskThread([this] {
        m_service = std::make_unique<DeskService>(
            DeskService::Ports{*m_desk, *m_desk, *m_hub, *m_accounts, m_metrics, m_log, m_ports.clock,
                               [this] { return metricsText(); }, [this] { return status(); },
                               [this] { return m_draining.load(); }, newUploads()},
            m_config);
    });
    Result<std::unique_ptr<HttpServer>> server = HttpServer::start(m_config.listen, *m_service);
    if (!server)
        return server.error();
    // Questions about how it is doing look at it in the desk's thread.
    inDeskThread([this, &server] { m_server = *std::move(server); });
    m_log.tell(LogLevel::Info, "started",
               {{QStringLiteral("port"), m_server->port()},
                {QStringLiteral("tls"), !m_config.listen.certificateFile.isEmpty()},
                {QStringLiteral("jobs"), bool(m_jobs)},
                {QStringLiteral("version"), QStringLiteral(DESKHAND_VERSION)}});
    return {};
}

void Service::Running::end(int milliseconds)
{
    if (std::exchange(m_ended, true))
        return;
    m_draining = true;
    if (m_server) {
        m_log.tell(LogLevel::Info, "draining", {{QStringLiteral("sockets"), m_server->figures().sockets}});
        inDeskThread([this] { m_hub->sayGoodbye(); });
        m_server->drain(milliseconds);
        inDeskThread([this] { m_server.reset(); });
    }
    if (m_accounts)
        m_accounts->stop();
    endDesk();
    m_accounts.reset();
    m_log.tell(LogLevel::Info, "stopped");
}

void Service::Running::endDesk()
{
    if (!m_thread.isRunning())
        return;
    inDeskThread([this] {
        m_jobs.reset();
        m_service.reset();
        m_hub.reset();
        m_desk.reset();
    });
    m_home->deleteLater();
    [[maybe_unused]] QObject *home = m_home.release();
    m_thread.quit();
    m_thread.wait();
}

QByteArray Service::Running::metricsText() const
{
    QByteArray text = m_metrics.text();
    if (m_server)
        writeEdgeMetrics(&text, m_server->figures());
    writeMetric(&text, "deskhand_desk_running", "gauge", "Questions and commands that the desk works on.",
                double(m_service->running()));
    writeMetric(&text, "deskhand_feed_cursor", "gauge", "Where the desk's feed ends, as far as heard.",
                double(m_hub->cursor()));
    writeMetric(&text, "deskhand_push_pending", "gauge", "Changes that wait to be pushed.", double(m_hub->pending()));
    writeMetric(&text, "deskhand_presence_signs", "gauge", "Tickets that clients of this process are in.",
                double(m_hub->signs()));
    const AccountsFigures accounts = m_accounts->figures();
    writeMetric(&text, "deskhand_sessions", "gauge", "Sessions and tokens seen by this process and good.",
                double(accounts.sessions));
    writeMetric(&text, "deskhand_sign_ins_total", "counter", "People who signed in.", double(accounts.signedIn));
    writeMetric(&text, "deskhand_sign_ins_failed_total", "counter", "Attempts that were wrong in any way.",
                double(accounts.failed));
    writeMetric(&text, "deskhand_sign_ins_refused_by_limit_total", "counter", "Attempts that came too often.",
                double(accounts.refusedByLimit));
    writeMetric(&text, "deskhand_sign_ins_refused_by_load_total", "counter", "Attempts for which there was no room.",
                double(accounts.refusedByLoad));
    writeMetric(&text, "deskhand_password_hashes_total", "counter", "Passwords that were worked on.",
                double(accounts.hashes));
    writeMetric(&text, "deskhand_passwords_waiting", "gauge", "Passwords that wait to be worked on.",
                double(accounts.waiting));
    writeMetric(&text, "deskhand_draining", "gauge", "1: this process is about to end.", m_draining ? 1 : 0);
    if (m_jobs)
        m_jobs->writeMetrics(&text);
    return text;
}

ServiceStatus Service::Running::status() const
{
    ServiceStatus status;
    status.kind = isPostgresUrl(m_config.desk) ? QStringLiteral("postgresql") : QStringLiteral("file");
    status.hasJobs = bool(m_jobs);
    status.clients = m_hub->clients();
    status.cursor = m_hub->cursor();
    status.pending = m_hub->pending();
    status.backlog = m_server ? m_server->figures().backlogBytes : 0;
    status.startedAt = m_startedAt;
    return status;
}

Result<std::unique_ptr<Service>> Service::start(const ServiceConfig &config, const ServicePorts &ports, ServiceLog &log)
{
    auto running = std::make_unique<Running>(config, ports, log);
    if (Result<void> started = running->start(); !started)
        return started.error();
    return std::unique_ptr<Service>(new Service(std::move(running)));
}

Service::Service(std::unique_ptr<Running> running)
    : m_running(std::move(running))
{
}

Service::~Service() = default;

quint16 Service::port() const
{
    return m_running->server() ? m_running->server()->port() : 0;
}

Result<void> Service::reload()
{
    return m_running->server() ? m_running->server()->reloadCertificate() : Result<void>();
}

void Service::drain(int milliseconds)
{
    m_running->end(milliseconds);
}

} // namespace deskhand
