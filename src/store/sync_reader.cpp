// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_reader.h"

#include "store/sync_rows.h"

#include <QCborStreamReader>
#include <QtEndian>

namespace deskhand {
namespace {

/// What qUncompress() would make of four bytes of a length: nobody sends more.
constexpr quint32 largestUnpacked = 512U * 1024 * 1024;
constexpr quint64 mostColumns = 200;

/// Reads one item after another; the first that is not what it must be ends everything.
class SyncRowsReader
{
public:
    explicit SyncRowsReader(const QByteArray &bytes)
        : m_in(bytes)
    {
    }

    [[nodiscard]] bool failed() const { return m_failed; }

    qint64 number()
    {
        if (m_failed || !m_in.isInteger())
            return fail<qint64>();
        const qint64 value = m_in.toInteger();
        next();
        return value;
    }

    QByteArray text()
    {
        QByteArray value;
        if (m_failed || !m_in.isString())
            return fail<QByteArray>();
        // Our own texts come in one piece; as bytes, so that nothing is converted twice.
        for (auto piece = m_in.readString(); piece.status != QCborStreamReader::EndOfString;
             piece = m_in.readString()) {
            if (piece.status == QCborStreamReader::Error)
                return fail<QByteArray>();
            value += piece.data.toUtf8();
        }
        return value;
    }

    QByteArray bytes()
    {
        QByteArray value;
        if (m_failed || !m_in.isByteArray())
            return fail<QByteArray>();
        for (auto piece = m_in.readByteArray(); piece.status != QCborStreamReader::EndOfString;
             piece = m_in.readByteArray()) {
            if (piece.status == QCborStreamReader::Error)
                return fail<QByteArray>();
            value += piece.data;
        }
        return value;
    }

    SyncValue value()
    {
        SyncValue value;
        if (m_in.isInteger()) {
            value.kind = SyncValue::Kind::Number;
            value.number = number();
        } else if (m_in.isString()) {
            value.kind = SyncValue::Kind::Text;
            value.bytes = text();
        } else if (m_in.isByteArray()) {
            value.kind = SyncValue::Kind::Bytes;
            value.bytes = bytes();
        } else if (m_in.isNull()) {
            next();
        } else {
            m_failed = true;
        }
        return value;
    }

    bool enterArray() { return enter(m_in.isArray()); }
    bool enterMap() { return enter(m_in.isMap()); }
    [[nodiscard]] bool hasNext() const { return !m_failed && m_in.hasNext(); }
    void leave()
    {
        if (!m_failed && !m_in.leaveContainer())
            m_failed = true;
    }

private:
    template <typename T>
    T fail()
    {
        m_failed = true;
        return T();
    }
    bool enter(bool fits)
    {
        if (m_failed || !fits || !m_in.enterContainer())
            m_failed = true;
        return !m_failed;
    }
    void next()
    {
        if (!m_in.next(2))
            m_failed = true;
    }

    QCborStreamReader m_in;
    bool m_failed = false;
};

Error brokenRows(const char *what)
{
    return Error{ErrorCode::Corrupt, QStringLiteral("store.syncRows"), QString::fromLatin1(what), {}};
}

bool readTable(SyncRowsReader &in, SyncedTable *table)
{
    if (!in.enterArray())
        return false;
    table->name = in.text();
    if (!in.enterArray())
        return false;
    while (in.hasNext() && quint64(table->columns.size()) <= mostColumns)
        table->columns.append(in.text());
    in.leave();
    if (!in.enterArray())
        return false;
    while (in.hasNext())
        table->values.append(in.value());
    in.leave();
    in.leave();
    return !in.failed() && !table->columns.isEmpty() && table->values.size() % table->columns.size() == 0;
}

} // namespace

Result<SyncedRows> unpackSyncRows(const QByteArray &rows)
{
    if (rows.size() < 5 || qFromBigEndian<quint32>(rows.constData()) > largestUnpacked)
        return brokenRows("no compressed rows");
    const QByteArray bytes = qUncompress(rows);
    SyncRowsReader in(bytes);
    SyncedRows read;
    if (!in.enterMap())
        return brokenRows("no rows");
    if (in.text() != "form" || in.number() != syncForm || in.text() != "schema")
        return brokenRows("rows of another form");
    read.schema = int(in.number());
    if (in.text() != "tickets" || !in.enterArray())
        return brokenRows("no tickets");
    while (in.hasNext())
        read.tickets.append(TicketId{in.number()});
    in.leave();
    if (in.text() != "tables" || !in.enterArray())
        return brokenRows("no tables");
    while (in.hasNext()) {
        SyncedTable table;
        if (!readTable(in, &table))
            return brokenRows("a broken table");
        read.tables.append(std::move(table));
    }
    in.leave();
    if (in.failed())
        return brokenRows("broken rows");
    return read;
}

} // namespace deskhand
