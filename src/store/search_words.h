// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/article.h"

#include <QString>

namespace deskhand {

/// One row of the search index: an article together with the words of its ticket's head, so that words of the
/// subject and of the article are found together. Every column is folded, cut into words and joined by single blanks.
/// The index is contentless: to delete a row the very same words have to be given again, so making them must stay
/// deterministic (searchWordsVersion says which way they were made).
struct SearchRow {
    qint64 rowId = 0;
    QString subject;
    QString body;
    QString people; ///< requester and the article's sender: names, addresses in words and whole addresses
    QString files;  ///< names of the attachments
    QString number;

    bool operator==(const SearchRow &) const = default;
};

/// What of the ticket's head is repeated in each of its rows.
struct SearchHead {
    TicketId ticket;
    QString number;
    QString subject;
    QString requesterName;
    QString requesterAddress;

    bool operator==(const SearchHead &) const = default;
};

/// Raised when the words of a text come out differently than before; a desk indexed another way is indexed anew.
constexpr int searchWordsVersion = 1;

/// Newest ticket first, then newest article, is descending row id: no sort and no join is needed.
constexpr int searchPositionBits = 20;
[[nodiscard]] constexpr qint64 searchRowId(TicketId ticket, int position) noexcept
{
    return (ticket.value << searchPositionBits) | position;
}
[[nodiscard]] constexpr TicketId ticketOfSearchRow(qint64 rowId) noexcept
{
    return TicketId{rowId >> searchPositionBits};
}
[[nodiscard]] constexpr int positionOfSearchRow(qint64 rowId) noexcept
{
    return int(rowId & ((qint64(1) << searchPositionBits) - 1));
}

/// foldedWords() joined by blanks, followed by the whole mail addresses in the text as one word each.
/// Only the first 200,000 characters count.
[[nodiscard]] QString searchWords(QStringView text);

/// The head for the row of an article that belongs to another ticket, which was merged into this one.
[[nodiscard]] SearchHead searchHeadWith(const SearchHead &head, const QString &originNumber,
                                        const QString &originSubject);

/// The row of an article. Position 0 stands for a ticket without articles: see searchRowOf(head).
[[nodiscard]] SearchRow searchRowOf(const SearchHead &head, const Article &article);
/// The row that stands for a ticket while it has no article.
[[nodiscard]] SearchRow searchRowOf(const SearchHead &head);
/// The same as searchRowOf(head, article) for who makes many rows of a ticket; `ofHead` is searchRowOf(head).
[[nodiscard]] SearchRow searchRowOf(const SearchRow &ofHead, const SearchHead &head, const Article &article);

} // namespace deskhand
