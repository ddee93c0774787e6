// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_presenter.h"

#include "support/sample_catalog.h"
#include "support/thread_desk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

const PersonId me{1};

struct World {
    ManualClock clock{1'760'000'000'000};
    ThreadDesk desk{sampleCatalog(), clock};
    CatalogHolder catalog{desk, me, clock};
    Person sarah = desk.addPerson(QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org"));
    TicketId ticket = desk.addTicket(QStringLiteral("Monitor went dark"), sarah.id);
    TicketPresenter presenter{desk, catalog};

    void open()
    {
        QSignalSpy opened(&presenter, &TicketPresenter::opened);
        presenter.open(ticket);
        QTRY_COMPARE(opened.size(), 1);
    }
    [[nodiscard]] int changesSent() const
    {
        return int(std::count_if(desk.commands.cbegin(), desk.commands.cend(), [](const Command &command) {
            return std::holds_alternative<ChangeTicket>(command.body);
        }));
    }
};

FieldChange fieldChange(TicketField field, qint64 value)
{
    FieldChange change;
    change.field = field;
    change.value = value;
    return change;
}

} // namespace

class TicketPresenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAChangeBeforeTheDeskHasAnswered()
    {
        World world;
        world.open();
        world.desk.hold();
        world.presenter.setPriority(PriorityId{1});
        QCOMPARE(world.presenter.head().priority, PriorityId{1});
        QCOMPARE(world.desk.head(world.ticket).priority, PriorityId{2});
        world.desk.release();
        QTRY_COMPARE(world.desk.head(world.ticket).priority, PriorityId{1});
        QTRY_COMPARE(world.presenter.detail().row.head.priority, PriorityId{1});
        QVERIFY(world.presenter.conflicts().isEmpty());
    }

    void ownChangesInARowNeverConflict()
    {
        World world;
        world.open();
        world.desk.hold();
        world.presenter.setPriority(PriorityId{1});
        world.presenter.setPriority(PriorityId{3});
        world.presenter.setState(StateId{3});
        QCOMPARE(world.presenter.head().priority, PriorityId{3});
        world.desk.release();
        QTRY_COMPARE(world.changesSent(), 3);
        QTRY_COMPARE(world.desk.head(world.ticket).state, StateId{3});
        QCOMPARE(world.desk.head(world.ticket).priority, PriorityId{3});
        QVERIFY(world.presenter.conflicts().isEmpty());
    }

    void aColleaguesOtherFieldMerges()
    {
        World world;
        world.open();
        world.desk.hold();
        world.presenter.setPriority(PriorityId{1});
        world.desk.changeByColleague(world.ticket, fieldChange(TicketField::Queue, 2));
        world.desk.release();
        QTRY_COMPARE(world.presenter.detail().row.head.queue, QueueId{2});
        QTRY_COMPARE(world.presenter.detail().row.head.priority, PriorityId{1});
        QVERIFY(world.presenter.conflicts().isEmpty());
    }

    void theSameFieldIsAConflictWithBothValues()
    {
        World world;
        world.open();
        world.desk.hold();
        world.presenter.setPriority(PriorityId{1});
        world.desk.changeByColleague(world.ticket, fieldChange(TicketField::Priority, 4));
        world.desk.release();
        QTRY_COMPARE(world.presenter.conflicts().size(), 1);
        const FieldConflict conflict = world.presenter.conflicts().first();
        QCOMPARE(conflict.theirsText, QStringLiteral("Low"));
        QCOMPARE(conflict.mineText, QStringLiteral("Critical"));
        QTRY_COMPARE(world.presenter.head().priority, PriorityId{4});
        world.presenter.takeMine(0);
        QTRY_COMPARE(world.desk.head(world.ticket).priority, PriorityId{1});
        QVERIFY(world.presenter.conflicts().isEmpty());
    }

    void theirsCanBeKept()
    {
        World world;
        world.open();
        world.desk.hold();
        world.presenter.setPriority(PriorityId{1});
        world.desk.changeByColleague(world.ticket, fieldChange(TicketField::Priority, 4));
        world.desk.release();
        QTRY_COMPARE(world.presenter.conflicts().size(), 1);
        world.presenter.keepTheirs(0);
        QVERIFY(world.presenter.conflicts().isEmpty());
        QCOMPARE(world.desk.head(world.ticket).priority, PriorityId{4});
        QCOMPARE(world.changesSent(), 1);
    }

    void aRefusedChangeIsTakenBack()
    {
        World world;
        world.open();
        QSignalSpy failed(&world.presenter, &TicketPresenter::failed);
        world.desk.refuse(Error{ErrorCode::Denied, {}, {}, {}});
        world.presenter.setPriority(PriorityId{1});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(world.presenter.head().priority, PriorityId{2});
    }

    void settingWhatIsSetSendsNothing()
    {
        World world;
        world.open();
        world.presenter.setPriority(world.presenter.head().priority);
        world.presenter.setSubject(QStringLiteral("  Monitor went   dark "));
        world.presenter.setSubject(QStringLiteral("   "));
        world.presenter.changeTags({}, {});
        QCOMPARE(world.changesSent(), 0);
    }

    void tagsAreFolded()
    {
        World world;
        world.open();
        world.presenter.changeTags({QStringLiteral("On Site"), QStringLiteral("VPN")}, {});
        QTRY_COMPARE(world.desk.head(world.ticket).tags,
                     (QStringList{QStringLiteral("on-site"), QStringLiteral("vpn")}));
    }

    void changesGoOutWhenTheTicketIsLeft()
    {
        World world;
        world.open();
        world.desk.hold();
        world.presenter.setPriority(PriorityId{1});
        world.presenter.setState(StateId{3});
        world.presenter.open({});
        world.desk.release();
        QTRY_COMPARE(world.desk.head(world.ticket).state, StateId{3});
        QCOMPARE(world.desk.head(world.ticket).priority, PriorityId{1});
        QVERIFY(!world.presenter.isLoaded());
    }

    void marksReadOnlyForward()
    {
        World world;
        world.desk.fill(world.ticket, 3, [](int) { return QStringLiteral("x"); });
        world.open();
        world.presenter.markRead(ArticleId{2});
        QTRY_COMPARE(world.desk.readUpTo(world.ticket), ArticleId{2});
        world.presenter.markRead(ArticleId{1});
        world.presenter.markRead(ArticleId{2});
        QCOMPARE(world.desk.commands.size(), 1);
        world.presenter.markUnread();
        QTRY_COMPARE(world.desk.readUpTo(world.ticket), ArticleId{});
        world.presenter.markRead(ArticleId{3}); // still open: it stays unread
        QCOMPARE(world.desk.commands.size(), 2);
    }

    void followsWhatOthersDo()
    {
        World world;
        world.open();
        QSignalSpy changed(&world.presenter, &TicketPresenter::changed);
        world.desk.changeByColleague(world.ticket, fieldChange(TicketField::Owner, 2));
        QTRY_COMPARE(world.presenter.head().owner, PersonId{2});
        QVERIFY(!changed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TicketPresenterTest)
#include "ticket_presenter_test.moc"
