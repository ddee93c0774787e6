// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/handlers/mail_intake.h"

#include <optional>

namespace deskhand {

/// A mail that went through this desk so often is going round: machines answer each other.
inline constexpr int mostLoopHops = 3;

/// Why a mail is nobody's who writes to the desk: it claims to be from the desk itself, is a mail of ours that came
/// back, or has gone round. Nothing: it may be looked at further.
Result<std::optional<HoldReason>> comesFromOurselves(CommandRun &run, const AcceptMail &mail, const MailSender &sender);

/// Whether so many tickets were opened by mail for an address that the settings allow no more.
Result<bool> opensTooManyTickets(CommandRun &run, const QString &requesterAddress);

/// Whether one more automatic mail may go to an address, for a ticket.
Result<bool> mayWriteAutomatically(CommandRun &run, const QString &foldedAddress, TicketId ticket);

} // namespace deskhand
