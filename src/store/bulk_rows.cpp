// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_rows.h"

#include "store/connection.h"

#include <cstring>

namespace deskhand {

void BulkRows::beginValue(Kind kind, qsizetype size)
{
    const qint64 length = size;
    m_bytes.append(char(kind));
    m_bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    ++m_values;
}

BulkRows &BulkRows::add(qint64 number)
{
    // A number stands in the place of the length.
    beginValue(Kind::Number, number);
    return *this;
}

BulkRows &BulkRows::add(QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    beginValue(Kind::Text, 0);
    const qsizetype start = m_bytes.size();
    m_bytes.resize(start + encoder.requiredSpace(text.size()));
    char *const begin = m_bytes.data() + start;
    const char *const end = encoder.appendToBuffer(begin, text);
    const qint64 length = end - begin;
    std::memcpy(begin - sizeof length, &length, sizeof length);
    m_bytes.resize(start + length);
    return *this;
}

BulkRows &BulkRows::addBlob(const QByteArray &bytes)
{
    beginValue(Kind::Blob, bytes.size());
    m_bytes.append(bytes);
    return *this;
}

BulkRows &BulkRows::addNull()
{
    beginValue(Kind::Null, 0);
    return *this;
}

Result<void> BulkRows::write(Connection &connection, const char *name) const
{
    if (m_rows == 0)
        return {};
    Statement statement = connection.sql(name);
    const qsizetype columns = m_values / m_rows;
    const char *at = m_bytes.constData();
    for (qsizetype row = 0; row < m_rows; ++row) {
        for (int position = 1; position <= columns; ++position) {
            const Kind kind = Kind(*at);
            qint64 value = 0;
            std::memcpy(&value, at + 1, sizeof value);
            at += 1 + sizeof value;
            switch (kind) {
            case Kind::Number: statement.bindAt(position, value); break;
            case Kind::Text: statement.bindTextAt(position, at, value); break;
            case Kind::Blob: statement.bindBlobAt(position, at, value); break;
            case Kind::Null: statement.bindNullAt(position); break;
            }
            if (kind == Kind::Text || kind == Kind::Blob)
                at += value;
        }
        if (Result<void> ran = statement.run(); !ran)
            return ran;
    }
    return {};
}

} // namespace deskhand
