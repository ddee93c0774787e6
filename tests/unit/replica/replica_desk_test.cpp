// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_desk.h"

#include "replica/replica_sender.h"
#include "support/replica_fixture.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

constexpr qint64 provisional = qint64(1) << 40;

/// What a service says no to must not be what a test says no to by itself.
template <typename T>
T must(const QFuture<Result<T>> &future)
{
    Result<T> result = await(future);
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *std::move(result);
}

} // namespace

class ReplicaDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ReplicaFixture>();
        m_ticket = there().openTicket(QStringLiteral("Printer on fire")).ticket;
        QVERIFY(m_world->settle());
        QVERIFY(waitUntil([this] { return !rows({m_ticket}).isEmpty(); }));
    }
    void cleanup() { m_world.reset(); }

    void looksAreLocal()
    {
        QVERIFY(m_world->settle());
        const int asked = m_world->service().asked;
        QCOMPARE(list().ids, QVector<TicketId>{m_ticket});
        QVERIFY(!list().partial);
        QCOMPARE(rows({m_ticket}).first().head.subject, QStringLiteral("Printer on fire"));
        QCOMPARE(thread(m_ticket).articles.size(), there().row(m_ticket).head.articleCount);
        QCOMPARE(m_world->service().asked, asked);
    }

    void whatIsDoneElsewhereComes()
    {
        QSignalSpy changed(&m_world->replica(), &Desk::changed);
        there().reply(m_ticket, QStringLiteral("Water is on its way"));
        QTRY_COMPARE(thread(m_ticket).articles.last().text, QStringLiteral("Water is on its way"));
        QTRY_VERIFY(changed.count() > 0);
    }

    void aCommandIsHereAtOnceAndSentLater()
    {
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        const qint64 version = rows({m_ticket}).first().head.version;
        const CommandAnswer answer = must(submit(priority(version, 1)));
        QVERIFY(answer.version >= provisional);
        QCOMPARE(rows({m_ticket}).first().head.priority, there().priority(1));
        QVERIFY(there().row(m_ticket).head.priority != there().priority(1));
        QCOMPARE(state().queued, 1);
        QCOMPARE(m_world->replica().sync().queue().first().state, QueuedState::Waiting);
        // A program that ends and begins again has not forgotten it.
        m_world->close();
        m_world->openWithoutWaiting();
        QCOMPARE(rows({m_ticket}).first().head.priority, there().priority(1));
        QCOMPARE(state().queued, 1);
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QCOMPARE(there().row(m_ticket).head.priority, there().priority(1));
        QCOMPARE(rows({m_ticket}).first().head.version, there().row(m_ticket).head.version);
    }

    void theAnswerIsTheServicesWhenItIsThere()
    {
        const CommandAnswer answer = must(submit(priority(rows({m_ticket}).first().head.version, 1)));
        QCOMPARE(answer.version, there().row(m_ticket).head.version);
        QCOMPARE(rows({m_ticket}).first().head.version, answer.version);
        QCOMPARE(state().queued, 0);
    }

    /// Different fields merge; the same one is a conflict with both values, which somebody decides.
    void aConflictShowsBothValues()
    {
        m_world->service().cut();
        const qint64 version = rows({m_ticket}).first().head.version;
        must(submit(priority(version, 1)));
        must(submit(subject(rows({m_ticket}).first().head.version, QStringLiteral("Mine"))));
        there().submit(subject(there().row(m_ticket).head.version, QStringLiteral("Theirs")), ben());
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QCOMPARE(there().row(m_ticket).head.priority, there().priority(1));
        QCOMPARE(there().row(m_ticket).head.subject, QStringLiteral("Theirs"));
        QCOMPARE(state().attention, 1);
        const QueuedCommand held = m_world->replica().sync().queue().first();
        QCOMPARE(held.state, QueuedState::Conflict);
        QCOMPARE(held.conflicts.size(), 1);
        QCOMPARE(held.conflicts.first().theirs, QStringLiteral("Theirs"));
        QCOMPARE(held.conflicts.first().mine, QStringLiteral("Mine"));
        QVERIFY(await(m_world->replica().sync().insist(held.command.id)));
        QVERIFY(m_world->settle());
        QCOMPARE(there().row(m_ticket).head.subject, QStringLiteral("Mine"));
        QCOMPARE(state().attention, 0);
    }

    /// What one has changed oneself, one after the other, is no conflict.
    void ownChangesBuildOnEachOther()
    {
        m_world->service().cut();
        for (int rank = 1; rank <= 3; ++rank)
            must(submit(priority(rows({m_ticket}).first().head.version, rank)));
        there().submit(subject(there().row(m_ticket).head.version, QStringLiteral("Theirs")), ben());
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QCOMPARE(there().row(m_ticket).head.priority, there().priority(3));
        QCOMPARE(there().row(m_ticket).head.subject, QStringLiteral("Theirs"));
        QCOMPARE(state().attention, 0);
    }

    void aReplyWithoutHavingSeenTheNewestIsHeld()
    {
        const ArticleId seen = thread(m_ticket).articles.last().id;
        m_world->service().cut();
        must(submit(reply(QStringLiteral("Turn it off"), seen)));
        there().clock().advance(7LL * 86'400'000);
        there().customerMail(m_ticket, QStringLiteral("It is out by now"));
        m_world->service().heal();
        QTRY_COMPARE(state().attention, 1);
        QueuedCommand held = m_world->replica().sync().queue().first();
        QCOMPARE(held.state, QueuedState::Held);
        QCOMPARE(std::get<PostArticle>(held.command.body).article.text, QStringLiteral("Turn it off"));
        QCOMPARE(thread(m_ticket).articles.last().text, QStringLiteral("It is out by now"));
        QVERIFY(await(m_world->replica().sync().insist(held.command.id)));
        QVERIFY(m_world->settle());
        QTRY_COMPARE(thread(m_ticket).articles.last().text, QStringLiteral("Turn it off"));
        QCOMPARE(state().attention, 0);
    }

    void aTicketIsOpenedOffline()
    {
        m_world->service().cut();
        OpenTicket open;
        open.subject = QStringLiteral("Found on the train");
        open.requesterAddress.address = QStringLiteral("new.customer@example.org");
        NewArticle first;
        first.text = QStringLiteral("They called");
        first.visibility = Visibility::Internal;
        open.article = first;
        const CommandAnswer opened = must(submit(open));
        QVERIFY(opened.ticket.value >= provisional);
        QVERIFY(opened.ticketNumber.startsWith(u"new-"));
        QCOMPARE(thread(opened.ticket).articles.size(), 1);
        SearchQuery query;
        query.text = QStringLiteral("train");
        query.me = me();
        const SearchHits hits = must(m_world->replica().search(query));
        QVERIFY(hits.partial);
        QCOMPARE(hits.hits.size(), 1);
        PostArticle more = reply(QStringLiteral("And again"), opened.article);
        more.ticket = opened.ticket;
        must(submit(more));
        ChangeTicket urgent = priority(rows({opened.ticket}).first().head.version, 1);
        urgent.ticket = opened.ticket;
        must(submit(urgent));
        QSignalSpy settled(&m_world->replica().sync(), &DeskSync::ticketSettled);
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QCOMPARE(settled.count(), 1);
        const auto now = settled.first().at(1).value<TicketId>();
        QVERIFY(now.isValid() && now.value < provisional);
        const TicketRow stored = there().row(now);
        QCOMPARE(stored.head.subject, QStringLiteral("Found on the train"));
        QCOMPARE(stored.head.priority, there().priority(1));
        QCOMPARE(stored.head.articleCount, 2);
        QCOMPARE(state().attention, 0);
        // By its old name, too.
        QCOMPARE(rows({opened.ticket}).first().head.number, stored.head.number);
        QCOMPARE(thread(opened.ticket).articles.size(), 2);
        QCOMPARE(list().ids.size(), 2);
    }

    void whatIsGivenUpHasNeverBeen()
    {
        m_world->service().cut();
        const TicketRow before = rows({m_ticket}).first();
        must(submit(priority(before.head.version, 1)));
        must(submit(reply(QStringLiteral("Nonsense"), {})));
        const QVector<QueuedCommand> queue = m_world->replica().sync().queue();
        QCOMPARE(queue.size(), 2);
        QVERIFY(await(m_world->replica().sync().giveUp(queue.last().command.id)));
        QCOMPARE(thread(m_ticket).articles.size(), before.head.articleCount);
        QCOMPARE(rows({m_ticket}).first().head.priority, there().priority(1));
        QVERIFY(await(m_world->replica().sync().giveUp(queue.first().command.id)));
        QCOMPARE(rows({m_ticket}).first().head, before.head);
        QCOMPARE(state().queued, 0);
        QVERIFY(!await(m_world->replica().sync().giveUp(queue.first().command.id)));
    }

    void whatIsRefusedStaysWithItsReason()
    {
        m_world->service().cut();
        must(submit(reply(QStringLiteral("I was allowed to"), {})));
        Queue queue = *there().catalog()->queue(there().row(m_ticket).head.queue);
        Person admin = *there().catalog()->agent(me());
        const PersonId other2 = there().addAgent(QStringLiteral("Another"), true);
        admin.admin = false;
        there().submit(SavePerson{admin}, other2);
        queue.members = {other2};
        there().submit(SaveQueue{queue}, other2);
        m_world->service().heal();
        QTRY_COMPARE(state().attention, 1);
        const QueuedCommand refused = m_world->replica().sync().queue().first();
        QCOMPARE(refused.state, QueuedState::Refused);
        QCOMPARE(refused.refusal->code, ErrorCode::NotFound);
        QCOMPARE(std::get<PostArticle>(refused.command.body).article.text, QStringLiteral("I was allowed to"));
    }

    /// Rights that are gone take the rows with them.
    void whatIsNotSeenAnyMoreGoes()
    {
        const PersonId other = there().addAgent(QStringLiteral("Another"), true);
        Person admin = *there().catalog()->agent(me());
        admin.admin = false;
        there().submit(SavePerson{admin}, other);
        Queue queue = *there().catalog()->queue(there().row(m_ticket).head.queue);
        queue.members = {other};
        there().submit(SaveQueue{queue}, other);
        QVERIFY(m_world->settle());
        QTRY_VERIFY(list().ids.isEmpty());
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        QVERIFY(rows({m_ticket}).isEmpty());
    }

    void aSmallerScopeRemovesRows()
    {
        m_world->replica().sync().setScope(ReplicaScope{ReplicaExtent::MyTickets, 0});
        QVERIFY(m_world->settle());
        const int asked = m_world->service().asked;
        QCOMPARE(list().ids, QVector<TicketId>{m_ticket}); // the service is asked
        QVERIFY(m_world->service().asked > asked);
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        const TicketList here = list();
        QVERIFY(here.ids.isEmpty());
        QVERIFY(here.partial);
        m_world->service().heal();
        m_world->replica().sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, 36'500});
        QVERIFY(m_world->settle());
        QTRY_COMPARE(rows({m_ticket}).size(), 1);
    }

    /// A desk that was restored is not skipped over, and what waits is shown to somebody.
    void aRestoredDeskIsNoticed()
    {
        m_world->service().cut();
        must(submit(reply(QStringLiteral("Before the fire"), {})));
        m_world->service().epochShift = QUuid::createUuid();
        m_world->service().heal();
        QTRY_COMPARE(state().attention, 1);
        QVERIFY(m_world->settle());
        const QueuedCommand kept = m_world->replica().sync().queue().first();
        QCOMPARE(kept.state, QueuedState::Refused);
        QCOMPARE(kept.refusal->payload.value(QStringLiteral("reason")).toString(), QStringLiteral("restored"));
        QCOMPARE(there().row(m_ticket).head.articleCount, thread(m_ticket).articles.size());
        QVERIFY(await(m_world->replica().sync().insist(kept.command.id)));
        QVERIFY(m_world->settle());
        QTRY_COMPARE(thread(m_ticket).articles.last().text, QStringLiteral("Before the fire"));
    }

    /// However often an answer is lost or a command arrives twice, it is done once.
    void aShakyNetworkDoublesNothing()
    {
        m_world->service().shakiness = Shakiness{20, 30, 30, 50, 5};
        constexpr int replies = 12;
        for (int i = 0; i < replies; ++i)
            must(submit(reply(QStringLiteral("Reply %1").arg(i), {})));
        QVERIFY(waitUntil(
            [this] {
                m_world->replica().sync().tryNow();
                return state().queued == 0;
            },
            60'000));
        m_world->service().shakiness = {};
        QVERIFY(m_world->settle());
        QCOMPARE(there().row(m_ticket).head.articleCount, thread(m_ticket).articles.size());
        QStringList texts;
        for (const Article &article : thread(m_ticket).articles) {
            if (article.text.startsWith(u"Reply"))
                texts.append(article.text);
        }
        QCOMPARE(texts.size(), replies);
        for (int i = 0; i < replies; ++i)
            QCOMPARE(texts[i], QStringLiteral("Reply %1").arg(i)); // in their order
    }

    void attachmentsAreFetchedAndKept()
    {
        NewArticle article;
        article.text = QStringLiteral("See the picture");
        article.attachments = {NewAttachment{QStringLiteral("a.txt"), QStringLiteral("text/plain"), "ABC", false, {}}};
        PostArticle post;
        post.ticket = m_ticket;
        post.article = article;
        there().submit(post);
        QTRY_COMPARE(thread(m_ticket).articles.last().attachments.size(), 1);
        const QByteArray sha = thread(m_ticket).articles.last().attachments.first().sha256;
        QCOMPARE(must(m_world->replica().blob(sha, me())), QByteArray("ABC"));
        m_world->service().cut();
        QTRY_COMPARE(await(m_world->replica().blob(sha, me())).value_or(QByteArray()), QByteArray("ABC"));
    }

    void whatNeedsTheServiceSaysSo()
    {
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        SaveDeskSettings save;
        save.deskName = QStringLiteral("Other");
        const Result<CommandAnswer> answer = await(m_world->replica().submit(Command::make(me(), save)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Offline);
    }

    /// A report of what is here is not one of the desk.
    void aReportOfWhatIsHereIsAPart()
    {
        ReportQuery query;
        query.report.period.span = ReportSpan::LastDays;
        query.me = me();
        query.now = there().clock().now();
        const Result<ReportAnswer> whole = await(m_world->replica().report(query));
        QVERIFY(whole);
        QVERIFY(!whole->partial);
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        const Result<ReportAnswer> part = await(m_world->replica().report(query));
        QVERIFY(part);
        QVERIFY(part->partial);
    }

    /// What was tried for days, and may have been done, is nobody's affair because the service fails at it once.
    void aDefectAfterManyAttemptsIsNoRefusal()
    {
        ShakyService &service = m_world->service();
        m_world->close();
        m_world->openWithoutWaiting(0);
        QVERIFY(m_world->settle());
        service.submitsUnheard = true;
        PostArticle post;
        post.ticket = m_ticket;
        post.article.text = QStringLiteral("once");
        QVERIFY(await(m_world->desk().submit(Command::make(me(), post))));
        DeskSync &sync = m_world->replica().sync();
        const int before = service.submitted;
        QVERIFY(waitUntil([&] {
            sync.tryNow();
            return service.submitted > before + 2 * ReplicaSender::mostAttempts;
        }));
        service.submitRefusal = ErrorCode::Internal;
        const int tried = service.submitted;
        QVERIFY(waitUntil([&] {
            sync.tryNow();
            return service.submitted > tried + 2;
        }));
        QCOMPARE(state().attention, 0);
        QCOMPARE(state().queued, 1);
        service.submitRefusal.reset();
        service.submitsUnheard = false;
        QVERIFY(m_world->settle());
        const ThreadPage thread = there().expect(there().desk().thread(ThreadQuery{m_ticket, {}, 100, me()}));
        QCOMPARE(std::count_if(thread.articles.cbegin(), thread.articles.cend(),
                               [](const Article &article) { return article.text == u"once"; }),
                 1);
    }

    /// A defect that stays is somebody's affair.
    void aDefectThatStaysNeedsAttention()
    {
        m_world->close();
        m_world->openWithoutWaiting(0);
        QVERIFY(m_world->settle());
        m_world->service().submitRefusal = ErrorCode::Internal;
        PostArticle post;
        post.ticket = m_ticket;
        post.article.text = QStringLiteral("never");
        QVERIFY(await(m_world->desk().submit(Command::make(me(), post))));
        QVERIFY(waitUntil([this] {
            m_world->replica().sync().tryNow();
            return state().attention == 1;
        }));
        QCOMPARE(m_world->replica().sync().queue().first().state, QueuedState::Refused);
        m_world->service().submitRefusal.reset();
    }

    /// What somebody has looked at is read, also before the service knows of it.
    void aTicketOpenedHereCanBeRead()
    {
        m_world->service().cut();
        QTRY_COMPARE(state().phase, SyncPhase::Offline);
        OpenTicket open;
        open.subject = QStringLiteral("She called");
        open.requesterAddress.address = QStringLiteral("rita@customer.example");
        open.article = NewArticle();
        open.article->senderRole = SenderRole::Customer;
        open.article->channel = Channel::Phone;
        open.article->text = QStringLiteral("Her chair is broken.");
        const auto opened = await(m_world->desk().submit(Command::make(me(), open)));
        QVERIFY(opened);
        QVERIFY(rows({opened->ticket}).first().unread);
        QVERIFY(await(m_world->desk().submit(Command::make(me(), MarkRead{opened->ticket, opened->article}))));
        QVERIFY(!rows({opened->ticket}).first().unread);
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QVERIFY(!rows({opened->ticket}).first().unread);
    }

    void theSignedOutAreTold()
    {
        m_world->service().refusal = ErrorCode::Unauthenticated;
        m_world->replica().sync().tryNow();
        QTRY_COMPARE(state().phase, SyncPhase::SignedOut);
        QVERIFY(!rows({m_ticket}).isEmpty());
    }

    void wipingLeavesNothing()
    {
        const QString path = m_world->path();
        m_world->close();
        QVERIFY(QFile::exists(path));
        QVERIFY(ReplicaDesk::wipe(path));
        for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QVERIFY(!QFile::exists(path + suffix));
        m_world->open();
        QCOMPARE(rows({m_ticket}).size(), 1);
    }

    void aDeskIsNoReplica()
    {
        const QString path = there().path();
        const auto opened = ReplicaDesk::open(path, me(), m_world->service(), m_world->service());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Conflict);
    }

private:
    TestDesk &there() { return m_world->there(); }
    PersonId me() { return m_world->there().me(); }
    PersonId ben()
    {
        for (const Person &agent : there().catalog()->agents) {
            if (agent.name == u"Ben")
                return agent.id;
        }
        return there().addAgent(QStringLiteral("Ben"));
    }
    SyncState state() { return m_world->replica().sync().state(); }
    QFuture<Result<CommandAnswer>> submit(const CommandBody &body)
    {
        return m_world->replica().submit(Command::make(me(), body));
    }
    TicketList list()
    {
        TicketQuery query;
        query.condition = Condition::is(ConditionField::StateType, {1, 2, 3, 4});
        query.me = me();
        query.now = there().clock().now();
        return must(m_world->replica().tickets(query));
    }
    QVector<TicketRow> rows(const QVector<TicketId> &ids) { return must(m_world->replica().rows(ids, me())); }
    ThreadPage thread(TicketId id)
    {
        ThreadQuery query;
        query.ticket = id;
        query.me = me();
        query.limit = 100;
        return must(m_world->replica().thread(query));
    }
    ChangeTicket priority(qint64 version, int rank)
    {
        FieldChange change;
        change.field = TicketField::Priority;
        change.value = there().priority(rank).value;
        return ChangeTicket{m_ticket, version, {change}, {}};
    }
    ChangeTicket subject(qint64 version, const QString &text)
    {
        FieldChange change;
        change.value = text;
        return ChangeTicket{m_ticket, version, {change}, {}};
    }
    PostArticle reply(const QString &text, ArticleId lastSeen)
    {
        PostArticle post;
        post.ticket = m_ticket;
        post.article.text = text;
        post.lastSeen = lastSeen;
        return post;
    }

    std::unique_ptr<ReplicaFixture> m_world;
    TicketId m_ticket;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReplicaDeskTest)
#include "replica_desk_test.moc"
