// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "operations/service_account.h"

#include <optional>

namespace deskhand::test {

/// An account at a service that is not there: one name, one password, a second factor where the test wants one.
class FakeAccount final : public ServiceAccount
{
public:
    inline static const QString password = QStringLiteral("correct horse battery");

    QByteArray token = QByteArrayLiteral("token-1");
    QString code; ///< empty: no second factor
    bool mustChange = false;
    std::optional<Error> failure; ///< of everything
    QVector<SignInWish> wishes;
    QString changedTo;
    QVector<ServiceDevice> known;
    bool hasFactor = false;

    QFuture<Result<void>> greet() override { return done(); }
    QFuture<Result<ServiceSession>> signIn(const SignInWish &wish) override
    {
        wishes.append(wish);
        if (failure)
            return readyFuture(Result<ServiceSession>(*failure));
        if (wish.password != password)
            return refuse(QStringLiteral("credentials"));
        if (!code.isEmpty() && wish.code.isEmpty())
            return refuse(QStringLiteral("second-factor"));
        if (wish.code != code)
            return refuse(QStringLiteral("code"));
        return session();
    }
    QFuture<Result<void>> signOut(const QByteArray &) override { return done(); }
    QFuture<Result<ServiceSession>> changePassword(const QByteArray &, const QString &, const QString &now) override
    {
        if (failure)
            return readyFuture(Result<ServiceSession>(*failure));
        changedTo = now;
        mustChange = false;
        return session();
    }
    QFuture<Result<QVector<ServiceDevice>>> devices(const QByteArray &) override
    {
        return readyFuture(failure ? Result<QVector<ServiceDevice>>(*failure) : Result<QVector<ServiceDevice>>(known));
    }
    QFuture<Result<void>> signOutThere(const QByteArray &, const QUuid &device) override
    {
        known.removeIf([&](const ServiceDevice &one) { return device.isNull() ? !one.current : one.id == device; });
        return done();
    }
    QFuture<Result<SecondFactorOffer>> offerSecondFactor(const QByteArray &, const QString &given) override
    {
        if (given != password)
            return readyFuture(Result<SecondFactorOffer>(unauthenticated(QStringLiteral("credentials"))));
        return readyFuture(Result<SecondFactorOffer>(SecondFactorOffer{
            QStringLiteral("JBSWY3DPEHPK3PXP"), QStringLiteral("otpauth://totp/Desk:anna?secret=JBSWY3DPEHPK3PXP")}));
    }
    QFuture<Result<QStringList>> confirmSecondFactor(const QByteArray &, const QString &given) override
    {
        if (given != QLatin1String("123456"))
            return readyFuture(Result<QStringList>(unauthenticated(QStringLiteral("code"))));
        hasFactor = true;
        return readyFuture(Result<QStringList>(QStringList{QStringLiteral("abcd-efgh"), QStringLiteral("ijkl-mnop")}));
    }
    QFuture<Result<void>> dropSecondFactor(const QByteArray &, const QString &) override
    {
        hasFactor = false;
        return done();
    }
    QFuture<Result<void>> requestReset(const QString &) override { return done(); }

private:
    static Error unauthenticated(const QString &reason)
    {
        return Error{ErrorCode::Unauthenticated, QStringLiteral("test"), {}, {{QStringLiteral("reason"), reason}}};
    }
    QFuture<Result<void>> done() const { return readyFuture(failure ? Result<void>(*failure) : Result<void>()); }
    QFuture<Result<ServiceSession>> refuse(const QString &reason) const
    {
        return readyFuture(Result<ServiceSession>(unauthenticated(reason)));
    }
    QFuture<Result<ServiceSession>> session() const
    {
        return readyFuture(Result<ServiceSession>(ServiceSession{token, PersonId{2}, mustChange}));
    }
};

} // namespace deskhand::test
