// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_writing.h"

#include "domain/person.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/migrations.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace deskhand {

struct SyncWriter::Incoming {
    const SyncTable *table = nullptr;
    SyncedTable rows;

    [[nodiscard]] qsizetype count() const { return rows.values.size() / rows.columns.size(); }
    [[nodiscard]] qsizetype place(const QByteArray &column) const { return rows.columns.indexOf(column); }
    [[nodiscard]] const SyncValue &at(qsizetype row, qsizetype place) const
    {
        return rows.values[row * rows.columns.size() + place];
    }
};

namespace {

bool fitsColumn(const SyncValue &value, const CopyColumn &column)
{
    switch (value.kind) {
    case SyncValue::Kind::Null: return true;
    case SyncValue::Kind::Number: return column.isNumber;
    case SyncValue::Kind::Text: return column.isText;
    case SyncValue::Kind::Bytes: return !column.isNumber && !column.isText;
    }
    return false;
}

Error wrongRows(const QByteArray &table)
{
    return Error{ErrorCode::Corrupt,
                 QStringLiteral("store.syncWriting"),
                 QStringLiteral("rows that do not fit: ") + QString::fromLatin1(table.left(40)),
                 {}};
}

/// The columns must be those of the table, in its order: both ends have the same schema and sort them the same way.
Result<void> checkRows(const SyncedTable &rows, const CopyTable &table)
{
    if (rows.columns.size() != table.columns.size())
        return wrongRows(rows.name);
    for (qsizetype i = 0; i < rows.columns.size(); ++i) {
        if (rows.columns[i] != table.columns[i].name)
            return wrongRows(rows.name);
    }
    for (qsizetype i = 0; i < rows.values.size(); ++i) {
        if (!fitsColumn(rows.values[i], table.columns[i % table.columns.size()]))
            return wrongRows(rows.name);
    }
    return {};
}

Result<void> checkSchema(const Connection &connection, int schema)
{
    const Result<QVector<Migration>> migrations = builtInMigrations(connection.dialect());
    if (!migrations)
        return migrations.error();
    if (schema == migrations->size())
        return {};
    return Error{schema < migrations->size() ? ErrorCode::TooOld : ErrorCode::TooNew,
                 QStringLiteral("store.syncWriting"),
                 QStringLiteral("rows of schema %1").arg(schema),
                 {}};
}

} // namespace

SyncWriter::SyncWriter(Connection &connection, const QVector<SyncTable> &tables, SearchIndex &index)
    : m_connection(connection)
    , m_tables(tables)
    , m_index(index)
{
}

Result<QVector<SyncWriter::Incoming>> SyncWriter::check(const SyncedRows &rows) const
{
    if (Result<void> fits = checkSchema(m_connection, rows.schema); !fits)
        return fits.error();
    QVector<Incoming> incoming;
    // In our order, whatever theirs is.
    for (const SyncTable &table : m_tables) {
        const auto found = std::find_if(rows.tables.begin(), rows.tables.end(), [&table](const SyncedTable &candidate) {
            return candidate.name == table.table.name;
        });
        if (found == rows.tables.end())
            continue;
        if (Result<void> checked = checkRows(*found, table.table); !checked)
            return checked.error();
        incoming.append({&table, *found});
    }
    return incoming;
}

Result<void> SyncWriter::insertRows(const Incoming &incoming)
{
    if (incoming.count() == 0)
        return {};
    const qsizetype columns = incoming.rows.columns.size();
    QByteArray values("?");
    for (qsizetype i = 1; i < columns; ++i)
        values += ", ?";
    QByteArray sql = copySql(m_connection, "sync.replace", incoming.table->table);
    Statement insert = m_connection.composed(sql.replace("{values}", values), "sync.replace");
    for (qsizetype row = 0; row < incoming.count(); ++row) {
        for (qsizetype i = 0; i < columns; ++i) {
            const SyncValue &value = incoming.at(row, i);
            const int position = int(i) + 1;
            switch (value.kind) {
            case SyncValue::Kind::Null: insert.bindNullAt(position); break;
            case SyncValue::Kind::Number: insert.bindAt(position, value.number); break;
            case SyncValue::Kind::Text: insert.bindTextAt(position, value.bytes.constData(), value.bytes.size()); break;
            case SyncValue::Kind::Bytes:
                insert.bindBlobAt(position, value.bytes.constData(), value.bytes.size());
                break;
            }
        }
        if (Result<void> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

/// Who is called something else now is found by it in all tickets that are here.
Result<void> SyncWriter::writePeople(const Incoming &people)
{
    struct Renamed {
        PersonId id;
        QString name;
        QString address;
    };
    QVector<Renamed> renamed;
    const qsizetype idPlace = people.place("id");
    const qsizetype namePlace = people.place("name");
    const qsizetype addressPlace = people.place("address");
    for (qsizetype row = 0; row < people.count(); ++row) {
        const PersonId id{people.at(row, idPlace).number};
        Statement stored = m_connection.sql("person.byId");
        stored.bind(":id", id);
        if (stored.next()) {
            const QString name = stored.text(1);
            const QString address = stored.text(2);
            if (name.toUtf8() != people.at(row, namePlace).bytes
                || address.toUtf8() != people.at(row, addressPlace).bytes)
                renamed.append({id, name, address});
        }
        if (Result<void> status = stored.status(); !status)
            return status;
    }
    // An address has one owner: whoever had it here has another by now, or was made here before it was known there.
    const qsizetype foldedPlace = people.place("address_folded");
    for (qsizetype row = 0; row < people.count(); ++row) {
        const PersonId id{people.at(row, idPlace).number};
        Person owner;
        {
            Statement found = m_connection.sql("sync.ownerOfAddress");
            found.bind(":address", QString::fromUtf8(people.at(row, foldedPlace).bytes)).bind(":id", id);
            if (found.next()) {
                owner.id = found.id<PersonId>(0);
                owner.name = found.text(1);
                owner.address = found.text(2);
            }
            if (Result<void> status = found.status(); !status)
                return status;
        }
        if (!owner.id.isValid())
            continue;
        Statement blank = m_connection.sql("sync.blankAddress");
        if (Result<void> blanked = blank.bind(":id", owner.id).run(); !blanked)
            return blanked;
        if (Result<void> changed = m_index.changePerson(owner.id, owner.name, owner.address); !changed)
            return changed;
    }
    if (Result<void> forgotten = forgetWords(people); !forgotten)
        return forgotten;
    if (Result<void> inserted = insertRows(people); !inserted)
        return inserted;
    for (const Renamed &person : renamed) {
        if (Result<void> changed = m_index.changePerson(person.id, person.name, person.address); !changed)
            return changed;
    }
    return {};
}

Result<void> SyncWriter::forgetWords(const Incoming &people)
{
    QVector<PersonId> ids;
    const qsizetype place = people.place("id");
    for (qsizetype row = 0; row < people.count(); ++row)
        ids.append(PersonId{people.at(row, place).number});
    Statement forget = m_connection.sql("sync.forgetWords");
    return forget.bind(":people", jsonOfIds(ids)).run();
}

Result<void> SyncWriter::writeTable(const Incoming &incoming)
{
    if (incoming.table->table.name == "person")
        return writePeople(incoming);
    if (incoming.table->rule.replacing == SyncReplacing::All) {
        Statement clear =
            m_connection.composed(copySql(m_connection, "copy.clear", incoming.table->table), "copy.clear");
        if (Result<void> cleared = clear.run(); !cleared)
            return cleared;
    }
    return insertRows(incoming);
}

Result<void> SyncWriter::writeSettings(const QByteArray &rows)
{
    const Result<SyncedRows> unpacked = unpackSyncRows(rows);
    if (!unpacked)
        return unpacked.error();
    const Result<QVector<Incoming>> incoming = check(*unpacked);
    if (!incoming)
        return incoming.error();
    for (const Incoming &table : *incoming) {
        if (table.table->rule.with == SyncWith::Tickets)
            return wrongRows(table.rows.name);
        if (Result<void> written = writeTable(table); !written)
            return written;
    }
    return m_connection.sql("catalog.raiseVersion").run();
}

Result<QVector<TicketId>> SyncWriter::holdersOf(const QVector<Incoming> &incoming, const QVector<TicketId> &except)
{
    QVector<TicketId> holders;
    for (const Incoming &table : incoming) {
        if (table.table->table.name != "article" || table.count() == 0)
            continue;
        QVector<ArticleId> ids;
        const qsizetype place = table.place("id");
        for (qsizetype row = 0; row < table.count(); ++row)
            ids.append(ArticleId{table.at(row, place).number});
        Statement found = m_connection.sql("sync.holders");
        found.bind(":articles", jsonOfIds(ids));
        while (found.next()) {
            if (const TicketId holder = found.id<TicketId>(0); !except.contains(holder))
                holders.append(holder);
        }
        if (Result<void> status = found.status(); !status)
            return status.error();
    }
    return holders;
}

/// With those that are here as merged into them.
Result<QVector<TicketId>> SyncWriter::withStubs(const QVector<TicketId> &ids)
{
    QVector<TicketId> all = ids;
    QByteArray sql = m_connection.fragment("sync.stubs");
    sql.replace("{tickets}", m_connection.fragment("sync.givenTickets"));
    Statement stubs = m_connection.composed(sql, "sync.stubs");
    stubs.bind(":tickets", jsonOfIds(ids));
    while (stubs.next()) {
        if (const TicketId stub = stubs.id<TicketId>(0); !all.contains(stub))
            all.append(stub);
    }
    if (Result<void> status = stubs.status(); !status)
        return status.error();
    return all;
}

Result<QVector<TicketId>> SyncWriter::presentOf(const QVector<TicketId> &ids)
{
    QVector<TicketId> present;
    Statement found = m_connection.sql("sync.present");
    found.bind(":tickets", jsonOfIds(ids));
    while (found.next())
        present.append(found.id<TicketId>(0));
    if (Result<void> status = found.status(); !status)
        return status.error();
    return present;
}

Result<QVector<SearchRow>> SyncWriter::searchRows(const QVector<TicketId> &ids)
{
    QVector<SearchRow> rows;
    for (const TicketId id : ids) {
        const Result<QVector<SearchRow>> found = m_index.rowsOf(id);
        if (found)
            rows += *found;
        else if (found.error().code != ErrorCode::NotFound)
            return found.error();
    }
    return rows;
}

Result<void> SyncWriter::deleteOwned(const QVector<TicketId> &ids, PersonId me)
{
    // Backwards: what is found through another table goes before it.
    for (auto table = m_tables.crbegin(); table != m_tables.crend(); ++table) {
        if (table->rule.replacing != SyncReplacing::Owned)
            continue;
        const QByteArray sql = syncSql(m_connection, "sync.delete", table->table, table->rule.ticketsRows);
        Statement remove = m_connection.composed(sql, "sync.delete");
        remove.bind(":tickets", jsonOfIds(ids));
        if (sql.contains(":me"))
            remove.bind(":me", me);
        if (Result<void> removed = remove.run(); !removed)
            return removed;
    }
    return {};
}

Result<QVector<TicketId>> SyncWriter::writeTickets(const SyncedRows &rows, PersonId me)
{
    const Result<QVector<Incoming>> incoming = check(rows);
    if (!incoming)
        return incoming.error();
    // People first, so that both sides of what follows know them by the same names.
    for (const Incoming &table : *incoming) {
        if (table.table->rule.with == SyncWith::Settings)
            return wrongRows(table.rows.name);
        if (table.table->rule.with != SyncWith::Both)
            continue;
        if (Result<void> written = writeTable(table); !written)
            return written.error();
    }
    const Result<QVector<TicketId>> replaced = withStubs(rows.tickets);
    if (!replaced)
        return replaced.error();
    // An article may have come from a ticket that is not among these: its words go there.
    const Result<QVector<TicketId>> holders = holdersOf(*incoming, *replaced);
    if (!holders)
        return holders.error();
    const QVector<TicketId> touched = *replaced + *holders;
    const Result<QVector<TicketId>> present = presentOf(touched); // none of them, where a replica is filled
    if (!present)
        return present.error();
    const Result<QVector<SearchRow>> before = searchRows(*present);
    if (!before)
        return before.error();
    if (!present->isEmpty()) {
        if (Result<void> deleted = deleteOwned(*replaced, me); !deleted)
            return deleted.error();
    }
    for (const Incoming &table : *incoming) {
        if (table.table->rule.with != SyncWith::Tickets)
            continue;
        if (Result<void> written = writeTable(table); !written)
            return written.error();
    }
    const Result<QVector<SearchRow>> after = searchRows(touched);
    if (!after)
        return after.error();
    if (Result<void> indexed = m_index.exchange(*before, *after); !indexed)
        return indexed.error();
    return rows.tickets;
}

Result<void> SyncWriter::removeTickets(const QVector<TicketId> &ids, PersonId me)
{
    const Result<QVector<TicketId>> removed = withStubs(ids);
    if (!removed)
        return removed.error();
    const Result<QVector<SearchRow>> before = searchRows(*removed);
    if (!before)
        return before.error();
    if (Result<void> deleted = deleteOwned(*removed, me); !deleted)
        return deleted;
    return m_index.exchange(*before, {});
}

} // namespace deskhand
