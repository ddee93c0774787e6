// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

namespace deskhand {

/// Makes the HTML in a command of somebody outside into what every part of the program may show
/// (mail/html_sanitizer.h). Takes some milliseconds for a large text.
void makeSafe(CommandBody *body);

} // namespace deskhand
