// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"

namespace deskhand {

// Validation and effect of each command; one file each. They look and change through run.unit, and leave history and
// changes in the run.
Result<CommandAnswer> handleCommand(CommandRun &run, const OpenTicket &open);
Result<CommandAnswer> handleCommand(CommandRun &run, const PostArticle &post);
Result<CommandAnswer> handleCommand(CommandRun &run, const ChangeTicket &change);
Result<CommandAnswer> handleCommand(CommandRun &run, const MarkRead &mark);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveView &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteView &remove);
Result<CommandAnswer> handleCommand(CommandRun &run, const SavePerson &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveOrganization &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveQueue &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveCategory &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveState &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const SavePriority &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveDeskSettings &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const AcceptMail &mail);
Result<CommandAnswer> handleCommand(CommandRun &run, const DecideHeldMail &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const UndoSend &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const ReleaseMail &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const RecordDelivery &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailbox &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailText &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteMailText &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveMailSettings &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveCalendar &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveSlaPolicy &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const OrderSlaPolicies &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const RecalculateSla &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const CancelSlaTask &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const ReachSlaLevels &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const RecordBreachReason &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const LogWork &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const RemoveWork &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const SeeNotifications &command);
Result<CommandAnswer> handleCommand(CommandRun &run, const MergeTickets &merge);
Result<CommandAnswer> handleCommand(CommandRun &run, const UnmergeTicket &unmerge);
Result<CommandAnswer> handleCommand(CommandRun &run, const SplitTicket &split);
Result<CommandAnswer> handleCommand(CommandRun &run, const SaveReportItem &save);
Result<CommandAnswer> handleCommand(CommandRun &run, const DeleteReportItem &remove);
Result<CommandAnswer> handleCommand(CommandRun &run, const RecordReportSending &record);

/// Opens a ticket without asking whether a person may want it so: for what came by mail.
Result<CommandAnswer> openTicketUnchecked(CommandRun &run, const OpenTicket &open);

} // namespace deskhand
