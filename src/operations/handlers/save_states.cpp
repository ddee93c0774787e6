// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/catalog_saving.h"
#include "operations/handlers/handlers.h"

#include "domain/number_format.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Without an active state of these types the pipeline itself could not go on.
bool isNeededType(StateType type)
{
    return type == StateType::New || type == StateType::Open || type == StateType::Solved || type == StateType::Closed;
}

bool hasOtherActive(const QVector<State> &states, const State &saved)
{
    return std::any_of(states.cbegin(), states.cend(), [&saved](const State &other) {
        return other.id != saved.id && other.type == saved.type && other.active;
    });
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveState &save)
{
    State state = save.state;
    const State *existing = run.catalog->state(state.id);
    if (Result<void> exists = checkExists(state, existing, "operations.saveState"); !exists)
        return exists.error();
    FieldErrors errors;
    state.name = checkedName(state, run.catalog->states, &errors, [](const State &) { return true; });
    if (existing && existing->type != state.type)
        errors.add(QStringLiteral("type"), QLatin1String("fixed"));
    if (!existing && state.type == StateType::Merged)
        errors.add(QStringLiteral("type"), QLatin1String("reserved"));
    if (!state.active && isNeededType(state.type) && !hasOtherActive(run.catalog->states, state))
        errors.add(QStringLiteral("active"), QLatin1String("last-of-type"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveState")); !valid)
        return valid.error();
    const Result<StateId> id = run.unit.saveState(state);
    if (!id)
        return id.error();
    return recordSaved(run, QStringLiteral("state"), id->value, existing ? existing->name : QString(), state.name);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SavePriority &save)
{
    Priority priority = save.priority;
    const Priority *existing = run.catalog->priority(priority.id);
    if (Result<void> exists = checkExists(priority, existing, "operations.savePriority"); !exists)
        return exists.error();
    FieldErrors errors;
    priority.name = checkedName(priority, run.catalog->priorities, &errors, [](const Priority &) { return true; });
    if (priority.rank < 1)
        errors.add(QStringLiteral("rank"), QLatin1String("out-of-range"));
    const bool othersActive =
        std::any_of(run.catalog->priorities.cbegin(), run.catalog->priorities.cend(),
                    [&priority](const Priority &other) { return other.id != priority.id && other.active; });
    if (!priority.active && !othersActive)
        errors.add(QStringLiteral("active"), QLatin1String("last-of-type"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.savePriority")); !valid)
        return valid.error();
    const Result<PriorityId> id = run.unit.savePriority(priority);
    if (!id)
        return id.error();
    return recordSaved(run, QStringLiteral("priority"), id->value, existing ? existing->name : QString(),
                       priority.name);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveDeskSettings &save)
{
    const QString deskName = oneLine(save.deskName, longestCatalogName);
    FieldErrors errors;
    if (!save.numberFormat.isEmpty() && !checkNumberFormat(save.numberFormat))
        errors.add(QStringLiteral("number-format"), QLatin1String("bad-format"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveDeskSettings")); !valid)
        return valid.error();
    const QString newName = deskName.isEmpty() ? run.catalog->deskName : deskName;
    const QString newFormat = save.numberFormat.isEmpty() ? run.catalog->numberFormat : save.numberFormat;
    if (Result<void> saved = run.unit.saveDeskSettings(newName, newFormat); !saved)
        return saved.error();
    return recordSaved(run, QStringLiteral("settings"), 0, run.catalog->deskName + u' ' + run.catalog->numberFormat,
                       newName + u' ' + newFormat);
}

} // namespace deskhand
