// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/imap_response.h"
#include "mail/transport/smtp_reply.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

namespace deskhand {

using namespace Qt::Literals::StringLiterals;

class ImapResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void statuses();
    void fetched();
    void literalSizes_data();
    void literalSizes();
    void dates_data();
    void dates();
    void numbers();
    void sets();
    void folderNames_data();
    void folderNames();
    void whateverComes();
    void replies();
};

namespace {

ImapResponse untagged(const QByteArray &text, const QByteArrayList &literals = {})
{
    ImapResponse response;
    response.text = text;
    response.literals = literals;
    return response;
}

} // namespace

void ImapResponseTest::words()
{
    QCOMPARE(untagged("12 exists").word(), QByteArray("EXISTS"));
    QCOMPARE(untagged("12 exists").number(), 12U);
    QCOMPARE(untagged("SEARCH 1 2").word(), QByteArray("SEARCH"));
    QCOMPARE(untagged("SEARCH 1 2").rest(), QByteArray("1 2"));
    QCOMPARE(untagged("SEARCH").rest(), QByteArray());
    QCOMPARE(untagged("").word(), QByteArray());
    QCOMPARE(untagged("99999999999 EXISTS").number(), 0U);
}

void ImapResponseTest::statuses()
{
    const ImapStatus status = imapStatus(untagged("no [TRYCREATE] there [is] none"));
    QCOMPARE(status.word, QByteArray("NO"));
    QCOMPARE(status.code, QByteArray("TRYCREATE"));
    QCOMPARE(status.text, QByteArray("there [is] none"));
    QCOMPARE(imapStatus(untagged("OK [UIDNEXT 12] x")).arguments, QByteArray("12"));
    QCOMPARE(imapStatus(untagged("OK [half")).code, QByteArray());
    QCOMPARE(imapStatus(untagged("OK")).text, QByteArray());
}

void ImapResponseTest::fetched()
{
    const auto all =
        imapFetched(untagged("3 FETCH (FLAGS (\\Seen $x) UID 7 BODY[HEADER.FIELDS (DATE)] NIL RFC822.SIZE 12 "
                             "X (a (\"b)\" {3}) c) BODY[]<0> \"part\" BODY[] {5})",
                             {")))", "hello"}));
    QVERIFY(all);
    QCOMPARE(all->uid, 7);
    QCOMPARE(all->size, 12);
    QCOMPARE(all->flags, QByteArrayList({"\\SEEN", "$X"}));
    QVERIFY(all->hasBody);
    QCOMPARE(all->body, QByteArray("hello"));
    QVERIFY(imapFetched(untagged("1 FETCH (BODY[] NIL)"))->bodyIsNil);
    QCOMPARE(imapFetched(untagged("1 FETCH (BODY[] \"a\\\"b\")"))->body, QByteArray("a\"b"));
    for (const char *wrong : {"1 FETCH", "1 FETCH (UID 0)", "1 FETCH (UID -1)", "1 FETCH (UID 4294967296)",
                              "1 FETCH (UID 1", "1 FETCH (UID 1) x", "1 FETCH (BODY[] \"open)", "1 FETCH (X (a)",
                              "1 FETCH (BODY[] {5})", "1 FETCH (UID)", "1 FETCH ()x"})
        QVERIFY2(!imapFetched(untagged(wrong)), wrong);
}

void ImapResponseTest::literalSizes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("size");
    QTest::newRow("plain") << QByteArray("BODY[] {12}") << Q_INT64_C(12);
    QTest::newRow("8") << QByteArray("BODY[] ~{0}") << Q_INT64_C(0);
    QTest::newRow("plus") << QByteArray("{3+}") << Q_INT64_C(3);
    QTest::newRow("none") << QByteArray("BODY[]") << Q_INT64_C(-1);
    QTest::newRow("empty") << QByteArray("{}") << Q_INT64_C(-1);
    QTest::newRow("negative") << QByteArray("{-1}") << Q_INT64_C(-1);
    QTest::newRow("hex") << QByteArray("{0x1}") << Q_INT64_C(-1);
    QTest::newRow("too many digits") << QByteArray("{1234567890123456789}") << Q_INT64_C(-1);
}

void ImapResponseTest::literalSizes()
{
    QFETCH(QByteArray, line);
    QFETCH(qint64, size);
    const auto found = imapLiteralSize(line);
    QCOMPARE(found ? qint64(*found) : -1, size);
}

void ImapResponseTest::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("west") << QByteArray("17-Jul-1996 02:44:25 -0700") << u"1996-07-17T09:44:25Z"_s;
    QTest::newRow("east, one digit") << QByteArray(" 1-Jan-2026 00:30:00 +0530") << u"2025-12-31T19:00:00Z"_s;
    QTest::newRow("no such day") << QByteArray("31-Feb-2026 00:00:00 +0000") << QString();
    QTest::newRow("words") << QByteArray("today") << QString();
    QTest::newRow("no zone") << QByteArray("17-Jul-1996 02:44:25") << QString();
}

void ImapResponseTest::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, utc);
    const Instant expected = utc.isEmpty() ? 0 : QDateTime::fromString(utc, Qt::ISODate).toMSecsSinceEpoch();
    QCOMPARE(imapDateTime(text), expected);
}

void ImapResponseTest::numbers()
{
    QVector<quint32> found;
    QVERIFY(appendImapNumbers("1  4294967295 7", &found));
    QCOMPARE(found, QVector<quint32>({1, 4294967295U, 7}));
    QVERIFY(appendImapNumbers("", &found));
    QVERIFY(!appendImapNumbers("4294967296", &found));
    QVERIFY(!appendImapNumbers("1,2", &found));
}

void ImapResponseTest::sets()
{
    QCOMPARE(imapSet({1, 2, 3, 7, 9, 10}), QByteArray("1:3,7,9:10"));
    QCOMPARE(imapSet({5}), QByteArray("5"));
    QCOMPARE(imapSet({}), QByteArray());
}

void ImapResponseTest::folderNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("encoded");
    // The first two are those of RFC 3501 5.1.3.
    QTest::newRow("mixed") << u"~peter/mail/台北/日本語"_s << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    QTest::newRow("ampersand") << u"A & B"_s << QByteArray("A &- B");
    QTest::newRow("emoji") << u"\U0001F600"_s << QByteArray("&2D3eAA-");
    QTest::newRow("plain") << u"INBOX/Done"_s << QByteArray("INBOX/Done");
}

void ImapResponseTest::folderNames()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, encoded);
    QCOMPARE(imapFolderName(name), encoded);
    QCOMPARE(imapQuoted("a\"b\\c"), QByteArray("\"a\\\"b\\\\c\""));
}

/// Whatever a server says, reading it ends and stays within its bytes (the sanitizers watch).
void ImapResponseTest::whateverComes()
{
    QRandomGenerator random(1);
    const QByteArray alphabet("()[]{}\"\\ ~*%+-019aU.IDFETCHBODY\x80\x00\r", 34);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = round % 2 == 0 ? "1 FETCH (UID 1 BODY[] {3} X (\"a\" (b)) FLAGS (\\Seen))" : "1 FETCH (";
        for (int i = random.bounded(20); i >= 0; --i) {
            const qsizetype at = random.bounded(int(text.size()) + 1);
            text.insert(at, alphabet[random.bounded(int(alphabet.size()))]);
        }
        const auto found = imapFetched(untagged(text, {"abc"}));
        QVERIFY(!found || found->body.size() <= text.size());
        static_cast<void>(imapStatus(untagged(text)));
        static_cast<void>(imapLiteralSize(text));
        static_cast<void>(imapDateTime(text));
        SmtpReply reply;
        bool last = false;
        static_cast<void>(appendSmtpLine(text, &reply, &last));
    }
}

void ImapResponseTest::replies()
{
    SmtpReply reply;
    bool last = false;
    QVERIFY(appendSmtpLine("550-5.1.1 no", &reply, &last));
    QVERIFY(!last);
    QVERIFY(!appendSmtpLine("250 5.1.1 user", &reply, &last));
    QVERIFY(appendSmtpLine("550 such user", &reply, &last));
    QVERIFY(last);
    QCOMPARE(reply.status(), u"5.1.1"_s);
    QCOMPARE(reply.text(), QByteArray("550 5.1.1 no such user"));
    QCOMPARE(smtpState(reply), DeliveryState::Failed);
    SmtpReply other;
    QVERIFY(appendSmtpLine("451 5.1.1 no", &other, &last));
    QCOMPARE(other.status(), QString()); // of another class than its code
    QCOMPARE(smtpState(other), DeliveryState::Delayed);
    for (const char *wrong : {"", "25", "hello", "25x ok", "199 no", "600 no", "250_ok"}) {
        SmtpReply none;
        QVERIFY2(!appendSmtpLine(wrong, &none, &last), wrong);
    }
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ImapResponseTest)
#include "imap_response_test.moc"
