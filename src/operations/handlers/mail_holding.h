// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/handlers/mail_intake.h"

namespace deskhand {

/// Keeps a mail for a person to decide about. `ticket`: that it claims; invalid: none.
Result<MailResult> holdMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender, HoldReason reason,
                            TicketId ticket);

/// Who wants something: of a form that was filled in on a page, or of somebody who reads their mail elsewhere, it is
/// whom answers shall go to (Reply-To), else the sender. A list's Reply-To is the list, and an agent's or our own
/// address is nobody's wish.
[[nodiscard]] MailAddress requesterOfMail(const CommandRun &run, const AcceptMail &mail, const MailSender &sender);

/// Opens a ticket for a mail, in the queue that it was sent to. `follows`: a closed ticket that it follows up; null:
/// none.
Result<CommandAnswer> openTicketForMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                                        const TicketHead *follows);

} // namespace deskhand
