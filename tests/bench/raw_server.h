// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/raw_sql.h"
#include "store/postgres_address.h"

#include <QByteArray>

struct pg_conn;
struct pg_result;

namespace deskhand::bench {

/// The desk's database on a server through nothing but libpq.
class RawServer final : public RawSql
{
public:
    explicit RawServer(const PostgresAddress &address);
    ~RawServer() override;

    QVector<qint64> ids(const char *sql) override;
    QStringList texts(const char *sql) override;
    void run(const char *sql) override;

    /// A statement with $1, $2, … to be run by its name.
    void prepare(const char *name, const char *sql);
    /// Runs it and looks at every value of its rows; gives the first number, 0 without a row.
    qint64 runPrepared(const char *name, const QVector<QByteArray> &values);

private:
    pg_result *checked(pg_result *result, const char *what);
    static qint64 lookAtAll(const pg_result *result);

    pg_conn *m_handle;
};

} // namespace deskhand::bench
