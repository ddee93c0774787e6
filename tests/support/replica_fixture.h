// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/replica_desk.h"
#include "support/history_check.h"
#include "support/shaky_service.h"
#include "support/test_desk.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

namespace deskhand::test {

/// Waits until a condition holds while events are delivered. False: it did not come in time.
template <typename Fn>
bool waitUntil(const Fn &holds, int milliseconds = 20'000)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    return true;
}

/// The clock of a test desk, for who needs one to keep.
class ClockOf final : public Clock
{
public:
    explicit ClockOf(TestDesk &desk)
        : m_desk(desk)
    {
    }
    [[nodiscard]] Instant now() const override { return m_desk.clock().now(); }

private:
    TestDesk &m_desk;
};

/// A replica of a desk's admin over the desk itself, in sync.
class ReplicaFixture
{
public:
    ReplicaFixture()
        : m_service(&m_there.desk(), &m_there.desk(), 1)
    {
        open();
    }

    [[nodiscard]] Desk &desk() { return *m_replica; }
    [[nodiscard]] PersonId admin() const { return m_there.me(); }
    /// What is wrong with what the service's desk keeps; empty: nothing.
    QString brokenRule() { return brokenDesk(m_there.path()); }

    [[nodiscard]] ReplicaDesk &replica() { return *m_replica; }
    [[nodiscard]] TestDesk &there() { return m_there; }
    [[nodiscard]] ShakyService &service() { return m_service; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("replica")); }
    void close() { m_replica.reset(); }
    void open()
    {
        openWithoutWaiting();
        if (!waitUntil([this] { return m_replica->sync().state().phase == SyncPhase::Online; }))
            qFatal("the replica is not in sync");
    }
    void openWithoutWaiting(int patienceMs = 20'000)
    {
        ReplicaOptions options;
        options.clock = std::make_shared<ClockOf>(m_there);
        options.patienceMs = patienceMs;
        auto opened = ReplicaDesk::open(path(), m_there.me(), m_service, m_service, options);
        if (!opened)
            qFatal("no replica: %s %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
        m_replica = *std::move(opened);
        m_replica->sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, 36'500});
    }
    /// Until nothing waits, everything is as it is there, and nothing more is asked.
    [[nodiscard]] bool settle()
    {
        m_replica->sync().tryNow();
        int asked = -1;
        QElapsedTimer quiet;
        quiet.start();
        return waitUntil([&] {
            const SyncState state = m_replica->sync().state();
            const int now = m_service.asked + m_service.submitted;
            if (now != asked || state.phase != SyncPhase::Online || state.queued != 0)
                quiet.restart();
            asked = now;
            return quiet.hasExpired(quietMs);
        });
    }

    static constexpr int quietMs = 150; ///< longer than the desk takes to tell of a change

private:
    TestDesk m_there;
    QTemporaryDir m_folder;
    ShakyService m_service;
    std::unique_ptr<ReplicaDesk> m_replica;
};

} // namespace deskhand::test
