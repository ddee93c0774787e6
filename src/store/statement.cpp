// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"

#include <sqlite3.h>

#include <utility>

namespace deskhand {

Statement::Statement(SqliteConnection *connection, sqlite3_stmt *prepared, bool *inUse, const char *name)
    : m_connection(connection)
    , m_prepared(prepared)
    , m_inUse(inUse)
    , m_name(name)
{
}

Statement::Statement(Error failure)
    : m_failure(std::move(failure))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_prepared(std::exchange(other.m_prepared, nullptr))
    , m_inUse(std::exchange(other.m_inUse, nullptr))
    , m_name(other.m_name)
    , m_failure(std::move(other.m_failure))
{
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    if (!m_inUse) {
        sqlite3_finalize(m_prepared);
        return;
    }
    sqlite3_reset(m_prepared);
    sqlite3_clear_bindings(m_prepared);
    *m_inUse = false;
}

int Statement::indexOf(const char *placeholder)
{
    if (m_failure)
        return 0;
    const int index = sqlite3_bind_parameter_index(m_prepared, placeholder);
    if (index == 0) {
        m_failure = Error{ErrorCode::Internal,
                          QString::fromLatin1(m_name),
                          QStringLiteral("no placeholder %1").arg(QString::fromLatin1(placeholder)),
                          {}};
    }
    return index;
}

void Statement::fail(int resultCode)
{
    m_failure = sqliteError(resultCode, m_connection->handle(), QString::fromLatin1(m_name));
}

Statement &Statement::bind(const char *placeholder, qint64 value)
{
    const int index = indexOf(placeholder);
    return index ? bindAt(index, value) : *this;
}

Statement &Statement::bind(const char *placeholder, const QString &value)
{
    const int index = indexOf(placeholder);
    return index ? bindAt(index, value) : *this;
}

Statement &Statement::bind(const char *placeholder, const QByteArray &value)
{
    const int index = indexOf(placeholder);
    if (index == 0)
        return *this;
    // A null pointer would bind NULL instead of an empty blob.
    const char *data = value.isEmpty() ? "" : value.constData();
    const int code = sqlite3_bind_blob64(m_prepared, index, data, sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
    if (code != SQLITE_OK)
        fail(code);
    return *this;
}

Statement &Statement::bindNull(const char *placeholder)
{
    const int index = indexOf(placeholder);
    return index ? bindNullAt(index) : *this;
}

Statement &Statement::bindNullAt(int position)
{
    if (m_failure)
        return *this;
    const int code = sqlite3_bind_null(m_prepared, position);
    if (code != SQLITE_OK)
        fail(code);
    return *this;
}

Statement &Statement::bindAt(int position, qint64 value)
{
    if (m_failure)
        return *this;
    const int code = sqlite3_bind_int64(m_prepared, position, value);
    if (code != SQLITE_OK)
        fail(code);
    return *this;
}

Statement &Statement::bindAt(int position, const QString &value)
{
    if (m_failure)
        return *this;
    const QByteArray utf8 = value.toUtf8();
    const char *data = utf8.isEmpty() ? "" : utf8.constData();
    const int code =
        sqlite3_bind_text64(m_prepared, position, data, sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        fail(code);
    return *this;
}

Statement &Statement::bindTextAt(int position, const char *utf8, qsizetype size)
{
    if (m_failure)
        return *this;
    const int code = sqlite3_bind_text64(m_prepared, position, utf8, sqlite3_uint64(size), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK)
        fail(code);
    return *this;
}

Statement &Statement::bindBlobAt(int position, const char *data, qsizetype size)
{
    if (m_failure)
        return *this;
    const int code = sqlite3_bind_blob64(m_prepared, position, data, sqlite3_uint64(size), SQLITE_STATIC);
    if (code != SQLITE_OK)
        fail(code);
    return *this;
}

bool Statement::next()
{
    if (m_failure)
        return false;
    const int code = sqlite3_step(m_prepared);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail(code);
    return false;
}

Result<void> Statement::run()
{
    while (next()) {
    }
    restart();
    return status();
}

void Statement::restart()
{
    // The code returned repeats the failure that next() has noted.
    if (m_prepared)
        sqlite3_reset(m_prepared);
}

Result<void> Statement::status() const
{
    return m_failure ? Result<void>(*m_failure) : Result<void>();
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_prepared, column);
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_prepared, column));
    return data ? QString::fromUtf8(data, sqlite3_column_bytes(m_prepared, column)) : QString();
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_prepared, column));
    return data ? QByteArray(data, sqlite3_column_bytes(m_prepared, column)) : QByteArray();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared, column) == SQLITE_NULL;
}

} // namespace deskhand
