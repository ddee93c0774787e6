// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>

namespace deskhand {

/// Why a desk on a server was not entered, as exactly as it can be known: each has its own words and its own cure.
enum class ConnectProblem {
    HostNotFound,
    Refused,        ///< nothing listens there
    Unreachable,    ///< no way to the host
    TimedOut,       ///< no answer at all
    NotPostgres,    ///< something answers that is not PostgreSQL
    TlsNotOffered,  ///< the server does not encrypt
    NoAuthorities,  ///< no file of trusted authorities, or one that cannot be read
    Untrusted,      ///< the certificate is from an authority that is not trusted
    WrongHost,      ///< the certificate is for another host
    Expired,        ///< the certificate's time is over, or has not come
    PlainElsewhere, ///< TLS was switched off for a host that is not this computer
    PasswordNeeded,
    WrongPassword, ///< or, at most servers, an unknown user
    NoSuchUser,
    NoSuchDatabase,
    MayNotConnect, ///< the server does not let this user into this database from here
    TooManyConnections,
    Starting,     ///< the server starts or stops
    ServerTooOld, ///< of PostgreSQL
    NoDesk,       ///< a database without a desk
    Unfinished,   ///< a desk that is being copied into it, or whose copying was broken off
    DeskTooOld,
    DeskTooNew,
    NoRights, ///< the user enters the database, but the desk is closed to them
    // Of a service (src/remote).
    CaptivePortal,    ///< the network wants somebody to sign in to it, and answers in the service's place
    NotDeskService,   ///< a web server that is no Deskhand service
    ProxyUnreachable, ///< the proxy that the system has set up cannot be reached
    ProxyLogin,       ///< the proxy wants a name and a password, or others
};

/// The Error with its problem in the payload.
[[nodiscard]] Error connectError(ErrorCode code, ConnectProblem problem, const QString &where, const QString &detail);
[[nodiscard]] std::optional<ConnectProblem> connectProblemOf(const Error &error);
/// Stable: "captive-portal", "host-not-found" … What is wrong with a certificate is "certificate" with all its kinds.
[[nodiscard]] QString connectProblemName(ConnectProblem problem);

} // namespace deskhand
