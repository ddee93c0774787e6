// SPDX-License-Identifier: GPL-3.0-or-later
// What its owner has read stays read, whatever else comes, goes and is late.
#include "replica/replica_desk.h"
#include "support/replica_fixture.h"

#include <QtTest>

namespace deskhand::test {

class ReplicaMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ReplicaFixture>();
        m_ticket = there().openTicket(QStringLiteral("Printer on fire")).ticket;
        there().customerMail(m_ticket, QStringLiteral("It is still burning"));
        QVERIFY(m_world->settle());
        QVERIFY(isUnread());
    }
    void cleanup() { m_world.reset(); }

    void aMarkOfAnotherComputerComesWithoutRows()
    {
        const int fetched = service().rowsAsked;
        there().submit(MarkRead{m_ticket, last()});
        QTRY_VERIFY(!isUnread());
        there().submit(MarkRead{m_ticket, {}});
        QTRY_VERIFY(isUnread());
        QCOMPARE(service().rowsAsked, fetched);
    }

    void anOwnMarkNeedsNoRows()
    {
        const int fetched = service().rowsAsked;
        submit(MarkRead{m_ticket, last()});
        QVERIFY(m_world->settle());
        QVERIFY(!isUnread());
        QVERIFY(!there().row(m_ticket).unread);
        QCOMPARE(service().rowsAsked, fetched);
    }

    void itStaysWhenWhatCameAfterItIsRefused()
    {
        service().cut();
        submit(MarkRead{m_ticket, last()});
        submit(important());
        connect(&there().desk(), &Desk::changed, this, [this](const QVector<Change> &changes) {
            if (changes.first().kind == ChangeKind::ReadMarkSet)
                service().submitRefusal = ErrorCode::Invalid;
        });
        service().heal();
        QTRY_COMPARE(state().attention, 1);
        QCOMPARE(rows().head.priority, there().row(m_ticket).head.priority);
        QVERIFY(m_world->settle());
        QVERIFY(!isUnread());
        QVERIFY(await(m_world->replica().sync().giveUp(m_world->replica().sync().queue().first().command.id)));
        QVERIFY(!isUnread());
    }

    void itStaysWhenWhatWaitedForItIsRefused()
    {
        service().submitsFail = true;
        submit(important());
        there().submit(MarkRead{m_ticket, last()});
        QTRY_VERIFY(!isUnread());
        QCOMPARE(rows().head.priority, there().priority(1));
        service().submitRefusal = ErrorCode::Invalid;
        service().submitsFail = false;
        QTRY_COMPARE(state().attention, 1);
        QCOMPARE(rows().head.priority, there().row(m_ticket).head.priority);
        QVERIFY(!isUnread());
    }

    void itStaysWhenOlderRowsComeLate()
    {
        service().holdRows();
        QVERIFY(there().submit(important()).version > 0);
        QTRY_COMPARE(service().heldRows(), 1); // as it was before anybody had read it
        submit(MarkRead{m_ticket, last()});
        QTRY_COMPARE(state().queued, 0);
        QVERIFY(!there().row(m_ticket).unread);
        service().releaseRows();
        QVERIFY(m_world->settle());
        QCOMPARE(rows().head.priority, there().priority(1));
        QVERIFY(!isUnread());
        m_world->close();
        m_world->open();
        QVERIFY(!isUnread());
    }

private:
    TestDesk &there() { return m_world->there(); }
    ShakyService &service() { return m_world->service(); }
    SyncState state() { return m_world->replica().sync().state(); }
    void submit(const CommandBody &body)
    {
        const auto done = await(m_world->replica().submit(Command::make(there().me(), body)));
        if (!done)
            qFatal("%s: %s", qPrintable(done.error().where), qPrintable(done.error().detail));
    }
    TicketRow rows()
    {
        const auto here = await(m_world->replica().rows({m_ticket}, there().me()));
        if (!here || here->isEmpty())
            qFatal("the ticket is not here");
        return here->first();
    }
    bool isUnread() { return rows().unread; }
    ArticleId last() { return rows().head.lastArticle; }
    ChangeTicket important()
    {
        FieldChange change;
        change.field = TicketField::Priority;
        change.value = there().priority(1).value;
        return ChangeTicket{m_ticket, there().row(m_ticket).head.version, {change}, {}};
    }

    std::unique_ptr<ReplicaFixture> m_world;
    TicketId m_ticket;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReplicaMarksTest)
#include "replica_marks_test.moc"
