// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"

namespace deskhand {

Result<CommandAnswer> handleCommand(CommandRun &, const MergeTickets &)
{
    return Error{ErrorCode::Invalid, QStringLiteral("operations.merge"), {}, {}};
}

Result<CommandAnswer> handleCommand(CommandRun &, const UnmergeTicket &)
{
    return Error{ErrorCode::Invalid, QStringLiteral("operations.unmerge"), {}, {}};
}

Result<CommandAnswer> handleCommand(CommandRun &, const SplitTicket &)
{
    return Error{ErrorCode::Invalid, QStringLiteral("operations.split"), {}, {}};
}

} // namespace deskhand
