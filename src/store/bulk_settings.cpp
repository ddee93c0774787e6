// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_settings.h"

#include "base/text_folding.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <initializer_list>

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

Result<void> setUpIndex(Connection &connection, bool loading)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const IndexSetting &setting : indexSettings) {
        Statement set = connection.sql("bulk.setUpIndex");
        set.bind(":name", QString::fromLatin1(setting.name))
            .bind(":value", loading ? setting.whileLoading : setting.usually);
        if (Result<void> ran = set.run(); !ran)
            return ran;
    }
    return transaction.commit();
}

Result<void> runAll(Connection &connection, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (Result<void> ran = connection.sql(name).run(); !ran)
            return ran;
    }
    return {};
}

Result<void> savePromises(UnitOfWork &unit, const Catalog &catalog, Instant at)
{
    for (const BusinessCalendar &calendar : catalog.calendars) {
        if (const Result<BusinessCalendar> saved = unit.saveCalendar(calendar, at); !saved)
            return saved.error();
    }
    for (const SlaPolicy &policy : catalog.slaPolicies) {
        if (const Result<SlaPolicy> saved = unit.saveSlaPolicy(policy, at); !saved)
            return saved.error();
    }
    return {};
}

Result<void> saveAll(UnitOfWork &unit, const Catalog &catalog, Instant at)
{
    for (const State &state : catalog.states) {
        if (const Result<StateId> saved = unit.saveState(state); !saved)
            return saved.error();
    }
    for (const Priority &priority : catalog.priorities) {
        if (const Result<PriorityId> saved = unit.savePriority(priority); !saved)
            return saved.error();
    }
    for (const Queue &queue : catalog.queues) {
        if (const Result<QueueId> saved = unit.saveQueue(queue); !saved)
            return saved.error();
    }
    for (const Category &category : catalog.categories) {
        if (const Result<CategoryId> saved = unit.saveCategory(category); !saved)
            return saved.error();
    }
    return savePromises(unit, catalog, at);
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

Result<void> prepareBulkLoad(Connection &connection)
{
    if (Result<void> set = setUpIndex(connection, true); !set)
        return set;
    return runAll(connection, {"bulk.lazySync", "bulk.longJournal"});
}

Result<void> readBulkStart(Connection &connection, BulkPosition *position, QVector<Person> *people)
{
    const Result<qint64> counter = numberOf(connection.sql("bulk.counter"));
    if (!counter)
        return counter.error();
    const Result<qint64> lastArticle = numberOf(connection.sql("article.newest"));
    if (!lastArticle)
        return lastArticle.error();
    *position = BulkPosition{1, {}, *counter, *lastArticle};
    Statement last = connection.sql("history.last");
    if (last.next()) {
        position->nextHistoryId = last.integer(0) + 1;
        position->lastHash = last.bytes(1);
    }
    if (Result<void> status = last.status(); !status)
        return status;
    Statement everybody = connection.sql("bulk.everybody");
    while (everybody.next()) {
        Person person;
        person.id = everybody.id<PersonId>(0);
        person.name = everybody.text(1);
        person.address = everybody.text(2);
        people->append(std::move(person));
    }
    return everybody.status();
}

Result<void> writePeople(Connection &connection, const QVector<Person> &people)
{
    BulkRows words;
    Statement save = connection.sql("person.save");
    for (const Person &person : people) {
        save.bind(":id", person.id).bind(":name", person.name).bind(":nameFolded", foldText(person.name));
        save.bind(":address", person.address).bind(":addressFolded", foldText(person.address));
        save.bind(":phone", person.phone).bind(":role", int(person.role)).bind(":admin", person.admin);
        save.bind(":supervisor", person.supervisor)
            .bind(":vip", person.vip)
            .bind(":organization", person.organization)
            .bind(":language", person.language);
        save.bind(":note", person.note).bind(":active", person.active).bind(":readFloor", 0);
        if (Result<void> saved = save.run(); !saved)
            return saved;
        QStringList own = foldedWords(person.name) + foldedWords(person.address);
        if (!person.address.isEmpty())
            own.append(foldText(person.address));
        for (const QString &word : std::as_const(own))
            words.add(word).add(person.id.value).endRow();
    }
    return words.write(connection, "person.insertWord");
}

Result<void> replaceCatalog(Connection &connection, UnitOfWork &unit, const Catalog &catalog, Instant at)
{
    const Result<qint64> newestTicket = numberOf(connection.sql("list.newestTicket"));
    if (!newestTicket)
        return newestTicket.error();
    if (*newestTicket == 0) {
        if (Result<void> cleared = runAll(connection, {"bulk.clearStates", "bulk.clearPriorities", "bulk.clearMembers",
                                                       "bulk.clearQueues", "bulk.clearCategories"});
            !cleared)
            return cleared;
    }
    if (Result<void> saved = saveAll(unit, catalog, at); !saved)
        return saved;
    if (!catalog.deskName.isEmpty() && !catalog.numberFormat.isEmpty()) {
        if (Result<void> saved = unit.saveDeskSettings(catalog.deskName, catalog.numberFormat); !saved)
            return saved;
    }
    return unit.raiseCatalogVersion();
}

Result<void> writeBulkEnd(Connection &connection, UnitOfWork &unit, const BulkPosition &reached, Instant at)
{
    if (Result<void> raised = connection.sql("bulk.raiseCounter").bind(":value", reached.counter).run(); !raised)
        return raised;
    if (Result<void> set = connection.sql("bulk.setReadFloor").bind(":article", reached.lastArticle).run(); !set)
        return set;
    if (Result<void> raised = unit.raiseCatalogVersion(); !raised)
        return raised;
    Change loaded;
    loaded.kind = ChangeKind::BulkLoaded;
    const Result<qint64> appended = unit.appendChange(loaded, at);
    return appended ? Result<void>() : Result<void>(appended.error());
}

Result<void> settleBulkLoad(Connection &connection)
{
    if (Result<void> merged = runAll(connection, {"bulk.mergeIndex", "bulk.mergeTerms"}); !merged)
        return merged;
    if (Result<void> set = setUpIndex(connection, false); !set)
        return set;
    // The checkpoint writes everything into the desk's file and waits for the disk.
    return runAll(connection,
                  {"bulk.analyseSome", "bulk.analyse", "connection.fullSync", "bulk.usualJournal", "bulk.checkpoint"});
}

} // namespace deskhand
