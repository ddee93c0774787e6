// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/sqlite_connection.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <array>

namespace deskhand {

/// Every statement of the catalogue against the real schema: a column that does not exist is found here.
class StatementsPrepareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatementPrepares_data()
    {
        QTest::addColumn<QByteArray>("name");
        const Result<StatementCatalogue> catalogue = StatementCatalogue::loadReplica();
        QVERIFY(catalogue);
        for (const QString &name : catalogue->names()) {
            if (!isFragment(*catalogue->find(name.toStdString())))
                QTest::newRow(qPrintable(name)) << name.toUtf8();
        }
    }

    void everyStatementPrepares()
    {
        QFETCH(QByteArray, name);
        const QByteArray *text = m_statements->find(std::string_view(name.constData(), size_t(name.size())));
        const Statement statement = m_connection->once(*text, "test.prepare");
        const Result<void> status = statement.status();
        QVERIFY2(status.has_value(), status ? "" : qPrintable(status.error().detail));
    }

    void initTestCase()
    {
        Result<StatementCatalogue> catalogue = StatementCatalogue::load();
        QVERIFY(catalogue);
        m_statements = std::make_shared<const StatementCatalogue>(*std::move(catalogue));
        auto opened = SqliteConnection::open(m_folder.filePath(QStringLiteral("desk")), ConnectionUse::Create,
                                             m_statements, 2000);
        QVERIFY(opened);
        m_connection = *std::move(opened);
        const Result<QVector<Migration>> migrations = builtInMigrations();
        QVERIFY(migrations);
        const Result<void> migrated = migrate(*m_connection, *migrations);
        QVERIFY2(migrated.has_value(), migrated ? "" : qPrintable(migrated.error().detail));
        QVERIFY(m_connection->sql("copy.makeNotes").run()); // only a desk that is copied to has it
        // What only a replica has.
        for (const char *make : {"replica.makeNotes", "replica.makeTickets", "replica.makeCommands",
                                 "replica.makeConcerns", "replica.makeAliases", "replica.makeSeen", "replica.makeNext",
                                 "replica.makeBlobs", "replica.makeSettings", "replica.makeMarks"})
            QVERIFY2(m_connection->sql(make).run(), make);
    }

    void cleanupTestCase() { m_connection.reset(); }

private:
    /// Pieces for composing begin with another word are pragmas without their value or have places in braces.
    static bool isFragment(const QByteArray &text)
    {
        static constexpr std::array beginnings{"SELECT", "INSERT", "UPDATE",   "DELETE", "WITH",
                                               "BEGIN",  "COMMIT", "ROLLBACK", "PRAGMA"};
        const bool statement =
            std::any_of(beginnings.begin(), beginnings.end(), [&](const char *word) { return text.startsWith(word); });
        return !statement || text.endsWith('=') || text.contains('%') || text.contains('{');
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const StatementCatalogue> m_statements;
    std::unique_ptr<Connection> m_connection;
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::StatementsPrepareTest)
#include "statements_prepare_test.moc"
