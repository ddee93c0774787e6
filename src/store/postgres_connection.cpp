// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_connection.h"

#include "store/postgres_canceller.h"
#include "store/postgres_connect_error.h"
#include "store/postgres_error.h"
#include "store/postgres_statement.h"

#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <utility>

namespace deskhand {
namespace {

QString newConnectionName()
{
    static std::atomic<qint64> last = 0;
    return QStringLiteral("deskhand-%1").arg(++last);
}

/// A value of libpq's connection string. The driver cuts its options at semicolons.
QString quotedOption(QString value)
{
    value.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    return u'\'' + value + u'\'';
}

QString connectOptions(const PostgresAddress &address)
{
    QStringList options{QStringLiteral("connect_timeout=10"), QStringLiteral("application_name=Deskhand"),
                        QStringLiteral("gssencmode=disable"), QStringLiteral("keepalives_idle=10"),
                        QStringLiteral("keepalives_interval=3"), QStringLiteral("keepalives_count=3"),
                        // A server that does not answer any more is noticed within seconds.
                        QStringLiteral("tcp_user_timeout=8000")};
    if (address.tls == PostgresTls::Off) {
        options.append(QStringLiteral("sslmode=disable"));
    } else {
        options.append(QStringLiteral("sslmode=verify-full"));
        if (!address.caFile.isEmpty())
            options.append(QStringLiteral("sslrootcert=") + quotedOption(address.caFile));
    }
    return options.join(u';');
}

pg_conn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<pg_conn *const *>(handle.constData()) : nullptr;
}

} // namespace

PostgresConnection::CancelScope::CancelScope(PostgresConnection &connection)
    : m_canceller(connection.m_mayCancel ? connection.m_canceller.get() : nullptr)
{
    if (m_canceller)
        m_canceller->begin();
}

PostgresConnection::CancelScope::~CancelScope()
{
    if (m_canceller)
        m_canceller->end();
}

PostgresConnection::PostgresConnection(QString name, std::shared_ptr<const StatementCatalogue> catalogue)
    : Connection(std::move(catalogue))
    , m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name))
{
}

PostgresConnection::~PostgresConnection()
{
    m_canceller.reset();
    dropStatements();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const PostgresAddress &address, ConnectionUse use,
                                                             std::shared_ptr<const StatementCatalogue> catalogue)
{
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(newConnectionName(), std::move(catalogue)));
    if (Result<void> connected = connection->connect(address); !connected)
        return connected.error();
    if (Result<void> configured = connection->configure(use); !configured)
        return configured.error();
    return std::unique_ptr<Connection>(std::move(connection));
}

Result<void> PostgresConnection::connect(const PostgresAddress &address)
{
    if (!m_database.isValid())
        return Error{ErrorCode::Internal, QStringLiteral("store.open"), QStringLiteral("no driver QPSQL"), {}};
    m_database.setHostName(address.host);
    m_database.setPort(address.port);
    m_database.setDatabaseName(address.database);
    m_database.setUserName(address.user);
    m_database.setPassword(address.password);
    m_database.setConnectOptions(connectOptions(address));
    const EnglishMessages english;
    if (m_database.open())
        return {};
    return postgresConnectError(m_database.lastError().databaseText());
}

Result<void> PostgresConnection::configure(ConnectionUse use)
{
    if (Result<void> status = sql("connection.searchPath").run(); !status)
        return status;
    // QtSql sends bytes in this form.
    if (Result<void> status = sql("connection.plainStrings").run(); !status)
        return status;
    if (Result<void> status = sql("connection.withoutCompiler").run(); !status)
        return status;
    // Who only reads holds up nobody, and may take time: a copy looks at one state of the desk for as long as it lasts.
    if (use == ConnectionUse::Read)
        return sql("connection.readOnly").run();
    if (Result<void> status = sql("connection.idleLimit").run(); !status)
        return status;
    return sql("connection.lockTimeout").run();
}

pg_conn *PostgresConnection::handle() const
{
    return handleOf(m_database);
}

PostgresConnection::Executed PostgresConnection::failed(const pg_result *result) const
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char *words = result ? PQresultErrorMessage(result) : PQerrorMessage(handle());
    const QSqlError error({}, QString::fromUtf8(words).trimmed(), QSqlError::StatementError,
                          state ? QString::fromLatin1(state) : QString());
    return {nullptr, postgresError(error, isBroken(), {})};
}

/// What must have changed a row is known to have done so before anything is made durable.
Result<void> PostgresConnection::settleLater()
{
    const bool mustBeLookedAt =
        std::any_of(m_later.cbegin(), m_later.cend(), [](const Later &one) { return one.unlessOneRow.has_value(); });
    if (!mustBeLookedAt)
        return {};
    const Later last = m_later.takeLast();
    const Executed looked = execute(last.text);
    if (looked.error)
        return *looked.error;
    const bool isOne = QByteArray(PQcmdTuples(looked.result.get())).toInt() == 1;
    return last.unlessOneRow && !isOne ? Result<void>(*last.unlessOneRow) : Result<void>();
}

PostgresConnection::Executed PostgresConnection::execute(const QByteArray &text)
{
    const QVector<Later> before = std::exchange(m_later, {});
    QByteArray all;
    for (const Later &one : before)
        all += one.text + ';';
    all += text;
    if (!PQsendQuery(handle(), all.constData()))
        return failed(nullptr);
    Executed executed;
    qsizetype answers = 0;
    while (PostgresResult next{PQgetResult(handle())}) {
        const ExecStatusType status = PQresultStatus(next.get());
        const bool isGood = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
        const bool isLater = answers < before.size();
        if (!executed.error && !isGood)
            executed = failed(next.get());
        else if (!executed.error && isLater && before[answers].unlessOneRow
                 && QByteArray(PQcmdTuples(next.get())).toInt() != 1)
            executed.error = before[answers].unlessOneRow;
        if (!executed.error)
            executed.result = std::move(next);
        ++answers;
    }
    if (executed.error)
        executed.result.reset();
    else if (!executed.result)
        return failed(nullptr);
    return executed;
}

void PostgresConnection::executeLater(const QByteArray &text, const std::optional<Error> &unlessOneRow)
{
    m_later.append({text, unlessOneRow});
}

bool PostgresConnection::isInTransaction() const
{
    const pg_conn *server = handle();
    return server && PQtransactionStatus(server) != PQTRANS_IDLE && PQtransactionStatus(server) != PQTRANS_UNKNOWN;
}

bool PostgresConnection::isBroken() const
{
    const pg_conn *server = handle();
    return !server || PQstatus(server) == CONNECTION_BAD;
}

qintptr PostgresConnection::socket() const
{
    const pg_conn *handle = handleOf(m_database);
    return handle ? qintptr(PQsocket(handle)) : -1;
}

QVector<QByteArray> PostgresConnection::takeNotices()
{
    QVector<QByteArray> payloads;
    pg_conn *handle = handleOf(m_database);
    // When the server is gone this fails, and the connection is broken from then on.
    if (!handle || !PQconsumeInput(handle))
        return payloads;
    while (pgNotify *notice = PQnotifies(handle)) {
        payloads.append(QByteArray(notice->extra));
        PQfreemem(notice);
    }
    return payloads;
}

void PostgresConnection::setCancelled(std::function<bool()> isCancelled)
{
    m_mayCancel = bool(isCancelled);
    if (m_mayCancel && !m_canceller)
        m_canceller = std::make_unique<PostgresCanceller>(handleOf(m_database));
    if (m_canceller)
        m_canceller->setCancelled(std::move(isCancelled));
}

Result<QString> PostgresConnection::passwordVerifier(const QString &role, const QString &password)
{
    pg_conn *handle = handleOf(m_database);
    char *verifier = handle ? PQencryptPasswordConn(handle, password.toUtf8().constData(), role.toUtf8().constData(),
                                                    "scram-sha-256")
                            : nullptr;
    if (!verifier)
        return Error{ErrorCode::Internal, QStringLiteral("store.rights"), QStringLiteral("no verifier was made"), {}};
    const QString made = QString::fromUtf8(verifier);
    PQfreemem(verifier);
    return made;
}

Result<std::unique_ptr<PreparedStatement>> PostgresConnection::prepare(const QByteArray &text, const char *name, Keep)
{
    if (!m_dropped.isEmpty() && m_later.isEmpty() && PQtransactionStatus(handle()) != PQTRANS_INERROR) {
        const QVector<QByteArray> dropped = std::exchange(m_dropped, {});
        for (const QByteArray &one : dropped)
            (void)execute("DEALLOCATE " + one);
    }
    auto statement = std::make_unique<PostgresStatement>(*this);
    if (!statement->prepare(text))
        return statement->error(name);
    return std::unique_ptr<PreparedStatement>(std::move(statement));
}

} // namespace deskhand
