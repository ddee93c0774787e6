// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords, tokens, codes and places: what Accounts is made of.
#include "service/accounts/access_token.h"
#include "service/accounts/password_hash.h"
#include "service/accounts/peer_place.h"
#include "service/accounts/totp.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>
#include <QtTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

class AccountValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordsAreArgon2id()
    {
        const QByteArray hash = *hashPassword("correct horse", m_cheap);
        QVERIFY2(hash.startsWith("$argon2id$v=19$m=8,t=1,p=1$"), hash.constData());
        QVERIFY(verifyPassword(hash, "correct horse"));
        QVERIFY(!verifyPassword(hash, "correct horsf"));
        QVERIFY(!verifyPassword(hash, ""));
        QVERIFY(*hashPassword("correct horse", m_cheap) != hash); // a salt of its own
        QVERIFY(!needsRehash(hash, m_cheap));
        QVERIFY(needsRehash(hash, {2, 8192}));
        QVERIFY(needsRehash(hash, {1, 16384}));
        for (const char *none : {"", "x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AA$AA"})
            QVERIFY(!verifyPassword(none, "correct horse"));
    }

    void theUsualCostIsThatOfTheResearch()
    {
        const PasswordCost usual;
        const QByteArray hash = *hashPassword("correct horse", usual);
        QVERIFY2(hash.startsWith("$argon2id$v=19$m=65536,t=2,p=1$"), hash.constData());
    }

    void passwordsThatAreTooEasy_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << u"too-short"_s;
        QTest::newRow("nine") << QByteArray("123456789") << u"too-short"_s;
        QTest::newRow("nine characters of many bytes") << QByteArray("ääääääääb") << u"too-short"_s;
        QTest::newRow("ten") << QByteArray("1234567890") << QString();
        QTest::newRow("one sign") << QByteArray("aaaaaaaaaaaaa") << u"too-easy"_s;
        QTest::newRow("the name") << QByteArray("rita müller") << u"too-easy"_s;
        QTest::newRow("the address") << QByteArray("Rita@desk.example") << u"too-easy"_s;
        QTest::newRow("long") << QByteArray(512, 'x').replace(0, 1, "y") << QString();
        QTest::newRow("longer") << QByteArray(513, 'x').replace(0, 1, "y") << u"too-long"_s;
    }

    void passwordsThatAreTooEasy()
    {
        QFETCH(QByteArray, password);
        QFETCH(QString, reason);
        const Result<void> checked = checkPassword(password, u"Rita Müller"_s, u"rita@desk.example"_s);
        QCOMPARE(checked.has_value(), reason.isEmpty());
        if (!checked)
            QCOMPARE(checked.error().payload.value(u"password"_s).toString(), reason);
    }

    void tokensHaveTheirFormAndNoOther()
    {
        const FreshToken token = makeToken(TokenKind::Session);
        QCOMPARE(token.text.size(), 47);
        QCOMPARE(token.sha256.size(), 32);
        QCOMPARE(tokenSha256(token.text, TokenKind::Session), std::optional(token.sha256));
        QVERIFY(!tokenSha256(token.text, TokenKind::Api));
        QVERIFY(!tokenSha256(token.text, TokenKind::Link));
        for (const QByteArray &wrong :
             {QByteArray(), QByteArray(""), QByteArray("0"), QByteArray("dhs_"), QByteArray("dhs_0"),
              token.text.chopped(1), token.text + 'A', token.text + '=', ' ' + token.text, token.text + '\n',
              token.text.toUpper(), QByteArray(token.text).replace(10, 1, "+"),
              QByteArray(token.text).replace(10, 1, "\0"), QByteArray("dhs_") + QByteArray(43, '\0'),
              QByteArray("dhs_") + QByteArray(100'000, 'A')})
            QVERIFY2(!tokenSha256(wrong, TokenKind::Session), wrong.left(60).constData());
        // The last sign has two bits that say nothing: no other spelling of the same token.
        QByteArray other = token.text;
        const QByteArray signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        other[other.size() - 1] = signs[signs.indexOf(other.back()) ^ 1];
        QVERIFY(!tokenSha256(other, TokenKind::Session));
    }

    void tokensDiffer()
    {
        QSet<QByteArray> seen;
        QVector<int> ones(256, 0);
        constexpr int many = 2000;
        for (int i = 0; i < many; ++i) {
            const QByteArray token = makeToken(TokenKind::Link).text;
            seen.insert(token);
            const QByteArray bits = QByteArray::fromBase64(token.mid(4), QByteArray::Base64UrlEncoding);
            for (int bit = 0; bit < 256; ++bit)
                ones[bit] += (uchar(bits[bit / 8]) >> (bit % 8)) & 1;
        }
        QCOMPARE(seen.size(), many);
        // No bit stands still: six standard deviations.
        for (const int count : std::as_const(ones))
            QVERIFY2(qAbs(count - many / 2) < 134, qPrintable(QString::number(count)));
    }

    void recoveryCodesAreReadAsPeopleTypeThem()
    {
        const QByteArray code = makeRecoveryCode();
        QVERIFY(QRegularExpression(u"^([a-z2-9]{4}-){3}[a-z2-9]{4}$"_s).match(QString::fromLatin1(code)).hasMatch());
        const auto stored = recoveryCodeSha256(code);
        QVERIFY(stored);
        QCOMPARE(recoveryCodeSha256(code.toUpper()), stored);
        QCOMPARE(recoveryCodeSha256(QByteArray(code).replace('-', "")), stored);
        QCOMPARE(recoveryCodeSha256(QByteArray(code).replace('-', ' ')), stored);
        QVERIFY(recoveryCodeSha256(makeRecoveryCode()) != stored);
        for (const char *none : {"", "123456", "abcd", "abcd-efgh-jkmn-pqr", "abcd-efgh-jkmn-pqrl"})
            QVERIFY(!recoveryCodeSha256(none));
    }

    /// RFC 6238, appendix B, SHA-1.
    void codesAreThoseOfTheStandard_data()
    {
        QTest::addColumn<qint64>("second");
        QTest::addColumn<QString>("code");
        QTest::newRow("1970") << qint64(59) << u"94287082"_s;
        QTest::newRow("2005") << qint64(1111111109) << u"07081804"_s;
        QTest::newRow("2005 +2 s") << qint64(1111111111) << u"14050471"_s;
        QTest::newRow("2009") << qint64(1234567890) << u"89005924"_s;
        QTest::newRow("2033") << qint64(2000000000) << u"69279037"_s;
        QTest::newRow("2603") << qint64(20000000000) << u"65353130"_s;
    }

    void codesAreThoseOfTheStandard()
    {
        QFETCH(qint64, second);
        QFETCH(QString, code);
        const QByteArray secret = "12345678901234567890";
        QCOMPARE(totpCode(secret, totpStep(second * 1000), 8), code);
        QCOMPARE(totpCode(secret, totpStep(second * 1000)), code.right(6));
        QCOMPARE(matchTotp(secret, code.right(6), second * 1000, 0), totpStep(second * 1000));
    }

    void aStepBesideIsAllowedAndEachOnce()
    {
        const QByteArray secret = makeTotpSecret();
        const Instant now = 1'790'000'000'000;
        const qint64 step = totpStep(now);
        for (qint64 offset = -3; offset <= 3; ++offset) {
            const qint64 matched = matchTotp(secret, totpCode(secret, step + offset), now, 0);
            QCOMPARE(matched, qAbs(offset) <= 1 ? step + offset : 0);
        }
        QCOMPARE(matchTotp(secret, totpCode(secret, step), now, step), qint64(0));
        QCOMPARE(matchTotp(secret, totpCode(secret, step - 1), now, step), qint64(0));
        QCOMPARE(matchTotp(secret, totpCode(secret, step + 1), now, step), step + 1);
        const QString code = totpCode(secret, step);
        QCOMPARE(matchTotp(secret, code.left(3) + u' ' + code.mid(3), now, 0), step);
        for (const QString &wrong : {QString(), code.left(5), code + u'0', u"abcdef"_s, u"٤٢٤٢٤٢"_s})
            QCOMPARE(matchTotp(secret, wrong, now, 0), qint64(0));
    }

    void appsReadTheAddress()
    {
        QCOMPARE(base32Text("foobar"), u"MZXW6YTBOI"_s); // RFC 4648, 10
        QCOMPARE(base32Text("fooba"), u"MZXW6YTB"_s);
        QCOMPARE(base32Text(QByteArray(20, '\xff')), QString(32, u'7'));
        const QUrl url(totpUri("12345678901234567890", u"Desk: & Co"_s, u"rita+a@desk.example"_s), QUrl::StrictMode);
        QVERIFY(url.isValid());
        QCOMPARE(url.scheme(), u"otpauth"_s);
        QCOMPARE(url.host(), u"totp"_s);
        QCOMPARE(url.path(QUrl::FullyDecoded), u"/Desk: & Co:rita+a@desk.example"_s);
        const QUrlQuery query(url);
        QCOMPARE(query.queryItemValue(u"secret"_s), u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
        QCOMPARE(query.queryItemValue(u"issuer"_s, QUrl::FullyDecoded), u"Desk: & Co"_s);
    }

    void placesAreCountedTogether_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("subnet");
        QTest::newRow("v4") << u"192.0.2.77"_s << u"192.0.2.77"_s << u"192.0.2.0/24"_s;
        QTest::newRow("v4 mapped") << u"::ffff:192.0.2.77"_s << u"192.0.2.77"_s << u"192.0.2.0/24"_s;
        QTest::newRow("v4 mapped, hex") << u"::FFFF:C000:024D"_s << u"192.0.2.77"_s << u"192.0.2.0/24"_s;
        const QString net = u"20:01:0d:b8:00:01:00:02::/64"_s;
        QTest::newRow("v6") << u"2001:db8:1:2::7"_s << net << net;
        QTest::newRow("its neighbour") << u"2001:DB8:1:2:ffff:ffff:ffff:ffff"_s << net << net;
        QTest::newRow("with a zone") << u"2001:db8:1:2::7%eth0"_s << net << net;
        QTest::newRow("none") << u"unix"_s << u"?"_s << u"?"_s;
        QTest::newRow("empty") << QString() << u"?"_s << u"?"_s;
    }

    void placesAreCountedTogether()
    {
        QFETCH(QString, peer);
        const PeerPlace place = peerPlace(peer);
        QTEST(place.address, "address");
        QTEST(place.subnet, "subnet");
    }

private:
    const PasswordCost m_cheap{1, 8192};
};

} // namespace deskhand::test

QTEST_APPLESS_MAIN(deskhand::test::AccountValuesTest)
#include "account_values_test.moc"
