// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "operations/connect_problem.h"
#include "store/connection.h"
#include "store/sql_resources.h"
#include "store/transaction.h"

#include <QDir>
#include <QFile>

namespace deskhand {
namespace {

Error migrationError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("store.migrate"), detail, {}};
}

Error noDesk()
{
    return connectError(ErrorCode::Corrupt, ConnectProblem::NoDesk, QStringLiteral("store.migrate"),
                        QStringLiteral("this database is not a desk"));
}

Result<qint64> readNumber(Statement statement)
{
    const qint64 number = statement.next() ? statement.integer(0) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return number;
}

/// Version of the schema; 0 for a file without any table. Errors: Corrupt when the database belongs to another program,
/// Conflict for an unfinished copy.
Result<qint64> schemaVersion(Connection &connection)
{
    const Result<qint64> version = readNumber(connection.sql("connection.version"));
    if (!version)
        return version;
    const Result<qint64> application = readNumber(connection.sql("connection.applicationId"));
    if (!application)
        return application;
    const Result<qint64> tables = readNumber(connection.sql("connection.tableCount"));
    if (!tables)
        return tables;
    if (*tables > 0 && *application == unfinishedCopyApplicationId) {
        return Error{
            ErrorCode::Conflict,
            QStringLiteral("store.migrate"),
            QStringLiteral("a desk is being copied to here and is not whole yet; start the copy again to go on"),
            {{QStringLiteral("problem"), QStringLiteral("unfinished-copy")}}};
    }
    if (*tables > 0 && *application != deskApplicationId)
        return noDesk();
    return *tables == 0 ? Result<qint64>(0) : version;
}

Error tooNew(qint64 version, qsizetype known)
{
    return migrationError(ErrorCode::TooNew,
                          QStringLiteral("the desk has schema %1, this program knows %2").arg(version).arg(known));
}

/// Applies the migration after `version`, unless another process did meanwhile. Returns the version afterwards.
Result<qint64> applyNext(Connection &connection, const QVector<Migration> &migrations)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    if (connection.dialect() == SqlDialect::Postgres) {
        if (Result<void> locked = connection.sql("connection.migrationLock").run(); !locked)
            return locked.error();
    }
    const Result<qint64> version = schemaVersion(connection);
    if (!version || *version >= migrations.size())
        return version;
    const Migration &next = migrations[*version];
    for (const QByteArray &statement : next.statements) {
        if (Result<void> run = connection.once(statement, "store.migrate").run(); !run)
            return run.error();
    }
    const Result<qint64> reached = readNumber(connection.sql("connection.version"));
    if (!reached)
        return reached;
    if (*reached != next.number)
        return migrationError(ErrorCode::Internal,
                              QStringLiteral("migration %1 does not set its number").arg(next.number));
    if (Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return reached;
}

} // namespace

QVector<QByteArray> splitMigration(const QByteArray &text)
{
    QVector<QByteArray> statements;
    QByteArray current;
    const auto finish = [&] {
        if (!current.isEmpty())
            statements.append(current);
        current.clear();
    };
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty() && current.trimmed().endsWith(';'))
            finish();
        else if (!trimmed.isEmpty() && !trimmed.startsWith("--"))
            current += line + '\n';
    }
    finish();
    return statements;
}

Result<QVector<Migration>> builtInMigrations(SqlDialect dialect)
{
    registerSqlResources();
    QVector<Migration> migrations;
    const QDir directory(QStringLiteral(":/sql/migrations/") + sqlDialectName(dialect));
    for (const QString &name : directory.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return migrationError(ErrorCode::Internal, name + QStringLiteral(": ") + file.errorString());
        const int number = name.section(u'_', 0, 0).toInt();
        if (number != migrations.size() + 1)
            return migrationError(ErrorCode::Internal, name + QStringLiteral(": not the next number"));
        migrations.append(Migration{number, splitMigration(file.readAll())});
    }
    return migrations;
}

Result<void> migrate(Connection &connection, const QVector<Migration> &migrations)
{
    Result<qint64> version = schemaVersion(connection);
    while (version && *version < migrations.size())
        version = applyNext(connection, migrations);
    if (!version)
        return version.error();
    return *version > migrations.size() ? Result<void>(tooNew(*version, migrations.size())) : Result<void>();
}

Result<void> checkSchema(Connection &connection, const QVector<Migration> &migrations)
{
    const Result<qint64> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version > migrations.size())
        return tooNew(*version, migrations.size());
    if (*version == 0 && connection.dialect() == SqlDialect::Postgres)
        return noDesk();
    if (*version < migrations.size()) {
        return migrationError(
            ErrorCode::TooOld,
            QStringLiteral("the desk has schema %1, this program needs %2").arg(*version).arg(migrations.size()));
    }
    return {};
}

} // namespace deskhand
