// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/catalog_saving.h"

namespace deskhand {

CommandAnswer recordSaved(CommandRun &run, const QString &kind, qint64 id, const QString &oldName,
                          const QString &newName)
{
    HistoryEntry entry = run.entry(QStringLiteral("saved-") + kind);
    if (id != 0)
        entry.newValue = QString::number(id);
    entry.oldText = oldName;
    entry.newText = newName;
    run.history.append(std::move(entry));
    run.catalogChanged = true;
    return CommandAnswer{{}, {}, {}, 0, id, {}};
}

} // namespace deskhand
