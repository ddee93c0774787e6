// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/attachment_names.h"
#include "mail/flowed_text.h"
#include "mail/tnef_decoder.h"
#include "mail/transfer_decoder.h"
#include "mail/uuencode.h"

#include <QtTest>

using namespace deskhand;

class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safeNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *name, const char *safe) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(safe);
        };
        row("report.pdf", "report.pdf");
        row("../../etc/passwd", "passwd");
        row("C:\\Users\\x\\a.txt", "a.txt");
        row("a:b.txt", "a_b.txt");
        row("con.txt", "_con.txt");
        row("NUL", "_NUL");
        row("lpt1.pdf", "_lpt1.pdf");
        row("trailing. . ", "trailing");
        row(".htaccess", ".htaccess");
        row("\u200b.htaccess", ".htaccess");
        row("invoice\u202efdp.exe", "invoicefdp.exe");
        row("a\r\n b.txt", "a b.txt");
        row("<script>.html", "_script_.html");
        row("Bericht für Ann.txt", "Bericht für Ann.txt");
        row("...", "");
        row("", "");
    }

    void safeNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(receivedFileName(name), safe);
        QCOMPARE(receivedFileName(safe), safe);
    }

    void longNamesKeepTheirExtension()
    {
        const QString name = receivedFileName(QString(5000, u'x') + QStringLiteral(".pdf"));
        QCOMPARE(name.size(), 200);
        QVERIFY(name.endsWith(QStringLiteral(".pdf")));
    }

    void base64_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("SGVsbG8=") << QByteArray("Hello");
        QTest::newRow("lines") << QByteArray("SGVs\r\nbG8=\r\n") << QByteArray("Hello");
        QTest::newRow("no padding") << QByteArray("SGVsbG8") << QByteArray("Hello");
        QTest::newRow("foreign characters") << QByteArray("SG!Vs*bG8=") << QByteArray("Hello");
        QTest::newRow("footer behind it") << QByteArray("SGVsbG8=\n-- \nSent to the list.\n") << QByteArray("Hello");
        QTest::newRow("two glued together") << QByteArray("SGVsbG8=\nSGVsbG8=") << QByteArray("HelloHello");
        QTest::newRow("one letter too many") << QByteArray("SGVsb") << QByteArray("Hel");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void base64()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, bytes);
        QCOMPARE(decodeBase64(text), bytes);
    }

    void base64OfEveryLength()
    {
        QByteArray bytes;
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(decodeBase64(bytes.toBase64()), bytes);
            bytes += static_cast<char>(i * 7);
        }
    }

    void quotedPrintable()
    {
        QCOMPARE(decodeQuotedPrintable("Gr=C3=BC=\r\n=C3=9Fe=\n!"), QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                                               "e!"));
        QCOMPARE(decodeQuotedPrintable("soft = \t\nbreak"), QByteArray("soft break"));
        QCOMPARE(decodeQuotedPrintable("1 = 1, =ZZ, =4"), QByteArray("1 = 1, =ZZ, =4"));
        QCOMPARE(decodeQuotedPrintable("end="), QByteArray("end"));
        QCOMPARE(decodeQuotedPrintable("=3d=3D"), QByteArray("=="));
    }

    void uuencodedFilesAreTaken()
    {
        QString text = QStringLiteral("Look:\nbegin 644 a.txt\n&2&5L;&\\*\n`\nend\nBye\n");
        const QList<UuencodedFile> files = takeUuencodedFiles(text, MailLimits());
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().name, QStringLiteral("a.txt"));
        QCOMPARE(files.first().bytes, QByteArray("Hello\n"));
        QCOMPARE(text, QStringLiteral("Look:\nBye\n"));
    }

    void proseThatBeginsWithBeginStays()
    {
        const QString prose = QStringLiteral("begin with the manual\nbegin 644 things\nand more\nend\n");
        QString text = prose;
        QVERIFY(takeUuencodedFiles(text, MailLimits()).isEmpty());
        QCOMPARE(text, prose);
    }

    void flowedParagraphs()
    {
        QCOMPARE(unflowed(QStringLiteral("one \ntwo\nthree\n"), false), QStringLiteral("one two\nthree\n"));
        QCOMPARE(unflowed(QStringLiteral("one \ntwo"), true), QStringLiteral("onetwo"));
        QCOMPARE(unflowed(QStringLiteral("> one \n> two\n>> three\nfour\n"), false),
                 QStringLiteral("> one two\n>> three\nfour\n"));
        QCOMPARE(unflowed(QStringLiteral("text \n-- \nAnn\n"), false), QStringLiteral("text \n-- \nAnn\n"));
        QCOMPARE(unflowed(QStringLiteral(" From here\n"), false), QStringLiteral("From here\n"));
        QCOMPARE(unflowed(QString(), false), QString());
    }

    void compressedRtf()
    {
        // The two worked examples of [MS-OXRTFCP] 4.1.
        const QByteArray simple =
            QByteArray::fromHex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c"
                                "090020627705b06c647d0a800fa0");
        const QByteArray repeated = QByteArray::fromHex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");
        QCOMPARE(decompressRtf(repeated, 1000), QByteArray("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"));
        QCOMPARE(decompressRtf(simple, 1000), QByteArray("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"));
        QVERIFY(decompressRtf(repeated, 10).isEmpty());
        QVERIFY(decompressRtf("short", 1000).isEmpty());
    }

    void damagedTnefIsSurvived()
    {
        QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/mail/tnef.eml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray mail = file.readAll();
        const QByteArray tnef = decodeBase64(mail.sliced(mail.indexOf("\n\n") + 2));
        const TnefContent whole = decodeTnef(tnef, MailLimits());
        QVERIFY(whole.sound);
        QCOMPARE(whole.attachments.size(), 1);
        QCOMPARE(whole.attachments.first().name, QStringLiteral("Bericht für Ann.txt"));
        for (qsizetype length = 0; length < tnef.size(); ++length)
            QVERIFY(decodeTnef(tnef.first(length), MailLimits()).attachments.size() <= 1);
        for (qsizetype at = 0; at < tnef.size(); ++at) {
            QByteArray damaged = tnef;
            damaged[at] = static_cast<char>(0xff);
            QVERIFY(decodeTnef(damaged, MailLimits()).attachments.size() <= 2);
        }
    }
};

QTEST_APPLESS_MAIN(AttachmentsTest)
#include "attachments_test.moc"
