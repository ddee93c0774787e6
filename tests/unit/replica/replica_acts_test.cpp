// SPDX-License-Identifier: GPL-3.0-or-later
// Acts about several tickets, about none, and about mail, without the service.
#include "replica/replica_desk.h"

#include "operations/ticket_count.h"
#include "support/plain_codec.h"
#include "support/replica_fixture.h"

#include <QSignalSpy>
#include <QtTest>

namespace deskhand::test {
namespace {

constexpr qint64 provisional = qint64(1) << 40;

template <typename T>
T done(const QFuture<Result<T>> &future)
{
    Result<T> result = await(future);
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *std::move(result);
}

QStringList textsOf(const QVector<Article> &articles)
{
    QStringList texts;
    for (const Article &article : articles)
        texts.append(article.text);
    return texts;
}

SavedView viewNamed(const QString &name)
{
    SavedView view;
    view.name = name;
    view.columns = {ListColumn::Number, ListColumn::Subject};
    return view;
}

} // namespace

class ReplicaActsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ReplicaFixture>();
        m_ben = there().addAgent(QStringLiteral("Ben"));
        m_one = openThere(QStringLiteral("Printer"));
        m_two = openThere(QStringLiteral("Printer again"));
        QVERIFY(m_world->settle());
    }
    void cleanup()
    {
        const QString broken = m_world->brokenRule();
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
        m_world.reset();
    }

    void ticketsAreMergedOffline()
    {
        cut();
        done(submit(merging()));
        done(submit(reply(m_two, QStringLiteral("Both at once"))));
        const QStringList shown = texts(m_two);
        QCOMPARE(shown.size(), 5);
        QVERIFY(texts(m_one).isEmpty());
        QCOMPARE(rows(m_one).head.mergedInto, m_two);
        QCOMPARE(state().queued, 2);
        QVERIFY(!there().row(m_one).head.mergedInto.isValid());
        reopen();
        QCOMPARE(texts(m_two), shown);
        heal();
        QCOMPARE(there().row(m_one).head.mergedInto, m_two);
        QCOMPARE(texts(m_two), shown);
        QCOMPARE(rows(m_two).head, there().row(m_two).head);
        QCOMPARE(rows(m_one).head, there().row(m_one).head);
        QCOMPARE(state().attention, 0);
    }

    void workIsLoggedOffline()
    {
        const WorkEntryId before{done(submit(LogWork{m_one, 5, 0, {}, {}})).id};
        QVERIFY(m_world->settle());
        cut();
        const WorkEntryId kept{
            done(submit(LogWork{m_one, 30, 0, QStringLiteral("Travel"), QStringLiteral("by train")})).id};
        const WorkEntryId wrong{done(submit(LogWork{m_one, 600, 0, {}, {}})).id};
        QVERIFY(kept.value >= provisional && wrong.value >= provisional && kept != wrong);
        QCOMPARE(minutesOf(work(m_one)), 635);
        done(submit(RemoveWork{m_one, wrong}));
        done(submit(RemoveWork{m_one, before}));
        QCOMPARE(minutesOf(work(m_one)), 30);
        QCOMPARE(minutesOf(workThere(m_one)), 5);
        reopen();
        QCOMPARE(minutesOf(work(m_one)), 30);
        heal();
        QCOMPARE(state().attention, 0);
        QCOMPARE(minutesOf(workThere(m_one)), 30);
        QCOMPARE(work(m_one), workThere(m_one));
        QCOMPARE(work(m_one).first().activity, QStringLiteral("Travel"));
        QVERIFY(work(m_one).first().id.value < provisional);
        // By the name that it had here.
        done(submit(RemoveWork{m_one, kept}));
        QVERIFY(m_world->settle());
        QVERIFY(workThere(m_one).isEmpty());
    }

    void workOfAMergedTicketIsRemovedOffline()
    {
        const WorkEntryId own{done(submit(LogWork{m_one, 5, 0, {}, {}})).id};
        done(submit(merging()));
        QVERIFY(m_world->settle());
        QCOMPARE(minutesOf(work(m_two)), 5);
        cut();
        done(submit(RemoveWork{m_two, own}));
        QVERIFY(work(m_two).isEmpty());
        QCOMPARE(minutesOf(workThere(m_two)), 5);
        heal();
        QCOMPARE(state().attention, 0);
        QVERIFY(workThere(m_two).isEmpty());
        QVERIFY(work(m_two).isEmpty());
        done(submit(UnmergeTicket{m_one, {}, {}}));
        QVERIFY(work(m_one).isEmpty());
        QVERIFY(m_world->settle());
        QVERIFY(workThere(m_one).isEmpty());
    }

    /// What others do meanwhile to either of them is neither lost nor passed over: the merge waits for somebody.
    void aMergeThatNobodySawIsRefused_data()
    {
        QTest::addColumn<bool>("target");
        QTest::newRow("the source has changed") << false;
        QTest::newRow("the target has changed") << true;
    }
    void aMergeThatNobodySawIsRefused()
    {
        QFETCH(bool, target);
        cut();
        done(submit(merging()));
        const TicketId changed = target ? m_two : m_one;
        there().customerMail(changed, QStringLiteral("Wait!"));
        heal();
        QCOMPARE(state().attention, 1);
        const QueuedCommand refused = queue().first();
        QCOMPARE(refused.state, QueuedState::Refused);
        QCOMPARE(refused.refusal->code, ErrorCode::Conflict);
        QCOMPARE(refused.ticket, m_two);
        QVERIFY(!rows(m_one).head.mergedInto.isValid());
        QCOMPARE(rows(m_one).head, there().row(m_one).head);
        QCOMPARE(rows(m_two).head, there().row(m_two).head);
        QCOMPARE(texts(changed).last(), QStringLiteral("Wait!"));
        QVERIFY(await(sync().insist(refused.command.id)));
        QVERIFY(m_world->settle());
        QCOMPARE(there().row(m_one).head.mergedInto, m_two);
        QCOMPARE(texts(m_two).size(), 5);
        QCOMPARE(state().attention, 0);
    }

    /// While it waits, rows of either ticket come and are shown under it.
    void whatComesMeanwhileIsShownMerged()
    {
        cut();
        done(submit(merging()));
        m_world->service().heal();
        m_world->service().submitsFail = true;
        there().customerMail(m_one, QStringLiteral("Into the source"));
        QTRY_VERIFY(texts(m_two).contains(QStringLiteral("Into the source")));
        there().customerMail(m_two, QStringLiteral("Into the target"));
        QTRY_VERIFY(texts(m_two).contains(QStringLiteral("Into the target")));
        QCOMPARE(texts(m_two).size(), 6);
        QVERIFY(texts(m_one).isEmpty());
        m_world->service().submitsFail = false;
        heal();
        QCOMPARE(queue().first().state, QueuedState::Refused);
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QCOMPARE(texts(m_one).size(), 3);
        QCOMPARE(texts(m_two).size(), 3);
    }

    void whatWasDoneToThemBeforeWasSeen()
    {
        cut();
        done(submit(reply(m_one, QStringLiteral("First this"))));
        done(submit(subject(m_two, QStringLiteral("Printers"))));
        done(submit(merging()));
        heal();
        QCOMPARE(state().attention, 0);
        QCOMPARE(there().row(m_one).head.mergedInto, m_two);
        QCOMPARE(there().row(m_two).head.subject, QStringLiteral("Printers"));
        QCOMPARE(texts(m_two).size(), 5);
    }

    void aMergeIsGivenUp()
    {
        const TicketRow one = rows(m_one);
        const TicketRow two = rows(m_two);
        cut();
        done(submit(merging()));
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QCOMPARE(rows(m_one).head, one.head);
        QCOMPARE(rows(m_two).head, two.head);
        QCOMPARE(texts(m_one).size(), 2);
        QCOMPARE(state().queued, 0);
    }

    void aMergeIsTakenBackOffline()
    {
        there().submit(mergingThere());
        QVERIFY(m_world->settle());
        QTRY_COMPARE(texts(m_two).size(), 4);
        cut();
        done(submit(UnmergeTicket{m_one, {}, {}}));
        QCOMPARE(texts(m_one).size(), 2);
        QCOMPARE(texts(m_two).size(), 2);
        done(submit(reply(m_one, QStringLiteral("On its own again"))));
        reopen();
        QCOMPARE(texts(m_one).size(), 3);
        heal();
        QCOMPARE(state().attention, 0);
        QVERIFY(!there().row(m_one).head.mergedInto.isValid());
        QCOMPARE(texts(m_one).last(), QStringLiteral("On its own again"));
        QCOMPARE(texts(m_two).size(), 2);
        QCOMPARE(rows(m_one).head, there().row(m_one).head);
    }

    void takingAMergeBackIsGivenUp()
    {
        there().submit(mergingThere());
        QVERIFY(m_world->settle());
        QTRY_COMPARE(texts(m_two).size(), 4);
        cut();
        done(submit(UnmergeTicket{m_one, {}, {}}));
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QCOMPARE(texts(m_two).size(), 4);
        QVERIFY(texts(m_one).isEmpty());
        QCOMPARE(rows(m_two).head, there().row(m_two).head);
    }

    /// Both in one day without the service; the second builds on what only this computer has done.
    void aPendingMergeIsTakenBack()
    {
        cut();
        done(submit(merging()));
        done(submit(UnmergeTicket{m_one, {}, {}}));
        QCOMPARE(texts(m_one).size(), 2);
        heal();
        QCOMPARE(state().attention, 0);
        QVERIFY(!there().row(m_one).head.mergedInto.isValid());
        QCOMPARE(there().row(m_one).head.version, rows(m_one).head.version);
        QCOMPARE(texts(m_one).size(), 2);
        QCOMPARE(texts(m_two).size(), 2);
    }

    void messagesAreSplitOffOffline_data()
    {
        QTest::addColumn<bool>("copy");
        QTest::newRow("moved") << false;
        QTest::newRow("copied") << true;
    }
    void messagesAreSplitOffOffline()
    {
        QFETCH(bool, copy);
        cut();
        const CommandAnswer split = done(submit(splitting(copy)));
        QVERIFY(split.ticket.value >= provisional);
        QVERIFY(split.ticketNumber.startsWith(u"new-"));
        QCOMPARE(texts(split.ticket).size(), 1);
        QCOMPARE(texts(m_one).size(), copy ? 2 : 1);
        done(submit(reply(split.ticket, QStringLiteral("About this one"))));
        const ArticleId last = thread(split.ticket).last().id;
        done(submit(MarkRead{split.ticket, last}));
        reopen();
        QCOMPARE(texts(split.ticket).size(), 2);
        QSignalSpy settled(&sync(), &DeskSync::ticketSettled);
        heal();
        QCOMPARE(settled.count(), 1);
        const auto now = settled.first().at(1).value<TicketId>();
        QCOMPARE(there().row(now).head.subject, QStringLiteral("Another matter"));
        QCOMPARE(texts(now).size(), 2);
        QCOMPARE(texts(m_one).size(), copy ? 2 : 1);
        QCOMPARE(rows(now).head, there().row(now).head);
        QVERIFY(!rows(now).unread);
        QCOMPARE(state().attention, 0);
    }

    void aSplitIsGivenUp()
    {
        cut();
        const CommandAnswer split = done(submit(splitting(false)));
        done(submit(reply(split.ticket, QStringLiteral("Builds on it"))));
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QCOMPARE(texts(m_one).size(), 2);
        QCOMPARE(state().queued, 0);
        heal();
        QCOMPARE(texts(m_one).size(), 2);
        QCOMPARE(there().row(m_one).head, rows(m_one).head);
    }

    /// Somebody has split off the same message: what was wanted of the new ticket waits with it.
    void aSplitThatCannotBeWaits()
    {
        cut();
        const CommandAnswer split = done(submit(splitting(false)));
        done(submit(reply(split.ticket, QStringLiteral("Builds on it"))));
        SplitTicket theirs = splitting(false);
        theirs.version = 0;
        there().submit(theirs, m_ben);
        heal(2);
        QTRY_COMPARE(state().attention, 1);
        QCOMPARE(queue().size(), 2);
        QCOMPARE(queue().first().state, QueuedState::Refused);
        QCOMPARE(texts(m_one), textsOf(done(there().desk().thread(query(m_one))).articles));
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QVERIFY(m_world->settle());
        QVERIFY(queue().isEmpty());
    }

    void viewsAreKeptOffline()
    {
        SavedView old = viewNamed(QStringLiteral("Old"));
        old.id = SavedViewId{done(submit(SaveView{old})).id};
        const SavedViewId other{done(submit(SaveView{viewNamed(QStringLiteral("Other"))})).id};
        QVERIFY(m_world->settle());
        cut();
        SavedView mine = viewNamed(QStringLiteral("Mine"));
        mine.id = SavedViewId{done(submit(SaveView{mine})).id};
        QVERIFY(mine.id.value >= provisional);
        mine.name = QStringLiteral("Mine, renamed");
        done(submit(SaveView{mine}));
        old.name = QStringLiteral("Old, renamed");
        done(submit(SaveView{old}));
        done(submit(DeleteView{other}));
        const QStringList names{QStringLiteral("Old, renamed"), QStringLiteral("Mine, renamed")};
        QCOMPARE(viewNames(m_world->replica()), names);
        reopen();
        QCOMPARE(viewNames(m_world->replica()), names);
        heal();
        QCOMPARE(viewNames(there().desk()), names);
        QCOMPARE(viewNames(m_world->replica()), names);
        QCOMPARE(done(m_world->replica().views(me())), done(there().desk().views(me())));
        QCOMPARE(state().attention, 0);
        // By the name of then it is still that one.
        mine.name = QStringLiteral("Mine at last");
        done(submit(SaveView{mine}));
        QVERIFY(m_world->settle());
        QCOMPARE(viewNames(there().desk()), QStringList({names.first(), QStringLiteral("Mine at last")}));
    }

    void aViewIsGivenUp()
    {
        SavedView old = viewNamed(QStringLiteral("Old"));
        old.id = SavedViewId{done(submit(SaveView{old})).id};
        QVERIFY(m_world->settle());
        cut();
        done(submit(SaveView{viewNamed(QStringLiteral("Mine"))}));
        old.name = QStringLiteral("Renamed");
        done(submit(SaveView{old}));
        QVERIFY(await(sync().giveUp(queue().last().command.id)));
        QCOMPARE(viewNames(m_world->replica()), QStringList({QStringLiteral("Old"), QStringLiteral("Mine")}));
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QCOMPARE(viewNames(m_world->replica()), QStringList{QStringLiteral("Old")});
        heal();
        QCOMPARE(viewNames(there().desk()), QStringList{QStringLiteral("Old")});
    }

    void heldMailIsAnsweredOffline_data()
    {
        QTest::addColumn<int>("decision");
        QTest::newRow("joined") << int(HeldDecision::Join);
        QTest::newRow("a ticket of its own") << int(HeldDecision::OpenTicket);
        QTest::newRow("discarded") << int(HeldDecision::Discard);
    }
    void heldMailIsAnsweredOffline()
    {
        QFETCH(int, decision);
        const HeldMailId mail = strangersMail();
        cut();
        done(submit(DecideHeldMail{mail, HeldDecision(decision), {}, false}));
        QVERIFY(held().isEmpty());
        QCOMPARE(state().queued, 1);
        QCOMPARE(texts(m_one).size(), 2); // the mail is not on this computer
        reopen();
        QVERIFY(held().isEmpty());
        heal();
        QVERIFY(held().isEmpty());
        QVERIFY(done(there().desk().heldMails(me(), m_one)).isEmpty());
        QCOMPARE(texts(m_one).size(), HeldDecision(decision) == HeldDecision::Join ? 3 : 2);
        QCOMPARE(state().attention, 0);
    }

    void somebodyElseHasAnsweredAHeldMail()
    {
        const HeldMailId mail = strangersMail();
        cut();
        done(submit(DecideHeldMail{mail, HeldDecision::Join, {}, false}));
        there().submit(DecideHeldMail{mail, HeldDecision::Discard, {}, false}, m_ben);
        heal();
        QCOMPARE(state().attention, 1);
        QCOMPARE(queue().first().refusal->payload.value(QStringLiteral("reason")).toString(),
                 QStringLiteral("decided"));
        QCOMPARE(texts(m_one).size(), 2);
        QVERIFY(held().isEmpty());
    }

    void aDecisionIsGivenUp()
    {
        const HeldMailId mail = strangersMail();
        cut();
        done(submit(DecideHeldMail{mail, HeldDecision::Discard, {}, false}));
        QVERIFY(await(sync().giveUp(queue().first().command.id)));
        QCOMPARE(held().size(), 1);
    }

    void settingsOfTheDeskNeedTheService()
    {
        cut();
        const Queue queue{{}, {}, QStringLiteral("Network"), {}, 2, true, {}};
        QCOMPARE(await(submit(SaveQueue{queue})).error().code, ErrorCode::Offline);
        // As what is about a ticket that is not here.
        QCOMPARE(await(submit(MergeTickets{m_one, 0, {MergeSource{TicketId{4711}, 0}}, true, {}})).error().code,
                 ErrorCode::Offline);
    }

    /// A count that is a part of the truth says so, and is the whole again when the service is there.
    void aCountSaysThatItIsAPart()
    {
        sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, 0});
        QVERIFY(m_world->settle());
        const Condition all = Condition::all({});
        const Condition open = Condition::is(ConditionField::StateType, {1, 2, 3, 4});
        const auto count = [&] { return done(m_world->replica().counts({all, open}, me(), there().clock().now())); };
        QCOMPARE(count(), QVector<qint64>({2, 2}));
        cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        QCOMPARE(count(), QVector<qint64>({atLeast(2), 2}));
        QSignalSpy changed(&m_world->replica(), &Desk::changed);
        heal();
        QCOMPARE(count(), QVector<qint64>({2, 2}));
        const auto tellsOfAll = [&changed] {
            for (const QList<QVariant> &one : changed) {
                for (const Change &change : one.first().value<QVector<Change>>()) {
                    if (change.kind == ChangeKind::BulkLoaded)
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(tellsOfAll());
    }

private:
    TestDesk &there() { return m_world->there(); }
    DeskSync &sync() { return m_world->replica().sync(); }
    PersonId me() { return there().me(); }
    SyncState state() { return sync().state(); }
    QVector<QueuedCommand> queue() { return sync().queue(); }
    void cut()
    {
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
    }
    /// Until nothing waits but what has to.
    void heal(int left = 0)
    {
        m_world->service().heal();
        if (left == 0)
            QVERIFY(m_world->settle());
    }
    void reopen()
    {
        m_world->close();
        m_world->openWithoutWaiting();
    }
    TicketId openThere(const QString &subject)
    {
        const TicketId ticket = there().openTicket(subject).ticket;
        there().clock().advance(60'000); // it has a message already
        there().customerMail(ticket, QStringLiteral("More about ") + subject);
        there().clock().advance(60'000);
        return ticket;
    }
    QFuture<Result<CommandAnswer>> submit(const CommandBody &body)
    {
        return m_world->replica().submit(Command::make(me(), body));
    }
    MergeTickets merging()
    {
        return MergeTickets{m_two, rows(m_two).head.version, {MergeSource{m_one, rows(m_one).head.version}}, true, {}};
    }
    MergeTickets mergingThere() { return MergeTickets{m_two, 0, {MergeSource{m_one, 0}}, true, {}}; }
    SplitTicket splitting(bool copy)
    {
        SplitTicket split;
        split.ticket = m_one;
        split.version = rows(m_one).head.version;
        split.articles = {thread(m_one).last().id};
        split.copy = copy;
        split.opened.subject = QStringLiteral("Another matter");
        return split;
    }
    static PostArticle reply(TicketId ticket, const QString &text)
    {
        PostArticle post;
        post.ticket = ticket;
        post.article.text = text;
        return post;
    }
    ChangeTicket subject(TicketId ticket, const QString &text)
    {
        return ChangeTicket{ticket, rows(ticket).head.version, {FieldChange{TicketField::Subject, text, {}, {}}}, {}};
    }
    /// A stranger claims the first ticket.
    HeldMailId strangersMail()
    {
        Mailbox mailbox;
        mailbox.name = QStringLiteral("Support");
        mailbox.address = QStringLiteral("support@desk.example");
        mailbox.incoming.host = QStringLiteral("imap.desk.example");
        mailbox.incoming.user = QStringLiteral("support");
        mailbox.outgoing = mailbox.incoming;
        mailbox.id = MailboxId{there().submit(SaveMailbox{mailbox, {}}).id};
        const QByteArray raw = QStringLiteral("From: eve@evil.example\nTo: support@desk.example\n"
                                              "Subject: Re: Printer [#%1]\nMessage-ID: eve@evil.example\n\nBelieve me")
                                   .arg(there().row(m_one).head.number)
                                   .toUtf8();
        Command accept = Command::make({}, plainCodec()->read(raw, QStringLiteral("support"), &mailbox));
        accept.actorKind = ActorKind::System;
        done(there().desk().submit(accept));
        if (!waitUntil([this] { return held().size() == 1; }) || !m_world->settle())
            qFatal("no held mail");
        return held().first().id;
    }
    QVector<HeldMail> held() { return done(m_world->replica().heldMails(me(), m_one)); }
    TicketRow rows(TicketId id) { return done(m_world->replica().rows({id}, me())).value(0); }
    ThreadQuery query(TicketId id)
    {
        ThreadQuery query;
        query.ticket = id;
        query.me = me();
        query.limit = 100;
        return query;
    }
    QVector<Article> thread(TicketId id) { return done(m_world->replica().thread(query(id))).articles; }
    QVector<WorkEntry> work(TicketId id) { return done(m_world->replica().ticket(id, me())).work; }
    QVector<WorkEntry> workThere(TicketId id) { return done(there().desk().ticket(id, me())).work; }
    QStringList texts(TicketId id) { return textsOf(thread(id)); }
    QStringList viewNames(Desk &desk)
    {
        QStringList names;
        for (const SavedView &view : done(desk.views(me())))
            names.append(view.name);
        return names;
    }

    std::unique_ptr<ReplicaFixture> m_world;
    PersonId m_ben;
    TicketId m_one;
    TicketId m_two;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReplicaActsTest)
#include "replica_acts_test.moc"
