// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_connection.h"
#include "store/sqlite_connection.h"
#include "support/history_check.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"

#include <QSignalSpy>
#include <QtTest>

#include <functional>

namespace deskhand::test {
namespace {

Result<std::unique_ptr<Connection>> openToHold(const QString &file, const std::optional<PostgresAddress> &server)
{
    const SqlDialect dialect = server ? SqlDialect::Postgres : SqlDialect::Sqlite;
    auto catalogue = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(dialect));
    return server ? PostgresConnection::open(*server, ConnectionUse::Write, catalogue)
                  : SqliteConnection::open(file, ConnectionUse::Write, catalogue, 1024);
}

Command rename(PersonId me, TicketId ticket, const QString &subject)
{
    return Command::make(me, ChangeTicket{ticket, 1, {FieldChange{TicketField::Subject, subject, {}, {}}}, {}});
}

Command tag(PersonId me, TicketId ticket, const QString &name)
{
    return Command::make(me, ChangeTicket{ticket, 1, {FieldChange{TicketField::Tags, {}, {name}, {}}}, {}});
}

} // namespace

/// Commands that wait for the writer together.
class CommandGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }

    void whatWaitsIsDoneTogether_data() { places(); }
    void whatWaitsIsDoneTogether()
    {
        open();
        const TicketId ticket = openTicket();
        QVector<QVector<Change>> announced;
        connect(m_desk.get(), &Desk::changed, this, [&](const QVector<Change> &changes) { announced.append(changes); });
        QVector<QFuture<Result<CommandAnswer>>> answers;
        QSet<CommandId> given;
        holdWriter([&] {
            for (int i = 0; i < 20; ++i) {
                const Command command = tag(m_me, ticket, QStringLiteral("t%1").arg(i));
                given.insert(command.id);
                answers.append(m_desk->submit(command));
            }
        });
        qint64 version = 1;
        for (const auto &answer : std::as_const(answers)) {
            const Result<CommandAnswer> done = await(answer);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            QCOMPARE(done->version, ++version); // in their order
            QVERIFY(done->conflicts.isEmpty());
        }
        QTRY_COMPARE(commandsIn(announced).intersect(given).size(), 20);
        qint64 before = 0;
        for (const QVector<Change> &changes : std::as_const(announced)) {
            for (const Change &change : changes) {
                QVERIFY(before < change.seq);
                before = change.seq;
            }
        }
        // The ticket, the one that the writer waited with, those behind it.
        QVERIFY2(announced.size() <= 4, qPrintable(QString::number(announced.size())));
        QCOMPARE(rowOf(ticket).head.tags.size(), 20);
        QCOMPARE(broken(), QString());
    }

    void oneThatFailsTakesNobodyWithIt_data() { places(); }
    void oneThatFailsTakesNobodyWithIt()
    {
        open();
        const TicketId ticket = openTicket();
        QVector<Command> commands;
        for (int i = 0; i < 9; ++i)
            commands.append(tag(m_me, ticket, QStringLiteral("t%1").arg(i)));
        commands.insert(3, tag(m_me, TicketId{4711}, QStringLiteral("nowhere")));
        commands.insert(7, tag(m_me, TicketId{4712}, QStringLiteral("nowhere")));
        commands.append(tag(m_me, TicketId{4713}, QStringLiteral("nowhere")));
        const auto answers = submitTogether(commands);
        for (qsizetype i = 0; i < answers.size(); ++i) {
            const bool fails = i == 3 || i == 7 || i == 11;
            QCOMPARE(bool(answers[i]), !fails);
            if (fails)
                QCOMPARE(answers[i].error().code, ErrorCode::NotFound);
        }
        QCOMPARE(rowOf(ticket).head.tags.size(), 9);
        QCOMPARE(rowOf(ticket).head.version, 10);
        QCOMPARE(broken(), QString());
    }

    void conflictsAndRepetitionsAreAsEver_data() { places(); }
    void conflictsAndRepetitionsAreAsEver()
    {
        open();
        const TicketId ticket = openTicket();
        const Command first = rename(m_me, ticket, QStringLiteral("First"));
        const auto answers = submitTogether({first, rename(m_me, ticket, QStringLiteral("Second")), first});
        QVERIFY(answers[0] && answers[1] && answers[2]);
        QVERIFY(answers[0]->conflicts.isEmpty());
        QCOMPARE(answers[1]->conflicts.size(), 1);
        QCOMPARE(answers[1]->conflicts.first().theirs, QStringLiteral("First"));
        QCOMPARE(*answers[2], *answers[0]);
        QCOMPARE(rowOf(ticket).head.subject, QStringLiteral("First"));
        QCOMPARE(broken(), QString());
    }

    void whatSetsTheDeskUpStandsAlone_data() { places(); }
    void whatSetsTheDeskUpStandsAlone()
    {
        open();
        const TicketId ticket = openTicket();
        Queue queue;
        queue.name = QStringLiteral("New queue");
        queue.position = 2;
        const auto answers =
            submitTogether({tag(m_me, ticket, QStringLiteral("a")), Command::make(m_me, SaveQueue{queue}),
                            tag(m_me, ticket, QStringLiteral("b"))});
        QVERIFY(answers[0] && answers[1] && answers[2]);
        const Result<CatalogPtr> catalog = await(m_desk->catalog());
        QVERIFY(catalog && (*catalog)->queue(QueueId{answers[1]->id}));
        QCOMPARE(rowOf(ticket).head.tags.size(), 2);
        QCOMPARE(broken(), QString());
    }

    void whatIsSearchedForIsThere_data() { places(); }
    void whatIsSearchedForIsThere()
    {
        open();
        QVector<Command> commands;
        for (int i = 0; i < 6; ++i) {
            OpenTicket open;
            open.subject = QStringLiteral("Kaffeemaschine %1").arg(i);
            open.requesterAddress.address = QStringLiteral("rita@customer.example");
            commands.append(Command::make(m_me, open));
        }
        commands.insert(2, tag(m_me, TicketId{4711}, QStringLiteral("nowhere")));
        (void)submitTogether(commands);
        SearchQuery query;
        query.text = QStringLiteral("kaffeemaschine");
        query.me = m_me;
        const Result<SearchHits> hits = await(m_desk->search(query));
        QVERIFY(hits);
        QCOMPARE(hits->hits.size(), 6);
        QCOMPARE(broken(), QString());
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
        m_desk.reset();
        m_address.reset();
        const NewDesk desk{QStringLiteral("Desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example"), {}};
        Result<std::unique_ptr<LocalDesk>> opened = Error{};
        if (server) {
            m_address = m_server->newDatabase();
            QVERIFY(createDeskOnServer(*m_address, desk));
            opened = LocalDesk::openServer(*m_address);
        } else {
            m_file = m_folder.filePath(QStringLiteral("%1.desk").arg(++m_desks));
            opened = LocalDesk::create(m_file, desk);
        }
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_desk = *std::move(opened);
        m_me = (*await(m_desk->catalog()))->agents.first().id;
    }
    TicketId openTicket()
    {
        OpenTicket open;
        open.subject = QStringLiteral("Printer");
        open.requesterAddress.address = QStringLiteral("rita@customer.example");
        return await(m_desk->submit(Command::make(m_me, open)))->ticket;
    }
    TicketRow rowOf(TicketId ticket) { return await(m_desk->rows({ticket}, m_me))->first(); }

    /// Somebody else holds what every writer needs until `submit` has given its commands.
    void holdWriter(const std::function<void()> &submit)
    {
        const auto holder = openToHold(m_file, m_address);
        QVERIFY(holder);
        QVERIFY((*holder)->sql("transaction.begin").run());
        if (m_address) {
            Statement last = (*holder)->sql("history.last");
            QVERIFY(last.next());
        }
        submit();
        QVERIFY((*holder)->sql("transaction.rollback").run());
    }
    QVector<Result<CommandAnswer>> submitTogether(const QVector<Command> &commands)
    {
        QVector<QFuture<Result<CommandAnswer>>> futures;
        holdWriter([&] {
            // The writer waits with this one; all others wait behind it.
            OpenTicket open;
            open.subject = QStringLiteral("In front");
            open.requesterAddress.address = QStringLiteral("rita@customer.example");
            futures.append(m_desk->submit(Command::make(m_me, open)));
            for (const Command &command : commands)
                futures.append(m_desk->submit(command));
        });
        QVector<Result<CommandAnswer>> answers;
        for (const auto &future : std::as_const(futures))
            answers.append(await(future));
        return answers.mid(1);
    }
    static QSet<CommandId> commandsIn(const QVector<QVector<Change>> &announced)
    {
        QSet<CommandId> commands;
        for (const QVector<Change> &changes : announced) {
            for (const Change &change : changes)
                commands.insert(change.command);
        }
        return commands;
    }
    /// What is wrong with history and feed; nothing: "".
    QString broken()
    {
        const auto connection = openToHold(m_file, m_address);
        return connection ? brokenDesk(**connection) : connection.error().detail;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    QString m_file;
    std::optional<PostgresAddress> m_address;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_me;
    int m_desks = 0;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::CommandGroupsTest)
#include "command_groups_test.moc"
