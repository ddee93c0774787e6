// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sealed_secret.h"
#include "models/mailbox_presenter.h"
#include "support/mail_desk.h"
#include "support/sample_catalog.h"

#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class MailboxPresenterTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        ManualClock clock{1'700'000'000'000};
        MailDesk desk{sampleCatalog(), clock};
        CatalogHolder catalog{desk, PersonId{1}, clock};
        MailOverview overview{desk, catalog};
        ScriptedMailAccess access;
        SealKeys keys = makeSealKeys();
        MailboxPresenter presenter{overview, access};

        Setup()
        {
            access.key = Result<QString>(QString::fromLatin1(keys.publicKey.toBase64()));
            catalog.refresh();
            load();
        }
        void load()
        {
            overview.refresh();
            QTRY_VERIFY(overview.isLoaded());
            QTRY_COMPARE(overview.setup().mailboxes, desk.mailSetupNow.mailboxes);
            QTRY_COMPARE(overview.setup().secrets, desk.mailSetupNow.secrets);
            QTRY_COMPARE(overview.setup().settings, desk.mailSetupNow.settings);
        }
        void enterOther()
        {
            presenter.begin();
            Mailbox mailbox = presenter.mailbox();
            mailbox.address = u"support@contoso.example"_s;
            presenter.setMailbox(mailbox);
            presenter.usePreset(MailProvider::Other);
        }
        QByteArray open(const QByteArray &sealed) const
        {
            const Result<QByteArray> opened = openSecret(keys, sealed);
            return opened ? *opened : QByteArray();
        }
    };

private Q_SLOTS:
    void problemsAreSaidInOrder()
    {
        Setup setup;
        MailboxPresenter &presenter = setup.presenter;
        presenter.begin();
        QVERIFY(presenter.firstProblem().contains(u"address"));
        setup.enterOther();
        QVERIFY2(presenter.firstProblem().contains(u"password"), qPrintable(presenter.firstProblem()));
        presenter.setSecret(MailSecret::IncomingPassword, u"s3cret"_s);
        QCOMPARE(presenter.firstProblem(), QString()); // sending signs in as receiving does
        presenter.setSharesSignIn(false);
        QVERIFY(presenter.firstProblem().contains(u"send with"));
        presenter.setSharesSignIn(true);

        Mailbox mailbox = presenter.mailbox();
        mailbox.incoming.encryption = MailEncryption::None;
        presenter.setMailbox(mailbox);
        QVERIFY(presenter.firstProblem().contains(u"on this computer"));
        mailbox.incoming.host = u"127.0.0.1"_s;
        presenter.setMailbox(mailbox);
        QCOMPARE(presenter.firstProblem(), QString());
        mailbox.after = AfterFetch::Move;
        presenter.setMailbox(mailbox);
        QVERIFY(presenter.firstProblem().contains(u"moved to"));
        mailbox.moveTo = mailbox.folder;
        presenter.setMailbox(mailbox);
        QVERIFY(presenter.firstProblem().contains(u"another folder"));
        mailbox.moveTo = u"Imported"_s;
        mailbox.protocol = MailProtocol::None;
        mailbox.sends = false;
        presenter.setMailbox(mailbox);
        QVERIFY(presenter.firstProblem().contains(u"receives, or sends"));
    }

    void anAddressIsUsedOnce()
    {
        Setup setup;
        Mailbox other;
        other.address = u"Support@Contoso.example"_s;
        setup.desk.addMailbox(other);
        setup.load();
        setup.enterOther();
        QVERIFY(setup.presenter.firstProblem().contains(u"already"));
    }

    void savingSealsForAKeyThatIsMadeOnce()
    {
        Setup setup;
        setup.enterOther();
        setup.presenter.setSecret(MailSecret::IncomingPassword, u"s3cret-Käse"_s);
        QSignalSpy saved(&setup.presenter, &MailboxPresenter::saved);
        setup.presenter.save();
        QVERIFY(setup.presenter.isSaving());
        QVERIFY(saved.wait());
        QCOMPARE(setup.access.keysMade, 1);
        QCOMPARE(setup.desk.all<SaveMailSettings>().size(), 1);
        const SaveMailbox command = setup.desk.all<SaveMailbox>().value(0);
        QCOMPARE(command.sealed.size(), 2);
        QCOMPARE(setup.open(command.sealed.value(MailSecret::IncomingPassword)), u"s3cret-Käse"_s.toUtf8());
        QCOMPARE(setup.open(command.sealed.value(MailSecret::OutgoingPassword)), u"s3cret-Käse"_s.toUtf8());
        QCOMPARE(command.mailbox.outgoing.user, command.mailbox.incoming.user);
        QVERIFY(!setup.presenter.isTyped(MailSecret::IncomingPassword)); // forgotten

        // Again, with nothing typed: nothing is sealed, no key is made.
        setup.load();
        QVERIFY(setup.presenter.edit(MailboxId{1}));
        QVERIFY(setup.presenter.isSaved(MailSecret::IncomingPassword));
        QCOMPARE(setup.presenter.firstProblem(), QString());
        Mailbox mailbox = setup.presenter.mailbox();
        mailbox.name = u"  Contoso   Support "_s;
        setup.presenter.setMailbox(mailbox);
        setup.presenter.save();
        QVERIFY(saved.wait());
        QCOMPARE(setup.access.keysMade, 1);
        QVERIFY(setup.desk.all<SaveMailbox>().last().sealed.isEmpty());
        QCOMPARE(setup.desk.all<SaveMailbox>().last().mailbox.name, u"Contoso Support"_s);
    }

    void whatIsOfNoUseAnyMoreIsRemoved()
    {
        Setup setup;
        Mailbox mailbox;
        mailbox.address = u"support@contoso.example"_s;
        presetMailbox(&mailbox, MailProvider::Other);
        const MailboxId id = setup.desk.addMailbox(mailbox);
        setup.desk.mailSetupNow.secrets[id] = {MailSecret::IncomingPassword, MailSecret::OutgoingPassword};
        setup.load();
        QVERIFY(setup.presenter.edit(id));
        mailbox = setup.presenter.mailbox();
        mailbox.sends = false;
        setup.presenter.setMailbox(mailbox);
        QSignalSpy saved(&setup.presenter, &MailboxPresenter::saved);
        setup.presenter.save();
        QVERIFY(saved.wait());
        const SaveMailbox command = setup.desk.all<SaveMailbox>().last();
        QCOMPARE(command.sealed.keys(), QList<MailSecret>{MailSecret::OutgoingPassword});
        QVERIFY(command.sealed.value(MailSecret::OutgoingPassword).isEmpty());
    }

    void aRefusalIsTold()
    {
        Setup setup;
        setup.enterOther();
        setup.presenter.setSecret(MailSecret::IncomingPassword, u"s3cret"_s);
        setup.access.key = Result<QString>(Error{ErrorCode::NotFound, u"test"_s, {}, {}});
        QSignalSpy failed(&setup.presenter, &MailboxPresenter::saveFailed);
        setup.presenter.save();
        QVERIFY(failed.wait());
        QVERIFY(!setup.presenter.isSaving());
        QVERIFY(setup.desk.mailCommands().isEmpty());
        setup.access.key = Result<QString>(QString::fromLatin1(setup.keys.publicKey.toBase64()));
        setup.desk.refusal = Error{ErrorCode::Denied, u"test"_s, {}, {}};
        setup.presenter.save();
        QVERIFY(failed.wait());
        QVERIFY(setup.presenter.isTyped(MailSecret::IncomingPassword)); // it can be tried again
    }

    void aTestTellsEachStepAndIsForgottenWithItsServer()
    {
        Setup setup;
        setup.enterOther();
        setup.presenter.setSecret(MailSecret::IncomingPassword, u"s3cret"_s);
        setup.presenter.test(MailHalf::Receiving);
        QVERIFY(setup.presenter.testOf(MailHalf::Receiving).running);
        QCOMPARE(setup.access.typed.value(MailSecret::IncomingPassword), QByteArray("s3cret"));
        setup.access.step(u"resolve"_s, true);
        QTRY_COMPARE(setup.presenter.testOf(MailHalf::Receiving).steps.size(), 1);
        setup.access.step(u"connect"_s, false, u"refused"_s);
        setup.access.endTest();
        QTRY_VERIFY(!setup.presenter.testOf(MailHalf::Receiving).running);
        QVERIFY(!setup.presenter.testOf(MailHalf::Receiving).passed());
        QCOMPARE(setup.presenter.testOf(MailHalf::Receiving).steps.last().detail, u"refused"_s);

        Mailbox mailbox = setup.presenter.mailbox();
        mailbox.name = u"Another"_s;
        setup.presenter.setMailbox(mailbox);
        QCOMPARE(setup.presenter.testOf(MailHalf::Receiving).steps.size(), 2); // still of what was asked
        mailbox.incoming.port = 1143;
        setup.presenter.setMailbox(mailbox);
        QVERIFY(setup.presenter.testOf(MailHalf::Receiving).steps.isEmpty());

        setup.presenter.test(MailHalf::Sending);
        setup.access.step(u"resolve"_s, true);
        QTRY_COMPARE(setup.presenter.testOf(MailHalf::Sending).steps.size(), 1);
        setup.presenter.stopTest(MailHalf::Sending);
        QVERIFY(setup.access.tests.last().isCanceled());
        setup.presenter.test(MailHalf::Sending); // a new one is not disturbed by the end of the old one
        setup.access.tests.first().reportFinished();
        QTest::qWait(0);
        QVERIFY(setup.presenter.testOf(MailHalf::Sending).running);
        setup.access.endTest();
        QTRY_VERIFY(!setup.presenter.testOf(MailHalf::Sending).running);
    }

    void signInGivesTheRefreshToken()
    {
        Setup setup;
        setup.presenter.begin();
        Mailbox mailbox = setup.presenter.mailbox();
        mailbox.address = u"support@gmail.com"_s;
        mailbox.oauth.clientId = u"client"_s;
        setup.presenter.setMailbox(mailbox);
        setup.presenter.usePreset(MailProvider::Google);
        QVERIFY(setup.presenter.usesOAuth());
        QVERIFY(setup.presenter.firstProblem().contains(u"Sign in"));
        QUrl page;
        setup.presenter.signIn([&page](const QUrl &url) { page = url; });
        QVERIFY(setup.presenter.isSigningIn());
        QTRY_VERIFY(!setup.presenter.isSigningIn());
        QCOMPARE(page.host(), u"login.example"_s);
        QCOMPARE(setup.presenter.firstProblem(), QString());
        QSignalSpy saved(&setup.presenter, &MailboxPresenter::saved);
        setup.presenter.save();
        QVERIFY(saved.wait());
        const SaveMailbox command = setup.desk.all<SaveMailbox>().last();
        QCOMPARE(setup.open(command.sealed.value(MailSecret::RefreshToken)), QByteArray("refresh-1"));

        setup.access.token = Error{ErrorCode::Denied, u"test"_s, {}, {}};
        QSignalSpy failed(&setup.presenter, &MailboxPresenter::signInFailed);
        setup.presenter.signIn([](const QUrl &) {});
        QVERIFY(failed.wait());
    }

    void aCopyHasTheServersOnly()
    {
        Setup setup;
        Mailbox mailbox;
        mailbox.name = u"One"_s;
        mailbox.address = u"one@contoso.example"_s;
        presetMailbox(&mailbox, MailProvider::Other);
        mailbox.paused = true;
        const MailboxId id = setup.desk.addMailbox(mailbox);
        setup.load();
        QVERIFY(setup.presenter.beginLike(id));
        QVERIFY(setup.presenter.isNew());
        QCOMPARE(setup.presenter.mailbox().incoming.host, mailbox.incoming.host);
        QVERIFY(setup.presenter.mailbox().address.isEmpty());
        QVERIFY(setup.presenter.mailbox().incoming.user.isEmpty());
        QVERIFY(!setup.presenter.mailbox().paused);
        QVERIFY(!setup.presenter.edit(MailboxId{77}));
    }
};

QTEST_GUILESS_MAIN(MailboxPresenterTest)
#include "mailbox_presenter_test.moc"
