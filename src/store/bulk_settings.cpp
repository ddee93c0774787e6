// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_settings.h"

#include "domain/condition_json.h"
#include "operations/query.h"
#include "store/reading.h"
#include "store/row_mapping.h"
#include "store/sqlite_connection.h"
#include "store/transaction.h"

#include <QJsonDocument>
#include <QUuid>

namespace deskhand {
namespace {

/// Settings of FTS5 while a load runs and afterwards, when they are its defaults again.
struct IndexSetting {
    const char *name;
    int whileLoading;
    int usually;
};
constexpr IndexSetting indexSettings[] = {
    {"automerge", 0, 4},
    {"crisismerge", 1024, 16},
    {"hashsize", 64 << 20, 1 << 20}, // bytes of words gathered before they are written
};

Result<void> setUpIndex(SqliteConnection &connection, bool loading)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const IndexSetting &setting : indexSettings) {
        Statement set = connection.sql("bulk.setUpIndex");
        set.bind(":name", QString::fromLatin1(setting.name)).bind(":value", loading ? setting.whileLoading : setting.usually);
        if (Result<void> ran = set.run(); !ran)
            return ran;
    }
    return transaction.commit();
}

Result<void> runAll(SqliteConnection &connection, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (Result<void> ran = connection.sql(name).run(); !ran)
            return ran;
    }
    return {};
}

template <typename IdType>
void bindIdOrNull(Statement &statement, IdType id)
{
    if (id.isValid())
        statement.bind(":id", id);
    else
        statement.bindNull(":id");
}

Result<void> saveTrees(SqliteConnection &connection, const Catalog &catalog)
{
    for (const Queue &queue : catalog.queues) {
        Statement save = connection.sql("catalog.saveQueue");
        bindIdOrNull(save, queue.id);
        save.bind(":parent", queue.parent).bind(":name", queue.name).bind(":address", queue.address);
        save.bind(":position", queue.position).bind(":active", queue.active);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    for (const Category &category : catalog.categories) {
        Statement save = connection.sql("catalog.saveCategory");
        bindIdOrNull(save, category.id);
        save.bind(":parent", category.parent).bind(":name", category.name);
        save.bind(":position", category.position).bind(":active", category.active);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    return {};
}

Result<void> saveFlat(SqliteConnection &connection, const Catalog &catalog)
{
    for (const State &state : catalog.states) {
        Statement save = connection.sql("catalog.saveState");
        bindIdOrNull(save, state.id);
        save.bind(":name", state.name).bind(":type", int(state.type));
        save.bind(":position", state.position).bind(":active", state.active);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    for (const Priority &priority : catalog.priorities) {
        Statement save = connection.sql("catalog.savePriority");
        bindIdOrNull(save, priority.id);
        save.bind(":name", priority.name).bind(":rank", priority.rank).bind(":active", priority.active);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    return {};
}

Result<void> saveSettings(SqliteConnection &connection, const Catalog &catalog)
{
    const std::pair<QString, QString> settings[] = {{QStringLiteral("desk_name"), catalog.deskName},
                                                    {QStringLiteral("number_format"), catalog.numberFormat}};
    for (const auto &[key, value] : settings) {
        if (value.isEmpty())
            continue;
        Statement save = connection.sql("catalog.saveSetting");
        save.bind(":key", key).bind(":value", value);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    return {};
}

/// The single number a statement gives; 0 without a row.
Result<qint64> numberOf(Statement statement)
{
    const qint64 number = statement.next() ? statement.integer(0) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return number;
}

} // namespace

Result<void> prepareBulkLoad(SqliteConnection &connection)
{
    if (Result<void> set = setUpIndex(connection, true); !set)
        return set;
    return runAll(connection, {"bulk.lazySync", "bulk.longJournal"});
}

Result<void> readBulkStart(SqliteConnection &connection, BulkPosition *position, QVector<Person> *people, CatalogPtr *catalog)
{
    const Result<qint64> nextHistoryId = numberOf(connection.sql("history.nextId"));
    const Result<qint64> counter = numberOf(connection.sql("bulk.counter"));
    const Result<qint64> lastArticle = numberOf(connection.sql("article.newest"));
    for (const Result<qint64> *number : {&nextHistoryId, &counter, &lastArticle}) {
        if (!*number)
            return number->error();
    }
    *position = BulkPosition{*nextHistoryId, {}, *counter, *lastArticle};
    Statement hash = connection.sql("history.lastHash");
    if (hash.next())
        position->lastHash = hash.bytes(0);
    if (Result<void> status = hash.status(); !status)
        return status;
    Statement everybody = connection.sql("bulk.everybody");
    while (everybody.next()) {
        Person person;
        person.id = everybody.id<PersonId>(0);
        person.name = everybody.text(1);
        person.address = everybody.text(2);
        people->append(std::move(person));
    }
    if (Result<void> status = everybody.status(); !status)
        return status;
    Result<CatalogPtr> known = readCatalog(connection);
    if (!known)
        return known.error();
    *catalog = *std::move(known);
    return {};
}

Result<void> replaceCatalog(SqliteConnection &connection, const Catalog &catalog, CatalogPtr *stored)
{
    const Result<qint64> newestTicket = numberOf(connection.sql("list.newestTicket"));
    if (!newestTicket)
        return newestTicket.error();
    if (*newestTicket == 0) {
        if (Result<void> cleared = runAll(
                connection, {"bulk.clearStates", "bulk.clearPriorities", "bulk.clearQueues", "bulk.clearCategories"});
            !cleared)
            return cleared;
    }
    if (Result<void> saved = saveFlat(connection, catalog); !saved)
        return saved;
    if (Result<void> saved = saveTrees(connection, catalog); !saved)
        return saved;
    if (Result<void> saved = saveSettings(connection, catalog); !saved)
        return saved;
    Result<CatalogPtr> afterwards = readCatalog(connection);
    if (!afterwards)
        return afterwards.error();
    *stored = *std::move(afterwards);
    return {};
}

Result<void> writeViews(SqliteConnection &connection, const QVector<SavedView> &views)
{
    for (const SavedView &view : views) {
        Statement save = connection.sql("view.save");
        bindIdOrNull(save, view.id);
        save.bind(":owner", view.owner).bind(":shared", view.shared).bind(":name", view.name);
        const QJsonDocument condition(conditionToJson(view.condition));
        save.bind(":condition", QString::fromUtf8(condition.toJson(QJsonDocument::Compact)));
        save.bind(":conditionText", view.conditionText).bind(":columns", joinedColumns(view.columns));
        save.bind(":sortColumn", listColumnName(view.sort.column)).bind(":sortDescending", view.sort.descending);
        save.bind(":grouped", view.grouped).bind(":groupBy", listColumnName(view.groupBy));
        save.bind(":density", int(view.density)).bind(":position", view.position);
        if (Result<void> saved = save.run(); !saved)
            return saved;
    }
    return {};
}

Result<void> writeBulkEnd(SqliteConnection &connection, const BulkPosition &reached, Instant at)
{
    Statement counter = connection.sql("bulk.raiseCounter");
    counter.bind(":value", reached.counter);
    if (Result<void> raised = counter.run(); !raised)
        return raised;
    Statement floor = connection.sql("bulk.setReadFloor");
    floor.bind(":article", reached.lastArticle);
    if (Result<void> set = floor.run(); !set)
        return set;
    if (Result<void> raised = connection.sql("catalog.raiseVersion").run(); !raised)
        return raised;
    Statement feed = connection.sql("feed.append");
    feed.bind(":at", at).bind(":kind", int(ChangeKind::BulkLoaded)).bind(":ticket", TicketId{}).bind(":article", ArticleId{});
    feed.bind(":actor", PersonId{}).bind(":command", QUuid().toRfc4122());
    return feed.run();
}

Result<void> settleBulkLoad(SqliteConnection &connection)
{
    if (Result<void> merged = connection.sql("bulk.mergeIndex").run(); !merged)
        return merged;
    if (Result<void> set = setUpIndex(connection, false); !set)
        return set;
    // The checkpoint writes everything into the desk's file and waits for the disk.
    return runAll(connection, {"bulk.analyseSome", "bulk.analyse", "connection.fullSync", "bulk.usualJournal", "bulk.checkpoint"});
}

} // namespace deskhand
