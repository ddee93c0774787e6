// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/service_account.h"
#include "remote/sign_in.h"

#include <QObject>

namespace deskhand {

/// An account at a service over the network. GUI thread; what is under way when it goes is not answered.
class ServiceAccountHere final : public ServiceAccount
{
public:
    explicit ServiceAccountHere(const RemotePlace &place);

    QFuture<Result<void>> greet() override;
    QFuture<Result<ServiceSession>> signIn(const SignInWish &wish) override;
    QFuture<Result<void>> signOut(const QByteArray &token) override;
    QFuture<Result<ServiceSession>> changePassword(const QByteArray &token, const QString &oldPassword,
                                                   const QString &newPassword) override;
    QFuture<Result<QVector<ServiceDevice>>> devices(const QByteArray &token) override;
    QFuture<Result<void>> signOutThere(const QByteArray &token, const QUuid &device) override;
    QFuture<Result<SecondFactorOffer>> offerSecondFactor(const QByteArray &token, const QString &password) override;
    QFuture<Result<QStringList>> confirmSecondFactor(const QByteArray &token, const QString &code) override;
    QFuture<Result<void>> dropSecondFactor(const QByteArray &token, const QString &password) override;
    QFuture<Result<void>> requestReset(const QString &login) override;

private:
    ServiceDoor m_door;
    QObject m_context; ///< of answers on their way; goes first
};

} // namespace deskhand
