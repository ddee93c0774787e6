// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

namespace deskhand {

/// `text` on one line of at most `width` pixels, cut with "…" where it reads on: a text that is written from right to
/// left keeps its own direction in a window that is written from left to right, so that the "…" stands at its end.
[[nodiscard]] QString elidedText(const QFontMetrics &metrics, const QString &text, Qt::TextElideMode mode, int width);

} // namespace deskhand
