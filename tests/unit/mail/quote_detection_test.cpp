// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/quote_detection.h"
#include "mail/quote_lines.h"
#include "work_clock.h"

#include <QtTest>

using namespace deskhand;
using deskhand::test::WorkClock;

class QuoteDetectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *line, LineKind kind) {
            QTest::newRow(line) << QString::fromUtf8(line) << int(kind);
        };
        row("  \t", LineKind::Empty);
        row("-- ", LineKind::Delimiter);
        row("________________", LineKind::Delimiter);
        row("Sent from my iPhone", LineKind::Signature);
        row("Von meinem Mobilgerät gesendet", LineKind::Signature);
        row("Get [Outlook for iOS](https://aka.ms/x)", LineKind::Signature);
        row("> quoted", LineKind::Quote);
        row("JD> quoted", LineKind::Quote);
        row("On Mon, Feb 1, 2016 at 6:32 PM, Ann Lee <a@x.org> wrote:", LineKind::Attribution);
        row("Am 18.09.2013 um 16:24 schrieb Ann Lee <a@x.org>:", LineKind::Attribution);
        row("Le 4 janv. 2016 19:03, \"Ann Lee\" <a@x.org> a écrit :", LineKind::Attribution);
        row("El jueves, 21 de noviembre de 2013, ann escribió:", LineKind::Attribution);
        row("Op 24 aug. 2013 om 16:48 heeft ann het volgende geschreven:", LineKind::Attribution);
        row("Den 15. jun. 2016 kl. 20.42 skrev Ann Lee <a@x.org>:", LineKind::Attribution);
        row("30 серп. 2016 р. 20:45 \"Ann\" a@x.org пише:", LineKind::Attribution);
        row("суббота, 14 марта 2015 г. пользователь ann написал:", LineKind::Attribution);
        row("在 2016年1月21日 Ann 写道:", LineKind::Attribution);
        row("2015-10-18 0:17 GMT+03:00 Ann Lee <a@x.org>:", LineKind::Attribution);
        row("-----Original Message-----", LineKind::Attribution);
        row("-----Ursprüngliche Nachricht-----", LineKind::Attribution);
        row("---------- Forwarded message ----------", LineKind::Forward);
        row("Begin forwarded message:", LineKind::Forward);
        row("From: Ann Lee", LineKind::Header);
        row("Gesendet: Montag, 1. Februar 2016", LineKind::Header);
        row("*Betreff:* Drucker", LineKind::Header);
        row("发件人: Ann", LineKind::Header);
        row("On the other hand she wrote nothing", LineKind::Text);
        row("The printer said: no paper", LineKind::Text);
        row("a > b", LineKind::Text);
        row("--verbose is the option", LineKind::Text);
        row("Sentences end with a full stop.", LineKind::Text);
        row("At 9 the server stopped", LineKind::Text);
    }

    void lines()
    {
        QFETCH(QString, line);
        QFETCH(int, kind);
        QCOMPARE(int(classifyLine(line)), kind);
    }

    void longLinesCostNothing()
    {
        const QString line = QStringLiteral("On ") + QString(2'000'000, u'a') + QStringLiteral(" wrote:");
        const WorkClock clock;
        QCOMPARE(int(classifyLine(line)), int(LineKind::Text));
        QVERIFY(clock.elapsed() < 200);
    }

    void replies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reply");
        const auto row = [](const char *name, const char *text, const char *reply) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(reply);
        };
        row("only text", "Hello\n\nBye\n", "Hello\n\nBye");
        row("top posting", "Yes.\n\nOn 1 May 2020 at 10:00, Ann <a@x.org> wrote:\n\n> Really?\n> Ann\n", "Yes.");
        row("attribution over two lines",
            "Yes.\n\nOn Mon, Feb 1, 2016 at 6:32 PM, Ann Lee <a@x.org>\nwrote:\n\n> Really?\n", "Yes.");
        row("outlook",
            "Yes.\n\n________________________________\nFrom: Ann <a@x.org>\nSent: Monday, 1 May 2020 10:00\nTo: "
            "Bo\nSubject: Q\n\nReally?\n",
            "Yes.");
        row("original message", "Yes.\n\n-----Original Message-----\nFrom: Ann\nSent: 1 May 2020\n\nReally?", "Yes.");
        row("bottom posting", "On 1 May 2020 at 10:00, Ann <a@x.org> wrote:\n> Really?\n\nYes.\n", "Yes.");
        row("between the lines", "> One?\n\nYes.\n\n> Two?\n\nNo.\n", "> One?\n\nYes.\n\n> Two?\n\nNo.");
        row("device signature", "Yes.\n\nSent from my iPhone\n", "Yes.");
        row("usenet signature", "Yes.\n\n-- \nAnn Lee\n+49 123\n", "Yes.");
        row("signature above the quote", "Yes.\n\n-- \nAnn Lee\n\nOn 1 May 2020 Bo <b@x.org> wrote:\n> Really?\n",
            "Yes.");
        row("rule that is no signature", "One\n-----\nTwo\nThree\n", "One\nTwo\nThree");
        row("code is not touched", "See:\n```\n# comment\n####\n-- sql\n> out\n```\n",
            "See:\n```\n# comment\n####\n-- sql\n> out\n```");
        row("forward with a word",
            "FYI\n\n---------- Forwarded message ----------\nFrom: Ann\nDate: 1 May 2020\nSubject: Q\n\nText\n", "FYI");
        row("everything quoted", "On 1 May 2020 Ann <a@x.org> wrote:\n> Really?\n", "");
        row("leading blanks of a list stay", "\n  * one\n  * two\n", "  * one\n  * two");
        row("empty", "", "");
    }

    void replies()
    {
        QFETCH(QString, text);
        QFETCH(QString, reply);
        QCOMPARE(replyText(text), reply);
    }

    void partsCoverTheText_data() { replies_data(); }

    void partsCoverTheText()
    {
        QFETCH(QString, text);
        QString joined;
        qsizetype at = 0;
        for (const TextPart &part : splitPlainText(text)) {
            QCOMPARE(part.start, at);
            QVERIFY(part.length > 0);
            at += part.length;
            joined += text.sliced(part.start, part.length);
        }
        QCOMPARE(joined, text);
    }

    void partsHaveTheirKinds()
    {
        const QString text = QStringLiteral("Yes.\n\n-- \nAnn Lee\n\nOn 1 May 2020 Bo <b@x.org> wrote:\n> Really?\n");
        const QList<TextPart> parts = splitPlainText(text);
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts[0].kind, PartKind::Reply);
        QCOMPARE(parts[1].kind, PartKind::Signature);
        QCOMPARE(parts[2].kind, PartKind::Quote);
        QCOMPARE(text.sliced(parts[2].start, 5), QStringLiteral("On 1 "));
        const QList<TextPart> forward =
            splitPlainText(QStringLiteral("FYI\n\nBegin forwarded message:\n\nFrom: Ann\n\nText\n"));
        QCOMPARE(forward.last().kind, PartKind::Forward);
    }

    void manyLinesStayFast()
    {
        QString text;
        for (int i = 0; i < 100'000; ++i)
            text += QStringLiteral("On %1 at 10:00 she did something to the printer\n").arg(i);
        const WorkClock clock;
        QVERIFY(!splitPlainText(text).isEmpty());
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_APPLESS_MAIN(QuoteDetectionTest)
#include "quote_detection_test.moc"
