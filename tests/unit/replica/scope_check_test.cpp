// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/scope_check.h"

#include "domain/queue_access.h"
#include "operations/sync_source.h"
#include "replica/kept_scope.h"
#include "support/nightly.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QtTest>

namespace deskhand {

class ScopeCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAScopeSays()
    {
        const Condition scope = replicaCondition({ReplicaExtent::MyQueues, 30}, *m_catalog, m_me);
        const auto inside = [&](const Condition &query) {
            return liesInside(query, scope, *m_catalog, m_me, test::sampleNow);
        };
        const Condition mine = Condition::is(ConditionField::Owner, {Condition::meId});
        const Condition open = Condition::is(ConditionField::StateType, {1, 2, 3, 4});
        const auto updatedSince = [](int days) {
            return Condition::compare(ConditionField::Updated, ConditionOperator::GreaterOrEqual,
                                      ConditionInstant{true, -days * 86'400'000LL});
        };
        const Condition solved = Condition::is(ConditionField::StateType, {qint64(StateType::Solved)});
        QVERIFY(inside(Condition::all({mine, open})));
        QVERIFY(inside(Condition::all({mine, Condition::is(ConditionField::StateType, {2})})));
        QVERIFY(inside(Condition::all({mine, solved, updatedSince(7)})));
        QVERIFY(inside(Condition::all({mine, open, Condition::matches(QStringLiteral("printer"))})));
        QVERIFY(!inside(Condition::all({mine, solved, updatedSince(90)})));
        QVERIFY(!inside(mine));
        QVERIFY(!inside({}));
        QVERIFY(!inside(Condition::matches(QStringLiteral("printer"))));
        const Condition none = replicaCondition({ReplicaExtent::Nothing, 30}, *m_catalog, m_me);
        QVERIFY(!liesInside(Condition::all({mine, open}), none, *m_catalog, m_me, test::sampleNow));
        const Condition only = replicaCondition({ReplicaExtent::MyTickets, 0}, *m_catalog, m_me);
        QVERIFY(liesInside(Condition::all({mine, open}), only, *m_catalog, m_me, test::sampleNow));
        QVERIFY(!liesInside(open, only, *m_catalog, m_me, test::sampleNow));
    }

    /// It never says that something lies inside which does not.
    void itClaimsNothingThatIsNotSo()
    {
        QRandomGenerator random(20260302);
        const ConditionContext context{m_catalog, m_me, test::sampleNow};
        QVector<TicketFacts> tickets;
        for (int i = 1; i <= 300; ++i)
            tickets.append(test::randomTicket(random, *m_catalog, test::sampleNow, i));
        int claims = 0;
        for (int round = 0; round < test::randomRounds(2000); ++round) {
            const ReplicaScope scope{ReplicaExtent(random.bounded(3)), random.bounded(60)};
            const Condition kept = replicaCondition(scope, *m_catalog, m_me);
            Condition query = test::randomCondition(random, *m_catalog, 3);
            if (round % 2 == 0)
                query = Condition::all({query, kept});
            if (!liesInside(query, kept, *m_catalog, m_me, test::sampleNow))
                continue;
            ++claims;
            for (const TicketFacts &ticket : tickets) {
                const bool seen = seesQueue(*m_catalog, m_me, ticket.head.queue);
                if (seen && evaluate(query, ticket, context))
                    QVERIFY2(evaluate(kept, ticket, context), qPrintable(QString::number(round)));
            }
        }
        QVERIFY(claims > 100);
    }

    /// What was found out once is what would be found out again, later and about another scope or catalogue, too.
    void whatWasFoundOutHolds()
    {
        QRandomGenerator random(20260303);
        auto withoutQueues = std::make_shared<Catalog>(*m_catalog);
        for (Queue &queue : withoutQueues->queues)
            queue.members = {PersonId{999}};
        for (Person &agent : withoutQueues->agents)
            agent.admin = agent.supervisor = false;
        const QVector<CatalogPtr> catalogs{m_catalog, withoutQueues};
        const QVector<ReplicaScope> scopes{{ReplicaExtent::MyQueues, 30}, {ReplicaExtent::MyTickets, 7}};
        QVector<Condition> queries{Condition::is(ConditionField::StateType, {1, 2, 3, 4})};
        for (int i = 0; i < 60; ++i) {
            const Condition kept = replicaCondition(scopes[i % 2], *m_catalog, m_me);
            queries.append(Condition::all({test::randomCondition(random, *m_catalog, 2), kept}));
            queries.append(test::randomCondition(random, *m_catalog, 2));
        }
        KeptScope known;
        int claims = 0;
        for (int round = 0; round < test::randomRounds(3000); ++round) {
            const CatalogPtr &catalog = catalogs[random.bounded(10) == 0 ? 1 : 0];
            const ReplicaScope &scope = scopes[random.bounded(10) == 0 ? 1 : 0];
            // A few again and again, and all of them now and then.
            const Condition &query = queries[random.bounded(random.bounded(2) == 0 ? 10 : int(queries.size()))];
            const Instant now = test::sampleNow + random.bounded(100) * 86'400'000LL;
            const bool inside = liesInside(query, replicaCondition(scope, *catalog, m_me), *catalog, m_me, now);
            QCOMPARE(known.holds(query, scope, catalog, m_me, now), inside);
            claims += inside ? 1 : 0;
        }
        QVERIFY(claims > 100);
    }

private:
    const CatalogPtr m_catalog = test::sampleCatalog();
    const PersonId m_me = m_catalog->agents.first().id;
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ScopeCheckTest)
#include "scope_check_test.moc"
