// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"

namespace deskhand {

// What handlers tell the clocks. Each notes events in run.slaEvents; run.slaBefore gets the ticket as it was.

/// The beginning of a ticket's log. `article`: what it is opened with, null without.
void noteOpened(CommandRun &run, const TicketHead &head, const NewArticle *article);

/// What differs in state, priority, queue and owner.
void noteChanged(CommandRun &run, const TicketHead &before, const TicketHead &after, Instant at);

/// A word of the customer, an agent's reply, call or note. What a machine wrote is none of these, nor is what is not
/// `isContact` (mere thanks, out of office).
void noteArticle(CommandRun &run, const Article &article, const NewArticle &content, bool isContact, Instant at);

/// An article was taken back; `state`: that had been set with it and is set back, invalid: none.
void noteWithdrawn(CommandRun &run, const Article &article, StateId state);

} // namespace deskhand
