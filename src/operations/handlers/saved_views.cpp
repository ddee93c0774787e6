// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/people.h"

namespace deskhand {
namespace {

constexpr int longestViewName = 200;

}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveView &save)
{
    SavedView view = save.view;
    view.name = oneLine(view.name, longestViewName);
    FieldErrors errors;
    if (view.name.isEmpty())
        errors.add(QStringLiteral("name"), QLatin1String("required"));
    if (view.columns.isEmpty())
        errors.add(QStringLiteral("columns"), QLatin1String("required"));
    if (view.grouped && !canGroupBy(view.groupBy))
        errors.add(QStringLiteral("group-by"), QLatin1String("unknown"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveView")); !valid)
        return valid.error();
    // A view keeps its owner when an admin repairs it.
    if (!view.id.isValid() && run.isPerson())
        view.owner = run.command.actor;
    const Result<SavedViewId> id = run.unit.saveView(view);
    if (!id)
        return id.error();
    run.change(ChangeKind::ViewChanged);
    return CommandAnswer{{}, {}, {}, 0, id->value, {}};
}

Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteView &remove)
{
    const Result<SavedView> view = run.unit.view(remove.view);
    if (!view)
        return view.error();
    if (Result<void> deleted = run.unit.deleteView(remove.view); !deleted)
        return deleted.error();
    run.change(ChangeKind::ViewChanged);
    return CommandAnswer{{}, {}, {}, 0, remove.view.value, {}};
}

} // namespace deskhand
