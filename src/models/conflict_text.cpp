// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflict_text.h"

#include "models/time_text.h"

namespace deskhand {
namespace {

QString conflictValue(const FieldConflict &conflict, const QString &stored, const QString &text)
{
    if (conflict.field == TicketField::DueAt || conflict.field == TicketField::PendingUntil)
        return stored.toLongLong() == 0 ? ConflictText::tr("none")
                                        : TimeWords().moment(stored.toLongLong(), conflict.at);
    if (text.isEmpty())
        return stored == QLatin1String("0") || stored.isEmpty() ? ConflictText::tr("none") : stored;
    return text;
}

} // namespace

QString ConflictText::theirs(const FieldConflict &conflict)
{
    return conflictValue(conflict, conflict.theirs, conflict.theirsText);
}

QString ConflictText::mine(const FieldConflict &conflict)
{
    return conflictValue(conflict, conflict.mine, conflict.mineText);
}

QString ConflictText::who(const FieldConflict &conflict)
{
    return conflict.byName.isEmpty() ? tr("Somebody") : conflict.byName;
}

} // namespace deskhand
