// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_connect_error.h"

#include "operations/connect_problem.h"

#include <QRegularExpression>

#include <locale.h>

#include <optional>

namespace deskhand {
namespace {

struct ConnectMeaning {
    const char *sign; ///< the beginning of an SQLSTATE, or words of the message
    ErrorCode code;
    ConnectProblem problem;
};

// The first that fits counts.
constexpr ConnectMeaning stateSigns[] = {
    {"28P01", ErrorCode::Unauthenticated, ConnectProblem::WrongPassword},
    {"28000", ErrorCode::Unauthenticated, ConnectProblem::NoSuchUser},
    {"3D000", ErrorCode::NotFound, ConnectProblem::NoSuchDatabase},
    {"42501", ErrorCode::Denied, ConnectProblem::MayNotConnect},
    {"55000", ErrorCode::Denied, ConnectProblem::MayNotConnect}, // a database that takes no connections
    {"53300", ErrorCode::Offline, ConnectProblem::TooManyConnections},
    {"57P03", ErrorCode::Offline, ConnectProblem::Starting},
    {"57P", ErrorCode::Offline, ConnectProblem::Starting}, // it goes down this very moment
};

constexpr ConnectMeaning clientSigns[] = {
    {"could not translate host name", ErrorCode::Offline, ConnectProblem::HostNotFound},
    {"Connection refused", ErrorCode::Offline, ConnectProblem::Refused},
    {"timeout expired", ErrorCode::Timeout, ConnectProblem::TimedOut},
    {"Connection timed out", ErrorCode::Timeout, ConnectProblem::TimedOut},
    {"No route to host", ErrorCode::Offline, ConnectProblem::Unreachable},
    {"Network is unreachable", ErrorCode::Offline, ConnectProblem::Unreachable},
    {"Host is down", ErrorCode::Offline, ConnectProblem::Unreachable},
    {"server does not support SSL", ErrorCode::Offline, ConnectProblem::TlsNotOffered},
    {"root certificate file", ErrorCode::Offline, ConnectProblem::NoAuthorities},
    {"does not match host name", ErrorCode::Offline, ConnectProblem::WrongHost},
    {"certificate verify failed", ErrorCode::Offline, ConnectProblem::Untrusted},
    {"received invalid response", ErrorCode::Offline, ConnectProblem::NotPostgres},
    {"expected authentication request", ErrorCode::Offline, ConnectProblem::NotPostgres},
    {"no password supplied", ErrorCode::Unauthenticated, ConnectProblem::PasswordNeeded},
    // What an English server says when nobody asked it for numbers.
    {"pg_hba.conf", ErrorCode::Denied, ConnectProblem::MayNotConnect},
    {"password authentication failed", ErrorCode::Unauthenticated, ConnectProblem::WrongPassword},
    {"authentication failed", ErrorCode::Unauthenticated, ConnectProblem::WrongPassword},
    {"permission denied for database", ErrorCode::Denied, ConnectProblem::MayNotConnect},
    {"too many connections", ErrorCode::Offline, ConnectProblem::TooManyConnections},
    {"too many clients", ErrorCode::Offline, ConnectProblem::TooManyConnections},
    {"remaining connection slots", ErrorCode::Offline, ConnectProblem::TooManyConnections},
    {"the database system is", ErrorCode::Offline, ConnectProblem::Starting},
};

std::optional<ConnectMeaning> meaningOfState(const QString &message)
{
    static const QRegularExpression number(QStringLiteral(":  ([0-9A-Z]{5}): "));
    const auto found = number.match(message);
    if (!found.hasMatch())
        return std::nullopt;
    // Who may come in at all is decided in the server's auth.c; that file is named in every language.
    if (found.captured(1) == u"28000" && message.contains(QLatin1String(", auth.c:")))
        return ConnectMeaning{"", ErrorCode::Denied, ConnectProblem::MayNotConnect};
    for (const ConnectMeaning &meaning : stateSigns) {
        if (found.capturedView(1).startsWith(QLatin1String(meaning.sign)))
            return meaning;
    }
    return std::nullopt;
}

std::optional<ConnectMeaning> meaningOfWords(const QString &message)
{
    for (const ConnectMeaning &meaning : clientSigns) {
        if (message.contains(QLatin1String(meaning.sign)))
            return meaning;
    }
    if (message.contains(QLatin1String("does not exist"))) {
        if (message.contains(QLatin1String("database \"")))
            return ConnectMeaning{"", ErrorCode::NotFound, ConnectProblem::NoSuchDatabase};
        if (message.contains(QLatin1String("role \"")))
            return ConnectMeaning{"", ErrorCode::Unauthenticated, ConnectProblem::NoSuchUser};
    }
    return std::nullopt;
}

} // namespace

Error postgresConnectError(const QString &message)
{
    const QString where = QStringLiteral("store.open");
    const QString detail = message.trimmed();
    std::optional<ConnectMeaning> meaning = meaningOfState(message);
    if (!meaning)
        meaning = meaningOfWords(message);
    return meaning ? connectError(meaning->code, meaning->problem, where, detail)
                   : Error{ErrorCode::Offline, where, detail, {}};
}

EnglishMessages::EnglishMessages()
    : m_english(newlocale(LC_MESSAGES_MASK, "C", nullptr))
    , m_before(m_english != nullptr ? uselocale(static_cast<locale_t>(m_english)) : nullptr)
{
}

EnglishMessages::~EnglishMessages()
{
    if (m_english == nullptr)
        return;
    uselocale(static_cast<locale_t>(m_before));
    freelocale(static_cast<locale_t>(m_english));
}

} // namespace deskhand
