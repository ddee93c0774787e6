// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"

#include <QHash>

#include <functional>

namespace deskhand::test {

/// A small desk in memory for tests of models: lists are found by evaluating the condition on every ticket. Answers
/// come at once, or when the test says so, which shows what happens between question and answer.
class FakeDesk : public Desk
{
    Q_OBJECT

public:
    FakeDesk(CatalogPtr catalog, const Clock &clock);

    /// Adds a ticket without telling anybody.
    TicketId add(TicketRow row);
    /// Changes a ticket as somebody else's command would: raises the version and announces it.
    void change(TicketId id, const std::function<void(TicketRow &)> &edit, ChangeKind kind = ChangeKind::TicketChanged,
                PersonId actor = PersonId{2}, bool tellRows = true);
    /// A new ticket by somebody else.
    TicketId open(TicketRow row, PersonId actor = PersonId{2});
    [[nodiscard]] const TicketRow &row(TicketId id) const { return m_rows[m_places.value(id)]; }
    [[nodiscard]] QVector<TicketId> idsNow(const TicketQuery &query) const;

    /// Questions wait until answerAll().
    void setPatient(bool patient) { m_patient = patient; }
    int answerAll();
    void answerFirst(); ///< of those that wait
    void answerLast();
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    /// Questions are answered with this; nullopt ends it.
    void failWith(std::optional<Error> error) { m_error = std::move(error); }
    void setCatalog(CatalogPtr catalog);

    int listQuestions = 0;
    int rowQuestions = 0;
    int countQuestions = 0;
    int searchQuestions = 0;
    bool keepsAPart = false; ///< counts say "at least"
    int cancelled = 0;       ///< answers nobody wanted any more
    QVector<Command> commands;
    /// Answers commands that are not of lists; empty: they are refused.
    std::function<Result<CommandAnswer>(const Command &)> answerOthers;

    QVector<PresenceSign> shownPresence; ///< as it was said last

    ThreadPage threadNow; ///< of every ticket

    // What is answered about mail.
    MailSetup mailSetupNow;
    MailReport mailReportNow;
    QVector<HeldMail> heldNow;
    QVector<MailDelivery> outboxNow;

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
    template <typename T>
    QFuture<Result<T>> answer(std::function<Result<T>()> make);
    Result<CommandAnswer> apply(const Command &command);
    Result<CommandAnswer> applyChange(const Command &command, const ChangeTicket &wanted);
    void announce(Change change);

    CatalogPtr m_catalog;
    const Clock &m_clock;
    QVector<TicketRow> m_rows;
    QHash<TicketId, qsizetype> m_places;
    QVector<SavedView> m_views;
    QVector<std::function<void()>> m_waiting;
    std::optional<Error> m_error;
    qint64 m_seq = 0;
    bool m_patient = false;
};

} // namespace deskhand::test
