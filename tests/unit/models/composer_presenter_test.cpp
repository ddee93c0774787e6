// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/composer_presenter.h"

#include "models/document_html.h"
#include "support/memory_drafts.h"
#include "support/sample_catalog.h"
#include "support/thread_desk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

const PersonId me{1};

ComposerBody bodyOf(const QString &text)
{
    return ComposerBody{textToHtml(text), text, {}};
}

struct World {
    ManualClock clock{1'760'000'000'000};
    ThreadDesk desk{sampleCatalog(), clock};
    CatalogHolder catalog{desk, me, clock};
    Person sarah = desk.addPerson(QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org"));
    TicketId ticket = desk.addTicket(QStringLiteral("Monitor went dark"), sarah.id);
    MemoryDrafts store;
    DraftKeeper drafts{store};
    ComposerPresenter composer{desk, catalog, drafts};

    World()
    {
        desk.fill(ticket, 1, [](int) { return QStringLiteral("My screen is dark.\nHelp!"); });
        catalog.refresh();
        QTest::qWait(0);
        open(ticket);
    }
    void open(TicketId id)
    {
        composer.openTicket(id);
        TicketDetail detail;
        detail.row.head = desk.head(id);
        detail.requester = sarah;
        composer.setContext(detail, desk.articles(id));
        composer.setSeen(desk.head(id).lastArticle, 0);
    }
    [[nodiscard]] QVector<PostArticle> posts() const
    {
        QVector<PostArticle> found;
        for (const Command &command : desk.commands) {
            if (const auto *post = std::get_if<PostArticle>(&command.body))
                found.append(*post);
        }
        return found;
    }
};

} // namespace

class ComposerPresenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theButtonNamesWhoReceivesIt()
    {
        World world;
        QCOMPARE(world.composer.sendText(), QStringLiteral("Send to Sarah Lind"));
        world.composer.setRecipients({{{}, QStringLiteral("a@x.org")}},
                                     {{QStringLiteral("Bo"), QStringLiteral("b@x.org")}});
        QCOMPARE(world.composer.sendText(), QStringLiteral("Send to a@x.org and Bo"));
        world.composer.setRecipients({{{}, QStringLiteral("a@x.org")}},
                                     {{{}, QStringLiteral("b@x.org")}, {{}, QStringLiteral("c@x.org")}});
        QVERIFY(world.composer.sendText().startsWith(QStringLiteral("Send to a@x.org and 2 other")));
        world.composer.setKind(DraftKind::Note);
        QCOMPARE(world.composer.sendText(), QStringLiteral("Add internal note"));
        world.composer.setKind(DraftKind::Call);
        QCOMPARE(world.composer.sendText(), QStringLiteral("Log call with Sarah Lind"));
    }

    // For every state of a draft: what the button says is what the command does.
    void visibilityIsWhatTheButtonSays_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("visibility");
        QTest::addColumn<int>("channel");
        QTest::addColumn<int>("recipients");
        QTest::newRow("reply") << int(DraftKind::Reply) << int(Visibility::Public) << int(Channel::Email) << 1;
        QTest::newRow("note") << int(DraftKind::Note) << int(Visibility::Internal) << int(Channel::Web) << 0;
        QTest::newRow("call") << int(DraftKind::Call) << int(Visibility::Public) << int(Channel::Phone) << 0;
    }

    void visibilityIsWhatTheButtonSays()
    {
        QFETCH(int, kind);
        QFETCH(int, visibility);
        QFETCH(int, channel);
        QFETCH(int, recipients);
        World world;
        world.composer.setKind(DraftKind(kind));
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        const NewArticle article = world.posts().first().article;
        QCOMPARE(int(article.visibility), visibility);
        QCOMPARE(int(article.channel), channel);
        QCOMPARE(article.to.size(), recipients);
        QCOMPARE(world.posts().first().lastSeen, ArticleId{1});
    }

    void aReplyQuotesWhatItAnswers()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("Try the other cable.")));
        QVERIFY(world.composer.quote().title.startsWith(QStringLiteral("Sarah Lind, ")));
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        const NewArticle article = world.posts().first().article;
        QCOMPARE(article.text, QStringLiteral("Try the other cable."));
        QVERIFY(article.quotedText.endsWith(QStringLiteral("> My screen is dark.\n> Help!")));
        QVERIFY(article.quotedHtml.contains(QStringLiteral("<blockquote>")));
    }

    void theQuoteCanBeTakenAway()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("x")));
        world.composer.removeQuote();
        world.open(world.desk.addTicket(QStringLiteral("Other"), world.sarah.id));
        world.open(world.ticket);
        QVERIFY(world.composer.quote().isEmpty()); // the draft remembers
        world.composer.setKind(DraftKind::Note);
        QVERIFY(world.composer.quote().isEmpty());
    }

    void draftsComeBackWithTheTicket()
    {
        World world;
        const TicketId other = world.desk.addTicket(QStringLiteral("Other"), world.sarah.id);
        world.composer.setKind(DraftKind::Note);
        world.composer.setBody(bodyOf(QStringLiteral("half a thought")));
        world.open(other);
        QVERIFY(world.composer.isEmpty());
        QCOMPARE(world.composer.kind(), DraftKind::Reply);
        world.open(world.ticket);
        QCOMPARE(world.composer.kind(), DraftKind::Note);
        QCOMPARE(world.composer.draft().html, bodyOf(QStringLiteral("half a thought")).html);
    }

    void draftsSurviveTheProgram()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("half a thought")));
        QVERIFY(
            world.composer.addAttachment({QStringLiteral("a.txt"), QStringLiteral("text/plain"), "bytes", false, {}}));
        world.drafts.flush();
        DraftKeeper next(world.store);
        ComposerPresenter composer(world.desk, world.catalog, next);
        composer.openTicket(world.ticket); // before the disk has answered
        QSignalSpy replaced(&composer, &ComposerPresenter::draftReplaced);
        next.load();
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(composer.draft().attachments.size(), 1);
        QVERIFY(!composer.isEmpty());
    }

    void anEmptyDraftIsNotKept()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("x")));
        QCOMPARE(world.drafts.drafts().size(), 1);
        world.composer.setBody(ComposerBody());
        QVERIFY(world.drafts.drafts().isEmpty());
    }

    void aFailedSendKeepsTheTextAndRepeatsTheSameCommand()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        QSignalSpy failed(&world.composer, &ComposerPresenter::sendFailed);
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.desk.refuse(Error{ErrorCode::Busy, {}, {}, {}});
        world.composer.send();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!world.composer.isEmpty());
        QVERIFY(world.composer.canSend());
        QCOMPARE(world.drafts.drafts().size(), 1);
        world.desk.refuse({});
        world.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(world.desk.commands.at(0).id, world.desk.commands.at(1).id);
        QVERIFY(world.drafts.drafts().isEmpty());
        QVERIFY(world.composer.isEmpty());
    }

    // Sent, and killed before the draft was forgotten: sending again stores nothing twice.
    void aCrashBehindSendingDoesNotSendTwice()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.desk.hold();
        world.composer.send();
        QTRY_VERIFY(!world.desk.commands.isEmpty());
        const QHash<QString, Draft> onDisk = world.store.drafts; // as a kill would leave it
        world.desk.release();
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(onDisk.size(), 1);
        world.drafts.flush();
        world.store.drafts = onDisk;
        DraftKeeper next(world.store);
        QSignalSpy loaded(&next, &DraftKeeper::loaded);
        next.load();
        QTRY_COMPARE(loaded.size(), 1);
        ComposerPresenter composer(world.desk, world.catalog, next);
        composer.openTicket(world.ticket);
        TicketDetail detail;
        detail.row.head = world.desk.head(world.ticket);
        detail.requester = world.sarah;
        composer.setContext(detail, world.desk.articles(world.ticket));
        QSignalSpy again(&composer, &ComposerPresenter::sent);
        QVERIFY(composer.isUnconfirmed()); // the person is told that nobody knows
        composer.sendAgain();
        QTRY_COMPARE(again.size(), 1);
        QVERIFY(!composer.isUnconfirmed());
        QCOMPARE(world.desk.articles(world.ticket).size(), 2);
    }

    void whatIsRefusedWasNotSentForSure()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        QSignalSpy failed(&world.composer, &ComposerPresenter::sendFailed);
        world.desk.refuse(Error{ErrorCode::Denied, {}, {}, {}});
        world.composer.send();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!world.composer.isUnconfirmed());
        world.drafts.flush();
        QVERIFY(!world.store.drafts.begin()->fields.contains(QStringLiteral("unconfirmed")));
        world.desk.refuse(Error{ErrorCode::Offline, {}, {}, {}});
        world.composer.send();
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(world.composer.isUnconfirmed());
        world.composer.setBody(bodyOf(QStringLiteral("other words")));
        QVERIFY(!world.composer.isUnconfirmed());
    }

    /// The connection is known to be lost before the draft is on the disk and the post is given to the desk.
    void whatWaitsFromTheBeginningIsSaidToWait()
    {
        World world;
        Q_EMIT world.desk.connectionChanged(DeskConnection::Lost);
        world.desk.hold();
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        bool told = false;
        connect(&world.composer, &ComposerPresenter::changed, this, [&] { told = told || world.composer.isWaiting(); });
        world.composer.send();
        QTRY_VERIFY(told);
        world.desk.release();
        QTRY_VERIFY(world.composer.isEmpty());
    }

    /// The person goes on to other tickets and comes back while the desk is away.
    void whatWaitsIsNotSentASecondTime()
    {
        World world;
        const TicketId other = world.desk.addTicket(QStringLiteral("Another"), world.sarah.id);
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        world.desk.hold();
        world.composer.send();
        QTRY_COMPARE(world.desk.commands.size(), 1);
        QVERIFY(!world.composer.isWaiting());
        Q_EMIT world.desk.connectionChanged(DeskConnection::Lost);
        QVERIFY(world.composer.isWaiting());
        world.open(other);
        QVERIFY(!world.composer.isWaiting());
        world.open(world.ticket);
        QVERIFY(world.composer.isWaiting());
        QVERIFY(!world.composer.canSend());
        Q_EMIT world.desk.connectionChanged(DeskConnection::Online);
        world.desk.release();
        QTRY_VERIFY(world.composer.isEmpty());
        QCOMPARE(world.desk.commands.size(), 1);
        QVERIFY(world.drafts.drafts().isEmpty());
    }

    void anotherTextIsAnotherCommand()
    {
        World world;
        QSignalSpy failed(&world.composer, &ComposerPresenter::sendFailed);
        world.desk.refuse(Error{ErrorCode::Busy, {}, {}, {}});
        world.composer.setBody(bodyOf(QStringLiteral("one")));
        world.composer.send();
        QTRY_COMPARE(failed.size(), 1);
        world.composer.setBody(bodyOf(QStringLiteral("two")));
        world.composer.send();
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(world.desk.commands.at(0).id != world.desk.commands.at(1).id);
    }

    void unseenArticlesHoldTheReply()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        world.composer.setSeen(ArticleId{1}, 2);
        QSignalSpy held(&world.composer, &ComposerPresenter::heldChanged);
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.send();
        QCOMPARE(held.size(), 1);
        QVERIFY(world.composer.isHeld());
        QCOMPARE(world.composer.holdingCount(), 2);
        QVERIFY(world.posts().isEmpty());
        // It stays the author's: to be edited …
        world.composer.setBody(bodyOf(QStringLiteral("other words")));
        QVERIFY(world.composer.isHeld());
        world.composer.send();
        QVERIFY(world.posts().isEmpty());
        // … sent all the same …
        world.composer.send({}, 0, true);
        QVERIFY(!world.composer.isHeld());
        QTRY_COMPARE(sent.size(), 1);
        // … or dropped.
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        world.composer.send();
        QVERIFY(world.composer.isHeld());
        world.composer.discard();
        QVERIFY(!world.composer.isHeld());
        QCOMPARE(world.posts().size(), 1);
    }

    /// Who has read what is new needs no bar any more: the next Send is an answer to it.
    void whatWasSeenHoldsNothing()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        world.composer.setSeen(ArticleId{1}, 2);
        world.composer.send();
        QVERIFY(world.composer.isHeld());
        world.composer.setSeen(ArticleId{2}, 1);
        QVERIFY(world.composer.isHeld());
        QSignalSpy held(&world.composer, &ComposerPresenter::heldChanged);
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.setSeen(ArticleId{3}, 0);
        QVERIFY(!world.composer.isHeld());
        QCOMPARE(held.size(), 1);
        world.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        QVERIFY(!world.posts().last().evenUnseen);
    }

    /// What the thread had not heard of yet when Send was pressed.
    void whatTheDeskHoldsStaysADraft()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        QSignalSpy held(&world.composer, &ComposerPresenter::heldChanged);
        QSignalSpy failed(&world.composer, &ComposerPresenter::sendFailed);
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        const QVariantMap payload{{QStringLiteral("unseen"), QStringList{QStringLiteral("7")}}};
        world.desk.refuse(Error{ErrorCode::Conflict, {}, {}, payload});
        world.composer.send();
        QTRY_VERIFY(world.composer.isHeld());
        QCOMPARE(held.size(), 1);
        QCOMPARE(world.composer.holdingCount(), 1);
        QVERIFY(world.composer.holding().isEmpty()); // the thread has not brought it yet
        QVERIFY(failed.isEmpty());
        QVERIFY(!world.composer.isEmpty());
        QVERIFY(world.composer.canSend());
        QCOMPARE(world.drafts.drafts().size(), 1);
        QVERIFY(!world.posts().last().evenUnseen);
        world.desk.refuse({});
        world.composer.send({}, 0, true);
        QTRY_COMPARE(sent.size(), 1);
        QVERIFY(world.posts().last().evenUnseen);
    }

    void sendAndSetAState()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.send(StateId{5});
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(world.desk.head(world.ticket).state, StateId{5});
    }

    void textGoesAlongToAnotherKind()
    {
        World world;
        world.composer.setKind(DraftKind::Note);
        world.composer.setBody(bodyOf(QStringLiteral("between us")));
        QVERIFY(world.composer.wouldPublish(DraftKind::Reply));
        QVERIFY(world.composer.wouldPublish(DraftKind::Call));
        world.composer.setKind(DraftKind::Reply);
        QVERIFY(!world.composer.isEmpty());
        QCOMPARE(world.drafts.drafts().size(), 1);
        QCOMPARE(world.drafts.drafts().first().kind, DraftKind::Reply);
        QVERIFY(!world.composer.wouldPublish(DraftKind::Note));
    }

    void eachKindKeepsItsOwnDraft()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("to her")));
        Draft note;
        note.kind = DraftKind::Note;
        note.ticket = world.ticket;
        note.author = me;
        note.key = draftKey(note.kind, note.ticket, me);
        note.html = QStringLiteral("<p>to us</p>");
        note.fields.insert(QStringLiteral("text"), QStringLiteral("to us"));
        world.drafts.keep(note);
        QVERIFY(!world.composer.wouldPublish(DraftKind::Note));
        world.composer.setKind(DraftKind::Note);
        QCOMPARE(world.composer.draft().html, note.html);
        QVERIFY(!world.composer.wouldPublish(DraftKind::Reply));
        world.composer.setKind(DraftKind::Reply);
        QCOMPARE(world.composer.draft().html, bodyOf(QStringLiteral("to her")).html);
    }

    void discardingCanBeUndone()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("words")));
        const Draft thrown = world.composer.discard();
        QVERIFY(world.composer.isEmpty());
        QVERIFY(world.drafts.drafts().isEmpty());
        world.composer.restore(thrown);
        QCOMPARE(world.composer.draft().html, thrown.html);
        QCOMPARE(world.drafts.drafts().size(), 1);
    }

    void attachmentsHaveALimit()
    {
        World world;
        const QByteArray half(int(ComposerPresenter::attachmentLimit / 2) + 1, 'x');
        QVERIFY(world.composer.addAttachment({QStringLiteral("a"), {}, half, false, {}}));
        QVERIFY(!world.composer.addAttachment({QStringLiteral("b"), {}, half, false, {}}));
        QCOMPARE(world.composer.draft().attachments.size(), 1);
    }

    void picturesThatWereDeletedAreNotSent()
    {
        World world;
        QVERIFY(world.composer.addAttachment(
            {QStringLiteral("p.png"), QStringLiteral("image/png"), "x", true, QStringLiteral("p1")}));
        QVERIFY(world.composer.addAttachment(
            {QStringLiteral("q.png"), QStringLiteral("image/png"), "y", true, QStringLiteral("p2")}));
        world.composer.setBody(
            ComposerBody{QStringLiteral("<p>a<img src=\"cid:p2\"></p>"), QStringLiteral("a"), {QStringLiteral("p2")}});
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(world.posts().first().article.attachments.size(), 1);
        QCOMPARE(world.posts().first().article.attachments.first().contentId, QStringLiteral("p2"));
    }

    void nothingIsSentWithoutTextOrRecipient()
    {
        World world;
        QVERIFY(!world.composer.canSend());
        world.composer.setBody(bodyOf(QStringLiteral("  \n ")));
        QVERIFY(!world.composer.canSend());
        world.composer.setBody(bodyOf(QStringLiteral("x")));
        QVERIFY(world.composer.canSend());
        world.composer.setRecipients({}, {});
        QVERIFY(!world.composer.canSend());
        world.composer.send();
        QVERIFY(world.posts().isEmpty());
    }

    void anInboundCallSpeaksForTheRequester()
    {
        World world;
        world.composer.setKind(DraftKind::Call);
        world.composer.setBody(bodyOf(QStringLiteral("She says it works.")));
        QSignalSpy sent(&world.composer, &ComposerPresenter::sent);
        world.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(world.posts().first().article.senderRole, SenderRole::Customer);
        QCOMPARE(world.posts().first().article.author, world.sarah.id);
        world.composer.setKind(DraftKind::Call);
        world.composer.setInboundCall(false);
        world.composer.setBody(bodyOf(QStringLiteral("I called her.")));
        world.composer.send();
        QTRY_COMPARE(sent.size(), 2);
        QCOMPARE(world.posts().last().article.senderRole, SenderRole::Agent);
    }

    /// Each distinct set of warnings is asked once; mending them lets the reply go.
    void theGuardAsksOnce()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("Please see the attached log.")));
        world.composer.setRecipients({{QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org")}},
                                     {{{}, QStringLiteral("eve@elsewhere.example")}});
        QSignalSpy warned(&world.composer, &ComposerPresenter::warningsChanged);
        SendWish wish;
        wish.state = StateId{3};
        world.composer.send(wish);
        QCOMPARE(world.composer.warnings().size(), 2);
        QCOMPARE(warned.size(), 1);
        QVERIFY(!world.composer.isSending());

        world.composer.removeRecipients({QStringLiteral("EVE@elsewhere.example")});
        QVERIFY(world.composer.draft().cc.isEmpty());
        QCOMPARE(world.composer.warnings().size(), 1); // what is mended goes at once
        world.composer.sendInSpite();
        QTRY_COMPARE(world.posts().size(), 1);
        QCOMPARE(world.posts().first().state, StateId{3});

        world.open(world.ticket);
        world.composer.setBody(bodyOf(QStringLiteral("A plain reply.")));
        world.composer.send();
        QVERIFY(world.composer.warnings().isEmpty());
        QTRY_COMPARE(world.posts().size(), 2);
    }

    void anAnsweredWarningIsRemembered()
    {
        World world;
        world.composer.setBody(bodyOf(QStringLiteral("Please see the attached log.")));
        world.desk.refuse(Error{ErrorCode::Busy, {}, {}, {}});
        world.composer.send();
        QCOMPARE(world.composer.warnings().size(), 1);
        QSignalSpy failed(&world.composer, &ComposerPresenter::sendFailed);
        world.composer.sendInSpite();
        QTRY_COMPARE(failed.size(), 1);
        world.desk.refuse({});
        world.composer.send(); // the same warning
        QVERIFY(world.composer.warnings().isEmpty());
        QTRY_COMPARE(world.posts().size(), 2);
    }

    void notesAreNotGuarded()
    {
        World world;
        world.composer.setKind(DraftKind::Note);
        world.composer.setBody(bodyOf(QStringLiteral("See the attached log.")));
        world.composer.send();
        QTRY_COMPARE(world.posts().size(), 1);
    }
};

QTEST_GUILESS_MAIN(ComposerPresenterTest)
#include "composer_presenter_test.moc"
