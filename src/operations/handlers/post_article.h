// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"

namespace deskhand {

/// How an article is posted that came by mail.
struct Posting {
    bool quiet = false;   ///< changes nothing but the thread: no state, and nobody has to answer it
    bool reopens = false; ///< brings the ticket back to the first open state, also a closed one
    QString why;          ///< of the "article" entry of the history; empty: the command's
};

/// What PostArticle does once it is checked. What came by mail is taken as it is and begins here.
Result<CommandAnswer> postIntoTicket(CommandRun &run, const PostArticle &post, const TicketHead &before,
                                     const Posting &posting);

} // namespace deskhand
