// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imported_holidays.h"

#include <QtTest>

using namespace deskhand;

namespace {

Holiday fed(QDate date, const QString &name, const QString &id)
{
    Holiday holiday;
    holiday.from = date;
    holiday.name = name;
    holiday.feedId = id;
    holiday.confirmed = false;
    return holiday;
}

} // namespace

class ImportedHolidaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newOnesWaitForAPerson();
    void whatIsThereStays();
    void whatTheFeedDroppedGoes();
};

void ImportedHolidaysTest::newOnesWaitForAPerson()
{
    BusinessCalendar calendar;
    Holiday careless = fed({2026, 12, 25}, QStringLiteral("Christmas"), QStringLiteral("a"));
    careless.confirmed = true;
    QCOMPARE(takeImported({careless}, {2026, 1, 1}, {2026, 12, 31}, &calendar), 1);
    QCOMPARE(calendar.holidays.size(), 1);
    QVERIFY(!calendar.holidays[0].confirmed);
}

void ImportedHolidaysTest::whatIsThereStays()
{
    BusinessCalendar calendar;
    calendar.holidays = {fed({2026, 12, 25}, QStringLiteral("Christmas"), QStringLiteral("a")),
                         fed({2026, 12, 26}, QStringLiteral("Boxing Day"), {})};
    calendar.holidays[0].confirmed = true;
    const QVector<Holiday> feed{fed({2026, 12, 25}, QStringLiteral("Christmas Day"), QStringLiteral("a")),
                                fed({2026, 12, 26}, QStringLiteral("Boxing Day"), QStringLiteral("b")),
                                fed({2027, 12, 25}, QStringLiteral("Christmas"), QStringLiteral("a"))};
    QCOMPARE(takeImported(feed, {2026, 1, 1}, {2027, 12, 31}, &calendar), 1);
    QCOMPARE(calendar.holidays.size(), 3);
    QVERIFY(calendar.holidays[0].confirmed);
    QCOMPARE(calendar.holidays[0].name, QStringLiteral("Christmas"));
    QCOMPARE(takeImported(feed, {2026, 1, 1}, {2027, 12, 31}, &calendar), 0);
}

void ImportedHolidaysTest::whatTheFeedDroppedGoes()
{
    BusinessCalendar calendar;
    calendar.holidays = {fed({2026, 11, 11}, QStringLiteral("St. Martin"), QStringLiteral("m")),
                         fed({2026, 11, 12}, QStringLiteral("confirmed"), QStringLiteral("n")),
                         fed({2026, 11, 13}, QStringLiteral("typed"), {}),
                         fed({2030, 11, 11}, QStringLiteral("not asked for"), QStringLiteral("m"))};
    calendar.holidays[1].confirmed = true;
    QCOMPARE(takeImported({}, {2026, 1, 1}, {2026, 12, 31}, &calendar), 0);
    QCOMPARE(calendar.holidays.size(), 3);
    QCOMPARE(calendar.holidays[0].name, QStringLiteral("confirmed"));
}

QTEST_GUILESS_MAIN(ImportedHolidaysTest)
#include "imported_holidays_test.moc"
