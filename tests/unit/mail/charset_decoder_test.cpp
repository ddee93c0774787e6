// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/charset_decoder.h"

#include <QtTest>

using namespace deskhand;

class CharsetDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("defect");
        const QString none;
        const QString umlaut = QStringLiteral("Grüße");
        QTest::newRow("ascii") << QByteArray("plain") << QByteArray("us-ascii") << QStringLiteral("plain") << none;
        QTest::newRow("utf-8") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                             "e")
                               << QByteArray("utf-8") << umlaut << none;
        QTest::newRow("utf8 alias in quotes") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                            "e")
                                              << QByteArray("\"utf8\"") << umlaut << none;
        QTest::newRow("latin 1") << QByteArray("Gr\xfc\xdf"
                                               "e")
                                 << QByteArray("ISO-8859-1") << umlaut << none;
        QTest::newRow("latin 1 is windows-1252")
            << QByteArray("5 \x80") << QByteArray("iso-8859-1") << QStringLiteral("5 €") << none;
        QTest::newRow("nothing declared, utf-8") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                               "e")
                                                 << QByteArray() << umlaut << none;
        QTest::newRow("nothing declared, 8-bit") << QByteArray("Gr\xfc\xdf"
                                                               "e")
                                                 << QByteArray() << umlaut << none;
        QTest::newRow("ascii that is not") << QByteArray("Gr\xfc\xdf"
                                                         "e")
                                           << QByteArray("us-ascii") << umlaut << QStringLiteral("charset-wrong");
        QTest::newRow("utf-8 that is not") << QByteArray("Gr\xfc\xdf"
                                                         "e")
                                           << QByteArray("utf-8") << umlaut << QStringLiteral("charset-wrong");
        QTest::newRow("utf-8 with damage") << QByteArray("\xc3\xbc\xff") << QByteArray("utf-8")
                                           << QStringLiteral("ü\ufffd") << QStringLiteral("charset-wrong");
        QTest::newRow("unknown charset") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                       "e")
                                         << QByteArray("klingon-7") << umlaut << QStringLiteral("charset-unknown");
        QTest::newRow("unknown-8bit says nothing")
            << QByteArray("\xfc") << QByteArray("unknown-8bit") << QStringLiteral("ü") << none;
        QTest::newRow("cp-850") << QByteArray("\x81") << QByteArray("cp-850") << QStringLiteral("ü") << none;
        QTest::newRow("koi8-r") << QByteArray("\xf4\xc5\xd3\xd4") << QByteArray("koi8-r") << QStringLiteral("Тест")
                                << none;
        QTest::newRow("iso-2022-jp") << QByteArray("\x1b$B%+\x1b(B") << QByteArray("iso-2022-jp")
                                     << QStringLiteral("カ") << none;
        QTest::newRow("shift_jis") << QByteArray("\x83\x4a") << QByteArray("x-sjis") << QStringLiteral("カ") << none;
        QTest::newRow("gb2312 is gb18030")
            << QByteArray("\xc4\xe3\xba\xc3") << QByteArray("gb2312") << QStringLiteral("你好") << none;
        QTest::newRow("big5") << QByteArray("\xa7\x41\xa6\x6e") << QByteArray("big5") << QStringLiteral("你好") << none;
        QTest::newRow("ks_c_5601-1987") << QByteArray("\xb0\xa1") << QByteArray("ks_c_5601-1987")
                                        << QStringLiteral("가") << none;
        QTest::newRow("byte-order mark wins over nothing") << QByteArray("\xef\xbb\xbf"
                                                                         "a\xc3\xbc")
                                                           << QByteArray() << QStringLiteral("\ufeffaü") << none;
        QTest::newRow("byte-order mark wins over latin 1") << QByteArray("\xef\xbb\xbf"
                                                                         "a\xc3\xbc")
                                                           << QByteArray("iso-8859-15") << QStringLiteral("aü") << none;
        QTest::newRow("utf-16 with mark") << QByteArray("\xff\xfe"
                                                        "a\0b\0",
                                                        6)
                                          << QByteArray("utf-16") << QStringLiteral("ab") << none;
        QTest::newRow("utf-16 without mark, little")
            << QByteArray("a\0b\0", 4) << QByteArray("utf-16") << QStringLiteral("ab") << none;
        QTest::newRow("utf-16 without mark, big")
            << QByteArray("\0a\0b", 4) << QByteArray("utf-16") << QStringLiteral("ab") << none;
        QTest::newRow("utf-32 without mark")
            << QByteArray("\0\0\0a", 4) << QByteArray("utf-32") << QStringLiteral("a") << none;
        QTest::newRow("utf-7 is refused") << QByteArray("+ADw-script+AD4-") << QByteArray("utf-7")
                                          << QStringLiteral("+ADw-script+AD4-") << QStringLiteral("utf-7-refused");
        QTest::newRow("unicode-1-1-utf-7 too") << QByteArray("+ADw-") << QByteArray("UNICODE-1-1-UTF-7")
                                               << QStringLiteral("+ADw-") << QStringLiteral("utf-7-refused");
    }

    void decodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, declared);
        QFETCH(QString, text);
        QFETCH(QString, defect);
        DefectNotes notes;
        QCOMPARE(decodeCharset(bytes, declared, notes).remove(QChar(0xfeff)), QString(text).remove(QChar(0xfeff)));
        QCOMPARE(notes.names().join(u','), defect);
    }

    void hintIsTriedBeforeTheLastResort()
    {
        DefectNotes notes;
        QCOMPARE(decodeCharset("\xf4\xc5\xd3\xd4", {}, notes, "koi8-r"), QStringLiteral("Тест"));
    }

    void htmlTellsItsCharset()
    {
        DefectNotes notes;
        const QByteArray html =
            "<html><head><meta http-equiv=Content-Type content='text/html; charset=koi8-r'></head>\xf4";
        QVERIFY(decodeHtmlBytes(html, {}, notes).endsWith(QStringLiteral("Т")));
        QVERIFY(decodeHtmlBytes("<meta charset=\"iso-8859-5\">\xd0", {}, notes).endsWith(QStringLiteral("а")));
        QVERIFY(decodeHtmlBytes("<meta charset=koi8-r>\xc3\xbc", "utf-8", notes).endsWith(QStringLiteral("ü")));
    }

    void lineEndsAndNul()
    {
        DefectNotes notes;
        QCOMPARE(withUnixLineEnds(QStringLiteral("a\r\nb\rc\n"), notes), QStringLiteral("a\nb\nc\n"));
        QVERIFY(notes.names().isEmpty());
        QCOMPARE(withUnixLineEnds(QString(QChar(u'a')) + QChar(u'\0') + QChar(u'b'), notes), QStringLiteral("ab"));
        QCOMPARE(notes.names(), QStringList{QStringLiteral("nul-bytes")});
    }

    void validUtf8()
    {
        QVERIFY(isValidUtf8("abc"));
        QVERIFY(isValidUtf8("\xc3\xbc"));
        QVERIFY(!isValidUtf8("\xc3"));
        QVERIFY(!isValidUtf8("\xed\xa0\x80")); // a surrogate
        QVERIFY(!isValidUtf8("\xc0\xaf"));     // overlong
    }
};

QTEST_APPLESS_MAIN(CharsetDecoderTest)
#include "charset_decoder_test.moc"
