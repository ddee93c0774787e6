// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_changer.h"

class QWidget;

namespace deskhand {

class Theme;

/// Says for each ticket that was not changed why not; does not wait. Owned by itself.
void showEditResult(const EditOutcome &outcome, const Theme &theme, QWidget *window);

/// One refusal as a sentence: "Mike Brandt set State to Solved meanwhile; Open was not set."
[[nodiscard]] QString refusalText(const EditOutcome::Refused &refused);

} // namespace deskhand
