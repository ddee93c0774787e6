// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar_json.h"

#include "domain/working_time.h"
#include "support/calendars.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray everything = R"({
    "name": "Office", "zone": "Europe/Berlin", "feed": "feed.ics", "active": false,
    "week": {"mon": [["09:00","12:00"],["13:00","17:00"]], "fri": [["00:00","24:00"]], "sat": [["22:00","06:00"]],
             "sun": [["10:00","10:00"]]},
    "holidays": ["2026-12-25",
                 {"date":"2026-12-24","name":"Christmas Eve","closed":["12:00","24:00"]},
                 {"yearly":"02-29","confirmed":false,"feed_id":"uid-1"},
                 {"yearly_from":"12-24","yearly_to":"01-02"},
                 {"from":"2026-08-01","to":"2026-08-14"},
                 {"weekday":"mon","nth":-1,"month":5},
                 {"easter":-2,"name":"Good Friday"}]
})";

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return document.object();
}

Result<BusinessCalendar> parsed(const QByteArray &json)
{
    return calendarFromJson(object(json));
}

} // namespace

class CalendarJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatConfigurationFilesSay();
    void writesWhatItReads();
    void errorsPointToThePlace_data();
    void errorsPointToThePlace();
    void refusesWhatIsNoZone_data();
    void refusesWhatIsNoZone();
    void problems_data();
    void problems();
    void mutationsNeverCrash();
};

void CalendarJsonTest::readsWhatConfigurationFilesSay()
{
    const Result<BusinessCalendar> calendar = parsed(everything);
    QVERIFY2(calendar, calendar ? "" : qPrintable(calendar.error().where));
    QCOMPARE(calendar->name, u"Office"_s);
    QCOMPARE(calendar->zone, QByteArray("Europe/Berlin"));
    QVERIFY(!calendar->active);
    QCOMPARE(calendar->week[0], QVector<WorkingFrame>({{540, 720}, {780, 1020}}));
    QVERIFY(calendar->week[1].isEmpty());
    QCOMPARE(calendar->week[4], QVector<WorkingFrame>({{0, 1440}}));
    QCOMPARE(calendar->week[5], QVector<WorkingFrame>({{1320, 1800}}));
    QCOMPARE(calendar->week[6], QVector<WorkingFrame>({{600, 2040}}));
    QCOMPARE(calendar->holidays.size(), 7);
    QCOMPARE(calendar->holidays[0].from, QDate(2026, 12, 25));
    QCOMPARE(calendar->holidays[1].closedFrom, 720);
    QCOMPARE(calendar->holidays[1].closedTo, 1440);
    QVERIFY(!calendar->holidays[2].confirmed);
    QCOMPARE(calendar->holidays[2].feedId, u"uid-1"_s);
    QCOMPARE(calendar->holidays[3].kind, Holiday::Kind::YearlyRange);
    QCOMPARE(calendar->holidays[4].to, QDate(2026, 8, 14));
    QCOMPARE(calendar->holidays[5].nth, -1);
    QCOMPARE(calendar->holidays[6].offset, -2);
    QVERIFY(problemsOf(*parsed(R"({"zone":"UTC","week":{"mon":[["09:00","17:00"]]}})")).isEmpty());
}

void CalendarJsonTest::writesWhatItReads()
{
    const Result<BusinessCalendar> calendar = parsed(everything);
    const QJsonObject written = calendarToJson(*calendar);
    const Result<BusinessCalendar> again = calendarFromJson(written);
    QVERIFY(again);
    QCOMPARE(*again, *calendar);
    QCOMPARE(calendarToJson(*again), written);
    const Result<BusinessCalendar> always = calendarFromJson(calendarToJson(roundTheClock()));
    QVERIFY(always);
    QCOMPARE(*always, roundTheClock());
}

void CalendarJsonTest::errorsPointToThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    const auto week = [](const char *name, const QByteArray &text, const char *where) {
        QTest::newRow(name) << QByteArray(R"({"zone":"UTC","week":)" + text + "}") << QString::fromLatin1(where);
    };
    const auto holiday = [](const char *name, const QByteArray &text, const char *where) {
        QTest::newRow(name) << QByteArray(R"({"zone":"UTC","week":{},"holidays":["2026-01-01",)" + text + "]}")
                            << QString::fromLatin1(where);
    };
    QTest::newRow("nothing") << QByteArray("{}") << u"zone"_s;
    QTest::newRow("no week") << QByteArray(R"({"zone":"UTC"})") << u"week"_s;
    QTest::newRow("a misspelt key") << QByteArray(R"({"zone":"UTC","week":{},"hollidays":[]})") << u"hollidays"_s;
    QTest::newRow("holidays are a list") << QByteArray(R"({"zone":"UTC","week":{},"holidays":{}})") << u"holidays"_s;
    week("week is no list", "[]", "week");
    week("no such weekday", R"({"monday":[]})", "week.monday");
    week("a day is a list", R"({"tue":"09:00-17:00"})", "week.tue");
    week("a frame is a pair", R"({"tue":[["09:00","17:00"],["09:00"]]})", "week.tue[1]");
    week("no such start", R"({"tue":[["9:00","17:00"]]})", "week.tue[0][0]");
    week("24:00 is no start", R"({"tue":[["24:00","17:00"]]})", "week.tue[0][0]");
    week("no such end", R"({"tue":[["09:00","24:01"]]})", "week.tue[0][1]");
    week("letters", R"({"tue":[["09:00","1a:00"]]})", "week.tue[0][1]");
    holiday("no such date", R"("2026-02-30")", "holidays[1]");
    holiday("a number", "12", "holidays[1]");
    holiday("no rule", R"({"name":"x"})", "holidays[1]");
    holiday("two rules", R"({"date":"2026-01-01","yearly":"01-01"})", "holidays[1]");
    holiday("an unknown key", R"({"yearly":"01-01","nmae":"x"})", "holidays[1].nmae");
    holiday("the end before the beginning", R"({"from":"2026-08-14","to":"2026-08-01"})", "holidays[1]");
    holiday("no end", R"({"from":"2026-08-14"})", "holidays[1]");
    holiday("a sixth Monday", R"({"weekday":"mon","nth":6,"month":5})", "holidays[1]");
    holiday("no month", R"({"weekday":"mon","nth":1,"month":0})", "holidays[1]");
    holiday("far from Easter", R"({"easter":4000})", "holidays[1]");
    holiday("Easter is a number", R"({"easter":"monday"})", "holidays[1]");
    holiday("closed until it began", R"({"yearly":"01-01","closed":["14:00","12:00"]})", "holidays[1].closed");
    holiday("closed is a pair", R"({"yearly":"01-01","closed":["14:00"]})", "holidays[1].closed");
    holiday("confirmed or not", R"({"yearly":"01-01","confirmed":"no"})", "holidays[1].confirmed");
}

void CalendarJsonTest::errorsPointToThePlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const Result<BusinessCalendar> calendar = parsed(json);
    QVERIFY(!calendar);
    QCOMPARE(calendar.error().code, ErrorCode::Invalid);
    QCOMPARE(calendar.error().where, where);
    QVERIFY(!calendar.error().detail.isEmpty());
}

void CalendarJsonTest::refusesWhatIsNoZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("known");
    for (const char *zone :
         {"", " ", "UTC+02:00", "UTC+2", "+02:00", "CET-1CEST", "CET-1CEST,M3.5.0,M10.5.0/3", "Nowhere", "localtime",
          "posixrules", "../zoneinfo/UTC", "/etc/localtime", "Europe/", "Mars/Base", "europe/berlin\n"})
        QTest::newRow(qPrintable(u"no zone: "_s + QLatin1String(zone))) << QString::fromLatin1(zone) << false;
    for (const char *zone : {"UTC", "Etc/GMT+5", "Europe/Berlin", "America/Argentina/ComodRivadavia", "US/Eastern",
                             "EST5EDT", "GMT0", "GB-Eire", "Australia/Lord_Howe"})
        QTest::newRow(zone) << QString::fromLatin1(zone) << true;
}

void CalendarJsonTest::refusesWhatIsNoZone()
{
    QFETCH(QString, zone);
    QFETCH(bool, known);
    const Result<BusinessCalendar> calendar = calendarFromJson({{u"zone"_s, zone}, {u"week"_s, QJsonObject()}});
    QCOMPARE(bool(calendar), known);
    if (!known)
        QCOMPARE(calendar.error().where, u"zone"_s);
}

void CalendarJsonTest::problems_data()
{
    QTest::addColumn<BusinessCalendar>("calendar");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const BusinessCalendar &calendar, const QString &problem) {
        QTest::newRow(name) << calendar << problem;
    };
    BusinessCalendar calendar = officeCalendar();
    row("none", calendar, {});
    row("round the clock", roundTheClock(), {});
    calendar.zone = "Europe/Nowhere";
    row("zone", calendar, u"zone zone"_s);
    row("nothing set", BusinessCalendar(), u"zone zone"_s);
    calendar = officeCalendar();
    calendar.week = {};
    row("no working time", calendar, u"week no-working-time"_s);
    calendar.week[6] = {{1320, 1800}};
    calendar.week[0] = {{359, 600}};
    row("Sunday's night and Monday's morning", calendar, u"week.mon frame"_s);
    calendar.week[0] = {{360, 600}};
    row("touching", calendar, {});
    calendar.week[0] = {{600, 700}, {500, 601}};
    row("overlapping", calendar, u"week.mon frame"_s);
    calendar.week[0] = {{600, 600}};
    row("an empty frame", calendar, u"week.mon frame"_s);
    calendar.week[0] = {{1440, 1500}};
    row("from the next day", calendar, u"week.mon frame"_s);
    calendar = officeCalendar();
    calendar.holidays.resize(2);
    calendar.holidays[0].from = {2026, 1, 1};
    row("no date", calendar, u"holidays.1 holiday"_s);
    calendar.holidays[1].kind = Holiday::Kind::YearlyRange;
    calendar.holidays[1].month = calendar.holidays[1].day = 1;
    calendar.holidays[1].untilMonth = 12;
    calendar.holidays[1].untilDay = 31;
    row("always closed", calendar, u"week no-working-time"_s);
    calendar.holidays[1].confirmed = false;
    row("would always be closed", calendar, {});
}

void CalendarJsonTest::problems()
{
    QFETCH(BusinessCalendar, calendar);
    QFETCH(QString, problem);
    QStringList found;
    for (const CalendarProblem &each : problemsOf(calendar))
        found.append(each.field + u' ' + each.code);
    QCOMPARE(found.join(u'\n'), problem);
}

void CalendarJsonTest::mutationsNeverCrash()
{
    QRandomGenerator random(5);
    const QByteArray source = QJsonDocument(object(everything)).toJson(QJsonDocument::Compact);
    const QByteArray alphabet = R"(0123456789:-"{}[],.abcdefxyz)";
    int read = 0;
    for (int i = 0; i < 8000; ++i) {
        QByteArray text = source;
        const int changes = 1 + random.bounded(3);
        for (int change = 0; change < changes; ++change) {
            const qsizetype at = random.bounded(text.size());
            const char with = alphabet[random.bounded(alphabet.size())];
            switch (random.bounded(4)) {
            case 0: text.remove(at, 1 + random.bounded(8)); break;
            case 1: text.insert(at, with); break;
            default: text[at] = with; break;
            }
        }
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (!document.isObject())
            continue;
        const Result<BusinessCalendar> calendar = calendarFromJson(document.object());
        if (!calendar) {
            QVERIFY(!calendar.error().where.isEmpty());
            continue;
        }
        ++read;
        const Result<BusinessCalendar> again = calendarFromJson(calendarToJson(*calendar));
        QVERIFY(again);
        QCOMPARE(*again, *calendar);
        if (read % 16 == 0) {
            const WorkingTime time(*calendar);
            const Instant from = random.bounded(qint64{4'000'000'000'000});
            if (const std::optional<Instant> due = time.due(from, 1000))
                QCOMPARE(time.elapsed(from, *due), 1000);
        }
    }
    QVERIFY(read > 100);
}

QTEST_GUILESS_MAIN(CalendarJsonTest)
#include "calendar_json_test.moc"
