// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_statement.h"

#include "store/postgres_connection.h"
#include "store/postgres_error.h"

#include <QSqlResult>
#include <QVariant>

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace deskhand {
namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

constexpr Oid byteaType = 17;

/// PostgreSQL keeps no U+0000 in text.
QString storable(QString text)
{
    return text.contains(QChar::Null) ? text.replace(QChar::Null, QChar::ReplacementCharacter) : text;
}

} // namespace

std::vector<std::string> placeholdersOf(const QByteArray &text)
{
    std::vector<std::string> names;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\'')
            quoted = !quoted;
        if (quoted || text[i] != ':')
            continue;
        qsizetype end = i + 1;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        const bool cast = (i > 0 && text[i - 1] == ':') || end == i + 1;
        const std::string name(text.constData() + i, size_t(end - i));
        if (!cast && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
        i = end - 1;
    }
    return names;
}

PostgresStatement::PostgresStatement(PostgresConnection &connection)
    : m_connection(connection)
    , m_query(connection.database())
{
    m_query.setForwardOnly(false); // forward only is single-row mode, which is slower for what fits into memory
}

bool PostgresStatement::prepare(const QByteArray &text)
{
    m_text = QString::fromUtf8(text);
    m_names = placeholdersOf(text);
    m_takesValues = !m_names.empty() || text.contains('?');
    if (!m_takesValues || m_query.prepare(m_text))
        return true;
    m_error = m_query.lastError();
    return false;
}

int PostgresStatement::indexOf(const char *placeholder) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), placeholder);
    return found == m_names.end() ? 0 : int(found - m_names.begin()) + 1;
}

bool PostgresStatement::bind(int position, const QVariant &value)
{
    if (m_names.empty())
        m_query.bindValue(position - 1, value);
    else
        m_query.bindValue(QString::fromLatin1(m_names[size_t(position) - 1].c_str()), value);
    return true;
}

bool PostgresStatement::bindInteger(int position, qint64 value)
{
    return bind(position, value);
}

bool PostgresStatement::bindText(int position, const QString &value)
{
    return bind(position, value.isNull() ? QStringLiteral("") : storable(value));
}

bool PostgresStatement::bindBytes(int position, const QByteArray &value)
{
    return bind(position, value.isNull() ? QByteArray("") : value);
}

bool PostgresStatement::bindNull(int position)
{
    return bind(position, QVariant(QMetaType(QMetaType::LongLong)));
}

bool PostgresStatement::bindUtf8(int position, const char *utf8, qsizetype size)
{
    return bindText(position, QString::fromUtf8(utf8, size));
}

bool PostgresStatement::bindBlob(int position, const char *data, qsizetype size)
{
    return bindBytes(position, QByteArray(data, size));
}

bool PostgresStatement::execute()
{
    const PostgresConnection::CancelScope scope(m_connection);
    return m_takesValues ? m_query.exec() : m_query.exec(m_text);
}

PreparedStatement::Step PostgresStatement::step()
{
    if (!m_isRunning) {
        if (!execute()) {
            m_error = m_query.lastError();
            return Step::Failed;
        }
        m_isRunning = true;
        m_changedRows = std::max(0, m_query.numRowsAffected()); // finish() forgets it
        const QVariant handle = m_query.result()->handle();
        m_rows = m_query.isSelect() ? *static_cast<pg_result *const *>(handle.constData()) : nullptr;
        m_rowCount = PQntuples(m_rows);
        m_row = -1;
    }
    return ++m_row < m_rowCount ? Step::Row : Step::Done;
}

void PostgresStatement::reset()
{
    if (m_isRunning)
        m_query.finish();
    m_isRunning = false;
    m_rows = nullptr;
    m_rowCount = 0;
}

void PostgresStatement::forgetBindings()
{
    // The next use binds all of them; what stays until then is only memory.
}

Error PostgresStatement::error(const char *where) const
{
    return postgresError(m_error, m_connection.isBroken(), QString::fromLatin1(where));
}

qint64 PostgresStatement::integer(int column) const
{
    const char *value = PQgetvalue(m_rows, m_row, column);
    if (*value == 't') // a boolean; "f" is no number and stays 0
        return 1;
    qint64 number = 0;
    std::from_chars(value, value + PQgetlength(m_rows, m_row, column), number);
    return number;
}

double PostgresStatement::real(int column) const
{
    return QByteArrayView(PQgetvalue(m_rows, m_row, column), PQgetlength(m_rows, m_row, column)).toDouble();
}

QString PostgresStatement::text(int column) const
{
    return QString::fromUtf8(PQgetvalue(m_rows, m_row, column), PQgetlength(m_rows, m_row, column));
}

QByteArray PostgresStatement::bytes(int column) const
{
    const char *value = PQgetvalue(m_rows, m_row, column);
    if (PQftype(m_rows, column) != byteaType)
        return QByteArray(value, PQgetlength(m_rows, m_row, column));
    size_t size = 0;
    const std::unique_ptr<unsigned char, void (*)(void *)> plain(
        PQunescapeBytea(reinterpret_cast<const unsigned char *>(value), &size), PQfreemem);
    return QByteArray(reinterpret_cast<const char *>(plain.get()), qsizetype(size));
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_rows, m_row, column) != 0;
}

} // namespace deskhand
