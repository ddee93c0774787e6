// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/unit_of_work.h"
#include "store/catalog_cache.h"
#include "store/history_writing.h"
#include "store/read_ahead.h"
#include "store/search_index.h"
#include "store/sla_reading.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <QHash>

namespace deskhand {

class Connection;

/// UnitOfWork as one write transaction of a connection. Rolled back when it goes away without commit().
/// `index` belongs to the same connection; `cache` may be shared with other threads.
class SqlUnitOfWork : public UnitOfWork
{
public:
    SqlUnitOfWork(Connection &connection, CatalogCache &cache, SearchIndex &index);
    ~SqlUnitOfWork() override;

    /// Errors: Busy.
    Result<void> begin();
    /// Until the end of the transaction nobody else changes the catalogue, so that what is checked against it stays so.
    /// Before anything is read. Errors: Busy.
    Result<void> lockCatalog();
    /// Asks a server for what several commands will want to know, of tickets that nobody else changes from then on.
    Result<void> lookAhead(const QVector<CommandId> &commands, const QVector<TicketId> &tickets);
    /// What was kept for one command, which has made `changes`, is read anew for the next one of the same transaction.
    void nextCommand(const QVector<Change> &changes);
    /// Returns after everything is durable.
    Result<void> commit();

    Result<std::optional<CommandAnswer>> answerOf(const CommandId &command) override;
    Result<CatalogPtr> catalog() override;
    Result<TicketHead> ticket(TicketId id) override;
    Result<Person> person(PersonId id) override;
    Result<PersonId> findPerson(const MailAddress &address) override;
    Result<SavedView> view(SavedViewId id) override;
    Result<ArticleId> readUpTo(PersonId person, TicketId ticket) override;
    Result<QVector<ArticleId>> articlesOfOthers(TicketId ticket, ArticleId after, PersonId author) override;
    Result<QVector<HistoryEntry>> fieldChangesSince(TicketId ticket, qint64 version, TicketField field) override;

    Result<TicketId> ticketOfMessage(const QStringList &messageIds) override;
    Result<std::optional<InboundMail>> inboundMail(const QString &source, const QByteArray &sha256) override;
    Result<void> recordInboundMail(const InboundMail &mail) override;

    Result<QByteArray> blob(const QByteArray &sha256) override;
    Result<QByteArray> upload(PersonId person, const QByteArray &sha256, Instant now, qint64 largest) override;
    Result<void> dropUpload(PersonId person, const QByteArray &sha256) override;
    Result<Article> article(ArticleId id) override;
    Result<QVector<Article>> newestArticles(TicketId ticket, int limit) override;
    Result<TicketId> ticketOfNumber(const QString &number) override;
    Result<bool> isParticipant(TicketId ticket, const QString &foldedAddress) override;
    Result<void> addParticipant(TicketId ticket, const QString &foldedAddress) override;
    Result<bool> hasBeenAnswered(const QString &foldedAddress) override;
    Result<MailCounts> ticketsOpenedBy(const QString &foldedAddress, Instant now) override;
    Result<void> recordAutomatic(const QString &foldedAddress, TicketId ticket, Instant at) override;
    Result<MailCounts> automaticTo(const QString &foldedAddress, Instant now) override;
    Result<MailCounts> automaticOf(TicketId ticket, Instant now) override;
    Result<MailCounts> automaticOfDesk(Instant now) override;
    Result<OutboundMailId> insertOutbound(const OutboundMail &mail) override;
    Result<OutboundMail> outbound(OutboundMailId id) override;
    Result<OutboundMailId> outboundOfMessage(const QStringList &messageIds) override;
    Result<OutboundMailId> outboundOfToken(const QString &token) override;
    Result<void> updateOutbound(const MailDelivery &delivery) override;
    Result<DeliveryState> deliveryOf(TicketId ticket) override;
    Result<void> setDelivery(TicketId ticket, DeliveryState state) override;
    Result<void> withdrawArticle(ArticleId id, Instant at) override;
    Result<HeldMailId> insertHeld(const HeldMailContent &held) override;
    Result<HeldMailContent> held(HeldMailId id) override;
    Result<void> decideHeld(HeldMailId id, HeldDecision decision, TicketId ticket, PersonId by, Instant at) override;
    Result<void> settleArrival(MailArrivalId id, MailOutcome outcome, const QString &reason, TicketId ticket,
                               ArticleId article) override;
    Result<MailArrivalId> arrivalOfHeld(HeldMailId id) override;
    Result<MailboxId> saveMailbox(const Mailbox &mailbox) override;
    Result<void> saveMailboxSecret(MailboxId mailbox, MailSecret secret, const QByteArray &sealed) override;
    Result<MailTextId> saveMailText(const MailText &text) override;
    Result<void> deleteMailText(MailTextId id) override;
    Result<void> saveMailSettings(const MailSettings &settings) override;
    Result<void> linkFollowUp(TicketId follower, TicketId followed) override;
    Result<QByteArray> mailSigningKey() override;

    Result<SlaSubject> slaSubject(TicketId ticket) override;
    Result<void> storeSla(const SlaResult &result) override;
    Result<QVector<SlaSubject>> slaSubjectsOfTask(const SlaTask &task, int limit) override;
    Result<void> storeSlaResults(const QVector<SlaResult> &results) override;
    Result<bool> recordFired(TicketId ticket, const SlaFired &fired) override;
    Result<void> setBreachReason(TicketId ticket, SlaTargetKind target, int cycle, const QString &reason) override;
    Result<BusinessCalendar> saveCalendar(const BusinessCalendar &calendar, Instant at) override;
    Result<SlaPolicy> saveSlaPolicy(const SlaPolicy &policy, Instant at) override;
    Result<void> orderSlaPolicies(const QVector<SlaPolicyId> &order) override;
    Result<SlaTaskId> insertSlaTask(const SlaTask &task) override;
    Result<SlaTask> slaTask(SlaTaskId id) override;
    Result<void> updateSlaTask(const SlaTask &task) override;
    Result<void> insertNotifications(const QVector<Notification> &notifications) override;
    Result<void> seeNotifications(PersonId person, const QVector<NotificationId> &ids, Instant at) override;

    Result<TicketId> rootOf(TicketId ticket) override;
    Result<std::optional<TicketMerge>> mergeOf(TicketId source) override;
    Result<QVector<TicketMerge>> mergesInto(TicketId target) override;
    Result<QVector<ThreadEntry>> threadEntries(TicketId ticket) override;
    Result<qint64> beginMerge(const TicketMerge &merge) override;
    Result<void> endMerge(const TicketMerge &merge, Instant at, PersonId by) override;
    Result<void> amendMerge(const TicketMerge &merge) override;
    Result<void> takeArticles(const QVector<ArticleId> &articles, TicketId from, TicketId to) override;
    Result<ArticleId> copyArticle(ArticleId article, TicketId to) override;
    Result<void> linkSplit(TicketId splitOff, TicketId from) override;

    Result<WorkEntryId> insertWork(const WorkEntry &entry) override;
    Result<WorkEntry> workEntry(WorkEntryId id) override;
    Result<void> removeWork(WorkEntryId id, Instant at, PersonId by) override;

    Result<qint64> nextTicketCounter() override;
    Result<TicketId> insertTicket(const TicketHead &head) override;
    Result<void> updateTicket(const TicketHead &before, const TicketHead &after) override;
    Result<Article> insertArticle(const Article &article, const NewArticle &content) override;
    Result<void> indexTicket(const TicketHead &head) override;
    Result<void> setReadMark(PersonId person, TicketId ticket, ArticleId upTo) override;

    Result<PersonId> savePerson(const Person &person) override;
    Result<OrganizationId> saveOrganization(const Organization &organization) override;
    Result<QueueId> saveQueue(const Queue &queue) override;
    Result<CategoryId> saveCategory(const Category &category) override;
    Result<StateId> saveState(const State &state) override;
    Result<PriorityId> savePriority(const Priority &priority) override;
    Result<ReportItem> reportItem(ReportItemId id) override;
    Result<ReportItemId> saveReportItem(const ReportItem &item, Instant at) override;
    Result<void> deleteReportItem(ReportItemId id) override;
    Result<qint64> recordReportSending(const ReportSending &sending) override;
    Result<void> mailReportSending(qint64 sending, OutboundMailId mail) override;
    Result<void> noteReportSending(qint64 sending, DeliveryState state, const QString &problem) override;
    Result<void> noteReportDelivery(OutboundMailId mail, DeliveryState state, const QString &problem) override;
    Result<SavedViewId> saveView(const SavedView &view) override;
    Result<void> deleteView(SavedViewId id) override;
    Result<void> saveDeskSettings(const QString &deskName, const QString &numberFormat) override;
    Result<void> raiseCatalogVersion() override;

    Result<void> appendHistory(QVector<HistoryEntry> entries) override;
    Result<qint64> appendChange(const Change &change, Instant at) override;
    Result<void> remember(const Command &command, const CommandAnswer &answer, Instant at) override;

private:
    Result<void> setNumber(Statement statement, TicketId ticket, qint64 value);
    Result<void> updateTags(const TicketHead &before, const TicketHead &after);
    Result<void> updateIndex(const TicketHead &before, const TicketHead &after);
    Result<void> storeBlob(const QByteArray &sha256, const QByteArray &bytes);
    Result<void> storeAttachments(const QVector<NewAttachment> &attachments, Article *article);
    Result<void> storeMessageIds(const Article &article, const QStringList &answeredIds);
    Result<void> storeMembers(QueueId queue, const QVector<PersonId> &members);
    Result<void> storePersonWords(PersonId id, const Person &person);
    Result<SearchHead> searchHead(const TicketHead &head);
    Result<qint64> newestArticle();
    Result<void> joinMarks(const TicketMerge &merge);
    Result<void> partMarks(const TicketMerge &merge, TicketId root);
    Result<QVector<SearchRow>> rowsOfBoth(TicketId one, TicketId other, TicketId stub);
    /// Runs `move`, which takes articles from one thread to another, and gives places, mails and words after it. Which
    /// of the two is a stub before and after: invalid, none.
    template <typename Move>
    Result<void> moveArticles(TicketId from, TicketId to, TicketId stubBefore, TicketId stubAfter, const Move &move);
    Result<void> givePlaces(TicketId ticket);
    /// Where a ticket's thread ends.
    struct ThreadPlace {
        int last = 0;        ///< place of the last article, withdrawn or not
        bool isEmpty = true; ///< of articles that were not withdrawn
    };
    Result<ThreadPlace> placeInThread(TicketId ticket);
    /// What is stored of a ticket's clocks, so that only what differs is written.
    struct StoredSla {
        QVector<SlaClock> clocks;
        int events = 0;
        SlaSummary summary;
    };
    SlaSubject kept(StoredSubject stored);
    Result<void> keepStored(const QVector<SlaResult> &results);

    Connection &m_connection;
    CatalogCache &m_cache;
    SearchIndex &m_index;
    Transaction m_transaction;
    CatalogPtr m_catalog;             ///< of this transaction
    bool m_catalogIsOurs = false;     ///< changed by this transaction: not for the cache
    QHash<TicketId, StoredSla> m_sla; ///< of tickets that this transaction has looked at
    ReadAhead m_ahead;
    std::optional<HistoryEnd> m_historyEnd; ///< which this transaction holds
};

} // namespace deskhand
