// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/query_contract.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {

QString QueryContract::named(const QVector<Person> &people)
{
    QStringList names;
    for (const Person &person : people)
        names.append(displayName(person));
    return names.join(QStringLiteral(", "));
}

void QueryContract::peopleAreFoundByTheirWords_data()
{
    QTest::addColumn<QString>("names");
    const auto row = [](const char *typed, const char *names) { QTest::newRow(typed) << QString::fromUtf8(names); };
    row("rita", "Rita Ruiz");
    row("RU", "Rita Ruiz");
    row("ruiz rita", "Rita Ruiz");
    row("rita ben", "");
    row("ita", ""); // words are found by their beginning
    row("soren", "Sören Ärmel");
    row("ärmel", "Sören Ärmel");
    row("arm", "Sören Ärmel");
    row("acme", "Rita Ruiz");
    row("zoe@other", "zoe@other.example");
    row("ohne", "Otto Ohne");
    // Signs are no words: that is everybody. Who has no name comes first.
    row("%", "zoe@other.example, Ada Admin, Ben Berg, Cleo Czerny, Otto Ohne, Rita Ruiz, Sören Ärmel");
    row("_", "zoe@other.example, Ada Admin, Ben Berg, Cleo Czerny, Otto Ohne, Rita Ruiz, Sören Ärmel");
    row("desk", "Ada Admin, Ben Berg, Cleo Czerny");
    row("nobody", "");
}

void QueryContract::peopleAreFoundByTheirWords()
{
    QFETCH(QString, names);
    PeopleQuery query;
    query.startsWith = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(named(expected(await(desk().people(query)))), names);
}

void QueryContract::peopleComeByRole()
{
    PeopleQuery query;
    query.role = PersonRole::Agent;
    QCOMPARE(named(expected(await(desk().people(query)))), QStringLiteral("Ada Admin, Ben Berg, Cleo Czerny"));
    query.role = PersonRole::Requester;
    QCOMPARE(expected(await(desk().people(query))).size(), 4);
    query.startsWith = QStringLiteral("ben");
    QVERIFY(expected(await(desk().people(query))).isEmpty());
    query.role = PersonRole::Agent;
    QCOMPARE(named(expected(await(desk().people(query)))), QStringLiteral("Ben Berg"));
}

void QueryContract::peopleAreLimited()
{
    PeopleQuery query;
    query.startsWith = QStringLiteral("desk");
    query.limit = 2;
    QCOMPARE(named(expected(await(desk().people(query)))), QStringLiteral("Ada Admin, Ben Berg"));
    query.limit = 0;
    QCOMPARE(named(expected(await(desk().people(query)))), QStringLiteral("Ada Admin"));
}

void QueryContract::peopleComeById()
{
    PeopleQuery query;
    query.ids = {m_world->zoe, PersonId{987'654}, m_world->ada, m_world->rita};
    const auto people = expected(await(desk().people(query)));
    QCOMPARE(named(people), QStringLiteral("zoe@other.example, Ada Admin, Rita Ruiz"));
    QVERIFY(people[1].admin && people[1].role == PersonRole::Agent);
    QCOMPARE(people[2].address, QStringLiteral("rita@acme.example"));
    QVERIFY(people[2].vip && people[2].role == PersonRole::Requester && people[2].active);
}

void QueryContract::theCatalogueIsInOrder()
{
    const CatalogPtr catalog = expected(await(desk().catalog()));
    const auto names = [](const auto &items) {
        QStringList all;
        for (const auto &item : items)
            all.append(item.name);
        return all.join(u'|');
    };
    QCOMPARE(names(catalog->states), QStringLiteral("New|Open|Pending|Solved|Closed|Merged"));
    QCOMPARE(names(catalog->priorities), QStringLiteral("Critical|High|Medium|Low"));
    QCOMPARE(names(catalog->agents), QStringLiteral("Ada Admin|Ben Berg|Cleo Czerny"));
    QCOMPARE(names(catalog->organizations), QStringLiteral("Acme|Nord & Söhne"));
    QCOMPARE(catalog->tags, QStringList({QStringLiteral("toner"), QStringLiteral("urgent"), QStringLiteral("vip"),
                                         QStringLiteral("vpn")}));
    const Queue &network = *std::find_if(catalog->queues.cbegin(), catalog->queues.cend(),
                                         [](const Queue &queue) { return queue.name == u"Network"; });
    const QVector<QueueId> below = catalog->queueWithDescendants(network.id);
    QCOMPARE(below.size(), 2);
    QCOMPARE(catalog->queuePath(below.last()), QStringLiteral("Network / VPN"));
    QCOMPARE(catalog->deskName, QStringLiteral("Test desk"));
    QCOMPARE(catalog->numberFormat, QStringLiteral("{n:5}"));
}

} // namespace deskhand::test
