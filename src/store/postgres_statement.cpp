// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_statement.h"

#include "store/postgres_connection.h"

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

/// With standard_conforming_strings, which every connection has, a quote is all that means something in it.
QByteArray literalOf(QByteArray utf8)
{
    return '\'' + utf8.replace('\'', "''") + '\'';
}

/// The text as PREPARE wants it, with $1 for the first placeholder and so on, and how many there are.
QByteArray numbered(const QByteArray &text, const std::vector<std::string> &names, int *count)
{
    QByteArray made;
    made.reserve(text.size());
    bool quoted = false;
    *count = int(names.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\'')
            quoted = !quoted;
        if (quoted || (c != ':' && (c != '?' || !names.empty()))) {
            made += c;
            continue;
        }
        if (c == '?') {
            made += '$' + QByteArray::number(++*count);
            continue;
        }
        qsizetype end = i + 1;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        const auto found = std::find(names.begin(), names.end(), std::string(text.constData() + i, size_t(end - i)));
        if ((i > 0 && text[i - 1] == ':') || found == names.end())
            made += text.mid(i, end - i); // a cast, or a piece of an array
        else
            made += '$' + QByteArray::number(qint64(found - names.begin()) + 1);
        i = end - 1;
    }
    return made;
}

} // namespace

void PostgresResultCleaner::operator()(pg_result *result) const
{
    PQclear(result);
}

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
{
}

PostgresStatement::~PostgresStatement()
{
    m_rows.reset();
    if (!m_name.isEmpty())
        m_connection.dropPrepared(m_name);
}

bool PostgresStatement::prepare(const QByteArray &text)
{
    m_text = text;
    m_names = placeholdersOf(text);
    int count = 0;
    const QByteArray prepared = numbered(text, m_names, &count);
    if (count == 0)
        return true;
    m_values.assign(size_t(count), QByteArray("NULL"));
    const QByteArray name = m_connection.newStatementName();
    m_error = m_connection.execute("PREPARE " + name + " AS " + prepared).error;
    if (m_error)
        return false;
    m_name = name;
    return true;
}

int PostgresStatement::indexOf(const char *placeholder) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), placeholder);
    return found == m_names.end() ? 0 : int(found - m_names.begin()) + 1;
}

bool PostgresStatement::bind(int position, const QByteArray &literal)
{
    if (position < 1 || size_t(position) > m_values.size()) {
        m_error = Error{ErrorCode::Internal, {}, QStringLiteral("no placeholder %1").arg(position), {}};
        return false;
    }
    m_values[size_t(position) - 1] = literal;
    return true;
}

bool PostgresStatement::bindInteger(int position, qint64 value)
{
    return bind(position, QByteArray::number(value));
}

bool PostgresStatement::bindText(int position, const QString &value)
{
    return bind(position, literalOf(storable(value).toUtf8()));
}

bool PostgresStatement::bindBytes(int position, const QByteArray &value)
{
    return bind(position, "'\\x" + value.toHex() + '\'');
}

bool PostgresStatement::bindNull(int position)
{
    return bind(position, "NULL");
}

bool PostgresStatement::bindUtf8(int position, const char *utf8, qsizetype size)
{
    return bindText(position, QString::fromUtf8(utf8, size));
}

bool PostgresStatement::bindBlob(int position, const char *data, qsizetype size)
{
    return bindBytes(position, QByteArray::fromRawData(data, size));
}

QByteArray PostgresStatement::call() const
{
    if (m_name.isEmpty())
        return m_text;
    QByteArray text = "EXECUTE " + m_name + '(';
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (i > 0)
            text += ',';
        text += m_values[i];
    }
    return text += ')';
}

PreparedStatement::Step PostgresStatement::step()
{
    if (!m_isRunning) {
        const PostgresConnection::CancelScope scope(m_connection);
        PostgresConnection::Executed executed = m_connection.execute(call());
        m_error = executed.error;
        if (m_error)
            return Step::Failed;
        m_rows = std::move(executed.result);
        m_isRunning = true;
        m_changedRows = QByteArray(PQcmdTuples(m_rows.get())).toInt();
        m_rowCount = PQntuples(m_rows.get());
        m_row = -1;
    }
    return ++m_row < m_rowCount ? Step::Row : Step::Done;
}

bool PostgresStatement::later(const std::optional<Error> &unlessOneRow)
{
    if (m_connection.isInTransaction()) {
        m_connection.executeLater(call(), unlessOneRow);
        return true;
    }
    Step step = Step::Row;
    while (step == Step::Row)
        step = this->step();
    if (step == Step::Done && unlessOneRow && m_changedRows != 1)
        m_error = unlessOneRow;
    reset();
    return !m_error;
}

void PostgresStatement::reset()
{
    m_isRunning = false;
    m_rows.reset();
    m_rowCount = 0;
}

void PostgresStatement::forgetBindings()
{
    // The next use binds all of them; what stays until then is only memory.
}

Error PostgresStatement::error(const char *where) const
{
    Error told = m_error.value_or(Error{});
    if (told.where.isEmpty())
        told.where = QString::fromLatin1(where);
    return told;
}

qint64 PostgresStatement::integer(int column) const
{
    const char *value = PQgetvalue(m_rows.get(), m_row, column);
    if (*value == 't') // a boolean; "f" is no number and stays 0
        return 1;
    qint64 number = 0;
    std::from_chars(value, value + PQgetlength(m_rows.get(), m_row, column), number);
    return number;
}

double PostgresStatement::real(int column) const
{
    return QByteArrayView(PQgetvalue(m_rows.get(), m_row, column), PQgetlength(m_rows.get(), m_row, column)).toDouble();
}

QString PostgresStatement::text(int column) const
{
    return QString::fromUtf8(PQgetvalue(m_rows.get(), m_row, column), PQgetlength(m_rows.get(), m_row, column));
}

QByteArray PostgresStatement::bytes(int column) const
{
    const char *value = PQgetvalue(m_rows.get(), m_row, column);
    if (PQftype(m_rows.get(), column) != byteaType)
        return QByteArray(value, PQgetlength(m_rows.get(), m_row, column));
    size_t size = 0;
    const std::unique_ptr<unsigned char, void (*)(void *)> plain(
        PQunescapeBytea(reinterpret_cast<const unsigned char *>(value), &size), PQfreemem);
    return QByteArray(reinterpret_cast<const char *>(plain.get()), qsizetype(size));
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_rows.get(), m_row, column) != 0;
}

} // namespace deskhand
