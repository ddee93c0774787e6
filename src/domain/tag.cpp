// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tag.h"

#include "base/text_folding.h"

namespace deskhand {
namespace {

constexpr int longestTag = 64;

}

QString normalizedTag(QStringView tag)
{
    QString normalized;
    for (const QChar c : foldText(tag.trimmed())) {
        const bool divides = c.isSpace() || c == u',' || c.category() == QChar::Other_Control;
        if (!divides)
            normalized += c;
        else if (!normalized.isEmpty() && !normalized.endsWith(u'-'))
            normalized += u'-';
        if (normalized.size() == longestTag)
            break;
    }
    // Half of a character outside of the basic plane would be no text any more.
    if (!normalized.isEmpty() && normalized.back().isHighSurrogate())
        normalized.chop(1);
    return normalized;
}

} // namespace deskhand
