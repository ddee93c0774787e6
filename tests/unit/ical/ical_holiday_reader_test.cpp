// SPDX-License-Identifier: GPL-3.0-or-later
#include "ical/ical_holiday_reader.h"

#include "support/shared_data.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>
#include <QtTest>

#include <thread>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray feedOf(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + events + "END:VCALENDAR\r\n";
}

QByteArray eventOf(const QByteArray &lines)
{
    return "BEGIN:VEVENT\r\nUID:u1\r\nSUMMARY:Fair\r\n" + lines + "END:VEVENT\r\n";
}

Result<QVector<Holiday>> readFeed(const QByteArray &ics, const QByteArray &zone = "Europe/Berlin")
{
    return IcalHolidayReader().read(ics, {2026, 1, 1}, {2027, 12, 31}, zone);
}

/// "2026-05-01 2026-05-03/2026-05-05"
QString datesOf(const Result<QVector<Holiday>> &holidays)
{
    if (!holidays)
        return u"error: "_s + holidays.error().detail;
    QStringList texts;
    for (const Holiday &holiday : *holidays) {
        QString text = holiday.from.toString(Qt::ISODate);
        if (holiday.kind == Holiday::Kind::Range)
            text += u'/' + holiday.to.toString(Qt::ISODate);
        texts.append(text);
    }
    return texts.join(u' ');
}

QMap<QString, QString> namesByDate(const QVector<Holiday> &holidays)
{
    QMap<QString, QString> names;
    for (const Holiday &holiday : holidays) {
        for (int year = holiday.from.year(); year <= (holiday.to.isValid() ? holiday.to : holiday.from).year();
             ++year) {
            for (const QDate date : datesInYear(holiday, year))
                names.insert(date.toString(Qt::ISODate), holiday.name);
        }
    }
    return names;
}

} // namespace

class IcalHolidayReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheFeedsOfAPeerAsListed();
    void daysOfEvents_data();
    void daysOfEvents();
    void saysWhatItRead();
    void changesOfClocksAreNoHolidays_data();
    void changesOfClocksAreNoHolidays();
    void whatIsNoCalendarIsSaidClearly_data();
    void whatIsNoCalendarIsSaidClearly();
    void foreignFilesGiveAnAnswer();
    void brokenFeedsGiveAnAnswer();
    void threadsMayReadAtTheSameTime();
};

void IcalHolidayReaderTest::readsTheFeedsOfAPeerAsListed()
{
    const QString folder = sharedData(u"calendar/zammad"_s);
    if (folder.isEmpty())
        QSKIP("no foreign test data on this machine");
    const QJsonObject expected = QJsonDocument::fromJson(fileBytes(folder + u"/expected.json"_s)).object();
    const QDate now = QDate::fromString(expected.value(u"now"_s).toString().left(10), Qt::ISODate);
    const auto read = [&folder](const QString &name, QDate from, QDate to) {
        const QByteArray ics = fileBytes(folder + u"/test/data/calendar/"_s + name);
        const Result<QVector<Holiday>> holidays = IcalHolidayReader().read(ics, from, to, "Europe/Berlin");
        return holidays ? namesByDate(*holidays) : QMap<QString, QString>();
    };
    const QDate from = now.addYears(-1);
    const QDate to = now.addYears(3);
    QStringList dates;
    for (const QJsonValue &date : expected.value(u"calendar1_ics"_s).toArray())
        dates.append(date.toString());
    QCOMPARE(read(u"calendar1.ics"_s, from, to).keys(), dates);
    dates.clear();
    for (const QJsonValue &date : expected.value(u"calendar1_after_1_year_adds"_s).toArray())
        dates.append(date.toString());
    QCOMPARE(read(u"calendar1.ics"_s, to.addDays(1), to.addYears(1)).keys(), dates);
    for (const QString &name : {u"calendar2"_s, u"calendar3"_s}) {
        const QVariantMap listed = expected.value(name + u"_ics"_s).toObject().toVariantMap();
        QMap<QString, QString> names;
        for (auto it = listed.cbegin(); it != listed.cend(); ++it)
            names.insert(it.key(), it.value().toString());
        QVERIFY(!names.isEmpty());
        QCOMPARE(read(name + u".ics"_s, from, to), names);
    }
}

void IcalHolidayReaderTest::daysOfEvents_data()
{
    QTest::addColumn<QByteArray>("events");
    QTest::addColumn<QString>("dates");
    const auto row = [](const char *name, const QByteArray &events, const QString &dates) {
        QTest::newRow(name) << events << dates;
    };
    const QByteArray day = "DTSTART;VALUE=DATE:20260501\r\n";
    row("a day", eventOf(day), u"2026-05-01"_s);
    row("a day with its end", eventOf(day + "DTEND;VALUE=DATE:20260502\r\n"), u"2026-05-01"_s);
    row("an end before the start", eventOf(day + "DTEND;VALUE=DATE:20250101\r\n"), u"2026-05-01"_s);
    row("three days", eventOf(day + "DTEND;VALUE=DATE:20260504\r\n"), u"2026-05-01/2026-05-03"_s);
    row("two days by duration", eventOf(day + "DURATION:P2D\r\n"), u"2026-05-01/2026-05-02"_s);
    row("before the window", eventOf("DTSTART;VALUE=DATE:20251231\r\n"), {});
    row("into the window", eventOf("DTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260103\r\n"),
        u"2025-12-30/2026-01-02"_s);
    row("yearly since long ago", eventOf("DTSTART;VALUE=DATE:16010106\r\nRRULE:FREQ=YEARLY\r\n"),
        u"2026-01-06 2027-01-06"_s);
    row("all but one", eventOf(day + "RRULE:FREQ=MONTHLY;COUNT=4\r\nEXDATE;VALUE=DATE:20260601\r\n"),
        u"2026-05-01 2026-07-01 2026-08-01"_s);
    row("and two more", eventOf(day + "RDATE;VALUE=DATE:20260510,20260520\r\n"), u"2026-05-01 2026-05-10 2026-05-20"_s);
    row("one elsewhere",
        eventOf(day + "RRULE:FREQ=MONTHLY;COUNT=3\r\n")
            + eventOf("RECURRENCE-ID;VALUE=DATE:20260601\r\nDTSTART;VALUE=DATE:20260604\r\n"),
        u"2026-05-01 2026-06-04 2026-07-01"_s);
    row("one called off", eventOf(day + "STATUS:CANCELLED\r\n"), {});
    row("repetition called off",
        eventOf(day + "RRULE:FREQ=MONTHLY;COUNT=2\r\n")
            + eventOf("RECURRENCE-ID;VALUE=DATE:20260601\r\nDTSTART;VALUE=DATE:20260601\r\nSTATUS:CANCELLED\r\n"),
        u"2026-05-01"_s);
    row("hours of a day",
        eventOf("DTSTART;TZID=Europe/Berlin:20260501T090000\r\nDTEND;TZID=Europe/Berlin:"
                "20260501T100000\r\n"),
        u"2026-05-01"_s);
    row("until midnight", eventOf("DTSTART:20260501T090000\r\nDTEND:20260502T000000\r\n"), u"2026-05-01"_s);
    row("an evening of New York is a night here",
        eventOf("DTSTART;TZID=America/New_York:20260501T190000\r\nDTEND;TZID=America/New_York:20260501T200000\r\n"),
        u"2026-05-02"_s);
    row("a zone's name of Windows'", eventOf("DTSTART;TZID=Eastern Standard Time:20260501T190000\r\nDURATION:PT1H\r\n"),
        u"2026-05-02"_s);
    row("a zone with a vendor's prefix", eventOf("DTSTART;TZID=/vendor.example/America/New_York:20260501T190000\r\n"),
        u"2026-05-02"_s);
    row("an unknown zone", eventOf("DTSTART;TZID=Nowhere:20260501T190000\r\n"), u"2026-05-01"_s);
    row("late in UTC", eventOf("DTSTART:20260501T223000Z\r\nDTEND:20260501T233000Z\r\n"), u"2026-05-02"_s);
    row("until in UTC, with a zone",
        eventOf("DTSTART;TZID=Europe/Berlin:20260501T090000\r\nRRULE:FREQ=DAILY;UNTIL=20260503T070000Z\r\n"),
        u"2026-05-01 2026-05-02 2026-05-03"_s);
    row("the start is not in the rule", eventOf(day + "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;COUNT=1\r\n"),
        u"2026-05-01 2026-12-24"_s);
    row("a rule that is none", eventOf(day + "RRULE:FREQ=SOMETIMES\r\n"), u"2026-05-01"_s);
    row("without a start", eventOf("DTSTAMP:20260501T000000Z\r\n"), {});
    row("to-dos are no events", "BEGIN:VTODO\r\nUID:t\r\nDTSTART;VALUE=DATE:20260501\r\nEND:VTODO\r\n", {});
    row("none", {}, {});
}

void IcalHolidayReaderTest::daysOfEvents()
{
    QFETCH(QByteArray, events);
    QFETCH(QString, dates);
    QCOMPARE(datesOf(readFeed(feedOf(events))), dates);
    // Two calendars in one file are two calendars.
    QCOMPARE(datesOf(readFeed(feedOf({}) + feedOf(events))), dates);
}

void IcalHolidayReaderTest::saysWhatItRead()
{
    const Result<QVector<Holiday>> read =
        readFeed("\xef\xbb\xbf"
                 + feedOf("BEGIN:VEVENT\r\nUID:abc@example.org\r\nSUMMARY;LANGUAGE=de:Mari\xc3\xa4 "
                          "Himmelfahrt\\, Bayern\\nund Saar\r\n land\r\nDTSTART;VALUE=DATE:20260815\r\n"
                          "END:VEVENT\r\n"));
    QVERIFY2(read && read->size() == 1, qPrintable(datesOf(read)));
    const Holiday &holiday = read->first();
    QCOMPARE(holiday.name, u"Mariä Himmelfahrt, Bayern und Saarland"_s);
    QCOMPARE(holiday.feedId, u"abc@example.org"_s);
    QCOMPARE(holiday.kind, Holiday::Kind::Date);
    QVERIFY(!holiday.confirmed);
    QCOMPARE(holiday.closedFrom, 0);
    QCOMPARE(holiday.closedTo, 1440);
}

void IcalHolidayReaderTest::changesOfClocksAreNoHolidays_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isHoliday");
    for (const char *name : {"Daylight Saving Time starts", "daylight savings ends", "Beginn der Sommerzeit",
                             "Ende der Sommerzeit", "Summer time begins", "Clocks go back", "Passage à l’heure d’été"})
        QTest::newRow(name) << QByteArray(name) << false;
    for (const char *name : {"Christmas", "Summer Bank Holiday", "Midsummer", "Savings Day", "Winter break"})
        QTest::newRow(name) << QByteArray(name) << true;
}

void IcalHolidayReaderTest::changesOfClocksAreNoHolidays()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isHoliday);
    const Result<QVector<Holiday>> read = readFeed(
        feedOf("BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:" + name + "\r\nDTSTART;VALUE=DATE:20260329\r\nEND:VEVENT\r\n"));
    QVERIFY(read);
    QCOMPARE(!read->isEmpty(), isHoliday);
}

void IcalHolidayReaderTest::whatIsNoCalendarIsSaidClearly_data()
{
    QTest::addColumn<QByteArray>("ics");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<!doctype html><html><body>Sign in</body></html>");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("a card") << QByteArray("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEND:VCARD\r\n");
    QTest::newRow("zeros") << feedOf(QByteArray("X:\0\r\n", 5));
    QTest::newRow("too large") << feedOf(QByteArray(9 * 1024 * 1024, 'x'));
    QTest::newRow("nested") << feedOf(QByteArray("BEGIN:VEVENT\r\n").repeated(100'000));
    QTest::newRow("rules that never give anything")
        << feedOf(eventOf("DTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY;INTERVAL=2;BYSECOND=1\r\n").repeated(1000));
    QTest::newRow("every second") << feedOf(eventOf("DTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY\r\n"));
}

void IcalHolidayReaderTest::whatIsNoCalendarIsSaidClearly()
{
    QFETCH(QByteArray, ics);
    const Result<QVector<Holiday>> read = readFeed(ics);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QVERIFY(!read.error().detail.isEmpty());
    QVERIFY(!readFeed(feedOf({}), "Nowhere/Land"));
    QVERIFY(!IcalHolidayReader().read(feedOf({}), {}, {2026, 1, 1}, "UTC"));
}

void IcalHolidayReaderTest::foreignFilesGiveAnAnswer()
{
    const QString folder = sharedData(u"calendar/libical/test-data"_s);
    if (folder.isEmpty())
        QSKIP("no foreign test data on this machine");
    int files = 0;
    int calendars = 0;
    QDirIterator names(folder, QDir::Files, QDirIterator::Subdirectories);
    while (names.hasNext()) {
        const Result<QVector<Holiday>> read =
            IcalHolidayReader().read(fileBytes(names.next()), {1990, 1, 1}, {2030, 12, 31}, "Europe/Berlin");
        ++files;
        calendars += read ? 1 : 0;
        QVERIFY(read || !read.error().detail.isEmpty());
    }
    QVERIFY(files > 50);
    QVERIFY(calendars > 20);
}

void IcalHolidayReaderTest::brokenFeedsGiveAnAnswer()
{
    QRandomGenerator random(7);
    const QByteArray source = feedOf(
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        + eventOf("DTSTART;TZID=Europe/Berlin:20260501T090000\r\nDTEND;TZID=Europe/Berlin:20260502T100000\r\n"
                  "RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20271231T000000Z\r\nEXDATE:20260605T070000Z\r\n"
                  "RDATE;VALUE=PERIOD:20260710T070000Z/PT1H\r\n"));
    QVERIFY(datesOf(readFeed(source)).startsWith(u"2026-05-01"_s));
    for (int i = 0; i < 3000; ++i) {
        QByteArray ics = source;
        const int changes = 1 + random.bounded(5);
        for (int change = 0; change < changes; ++change) {
            const qsizetype at = random.bounded(ics.size());
            switch (random.bounded(4)) {
            case 0: ics.remove(at, 1 + random.bounded(20)); break;
            case 1: ics.insert(at, char(1 + random.bounded(255))); break;
            case 2: ics.insert(at, ics.mid(random.bounded(ics.size()), random.bounded(60))); break;
            default: ics[at] = char(1 + random.bounded(255)); break;
            }
        }
        const Result<QVector<Holiday>> read = readFeed(ics);
        QVERIFY(read || !read.error().detail.isEmpty());
    }
}

void IcalHolidayReaderTest::threadsMayReadAtTheSameTime()
{
    const QByteArray ics = feedOf(eventOf("DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\n"));
    std::array<QString, 4> dates;
    std::vector<std::thread> threads;
    for (QString &text : dates) {
        threads.emplace_back([&ics, &text] {
            for (int i = 0; i < 50; ++i)
                text = datesOf(readFeed(ics));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const QString &text : dates)
        QCOMPARE(text, u"2026-05-01 2027-05-01"_s);
}

QTEST_GUILESS_MAIN(IcalHolidayReaderTest)
#include "ical_holiday_reader_test.moc"
