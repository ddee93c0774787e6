// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace deskhand {

/// One thing that has to be found. All words are folded.
struct SearchPart {
    enum class Kind {
        Word,    ///< one word: found whole, as beginning and inside of words
        Phrase,  ///< words next to each other; also what is written without blanks, sign by sign
        Address, ///< a mail address or a part of one with its @: found inside of whole addresses
    };

    Kind kind = Kind::Word;
    QStringList words;
    bool openEnded = false; ///< Phrase: the last word may be the beginning of a longer one
    QString typed;          ///< folded as it was typed: for ticket numbers and addresses

    bool operator==(const SearchPart &) const = default;
};

/// Cuts what a person typed: blanks separate, quotes of any kind hold a phrase together, an unclosed quote is a phrase
/// still being typed. What has neither letters nor digits is left out. At most 16 parts.
[[nodiscard]] QVector<SearchPart> parseSearchText(QStringView text);

/// Whether a folded word of a text is one that `part` asks for (of a phrase: its first word). For finding the place to
/// show, not for deciding what is a hit.
[[nodiscard]] bool asksForWord(const SearchPart &part, QStringView foldedWord);

} // namespace deskhand
