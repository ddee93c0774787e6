// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "wire/wire_type.h"

#include <QString>
#include <QStringList>
#include <QUuid>
#include <QVector>

#include <variant>

namespace deskhand {

// Signing in to the service and what belongs to it, in the manner of desk_calls.h. Errors are those of
// service/accounts/accounts.h: Unauthenticated with payload "reason" "credentials", "second-factor", "code", "token",
// "link"; Busy with "retryAfter" in seconds. Never kept, logged or shown: passwords, codes, tokens.

/// A session of a person, as told to the person.
struct WireSession {
    QUuid id;
    QString device;
    QString address; ///< that it was last used from
    Instant createdAt = 0;
    Instant usedAt = 0;
    Instant expiresAt = 0;
    bool current = false; ///< the one that asks
    bool operator==(const WireSession &) const = default;
};

/// The token is told this once: "Authorization: Bearer …" of every further request.
struct WireSignedIn {
    QString token;
    PersonId person;
    WireSession session;
    bool mustChange = false; ///< only change-password and sign-out are allowed with it
    bool operator==(const WireSignedIn &) const = default;
};

/// Nothing to tell but that it is done.
struct WireDone {
    bool operator==(const WireDone &) const = default;
};

struct WireSecondFactor {
    QString secret; ///< base32, to be typed
    QString uri;    ///< "otpauth://totp/…", for a picture
    bool operator==(const WireSecondFactor &) const = default;
};

/// Whose an invitation or a reset is.
struct WireLink {
    bool invitation = false; ///< else a new password for somebody who had one
    QString name;
    QString address;
    Instant expiresAt = 0;
    bool operator==(const WireLink &) const = default;
};

struct SignInCall {
    using Answer = WireSignedIn;
    static constexpr QLatin1String name{"sign-in"};
    QString login; ///< mail address, or name of the person
    QString password;
    QString code; ///< of the second factor, or a recovery code; empty: none given yet
    QString device;
    bool remember = false;
};
struct SignOutCall {
    using Answer = WireDone;
    static constexpr QLatin1String name{"sign-out"};
};
struct SessionsCall {
    using Answer = QVector<WireSession>;
    static constexpr QLatin1String name{"sessions"};
};
struct RevokeSessionCall {
    using Answer = WireDone;
    static constexpr QLatin1String name{"revoke-session"};
    QUuid session; ///< null: all but the one that asks
};
struct ChangePasswordCall {
    using Answer = WireSignedIn;
    static constexpr QLatin1String name{"change-password"};
    QString oldPassword;
    QString newPassword;
};
struct OfferSecondFactorCall {
    using Answer = WireSecondFactor;
    static constexpr QLatin1String name{"offer-second-factor"};
    QString password;
};
struct ConfirmSecondFactorCall {
    using Answer = QStringList; ///< recovery codes, told this once
    static constexpr QLatin1String name{"confirm-second-factor"};
    QString code;
};
struct DropSecondFactorCall {
    using Answer = WireDone;
    static constexpr QLatin1String name{"drop-second-factor"};
    QString password;
};
struct LinkCall {
    using Answer = WireLink;
    static constexpr QLatin1String name{"link"};
    QString token;
};
struct AcceptLinkCall {
    using Answer = WireDone;
    static constexpr QLatin1String name{"accept-link"};
    QString token;
    QString password;
};
/// The same answer for everybody, known or not.
struct RequestResetCall {
    using Answer = WireDone;
    static constexpr QLatin1String name{"request-reset"};
    QString login;
};

[[nodiscard]] const WireType &wireShape(const WireSession *);
[[nodiscard]] const WireType &wireShape(const WireSignedIn *);
[[nodiscard]] const WireType &wireShape(const WireDone *);
[[nodiscard]] const WireType &wireShape(const WireSecondFactor *);
[[nodiscard]] const WireType &wireShape(const WireLink *);

using AccountCall =
    std::variant<SignInCall, SignOutCall, SessionsCall, RevokeSessionCall, ChangePasswordCall, OfferSecondFactorCall,
                 ConfirmSecondFactorCall, DropSecondFactorCall, LinkCall, AcceptLinkCall, RequestResetCall>;

[[nodiscard]] QByteArray encodeCall(const AccountCall &call);
[[nodiscard]] QLatin1String nameOfCall(const AccountCall &call);
/// Errors: NotFound (no such call), Invalid.
[[nodiscard]] Result<AccountCall> decodeAccountCall(QByteArrayView name, const QByteArray &json);

} // namespace deskhand
