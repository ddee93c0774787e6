// SPDX-License-Identifier: GPL-3.0-or-later
// A demo desk moves to a server and back by the command line, as a person would move it.
#include "support/history_check.h"
#include "support/postgres_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

namespace deskhand::test {
namespace {

struct MoveOutcome {
    int code = -1;
    QString output;
    QString errors;

    [[nodiscard]] QJsonObject lastLine() const
    {
        return QJsonDocument::fromJson(output.trimmed().section(u'\n', -1).toUtf8()).object();
    }
};

MoveOutcome runDeskhandctl(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    MoveOutcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

/// {"table": "sha256"} of a copy's last line.
QJsonObject sumsOf(const MoveOutcome &copied)
{
    QJsonObject sums;
    for (const QJsonValue &table : copied.lastLine().value(QStringLiteral("tables")).toArray())
        sums.insert(table[QStringLiteral("table")].toString(), table[QStringLiteral("sha256")]);
    return sums;
}

} // namespace

class DeskMoveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoDeskMovesToAServerAndBack()
    {
        const auto server = PostgresServer::start();
        if (!server)
            QSKIP("PostgreSQL is not installed");
        const QTemporaryDir folder;
        const QString demo = folder.filePath(QStringLiteral("demo.deskhand"));
        const QString back = folder.filePath(QStringLiteral("back.deskhand"));
        const PostgresAddress address = server->newDatabase();
        const QString url = QStringLiteral("postgresql://%1@%2:%3/%4?sslmode=disable")
                                .arg(address.user, address.host)
                                .arg(address.port)
                                .arg(address.database);
        QCOMPARE(
            runDeskhandctl({QStringLiteral("demo"), demo, QStringLiteral("--tickets"), QStringLiteral("1800")}).code,
            0);
        const MoveOutcome there = runDeskhandctl({QStringLiteral("copy"), demo, url, QStringLiteral("--json")});
        QVERIFY2(there.code == 0, qPrintable(there.errors));
        QVERIFY(there.output.count(u'\n') > 20);
        QCOMPARE(there.lastLine().value(QStringLiteral("begun")).toString(), QStringLiteral("fresh"));
        const MoveOutcome home = runDeskhandctl({QStringLiteral("copy"), url, back});
        QVERIFY2(home.code == 0, qPrintable(home.errors));
        QVERIFY(home.errors.contains(QLatin1String("ticket: 1800 of 1800 rows")));
        QVERIFY(home.output.contains(QLatin1String("the same on both sides")));
        // Once more, for the sums that the second one did not print.
        const MoveOutcome again =
            runDeskhandctl({QStringLiteral("copy"), back, folder.filePath(QStringLiteral("again.deskhand")),
                            QStringLiteral("--json")});
        QCOMPARE(sumsOf(again), sumsOf(there));
        QVERIFY(sumsOf(there).size() > 20);
        QCOMPARE(brokenHistory(back), QString());
        // What people see of it is the same.
        const QStringList question{QStringLiteral("state:open"), QStringLiteral("--json")};
        const MoveOutcome before =
            runDeskhandctl(QStringList{QStringLiteral("ticket"), QStringLiteral("list"), demo} + question);
        QVERIFY(before.code == 0 && before.output.size() > 1000);
        for (const QString &place : {url, back}) {
            const MoveOutcome list =
                runDeskhandctl(QStringList{QStringLiteral("ticket"), QStringLiteral("list"), place} + question);
            QCOMPARE(list.output, before.output);
        }
        // Words that are everywhere, rare ones and beginnings: the server comes to them on different ways.
        for (const QString &words :
             {QStringLiteral("the"), QStringLiteral("printer"), QStringLiteral("ven"), QStringLiteral("zzz"),
              QStringLiteral("dawson"), QStringLiteral("nte"), QStringLiteral("vpn error"), QStringLiteral("a"),
              QStringLiteral("\"not working\"")}) {
            for (const QString &where :
                 {QString(), QStringLiteral("state:open"), QStringLiteral("owner:me state:open")}) {
                const auto found = [&](const QString &place) {
                    return runDeskhandctl({QStringLiteral("search"), place, words, QStringLiteral("--where"), where,
                                           QStringLiteral("--limit"), QStringLiteral("40"), QStringLiteral("--json")});
                };
                const MoveOutcome here = found(demo);
                QCOMPARE(here.code, 0);
                QCOMPARE(found(url).output, here.output);
            }
        }
        const MoveOutcome refused = runDeskhandctl({QStringLiteral("copy"), demo, url});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains(QLatin1String("target-not-empty")), qPrintable(refused.errors));
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::DeskMoveTest)
#include "desk_move_test.moc"
