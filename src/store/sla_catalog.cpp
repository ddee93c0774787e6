// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sla_catalog.h"

#include "domain/calendar_json.h"
#include "domain/sla_policy_json.h"
#include "store/connection.h"

#include <QJsonDocument>

namespace deskhand {
namespace {

QString jsonWithout(QJsonObject json, std::initializer_list<QLatin1String> columns)
{
    for (const QLatin1String column : columns)
        json.remove(column);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> objectOf(const Statement &row, int nameColumn, int jsonColumn)
{
    QJsonParseError problem;
    QJsonObject json = QJsonDocument::fromJson(row.text(jsonColumn).toUtf8(), &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Corrupt, QStringLiteral("store.sla"), problem.errorString(), {}};
    json.insert(QStringLiteral("name"), row.text(nameColumn));
    return json;
}

Result<void> readCalendarVersions(Connection &connection, SlaVersions *versions)
{
    // What nobody knows is round the clock, and only that.
    const WorkingTimePtr unknown = versions->workingTime({});
    Statement rows = connection.sql("catalog.calendarVersions");
    while (rows.next()) {
        const auto id = rows.id<CalendarVersionId>(0);
        if (versions->workingTime(id) != unknown)
            continue;
        const Result<QJsonObject> json = objectOf(rows, 3, 4);
        Result<BusinessCalendar> calendar = json ? calendarFromJson(*json) : json.error();
        if (!calendar)
            return Error{ErrorCode::Corrupt, calendar.error().where, calendar.error().detail, {}};
        calendar->id = rows.id<CalendarId>(1);
        calendar->version = int(rows.integer(2));
        calendar->versionId = id;
        versions->add(*calendar);
    }
    return rows.status();
}

Result<void> readPolicyVersions(Connection &connection, SlaVersions *versions)
{
    Statement rows = connection.sql("catalog.slaPolicyVersions");
    while (rows.next()) {
        const auto id = rows.id<SlaPolicyVersionId>(0);
        if (versions->policy(id))
            continue;
        const Result<QJsonObject> json = objectOf(rows, 3, 4);
        Result<SlaPolicy> policy = json ? slaPolicyFromJson(*json) : json.error();
        if (!policy)
            return Error{ErrorCode::Corrupt, policy.error().where, policy.error().detail, {}};
        policy->id = rows.id<SlaPolicyId>(1);
        policy->version = int(rows.integer(2));
        policy->versionId = id;
        versions->add(*policy);
    }
    return rows.status();
}

Result<void> readCalendars(Connection &connection, Catalog *catalog)
{
    Statement rows = connection.sql("catalog.calendars");
    while (rows.next()) {
        BusinessCalendar calendar = catalog->slaVersions->workingTime(rows.id<CalendarVersionId>(3))->calendar();
        calendar.id = rows.id<CalendarId>(0);
        calendar.name = rows.text(1);
        calendar.active = rows.flag(2);
        catalog->calendars.append(std::move(calendar));
    }
    return rows.status();
}

Result<void> readPolicies(Connection &connection, Catalog *catalog)
{
    Statement rows = connection.sql("catalog.slaPolicies");
    while (rows.next()) {
        const SlaPolicyPtr newest = catalog->slaVersions->policy(rows.id<SlaPolicyVersionId>(4));
        if (!newest)
            continue;
        SlaPolicy policy = *newest;
        policy.name = rows.text(1);
        policy.position = int(rows.integer(2));
        policy.active = rows.flag(3);
        catalog->slaPolicies.append(std::move(policy));
    }
    return rows.status();
}

} // namespace

QString storedCalendar(const BusinessCalendar &calendar)
{
    return jsonWithout(calendarToJson(calendar), {QLatin1String("name"), QLatin1String("active")});
}

QString storedSlaPolicy(const SlaPolicy &policy)
{
    return jsonWithout(slaPolicyToJson(policy), {QLatin1String("name"), QLatin1String("active")});
}

Result<void> readSlaCatalog(Connection &connection, const SlaVersionsPtr &known, Catalog *catalog)
{
    const auto versions = known ? std::make_shared<SlaVersions>(*known) : std::make_shared<SlaVersions>();
    Result<void> read = readCalendarVersions(connection, versions.get());
    if (read)
        read = readPolicyVersions(connection, versions.get());
    if (!read)
        return read;
    catalog->slaVersions = versions;
    read = readCalendars(connection, catalog);
    return read ? readPolicies(connection, catalog) : read;
}

} // namespace deskhand
