// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attachment_policy.h"

#include <QBuffer>
#include <QImage>
#include <QtTest>

using namespace deskhand;

namespace {

QByteArray pngBytes()
{
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray elfBytes()
{
    QByteArray bytes("\x7f"
                     "ELF\x02\x01\x01",
                     7);
    bytes.resize(64, '\0');
    bytes[16] = 2;
    bytes[18] = 62;
    return bytes;
}

QByteArray exeBytes()
{
    QByteArray bytes("MZ");
    bytes.resize(256, '\0');
    bytes[60] = char(128);
    bytes.replace(128, 4, QByteArray("PE\0\0", 4));
    return bytes;
}

} // namespace

class AttachmentPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<int>("preview");
        QTest::addColumn<bool>("disguised");
        const auto row = [](const char *title, const char *name, const QByteArray &bytes, bool refused,
                            AttachmentVerdict::Preview preview, bool disguised) {
            QTest::newRow(title) << QString::fromUtf8(name) << bytes << refused << int(preview) << disguised;
        };
        using Preview = AttachmentVerdict::Preview;
        row("png", "shot.png", pngBytes(), false, Preview::Picture, false);
        row("png named jpg", "shot.jpg", pngBytes(), false, Preview::Picture, true);
        row("png without name", "", pngBytes(), false, Preview::Picture, false);
        row("text", "notes.txt", "hello\nworld\n", false, Preview::Text, false);
        row("log", "syslog.log", "Mar 3 09:12 kernel: up\n", false, Preview::Text, false);
        row("csv", "people.csv", "a,b\n1,2\n", false, Preview::Text, false);
        row("pdf", "offer.pdf", "%PDF-1.4\n%\xe2\xe3\n", false, Preview::None, false);
        row("text named pdf", "offer.pdf", "just words\n", false, Preview::Text, true);
        row("elf", "tool", elfBytes(), true, Preview::None, false);
        row("elf named png", "photo.png", elfBytes(), true, Preview::None, true);
        row("exe", "setup.exe", exeBytes(), true, Preview::None, false);
        row("exe named pdf", "invoice.pdf", exeBytes(), true, Preview::None, true);
        row("double ending", "invoice.pdf.exe", exeBytes(), true, Preview::None, false);
        row("trailing dot", "invoice.exe. ", "text", true, Preview::Text, true);
        row("shell script", "fix.sh", "#!/bin/sh\nrm -rf x\n", true, Preview::Text, false);
        row("script without ending", "fix", "#!/bin/sh\nrm -rf x\n", true, Preview::Text, false);
        row("batch", "fix.bat", "del x\r\n", true, Preview::Text, false);
        row("html", "page.html", "<!DOCTYPE html><html><script>x</script></html>", true, Preview::Text, false);
        row("svg", "logo.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", true,
            Preview::Text, false);
        row("link of Windows", "start.lnk", QByteArray("L\0\0\0\1\x14\2\0", 8), true, Preview::None, false);
        row("desktop entry", "game.desktop", "[Desktop Entry]\nExec=rm\n", true, Preview::Text, false);
    }

    void judges()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const AttachmentVerdict verdict = judgeAttachment(name, bytes);
        QTEST(verdict.opening == AttachmentVerdict::Opening::Refuse, "refused");
        QTEST(int(verdict.preview), "preview");
        QTEST(verdict.disguised, "disguised");
        QVERIFY(!verdict.typeText.isEmpty());
    }

    void namesAreNeverPaths_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *name, const char *safe) {
            QTest::newRow(safe) << QString::fromUtf8(name) << QString::fromUtf8(safe);
        };
        row("report.pdf", "report.pdf");
        row("../../etc/passwd", "passwd");
        row("C:\\Windows\\system32\\calc.exe", "calc.exe");
        row("/", "attachment");
        row("", "attachment");
        row("..", "attachment");
        row(".bashrc", "bashrc");
        row("a\nb\t.txt", "ab.txt");
        row("photo\xe2\x80\xaegpj.exe", "photogpj.exe"); // right-to-left override
        row("con.txt", "_con.txt");
        row("LPT1", "_LPT1");
        row("a<b>:\"c|?*.txt", "a_b___c___.txt");
        row("trailing. . ", "trailing");
        row("印刷.pdf", "印刷.pdf");
    }

    void namesAreNeverPaths()
    {
        QFETCH(QString, name);
        QTEST(fileNameForSaving(name), "safe");
        QCOMPARE(fileNameForSaving(fileNameForSaving(name)), fileNameForSaving(name));
    }

    void longNamesKeepTheirEnding()
    {
        const QString safe = fileNameForSaving(QString(500, u'x') + QStringLiteral(".pdf"));
        QCOMPARE(safe.size(), 120);
        QVERIFY(safe.endsWith(QStringLiteral(".pdf")));
    }
};

QTEST_GUILESS_MAIN(AttachmentPolicyTest)
#include "attachment_policy_test.moc"
