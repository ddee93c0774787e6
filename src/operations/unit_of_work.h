// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/mail_report.h"
#include "operations/query.h"
#include "operations/report_answer.h"
#include "operations/sla_report.h"

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

/// A rendered mail on its way into the outbox. One row for each recipient.
struct OutboundMail {
    MailDelivery delivery; ///< id invalid; all recipients Queued
    QString envelopeFrom;
    QByteArray bytes;    ///< final
    StateId stateBefore; ///< of its ticket, when the same command set another; what UndoSend goes back to
    StateId stateAfter;
    Instant pendingBefore = 0;
};

/// How many mails there were, in sliding windows that end now.
struct MailCounts {
    int lastHour = 0;
    int lastDay = 0;
};

/// A held mail as the pipeline keeps it: with the command that waits.
struct HeldMailContent {
    HeldMail mail;
    AcceptMail accept; ///< read again without raw bytes and attachments' bytes: they come from the raw mail
    bool decided = false;
};

/// A ticket with all that its clocks are calculated and its policy is chosen from.
struct SlaSubject {
    TicketRow row; ///< without snippet; `unread` is nobody's
    TicketSla sla;
};

/// What is written of a ticket's clocks. Writes only what differs; never raises the ticket's version.
struct SlaResult {
    TicketId ticket;
    QVector<SlaEvent> newEvents; ///< appended behind those that are there
    QVector<SlaClock> clocks;    ///< all; stored reasons are kept, cycles that are no more are removed
    SlaSummary summary;
};

/// A ticket that was merged into another, with what it and its target were then.
struct TicketMerge {
    qint64 id = 0;
    TicketId source;
    TicketId target;
    Instant at = 0;
    PersonId by;
    QString why;
    bool keepsRequester = true;
    QStringList tagsGiven; ///< tags of the source that the target has not of itself
    TicketHead was;        ///< of the source: state and its times, pendingUntil, owner, what it says of its thread
    // Of the target without what is merged into it: its last contact, and who wrote the article that was its newest.
    Instant targetContactAt = 0;
    ArticleId targetLast;
    bool targetLastFromCustomer = false;
};

/// An article as far as merging and splitting look at it.
struct ThreadEntry {
    ArticleId id;
    TicketId origin; ///< never invalid: to which it belongs
    Visibility visibility = Visibility::Public;
    SenderRole senderRole = SenderRole::Customer;
    PersonId author;
    Channel channel = Channel::Email;
    Instant createdAt = 0;
    int attachments = 0; ///< inline pictures not counted
    bool withdrawn = false;
    bool isCopy = false;
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

    /// The raw mail or attachment. Errors: NotFound.
    virtual Result<QByteArray> blob(const QByteArray &sha256) = 0;
    /// What somebody has uploaded and not used yet. Errors: NotFound, Invalid (more than `largest` bytes).
    virtual Result<QByteArray> upload(PersonId person, const QByteArray &sha256, Instant now, qint64 largest) = 0;
    virtual Result<void> dropUpload(PersonId person, const QByteArray &sha256) = 0;
    virtual Result<Article> article(ArticleId id) = 0;                               ///< with attachments
    virtual Result<QVector<Article>> newestArticles(TicketId ticket, int limit) = 0; ///< newest first, not withdrawn
    /// The ticket of a number, by lower(); invalid: none. Merged tickets give themselves.
    virtual Result<TicketId> ticketOfNumber(const QString &number) = 0;
    /// Whether a folded address has a part in a ticket: its requester's, of a sender or recipient of a public article,
    /// or one that somebody let in (addParticipant).
    virtual Result<bool> isParticipant(TicketId ticket, const QString &foldedAddress) = 0;
    virtual Result<void> addParticipant(TicketId ticket, const QString &foldedAddress) = 0;
    /// Whether a person of the desk has ever mailed a folded address.
    virtual Result<bool> hasBeenAnswered(const QString &foldedAddress) = 0;
    virtual Result<MailCounts> ticketsOpenedBy(const QString &foldedAddress, Instant now) = 0; ///< by mail
    // Automatic mail, for the limits.
    virtual Result<void> recordAutomatic(const QString &foldedAddress, TicketId ticket, Instant at) = 0;
    virtual Result<MailCounts> automaticTo(const QString &foldedAddress, Instant now) = 0;
    virtual Result<MailCounts> automaticOf(TicketId ticket, Instant now) = 0;
    virtual Result<MailCounts> automaticOfDesk(Instant now) = 0;
    // Outbox.
    virtual Result<OutboundMailId> insertOutbound(const OutboundMail &mail) = 0;
    virtual Result<OutboundMail> outbound(OutboundMailId id) = 0; ///< without bytes
    /// By one of these Message-IDs; invalid: it was not ours.
    virtual Result<OutboundMailId> outboundOfMessage(const QStringList &messageIds) = 0;
    /// By the token of an envelope sender (see domain/message_id.h); invalid: it was not ours.
    virtual Result<OutboundMailId> outboundOfToken(const QString &token) = 0;
    /// Writes state, release time and recipients.
    virtual Result<void> updateOutbound(const MailDelivery &delivery) = 0;
    /// The newest mail of a ticket that an article of an agent made, for TicketHead::delivery; None without one.
    virtual Result<DeliveryState> deliveryOf(TicketId ticket) = 0;
    /// TicketHead::delivery alone; never raises the ticket's version.
    virtual Result<void> setDelivery(TicketId ticket, DeliveryState state) = 0;
    /// Also out of the search index. In the same transaction history says "withdrawn" (oldValue: the article's id),
    /// which people with a login of their own are held to.
    virtual Result<void> withdrawArticle(ArticleId id, Instant at) = 0;
    // Held mail, and what became of an arrival.
    virtual Result<HeldMailId> insertHeld(const HeldMailContent &held) = 0;
    virtual Result<HeldMailContent> held(HeldMailId id) = 0;
    virtual Result<void> decideHeld(HeldMailId id, HeldDecision decision, TicketId ticket, PersonId by, Instant at) = 0;
    virtual Result<void> settleArrival(MailArrivalId id, MailOutcome outcome, const QString &reason, TicketId ticket,
                                       ArticleId article) = 0;
    virtual Result<MailArrivalId> arrivalOfHeld(HeldMailId id) = 0;
    // Setting mail up. History says "saved-mailbox", "saved-mail-text" (also when it is deleted) or
    // "saved-mail-settings".
    virtual Result<MailboxId> saveMailbox(const Mailbox &mailbox) = 0;
    virtual Result<void> saveMailboxSecret(MailboxId mailbox, MailSecret secret, const QByteArray &sealed) = 0;
    virtual Result<MailTextId> saveMailText(const MailText &text) = 0;
    virtual Result<void> deleteMailText(MailTextId id) = 0;
    virtual Result<void> saveMailSettings(const MailSettings &settings) = 0;
    virtual Result<void> linkFollowUp(TicketId follower, TicketId followed) = 0; ///< "follows up", see ticket_link
    /// 32 bytes that sign what this desk sends (domain/message_id.h); made by the first who asks.
    virtual Result<QByteArray> mailSigningKey() = 0;

    // SLA.
    virtual Result<SlaSubject> slaSubject(TicketId ticket) = 0;
    virtual Result<void> storeSla(const SlaResult &result) = 0;
    /// The next tickets behind a task's cursor, by id: every unresolved one, or every one when its scope is All. Which
    /// of them its policy or calendar concerns says replanned() (sla_replanning.h).
    virtual Result<QVector<SlaSubject>> slaSubjectsOfTask(const SlaTask &task, int limit) = 0;
    virtual Result<void> storeSlaResults(const QVector<SlaResult> &results) = 0; ///< storeSla of many, faster
    /// False: it had fired already, and nothing is written.
    virtual Result<bool> recordFired(TicketId ticket, const SlaFired &fired) = 0;
    virtual Result<void> setBreachReason(TicketId ticket, SlaTargetKind target, int cycle, const QString &reason) = 0;
    /// Stores the next version (the id, when invalid, and version and versionId are given by the store). `version`
    /// equal to that of the stored one: it stays the newest, and only its name and whether it is active are written.
    virtual Result<BusinessCalendar> saveCalendar(const BusinessCalendar &calendar, Instant at) = 0;
    virtual Result<SlaPolicy> saveSlaPolicy(const SlaPolicy &policy, Instant at) = 0;
    virtual Result<void>
    orderSlaPolicies(const QVector<SlaPolicyId> &order) = 0;          ///< positions 1, 2, 3 …; no new version
    virtual Result<SlaTaskId> insertSlaTask(const SlaTask &task) = 0; ///< counts its `total` itself
    virtual Result<SlaTask> slaTask(SlaTaskId id) = 0;
    virtual Result<void> updateSlaTask(const SlaTask &task) = 0;
    virtual Result<void> insertNotifications(const QVector<Notification> &notifications) = 0;
    virtual Result<void> seeNotifications(PersonId person, const QVector<NotificationId> &ids, Instant at) = 0;

    // Reports. saveReportItem() gives the next version and keeps the old one; the id when it is invalid.
    virtual Result<ReportItem> reportItem(ReportItemId id) = 0;
    virtual Result<ReportItemId> saveReportItem(const ReportItem &item, Instant at) = 0;
    virtual Result<void> deleteReportItem(ReportItemId id) = 0;
    /// Its id; 0: it was there, and nothing is written.
    virtual Result<qint64> recordReportSending(const ReportSending &sending) = 0;
    virtual Result<void> mailReportSending(qint64 sending, OutboundMailId mail) = 0;
    virtual Result<void> noteReportSending(qint64 sending, DeliveryState state, const QString &problem) = 0;
    /// What became of the mail of a sending.
    virtual Result<void> noteReportDelivery(OutboundMailId mail, DeliveryState state, const QString &problem) = 0;

    // Merging and splitting. Where a ticket is shown: itself, or the end of the chain that it was merged into.
    virtual Result<TicketId> rootOf(TicketId ticket) = 0;
    virtual Result<std::optional<TicketMerge>> mergeOf(TicketId source) = 0; ///< that is in force
    virtual Result<QVector<TicketMerge>> mergesInto(TicketId target) = 0;    ///< directly, in force, oldest first
    virtual Result<QVector<ThreadEntry>> threadEntries(TicketId ticket) = 0; ///< by id, also withdrawn ones
    /// What the source shows is shown in the target, a root, from now on: articles with their mail, places in the
    /// thread and in the index, and what people have read. Heads are the caller's. Gives the id.
    virtual Result<qint64> beginMerge(const TicketMerge &merge) = 0;
    /// The source shows its articles itself again, and those of the tickets that were merged into it.
    virtual Result<void> endMerge(const TicketMerge &merge, Instant at, PersonId by) = 0;
    /// Writes `was` of a merge that is in force: what it will be set back to has changed.
    virtual Result<void> amendMerge(const TicketMerge &merge) = 0;
    /// Articles shown in one root belong to another ticket from now on, and are shown where that is.
    virtual Result<void> takeArticles(const QVector<ArticleId> &articles, TicketId from, TicketId to) = 0;
    /// The same article once more, without its Message-ID; its attachments are the same bytes.
    virtual Result<ArticleId> copyArticle(ArticleId article, TicketId to) = 0;
    virtual Result<void> linkSplit(TicketId splitOff, TicketId from) = 0;

    // Work. A removed entry stays there.
    virtual Result<WorkEntryId> insertWork(const WorkEntry &entry) = 0;
    virtual Result<WorkEntry> workEntry(WorkEntryId id) = 0;
    virtual Result<void> removeWork(WorkEntryId id, Instant at, PersonId by) = 0;

    // Tickets. Ids are given by the store.
    virtual Result<qint64> nextTicketCounter() = 0;                    ///< never given out twice
    virtual Result<TicketId> insertTicket(const TicketHead &head) = 0; ///< what says something of its thread is 0 then
    /// Writes what differs. Conflict when the stored version is not that of `before`.
    virtual Result<void> updateTicket(const TicketHead &before, const TicketHead &after) = 0;
    /// Stores the article with its attachments, their bytes and the raw mail, and indexes it; `article.ticket` and
    /// `author` are set. Returns it with its ids, hashes, sizes and its position: behind all that ever were in the
    /// thread. Attachments are taken from `content`.
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
