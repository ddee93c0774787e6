// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include <QtTest>

#include <sqlite3.h>

namespace deskhand {

class SqliteErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAreTranslated_data()
    {
        QTest::addColumn<int>("native");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("busy") << SQLITE_BUSY << ErrorCode::Busy;
        QTest::newRow("stale snapshot") << SQLITE_BUSY_SNAPSHOT << ErrorCode::Busy;
        QTest::newRow("locked") << SQLITE_LOCKED << ErrorCode::Busy;
        QTest::newRow("primary key") << SQLITE_CONSTRAINT_PRIMARYKEY << ErrorCode::Integrity;
        QTest::newRow("unique") << SQLITE_CONSTRAINT_UNIQUE << ErrorCode::Integrity;
        QTest::newRow("foreign key") << SQLITE_CONSTRAINT_FOREIGNKEY << ErrorCode::Integrity;
        QTest::newRow("trigger") << SQLITE_CONSTRAINT_TRIGGER << ErrorCode::Integrity;
        QTest::newRow("interrupted") << SQLITE_INTERRUPT << ErrorCode::Cancelled;
        QTest::newRow("corrupt") << SQLITE_CORRUPT << ErrorCode::Corrupt;
        QTest::newRow("corrupt index") << SQLITE_CORRUPT_INDEX << ErrorCode::Corrupt;
        QTest::newRow("no database") << SQLITE_NOTADB << ErrorCode::Corrupt;
        QTest::newRow("read only") << SQLITE_READONLY << ErrorCode::Denied;
        QTest::newRow("cannot open") << SQLITE_CANTOPEN << ErrorCode::NotFound;
        QTest::newRow("disk full") << SQLITE_FULL << ErrorCode::Offline;
        QTest::newRow("write failed") << SQLITE_IOERR_WRITE << ErrorCode::Offline;
        QTest::newRow("bad statement") << SQLITE_ERROR << ErrorCode::Internal;
        QTest::newRow("misuse") << SQLITE_MISUSE << ErrorCode::Internal;
    }

    void codesAreTranslated()
    {
        QFETCH(int, native);
        QFETCH(ErrorCode, code);
        const Error error = sqliteError(native, nullptr, QStringLiteral("test.where"));
        QCOMPARE(error.code, code);
        QCOMPARE(error.where, QStringLiteral("test.where"));
        QCOMPARE(error.payload.value(QStringLiteral("native")).toInt(), native);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::SqliteErrorTest)
#include "sqlite_error_test.moc"
