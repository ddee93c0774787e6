// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"

#include <QString>

namespace deskhand {

class Settings;

/// How long a sent mail can be taken back, in seconds.
inline constexpr int longestUndoWindow = 600;

/// Key of the person's own choice in Settings (a number of seconds); without it the desk's counts.
[[nodiscard]] QString undoSecondsKey();

/// 0…600: the person's own, else the desk's (MailSettings::undoSeconds). 0: mail leaves at once.
[[nodiscard]] int undoSeconds(const Settings &settings, const MailSettings &desk);

} // namespace deskhand
