// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_excerpt.h"

#include "base/text_folding.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype longestLookedAt = 100'000;
constexpr qsizetype charactersBefore = 40;
constexpr qsizetype longestExcerpt = 160;

/// Offset of the part's first hit inside a run of text without blanks; -1: none.
qsizetype hitInRun(QStringView run, const SearchPart &part)
{
    const QString folded = foldText(run);
    if (part.kind == SearchPart::Kind::Address)
        return std::min<qsizetype>(folded.indexOf(part.typed), run.size() - 1);
    const QStringList words = foldedWords(folded);
    qsizetype from = 0;
    for (const QString &word : words) {
        const qsizetype start = folded.indexOf(word, from);
        if (asksForWord(part, word)) {
            // Folding keeps the length of nearly every text; where it does not, the start of the run is near enough.
            return start >= 0 && start < run.size() ? start : 0;
        }
        from = start < 0 ? from : start + word.size();
    }
    return -1;
}

} // namespace

qsizetype findSearchHit(QStringView text, const QVector<SearchPart> &parts)
{
    const QStringView looked = text.left(longestLookedAt);
    for (qsizetype start = 0; start < looked.size();) {
        if (looked[start].isSpace()) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < looked.size() && !looked[end].isSpace())
            ++end;
        for (const SearchPart &part : parts) {
            const qsizetype hit = hitInRun(looked.mid(start, end - start), part);
            if (hit >= 0)
                return start + hit;
        }
        start = end;
    }
    return -1;
}

QString excerptAround(QStringView text, qsizetype position)
{
    qsizetype start = std::max<qsizetype>(0, std::min(position, text.size()) - charactersBefore);
    if (start > 0) {
        // From the next beginning of a word, when there is one before the hit.
        const qsizetype blank = text.mid(start, position - start).indexOf(u' ');
        if (blank >= 0)
            start += blank + 1;
        if (start < text.size() && text[start].isLowSurrogate())
            ++start;
    }
    qsizetype end = std::min(text.size(), start + longestExcerpt);
    if (end < text.size() && text[end - 1].isHighSurrogate())
        --end;
    QString excerpt = text.mid(start, end - start).toString().simplified();
    if (start > 0)
        excerpt.prepend(u'…');
    if (end < text.size())
        excerpt.append(u'…');
    return excerpt;
}

} // namespace deskhand
