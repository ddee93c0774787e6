// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"

namespace deskhand {

Result<CommandAnswer> handleCommand(CommandRun &run, const DecideHeldMail &command)
{
    Q_UNUSED(run)
    Q_UNUSED(command)
    return Error{ErrorCode::Internal, QStringLiteral("operations.mail"), QStringLiteral("not built yet"), {}};
}

} // namespace deskhand
