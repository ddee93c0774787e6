// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_probe.h"

#include "operations/connect_problem.h"
#include "store/postgres_connect_error.h"

#include <QDeadlineTimer>
#include <QList>

#include <libpq-fe.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>

#include <memory>
#include <utility>

namespace deskhand {
namespace {

constexpr int probeTimeoutMs = 10'000;
constexpr int lookAgainMs = 40;

struct FinishConnection {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using ProbeOption = std::pair<const char *, QByteArray>;
using ProbeConnection = std::unique_ptr<PGconn, FinishConnection>;

enum class Purpose { Enter, LookAtCertificate };

ProbeConnection begin(const PostgresAddress &address, Purpose purpose)
{
    QList<ProbeOption> options{{"host", address.host.toUtf8()},       {"port", QByteArray::number(address.port)},
                               {"dbname", address.database.toUtf8()}, {"user", address.user.toUtf8()},
                               {"application_name", "Deskhand"},      {"gssencmode", "disable"}};
    if (purpose == Purpose::LookAtCertificate) {
        // "require" would check a certificate of the machine's user, too, if there were one.
        options += {ProbeOption("sslmode", "require"), ProbeOption("sslrootcert", "/nonexistent")};
    } else {
        options += ProbeOption("sslmode", address.tls == PostgresTls::Off ? "disable" : "verify-full");
        if (!address.password.isEmpty())
            options += ProbeOption("password", address.password.toUtf8());
        if (!address.caFile.isEmpty())
            options += ProbeOption("sslrootcert", address.caFile.toUtf8());
    }
    QList<const char *> keys;
    QList<const char *> values;
    for (const auto &[key, value] : std::as_const(options)) {
        keys.append(key);
        values.append(value.constData());
    }
    keys.append(nullptr);
    values.append(nullptr);
    ProbeConnection connection(PQconnectStartParams(keys.constData(), values.constData(), 0));
    if (connection)
        PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE); // with the SQLSTATE, whatever the server's language
    return connection;
}

enum class Step { Done, Failed, Cancelled, Late };

/// Goes on until the connection is made, or until `isThere`.
Step advance(PGconn *connection, const QDeadlineTimer &deadline, const std::function<bool()> &isCancelled,
             const std::function<bool()> &isThere)
{
    PostgresPollingStatusType wants = PGRES_POLLING_WRITING;
    while (wants != PGRES_POLLING_OK) {
        if (wants == PGRES_POLLING_FAILED || PQstatus(connection) == CONNECTION_BAD)
            return Step::Failed;
        if (isCancelled && isCancelled())
            return Step::Cancelled;
        if (deadline.hasExpired())
            return Step::Late;
        pollfd socket{PQsocket(connection), short(wants == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (::poll(&socket, 1, lookAgainMs) > 0)
            wants = PQconnectPoll(connection);
        if (wants != PGRES_POLLING_FAILED && isThere && isThere())
            return Step::Done;
    }
    return Step::Done;
}

QString messageOf(const PGconn *connection)
{
    return QString::fromUtf8(PQerrorMessage(connection));
}

/// Whether the time of the server's certificate is over or has not begun; nothing is sent but the greeting of TLS.
bool isOutOfTime(const PostgresAddress &address, const QDeadlineTimer &deadline,
                 const std::function<bool()> &isCancelled)
{
    const ProbeConnection connection = begin(address, Purpose::LookAtCertificate);
    // The state after the greeting of TLS, before anything else goes over it.
    const auto encrypted = [&connection] {
        return PQsslInUse(connection.get()) == 1 && PQstatus(connection.get()) == CONNECTION_MADE;
    };
    if (!connection || advance(connection.get(), deadline, isCancelled, encrypted) != Step::Done)
        return false;
    auto *tls = static_cast<SSL *>(PQsslStruct(connection.get(), "OpenSSL"));
    X509 *certificate = tls != nullptr ? SSL_get0_peer_certificate(tls) : nullptr;
    if (certificate == nullptr)
        return false;
    return X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0
           || X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0;
}

Error probeError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("store.open"), detail, {}};
}

} // namespace

Result<PostgresProbe> probePostgres(const PostgresAddress &address, const std::function<bool()> &isCancelled)
{
    const EnglishMessages english;
    const QDeadlineTimer deadline(probeTimeoutMs);
    const ProbeConnection connection = begin(address, Purpose::Enter);
    if (!connection)
        return probeError(ErrorCode::Internal, QStringLiteral("out of memory"));
    switch (advance(connection.get(), deadline, isCancelled, {})) {
    case Step::Done: break;
    case Step::Cancelled: return probeError(ErrorCode::Cancelled, {});
    case Step::Late:
        return connectError(ErrorCode::Timeout, ConnectProblem::TimedOut, QStringLiteral("store.open"),
                            QStringLiteral("no answer within %1 s").arg(probeTimeoutMs / 1000));
    case Step::Failed: {
        Error error = postgresConnectError(messageOf(connection.get()));
        if (connectProblemOf(error) == ConnectProblem::Untrusted && isOutOfTime(address, deadline, isCancelled))
            error = connectError(error.code, ConnectProblem::Expired, error.where, error.detail);
        return error;
    }
    }
    const char *protocol = PQsslAttribute(connection.get(), "protocol");
    return PostgresProbe{PQserverVersion(connection.get()), QString::fromLatin1(protocol)};
}

} // namespace deskhand
