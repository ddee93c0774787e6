// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/raw_database.h"

#include "bench/report.h"

#include <sqlite3.h>

namespace deskhand::bench {

RawDatabase::RawDatabase(const QString &path)
{
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK)
        giveUp(QStringLiteral("cannot open %1").arg(path));
    run("PRAGMA cache_size = -49152");
    run("PRAGMA temp_store = MEMORY");
    run("PRAGMA synchronous = FULL");
    run("PRAGMA foreign_keys = ON");
}

RawDatabase::~RawDatabase()
{
    sqlite3_close(m_handle);
}

sqlite3_stmt *RawDatabase::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
        giveUp(QStringLiteral("%1: %2").arg(QString::fromUtf8(sql), QString::fromUtf8(sqlite3_errmsg(m_handle))));
    return statement;
}

void RawDatabase::run(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        giveUp(QStringLiteral("%1: %2").arg(QString::fromUtf8(sql), QString::fromUtf8(sqlite3_errmsg(m_handle))));
}

QVector<qint64> RawDatabase::ids(const char *sql)
{
    QVector<qint64> found;
    sqlite3_stmt *statement = prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW)
        found.append(sqlite3_column_int64(statement, 0));
    sqlite3_finalize(statement);
    return found;
}

QStringList RawDatabase::texts(const char *sql)
{
    QStringList found;
    sqlite3_stmt *statement = prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW)
        found.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    return found;
}

} // namespace deskhand::bench
