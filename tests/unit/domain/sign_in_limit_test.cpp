// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sign_in_limit.h"

#include <QtTest>

namespace deskhand::test {

class SignInLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soManyAndNoMore()
    {
        AttemptCount count;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(countAttempt(&count, m_limit, m_start + i), qint64(0));
        QCOMPARE(countAttempt(&count, m_limit, m_start + 10), m_window);
        QCOMPARE(countAttempt(&count, m_limit, m_start + 10 + m_window - 1), qint64(1));
        QCOMPARE(countAttempt(&count, m_limit, m_start + 10 + m_window), qint64(0));
    }

    void triesInTheDarkDoNotShutOutLonger()
    {
        AttemptCount count = blocked();
        const AttemptCount before = count;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(countAttempt(&count, m_limit, m_start + i) > 0);
        QCOMPARE(count, before);
    }

    void eachBlockIsTwiceAsLongUpToADay()
    {
        AttemptCount count;
        Instant now = m_start;
        qint64 expected = m_window;
        for (int round = 0; round < 12; ++round) {
            for (int i = 0; i < m_limit.attempts; ++i)
                QCOMPARE(countAttempt(&count, m_limit, now), qint64(0));
            const qint64 wait = countAttempt(&count, m_limit, now);
            QCOMPARE(wait, expected);
            expected = qMin(expected * 2, m_day);
            now += wait;
        }
        QCOMPARE(expected, m_day);
    }

    void aQuietDayAfterwardsItIsForgotten()
    {
        AttemptCount count = blocked();
        const Instant later = count.blockedUntil + m_day;
        QVERIFY(!isForgotten(count, m_limit, later - 1));
        QVERIFY(isForgotten(count, m_limit, later));
        for (int i = 0; i < m_limit.attempts; ++i)
            QCOMPARE(countAttempt(&count, m_limit, later), qint64(0));
        QCOMPARE(countAttempt(&count, m_limit, later), m_window); // the first block again
    }

    void whoSignsInGetsTheirsBack()
    {
        AttemptCount count;
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(countAttempt(&count, m_limit, m_start), qint64(0));
            giveBackAttempt(&count);
        }
        giveBackAttempt(&count);
        QCOMPARE(count.count, 0);
    }

    void aWindowEnds()
    {
        AttemptCount count;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(countAttempt(&count, m_limit, m_start + i * (m_window / 4)), qint64(0));
    }

    void aClockThatWasWrongShutsOutNobodyForLong()
    {
        AttemptCount count = blocked();
        count.blockedUntil = m_start + 400 * m_day;
        QCOMPARE(countAttempt(&count, m_limit, m_start), m_window);
        QCOMPARE(countAttempt(&count, m_limit, m_start + m_window), qint64(0));
        AttemptCount ahead;
        ahead.since = m_start + 400 * m_day;
        ahead.count = m_limit.attempts;
        QCOMPARE(countAttempt(&ahead, m_limit, m_start), qint64(0));
    }

private:
    [[nodiscard]] AttemptCount blocked() const
    {
        AttemptCount count;
        for (int i = 0; i <= m_limit.attempts; ++i)
            (void)countAttempt(&count, m_limit, m_start);
        return count;
    }

    const AttemptLimit m_limit{5, 15 * 60 * 1000};
    const qint64 m_window = m_limit.window;
    const qint64 m_day = 24 * 60 * 60 * 1000;
    const Instant m_start = 1'790'000'000'000;
};

} // namespace deskhand::test

QTEST_APPLESS_MAIN(deskhand::test::SignInLimitTest)
#include "sign_in_limit_test.moc"
