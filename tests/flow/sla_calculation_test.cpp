// SPDX-License-Identifier: GPL-3.0-or-later
// What `deskhandctl sla due`, `elapsed` and `batch` print, as the program is started.
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct SlaOutcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QList<QByteArray> lines() const { return output.trimmed().split('\n'); }
    [[nodiscard]] QJsonObject json(qsizetype line = 0) const
    {
        return QJsonDocument::fromJson(lines().value(line)).object();
    }
};

SlaOutcome run(const QStringList &arguments, const QByteArray &input = {})
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + u"/deskhandctl"_s, QStringList{u"sla"_s} + arguments);
    process.write(input);
    process.closeWriteChannel();
    SlaOutcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

QByteArray weekOf(const QByteArray &zone, const QByteArray &frame, const QByteArray &more = {})
{
    QByteArray week;
    for (const char *day : {"mon", "tue", "wed", "thu", "fri"})
        week += (week.isEmpty() ? "\"" : ",\"") + QByteArray(day) + "\":[" + frame + "]";
    return "{\"zone\":\"" + zone + "\",\"week\":{" + week + "}" + more + "}";
}

QByteArray always(const QByteArray &zone)
{
    QByteArray calendar = weekOf(zone, R"(["00:00","24:00"])");
    return calendar.replace("\"week\":{", R"("week":{"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]],)");
}

const QByteArray &berlin()
{
    static const QByteArray calendar = weekOf("Europe/Berlin", R"(["09:00","17:00"])");
    return calendar;
}

QByteArray night()
{
    return R"({"zone":"Europe/Berlin","week":{"sat":[["22:00","06:00"]]}})";
}

} // namespace

class SlaCalculationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueInstants_data();
    void dueInstants();
    void elapsedSeconds_data();
    void elapsedSeconds();
    void ledgerTilesTheTimeUntilDue();
    void nothingIsDueWithoutWorkingTime();
    void linesAreAnsweredInTheirOrder();
    void wrongUsageIsSaid_data();
    void wrongUsageIsSaid();
    void manyLinesAreAnswered();

private:
    QString write(const QByteArray &bytes)
    {
        const QString name = m_folder.filePath(u"calendar.json"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return name;
    }

    QTemporaryDir m_folder;
};

void SlaCalculationTest::dueInstants_data()
{
    QTest::addColumn<QByteArray>("calendar");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("pauses");
    QTest::addColumn<QString>("due");
    const auto row = [](const char *name, const QByteArray &calendar, const char *from, const char *target,
                        const QStringList &pauses, const char *due) {
        QTest::newRow(name) << calendar << QString::fromLatin1(from) << QString::fromLatin1(target) << pauses
                            << QString::fromLatin1(due);
    };
    const QByteArray holidays = R"(,"holidays":[{"yearly_from":"12-24","yearly_to":"01-02"}])";
    row("V1", berlin(), "2026-03-27T16:30:00+01:00", "14400", {}, "2026-03-30T10:30:00Z");
    row("V3", always("America/New_York"), "2026-03-08T01:30:00-05:00", "7200", {}, "2026-03-08T08:30:00Z");
    row("V4", always("America/New_York"), "2026-11-01T00:30:00-04:00", "7200", {}, "2026-11-01T06:30:00Z");
    row("V5", berlin(), "2026-05-04T09:00:00+02:00", "14400",
        {u"2026-05-04T10:00:00+02:00/2026-05-05T11:00:00+02:00"_s}, "2026-05-05T12:00:00Z");
    row("V6", berlin(), "2026-05-04T14:00:00+02:00", "14400",
        {u"2026-05-04T18:00:00+02:00/2026-05-05T08:00:00+02:00"_s}, "2026-05-05T08:00:00Z");
    row("V7", berlin(), "2026-05-04T09:00:00+02:00", "28800", {}, "2026-05-04T15:00:00Z");
    row("V8", berlin(), "2026-05-04T17:00:00+02:00", "3600", {}, "2026-05-05T08:00:00Z");
    row("V9", weekOf("Europe/Berlin", R"(["09:00","17:00"])", holidays), "2026-12-23T16:00:00+01:00", "14400", {},
        "2027-01-04T11:00:00Z");
    row("V10", weekOf("Asia/Kolkata", R"(["09:30","18:00"])"), "2026-05-01T17:45:00+05:30", "3600", {},
        "2026-05-04T04:45:00Z");
    row("V12", berlin(), "2026-05-04T09:00:00+02:00", "14400",
        {u"2026-05-04T08:00:00Z/2026-05-04T09:00:00Z"_s, u"2026-05-04T08:00:00Z/2026-05-04T08:30:00Z"_s},
        "2026-05-04T12:00:00Z");
    row("two working days", berlin(), "2026-05-07T12:00:00+02:00", "2wd", {}, "2026-05-11T15:00:00Z");
    row("the same business day", berlin(), "2026-05-09T12:00:00+02:00", "0wd", {}, "2026-05-11T15:00:00Z");
    row("fractions", berlin(), "2026-05-04T09:00:00.25+02:00", "0.5", {}, "2026-05-04T07:00:00.750Z");
}

void SlaCalculationTest::dueInstants()
{
    QFETCH(QByteArray, calendar);
    QFETCH(QString, from);
    QFETCH(QString, target);
    QFETCH(QStringList, pauses);
    QFETCH(QString, due);
    QStringList arguments{u"due"_s, u"--calendar"_s, write(calendar), u"--from"_s,
                          from,     u"--target"_s,   target,          u"--json"_s};
    for (const QString &pause : pauses)
        arguments << u"--pause"_s << pause;
    const SlaOutcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QCOMPARE(outcome.json().value(u"due"_s).toString(), due);
}

void SlaCalculationTest::elapsedSeconds_data()
{
    QTest::addColumn<QByteArray>("calendar");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("seconds");
    const auto row = [](const char *name, const QByteArray &calendar, const char *from, const char *to,
                        double seconds) {
        QTest::newRow(name) << calendar << QString::fromLatin1(from) << QString::fromLatin1(to) << seconds;
    };
    row("V2 spring", night(), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", 7 * 3600);
    row("V2 autumn", night(), "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", 9 * 3600);
    row("V2 summer", night(), "2026-06-06T12:00:00Z", "2026-06-07T12:00:00Z", 8 * 3600);
    row("V11 spring", always("Australia/Lord_Howe"), "2026-10-04T00:00:00+10:30", "2026-10-05T00:00:00+11:00", 84600);
    row("V11 autumn", always("Australia/Lord_Howe"), "2026-04-05T00:00:00+11:00", "2026-04-06T00:00:00+10:30", 88200);
    row("backwards", berlin(), "2026-05-05T12:00:00Z", "2026-05-04T12:00:00Z", 0);
    row("a fraction", berlin(), "2026-05-04T12:00:00Z", "2026-05-04T12:00:01.5Z", 1.5);
}

void SlaCalculationTest::elapsedSeconds()
{
    QFETCH(QByteArray, calendar);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, seconds);
    const SlaOutcome outcome =
        run({u"elapsed"_s, u"--calendar"_s, write(calendar), u"--from"_s, from, u"--to"_s, to, u"--json"_s});
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QCOMPARE(outcome.json().value(u"seconds"_s).toDouble(-1), seconds);
    const SlaOutcome plain = run({u"elapsed"_s, u"--calendar"_s, write(calendar), u"--from"_s, from, u"--to"_s, to});
    QCOMPARE(plain.output.trimmed(), QByteArray::number(int(seconds)));
}

void SlaCalculationTest::ledgerTilesTheTimeUntilDue()
{
    const QByteArray calendar = weekOf("Europe/Berlin", R"(["09:00","17:00"])",
                                       R"(,"holidays":[{"date":"2026-05-14","name":"Ascension \"A\""}])");
    const SlaOutcome outcome =
        run({u"due"_s, u"--calendar"_s, write(calendar), u"--from"_s, u"2026-05-13T16:00:00+02:00"_s, u"--target"_s,
             u"7200"_s, u"--pause"_s, u"2026-05-15T09:30:00+02:00/2026-05-15T10:00:00+02:00"_s, u"--json"_s});
    QCOMPARE(outcome.json().value(u"due"_s).toString(), u"2026-05-15T08:30:00Z"_s);
    QStringList whys;
    qint64 counted = 0;
    QString at = u"2026-05-13T14:00:00Z"_s;
    const QJsonArray ledger = outcome.json().value(u"ledger"_s).toArray();
    for (const QJsonValue &value : ledger) {
        const QJsonObject entry = value.toObject();
        QCOMPARE(entry.size(), 4);
        QCOMPARE(entry.value(u"from"_s).toString(), at);
        at = entry.value(u"to"_s).toString();
        whys.append(entry.value(u"why"_s).toString());
        if (entry.value(u"counted"_s).toBool())
            counted += QDateTime::fromString(entry.value(u"from"_s).toString(), Qt::ISODate)
                           .secsTo(QDateTime::fromString(at, Qt::ISODate));
    }
    QCOMPARE(at, u"2026-05-15T08:30:00Z"_s);
    QCOMPARE(counted, 7200);
    QCOMPARE(whys, QStringList({u"working"_s, u"closed"_s, u"holiday: Ascension \"A\""_s, u"closed"_s, u"working"_s,
                                u"paused"_s, u"working"_s}));
}

void SlaCalculationTest::nothingIsDueWithoutWorkingTime()
{
    const QString calendar = write(R"({"zone":"UTC","week":{}})");
    const SlaOutcome outcome = run({u"due"_s, u"--calendar"_s, calendar, u"--from"_s, u"2026-05-04T09:00:00Z"_s,
                                    u"--target"_s, u"1"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.json().value(u"due"_s).isNull());
    QVERIFY(!outcome.json().value(u"why"_s).toString().isEmpty());
}

void SlaCalculationTest::linesAreAnsweredInTheirOrder()
{
    const QByteArray due =
        R"({"op":"due","calendar":)" + berlin() + R"(,"from":"2026-05-04T07:00:00Z","target":28800})";
    const QByteArray days = R"({"op":"due","calendar":)" + berlin()
                            + R"(,"from":"2026-05-04T07:00:00Z","target":"1wd",)"
                              R"("pauses":[["2026-05-04T08:00:00Z","2026-05-04T09:00:00Z"]]})";
    const QByteArray elapsed =
        R"({"op":"elapsed","calendar":)" + night() + R"(,"from":"2026-03-28T12:00:00Z","to":"2026-03-29T12:00:00Z"})";
    const QByteArray lines = due + "\nnonsense\n" + elapsed + "\n\n[]\n" + days + "\r\n"
                             + R"({"op":"due","calendar":{"zone":"Mars/Base","week":{}},"from":"2026-05-04T07:00:00Z"})"
                             + "\n" + R"({"op":"cancel"})" + "\n" + elapsed; // the last line has no end
    QFile file(m_folder.filePath(u"batch"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines);
    file.close();
    const SlaOutcome byName = run({u"batch"_s, file.fileName()});
    QCOMPARE(byName.code, 0);
    QCOMPARE(byName.lines().size(), 8);
    QCOMPARE(byName.json(0).value(u"due"_s).toString(), u"2026-05-04T15:00:00Z"_s);
    QVERIFY(byName.json(1).contains(u"error"_s));
    QCOMPARE(byName.json(2).value(u"seconds"_s).toInt(), 7 * 3600);
    QVERIFY(byName.json(3).contains(u"error"_s));
    QCOMPARE(byName.json(4).value(u"due"_s).toString(), u"2026-05-06T08:00:00Z"_s);
    QVERIFY(byName.json(5).value(u"error"_s).toString().startsWith(u"zone"_s));
    QVERIFY(byName.json(6).value(u"error"_s).toString().startsWith(u"op"_s));
    QCOMPARE(byName.json(7), byName.json(2));
    // Each door gives the same.
    QCOMPARE(run({u"batch"_s, u"-"_s}, lines).output, byName.output);
    QCOMPARE(run({u"due"_s, u"--batch"_s, file.fileName(), u"--json"_s}).output, byName.output);
    QCOMPARE(run({u"elapsed"_s, u"--batch"_s, u"-"_s}, lines).output, byName.output);
}

void SlaCalculationTest::wrongUsageIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString calendar = u"--calendar=CALENDAR"_s;
    const QString from = u"--from=2026-05-04T09:00:00Z"_s;
    QTest::newRow("nothing") << QStringList{u"due"_s} << 2;
    QTest::newRow("no offset") << QStringList{u"due"_s, calendar, u"--from=2026-05-04T09:00:00"_s, u"--target=1"_s}
                               << 2;
    QTest::newRow("no such day") << QStringList{u"due"_s, calendar, u"--from=2026-02-30T09:00:00Z"_s, u"--target=1"_s}
                                 << 2;
    QTest::newRow("no target") << QStringList{u"due"_s, calendar, from} << 2;
    QTest::newRow("a target before now") << QStringList{u"due"_s, calendar, from, u"--target=-5"_s} << 2;
    QTest::newRow("a target of days") << QStringList{u"due"_s, calendar, from, u"--target=xwd"_s} << 2;
    QTest::newRow("no end") << QStringList{u"elapsed"_s, calendar, from} << 2;
    QTest::newRow("a pause of one instant")
        << QStringList{u"due"_s, calendar, from, u"--target=1"_s, u"--pause=2026-05-04T09:00:00Z"_s} << 2;
    QTest::newRow("a pause backwards") << QStringList{u"due"_s, calendar, from, u"--target=1"_s,
                                                      u"--pause=2026-05-04T09:00:00Z/2026-05-04T08:00:00Z"_s}
                                       << 2;
    QTest::newRow("no such file") << QStringList{u"due"_s, u"--calendar=/nowhere"_s, from, u"--target=1"_s} << 1;
    QTest::newRow("no such batch") << QStringList{u"batch"_s, u"/nowhere"_s} << 1;
}

void SlaCalculationTest::wrongUsageIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    arguments.replaceInStrings(u"CALENDAR"_s, write(berlin()));
    const SlaOutcome outcome = run(arguments);
    QCOMPARE(outcome.code, code);
    QVERIFY(!outcome.errors.isEmpty());
    QVERIFY(outcome.output.isEmpty());
}

void SlaCalculationTest::manyLinesAreAnswered()
{
    QByteArray lines;
    constexpr int count = 5'000;
    for (int i = 0; i < count; ++i) {
        const QByteArray at =
            QDateTime::fromSecsSinceEpoch(1'777'000'000 + i * 977, Qt::UTC).toString(Qt::ISODate).toLatin1();
        lines += R"({"op":"due","calendar":)" + (i % 3 == 0 ? always("Asia/Tokyo") : berlin()) + R"(,"from":")" + at
                 + R"(","target":)" + QByteArray::number(i % 200'000) + "}\n";
    }
    const SlaOutcome outcome = run({u"batch"_s, u"-"_s}, lines);
    QCOMPARE(outcome.lines().size(), count);
    QVERIFY(!outcome.output.contains("error"));
}

QTEST_GUILESS_MAIN(SlaCalculationTest)
#include "sla_calculation_test.moc"
