// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_account.h"
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/connect/account_window.h"
#include "widgets/connect/service_dialog.h"
#include "widgets/connect/sign_in_dialog.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"

#include <QCheckBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// Connecting to a service, signing in and the account there.
class SignInTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellFixture> m_shell;
    FakeAccount m_account;

    template <typename T>
    static T *part(QWidget *in, const char *name)
    {
        return in->findChild<T *>(QString::fromLatin1(name));
    }
    static void click(QWidget *in, const char *name)
    {
        auto *button = part<QPushButton>(in, name);
        QVERIFY2(button != nullptr && button->isEnabled(), name);
        button->click();
    }
    void keepPicture(QWidget *shown, const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_shell->theme.setChoice(theme);
            QTest::qWait(30);
            shown->grab().save(QStringLiteral("%1/%2-%3.png")
                                   .arg(folder, QString::fromLatin1(name),
                                        theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }
    /// As remote/server_url.h reads an address, as far as it matters here.
    static Result<QUrl> addressOf(const QString &typed)
    {
        if (typed.startsWith(QLatin1String("http://")))
            return Error{ErrorCode::Invalid, {}, {}, {{QStringLiteral("reason"), QStringLiteral("plain")}}};
        return QUrl(QStringLiteral("https://%1/").arg(typed));
    }

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_account = FakeAccount();
    }

    void aPersonGetsIn()
    {
        m_account.code = QStringLiteral("123456");
        m_account.mustChange = true;
        SignInDialog dialog(m_shell->theme, m_account, QStringLiteral("desk.example.org"), QStringLiteral("anna"));
        QSignalSpy in(&dialog, &SignInDialog::signedIn);
        dialog.show();
        auto *password = part<QLineEdit>(&dialog, "signInPasswordLineEdit");
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        password->setText(QStringLiteral("wrong"));
        click(&dialog, "signInGoOnPushButton");
        QTRY_VERIFY(part<PlainLabel>(&dialog, "signInProblemPlainLabel")->isVisible());
        QCOMPARE(auditWidgets(&dialog).join(u'\n'), QString());
        keepPicture(&dialog, "sign-in");
        password->setText(FakeAccount::password);
        click(&dialog, "signInGoOnPushButton");
        auto *code = part<QLineEdit>(&dialog, "signInCodeLineEdit");
        QTRY_VERIFY(code->isVisible());
        keepPicture(&dialog, "sign-in-code");
        code->setText(QStringLiteral("123 456"));
        click(&dialog, "signInGoOnPushButton");
        auto *first = part<QLineEdit>(&dialog, "signInNewPasswordLineEdit");
        QTRY_VERIFY(first->isVisible());
        keepPicture(&dialog, "sign-in-new-password");
        first->setText(QStringLiteral("four words are enough"));
        part<QLineEdit>(&dialog, "signInRepeatedLineEdit")->setText(first->text());
        click(&dialog, "signInGoOnPushButton");
        QTRY_COMPARE(in.size(), 1);
        QCOMPARE(in.first().at(1).toString(), QStringLiteral("anna"));
        QVERIFY(in.first().at(2).toBool());
        QVERIFY(!dialog.isVisible());
    }

    void computersAreSignedOutAndASecondFactorIsSetUp()
    {
        const Instant now = m_shell->clock.now();
        m_account.known = {
            {QUuid::createUuid(), QStringLiteral("laptop"), QStringLiteral("192.0.2.3"), 0, now - 60'000, true},
            {QUuid::createUuid(), QStringLiteral("desktop"), QStringLiteral("192.0.2.7"), 0, now - 9'000'000, false}};
        AccountWindow window(m_shell->context(), m_account, m_shell->clock);
        window.start(QByteArrayLiteral("token"));
        QTRY_COMPARE(window.devices().rowCount(), 2);
        auto *list = part<QListView>(&window, "devicesListView");
        list->setCurrentIndex(window.devices().index(0));
        QVERIFY(!part<QPushButton>(&window, "signOutTherePushButton")->isEnabled()); // not this computer
        list->setCurrentIndex(window.devices().index(1));
        QCOMPARE(auditWidgets(&window).join(u'\n'), QString());
        keepPicture(&window, "account");
        click(&window, "signOutTherePushButton");
        QTRY_COMPARE(window.devices().rowCount(), 1);

        auto *password = part<QLineEdit>(&window, "factorPasswordLineEdit");
        password->setText(FakeAccount::password);
        click(&window, "factorSetUpPushButton");
        auto *secret = part<PlainLabel>(&window, "factorSecretPlainLabel");
        QTRY_COMPARE(secret->text(), QStringLiteral("JBSW Y3DP EHPK 3PXP"));
        QVERIFY(password->text().isEmpty());
        keepPicture(&window, "second-factor");
        part<QLineEdit>(&window, "factorCodeLineEdit")->setText(QStringLiteral("123 456"));
        click(&window, "factorConfirmPushButton");
        auto *codes = part<QPlainTextEdit>(&window, "recoveryCodesPlainTextEdit");
        QTRY_VERIFY(codes->toPlainText().contains(QStringLiteral("abcd-efgh")));
        QVERIFY(m_account.hasFactor);
        keepPicture(&window, "recovery-codes");
        window.start(QByteArrayLiteral("token"));
        QVERIFY(codes->toPlainText().isEmpty()); // once
    }

    void whatIsWrongWithAWayIsSaid()
    {
        std::optional<Error> found;
        SavedDesk asked;
        ServiceDialog dialog(m_shell->theme, m_shell->prompt,
                             {addressOf, [&](const SavedDesk &desk) {
                                  asked = desk;
                                  return readyFuture(found ? Result<void>(*found) : Result<void>());
                              }});
        QSignalSpy wanted(&dialog, &ServiceDialog::connectWanted);
        dialog.show();
        QVERIFY(!part<QPushButton>(&dialog, "serviceConnectPushButton")->isEnabled());
        auto *address = part<QLineEdit>(&dialog, "serviceAddressLineEdit");
        address->setText(QStringLiteral("http://desk.example.org"));
        auto *result = part<PlainLabel>(&dialog, "serviceResultPlainLabel");
        QVERIFY(result->text().contains(QStringLiteral("encryption")));
        QVERIFY(!part<QPushButton>(&dialog, "serviceConnectPushButton")->isEnabled());
        address->setText(QStringLiteral("desk.example.org"));
        found = Error{ErrorCode::Offline, {}, {}, {}};
        click(&dialog, "serviceTestPushButton");
        QTRY_VERIFY(dialog.findChild<ErrorBanner *>()->isVisible());
        QCOMPARE(asked.service, QStringLiteral("https://desk.example.org/"));
        found.reset();
        click(&dialog, "serviceTestPushButton");
        QTRY_VERIFY(result->text().contains(QStringLiteral("answers")));
        QCOMPARE(auditWidgets(&dialog).join(u'\n'), QString());
        keepPicture(&dialog, "service");
        click(&dialog, "serviceConnectPushButton");
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.first().first().value<SavedDesk>().isService());
    }
};

QTEST_MAIN(SignInTest)
#include "sign_in_test.moc"
