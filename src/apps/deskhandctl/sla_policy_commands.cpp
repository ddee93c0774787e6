// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/sla_files.h"
#include "apps/deskhandctl/sla_json.h"
#include "apps/deskhandctl/sla_task_wait.h"
#include "base/text_folding.h"
#include "domain/sla_policy_json.h"

#include <QJsonDocument>

#include <algorithm>

namespace deskhand::ctl {
namespace {

const SlaPolicy *findPolicy(const QString &name, const Catalog &catalog)
{
    for (const SlaPolicy &policy : catalog.slaPolicies) {
        if (foldText(policy.name) == foldText(name))
            return &policy;
    }
    printError(QStringLiteral("there is no policy “%1”").arg(name));
    return nullptr;
}

std::optional<SlaScope> scopeOf(const Arguments &arguments, SlaScope usual)
{
    SlaScope scope = usual;
    if (!scopeFromWord(arguments.value(QStringLiteral("scope"), scopeWord(usual)), &scope))
        return {};
    return scope;
}

QString targetsWords(const SlaPolicy &policy)
{
    QStringList words;
    for (const SlaTarget &target : policy.targets)
        words.append(slaTargetName(target.kind));
    return words.join(QStringLiteral(", "));
}

int listPolicies(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("sla policies FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Catalog &catalog = session->catalog();
    for (const SlaPolicy &policy : catalog.slaPolicies) {
        if (arguments.has(QStringLiteral("json"))) {
            QJsonObject json = slaPolicyToConfig(policy, catalog);
            json.insert(QStringLiteral("id"), policy.id.value);
            json.insert(QStringLiteral("version"), policy.version);
            json.insert(QStringLiteral("position"), policy.position);
            printJson(json);
            continue;
        }
        printLine(QStringLiteral("%1  %2, version %3%4: %5 (%6)")
                      .arg(policy.position, 3)
                      .arg(policy.name)
                      .arg(policy.version)
                      .arg(policy.active ? QString() : QStringLiteral(", not in use"),
                           policy.conditionText.isEmpty() ? QStringLiteral("all tickets") : policy.conditionText,
                           targetsWords(policy)));
    }
    return Success;
}

int showPolicy(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("sla policy show FILE NAME")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const SlaPolicy *policy = findPolicy(arguments.words().mid(1).join(u' '), session->catalog());
    if (!policy)
        return Failure;
    const QByteArray text = QJsonDocument(slaPolicyToConfig(*policy, session->catalog())).toJson();
    printLine(QString::fromUtf8(text).trimmed());
    return Success;
}

CommandBody savingOf(const SlaFile &file, SlaScope scope)
{
    return file.policy ? CommandBody(SaveSlaPolicy{*file.policy, scope})
                       : CommandBody(SaveCalendar{*file.calendar, scope});
}

/// Saves, and, where that is asked for, waits until all tickets are recalculated.
int saveAndTell(DeskSession &session, const CommandBody &body, const QString &place, bool waits, bool json)
{
    const std::optional<CommandAnswer> answer = session.submit(body);
    if (!answer)
        return Failure;
    std::optional<SlaTask> task;
    if (waits && answer->slaTask.isValid()) {
        task = waitForTask(session, place, answer->slaTask);
        if (!task)
            return Failure;
    }
    if (json) {
        QJsonObject object{{QStringLiteral("id"), answer->id}, {QStringLiteral("task"), answer->slaTask.value}};
        if (task)
            object.insert(QStringLiteral("recalculation"), taskToJson(*task, session.catalog()));
        printJson(object);
    } else if (task) {
        printLine(QStringLiteral("saved; %1 of %2 tickets recalculated%3")
                      .arg(task->done)
                      .arg(task->total)
                      .arg(task->cancelled ? QStringLiteral(", then cancelled") : QString()));
    } else {
        printLine(answer->slaTask.isValid()
                      ? QStringLiteral("saved; task %1 recalculates the tickets").arg(answer->slaTask.value)
                      : QStringLiteral("saved"));
    }
    return task && task->cancelled ? PartialFailure : Success;
}

int saveFile(const QStringList &given, const QString &usage, SlaScope usual, bool waits)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("scope"), QStringLiteral("as")});
    if (!arguments.check(2, usage))
        return UsageError;
    const std::optional<SlaScope> scope = scopeOf(arguments, usual);
    if (!scope)
        return UsageError;
    const QString place = arguments.words().first();
    const auto session = DeskSession::open(place, arguments.value(QStringLiteral("as")));
    const auto file = session ? readSlaFile(arguments.words()[1], session->catalogPtr()) : std::nullopt;
    if (!file)
        return Failure;
    return saveAndTell(*session, savingOf(*file, *scope), place, waits, arguments.has(QStringLiteral("json")));
}

int savePolicy(const QStringList &given)
{
    return saveFile(given, QStringLiteral("sla policy save FILE POLICY.json [--scope new|open|all] [--json]"),
                    SlaScope::NewTickets, false);
}

int apply(const QStringList &given)
{
    return saveFile(given, QStringLiteral("sla apply FILE POLICY-OR-CALENDAR.json [--scope new|open|all] [--json]"),
                    SlaScope::Open, true);
}

std::optional<QVector<SlaPolicyId>> policiesNamed(const QStringList &names, const Catalog &catalog)
{
    QVector<SlaPolicyId> order;
    for (const QString &name : names) {
        const SlaPolicy *policy = findPolicy(name, catalog);
        if (!policy)
            return {};
        order.append(policy->id);
    }
    return order;
}

int orderPolicies(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("wait")},
                              {QStringLiteral("scope"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("sla policy order FILE NAME… [--scope new|open|all] [--wait] [--json]")))
        return UsageError;
    const std::optional<SlaScope> scope = scopeOf(arguments, SlaScope::NewTickets);
    if (!scope)
        return UsageError;
    const QString place = arguments.words().first();
    const auto session = DeskSession::open(place, arguments.value(QStringLiteral("as")));
    const auto order = session ? policiesNamed(arguments.words().mid(1), session->catalog()) : std::nullopt;
    if (!order)
        return Failure;
    return saveAndTell(*session, OrderSlaPolicies{*order, *scope}, place, arguments.has(QStringLiteral("wait")),
                       arguments.has(QStringLiteral("json")));
}

void printCompliance(const SlaImpact &impact)
{
    for (const SlaCompliance &before : impact.before) {
        const auto after = std::find_if(impact.after.cbegin(), impact.after.cend(),
                                        [&](const SlaCompliance &one) { return one.target == before.target; });
        const SlaCompliance now = after == impact.after.cend() ? SlaCompliance() : *after;
        printLine(QStringLiteral("  %1: %2 met, %3 missed, %4 running  ->  %5 met, %6 missed, %7 running")
                      .arg(slaTargetName(before.target).leftJustified(15))
                      .arg(before.met)
                      .arg(before.missed)
                      .arg(before.running)
                      .arg(now.met)
                      .arg(now.missed)
                      .arg(now.running));
    }
    for (const SlaCompliance &after : impact.after) {
        const bool isNew = std::none_of(impact.before.cbegin(), impact.before.cend(),
                                        [&](const SlaCompliance &one) { return one.target == after.target; });
        if (isNew)
            printLine(QStringLiteral("  %1: new  ->  %2 met, %3 missed, %4 running")
                          .arg(slaTargetName(after.target).leftJustified(15))
                          .arg(after.met)
                          .arg(after.missed)
                          .arg(after.running));
    }
}

int showImpact(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("json")},
                        {QStringLiteral("scope"), QStringLiteral("months"), QStringLiteral("as")});
    const std::optional<qint64> months = arguments.number(QStringLiteral("months"), 1);
    if (!arguments.check(
            2, QStringLiteral("sla impact FILE POLICY-OR-CALENDAR.json [--scope open|all] [--months N] [--json]")))
        return UsageError;
    const std::optional<SlaScope> scope = scopeOf(arguments, months ? SlaScope::All : SlaScope::Open);
    if (!scope)
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto file = session ? readSlaFile(arguments.words()[1], session->catalogPtr()) : std::nullopt;
    if (!file)
        return Failure;
    SlaImpactQuery query;
    query.policy = file->policy;
    query.calendar = file->calendar;
    query.scope = *scope;
    query.me = session->me();
    query.now = session->now();
    if (months)
        query.openedSince =
            QDateTime::fromMSecsSinceEpoch(query.now, Qt::UTC).addMonths(-int(*months)).toMSecsSinceEpoch();
    const Result<SlaImpact> impact = DeskSession::await(session->desk().slaImpact(query));
    if (!impact) {
        printError(impact.error());
        return Failure;
    }
    if (arguments.has(QStringLiteral("json"))) {
        printJson(impactToJson(*impact));
        return Success;
    }
    printLine(QStringLiteral("%1 tickets looked at, %2 change, %3 become overdue, %4 stop being overdue")
                  .arg(impact->tickets)
                  .arg(impact->changed)
                  .arg(impact->becomeOverdue)
                  .arg(impact->stopBeingOverdue));
    printLine(QStringLiteral("%1 verdicts become missed, %2 become met")
                  .arg(impact->verdictsToMissed)
                  .arg(impact->verdictsToMet));
    printCompliance(*impact);
    return Success;
}

int listTasks(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("sla tasks FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<QVector<SlaTask>> tasks = DeskSession::await(session->desk().slaTasks());
    if (!tasks) {
        printError(tasks.error());
        return Failure;
    }
    for (const SlaTask &task : *tasks) {
        const QJsonObject json = taskToJson(task, session->catalog());
        if (arguments.has(QStringLiteral("json"))) {
            printJson(json);
            continue;
        }
        const QString about =
            json.value(QStringLiteral("policy")).toString() + json.value(QStringLiteral("calendar")).toString();
        printLine(QStringLiteral("%1  %2  %3 of %4  %5, %6")
                      .arg(task.id.value, 4)
                      .arg(json.value(QStringLiteral("state")).toString().leftJustified(9))
                      .arg(task.done)
                      .arg(task.total)
                      .arg(about.isEmpty() ? QStringLiteral("order") : about, scopeWord(task.scope)));
    }
    return Success;
}

int cancelTask(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("sla cancel FILE TASK")))
        return UsageError;
    bool isNumber = false;
    const SlaTaskId task{arguments.words()[1].toLongLong(&isNumber)};
    if (!isNumber) {
        printError(QStringLiteral("“%1” is no number of a task").arg(arguments.words()[1]));
        return UsageError;
    }
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    return session && session->submit(CancelSlaTask{task}) ? Success : Failure;
}

} // namespace

QVector<CtlCommand> slaPolicyCommands()
{
    return {{{QStringLiteral("sla"), QStringLiteral("policies")},
             QStringLiteral("FILE [--json]"),
             QStringLiteral("The policies in their order"),
             listPolicies},
            {{QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("show")},
             QStringLiteral("FILE NAME"),
             QStringLiteral("A policy in the form of configuration files"),
             showPolicy},
            {{QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save")},
             QStringLiteral("FILE POLICY.json [--scope new|open|all] [--json]"),
             QStringLiteral("Make a policy, or a new version of the one with that name"),
             savePolicy},
            {{QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("order")},
             QStringLiteral("FILE NAME… [--scope new|open|all] [--wait] [--json]"),
             QStringLiteral("The order in which policies are tried; the others come behind"),
             orderPolicies},
            {{QStringLiteral("sla"), QStringLiteral("impact")},
             QStringLiteral("FILE POLICY-OR-CALENDAR.json [--scope open|all] [--months N] [--json]"),
             QStringLiteral("What saving it would do to the desk's tickets; changes nothing"),
             showImpact},
            {{QStringLiteral("sla"), QStringLiteral("apply")},
             QStringLiteral("FILE POLICY-OR-CALENDAR.json [--scope new|open|all] [--json]"),
             QStringLiteral("Save it and wait until all tickets are recalculated"),
             apply},
            {{QStringLiteral("sla"), QStringLiteral("tasks")},
             QStringLiteral("FILE [--json]"),
             QStringLiteral("Recalculations on their way, and those that ended last"),
             listTasks},
            {{QStringLiteral("sla"), QStringLiteral("cancel")},
             QStringLiteral("FILE TASK"),
             QStringLiteral("End a recalculation; what is done stays"),
             cancelTask}};
}

} // namespace deskhand::ctl
