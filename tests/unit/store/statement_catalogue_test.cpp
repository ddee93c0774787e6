// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement_catalogue.h"

#include <QTest>

namespace deskhand {

class StatementCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInStatementsLoad()
    {
        const Result<StatementCatalogue> catalogue = StatementCatalogue::load();
        QVERIFY2(catalogue.has_value(), catalogue ? "" : qPrintable(catalogue.error().detail));
        QVERIFY(catalogue->find("transaction.begin"));
        QCOMPARE(*catalogue->find("transaction.begin"), QByteArray("BEGIN IMMEDIATE"));
    }

    void statementsAreFoundByName()
    {
        StatementCatalogue catalogue;
        QVERIFY(catalogue.add("-- about\n\n-- name: a.one\nSELECT 1\n-- why\nFROM x\n-- name: a.two\nSELECT 2\n",
                              QStringLiteral("a.sql")));
        QCOMPARE(*catalogue.find("a.one"), QByteArray("SELECT 1\nFROM x"));
        QCOMPARE(*catalogue.find("a.two"), QByteArray("SELECT 2"));
        QVERIFY(!catalogue.find("a.three"));
    }

    void defectsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text before a name") << QByteArray("SELECT 1\n");
        QTest::newRow("no area") << QByteArray("-- name: one\nSELECT 1\n");
        QTest::newRow("no name") << QByteArray("-- name:\nSELECT 1\n");
        QTest::newRow("blank in the name") << QByteArray("-- name: a one\nSELECT 1\n");
        QTest::newRow("empty statement") << QByteArray("-- name: a.one\n\n-- name: a.two\nSELECT 2\n");
        QTest::newRow("twice") << QByteArray("-- name: a.one\nSELECT 1\n-- name: a.one\nSELECT 2\n");
    }

    void defectsAreErrors()
    {
        QFETCH(QByteArray, text);
        StatementCatalogue catalogue;
        const Result<void> added = catalogue.add(text, QStringLiteral("a.sql"));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::Internal);
        QVERIFY(added.error().detail.startsWith(u"a.sql"));
    }

    void aDialectReplacesByName()
    {
        StatementCatalogue catalogue;
        QVERIFY(catalogue.add("-- name: a.one\nSELECT 1\n-- name: a.two\nSELECT 2\n", QStringLiteral("a.sql")));
        QVERIFY(catalogue.addDialect("-- name: a.one\nSELECT 11\n-- name: b.own\nSELECT 3\n", QStringLiteral("b.sql")));
        QCOMPARE(*catalogue.find("a.one"), QByteArray("SELECT 11"));
        QCOMPARE(*catalogue.find("a.two"), QByteArray("SELECT 2"));
        QCOMPARE(*catalogue.find("b.own"), QByteArray("SELECT 3"));
        QCOMPARE(catalogue.names(),
                 QStringList({QStringLiteral("a.one"), QStringLiteral("a.two"), QStringLiteral("b.own")}));
        QVERIFY(!catalogue.addDialect("-- name: a.one\nSELECT 12\n", QStringLiteral("c.sql")));
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::StatementCatalogueTest)
#include "statement_catalogue_test.moc"
