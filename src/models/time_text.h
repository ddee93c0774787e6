// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace deskhand {

/// Hours and minutes as a locale writes them; its short form has seconds in some.
[[nodiscard]] QString clockText(const QTime &time, const QLocale &locale);

/// How instants are said to people, in their zone and language. Pure: the same arguments give the same words.
struct TimeWords {
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();

    /// "Today 09:12", "Yesterday 14:03", "Monday 14:03" (up to six days back), "3 March 14:03", "3 March 2023 14:03".
    /// Empty for 0.
    [[nodiscard]] QString moment(Instant at, Instant now) const;
    /// Day only: "Today", "Tomorrow", "Monday", "3 March", "3 March 2023". Empty for 0.
    [[nodiscard]] QString day(Instant at, Instant now) const;
    /// "Monday, 3 March 2025 09:12:44 CET": for tooltips. Empty for 0.
    [[nodiscard]] QString exact(Instant at) const;
    /// How long ago: "just now", "12 min ago", "3 h ago", "2 d ago", "5 mo ago", "2 y ago". Empty for 0.
    [[nodiscard]] QString ago(Instant at, Instant now) const;
    /// Distance to a due instant: "in 12 min", "in 3 h", "2 d overdue". Empty for 0.
    [[nodiscard]] QString due(Instant at, Instant now) const;
};

} // namespace deskhand
