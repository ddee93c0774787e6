// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"

namespace deskhand {

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailbox &command)
{
    Q_UNUSED(run)
    Q_UNUSED(command)
    return Error{ErrorCode::Internal, QStringLiteral("operations.mail"), QStringLiteral("not built yet"), {}};
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailText &command)
{
    Q_UNUSED(run)
    Q_UNUSED(command)
    return Error{ErrorCode::Internal, QStringLiteral("operations.mail"), QStringLiteral("not built yet"), {}};
}

Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteMailText &command)
{
    Q_UNUSED(run)
    Q_UNUSED(command)
    return Error{ErrorCode::Internal, QStringLiteral("operations.mail"), QStringLiteral("not built yet"), {}};
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailSettings &command)
{
    Q_UNUSED(run)
    Q_UNUSED(command)
    return Error{ErrorCode::Internal, QStringLiteral("operations.mail"), QStringLiteral("not built yet"), {}};
}

} // namespace deskhand
