// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/query.h"

#include <QFuture>
#include <QObject>

namespace deskhand {

/// The one door to a desk: takes commands and queries, emits changes. LocalDesk (store) is one; the sync service's
/// clients are others, and nobody who holds a Desk can tell which.
///
/// Threading: call from the thread the object lives in; every method returns at once. Take answers with deliver()
/// (base/deliver.h). Cancelling a returned future stops a read that has not started or is still running; its answer is
/// then ErrorCode::Cancelled. Commands cannot be cancelled. Queries answer with Error codes Busy, Cancelled, NotFound,
/// Invalid, Corrupt, Internal.
class Desk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<CommandAnswer>> submit(const Command &command) = 0;

    virtual QFuture<Result<CatalogPtr>> catalog() = 0;
    virtual QFuture<Result<TicketList>> tickets(const TicketQuery &query) = 0;
    /// Rows in the order of `ids`; ids that do not exist are left out.
    virtual QFuture<Result<QVector<TicketRow>>> rows(const QVector<TicketId> &ids, PersonId me) = 0;
    /// One number for each condition; -1 where it needs the search index.
    virtual QFuture<Result<QVector<qint64>>> counts(const QVector<Condition> &conditions, PersonId me, Instant now) = 0;
    virtual QFuture<Result<TicketDetail>> ticket(TicketId id, PersonId me) = 0;
    virtual QFuture<Result<TicketId>> ticketByNumber(const QString &number) = 0;
    virtual QFuture<Result<ThreadPage>> thread(const ThreadQuery &query) = 0;
    /// Newest first.
    virtual QFuture<Result<QVector<HistoryEntry>>> history(TicketId id, int limit) = 0;
    virtual QFuture<Result<SearchHits>> search(const SearchQuery &query) = 0;
    virtual QFuture<Result<QVector<Person>>> people(const PeopleQuery &query) = 0;
    virtual QFuture<Result<QVector<SavedView>>> views(PersonId me) = 0;
    /// Bytes of an attachment or a raw mail by its SHA-256 (32 raw bytes).
    virtual QFuture<Result<QByteArray>> blob(const QByteArray &sha256) = 0;
    virtual QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit) = 0;

Q_SIGNALS:
    /// After commit, in feed order, in the object's thread; before the answer of the command is delivered.
    void changed(const QVector<deskhand::Change> &changes);
    /// States, priorities, queues, categories, agents, organizations or tags are no longer as catalog() said.
    void catalogChanged();
};

} // namespace deskhand
