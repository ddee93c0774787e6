// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/connect_problem.h"

#include <QString>

namespace deskhand {

namespace {
const QString connectField = QStringLiteral("connect");
}

Error connectError(ErrorCode code, ConnectProblem problem, const QString &where, const QString &detail)
{
    return Error{code, where, detail, {{connectField, int(problem)}}};
}

std::optional<ConnectProblem> connectProblemOf(const Error &error)
{
    const auto found = error.payload.constFind(connectField);
    return found == error.payload.cend() ? std::nullopt : std::optional(ConnectProblem(found->toInt()));
}

QString connectProblemName(ConnectProblem problem)
{
    switch (problem) {
    case ConnectProblem::HostNotFound: return QStringLiteral("host-not-found");
    case ConnectProblem::Refused: return QStringLiteral("refused");
    case ConnectProblem::Unreachable: return QStringLiteral("unreachable");
    case ConnectProblem::TimedOut: return QStringLiteral("timed-out");
    case ConnectProblem::NotPostgres: return QStringLiteral("not-postgres");
    case ConnectProblem::TlsNotOffered: return QStringLiteral("tls-not-offered");
    case ConnectProblem::NoAuthorities: return QStringLiteral("no-authorities");
    case ConnectProblem::Untrusted:
    case ConnectProblem::WrongHost:
    case ConnectProblem::Expired: return QStringLiteral("certificate");
    case ConnectProblem::PlainElsewhere: return QStringLiteral("plain-elsewhere");
    case ConnectProblem::PasswordNeeded: return QStringLiteral("password-needed");
    case ConnectProblem::WrongPassword: return QStringLiteral("wrong-password");
    case ConnectProblem::NoSuchUser: return QStringLiteral("no-such-user");
    case ConnectProblem::NoSuchDatabase: return QStringLiteral("no-such-database");
    case ConnectProblem::MayNotConnect: return QStringLiteral("may-not-connect");
    case ConnectProblem::TooManyConnections: return QStringLiteral("too-many-connections");
    case ConnectProblem::Starting: return QStringLiteral("starting");
    case ConnectProblem::ServerTooOld: return QStringLiteral("server-too-old");
    case ConnectProblem::NoDesk: return QStringLiteral("no-desk");
    case ConnectProblem::Unfinished: return QStringLiteral("unfinished");
    case ConnectProblem::DeskTooOld: return QStringLiteral("desk-too-old");
    case ConnectProblem::DeskTooNew: return QStringLiteral("desk-too-new");
    case ConnectProblem::NoRights: return QStringLiteral("no-rights");
    case ConnectProblem::CaptivePortal: return QStringLiteral("captive-portal");
    case ConnectProblem::NotDeskService: return QStringLiteral("not-desk-service");
    case ConnectProblem::ProxyUnreachable: return QStringLiteral("proxy-unreachable");
    case ConnectProblem::ProxyLogin: return QStringLiteral("proxy-login");
    }
    return {};
}

} // namespace deskhand
