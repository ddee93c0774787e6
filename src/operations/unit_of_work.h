// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/query.h"

#include <optional>

namespace deskhand {

/// A mail that was accepted, by where it came from and what it was.
struct InboundMail {
    QString source;
    QByteArray sha256; ///< of the raw mail
    Instant receivedAt = 0;
    TicketId ticket;
    ArticleId article;
    QString problem; ///< why it could not be understood; empty: all well
};

/// What the pipeline needs of a store: looks and changes inside one transaction that somebody else begins and commits.
/// Used by one thread. After an error the transaction must be rolled back.
class UnitOfWork
{
public:
    virtual ~UnitOfWork() = default;

    // Looking. NotFound where a thing with that id must exist.
    virtual Result<std::optional<CommandAnswer>> answerOf(const CommandId &command) = 0; ///< none: not run yet
    virtual Result<CatalogPtr> catalog() = 0; ///< with what this transaction has changed
    virtual Result<TicketHead> ticket(TicketId id) = 0;
    virtual Result<Person> person(PersonId id) = 0;
    /// By folded address; without an address by the folded name of somebody who has none either. Invalid id: nobody.
    virtual Result<PersonId> findPerson(const MailAddress &address) = 0;
    virtual Result<SavedView> view(SavedViewId id) = 0;
    virtual Result<ArticleId> readUpTo(PersonId person, TicketId ticket) = 0; ///< invalid: nothing read
    /// Articles of the ticket that are newer than `after`, are not by `author` and not by the system; oldest first.
    virtual Result<QVector<ArticleId>> articlesOfOthers(TicketId ticket, ArticleId after, PersonId author) = 0;
    virtual Result<QVector<HistoryEntry>> fieldChangesSince(TicketId ticket, qint64 version,
                                                            TicketField field) = 0; ///< oldest first

    // Mail. Invalid id: no ticket has an article with, or answering, any of these Message-IDs; earlier ids win.
    virtual Result<TicketId> ticketOfMessage(const QStringList &messageIds) = 0;
    virtual Result<std::optional<InboundMail>> inboundMail(const QString &source, const QByteArray &sha256) = 0;
    virtual Result<void> recordInboundMail(const InboundMail &mail) = 0; ///< its raw bytes are stored already

    // Tickets. Ids are given by the store.
    virtual Result<qint64> nextTicketCounter() = 0;                    ///< never given out twice
    virtual Result<TicketId> insertTicket(const TicketHead &head) = 0; ///< what says something of its thread is 0 then
    /// Writes what differs. Conflict when the stored version is not that of `before`.
    virtual Result<void> updateTicket(const TicketHead &before, const TicketHead &after) = 0;
    /// Stores the article with its attachments, their bytes and the raw mail, and indexes it; `article.ticket`,
    /// `position` and `author` are set. Returns it with its ids, hashes and sizes. Attachments are taken from
    /// `content`.
    virtual Result<Article> insertArticle(const Article &article, const NewArticle &content) = 0;
    virtual Result<void> indexTicket(const TicketHead &head) = 0; ///< makes a ticket without articles findable
    virtual Result<void> setReadMark(PersonId person, TicketId ticket, ArticleId upTo) = 0; ///< invalid: unread

    // Everything else. An invalid id stores a new thing; returns the id.
    virtual Result<PersonId> savePerson(const Person &person) = 0;
    virtual Result<OrganizationId> saveOrganization(const Organization &organization) = 0;
    virtual Result<QueueId> saveQueue(const Queue &queue) = 0;
    virtual Result<CategoryId> saveCategory(const Category &category) = 0;
    virtual Result<StateId> saveState(const State &state) = 0;
    virtual Result<PriorityId> savePriority(const Priority &priority) = 0;
    virtual Result<SavedViewId> saveView(const SavedView &view) = 0;
    virtual Result<void> deleteView(SavedViewId id) = 0;
    virtual Result<void> saveDeskSettings(const QString &deskName, const QString &numberFormat) = 0;
    /// The catalogue is no longer as it was; call once after changing it.
    virtual Result<void> raiseCatalogVersion() = 0;

    // What every command leaves behind.
    virtual Result<void> appendHistory(QVector<HistoryEntry> entries) = 0;     ///< gives ids and hashes
    virtual Result<qint64> appendChange(const Change &change, Instant at) = 0; ///< returns its place in the feed
    virtual Result<void> remember(const Command &command, const CommandAnswer &answer, Instant at) = 0;
};

} // namespace deskhand
