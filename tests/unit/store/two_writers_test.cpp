// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"
#include "support/history_check.h"
#include "support/test_desk.h"

#include <QSet>
#include <QtTest>

namespace deskhand {

/// Two programs on the same file, as when the tool imports while the window is open.
class TwoWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWriteAndNothingIsLost()
    {
        test::TestDesk first;
        const TicketId shared = first.openTicket(QStringLiteral("Shared")).ticket;
        auto second = LocalDesk::open(first.path());
        QVERIFY(second);
        QVector<QFuture<Result<CommandAnswer>>> answers;
        for (int i = 0; i < 60; ++i) {
            Desk &desk = i % 2 ? static_cast<Desk &>(**second) : first.desk();
            OpenTicket open;
            open.subject = QStringLiteral("Ticket %1").arg(i);
            open.requesterAddress.address = QStringLiteral("person%1@customer.example").arg(i % 7);
            answers.append(desk.submit(Command::make(first.me(), open)));
            ChangeTicket tag{shared, 1, {FieldChange{TicketField::Tags, {}, {QStringLiteral("t%1").arg(i)}, {}}}, {}};
            answers.append(desk.submit(Command::make(first.me(), tag)));
        }
        QSet<QString> numbers;
        int opened = 0;
        for (const auto &answer : answers) {
            const Result<CommandAnswer> result = test::await(answer);
            QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
            if (result->ticket != shared) {
                numbers.insert(result->ticketNumber);
                ++opened;
            }
        }
        QCOMPARE(numbers.size(), opened);
        QCOMPARE(first.row(shared).head.version, 61);
        QCOMPARE(first.row(shared).head.tags.size(), 60);
        QCOMPARE(test::brokenDesk(first.path()), QString());
    }

    void theOthersCatalogueIsSeen()
    {
        test::TestDesk first;
        auto second = LocalDesk::open(first.path());
        QVERIFY(second);
        QVERIFY(test::await((*second)->catalog()));
        const QueueId queue = first.addQueue(QStringLiteral("Network"));
        const Result<CatalogPtr> seen = test::await((*second)->catalog());
        QVERIFY(seen && (*seen)->queue(queue));
        // Also by the other's writer, which validates with it.
        OpenTicket open;
        open.subject = QStringLiteral("x");
        open.queue = queue;
        open.requesterAddress.address = QStringLiteral("p@customer.example");
        QVERIFY(test::await((*second)->submit(Command::make(first.me(), open))));
    }

    void aTamperedHistoryIsNoticed()
    {
        test::TestDesk desk;
        desk.openTicket(QStringLiteral("One"));
        desk.openTicket(QStringLiteral("Two"));
        desk.close();
        int entries = 0;
        QCOMPARE(test::brokenHistory(desk.path(), &entries), QString());
        QVERIFY(entries >= 2);
        changeFile(desk.path(), "DROP TRIGGER history_no_update; UPDATE history SET new_text = 'Other' WHERE id = 1");
        QVERIFY(!test::brokenHistory(desk.path()).isEmpty());
    }

private:
    static void changeFile(const QString &path, const QByteArray &sql)
    {
        auto connection = SqliteConnection::open(
            path, ConnectionUse::Write, std::make_shared<const StatementCatalogue>(*StatementCatalogue::load()), 1000);
        QVERIFY(connection);
        for (const QByteArray &statement : sql.split(';'))
            QVERIFY((*connection)->once(statement, "test.tamper").run());
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::TwoWritersTest)
#include "two_writers_test.moc"
