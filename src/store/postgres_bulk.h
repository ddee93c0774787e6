// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QVector>

struct pg_conn;
struct pg_result;

namespace deskhand {

class PostgresConnection;

// Whole tables into and out of PostgreSQL through libpq itself, in the server's binary form: QtSql sends every value as
// text and keeps a whole result. Sources: https://www.postgresql.org/docs/15/sql-copy.html (file formats),
// https://www.postgresql.org/docs/15/libpq-copy.html, https://www.postgresql.org/docs/15/libpq-single-row-mode.html
// Used in the connection's thread; while one lives nothing else may use the connection.

/// Rows for one COPY … FROM STDIN (FORMAT binary). Without finish() nothing of them is stored, and the transaction they
/// were in can only be rolled back.
class PostgresCopyIn
{
public:
    explicit PostgresCopyIn(PostgresConnection &connection);
    ~PostgresCopyIn();
    PostgresCopyIn(const PostgresCopyIn &) = delete;
    PostgresCopyIn &operator=(const PostgresCopyIn &) = delete;

    /// Errors: those of the server.
    Result<void> begin(const QByteArray &statement);
    void beginRow(int columns);
    void addNumber(qint64 number, int size); ///< size: 4 or 8, as the column is
    void addBytes(const char *data, qsizetype size);
    void addNull();
    /// To be called after each row: sends what has gathered. Errors: those of the server.
    Result<void> endRow();
    /// Errors: those of the server; nothing was stored.
    Result<void> finish();

private:
    Result<void> send();

    PostgresConnection &m_connection;
    QByteArray m_buffer;
    bool m_isOpen = false;
};

/// The rows of a query one after another, with little of them in memory.
class PostgresRowStream
{
public:
    explicit PostgresRowStream(PostgresConnection &connection);
    ~PostgresRowStream();
    PostgresRowStream(const PostgresRowStream &) = delete;
    PostgresRowStream &operator=(const PostgresRowStream &) = delete;

    struct Parameter {
        bool isNumber = false; ///< bigint in eight bytes, highest first
        bool isText = false;   ///< else bytea
        QByteArray value;
    };

    /// `statement` has $1, $2, … for the parameters. Errors: those of the server.
    Result<void> begin(const QByteArray &statement, const QVector<Parameter> &parameters = {});
    /// False after the last row. Errors: those of the server.
    Result<bool> next();

    // The value of a column of the row, in the server's binary form.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] const char *data(int column) const;
    [[nodiscard]] int size(int column) const;
    [[nodiscard]] qint64 number(int column) const; ///< of 2, 4 or 8 bytes

private:
    void clearRow();
    void abandon();

    PostgresConnection &m_connection;
    pg_result *m_row = nullptr;
    bool m_isRunning = false;
};

} // namespace deskhand
