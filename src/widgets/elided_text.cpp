// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elided_text.h"

namespace deskhand {

QString elidedText(const QFontMetrics &metrics, const QString &text, Qt::TextElideMode mode, int width)
{
    constexpr QChar rightToLeftIsolate(0x2067);
    constexpr QChar popIsolate(0x2069);
    const QString shown = metrics.elidedText(text, mode, width);
    return text.isRightToLeft() ? rightToLeftIsolate + shown + popIsolate : shown;
}

} // namespace deskhand
