// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/address_parser.h"
#include "mail/encoded_words.h"
#include "mail/header_block.h"
#include "work_clock.h"

#include <QtTest>

using namespace deskhand;
using deskhand::test::WorkClock;

namespace {

QString addressList(const QList<MailAddress> &addresses)
{
    QStringList texts;
    for (const MailAddress &address : addresses)
        texts.append(address.name + u'|' + address.address);
    return texts.join(QStringLiteral(" ; "));
}

} // namespace

class HeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerText_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray(" Hello there ") << QStringLiteral("Hello there");
        QTest::newRow("folded") << QByteArray(" Hello\r\n there\r\n\tagain") << QStringLiteral("Hello there again");
        QTest::newRow("q") << QByteArray("=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus?= Bonn") << QStringLiteral("Grüße aus Bonn");
        QTest::newRow("b") << QByteArray("=?UTF-8?B?R3LDvMOfZQ==?=") << QStringLiteral("Grüße");
        QTest::newRow("language tag") << QByteArray("=?utf-8*de?Q?Gr=C3=BC?=") << QStringLiteral("Grü");
        QTest::newRow("blanks between words go")
            << QByteArray("=?utf-8?Q?a?= \r\n =?utf-8?Q?b?=") << QStringLiteral("ab");
        QTest::newRow("blanks to plain text stay")
            << QByteArray("=?utf-8?Q?a?= b =?utf-8?Q?c?=") << QStringLiteral("a b c");
        QTest::newRow("words that touch") << QByteArray("=?utf-8?Q?a?==?utf-8?Q?b?=") << QStringLiteral("ab");
        QTest::newRow("character split between q words")
            << QByteArray("=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=") << QStringLiteral("ü");
        QTest::newRow("character split between b words")
            << QByteArray("=?utf-8?B?w7zD?=\r\n =?utf-8?B?vA==?=") << QStringLiteral("üü");
        QTest::newRow("base64 cut anywhere")
            << QByteArray("=?utf-8?B?R3LDvMOf?= =?utf-8?B?ZQ?=") << QStringLiteral("Grüße");
        QTest::newRow("blank inside a word") << QByteArray("=?utf-8?Q?two words?=") << QStringLiteral("two words");
        QTest::newRow("question mark inside") << QByteArray("=?utf-8?Q?what?=3F?=") << QStringLiteral("what??");
        QTest::newRow("no closing mark") << QByteArray("=?utf-8?Q?cut_off") << QStringLiteral("cut off");
        QTest::newRow("not a word") << QByteArray("1 =?= 2") << QStringLiteral("1 =?= 2");
        QTest::newRow("raw utf-8") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                 "e")
                                   << QStringLiteral("Grüße");
        QTest::newRow("raw latin") << QByteArray("Gr\xfc\xdf"
                                                 "e")
                                   << QStringLiteral("Grüße");
        QTest::newRow("raw japanese") << QByteArray("\x1b$B%+\x1b(B") << QStringLiteral("カ");
        QTest::newRow("utf-7 stays as it is") << QByteArray("=?utf-7?Q?Fr+APY-sche?=") << QStringLiteral("Fr+APY-sche");
        QTest::newRow("line breaks inside a word")
            << QByteArray("=?utf-8?Q?a=0D=0ABcc:_x?=") << QStringLiteral("a  Bcc: x");
        QTest::newRow("direction override") << QByteArray("=?utf-8?Q?a=E2=80=AEb?=") << QStringLiteral("ab");
    }

    void headerText()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, text);
        DefectNotes notes;
        QCOMPARE(decodeHeaderText(raw, notes), text);
    }

    void rawBytesUseTheBodysCharset()
    {
        DefectNotes notes;
        QCOMPARE(decodeHeaderText("\xf4\xc5\xd3\xd4", notes, "koi8-r"), QStringLiteral("Тест"));
        QCOMPARE(notes.names(), QStringList{QStringLiteral("raw-8bit-header")});
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *raw, const char *expected) {
            QTest::newRow(name) << QByteArray(raw) << QString::fromUtf8(expected);
        };
        row("bare", "a@x.org", "|a@x.org");
        row("named", "Ann Lee <a@x.org>", "Ann Lee|a@x.org");
        row("quoted", "\"Lee, Ann\" <a@x.org>", "Lee, Ann|a@x.org");
        row("two", "a@x.org, B <b@x.org>", "|a@x.org ; B|b@x.org");
        row("semicolon", "a@x.org; b@x.org", "|a@x.org ; |b@x.org");
        row("comment as name", "a@x.org (Ann Lee)", "Ann Lee|a@x.org");
        row("nested comment", "a@x.org (Ann (the) Lee)", "Ann (the) Lee|a@x.org");
        row("encoded name", "=?utf-8?Q?J=C3=BCrgen?= <j@x.org>", "Jürgen|j@x.org");
        row("encoded comma", "=?utf-8?Q?Lee=2C_Ann?= <a@x.org>", "Lee, Ann|a@x.org");
        row("encoded in quotes", "\"=?utf-8?Q?J=C3=BCrgen?=\" <j@x.org>", "Jürgen|j@x.org");
        row("everything encoded", "=?utf-8?Q?Ann_=3Ca=40x.org=3E?=", "Ann|a@x.org");
        row("comma without quotes", "Lee, Ann <a@x.org>", "Lee, Ann|a@x.org");
        row("group", "Team: a@x.org, B <b@x.org>;", "|a@x.org ; B|b@x.org");
        row("undisclosed", "undisclosed-recipients:;", "");
        row("no closing bracket", "Ann <a@x.org, b@x.org", "Ann|a@x.org ; |b@x.org");
        row("name without bracket", "Ann Lee a@x.org", "Ann Lee|a@x.org");
        row("two without comma", "a@x.org b@y.org", "|a@x.org");
        row("quote in the name", "\"Ann \\\"Bo\\\" Lee\" <a@x.org>", "Ann \"Bo\" Lee|a@x.org");
        row("unclosed quote", "\"Ann <a@x.org>", "\"Ann|a@x.org");
        row("single quotes", "'Ann' <a@x.org>", "Ann|a@x.org");
        row("route", "<@relay.org:a@x.org>", "|a@x.org");
        row("mailto", "<mailto:a@x.org>", "|a@x.org");
        row("comments inside", "Pete(A chap) <pete(his account)@x.org(his host)>", "Pete|pete@x.org");
        row("quoted local part", "\"Big Bug\"@bug.com", "|\"Big Bug\"@bug.com");
        row("quoted local part in brackets", "Bug <\"Big Bug\"@bug.com>", "Bug|\"Big Bug\"@bug.com");
        row("escapes in it", "\"a\\\"b\"@x.org, <\"c\\\\d\"@x.org>", "|\"a\\\"b\"@x.org ; |\"c\\\\d\"@x.org");
        row("a quote that never ends", "<\"a b@x.org>", "|\"ab@x.org");
        row("nobody", "\"\" <>, a@x.org", "|a@x.org");
        row("quotes that are not needed", "<\"ann\"@x.org>", "|ann@x.org");
        row("daemon", "MAILER-DAEMON <>", "MAILER-DAEMON|");
        row("local user", "root", "|root");
        row("address as name", "\"a@x.org\" <a@x.org>", "a@x.org|a@x.org");
        row("empty", " , ,, ", "");
        row("folded", "Ann\r\n Lee\r\n <a@x.org>", "Ann Lee|a@x.org");
    }

    void addresses()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, expected);
        DefectNotes notes;
        QCOMPARE(addressList(parseAddresses(raw, 1000, notes)), expected);
    }

    void addressesStopAtTheLimit()
    {
        QByteArray many;
        for (int i = 0; i < 3000; ++i)
            many += "a" + QByteArray::number(i) + "@x.org,";
        DefectNotes notes;
        QCOMPARE(parseAddresses(many, 1000, notes).size(), 1000);
        QCOMPARE(notes.names(), QStringList{QStringLiteral("too-many-addresses")});
    }

    void hostileAddressesAreLinear_data()
    {
        QTest::addColumn<QByteArray>("raw");
        constexpr qsizetype size = 256 * 1024;
        QTest::newRow("quotes") << QByteArray(size, '"');
        QTest::newRow("odd quotes") << QByteArray(size + 1, '"');
        QTest::newRow("brackets") << QByteArray(size, '<');
        QTest::newRow("parentheses") << QByteArray(size, '(');
        QTest::newRow("balanced parentheses") << QByteArray(size, '(') + QByteArray(size, ')');
        QTest::newRow("colons") << 'a' + QByteArray(size, 'b') + '@' + QByteArray(size, ':');
        QTest::newRow("commas") << QByteArray(size, ',');
        QTest::newRow("encoded word begins") << QByteArray("=?a?q?").repeated(size / 6);
        QTest::newRow("backslashes") << '"' + QByteArray(size, '\\') + '"';
    }

    void hostileAddressesAreLinear()
    {
        QFETCH(QByteArray, raw);
        const WorkClock clock;
        DefectNotes notes;
        QVERIFY(parseAddresses(raw, 1000, notes).size() <= 1000);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void blockEndsAtTheBlankLine()
    {
        DefectNotes notes;
        const QByteArray raw = "Subject: a\r\nTo: b\r\n c\r\n\r\nBody";
        const HeaderBlock block = HeaderBlock::read(raw, MailLimits(), notes);
        QCOMPARE(block.fields().size(), 2);
        QCOMPARE(block.value("subject").trimmed(), QByteArray("a"));
        QCOMPARE(unfolded(block.value("TO")).trimmed(), QByteArray("b c"));
        QCOMPARE(raw.sliced(block.bodyStart()), QByteArray("Body"));
        QVERIFY(notes.names().isEmpty());
    }

    void blockWithoutAnEnd()
    {
        DefectNotes notes;
        const QByteArray raw = "Subject: a\nThis is text already\nmore of it\n";
        const HeaderBlock block = HeaderBlock::read(raw, MailLimits(), notes);
        QCOMPARE(raw.sliced(block.bodyStart()), QByteArray("This is text already\nmore of it\n"));
        QCOMPARE(notes.names(), QStringList{QStringLiteral("no-header-end")});
    }

    void wronglyFoldedLineBelongsToTheHeaderAbove()
    {
        DefectNotes notes;
        const QByteArray raw = "Subject: a long\nsubject line\nFrom: a@x.org\n\nBody";
        const HeaderBlock block = HeaderBlock::read(raw, MailLimits(), notes);
        QCOMPARE(unfolded(block.value("Subject")).simplified(), QByteArray("a long subject line"));
        QCOMPARE(block.value("From").trimmed(), QByteArray("a@x.org"));
        QCOMPARE(notes.names(), QStringList{QStringLiteral("header-malformed")});
    }

    void separatorLineIsSkipped()
    {
        DefectNotes notes;
        const QByteArray raw = "From a@x.org Thu Jan  1 00:00:00 2024\nSubject: a\n\nBody";
        const HeaderBlock block = HeaderBlock::read(raw, MailLimits(), notes);
        QCOMPARE(block.value("Subject").trimmed(), QByteArray("a"));
        QVERIFY(notes.names().isEmpty());
    }

    void blanksBeforeTheColonAreForgiven()
    {
        DefectNotes notes;
        const HeaderBlock block = HeaderBlock::read("Subject : a\n\n", MailLimits(), notes);
        QCOMPARE(block.value("Subject").trimmed(), QByteArray("a"));
    }

    void blockStopsAtItsLimits()
    {
        DefectNotes notes;
        QByteArray raw;
        for (int i = 0; i < 5000; ++i)
            raw += "X-A: b\n";
        raw += "\nBody";
        const HeaderBlock block = HeaderBlock::read(raw, MailLimits(), notes);
        QCOMPARE(block.fields().size(), 1000);
        QCOMPARE(raw.sliced(block.bodyStart()), QByteArray("Body"));
        QCOMPARE(notes.names(), QStringList{QStringLiteral("too-many-headers")});
    }
};

QTEST_APPLESS_MAIN(HeadersTest)
#include "headers_test.moc"
