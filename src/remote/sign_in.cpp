// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sign_in.h"

#include "remote/remote_thread.h"
#include "remote/wire_questions.h"

namespace deskhand {
namespace {

QString reasonOf(const Error &error)
{
    return error.payload.value(QStringLiteral("reason")).toString();
}

} // namespace

std::optional<SignInProblem> signInProblemOf(const Error &error)
{
    const QString reason = reasonOf(error);
    if (error.code == ErrorCode::Busy) {
        if (reason == QLatin1String("limit"))
            return SignInProblem::TooManyAttempts;
        return reason == QLatin1String("load") ? std::optional(SignInProblem::Overloaded) : std::nullopt;
    }
    if (!passwordFault(error).isEmpty())
        return SignInProblem::PasswordNotTaken;
    if (error.code != ErrorCode::Unauthenticated)
        return std::nullopt;
    if (reason == QLatin1String("second-factor"))
        return SignInProblem::SecondFactorNeeded;
    if (reason == QLatin1String("code"))
        return SignInProblem::WrongCode;
    if (reason == QLatin1String("link"))
        return SignInProblem::WrongLink;
    return reason == QLatin1String("credentials") ? SignInProblem::Wrong : SignInProblem::NotSignedIn;
}

int signInRetryAfter(const Error &error)
{
    return error.payload.value(QStringLiteral("retryAfter")).toInt();
}

QString passwordFault(const Error &error)
{
    return error.code == ErrorCode::Invalid ? error.payload.value(QStringLiteral("password")).toString() : QString();
}

ServiceDoor::ServiceDoor(const RemotePlace &place)
    : m_thread(
        std::make_unique<RemoteThread>([place] { return std::make_unique<RemoteWorks>(place, QByteArray(), false); }))
{
    m_thread->start();
}

ServiceDoor::~ServiceDoor() = default;

template <typename Answer, typename Decode>
QFuture<Result<Answer>> ServiceDoor::ask(HttpQuestion question, const QByteArray &token, Decode decode)
{
    question.token = token;
    question.withToken = !token.isEmpty();
    question.mayRepeat = false;
    const RemotePromise<Answer> promise;
    m_thread->post([promise, question, decode](RemoteWorks &works) {
        if (promise.future().isCanceled())
            return;
        const auto asked = works.link.ask(question, [promise, decode](const Result<QByteArray> &body) {
            promise.keep(body ? decode(*body) : Result<Answer>(body.error()));
        });
        promise.cancelsAsk(works.link, asked);
    });
    return promise.future();
}

template <typename Call>
QFuture<Result<typename Call::Answer>> ServiceDoor::ask(const Call &call, const QByteArray &token)
{
    return ask<typename Call::Answer>(questionOf<AccountCall>(call), token,
                                      [](const QByteArray &body) { return decodeAnswer<Call>(body); });
}

QFuture<Result<WireSignedIn>> ServiceDoor::signIn(const SignInCall &call)
{
    return ask(call);
}

QFuture<Result<WireDone>> ServiceDoor::signOut(const QByteArray &token)
{
    return ask(SignOutCall{}, token);
}

QFuture<Result<WireSignedIn>> ServiceDoor::changePassword(const QByteArray &token, const ChangePasswordCall &call)
{
    return ask(call, token);
}

QFuture<Result<QVector<WireSession>>> ServiceDoor::sessions(const QByteArray &token)
{
    return ask(SessionsCall{}, token);
}

QFuture<Result<WireDone>> ServiceDoor::revokeSession(const QByteArray &token, const QUuid &session)
{
    return ask(RevokeSessionCall{session}, token);
}

QFuture<Result<WireSecondFactor>> ServiceDoor::offerSecondFactor(const QByteArray &token, const QString &password)
{
    return ask(OfferSecondFactorCall{password}, token);
}

QFuture<Result<QStringList>> ServiceDoor::confirmSecondFactor(const QByteArray &token, const QString &code)
{
    return ask(ConfirmSecondFactorCall{code}, token);
}

QFuture<Result<WireDone>> ServiceDoor::dropSecondFactor(const QByteArray &token, const QString &password)
{
    return ask(DropSecondFactorCall{password}, token);
}

QFuture<Result<WireLink>> ServiceDoor::link(const QString &linkToken)
{
    return ask(LinkCall{linkToken});
}

QFuture<Result<WireDone>> ServiceDoor::acceptLink(const QString &linkToken, const QString &password)
{
    return ask(AcceptLinkCall{linkToken, password});
}

QFuture<Result<WireDone>> ServiceDoor::requestReset(const QString &login)
{
    return ask(RequestResetCall{login});
}

QFuture<Result<ServiceStatus>> ServiceDoor::status(const QByteArray &token)
{
    return ask<ServiceStatus>(endpointQuestion(QLatin1String("status")), token,
                              [](const QByteArray &body) { return decodeServiceStatus(body); });
}

} // namespace deskhand
