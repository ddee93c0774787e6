// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"

#include <QtTest>

using namespace deskhand;

class TextFoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("ascii") << QStringLiteral("Printer") << QStringLiteral("printer");
        QTest::newRow("french") << QStringLiteral("PROBLÈME") << QStringLiteral("probleme");
        QTest::newRow("german") << QStringLiteral("Straße Größe") << QStringLiteral("strasse grosse");
        QTest::newRow("nordic") << QStringLiteral("Øre Æble Þór") << QStringLiteral("ore aeble thor");
        QTest::newRow("polish") << QStringLiteral("Łódź") << QStringLiteral("lodz");
        QTest::newRow("turkish") << QStringLiteral("İstanbul ışık") << QStringLiteral("istanbul isik");
        QTest::newRow("greek") << QStringLiteral("ΠΡΌΒΛΗΜΑ") << QStringLiteral("προβλημα");
        QTest::newRow("full width") << QStringLiteral("ＶＰＮ") << QStringLiteral("vpn");
        QTest::newRow("ligature") << QStringLiteral("ﬁle") << QStringLiteral("file");
        QTest::newRow("voiced kana stay") << QStringLiteral("プリンター") << QStringLiteral("プリンター");
        QTest::newRow("arabic vowels go") << QStringLiteral("مُشْكِلَة") << QStringLiteral("مشكلة");
    }

    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(foldText(text), folded);
        QCOMPARE(foldText(folded), folded);
    }

    void splitsIntoWords()
    {
        QCOMPARE(foldedWords(QStringLiteral("Sarah.Lind@example.com")),
                 (QStringList{QStringLiteral("sarah"), QStringLiteral("lind"), QStringLiteral("example"),
                              QStringLiteral("com")}));
        QCOMPARE(foldedWords(QStringLiteral("VPN、接続")),
                 (QStringList{QStringLiteral("vpn"), QStringLiteral("接"), QStringLiteral("続")}));
        QCOMPARE(foldedWords(QString()), QStringList());
        QCOMPARE(foldedWords(QString(200, u'x')).first().size(), 64);
    }
};

QTEST_APPLESS_MAIN(TextFoldingTest)
#include "text_folding_test.moc"
