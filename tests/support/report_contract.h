// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"
#include "support/report_oracle.h"

#include <QDateTime>
#include <QObject>
#include <QRandomGenerator>

#include <functional>
#include <optional>

namespace deskhand::test {

/// What every door promises about reports: each number is that of the definitions, whoever asks, and its list has the
/// tickets that were counted. Run by tests/contract with each door's fixture. The clock begins on a Monday at 09:00
/// UTC.
class ReportContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    /// `reportsOfDesk`: how many random reports each of five random desks is asked.
    ReportContract(MakeFixture makeFixture, int reportsOfDesk)
        : m_makeFixture(std::move(makeFixture))
        , m_reportsOfDesk(reportsOfDesk)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void randomReportsAreRight_data();
    void randomReportsAreRight();
    void whatWasJustDoneIsCounted();
    void whoDoesNotLeadComparesNobody();
    void anHourAtTheChangeOfClocks();
    void constantWorkIsEvenlySpread();
    void anHourThatComesTwice();
    void othersAreTogether();
    void othersOfBothOpenTheirTickets();
    void whatHasNotEndedIsCensored();
    void whatCannotBeAskedIsSaidByField();

private:
    [[nodiscard]] Desk &desk() { return m_fixture->desk(); }
    CommandAnswer must(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);
    TicketId open(const QString &subject, bool byCustomer);
    void makeWorld(quint32 seed);
    void actAtRandom(TicketId ticket);
    void workAtRandom(TicketId ticket);
    [[nodiscard]] ReportOracle oracle();
    [[nodiscard]] Report randomReport();
    [[nodiscard]] Report randomCompliance();
    [[nodiscard]] Condition randomTickets();
    [[nodiscard]] ReportAnswer ask(const Report &report); ///< as the admin
    [[nodiscard]] ReportAnswer ask(const Report &report, PersonId me);
    [[nodiscard]] qint64 listed(const CountedTickets &counted); ///< likewise
    [[nodiscard]] qint64 listed(const CountedTickets &counted, PersonId me);
    void checkBeginning(TicketQuery query);
    void check(const Report &report, PersonId me);
    void checkSpread(const Report &report, const ReportAnswer &answer, PersonId me);
    void checkSurvival(const Report &report, const ReportAnswer &answer, PersonId me);
    [[nodiscard]] Report askedBy(const Report &report, bool compared, PersonId me) const;
    void checkCells(const Report &report, const ReportAnswer &answer, const QVector<ReportCell> &cells,
                    const ReportCell &total, const ReportInterval &interval, bool compared, PersonId me);
    [[nodiscard]] static CountedTickets countedOf(const Report &report, const ReportAnswer &answer, qsizetype cell,
                                                  bool compared);
    [[nodiscard]] static Instant endOfSpan(ReportDimension dimension, qint64 key, const ReportAnswer &answer);
    [[nodiscard]] static QVector<Occurrence> inCell(const ReportOracle &world, const Report &asked,
                                                    const ReportAnswer &answer, qsizetype cell,
                                                    const QVector<Occurrence> &all);
    [[nodiscard]] static bool isTold(const Report &report, const ReportAnswer &answer, qsizetype cell,
                                     const ReportInterval &interval);
    void checkCell(const QString &place, const ReportCell &cell, const ReportOracle::Value &expected,
                   const Report &report);
    [[nodiscard]] int below(int limit) { return int(m_random.bounded(limit)); }

    /// At which every fixture's clock stands: Monday, 2 March 2026, 09:00 UTC.
    const Instant m_begin = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    MakeFixture m_makeFixture;
    int m_reportsOfDesk;
    std::unique_ptr<DeskFixture> m_fixture;
    QRandomGenerator m_random;
    PersonId m_ada; ///< admin
    PersonId m_ben; ///< leads nobody, does not see the second queue
    PersonId m_cleo;
    QVector<QueueId> m_queues;
    QVector<CategoryId> m_categories;
    QVector<TicketId> m_tickets;
    QHash<ArticleId, PersonId> m_authors;
    CatalogPtr m_catalog;
    Instant m_now = 0;
    qint64 m_moved = 0;
    int m_mails = 0;
    int m_checked = 0;
    int m_curves = 0;
    int m_lists = 0;      ///< that were asked for
    int m_beginnings = 0; ///< of lists that had one
    int m_exactBeginnings = 0;
    std::optional<ReportOracle> m_oracle;
};

} // namespace deskhand::test
