// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outbox_presenter.h"

#include "models/composer_presenter.h"
#include "models/document_html.h"
#include "models/outbox_model.h"
#include "models/settings.h"
#include "models/undo_window.h"
#include "support/memory_drafts.h"
#include "support/sample_catalog.h"
#include "support/thread_desk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

const PersonId me{1};

ComposerBody bodyOf(const QString &text)
{
    return ComposerBody{textToHtml(text), text, {}};
}

/// What is on disk and at the desk; programs come and go over it.
struct Outside {
    ManualClock clock{1'760'000'000'000};
    ThreadDesk desk{sampleCatalog(), clock};
    Person sarah = desk.addPerson(QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org"));
    TicketId ticket = desk.addTicket(QStringLiteral("Monitor went dark"), sarah.id);
    TicketId other = desk.addTicket(QStringLiteral("VPN drops"), sarah.id);
    MemoryDrafts store;

    Outside()
    {
        desk.sendsMail = true;
        for (const TicketId one : {ticket, other})
            desk.fill(one, 1, [](int) { return QStringLiteral("My screen is dark."); });
    }
    [[nodiscard]] int count(const QString &text) const
    {
        int found = 0;
        for (const Article &article : desk.articles(ticket))
            found += article.text == text ? 1 : 0;
        return found;
    }
};

/// One run of the program.
struct Run {
    Outside &outside;
    CatalogHolder catalog{outside.desk, me, outside.clock};
    DraftKeeper drafts{outside.store};
    ComposerPresenter composer{outside.desk, catalog, drafts};
    OutboxPresenter outbox{outside.desk, catalog, drafts};

    explicit Run(Outside &around)
        : outside(around)
    {
        QSignalSpy loaded(&drafts, &DraftKeeper::loaded);
        catalog.refresh();
        drafts.load();
        QTRY_COMPARE(loaded.size(), 1);
        QTRY_VERIFY(catalog.isReady() && outbox.isLoaded());
        open(around.ticket);
    }
    void open(TicketId id)
    {
        composer.openTicket(id);
        TicketDetail detail;
        detail.row.head = outside.desk.head(id);
        detail.requester = outside.sarah;
        composer.setContext(detail, outside.desk.articles(id));
        composer.setSeen(outside.desk.head(id).lastArticle, 0);
    }
    /// Sends a reply and gives the mail that it became.
    OutboundMailId send(const QString &text, const SendWish &wish = {})
    {
        QSignalSpy sent(&composer, &ComposerPresenter::sent);
        composer.setBody(bodyOf(text));
        composer.send(wish);
        if (!QTest::qWaitFor([&] { return !sent.isEmpty(); }))
            return {};
        return sent.first().at(1).value<CommandAnswer>().outbound;
    }
};

} // namespace

class OutboxPresenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesWaitForTheUndoWindow()
    {
        Outside outside;
        Run run(outside);
        const OutboundMailId mail = run.send(QStringLiteral("Swap the dock."));
        QVERIFY(mail.isValid());
        QCOMPARE(outside.desk.outbound(mail)->releaseAt, outside.clock.now() + 15'000);

        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("s.ini")));
        run.composer.setSettings(settings);
        QCOMPARE(run.composer.undoWindow(), 15);
        settings.setValue(undoSecondsKey(), 120);
        QCOMPARE(run.composer.undoWindow(), 120);
        settings.setValue(undoSecondsKey(), 5000);
        QCOMPARE(run.composer.undoWindow(), 600);
        settings.setValue(undoSecondsKey(), 0);
        const OutboundMailId now = run.send(QStringLiteral("At once."));
        QCOMPARE(outside.desk.outbound(now)->releaseAt, outside.clock.now());
        QTRY_VERIFY(!run.drafts.isWriting());
        QCOMPARE(run.drafts.sentDrafts().size(), 1); // only the first can be taken back
    }

    void notesAndCallsAreNoMail()
    {
        Outside outside;
        Run run(outside);
        for (const DraftKind kind : {DraftKind::Note, DraftKind::Call}) {
            run.composer.setKind(kind);
            QVERIFY(!run.send(QStringLiteral("Only for us.")).isValid());
            QCOMPARE(std::get<PostArticle>(outside.desk.commands.last().body).releaseAt, 0);
        }
        QVERIFY(run.outbox.fresh().isEmpty());
    }

    /// Mailspring #390: exactly one mail, with the edited text, by another command.
    void undoEditSendGivesOneMailWithTheEditedText()
    {
        Outside outside;
        Run run(outside);
        const NewAttachment file{QStringLiteral("log.txt"), QStringLiteral("text/plain"), "bytes", false, {}};
        const QVector<MailAddress> to{{{}, QStringLiteral("boss@example.org")}};
        run.composer.setRecipients(to, {{{}, QStringLiteral("cc@example.org")}});
        QVERIFY(run.composer.addAttachment(file));
        const OutboundMailId mail = run.send(QStringLiteral("First text."));
        const CommandId first = outside.desk.commands.last().id;
        QTRY_COMPARE(run.outbox.fresh().size(), 1);
        QCOMPARE(run.outbox.fresh().first().mail, mail);
        QCOMPARE(run.outbox.secondsLeft(run.outbox.fresh().first().releaseAt), 15);
        QVERIFY(run.composer.isEmpty());
        QVERIFY(!run.drafts.ticketsWithDrafts().contains(outside.ticket));

        QSignalSpy back(&run.outbox, &OutboxPresenter::givenBack);
        run.outbox.undo(mail);
        QVERIFY(run.outbox.fresh().isEmpty()); // what is wanted shows at once
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(back.first().at(0).value<TicketId>(), outside.ticket);
        QVERIFY(back.first().at(2).toBool());
        QCOMPARE(outside.count(QStringLiteral("First text.")), 0);
        const Draft draft = run.composer.draft();
        QCOMPARE(draft.key, draftKey(DraftKind::Reply, outside.ticket, me));
        QCOMPARE(draft.html, textToHtml(QStringLiteral("First text.")));
        QCOMPARE(draft.to, to);
        QCOMPARE(draft.cc.size(), 1);
        QCOMPARE(draft.attachments.size(), 1);
        QCOMPARE(draft.attachments.first().bytes, file.bytes);
        QVERIFY(!run.composer.isUnconfirmed());

        const OutboundMailId again = run.send(QStringLiteral("Edited text."));
        QVERIFY(again.isValid() && again != mail);
        QVERIFY(outside.desk.commands.last().id != first);
        QCOMPARE(outside.desk.outboxNow.size(), 1);
        QCOMPARE(outside.count(QStringLiteral("Edited text.")), 1);
        QCOMPARE(outside.count(QStringLiteral("First text.")), 0);
    }

    void theSameTextSentAgainIsAnotherCommand()
    {
        Outside outside;
        Run run(outside);
        const OutboundMailId mail = run.send(QStringLiteral("Same."));
        QSignalSpy back(&run.outbox, &OutboxPresenter::givenBack);
        run.outbox.undo(mail);
        QTRY_COMPARE(back.size(), 1);
        run.composer.send();
        QTRY_COMPARE(outside.count(QStringLiteral("Same.")), 1);
        QCOMPARE(outside.desk.outboxNow.size(), 1);
    }

    void undoSurvivesTheEndOfTheProgram()
    {
        Outside outside;
        OutboundMailId mail;
        {
            Run run(outside);
            mail = run.send(QStringLiteral("Before the end."));
            QVERIFY(mail.isValid());
        }
        QCOMPARE(outside.store.drafts.size(), 1);
        outside.clock.advance(5000);
        Run run(outside);
        QCOMPARE(run.outbox.fresh().size(), 1);
        QVERIFY(run.composer.isEmpty()); // it is not a draft
        QSignalSpy back(&run.outbox, &OutboxPresenter::givenBack);
        run.outbox.undo(mail);
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(run.composer.draft().html, textToHtml(QStringLiteral("Before the end.")));
        QCOMPARE(outside.desk.outboxNow.size(), 0);
    }

    /// The program ends when the desk has taken the mail back and has not said so.
    void anUndoThatWasCutOffIsFinishedByTheNextRun()
    {
        Outside outside;
        {
            Run run(outside);
            const OutboundMailId mail = run.send(QStringLiteral("Cut off."));
            outside.desk.hold();
            run.outbox.undo(mail);
            QTRY_VERIFY(std::holds_alternative<UndoSend>(outside.desk.commands.last().body));
        }
        outside.desk.release(); // done, and nobody hears the answer
        QCOMPARE(outside.desk.outboxNow.size(), 0);
        outside.clock.advance(60'000);
        Run run(outside);
        QTRY_COMPARE(run.composer.draft().html, textToHtml(QStringLiteral("Cut off.")));
        QTRY_VERIFY(!run.drafts.isWriting());
        QCOMPARE(outside.store.drafts.size(), 1);
    }

    void tooLateSaysSoAndLosesNothing()
    {
        Outside outside;
        Run run(outside);
        const OutboundMailId mail = run.send(QStringLiteral("Gone."));
        outside.clock.advance(15'000);
        outside.desk.deliverDue();
        QSignalSpy late(&run.outbox, &OutboxPresenter::tooLate);
        QTRY_VERIFY(run.drafts.sentDrafts().isEmpty());
        // The window passed between the key and the desk: what was kept is still there.
        run.drafts.keep(asSent(run.composer.draft(), mail, outside.clock.now(), outside.clock.now() + 1000));
        run.outbox.undo(mail);
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(outside.count(QStringLiteral("Gone.")), 1);
        QTRY_VERIFY(run.drafts.sentDrafts().isEmpty());
    }

    void whatWasSentIsForgottenWhenItHasLeft()
    {
        Outside outside;
        Run run(outside);
        QVERIFY(run.send(QStringLiteral("On its way.")).isValid());
        QTRY_COMPARE(run.outbox.fresh().size(), 1);
        outside.clock.advance(16'000);
        run.outbox.tick();
        QVERIFY(run.outbox.fresh().isEmpty());
        QCOMPARE(run.drafts.sentDrafts().size(), 1); // nobody has tried to send it: it may still be taken back
        outside.desk.deliverDue();
        QTRY_VERIFY(run.drafts.sentDrafts().isEmpty());
        QTRY_VERIFY(outside.store.drafts.isEmpty());
    }

    void undoGoesToItsTicketAndKeepsWhatWasBegunThere()
    {
        Outside outside;
        Run run(outside);
        const OutboundMailId mail = run.send(QStringLiteral("Sent before."));
        run.open(outside.ticket);
        run.composer.setBody(bodyOf(QStringLiteral("Begun since.")));
        run.open(outside.other);
        run.composer.setBody(bodyOf(QStringLiteral("Elsewhere.")));
        QSignalSpy back(&run.outbox, &OutboxPresenter::givenBack);
        run.outbox.undo(mail);
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(run.composer.draft().html, textToHtml(QStringLiteral("Elsewhere.")));
        run.open(outside.ticket);
        const QString html = run.composer.draft().html;
        QVERIFY(html.indexOf(QLatin1String("Sent before.")) >= 0);
        QVERIFY(html.indexOf(QLatin1String("Begun since.")) > html.indexOf(QLatin1String("Sent before.")));
    }

    void anUndoWaitsWhileAnotherReplyGoesOutFromItsPlace()
    {
        Outside outside;
        Run run(outside);
        const OutboundMailId mail = run.send(QStringLiteral("One."));
        run.open(outside.ticket);
        run.composer.setBody(bodyOf(QStringLiteral("Two.")));
        outside.desk.hold();
        run.composer.send();
        run.outbox.undo(mail);
        QTRY_COMPARE(
            std::count_if(outside.desk.commands.cbegin(), outside.desk.commands.cend(),
                          [](const Command &command) { return std::holds_alternative<UndoSend>(command.body); }),
            1);
        outside.desk.release();
        QTRY_COMPARE(run.composer.draft().html, textToHtml(QStringLiteral("One.")));
        QCOMPARE(outside.count(QStringLiteral("Two.")), 1);
        QCOMPARE(outside.count(QStringLiteral("One.")), 0);
    }

    /// The connection breaks when the desk has done it: asking again is the same command.
    void anUndoWhoseAnswerIsLostIsAskedForAgain()
    {
        Outside outside;
        Run run(outside);
        const OutboundMailId mail = run.send(QStringLiteral("Lost answer."));
        outside.desk.refuse(Error{ErrorCode::Timeout, {}, {}, {}});
        QSignalSpy failed(&run.outbox, &OutboxPresenter::undoFailed);
        run.outbox.undo(mail);
        QTRY_COMPARE(failed.size(), 1);
        const CommandId first = outside.desk.commands.last().id;
        QCOMPARE(run.outbox.fresh().size(), 1); // it can be tried again
        outside.desk.refuse({});
        run.outbox.undo(mail);
        QTRY_COMPARE(run.composer.draft().html, textToHtml(QStringLiteral("Lost answer.")));
        const auto undo = std::find_if(outside.desk.commands.crbegin(), outside.desk.commands.crend(),
                                       [](const Command &one) { return std::holds_alternative<UndoSend>(one.body); });
        QCOMPARE(undo->id, first);
    }

    /// A ticket that went to a queue out of sight takes its mail along: that is no reason to give the text back.
    void aMailOutOfSightIsNotOneThatWasTakenBack()
    {
        Outside outside;
        Run run(outside);
        QVERIFY(run.send(QStringLiteral("Out of sight.")).isValid());
        QTRY_COMPARE(run.outbox.mails().size(), 1);
        outside.desk.outboxNow.clear();
        outside.desk.announceMail({});
        QTRY_VERIFY(run.outbox.mails().isEmpty());
        QVERIFY(run.composer.isEmpty());
        QCOMPARE(run.drafts.sentDrafts().size(), 1);
        outside.clock.advance(20'000);
        outside.desk.announceMail({});
        QTRY_VERIFY(run.drafts.sentDrafts().isEmpty());
    }

    /// Sent at another computer: the text comes back from the article.
    void aMailFromElsewhereComesBackFromItsArticle()
    {
        Outside outside;
        OutboundMailId mail;
        {
            Run run(outside);
            QVERIFY(
                run.composer.addAttachment({QStringLiteral("a.txt"), QStringLiteral("text/plain"), "abc", false, {}}));
            mail = run.send(QStringLiteral("From the office."));
        }
        outside.store.drafts.clear();
        Run run(outside);
        QCOMPARE(run.outbox.fresh().size(), 1);
        run.outbox.undo(mail);
        QTRY_COMPARE(run.composer.draft().html, textToHtml(QStringLiteral("From the office.")));
        QCOMPARE(run.composer.draft().attachments.size(), 1);
        QCOMPARE(run.composer.draft().attachments.first().bytes, QByteArray("abc"));
        QCOMPARE(run.composer.draft().to.first().address, QStringLiteral("sarah@example.org"));
    }

    void sendLaterCanBeChangedAndTakenBack()
    {
        Outside outside;
        Run run(outside);
        SendWish wish;
        wish.releaseAt = outside.clock.now() + 20 * 3'600'000;
        const OutboundMailId mail = run.send(QStringLiteral("Tomorrow."), wish);
        QCOMPARE(outside.desk.outbound(mail)->releaseAt, wish.releaseAt);
        QCOMPARE(run.outbox.fresh().size(), 1);
        outside.clock.advance(16'000);
        run.outbox.tick();
        QVERIFY(run.outbox.fresh().isEmpty()); // the key is for what was sent a moment ago
        QTRY_COMPARE(run.outbox.mails().size(), 1);
        QVERIFY(OutboxPresenter::canTakeBack(run.outbox.mails().first(), outside.clock.now()));
        run.outbox.sendLater(mail, wish.releaseAt + 3'600'000);
        QTRY_COMPARE(run.outbox.mails().first().releaseAt, wish.releaseAt + 3'600'000);
        QTRY_COMPARE(sentMark(run.drafts.sentDrafts().first()).until, wish.releaseAt + 3'600'000);
        run.outbox.undo(mail);
        QTRY_COMPARE(run.composer.draft().html, textToHtml(QStringLiteral("Tomorrow.")));

        const OutboundMailId again = run.send(QStringLiteral("Now."), wish);
        run.outbox.sendNow(again);
        QTRY_COMPARE(outside.desk.outbound(again)->releaseAt, outside.clock.now());
        QTRY_VERIFY(run.drafts.sentDrafts().isEmpty());
    }

    void theListSaysWhatBecameOfEachMail()
    {
        Outside outside;
        Run run(outside);
        OutboxModel model(run.outbox, run.catalog);
        const OutboundMailId mail = run.send(QStringLiteral("Hello."));
        QTRY_COMPARE(model.rowCount(), 1);
        const QModelIndex row = model.index(0);
        QCOMPARE(row.data().toString(), QStringLiteral("#10427 Monitor went dark"));
        QVERIFY(row.data(OutboxModel::StateTextRole).toString().startsWith(QLatin1String("Waiting: sends")));
        MailDelivery bounced = *outside.desk.outbound(mail);
        bounced.state = DeliveryState::Bounced;
        bounced.recipients.first().state = DeliveryState::Bounced;
        bounced.recipients.first().status = QStringLiteral("5.1.1");
        bounced.recipients.first().reply = QStringLiteral("no such user");
        outside.desk.setDelivery(bounced);
        QTRY_COMPARE(row.data(OutboxModel::StateTextRole).toString(),
                     QStringLiteral("Bounced: sarah@example.org (5.1.1 no such user)"));
        QCOMPARE(model.rowOf(mail), 0);
    }
};

QTEST_GUILESS_MAIN(OutboxPresenterTest)
#include "outbox_presenter_test.moc"
