// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fuzzy_match.h"

#include <QtTest>

using namespace deskhand;

class FuzzyMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVector<int>>("positions");
        QTest::newRow("initials") << QStringLiteral("nt") << QStringLiteral("New ticket") << QVector<int>{0, 4};
        QTest::newRow("run") << QStringLiteral("tick") << QStringLiteral("The ticket") << QVector<int>{4, 5, 6, 7};
        QTest::newRow("case and accent") << QStringLiteral("resume") << QStringLiteral("Résumé")
                                         << QVector<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("space ignored") << QStringLiteral("n t") << QStringLiteral("New ticket") << QVector<int>{0, 4};
        QTest::newRow("sharp s is two letters")
            << QStringLiteral("asse") << QStringLiteral("Straße") << QVector<int>{3, 4, 5};
        QTest::newRow("best of several places")
            << QStringLiteral("set") << QStringLiteral("Reset all settings") << QVector<int>{10, 11, 12};
        QTest::newRow("cjk") << QStringLiteral("設定") << QStringLiteral("表示の設定") << QVector<int>{3, 4};
    }

    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QVector<int>, positions);
        const auto match = fuzzyMatch(pattern, text);
        QVERIFY(match);
        QCOMPARE(match->positions, positions);
    }

    void refuses()
    {
        QVERIFY(!fuzzyMatch(u"xyz", u"New ticket"));
        QVERIFY(!fuzzyMatch(u"tn", u"nt"));
        QVERIFY(!fuzzyMatch(u"longer than", u"short"));
        QCOMPARE(fuzzyMatch(u"", u"anything")->score, 0);
        QCOMPARE(fuzzyMatch(u"   ", u"anything")->score, 0);
    }

    void ranks()
    {
        const auto better = [](QStringView pattern, QStringView one, QStringView other) {
            const auto a = fuzzyMatch(pattern, one);
            const auto b = fuzzyMatch(pattern, other);
            return a && (!b || a->score > b->score);
        };
        QVERIFY(better(u"nt", u"New ticket", u"Internal note"));
        QVERIFY(better(u"set", u"Settings", u"Side panel of the ticket"));
        QVERIFY(better(u"reply", u"Reply", u"Reply to all"));
        QVERIFY(better(u"dark", u"Dark theme", u"Bookmark"));
        QVERIFY(better(u"mine", u"Mine", u"Terminate"));
    }
};

QTEST_APPLESS_MAIN(FuzzyMatchTest)
#include "fuzzy_match_test.moc"
