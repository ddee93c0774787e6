// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QStringList>
#include <QUuid>
#include <QVector>

namespace deskhand {

/// What a service gives to somebody who has signed in. The token is a secret.
struct ServiceSession {
    QByteArray token;
    PersonId person;
    bool mustChange = false; ///< a new password has to be chosen before anything else
};

/// A computer on which a person is signed in.
struct ServiceDevice {
    QUuid id;
    QString name;    ///< as it called itself; text from outside
    QString address; ///< from which it was last used
    Instant since = 0;
    Instant usedAt = 0;
    bool current = false; ///< this one
};

struct SecondFactorOffer {
    QString secret; ///< base32, to be typed
    QString uri;    ///< "otpauth://…"
};

/// Who is about to sign in.
struct SignInWish {
    QString login;
    QString password;
    QString code; ///< of the second factor, or a recovery code; empty: none was asked for yet
    QString device;
    bool remember = false;
};

/// What belongs to an account at a service. Nothing is kept here, and nothing repeated by itself. Answers come later,
/// to deliver(); cancelling a future ends its request. GUI thread.
///
/// Errors: Unauthenticated with payload "reason": "credentials" (name or password, or the account is closed; which is
/// not told), "second-factor" (a code is wanted), "code" (it is wrong), others: the token is not good; Busy with
/// "retryAfter" in seconds: too many attempts; Invalid with "password": "too-short", "too-long", "too-easy"; Offline,
/// Timeout with a ConnectProblem; TooOld, TooNew.
class ServiceAccount
{
public:
    virtual ~ServiceAccount() = default;

    /// Whether a service is there and speaks with this program; sends no name and no password.
    virtual QFuture<Result<void>> greet() = 0;
    virtual QFuture<Result<ServiceSession>> signIn(const SignInWish &wish) = 0;
    virtual QFuture<Result<void>> signOut(const QByteArray &token) = 0;
    /// The old token is good no longer.
    virtual QFuture<Result<ServiceSession>> changePassword(const QByteArray &token, const QString &oldPassword,
                                                           const QString &newPassword) = 0;
    virtual QFuture<Result<QVector<ServiceDevice>>> devices(const QByteArray &token) = 0;
    /// Null: all but this one.
    virtual QFuture<Result<void>> signOutThere(const QByteArray &token, const QUuid &device) = 0;
    virtual QFuture<Result<SecondFactorOffer>> offerSecondFactor(const QByteArray &token, const QString &password) = 0;
    /// Gives the recovery codes, this once.
    virtual QFuture<Result<QStringList>> confirmSecondFactor(const QByteArray &token, const QString &code) = 0;
    virtual QFuture<Result<void>> dropSecondFactor(const QByteArray &token, const QString &password) = 0;
    /// The same answer for everybody, known or not.
    virtual QFuture<Result<void>> requestReset(const QString &login) = 0;
};

} // namespace deskhand
