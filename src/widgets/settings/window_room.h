// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QScreen>
#include <QWidget>

namespace deskhand {

/// The size of a window that has this size at the usual size of text; a larger text
/// makes it larger as far as its screen has room.
[[nodiscard]] inline QSize roomFor(const Theme &theme, const QSize &usual, const QWidget *window)
{
    const QSize wanted = usual * (theme.fontScale() / 100.0);
    const QScreen *screen = window->screen();
    return screen ? wanted.boundedTo(screen->availableSize().expandedTo(usual)) : wanted;
}

} // namespace deskhand
