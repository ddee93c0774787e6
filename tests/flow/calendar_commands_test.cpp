// SPDX-License-Identifier: GPL-3.0-or-later
// The business calendars of a desk on the command line, as the program is started.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CalendarOutcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json(qsizetype line = 0) const
    {
        return QJsonDocument::fromJson(output.trimmed().split('\n').value(line)).object();
    }
};

CalendarOutcome start(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + u"/deskhandctl"_s, arguments);
    CalendarOutcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

const QByteArray officeJson = R"({"name":"Office","zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]],)"
                              R"("tue":[["09:00","17:00"]]},"holidays":[{"date":"2026-12-22","name":"Party"}]})";

const QByteArray feed = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                        "SUMMARY:Fair\r\nDTSTART;VALUE=DATE:20261221\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nEND:VEVENT\r\n"
                        "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:St. Martin\r\nDTSTART;VALUE=DATE:20261111\r\nEND:VEVENT\r\n"
                        "END:VCALENDAR\r\n";

} // namespace

class CalendarCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsSavedIsShown();
    void importedDaysCountWhenTheyAreConfirmed();
    void whatCannotBeIsRefused();

private:
    CalendarOutcome calendar(const QString &verb, const QStringList &arguments) const
    {
        return start(QStringList{u"calendar"_s, verb, file(u"desk"_s)} + arguments);
    }
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            return {};
        return out.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CalendarCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const CalendarOutcome made =
        start({u"init"_s, file(u"desk"_s), u"--agent"_s, u"Ann Lee"_s, u"--address"_s, u"ann@desk.example"_s});
    QVERIFY2(made.code == 0, made.errors.constData());
    const CalendarOutcome saved = calendar(u"save"_s, {write(u"office.json"_s, officeJson), u"--json"_s});
    QVERIFY2(saved.code == 0, saved.errors.constData());
    QVERIFY(saved.json().value(u"id"_s).toInt() > 0);
}

void CalendarCommandsTest::whatIsSavedIsShown()
{
    const QJsonObject shown = calendar(u"show"_s, {u"office"_s}).json();
    QCOMPARE(shown, QJsonDocument::fromJson(officeJson).object());
    const QJsonObject listed = calendar(u"list"_s, {u"--json"_s}).json();
    QCOMPARE(listed.value(u"name"_s).toString(), u"Office"_s);
    QCOMPARE(listed.value(u"version"_s).toInt(), 1);
    // The same name is the same calendar.
    QByteArray longer = officeJson;
    longer.replace("17:00", "18:00");
    QCOMPARE(calendar(u"save"_s, {write(u"longer.json"_s, longer), u"--for"_s, u"open"_s}).code, 0);
    const CalendarOutcome again = calendar(u"list"_s, {u"--json"_s});
    QCOMPARE(again.output.trimmed().count('\n'), 1); // and the one that a desk begins with
    QCOMPARE(again.json().value(u"version"_s).toInt(), 2);
    QCOMPARE(again.json().value(u"week"_s)[u"mon"_s][0][1].toString(), u"18:00"_s);
}

void CalendarCommandsTest::importedDaysCountWhenTheyAreConfirmed()
{
    const QStringList days{u"Office"_s, u"--from"_s, u"2026-12-21"_s, u"--days"_s, u"2"_s, u"--json"_s};
    const CalendarOutcome imported = calendar(u"import-ics"_s, {u"Office"_s, write(u"feed.ics"_s, feed), u"--from"_s,
                                                                u"2026-01-01"_s, u"--to"_s, u"2028-12-31"_s});
    QVERIFY2(imported.code == 0, imported.errors.constData());
    QVERIFY(imported.output.contains("3 days read, 3 of them new"));
    QCOMPARE(calendar(u"show"_s, {u"Office"_s}).json().value(u"feed"_s).toString(), u"feed.ics"_s);
    const CalendarOutcome before = calendar(u"days"_s, days);
    QVERIFY(!before.json(0).value(u"is_holiday"_s).toBool());
    QCOMPARE(before.json(0).value(u"working"_s)[0][0].toString(), u"2026-12-21T08:00:00Z"_s);
    QCOMPARE(before.json(1).value(u"holiday"_s).toString(), u"Party"_s);

    QCOMPARE(calendar(u"confirm"_s, {u"Office"_s, u"2026-12-21"_s}).code, 0);
    const CalendarOutcome after = calendar(u"days"_s, days);
    QCOMPARE(after.json(0).value(u"holiday"_s).toString(), u"Fair"_s);
    QVERIFY(after.json(0).value(u"working"_s).toArray().isEmpty());
    QCOMPARE(calendar(u"confirm"_s, {u"Office"_s, u"2026-12-21"_s}).code, 1);
    QCOMPARE(calendar(u"confirm"_s, {u"Office"_s, u"2026-11-11"_s, u"--discard"_s}).code, 0);
    QCOMPARE(calendar(u"confirm"_s, {u"Office"_s, u"--all"_s}).code, 0);
    const QJsonArray holidays = calendar(u"show"_s, {u"Office"_s}).json().value(u"holidays"_s).toArray();
    QCOMPARE(holidays.size(), 3);
    for (const QJsonValue &holiday : holidays)
        QVERIFY(!holiday[u"confirmed"_s].isBool());
}

void CalendarCommandsTest::whatCannotBeIsRefused()
{
    const CalendarOutcome closed =
        calendar(u"save"_s, {write(u"closed.json"_s, R"({"name":"Closed","zone":"UTC","week":{}})")});
    QCOMPARE(closed.code, 1);
    QVERIFY(closed.errors.contains("no-working-time"));
    const CalendarOutcome nameless =
        calendar(u"save"_s, {write(u"nameless.json"_s, R"({"zone":"UTC","week":{"mon":[["09:00","10:00"]]}})")});
    QCOMPARE(nameless.code, 1);
    QVERIFY(nameless.errors.contains("name"));
    const CalendarOutcome wrong =
        calendar(u"save"_s, {write(u"wrong.json"_s, R"({"name":"W","zone":"UTC","week":{"mon":["9-17"]}})")});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.errors.contains("week.mon[0]"));
    const CalendarOutcome noFeed = calendar(u"import-ics"_s, {u"Office"_s, file(u"office.json"_s)});
    QCOMPARE(noFeed.code, 1);
    QVERIFY(noFeed.errors.contains("no calendar"));
    QCOMPARE(calendar(u"show"_s, {u"Nowhere"_s}).code, 1);
    QCOMPARE(calendar(u"days"_s, {u"Office"_s, u"--from"_s, u"2026-02-30"_s}).code, 2);
    QCOMPARE(calendar(u"confirm"_s, {u"Office"_s}).code, 2);
    QCOMPARE(calendar(u"save"_s, {file(u"office.json"_s), u"--for"_s, u"some"_s}).code, 2);
    QCOMPARE(calendar(u"list"_s, {u"--json"_s}).output.trimmed().count('\n'), 1);
}

QTEST_GUILESS_MAIN(CalendarCommandsTest)
#include "calendar_commands_test.moc"
