// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "domain/working_time.h"
#include "support/calendars.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

namespace deskhand::bench {
namespace {

constexpr int dueQuestions = 1'000'000;
constexpr int naiveQuestions = 2'000;
constexpr double leastDuePerSecond = 200'000;

struct DueQuestion {
    Instant from = 0;
    qint64 amount = 0;
};

/// Tickets of two years, each due a month ahead: 160 to 176 hours of work.
QVector<DueQuestion> monthAhead(int count)
{
    QRandomGenerator random(11);
    QVector<DueQuestion> questions(count);
    const Instant start = test::instantOf("2026-01-01T00:00:00Z");
    for (DueQuestion &question : questions) {
        question.from = start + random.bounded(qint64{730} * 24 * test::oneHour);
        question.amount = 160 * test::oneHour + random.bounded(16 * test::oneHour);
    }
    return questions;
}

/// What anybody would write at first: from day to day, each edge asked of QDateTime.
Instant naiveDue(const BusinessCalendar &calendar, const QTimeZone &zone, DueQuestion question)
{
    QDate date = QDateTime::fromMSecsSinceEpoch(question.from, zone).date();
    for (;; date = date.addDays(1)) {
        for (const WorkingFrame &frame : calendar.week[size_t(date.dayOfWeek() - 1)]) {
            const auto edge = [&](int minute) {
                return QDateTime(date, QTime(minute / 60, minute % 60), zone).toMSecsSinceEpoch();
            };
            const Instant from = std::max(edge(frame.start), question.from);
            const Instant to = edge(frame.end);
            if (from >= to)
                continue;
            if (to - from >= question.amount)
                return from + question.amount;
            question.amount -= to - from;
        }
    }
}

void reportDue(const QString &metric, const WorkingTime &time, const QVector<TimeSpan> &pauses, double naivePerSecond)
{
    const QVector<DueQuestion> questions = monthAhead(dueQuestions);
    qint64 sum = 0; // so that nothing is left out
    const double taken = milliseconds([&] {
        for (const DueQuestion &question : questions)
            sum += time.due(question.from, question.amount, pauses).value_or(0);
    });
    if (sum == 0)
        giveUp(QStringLiteral("nothing was due"));
    report({QStringLiteral("sla"), metric, dueQuestions / taken * 1000, QStringLiteral("1/s"), naivePerSecond,
            leastDuePerSecond});
}

} // namespace

void benchSlaDue()
{
    const BusinessCalendar calendar = test::officeCalendar();
    const QTimeZone zone(calendar.zone);
    const WorkingTime time(calendar);
    const QVector<DueQuestion> few = monthAhead(naiveQuestions);
    QVector<Instant> naive;
    const double taken = milliseconds([&] {
        for (const DueQuestion &question : few)
            naive.append(naiveDue(calendar, zone, question));
    });
    for (qsizetype i = 0; i < few.size(); ++i) {
        if (time.due(few[i].from, few[i].amount) != naive[i])
            giveUp(QStringLiteral("the two ways to calculate do not agree"));
    }
    const double naivePerSecond = naiveQuestions / taken * 1000;
    reportDue(QStringLiteral("due, a month ahead"), time, {}, naivePerSecond);
    QVector<TimeSpan> pauses;
    for (int i = 0; i < 4; ++i) {
        const Instant from = test::instantOf("2026-11-02T10:00:00Z") + i * qint64{72} * test::oneHour;
        pauses.append({from, from + 20 * test::oneHour});
    }
    reportDue(QStringLiteral("due, a month ahead with four pauses"), time, pauses, naivePerSecond);
}

void benchSla(BenchDesk &desk)
{
    benchSlaDue();
    benchSlaDesk(desk);
}

} // namespace deskhand::bench
