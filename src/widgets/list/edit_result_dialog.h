// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_changer.h"

class QWidget;

namespace deskhand {

class Theme;

/// Sets a ticket's field after all.
using TakeMine = std::function<void(TicketId ticket, const FieldChange &change)>;

/// Says for each ticket that was not changed why not, and lets choose where a colleague was faster: both values, a
/// button for each. Does not wait. Owned by itself.
void showEditResult(const EditOutcome &outcome, const Theme &theme, TakeMine takeMine, QWidget *window);

} // namespace deskhand
