// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/people.h"

#include "domain/report_builtin.h"
#include "domain/zone_rules.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestReportName = 200;
constexpr int mostReportCards = 40;
constexpr int gridColumns = 12;

void addReportProblems(const Report &report, const QString &place, FieldErrors *errors)
{
    for (const ReportProblem &problem : reportProblems(report))
        errors->add(place + problem.field, problem.word);
}

void checkContent(const Dashboard &dashboard, FieldErrors *errors)
{
    if (dashboard.cards.size() > mostReportCards)
        errors->add(QStringLiteral("cards"), QLatin1String("too-many"));
    for (qsizetype i = 0; i < dashboard.cards.size(); ++i) {
        const DashboardCard &card = dashboard.cards.at(i);
        const QString place = QStringLiteral("content.cards.%1.").arg(i);
        addReportProblems(card.report, place, errors);
        if (card.column < 0 || card.width < 1 || card.column + card.width > gridColumns || card.row < 0
            || card.height < 1)
            errors->add(place + QStringLiteral("column"), QLatin1String("range"));
    }
}

/// What is sent is a dashboard that every desk has, or something that the schedule's owner sees.
Result<void> checkSent(CommandRun &run, const ReportItem &item, const ReportSchedule &schedule, FieldErrors *errors)
{
    if (!schedule.builtin.isEmpty()) {
        BuiltinDashboard dashboard{};
        if (schedule.item.isValid() || !builtinDashboardFromName(schedule.builtin, &dashboard))
            errors->add(QStringLiteral("builtin"), QLatin1String("unknown"));
        return {};
    }
    const Result<ReportItem> sent = run.unit.reportItem(schedule.item);
    if (!sent && sent.error().code != ErrorCode::NotFound)
        return sent.error();
    const bool seen =
        sent && (sent->shared || sent->owner == item.owner) && !std::holds_alternative<ReportSchedule>(sent->content);
    if (!seen)
        errors->add(QStringLiteral("item"), QLatin1String("unknown"));
    return {};
}

Result<void> checkSchedule(CommandRun &run, const ReportItem &item, const ReportSchedule &schedule, FieldErrors *errors)
{
    if (Result<void> checked = checkSent(run, item, schedule, errors); !checked)
        return checked;
    if (schedule.readers.isEmpty())
        errors->add(QStringLiteral("readers"), QLatin1String("required"));
    for (const PersonId reader : schedule.readers) {
        const Result<Person> person = run.unit.person(reader);
        if (!person || person->role != PersonRole::Agent)
            errors->add(QStringLiteral("readers"), QLatin1String("unknown"));
    }
    const int days = schedule.rhythm == ReportRhythm::Weekly ? 7 : 31;
    if (schedule.rhythm != ReportRhythm::Daily && (schedule.day < 1 || schedule.day > days))
        errors->add(QStringLiteral("day"), QLatin1String("range"));
    if (schedule.hour < 0 || schedule.hour > 23 || schedule.minute < 0 || schedule.minute > 59)
        errors->add(QStringLiteral("hour"), QLatin1String("range"));
    if (!schedule.zone.isEmpty() && !ZoneRules::of(schedule.zone.toLatin1()))
        errors->add(QStringLiteral("zone"), QLatin1String("unknown"));
    return {};
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveReportItem &save)
{
    ReportItem item = save.item;
    item.name = oneLine(item.name, longestReportName);
    if (item.id.isValid()) {
        const Result<ReportItem> stored = run.unit.reportItem(item.id);
        if (!stored)
            return stored.error();
        item.owner = stored->owner;
        if (stored->version != item.version) {
            return Error{ErrorCode::Conflict,
                         QStringLiteral("operations.saveReportItem"),
                         QStringLiteral("somebody has changed it"),
                         {}};
        }
        if (stored->content.index() != item.content.index()) {
            return Error{ErrorCode::Invalid,
                         QStringLiteral("operations.saveReportItem"),
                         QStringLiteral("it is of another kind"),
                         {}};
        }
    } else if (run.isPerson()) {
        item.owner = run.command.actor;
    }
    FieldErrors errors;
    if (item.name.isEmpty())
        errors.add(QStringLiteral("name"), QLatin1String("required"));
    if (const auto *report = std::get_if<Report>(&item.content))
        addReportProblems(*report, QStringLiteral("content."), &errors);
    else if (const auto *dashboard = std::get_if<Dashboard>(&item.content))
        checkContent(*dashboard, &errors);
    else if (Result<void> checked = checkSchedule(run, item, std::get<ReportSchedule>(item.content), &errors); !checked)
        return checked.error();
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveReportItem")); !valid)
        return valid.error();
    const Result<ReportItemId> id = run.unit.saveReportItem(item, run.now);
    if (!id)
        return id.error();
    run.change(ChangeKind::ReportChanged);
    return CommandAnswer{{}, {}, {}, 0, id->value, {}};
}

Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteReportItem &remove)
{
    const Result<ReportItem> item = run.unit.reportItem(remove.item);
    if (!item)
        return item.error();
    if (Result<void> deleted = run.unit.deleteReportItem(remove.item); !deleted)
        return deleted.error();
    run.change(ChangeKind::ReportChanged);
    return CommandAnswer{{}, {}, {}, 0, remove.item.value, {}};
}

} // namespace deskhand
