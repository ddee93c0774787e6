// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/delivery_schedule.h"

#include <QSet>
#include <QtTest>

using namespace deskhand;

class DeliveryScheduleTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;
    static constexpr Instant start = 1'772'000'000'000;

private Q_SLOTS:
    void pausesGrow()
    {
        const QVector<qint64> pauses{1, 5, 15, 30, 60, 60, 60};
        for (int attempt = 1; attempt <= pauses.size(); ++attempt) {
            const qint64 pause = nextAttempt(attempt, start, start, 42) - start;
            QVERIFY(pause >= pauses[attempt - 1] * minute);
            QVERIFY(pause <= pauses[attempt - 1] * minute * 11 / 10);
        }
        QVERIFY(nextAttempt(0, start, start, 42) > start);
    }

    void areSpreadButCertain()
    {
        QSet<Instant> times;
        for (quint64 seed = 0; seed < 100; ++seed) {
            QCOMPARE(nextAttempt(5, start, start, seed), nextAttempt(5, start, start, seed));
            times.insert(nextAttempt(5, start, start, seed));
        }
        QVERIFY(times.size() > 90);
    }

    void endAfterFiveDays()
    {
        Instant now = start;
        int attempts = 0;
        while (true) {
            const Instant next = nextAttempt(++attempts, start, now, 7);
            if (next == 0)
                break;
            QVERIFY(next > now);
            now = next;
        }
        QVERIFY(now - start <= longestDelivery);
        QVERIFY(now - start > longestDelivery - 70 * minute);
        QVERIFY(attempts > 100 && attempts < 125);
    }
};

QTEST_GUILESS_MAIN(DeliveryScheduleTest)
#include "delivery_schedule_test.moc"
