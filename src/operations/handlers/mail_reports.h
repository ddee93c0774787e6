// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/handlers/mail_intake.h"

namespace deskhand {

/// A bounce, a delay notice, a receipt: never a ticket, never a reason to reopen one. What it says of a recipient
/// counts when it names a mail of ours (by the token of our envelope sender, or by the Message-ID) and a recipient to
/// whom that mail has gone; so nobody can silence a customer by making a bounce up. Else it is kept as "unmatched".
Result<MailResult> acceptReport(CommandRun &run, const AcceptMail &mail);

/// Whether it answers a report that was mailed: by the token of its envelope sender, or by its Message-ID.
Result<bool> answersMailedReport(CommandRun &run, const AcceptMail &mail);

/// Stores what became of a mail: its rows, the ticket's delivery, the feed; and in the ticket's history each recipient
/// that a mail has failed for. What became of a report is noted in the log of sendings.
Result<void> storeDelivery(CommandRun &run, const MailDelivery &before, const MailDelivery &after);

} // namespace deskhand
