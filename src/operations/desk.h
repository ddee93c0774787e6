// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/mail_report.h"
#include "operations/presence.h"
#include "operations/query.h"
#include "operations/report_answer.h"
#include "operations/sla_report.h"

#include <QFuture>
#include <QObject>

namespace deskhand {

/// Whether the door reaches its desk.
enum class DeskConnection {
    Online,
    Lost, ///< being made again; questions and commands fail with Offline until then
};

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
    /// Rows in the order of `ids`; ids that do not exist, or that `me` does not see, are left out.
    virtual QFuture<Result<QVector<TicketRow>>> rows(const QVector<TicketId> &ids, PersonId me) = 0;
    /// One number for each condition: exact, "at least", or -1 (needs the search index); operations/ticket_count.h.
    virtual QFuture<Result<QVector<qint64>>> counts(const QVector<Condition> &conditions, PersonId me, Instant now) = 0;
    virtual QFuture<Result<TicketDetail>> ticket(TicketId id, PersonId me) = 0;
    virtual QFuture<Result<TicketId>> ticketByNumber(const QString &number, PersonId me) = 0;
    virtual QFuture<Result<ThreadPage>> thread(const ThreadQuery &query) = 0;
    /// Newest first.
    virtual QFuture<Result<QVector<HistoryEntry>>> history(TicketId id, PersonId me, int limit) = 0;
    virtual QFuture<Result<SearchHits>> search(const SearchQuery &query) = 0;
    virtual QFuture<Result<QVector<Person>>> people(const PeopleQuery &query) = 0;
    virtual QFuture<Result<QVector<SavedView>>> views(PersonId me) = 0;
    /// Bytes of an attachment or a raw mail by its SHA-256 (32 raw bytes). NotFound also when it belongs only to
    /// tickets that `me` does not see; invalid: the desk itself asks.
    virtual QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId me = {}) = 0;
    /// Of tickets that `me` does not see there is only a TicketChanged without article, actor and command: who had it
    /// has to hear that it is gone.
    virtual QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit, PersonId me = {}) = 0;
    /// Who the door knows its user to be, by how they signed in; invalid: it does not know, the user says who they are.
    virtual QFuture<Result<PersonId>> signedIn() = 0;

    // Mail. What a person does not see of tickets they do not see here either; mailboxes are without secrets.
    virtual QFuture<Result<MailSetup>> mailSetup() = 0;
    virtual QFuture<Result<MailReport>> mailReport() = 0;
    /// Newest first; `ticket` valid: only what claims it.
    virtual QFuture<Result<QVector<HeldMail>>> heldMails(PersonId me, TicketId ticket) = 0;
    /// What is on its way or has failed in the last seven days, newest first.
    virtual QFuture<Result<QVector<MailDelivery>>> outbox(PersonId me) = 0;

    // SLA.
    virtual QFuture<Result<TicketSla>> ticketSla(TicketId id, PersonId me) = 0;
    /// Replays tickets in memory and changes nothing; the future's progress value and range tell how far it is.
    virtual QFuture<Result<SlaImpact>> slaImpact(const SlaImpactQuery &query) = 0;
    /// On their way, and the ten that ended last; newest first.
    virtual QFuture<Result<QVector<SlaTask>>> slaTasks() = 0;
    /// Newest first, those not seen before the others.
    virtual QFuture<Result<QVector<Notification>>> notifications(PersonId me, int limit) = 0;

    // Reports. Invalid: what reportProblems() says, by field. Denied: split by owner, which only admins, leads and
    // managers of queues may.
    virtual QFuture<Result<ReportAnswer>> report(const ReportQuery &query) = 0;
    virtual QFuture<Result<ReportShelf>> reportShelf(PersonId me) = 0;

    /// What the person at this client does now, in place of what was said before; nothing: they are nowhere. Kept alive
    /// until it is replaced or the door is closed. Never fails: presence is a courtesy.
    virtual void showPresence(PersonId me, const QVector<PresenceSign> &signs) = 0;

Q_SIGNALS:
    /// After commit, in feed order, in the object's thread; before the answer of the command is delivered.
    void changed(const QVector<deskhand::Change> &changes);
    /// States, priorities, queues, categories, agents, organizations or tags are no longer as catalog() said.
    void catalogChanged();
    /// All that other clients do now, after something of it has changed; by ticket.
    void presenceChanged(const QVector<deskhand::Presence> &others);
    /// The way to the desk has broken or is there again; a door that is open begins Online.
    void connectionChanged(deskhand::DeskConnection now);
};

} // namespace deskhand
