// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace deskhand {

/// What a new desk is called and who works in it first.
struct NewDesk {
    QString deskName;
    QString agentName;
    QString agentAddress;
};

/// Makes a desk's file with the usual states, priorities, one queue and the first agent, an admin. The file appears
/// under its name only when it is whole: a kill leaves at most a "….new" that the next attempt replaces. Errors:
/// Conflict (there is such a file; it is left alone), Invalid with per-field messages ("desk-name", "agent-name",
/// "agent-address"; reasons as in operations/field_errors.h), NotFound or Denied (the folder), Offline (disk).
[[nodiscard]] Result<void> createDeskFile(const QString &path, const NewDesk &desk);

} // namespace deskhand
