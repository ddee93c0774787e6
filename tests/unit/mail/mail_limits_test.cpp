// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mime_parser.h"
#include "work_clock.h"

#include <QFile>
#include <QtTest>

using namespace deskhand;
using deskhand::test::mostMilliseconds;
using deskhand::test::WorkClock;

namespace {

/// Peak resident memory of this process in bytes; 0 where the system does not tell.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.sliced(at + 6, 20).simplified().split(' ').first().toLongLong() * 1024;
}

QByteArray nested(int depth)
{
    QByteArray raw = "Subject: deep\n";
    for (int i = 0; i < depth; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        raw += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    return raw + "\nText\n";
}

} // namespace

class MailLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bombs_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("defect");
        QByteArray to = "To: ";
        for (int i = 0; i < 500'000; ++i)
            to += "someone" + QByteArray::number(i) + "@example.org,\r\n ";
        QTest::newRow("500,000 addresses")
            << "Subject: many\n" + to + "\n\nText" << QStringLiteral("headers-too-large");
        QTest::newRow("addresses within the block")
            << "Subject: many\n" + to.first(200'000) + "\n\nText" << QStringLiteral("too-many-addresses");
        QTest::newRow("a million parts") << "Content-Type: multipart/mixed; boundary=b\n\n"
                                                + QByteArray("--b\n\n\n").repeated(1'000'000)
                                         << QStringLiteral("too-many-parts");
        QTest::newRow("parts behind a split boundary")
            << "Content-Type: multipart/mixed; boundary*0=\"b\"; boundary*1=\"c\"\n\n"
                   + QByteArray("--bc\n\n\n").repeated(300'000)
            << QStringLiteral("too-many-parts");
        QTest::newRow("depth 60") << nested(60) << QStringLiteral("too-deep");
        QTest::newRow("depth 10,000") << nested(10'000) << QStringLiteral("too-many-parts");
        QTest::newRow("open boundaries and many lines")
            << nested(900) + QByteArray("--\n").repeated(2'000'000) << QStringLiteral("too-many-parts");
        QTest::newRow("a part with a million headers")
            << "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + QByteArray("a:\n").repeated(1'000'000)
            << QStringLiteral("headers-too-large");
        QTest::newRow("a million headers")
            << QByteArray("a:\n").repeated(1'000'000) << QStringLiteral("too-many-headers");
        QTest::newRow("one header line of 20 MB")
            << "Subject: " + QByteArray(20'000'000, 'a') << QStringLiteral("headers-too-large");
        QTest::newRow("folded header of a million lines")
            << "Subject: a\n" + QByteArray(" b\n").repeated(1'000'000) << QStringLiteral("headers-too-large");
        QTest::newRow("references") << "References: " + QByteArray("<a@b>\n ").repeated(20'000) + "\n\nText"
                                    << QStringLiteral("too-many-references");
        QTest::newRow("encoded words") << "Subject: " + QByteArray("=?utf-8?Q?a?= ").repeated(15'000) + "\n\nText"
                                       << QStringLiteral("subject-too-long");
        QTest::newRow("text of 20 MB") << "Subject: a\n\n" + QByteArray("some text\n").repeated(2'000'000)
                                       << QStringLiteral("text-too-long");
        QTest::newRow("base64 of 20 MB") << "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
                                                + QByteArray("QUJD\n").repeated(4'000'000)
                                         << QString();
        QTest::newRow("base64 with padding all over")
            << "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
                   + QByteArray("QQ==\n").repeated(4'000'000)
            << QString();
        QTest::newRow("one line of 20 MB")
            << "Subject: a\n\n" + QByteArray(20'000'000, 'x') << QStringLiteral("text-too-long");
        QTest::newRow("begin lines") << "Subject: a\n\n" + QByteArray("begin 644 a\n").repeated(300'000) << QString();
        QTest::newRow("hostile html in each of 50 parts")
            << "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n"
                   + ("--b\nContent-Type: text/html\n\n" + QByteArray("<td><font color=red>").repeated(20'000) + "\n")
                         .repeated(50)
            << QString();
        QTest::newRow("deep html") << "Content-Type: text/html\n\n" + QByteArray("<div>").repeated(100'000)
                                   << QString();
    }

    void bombs()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, defect);
        const WorkClock clock;
        const ParsedMail mail = parseMail(raw);
        const qint64 elapsed = clock.elapsed();
        if (!defect.isEmpty())
            QVERIFY2(mail.defects.contains(defect), qPrintable(mail.defects.join(u',')));
        QVERIFY(mail.attachments.size() <= 2000);
        QVERIFY2(elapsed < mostMilliseconds, qPrintable(QStringLiteral("%1 ms").arg(elapsed)));
    }

    void memoryStaysBounded()
    {
        // The inputs above are up to 20 MB and were all parsed in this process.
        const qint64 peak = peakMemory();
        if (peak == 0)
            QSKIP("this system does not tell the peak memory of a process");
        // Sanitizers keep what was freed for a while.
        const qint64 most = (deskhand::test::isSanitized ? 1500LL : 600LL) * 1024 * 1024;
        QVERIFY2(peak < most, qPrintable(QStringLiteral("%1 MB").arg(peak / 1024 / 1024)));
    }

    void nothingIsLostWithinTheLimits()
    {
        QByteArray raw = "Content-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 900; ++i)
            raw += "--b\nContent-Type: application/pdf; name=" + QByteArray::number(i) + ".pdf\n\nx"
                   + QByteArray::number(i) + "\n";
        const ParsedMail mail = parseMail(raw + "--b--\n");
        QCOMPARE(mail.attachments.size(), 900);
        QCOMPARE(mail.attachments.last().bytes, QByteArray("x899"));
    }

    void textWithManyRulesIsNoBomb()
    {
        QByteArray sql =
            "Subject: dump\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n";
        sql += QByteArray("-- a comment\n").repeated(5000) + "--b\nContent-Type: text/csv; name=a.csv\n\n1;2\n--b--\n";
        const ParsedMail mail = parseMail(sql);
        QVERIFY(mail.defects.filter(QStringLiteral("too-")).isEmpty());
        QCOMPARE(mail.attachments.size(), 1);
    }

    void everyPrefixAndEveryDamagedByteIsSurvived()
    {
        QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/mail/related_inline_picture.eml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype length = 0; length <= whole.size(); ++length)
            QVERIFY(parseMail(whole.first(length)).attachments.size() <= 2);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x80);
            QVERIFY(parseMail(damaged).attachments.size() <= 4);
        }
    }
};

QTEST_APPLESS_MAIN(MailLimitsTest)
#include "mail_limits_test.moc"
