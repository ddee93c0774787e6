// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/search_vocabulary.h"
#include "store/search_words.h"

namespace deskhand {

class Connection;

/// The writing half of full text search. Part of the transaction that changes the ticket: nothing is searchable that
/// was not committed. One for each writing connection, used in its thread. Errors of all: of the store.
///
/// A ticket without articles is in the index as one row of its own (position 0); from the first article on each
/// article's row carries the words of the ticket's head.
class SearchIndex
{
public:
    explicit SearchIndex(Connection &connection)
        : m_connection(connection)
    {
    }

    /// A ticket opened without an article.
    Result<void> addTicket(const SearchHead &head);
    /// An article that was stored; its position is set. For the only one the ticket's own row goes.
    Result<void> addArticle(const SearchHead &head, const Article &article, bool isOnlyOne);
    /// An article that was withdrawn. When there is no other the ticket gets a row of its own again.
    Result<void> removeArticle(const SearchHead &head, const Article &article, bool wasOnlyOne);
    /// Subject, number or requester of a ticket were changed: all its rows are made anew.
    Result<void> changeHead(const SearchHead &before, const SearchHead &after);
    /// A person's name or address was changed: all their tickets are made anew.
    Result<void> changePerson(PersonId requester, const QString &nameBefore, const QString &addressBefore);
    /// All rows of a ticket as it is stored now; a merged one has none, its articles' are its target's. What was merged
    /// is found by the numbers and subjects of both.
    [[nodiscard]] Result<QVector<SearchRow>> rowsOf(TicketId ticket);
    /// The same while it is being merged or parted, for who knows whether it will be a stub.
    [[nodiscard]] Result<QVector<SearchRow>> rowsOf(TicketId ticket, bool isStub);
    /// Rows that are different now.
    Result<void> exchange(const QVector<SearchRow> &before, const QVector<SearchRow> &after);
    /// The head of a ticket as it is stored now. NotFound when there is none.
    [[nodiscard]] Result<SearchHead> headOf(TicketId ticket);

    /// To be called at the end of the transaction, one or the other.
    void committed() { m_vocabulary.committed(); }
    void rolledBack() { m_vocabulary.rolledBack(); }

private:
    enum class Kind { Insertion, Deletion };

    Result<void> write(Kind kind, const SearchRow &row);
    Result<void> add(const SearchRow &row);
    Result<void> replace(const SearchRow &before, const SearchRow &after);
    Result<bool> hasRow(qint64 rowId);
    /// An article with the head of which its row has the words.
    struct Indexed {
        Article article;
        QString originNumber; ///< of the ticket that it belongs to, when that is merged into the one that shows it
        QString originSubject;
        [[nodiscard]] SearchHead under(const SearchHead &head) const;
    };
    Result<QVector<Indexed>> articlesOf(TicketId ticket);

    Connection &m_connection;
    SearchVocabulary m_vocabulary;
};

} // namespace deskhand
