// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/readable_colors.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <QtTest>

using namespace deskhand;

namespace {

const QColor darkSurface(0x1b, 0x1d, 0x21);
const QColor lightSurface(Qt::white);

QTextCharFormat firstFormat(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (!it.fragment().text().trimmed().isEmpty())
                return it.fragment().charFormat();
        }
    }
    return {};
}

} // namespace

class ReadableColorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsAsDefined()
    {
        QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21) < 0.01);
        QVERIFY(qAbs(contrastRatio(Qt::white, Qt::white) - 1) < 0.01);
        QVERIFY(qAbs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.02);
    }

    void everythingCanBeRead_data()
    {
        QTest::addColumn<QString>("html");
        for (const char *html :
             {"<p style='color:black'>a</p>", "<p style='color:#000080'>a</p>", "<p style='color:white'>a</p>",
              "<p style='color:#eee'>a</p>", "<p style='color:red'>a</p>", "<p style='color:yellow'>a</p>",
              "<p style='background-color:white;color:black'>a</p>",
              "<p style='background-color:black;color:white'>a</p>",
              "<p><span style='background-color:#ffff00'>a</span></p>",
              "<p><span style='background-color:#222;color:#333'>a</span></p>",
              "<table bgcolor='#ffffff'><tr><td bgcolor='#fefefe' style='color:#222'>a</td></tr></table>",
              "<p><a href='https://x.example'>a</a></p>"})
            QTest::newRow(html) << QString::fromLatin1(html);
    }

    void everythingCanBeRead()
    {
        QFETCH(QString, html);
        for (const QColor &surface : {darkSurface, lightSurface}) {
            const bool dark = surface == darkSurface;
            const QColor text = dark ? QColor(0xe6, 0xe9, 0xed) : QColor(0x1a, 0x1e, 0x24);
            const QColor link = dark ? QColor(0x66, 0xa6, 0xff) : QColor(0x16, 0x66, 0xd6);
            QTextDocument document;
            document.setHtml(html);
            makeColorsReadable(document, text, link, surface);
            const QTextCharFormat format = firstFormat(document);
            const QColor shown = format.foreground().style() == Qt::NoBrush ? text : format.foreground().color();
            const QColor ground = format.background().style() == Qt::NoBrush ? surface : format.background().color();
            QVERIFY2(contrastRatio(shown, ground) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2").arg(shown.name(), ground.name())));
        }
    }

    void coloursThatCanBeReadStay()
    {
        QTextDocument document;
        document.setHtml(QStringLiteral("<p style='color:#c00000'>a</p>"));
        makeColorsReadable(document, Qt::black, Qt::blue, lightSurface);
        QCOMPARE(firstFormat(document).foreground().color(), QColor(0xc0, 0, 0));
    }

    void redStaysReddishOnDark()
    {
        QTextDocument document;
        document.setHtml(QStringLiteral("<p style='color:#c00000'>a</p>"));
        makeColorsReadable(document, Qt::white, Qt::blue, darkSurface);
        const QColor shown = firstFormat(document).foreground().color();
        QVERIFY(shown.red() > shown.blue() + 50);
    }
};

QTEST_MAIN(ReadableColorsTest)
#include "readable_colors_test.moc"
