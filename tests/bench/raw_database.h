// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

struct sqlite3;
struct sqlite3_stmt;

namespace deskhand::bench {

/// The desk's file through nothing but SQLite's C interface: what our figures are compared with.
class RawDatabase
{
public:
    /// With the same page cache as the reader of LocalDesk that answers lists.
    explicit RawDatabase(const QString &path);
    ~RawDatabase();
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    /// The first column of all rows.
    QVector<qint64> ids(const char *sql);
    void run(const char *sql);
    sqlite3_stmt *prepare(const char *sql);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace deskhand::bench
