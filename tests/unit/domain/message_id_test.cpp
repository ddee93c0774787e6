// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message_id.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class MessageIdTest : public QObject
{
    Q_OBJECT

    const QByteArray key = QByteArray(32, 'k');
    const QUuid command = QUuid(u"6c0a3b44-7a52-4a8e-9d2e-6a4b54c5d3aa"_s);

    QString id(qint64 ticket = 10427) { return makeMessageId(key, TicketId{ticket}, command, u"example.com"_s); }

    bool isOurs(const QString &messageId)
    {
        SignedTicket read;
        return readMessageId(key, messageId, &read);
    }

private Q_SLOTS:
    void namesItsTicket()
    {
        for (const qint64 ticket : {1LL, 35LL, 36LL, 10427LL, 9'007'199'254'740'993LL}) {
            SignedTicket read;
            QVERIFY(readMessageId(key, id(ticket), &read));
            QCOMPARE(read.ticket, TicketId{ticket});
        }
        QCOMPARE(id(), id());
        QVERIFY(id().endsWith(u"@example.com"_s));
        QVERIFY(makeMessageId(key, TicketId{1}, QUuid::createUuid(), u"x"_s)
                != makeMessageId(key, TicketId{1}, QUuid::createUuid(), u"x"_s));
    }

    void survivesWhatServersDo()
    {
        QVERIFY(isOurs(id().toUpper()));
        QVERIFY(isOurs(id().section(u'@', 0, 0)));
        QVERIFY(isOurs(id().section(u'@', 0, 0) + u"@mx.elsewhere.example"_s));
    }

    void refusesWhatWasMadeUp()
    {
        const QStringList parts = id().section(u'@', 0, 0).split(u'.');
        const QStringList other = id(2).section(u'@', 0, 0).split(u'.');
        const auto made = [](const QString &ticket, const QString &nonce, const QString &signature) {
            return u"dh."_s + ticket + u'.' + nonce + u'.' + signature + u"@example.com"_s;
        };
        QVERIFY(isOurs(made(parts[1], parts[2], parts[3])));
        QVERIFY2(!isOurs(made(other[1], parts[2], parts[3])), "another ticket");
        QVERIFY2(!isOurs(made(parts[1], parts[2], other[3])), "the signature of another ticket");
        QVERIFY2(!isOurs(made(parts[1], QString(16, u'0'), parts[3])), "another nonce");
        QVERIFY2(!isOurs(made(parts[1], parts[2], parts[3].left(19))), "a signature that was cut");
        QVERIFY2(!isOurs(made(parts[1], parts[2], QString())), "no signature");
        QVERIFY2(!isOurs(made(parts[1], parts[2], parts[3] + u'0')), "a longer signature");
        QVERIFY2(!isOurs(made(u'0' + parts[1], parts[2], parts[3])), "the ticket with a zero before it");
        QVERIFY2(!isOurs(made(u"-1"_s, parts[2], parts[3])), "a ticket below nothing");
        SignedTicket read;
        QVERIFY2(!readMessageId(QByteArray(32, 'x'), id(), &read), "the key of another desk");
        for (qsizetype i = 3; i < id().indexOf(u'@'); ++i) {
            QString changed = id();
            changed[i] = changed[i] == u'7' ? u'8' : u'7';
            QVERIFY2(!isOurs(changed) || changed.toLower() == id(), qPrintable(changed));
        }
    }

    void refusesWhatIsNoId()
    {
        for (const QString &text :
             {QString(), u"@"_s, u"dh"_s, u"dh..."_s, u"dh.....@x"_s, u"dh.1.2.3@x"_s, QString(5'000'000, u'a'),
              u"dh."_s + QString(5'000'000, u'.'), id() + QString(100'000, u'x'), u"dh.é.ü.ß@x"_s})
            QVERIFY(!isOurs(text));
    }

    void givesATokenForTheEnvelope()
    {
        const QString token = bounceToken(id());
        QCOMPARE(token.size(), 16 + 1 + 20);
        const QString address = addressWithToken(u"support@example.com"_s, token);
        QCOMPARE(address, u"support+b."_s + token + u"@example.com"_s);
        QCOMPARE(tokenOfAddress(address), token);
        QCOMPARE(addressWithoutToken(address), u"support@example.com"_s);
        QCOMPARE(addressWithoutToken(u"support+x@example.com"_s), u"support+x@example.com"_s);
        QCOMPARE(tokenOfAddress(address.toUpper()), token);
        QCOMPARE(tokenOfAddress(u"support+x+b."_s + token + u"@example.com"_s), token);
        QCOMPARE(tokenOfAddress(u"support@example.com"_s), QString());
        QCOMPARE(tokenOfAddress(u"support+b.abc@example.com"_s), QString());
        QCOMPARE(tokenOfAddress(u"support+b."_s + token), QString());
        const QString longAddress = QString(40, u'a') + u"@example.com"_s;
        QCOMPARE(addressWithToken(longAddress, token), longAddress);
        QCOMPARE(addressWithToken(u"nobody"_s, token), u"nobody"_s);
    }
};

QTEST_GUILESS_MAIN(MessageIdTest)
#include "message_id_test.moc"
