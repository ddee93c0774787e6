// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_folding.h"
#include "operations/command_run.h"
#include "operations/field_errors.h"
#include "operations/handlers/people.h"

namespace deskhand {

inline constexpr int longestCatalogName = 200;

/// The name as it is stored, with what is wrong with it. `taken(other)`: whether another item of the list, which is not
/// the saved one, may not have the same name.
template <typename Item, typename Fn>
QString checkedName(const Item &saved, const QVector<Item> &items, FieldErrors *errors, Fn taken)
{
    const QString name = oneLine(saved.name, longestCatalogName);
    if (name.isEmpty())
        errors->add(QStringLiteral("name"), QLatin1String("required"));
    const QString folded = foldText(name);
    for (const Item &other : items) {
        if (other.id != saved.id && foldText(other.name) == folded && taken(other))
            errors->add(QStringLiteral("name"), QLatin1String("taken"));
    }
    return name;
}

/// A saved item with an id must be there. `existing`: what the catalogue has under the id.
template <typename Item>
Result<void> checkExists(const Item &saved, const Item *existing, const char *where)
{
    if (!saved.id.isValid() || existing)
        return {};
    return Error{ErrorCode::NotFound, QString::fromLatin1(where), QStringLiteral("no such id"), {}};
}

/// What the desk's settings looked like and look now, in history; the catalogue is new. `kind`: "queue", "state", …
CommandAnswer recordSaved(CommandRun &run, const QString &kind, qint64 id, const QString &oldName,
                          const QString &newName);

} // namespace deskhand
