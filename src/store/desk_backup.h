// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_copy.h"

namespace deskhand {

/// Writes a desk as it is at one moment into a file that is not there yet, while everybody goes on working: what was
/// committed then is in it, whole, and nothing of what came later. The file is a desk of its own. Of a file by SQLite's
/// backup interface, of a server by reading everything in one REPEATABLE READ transaction. It appears under its name
/// only when it is whole and on the disk. Blocks. Errors: Conflict (the file is there), those of copyDesk().
Result<void> backUpDesk(const DeskPlace &desk, const QString &file,
                        const std::function<void(const DeskCopyProgress &)> &progress = {});

/// Makes a desk of a backup: a file that is not there yet, or an empty database. It is another desk from then on, to
/// whoever keeps a replica: what they have seen may never have happened here. Blocks. Errors: Corrupt (it is no whole
/// backup), Conflict (there is a desk already), those of copyDesk().
Result<void> restoreDesk(const QString &file, const DeskPlace &desk,
                         const std::function<void(const DeskCopyProgress &)> &progress = {});

} // namespace deskhand
