// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/remote_place.h"
#include "wire/account_calls.h"
#include "wire/service_status.h"

#include <QFuture>

#include <memory>
#include <optional>

namespace deskhand {

struct HttpQuestion;
class RemoteThread;

/// What stands between a person and a service, as far as it is known: the service says the same of an unknown name, a
/// wrong password and an account that is closed.
enum class SignInProblem {
    Wrong,              ///< name or password, or the account is closed
    SecondFactorNeeded, ///< the password is right: ask for a code, and sign in again with it
    WrongCode,          ///< the password is right, the code is not, or was used before
    TooManyAttempts,    ///< signInRetryAfter() says when again
    Overloaded,         ///< too many sign in at this moment; likewise
    NotSignedIn,        ///< the token is not good, or no longer
    WrongLink,          ///< an invitation or a reset that is not good, or no longer
    PasswordNotTaken,   ///< the new one; passwordFault() says why
};
[[nodiscard]] std::optional<SignInProblem> signInProblemOf(const Error &error);
/// In seconds; 0: not said.
[[nodiscard]] int signInRetryAfter(const Error &error);
/// "too-short", "too-long", "too-easy"; empty: nothing is wrong with it.
[[nodiscard]] QString passwordFault(const Error &error);

/// The door of a service: signing in and what belongs to an account. No desk, and no token is kept here: what needs one
/// is given it. The service is greeted first (RemoteLink), so that no password is sent to whoever answers in its place;
/// nothing that is asked here is repeated by itself. Errors: SignInProblem; Offline and Timeout with a ConnectProblem
/// where it is known; TooOld, TooNew (the service is). Cancelling a future ends its request. Any thread.
class ServiceDoor
{
public:
    explicit ServiceDoor(const RemotePlace &place);
    ~ServiceDoor();
    ServiceDoor(const ServiceDoor &) = delete;
    ServiceDoor &operator=(const ServiceDoor &) = delete;

    /// With WireSignedIn::mustChange its token is good only for changePassword() and signOut().
    QFuture<Result<WireSignedIn>> signIn(const SignInCall &call);
    QFuture<Result<WireDone>> signOut(const QByteArray &token);
    /// Everything of the person is signed out; it goes on with the new token.
    QFuture<Result<WireSignedIn>> changePassword(const QByteArray &token, const ChangePasswordCall &call);

    QFuture<Result<QVector<WireSession>>> sessions(const QByteArray &token);
    /// Null: all but the one of the token.
    QFuture<Result<WireDone>> revokeSession(const QByteArray &token, const QUuid &session);

    QFuture<Result<WireSecondFactor>> offerSecondFactor(const QByteArray &token, const QString &password);
    /// Gives the recovery codes, this once.
    QFuture<Result<QStringList>> confirmSecondFactor(const QByteArray &token, const QString &code);
    QFuture<Result<WireDone>> dropSecondFactor(const QByteArray &token, const QString &password);

    /// Of an invitation or a reset.
    QFuture<Result<WireLink>> link(const QString &linkToken);
    QFuture<Result<WireDone>> acceptLink(const QString &linkToken, const QString &password);
    /// The same answer for everybody, known or not.
    QFuture<Result<WireDone>> requestReset(const QString &login);

    /// How the process that answers is doing; any token of a person that may read.
    QFuture<Result<ServiceStatus>> status(const QByteArray &token);

private:
    template <typename Answer, typename Decode>
    QFuture<Result<Answer>> ask(HttpQuestion question, const QByteArray &token, Decode decode);
    template <typename Call>
    QFuture<Result<typename Call::Answer>> ask(const Call &call, const QByteArray &token = {});

    std::unique_ptr<RemoteThread> m_thread;
};

} // namespace deskhand
