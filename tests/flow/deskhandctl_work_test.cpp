// SPDX-License-Identifier: GPL-3.0-or-later
// Logging work from the command line, as the program is started, and what a report says of it.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct WorkOutcome {
    int code = -1;
    QJsonObject json;
    QString text;
};

WorkOutcome workCtl(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    WorkOutcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    const QByteArray output = process.readAllStandardOutput();
    outcome.text = QString::fromUtf8(output + process.readAllStandardError());
    outcome.json = QJsonDocument::fromJson(output.split('\n').value(0)).object();
    return outcome;
}

} // namespace

class DeskhandctlWorkTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_desk;
    QString m_number;

    WorkOutcome ticket(const QString &verb, const QStringList &words)
    {
        return workCtl(QStringList{QStringLiteral("ticket"), verb, m_desk, m_number} << words
                                                                                     << QStringLiteral("--json"));
    }
    int logged() { return ticket(QStringLiteral("work"), {}).json.value(QStringLiteral("minutes")).toInt(-1); }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = m_folder.filePath(QStringLiteral("desk"));
        const WorkOutcome made =
            workCtl({QStringLiteral("init"), m_desk, QStringLiteral("--agent"), QStringLiteral("Ann Lee"),
                     QStringLiteral("--address"), QStringLiteral("ann@desk.example")});
        QVERIFY2(made.code == 0, qPrintable(made.text));
        const WorkOutcome opened =
            workCtl({QStringLiteral("ticket"), QStringLiteral("open"), m_desk, QStringLiteral("--subject"),
                     QStringLiteral("Fire"), QStringLiteral("--requester"), QStringLiteral("rita@customer.example"),
                     QStringLiteral("--text"), QStringLiteral("It burns"), QStringLiteral("--json")});
        m_number = opened.json.value(QStringLiteral("number")).toString();
        QVERIFY2(!m_number.isEmpty(), qPrintable(opened.text));
    }

    void loggedListedAndRemoved()
    {
        QCOMPARE(logged(), 0);
        const WorkOutcome first =
            ticket(QStringLiteral("log-work"),
                   {QStringLiteral("1h"), QStringLiteral("30"), QStringLiteral("--activity"), QStringLiteral("Repair"),
                    QStringLiteral("--note"), QStringLiteral("two buckets"), QStringLiteral("--at"),
                    QStringLiteral("2026-05-04T09:00:00+02:00")});
        QVERIFY2(first.code == 0, qPrintable(first.text));
        QCOMPARE(ticket(QStringLiteral("log-work"), {QStringLiteral("15")}).code, 0);
        QCOMPARE(logged(), 105);
        const QJsonArray work = ticket(QStringLiteral("work"), {}).json.value(QStringLiteral("work")).toArray();
        QCOMPARE(work.size(), 2);
        const QJsonObject entry = work.first().toObject();
        QCOMPARE(entry.value(QStringLiteral("id")).toInteger(), first.json.value(QStringLiteral("id")).toInteger());
        QCOMPARE(entry.value(QStringLiteral("minutes")).toInt(), 90);
        QCOMPARE(entry.value(QStringLiteral("person")).toString(), QStringLiteral("ann@desk.example"));
        QCOMPARE(entry.value(QStringLiteral("activity")).toString(), QStringLiteral("Repair"));
        QCOMPARE(entry.value(QStringLiteral("note")).toString(), QStringLiteral("two buckets"));
        QVERIFY(entry.value(QStringLiteral("at")).toString().startsWith(QStringLiteral("2026-05-04T07:00:00")));

        const QString id = QString::number(entry.value(QStringLiteral("id")).toInteger());
        QCOMPARE(ticket(QStringLiteral("remove-work"), {id}).code, 0);
        QCOMPARE(logged(), 15);
        QCOMPARE(ticket(QStringLiteral("remove-work"), {QStringLiteral("4711")}).code, 1);
        QCOMPARE(ticket(QStringLiteral("remove-work"), {QStringLiteral("x")}).code, 2);
    }

    void whatIsNoTimeIsRefused()
    {
        const int before = logged();
        for (const char *time : {"soon", "0", "3 weeks", "1:75"})
            QCOMPARE(ticket(QStringLiteral("log-work"), {QString::fromLatin1(time)}).code, 2);
        QCOMPARE(ticket(QStringLiteral("log-work"), {}).code, 2);
        QCOMPARE(ticket(QStringLiteral("log-work"),
                        {QStringLiteral("5"), QStringLiteral("--at"), QStringLiteral("yesterday")})
                     .code,
                 2);
        QCOMPARE(logged(), before);
    }
};

QTEST_GUILESS_MAIN(DeskhandctlWorkTest)
#include "deskhandctl_work_test.moc"
