// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a request that may be made.
#include "base/deliver.h"
#include "service/config/network_text.h"
#include "service/endpoints/account_asking.h"
#include "service/endpoints/desk_asking.h"
#include "service/endpoints/desk_service.h"
#include "service/endpoints/running_exchanges.h"
#include "service/endpoints/safe_command.h"
#include "service/endpoints/uploads.h"
#include "service/watch/service_metrics.h"
#include "wire/command_done.h"
#include "wire/openapi.h"
#include "wire/service_hello.h"
#include "wire/upload_calls.h"
#include "wire/wire_calls.h"
#include "wire/wire_command.h"

#include <QCryptographicHash>

#include <type_traits>
#include <utility>

namespace deskhand {
namespace {

constexpr auto plainText = "text/plain; charset=utf-8";
constexpr auto prometheusText = "text/plain; version=0.0.4; charset=utf-8";
constexpr auto bytesType = "application/octet-stream";
/// Questions that look at every ticket may take so many times as long as others.
constexpr int longQuestionFactor = 4;

bool isLongQuestion(const DeskCall &call)
{
    return std::holds_alternative<SlaImpactCall>(call) || std::holds_alternative<ReportCall>(call);
}

ServiceHello helloOfService(Instant now)
{
    ServiceHello hello;
    hello.version = QStringLiteral(DESKHAND_VERSION);
    hello.now = now;
    return hello;
}

/// Compared in place of a secret: how long that takes says nothing about where two differ.
QByteArray hashOf(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

} // namespace

void DeskService::dispatch(const ExchangePtr &exchange)
{
    switch (exchange->endpoint().kind) {
    case EndpointKind::Call: ask(exchange); break;
    case EndpointKind::Account: account(exchange); break;
    case EndpointKind::Command: command(exchange); break;
    case EndpointKind::Blob: blob(exchange); break;
    case EndpointKind::Upload: upload(exchange); break;
    case EndpointKind::Sync: sync(exchange); break;
    case EndpointKind::Service: serve(exchange); break;
    case EndpointKind::Socket: {
        // Without the header that asks for one.
        HttpResponse response;
        response.status = 426;
        response.headers.emplaceBack("Upgrade", "websocket");
        exchange->answer(std::move(response));
        break;
    }
    }
}

/// In the desk's thread. `encode` makes the body, in a thread of the pool.
template <typename T, typename Encode>
void DeskService::await(const ExchangePtr &exchange, const QFuture<Result<T>> &future, Encode encode)
{
    deliver(future, m_running.get(), [this, exchange, encode](const Result<T> &answer) {
        m_ports.metrics.noteDesk(exchange->name().constData(), answer.has_value(), exchange->microseconds());
        if (!answer) {
            exchange->fail(answer.error());
            return;
        }
        aside([exchange, answer = *answer, encode] { encode(*exchange, answer); });
    });
}

void DeskService::ask(const ExchangePtr &exchange)
{
    const Result<DeskCall> call = decodeCall(exchange->endpoint().name, exchange->request().body);
    if (!call) {
        exchange->fail(call.error());
        return;
    }
    atDesk([this, exchange, call = *call] {
        const AskedBy by{exchange->who.person, m_ports.clock->now()};
        const qint64 patience = m_config.querySeconds * 1000LL * (isLongQuestion(call) ? longQuestionFactor : 1);
        std::visit(
            [&](const auto &question) {
                using Call = std::decay_t<decltype(question)>;
                auto future = askDesk(m_ports.desk, question, by);
                m_running->add(exchange, patience, [future]() mutable { future.cancel(); });
                await(exchange, future, [](Exchange &asked, const typename Call::Answer &answer) {
                    asked.answer(encodeAnswer<Call>(answer));
                });
            },
            call);
    });
}

void DeskService::command(const ExchangePtr &exchange)
{
    // Large ones have texts in them that are made safe: not in a thread that reads sockets.
    aside([this, exchange] {
        const QByteArray &json = exchange->request().body;
        if (const std::optional<QByteArray> uploaded = decodeUploadedCommand(json))
            uploadedCommand(exchange, *uploaded);
        else
            decideCommand(exchange, decodeCommand(json), {});
    });
}

/// `uploaded`: the hash of its JSON, when that came before it; it is used then.
void DeskService::decideCommand(const ExchangePtr &exchange, Result<Command> read, const QByteArray &uploaded)
{
    if (!read) {
        exchange->fail(read.error());
        return;
    }
    Command wanted = *std::move(read);
    const AccessScope needed = setsUpDesk(wanted.body) ? AccessScope::Admin : AccessScope::Write;
    if (!exchange->who.may(needed)) {
        exchange->fail({ErrorCode::Denied,
                        QStringLiteral("service.authorise"),
                        {},
                        {{QStringLiteral("reason"), QStringLiteral("scope")}}});
        return;
    }
    makeSafe(&wanted.body);
    wanted.actor = exchange->who.person;
    wanted.actorKind = ActorKind::Person;
    atDesk([this, exchange, uploaded, wanted = std::move(wanted)] { submit(exchange, wanted, uploaded); });
}

/// In the desk's thread.
void DeskService::submit(const ExchangePtr &exchange, const Command &command, const QByteArray &uploaded)
{
    const CommandId id = command.id;
    const bool tells = !headerOf(exchange->request().headers, tellChangesHeader.data()).isEmpty();
    if (tells)
        m_wanted.insert(id, {});
    const auto future = m_ports.desk.submit(command);
    // It goes on; whoever asks again with its id hears what became of it.
    m_running->add(exchange, m_config.querySeconds * 1000LL, [] {});
    deliver(future, m_running.get(), [this, exchange, id, tells, uploaded](const Result<CommandAnswer> &answer) {
        if (answer && !uploaded.isEmpty())
            m_uploads->drop(exchange->who.person, uploaded);
        // What it has changed was told before its answer is.
        const QVector<Change> changes = tells ? m_wanted.take(id) : QVector<Change>();
        m_ports.metrics.noteDesk("commands", answer.has_value(), exchange->microseconds());
        if (!answer) {
            exchange->fail(answer.error());
            return;
        }
        WireCommandDone done{*answer, {}};
        if (!changes.isEmpty())
            done.changes = changes;
        aside([exchange, done] { exchange->answer(encodeCommandDone(done)); });
    });
}

void DeskService::blob(const ExchangePtr &exchange)
{
    const std::optional<QByteArray> named = sha256OfPath(exchange->parameter());
    if (!named) {
        exchange->fail({ErrorCode::NotFound, QStringLiteral("service.blob"), {}, {}});
        return;
    }
    atDesk([this, exchange, sha256 = *named] {
        auto future = m_ports.desk.blob(sha256, exchange->who.person);
        m_running->add(exchange, m_config.querySeconds * 1000LL, [future]() mutable { future.cancel(); });
        await(exchange, future, [](Exchange &asked, const QByteArray &bytes) {
            HttpResponse response;
            response.type = bytesType;
            response.body = bytes;
            // Whatever it is, no program that shows web pages opens it as one.
            response.headers.emplaceBack("Content-Disposition", "attachment");
            asked.answer(std::move(response));
        });
    });
}

void DeskService::sync(const ExchangePtr &exchange)
{
    const Result<SyncCall> call = decodeSyncCall(exchange->endpoint().name, exchange->request().body);
    if (!call) {
        exchange->fail(call.error());
        return;
    }
    atDesk([this, exchange, call = *call] {
        const AskedBy by{exchange->who.person, m_ports.clock->now()};
        std::visit(
            [&](const auto &question) {
                using Answer = typename std::decay_t<decltype(question)>::Answer;
                auto future = askSync(m_ports.sync, question, by);
                m_running->add(exchange, m_config.querySeconds * 1000LL * longQuestionFactor,
                               [future]() mutable { future.cancel(); });
                await(exchange, future, [](Exchange &asked, const Answer &answer) {
                    if constexpr (std::is_same_v<Answer, SyncRows>)
                        asked.answer(encodeSyncRows(answer), bytesType);
                    else
                        asked.answer(encodeAnswer<SyncHeadCall>(answer));
                });
            },
            call);
    });
}

void DeskService::account(const ExchangePtr &exchange)
{
    const Result<AccountCall> call = decodeAccountCall(exchange->endpoint().name, exchange->request().body);
    if (!call) {
        exchange->fail(call.error());
        return;
    }
    askAccounts(m_ports.accounts, *call, exchange);
}

void DeskService::serve(const ExchangePtr &exchange)
{
    const QByteArray name = exchange->name();
    if (name == "health")
        exchange->answer("ok\n", plainText);
    else if (name == "ready")
        serveReadiness(exchange);
    else if (name == "metrics")
        serveMetrics(exchange);
    else if (name == "hello")
        exchange->answer(encodeServiceHello(helloOfService(m_ports.clock->now())));
    else if (name == "status")
        serveStatus(exchange);
    else
        aside([exchange] { exchange->answer(openApiDescription()); });
}

/// Whether the desk answers, and nobody wants this process to end; `problem` null: so it is. `done` is called once, in
/// the desk's thread unless it was clear at once.
void DeskService::probe(const ExchangePtr &exchange, const std::function<void(const char *problem)> &done)
{
    if (m_ports.isDraining()) {
        done("draining");
        return;
    }
    atDesk([this, exchange, done] {
        constexpr qint64 patienceMs = 2'000;
        auto future = m_ports.desk.catalog();
        m_running->add(exchange, patienceMs, [future, done]() mutable {
            future.cancel();
            done("the desk does not answer");
        });
        deliver(future, m_running.get(),
                [done](const Result<CatalogPtr> &catalog) { done(catalog ? nullptr : "the desk cannot be reached"); });
    });
}

void DeskService::serveReadiness(const ExchangePtr &exchange)
{
    probe(exchange, [exchange](const char *problem) {
        if (!problem) {
            exchange->answer("ready\n", plainText);
            return;
        }
        HttpResponse response;
        response.status = 503;
        response.type = plainText;
        response.body = QByteArray(problem) + '\n';
        response.headers.emplaceBack("Retry-After", "1");
        exchange->answer(std::move(response));
    });
}

void DeskService::serveStatus(const ExchangePtr &exchange)
{
    atDesk([this, exchange] {
        const qsizetype others = running();
        probe(exchange, [this, exchange, others](const char *problem) {
            ServiceStatus status = m_ports.status();
            status.version = QStringLiteral(DESKHAND_VERSION);
            status.ready = !problem;
            status.problem = QString::fromLatin1(problem);
            status.running = others;
            status.now = m_ports.clock->now();
            exchange->answer(encodeServiceStatus(status));
        });
    });
}

void DeskService::serveMetrics(const ExchangePtr &exchange)
{
    const QByteArray wanted = m_config.metricsToken.toUtf8();
    const QByteArray given = exchange->token();
    const bool proven = !wanted.isEmpty() && hashOf(given) == hashOf(wanted);
    if (!proven && !(wanted.isEmpty() && isLoopbackAddress(exchange->request().peer))) {
        exchange->fail({ErrorCode::Unauthenticated, QStringLiteral("service.metrics"), {}, {}});
        return;
    }
    atDesk([this, exchange] {
        const QByteArray text = m_ports.metricsText();
        aside([exchange, text] { exchange->answer(text, prometheusText); });
    });
}

} // namespace deskhand
