// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_copy.h"
#include "store/desk_copy_reading.h"

namespace deskhand {

/// Compares two desks in full, as they are now: each table by the number of its rows and a sum over all of them, the
/// history of the target by its chain, and the rows of its search index by what has to be searchable. Both sides are
/// read side by side. The report gets tables and search rows. Errors: Integrity naming what differs (payload "table"),
/// those of the store.
Result<void> checkDeskCopy(const DeskPlace &from, const DeskPlace &to, const CopyReading &reading,
                           const std::function<void(const DeskCopyProgress &)> &progress, DeskCopyReport *report);

} // namespace deskhand
