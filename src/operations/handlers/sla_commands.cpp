// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"

namespace deskhand {
namespace {

Error slaCommandNotBuilt()
{
    return Error{ErrorCode::Internal, QStringLiteral("operations.sla"), QStringLiteral("not built yet"), {}};
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &, const SaveCalendar &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const SaveSlaPolicy &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const OrderSlaPolicies &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const RecalculateSla &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const CancelSlaTask &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const ReachSlaLevels &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const RecordBreachReason &)
{
    return slaCommandNotBuilt();
}

Result<CommandAnswer> handleCommand(CommandRun &, const SeeNotifications &)
{
    return slaCommandNotBuilt();
}

} // namespace deskhand
