// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalog_cache.h"
#include "store/connection.h"
#include "store/list_cache.h"
#include "store/postgres_connection.h"
#include "store/reading.h"
#include "store/sqlite_connection.h"
#include "support/postgres_desk.h"
#include "support/random_condition.h"
#include "support/test_desk.h"

#include <QtTest>

#include <functional>

namespace deskhand::test {

/// A list that is kept up by the feed is the list that is read anew.
class ListCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }

    void whatIsKeptIsWhatIsReadAnew_data() { places(); }
    void whatIsKeptIsWhatIsReadAnew()
    {
        open();
        QRandomGenerator random(11);
        QVector<TicketQuery> queries;
        while (queries.size() < 40) {
            const TicketQuery query = someQuery(&random);
            if (ListCache::isKept(query))
                queries.append(query);
        }
        ListCache cache;
        CatalogCache catalogs;
        qsizetype listed = 0;
        for (int round = 0; round < 40; ++round) {
            change(&random, round);
            const Result<CatalogPtr> catalog = catalogs.get(*m_reader);
            QVERIFY(catalog);
            for (int i = 0; i < 12; ++i) {
                const TicketQuery &query = queries[random.bounded(int(queries.size()))];
                const Result<TicketList> kept = cache.tickets(*m_reader, *catalog, query);
                const Result<TicketList> anew = readTicketList(*m_reader, *catalog, query);
                QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
                QVERIFY(anew);
                QCOMPARE(kept->ids, anew->ids);
                QCOMPARE(kept->cursor, anew->cursor);
                QCOMPARE(kept->groups.size(), anew->groups.size());
                for (qsizetype group = 0; group < kept->groups.size(); ++group) {
                    QCOMPARE(kept->groups[group].key, anew->groups[group].key);
                    QCOMPARE(kept->groups[group].firstRow, anew->groups[group].firstRow);
                    QCOMPARE(kept->groups[group].rowCount, anew->groups[group].rowCount);
                }
                listed += kept->ids.size();
            }
        }
        QVERIFY(listed > 1000);
    }

    void whatOthersHaveOrTimeChangesIsNotKept()
    {
        TicketQuery query;
        query.condition = Condition::is(ConditionField::StateType, {1, 2});
        QVERIFY(ListCache::isKept(query));
        query.sort = {ListColumn::Requester, false};
        QVERIFY(!ListCache::isKept(query));
        query.sort = {ListColumn::TimeLeft, false};
        QVERIFY(!ListCache::isKept(query));
        query.sort = {};
        query.condition = Condition::all({query.condition, Condition::matches(QStringLiteral("word"))});
        QVERIFY(!ListCache::isKept(query));
        query.condition = Condition::negate(Condition::is(ConditionField::SlaMissed, {1}));
        QVERIFY(!ListCache::isKept(query));
        query.condition = Condition::all();
        QVERIFY(!ListCache::isKept(query));
    }

private:
    void places()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("file") << false;
        if (m_server)
            QTest::newRow("PostgreSQL") << true;
    }

    void open()
    {
        QFETCH(bool, server);
        m_reader.reset();
        m_desk.reset();
        const NewDesk desk{QStringLiteral("Desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example"), {}};
        Result<std::unique_ptr<LocalDesk>> opened = Error{};
        Result<std::unique_ptr<Connection>> reader = Error{};
        const SqlDialect dialect = server ? SqlDialect::Postgres : SqlDialect::Sqlite;
        auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(dialect));
        if (server) {
            const PostgresAddress address = m_server->newDatabase();
            QVERIFY(createDeskOnServer(address, desk));
            opened = LocalDesk::openServer(address);
            reader = PostgresConnection::open(address, ConnectionUse::Read, statements);
        } else {
            const QString file = m_folder.filePath(QStringLiteral("a.desk"));
            opened = LocalDesk::create(file, desk);
            reader = SqliteConnection::open(file, ConnectionUse::Read, statements, 1024);
        }
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QVERIFY(reader);
        m_desk = *std::move(opened);
        m_reader = *std::move(reader);
        m_me = (*await(m_desk->catalog()))->agents.first().id;
        Queue queue;
        queue.name = QStringLiteral("Second");
        queue.position = 2;
        QVERIFY(await(m_desk->submit(Command::make(m_me, SaveQueue{queue}))));
        m_catalog = *await(m_desk->catalog());
        m_tickets.clear();
    }

    TicketQuery someQuery(QRandomGenerator *random) const
    {
        TicketQuery query;
        query.condition = randomCondition(*random, *m_catalog, 2);
        query.me = m_me;
        query.now = 1'700'000'000'000;
        query.sort = {ListColumn(random->bounded(int(ListColumn::Articles) + 1)), random->bounded(2) == 0};
        const auto group = ListColumn(random->bounded(int(ListColumn::Articles) + 1));
        if (canGroupBy(group))
            query.groupBy = group;
        return query;
    }

    FieldChange someField(QRandomGenerator *random) const
    {
        const auto one = [random](const auto &items) { return items[random->bounded(int(items.size()))].id.value; };
        switch (random->bounded(5)) {
        case 0: return {TicketField::Priority, one(m_catalog->priorities), {}, {}};
        case 1: return {TicketField::Queue, one(m_catalog->queues), {}, {}};
        case 2: return {TicketField::Owner, random->bounded(2) == 0 ? m_me.value : qint64(0), {}, {}};
        case 3: return {TicketField::State, m_catalog->states[random->bounded(2)].id.value, {}, {}};
        default: return {TicketField::Tags, {}, {QStringLiteral("t%1").arg(random->bounded(4))}, {}};
        }
    }

    void change(QRandomGenerator *random, int round)
    {
        for (int i = 0; i < 3; ++i) {
            OpenTicket open;
            open.subject = QStringLiteral("Ticket %1").arg(random->bounded(9));
            open.requesterAddress.address = QStringLiteral("rita%1@customer.example").arg(random->bounded(3));
            const auto opened = await(m_desk->submit(Command::make(m_me, open)));
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            m_tickets.append(opened->ticket);
        }
        for (int i = 0; i < 6; ++i) {
            const TicketId ticket = m_tickets[random->bounded(int(m_tickets.size()))];
            const qint64 version = await(m_desk->rows({ticket}, m_me))->first().head.version;
            const auto changed =
                await(m_desk->submit(Command::make(m_me, ChangeTicket{ticket, version, {someField(random)}, {}})));
            QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
        }
        if (round % 8 == 7) { // the catalogue: names and what belongs to what
            Queue queue = m_catalog->queues.last();
            queue.name = QStringLiteral("Queue %1").arg(round);
            QVERIFY(await(m_desk->submit(Command::make(m_me, SaveQueue{queue}))));
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<LocalDesk> m_desk;
    std::unique_ptr<Connection> m_reader;
    CatalogPtr m_catalog;
    QVector<TicketId> m_tickets;
    PersonId m_me;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ListCacheTest)
#include "list_cache_test.moc"
