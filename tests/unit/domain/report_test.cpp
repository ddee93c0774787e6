// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/catalog.h"
#include "domain/condition_fields.h"
#include "domain/report_json.h"

#include <QJsonArray>
#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString berlin = QStringLiteral("Europe/Berlin");

Instant utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

ReportPeriod span(ReportSpan span, int days = 30)
{
    return {span, days, 0, 0};
}

Report fullReport()
{
    Report report;
    report.measure = ReportMeasure::FirstContact;
    report.statistic = ReportStatistic::Share;
    report.clock = ReportClock::Business;
    report.variant = ReportVariant::OneTouch;
    report.days = 7;
    report.by = {ReportDimension::Queue, ReportDimension::Month};
    report.period = {ReportSpan::Between, 30, 1'700'000'000'000, 1'710'000'000'000};
    report.zone = berlin;
    report.calendar = CalendarId{4};
    report.tickets = Condition::is(ConditionField::Priority, {1, 2});
    report.ticketsText = u"priority:high"_s;
    report.comparison = ReportComparison::OtherTickets;
    report.otherTickets = Condition::is(ConditionField::Queue, {3});
    report.otherTicketsText = u"queue:finance"_s;
    report.limit = 5;
    report.picture = ReportPicture::Stacked;
    return report;
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAreWholeLocalDays_data();
    void spansAreWholeLocalDays();
    void comparedSpans_data();
    void comparedSpans();
    void betweenIsMovedByLocalDays();
    void jsonKeepsEverything();
    void jsonOfEveryName();
    void jsonSaysWhatIsWrong_data();
    void jsonSaysWhatIsWrong();
    void contentsAreKept();
    void filesOfPeople();
    void problems_data();
    void problems();
    void whatIsOfferedIsNoProblem();
    void nextSendings_data();
    void nextSendings();
    void lastSendingsAreTheNextOnesBefore_data();
    void lastSendingsAreTheNextOnesBefore();
    void fixedReportsStay();
};

void ReportTest::spansAreWholeLocalDays_data()
{
    QTest::addColumn<ReportPeriod>("period");
    QTest::addColumn<Instant>("now");
    QTest::addColumn<Instant>("from");
    QTest::addColumn<Instant>("to");
    // Sunday 29 March 2026 has 23 hours in Berlin, and Sunday 25 October 25.
    const Instant spring = utc("2026-03-29T10:00:00Z");
    QTest::newRow("today, 23 hours") << span(ReportSpan::Today) << spring << utc("2026-03-28T23:00:00Z")
                                     << utc("2026-03-29T22:00:00Z");
    QTest::newRow("today, 25 hours") << span(ReportSpan::Today) << utc("2026-10-25T10:00:00Z")
                                     << utc("2026-10-24T22:00:00Z") << utc("2026-10-25T23:00:00Z");
    QTest::newRow("yesterday") << span(ReportSpan::Yesterday) << spring << utc("2026-03-27T23:00:00Z")
                               << utc("2026-03-28T23:00:00Z");
    QTest::newRow("this week ends today")
        << span(ReportSpan::ThisWeek) << spring << utc("2026-03-22T23:00:00Z") << utc("2026-03-29T22:00:00Z");
    QTest::newRow("last week") << span(ReportSpan::LastWeek) << spring << utc("2026-03-15T23:00:00Z")
                               << utc("2026-03-22T23:00:00Z");
    QTest::newRow("this month") << span(ReportSpan::ThisMonth) << spring << utc("2026-02-28T23:00:00Z")
                                << utc("2026-03-29T22:00:00Z");
    QTest::newRow("last month") << span(ReportSpan::LastMonth) << spring << utc("2026-01-31T23:00:00Z")
                                << utc("2026-02-28T23:00:00Z");
    QTest::newRow("last quarter") << span(ReportSpan::LastQuarter) << spring << utc("2025-09-30T22:00:00Z")
                                  << utc("2025-12-31T23:00:00Z");
    QTest::newRow("last year") << span(ReportSpan::LastYear) << spring << utc("2024-12-31T23:00:00Z")
                               << utc("2025-12-31T23:00:00Z");
    QTest::newRow("two days") << span(ReportSpan::LastDays, 2) << spring << utc("2026-03-27T23:00:00Z")
                              << utc("2026-03-29T22:00:00Z");
    QTest::newRow("after midnight there") << span(ReportSpan::Today) << utc("2026-07-01T22:30:00Z")
                                          << utc("2026-07-01T22:00:00Z") << utc("2026-07-02T22:00:00Z");
}

void ReportTest::spansAreWholeLocalDays()
{
    QFETCH(ReportPeriod, period);
    QFETCH(Instant, now);
    QFETCH(Instant, from);
    QFETCH(Instant, to);
    const ReportInterval interval = intervalOf(period, berlin, now);
    QCOMPARE(interval.from, from);
    QCOMPARE(interval.to, to);
}

void ReportTest::comparedSpans_data()
{
    QTest::addColumn<ReportPeriod>("period");
    QTest::addColumn<ReportComparison>("comparison");
    QTest::addColumn<Instant>("from");
    QTest::addColumn<Instant>("to");
    using enum ReportComparison;
    // As of Tuesday 31 March 2026, after the change of the clocks.
    QTest::newRow("today") << span(ReportSpan::Today) << PreviousPeriod << utc("2026-03-29T22:00:00Z")
                           << utc("2026-03-30T22:00:00Z");
    QTest::newRow("two days of this week")
        << span(ReportSpan::ThisWeek) << PreviousPeriod << utc("2026-03-22T23:00:00Z") << utc("2026-03-24T23:00:00Z");
    QTest::newRow("February is shorter") << span(ReportSpan::ThisMonth) << PreviousPeriod << utc("2026-01-31T23:00:00Z")
                                         << utc("2026-02-28T23:00:00Z");
    QTest::newRow("the month before") << span(ReportSpan::LastMonth) << PreviousPeriod << utc("2025-12-31T23:00:00Z")
                                      << utc("2026-01-31T23:00:00Z");
    QTest::newRow("seven days") << span(ReportSpan::LastDays, 7) << PreviousPeriod << utc("2026-03-17T23:00:00Z")
                                << utc("2026-03-24T23:00:00Z");
    QTest::newRow("a year ago") << span(ReportSpan::LastMonth) << LastYear << utc("2025-01-31T23:00:00Z")
                                << utc("2025-02-28T23:00:00Z");
}

void ReportTest::comparedSpans()
{
    QFETCH(ReportPeriod, period);
    QFETCH(ReportComparison, comparison);
    QFETCH(Instant, from);
    QFETCH(Instant, to);
    const ReportInterval interval = comparedInterval(period, comparison, berlin, utc("2026-03-31T12:00:00Z"));
    QCOMPARE(interval.from, from);
    QCOMPARE(interval.to, to);
}

void ReportTest::betweenIsMovedByLocalDays()
{
    // The week of the change: 167 hours; the one before it has 168.
    const ReportPeriod week{ReportSpan::Between, 30, utc("2026-03-22T23:00:00Z"), utc("2026-03-29T22:00:00Z")};
    const ReportInterval before = comparedInterval(week, ReportComparison::PreviousPeriod, berlin, 0);
    QCOMPARE(before.from, utc("2026-03-15T23:00:00Z"));
    QCOMPARE(before.to, utc("2026-03-22T23:00:00Z"));
    const ReportPeriod hours{ReportSpan::Between, 30, 5'000, 8'000};
    QCOMPARE(comparedInterval(hours, ReportComparison::PreviousPeriod, berlin, 0), (ReportInterval{2'000, 5'000}));
}

void ReportTest::jsonKeepsEverything()
{
    const Report report = fullReport();
    const Result<Report> read = reportFromJson(reportToJson(report));
    QVERIFY2(read, read ? "" : qPrintable(read.error().where));
    QVERIFY(*read == report);
    QVERIFY(*reportFromJson(reportToJson(Report())) == Report());
}

void ReportTest::jsonOfEveryName()
{
    const auto same = [](const Report &report) { return *reportFromJson(reportToJson(report)) == report; };
    Report report;
    for (int i = 0; i < reportMeasureCount; ++i) {
        report.measure = ReportMeasure(i);
        QVERIFY(!reportMeasureName(report.measure).isEmpty());
        QVERIFY(same(report));
    }
    for (int i = 0; i < reportDimensionCount; ++i) {
        report.by = {ReportDimension(i)};
        QVERIFY(same(report));
    }
    for (int i = 0; i < reportSpanCount; ++i) {
        report.period.span = ReportSpan(i);
        QVERIFY(same(report));
    }
    for (int i = 0; i < reportPictureCount; ++i) {
        report.picture = ReportPicture(i);
        QVERIFY(same(report));
    }
}

void ReportTest::jsonSaysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("no measure") << QByteArray(R"({})") << u"report.measure"_s;
    QTest::newRow("another measure") << QByteArray(R"({"measure":"happiness"})") << u"report.measure"_s;
    QTest::newRow("mistyped") << QByteArray(R"({"measure":"created","filtre":"x"})") << u"report.filtre"_s;
    QTest::newRow("by") << QByteArray(R"({"measure":"created","by":["moon"]})") << u"report.by"_s;
    QTest::newRow("period") << QByteArray(R"({"measure":"created","period":{"span":"soon"}})") << u"report.period"_s;
    QTest::newRow("half a day") << QByteArray(R"({"measure":"created","days":1.5})") << u"report.days"_s;
    QTest::newRow("tickets") << QByteArray(R"({"measure":"created","tickets":{"field":"no"}})") << u"report.tickets"_s;
}

void ReportTest::jsonSaysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const Result<Report> read = reportFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QCOMPARE(read.error().where, where);
}

void ReportTest::contentsAreKept()
{
    using Content = std::variant<Report, Dashboard, ReportSchedule>;
    ReportSchedule schedule{ReportItemId{7}, ReportRhythm::Monthly,      31,   6, 30,
                            berlin,          {PersonId{3}, PersonId{5}}, false};
    const Dashboard dashboard{{{u"First"_s, fullReport(), 2, 1, 5, 3, true}, {QString(), Report(), 0, 0, 12, 2}}};
    for (const Content &content : {Content(fullReport()), Content(dashboard), Content(schedule)}) {
        const auto read = reportContentFromJson(reportContentToJson(content));
        QVERIFY(read);
        QVERIFY(*read == content);
    }
    QVERIFY(!reportContentFromJson({}));
}

void ReportTest::filesOfPeople()
{
    Catalog catalog;
    BusinessCalendar office;
    office.id = CalendarId{9};
    office.name = u"Office"_s;
    catalog.calendars = {office};
    const QByteArray json = R"({"measure":"resolution","clock":"business","calendar":"office","zone":"Europe/Berlin",
        "period":{"from":"2016-03-01","to":"2016-03-31"},"tickets":"is:open"})";
    const Result<Report> read =
        reportFromConfig(QJsonDocument::fromJson(json).object(), std::make_shared<const Catalog>(catalog));
    QVERIFY2(read, read ? "" : qPrintable(read.error().where));
    QCOMPARE(read->statistic, ReportStatistic::Median);
    QCOMPARE(read->calendar, CalendarId{9});
    QCOMPARE(read->period.span, ReportSpan::Between);
    QCOMPARE(read->period.from, utc("2016-02-29T23:00:00Z"));
    QCOMPARE(read->period.to, utc("2016-03-31T22:00:00Z"));
    QVERIFY(!read->tickets.isEverything());
    const auto wrong = [&](const char *text) {
        return reportFromConfig(QJsonDocument::fromJson(text).object(), std::make_shared<const Catalog>(catalog));
    };
    QCOMPARE(wrong(R"({"measure":"created","tickets":"nothing:like that"})").error().where, u"report.tickets"_s);
    QCOMPARE(wrong(R"({"measure":"created","calendar":"nowhere"})").error().where, u"report.calendar"_s);
    QCOMPARE(wrong(R"({"measure":"created","period":{"from":"yesterday"}})").error().where, u"report.period"_s);
}

void ReportTest::problems_data()
{
    QTest::addColumn<Report>("report");
    QTest::addColumn<QString>("field");
    Report report;
    const auto row = [&](const char *name, const char *field) {
        QTest::newRow(name) << report << QString::fromLatin1(field);
        report = Report();
    };
    report.by = {ReportDimension::Queue, ReportDimension::Owner, ReportDimension::Day};
    row("three", "by");
    report.by = {ReportDimension::Day, ReportDimension::Month};
    row("two spans", "by");
    report.by = {ReportDimension::Verdict};
    row("a verdict of what is opened", "by");
    report.statistic = ReportStatistic::Median;
    row("a median of what is opened", "statistic");
    report.zone = u"Mars/Olympus"_s;
    row("a zone that is none", "zone");
    report.period = {ReportSpan::Between, 30, 20, 10};
    row("backwards", "period");
    report.period.days = 0;
    row("no days", "period");
    report.tickets = Condition::is(ConditionField::Owner, {Condition::meId});
    row("mine", "tickets");
    report.tickets = Condition::negate(Condition::isSet(ConditionField::Unread));
    row("unread", "tickets");
    report.tickets = Condition::matches(u"printer"_s);
    row("words", "tickets");
}

void ReportTest::problems()
{
    QFETCH(Report, report);
    QFETCH(QString, field);
    const QVector<ReportProblem> problems = reportProblems(report);
    QVERIFY(!problems.isEmpty());
    QCOMPARE(problems.first().field, field);
}

void ReportTest::whatIsOfferedIsNoProblem()
{
    for (int i = 0; i < reportMeasureCount; ++i) {
        Report report;
        report.measure = ReportMeasure(i);
        for (const ReportStatistic statistic : statisticsOf(report.measure)) {
            report.statistic = statistic;
            for (const ReportDimension dimension : dimensionsOf(report.measure)) {
                report.by = {dimension};
                QVERIFY2(reportProblems(report).isEmpty(), qPrintable(reportMeasureName(report.measure)));
            }
        }
    }
}

void ReportTest::nextSendings_data()
{
    QTest::addColumn<ReportSchedule>("schedule");
    QTest::addColumn<Instant>("after");
    QTest::addColumn<Instant>("next");
    const auto at = [](ReportRhythm rhythm, int day, int hour) {
        return ReportSchedule{{}, rhythm, day, hour, 0, berlin, {}, true};
    };
    QTest::newRow("later today") << at(ReportRhythm::Daily, 1, 7) << utc("2026-01-05T05:00:00Z")
                                 << utc("2026-01-05T06:00:00Z");
    QTest::newRow("right now is past") << at(ReportRhythm::Daily, 1, 7) << utc("2026-01-05T06:00:00Z")
                                       << utc("2026-01-06T06:00:00Z");
    QTest::newRow("Monday") << at(ReportRhythm::Weekly, 1, 7) << utc("2026-01-05T06:00:00Z")
                            << utc("2026-01-12T06:00:00Z");
    QTest::newRow("the 31st of February")
        << at(ReportRhythm::Monthly, 31, 7) << utc("2026-02-01T00:00:00Z") << utc("2026-02-28T06:00:00Z");
    QTest::newRow("an hour that is not") << at(ReportRhythm::Daily, 1, 2) << utc("2026-03-28T12:00:00Z")
                                         << utc("2026-03-29T01:00:00Z");
}

void ReportTest::nextSendings()
{
    QFETCH(ReportSchedule, schedule);
    QFETCH(Instant, after);
    QFETCH(Instant, next);
    QCOMPARE(nextSending(schedule, u"UTC"_s, after), next);
}

void ReportTest::lastSendingsAreTheNextOnesBefore_data()
{
    QTest::addColumn<ReportSchedule>("schedule");
    QTest::addColumn<Instant>("from");
    const auto at = [](ReportRhythm rhythm, int day, int hour, int minute, const QString &zone) {
        return ReportSchedule{{}, rhythm, day, hour, minute, zone, {}, true};
    };
    // Over both changes of the clocks, an hour that is skipped and one that comes twice among them.
    for (const char *from : {"2026-03-25T00:00:00Z", "2026-10-20T00:00:00Z", "2026-12-28T00:00:00Z"}) {
        for (const QString &zone : {berlin, u"America/Sao_Paulo"_s, u"Pacific/Apia"_s, u"Australia/Lord_Howe"_s}) {
            QTest::addRow("daily, %s, %s", qPrintable(zone), from)
                << at(ReportRhythm::Daily, 1, 2, 30, zone) << utc(from);
            QTest::addRow("daily late, %s, %s", qPrintable(zone), from)
                << at(ReportRhythm::Daily, 1, 23, 59, zone) << utc(from);
            QTest::addRow("weekly, %s, %s", qPrintable(zone), from)
                << at(ReportRhythm::Weekly, 7, 2, 30, zone) << utc(from);
            QTest::addRow("monthly, %s, %s", qPrintable(zone), from)
                << at(ReportRhythm::Monthly, 31, 0, 0, zone) << utc(from);
        }
    }
}

void ReportTest::lastSendingsAreTheNextOnesBefore()
{
    QFETCH(ReportSchedule, schedule);
    QFETCH(Instant, from);
    Instant due = nextSending(schedule, u"UTC"_s, from);
    for (int i = 0; i < 40; ++i) {
        QVERIFY(due > 0);
        const Instant next = nextSending(schedule, u"UTC"_s, due);
        QVERIFY(next > due);
        // From one until the next, it is the last one, and no other.
        QCOMPARE(lastSending(schedule, u"UTC"_s, due), due);
        QCOMPARE(lastSending(schedule, u"UTC"_s, (due + next) / 2), due);
        QCOMPARE(lastSending(schedule, u"UTC"_s, next - 1), due);
        due = next;
    }
    ReportSchedule nowhere = schedule;
    nowhere.zone = u"Mars/Olympus"_s;
    QCOMPARE(lastSending(nowhere, u"UTC"_s, from), 0);
}

void ReportTest::fixedReportsStay()
{
    Report report = fullReport();
    report.zone.clear();
    report.period = span(ReportSpan::LastMonth);
    const Report fixed = fixedAt(report, berlin, utc("2026-03-31T12:00:00Z"));
    QCOMPARE(fixed.zone, berlin);
    QCOMPARE(intervalOf(fixed.period, fixed.zone, utc("2027-01-01T00:00:00Z")),
             (ReportInterval{utc("2026-01-31T23:00:00Z"), utc("2026-02-28T23:00:00Z")}));
    QVERIFY(reportProblems(fixed).isEmpty());
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
