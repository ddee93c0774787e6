// SPDX-License-Identifier: GPL-3.0-or-later
#include "ical/recurrence.h"

#include "support/shared_data.h"

#include <QDateTime>
#include <QFile>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr LocalSecond farAway = qint64{20'000'000'000}; // 2603

/// One paragraph of libical's list of rules.
struct ListedRule {
    QByteArray comment;
    QByteArray rule;
    QByteArray start;
    QByteArray startAt;
    QByteArray instances;
};

QVector<ListedRule> listedRules(const QString &path)
{
    QFile file(path);
    QVector<ListedRule> rules;
    if (!file.open(QIODevice::ReadOnly))
        return rules;
    ListedRule rule;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        line = line.trimmed();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (line.startsWith('#')) {
            rule.comment = line;
        } else if (line.startsWith("RRULE:")) {
            rule.rule = value;
        } else if (line.startsWith("DTSTART:")) {
            rule.start = value;
        } else if (line.startsWith("START-AT:")) {
            rule.startAt = value;
        } else if (line.startsWith("INSTANCES:")) {
            rule.instances = value;
            rules.append(std::exchange(rule, {}));
        }
    }
    return rules;
}

QByteArray written(LocalSecond time, const IcalTime &like)
{
    const QString format = like.isDate  ? QStringLiteral("yyyyMMdd")
                           : like.isUtc ? QStringLiteral("yyyyMMdd'T'HHmmss'Z'")
                                        : QStringLiteral("yyyyMMdd'T'HHmmss");
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).toString(format).toLatin1();
}

QByteArray allOf(Recurrence &recurrence, const IcalTime &start, qsizetype most)
{
    QByteArrayList times;
    while (times.size() < most) {
        const std::optional<LocalSecond> time = recurrence.next();
        if (!time)
            break;
        times.append(written(*time, start));
    }
    return times.join(',');
}

QByteArray expanded(const QByteArray &text, const QByteArray &start, qsizetype most = 100)
{
    const Result<RecurrenceRule> rule = recurrenceRuleFromText(text);
    const std::optional<IcalTime> from = icalTimeFromText(start);
    if (!rule || !from)
        return "refused";
    Recurrence recurrence(*rule, from->time, from->isDate, farAway);
    return allOf(recurrence, *from, most);
}

} // namespace

class RecurrenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatIsListed();
    void holidaysOfTheWorld_data();
    void holidaysOfTheWorld();
    void refusesWhatIsNoRule_data();
    void refusesWhatIsNoRule();
    void endsAlsoWithoutAnyTime_data();
    void endsAlsoWithoutAnyTime();
    void timesAreRead();
};

void RecurrenceTest::givesWhatIsListed()
{
    const QString path = sharedData(QStringLiteral("calendar/libical/src/test/icalrecur_test.txt"));
    if (path.isEmpty())
        QSKIP("no foreign test data on this machine");
    const QVector<ListedRule> rules = listedRules(path);
    QCOMPARE(rules.size(), 146);
    int compared = 0;
    for (const ListedRule &listed : rules) {
        if (listed.instances.startsWith("***"))
            continue; // what libical does not do; see holidaysOfTheWorld
        const QByteArray which = listed.comment + ' ' + listed.rule + " from " + listed.start;
        const Result<RecurrenceRule> rule = recurrenceRuleFromText(listed.rule);
        QVERIFY2(rule, which.constData());
        const std::optional<IcalTime> start = icalTimeFromText(listed.start);
        QVERIFY(start);
        Recurrence recurrence(*rule, start->time, start->isDate, farAway);
        const QByteArray got = allOf(recurrence, *start, listed.instances.count(',') + 50);
        QVERIFY2(got == listed.instances, (which + "\ngot " + got + "\nnot " + listed.instances).constData());
        ++compared;
        const std::optional<IcalTime> startAt = icalTimeFromText(listed.startAt);
        if (!startAt)
            continue;
        Recurrence skipped(*rule, start->time, start->isDate, farAway);
        skipped.skipTo(startAt->time);
        const QByteArray rest = allOf(skipped, *start, 1000);
        QVERIFY2(listed.instances.endsWith(rest), rest.constData());
        // Nothing at or after that time is left out.
        for (const QByteArray &instance : listed.instances.split(','))
            QVERIFY(instance < listed.startAt || rest.contains(instance));
    }
    QCOMPARE(compared, 145);
}

void RecurrenceTest::holidaysOfTheWorld_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("instances");
    const auto row = [](const char *name, const char *rule, const char *start, const char *instances) {
        QTest::newRow(name) << QByteArray(rule) << QByteArray(start) << QByteArray(instances);
    };
    row("Thanksgiving", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3", "20261126", "20261126,20271125,20281123");
    row("Memorial Day", "FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5;UNTIL=20281231", "20260525", "20260525,20270531,20280529");
    row("leap day", "FREQ=YEARLY;COUNT=2", "20240229", "20240229,20280229");
    row("Buss- und Bettag", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=16,17,18,19,20,21,22;BYDAY=WE;COUNT=2", "20261118",
        "20261118,20271117");
    row("the last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "20260131", "20260131,20260228,20260331");
    row("week 1 in December, which libical cannot", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101",
        "20241230", "20241230,20251230,20301230,20311230");
    row("a last day with a time", "FREQ=DAILY;UNTIL=20260103", "20260101T120000",
        "20260101T120000,20260102T120000,20260103T120000");
    row("small letters", "freq=daily;count=2", "20260101", "20260101,20260102");
}

void RecurrenceTest::holidaysOfTheWorld()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, instances);
    QCOMPARE(expanded(rule, start), instances);
}

void RecurrenceTest::refusesWhatIsNoRule_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const char *rule : {"", "FREQ", "FREQ=", "FREQ=SOMETIMES", "INTERVAL=1", "FREQ=DAILY;INTERVAL=0",
                             "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=99999999999", "FREQ=DAILY;UNTIL=tomorrow",
                             "FREQ=DAILY;UNTIL=20260230", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=",
                             "FREQ=YEARLY;BYDAY=XX", "FREQ=YEARLY;BYDAY=99MO", "FREQ=YEARLY;BYMONTHDAY=0",
                             "FREQ=YEARLY;BYWEEKNO=54", "FREQ=YEARLY;BYSETPOS=0", "FREQ=YEARLY;RSCALE=CHINESE"})
        QTest::newRow(rule) << QByteArray(rule);
}

void RecurrenceTest::refusesWhatIsNoRule()
{
    QFETCH(QByteArray, rule);
    const Result<RecurrenceRule> read = recurrenceRuleFromText(rule);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void RecurrenceTest::endsAlsoWithoutAnyTime_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const char *rule :
         {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
          "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
          "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=HOURLY;INTERVAL=24;BYHOUR=3",
          "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9", "FREQ=YEARLY;INTERVAL=100000", "FREQ=SECONDLY;UNTIL=19000101"})
        QTest::newRow(rule) << QByteArray(rule);
}

void RecurrenceTest::endsAlsoWithoutAnyTime()
{
    QFETCH(QByteArray, rule);
    const QByteArray got = expanded(rule, "20260101T000000");
    QVERIFY2(got.isEmpty() || got == "20260101T000000", got.constData());
}

void RecurrenceTest::timesAreRead()
{
    const std::optional<IcalTime> utc = icalTimeFromText("19700102T000001Z");
    QVERIFY(utc);
    QCOMPARE(utc->time, 86'401);
    QVERIFY(utc->isUtc && !utc->isDate);
    QVERIFY(icalTimeFromText("20261224")->isDate);
    for (const char *text : {"", "2026122", "20261301", "2026122x", "20261224T", "20261224T250000", "20261224X100000",
                             "20261224T100000X", "00000101", "20261224T1000000"})
        QVERIFY2(!icalTimeFromText(text), text);
}

QTEST_GUILESS_MAIN(RecurrenceTest)
#include "recurrence_test.moc"
