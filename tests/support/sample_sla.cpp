// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_sla.h"

#include "support/sample_catalog.h"

namespace deskhand::test {
namespace {

constexpr qint64 sampleHour = 3'600'000;

BusinessCalendar sampleOffice()
{
    BusinessCalendar office;
    office.id = CalendarId{3};
    office.name = QStringLiteral("Office");
    office.zone = QByteArrayLiteral("Europe/Berlin");
    for (int day = 0; day < 5; ++day)
        office.week[std::size_t(day)] = {{9 * 60, 17 * 60}};
    Holiday holiday;
    holiday.name = QStringLiteral("Founders' Day");
    holiday.from = QDate(2025, 12, 8);
    office.holidays = {holiday};
    office.version = 2;
    office.versionId = sampleCalendarVersion;
    return office;
}

SlaPolicy sampleStandard(CalendarId calendar)
{
    SlaPolicy policy;
    policy.id = SlaPolicyId{4};
    policy.name = QStringLiteral("Standard");
    policy.calendar = calendar;
    SlaTarget response = usualTarget(SlaTargetKind::FirstResponse);
    response.otherwise = TimeAmount{TimeBasis::Business, sampleHour};
    SlaTarget resolution = usualTarget(SlaTargetKind::Resolution);
    resolution.otherwise = TimeAmount{TimeBasis::Business, 8 * sampleHour};
    resolution.pausedIn = {StateId{3}};
    resolution.reopen = ReopenRule::Resume;
    resolution.atLeast = sampleHour;
    policy.targets = {response, resolution};
    policy.version = 5;
    policy.versionId = samplePolicyVersion;
    return policy;
}

} // namespace

CatalogPtr sampleSlaCatalog()
{
    auto catalog = std::make_shared<Catalog>(*sampleCatalog());
    catalog->calendars = {sampleOffice()};
    catalog->slaPolicies = {sampleStandard(CalendarId{3})};
    auto versions = std::make_shared<SlaVersions>();
    versions->add(catalog->calendars.first());
    versions->add(catalog->slaPolicies.first());
    catalog->slaVersions = versions;
    catalog->index();
    return catalog;
}

} // namespace deskhand::test
