// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report_json.h"

#include "domain/catalog.h"
#include "domain/condition_json.h"
#include "domain/condition_text.h"
#include "domain/zone_rules.h"

#include <QJsonArray>

#include <functional>

namespace deskhand {
namespace {

/// Reads an object field by field; the first thing that is wrong is remembered, with its place. A field that nobody
/// asked for is wrong, too: a mistyped word must not silently count something else.
class ReportFields
{
public:
    ReportFields(const QJsonObject &json, QString place)
        : m_json(json)
        , m_place(std::move(place))
    {
    }

    template <typename Value>
    void name(const char *key, bool (*fromName)(QStringView, Value *), Value *value)
    {
        take(key, [&](const QJsonValue &json) { return json.isString() && fromName(json.toString(), value); });
    }

    template <typename Number>
    void number(const char *key, Number *value)
    {
        take(key, [&](const QJsonValue &json) {
            *value = Number(json.toInteger());
            return json.isDouble() && double(*value) == json.toDouble();
        });
    }

    void text(const char *key, QString *value)
    {
        take(key, [&](const QJsonValue &json) {
            *value = json.toString();
            return json.isString();
        });
    }

    void flag(const char *key, bool *value)
    {
        take(key, [&](const QJsonValue &json) {
            *value = json.toBool();
            return json.isBool();
        });
    }

    void take(const char *key, const std::function<bool(const QJsonValue &)> &read)
    {
        const QLatin1String name(key);
        m_known.append(name);
        const auto found = m_json.constFind(name);
        if (found != m_json.constEnd() && !read(*found))
            fail(name);
    }

    [[nodiscard]] Result<void> end()
    {
        for (const QString &key : m_json.keys()) {
            if (!m_known.contains(key))
                fail(key);
        }
        if (m_wrong.isEmpty())
            return {};
        return Error{ErrorCode::Invalid, m_place + u'.' + m_wrong, QStringLiteral("not understood"), {}};
    }

private:
    void fail(const QString &key)
    {
        if (m_wrong.isEmpty())
            m_wrong = key;
    }

    QJsonObject m_json;
    QString m_place;
    QStringList m_known;
    QString m_wrong;
};

/// How the two forms of a report differ: ids and milliseconds, or what people write.
struct ReportForm {
    std::function<bool(const QJsonValue &, Condition *, QString *)> tickets;
    std::function<bool(const QJsonValue &, CalendarId *)> calendar;
    std::function<bool(const QJsonObject &, ReportPeriod *)> between;
};

bool readDimensions(const QJsonValue &json, QVector<ReportDimension> *by)
{
    by->clear();
    for (const QJsonValue &each : json.toArray()) {
        ReportDimension dimension{};
        if (!reportDimensionFromName(each.toString(), &dimension))
            return false;
        by->append(dimension);
    }
    return json.isArray();
}

bool readPeriod(const QJsonValue &json, const ReportForm &form, ReportPeriod *period)
{
    QJsonObject object = json.toObject();
    if (!json.isObject() || !form.between(object, period))
        return false;
    object.remove(QLatin1String("from"));
    object.remove(QLatin1String("to"));
    ReportFields fields(object, {});
    fields.name("span", reportSpanFromName, &period->span);
    fields.number("days", &period->days);
    return bool(fields.end());
}

Result<Report> readReportIn(const QJsonObject &json, const ReportForm &form)
{
    Report report;
    ReportFields fields(json, QStringLiteral("report"));
    if (!json.contains(QLatin1String("measure")))
        return Error{ErrorCode::Invalid, QStringLiteral("report.measure"), QStringLiteral("required"), {}};
    fields.name("measure", reportMeasureFromName, &report.measure);
    report.statistic = statisticsOf(report.measure).first();
    fields.name("statistic", reportStatisticFromName, &report.statistic);
    fields.name("clock", reportClockFromName, &report.clock);
    fields.name("variant", reportVariantFromName, &report.variant);
    fields.number("days", &report.days);
    fields.take("by", [&](const QJsonValue &value) { return readDimensions(value, &report.by); });
    fields.take("period", [&](const QJsonValue &value) { return readPeriod(value, form, &report.period); });
    fields.text("zone", &report.zone);
    fields.take("calendar", [&](const QJsonValue &value) { return form.calendar(value, &report.calendar); });
    fields.text("ticketsText", &report.ticketsText);
    fields.take("tickets",
                [&](const QJsonValue &value) { return form.tickets(value, &report.tickets, &report.ticketsText); });
    fields.name("comparison", reportComparisonFromName, &report.comparison);
    fields.text("otherTicketsText", &report.otherTicketsText);
    fields.take("otherTickets", [&](const QJsonValue &value) {
        return form.tickets(value, &report.otherTickets, &report.otherTicketsText);
    });
    fields.number("limit", &report.limit);
    fields.name("picture", reportPictureFromName, &report.picture);
    if (Result<void> read = fields.end(); !read)
        return read.error();
    return report;
}

ReportForm storedForm()
{
    ReportForm form;
    form.tickets = [](const QJsonValue &json, Condition *condition, QString *) {
        const Result<Condition> read = conditionFromJson(json.toObject());
        if (read)
            *condition = *read;
        return json.isObject() && read;
    };
    form.calendar = [](const QJsonValue &json, CalendarId *calendar) {
        calendar->value = json.toInteger();
        return json.isDouble();
    };
    form.between = [](const QJsonObject &json, ReportPeriod *period) {
        period->from = json.value(QLatin1String("from")).toInteger();
        period->to = json.value(QLatin1String("to")).toInteger();
        return true;
    };
    return form;
}

/// A local date is the beginning of that day in the zone of the report; the last day counts as a whole.
bool readDates(const QJsonObject &json, const QString &zone, ReportPeriod *period)
{
    const auto rules = ZoneRules::of((zone.isEmpty() ? QStringLiteral("UTC") : zone).toLatin1());
    const auto day = [&](const char *key, int more, Instant *instant) {
        const QJsonValue value = json.value(QLatin1String(key));
        if (value.isUndefined())
            return true;
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        if (!date.isValid() || !rules)
            return false;
        *instant = rules->startOf(dayOf(date.addDays(more)) * millisecondsPerDay);
        return true;
    };
    return day("from", 0, &period->from) && day("to", 1, &period->to);
}

QJsonArray namesOf(const QVector<ReportDimension> &by)
{
    QJsonArray names;
    for (const ReportDimension each : by)
        names.append(reportDimensionName(each));
    return names;
}

QJsonObject periodToJson(const ReportPeriod &period)
{
    QJsonObject json{{QStringLiteral("span"), reportSpanName(period.span)}};
    if (period.span == ReportSpan::LastDays)
        json.insert(QStringLiteral("days"), period.days);
    if (period.span == ReportSpan::Between) {
        json.insert(QStringLiteral("from"), period.from);
        json.insert(QStringLiteral("to"), period.to);
    }
    return json;
}

QJsonObject dashboardToJson(const Dashboard &dashboard)
{
    QJsonArray cards;
    for (const DashboardCard &card : dashboard.cards) {
        QJsonObject json{{QStringLiteral("title"), card.title},   {QStringLiteral("report"), reportToJson(card.report)},
                         {QStringLiteral("column"), card.column}, {QStringLiteral("row"), card.row},
                         {QStringLiteral("width"), card.width},   {QStringLiteral("height"), card.height}};
        if (card.ownPeriod)
            json.insert(QStringLiteral("ownPeriod"), true);
        cards.append(json);
    }
    return {{QStringLiteral("cards"), cards}};
}

Result<Dashboard> dashboardFromJson(const QJsonObject &json)
{
    Dashboard dashboard;
    for (const QJsonValue &each : json.value(QLatin1String("cards")).toArray()) {
        DashboardCard card;
        const QJsonObject object = each.toObject();
        ReportFields fields(object, QStringLiteral("card"));
        fields.text("title", &card.title);
        fields.take("report", [](const QJsonValue &value) { return value.isObject(); });
        fields.number("column", &card.column);
        fields.number("row", &card.row);
        fields.number("width", &card.width);
        fields.number("height", &card.height);
        fields.flag("ownPeriod", &card.ownPeriod);
        if (Result<void> read = fields.end(); !read)
            return read.error();
        const Result<Report> report = reportFromJson(object.value(QLatin1String("report")).toObject());
        if (!report)
            return report.error();
        card.report = *report;
        dashboard.cards.append(card);
    }
    return dashboard;
}

QJsonObject scheduleToJson(const ReportSchedule &schedule)
{
    QJsonArray readers;
    for (const PersonId reader : schedule.readers)
        readers.append(reader.value);
    QJsonObject json{{QStringLiteral("rhythm"), reportRhythmName(schedule.rhythm)},
                     {QStringLiteral("day"), schedule.day},
                     {QStringLiteral("hour"), schedule.hour},
                     {QStringLiteral("minute"), schedule.minute},
                     {QStringLiteral("zone"), schedule.zone},
                     {QStringLiteral("readers"), readers},
                     {QStringLiteral("pdf"), schedule.pdf}};
    if (schedule.builtin.isEmpty())
        json.insert(QStringLiteral("item"), schedule.item.value);
    else
        json.insert(QStringLiteral("builtin"), schedule.builtin);
    return json;
}

Result<ReportSchedule> scheduleFromJson(const QJsonObject &json)
{
    ReportSchedule schedule;
    ReportFields fields(json, QStringLiteral("schedule"));
    fields.number("item", &schedule.item.value);
    fields.text("builtin", &schedule.builtin);
    fields.name("rhythm", reportRhythmFromName, &schedule.rhythm);
    fields.number("day", &schedule.day);
    fields.number("hour", &schedule.hour);
    fields.number("minute", &schedule.minute);
    fields.text("zone", &schedule.zone);
    fields.take("readers", [&](const QJsonValue &value) {
        for (const QJsonValue &reader : value.toArray())
            schedule.readers.append(PersonId{reader.toInteger()});
        return value.isArray();
    });
    fields.flag("pdf", &schedule.pdf);
    if (Result<void> read = fields.end(); !read)
        return read.error();
    return schedule;
}

} // namespace

QJsonObject reportToJson(const Report &report)
{
    const Report usual;
    QJsonObject json{{QStringLiteral("measure"), reportMeasureName(report.measure)},
                     {QStringLiteral("statistic"), reportStatisticName(report.statistic)},
                     {QStringLiteral("by"), namesOf(report.by)},
                     {QStringLiteral("period"), periodToJson(report.period)},
                     {QStringLiteral("days"), report.days},
                     {QStringLiteral("limit"), report.limit}};
    const auto text = [&json](const char *key, const QString &value, const QString &unless = {}) {
        if (value != unless)
            json.insert(QLatin1String(key), value);
    };
    const auto condition = [&json](const char *key, const Condition &value) {
        if (!value.isEverything())
            json.insert(QLatin1String(key), conditionToJson(value));
    };
    text("clock", reportClockName(report.clock), reportClockName(usual.clock));
    text("variant", reportVariantName(report.variant), reportVariantName(usual.variant));
    text("zone", report.zone);
    if (report.calendar.isValid())
        json.insert(QStringLiteral("calendar"), report.calendar.value);
    condition("tickets", report.tickets);
    text("ticketsText", report.ticketsText);
    text("comparison", reportComparisonName(report.comparison), reportComparisonName(usual.comparison));
    condition("otherTickets", report.otherTickets);
    text("otherTicketsText", report.otherTicketsText);
    text("picture", reportPictureName(report.picture), reportPictureName(usual.picture));
    return json;
}

Result<Report> reportFromJson(const QJsonObject &json)
{
    return readReportIn(json, storedForm());
}

Result<Report> reportFromConfig(const QJsonObject &json, const CatalogPtr &catalog)
{
    const QString zone = json.value(QLatin1String("zone")).toString();
    ReportForm form;
    form.tickets = [&catalog](const QJsonValue &value, Condition *condition, QString *text) {
        const Result<Condition> parsed = parseCondition(value.toString(), *catalog);
        if (parsed)
            *condition = *parsed;
        *text = value.toString();
        return value.isString() && parsed;
    };
    form.calendar = [&catalog](const QJsonValue &value, CalendarId *calendar) {
        for (const BusinessCalendar &each : catalog->calendars) {
            if (each.name.compare(value.toString(), Qt::CaseInsensitive) == 0)
                *calendar = each.id;
        }
        return value.isString() && calendar->isValid();
    };
    form.between = [&zone](const QJsonObject &value, ReportPeriod *period) {
        if (value.contains(QLatin1String("from")))
            period->span = ReportSpan::Between;
        return readDates(value, zone, period);
    };
    return readReportIn(json, form);
}

QJsonObject reportContentToJson(const std::variant<Report, Dashboard, ReportSchedule> &content)
{
    if (const auto *report = std::get_if<Report>(&content))
        return {{QStringLiteral("report"), reportToJson(*report)}};
    if (const auto *dashboard = std::get_if<Dashboard>(&content))
        return {{QStringLiteral("dashboard"), dashboardToJson(*dashboard)}};
    return {{QStringLiteral("schedule"), scheduleToJson(std::get<ReportSchedule>(content))}};
}

Result<std::variant<Report, Dashboard, ReportSchedule>> reportContentFromJson(const QJsonObject &json)
{
    using Content = std::variant<Report, Dashboard, ReportSchedule>;
    const auto as = [](const auto &read) {
        return read ? Result<Content>(Content(*read)) : Result<Content>(read.error());
    };
    if (const QJsonValue report = json.value(QLatin1String("report")); report.isObject())
        return as(reportFromJson(report.toObject()));
    if (const QJsonValue dashboard = json.value(QLatin1String("dashboard")); dashboard.isObject())
        return as(dashboardFromJson(dashboard.toObject()));
    if (const QJsonValue schedule = json.value(QLatin1String("schedule")); schedule.isObject())
        return as(scheduleFromJson(schedule.toObject()));
    return Error{
        ErrorCode::Invalid, QStringLiteral("report"), QStringLiteral("neither report, dashboard nor schedule"), {}};
}

} // namespace deskhand
