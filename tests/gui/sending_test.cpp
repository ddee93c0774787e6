// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/list/sidebar.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/outbox/mail_place.h"
#include "widgets/outbox/undo_send_bar.h"
#include "widgets/settings/appearance.h"
#include "widgets/thread/thread_view.h"
#include "widgets/ticket/new_ticket_dialog.h"
#include "widgets/ticket/ticket_area.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// Replies that are sent and taken back in the program's real window over a real desk file. DESKHAND_PICTURES names a
/// folder that keeps what was seen.
class SendingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<Program> m_program;
    TicketId m_ticket;

    bool start()
    {
        Options options;
        options.settingsFolder = m_settings->path();
        options.deskFile = m_desk->path();
        m_program = std::make_unique<Program>(*qApp, options);
        m_program->start();
        return QTest::qWaitFor([&] { return m_program->workplace() && m_program->workplace()->catalog().isReady(); });
    }
    bool openTicket()
    {
        m_program->navigator().openTicket(m_ticket, true);
        return QTest::qWaitFor([&] { return area()->presenter().isLoaded() && area()->thread().rowCount() > 0; });
    }
    TicketArea *area() { return m_program->workplace()->ticketArea(); }
    Composer *composer() { return area()->composer(); }
    OutboxPresenter &outbox() { return m_program->workplace()->mail().outbox(); }
    QVector<MailDelivery> mails() { return m_desk->expect(m_desk->desk().outbox(m_desk->me())); }
    QVector<Article> replies()
    {
        QVector<Article> found = m_desk->expect(m_desk->desk().thread({m_ticket, {}, 50, m_desk->me()})).articles;
        found.removeIf([](const Article &article) { return article.senderRole != SenderRole::Agent; });
        return found;
    }
    bool sendReply(const QString &text)
    {
        composer()->open(DraftKind::Reply);
        QTest::keyClicks(composer()->editor(), text);
        composer()->send();
        return QTest::qWaitFor([&] { return !outbox().fresh().isEmpty() && !composer()->isOpen(); });
    }
    void pressUndo()
    {
        QApplication::setActiveWindow(&m_program->window());
        auto *view = area()->findChild<ThreadView *>();
        QTRY_VERIFY(view->hasFocus());
        QTRY_VERIFY(m_program->actions().action(QStringLiteral("mail.undoSend"))->isEnabled());
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    }
    void keepPicture(const char *name, QWidget *shown = nullptr)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &tone : {QStringLiteral("dark"), QStringLiteral("light")}) {
            m_program->settings().setValue(QLatin1String(appearance::themeKey), tone);
            QTest::qWait(50);
            (shown != nullptr ? shown : &m_program->window())
                ->grab()
                .save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(name), tone));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_desk = TestDesk::withSystemClock();
        m_settings = std::make_unique<QTemporaryDir>();
        SaveMailbox save;
        save.mailbox.name = QStringLiteral("Support");
        save.mailbox.address = QStringLiteral("support@desk.example");
        save.mailbox.protocol = MailProtocol::None;
        save.mailbox.outgoing.host = QStringLiteral("127.0.0.1");
        save.mailbox.outgoing.encryption = MailEncryption::None;
        save.mailbox.outgoing.signIn = MailSignIn::None;
        m_desk->submit(save);
        MailSettings settings = m_desk->catalog()->mailSettings;
        settings.undoSeconds = 120; // a slow machine must not end the window
        m_desk->submit(SaveMailSettings{settings});
        m_ticket = m_desk->openTicket(QStringLiteral("Monitor went dark")).ticket;
        m_desk->customerMail(m_ticket, QStringLiteral("My second screen is black."));
        QVERIFY(start());
        QVERIFY(openTicket());
    }
    void cleanup() { m_program.reset(); }

    void sendUndoEditSendGivesOneMail()
    {
        QVERIFY(sendReply(QStringLiteral("Please swap the dock.")));
        QTRY_COMPARE(mails().size(), 1);
        const OutboundMailId first = mails().first().id;
        QTRY_VERIFY(m_program->workplace()->mail().undoSendBar()->isVisible());
        QCOMPARE(auditWidgets(&m_program->window()).join(u'\n'), QString());
        keepPicture("gui-undo-bar");

        pressUndo();
        QTRY_COMPARE(composer()->editor()->toPlainText(), QStringLiteral("Please swap the dock."));
        QVERIFY(mails().isEmpty());
        QVERIFY(replies().isEmpty());
        keepPicture("gui-taken-back");

        composer()->editor()->moveCursor(QTextCursor::End);
        QTest::keyClicks(composer()->editor(), QStringLiteral(" And the cable."));
        composer()->send();
        QTRY_COMPARE(mails().size(), 1);
        QVERIFY(mails().first().id != first);
        QCOMPARE(replies().size(), 1);
        QCOMPARE(replies().first().text.trimmed(), QStringLiteral("Please swap the dock. And the cable."));
        QCOMPARE(mails().first().recipients.size(), 1);
        QCOMPARE(mails().first().recipients.first().address.address, QStringLiteral("rita@customer.example"));
    }

    void undoAfterTheProgramWasClosedAndOpened()
    {
        QVERIFY(sendReply(QStringLiteral("Before the end.")));
        m_program.reset();
        QCOMPARE(mails().size(), 1);
        QVERIFY(start());
        QTRY_COMPARE(outbox().fresh().size(), 1);
        QTRY_VERIFY(m_program->workplace()->mail().undoSendBar()->isVisible());
        QVERIFY(m_program->actions().trigger(QStringLiteral("mail.undoSend")));
        QTRY_COMPARE(m_program->navigator().currentTicket(), m_ticket);
        QTRY_COMPARE(composer()->editor()->toPlainText(), QStringLiteral("Before the end."));
        QVERIFY(mails().isEmpty());
    }

    /// Nobody else sends the mail of this desk: who closes the window in the window of undoing is told.
    void closingSaysThatMailStillWaits()
    {
        QVERIFY(sendReply(QStringLiteral("Please swap the dock.")));
        const auto question = [&] {
            return m_program->window().findChild<QMessageBox *>(QStringLiteral("questionMessageBox"));
        };
        m_program->window().close();
        QTRY_VERIFY(question());
        QVERIFY(m_program->window().isVisible());
        question()->buttons().first()->click(); // stay
        QTRY_VERIFY(!question());
        QVERIFY(m_program->window().isVisible());
        m_program->window().close();
        QTRY_VERIFY(question());
        question()->buttons().last()->click();
        QTRY_VERIFY(!m_program->window().isVisible());
        QCOMPARE(mails().size(), 1);
    }

    /// Killed at once after sending: the mail waits once, and still comes back.
    void undoAfterAKill()
    {
        m_program.reset();
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--send-reply"), m_settings->path(),
                                                               m_desk->path(), QString::number(m_ticket.value)});
        QVERIFY(writer.waitForStarted());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += writer.readAllStandardOutput()).contains("sent"), 20'000);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        QCOMPARE(mails().size(), 1);
        QCOMPARE(replies().size(), 1);
        QVERIFY(start());
        QTRY_COMPARE(outbox().fresh().size(), 1);
        QVERIFY(m_program->actions().trigger(QStringLiteral("mail.undoSend")));
        QTRY_COMPARE(composer()->editor()->toPlainText(), QStringLiteral("Sent and killed."));
        QVERIFY(mails().isEmpty());
        QVERIFY(replies().isEmpty());
    }

    /// In the list Ctrl+Z takes back what was done last: a change of a ticket, or the sending.
    void inTheListTheNewerDeedIsUndone()
    {
        QVERIFY(sendReply(QStringLiteral("Please swap the dock.")));
        QApplication::setActiveWindow(&m_program->window());
        auto *list = m_program->window().findChild<TicketListView *>();
        QTRY_VERIFY(list->model()->rowCount() == 1);
        list->setCurrentTicket(m_ticket);
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        QTRY_VERIFY(m_program->actions().trigger(QStringLiteral("ticket.assignToMe")));
        QTRY_COMPARE(m_desk->row(m_ticket).head.owner, m_desk->me());
        QTRY_VERIFY(m_program->actions().action(QStringLiteral("ticket.undoChange"))->isEnabled());
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->row(m_ticket).head.owner, PersonId());
        QCOMPARE(mails().size(), 1);
        QTRY_VERIFY(!m_program->actions().action(QStringLiteral("ticket.undoChange"))->isEnabled());
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(composer()->editor()->toPlainText(), QStringLiteral("Please swap the dock."));
        QTRY_VERIFY(mails().isEmpty());
    }

    void aNewTicketIsMailedAndTakenBack()
    {
        m_program->navigator().newTicket();
        NewTicketDialog *dialog = m_program->workplace()->newTicketDialog();
        QTRY_VERIFY(dialog->isVisible());
        dialog->requester()->setAddresses({{QStringLiteral("Sarah Lind"), QStringLiteral("sarah@customer.example")}});
        dialog->subject()->setText(QStringLiteral("Your new laptop"));
        dialog->findChild<QAbstractButton *>(QStringLiteral("mailedCheckBox"))->setChecked(true);
        QTest::keyClicks(dialog->editor(), QStringLiteral("It is here."));
        keepPicture("gui-new-ticket", dialog);
        QSignalSpy created(dialog, &NewTicketDialog::created);
        dialog->submit();
        QTRY_COMPARE(created.size(), 1);
        const auto ticket = created.first().first().value<TicketId>();
        QCOMPARE(mails().size(), 1);
        QCOMPARE(mails().first().ticket, ticket);
        QTRY_COMPARE(outbox().fresh().size(), 1);
        QVERIFY(m_program->actions().trigger(QStringLiteral("mail.undoSend")));
        QTRY_COMPARE(composer()->editor()->toPlainText(), QStringLiteral("It is here."));
        QCOMPARE(m_program->navigator().currentTicket(), ticket);
        QVERIFY(mails().isEmpty());
        composer()->send();
        QTRY_COMPARE(mails().size(), 1);
        QCOMPARE(mails().first().recipients.first().address.address, QStringLiteral("sarah@customer.example"));
    }

    /// The delivery job's word of a bounce is seen in the thread, in the list, at the requester and in its view.
    void aReplyThatBouncesIsSeenEverywhere()
    {
        QVERIFY(sendReply(QStringLiteral("Please swap the dock.")));
        QTRY_COMPARE(mails().size(), 1);
        const MailDelivery mail = mails().first();
        RecordDelivery record;
        record.mail = mail.id;
        RecipientDelivery refused = mail.recipients.first();
        refused.state = DeliveryState::Failed;
        refused.attempts = 1;
        refused.status = QStringLiteral("5.1.1");
        refused.reply = QStringLiteral("550 no such user");
        record.recipients = {refused};
        Command command = Command::make({}, record);
        command.actorKind = ActorKind::System;
        QVERIFY(m_desk->expect(m_desk->desk().submit(command)).outbound.isValid());

        const auto line = [&] {
            const int row = area()->thread().rowOf(mail.article);
            return row >= 0 && area()->thread().item(row).delivery
                   && area()->thread().item(row).delivery->state == DeliveryState::Failed;
        };
        QTRY_VERIFY(line());
        QTRY_COMPARE(m_desk->row(m_ticket).head.delivery, DeliveryState::Failed);
        QTRY_VERIFY(area()->presenter().detail().requesterTrouble);
        QTRY_VERIFY(outbox().fresh().isEmpty());
        m_program->navigator().openView(QStringLiteral("undelivered"));
        auto *list = m_program->window().findChild<TicketListView *>();
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_VERIFY(list->model()
                        ->index(0, 0)
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QLatin1String("not delivered")));
        auto *sidebar = m_program->window().findChild<Sidebar *>();
        const auto counted = [&] {
            const QModelIndexList found =
                sidebar->model()->match(sidebar->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Not delivered"),
                                        1, Qt::MatchFixedString | Qt::MatchRecursive);
            return !found.isEmpty() && found.first().data(ViewListModel::CountRole).toInt() == 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(counted(), 10'000);
        keepPicture("gui-not-delivered");
    }

    void noShortcutIsLost() { QCOMPARE(m_program->actions().droppedDefaults(), QStringList()); }
};

namespace {

/// The other half of undoAfterAKill(): sends, says so when all of it is on disk, and waits to be killed.
int sendReply(const QStringList &arguments)
{
    Options options;
    options.settingsFolder = arguments[2];
    options.deskFile = arguments[3];
    Program program(*qApp, options);
    program.start();
    if (!QTest::qWaitFor([&] { return program.workplace() && program.workplace()->catalog().isReady(); }))
        return 1;
    program.navigator().openTicket(TicketId{arguments[4].toLongLong()}, true);
    TicketArea *area = program.workplace()->ticketArea();
    if (!QTest::qWaitFor([&] { return area->presenter().isLoaded() && area->thread().rowCount() > 0; }))
        return 1;
    area->composer()->open(DraftKind::Reply);
    QTest::keyClicks(area->composer()->editor(), QStringLiteral("Sent and killed."));
    area->composer()->send();
    const DraftKeeper &drafts = program.workplace()->drafts();
    if (!QTest::qWaitFor([&] { return drafts.sentDrafts().size() == 1 && !drafts.isWriting(); }))
        return 1;
    std::fputs("sent\n", stdout);
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments();
        arguments.value(1) == QLatin1String("--send-reply"))
        return sendReply(arguments);
    SendingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sending_test.moc"
