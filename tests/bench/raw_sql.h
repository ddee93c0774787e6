// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace deskhand::bench {

/// A desk's database without our program in between: what our figures are compared with.
class RawSql
{
public:
    RawSql() = default;
    virtual ~RawSql() = default;
    RawSql(const RawSql &) = delete;
    RawSql &operator=(const RawSql &) = delete;

    /// The first column of all rows.
    virtual QVector<qint64> ids(const char *sql) = 0;
    virtual QStringList texts(const char *sql) = 0;
    virtual void run(const char *sql) = 0;
};

} // namespace deskhand::bench
