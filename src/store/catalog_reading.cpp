// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "store/connection.h"
#include "store/mail_rows.h"
#include "store/mailbox_json.h"
#include "store/row_mapping.h"
#include "store/sla_catalog.h"

namespace deskhand {
namespace {

/// Runs a SELECT without values and turns each row into an item.
template <typename Item, typename Fn>
Result<QVector<Item>> readAll(Statement statement, Fn itemOf)
{
    QVector<Item> items;
    while (statement.next()) {
        ColumnReader row(statement);
        items.append(itemOf(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return items;
}

State readState(ColumnReader &row)
{
    State state;
    state.id = row.id<StateId>();
    state.name = row.text();
    state.type = row.enumerator<StateType>();
    state.position = int(row.integer());
    state.active = row.flag();
    return state;
}

Priority readPriority(ColumnReader &row)
{
    Priority priority;
    priority.id = row.id<PriorityId>();
    priority.name = row.text();
    priority.rank = int(row.integer());
    priority.active = row.flag();
    return priority;
}

Queue readQueue(ColumnReader &row)
{
    Queue queue;
    queue.id = row.id<QueueId>();
    queue.parent = row.id<QueueId>();
    queue.name = row.text();
    queue.address = row.text();
    queue.position = int(row.integer());
    queue.active = row.flag();
    queue.mailbox = row.id<MailboxId>();
    queue.acknowledges = row.flag();
    queue.followUp = row.enumerator<FollowUpPolicy>();
    queue.followUpDays = int(row.integer());
    queue.calendar = row.id<CalendarId>();
    queue.lead = row.id<PersonId>();
    queue.manager = row.id<PersonId>();
    queue.onCall = row.id<PersonId>();
    return queue;
}

Category readCategory(ColumnReader &row)
{
    Category category;
    category.id = row.id<CategoryId>();
    category.parent = row.id<CategoryId>();
    category.name = row.text();
    category.position = int(row.integer());
    category.active = row.flag();
    return category;
}

Organization readOrganization(ColumnReader &row)
{
    Organization organization;
    organization.id = row.id<OrganizationId>();
    organization.name = row.text();
    organization.domain = row.text();
    organization.note = row.text();
    organization.active = row.flag();
    return organization;
}

/// In the order of the ids, as the catalogue keeps them.
Result<void> readMembers(Connection &connection, QVector<Queue> *queues)
{
    QHash<QueueId, QVector<PersonId>> members;
    Statement statement = connection.sql("catalog.members");
    while (statement.next())
        members[statement.id<QueueId>(0)].append(statement.id<PersonId>(1));
    for (Queue &queue : *queues)
        queue.members = members.value(queue.id);
    return statement.status();
}

/// Keeps the first failure and hands the items on.
template <typename Item>
void take(Result<QVector<Item>> items, QVector<Item> *target, Result<void> *status)
{
    if (items)
        *target = *std::move(items);
    else if (*status)
        *status = items.error();
}

Result<void> readSettings(Connection &connection, Catalog *catalog)
{
    Statement settings = connection.sql("catalog.settings");
    while (settings.next()) {
        const QString key = settings.text(0);
        if (key == u"desk_name")
            catalog->deskName = settings.text(1);
        else if (key == u"number_format")
            catalog->numberFormat = settings.text(1);
        else if (key == mailSettingsKey())
            catalog->mailSettings = mailSettingsFromJson(settings.bytes(1));
    }
    return settings.status();
}

} // namespace

Result<CatalogPtr> readCatalog(Connection &connection, const SlaVersionsPtr &known)
{
    auto catalog = std::make_shared<Catalog>();
    Result<void> status = readSettings(connection, catalog.get());
    take(readAll<State>(connection.sql("catalog.states"), readState), &catalog->states, &status);
    take(readAll<Priority>(connection.sql("catalog.priorities"), readPriority), &catalog->priorities, &status);
    take(readAll<Queue>(connection.sql("catalog.queues"), readQueue), &catalog->queues, &status);
    if (status)
        status = readMembers(connection, &catalog->queues);
    take(readAll<Category>(connection.sql("catalog.categories"), readCategory), &catalog->categories, &status);
    take(readAll<Person>(connection.sql("catalog.agents"), readPerson), &catalog->agents, &status);
    take(readAll<Organization>(connection.sql("catalog.organizations"), readOrganization), &catalog->organizations,
         &status);
    take(readMailboxes(connection.sql("catalog.mailboxes")), &catalog->mailboxes, &status);
    take(readAll<MailText>(connection.sql("catalog.mailTexts"), readMailText), &catalog->mailTexts, &status);
    QVector<QString> tags;
    take(readAll<QString>(connection.sql("catalog.tags"), [](ColumnReader &row) { return row.text(); }), &tags,
         &status);
    if (status)
        status = readSlaCatalog(connection, known, catalog.get());
    if (!status)
        return status.error();
    catalog->tags = QStringList(tags.cbegin(), tags.cend());
    catalog->index();
    return CatalogPtr(std::move(catalog));
}

Result<qint64> readCatalogVersion(Connection &connection)
{
    Statement statement = connection.sql("catalog.version");
    const qint64 version = statement.next() ? statement.integer(0) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return version;
}

} // namespace deskhand
