// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "base/text_folding.h"
#include "domain/condition_json.h"
#include "store/connection.h"
#include "store/row_mapping.h"

#include <QJsonDocument>

namespace deskhand {
namespace {

/// Runs a statement that stores under `:id`, or under a new id when there is none, and returns the id.
template <typename IdType>
Result<IdType> saveWithId(Statement &save, IdType id)
{
    if (id.isValid())
        save.bind(":id", id);
    else
        save.bindNull(":id");
    const Result<qint64> saved = save.runForNumber();
    return saved ? Result<IdType>(IdType{*saved}) : Result<IdType>(saved.error());
}

} // namespace

Result<qint64> SqlUnitOfWork::newestArticle()
{
    Statement newest = m_connection.sql("article.newest");
    const qint64 id = newest.next() ? newest.integer(0) : 0;
    if (Result<void> status = newest.status(); !status)
        return status.error();
    return id;
}

Result<PersonId> SqlUnitOfWork::savePerson(const Person &person)
{
    Person before;
    if (person.id.isValid()) {
        Result<Person> stored = this->person(person.id);
        if (!stored)
            return stored.error();
        before = *std::move(stored);
    }
    // Who becomes an agent has not left everything before unread.
    qint64 readFloor = 0;
    if (person.role == PersonRole::Agent && (!before.id.isValid() || before.role != PersonRole::Agent)) {
        const Result<qint64> newest = newestArticle();
        if (!newest)
            return newest.error();
        readFloor = *newest;
    }
    Result<PersonId> id = PersonId();
    {
        Statement save = m_connection.sql("person.save");
        save.bind(":name", person.name).bind(":nameFolded", foldText(person.name));
        save.bind(":address", person.address).bind(":addressFolded", foldText(person.address));
        save.bind(":phone", person.phone).bind(":role", int(person.role)).bind(":admin", person.admin);
        save.bind(":supervisor", person.supervisor)
            .bind(":vip", person.vip)
            .bind(":organization", person.organization)
            .bind(":language", person.language);
        save.bind(":note", person.note).bind(":active", person.active).bind(":readFloor", readFloor);
        id = saveWithId(save, person.id);
    }
    if (!id || (person.name == before.name && person.address == before.address))
        return id;
    if (Result<void> words = storePersonWords(*id, person); !words)
        return words.error();
    if (before.id.isValid()) {
        if (Result<void> indexed = m_index.changePerson(*id, before.name, before.address); !indexed)
            return indexed.error();
    }
    return id;
}

Result<void> SqlUnitOfWork::storePersonWords(PersonId id, const Person &person)
{
    if (person.id.isValid()) {
        if (Result<void> forgotten = m_connection.sql("person.forgetWords").bind(":person", id).run(); !forgotten)
            return forgotten;
    }
    QStringList words = foldedWords(person.name) + foldedWords(person.address);
    // The whole address too: people type it as it is.
    if (!person.address.isEmpty())
        words.append(foldText(person.address));
    words.removeDuplicates();
    Statement insert = m_connection.sql("person.insertWord");
    for (const QString &word : std::as_const(words)) {
        if (Result<void> inserted = insert.bind(":word", word).bind(":person", id).run(); !inserted)
            return inserted;
    }
    return {};
}

Result<OrganizationId> SqlUnitOfWork::saveOrganization(const Organization &organization)
{
    Statement save = m_connection.sql("catalog.saveOrganization");
    save.bind(":name", organization.name).bind(":nameFolded", foldText(organization.name));
    save.bind(":domain", organization.domain).bind(":note", organization.note).bind(":active", organization.active);
    return saveWithId(save, organization.id);
}

Result<void> SqlUnitOfWork::storeMembers(QueueId queue, const QVector<PersonId> &members)
{
    if (Result<void> forgotten = m_connection.sql("catalog.forgetMembers").bind(":queue", queue).run(); !forgotten)
        return forgotten;
    Statement insert = m_connection.sql("catalog.insertMember");
    for (const PersonId member : members) {
        if (Result<void> inserted = insert.bind(":queue", queue).bind(":person", member).run(); !inserted)
            return inserted;
    }
    return {};
}

Result<QueueId> SqlUnitOfWork::saveQueue(const Queue &queue)
{
    Statement save = m_connection.sql("catalog.saveQueue");
    save.bind(":parent", queue.parent).bind(":name", queue.name).bind(":address", queue.address);
    save.bind(":position", queue.position).bind(":active", queue.active);
    save.bind(":mailbox", queue.mailbox).bind(":acknowledges", queue.acknowledges);
    save.bind(":followUp", int(queue.followUp)).bind(":followUpDays", queue.followUpDays);
    save.bind(":calendar", queue.calendar).bind(":lead", queue.lead).bind(":manager", queue.manager);
    save.bind(":onCall", queue.onCall);
    const Result<QueueId> id = saveWithId(save, queue.id);
    if (!id)
        return id;
    const Result<void> members = storeMembers(*id, queue.members);
    return members ? id : Result<QueueId>(members.error());
}

Result<CategoryId> SqlUnitOfWork::saveCategory(const Category &category)
{
    Statement save = m_connection.sql("catalog.saveCategory");
    save.bind(":parent", category.parent).bind(":name", category.name);
    save.bind(":position", category.position).bind(":active", category.active);
    return saveWithId(save, category.id);
}

Result<StateId> SqlUnitOfWork::saveState(const State &state)
{
    Statement save = m_connection.sql("catalog.saveState");
    save.bind(":name", state.name).bind(":type", int(state.type));
    save.bind(":position", state.position).bind(":active", state.active);
    return saveWithId(save, state.id);
}

Result<PriorityId> SqlUnitOfWork::savePriority(const Priority &priority)
{
    Statement save = m_connection.sql("catalog.savePriority");
    save.bind(":name", priority.name).bind(":rank", priority.rank).bind(":active", priority.active);
    return saveWithId(save, priority.id);
}

Result<SavedViewId> SqlUnitOfWork::saveView(const SavedView &view)
{
    const QJsonDocument condition(conditionToJson(view.condition));
    Statement save = m_connection.sql("view.save");
    save.bind(":owner", view.owner).bind(":shared", view.shared).bind(":name", view.name);
    save.bind(":condition", QString::fromUtf8(condition.toJson(QJsonDocument::Compact)));
    save.bind(":conditionText", view.conditionText).bind(":columns", joinedColumns(view.columns));
    save.bind(":sortColumn", listColumnName(view.sort.column)).bind(":sortDescending", view.sort.descending);
    save.bind(":grouped", view.grouped).bind(":groupBy", listColumnName(view.groupBy));
    save.bind(":density", int(view.density)).bind(":position", view.position);
    return saveWithId(save, view.id);
}

Result<void> SqlUnitOfWork::deleteView(SavedViewId id)
{
    return m_connection.sql("view.delete").bind(":id", id).run();
}

Result<void> SqlUnitOfWork::saveDeskSettings(const QString &deskName, const QString &numberFormat)
{
    Statement save = m_connection.sql("catalog.saveSetting");
    Result<void> saved = save.bind(":key", QStringLiteral("desk_name")).bind(":value", deskName).run();
    if (saved)
        saved = save.bind(":key", QStringLiteral("number_format")).bind(":value", numberFormat).run();
    return saved;
}

Result<void> SqlUnitOfWork::lockCatalog()
{
    // On SQLite a writer is alone from the beginning.
    return m_connection.dialect() == SqlDialect::Postgres ? m_connection.sql("catalog.lock").run() : Result<void>();
}

Result<void> SqlUnitOfWork::raiseCatalogVersion()
{
    m_catalogIsOurs = true;
    m_catalog.reset();
    return m_connection.sql("catalog.raiseVersion").run();
}

} // namespace deskhand
