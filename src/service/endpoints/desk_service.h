// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"
#include "operations/desk.h"
#include "operations/sync_source.h"
#include "service/accounts/accounts.h"
#include "service/config/service_config.h"
#include "service/endpoints/exchange.h"
#include "service/endpoints/request_rates.h"
#include "service/push/push_hub.h"
#include "wire/account_calls.h"
#include "wire/service_status.h"

#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace deskhand {

class RunningExchanges;
class ServiceLog;
class ServiceMetrics;
class Uploads;

/// Answers what comes to the service: finds the endpoint, asks whose token it is and whether its scopes reach, gives
/// the question to the desk with that person in it, and writes the answer. Only a bearer token says who somebody is.
///
/// Called in the edge's threads; asks the desk in the desk's thread and makes answers in threads of its own.
class DeskService final : public HttpHandler
{
public:
    struct Ports {
        Desk &desk;
        SyncSource &sync;
        PushHub &hub; ///< in the desk's thread, like whatever stands before it
        Accounts &accounts;
        ServiceMetrics &metrics;
        ServiceLog &log;
        std::shared_ptr<const Clock> clock;
        std::function<QByteArray()> metricsText; ///< of everything; in a thread of the service's
        std::function<ServiceStatus()> status;   ///< but whether it is ready; in the desk's thread
        std::function<bool()> isDraining;
        std::unique_ptr<Uploads> uploads;
    };

    // Made and destroyed in the desk's thread, when the edge and the accounts call not yet and no more.
    DeskService(Ports ports, ServiceConfig config);
    ~DeskService() override;

    void handle(HttpRequest request, Respond respond) override;
    [[nodiscard]] qint64 bodyLimit(const HttpRequest &head) override;
    [[nodiscard]] bool isUpload(const HttpRequest &head) override;
    void admitUpload(HttpRequest head, std::function<void(UploadPermit)> decide) override;
    void upgrade(HttpRequest request, std::function<void(std::unique_ptr<HttpResponse>)> accept) override;
    void opened(std::shared_ptr<EdgeSocket> socket, const HttpRequest &request) override;
    void message(quint64 socket, QByteArray text) override;
    void closed(quint64 socket) override;

    /// Questions and commands that the desk has not answered yet. Desk's thread.
    [[nodiscard]] qsizetype running() const;

private:
    [[nodiscard]] Exchange::Watch watch();
    /// `then` is called when it may be asked; else it is answered.
    void authorise(const ExchangePtr &exchange, std::function<void()> then);
    [[nodiscard]] bool mayAsk(const ExchangePtr &exchange);
    void dispatch(const ExchangePtr &exchange);
    void serve(const ExchangePtr &exchange);
    void probe(const ExchangePtr &exchange, const std::function<void(const char *problem)> &done);
    void serveReadiness(const ExchangePtr &exchange);
    void serveStatus(const ExchangePtr &exchange);
    void serveMetrics(const ExchangePtr &exchange);
    void ask(const ExchangePtr &exchange);
    void command(const ExchangePtr &exchange);
    void decideCommand(const ExchangePtr &exchange, Result<Command> read, const QByteArray &uploaded);
    void submit(const ExchangePtr &exchange, const Command &command, const QByteArray &uploaded);
    void upload(const ExchangePtr &exchange);
    void sweepUploads();
    void uploadedCommand(const ExchangePtr &exchange, const QByteArray &sha256);
    void blob(const ExchangePtr &exchange);
    void sync(const ExchangePtr &exchange);
    void account(const ExchangePtr &exchange);
    template <typename T, typename Encode>
    void await(const ExchangePtr &exchange, const QFuture<Result<T>> &future, Encode encode);
    void atDesk(std::function<void()> work);
    void aside(std::function<void()> work);

    Ports m_ports;
    ServiceConfig m_config;
    std::unique_ptr<RunningExchanges> m_running; ///< of the desk's thread; what is to be done there dies with it
    /// What commands have changed whose senders want to know; of the desk's thread.
    QHash<CommandId, QVector<Change>> m_wanted;
    RequestRates m_rates;
    QThreadPool m_pool;
    QTimer m_sweeping;
    std::unique_ptr<Uploads> m_uploads; ///< gone before the pool: it hands over to it
};

} // namespace deskhand
