// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mail_provider.h"

#include <QtTest>

using namespace deskhand;

class MailProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void providerOfAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("provider");
        QTest::newRow("gmail") << QStringLiteral("desk@GMail.com") << QStringLiteral("google");
        QTest::newRow("googlemail") << QStringLiteral("desk@googlemail.com") << QStringLiteral("google");
        QTest::newRow("outlook") << QStringLiteral("desk@outlook.de") << QStringLiteral("microsoft");
        QTest::newRow("tenant") << QStringLiteral("desk@contoso.onmicrosoft.com") << QStringLiteral("microsoft");
        QTest::newRow("own") << QStringLiteral("desk@contoso.example") << QString();
        QTest::newRow("lookalike") << QStringLiteral("desk@gmail.com.example") << QString();
        QTest::newRow("below") << QStringLiteral("desk@my-outlook.example") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void providerOfAnAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, provider);
        QCOMPARE(mailProviderName(mailProviderOf(address)), provider);
        QCOMPARE(mailProviderFromName(provider), mailProviderOf(address));
    }

    void ports()
    {
        QCOMPARE(standardMailPort(MailProtocol::Imap, MailEncryption::Tls), 993);
        QCOMPARE(standardMailPort(MailProtocol::Imap, MailEncryption::StartTls), 143);
        QCOMPARE(standardMailPort(MailProtocol::Pop3, MailEncryption::Tls), 995);
        QCOMPARE(standardMailPort(MailProtocol::None, MailEncryption::Tls), 465);
        QCOMPARE(standardMailPort(MailProtocol::None, MailEncryption::StartTls), 587);
        MailServer server;
        server.port = 2525;
        QCOMPARE(mailPort(server, MailProtocol::None), 2525);
    }

    void presetsKeepWhatIsNotOfTheServers()
    {
        Mailbox mailbox;
        mailbox.name = QStringLiteral("Contoso Support");
        mailbox.address = QStringLiteral("support@contoso.example");
        mailbox.queue = QueueId{3};
        mailbox.oauth.clientId = QStringLiteral("client-7");
        presetMailbox(&mailbox, MailProvider::Microsoft);
        QCOMPARE(mailbox.outgoing.encryption, MailEncryption::StartTls);
        QCOMPARE(mailbox.outgoing.signIn, MailSignIn::OAuth2);
        QCOMPARE(mailbox.incoming.user, QStringLiteral("support@contoso.example"));
        QCOMPARE(mailbox.oauth.clientId, QStringLiteral("client-7"));
        QVERIFY(mailbox.oauth.scope.contains(QLatin1String("IMAP.")));
        QCOMPARE(mailbox.queue, QueueId{3});
        QCOMPARE(mailbox.name, QStringLiteral("Contoso Support"));
        mailbox.protocol = MailProtocol::Pop3;
        presetMailbox(&mailbox, MailProvider::Microsoft);
        QVERIFY(mailbox.oauth.scope.contains(QLatin1String("POP.")));
        presetMailbox(&mailbox, MailProvider::Other);
        QCOMPARE(mailbox.incoming.host, QStringLiteral("pop.contoso.example"));
        QCOMPARE(mailbox.outgoing.host, QStringLiteral("smtp.contoso.example"));
        QCOMPARE(mailbox.incoming.signIn, MailSignIn::Password);
        QCOMPARE(mailbox.oauth, MailOAuth());
    }
};

QTEST_GUILESS_MAIN(MailProviderTest)
#include "mail_provider_test.moc"
