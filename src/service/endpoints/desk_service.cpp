// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/desk_service.h"

#include "service/endpoints/running_exchanges.h"
#include "service/endpoints/uploads.h"
#include "service/watch/service_log.h"
#include "service/watch/service_metrics.h"
#include "wire/wire_error.h"

#include <QMetaObject>

#include <chrono>
#include <utility>

namespace deskhand {
namespace {

/// That make answers: reading and writing JSON, packing, cleaning HTML.
constexpr int answeringThreads = 2;
/// Of an API token, times its rate; and of somebody who is signed in.
constexpr int apiBurst = 5;
constexpr int sessionBurst = 20;
/// Uploads whose time is over take room for so long at most.
constexpr std::chrono::hours sweepingEvery{1};

Error refusal(ErrorCode code, const char *where, const char *reason)
{
    return {code, QLatin1String(where), {}, {{QStringLiteral("reason"), QLatin1String(reason)}}};
}

/// HEAD is GET without the body, which the edge leaves out.
EndpointMatch matchOf(const HttpRequest &request)
{
    return findEndpoint(request.method == "HEAD" ? QByteArrayView("GET") : QByteArrayView(request.method),
                        request.path);
}

} // namespace

DeskService::DeskService(Ports ports, ServiceConfig config)
    : m_ports(std::move(ports))
    , m_config(std::move(config))
    , m_running(std::make_unique<RunningExchanges>())
    , m_uploads(std::move(m_ports.uploads))
{
    m_pool.setMaxThreadCount(answeringThreads);
    QObject::connect(&m_ports.desk, &Desk::changed, m_running.get(), [this](const QVector<Change> &changes) {
        for (const Change &change : changes) {
            if (const auto wanted = m_wanted.find(change.command); wanted != m_wanted.end())
                wanted->append(change);
        }
    });
    QObject::connect(&m_sweeping, &QTimer::timeout, m_running.get(), [this] { sweepUploads(); });
    m_sweeping.start(sweepingEvery);
    sweepUploads();
}

DeskService::~DeskService()
{
    m_uploads.reset();
    m_pool.waitForDone();
}

qsizetype DeskService::running() const
{
    return m_running->count();
}

void DeskService::atDesk(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_running.get(), std::move(work), Qt::QueuedConnection);
}

void DeskService::aside(std::function<void()> work)
{
    m_pool.start(std::move(work));
}

/// Tells metrics and log what has become of a request.
Exchange::Watch DeskService::watch()
{
    return [this](const Exchange &exchange, int status) {
        const QByteArray name = exchange.name();
        m_ports.metrics.noteRequest(name.constData(), status, exchange.microseconds());
        const LogLevel level = status >= 500 ? LogLevel::Warning : LogLevel::Debug;
        if (m_ports.log.tells(level))
            m_ports.log.tell(level, "request",
                             {{QStringLiteral("endpoint"), QString::fromLatin1(name)},
                              {QStringLiteral("status"), status},
                              {QStringLiteral("ms"), double(exchange.microseconds()) / 1000},
                              {QStringLiteral("person"), exchange.who.person.value}});
    };
}

void DeskService::handle(HttpRequest request, Respond respond)
{
    const EndpointMatch match = matchOf(request);
    const auto exchange = std::make_shared<Exchange>(std::move(request), std::move(respond), match, watch());
    if (!match.endpoint) {
        HttpResponse response;
        response.status = match.pathExists ? 405 : 404;
        response.body = R"({"code":"not-found","where":"service.endpoint"})";
        exchange->answer(std::move(response));
    } else if (match.endpoint->access == EndpointAccess::Public) {
        dispatch(exchange);
    } else {
        authorise(exchange, [this, exchange] { dispatch(exchange); });
    }
}

void DeskService::authorise(const ExchangePtr &exchange, std::function<void()> then)
{
    const QByteArray token = exchange->token();
    if (token.isEmpty()) {
        exchange->fail(refusal(ErrorCode::Unauthenticated, "service.authorise", "token"));
        return;
    }
    m_ports.accounts.authenticate(token, [this, exchange, then = std::move(then)](const Result<Principal> &who) {
        if (!who) {
            exchange->fail(who.error());
            return;
        }
        exchange->who = *who;
        if (mayAsk(exchange))
            then();
    });
}

bool DeskService::mayAsk(const ExchangePtr &exchange)
{
    const Principal &who = exchange->who;
    const Endpoint &endpoint = exchange->endpoint();
    if (!who.person.isValid()) {
        exchange->fail(refusal(ErrorCode::Unauthenticated, "service.authorise", "token"));
        return false;
    }
    const RequestRates::Rate rate =
        who.isApi ? RequestRates::Rate{m_config.apiRequestsPerSecond, m_config.apiRequestsPerSecond * apiBurst}
                  : RequestRates::Rate{m_config.requestsPerSecond, m_config.requestsPerSecond * sessionBurst};
    if (const int seconds = m_rates.take(who.session, rate); seconds > 0) {
        Error busy = refusal(ErrorCode::Busy, "service.rate", "rate");
        busy.payload.insert(QStringLiteral("retryAfter"), seconds);
        exchange->fail(busy);
        return false;
    }
    if (endpoint.access == EndpointAccess::Session && who.isApi) {
        exchange->fail(refusal(ErrorCode::Denied, "service.authorise", "session-only"));
        return false;
    }
    // A command says itself whether it needs more than "write": see command().
    const std::optional<AccessScope> scope = accessScopeNamed(endpoint.scope);
    const bool isCommand = endpoint.kind == EndpointKind::Command;
    const bool allowed = isCommand ? who.may(AccessScope::Write) || who.may(AccessScope::Admin)
                                   : endpoint.scope.isEmpty() || (scope && who.may(*scope));
    if (!allowed)
        exchange->fail(refusal(ErrorCode::Denied, "service.authorise", "scope"));
    return allowed;
}

qint64 DeskService::bodyLimit(const HttpRequest &head)
{
    const EndpointMatch match = matchOf(head);
    return match.endpoint ? match.endpoint->largestRequest : -1;
}

void DeskService::upgrade(HttpRequest request, std::function<void(std::unique_ptr<HttpResponse>)> accept)
{
    const EndpointMatch match = matchOf(request);
    const auto respond = [accept](HttpResponse response) {
        response.close = true;
        accept(std::make_unique<HttpResponse>(std::move(response)));
    };
    const auto watch = [this](const Exchange &exchange, int status) {
        m_ports.metrics.noteRequest("socket", status, exchange.microseconds());
    };
    const QString origin = QString::fromLatin1(headerOf(request.headers, "Origin"));
    const auto exchange = std::make_shared<Exchange>(std::move(request), respond, match, watch);
    const QByteArray token = exchange->token();
    if (!match.endpoint || match.endpoint->kind != EndpointKind::Socket) {
        exchange->fail(refusal(ErrorCode::NotFound, "service.endpoint", "no-socket"));
    } else if (!origin.isEmpty() && !m_config.origins.contains(origin)) {
        exchange->fail(refusal(ErrorCode::Denied, "service.socket", "origin"));
    } else if (token.isEmpty()) {
        exchange->fail(refusal(ErrorCode::Unauthenticated, "service.authorise", "token"));
    } else {
        m_ports.accounts.authenticate(token, [exchange, accept, this](const Result<Principal> &who) {
            if (!who) {
                exchange->fail(who.error());
                return;
            }
            exchange->who = *who;
            if (!mayAsk(exchange))
                return;
            m_ports.metrics.noteRequest("socket", 101, exchange->microseconds());
            accept(nullptr);
        });
    }
}

void DeskService::opened(std::shared_ptr<EdgeSocket> socket, const HttpRequest &request)
{
    const quint64 id = socket->id();
    const bool takesChanges = !headerOf(request.headers, presenceChangesHeader.data()).isEmpty();
    atDesk([this, socket = std::move(socket), takesChanges] { m_ports.hub.open(socket, takesChanges); });
    // Once more: the session may have ended since it was asked whether the socket may be opened.
    const EndpointMatch none;
    const Exchange asking(request, nullptr, none, {});
    m_ports.accounts.authenticate(asking.token(), [this, id](const Result<Principal> &who) {
        atDesk([this, id, who] { who ? m_ports.hub.admit(id, *who) : m_ports.hub.refuse(id); });
    });
}

void DeskService::message(quint64 socket, QByteArray text)
{
    atDesk([this, socket, text = std::move(text)] { m_ports.hub.message(socket, text); });
}

void DeskService::closed(quint64 socket)
{
    atDesk([this, socket] { m_ports.hub.closed(socket); });
}

} // namespace deskhand
