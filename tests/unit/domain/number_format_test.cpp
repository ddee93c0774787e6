// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/number_format.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class NumberFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<qint64>("counter");
        QTest::addColumn<QString>("number");
        QTest::newRow("plain") << u"{n}"_s << qint64(7) << u"7"_s;
        QTest::newRow("padded") << u"{n:5}"_s << qint64(42) << u"00042"_s;
        QTest::newRow("grows beyond the padding") << u"{n:3}"_s << qint64(12345) << u"12345"_s;
        QTest::newRow("date in UTC") << u"{yyyy}{mm}{dd}-{n}"_s << qint64(3) << u"20261121-3"_s;
        QTest::newRow("short year and text") << u"TX-{yy}/{n:4}-DE"_s << qint64(9) << u"TX-26/0009-DE"_s;
        // Weights 1,2,1,2 over 1234: 1+4+3+8 = 16, so 4 brings it to 20.
        QTest::newRow("check digit") << u"{n}{c}"_s << qint64(1234) << u"12344"_s;
        // Over 5555: 5+10+5+10 = 30, a multiple of ten already.
        QTest::newRow("check digit 10 is 0") << u"{n}{c}"_s << qint64(5555) << u"55550"_s;
    }

    void formats()
    {
        QFETCH(QString, format);
        QFETCH(qint64, counter);
        QFETCH(QString, number);
        QVERIFY(checkNumberFormat(format).has_value());
        // 2026-11-21T23:30Z: already the next day east of Greenwich.
        QCOMPARE(formatTicketNumber(format, counter, 1795303800000), number);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("position");
        QTest::newRow("no counter") << u"{yyyy}"_s << 0;
        QTest::newRow("two counters") << u"{n}{n}"_s << 0;
        QTest::newRow("unknown") << u"a{n}{x}"_s << 4;
        QTest::newRow("open brace") << u"{n}-{yy"_s << 4;
        QTest::newRow("closing brace") << u"{n}}"_s << 3;
        QTest::newRow("absurd padding") << u"{n:99}"_s << 0;
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("too long") << u"{n}"_s + QString(80, u'x') << 64;
    }

    void refuses()
    {
        QFETCH(QString, format);
        QFETCH(int, position);
        const Result<void> result = checkNumberFormat(format);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(result.error().payload.value(u"position"_s).toInt(), position);
    }
};

QTEST_APPLESS_MAIN(NumberFormatTest)
#include "number_format_test.moc"
