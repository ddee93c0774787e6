// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar_json.h"

#include "domain/calendar_words.h"
#include "domain/holiday_rules.h"
#include "domain/zone_rules.h"

#include <QJsonArray>

#include <initializer_list>
#include <optional>

namespace deskhand {
namespace {

/// More than anybody has, and not more than can be calculated with.
constexpr qsizetype mostHolidays = 10'000;
constexpr qsizetype mostFrames = 1'440;

Error badCalendar(const QString &where, const QString &detail)
{
    return Error{ErrorCode::Invalid, where, detail, {}};
}

/// The first key that is none of the known ones; a misspelt key must not be a holiday that silently counts.
std::optional<Error> unknownKey(const QJsonObject &json, const QString &where,
                                std::initializer_list<QLatin1String> known)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (std::find(known.begin(), known.end(), it.key()) == known.end()) {
            const QString place = where.isEmpty() ? it.key() : where + u'.' + it.key();
            return badCalendar(place.isEmpty() ? QStringLiteral("calendar") : place.left(120),
                               QStringLiteral("unknown key"));
        }
    }
    return std::nullopt;
}

/// "HH:MM" in minutes; -1: something else.
int minuteFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.size() != 5 || text[2] != u':')
        return -1;
    const auto digit = [&text](int at) {
        return text[at] >= u'0' && text[at] <= u'9' ? text[at].unicode() - u'0' : 99;
    };
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    if (minute > 59 || hour > 24 || (hour == 24 && minute != 0))
        return -1;
    return hour * 60 + minute;
}

QString minuteText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QDate dateFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
}

/// "MM-DD" of some year.
bool monthAndDayFrom(const QJsonValue &value, int *month, int *day)
{
    const QDate date = dateFrom(QString(QStringLiteral("2000-") + value.toString()));
    *month = date.month();
    *day = date.day();
    return date.isValid();
}

QString monthAndDayText(int month, int day)
{
    return QStringLiteral("%1-%2").arg(month, 2, 10, QLatin1Char('0')).arg(day, 2, 10, QLatin1Char('0'));
}

Result<WorkingFrame> frameFrom(const QJsonValue &value, const QString &where)
{
    const QJsonArray pair = value.toArray();
    if (!value.isArray() || pair.size() != 2)
        return badCalendar(where, QStringLiteral("a frame is a pair of times, [\"09:00\",\"17:00\"]"));
    WorkingFrame frame{minuteFrom(pair.at(0)), minuteFrom(pair.at(1))};
    if (frame.start < 0 || frame.start >= 1440)
        return badCalendar(where + QLatin1String("[0]"), QStringLiteral("a time is \"HH:MM\" from 00:00 to 23:59"));
    if (frame.end < 0)
        return badCalendar(where + QLatin1String("[1]"), QStringLiteral("a time is \"HH:MM\" from 00:00 to 24:00"));
    if (frame.end <= frame.start)
        frame.end += 1440;
    return frame;
}

Result<void> weekFrom(const QJsonValue &value, BusinessCalendar *calendar)
{
    if (!value.isObject())
        return badCalendar(QStringLiteral("week"), QStringLiteral("frames by weekday are wanted, {\"mon\":[…]}"));
    const QJsonObject week = value.toObject();
    for (auto it = week.begin(); it != week.end(); ++it) {
        const QString where = (QStringLiteral("week.") + it.key()).left(120);
        const int weekday = weekdayFromName(it.key());
        if (weekday == 0)
            return badCalendar(where, QStringLiteral("a weekday is mon, tue, wed, thu, fri, sat or sun"));
        const QJsonArray frames = it.value().toArray();
        if (!it.value().isArray() || frames.size() > mostFrames)
            return badCalendar(where, QStringLiteral("a list of frames is wanted"));
        for (qsizetype i = 0; i < frames.size(); ++i) {
            const Result<WorkingFrame> frame = frameFrom(frames.at(i), QStringLiteral("%1[%2]").arg(where).arg(i));
            if (!frame)
                return frame.error();
            calendar->week[size_t(weekday - 1)].append(*frame);
        }
    }
    return {};
}

/// The kind and the fields of its rule. Exactly one of the kinds' first keys must be there.
Result<void> ruleFrom(const QJsonObject &json, const QString &where, Holiday *holiday)
{
    const auto has = [&json](QLatin1String key) { return json.contains(key); };
    const int kinds = has(QLatin1String("date")) + has(QLatin1String("from")) + has(QLatin1String("yearly"))
                      + has(QLatin1String("yearly_from")) + has(QLatin1String("weekday"))
                      + has(QLatin1String("easter"));
    if (kinds != 1)
        return badCalendar(where,
                           QStringLiteral("one of date, from, yearly, yearly_from, weekday and easter is wanted"));
    const auto value = [&json](const char *key) { return json.value(QLatin1String(key)); };
    QVector<QLatin1String> keys;
    if (has(QLatin1String("date"))) {
        keys = {QLatin1String("date")};
        holiday->kind = Holiday::Kind::Date;
        holiday->from = dateFrom(value("date"));
    } else if (has(QLatin1String("from"))) {
        keys = {QLatin1String("from"), QLatin1String("to")};
        holiday->kind = Holiday::Kind::Range;
        holiday->from = dateFrom(value("from"));
        holiday->to = dateFrom(value("to"));
    } else if (has(QLatin1String("yearly"))) {
        keys = {QLatin1String("yearly")};
        holiday->kind = Holiday::Kind::Yearly;
        monthAndDayFrom(value("yearly"), &holiday->month, &holiday->day);
    } else if (has(QLatin1String("yearly_from"))) {
        keys = {QLatin1String("yearly_from"), QLatin1String("yearly_to")};
        holiday->kind = Holiday::Kind::YearlyRange;
        monthAndDayFrom(value("yearly_from"), &holiday->month, &holiday->day);
        monthAndDayFrom(value("yearly_to"), &holiday->untilMonth, &holiday->untilDay);
    } else if (has(QLatin1String("weekday"))) {
        keys = {QLatin1String("weekday"), QLatin1String("nth"), QLatin1String("month")};
        holiday->kind = Holiday::Kind::NthWeekday;
        holiday->weekday = weekdayFromName(value("weekday").toString());
        holiday->nth = value("nth").toInt();
        holiday->month = value("month").toInt();
    } else {
        keys = {QLatin1String("easter")};
        holiday->kind = Holiday::Kind::Easter;
        holiday->offset = value("easter").toInt(farthestFromEaster + 1);
    }
    for (auto it = json.begin(); it != json.end(); ++it) {
        const bool known = keys.contains(it.key()) || it.key() == u"name" || it.key() == u"closed"
                           || it.key() == u"confirmed" || it.key() == u"feed_id";
        if (!known)
            return badCalendar((where + u'.' + it.key()).left(120), QStringLiteral("unknown key"));
    }
    if (!isPossible(*holiday))
        return badCalendar(where, QStringLiteral("no such date"));
    return {};
}

Result<Holiday> holidayFrom(const QJsonValue &value, const QString &where)
{
    Holiday holiday;
    if (value.isString()) {
        holiday.from = dateFrom(value);
        if (!holiday.from.isValid())
            return badCalendar(where, QStringLiteral("no such date"));
        return holiday;
    }
    if (!value.isObject())
        return badCalendar(where, QStringLiteral("a date or a rule is wanted"));
    const QJsonObject json = value.toObject();
    if (const Result<void> rule = ruleFrom(json, where, &holiday); !rule)
        return rule.error();
    holiday.name = json.value(QLatin1String("name")).toString();
    holiday.feedId = json.value(QLatin1String("feed_id")).toString();
    if (const QJsonValue confirmed = json.value(QLatin1String("confirmed")); !confirmed.isUndefined()) {
        if (!confirmed.isBool())
            return badCalendar(where + QLatin1String(".confirmed"), QStringLiteral("true or false is wanted"));
        holiday.confirmed = confirmed.toBool();
    }
    if (json.contains(QLatin1String("closed"))) {
        const QJsonArray closed = json.value(QLatin1String("closed")).toArray();
        holiday.closedFrom = closed.size() == 2 ? minuteFrom(closed.at(0)) : -1;
        holiday.closedTo = closed.size() == 2 ? minuteFrom(closed.at(1)) : -1;
        if (!isPossible(holiday))
            return badCalendar(where + QLatin1String(".closed"),
                               QStringLiteral("a pair of times of one day is wanted"));
    }
    return holiday;
}

QJsonObject ruleToJson(const Holiday &holiday)
{
    switch (holiday.kind) {
    case Holiday::Kind::Date: return {{QStringLiteral("date"), holiday.from.toString(Qt::ISODate)}};
    case Holiday::Kind::Range:
        return {{QStringLiteral("from"), holiday.from.toString(Qt::ISODate)},
                {QStringLiteral("to"), holiday.to.toString(Qt::ISODate)}};
    case Holiday::Kind::Yearly: return {{QStringLiteral("yearly"), monthAndDayText(holiday.month, holiday.day)}};
    case Holiday::Kind::YearlyRange:
        return {{QStringLiteral("yearly_from"), monthAndDayText(holiday.month, holiday.day)},
                {QStringLiteral("yearly_to"), monthAndDayText(holiday.untilMonth, holiday.untilDay)}};
    case Holiday::Kind::NthWeekday:
        return {{QStringLiteral("weekday"), weekdayName(holiday.weekday)},
                {QStringLiteral("nth"), holiday.nth},
                {QStringLiteral("month"), holiday.month}};
    case Holiday::Kind::Easter: return {{QStringLiteral("easter"), holiday.offset}};
    }
    return {};
}

QJsonObject holidayToJson(const Holiday &holiday)
{
    QJsonObject json = ruleToJson(holiday);
    if (!holiday.name.isEmpty())
        json.insert(QStringLiteral("name"), holiday.name);
    if (holiday.closedFrom != 0 || holiday.closedTo != 1440) {
        json.insert(QStringLiteral("closed"), QJsonArray{minuteText(holiday.closedFrom), minuteText(holiday.closedTo)});
    }
    if (!holiday.confirmed)
        json.insert(QStringLiteral("confirmed"), false);
    if (!holiday.feedId.isEmpty())
        json.insert(QStringLiteral("feed_id"), holiday.feedId);
    return json;
}

} // namespace

Result<BusinessCalendar> calendarFromJson(const QJsonObject &json)
{
    if (const std::optional<Error> error =
            unknownKey(json, {},
                       {QLatin1String("name"), QLatin1String("zone"), QLatin1String("week"), QLatin1String("holidays"),
                        QLatin1String("feed"), QLatin1String("active")}))
        return *error;
    BusinessCalendar calendar;
    calendar.name = json.value(QLatin1String("name")).toString();
    calendar.feed = json.value(QLatin1String("feed")).toString();
    calendar.active = json.value(QLatin1String("active")).toBool(true);
    calendar.zone = json.value(QLatin1String("zone")).toString().toUtf8();
    if (!ZoneRules::of(calendar.zone))
        return badCalendar(QStringLiteral("zone"), QStringLiteral("no such time zone; one is \"Europe/Berlin\""));
    if (const Result<void> week = weekFrom(json.value(QLatin1String("week")), &calendar); !week)
        return week.error();
    const QJsonValue holidays = json.value(QLatin1String("holidays"));
    const QJsonArray list = holidays.toArray();
    if ((!holidays.isUndefined() && !holidays.isArray()) || list.size() > mostHolidays)
        return badCalendar(QStringLiteral("holidays"), QStringLiteral("a list of dates and rules is wanted"));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Result<Holiday> holiday = holidayFrom(list.at(i), QStringLiteral("holidays[%1]").arg(i));
        if (!holiday)
            return holiday.error();
        calendar.holidays.append(*holiday);
    }
    return calendar;
}

QJsonObject calendarToJson(const BusinessCalendar &calendar)
{
    QJsonObject week;
    for (size_t day = 0; day < calendar.week.size(); ++day) {
        QJsonArray frames;
        for (const WorkingFrame &frame : calendar.week[day]) {
            const int end = frame.end > 1440 ? frame.end - 1440 : frame.end;
            frames.append(QJsonArray{minuteText(frame.start), minuteText(end)});
        }
        if (!frames.isEmpty())
            week.insert(weekdayName(int(day) + 1), frames);
    }
    QJsonArray holidays;
    for (const Holiday &holiday : calendar.holidays)
        holidays.append(holidayToJson(holiday));
    QJsonObject json{{QStringLiteral("zone"), QString::fromUtf8(calendar.zone)},
                     {QStringLiteral("week"), week},
                     {QStringLiteral("holidays"), holidays}};
    if (!calendar.name.isEmpty())
        json.insert(QStringLiteral("name"), calendar.name);
    if (!calendar.feed.isEmpty())
        json.insert(QStringLiteral("feed"), calendar.feed);
    if (!calendar.active)
        json.insert(QStringLiteral("active"), false);
    return json;
}

} // namespace deskhand
