// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tag.h"

#include <QtTest>

namespace deskhand {

class TagTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::newRow("folded") << QStringLiteral("VIP") << QStringLiteral("vip");
        QTest::newRow("accents") << QStringLiteral("Größe") << QStringLiteral("grosse");
        QTest::newRow("blanks") << QStringLiteral("  blue   screen ") << QStringLiteral("blue-screen");
        QTest::newRow("commas and lines") << QStringLiteral("a, b\nc") << QStringLiteral("a-b-c");
        QTest::newRow("nothing") << QStringLiteral(" , \t") << QString();
        QTest::newRow("long") << QString(200, u'x') << QString(64, u'x');
        QTest::newRow("kept") << QStringLiteral("c++/q#1") << QStringLiteral("c++/q#1");
        QTest::newRow("Japanese") << QStringLiteral("重要") << QStringLiteral("重要");
    }

    void normalizes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QCOMPARE(normalizedTag(typed), stored);
        QCOMPARE(normalizedTag(stored), stored);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::TagTest)
#include "tag_test.moc"
