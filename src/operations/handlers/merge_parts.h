// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"

namespace deskhand {

// What merging, unmerging and splitting have in common.

/// Conflict with payload "mergedInto" (a decimal: where it is shown) when the ticket is a stub, which takes no change.
[[nodiscard]] Result<void> checkNotMerged(CommandRun &run, const TicketHead &head);

/// Conflict with payload "ticket" (a decimal) when another version was looked at, and "mergedInto" when it was merged
/// meanwhile; 0 is any.
[[nodiscard]] Result<void> checkVersion(CommandRun &run, const TicketHead &head, qint64 lookedAt);

/// storeTicket(), also when nothing differs but what history says. Leaves the change in the feed.
[[nodiscard]] Result<void> storeVersion(CommandRun &run, const TicketHead &before, TicketHead *after,
                                        const FieldReasons &reasons);

/// An entry of the version that storeVersion() will make of `before`.
[[nodiscard]] HistoryEntry mergeEntry(const CommandRun &run, const QString &what, const TicketHead &before,
                                      const QString &why);

/// Of the articles that were somebody's newest: whether the ticket said that it was the customer's word. Mere thanks
/// and automatic answers are not, so that the article alone does not tell.
using KnownSpeakers = QHash<ArticleId, bool>;

/// The counters of a thread, and its newest article.
void countThread(const QVector<ThreadEntry> &entries, const KnownSpeakers &known, TicketHead *head);

/// When the newest public article was written; 0: there is none.
[[nodiscard]] Instant newestContact(const QVector<ThreadEntry> &entries, Instant now);

/// What the clocks were told of some articles, in order.
[[nodiscard]] Result<QVector<SlaEvent>> eventsOfArticles(CommandRun &run, TicketId ticket,
                                                         const QVector<ArticleId> &articles);

/// By time, then by article.
void sortBySaying(QVector<SlaEvent> *events);

} // namespace deskhand
