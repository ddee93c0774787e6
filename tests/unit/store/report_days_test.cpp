// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_days.h"

#include "domain/zone_rules.h"
#include "store/report_time.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

namespace deskhand {
namespace {

constexpr qint64 hourMs = 3'600'000;

QVector<StoredFacts> randomTickets(QRandomGenerator &random, Instant begin)
{
    using enum ReportFactKind;
    static constexpr ReportFactKind kinds[] = {Created,   Solved,       Reopened,   SlaMet,
                                               SlaMissed, SlaCancelled, SlaRunning, Touch};
    QVector<StoredFacts> tickets;
    for (qint64 id = 1; id <= 40; ++id) {
        StoredFacts ticket{TicketId{id}, {}, {}};
        ticket.today.queue = QueueId{random.bounded(1, 3)};
        ticket.today.priority = PriorityId{random.bounded(1, 3)};
        for (int n = 0; n < 12; ++n) {
            ReportFact fact;
            fact.kind = kinds[random.bounded(int(std::size(kinds)))];
            fact.at = begin + qint64(random.bounded(8 * 24)) * hourMs / 2;
            fact.n = n;
            fact.target = random.bounded(1, 4);
            fact.queueThen = random.bounded(1, 3);
            fact.priorityThen = random.bounded(1, 3);
            fact.policy = random.bounded(1, 3);
            ticket.facts.append(fact);
        }
        tickets.append(ticket);
    }
    return tickets;
}

/// Different tickets that sums of days from `first` on tell, of verdicts of all kinds.
qint64 toldBySums(const ReportDays &days, ReportSeries series, qint64 first, qint64 behind)
{
    qint64 told = 0;
    for (const auto &[key, n] : days.sums()) {
        const bool verdict = key.kind >= int(ReportFactKind::SlaMet);
        if (key.series == series && verdict && key.day >= first && key.day < behind && key.previousDay < first)
            told += n;
    }
    return told;
}

} // namespace

class ReportDaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyDaysTellDifferentTickets_data();
    void anyDaysTellDifferentTickets();
    void whatIsTakenAwayLeavesNothing();
    void aDayThatIsShownOnceMoreHasEnded();
};

void ReportDaysTest::anyDaysTellDifferentTickets_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("no changes") << QByteArray("UTC");
    QTest::newRow("back by an hour") << QByteArray("Europe/Berlin");
    QTest::newRow("back over midnight") << QByteArray("America/St_Johns");
}

void ReportDaysTest::anyDaysTellDifferentTickets()
{
    QFETCH(QByteArray, zone);
    const auto rules = ZoneRules::of(zone);
    QVERIFY(rules);
    // Around changes of clocks of both zones.
    for (const QDate around : {QDate(2010, 11, 4), QDate(2026, 10, 22)}) {
        const LocalDay begin = dayOf(around);
        QRandomGenerator random{quint32(begin)};
        const QVector<StoredFacts> tickets = randomTickets(random, rules->startOf(begin * millisecondsPerDay));
        ReportDays days(rules);
        for (const StoredFacts &ticket : tickets)
            days.add(ticket);
        for (LocalDay first = begin; first < begin + 5; ++first) {
            for (LocalDay behind = first + 1; behind < begin + 6; ++behind) {
                const Instant from = rules->startOf(first * millisecondsPerDay);
                const Instant to = rules->startOf(behind * millisecondsPerDay);
                QSet<QPair<qint64, qint64>> judged; // ticket and target
                QSet<qint64> decided;
                QSet<QPair<qint64, qint64>> byPolicy; // ticket, and policy and verdict
                for (const StoredFacts &ticket : tickets) {
                    for (const ReportFact &fact : ticket.facts) {
                        const bool met = fact.kind == ReportFactKind::SlaMet || fact.kind == ReportFactKind::SlaMissed;
                        const bool running = fact.kind == ReportFactKind::SlaRunning;
                        if (fact.at < from || fact.at >= to
                            || (!met && !running && fact.kind != ReportFactKind::SlaCancelled))
                            continue;
                        if (met)
                            judged.insert({ticket.ticket.value, fact.target});
                        decided.insert(ticket.ticket.value);
                        if (!running)
                            byPolicy.insert({ticket.ticket.value, fact.policy * 100 + int(fact.kind)});
                    }
                }
                QCOMPARE(toldBySums(days, ReportSeries::Targets, first, behind), judged.size());
                QCOMPARE(toldBySums(days, ReportSeries::AllVerdicts, first, behind), decided.size());
                QCOMPARE(toldBySums(days, ReportSeries::Policies, first, behind), byPolicy.size());
            }
        }
    }
}

void ReportDaysTest::whatIsTakenAwayLeavesNothing()
{
    QRandomGenerator random{7};
    const QVector<StoredFacts> tickets = randomTickets(random, 0);
    ReportDays days(ZoneRules::of("Europe/Berlin"));
    for (const StoredFacts &ticket : tickets)
        days.add(ticket);
    QVERIFY(!days.sums().empty());
    for (const StoredFacts &ticket : tickets)
        days.subtract(ticket);
    for (const auto &[key, n] : days.sums())
        QCOMPARE(n, qint64(0));
}

/// On 7 November 2010 clocks of St. John's went from 00:01 back to 23:01 of the day before.
void ReportDaysTest::aDayThatIsShownOnceMoreHasEnded()
{
    const auto rules = ZoneRules::of("America/St_Johns");
    const LocalDay day = dayOf(QDate(2010, 11, 6));
    const Instant next = rules->startOf((day + 1) * millisecondsPerDay);
    QCOMPARE(dayOf(rules->localTime(next + hourMs / 2)), day);
    QCOMPARE(ReportTime::dayIn(*rules, next - 1), day);
    for (int hours = 0; hours < 25; ++hours)
        QCOMPARE(ReportTime::dayIn(*rules, next + hours * hourMs), day + 1);
    QCOMPARE(ReportTime::dayIn(*rules, next + 25 * hourMs), day + 2);
}

} // namespace deskhand

QTEST_APPLESS_MAIN(deskhand::ReportDaysTest)
#include "report_days_test.moc"
