// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"

#include <QFutureInterface>
#include <QFutureWatcher>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace deskhand {

/// A door to a desk that does not fail when the way to the desk breaks: what meets the break waits here and is done
/// when the desk is there again, commands in the order they were given and each with its uuid, so that one whose answer
/// was lost is not done twice. Everybody behind this door sees an answer that is late, instead of one that is an error.
///
/// It hears from the door behind it that the way is there again, and also tries by itself, with one question or command
/// at a time, so that a dead way is not flooded. Destroying it drops what waits (deliver() says Cancelled): whoever
/// wants more keeps it before giving it here, as drafts are kept. GUI thread.
class SteadyDesk final : public Desk
{
    Q_OBJECT

public:
    static constexpr int firstPauseMs = 500;
    static constexpr int longestPauseMs = 8000;

    /// `desk` outlives it.
    explicit SteadyDesk(Desk &desk, QObject *parent = nullptr);
    ~SteadyDesk() override;

    [[nodiscard]] DeskConnection connection() const { return m_connection; }
    /// Commands that have not reached the desk, or whose answer has not come since the way broke.
    [[nodiscard]] int waitingCommands() const;
    /// Does not wait for the next attempt.
    void tryNow();

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

Q_SIGNALS:
    /// waitingCommands() is another number.
    void waitingChanged(int commands);

private:
    /// One question or command from when it is given until its answer is final.
    struct Wish {
        virtual ~Wish() = default;
        virtual void ask() = 0;            ///< settled() follows
        virtual bool isWanted() const = 0; ///< nobody has cancelled it

        bool isCommand = false;
        bool underWay = false;
    };
    template <typename T>
    struct TypedWish;

    template <typename T>
    QFuture<Result<T>> wish(std::function<QFuture<Result<T>>()> question, bool isCommand = false);
    void settle(Wish *wish, bool reached);
    void remove(Wish *wish);
    void setConnection(DeskConnection connection);
    void askWaiting(bool commandsToo);
    void tryOne();
    void countCommands();

    Desk &m_desk;
    DeskConnection m_connection = DeskConnection::Online;
    std::vector<std::unique_ptr<Wish>> m_wishes; ///< oldest first
    QVector<Presence> m_others;                  ///< as was heard last
    QTimer m_retry;
    int m_told = 0; ///< commands waiting, as was said
};

} // namespace deskhand
