// SPDX-License-Identifier: GPL-3.0-or-later
#include "ical/recurrence_rule.h"

#include <QDate>
#include <QTime>

#include <array>

namespace deskhand {
namespace {

Error badRule(const char *detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("ical.recurrenceRule"), QString::fromLatin1(detail), {}};
}

constexpr qint64 julianDayOfEpoch = 2440588;

/// Weekdays as rules write them, Monday first.
int weekdayFromCode(const QByteArray &code)
{
    static constexpr std::array<const char *, 7> codes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    for (size_t i = 0; i < codes.size(); ++i) {
        if (code == codes[i])
            return int(i) + 1;
    }
    return 0;
}

/// Numbers from -`most` to `most`, from `least` on when that is not negative; no 0 among signed ones.
bool readNumbers(const QByteArray &text, int least, int most, QVector<int> *numbers)
{
    for (const QByteArray &part : text.split(',')) {
        bool ok = false;
        const int number = part.toInt(&ok);
        if (!ok || number < least || number > most || (least < 0 && number == 0))
            return false;
        if (!numbers->contains(number))
            numbers->append(number);
    }
    return true;
}

bool readWeekdays(const QByteArray &text, QVector<RecurrenceRule::Weekday> *weekdays)
{
    for (const QByteArray &part : text.split(',')) {
        RecurrenceRule::Weekday weekday;
        weekday.weekday = weekdayFromCode(part.right(2));
        bool ok = true;
        if (part.size() > 2)
            weekday.nth = part.chopped(2).toInt(&ok);
        if (!ok || weekday.weekday == 0 || qAbs(qint64{weekday.nth}) > 53)
            return false;
        weekdays->append(weekday);
    }
    return true;
}

bool readFrequency(const QByteArray &text, RecurrenceRule::Frequency *frequency)
{
    static constexpr std::array<const char *, 7> names{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                       "WEEKLY",   "MONTHLY",  "YEARLY"};
    for (size_t i = 0; i < names.size(); ++i) {
        if (text == names[i]) {
            *frequency = RecurrenceRule::Frequency(i);
            return true;
        }
    }
    return false;
}

bool readPositive(const QByteArray &text, int most, int *number)
{
    bool ok = false;
    *number = text.toInt(&ok);
    return ok && *number > 0 && *number <= most;
}

bool readUntil(const QByteArray &text, RecurrenceRule *rule)
{
    const std::optional<IcalTime> until = icalTimeFromText(text);
    if (!until)
        return false;
    rule->until = until->time;
    rule->untilIsDate = until->isDate;
    rule->untilIsUtc = until->isUtc;
    return true;
}

/// False: the part is known and wrong.
bool readPart(const QByteArray &name, const QByteArray &value, RecurrenceRule *rule)
{
    if (name == "FREQ")
        return readFrequency(value, &rule->frequency);
    if (name == "INTERVAL")
        return readPositive(value, 100'000, &rule->interval);
    if (name == "COUNT")
        return readPositive(value, 10'000'000, &rule->count);
    if (name == "UNTIL")
        return readUntil(value, rule);
    if (name == "WKST") {
        rule->weekStart = weekdayFromCode(value);
        return rule->weekStart != 0;
    }
    if (name == "BYDAY")
        return readWeekdays(value, &rule->weekdays);
    if (name == "BYSECOND")
        return readNumbers(value, 0, 60, &rule->seconds);
    if (name == "BYMINUTE")
        return readNumbers(value, 0, 59, &rule->minutes);
    if (name == "BYHOUR")
        return readNumbers(value, 0, 23, &rule->hours);
    if (name == "BYMONTHDAY")
        return readNumbers(value, -31, 31, &rule->monthDays);
    if (name == "BYYEARDAY")
        return readNumbers(value, -366, 366, &rule->yearDays);
    if (name == "BYWEEKNO")
        return readNumbers(value, -53, 53, &rule->weekNumbers);
    if (name == "BYMONTH")
        return readNumbers(value, 1, 12, &rule->months);
    if (name == "BYSETPOS")
        return readNumbers(value, -100'000, 100'000, &rule->positions);
    return name != "RSCALE" || value == "GREGORIAN";
}

} // namespace

std::optional<IcalTime> icalTimeFromText(const QByteArray &text)
{
    if (text.size() != 8 && text.size() != 15 && text.size() != 16)
        return std::nullopt;
    const auto number = [&text](qsizetype at, qsizetype length) {
        int value = 0;
        for (qsizetype i = at; i < at + length; ++i) {
            if (text[i] < '0' || text[i] > '9')
                return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const QDate date(number(0, 4), number(4, 2), number(6, 2));
    if (!date.isValid() || number(0, 4) < 1)
        return std::nullopt;
    IcalTime time;
    time.time = (date.toJulianDay() - julianDayOfEpoch) * 86'400;
    time.isDate = text.size() == 8;
    if (time.isDate)
        return time;
    const QTime clock(number(9, 2), number(11, 2), qMin(number(13, 2), 59)); // a leap second is the one before
    time.isUtc = text.size() == 16;
    if (text[8] != 'T' || !clock.isValid() || (time.isUtc && text[15] != 'Z'))
        return std::nullopt;
    time.time += clock.msecsSinceStartOfDay() / 1000;
    return time;
}

Result<RecurrenceRule> recurrenceRuleFromText(const QByteArray &text)
{
    RecurrenceRule rule;
    bool hasFrequency = false;
    for (const QByteArray &part : text.trimmed().toUpper().split(';')) {
        if (part.isEmpty())
            continue; // a trailing semicolon is seen in the wild
        const qsizetype equals = part.indexOf('=');
        if (equals < 1)
            return badRule("a part without a value");
        const QByteArray name = part.left(equals);
        if (!readPart(name, part.mid(equals + 1), &rule))
            return badRule("a part that cannot be");
        hasFrequency = hasFrequency || name == "FREQ";
    }
    if (!hasFrequency)
        return badRule("no frequency");
    return rule;
}

} // namespace deskhand
