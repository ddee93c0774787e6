// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/outgoing_mail.h"
#include "domain/placeholders.h"
#include "operations/command_run.h"

#include <optional>

namespace deskhand {

/// A mail that will go out with what the running command does.
struct OutgoingPlan {
    Mailbox mailbox;
    OutgoingMail mail;
};

/// Whether an agent's article is mailed, and as what. Takes the desk's own addresses out of the recipients of `content`
/// and sets its Message-ID, so that the thread says what was sent. Nothing: it is no public mail of an agent, nobody is
/// left to get it, no mailbox sends for the queue, or the pipeline runs without a codec. `head`: with id and number;
/// `isFirst`: it opens the ticket.
Result<std::optional<OutgoingPlan>> planOutgoing(CommandRun &run, const TicketHead &head, NewArticle *content,
                                                 bool isFirst);

/// Renders the mail and puts it into the outbox, in the transaction of the command; brings TicketHead::delivery of
/// `after` and of the store up to date. `before`: the ticket as it was before the command. Errors: Invalid (field "to":
/// there is an address that cannot be sent to), of the store.
Result<OutboundMailId> putReplyIntoOutbox(CommandRun &run, const OutgoingPlan &plan, const Article &article,
                                          const TicketHead &before, TicketHead *after, Instant releaseAt);

/// The same for what the desk writes by itself: no article, no undo.
Result<OutboundMailId> putAutomaticIntoOutbox(CommandRun &run, const OutgoingPlan &plan, TicketId ticket);

/// The same for a report, which is of no ticket: with a bounce token, so that what comes back is known.
Result<OutboundMailId> putReportIntoOutbox(CommandRun &run, const OutgoingPlan &plan);

/// What the placeholders of a text are for a ticket.
[[nodiscard]] PlaceholderValues placeholderValues(const CommandRun &run, const TicketHead &head,
                                                  const Person &requester, const Person *agent, const Mailbox &mailbox);

/// The Message-ID that the running command's mail has.
Result<QString> ownMessageId(CommandRun &run, TicketId ticket, const Mailbox &mailbox);

} // namespace deskhand
