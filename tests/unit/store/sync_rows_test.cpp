// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_rows.h"

#include "store/connection.h"
#include "store/migrations.h"
#include "store/reading.h"
#include "store/sqlite_connection.h"
#include "store/sync_reader.h"
#include "store/sync_writing.h"
#include "store/transaction.h"
#include "support/contract_world.h"
#include "support/local_desk_fixture.h"
#include "support/postgres_desk.h"

#include <QtTest>

#include <sqlite3.h>

namespace deskhand {
namespace {

using test::await;
using test::expected;

constexpr auto plantedSecret = "planted-secret-4711";

/// A replica's file: the schema of a desk, and nothing in it.
class EmptyFile
{
public:
    EmptyFile()
    {
        const auto statements = std::make_shared<const StatementCatalogue>(expected(StatementCatalogue::load()));
        auto opened = SqliteConnection::open(m_folder.filePath(QStringLiteral("replica")), ConnectionUse::Create,
                                             statements, 2000);
        if (!opened)
            test::failOn(opened.error());
        connection = *std::move(opened);
        const QVector<Migration> migrations = expected(builtInMigrations());
        if (!migrate(*connection, migrations) || !connection->sql("sync.looseKeys").run())
            qFatal("no empty desk");
        for (const char *free : {"replica.freeHistory", "replica.freeHistoryToo"}) {
            if (!connection->sql(free).run())
                qFatal("%s", free);
        }
        tables = expected(readSyncTables(*connection));
        index = std::make_unique<SearchIndex>(*connection);
    }

    template <typename Write>
    auto write(const Write &write)
    {
        SyncWriter writer(*connection, tables, *index);
        Transaction transaction(*connection);
        if (!transaction.begin())
            qFatal("no transaction");
        auto result = write(writer);
        if (result && !transaction.commit())
            qFatal("no commit");
        result ? index->committed() : index->rolledBack();
        return result;
    }

    QVector<SearchHit> search(const QString &text, PersonId me) const
    {
        SearchQuery query;
        query.text = text;
        query.me = me;
        const CatalogPtr catalog = expected(readCatalog(*connection));
        return expected(readSearch(*connection, catalog, query)).hits;
    }

    QVector<TicketId> tickets(PersonId me, Instant now) const
    {
        TicketQuery query;
        query.me = me;
        query.now = now;
        return expected(readTicketList(*connection, expected(readCatalog(*connection)), query)).ids;
    }

    std::unique_ptr<Connection> connection;
    QVector<SyncTable> tables;
    std::unique_ptr<SearchIndex> index;

private:
    QTemporaryDir m_folder;
};

/// Entries as lines.
QStringList told(const QVector<HistoryEntry> &entries)
{
    QStringList lines;
    for (const HistoryEntry &entry : entries)
        lines.append(QStringLiteral("%1 %2 %3 %4 %5 %6")
                         .arg(entry.id)
                         .arg(entry.version)
                         .arg(entry.at)
                         .arg(entry.what, entry.oldValue, entry.newValue)
                     + entry.actorName + entry.why + entry.command.toString());
    return lines;
}

/// Puts a marker into every text and every bytes of a file's table that must never leave it.
void plant(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK
        || sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(handle));
    sqlite3_close(handle);
}

} // namespace

class SyncRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = test::PostgresServer::start(test::PostgresServer::withoutWaitingForTheDisk()); }

    /// Whoever adds a table says who may keep it.
    void everyTableHasARule()
    {
        EmptyFile file;
        for (const CopyRule &rule : copyRules()) {
            const auto count = std::count_if(syncRules().cbegin(), syncRules().cend(), [&rule](const SyncRule &sync) {
                return qstrcmp(sync.table, rule.table) == 0;
            });
            QVERIFY2(count == 1, rule.table);
        }
        QVERIFY(file.connection->once("CREATE TABLE unheard_of (id INTEGER PRIMARY KEY) STRICT", "test").run());
        QVERIFY(!readSyncTables(*file.connection));
    }

    /// A column that sounds like a secret is in no table that is sent, unless it is sent empty.
    void noColumnSoundsLikeASecret()
    {
        EmptyFile file;
        const QRegularExpression secret(QStringLiteral("password|secret|token|hash|sealed|credential"));
        for (const SyncTable &table : file.tables) {
            for (qsizetype i = 0; i < table.table.columns.size(); ++i) {
                const QByteArray &column = table.table.columns[i].name;
                if (secret.match(QString::fromLatin1(column)).hasMatch())
                    QVERIFY2(table.isBlanked[i], (table.table.name + '.' + column).constData());
            }
        }
    }

    void aReplicaAnswersAsTheDesk_data() { doors(); }
    void aReplicaAnswersAsTheDesk()
    {
        const auto fixture = door();
        if (!fixture)
            QSKIP("PostgreSQL is not installed");
        const test::ContractWorld world(*fixture);
        EmptyFile file;
        fill(*fixture, world, world.ada, &file);

        Desk &desk = fixture->desk();
        TicketQuery query;
        query.me = world.ada;
        query.now = world.now();
        const TicketList list = expected(await(desk.tickets(query)));
        QCOMPARE(file.tickets(world.ada, world.now()), list.ids);
        const CatalogPtr catalog = expected(readCatalog(*file.connection));
        QCOMPARE(catalog->queues, world.catalog()->queues);
        QCOMPARE(catalog->agents, world.catalog()->agents);
        QCOMPARE(catalog->slaPolicies.size(), world.catalog()->slaPolicies.size());
        const auto rowsHere = expected(readTicketRows(*file.connection, *catalog, list.ids, world.ada));
        const auto rowsThere = expected(await(desk.rows(list.ids, world.ada)));
        QCOMPARE(rowsHere.size(), rowsThere.size());
        for (qsizetype i = 0; i < rowsHere.size(); ++i) {
            QCOMPARE(rowsHere[i].head, rowsThere[i].head);
            QCOMPARE(rowsHere[i].snippet, rowsThere[i].snippet);
            QCOMPARE(rowsHere[i].unread, rowsThere[i].unread);
            QCOMPARE(rowsHere[i].requesterName, rowsThere[i].requesterName);
            const TicketId id = rowsHere[i].head.id;
            ThreadQuery thread;
            thread.ticket = id;
            thread.me = world.ada;
            const auto here = expected(readThread(*file.connection, *catalog, thread));
            const auto there = expected(await(desk.thread(thread)));
            QCOMPARE(here.articles, there.articles);
            QCOMPARE(told(here.history), told(there.history));
            QCOMPARE(told(expected(readHistory(*file.connection, *catalog, id, world.ada, 100))),
                     told(expected(await(desk.history(id, world.ada, 100)))));
        }
        QCOMPARE(expected(readViews(*file.connection, world.ada)).size(),
                 expected(await(desk.views(world.ada))).size());
        for (const auto &words : {u"bens"_qs, u"a"_qs, u"rita"_qs, u"photo"_qs}) {
            SearchQuery search;
            search.text = words;
            search.me = world.ada;
            const SearchHits hits = expected(await(desk.search(search)));
            QCOMPARE(file.search(words, world.ada).size(), hits.hits.size());
        }
    }

    /// What comes again takes the place of what was there, also in the index.
    void aTicketIsReplacedAsAWhole_data() { doors(); }
    void aTicketIsReplacedAsAWhole()
    {
        const auto fixture = door();
        if (!fixture)
            QSKIP("PostgreSQL is not installed");
        const test::ContractWorld world(*fixture);
        EmptyFile file;
        fill(*fixture, world, world.ada, &file);
        const TicketId b = world.ticket('b');
        const TicketRow row = expected(await(fixture->desk().rows({b}, world.ada))).first();
        FieldChange subject;
        subject.value = QStringLiteral("Zeppelin overhead");
        ChangeTicket change{b, row.head.version, {subject}, {}};
        QVERIFY(await(fixture->desk().submit(Command::make(world.ada, change))));
        QVERIFY(file.search(QStringLiteral("zeppelin"), world.ada).isEmpty());
        const QVector<SearchHit> bySubject = file.search(row.head.subject, world.ada);
        QVERIFY(!bySubject.isEmpty());
        for (int round = 0; round < 2; ++round) { // twice is as once
            const SyncRows rows = expected(await(source(*fixture).syncTickets({b}, world.ada)));
            expected(file.write([&](SyncWriter &writer) {
                return writer.writeTickets(expected(unpackSyncRows(rows.rows)), world.ada);
            }));
            QCOMPARE(file.search(QStringLiteral("zeppelin"), world.ada).size(), 1);
            QCOMPARE(file.search(QStringLiteral("zeppelin"), world.ada).first().ticket, b);
        }
        QVERIFY(file.write([&](SyncWriter &writer) { return writer.removeTickets({b}, world.ada); }));
        QVERIFY(file.search(QStringLiteral("zeppelin"), world.ada).isEmpty());
        QVERIFY(!file.tickets(world.ada, world.now()).contains(b));
        QCOMPARE(indexRows(file), indexedArticles(file));
    }

    void whatSomebodyDoesNotSeeIsGone_data() { doors(); }
    void whatSomebodyDoesNotSeeIsGone()
    {
        const auto fixture = door();
        if (!fixture)
            QSKIP("PostgreSQL is not installed");
        const test::ContractWorld world(*fixture);
        const TicketId a = world.ticket('a');
        const TicketRow row = expected(await(fixture->desk().rows({a}, world.ada))).first();
        Queue queue = *world.catalog()->queue(row.head.queue);
        queue.members = {world.cleo};
        QVERIFY(await(fixture->desk().submit(Command::make(world.ada, SaveQueue{queue}))));
        const SyncRows bens = expected(await(source(*fixture).syncTickets({a, TicketId{99'999}}, world.ben)));
        QCOMPARE(bens.gone, (QVector<TicketId>{a, TicketId{99'999}}));
        QVERIFY(expected(unpackSyncRows(bens.rows)).tickets.isEmpty());
        const SyncRows cleos = expected(await(source(*fixture).syncTickets({a}, world.cleo)));
        QVERIFY(cleos.gone.isEmpty());
        QCOMPARE(expected(unpackSyncRows(cleos.rows)).tickets, QVector<TicketId>{a});
    }

    void noSecretIsEverSent()
    {
        test::LocalDeskFixture fixture;
        const test::ContractWorld world(fixture);
        const QString path = fixture.path();
        plant(path,
              "INSERT INTO desk_setting (key, value) VALUES ('mail_signing_key', 'planted-secret-4711');"
              "INSERT INTO mailbox_secret (mailbox_id, secret, sealed) VALUES (1, 1, CAST('planted-secret-4711' AS "
              "BLOB));"
              "UPDATE command_log SET answer = 'planted-secret-4711';"
              "INSERT INTO lease (name, owner, fence, until) VALUES ('mail', 'planted-secret-4711', 1, 1);"
              "INSERT INTO saved_view (owner_id, name, condition, condition_text, columns, sort_column, "
              "sort_descending, grouped, group_by, density) VALUES (99, 'planted-secret-4711', '{}', '', '', '', 0, "
              "0, '', 0);"
              "INSERT INTO notification (person_id, kind, ticket_id, level, at) VALUES (99, 1, 1, "
              "'planted-secret-4711', 1);"
              "INSERT INTO mail_text (kind, agent_id, text) VALUES (3, 99, 'planted-secret-4711');");
        QByteArray sent = qUncompress(expected(await(source(fixture).syncSettings(world.ada))).rows);
        QVector<TicketId> all;
        for (char letter = 'a'; letter <= 'j'; ++letter)
            all.append(world.ticket(letter));
        sent += qUncompress(expected(await(source(fixture).syncTickets(all, world.ada))).rows);
        QVERIFY(sent.size() > 10'000);
        QVERIFY(sent.contains("Rita"));
        QVERIFY(!sent.contains(plantedSecret));
    }

    void anEpochStaysUntilItIsRenewed_data() { doors(); }
    void anEpochStaysUntilItIsRenewed()
    {
        const auto fixture = door();
        if (!fixture)
            QSKIP("PostgreSQL is not installed");
        const SyncHead first = expected(await(source(*fixture).syncHead()));
        QVERIFY(!first.epoch.isNull());
        QCOMPARE(first.schema, int(expected(builtInMigrations()).size()));
        QCOMPARE(expected(await(source(*fixture).syncHead())).epoch, first.epoch);
        fixture->reopen();
        QCOMPARE(expected(await(source(*fixture).syncHead())).epoch, first.epoch);
    }

    void aRenewedEpochIsAnother()
    {
        EmptyFile file;
        const QUuid first = expected(syncEpoch(*file.connection));
        QVERIFY(renewSyncEpoch(*file.connection));
        QVERIFY(expected(syncEpoch(*file.connection)) != first);
    }

    void brokenRowsAreRefused()
    {
        test::LocalDeskFixture fixture;
        const test::ContractWorld world(fixture);
        EmptyFile file;
        const QByteArray good = expected(await(source(fixture).syncTickets({world.ticket('a')}, world.ada))).rows;
        const QByteArray plain = qUncompress(good);
        QRandomGenerator random(7);
        int refused = 0;
        for (int round = 0; round < 400; ++round) {
            QByteArray broken = plain;
            if (round % 4 == 0)
                broken.truncate(random.bounded(int(broken.size())));
            else
                broken[random.bounded(int(broken.size()))] = char(random.bounded(256));
            if (!unpackSyncRows(qCompress(broken)))
                ++refused;
        }
        QVERIFY(refused > 100);
        QVERIFY(!unpackSyncRows({}));
        QVERIFY(!unpackSyncRows(QByteArray(3, '\xff')));
        QVERIFY(!unpackSyncRows(good.left(good.size() / 2)));
        QByteArray another = plain;
        another.replace("article", "artikel");
        QVERIFY(!file.write([&](SyncWriter &writer) { return writer.writeSettings(good); }));
        QVERIFY(file.tickets(world.ada, world.now()).isEmpty());
    }

private:
    void doors()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }

    std::unique_ptr<test::DeskFixture> door() const
    {
        QFETCH(bool, onServer);
        if (!onServer)
            return std::make_unique<test::LocalDeskFixture>();
        return m_server ? std::make_unique<test::PostgresDeskFixture>(*m_server) : nullptr;
    }

    static SyncSource &source(test::DeskFixture &fixture) { return dynamic_cast<LocalDesk &>(fixture.desk()); }

    static void fill(test::DeskFixture &fixture, const test::ContractWorld &world, PersonId me, EmptyFile *file)
    {
        const SyncRows settings = expected(await(source(fixture).syncSettings(me)));
        if (const auto written = file->write([&](SyncWriter &writer) { return writer.writeSettings(settings.rows); });
            !written)
            test::failOn(written.error());
        QVector<TicketId> all;
        for (char letter = 'a'; letter <= 'j'; ++letter)
            all.append(world.ticket(letter));
        const SyncedRows tickets = expected(unpackSyncRows(expected(await(source(fixture).syncTickets(all, me))).rows));
        const auto written = file->write([&](SyncWriter &writer) { return writer.writeTickets(tickets, me); });
        QCOMPARE(expected(written).size(), all.size());
    }

    static qint64 numberOf(EmptyFile &file, const char *sql)
    {
        return expected(file.connection->once(sql, "test").runForNumber());
    }
    static qint64 indexRows(EmptyFile &file) { return numberOf(file, "SELECT count(*) FROM search"); }
    static qint64 indexedArticles(EmptyFile &file)
    {
        return numberOf(file,
                        "SELECT (SELECT count(*) FROM article WHERE withdrawn_at = 0) + (SELECT count(*) FROM ticket t "
                        "WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.ticket_id = t.id))");
    }

    std::unique_ptr<test::PostgresServer> m_server;
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::SyncRowsTest)
#include "sync_rows_test.moc"
