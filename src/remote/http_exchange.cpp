// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_exchange.h"

#include "operations/connect_problem.h"
#include "remote/remote_error.h"

#include <QNetworkProxy>
#include <QRandomGenerator>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int mostRepetitions = 3;
constexpr int pauseAfterDropMs = 150;

/// Qt does not say of every failure that it was the proxy's; but there is no other way than over it.
bool goesOverProxy(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy
           && proxies.first().type() != QNetworkProxy::DefaultProxy;
}

} // namespace

HttpExchange::HttpExchange(HttpLine &line, HttpQuestion question, HttpLine::Done done)
    : QObject(&line)
    , m_line(line)
    , m_question(std::move(question))
    , m_done(std::move(done))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &HttpExchange::send);
    m_again.start(0); // the answer comes later, whatever it is
    connect(&line, &HttpLine::ended, this, &HttpExchange::end);
}

void HttpExchange::cancel()
{
    m_done = {};
    m_again.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    deleteLater();
}

void HttpExchange::end()
{
    if (!m_reply)
        return; // it has not been sent, or will be sent again
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply = nullptr;
    finish(Error{ErrorCode::Offline, QStringLiteral("remote.http"), QStringLiteral("the way is another one"), {}});
}

void HttpExchange::send()
{
    if (!m_line.status()) {
        finish(m_line.status().error());
        return;
    }
    m_tlsErrors.clear();
    m_reply = m_line.send(m_question);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        if (m_reply->bytesAvailable() <= largestAnswer)
            return;
        m_tooLarge = true;
        m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::take);
}

Result<QByteArray> HttpExchange::read()
{
    const QNetworkReply::NetworkError failure = m_reply->error();
    if (m_tooLarge)
        return Error{ErrorCode::Corrupt, QStringLiteral("remote.http"), QStringLiteral("the answer is too large"), {}};
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray type = m_reply->rawHeader("Content-Type");
    // Below this number are errors of the way, above it those that a status stands for.
    const bool isOfWay = (failure != QNetworkReply::NoError && failure < QNetworkReply::ContentAccessDenied)
                         || (failure == QNetworkReply::ProtocolFailure && status >= 200 && status < 300);
    if (status == 0 || isOfWay) {
        const Error error = networkError(failure, m_tlsErrors, m_reply->errorString());
        if (connectProblemOf(error) == ConnectProblem::Unreachable && goesOverProxy(m_reply->url()))
            return connectError(error.code, ConnectProblem::ProxyUnreachable, error.where, error.detail);
        return error;
    }
    if (status < 200 || status >= 300)
        return statusError(status, type, m_reply->readAll(), m_reply->rawHeader("Retry-After"));
    const QByteArray body = m_reply->readAll();
    const bool isNothing = type.isEmpty() && body.isEmpty(); // an empty file: nothing has no type
    if (!isNothing && !type.startsWith(m_question.answerType))
        return strangeAnswer(status, type);
    return body;
}

void HttpExchange::take()
{
    const Result<QByteArray> answer = read();
    const bool dropped = isDropped(m_reply->error());
    m_reply = nullptr;
    if (!answer && repeats(answer.error(), dropped))
        return;
    if (answer || !m_dropped) {
        finish(answer);
        return;
    }
    Error error = answer.error();
    error.payload.insert(afterDropKey, true);
    finish(error);
}

bool HttpExchange::repeats(const Error &error, bool dropped)
{
    const int asked = 1000 * error.payload.value(QStringLiteral("retryAfter")).toInt();
    const bool isBusy = error.code == ErrorCode::Busy && asked > 0;
    const bool isAway = error.code == ErrorCode::Offline && (dropped || asked > 0);
    if (!m_question.mayRepeat || m_repeated >= (isBusy ? mostRepetitions : 1) || (!isBusy && !isAway)
        || asked > longestWaitMs)
        return false;
    ++m_repeated;
    m_dropped |= isAway;
    m_again.start(std::max(asked, pauseAfterDropMs) + int(QRandomGenerator::global()->bounded(pauseAfterDropMs)));
    return true;
}

void HttpExchange::finish(const Result<QByteArray> &answer)
{
    deleteLater();
    if (const HttpLine::Done done = std::exchange(m_done, {}))
        done(answer);
}

} // namespace deskhand
