// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/handlers/mail_intake.h"

namespace deskhand {

/// Says that a mail has become a ticket, when a person wrote it, nothing in it asks machines to be silent, the queue
/// acknowledges, there is a text for it, and no limit is reached. Somebody whom the desk has never answered gets
/// nothing back that they wrote themselves, so that nobody can have us carry their words to others. Without a mailbox
/// that sends, or for an address that cannot be sent to, nothing is said.
Result<void> acknowledge(CommandRun &run, const AcceptMail &mail, const CommandAnswer &opened);

} // namespace deskhand
