// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/queue_access.h"

#include <QTest>

namespace deskhand {
namespace {

Person agentNamed(int id)
{
    Person person;
    person.id = PersonId{id};
    person.role = PersonRole::Agent;
    return person;
}

/// 1 Support (everybody's) with 2 Hardware below; 3 People (of agent 1) with 4 Payroll below and 5 Medical (of agent 2)
/// below that. Agents 1 and 2, supervisor 3, admin 4, and 5, who has left.
Catalog deskWithPrivateQueues()
{
    Catalog catalog;
    const auto queue = [&catalog](int id, int parent, const QVector<PersonId> &members) {
        Queue made;
        made.id = QueueId{id};
        made.parent = QueueId{parent};
        made.members = members;
        catalog.queues.append(made);
    };
    queue(1, 0, {});
    queue(2, 1, {});
    queue(3, 0, {PersonId{1}});
    queue(4, 3, {});
    queue(5, 4, {PersonId{2}});
    for (int id = 1; id <= 5; ++id)
        catalog.agents.append(agentNamed(id));
    catalog.agents[2].supervisor = true;
    catalog.agents[3].admin = true;
    catalog.agents[4].active = false;
    catalog.index();
    return catalog;
}

QVector<QueueId> queuesOf(std::initializer_list<int> ids)
{
    QVector<QueueId> made;
    for (const int id : ids)
        made.append(QueueId{id});
    return made;
}

} // namespace

class QueueAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersOfTheNearestQueueDecide()
    {
        const Catalog catalog = deskWithPrivateQueues();
        QCOMPARE(queuesSeenBy(catalog, PersonId{1}).value(), queuesOf({1, 2, 3, 4}));
        QCOMPARE(queuesSeenBy(catalog, PersonId{2}).value(), queuesOf({1, 2, 5}));
    }

    void whoWatchesOrManagesSeesAll()
    {
        const Catalog catalog = deskWithPrivateQueues();
        for (const int id : {3, 4, 0})
            QVERIFY(!queuesSeenBy(catalog, PersonId{id}));
    }

    void whoIsNoAgentOrHasLeftSeesNothing()
    {
        const Catalog catalog = deskWithPrivateQueues();
        for (const int id : {5, 77})
            QCOMPARE(queuesSeenBy(catalog, PersonId{id}).value(), QVector<QueueId>());
    }

    void withoutMembersEverythingIsEverybodys()
    {
        Catalog catalog = deskWithPrivateQueues();
        for (Queue &queue : catalog.queues)
            queue.members.clear();
        QVERIFY(!queuesSeenBy(catalog, PersonId{1}));
    }

    void oneQueueAndAllQueuesAgree()
    {
        const Catalog catalog = deskWithPrivateQueues();
        for (int agent = 0; agent <= 6; ++agent) {
            const auto seen = queuesSeenBy(catalog, PersonId{agent});
            for (const Queue &queue : catalog.queues)
                QCOMPARE(seesQueue(catalog, PersonId{agent}, queue.id), !seen || seen->contains(queue.id));
        }
    }

    void aCircleOfQueuesEnds()
    {
        Catalog catalog = deskWithPrivateQueues();
        catalog.queues[0].parent = QueueId{2};
        catalog.index();
        QVERIFY(seesQueue(catalog, PersonId{1}, QueueId{1}));
    }
};

} // namespace deskhand

QTEST_APPLESS_MAIN(deskhand::QueueAccessTest)
#include "queue_access_test.moc"
