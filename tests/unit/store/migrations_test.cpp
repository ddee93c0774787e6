// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/sqlite_connection.h"

#include <QTemporaryDir>
#include <QtTest>

#include <thread>

namespace deskhand {

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsAreSplit()
    {
        const QVector<QByteArray> statements =
            splitMigration("-- about\n\nCREATE TABLE a (\n    x INTEGER\n);\n\n"
                           "CREATE TRIGGER t BEFORE UPDATE ON a\nBEGIN\n    SELECT 1;\n    SELECT 2;\nEND;\n\n"
                           "-- last\nPRAGMA user_version = 1;");
        QCOMPARE(statements.size(), 3);
        QVERIFY(statements[0].startsWith("CREATE TABLE a"));
        QVERIFY(statements[1].contains("SELECT 2;\nEND;"));
        QCOMPARE(statements[2].trimmed(), QByteArray("PRAGMA user_version = 1;"));
    }

    void builtInMigrationsAreNumbered()
    {
        const Result<QVector<Migration>> migrations = builtInMigrations();
        QVERIFY(migrations);
        QVERIFY(!migrations->isEmpty());
        for (int i = 0; i < migrations->size(); ++i)
            QCOMPARE((*migrations)[i].number, i + 1);
    }

    void aMigrationThatDoesNotSayItsNumberIsRefused()
    {
        const auto connection = open(QStringLiteral("wrong"));
        QVector<Migration> migrations = *builtInMigrations();
        migrations.append(Migration{int(migrations.size()) + 1, {"CREATE TABLE more (x INTEGER) STRICT"}});
        const Result<void> migrated = migrate(*connection, migrations);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, ErrorCode::Internal);
        QVERIFY(checkSchema(*connection, *builtInMigrations()));
        QVERIFY(!connection->once("SELECT x FROM more", "test.more").status());
    }

    void olderAndNewerAreTold()
    {
        const auto connection = open(QStringLiteral("ages"));
        const QVector<Migration> known = *builtInMigrations();
        Result<void> status = checkSchema(*connection, known);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::TooOld);
        QVERIFY(migrate(*connection, known));
        QVERIFY(migrate(*connection, known));
        QVERIFY(checkSchema(*connection, known));
        QVERIFY(connection->once("PRAGMA user_version = 77", "test.age").run());
        QCOMPARE(migrate(*connection, known).error().code, ErrorCode::TooNew);
        QCOMPARE(checkSchema(*connection, known).error().code, ErrorCode::TooNew);
    }

    void severalAtOnce()
    {
        // Each migration runs once, whoever comes first.
        std::vector<Result<void>> results(4);
        std::vector<std::thread> threads;
        for (Result<void> &result : results) {
            threads.emplace_back([this, &result] {
                const auto connection = open(QStringLiteral("shared"));
                result = connection ? migrate(*connection, *builtInMigrations())
                                    : Result<void>(Error{ErrorCode::Internal, {}, QStringLiteral("not opened"), {}});
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (const Result<void> &result : results)
            QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QVERIFY(checkSchema(*open(QStringLiteral("shared")), *builtInMigrations()));
    }

    void historyCannotBeChanged()
    {
        const auto connection = open(QStringLiteral("history"));
        QVERIFY(migrate(*connection, *builtInMigrations()));
        QVERIFY(
            connection
                ->once("INSERT INTO history VALUES (1, 1, 1, 1, 1, 1, 'opened', x'', '', '', '', '', '', '', x'', x'')",
                       "test.insert")
                .run());
        for (const char *sql : {"UPDATE history SET why = 'x'", "DELETE FROM history"}) {
            const Result<void> run = connection->once(sql, "test.change").run();
            QVERIFY(!run);
            QCOMPARE(run.error().code, ErrorCode::Integrity);
        }
    }

private:
    std::unique_ptr<Connection> open(const QString &name)
    {
        auto opened =
            SqliteConnection::open(m_folder.filePath(name), ConnectionUse::Create,
                                   std::make_shared<const StatementCatalogue>(*StatementCatalogue::load()), 1000);
        return opened ? *std::move(opened) : nullptr;
    }

    QTemporaryDir m_folder;
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::MigrationsTest)
#include "migrations_test.moc"
