// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/catalog_saving.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/sla_policy_checks.h"
#include "operations/sla_replanning.h"

#include <algorithm>

namespace deskhand {
namespace {

bool isAnyone(const BusinessCalendar &)
{
    return true;
}

/// Tickets that go by a calendar which is switched off would silently go round the clock.
bool isCalendarInUse(const Catalog &catalog, CalendarId id)
{
    const bool byPolicy = std::any_of(catalog.slaPolicies.cbegin(), catalog.slaPolicies.cend(),
                                      [id](const SlaPolicy &policy) { return policy.active && policy.calendar == id; });
    return byPolicy || std::any_of(catalog.queues.cbegin(), catalog.queues.cend(), [id](const Queue &queue) {
               return queue.active && queue.calendar == id;
           });
}

/// The task that takes what was saved to tickets that are there already.
Result<void> addTask(CommandRun &run, SlaScope scope, SlaPolicyId policy, CalendarId calendar, CommandAnswer *answer)
{
    if (scope == SlaScope::NewTickets)
        return {};
    SlaTask task;
    task.scope = scope;
    task.policy = policy;
    task.calendar = calendar;
    task.createdAt = run.now;
    task.by = run.command.actor;
    const Result<SlaTaskId> id = run.unit.insertSlaTask(task);
    if (!id)
        return id.error();
    answer->slaTask = *id;
    run.change(ChangeKind::SlaRecomputed);
    return {};
}

void sayScope(CommandRun &run, SlaScope scope)
{
    run.history.last().why = slaScopeName(scope);
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveCalendar &save)
{
    BusinessCalendar calendar = save.calendar;
    const BusinessCalendar *existing = run.catalog->calendar(calendar.id);
    if (Result<void> exists = checkExists(calendar, existing, "operations.saveCalendar"); !exists)
        return exists.error();
    FieldErrors errors;
    calendar.name = checkedName(calendar, run.catalog->calendars, &errors, isAnyone);
    for (const CalendarProblem &problem : problemsOf(calendar))
        errors.add(problem.field, QLatin1String(problem.code.toLatin1()));
    if (existing && existing->active && !calendar.active && isCalendarInUse(*run.catalog, calendar.id))
        errors.add(QStringLiteral("active"), QLatin1String("in-use"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveCalendar")); !valid)
        return valid.error();

    const bool sameVersion = existing && countTheSame(*existing, calendar);
    const bool same = sameVersion && existing->name == calendar.name && existing->active == calendar.active;
    CommandAnswer answer{{}, {}, {}, 0, calendar.id.value, {}};
    if (!same) {
        calendar.version = existing ? existing->version + (sameVersion ? 0 : 1) : 0;
        const QString oldName = existing ? existing->name : QString();
        const Result<BusinessCalendar> saved = run.unit.saveCalendar(calendar, run.now);
        if (!saved)
            return saved.error();
        calendar.id = saved->id;
        answer = recordSaved(run, QStringLiteral("calendar"), saved->id.value, oldName, calendar.name);
        sayScope(run, save.scope);
    }
    const Result<void> added = addTask(run, save.scope, {}, calendar.id, &answer);
    return added ? Result<CommandAnswer>(answer) : Result<CommandAnswer>(added.error());
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveSlaPolicy &save)
{
    SlaPolicy policy = save.policy;
    const QVector<SlaPolicy> &policies = run.catalog->slaPolicies;
    const SlaPolicy *existing = run.catalog->slaPolicy(policy.id);
    if (Result<void> exists = checkExists(policy, existing, "operations.saveSlaPolicy"); !exists)
        return exists.error();
    FieldErrors errors;
    policy.name = checkedName(policy, policies, &errors, [](const SlaPolicy &) { return true; });
    checkPolicy(*run.catalog, policy, existing, &errors);
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveSlaPolicy")); !valid)
        return valid.error();

    const int behindAll = policies.isEmpty() ? 1 : policies.last().position + 1;
    policy.position = existing ? existing->position : behindAll; // OrderSlaPolicies moves it
    const bool sameVersion = existing && promiseTheSame(*existing, policy);
    const bool same = sameVersion && existing->name == policy.name && existing->active == policy.active;
    CommandAnswer answer{{}, {}, {}, 0, policy.id.value, {}};
    if (!same) {
        policy.version = existing ? existing->version + (sameVersion ? 0 : 1) : 0;
        const QString oldName = existing ? existing->name : QString();
        const Result<SlaPolicy> saved = run.unit.saveSlaPolicy(policy, run.now);
        if (!saved)
            return saved.error();
        policy.id = saved->id;
        answer = recordSaved(run, QStringLiteral("sla-policy"), saved->id.value, oldName, policy.name);
        sayScope(run, save.scope);
    }
    const Result<void> added = addTask(run, save.scope, policy.id, {}, &answer);
    return added ? Result<CommandAnswer>(answer) : Result<CommandAnswer>(added.error());
}

Result<CommandAnswer> handleCommand(CommandRun &run, const OrderSlaPolicies &command)
{
    FieldErrors errors;
    QVector<SlaPolicyId> order;
    for (const SlaPolicyId id : command.order) {
        if (!run.catalog->slaPolicy(id))
            errors.add(QStringLiteral("order"), QLatin1String("unknown"));
        else if (order.contains(id))
            errors.add(QStringLiteral("order"), QLatin1String("repeated"));
        order.append(id);
    }
    if (Result<void> valid = errors.result(QStringLiteral("operations.orderSlaPolicies")); !valid)
        return valid.error();
    QVector<SlaPolicyId> before;
    for (const SlaPolicy &policy : run.catalog->slaPolicies) {
        before.append(policy.id);
        if (!order.contains(policy.id))
            order.append(policy.id);
    }
    CommandAnswer answer;
    if (order != before) {
        if (Result<void> ordered = run.unit.orderSlaPolicies(order); !ordered)
            return ordered.error();
        QStringList names;
        for (const SlaPolicyId id : std::as_const(order))
            names.append(run.catalog->slaPolicy(id)->name);
        answer = recordSaved(run, QStringLiteral("sla-policy-order"), 0, QString(), names.join(QStringLiteral(", ")));
        sayScope(run, command.scope);
    }
    const Result<void> added = addTask(run, command.scope, {}, {}, &answer);
    return added ? Result<CommandAnswer>(answer) : Result<CommandAnswer>(added.error());
}

} // namespace deskhand
