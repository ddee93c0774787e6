// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

namespace deskhand::test {
namespace {

/// The built-in migrations and two more, so that there is a version in the middle and one that changes rows.
QVector<Migration> migrationsUnderTest()
{
    QVector<Migration> migrations = *builtInMigrations();
    const int next = int(migrations.size()) + 1;
    migrations.append(Migration{next,
                                {"CREATE TABLE extra (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;",
                                 "INSERT INTO extra (name) VALUES ('one'), ('two');",
                                 "PRAGMA user_version = " + QByteArray::number(next)}});
    migrations.append(Migration{next + 1,
                                {"ALTER TABLE extra ADD COLUMN length INTEGER NOT NULL DEFAULT 0;",
                                 "UPDATE extra SET length = length(name);",
                                 "PRAGMA user_version = " + QByteArray::number(next + 1)}});
    return migrations;
}

Result<void> migrateFile(const QString &path)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load();
    if (!loaded)
        return loaded.error();
    const auto connection = SqliteConnection::open(
        path, ConnectionUse::Create, std::make_shared<const StatementCatalogue>(*std::move(loaded)), 1000);
    return connection ? migrate(**connection, migrationsUnderTest()) : Result<void>(connection.error());
}

/// Everything of a database that a migration makes, as text.
QByteArray dumpOf(const QString &path)
{
    sqlite3 *handle = nullptr;
    QByteArray dump;
    if (sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK) {
        const auto append = [](void *target, int columns, char **values, char **) {
            for (int i = 0; i < columns; ++i)
                *static_cast<QByteArray *>(target) += QByteArray(values[i] ? values[i] : "NULL") + '|';
            *static_cast<QByteArray *>(target) += '\n';
            return 0;
        };
        for (const char *sql :
             {"SELECT name, sql FROM sqlite_schema ORDER BY name", "SELECT * FROM counter ORDER BY name",
              "SELECT * FROM extra ORDER BY id", "PRAGMA user_version", "PRAGMA integrity_check"})
            sqlite3_exec(handle, sql, append, &dump, nullptr);
    }
    sqlite3_close(handle);
    return dump;
}

} // namespace

class MigrationFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("whole"));
        QVERIFY(migrateFile(path));
        m_whole = dumpOf(path);
        QVERIFY(m_whole.contains("ticket_unresolved") && m_whole.contains("2|two|3|") && m_whole.endsWith("ok|\n"));
    }

    void killedAtEachPoint_data()
    {
        QTest::addColumn<QString>("point");
        QTest::newRow("statements") << QStringLiteral("statement");
        QTest::newRow("file writes") << QStringLiteral("write");
    }

    void killedAtEachPoint()
    {
        QFETCH(QString, point);
        int kills = 0;
        // The last child gets through: there are no more points.
        for (bool killed = true; killed;) {
            const QString path = m_folder.filePath(QStringLiteral("%1-%2").arg(point).arg(kills));
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--migrate"), path, point, QString::number(kills + 1)});
            QVERIFY(child.waitForFinished(30000));
            killed = child.exitStatus() == QProcess::CrashExit;
            QVERIFY2(killed || child.exitCode() == 0, child.readAllStandardError().constData());
            kills += killed ? 1 : 0;
            const Result<void> completed = migrateFile(path);
            QVERIFY2(completed.has_value(), completed ? "" : qPrintable(completed.error().detail));
            QCOMPARE(dumpOf(path), m_whole);
        }
        qInfo("killed %d times", kills);
        QVERIFY(kills > 20);
    }

    void failingAtEachPoint_data() { killedAtEachPoint_data(); }

    void failingAtEachPoint()
    {
        QFETCH(QString, point);
        const FaultPoint faultPoint = point == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement;
        int failures = 0;
        int passed = 0;
        for (int n = 1; n == 1 || passed >= n - 1; ++n) {
            const QString path = m_folder.filePath(QStringLiteral("failing-%1-%2").arg(point).arg(n));
            setFault(faultPoint, Fault::Error, n);
            const Result<void> failed = migrateFile(path);
            passed = faultPointsPassed(faultPoint);
            clearFault();
            failures += failed ? 0 : 1;
            const Result<void> completed = migrateFile(path);
            QVERIFY2(completed.has_value(), completed ? "" : qPrintable(completed.error().detail));
            QCOMPARE(dumpOf(path), m_whole);
        }
        qInfo("failed %d times", failures);
        QVERIFY(failures > 20);
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_whole;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--migrate") {
        setFault(arguments.value(3) == u"write" ? FaultPoint::FileWrite : FaultPoint::Statement, Fault::Kill,
                 arguments.value(4).toInt());
        return migrateFile(arguments.value(2)) ? 0 : 1;
    }
    MigrationFaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "migration_fault_test.moc"
