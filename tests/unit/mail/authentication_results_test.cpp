// SPDX-License-Identifier: GPL-3.0-or-later
// Whether our own server vouches for a sender (RFC 8601), and all the ways in which a mail may claim that it does.
#include "mail/authentication_results.h"
#include "mail/gmime_codec.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

bool proven(const QByteArray &headers)
{
    Mailbox mailbox;
    mailbox.authservId = u"mx.contoso.example"_s;
    return makeMailCodec()->read(headers + "\nText\n", u"test"_s, &mailbox).senderProven;
}

const QByteArray received =
    "Received: from a.example by mx.contoso.example with ESMTPS; Tue, 14 Nov 2023 22:13:20 +0000\n";
const QByteArray from = "From: Ana <ana@example.org>\n";

QByteArray results(const QByteArray &value)
{
    return "Authentication-Results: mx.contoso.example; " + value + "\n";
}

} // namespace

class AuthenticationResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("proves");
        const auto row = [](const char *name, const QByteArray &value, bool proves) {
            QTest::newRow(name) << value << proves;
        };
        row("dmarc", "dmarc=pass header.from=example.org", true);
        row("dmarc without a domain", "dmarc=pass (p=reject)", true);
        row("dmarc of another domain", "dmarc=pass header.from=evil.example", false);
        row("dmarc fails", "dmarc=fail header.from=example.org; spf=pass smtp.mailfrom=example.org", false);
        row("dmarc none, dkim aligned", "dmarc=none; dkim=pass header.d=example.org", true);
        row("dkim", "dkim=pass header.d=example.org header.s=x", true);
        row("dkim by identity", "dkim=pass header.i=@example.org", true);
        row("dkim of a subdomain", "dkim=pass header.d=mail.example.org", true);
        row("dkim of another", "dkim=pass header.d=sendgrid.example", false);
        row("dkim of a name that ends alike", "dkim=pass header.d=evilexample.org", false);
        row("dkim of a whole country", "dkim=pass header.d=org", false);
        row("two signatures", "dkim=fail header.d=example.org; dkim=pass header.d=x.example", false);
        row("two signatures, the second is good", "dkim=fail header.d=x.example; dkim=pass header.d=example.org", true);
        row("spf", "spf=pass smtp.mailfrom=bounce@example.org", true);
        row("spf of the helo only", "spf=pass smtp.helo=example.org", false);
        row("spf of another", "spf=pass smtp.mailfrom=x@evil.example", false);
        row("spf softfail", "spf=softfail smtp.mailfrom=example.org", false);
        row("none", "none", false);
        row("a comment says pass", "dkim=fail (dkim=pass header.d=example.org) header.d=example.org", false);
        row("a comment in between",
            "dkim (1024 bit; says \\) so) = (yes) pass (very (nested)) header.d (is) = example.org", true);
        row("quoted", "dkim=\"pass\" header.d=\"example.org\"", true);
        row("a reason says pass", "dkim=fail reason=\"x; dkim=pass header.d=example.org\" header.d=example.org", false);
        row("an unclosed quote", "dkim=fail reason=\"x; dkim=pass header.d=example.org", false);
        row("an unclosed comment", "dkim=pass header.d=example.org (", false);
        row("a version", "dkim/1=pass header.d=example.org", true);
        row("folded", "\n\tdkim=pass\n\theader.d=example.org", true);
        row("upper case", "DKIM=Pass Header.D=Example.ORG", true);
        row("a quoted local part", "spf=pass smtp.mailfrom=\"a@evil.example; x\"@example.org", true);
        row("a domain in a quoted local part", "spf=pass smtp.mailfrom=\"x@example.org\"@evil.example", false);
        row("twice the same property", "dkim=pass header.d=evil.example header.d=example.org", false);
    }

    void values()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, proves);
        QCOMPARE(proven(results(value) + received + from), proves);
        QCOMPARE(proven(received + results(value) + from), proves);
        // The same from another server, or without one of ours known, proves nothing.
        QVERIFY(!proven("Authentication-Results: mx.evil.example; " + value + "\n" + received + from));
        Mailbox mailbox;
        QVERIFY(!makeMailCodec()->read(results(value) + received + from + "\nx", u"test"_s, &mailbox).senderProven);
        QVERIFY(!makeMailCodec()->read(results(value) + received + from + "\nx", u"test"_s, nullptr).senderProven);
    }

    void forged()
    {
        const QByteArray good = results("dmarc=pass header.from=example.org");
        const QByteArray bad = results("dkim=fail header.d=example.org");
        QVERIFY(proven(good + received + from));
        // The sender's own stands below what our server has added.
        QVERIFY(!proven(bad + received + good + from));
        QVERIFY(!proven(received + bad + good + from));
        QVERIFY(!proven(received + bad + received + good + from));
        QVERIFY(!proven(results("none") + received + from + good));
        // Not at the top: another organisation had the mail after that was written.
        const QByteArray elsewhere =
            "Received: from b by relay.evil.example with SMTP; Tue, 14 Nov 2023 22:13:20 +0000\n";
        QVERIFY(!proven(received + elsewhere + good + from));
        // Hops inside of our own house are none.
        const QByteArray inside =
            "Received: from mx by imap.contoso.example (Dovecot) with LMTP; Tue, 14 Nov 2023 22:13:21 +0000\n"
            "Received: from localhost by localhost with SMTP; Tue, 14 Nov 2023 22:13:21 +0000\n";
        QVERIFY(proven(inside + received + good + from));
        // Two senders, or two headers that name one, cannot both be meant.
        QVERIFY(!proven(good + received + "From: ana@example.org, eve@evil.example\n"));
        QVERIFY(!proven(good + received + from + "From: eve@evil.example\n"));
        QVERIFY(!proven(good + received + "From: eve@evil.example\n"));
        // What looks like our name is not.
        for (const char *name : {"mx.contoso.example.evil.example", "xmx.contoso.example", "mx.contoso.example=x",
                                 "\"mx.contoso.example\"x", "(mx.contoso.example) evil.example", "mx"})
            QVERIFY2(!proven("Authentication-Results: " + QByteArray(name) + "; dmarc=pass\n" + received + from), name);
        QVERIFY(proven("AUTHENTICATION-RESULTS: MX.Contoso.Example 1; dmarc=pass\n" + received + from));
    }

    void severalOfOurs()
    {
        // One header a method, as milters write them: all of them above the first Received count.
        QVERIFY(proven(results("spf=none") + results("dkim=pass header.d=example.org") + received + from));
        QVERIFY(!proven(results("dkim=pass header.d=example.org") + results("dmarc=fail header.from=example.org")
                        + received + from));
        // Below it nobody can tell where ours end.
        QVERIFY(!proven(received + results("spf=none") + results("dkim=pass header.d=example.org") + from));
    }
};

QTEST_APPLESS_MAIN(AuthenticationResultsTest)
#include "authentication_results_test.moc"
