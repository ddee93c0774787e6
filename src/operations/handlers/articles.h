// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"
#include "operations/field_errors.h"

namespace deskhand {

/// Something is written or attached, the author may write it, addresses look like addresses. What is imported or made
/// by the system is taken as it is.
void checkArticle(const CommandRun &run, const NewArticle &article, FieldErrors *errors);

/// Stores the article at the end of the ticket's thread and brings the head's counters and times up to date (the caller
/// stores the head). Author when none is given: for agents the actor, for customers the sender by address, else the
/// requester. `isContact`: it is somebody's word; out-of-office answers and mere thanks leave it at that: the ticket
/// does not wait for an answer because of them.
Result<Article> addArticle(CommandRun &run, TicketHead *head, const NewArticle &content, bool isContact = true);

/// When it happened: an import happens at the article's own date, everything else now; nothing happens in the future.
[[nodiscard]] Instant eventTime(const CommandRun &run, Instant ownDate);

/// The author has read his own article and, when `sawAll`, everything before it. Imports have no reader.
Result<void> markOwnArticleRead(CommandRun &run, const Article &article, bool sawAll);

} // namespace deskhand
