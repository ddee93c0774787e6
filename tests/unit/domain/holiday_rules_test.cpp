// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/holiday_rules.h"

#include "domain/calendar_words.h"
#include "support/shared_data.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

#include <optional>

using namespace deskhand;
using namespace deskhand::test;

namespace {

Holiday rule(Holiday::Kind kind)
{
    Holiday holiday;
    holiday.kind = kind;
    return holiday;
}

QString dates(const Holiday &holiday, int year)
{
    QStringList texts;
    for (const QDate date : datesInYear(holiday, year))
        texts.append(date.toString(Qt::ISODate));
    return texts.join(u' ');
}

/// The rules of date-holidays that are of our kinds: "easter -2", "12-25", "3rd monday in January", "monday before …".
std::optional<Holiday> fromForeignRule(const QString &text)
{
    static const QRegularExpression easter(QStringLiteral("^easter( -?\\d+)?$"));
    static const QRegularExpression yearly(QStringLiteral("^(\\d\\d)-(\\d\\d)$"));
    static const QRegularExpression nth(QStringLiteral("^(1st|2nd|3rd|4th|5th) (\\w+) in (\\w+)$"));
    static const QStringList months{QStringLiteral("January"), QStringLiteral("February"), QStringLiteral("March"),
                                    QStringLiteral("April"),   QStringLiteral("May"),      QStringLiteral("June"),
                                    QStringLiteral("July"),    QStringLiteral("August"),   QStringLiteral("September"),
                                    QStringLiteral("October"), QStringLiteral("November"), QStringLiteral("December")};
    if (const auto match = easter.match(text); match.hasMatch()) {
        Holiday holiday = rule(Holiday::Kind::Easter);
        holiday.offset = match.captured(1).trimmed().toInt();
        return holiday;
    }
    if (const auto match = yearly.match(text); match.hasMatch()) {
        Holiday holiday = rule(Holiday::Kind::Yearly);
        holiday.month = match.captured(1).toInt();
        holiday.day = match.captured(2).toInt();
        return holiday;
    }
    if (const auto match = nth.match(text); match.hasMatch()) {
        Holiday holiday = rule(Holiday::Kind::NthWeekday);
        holiday.nth = match.captured(1).left(1).toInt();
        holiday.weekday = weekdayFromName(match.captured(2).left(3).toLower());
        holiday.month = int(months.indexOf(match.captured(3))) + 1;
        return holiday;
    }
    return std::nullopt;
}

} // namespace

class HolidayRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void easterSundays();
    void datesOfEachKind();
    void rulesThatCannotBe();
    void agreesWithOtherPeoplesHolidays();
};

void HolidayRulesTest::easterSundays()
{
    // Earliest, latest and well-known ones.
    for (const QDate date : {QDate(1818, 3, 22), QDate(1943, 4, 25), QDate(2000, 4, 23), QDate(2008, 3, 23),
                             QDate(2019, 4, 21), QDate(2024, 3, 31), QDate(2025, 4, 20), QDate(2026, 4, 5),
                             QDate(2027, 3, 28), QDate(2038, 4, 25), QDate(2285, 3, 22)})
        QCOMPARE(easterSunday(date.year()), date);
    for (int year = 1; year <= 9999; ++year)
        QCOMPARE(easterSunday(year).dayOfWeek(), 7);
}

void HolidayRulesTest::datesOfEachKind()
{
    Holiday date = rule(Holiday::Kind::Date);
    date.from = {2026, 5, 1};
    QCOMPARE(dates(date, 2026), QStringLiteral("2026-05-01"));
    QCOMPARE(dates(date, 2027), QString());

    Holiday range = rule(Holiday::Kind::Range);
    range.from = {2026, 12, 30};
    range.to = {2027, 1, 2};
    QCOMPARE(dates(range, 2026), QStringLiteral("2026-12-30 2026-12-31"));
    QCOMPARE(dates(range, 2027), QStringLiteral("2027-01-01 2027-01-02"));

    Holiday leap = rule(Holiday::Kind::Yearly);
    leap.month = 2;
    leap.day = 29;
    QCOMPARE(dates(leap, 2028), QStringLiteral("2028-02-29"));
    QCOMPARE(dates(leap, 2027), QString());

    Holiday turn = rule(Holiday::Kind::YearlyRange);
    turn.month = 12;
    turn.day = 31;
    turn.untilMonth = 1;
    turn.untilDay = 1;
    QCOMPARE(dates(turn, 2026), QStringLiteral("2026-01-01 2026-12-31"));
    turn.month = 2;
    turn.day = 27;
    turn.untilMonth = 2;
    turn.untilDay = 29;
    QCOMPARE(dates(turn, 2026), QStringLiteral("2026-02-27 2026-02-28"));
    QCOMPARE(datesInYear(turn, 2028).size(), 3);
    turn.day = 29;
    turn.untilMonth = 3;
    turn.untilDay = 1;
    QCOMPARE(dates(turn, 2026), QStringLiteral("2026-03-01"));

    Holiday nth = rule(Holiday::Kind::NthWeekday);
    nth.month = 5;
    nth.weekday = 1;
    nth.nth = 1;
    QCOMPARE(dates(nth, 2026), QStringLiteral("2026-05-04"));
    nth.nth = -1;
    QCOMPARE(dates(nth, 2026), QStringLiteral("2026-05-25"));
    nth.nth = 5;
    QCOMPARE(dates(nth, 2026), QString());
    nth.weekday = 5;
    QCOMPARE(dates(nth, 2026), QStringLiteral("2026-05-29"));
    nth.month = 12;
    nth.nth = -1;
    QCOMPARE(dates(nth, 2026), QStringLiteral("2026-12-25"));

    Holiday easter = rule(Holiday::Kind::Easter);
    easter.offset = -2;
    QCOMPARE(dates(easter, 2026), QStringLiteral("2026-04-03"));
    easter.offset = 300; // of Easter 2025
    QCOMPARE(dates(easter, 2026), QStringLiteral("2026-02-14"));
}

void HolidayRulesTest::rulesThatCannotBe()
{
    Holiday none = rule(Holiday::Kind::YearlyRange);
    none.month = 1;
    none.day = 1;
    QVERIFY(!isPossible(none));
    QVERIFY(datesInYear(none, 2026).isEmpty());
    Holiday easter = rule(Holiday::Kind::Easter);
    QVERIFY(isPossible(easter));
    QVERIFY(datesInYear(easter, 0).isEmpty());
    QVERIFY(datesInYear(easter, 10'000).isEmpty());
    easter.closedFrom = 720;
    easter.closedTo = 720;
    QVERIFY(!isPossible(easter));
    easter.closedTo = 1441;
    QVERIFY(!isPossible(easter));
    Holiday always = rule(Holiday::Kind::Range);
    always.from = {1, 1, 1};
    always.to = {9999, 12, 31};
    QCOMPARE(datesInYear(always, 2028).size(), 366);
}

void HolidayRulesTest::agreesWithOtherPeoplesHolidays()
{
    const QString folder = sharedData(QStringLiteral("calendar/date-holidays"));
    if (folder.isEmpty())
        QSKIP("no foreign test data on this machine");
    int compared = 0;
    QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
            const std::optional<Holiday> holiday = fromForeignRule(value[QLatin1String("rule")].toString());
            if (!holiday)
                continue;
            const QDate date = QDate::fromString(value[QLatin1String("date")].toString().left(10), Qt::ISODate);
            QVERIFY(date.isValid());
            QVERIFY2(dates(*holiday, date.year()) == date.toString(Qt::ISODate),
                     qPrintable(file.fileName() + u' ' + value[QLatin1String("rule")].toString()));
            ++compared;
        }
    }
    QVERIFY(compared > 200);
}

QTEST_GUILESS_MAIN(HolidayRulesTest)
#include "holiday_rules_test.moc"
