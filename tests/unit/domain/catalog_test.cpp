// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/catalog.h"
#include "support/sample_catalog.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsTrees()
    {
        const CatalogPtr catalog = test::sampleCatalog();
        QCOMPARE(catalog->queueWithDescendants(QueueId{2}), (QVector<QueueId>{{2}, {3}, {4}}));
        QCOMPARE(catalog->queueWithDescendants(QueueId{99}), (QVector<QueueId>{{99}}));
        QCOMPARE(catalog->queuePath(QueueId{4}), u"Network / VPN / Remote sites"_s);
        QCOMPARE(catalog->categoryPath(CategoryId{2}), u"Hardware / Monitor"_s);
        QCOMPARE(catalog->queuePath(QueueId{99}), QString());
    }

    void survivesATreeThatBitesItsTail()
    {
        Catalog catalog;
        catalog.queues = {{QueueId{1}, QueueId{2}, u"A"_s, {}, 1, true, {}},
                          {QueueId{2}, QueueId{1}, u"B"_s, {}, 1, true, {}}};
        catalog.index();
        QCOMPARE(catalog.queueWithDescendants(QueueId{1}), (QVector<QueueId>{{1}, {2}}));
        QVERIFY(catalog.queuePath(QueueId{1}).startsWith(u"B"_s) || catalog.queuePath(QueueId{1}).startsWith(u"A"_s));
    }

    void looksUp()
    {
        const CatalogPtr catalog = test::sampleCatalog();
        QCOMPARE(catalog->state(StateId{5})->name, u"Solved"_s);
        QVERIFY(!catalog->state(StateId{50}));
        QCOMPARE(catalog->stateType(StateId{3}), StateType::PendingReminder);
        QCOMPARE(catalog->stateType(StateId{50}), StateType::Open);
        QCOMPARE(catalog->firstStateOf(StateType::PendingReminder), StateId{3});
        // The only merged state is switched off.
        QVERIFY(!catalog->firstStateOf(StateType::Merged).isValid());
    }
};

QTEST_APPLESS_MAIN(CatalogTest)
#include "catalog_test.moc"
