// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_promises.h"

#include "domain/condition_text.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr qint64 promisedHour = 3'600'000;

Holiday yearlyHoliday(const char *name, int month, int day)
{
    Holiday holiday;
    holiday.kind = Holiday::Kind::Yearly;
    holiday.name = QString::fromLatin1(name);
    holiday.month = month;
    holiday.day = day;
    return holiday;
}

Holiday mondayHoliday(const char *name, int nth, int month)
{
    Holiday holiday;
    holiday.kind = Holiday::Kind::NthWeekday;
    holiday.name = QString::fromLatin1(name);
    holiday.weekday = 1;
    holiday.nth = nth;
    holiday.month = month;
    return holiday;
}

Holiday easterHoliday(const char *name, int offset)
{
    Holiday holiday;
    holiday.kind = Holiday::Kind::Easter;
    holiday.name = QString::fromLatin1(name);
    holiday.offset = offset;
    return holiday;
}

BusinessCalendar officeHours()
{
    BusinessCalendar office = defaultCalendar(QStringLiteral("Office"), "Europe/London");
    office.id = CalendarId{1};
    office.holidays = {yearlyHoliday("New Year's Day", 1, 1),       easterHoliday("Good Friday", -2),
                       easterHoliday("Easter Monday", 1),           mondayHoliday("Early May bank holiday", 1, 5),
                       mondayHoliday("Spring bank holiday", -1, 5), mondayHoliday("Summer bank holiday", -1, 8),
                       yearlyHoliday("Christmas Day", 12, 25),      yearlyHoliday("Boxing Day", 12, 26)};
    return office;
}

BusinessCalendar roundTheClockHours()
{
    constexpr WorkingFrame wholeDay{0, 1440};
    BusinessCalendar always = defaultCalendar(QStringLiteral("Round the clock"), "Europe/London");
    always.id = CalendarId{2};
    for (QVector<WorkingFrame> &day : always.week)
        day = {wholeDay};
    return always;
}

/// What the demo's people keep about four times out of five.
SlaPolicy standardPolicy(const Catalog &catalog)
{
    QVector<PriorityId> priorities;
    for (const Priority &priority : catalog.priorities)
        priorities.append(priority.id);
    SlaPolicy standard =
        defaultSlaPolicy(QStringLiteral("Standard"), priorities, {catalog.firstStateOf(StateType::PendingReminder)});
    constexpr std::array<qint64, 4> responses{6, 20, 36, 44}; // hours, by rank
    constexpr std::array<qint64, 4> solutions{12, 32, 56, 64};
    for (SlaTarget &target : standard.targets) {
        const auto &hours = target.kind == SlaTargetKind::FirstResponse ? responses : solutions;
        target.amounts.clear();
        for (qsizetype i = 0; i < priorities.size(); ++i)
            target.amounts.append({priorities[i], TimeAmount{TimeBasis::Business,
                                                             hours[size_t(std::min<qsizetype>(i, 3))] * promisedHour}});
    }
    standard.id = SlaPolicyId{2};
    standard.position = 2;
    standard.calendar = CalendarId{1};
    return standard;
}

/// At any hour, and the same for every priority.
SlaPolicy urgentPolicy(const SlaPolicy &standard, const Catalog &catalog)
{
    SlaPolicy urgent = standard;
    urgent.id = SlaPolicyId{1};
    urgent.name = QStringLiteral("Important people and security");
    urgent.position = 1;
    urgent.conditionText = QStringLiteral("tag:vip OR queue:Security");
    urgent.condition = parseCondition(urgent.conditionText, catalog).value_or(Condition::any({}));
    urgent.calendar = CalendarId{2};
    for (SlaTarget &target : urgent.targets) {
        const bool isResponse = target.kind == SlaTargetKind::FirstResponse;
        target.amounts.clear();
        target.otherwise = TimeAmount{TimeBasis::Business, (isResponse ? 72 : 144) * promisedHour};
    }
    return urgent;
}

} // namespace

void addDemoPromises(Catalog *catalog, const QHash<QueueId, PersonId> &leads, PersonId manager)
{
    catalog->calendars = {officeHours(), roundTheClockHours()};
    const SlaPolicy standard = standardPolicy(*catalog);
    catalog->slaPolicies = {urgentPolicy(standard, *catalog), standard};
    for (Queue &queue : catalog->queues) {
        queue.lead = leads.value(queue.id);
        if (!queue.parent.isValid()) {
            queue.calendar = CalendarId{1};
            queue.manager = manager;
        }
    }
}

} // namespace deskhand
