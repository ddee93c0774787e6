// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/article.h"
#include "domain/catalog.h"
#include "domain/saved_view.h"
#include "domain/sla_clock.h"
#include "domain/work_entry.h"

#include <QByteArray>
#include <QPair>
#include <QVector>

namespace deskhand {

/// A finished ticket with its thread, loaded without going through the pipeline. All ids inside are given by
/// the caller and must be consecutive: ticket ids, article ids and history order as they shall be.
struct BulkTicket {
    TicketHead head;               ///< id, number and everything else set; version = 1 + number of later changes
    QVector<Article> articles;     ///< ids, positions, authors set; ids rise over all tickets of one load
    QVector<HistoryEntry> history; ///< without id, hash is computed
    QVector<SlaEvent> slaEvents{}; ///< what its clocks are calculated from; empty: made of thread and history
    QVector<WorkEntry> work{};     ///< with ids, which rise likewise
    QVector<QByteArray> blobs; ///< bytes of the articles' attachments, in the order of the attachments of all articles
};

/// The fast way into an empty or grown desk: one writer, big transactions, the same tables, search index, history
/// chain and one feed entry (BulkLoaded) at the end. Used by demo desks, imports of other desks and benchmarks.
/// Not thread-safe: one thread calls it.
class BulkLoader
{
public:
    virtual ~BulkLoader() = default;
    virtual Result<void> begin() = 0;
    virtual Result<void> addPeople(const QVector<Person> &people) = 0; ///< with ids
    virtual Result<void> addOrganizations(const QVector<Organization> &organizations) = 0;
    virtual Result<void> addCatalog(const Catalog &catalog) = 0; ///< states, priorities, queues, categories, calendars,
                                                                 ///< policies (with ids); replaces the initial ones
    virtual Result<void> addViews(const QVector<SavedView> &views) = 0;
    virtual Result<void> addReadMarks(PersonId person, const QVector<QPair<TicketId, ArticleId>> &marks) = 0;
    virtual Result<void> addTickets(const QVector<BulkTicket> &tickets) = 0; ///< commits about every 20,000
    virtual Result<void> finish() = 0; ///< commits the rest, sets counters, merges the index, ANALYZE
};

} // namespace deskhand
