// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_filter.h"

#include "domain/condition_text.h"

namespace deskhand {

Report filteredReport(const Report &report, const ReportFilter &filter, const Catalog &catalog)
{
    Report filtered = report;
    if (filter.period)
        filtered.period = *filter.period;
    if (!filter.zone.isEmpty())
        filtered.zone = filter.zone;
    QVector<Condition> asked;
    if (filter.queue.isValid())
        asked << Condition::under(ConditionField::Queue, {filter.queue.value});
    if (filter.owner.isValid())
        asked << Condition::is(ConditionField::Owner, {filter.owner.value});
    if (filter.category.isValid())
        asked << Condition::under(ConditionField::Category, {filter.category.value});
    if (filter.priority.isValid())
        asked << Condition::is(ConditionField::Priority, {filter.priority.value});
    if (filter.channel)
        asked << Condition::is(ConditionField::Channel, {qint64(*filter.channel)});
    if (asked.isEmpty())
        return filtered;
    const auto narrowed = [&asked](const Condition &condition) {
        QVector<Condition> all = asked;
        if (!condition.isEverything())
            all.prepend(condition);
        return Condition::all(all);
    };
    filtered.tickets = narrowed(report.tickets);
    filtered.ticketsText = printCondition(filtered.tickets, catalog);
    if (report.comparison == ReportComparison::OtherTickets) {
        filtered.otherTickets = narrowed(report.otherTickets);
        filtered.otherTicketsText = printCondition(filtered.otherTickets, catalog);
    }
    return filtered;
}

} // namespace deskhand
