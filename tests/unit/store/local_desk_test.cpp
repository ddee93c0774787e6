// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_desk.h"

#include <QFile>
#include <QSignalSpy>
#include <QtTest>

#include <sqlite3.h>

namespace deskhand {

class LocalDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDeskHasWhatIsNeeded()
    {
        test::TestDesk desk;
        const CatalogPtr catalog = desk.catalog();
        QCOMPARE(catalog->deskName, QStringLiteral("Test desk"));
        QCOMPARE(catalog->states.size(), 6);
        for (const StateType type : {StateType::New, StateType::Open, StateType::PendingReminder, StateType::Solved,
                                     StateType::Closed, StateType::Merged})
            QVERIFY(catalog->firstStateOf(type).isValid());
        QCOMPARE(catalog->priorities.size(), 4);
        QCOMPARE(catalog->queues.size(), 1);
        QCOMPARE(catalog->agents.size(), 1);
        QVERIFY(catalog->agents.first().admin);
        QCOMPARE(desk.openTicket(QStringLiteral("Printer")).ticketNumber, QStringLiteral("00001"));
    }

    void aDeskIsKept()
    {
        test::TestDesk desk;
        const CommandAnswer opened = desk.openTicket(QStringLiteral("Printer on fire"));
        desk.reopen();
        QCOMPARE(desk.row(opened.ticket).head.subject, QStringLiteral("Printer on fire"));
        QCOMPARE(desk.expect(desk.desk().ticketByNumber(QStringLiteral("00001"), {})), opened.ticket);
    }

    void everyTableIsStrict()
    {
        test::TestDesk desk;
        desk.close();
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(desk.path().toUtf8().constData(), &handle), SQLITE_OK);
        QStringList loose;
        int strict = 0;
        sqlite3_stmt *tables = nullptr;
        const char *sql =
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name "
            "NOT LIKE 'sqlite_%'";
        QCOMPARE(sqlite3_prepare_v2(handle, sql, -1, &tables, nullptr), SQLITE_OK);
        while (sqlite3_step(tables) == SQLITE_ROW) {
            if (sqlite3_column_int(tables, 1) != 0)
                ++strict;
            else
                loose.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(tables, 0))));
        }
        sqlite3_finalize(tables);
        sqlite3_close(handle);
        QCOMPARE(loose, QStringList());
        QVERIFY2(strict >= 15, qPrintable(QString::number(strict)));
    }

    void creatingLeavesAFileAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.desk"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        const auto created = LocalDesk::create(path, newDesk());
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::Conflict);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }

    void creatingSaysWhatIsMissing()
    {
        QTemporaryDir folder;
        const auto created =
            LocalDesk::create(folder.filePath(QStringLiteral("x.desk")), NewDesk{{}, {}, QStringLiteral("no address")});
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::Invalid);
        QCOMPARE(
            created.error().payload.keys(),
            QStringList({QStringLiteral("agent-address"), QStringLiteral("agent-name"), QStringLiteral("desk-name")}));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void whatCannotBeOpenedSaysWhy()
    {
        QTemporaryDir folder;
        const auto missing = LocalDesk::open(folder.filePath(QStringLiteral("none.desk")));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);

        const QString noDatabase = folder.filePath(QStringLiteral("text.desk"));
        QFile file(noDatabase);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto text = LocalDesk::open(noDatabase);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::Corrupt);

        const QString foreign = folder.filePath(QStringLiteral("foreign.desk"));
        changeFile(foreign, "CREATE TABLE theirs (x)");
        const auto other = LocalDesk::open(foreign);
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Corrupt);

        const QString newer = folder.filePath(QStringLiteral("newer.desk"));
        QVERIFY(LocalDesk::create(newer, newDesk()));
        changeFile(newer, "PRAGMA user_version = 1000");
        const auto tooNew = LocalDesk::open(newer);
        QVERIFY(!tooNew);
        QCOMPARE(tooNew.error().code, ErrorCode::TooNew);

        const QString older = folder.filePath(QStringLiteral("older.desk"));
        QVERIFY(LocalDesk::create(older, newDesk()));
        changeFile(older, "PRAGMA user_version = 0");
        const auto tooOld = LocalDesk::open(older, LocalDeskOptions{nullptr, false});
        QVERIFY(!tooOld);
        QCOMPARE(tooOld.error().code, ErrorCode::TooOld);
    }

    void changesAreAnnouncedWithRows()
    {
        test::TestDesk desk;
        const CommandAnswer opened = desk.openTicket(QStringLiteral("Printer"));
        QCoreApplication::processEvents();
        QSignalSpy changes(&desk.desk(), &Desk::changed);
        QSignalSpy catalogs(&desk.desk(), &Desk::catalogChanged);
        ChangeTicket change{opened.ticket, 1, {}, {}};
        change.changes.append(FieldChange{TicketField::Subject, QStringLiteral("Plotter"), {}, {}});
        desk.submit(change);
        QTRY_COMPARE(changes.size(), 1);
        const auto announced = changes.first().first().value<QVector<Change>>();
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced.first().kind, ChangeKind::TicketChanged);
        QCOMPARE(announced.first().before->head.subject, QStringLiteral("Printer"));
        QCOMPARE(announced.first().after->head.subject, QStringLiteral("Plotter"));
        QCOMPARE(announced.first().after->head, desk.row(opened.ticket).head);
        QCOMPARE(catalogs.size(), 0);
        desk.addQueue(QStringLiteral("Network"));
        QTRY_COMPARE(catalogs.size(), 1);
    }

    void countingDoesNotDelayAList()
    {
        test::TestDesk desk;
        const CommandAnswer opened = desk.openTicket(QStringLiteral("Printer"));
        auto counts = desk.desk().counts(QVector<Condition>(100'000, Condition::all()), PersonId{1}, {});
        const TicketList list =
            desk.expect(desk.desk().tickets(TicketQuery{Condition::all(), {}, {}, PersonId{1}, {}, {}}));
        QCOMPARE(list.ids, QVector<TicketId>{opened.ticket});
        QVERIFY(!counts.isFinished());
        counts.cancel();
    }

    void closingFinishesCommandsAndDropsReads()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.desk"));
        QVector<QFuture<Result<CommandAnswer>>> answers;
        QFuture<Result<CatalogPtr>> read;
        {
            auto desk = LocalDesk::create(path, newDesk());
            QVERIFY(desk);
            for (int i = 0; i < 20; ++i) {
                OpenTicket open;
                open.subject = QString::number(i);
                open.requesterAddress.address = QStringLiteral("r@c.example");
                answers.append((*desk)->submit(Command::make(PersonId{1}, open)));
            }
            read = (*desk)->catalog();
        }
        for (const auto &answer : answers)
            QVERIFY(answer.isFinished() && answer.result().has_value());
        QVERIFY(read.isFinished());
    }

private:
    static NewDesk newDesk() { return {QStringLiteral("D"), QStringLiteral("A"), QStringLiteral("a@d.example")}; }

    static void changeFile(const QString &path, const char *sql)
    {
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_close(handle), SQLITE_OK);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::LocalDeskTest)
#include "local_desk_test.moc"
