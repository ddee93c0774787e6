// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_statement.h"

#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace deskhand {
namespace {

/// A null pointer would bind NULL instead of something empty.
const char *dataOrEmpty(const QByteArray &bytes)
{
    return bytes.isEmpty() ? "" : bytes.constData();
}

} // namespace

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

bool SqliteStatement::done(int code)
{
    if (code == SQLITE_OK)
        return true;
    m_code = code;
    return false;
}

int SqliteStatement::indexOf(const char *placeholder) const
{
    return sqlite3_bind_parameter_index(m_statement, placeholder);
}

bool SqliteStatement::bindInteger(int position, qint64 value)
{
    return done(sqlite3_bind_int64(m_statement, position, value));
}

bool SqliteStatement::bindText(int position, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return done(sqlite3_bind_text64(m_statement, position, dataOrEmpty(utf8), sqlite3_uint64(utf8.size()),
                                    SQLITE_TRANSIENT, SQLITE_UTF8));
}

bool SqliteStatement::bindBytes(int position, const QByteArray &value)
{
    return done(
        sqlite3_bind_blob64(m_statement, position, dataOrEmpty(value), sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
}

bool SqliteStatement::bindNull(int position)
{
    return done(sqlite3_bind_null(m_statement, position));
}

bool SqliteStatement::bindUtf8(int position, const char *utf8, qsizetype size)
{
    return done(sqlite3_bind_text64(m_statement, position, utf8, sqlite3_uint64(size), SQLITE_STATIC, SQLITE_UTF8));
}

bool SqliteStatement::bindBlob(int position, const char *data, qsizetype size)
{
    return done(sqlite3_bind_blob64(m_statement, position, data, sqlite3_uint64(size), SQLITE_STATIC));
}

PreparedStatement::Step SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return Step::Row;
    if (code == SQLITE_DONE)
        return Step::Done;
    m_code = code;
    return Step::Failed;
}

bool SqliteStatement::later(const std::optional<Error> &unlessOneRow)
{
    Step step = Step::Row;
    while (step == Step::Row)
        step = this->step();
    const bool isRefused = step == Step::Done && unlessOneRow && changedRows() != 1;
    if (isRefused)
        m_refusal = unlessOneRow;
    reset();
    return step == Step::Done && !isRefused;
}

void SqliteStatement::reset()
{
    // The code returned repeats the failure that step() has told.
    sqlite3_reset(m_statement);
}

void SqliteStatement::forgetBindings()
{
    sqlite3_clear_bindings(m_statement);
}

int SqliteStatement::changedRows() const
{
    return sqlite3_changes(m_handle);
}

Error SqliteStatement::error(const char *where) const
{
    if (m_refusal)
        return *m_refusal;
    return sqliteError(m_code, m_handle, QString::fromLatin1(where));
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return data ? QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArray SqliteStatement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return data ? QByteArray(data, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace deskhand
