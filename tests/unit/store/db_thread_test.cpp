// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deliver.h"
#include "store/db_thread.h"
#include "store/sqlite_connection.h"
#include "support/test_desk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <semaphore>

namespace deskhand {

class DbThreadTest : public QObject
{
    Q_OBJECT

    static constexpr auto endlessSql =
        "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n";

private Q_SLOTS:
    void jobsRunInOrder()
    {
        DbThread thread(opener(), DbThread::Jobs::Uninterrupted);
        auto order = std::make_shared<QVector<int>>();
        QFuture<Result<int>> last;
        for (int i = 0; i < 50; ++i) {
            last = thread.run([order, i](Connection &) -> Result<int> {
                order->append(i);
                return i;
            });
        }
        QCOMPARE(*test::await(last), 49);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(order->at(i), i);
    }

    void whoeverIsFreeTakesWhatIsForAny()
    {
        const auto lobby = std::make_shared<DbThread::Lobby>();
        DbThread busy(opener(), DbThread::Jobs::Cancellable, lobby);
        DbThread free(opener(), DbThread::Jobs::Cancellable, lobby);
        auto release = std::make_shared<std::binary_semaphore>(0);
        auto started = std::make_shared<std::binary_semaphore>(0);
        auto held = busy.run([release, started](Connection &) -> Result<int> {
            started->release();
            release->acquire();
            return 1;
        });
        started->acquire();
        auto own = busy.run([](Connection &) -> Result<int> { return 2; });
        // Given to the one that is busy; the other one does them, in their order, and nothing that is not for it.
        QVector<QFuture<Result<int>>> any;
        for (int i = 0; i < 10; ++i)
            any.append(busy.runInAny([i](Connection &) -> Result<int> { return i; }));
        for (int i = 0; i < 10; ++i)
            QCOMPARE(*test::await(any[i]), i);
        QVERIFY(!held.isFinished() && !own.isFinished());
        release->release();
        QCOMPARE(*test::await(own), 2);
    }

    void aRunningReadIsInterrupted()
    {
        DbThread thread(opener(), DbThread::Jobs::Cancellable);
        auto started = std::make_shared<std::binary_semaphore>(0);
        auto code = std::make_shared<std::atomic<int>>(-1);
        auto endless = thread.run([started, code](Connection &connection) -> Result<qint64> {
            started->release();
            Statement statement = connection.once(endlessSql, "test.endless");
            statement.next();
            const Result<void> status = statement.status();
            *code = status ? 0 : int(status.error().code);
            return 0;
        });
        started->acquire();
        endless.cancel();
        // The thread is free for the next job, which is not hit by the cancellation of the former.
        QCOMPARE(*test::await(thread.run([](Connection &connection) { return countTo(connection, 100000); })), 100000);
        QCOMPARE(code->load(), int(ErrorCode::Cancelled));
        QCOMPARE(test::await(endless).error().code, ErrorCode::Cancelled);
    }

    void aWaitingReadIsDropped()
    {
        DbThread thread(opener(), DbThread::Jobs::Cancellable);
        auto release = std::make_shared<std::binary_semaphore>(0);
        auto ran = std::make_shared<std::atomic<bool>>(false);
        auto first = thread.run([release](Connection &) -> Result<int> {
            release->acquire();
            return 1;
        });
        auto waiting = thread.run([ran](Connection &) -> Result<int> {
            *ran = true;
            return 2;
        });
        waiting.cancel();
        int delivered = 0;
        ErrorCode deliveredCode = ErrorCode::Internal;
        deliver(waiting, this, [&](const Result<int> &result) {
            ++delivered;
            deliveredCode = result ? ErrorCode::Internal : result.error().code;
        });
        release->release();
        QCOMPARE(*test::await(first), 1);
        QCOMPARE(*test::await(thread.run([](Connection &) -> Result<int> { return 3; })), 3);
        QTRY_COMPARE(delivered, 1);
        QCOMPARE(deliveredCode, ErrorCode::Cancelled);
        QVERIFY(!*ran);
    }

    void endingInterruptsReadsAndFinishesWrites()
    {
        QFuture<Result<qint64>> read;
        QFuture<Result<qint64>> dropped;
        {
            DbThread thread(opener(), DbThread::Jobs::Cancellable);
            read = thread.run(
                [](Connection &connection) { return firstNumber(connection.once(endlessSql, "test.endless")); });
            dropped = thread.run([](Connection &connection) { return countTo(connection, 1); });
        }
        QVERIFY(read.isFinished() && dropped.isFinished());
        QVector<QFuture<Result<qint64>>> writes;
        {
            DbThread thread(opener(), DbThread::Jobs::Uninterrupted);
            for (int i = 1; i <= 10; ++i)
                writes.append(thread.run([i](Connection &connection) { return countTo(connection, i); }));
        }
        for (const auto &write : writes)
            QVERIFY(write.isFinished() && write.result().has_value());
    }

    void aConnectionThatCannotBeOpenedIsTold()
    {
        int attempts = 0;
        DbThread thread(
            [this, &attempts]() -> Result<std::unique_ptr<Connection>> {
                if (++attempts == 1)
                    return Error{ErrorCode::Denied, QStringLiteral("test.open"), {}, {}};
                return opener()();
            },
            DbThread::Jobs::Cancellable);
        QCOMPARE(test::await(thread.run([](Connection &connection) { return countTo(connection, 3); })).error().code,
                 ErrorCode::Denied);
        QCOMPARE(*test::await(thread.run([](Connection &connection) { return countTo(connection, 3); })), 3);
    }

    void readersCannotWrite()
    {
        { // makes the file
            QVERIFY(SqliteConnection::open(path(), ConnectionUse::Create, statements(), 1000));
        }
        const auto reader = SqliteConnection::open(path(), ConnectionUse::Read, statements(), 1000);
        QVERIFY(reader);
        const Result<void> written = (*reader)->once("CREATE TABLE t (x INTEGER) STRICT", "test.write").run();
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Denied);
    }

    void theDatabaseIsUsedAsPromised()
    {
        const auto connection = SqliteConnection::open(path(), ConnectionUse::Create, statements(), 1000);
        QVERIFY(connection);
        const auto answer = [&connection](const char *pragma) {
            Statement statement = (*connection)->once(pragma, "test.pragma");
            return statement.next() ? statement.text(0) : QStringLiteral("none");
        };
        constexpr int full = 2;
        QCOMPARE(answer("PRAGMA journal_mode"), QStringLiteral("wal"));
        QCOMPARE(answer("PRAGMA synchronous"), QString::number(full));
        QCOMPARE(answer("PRAGMA foreign_keys"), QStringLiteral("1"));
        QCOMPARE(answer("PRAGMA trusted_schema"), QStringLiteral("0"));
    }

    void statementsSayWhatIsWrong()
    {
        const auto connection = SqliteConnection::open(path(), ConnectionUse::Create, statements(), 1000);
        QVERIFY(connection);
        QCOMPARE((*connection)->sql("no.such").status().error().code, ErrorCode::Internal);
        QCOMPARE((*connection)->once("SELEKT", "test.typo").status().error().code, ErrorCode::Internal);
        Statement statement = (*connection)->once("SELECT :a", "test.bind");
        statement.bind(":a", 1).bind(":b", 2);
        QVERIFY(!statement.next());
        QVERIFY(statement.status().error().detail.contains(u":b"));
    }

    void valuesComeBackAsTheyWere()
    {
        const auto connection = SqliteConnection::open(path(), ConnectionUse::Create, statements(), 1000);
        QVERIFY(connection);
        const QString text = QStringLiteral("Größe 𝄞 \"x\"; -- ' ");
        const QByteArray bytes("\0\x01\xff", 3);
        Statement statement = (*connection)->once("SELECT :text, :bytes, :number, :empty, :none, NULL", "test.values");
        statement.bind(":text", text + QChar(0) + u'x')
            .bind(":bytes", bytes)
            .bind(":number", std::numeric_limits<qint64>::min());
        statement.bind(":empty", QString()).bind(":none", QByteArray());
        QVERIFY(statement.next());
        QCOMPARE(statement.text(0), text + QChar(0) + u'x');
        QCOMPARE(statement.bytes(1), bytes);
        QCOMPARE(statement.integer(2), std::numeric_limits<qint64>::min());
        QVERIFY(!statement.isNull(3) && !statement.isNull(4) && statement.isNull(5));
    }

    void aStatementInUseIsPreparedAgain()
    {
        const auto connection = SqliteConnection::open(path(), ConnectionUse::Create, statements(), 1000);
        QVERIFY(connection);
        Statement outer = (*connection)->sql("connection.tableCount");
        QVERIFY(outer.next());
        Statement inner = (*connection)->sql("connection.tableCount");
        QVERIFY(inner.next());
        QVERIFY(!outer.next());
        QVERIFY(outer.status() && inner.status());
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("file")); }

    std::shared_ptr<const StatementCatalogue> statements()
    {
        if (!m_statements)
            m_statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load());
        return m_statements;
    }

    DbThread::Opener opener()
    {
        return [path = path(), known = statements()] {
            return SqliteConnection::open(path, ConnectionUse::Create, known, 1000);
        };
    }

    static Result<qint64> firstNumber(Statement statement)
    {
        const qint64 number = statement.next() ? statement.integer(0) : -1;
        const Result<void> status = statement.status();
        return status ? Result<qint64>(number) : Result<qint64>(status.error());
    }

    static Result<qint64> countTo(Connection &connection, qint64 last)
    {
        Statement statement = connection.once(
            "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < :last) SELECT max(x) FROM n",
            "test.count");
        statement.bind(":last", last);
        return firstNumber(std::move(statement));
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const StatementCatalogue> m_statements;
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::DbThreadTest)
#include "db_thread_test.moc"
