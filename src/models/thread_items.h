// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/delivery.h"

#include <QHash>
#include <QVector>

#include <optional>

namespace deskhand {

/// One row of the thread as it is shown.
struct ThreadItem {
    enum class Kind {
        Earlier, ///< `earlier` older articles are not loaded
        NewMark, ///< everything below is new to the reader
        Article,
        Events, ///< history entries of one actor and reason, by id
    };
    Kind kind = Kind::Article;
    int earlier = 0;
    Article article;
    std::optional<MailDelivery> delivery; ///< of the article's mail
    QString origin; ///< number of the merged ticket that the article belongs to; empty: to the one that is shown
    QVector<HistoryEntry> events;

    /// The same row before and after a refresh.
    [[nodiscard]] bool isSameRow(const ThreadItem &other) const;
    [[nodiscard]] bool isSameContent(const ThreadItem &other) const;
};

/// What is known of a thread.
struct ThreadState {
    QVector<Article> articles;     ///< by position
    QVector<HistoryEntry> history; ///< by id
    QHash<ArticleId, MailDelivery> deliveries;
    QHash<TicketId, QString> origins; ///< numbers of tickets that are merged into this one
    int earlier = 0;
    ArticleId readUpTo;   ///< when the ticket was opened; invalid: nothing read or all of it new
    PersonId me;          ///< own articles are never "new"
    bool markNew = false; ///< whether a NewMark is shown at all
};

/// Puts articles and events in the order in which they happened. The order of articles is their position; an event
/// stands after the article whose own history entry precedes it, and where that entry is not known (imported threads)
/// after the last article that is not younger than it.
[[nodiscard]] QVector<ThreadItem> arrangeThread(const ThreadState &state);

} // namespace deskhand
