// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_json.h"
#include "mail/mime_parser.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace deskhand;

namespace {

QString samplesFolder()
{
    return QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/mail");
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class MimeParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every sample NAME.eml beside a NAME.json with what must be understood of it (a key that is missing there
    /// must be empty).
    void samples_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(samplesFolder()).entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 26);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void samples()
    {
        QFETCH(QString, name);
        const QString base = samplesFolder() + u'/' + name;
        const QJsonObject expected =
            QJsonDocument::fromJson(fileBytes(base.chopped(4) + QStringLiteral(".json"))).object();
        QVERIFY2(!expected.isEmpty(), "the sample has no expectations");
        QJsonObject actual = mailToJson(parseMail(fileBytes(base)), name);
        for (const QString &key : actual.keys()) {
            const QJsonValue value = actual.value(key);
            const bool empty = value.isNull() || value == QJsonValue(QString()) || value == QJsonValue(false)
                               || (value.isArray() && value.toArray().isEmpty());
            if (empty)
                actual.remove(key);
        }
        actual.remove(QStringLiteral("file"));
        QCOMPARE(QString::fromUtf8(QJsonDocument(actual).toJson()),
                 QString::fromUtf8(QJsonDocument(expected).toJson()));
    }

    void keysAreTheOnesPromised()
    {
        const QJsonObject json = mailToJson(parseMail("Subject: x\n\ny"), QStringLiteral("a.eml"));
        QStringList keys = json.keys();
        QStringList promised = {
            QStringLiteral("file"),       QStringLiteral("subject"),     QStringLiteral("from"),
            QStringLiteral("to"),         QStringLiteral("cc"),          QStringLiteral("reply_to"),
            QStringLiteral("message_id"), QStringLiteral("in_reply_to"), QStringLiteral("references"),
            QStringLiteral("date"),       QStringLiteral("text"),        QStringLiteral("reply"),
            QStringLiteral("html"),       QStringLiteral("attachments"), QStringLiteral("auto_submitted"),
            QStringLiteral("bounce"),     QStringLiteral("list"),        QStringLiteral("defects")};
        promised.sort();
        QCOMPARE(keys, promised);
        QVERIFY(json.value(QStringLiteral("date")).isNull());
    }

    void datesKeepTheSendersZone()
    {
        const ParsedMail mail = parseMail("Date: Thu, 29 Feb 2024 23:30:00 -0500\n\nx");
        QCOMPARE(mail.date, QDateTime(QDate(2024, 3, 1), QTime(4, 30), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(mail.dateOffsetMinutes, -300);
        QCOMPARE(rfc3339(mail.date, mail.dateOffsetMinutes), QStringLiteral("2024-02-29T23:30:00-05:00"));
        QCOMPARE(rfc3339(mail.date, 0), QStringLiteral("2024-03-01T04:30:00Z"));
        QCOMPARE(mail.rawDate, QStringLiteral("Thu, 29 Feb 2024 23:30:00 -0500"));
    }

    void dateFallsBackToReceived()
    {
        const ParsedMail mail =
            parseMail("Received: from a by b\r\n ; Mon, 4 Mar 2024 08:31:00 +0000\nDate: some day\n\nx");
        QCOMPARE(mail.date, 0);
        QVERIFY(mail.defects.contains(QStringLiteral("date-malformed")));
        QCOMPARE(mail.received, QDateTime(QDate(2024, 3, 4), QTime(8, 31), Qt::UTC).toMSecsSinceEpoch());
    }

    void autoResponseSigns_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("signs");
        QTest::addColumn<bool>("machine");
        QTest::newRow("none") << QByteArray("X-Mailer: a") << QString() << false;
        QTest::newRow("auto-submitted no") << QByteArray("Auto-Submitted: no") << QString() << false;
        QTest::newRow("auto-submitted no with comment")
            << QByteArray("Auto-Submitted: (human) No") << QString() << false;
        QTest::newRow("auto-replied") << QByteArray("auto-submitted: Auto-Replied (vacation)")
                                      << QStringLiteral("auto-submitted,auto-replied,vacation") << true;
        QTest::newRow("auto-notified") << QByteArray("Auto-Submitted: auto-notified; owner=x")
                                       << QStringLiteral("auto-submitted") << true;
        QTest::newRow("bulk in capitals")
            << QByteArray("Precedence: Bulk") << QStringLiteral("precedence-bulk") << true;
        QTest::newRow("first class is no sign") << QByteArray("Precedence: first-class") << QString() << false;
        QTest::newRow("suppress") << QByteArray("X-Auto-Response-Suppress: OOF, AutoReply")
                                  << QStringLiteral("x-auto-response-suppress") << false;
        QTest::newRow("x-autoreply") << QByteArray("X-Autoreply: yes") << QStringLiteral("x-autoreply") << true;
        QTest::newRow("x-loop") << QByteArray("X-Loop: yes") << QStringLiteral("x-loop") << true;
        QTest::newRow("null return path")
            << QByteArray("Return-Path: <>") << QStringLiteral("null-return-path") << false;
        QTest::newRow("list") << QByteArray("List-Id: <a.b>") << QStringLiteral("list") << false;
        QTest::newRow("return receipt") << QByteArray(
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=x")
                                        << QStringLiteral("disposition-notification") << true;
    }

    void autoResponseSigns()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, signs);
        QFETCH(bool, machine);
        const ParsedMail mail = parseMail("From: a@x.org\n" + header + "\n\nx");
        QCOMPARE(mail.autoResponseSigns.join(u','), signs);
        QCOMPARE(mail.autoSubmitted, machine);
    }

    void ownLoopChainIsRead()
    {
        const ParsedMail mail = parseMail("From: a@x.org\nX-Deskhand-Loop: one, two\n\nx");
        QCOMPARE(mail.loopChain, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        // A person's reply out of another desk carries it too.
        QVERIFY(mail.autoResponseSigns.isEmpty());
    }

    void humanMailAboutABounceIsNone()
    {
        QVERIFY(!parseMail("From: Ann <ann@x.org>\nSubject: Undeliverable mail?\n\nI got: user unknown 550 5.1.1. Why?")
                     .bounce);
        QVERIFY(
            !parseMail("From: Ann <ann@x.org>\nSubject: Fwd: Returned mail: see transcript\n\n> user unknown").bounce);
        QVERIFY(parseMail("From: MAILER-DAEMON@x.org\nSubject: failure notice\n\nSorry, no mailbox here by that name.")
                    .bounce);
    }

    void emptyInputs()
    {
        QVERIFY(parseMail({}).defects.contains(QStringLiteral("empty")));
        QVERIFY(parseMail("\n\n\n").defects.contains(QStringLiteral("empty")));
        QCOMPARE(parseMail("Subject: only").subject, QStringLiteral("only"));
        QCOMPARE(parseMail(":\n:\n").text.trimmed(), QStringLiteral(":\n:"));
    }

    void threadsMayParseAtOnce()
    {
        const QByteArray raw = fileBytes(samplesFolder() + QStringLiteral("/alternative.eml"));
        std::vector<std::thread> threads;
        std::atomic<int> right = 0;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 200; ++i)
                    right += parseMail(raw).subject == QStringLiteral("Grüße");
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 800);
    }
};

QTEST_APPLESS_MAIN(MimeParserTest)
#include "mime_parser_test.moc"
