// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_json.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"
#include "store/local_desk.h"

#include <QJsonArray>
#include <QLocale>

namespace deskhand::ctl {
namespace {

/// The only way to a newer schema of a shared desk: its clients look at the schema and never change it.
int migrateDesk(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.check(1, QStringLiteral("migrate FILE|URL")))
        return UsageError;
    const QString place = arguments.words().first();
    Result<void> migrated;
    if (isPostgresUrl(place)) {
        const Result<PostgresAddress> address = postgresAddressFromUrl(place);
        migrated = address ? migrateDeskOnServer(*address) : Result<void>(address.error());
    } else if (const auto opened = LocalDesk::open(place); !opened) {
        migrated = opened.error();
    }
    if (!migrated) {
        printError(migrated.error());
        return Failure;
    }
    printLine(QStringLiteral("the desk has the newest schema"));
    return Success;
}

int listPeople(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("agents")},
                        {QStringLiteral("limit"), QStringLiteral("as")});
    const int limit = int(arguments.number(QStringLiteral("limit"), 1).value_or(100));
    if (!arguments.check(1, QStringLiteral("person list FILE [BEGINNING] [--agents] [--limit N] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    PeopleQuery query;
    query.startsWith = arguments.words().mid(1).join(u' ');
    query.limit = limit;
    if (arguments.has(QStringLiteral("agents")))
        query.role = PersonRole::Agent;
    const auto people = DeskSession::await(session->desk().people(query));
    if (!people) {
        printError(people.error());
        return Failure;
    }
    for (const Person &person : *people) {
        if (arguments.has(QStringLiteral("json")))
            printJson(personToJson(person, session->catalog()));
        else
            printLine(QStringLiteral("%1  %2  %3")
                          .arg(person.id.value, 6)
                          .arg(person.name.leftJustified(28), person.address));
    }
    return Success;
}

int reportSaved(const std::optional<CommandAnswer> &answer)
{
    if (!answer)
        return Failure;
    printLine(QString::number(answer->id));
    return Success;
}

/// Empty or a code that is known.
bool isLanguage(const QString &code)
{
    return code.isEmpty() || (QLocale(code).language() != QLocale::C && code.size() <= 35);
}

/// Of an agent: in which the desk writes to them.
int setLanguage(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(3, QStringLiteral("person language FILE ADDRESS CODE [--as ADDRESS]")))
        return UsageError;
    const QString &code = arguments.words()[2];
    if (code.isEmpty() || !isLanguage(code)) {
        printError(QStringLiteral("%1 is no language such as de or pt-BR").arg(code));
        return UsageError;
    }
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const QString &address = arguments.words()[1];
    for (Person agent : session->catalog().agents) {
        if (agent.address.compare(address, Qt::CaseInsensitive) != 0)
            continue;
        agent.language = code;
        return reportSaved(session->submit(SavePerson{agent}));
    }
    printError(QStringLiteral("There is no agent with the address %1.").arg(address));
    return Failure;
}

int addPerson(const QStringList &given)
{
    const QString usage = QStringLiteral("person add FILE NAME [--address ADDRESS] [--phone PHONE] [--organization "
                                         "NAME] [--agent] [--supervisor] [--admin] "
                                         "[--vip] [--language CODE]");
    const Arguments arguments(
        given, {QStringLiteral("agent"), QStringLiteral("supervisor"), QStringLiteral("admin"), QStringLiteral("vip")},
        {QStringLiteral("address"), QStringLiteral("phone"), QStringLiteral("organization"), QStringLiteral("language"),
         QStringLiteral("as")});
    if (!arguments.check(2, usage))
        return UsageError;
    const QString language = arguments.value(QStringLiteral("language"));
    if (!isLanguage(language)) {
        printError(QStringLiteral("%1 is no language such as de or pt-BR").arg(language));
        return UsageError;
    }
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    Person person;
    person.name = arguments.words()[1];
    person.address = arguments.value(QStringLiteral("address"));
    person.phone = arguments.value(QStringLiteral("phone"));
    person.language = language;
    person.admin = arguments.has(QStringLiteral("admin"));
    person.supervisor = arguments.has(QStringLiteral("supervisor"));
    const bool isAgent = person.admin || person.supervisor || arguments.has(QStringLiteral("agent"));
    person.role = isAgent ? PersonRole::Agent : PersonRole::Requester;
    person.vip = arguments.has(QStringLiteral("vip"));
    if (!chooseNamed(ConditionField::Organization, arguments.value(QStringLiteral("organization")), session->catalog(),
                     &person.organization.value))
        return UsageError;
    return reportSaved(session->submit(SavePerson{person}));
}

int addQueue(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("parent"), QStringLiteral("address"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("queue add FILE NAME [--parent QUEUE] [--address ADDRESS]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    Queue queue;
    queue.name = arguments.words()[1];
    queue.address = arguments.value(QStringLiteral("address"));
    queue.position = int(session->catalog().queues.size()) + 1;
    if (!chooseNamed(ConditionField::Queue, arguments.value(QStringLiteral("parent")), session->catalog(),
                     &queue.parent.value))
        return UsageError;
    return reportSaved(session->submit(SaveQueue{queue}));
}

int addCategory(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("parent"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("category add FILE NAME [--parent CATEGORY]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    Category category;
    category.name = arguments.words()[1];
    category.position = int(session->catalog().categories.size()) + 1;
    if (!chooseNamed(ConditionField::Category, arguments.value(QStringLiteral("parent")), session->catalog(),
                     &category.parent.value))
        return UsageError;
    return reportSaved(session->submit(SaveCategory{category}));
}

int addOrganization(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("domain"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("organization add FILE NAME [--domain DOMAIN]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    Organization organization;
    organization.name = arguments.words()[1];
    organization.domain = arguments.value(QStringLiteral("domain"));
    return reportSaved(session->submit(SaveOrganization{organization}));
}

int listCatalog(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("catalog FILE")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Catalog &catalog = session->catalog();
    QJsonArray states;
    for (const State &state : catalog.states)
        states.append(QJsonObject{{QStringLiteral("id"), state.id.value},
                                  {QStringLiteral("name"), state.name},
                                  {QStringLiteral("type"), stateTypeName(state.type)}});
    QJsonArray priorities;
    for (const Priority &priority : catalog.priorities)
        priorities.append(QJsonObject{{QStringLiteral("id"), priority.id.value},
                                      {QStringLiteral("name"), priority.name},
                                      {QStringLiteral("rank"), priority.rank}});
    QJsonArray queues;
    for (const Queue &queue : catalog.queues)
        queues.append(queueToJson(queue, catalog));
    QJsonArray categories;
    for (const Category &category : catalog.categories)
        categories.append(QJsonObject{{QStringLiteral("id"), category.id.value},
                                      {QStringLiteral("path"), catalog.categoryPath(category.id)}});
    printJson({{QStringLiteral("desk"), catalog.deskName},
               {QStringLiteral("states"), states},
               {QStringLiteral("priorities"), priorities},
               {QStringLiteral("queues"), queues},
               {QStringLiteral("categories"), categories},
               {QStringLiteral("tags"), QJsonArray::fromStringList(catalog.tags)}});
    return Success;
}

int printFeed(const QStringList &given)
{
    Arguments arguments(given, {}, {QStringLiteral("after"), QStringLiteral("limit"), QStringLiteral("as")});
    const qint64 after = arguments.number(QStringLiteral("after"), 0).value_or(0);
    const int limit = int(arguments.number(QStringLiteral("limit"), 1).value_or(1000));
    if (!arguments.check(1, QStringLiteral("feed FILE [--after CURSOR] [--limit N]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto page =
        session ? std::optional(DeskSession::await(session->desk().changesSince(after, limit))) : std::nullopt;
    if (!page)
        return Failure;
    if (!*page) {
        printError(page->error());
        return Failure;
    }
    for (const Change &change : (*page)->changes) {
        printJson({{QStringLiteral("seq"), change.seq},
                   {QStringLiteral("kind"), int(change.kind)},
                   {QStringLiteral("ticket"), change.ticket.value},
                   {QStringLiteral("article"), change.article.value},
                   {QStringLiteral("actor"), change.actor.value},
                   {QStringLiteral("command"), change.command.toString(QUuid::WithoutBraces)}});
    }
    return Success;
}

} // namespace

QVector<CtlCommand> deskCommands()
{
    return {
        {{QStringLiteral("migrate")},
         QStringLiteral("FILE|URL"),
         QStringLiteral("Bring a desk to the newest schema"),
         migrateDesk},
        {{QStringLiteral("catalog")},
         QStringLiteral("FILE"),
         QStringLiteral("States, priorities, queues, categories and tags as JSON"),
         listCatalog},
        {{QStringLiteral("person"), QStringLiteral("list")},
         QStringLiteral("FILE [BEGINNING] [--agents] [--json]"),
         QStringLiteral("People"),
         listPeople},
        {{QStringLiteral("person"), QStringLiteral("add")},
         QStringLiteral("FILE NAME [--address ADDRESS] [--agent] …"),
         QStringLiteral("Add a requester or an agent"),
         addPerson},
        {{QStringLiteral("person"), QStringLiteral("language")},
         QStringLiteral("FILE|URL ADDRESS CODE"),
         QStringLiteral("In which language an agent's reports are mailed, e.g. de"),
         setLanguage},
        {{QStringLiteral("queue"), QStringLiteral("add")},
         QStringLiteral("FILE NAME [--parent QUEUE]"),
         QStringLiteral("Add a queue"),
         addQueue},
        {{QStringLiteral("category"), QStringLiteral("add")},
         QStringLiteral("FILE NAME [--parent CATEGORY]"),
         QStringLiteral("Add a category"),
         addCategory},
        {{QStringLiteral("organization"), QStringLiteral("add")},
         QStringLiteral("FILE NAME [--domain DOMAIN]"),
         QStringLiteral("Add an organization"),
         addOrganization},
        {{QStringLiteral("feed")},
         QStringLiteral("FILE [--after CURSOR]"),
         QStringLiteral("The ordered change feed as JSON lines"),
         printFeed},
    };
}

} // namespace deskhand::ctl
