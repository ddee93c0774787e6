// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"

#include <QHash>

#include <functional>
#include <optional>

namespace deskhand::test {

/// A desk in memory with threads, for tests of what shows and changes one ticket. Articles are posted and fields are
/// changed as the pipeline does it, with conflicts by field; answers come at once, or when the test releases them.
class ThreadDesk final : public Desk
{
    Q_OBJECT

public:
    ThreadDesk(CatalogPtr catalog, const Clock &clock);

    /// Requester of number 100 + n; also found by people().
    Person addPerson(Person person);
    Person addPerson(const QString &name, const QString &address);
    TicketId addTicket(const QString &subject, PersonId requester);
    /// Adds to the thread as somebody else's command would, and announces it.
    ArticleId post(TicketId ticket, Article article);
    /// Fills a thread without announcing: `count` articles by requester and agents in turn.
    void fill(TicketId ticket, int count, const std::function<QString(int)> &text);
    /// A colleague sets a field.
    void changeByColleague(TicketId ticket, const FieldChange &change, PersonId colleague = PersonId{2});
    QByteArray addBlob(const QByteArray &bytes); ///< its SHA-256
    void addHistory(TicketId ticket, HistoryEntry entry);
    /// The newest entry or article gets another id, as when a service takes what a replica has made; announced.
    void moveNewestEntry(TicketId ticket, qint64 by);
    void moveNewestArticle(TicketId ticket, qint64 by);

    [[nodiscard]] const TicketHead &head(TicketId ticket) const { return m_tickets.constFind(ticket)->head; }
    [[nodiscard]] const QVector<Article> &articles(TicketId ticket) const
    {
        return m_tickets.constFind(ticket)->articles;
    }
    [[nodiscard]] ArticleId readUpTo(TicketId ticket) const { return m_tickets.constFind(ticket)->readUpTo; }
    void setReadUpTo(TicketId ticket, ArticleId article) { m_tickets[ticket].readUpTo = article; }

    /// Answers wait for release().
    void hold() { m_held = true; }
    void release();
    /// Commands are refused with this; nullopt ends it.
    void refuse(std::optional<Error> error) { m_refusal = std::move(error); }

    QVector<Command> commands;
    int blobQuestions = 0;

    QVector<PresenceSign> shownPresence; ///< as it was said last

    // What is answered about mail.
    MailSetup mailSetupNow;
    MailReport mailReportNow;
    QVector<HeldMail> heldNow;
    QVector<MailDelivery> outboxNow;
    bool sendsMail = false; ///< replies go into outboxNow
    /// Null: there is none.
    [[nodiscard]] const MailDelivery *outbound(OutboundMailId mail) const;
    /// What a delivery job has found out; announced.
    void setDelivery(const MailDelivery &mail);
    /// The mails whose time has come are sent; announced.
    void deliverDue();
    void announceMail(TicketId ticket) { announce(ChangeKind::MailChanged, ticket, {}, {}); }
    int heldOf = 0; ///< TicketDetail::heldMails

    // What is answered about promised times. Clocks are replayed from the events.
    QHash<TicketId, QVector<SlaEvent>> slaEvents;
    QVector<Notification> notificationsNow;
    /// An event happens now, and is announced.
    void addSlaEvent(TicketId ticket, SlaEvent event);
    /// Somebody is told; announced.
    void notify(Notification notification);
    std::optional<RecipientDelivery> troubleNow;

    QFuture<Result<CommandAnswer>> submit(const Command &command) override;
    QFuture<Result<CatalogPtr>> catalog() override;
    QFuture<Result<TicketList>> tickets(const TicketQuery &query) override;
    QFuture<Result<QVector<TicketRow>>> rows(const QVector<TicketId> &ids, PersonId me) override;
    QFuture<Result<QVector<qint64>>> counts(const QVector<Condition> &conditions, PersonId me, Instant now) override;
    QFuture<Result<TicketDetail>> ticket(TicketId id, PersonId me) override;
    QFuture<Result<TicketId>> ticketByNumber(const QString &number, PersonId me) override;
    QFuture<Result<ThreadPage>> thread(const ThreadQuery &query) override;
    QFuture<Result<QVector<HistoryEntry>>> history(TicketId id, PersonId me, int limit) override;
    QFuture<Result<SearchHits>> search(const SearchQuery &query) override;
    QFuture<Result<QVector<Person>>> people(const PeopleQuery &query) override;
    QFuture<Result<QVector<SavedView>>> views(PersonId me) override;
    QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId me = {}) override;
    QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit, PersonId me = {}) override;
    QFuture<Result<PersonId>> signedIn() override;
    QFuture<Result<MailSetup>> mailSetup() override;
    QFuture<Result<MailReport>> mailReport() override;
    QFuture<Result<QVector<HeldMail>>> heldMails(PersonId me, TicketId ticket) override;
    QFuture<Result<QVector<MailDelivery>>> outbox(PersonId me) override;
    QFuture<Result<TicketSla>> ticketSla(TicketId id, PersonId me) override;
    QFuture<Result<SlaImpact>> slaImpact(const SlaImpactQuery &query) override;
    QFuture<Result<ReportAnswer>> report(const ReportQuery &query) override;
    QFuture<Result<ReportShelf>> reportShelf(PersonId me) override;
    QFuture<Result<QVector<SlaTask>>> slaTasks() override;
    QFuture<Result<QVector<Notification>>> notifications(PersonId me, int limit) override;
    void showPresence(PersonId me, const QVector<PresenceSign> &signs) override;

private:
    struct Ticket {
        TicketHead head;
        QVector<Article> articles;
        QVector<HistoryEntry> history;
        QHash<int, qint64> changedAt; ///< field → version
        QHash<int, PersonId> changedBy;
        ArticleId readUpTo;
        QHash<qint64, StateId> stateBefore; ///< by mail
    };

    template <typename T>
    QFuture<Result<T>> answer(std::function<Result<T>()> make);
    Result<CommandAnswer> apply(const Command &command);
    Result<CommandAnswer> applyPost(const Command &command, const PostArticle &post);
    Result<CommandAnswer> applyChange(const Command &command, const ChangeTicket &change);
    Result<CommandAnswer> applyUndo(const UndoSend &undo);
    Result<CommandAnswer> applyRelease(const ReleaseMail &release);
    OutboundMailId mail(Ticket &ticket, ArticleId article, const NewArticle &content, PersonId actor,
                        Instant releaseAt);
    Result<CommandAnswer> applyReason(const RecordBreachReason &wanted);
    Result<CommandAnswer> applySeen(const SeeNotifications &seen);
    Result<CommandAnswer> applyOpen(const Command &command, const OpenTicket &open);
    void setField(Ticket &ticket, const FieldChange &change, PersonId actor);
    [[nodiscard]] Article made(const NewArticle &content, PersonId actor);
    [[nodiscard]] TicketRow rowOf(const Ticket &ticket) const;
    ArticleId append(Ticket &ticket, Article article);
    void announce(ChangeKind kind, TicketId ticket, ArticleId article, PersonId actor);

    CatalogPtr m_catalog;
    const Clock &m_clock;
    QHash<TicketId, Ticket> m_tickets;
    QHash<PersonId, Person> m_people;
    QHash<QByteArray, QByteArray> m_blobs;
    QHash<CommandId, CommandAnswer> m_answers;
    QHash<QString, QString> m_reasons; ///< by ticket, target and cycle
    QVector<std::function<void()>> m_waiting;
    std::optional<Error> m_refusal;
    bool m_held = false;
    qint64 m_nextArticle = 1;
    qint64 m_nextHistory = 1;
    qint64 m_nextMail = 1;
    qint64 m_seq = 0;
};

} // namespace deskhand::test
