// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "support/dovecot_server.h"
#include "support/memory_passwords.h"
#include "support/scripted_smtp_server.h"
#include "support/test_certificates.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/mailsetup/mail_test_panel.h"
#include "widgets/mailsetup/mailbox_dialog.h"
#include "widgets/settings/appearance.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString mailboxAddress = QStringLiteral("support@contoso.example");
const QString mailboxPassword = QStringLiteral("s3cret-Käse-4711");

} // namespace

/// A mailbox is set up by hand in the program's real windows, against a real IMAP server, and then receives.
class MailboxSetupTest : public QObject
{
    Q_OBJECT

private:
    TestCertificates m_certificates;
    QString m_caFile;
    std::unique_ptr<DovecotServer> m_dovecot;
    std::unique_ptr<ScriptedSmtpServer> m_smtp;
    std::unique_ptr<TestDesk> m_desk;
    QTemporaryDir m_folder;

    std::unique_ptr<Program> start()
    {
        Options options;
        options.settingsFolder = m_folder.path();
        options.deskFile = m_desk->path();
        auto program = std::make_unique<Program>(
            *qApp, options, std::make_unique<MemoryPasswords>(std::make_shared<MemoryPasswords::State>()));
        program->start();
        const bool there =
            QTest::qWaitFor([&] { return program->workplace() && program->workplace()->catalog().isReady(); }, 10'000);
        return there ? std::move(program) : nullptr;
    }
    template <typename T>
    static T *child(QObject *parent, const char *name)
    {
        T *found = parent->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    static void type(QWidget *in, const char *name, const QString &text) { child<QLineEdit>(in, name)->setText(text); }
    static void choose(QWidget *in, const char *name, int value)
    {
        auto *box = child<QComboBox>(in, name);
        box->setCurrentIndex(box->findData(value));
    }
    static MailboxDialog *shownDialog(Program &program)
    {
        const auto all = program.settingsWindow()->findChildren<MailboxDialog *>();
        return all.isEmpty() ? nullptr : all.first();
    }
    /// DESKHAND_PICTURES names a folder that keeps what was seen.
    static void keepPicture(Program &program, QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            program.settings().setValue(QLatin1String(appearance::themeKey), theme);
            QTest::qWait(50);
            widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, QLatin1String(name), theme));
        }
    }
    bool isAnywhere(const QByteArray &text) const
    {
        for (const QString &folder : {m_folder.path(), QFileInfo(m_desk->path()).absolutePath()}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                    return true;
            }
        }
        return false;
    }
    static QString lastStep(QWidget *dialog, const char *buttonName)
    {
        const auto *panel = qobject_cast<const MailTestPanel *>(child<QPushButton>(dialog, buttonName)->parentWidget());
        return panel->shownSteps().join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!TestCertificates::canBeMade())
            QSKIP("openssl is not installed");
        const auto authority = m_certificates.newAuthority();
        const auto certificate = m_certificates.newCertificate(authority, u"127.0.0.1"_s);
        m_caFile = authority.certificate;
        m_dovecot = DovecotServer::start(certificate.certificate, certificate.key);
        if (!m_dovecot)
            QSKIP("Dovecot is not installed");
        m_dovecot->addUser(mailboxAddress, mailboxPassword);
        m_dovecot->deliver(mailboxAddress, "From: old@customer.example\r\nSubject: From before\r\n\r\nOld.\r\n");
        ScriptedSmtpServer::Script script;
        script.user = "desk";
        script.password = "smtp-secret";
        m_smtp = std::make_unique<ScriptedSmtpServer>(script);
        m_desk = TestDesk::withSystemClock();
    }

    void aMailboxIsAddedTestedAndSaved()
    {
        const auto program = start();
        QVERIFY(program);
        QAction *action = program->actions().action(u"mail.mailboxes"_s);
        QVERIFY(action);
        action->trigger();
        SettingsWindow *window = program->settingsWindow();
        QVERIFY(window && window->isVisible());
        QCOMPARE(window->currentPageId(), u"mailboxes"_s);
        keepPicture(*program, window, "setup-empty");
        auto *page = child<QWidget>(window, "mailboxesPage");
        QTRY_VERIFY(child<QPushButton>(page, "emptyActionButton")->isVisible());
        child<QPushButton>(page, "emptyActionButton")->click();
        QPointer<MailboxDialog> dialog = shownDialog(*program);
        QVERIFY(dialog);
        type(dialog, "startAddressLineEdit", mailboxAddress);
        type(dialog, "startNameLineEdit", u"Contoso Support"_s);
        child<QAbstractButton>(dialog, "otherChoiceCard")->click();
        type(dialog, "incomingHostLineEdit", u"127.0.0.1"_s);
        type(dialog, "incomingPortLineEdit", QString::number(m_dovecot->ports().imaps));
        type(dialog, "incomingPasswordLineEdit", u"wrong"_s);

        // Nobody here trusts the server's authority yet, and nothing weaker is tried.
        auto *receive = child<QPushButton>(dialog, "testReceivingButton");
        QVERIFY(receive->isEnabled());
        receive->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            receive->text() == u"Test receiving"_s && !lastStep(dialog, "testReceivingButton").isEmpty(), 20'000);
        QVERIFY2(lastStep(dialog, "testReceivingButton").contains(u"Nothing was sent"),
                 qPrintable(lastStep(dialog, "testReceivingButton")));
        type(dialog, "incomingCaLineEdit", m_caFile);
        QVERIFY(lastStep(dialog, "testReceivingButton").isEmpty());
        receive->click();
        QTRY_VERIFY_WITH_TIMEOUT(lastStep(dialog, "testReceivingButton").contains(u"refuses user or password"), 20'000);
        // What to do about it is seen without scrolling.
        const auto *advice = child<QLabel>(dialog, "testAdviceLabel");
        const auto *view = child<QScrollArea>(dialog, "mailboxScrollArea")->viewport();
        QTRY_VERIFY(advice->mapTo(view, advice->rect().bottomLeft()).y() <= view->height());
        keepPicture(*program, dialog, "setup-wrong-password");
        type(dialog, "incomingPasswordLineEdit", mailboxPassword);
        receive->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->presenter().testOf(MailHalf::Receiving).passed(), 20'000);
        QVERIFY(lastStep(dialog, "testReceivingButton").contains(u"Open the folder"));

        child<QCheckBox>(dialog, "mailboxSharesCheckBox")->setChecked(false);
        type(dialog, "outgoingHostLineEdit", u"127.0.0.1"_s);
        type(dialog, "outgoingPortLineEdit", QString::number(m_smtp->port()));
        choose(dialog, "outgoingEncryptionComboBox", int(MailEncryption::None));
        type(dialog, "outgoingUserLineEdit", u"desk"_s);
        type(dialog, "outgoingPasswordLineEdit", u"smtp-secret"_s);
        child<QPushButton>(dialog, "testSendingButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->presenter().testOf(MailHalf::Sending).passed(), 20'000);
        QVERIFY(m_smtp->taken().isEmpty()); // a test sends nothing
        child<QScrollArea>(dialog, "mailboxScrollArea")
            ->ensureWidgetVisible(child<QPushButton>(dialog, "testSendingButton"), 0, 200);
        keepPicture(*program, dialog, "setup-tested");
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        auto *save = child<QPushButton>(dialog, "mailboxSaveButton");
        QVERIFY2(save->isEnabled(), qPrintable(dialog->presenter().firstProblem()));
        save->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 10'000);
        auto *list = child<QListView>(window, "mailboxesListView");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        // The program works for a desk in a file while it is open: it fetches, and says so.
        QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(window, "mailboxStateLabel")->text(), u"Healthy"_s, 30'000);
        m_dovecot->deliver(mailboxAddress,
                           "From: Sarah Lind <sarah@customer.example>\r\nTo: support@contoso.example\r\n"
                           "Message-ID: <one@customer.example>\r\nSubject: Monitor went dark\r\n\r\n"
                           "My second screen went dark.\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(window, "reconciliationLabel")->text().contains(u"1 imported"), 40'000);
        QVERIFY(!child<QLabel>(window, "imbalanceLabel")->isVisible());
        keepPicture(*program, window, "setup-working");
        QCOMPARE(auditWidgets(window).join(u'\n'), QString());
    }

    void theSavedPasswordWorksAndIsNowhere()
    {
        const auto program = start();
        QVERIFY(program);
        program->navigator().showSettings(u"mailboxes"_s);
        SettingsWindow *window = program->settingsWindow();
        auto *list = child<QListView>(window, "mailboxesListView");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        child<QPushButton>(window, "mailboxEditButton")->click();
        QPointer<MailboxDialog> dialog = shownDialog(*program);
        QVERIFY(dialog);
        QVERIFY(child<QLineEdit>(dialog, "incomingPasswordLineEdit")->text().isEmpty());
        QVERIFY(child<QLineEdit>(dialog, "incomingPasswordLineEdit")->placeholderText().contains(u"saved"));
        child<QPushButton>(dialog, "testReceivingButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->presenter().testOf(MailHalf::Receiving).passed(), 20'000);
        child<QPushButton>(dialog, "testSendingButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->presenter().testOf(MailHalf::Sending).passed(), 20'000);
        keepPicture(*program, dialog, "setup-edit");
        dialog->close();
        child<QPushButton>(window, "mailboxPauseButton")->click();
        QTRY_COMPARE(child<QLabel>(window, "mailboxStateLabel")->text(), u"Paused"_s);

        QVERIFY(isAnywhere("support@contoso.example"));
        QVERIFY(!isAnywhere(mailboxPassword.toUtf8()));
        QVERIFY(!isAnywhere("smtp-secret"));
        int keys = 0;
        QDirIterator files(m_folder.path(), {u"*.key"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            ++keys;
            const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
            QVERIFY(!(QFileInfo(files.next()).permissions() & others));
        }
        QCOMPARE(keys, 1);
    }

    /// What is silent can be stopped at once, and the window lives on.
    void aSilentServerIsStopped()
    {
        auto program = start();
        QVERIFY(program);
        program->navigator().showSettings(u"mailboxes"_s);
        SettingsWindow *window = program->settingsWindow();
        QTRY_COMPARE(child<QListView>(window, "mailboxesListView")->model()->rowCount(), 1);
        child<QPushButton>(window, "mailboxEditButton")->click();
        QPointer<MailboxDialog> dialog = shownDialog(*program);
        ScriptedSmtpServer::Script script;
        script.troubles = {{SmtpStage::Greeting, SmtpFault::Silence}};
        ScriptedSmtpServer silent(script);
        type(dialog, "outgoingPortLineEdit", QString::number(silent.port()));
        auto *send = child<QPushButton>(dialog, "testSendingButton");
        send->click();
        QTRY_COMPARE(silent.connections(), 1);
        QCOMPARE(send->text(), u"Stop"_s);
        QElapsedTimer timer;
        timer.start();
        send->click();
        QCOMPARE(send->text(), u"Test sending"_s);
        QVERIFY(timer.elapsed() < 1000);
        // A program that ends meanwhile takes the dialog and its test along.
        send->click();
        QTRY_COMPARE(silent.connections(), 2);
        program->navigator().showSettings(u"mail-texts"_s);
        program.reset();
        QVERIFY(!dialog);
    }
};

QTEST_MAIN(MailboxSetupTest)
#include "mailbox_setup_test.moc"
