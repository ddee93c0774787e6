// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_bulk.h"

#include "store/postgres_connection.h"
#include "store/postgres_error.h"

#include <QSqlError>
#include <QtEndian>

#include <libpq-fe.h>

#include <memory>

namespace deskhand {
namespace {

constexpr qsizetype sentAtOnce = 256 * 1024;
constexpr Oid bigintType = 20;
constexpr Oid textType = 25;
constexpr Oid byteaType = 17;

struct ClearResult {
    void operator()(pg_result *result) const { PQclear(result); }
};
using ResultOwner = std::unique_ptr<pg_result, ClearResult>;

Error bulkError(PostgresConnection &connection, const pg_result *result)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char *words = result ? PQresultErrorMessage(result) : PQerrorMessage(connection.handle());
    const QSqlError error({}, QString::fromUtf8(words).trimmed(), QSqlError::StatementError,
                          state ? QString::fromLatin1(state) : QString());
    return postgresError(error, connection.isBroken(), QStringLiteral("store.bulk"));
}

template <typename Number>
void appendBig(QByteArray *bytes, Number number)
{
    char big[sizeof number];
    qToBigEndian(number, big);
    bytes->append(big, sizeof big);
}

} // namespace

PostgresCopyIn::PostgresCopyIn(PostgresConnection &connection)
    : m_connection(connection)
{
}

PostgresCopyIn::~PostgresCopyIn()
{
    if (!m_isOpen)
        return;
    PQputCopyEnd(m_connection.handle(), "given up");
    while (const ResultOwner rest{PQgetResult(m_connection.handle())}) {
    }
}

Result<void> PostgresCopyIn::begin(const QByteArray &statement)
{
    const ResultOwner begun(PQexec(m_connection.handle(), statement.constData()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return bulkError(m_connection, begun.get());
    m_isOpen = true;
    m_buffer.reserve(sentAtOnce * 2);
    m_buffer.append("PGCOPY\n\377\r\n\0", 11);
    appendBig(&m_buffer, qint32(0)); // flags
    appendBig(&m_buffer, qint32(0)); // length of what the header has more
    return {};
}

void PostgresCopyIn::beginRow(int columns)
{
    appendBig(&m_buffer, qint16(columns));
}

void PostgresCopyIn::addNumber(qint64 number, int size)
{
    appendBig(&m_buffer, qint32(size));
    if (size == 4)
        appendBig(&m_buffer, qint32(number));
    else
        appendBig(&m_buffer, number);
}

void PostgresCopyIn::addBytes(const char *data, qsizetype size)
{
    appendBig(&m_buffer, qint32(size));
    m_buffer.append(data, size);
}

void PostgresCopyIn::addNull()
{
    appendBig(&m_buffer, qint32(-1));
}

Result<void> PostgresCopyIn::endRow()
{
    return m_buffer.size() < sentAtOnce ? Result<void>() : send();
}

Result<void> PostgresCopyIn::send()
{
    const int sent = PQputCopyData(m_connection.handle(), m_buffer.constData(), int(m_buffer.size()));
    m_buffer.resize(0);
    return sent == 1 ? Result<void>() : Result<void>(bulkError(m_connection, nullptr));
}

Result<void> PostgresCopyIn::finish()
{
    appendBig(&m_buffer, qint16(-1));
    if (Result<void> sent = send(); !sent)
        return sent;
    m_isOpen = false;
    if (PQputCopyEnd(m_connection.handle(), nullptr) != 1)
        return bulkError(m_connection, nullptr);
    Result<void> status;
    while (const ResultOwner result{PQgetResult(m_connection.handle())}) {
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && status)
            status = bulkError(m_connection, result.get());
    }
    return status;
}

PostgresRowStream::PostgresRowStream(PostgresConnection &connection)
    : m_connection(connection)
{
}

PostgresRowStream::~PostgresRowStream()
{
    abandon();
}

void PostgresRowStream::clearRow()
{
    PQclear(m_row);
    m_row = nullptr;
}

void PostgresRowStream::abandon()
{
    clearRow();
    if (!m_isRunning)
        return;
    m_isRunning = false;
    if (PGcancel *cancel = PQgetCancel(m_connection.handle())) {
        char problem[256] = {};
        PQcancel(cancel, problem, int(sizeof problem)); // else the rest is read in vain
        PQfreeCancel(cancel);
    }
    while (const ResultOwner rest{PQgetResult(m_connection.handle())}) {
    }
}

Result<void> PostgresRowStream::begin(const QByteArray &statement, const QVector<Parameter> &parameters)
{
    std::vector<Oid> types;
    std::vector<const char *> values;
    std::vector<int> lengths;
    for (const Parameter &parameter : parameters) {
        types.push_back(parameter.isNumber ? bigintType : parameter.isText ? textType : byteaType);
        values.push_back(parameter.value.constData());
        lengths.push_back(int(parameter.value.size()));
    }
    const std::vector<int> formats(values.size(), 1);
    pg_conn *handle = m_connection.handle();
    if (PQsendQueryParams(handle, statement.constData(), int(values.size()), types.data(), values.data(),
                          lengths.data(), formats.data(), 1)
        != 1)
        return bulkError(m_connection, nullptr);
    m_isRunning = true;
    PQsetSingleRowMode(handle);
    return {};
}

Result<bool> PostgresRowStream::next()
{
    clearRow();
    m_row = PQgetResult(m_connection.handle());
    if (PQresultStatus(m_row) == PGRES_SINGLE_TUPLE)
        return true;
    const bool ended = PQresultStatus(m_row) == PGRES_TUPLES_OK;
    const Result<bool> answer = ended ? Result<bool>(false) : Result<bool>(bulkError(m_connection, m_row));
    m_isRunning = false;
    clearRow();
    while (const ResultOwner rest{PQgetResult(m_connection.handle())}) {
    }
    return answer;
}

bool PostgresRowStream::isNull(int column) const
{
    return PQgetisnull(m_row, 0, column) != 0;
}

const char *PostgresRowStream::data(int column) const
{
    return PQgetvalue(m_row, 0, column);
}

int PostgresRowStream::size(int column) const
{
    return PQgetlength(m_row, 0, column);
}

qint64 PostgresRowStream::number(int column) const
{
    switch (size(column)) {
    case 2: return qFromBigEndian<qint16>(data(column));
    case 4: return qFromBigEndian<qint32>(data(column));
    default: return qFromBigEndian<qint64>(data(column));
    }
}

} // namespace deskhand
