// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_query.h"

#include "base/text_folding.h"

namespace deskhand {
namespace {

constexpr qsizetype mostParts = 16;
constexpr qsizetype mostWordsInPhrase = 32;
constexpr qsizetype shortestInside = 3; // as the trigram index

bool isQuote(QChar c)
{
    switch (c.unicode()) {
    case u'"':
    case u'\u201c':
    case u'\u201d':
    case u'\u201e':
    case u'\u00ab':
    case u'\u00bb': return true;
    default: return false;
    }
}

SearchPart phraseOf(QStringView text, bool openEnded)
{
    SearchPart part;
    part.kind = SearchPart::Kind::Phrase;
    part.words = foldedWords(text).mid(0, mostWordsInPhrase);
    part.openEnded = openEnded;
    part.typed = foldText(text).trimmed();
    return part;
}

SearchPart chunkOf(QStringView text)
{
    SearchPart part = phraseOf(text, true);
    const qsizetype at = part.typed.indexOf(u'@');
    if (at > 0 && part.typed[at - 1].isLetterOrNumber() && !part.typed.contains(u' '))
        part.kind = SearchPart::Kind::Address;
    else if (part.words.size() == 1)
        part.kind = SearchPart::Kind::Word;
    return part;
}

} // namespace

QVector<SearchPart> parseSearchText(QStringView text)
{
    QVector<SearchPart> parts;
    const auto add = [&parts](SearchPart part) {
        if (!part.words.isEmpty() && parts.size() < mostParts && !parts.contains(part))
            parts.append(std::move(part));
    };
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        const bool quoted = isQuote(text[i]);
        const qsizetype start = quoted ? i + 1 : i;
        qsizetype end = start;
        while (end < text.size() && !isQuote(text[end]) && (quoted || !text[end].isSpace()))
            ++end;
        const bool closed = end < text.size() && isQuote(text[end]);
        add(quoted ? phraseOf(text.mid(start, end - start), !closed) : chunkOf(text.mid(start, end - start)));
        i = quoted && closed ? end + 1 : end;
    }
    return parts;
}

bool asksForWord(const SearchPart &part, QStringView foldedWord)
{
    const QString &wanted = part.words.first();
    if (part.kind == SearchPart::Kind::Word)
        return wanted.size() < shortestInside ? foldedWord.startsWith(wanted) : foldedWord.contains(wanted);
    return part.words.size() == 1 && part.openEnded ? foldedWord.startsWith(wanted) : foldedWord == wanted;
}

} // namespace deskhand
