// SPDX-License-Identifier: GPL-3.0-or-later
// Merging, parting and splitting with every statement and every write failing in turn: done or not done.
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/test_desk.h"

#include <QtTest>

#include <functional>

namespace deskhand::test {
namespace {

const QUuid deedUnderTest(QStringLiteral("{6f2d7c1e-0d5b-4b43-9c53-6c1f6a1d2b77}"));

/// What there is after a deed: articles of the three tickets that the desk has, and of one that a split opens.
struct MergeShape {
    QVector<int> counts;
    bool operator==(const MergeShape &) const = default;
};

MergeShape shapeOf(Desk &desk)
{
    MergeShape shape;
    for (qint64 ticket = 1; ticket <= 4; ++ticket) {
        const auto rows = await(desk.rows({TicketId{ticket}}, PersonId{1}));
        shape.counts.append(rows && !rows->isEmpty() ? rows->first().head.articleCount : -1);
    }
    return shape;
}

} // namespace

class MergeFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        TestDesk desk;
        for (int i = 1; i <= 3; ++i) {
            desk.openTicket(QStringLiteral("ticket %1").arg(i));
            for (int k = 0; k < i; ++k)
                desk.reply(TicketId{i}, QStringLiteral("words %1").arg(k));
        }
        const MergeTickets merge{TicketId{2}, 0, {{TicketId{3}, 0}}, true, {}};
        QVERIFY(await(desk.desk().submit(Command::make(desk.me(), merge))));
        m_before = shapeOf(desk.desk());
        const QString source = desk.path();
        desk.close();
        m_path = m_folder.filePath(QStringLiteral("before"));
        QVERIFY(QFile::copy(source, m_path));
        QCOMPARE(brokenDesk(m_path), QString());
    }

    void failingAtEachPoint_data()
    {
        QTest::addColumn<int>("deed");
        QTest::addColumn<FaultPoint>("point");
        QTest::addColumn<Fault>("fault");
        const char *const deeds[] = {"merge", "unmerge", "split", "copy"};
        for (int deed = 0; deed < 4; ++deed) {
            QTest::addRow("%s: statements", deeds[deed]) << deed << FaultPoint::Statement << Fault::Error;
            QTest::addRow("%s: file writes", deeds[deed]) << deed << FaultPoint::FileWrite << Fault::Error;
        }
    }

    void failingAtEachPoint()
    {
        QFETCH(int, deed);
        QFETCH(FaultPoint, point);
        QFETCH(Fault, fault);
        int failures = 0;
        int passed = 0;
        for (int n = 1; n == 1 || passed >= n - 1; ++n) {
            const QString path = m_folder.filePath(QStringLiteral("copy-%1").arg(++m_copies));
            QVERIFY(QFile::copy(m_path, path));
            bool answered = false;
            {
                auto desk = LocalDesk::open(path);
                QVERIFY(desk);
                const Command command = commandOf(**desk, deed);
                setFault(point, fault, n);
                answered = await((*desk)->submit(command)).has_value();
                passed = faultPointsPassed(point);
                clearFault();
            }
            failures += answered ? 0 : 1;
            QCOMPARE(brokenDesk(path), QString());
            auto desk = LocalDesk::open(path);
            QVERIFY(desk);
            const MergeShape shape = shapeOf(**desk);
            QVERIFY2(shape == m_before || shape == after(deed), qPrintable(QStringLiteral("point %1").arg(n)));
            QVERIFY(!answered || shape == after(deed));
            QVERIFY(await((*desk)->submit(commandOf(**desk, deed))));
            QVERIFY(shapeOf(**desk) == after(deed));
            desk->reset();
            QCOMPARE(brokenHistory(path), QString());
            QFile::remove(path);
        }
        QVERIFY(failures > 10);
    }

private:
    [[nodiscard]] static Command commandOf(Desk &desk, int deed)
    {
        CommandBody body = MergeTickets{TicketId{1}, 0, {{TicketId{2}, 0}}, true, {}};
        if (deed == 1) {
            body = UnmergeTicket{TicketId{3}, {}, {}};
        } else if (deed >= 2) {
            SplitTicket split;
            split.ticket = TicketId{2};
            split.articles = {ArticleId{4}, ArticleId{7}};
            split.copy = deed == 3;
            body = split;
        }
        Command command = Command::make((*await(desk.catalog()))->agents.first().id, body);
        command.id = deedUnderTest;
        return command;
    }
    [[nodiscard]] static MergeShape after(int deed)
    {
        switch (deed) {
        case 0: return {{9, 0, 0, -1}};
        case 1: return {{2, 3, 4, -1}};
        case 2: return {{2, 5, 0, 2}};
        default: return {{2, 7, 0, 2}};
        }
    }

    QTemporaryDir m_folder;
    QString m_path;
    MergeShape m_before;
    int m_copies = 0;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    MergeFaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "merge_fault_test.moc"
