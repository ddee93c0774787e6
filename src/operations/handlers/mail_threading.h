// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/thread_match.h"
#include "operations/handlers/mail_intake.h"

namespace deskhand {

/// By the ticket that shows it: one that was merged into it and is what a mail claims.
using OldNumbers = QHash<TicketId, TicketId>;

/// Which ticket a mail belongs to, by what it claims and what the desk knows of its sender; see domain/thread_match.h.
/// What claims a ticket that was merged claims the one that shows it; `oldNumbers` gets those.
Result<ThreadMatch> findThread(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                               OldNumbers *oldNumbers);

/// History says "old-number" when a mail came to a ticket by one that was merged into it: oldValue is the article,
/// newValue and newText are id and number of that one. Nothing when `old` is invalid or the ticket itself.
Result<void> noteOldNumber(CommandRun &run, const CommandAnswer &answer, TicketId old);

/// The same words under the same Message-ID from the same sender: a copy that another mailbox brought. Nothing: it is
/// new.
Result<std::optional<Article>> copyOfMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender);

/// What a mail does to the ticket that it belongs to.
enum class FollowUp {
    JoinQuietly, ///< an automatic answer, mere thanks, or an agent's word: no state changes by itself
    Join,        ///< brings a pending or solved ticket back
    Reopen,      ///< brings a closed one back
    NewTicket,   ///< it was closed too long ago: a new, linked ticket
};
[[nodiscard]] FollowUp followUpOf(const CommandRun &run, const TicketHead &head, const AcceptMail &mail,
                                  const MailSender &sender);

/// Whether a mail says thank you and nothing else, files included.
[[nodiscard]] bool isMereThanks(const AcceptMail &mail);

/// Posts the mail into its ticket. An agent's word it is only when our own server vouches for its sender, and one for
/// the requester only when the requester got it too.
Result<CommandAnswer> joinTicket(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                                 const TicketHead &head, FollowUp followUp);

} // namespace deskhand
