// SPDX-License-Identifier: GPL-3.0-or-later
// History of other systems comes in by the command line, as a person would bring it: two real event logs, whose figures
// are known.
#include "store/sqlite_connection.h"
#include "support/history_check.h"
#include "support/shared_data.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int importPatience = 280'000; // ms

struct ImportOutcome {
    int code = -1;
    QString output;
    QString errors;

    [[nodiscard]] QJsonObject lastLine() const
    {
        return QJsonDocument::fromJson(output.trimmed().section(u'\n', -1).toUtf8()).object();
    }
};

QString programPath()
{
    return qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin")) + u"/deskhandctl"_s;
}

ImportOutcome runCtl(const QStringList &arguments)
{
    QProcess process;
    process.start(programPath(), arguments);
    ImportOutcome outcome;
    if (!process.waitForFinished(importPatience) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

QString mapping(const char *name)
{
    return QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/import/%1.map.json").arg(QLatin1String(name));
}

std::unique_ptr<Connection> connectTo(const QString &path)
{
    auto opened = SqliteConnection::open(
        path, ConnectionUse::Read, std::make_shared<const StatementCatalogue>(*StatementCatalogue::load()), 64000);
    return opened ? *std::move(opened) : nullptr;
}

/// Rows of texts, joined by a bar.
QStringList rowsOf(Connection &connection, const QByteArray &sql)
{
    Statement statement = connection.once(sql, "test.rows");
    QStringList rows;
    while (statement.next())
        rows.append(statement.text(0));
    if (const Result<void> status = statement.status(); !status)
        qFatal("%s: %s", sql.constData(), qPrintable(status.error().detail));
    return rows;
}

qint64 numberOf(Connection &connection, const QByteArray &sql)
{
    return rowsOf(connection, sql).value(0).toLongLong();
}

/// "name|number" as an object.
QJsonObject objectOf(const QStringList &rows)
{
    QJsonObject object;
    for (const QString &row : rows)
        object.insert(row.section(u'|', 0, 0), row.section(u'|', 1).toDouble());
    return object;
}

/// What is not in `expected` is left out.
QJsonObject onlyOf(const QJsonObject &found, const QJsonObject &expected)
{
    QJsonObject only;
    for (auto one = expected.begin(); one != expected.end(); ++one)
        only.insert(one.key(), found.value(one.key()).toDouble());
    return only;
}

QByteArray words(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class ImportTicketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsWrongIsSaid();
    void skippedRowsAreInAFile();
    void killedItGoesOnWhereItWas();
    void theIncidentLogHasItsFigures();
    void theItalianHelpDeskComesInTheSameWay();

private:
    QString freshDesk(const QString &name);
    QString write(const QString &name, const QByteArray &bytes);
    static void compareIncidents(Connection &connection, const QJsonObject &oracle);
    static void compareTimes(Connection &connection, const QJsonObject &oracle);

    QTemporaryDir m_folder;
    QString m_incidents;
};

void ImportTicketsTest::initTestCase()
{
    m_incidents = sharedData(u"tickets/incident_event_log.uci36.csv.gz"_s);
}

QString ImportTicketsTest::freshDesk(const QString &name)
{
    const QString path = m_folder.filePath(name);
    const ImportOutcome made = runCtl({u"init"_s, path, u"--agent"_s, u"Ada"_s, u"--zone"_s, u"UTC"_s});
    if (made.code != 0)
        qFatal("%s", qPrintable(made.errors));
    return path;
}

QString ImportTicketsTest::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
    return file.fileName();
}

void ImportTicketsTest::whatIsWrongIsSaid()
{
    const QString desk = freshDesk(u"wrong.desk"_s);
    const QString csv = write(u"wrong.csv"_s, "a,b\n1,2\n");
    const QString bad = write(u"bad.json"_s, R"({"deskhand-import": 1, "source": "s", "columns": {"case": 7}})");
    const QString other =
        write(u"other.json"_s, R"({"deskhand-import": 1, "source": "s", "columns": {"case": "a", "opened": "when"}})");
    ImportOutcome outcome = runCtl({u"import-tickets"_s, desk, csv});
    QCOMPARE(outcome.code, 2);
    outcome = runCtl({u"import-tickets"_s, desk, csv, u"--map"_s, bad});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.errors.contains(u"columns.case"_s), qPrintable(outcome.errors));
    outcome = runCtl({u"import-tickets"_s, desk, csv, u"--map"_s, other});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errors.contains(u"its columns: a, b"_s), qPrintable(outcome.errors));
    outcome = runCtl({u"import-tickets"_s, desk, m_folder.filePath(u"none.csv"_s), u"--map"_s, other});
    QCOMPARE(outcome.code, 1);
    outcome = runCtl({u"import-tickets"_s, desk, write(u"cut.csv.gz"_s, QByteArray("\x1f\x8b\x08\x00\x00\x00", 6)),
                      u"--map"_s, other});
    QCOMPARE(outcome.code, 1);
}

void ImportTicketsTest::skippedRowsAreInAFile()
{
    const QString desk = freshDesk(u"skipped.desk"_s);
    const QString map =
        write(u"map.json"_s, R"({"deskhand-import": 1, "source": "s", "columns": {"case": "no", "opened": "at"}})");
    const QString csv =
        write(u"skipped.csv"_s, "no;at\n1;2025-01-01\n2;=SUM(A1)\n1;2025-01-02\n;2025-01-01\n3;\"2025\n");
    const QString report = m_folder.filePath(u"report.csv"_s);
    const ImportOutcome outcome = runCtl({u"import-tickets"_s, desk, csv, u"--map"_s, map, u"--report"_s, report});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.output.contains(u"row 3 (line 3): column “at”: bad-time: “=SUM(A1)”; skipped"_s));
    QVERIFY(outcome.output.contains(u"imported 1 tickets"_s));
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("row,line,column,value,row_was,why\r\n"
                                        "3,3,\"at\",\"'=SUM(A1)\",skipped,\"bad-time\"\r\n"
                                        "4,4,\"no\",\"1\",skipped,\"repeated\"\r\n"
                                        "5,5,\"no\",\"\",skipped,\"missing\"\r\n"
                                        "6,6,\"\",\"\",skipped,\"unclosed-quote\"\r\n"));
}

void ImportTicketsTest::killedItGoesOnWhereItWas()
{
    QByteArray csv = "no,at,state\n";
    constexpr int count = 6000;
    for (int i = 0; i < count; ++i)
        csv += "T" + QByteArray::number(i) + ",2025-01-01T10:00:00,New\nT" + QByteArray::number(i)
               + ",2025-01-02T10:00:00,Closed\n";
    const QString desk = freshDesk(u"killed.desk"_s);
    const QString table = write(u"killed.csv"_s, csv);
    const QString map = write(u"killed.json"_s, R"({"deskhand-import": 1, "source": "killed", "rows": "events",
        "columns": {"case": "no", "time": "at", "state": {"column": "state", "values": {
            "New": {"name": "New", "type": "new"}, "Closed": {"name": "Closed", "type": "closed"}}}}})");
    const QStringList arguments{u"import-tickets"_s, desk, table, u"--map"_s, map, u"--resume"_s, u"--json"_s};
    qint64 before = 0;
    for (int kill = 0; kill < 3 && before < count; ++kill) {
        QProcess process;
        process.start(programPath(), arguments);
        QVERIFY(process.waitForStarted());
        const auto connection = connectTo(desk);
        QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning
                                     || numberOf(*connection, "SELECT count(*) FROM ticket") > before,
                                 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        before = numberOf(*connection, "SELECT count(*) FROM ticket");
    }
    QVERIFY(before > 0);
    QCOMPARE(brokenDesk(desk), QString());
    const ImportOutcome rest = runCtl(arguments);
    QVERIFY2(rest.code == 0, qPrintable(rest.errors));
    QCOMPARE(rest.lastLine().value(u"known"_s).toInteger(), before);
    QCOMPARE(rest.lastLine().value(u"imported"_s).toInteger(), count - before);
    QCOMPARE(brokenDesk(desk), QString());
    QCOMPARE(brokenHistory(desk), QString());
    const auto connection = connectTo(desk);
    QCOMPARE(numberOf(*connection, "SELECT count(DISTINCT number) FROM ticket"), qint64(count));
    const ImportOutcome again = runCtl(arguments.mid(0, 5));
    QCOMPARE(again.code, 1);
    QVERIFY(again.errors.contains(u"--resume"_s));
}

void ImportTicketsTest::theIncidentLogHasItsFigures()
{
    if (m_incidents.isEmpty())
        QSKIP("the incident log is not on this machine");
    QFile figures(sharedData(u"tickets/uci_kpi_oracle.json"_s));
    QVERIFY(figures.open(QIODevice::ReadOnly));
    const QJsonObject oracle = QJsonDocument::fromJson(figures.readAll()).object();
    const QString desk = freshDesk(u"incidents.desk"_s);
    const QStringList arguments{u"import-tickets"_s,      desk,       m_incidents, u"--map"_s,
                                mapping("uci_incidents"), u"--json"_s};
    const ImportOutcome looked = runCtl(arguments + QStringList{u"--dry-run"_s});
    QVERIFY2(looked.code == 0, qPrintable(looked.errors));
    QCOMPARE(looked.lastLine().value(u"imported"_s), oracle.value(u"incidents"_s));

    const ImportOutcome imported = runCtl(arguments);
    QVERIFY2(imported.code == 0, qPrintable(imported.errors));
    QCOMPARE(imported.lastLine().value(u"events"_s), oracle.value(u"events"_s));
    QCOMPARE(imported.lastLine().value(u"imported"_s), oracle.value(u"incidents"_s));
    QCOMPARE(imported.lastLine().value(u"skipped_rows"_s).toInt(), 0);
    QCOMPARE(brokenDesk(desk), QString());
    QCOMPARE(brokenHistory(desk), QString());
    const auto connection = connectTo(desk);
    QCOMPARE(numberOf(*connection, "SELECT count(*) FROM notification"), qint64(0));
    QCOMPARE(numberOf(*connection, "SELECT count(*) FROM outbound_mail"), qint64(0));
    QCOMPARE(numberOf(*connection, "SELECT count(*) FROM ticket WHERE sla_next_at <> 0"), qint64(0));
    compareIncidents(*connection, oracle);
    compareTimes(*connection, oracle);
}

void ImportTicketsTest::compareIncidents(Connection &connection, const QJsonObject &oracle)
{
    const auto isNumber = [&](const char *key, const QByteArray &sql) {
        QVERIFY2(numberOf(connection, sql) == oracle.value(QLatin1String(key)).toInteger(),
                 qPrintable(u"%1: %2"_s.arg(QLatin1String(key)).arg(numberOf(connection, sql))));
    };
    const auto isObject = [&](const char *key, const QByteArray &sql) {
        const QJsonObject expected = oracle.value(QLatin1String(key)).toObject();
        QCOMPARE(words(onlyOf(objectOf(rowsOf(connection, sql)), expected)), words(expected));
    };
    const QByteArray met = "(SELECT ticket_id FROM sla_clock WHERE target = 4 AND state = 3)";
    const QByteArray reopenings =
        "FROM history h JOIN state a ON a.id = CAST(h.old_value AS INTEGER) JOIN state b ON "
        "b.id = CAST(h.new_value AS INTEGER) WHERE h.what = 'state' AND a.type > 4 AND b.type < 5";
    isNumber("incidents", "SELECT count(*) FROM ticket");
    // Each event is a version, but that the first one was not the opening where that was not recorded.
    isNumber("events",
             "SELECT (SELECT sum(version) FROM ticket) - (SELECT count(*) FROM history WHERE what = 'state' AND "
             "old_text = 'Not recorded')");
    isNumber("made_sla_true_final", "SELECT count(*) FROM ticket WHERE id IN " + met);
    isNumber("reopened", "SELECT count(DISTINCT h.ticket_id) " + reopenings);
    isNumber("reopen_sum", "SELECT count(*) " + reopenings);
    isNumber("max_reopen", "SELECT max(n) FROM (SELECT count(*) AS n " + reopenings + " GROUP BY h.ticket_id)");
    isNumber("reassigned", "SELECT count(DISTINCT ticket_id) FROM history WHERE what = 'queue'");
    isNumber("max_reassign",
             "SELECT max(n) FROM (SELECT count(*) AS n FROM history WHERE what = 'queue' GROUP BY ticket_id)");
    // One was missed when it was opened.
    isNumber("incidents_whose_flag_turned_false_during_life",
             "SELECT count(*) FROM sla_clock WHERE target = 4 AND state = 4 AND breach_at > started_at");
    isObject("opened_by_month",
             "SELECT strftime('%Y-%m', created_at / 1000, 'unixepoch') || '|' || count(*) FROM ticket "
             "GROUP BY strftime('%Y-%m', created_at / 1000, 'unixepoch')");
    isObject(
        "opened_by_weekday",
        "SELECT substr('SunMonTueWedThuFriSat', 1 + 3 * strftime('%w', created_at / 1000, 'unixepoch'), 3) || '|' || "
        "count(*) FROM ticket GROUP BY strftime('%w', created_at / 1000, 'unixepoch')");
    isObject("top_groups",
             "SELECT CASE q.name WHEN 'No group' THEN '?' ELSE q.name END || '|' || count(*) FROM ticket t "
             "JOIN queue q ON q.id = t.queue_id GROUP BY q.id");
    isObject("top_categories",
             "SELECT c.name || '|' || count(*) FROM ticket t JOIN category c ON c.id = t.category_id GROUP BY c.id");
    isObject("state_transitions", "SELECT old_text || ' -> ' || new_text || '|' || count(*) FROM history WHERE what = "
                                  "'state' GROUP BY old_text, new_text");
}

void ImportTicketsTest::compareTimes(Connection &connection, const QJsonObject &oracle)
{
    const QByteArray resolved =
        " FROM ticket t JOIN priority p ON p.id = t.priority_id WHERE ' ' || t.tags || ' ' NOT LIKE "
        "'% no-resolve-time %' ";
    const QJsonObject byPriority = oracle.value(u"by_priority"_s).toObject();
    for (auto one = byPriority.begin(); one != byPriority.end(); ++one) {
        const QJsonObject expected = one.value().toObject();
        const QByteArray is = "AND p.name = '" + one.key().toUtf8() + "' ";
        const auto count = [&](const QByteArray &rest) {
            return numberOf(connection, "SELECT count(*) FROM ticket t JOIN priority p ON p.id = t.priority_id WHERE 1 "
                                            + is + rest);
        };
        QCOMPARE(count(""), expected.value(u"n"_s).toInteger());
        QCOMPARE(count("AND t.id IN (SELECT ticket_id FROM sla_clock WHERE target = 4 AND state = 3)"),
                 expected.value(u"made_sla"_s).toInteger());
        QVector<double> hours;
        const QStringList times = rowsOf(connection, "SELECT t.solved_at - t.created_at" + resolved + is
                                                         + "ORDER BY t.solved_at - t.created_at");
        double sum = 0;
        for (const QString &time : times) {
            hours.append(time.toDouble() / 3'600'000);
            sum += hours.last();
        }
        QCOMPARE(hours.size(), expected.value(u"resolved"_s).toInteger());
        constexpr double exact = 0.0001;
        QVERIFY(qAbs(sum / double(hours.size()) - expected.value(u"resolve_hours_mean"_s).toDouble()) < exact);
        QVERIFY(qAbs(hours[hours.size() / 2] - expected.value(u"resolve_hours_median"_s).toDouble()) < exact);
    }
    const QJsonObject expected = oracle.value(u"closed_minus_resolved_days"_s).toObject();
    QJsonObject days;
    const QStringList times = rowsOf(connection, "SELECT t.closed_at - t.solved_at" + resolved);
    for (const QString &time : times) {
        // As Python rounds: the halves that a double has go to the even neighbour.
        char day[32];
        std::snprintf(day, sizeof day, "%.1f", time.toDouble() / 86'400'000);
        days.insert(QLatin1String(day), days.value(QLatin1String(day)).toDouble() + 1);
    }
    QCOMPARE(words(onlyOf(days, expected)), words(expected));
    QCOMPARE(times.size(), oracle.value(u"closed_minus_resolved_n"_s).toInteger());
}

void ImportTicketsTest::theItalianHelpDeskComesInTheSameWay()
{
    const QString log = sharedData(u"tickets/italian_helpdesk.csv.gz"_s);
    if (log.isEmpty())
        QSKIP("the help-desk log is not on this machine");
    const QString desk = freshDesk(u"italian.desk"_s);
    const ImportOutcome imported =
        runCtl({u"import-tickets"_s, desk, log, u"--map"_s, mapping("italian_helpdesk"), u"--json"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.errors));
    QCOMPARE(imported.lastLine().value(u"imported"_s).toInt(), 4580);
    QCOMPARE(imported.lastLine().value(u"events"_s).toInt(), 21348);
    QCOMPARE(brokenDesk(desk), QString());
    QCOMPARE(brokenHistory(desk), QString());
    const auto connection = connectTo(desk);
    QCOMPARE(numberOf(*connection, "SELECT count(*) FROM ticket t JOIN state s ON s.id = t.state_id WHERE s.type = 6"),
             qint64(4557));
    QCOMPARE(numberOf(*connection, "SELECT sum(version) FROM ticket"), qint64(21348));
    const ImportOutcome verified = runCtl({u"sla"_s, u"verify"_s, desk, u"--json"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.errors + verified.output));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ImportTicketsTest)
#include "import_tickets_test.moc"
