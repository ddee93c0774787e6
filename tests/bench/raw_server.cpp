// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/raw_server.h"

#include "bench/report.h"

#include <libpq-fe.h>

#include <cstdlib>
#include <vector>

namespace deskhand::bench {

RawServer::RawServer(const PostgresAddress &address)
{
    const QByteArray port = QByteArray::number(address.port);
    const QByteArray host = address.host.toUtf8();
    const QByteArray database = address.database.toUtf8();
    const QByteArray user = address.user.toUtf8();
    const QByteArray password = address.password.toUtf8();
    m_handle = PQsetdbLogin(host.constData(), port.constData(), nullptr, nullptr, database.constData(),
                            user.constData(), password.isEmpty() ? nullptr : password.constData());
    if (PQstatus(m_handle) != CONNECTION_OK)
        giveUp(QString::fromUtf8(PQerrorMessage(m_handle)));
    run("SET search_path = deskhand, pg_temp");
}

RawServer::~RawServer()
{
    PQfinish(m_handle);
}

pg_result *RawServer::checked(pg_result *result, const char *what)
{
    if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
        giveUp(QStringLiteral("%1: %2").arg(QString::fromUtf8(what), QString::fromUtf8(PQerrorMessage(m_handle))));
    return result;
}

qint64 RawServer::lookAtAll(const pg_result *result)
{
    const int rows = PQntuples(result);
    const int columns = PQnfields(result);
    qsizetype bytes = 0;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            bytes += PQgetvalue(result, row, column)[0] != 0 ? PQgetlength(result, row, column) : 0;
    }
    return rows > 0 && bytes > 0 ? std::atoll(PQgetvalue(result, 0, 0)) : 0;
}

QVector<qint64> RawServer::ids(const char *sql)
{
    QVector<qint64> found;
    pg_result *result = checked(PQexec(m_handle, sql), sql);
    const int rows = PQntuples(result);
    found.reserve(rows);
    for (int row = 0; row < rows; ++row)
        found.append(std::atoll(PQgetvalue(result, row, 0)));
    PQclear(result);
    return found;
}

QStringList RawServer::texts(const char *sql)
{
    QStringList found;
    pg_result *result = checked(PQexec(m_handle, sql), sql);
    for (int row = 0; row < PQntuples(result); ++row)
        found.append(QString::fromUtf8(PQgetvalue(result, row, 0)));
    PQclear(result);
    return found;
}

void RawServer::run(const char *sql)
{
    PQclear(checked(PQexec(m_handle, sql), sql));
}

void RawServer::prepare(const char *name, const char *sql)
{
    PQclear(checked(PQprepare(m_handle, name, sql, 0, nullptr), sql));
}

qint64 RawServer::runPrepared(const char *name, const QVector<QByteArray> &values)
{
    std::vector<const char *> pointers;
    for (const QByteArray &value : values)
        pointers.push_back(value.constData());
    pg_result *result =
        checked(PQexecPrepared(m_handle, name, int(pointers.size()), pointers.data(), nullptr, nullptr, 0), name);
    const qint64 first = lookAtAll(result);
    PQclear(result);
    return first;
}

} // namespace deskhand::bench
