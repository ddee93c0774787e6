// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recipient_guard.h"

namespace deskhand {

/// What the recipient guard found, in one sentence. May hold addresses and words from outside: never markup.
[[nodiscard]] QString guardText(const GuardWarning &warning);

/// The same warnings give the same text: for remembering what a person has answered.
[[nodiscard]] QString guardKey(const QVector<GuardWarning> &warnings);

} // namespace deskhand
