// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_text.h"
#include "support/memory_drafts.h"
#include "support/ticket_world.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/frame/desk_status_bar.h"
#include "widgets/main_window.h"
#include "widgets/outbox/held_mail_window.h"
#include "widgets/outbox/mail_place.h"
#include "widgets/outbox/outbox_window.h"
#include "widgets/outbox/undo_key.h"
#include "widgets/outbox/undo_send_bar.h"
#include "widgets/sidepanel/side_panel.h"
#include "widgets/thread/thread_panel.h"
#include "widgets/ticket/ticket_area.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace deskhand;
using namespace deskhand::test;

namespace {

/// A window with one ticket and everything about mail, on a desk that sends. DESKHAND_PICTURES names a folder that
/// keeps what was seen.
struct MailWindow {
    TicketWorld world;
    MemoryDrafts store;
    DraftKeeper drafts{store};
    MainWindow window{world.shell.context(), world.shell.status};
    TicketArea *area = nullptr;
    std::unique_ptr<MailPlace> place;

    MailWindow()
    {
        world.desk.sendsMail = true;
        world.shell.theme.applyTo(*qApp);
        world.desk.fill(world.ticket, 1, [](int) { return QStringLiteral("My second screen went dark.\nHelp!"); });
        area = new TicketArea(world.shell.context(), world.desk, world.catalog, drafts, {});
        auto *list = new QLineEdit;
        list->setObjectName(QStringLiteral("listLineEdit"));
        list->setAccessibleName(QStringLiteral("List"));
        window.setArea(Area::List, list);
        window.setArea(Area::Ticket, area);
        window.setArea(Area::SidePanel, new SidePanel(world.shell.context(), world.desk, world.catalog,
                                                      area->presenter(), area->explainer()));
        place = std::make_unique<MailPlace>(world.shell.context(), world.desk, world.catalog, drafts, window);
        place->follow(*area);
        window.resize(1280, 800);
        window.show();
    }
    ~MailWindow() { place.reset(); }

    bool open(TicketId ticket = {})
    {
        world.shell.navigator.openTicket(ticket.isValid() ? ticket : world.ticket, true);
        return QTest::qWaitFor([this] { return area->presenter().isLoaded() && area->thread().rowCount() > 0; });
    }
    void type(const QString &text)
    {
        area->composer()->open(DraftKind::Reply);
        QTest::keyClicks(area->composer()->editor(), text);
    }
    /// Sends what is typed, and waits until it is there.
    bool send()
    {
        const qsizetype before = world.desk.outboxNow.size();
        area->composer()->send();
        return QTest::qWaitFor([&] { return world.desk.outboxNow.size() > before && !area->composer()->isOpen(); });
    }
    template <typename T>
    T *find(const char *name) const
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString label(const char *name) const
    {
        const auto *found = find<QLabel>(name);
        return found ? found->text() : QStringLiteral("(no label)");
    }
    void keepPicture(const char *name, QWidget *shown = nullptr)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            world.shell.theme.setChoice(theme);
            QTest::qWait(60);
            const QString tone = theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            (shown != nullptr ? shown : &window)
                ->grab()
                .save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(name), tone));
        }
    }
};

RecipientDelivery trouble(DeliveryState state, Instant at)
{
    RecipientDelivery one;
    one.address = {QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org")};
    one.state = state;
    one.at = at;
    one.attempts = 1;
    one.status = QStringLiteral("5.1.1");
    one.reply = QStringLiteral("<b>550</b> no such user here");
    return one;
}

HeldMail strangersMail(TicketId ticket, Instant at)
{
    HeldMail mail;
    mail.id = HeldMailId{1};
    mail.reason = HoldReason::Stranger;
    mail.ticket = ticket;
    mail.ticketNumber = QStringLiteral("10427");
    mail.ticketSubject = QStringLiteral("Monitor went dark");
    mail.from = {QStringLiteral("Sarah Private"), QStringLiteral("sarah.private@freemail.example")};
    mail.subject = QStringLiteral("Re: [#10427] Monitor went dark");
    mail.excerpt = QStringLiteral("I write from home: <b>the dock</b> is still not working. Could you call me?");
    mail.at = at;
    return mail;
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBarCountsAndTakesBack()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QVERIFY(mail.send());
        UndoSendBar *bar = mail.place->undoSendBar();
        QTRY_VERIFY(bar->isVisible());
        QTRY_COMPARE(mail.label("undoSendPlainLabel"), QStringLiteral("#10427 sends in 15 s"));
        QCOMPARE(auditWidgets(&mail.window).join(u'\n'), QString());
        mail.keepPicture("undo-bar");
        mail.world.shell.clock.advance(3000);
        mail.place->outbox().tick();
        QCOMPARE(mail.label("undoSendPlainLabel"), QStringLiteral("#10427 sends in 12 s"));

        mail.find<QPushButton>("undoSendPushButton")->click();
        QTRY_VERIFY(mail.area->composer()->isOpen());
        QCOMPARE(mail.area->composer()->editor()->toPlainText(), QStringLiteral("Swap the dock."));
        QTRY_VERIFY(!bar->isVisible());
        QTRY_COMPARE(mail.area->thread().articles().size(), 1); // out of the thread again
    }

    void undoGoesToTheTicketWhereverThePersonIs()
    {
        MailWindow mail;
        const TicketId other = mail.world.desk.addTicket(QStringLiteral("VPN"), mail.world.sarah.id);
        mail.world.desk.fill(other, 1, [](int) { return QStringLiteral("It drops."); });
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QVERIFY(mail.send());
        QVERIFY(mail.open(other));
        QVERIFY(mail.place->undoSendBar()->isVisible());
        QVERIFY(mail.world.shell.actions.trigger(QStringLiteral("mail.undoSend")));
        QTRY_COMPARE(mail.world.shell.navigator.currentTicket(), mail.world.ticket);
        QTRY_COMPARE(mail.area->composer()->editor()->toPlainText(), QStringLiteral("Swap the dock."));
    }

    void sendNowEndsTheWindow()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QVERIFY(mail.send());
        mail.find<QPushButton>("sendNowPushButton")->click();
        QTRY_COMPARE(mail.world.desk.outboxNow.first().releaseAt, mail.world.shell.clock.now());
        QTRY_VERIFY(!mail.place->undoSendBar()->isVisible());
    }

    /// Ctrl+Z belongs to a field that has something to undo, or has just undone it; else to what was sent.
    void theKeyGoesToTheFieldFirst()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QVERIFY(mail.send());
        QTRY_VERIFY(mail.world.shell.actions.action(QStringLiteral("mail.undoSend"))->isEnabled());
        QApplication::setActiveWindow(&mail.window);
        mail.area->composer()->open(DraftKind::Note);
        RichEdit *editor = mail.area->composer()->editor();
        editor->setFocus();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClicks(editor, QStringLiteral("x"));
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->toPlainText(), QString());
        QVERIFY(hasTextToUndo(editor)); // it could be done again
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(mail.world.given<UndoSend>().size(), 0);

        editor->document()->clearUndoRedoStacks();
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(mail.world.given<UndoSend>().size(), 1);
        QTRY_COMPARE(editor->toPlainText(), QStringLiteral("Swap the dock."));
    }

    void theKeyWorksInTheThread()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QVERIFY(mail.send());
        QTRY_VERIFY(mail.world.shell.actions.action(QStringLiteral("mail.undoSend"))->isEnabled());
        QApplication::setActiveWindow(&mail.window);
        QWidget *view = mail.area->focusProxy()->focusProxy();
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(mail.area->composer()->editor()->toPlainText(), QStringLiteral("Swap the dock."));
    }

    void theGuardStandsInTheWayOnce()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Please see the attached file."));
        auto *cc = mail.find<RecipientEdit>("ccRecipientEdit");
        mail.find<QPushButton>("ccPushButton")->click();
        cc->setAddresses({{{}, QStringLiteral("eve@elsewhere.example")}});
        Q_EMIT cc->changed();
        mail.area->composer()->send();
        auto *bar = mail.find<QWidget>("guardBar");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->findChildren<QLabel *>(QStringLiteral("guardWarningPlainLabel")).size(), 2);
        QCOMPARE(mail.world.desk.outboxNow.size(), 0);
        QCOMPARE(auditWidgets(&mail.window).join(u'\n'), QString());
        mail.keepPicture("guard");
        mail.find<QPushButton>("guardLeaveOutPushButton")->click();
        QTRY_COMPARE(mail.area->composer()->findChildren<QLabel *>(QStringLiteral("guardWarningPlainLabel")).size(), 1);
        mail.find<QPushButton>("sendInSpitePushButton")->click();
        QTRY_COMPARE(mail.world.desk.outboxNow.size(), 1);
        QCOMPARE(mail.world.desk.outboxNow.first().recipients.size(), 1);

        // The same again is not asked again.
        QTRY_VERIFY(!mail.place->outbox().fresh().isEmpty());
        mail.find<QPushButton>("undoSendPushButton")->click();
        QTRY_VERIFY(mail.area->composer()->isOpen());
        QVERIFY(mail.send());
    }

    void sendLaterIsInTheMenu()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QMenu *menu = mail.find<QPushButton>("sendMorePushButton")->menu();
        Q_EMIT menu->aboutToShow();
        QAction *later = menu->actions().last();
        QVERIFY(later->menu());
        later->menu()->actions().first()->trigger();
        QTRY_COMPARE(mail.world.desk.outboxNow.size(), 1);
        QCOMPARE(mail.world.desk.outboxNow.first().releaseAt, mail.world.shell.clock.now() + 3'600'000);
        QTRY_VERIFY(mail.area->thread().item(1).delivery);
        mail.keepPicture("send-later");
    }

    void theThreadSaysWhatBecameOfAReply()
    {
        MailWindow mail;
        QVERIFY(mail.open());
        mail.type(QStringLiteral("Swap the dock."));
        QVERIFY(mail.send());
        MailDelivery sent = mail.world.desk.outboxNow.first();
        const auto line = [&] {
            const ThreadItem &item = mail.area->thread().item(mail.area->thread().rowOf(sent.article));
            return item.delivery ? deliveryLine(*item.delivery, mail.world.shell.clock.now()).text : QString();
        };
        QTRY_VERIFY(mail.area->thread().rowOf(sent.article) >= 0);
        QTRY_VERIFY(line().startsWith(QLatin1String("Waiting: sends")));
        mail.world.shell.clock.advance(15'000);
        mail.world.desk.deliverDue();
        QTRY_COMPARE(line(), QStringLiteral("Sent to 1"));
        mail.keepPicture("delivery-sent");
        sent.state = DeliveryState::Bounced;
        sent.recipients = {trouble(DeliveryState::Bounced, mail.world.shell.clock.now())};
        mail.world.desk.troubleNow = sent.recipients.first();
        mail.world.desk.setDelivery(sent);
        QTRY_COMPARE(line(), QStringLiteral("Bounced: sarah@example.org (5.1.1 <b>550</b> no such user here)"));
        ThreadView *view = mail.area->threadPanel()->view();
        QTRY_VERIFY(!view->partRect(sent.article, ThreadHit::Part::Delivery).isEmpty());
        QTRY_VERIFY(mail.label("requesterTroublePlainLabel").startsWith(QLatin1String("Mail to this address bounced")));
        mail.keepPicture("delivery-bounced");

        QSignalSpy asked(view, &ThreadView::deliveryMenuRequested);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->partRect(sent.article, ThreadHit::Part::Delivery).center());
        QCOMPARE(asked.size(), 1);
        auto *menu = mail.area->findChild<QMenu *>();
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == QLatin1String("Try again"))
                action->trigger();
        }
        menu->close();
        QTRY_COMPARE(mail.world.given<ReleaseMail>().size(), 1);
    }

    void theOutboxShowsAndActs()
    {
        MailWindow mail;
        OutboxWindow *outbox = mail.place->outboxWindow();
        outbox->open();
        mail.keepPicture("outbox-empty", outbox);
        outbox->close();
        QVERIFY(mail.open());
        for (const char *text : {"First reply.", "Second reply.", "Third reply."}) {
            mail.type(QString::fromLatin1(text));
            QVERIFY(mail.send());
            mail.world.shell.clock.advance(1000);
        }
        MailDelivery failed = mail.world.desk.outboxNow.last();
        failed.state = DeliveryState::Failed;
        failed.recipients = {trouble(DeliveryState::Failed, mail.world.shell.clock.now())};
        mail.world.desk.setDelivery(failed);
        MailDelivery delayed = mail.world.desk.outboxNow.at(1);
        delayed.state = DeliveryState::Delayed;
        delayed.recipients = {trouble(DeliveryState::Delayed, mail.world.shell.clock.now())};
        mail.world.desk.setDelivery(delayed);
        QTRY_COMPARE(mail.find<QListView>("outboxListView")->model()->rowCount(), 3);
        outbox->open();
        auto *list = mail.find<QListView>("outboxListView");
        list->setCurrentIndex(list->model()->index(2, 0));
        QTRY_VERIFY(
            mail.find<QPlainTextEdit>("deliveryDetailsPlainTextEdit")->toPlainText().contains(QLatin1String("5.1.1")));
        QCOMPARE(mail.find<QPushButton>("outboxSendNowPushButton")->text(), QStringLiteral("Try again"));
        QVERIFY(!mail.find<QPushButton>("outboxTakeBackPushButton")->isEnabled());
        QCOMPARE(auditWidgets(outbox).join(u'\n'), QString());
        mail.keepPicture("outbox", outbox);
        mail.find<QPushButton>("outboxSendNowPushButton")->click();
        QTRY_COMPARE(mail.world.desk.outbound(failed.id)->state, DeliveryState::Queued);
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(mail.find<QPushButton>("outboxTakeBackPushButton")->isEnabled());
        mail.find<QPushButton>("outboxTakeBackPushButton")->click();
        QTRY_COMPARE(mail.area->composer()->editor()->toPlainText(), QStringLiteral("Third reply."));
        QTRY_VERIFY(!outbox->isVisible());
    }

    void heldMailIsDecidedByOneClick()
    {
        MailWindow mail;
        HeldMailWindow *held = mail.place->heldMailWindow();
        held->open();
        mail.keepPicture("held-empty", held);
        held->close();
        const QByteArray raw("From: <sarah.private@freemail.example>\r\n\r\n<script>no</script>");
        HeldMail one = strangersMail(mail.world.ticket, mail.world.shell.clock.now() - 600'000);
        one.rawSha256 = mail.world.desk.addBlob(raw);
        HeldMail loop = one;
        loop.id = HeldMailId{2};
        loop.reason = HoldReason::Loop;
        loop.ticket = {};
        loop.ticketNumber.clear();
        loop.subject = QStringLiteral("Automatic reply: out of office");
        mail.world.desk.heldNow = {one, loop};
        mail.world.desk.heldOf = 1;
        QVERIFY(mail.open());
        mail.world.desk.announceMail(mail.world.ticket);
        QTRY_VERIFY(mail.find<QWidget>("heldMailBar")->isVisible());
        QTRY_VERIFY(mail.find<QWidget>("heldMailToolButton")->isVisible());
        QCOMPARE(auditWidgets(&mail.window).join(u'\n'), QString());
        mail.keepPicture("held-bar");
        mail.find<QPushButton>("showHeldMailPushButton")->click();
        QTRY_VERIFY(held->isVisible());
        auto *text = mail.find<QPlainTextEdit>("heldTextPlainTextEdit");
        QCOMPARE(text->toPlainText(), one.excerpt);
        QCOMPARE(auditWidgets(held).join(u'\n'), QString());
        mail.keepPicture("held", held);
        mail.find<QPushButton>("showSourcePushButton")->click();
        QTRY_VERIFY(text->toPlainText().contains(QLatin1String("<script>no</script>")));
        mail.keepPicture("held-source", held);

        mail.find<QCheckBox>("trustSenderCheckBox")->setChecked(true);
        mail.find<QPushButton>("joinTicketPushButton")->click();
        QTRY_COMPARE(mail.world.given<DecideHeldMail>().size(), 1);
        QCOMPARE(mail.world.given<DecideHeldMail>().first().decision, HeldDecision::Join);
        QVERIFY(mail.world.given<DecideHeldMail>().first().trust);
        QTRY_COMPARE(mail.find<QListView>("heldMailListView")->model()->rowCount(), 1);

        mail.world.shell.prompt.answer = 1; // keep it
        mail.find<QPushButton>("discardHeldPushButton")->click();
        QCOMPARE(mail.world.given<DecideHeldMail>().size(), 1);
        mail.world.shell.prompt.answer = 0;
        mail.find<QPushButton>("discardHeldPushButton")->click();
        QTRY_COMPARE(mail.world.given<DecideHeldMail>().size(), 2);
        QCOMPARE(mail.world.given<DecideHeldMail>().last().decision, HeldDecision::Discard);
        QVERIFY(!mail.world.given<DecideHeldMail>().last().trust);
    }

    void theStatusBarSaysHowMailIsDoing()
    {
        MailWindow mail;
        auto *button = mail.find<QAbstractButton>("mailStatusToolButton");
        QVERIFY(!button->isVisible()); // no mailbox, nothing to say
        MailReport report;
        MailboxReport box;
        box.mailbox.id = MailboxId{1};
        box.mailbox.address = QStringLiteral("support@example.com");
        box.progress.reachedAt = mail.world.shell.clock.now() - 60'000;
        report.mailboxes = {box};
        report.queued = 1;
        report.nextDue = mail.world.shell.clock.now() + 12'000;
        for (const QString &name : {QStringLiteral("mail-intake"), QStringLiteral("mail-delivery")}) {
            JobReport job;
            job.name = name;
            job.fence = 1;
            job.until = mail.world.shell.clock.now() + 1000;
            report.jobs.append(job);
        }
        const auto say = [&] {
            mail.world.desk.mailReportNow = report;
            mail.world.desk.announceMail({});
        };
        say();
        QTRY_COMPARE(button->text(), QStringLiteral("1 queued (sends in 12 s)"));
        report.jobs.clear();
        report.mailboxes.first().progress.problem = QStringLiteral("unauthenticated");
        report.failed = 2;
        say();
        QTRY_VERIFY(button->accessibleName().contains(QLatin1String("no one fetches mail")));
        QVERIFY(button->accessibleName().contains(QLatin1String("2 not delivered")));
        QVERIFY(mail.open());
        button->click();
        auto *menu = mail.find<QMenu>("mailStatusMenu");
        QVERIFY(menu && menu->isVisible());
        mail.keepPicture("status-bar");
        menu->grab();
        mail.keepPicture("status-details", menu);
        menu->close();
    }
};

QTEST_MAIN(OutboxTest)
#include "outbox_test.moc"
