// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace deskhand {

/// A value of a row that is copied: a number has eight bytes, a text is UTF-8, size -1 is NULL. Points into what holds
/// it.
struct CopyValue {
    const char *data = nullptr;
    qsizetype size = -1;

    [[nodiscard]] bool isNull() const { return size < 0; }
    [[nodiscard]] qint64 number() const { return qFromBigEndian<qint64>(data); }
};

/// Rows in a form that is the same whatever database they come from: each value has its length as four bytes (-1 for
/// NULL) and then its bytes, numbers eight of them, everything with the highest byte first. The sums that prove a copy
/// are made of these bytes, so the form must never change.
class CopyRows
{
public:
    void addNumber(qint64 number);
    void addBytes(const char *data, qsizetype size); ///< also text, as UTF-8
    void addNull();
    void endRow() { ++m_rows; }
    void clear();

    [[nodiscard]] qsizetype rows() const { return m_rows; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void addLength(qint32 length);

    QByteArray m_bytes;
    qsizetype m_rows = 0;
};

/// Reads the values of rows one after another. The rows must stay.
class CopyValues
{
public:
    explicit CopyValues(const CopyRows &rows)
        : m_at(rows.bytes().constData())
    {
    }

    CopyValue next()
    {
        CopyValue value;
        value.size = qFromBigEndian<qint32>(m_at);
        m_at += sizeof(qint32);
        value.data = m_at;
        m_at += qMax<qsizetype>(0, value.size);
        return value;
    }

private:
    const char *m_at;
};

} // namespace deskhand
