// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_link.h"

#include "operations/connect_problem.h"
#include "remote/http_exchange.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

constexpr int greetingMs = 10'000;
/// Whoever asks while it rests does not make it try more often than this.
constexpr int attemptsApartMs = 400;
constexpr int lookAgainWhenOutdatedMs = 5 * 60 * 1000;

bool isWayBroken(const Error &error)
{
    // A service that says itself that something took too long is there.
    return error.code == ErrorCode::Offline
           || (error.code == ErrorCode::Timeout && connectProblemOf(error) == ConnectProblem::TimedOut);
}

} // namespace

RemoteLink::RemoteLink(const RemotePlace &place, const QByteArray &token, QObject *parent)
    : QObject(parent)
    , m_line(place, this)
    , m_retry(this)
    , m_pause(place.times.firstPause)
{
    m_line.setToken(token);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RemoteLink::greet);
}

void RemoteLink::start()
{
    if (m_phase == Phase::Resting || m_phase == Phase::SignedOut || m_phase == Phase::Outdated)
        greet();
}

void RemoteLink::tryNow()
{
    m_pause = times().firstPause;
    if (m_phase == Phase::Resting || m_phase == Phase::Outdated)
        greet();
}

void RemoteLink::restart()
{
    if (m_phase == Phase::SignedOut)
        return;
    m_pause = times().firstPause;
    if (m_greeting) {
        m_greeting->cancel();
        m_greeting = nullptr;
        m_phase = Phase::Resting;
    }
    if (m_phase == Phase::Reached)
        lose(Error{ErrorCode::Offline, QStringLiteral("remote.link"), QStringLiteral("the way is another one"), {}});
    m_line.endConnections();
    if (m_phase == Phase::Greeting)
        return; // somebody has asked again at once
    greet();
}

void RemoteLink::setToken(const QByteArray &token)
{
    m_line.setToken(token);
    if (m_phase == Phase::SignedOut)
        greet();
}

void RemoteLink::greet()
{
    m_retry.stop();
    m_phase = Phase::Greeting;
    HttpQuestion hello;
    hello.method = QByteArrayLiteral("GET");
    hello.path = serviceHelloPath;
    hello.withToken = false;
    hello.timeOutMs = std::min(greetingMs, times().answer);
    const qint64 askedAt = QDateTime::currentMSecsSinceEpoch();
    m_greeting = m_line.ask(hello, [this, askedAt](const Result<QByteArray> &answer) { takeHello(answer, askedAt); });
}

void RemoteLink::takeHello(const Result<QByteArray> &answer, qint64 askedAt)
{
    m_greeting = nullptr;
    if (!answer) {
        rest(Phase::Resting, answer.error());
        return;
    }
    const Result<ServiceHello> hello = decodeServiceHello(*answer);
    if (!hello) {
        rest(Phase::Resting, connectError(ErrorCode::Offline, ConnectProblem::NotDeskService,
                                          QStringLiteral("remote.link"), hello.error().detail));
        return;
    }
    if (const Result<void> understood = checkServiceHello(*hello); !understood) {
        rest(Phase::Outdated, understood.error());
        return;
    }
    m_phase = Phase::Reached;
    ++m_way;
    m_pause = times().firstPause;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Q_EMIT reached(hello->now - (askedAt + now) / 2);
    sendWaiting();
}

void RemoteLink::sendWaiting()
{
    if (m_holds || m_phase != Phase::Reached)
        return;
    for (const AskPtr &ask : std::exchange(m_waiting, {}))
        send(ask);
}

void RemoteLink::releaseQuestions()
{
    m_holds = false;
    sendWaiting();
}

RemoteLink::AskPtr RemoteLink::askFirst(const HttpQuestion &question, HttpLine::Done done)
{
    const bool held = std::exchange(m_holds, false);
    const AskPtr asked = ask(question, std::move(done));
    m_holds = held;
    return asked;
}

void RemoteLink::rest(Phase phase, const Error &problem)
{
    m_phase = phase;
    m_problem = problem;
    m_sinceAttempt.start();
    // Between half and all of the pause.
    const int half = std::max(1, m_pause / 2);
    m_retry.start(phase == Phase::Outdated ? lookAgainWhenOutdatedMs
                                           : half + int(QRandomGenerator::global()->bounded(half)));
    m_pause = std::min(2 * m_pause, times().longestPause);
    failWaiting();
    Q_EMIT lost(problem);
}

void RemoteLink::lose(const Error &problem)
{
    if (m_phase != Phase::Reached)
        return;
    m_line.forgetConnections();
    rest(Phase::Resting, problem);
}

void RemoteLink::restFor(int milliseconds)
{
    if (m_phase == Phase::Resting)
        m_retry.start(milliseconds);
}

void RemoteLink::failWaiting()
{
    for (const AskPtr &ask : std::exchange(m_waiting, {}))
        failLater(ask);
}

void RemoteLink::failLater(const AskPtr &ask)
{
    QMetaObject::invokeMethod(
        this,
        [ask, problem = m_problem] {
            if (const HttpLine::Done done = std::exchange(ask->done, {}))
                done(problem);
        },
        Qt::QueuedConnection);
}

RemoteLink::AskPtr RemoteLink::ask(const HttpQuestion &question, HttpLine::Done done)
{
    auto ask = std::make_shared<Ask>(Ask{question, std::move(done), {}, 0});
    switch (m_phase) {
    case Phase::Reached:
        if (m_holds)
            m_waiting.push_back(ask);
        else
            send(ask);
        break;
    case Phase::Greeting: m_waiting.push_back(ask); break;
    case Phase::Resting:
        if (m_sinceAttempt.isValid() && !m_sinceAttempt.hasExpired(std::min(attemptsApartMs, m_pause))) {
            failLater(ask);
            break;
        }
        m_waiting.push_back(ask);
        greet();
        break;
    case Phase::SignedOut:
    case Phase::Outdated: failLater(ask); break;
    }
    return ask;
}

void RemoteLink::send(const AskPtr &ask)
{
    if (!ask->done)
        return;
    ask->way = m_way;
    ask->exchange = m_line.ask(ask->question, [this, ask](const Result<QByteArray> &answer) { take(ask, answer); });
}

void RemoteLink::take(const AskPtr &ask, const Result<QByteArray> &answer)
{
    ask->exchange = nullptr;
    const HttpLine::Done done = std::exchange(ask->done, {});
    // The state first: who hears of the failure may look at it.
    if (!answer && isWayBroken(answer.error())) {
        if (ask->way == m_way) // what was sent over an earlier one says nothing of this one
            lose(answer.error());
    } else if (!answer && answer.error().code == ErrorCode::Unauthenticated && ask->question.withToken
               && ask->question.token.isEmpty() && m_phase == Phase::Reached) {
        m_phase = Phase::SignedOut;
        m_problem = answer.error();
        failWaiting();
        Q_EMIT signedOut(m_problem);
    }
    if (done)
        done(answer);
}

void RemoteLink::cancel(const AskPtr &ask)
{
    ask->done = {};
    if (ask->exchange)
        ask->exchange->cancel();
    std::erase(m_waiting, ask);
}

} // namespace deskhand
