// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report_builtin.h"
#include "support/test_desk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int patience = 60'000; // ms

struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QVector<QJsonObject> objects() const
    {
        QVector<QJsonObject> all;
        for (const QByteArray &line : output.split('\n')) {
            if (!line.trimmed().isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
        return all;
    }
};

Outcome run(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin")) + u"/deskhandctl"_s,
                  arguments);
    Outcome outcome;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Reports and what is mailed of them, from the command line.
class DeskhandctlReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desk.openTicket(u"A lamp"_s);
        m_desk.openTicket(u"Another lamp"_s);
        ReportItem item;
        item.name = u"Created"_s;
        Report report;
        report.by = {ReportDimension::Queue};
        item.content = report;
        item.id = ReportItemId{m_desk.submit(SaveReportItem{item}).id};
        ReportItem schedule;
        schedule.name = u"Every day"_s;
        schedule.content = ReportSchedule{item.id, ReportRhythm::Daily, 1, 7, 0, {}, {m_desk.me()}, true};
        m_desk.submit(SaveReportItem{schedule});
        m_place = m_desk.path();
        m_desk.close();
    }

    void builtinDashboardsAreKnownByName()
    {
        const Outcome listed = run({u"report"_s, u"list"_s, m_place, u"--json"_s});
        QCOMPARE(listed.code, 0);
        QStringList names;
        for (const QJsonObject &each : listed.objects())
            names.append(each.value("name"_L1).toString());
        QVERIFY(names.contains(u"Created"_s) && names.contains(u"Every day"_s));
        for (int i = 0; i < builtinDashboardCount; ++i) {
            const auto dashboard = BuiltinDashboard(i);
            QVERIFY(names.contains(builtinDashboardName(dashboard)));
            const Outcome ran =
                run({u"report"_s, u"run"_s, m_place, builtinDashboardName(dashboard), u"--json"_s, u"--at"_s, at});
            QVERIFY2(ran.code == 0, ran.errors.constData());
            // Every card, by its name.
            const QVector<QJsonObject> cards = ran.objects();
            const QVector<BuiltinCard> wanted = builtinCards(dashboard);
            QCOMPARE(cards.size(), wanted.size());
            for (qsizetype card = 0; card < cards.size(); ++card) {
                QCOMPARE(cards[card].value("name"_L1).toString(), QString(wanted[card].id));
                QVERIFY(cards[card].contains("total"_L1));
            }
        }
        QCOMPARE(run({u"report"_s, u"run"_s, m_place, u"nothing"_s}).code, 1);
    }

    void reportsBecomeFiles()
    {
        const QTemporaryDir folder;
        const QString pdf = folder.filePath(u"sla.pdf"_s);
        const Outcome painted = run(
            {u"report"_s, u"run"_s, m_place, u"volume"_s, u"--at"_s, at, u"--language"_s, u"de"_s, u"--pdf"_s, pdf});
        QVERIFY2(painted.code == 0, painted.errors.constData());
        QVERIFY(bytesOf(pdf).startsWith("%PDF-"));
        const QString png = folder.filePath(u"created.png"_s);
        QCOMPARE(run({u"report"_s, u"run"_s, m_place, u"Created"_s, u"--at"_s, at, u"--png"_s, png}).code, 0);
        QVERIFY(bytesOf(png).startsWith("\x89PNG"));
        QCOMPARE(run({u"report"_s, u"run"_s, m_place, u"Created"_s, u"--pdf"_s, folder.filePath(u"no/x.pdf"_s)}).code,
                 1);
    }

    /// There is no mailbox: that is what the log says.
    void aTrialIsInTheLog()
    {
        const Outcome sent = run({u"report"_s, u"send"_s, m_place, u"Every day"_s, u"--now"_s, u"--json"_s});
        QCOMPARE(sent.code, 1);
        const Outcome log = run({u"report"_s, u"sendings"_s, m_place, u"--json"_s});
        QCOMPARE(log.code, 0);
        QCOMPARE(log.objects().size(), 1);
        const QJsonObject sending = log.objects().first();
        QCOMPARE(sending.value("name"_L1).toString(), u"Every day"_s);
        QCOMPARE(sending.value("reader"_L1).toString(), u"ada@desk.example"_s);
        QCOMPARE(sending.value("state"_L1).toString(), u"none"_s);
        QCOMPARE(sending.value("problem"_L1).toString(), u"no-mailbox"_s);
        QCOMPARE(run({u"report"_s, u"send"_s, m_place, u"Every day"_s}).code, 2);
        QCOMPARE(run({u"report"_s, u"send"_s, m_place, u"Never"_s, u"--now"_s}).code, 1);
    }

    /// What every desk has needs no copy first.
    void aBuiltinDashboardIsScheduled()
    {
        const QStringList promises{u"report"_s, u"schedule"_s, m_place, u"sla"_s, u"--weekly"_s, u"1"_s};
        QCOMPARE(run(promises).code, 2); // at which time?
        QCOMPARE(run(promises + QStringList{u"--at"_s, u"7:30"_s, u"--daily"_s}).code, 2);
        QCOMPARE(run(promises + QStringList{u"--at"_s, u"7:30"_s, u"--to"_s, u"nobody@desk.example"_s}).code, 1);
        const Outcome saved = run(promises + QStringList{u"--at"_s, u"7:30"_s, u"--name"_s, u"Promises"_s});
        QVERIFY2(saved.code == 0, saved.errors.constData());
        const QVector<QJsonObject> items = run({u"report"_s, u"list"_s, m_place, u"--json"_s}).objects();
        const auto found = std::find_if(items.cbegin(), items.cend(), [](const QJsonObject &item) {
            return item.value("name"_L1).toString() == u"Promises"_s;
        });
        QVERIFY(found != items.cend());
        const QJsonObject schedule = found->value("schedule"_L1).toObject();
        QCOMPARE(schedule.value("builtin"_L1).toString(), u"sla"_s);
        QCOMPARE(schedule.value("hour"_L1).toInt(), 7);
        QCOMPARE(schedule.value("minute"_L1).toInt(), 30);
        // It is made and found to have no mailbox to leave by, as that of a saved one.
        QCOMPARE(run({u"report"_s, u"send"_s, m_place, u"Promises"_s, u"--now"_s}).code, 1);
        const QVector<QJsonObject> log = run({u"report"_s, u"sendings"_s, m_place, u"--json"_s}).objects();
        QVERIFY(std::any_of(log.cbegin(), log.cend(), [](const QJsonObject &sending) {
            return sending.value("name"_L1).toString() == u"Promises"_s
                   && sending.value("problem"_L1).toString() == u"no-mailbox"_s;
        }));
    }

    void anAgentHasALanguage()
    {
        QCOMPARE(run({u"person"_s, u"language"_s, m_place, u"ada@desk.example"_s, u"de"_s}).code, 0);
        QCOMPARE(run({u"person"_s, u"language"_s, m_place, u"ada@desk.example"_s, u"xx-nonsense"_s}).code, 2);
        QCOMPARE(run({u"person"_s, u"language"_s, m_place, u"nobody@desk.example"_s, u"de"_s}).code, 1);
        QVERIFY(
            run({u"person"_s, u"list"_s, m_place, u"--agents"_s, u"--json"_s}).output.contains("\"language\":\"de\""));
    }

private:
    const QString at = QStringLiteral("2026-03-02T12:00:00Z");
    TestDesk m_desk;
    QString m_place;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::DeskhandctlReportsTest)

#include "deskhandctl_reports_test.moc"
