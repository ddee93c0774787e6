// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include <QtTest>

using namespace deskhand;

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreQuotedAsRfc4180Says_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << "Network"
                               << "Network";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "a\"b"
                               << "\"a\"\"b\"";
        QTest::newRow("line feed") << "a\nb"
                                   << "\"a\nb\"";
        QTest::newRow("carriage return") << "a\rb"
                                         << "\"a\rb\"";
        QTest::newRow("blank at the end") << "a "
                                          << "\"a \"";
        QTest::newRow("empty") << ""
                               << "";
    }
    void textsAreQuotedAsRfc4180Says()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(csvText(text), written);
    }

    void noTextIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"=1+1", "+49 30 1234", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"http://x\",\"y\")"})
            QTest::newRow(text) << QString::fromLatin1(text);
        for (const char16_t first : {u'＝', u'＋', u'－', u'＠'})
            QTest::newRow(QByteArray::number(first, 16).constData()) << QString(QChar(first)) + QStringLiteral("1+1");
    }
    void noTextIsAFormula()
    {
        QFETCH(QString, text);
        const QString written = csvText(text);
        QVERIFY2(written.startsWith(QStringLiteral("\"'")), qPrintable(written));
        QVERIFY(written.endsWith(u'"'));
        QString inside = written.mid(2).chopped(1);
        inside.replace(QStringLiteral("\"\""), QStringLiteral("\""));
        QCOMPARE(inside, text);
    }

    void numbersAreForPrograms()
    {
        Sheet sheet;
        sheet.zone = QTimeZone("Europe/Berlin");
        sheet.columns = {{QStringLiteral("Queue"), SheetKind::Text},   {QStringLiteral("Tickets"), SheetKind::Count},
                         {QStringLiteral("Met"), SheetKind::Percent},  {QStringLiteral("Median"), SheetKind::Duration},
                         {QStringLiteral("Since"), SheetKind::Moment}, {QStringLiteral("Day"), SheetKind::Day}};
        // Midnight in Berlin is still the day before in UTC.
        const double night = 1'740'956'400'000.0; // 2025-03-02T23:00:00Z
        sheet.rows.append({QStringLiteral("=cmd"), -1204.0, 0.934, 90'500.0, night, night});
        sheet.rows.append({QStringLiteral("Empty"), SheetCell(), std::nan(""), SheetCell()});
        QCOMPARE(csvOf(sheet), QByteArray("Queue,Tickets,Met,Median (s),Since,Day\r\n"
                                          "\"'=cmd\",-1204,0.934,90.5,2025-03-03T00:00:00+01:00,2025-03-03\r\n"
                                          "Empty,,,,,\r\n"));
    }

    void aSpreadsheetIsToldTheEncoding()
    {
        Sheet sheet;
        sheet.columns = {{QStringLiteral("Größe"), SheetKind::Text}};
        QCOMPARE(csvOf(sheet, {u';', true}), QByteArray("\xEF\xBB\xBFGr\xC3\xB6\xC3\x9F"
                                                        "e\r\n"));
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "csv_test.moc"
