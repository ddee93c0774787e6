// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "demo/template_source.h"

namespace deskhand {

/// When a piece of a story happens: "at:-14 09:12" is 14 working days before the last one, at that local time;
/// "at:-25m" is 25 minutes before the end. 0: cannot be understood.
[[nodiscard]] Instant storyInstant(const QStringList &words, Instant end);

/// "+3h" or "+2d" from the end of the time; days end at 17:00 local. 0: cannot be understood.
[[nodiscard]] Instant storyDue(const QString &text, Instant end);

/// The value of a "by:mika.brandt" word, empty when there is none.
[[nodiscard]] QString storyWord(const QStringList &words, const QString &key);

} // namespace deskhand
