// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sealed_secret.h"
#include "support/mail_desk.h"
#include "support/sample_catalog.h"
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/mailsetup/mail_page.h"
#include "widgets/mailsetup/mail_text_dialog.h"
#include "widgets/mailsetup/mail_texts_page.h"
#include "widgets/mailsetup/mailboxes_page.h"
#include "widgets/mailsetup/queue_mail_page.h"
#include "widgets/settings/settings_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class MailSetupTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        ShellFixture shell;
        MailDesk desk{withAdmin(), shell.clock};
        CatalogHolder catalog;
        MailOverview overview{desk, catalog};
        ScriptedMailAccess access;
        QVector<QUrl> browsed;
        SettingsWindow window{shell.theme};
        MailboxesPage *mailboxes;
        MailTextsPage *texts;
        QueueMailPage *queues;
        MailPage *mail;

        explicit Setup(PersonId me = PersonId{1})
            : catalog(desk, me, shell.clock)
        {
            shell.theme.setChoice(ThemeChoice::Light);
            shell.theme.applyTo(*qApp);
            access.key = Result<QString>(QString::fromLatin1(makeSealKeys().publicKey.toBase64()));
            mailboxes =
                new MailboxesPage(shell.context(), overview, access, [this](const QUrl &url) { browsed.append(url); });
            texts = new MailTextsPage(shell.context(), overview);
            queues = new QueueMailPage(shell.context(), overview);
            mail = new MailPage(shell.context(), overview);
            for (SettingsPage *page : std::initializer_list<SettingsPage *>{mailboxes, texts, queues, mail})
                window.addPage(page);
            catalog.refresh();
        }
        static CatalogPtr withAdmin()
        {
            auto changed = std::make_shared<Catalog>(*sampleCatalog());
            changed->agents.first().admin = true;
            Mailbox sending;
            sending.id = MailboxId{1};
            sending.name = u"Contoso Support"_s;
            sending.address = u"support@contoso.example"_s;
            changed->mailboxes = {sending};
            changed->index();
            return changed;
        }
        void fill()
        {
            Mailbox good;
            good.name = u"Contoso Support"_s;
            good.address = u"support@contoso.example"_s;
            presetMailbox(&good, MailProvider::Other);
            const MailboxId first = desk.addMailbox(good);
            desk.mailSetupNow.secrets[first] = {MailSecret::IncomingPassword, MailSecret::OutgoingPassword};
            MailboxReport &report = desk.mailReportNow.mailboxes[0];
            report.progress.reachedAt = shell.clock.now() - 120'000;
            report.sums.opened = 900;
            report.sums.followUps = 280;
            report.sums.duplicates = 9;
            report.sums.held = 3;
            report.sums.rejected = 2;
            report.sums.reports = 10;
            report.sums.reasons = {{u"stranger"_s, 3}, {u"too-large"_s, 2}};
            report.arrivals = report.sums.seen();
            Mailbox bad;
            bad.name = u"Facilities"_s;
            bad.address = u"facilities@contoso.example"_s;
            presetMailbox(&bad, MailProvider::Microsoft);
            desk.addMailbox(bad);
            MailboxProgress &progress = desk.mailReportNow.mailboxes[1].progress;
            progress.reachedAt = shell.clock.now() - 7'200'000;
            progress.problem = u"unauthenticated"_s;
            progress.failures = 12;
            progress.detail = u"NO [AUTHENTICATIONFAILED] <b>Invalid</b> credentials"_s;
            progress.backlog = 12;
            desk.mailReportNow.mailboxes[1].sums.backlog = 12;
            Mailbox resting;
            resting.name = u"Old desk"_s;
            resting.address = u"helpdesk@old.example"_s;
            resting.paused = true;
            desk.addMailbox(resting);
        }
        void open(const QString &page)
        {
            overview.refresh();
            window.openPage(page);
            QTRY_VERIFY(overview.isLoaded());
            QTest::qWait(0);
        }
        template <typename T>
        T *find(const char *name, QWidget *in = nullptr)
        {
            T *found = (in ? in : &window)->findChild<T *>(QLatin1String(name));
            if (found == nullptr)
                qFatal("no %s", name);
            return found;
        }
    };

    /// DESKHAND_PICTURES names a folder that keeps what was seen.
    static void keepPicture(Setup &setup, QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            setup.shell.theme.setChoice(theme);
            QTest::qWait(50);
            const QString tone = theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
            widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, QLatin1String(name), tone));
        }
    }

private Q_SLOTS:
    void nothingThereTeaches()
    {
        Setup setup;
        setup.open(u"mailboxes"_s);
        keepPicture(setup, &setup.window, "mailboxes-empty");
        auto *add = setup.find<QPushButton>("emptyActionButton", setup.mailboxes);
        QVERIFY(add->isVisible());
        add->click();
        QVERIFY(setup.mailboxes->dialog());
        QVERIFY(setup.mailboxes->dialog()->isVisible());
        QCOMPARE(auditWidgets(&setup.window).join(u'\n'), QString());
        setup.mailboxes->dialog()->close();
    }

    void theListSaysHowEachIs()
    {
        Setup setup;
        setup.fill();
        int decided = 0;
        QObject context;
        setup.shell.actions.add({.id = u"go.heldMail"_s, .text = u"Held mail"_s, .category = u"Go"_s}, &context,
                                [&decided] { ++decided; });
        setup.open(u"mailboxes"_s);
        auto *list = setup.find<QListView>("mailboxesListView");
        QTRY_COMPARE(list->model()->rowCount(), 3);
        list->setCurrentIndex(list->model()->index(0, 0));
        QCOMPARE(setup.find<QLabel>("mailboxStateLabel")->text(), u"Healthy"_s);
        QVERIFY(setup.find<QLabel>("reconciliationLabel")->text().contains(u"seen"));
        setup.find<QPushButton>("reconciliationMoreButton")->click();
        keepPicture(setup, &setup.window, "mailboxes");
        setup.find<QPushButton>("mailboxHeldButton")->click();
        QCOMPARE(decided, 1);
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(!setup.find<QPushButton>("mailboxHeldButton")->isVisible()); // nothing of it waits
        QVERIFY(setup.find<QLabel>("mailboxTroubleLabel")->text().contains(u"sign-in"));
        QVERIFY(setup.find<QLabel>("mailboxSaidLabel")->text().contains(u"<b>Invalid</b>")); // never markup
        setup.find<QPushButton>("reconciliationMoreButton")->click();
        keepPicture(setup, &setup.window, "mailboxes-failing");
        QCOMPARE(auditWidgets(&setup.window).join(u'\n'), QString());

        setup.find<QPushButton>("mailboxPauseButton")->click();
        QTRY_VERIFY(setup.desk.all<SaveMailbox>().value(0).mailbox.paused);
        setup.shell.prompt.answer = -1;
        setup.find<QPushButton>("mailboxActiveButton")->click();
        QCOMPARE(setup.desk.all<SaveMailbox>().size(), 1);
        setup.shell.prompt.answer = 0;
        setup.find<QPushButton>("mailboxActiveButton")->click();
        QTRY_COMPARE(setup.desk.all<SaveMailbox>().size(), 2);
        QVERIFY(!setup.desk.all<SaveMailbox>().last().mailbox.active);
    }

    void othersSeeWhyNot()
    {
        Setup setup(PersonId{2});
        setup.fill();
        setup.open(u"mailboxes"_s);
        QTRY_VERIFY(setup.find<QLabel>("emptySentenceLabel", setup.mailboxes)->text().contains(u"Mike Brandt"));
        QVERIFY(!setup.find<QListView>("mailboxesListView")->isVisible());
        keepPicture(setup, &setup.window, "mailboxes-agent");
        setup.open(u"mail"_s);
        QVERIFY(!setup.find<QSpinBox>("undoSecondsSpinBox")->isVisible());
        QVERIFY(setup.find<QComboBox>("ownUndoComboBox")->isVisible());
        setup.open(u"mail-texts"_s);
        keepPicture(setup, &setup.window, "texts-agent");
        setup.find<QPushButton>("emptyActionButton", setup.texts)->click();
        QVERIFY(setup.texts->dialog());
        setup.find<QPushButton>("textSaveButton", setup.texts->dialog())->click();
        QTRY_COMPARE(setup.desk.all<SaveMailText>().size(), 1);
        QCOMPARE(setup.desk.all<SaveMailText>().first().text.agent, PersonId{2});
    }

    void aMailboxIsAddedByHand()
    {
        Setup setup;
        setup.open(u"mailboxes"_s);
        setup.find<QPushButton>("emptyActionButton", setup.mailboxes)->click();
        QPointer<MailboxDialog> dialog = setup.mailboxes->dialog();
        keepPicture(setup, dialog, "mailbox-start");
        setup.find<QAbstractButton>("otherChoiceCard", dialog)->click(); // without an address it goes no further
        QVERIFY(setup.find<QLineEdit>("startAddressLineEdit", dialog)->isVisible());
        QTest::keyClicks(setup.find<QLineEdit>("startAddressLineEdit", dialog), u"support@contoso.example"_s);
        QTest::keyClicks(setup.find<QLineEdit>("startNameLineEdit", dialog), u"Contoso Support"_s);
        setup.find<QAbstractButton>("otherChoiceCard", dialog)->click();
        auto *save = setup.find<QPushButton>("mailboxSaveButton", dialog);
        QVERIFY(save->isVisible() && !save->isEnabled());
        QCOMPARE(setup.find<QLineEdit>("incomingHostLineEdit", dialog)->text(), u"imap.contoso.example"_s);
        QVERIFY(!setup.find<QLineEdit>("outgoingUserLineEdit", dialog)->isVisible()); // as for receiving
        auto *password = setup.find<QLineEdit>("incomingPasswordLineEdit", dialog);
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QCOMPARE(dialog->focusWidget(), password);
        QTest::keyClicks(password, u"s3cret"_s);
        QVERIFY(save->isEnabled());
        keepPicture(setup, dialog, "mailbox-form");

        auto *test = setup.find<QPushButton>("testReceivingButton", dialog);
        test->click();
        setup.access.step(u"resolve"_s, true, u"192.0.2.7"_s);
        setup.access.step(u"connect"_s, true, u"192.0.2.7 port 993"_s);
        setup.access.step(u"tls"_s, false, u"denied: certificate: <i>self-signed</i>"_s);
        setup.access.endTest();
        QTRY_COMPARE(dialog->findChildren<QLabel *>(u"testAdviceLabel"_s).size(), 1);
        QVERIFY(dialog->findChild<QLabel *>(u"testAdviceLabel"_s)->text().contains(u"Nothing was sent"));
        QTRY_COMPARE(test->text(), u"Test receiving"_s);
        auto *area = setup.find<QScrollArea>("mailboxScrollArea", dialog);
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() / 3);
        keepPicture(setup, dialog, "mailbox-test");
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        save->click();
        QTRY_COMPARE(setup.desk.all<SaveMailbox>().size(), 1);
        QTRY_VERIFY(!dialog);
        QTRY_COMPARE(setup.find<QListView>("mailboxesListView")->model()->rowCount(), 1);
        for (const QByteArray &sealed : setup.desk.all<SaveMailbox>().first().sealed)
            QVERIFY(!sealed.contains("s3cret"));

        setup.find<QPushButton>("mailboxEditButton")->click();
        dialog = setup.mailboxes->dialog();
        QVERIFY(setup.find<QLineEdit>("incomingPasswordLineEdit", dialog)->text().isEmpty());
        QVERIFY(setup.find<QLineEdit>("incomingPasswordLineEdit", dialog)->placeholderText().contains(u"saved"));
        save = setup.find<QPushButton>("mailboxSaveButton", dialog);
        QVERIFY(!save->isEnabled()); // nothing is changed
        setup.find<QLineEdit>("mailboxNameLineEdit", dialog)->setText(u"Contoso Help"_s);
        QVERIFY(save->isEnabled());
        setup.shell.prompt.answer = -1;
        dialog->reject(); // asks, and stays
        QVERIFY(dialog && dialog->isVisible());
        setup.shell.prompt.answer = 0;
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }

    void popHasNeitherFlagsNorFolders()
    {
        Setup setup;
        setup.fill();
        setup.open(u"mailboxes"_s);
        setup.find<QPushButton>("mailboxEditButton")->click();
        QPointer<MailboxDialog> dialog = setup.mailboxes->dialog();
        auto *after = setup.find<QComboBox>("mailboxAfterComboBox", dialog);
        QCOMPARE(after->count(), 4);
        setup.find<QLineEdit>("mailboxNameLineEdit", dialog)->setText(u"Renamed"_s);
        auto *protocol = setup.find<QComboBox>("mailboxProtocolComboBox", dialog);
        protocol->setCurrentIndex(protocol->findData(int(MailProtocol::Pop3)));
        QCOMPARE(after->count(), 2);
        QCOMPARE(setup.find<QLineEdit>("incomingHostLineEdit", dialog)->text(), u"pop.contoso.example"_s);
        QCOMPARE(setup.find<QLineEdit>("incomingPortLineEdit", dialog)->placeholderText(), u"995"_s);
        QVERIFY(!setup.find<QLineEdit>("mailboxFolderLineEdit", dialog)->isVisible());
        QCOMPARE(dialog->presenter().mailbox().after, AfterFetch::Leave);
        QCOMPARE(dialog->presenter().mailbox().name, u"Renamed"_s);
        setup.find<QPushButton>("mailboxSaveButton", dialog)->click();
        QTRY_COMPARE(setup.desk.all<SaveMailbox>().size(), 1);
        QCOMPARE(setup.desk.all<SaveMailbox>().first().mailbox.protocol, MailProtocol::Pop3);
    }

    void googleSignsInInTheBrowser()
    {
        Setup setup;
        setup.open(u"mailboxes"_s);
        setup.find<QPushButton>("emptyActionButton", setup.mailboxes)->click();
        QPointer<MailboxDialog> dialog = setup.mailboxes->dialog();
        auto *address = setup.find<QLineEdit>("startAddressLineEdit", dialog);
        QTest::keyClicks(address, u"contoso.support@gmail.com"_s);
        QTest::keyClick(address, Qt::Key_Return); // the guess
        QVERIFY(setup.find<QWidget>("oauthForm", dialog)->isVisible());
        QVERIFY(!setup.find<QLineEdit>("incomingPasswordLineEdit", dialog)->isVisible());
        auto *signIn = setup.find<QPushButton>("oauthSignInButton", dialog);
        QVERIFY(!signIn->isEnabled());
        setup.find<QLineEdit>("oauthClientIdLineEdit", dialog)->setText(u"1234.apps.example"_s);
        signIn->click();
        QTRY_VERIFY(setup.find<QLabel>("oauthStateLabel", dialog)->text().contains(u"Save"));
        QCOMPARE(setup.browsed.size(), 1);
        auto *area = setup.find<QScrollArea>("mailboxScrollArea", dialog);
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        keepPicture(setup, dialog, "mailbox-google");
        dialog->presenter().begin();
        dialog->close();
    }

    void textsAreWrittenWithAPreview()
    {
        Setup setup;
        setup.open(u"mail-texts"_s);
        QVERIFY(setup.find<QPushButton>("emptyActionButton", setup.texts)->isVisible());
        auto *add = setup.find<QPushButton>("mailTextAddButton");
        Q_EMIT add->menu()->aboutToShow();
        QCOMPARE(add->menu()->actions().size(), 3);
        add->menu()->actions().first()->trigger();
        QPointer<MailTextDialog> dialog = setup.texts->dialog();
        QVERIFY(dialog);
        auto *text = setup.find<QPlainTextEdit>("textPlainTextEdit", dialog);
        auto *body = setup.find<QLabel>("previewBodyLabel", dialog);
        QVERIFY(body->text().contains(u"Hello Sarah Lind"));
        text->moveCursor(QTextCursor::End);
        text->insertPlainText(u"\n{{ticket.numbr}}"_s);
        QVERIFY(setup.find<QLabel>("textWarningLabel", dialog)->text().contains(u"{{ticket.numbr}}"));
        keepPicture(setup, dialog, "text-dialog");
        setup.find<QPushButton>("textInsertButton", dialog)->menu()->actions().first()->trigger();
        QVERIFY(text->toPlainText().endsWith(u"{{ticket.number}}"));
        QVERIFY(body->text().endsWith(u"10427"));
        setup.find<QComboBox>("textLanguageComboBox", dialog)->setCurrentIndex(2);
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        setup.find<QPushButton>("textSaveButton", dialog)->click();
        QTRY_COMPARE(setup.desk.all<SaveMailText>().size(), 1);
        QCOMPARE(setup.desk.all<SaveMailText>().first().text.language, u"de"_s);
        QTRY_VERIFY(!dialog);
        auto *list = setup.find<QListView>("mailTextsListView");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        setup.texts->editOwnSignature();
        dialog = setup.texts->dialog();
        QVERIFY(setup.find<QLabel>("previewBodyLabel", dialog)->text().contains(u"-- \nKind regards\nMike Brandt"));
        setup.find<QPushButton>("textSaveButton", dialog)->click();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        keepPicture(setup, &setup.window, "texts");
        QCOMPARE(auditWidgets(setup.texts).join(u'\n'), QString());
        list->setCurrentIndex(list->model()->index(0, 0));
        setup.find<QPushButton>("mailTextEditButton")->click();
        dialog = setup.texts->dialog();
        setup.shell.prompt.answer = 0;
        setup.find<QPushButton>("textRemoveButton", dialog)->click();
        QTRY_COMPARE(setup.desk.all<DeleteMailText>().size(), 1);
        QTRY_COMPARE(list->model()->rowCount(), 1);
    }

    void limitsHoldAtOnce()
    {
        Setup setup;
        setup.desk.mailSetupNow.settings.sealKey = u"key"_s;
        setup.open(u"mail"_s);
        keepPicture(setup, &setup.window, "mail-settings");
        QCOMPARE(auditWidgets(setup.mail).join(u'\n'), QString());
        auto *undo = setup.find<QSpinBox>("undoSecondsSpinBox");
        QTRY_COMPARE(undo->value(), 15);
        undo->setValue(30);
        setup.find<QSpinBox>("replyAllSpinBox")->setValue(8);
        QTRY_COMPARE(setup.desk.all<SaveMailSettings>().size(), 1); // both together
        QCOMPARE(setup.desk.mailSetupNow.settings.undoSeconds, 30);
        QCOMPARE(setup.desk.mailSetupNow.settings.replyAllWarning, 8);
        QCOMPARE(setup.desk.mailSetupNow.settings.sealKey, u"key"_s);
        QTRY_VERIFY(setup.find<QLabel>("mailSavedLabel")->isVisible());
        auto *own = setup.find<QComboBox>("ownUndoComboBox");
        QVERIFY(own->currentText().contains(u"30"));
        own->setCurrentIndex(own->findData(60));
        QCOMPARE(setup.shell.settings.value(u"mail/undoSeconds"_s).toInt(), 60);
        own->setCurrentIndex(0);
        QVERIFY(!setup.shell.settings.contains(u"mail/undoSeconds"_s));
        // What the desk refuses is shown as it is.
        setup.desk.refusal = Error{ErrorCode::Denied, u"test"_s, {}, {}};
        undo->setValue(45);
        setup.mail->hide();
        setup.mail->show();
        QTRY_COMPARE(undo->value(), 30);
    }

    void queuesSayWhatTheyDoWithMail()
    {
        Setup setup;
        setup.fill();
        setup.open(u"queue-mail"_s);
        auto *tree = setup.find<QTreeWidget>("queueMailTreeWidget");
        QCOMPARE(tree->topLevelItemCount(), 6); // without the inactive one
        tree->setCurrentItem(tree->topLevelItem(2));
        keepPicture(setup, &setup.window, "queue-mail");
        QCOMPARE(auditWidgets(setup.queues).join(u'\n'), QString());
        auto *days = setup.find<QSpinBox>("queueFollowUpSpinBox");
        QVERIFY(days->isVisible());
        setup.find<QCheckBox>("queueAcknowledgesCheckBox")->setChecked(false);
        auto *policy = setup.find<QComboBox>("queueFollowUpComboBox");
        policy->setCurrentIndex(policy->findData(int(FollowUpPolicy::NewTicket)));
        QVERIFY(!days->isVisible());
        setup.window.close(); // nothing that was set waits any longer
        QTRY_COMPARE(setup.desk.all<SaveQueue>().size(), 1);
        const Queue saved = setup.desk.all<SaveQueue>().first().queue;
        const Queue *before = setup.catalog.catalog()->queue(saved.id);
        QVERIFY(!saved.acknowledges);
        QCOMPARE(saved.followUp, FollowUpPolicy::NewTicket);
        QCOMPARE(saved.name, before->name);
        QCOMPARE(saved.parent, before->parent);
    }

    void pagesComeAndGo()
    {
        Setup setup;
        setup.open(u"mail"_s);
        setup.window.removePage(setup.mail);
        QCOMPARE(setup.window.pages().size(), 3);
        setup.texts->editOwnSignature();
        const QPointer<QDialog> dialog = setup.texts->dialog();
        QVERIFY(dialog && dialog->isVisible());
        setup.window.openPage(u"mailboxes"_s);
        QCOMPARE(setup.window.currentPageId(), u"mailboxes"_s);
        setup.window.removePage(setup.mailboxes);
        setup.window.removePage(setup.texts);
        setup.window.removePage(setup.queues);
        QVERIFY(!dialog); // what belongs to the desk goes with its page
        QCOMPARE(setup.find<QTreeWidget>("settingsTreeWidget")->topLevelItemCount(), 0);
    }
};

QTEST_MAIN(MailSetupTest)
#include "mail_setup_test.moc"
