// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/sla_clock.h"
#include "operations/imports/import_table.h"

namespace deskhand {

/// What the names of a table are in the desk. Every name that a row has is in it, but for people who are no agents.
struct ImportIds {
    CatalogPtr catalog;
    QHash<quint32, StateId> states;
    QHash<quint32, PriorityId> priorities;
    QHash<quint32, QueueId> queues;
    QHash<quint32, CategoryId> categories;
    QHash<quint32, OrganizationId> organizations;
    QHash<quint32, PersonId> owners;
    StateId openingState;                       ///< of ImportMapping::openingState
    StateId newState, solvedState, closedState; ///< where the mapping says nothing
    PriorityId priority;
    QueueId queue;
};

/// An article of an imported ticket: without ids.
struct ImportedArticle {
    Article article;
    quint32 author = 0; ///< name, when it is not the requester; 0: the requester's, or nobody's
};

/// A ticket as it will be stored, but for ids. Articles are named by their place in `articles`, from 1: in history as
/// newValue of "article", in events as value.
struct ImportedTicket {
    TicketHead head;
    QVector<ImportedArticle> articles;
    QVector<HistoryEntry> history;
    QVector<SlaEvent> slaEvents;
    quint32 requester = 0, address = 0;              ///< names of whom it is from; head.requester is not set
    QVector<std::pair<quint32, quint32>> requesters; ///< by name and address: who were requesters later; the entries
                                                     ///< "requester" of history have their place, from 1, as newValue
};

/// The history of a case as the desk would have written it. Pure.
///
/// Each row is a version; its changes of fields are entries of history and events of clocks at the instant of the row,
/// but that the last solving and the last closing are at the instants that the file says of them. A row that changes
/// nothing is "touched". Nothing is promised: there is no policy, and no clock but what another desk has judged.
[[nodiscard]] ImportedTicket importedTicket(const ImportMapping &mapping, const ImportTable &table,
                                            const ImportCase &one, const ImportIds &ids);

} // namespace deskhand
