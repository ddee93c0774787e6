// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/raw_sql.h"

#include <QString>
#include <QVector>

struct sqlite3;
struct sqlite3_stmt;

namespace deskhand::bench {

/// The desk's file through nothing but SQLite's C interface: what our figures are compared with.
class RawDatabase final : public RawSql
{
public:
    /// With the same page cache as the reader of LocalDesk that answers lists.
    explicit RawDatabase(const QString &path);
    ~RawDatabase() override;
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    QVector<qint64> ids(const char *sql) override;
    QStringList texts(const char *sql) override;
    void run(const char *sql) override;
    sqlite3_stmt *prepare(const char *sql);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace deskhand::bench
