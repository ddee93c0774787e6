// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/service_account_here.h"

#include "base/deliver.h"

#include <QFutureInterface>
#include <QFutureWatcher>

namespace deskhand {

namespace {

/// The answer to `asked` in other words. Cancelling what is returned ends the question.
template <typename To, typename From, typename Convert>
QFuture<Result<To>> rephrased(QObject *context, QFuture<Result<From>> asked, Convert convert)
{
    auto promise = std::make_shared<QFutureInterface<Result<To>>>();
    promise->reportStarted();
    auto *cancelWatch = new QFutureWatcher<Result<To>>(context);
    QObject::connect(cancelWatch, &QFutureWatcherBase::canceled, context, [asked]() mutable { asked.cancel(); });
    cancelWatch->setFuture(promise->future());
    deliver(asked, context, [promise, cancelWatch, convert](const Result<From> &answer) {
        cancelWatch->deleteLater();
        promise->reportResult(convert(answer));
        promise->reportFinished();
    });
    return promise->future();
}

/// Likewise, where errors stay as they are.
template <typename To, typename From, typename Convert>
QFuture<Result<To>> inOtherWords(QObject *context, const QFuture<Result<From>> &asked, Convert convert)
{
    return rephrased<To>(context, asked, [convert](const Result<From> &answer) {
        return answer ? convert(*answer) : Result<To>(answer.error());
    });
}

Result<void> isDone(const WireDone &)
{
    return {};
}

Result<ServiceSession> toSession(const WireSignedIn &answer)
{
    return ServiceSession{answer.token.toUtf8(), answer.person, answer.mustChange};
}

} // namespace

ServiceAccountHere::ServiceAccountHere(const RemotePlace &place)
    : m_door(place)
{
}

QFuture<Result<void>> ServiceAccountHere::greet()
{
    // Without a token: what is refused for that was answered by a service of ours.
    return rephrased<void>(&m_context, m_door.sessions({}), [](const Result<QVector<WireSession>> &answer) {
        return answer || answer.error().code == ErrorCode::Unauthenticated ? Result<void>()
                                                                           : Result<void>(answer.error());
    });
}

QFuture<Result<ServiceSession>> ServiceAccountHere::signIn(const SignInWish &wish)
{
    return inOtherWords<ServiceSession>(
        &m_context, m_door.signIn(SignInCall{wish.login, wish.password, wish.code, wish.device, wish.remember}),
        toSession);
}

QFuture<Result<void>> ServiceAccountHere::signOut(const QByteArray &token)
{
    return inOtherWords<void>(&m_context, m_door.signOut(token), isDone);
}

QFuture<Result<ServiceSession>> ServiceAccountHere::changePassword(const QByteArray &token, const QString &oldPassword,
                                                                   const QString &newPassword)
{
    return inOtherWords<ServiceSession>(
        &m_context, m_door.changePassword(token, ChangePasswordCall{oldPassword, newPassword}), toSession);
}

QFuture<Result<QVector<ServiceDevice>>> ServiceAccountHere::devices(const QByteArray &token)
{
    return inOtherWords<QVector<ServiceDevice>>(
        &m_context, m_door.sessions(token), [](const QVector<WireSession> &sessions) {
            QVector<ServiceDevice> devices;
            for (const WireSession &one : sessions)
                devices.append({one.id, one.device, one.address, one.createdAt, one.usedAt, one.current});
            return Result<QVector<ServiceDevice>>(devices);
        });
}

QFuture<Result<void>> ServiceAccountHere::signOutThere(const QByteArray &token, const QUuid &device)
{
    return inOtherWords<void>(&m_context, m_door.revokeSession(token, device), isDone);
}

QFuture<Result<SecondFactorOffer>> ServiceAccountHere::offerSecondFactor(const QByteArray &token,
                                                                         const QString &password)
{
    return inOtherWords<SecondFactorOffer>(
        &m_context, m_door.offerSecondFactor(token, password), [](const WireSecondFactor &offer) {
            return Result<SecondFactorOffer>(SecondFactorOffer{offer.secret, offer.uri});
        });
}

QFuture<Result<QStringList>> ServiceAccountHere::confirmSecondFactor(const QByteArray &token, const QString &code)
{
    return m_door.confirmSecondFactor(token, code);
}

QFuture<Result<void>> ServiceAccountHere::dropSecondFactor(const QByteArray &token, const QString &password)
{
    return inOtherWords<void>(&m_context, m_door.dropSecondFactor(token, password), isDone);
}

QFuture<Result<void>> ServiceAccountHere::requestReset(const QString &login)
{
    return inOtherWords<void>(&m_context, m_door.requestReset(login), isDone);
}

} // namespace deskhand
