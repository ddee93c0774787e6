// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/chaos_proxy.h"
#include "support/partition_agent.h"

#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QUrl>

namespace deskhand::test {

/// A client in a process of its own behind a network of its own (see partition_client.cpp), and what its person was
/// told.
class PartitionProcess
{
public:
    struct Place {
        QUrl service;
        QByteArray token;
        PersonId me;
        QString replica;
        QString authorities;
        int patienceMs = 0;
        qint64 skewMs = 0; ///< of this computer's clock
    };

    PartitionProcess(Place place, int number, quint32 seed);
    ~PartitionProcess();
    PartitionProcess(const PartitionProcess &) = delete;
    PartitionProcess &operator=(const PartitionProcess &) = delete;

    /// SIGKILL, whatever it is doing, and another one on the same files.
    void kill();
    /// Something happens to its network that lasts until `simulatedNow` reaches an instant, or is over at once.
    void suffer(QRandomGenerator &random, qint64 simulatedNow);
    void heal(qint64 simulatedNow); ///< when it is time
    void healForGood();

    /// Without waiting for what comes of it; not at all while it still has something to do.
    bool begin(const QJsonArray &order);
    /// Waits for what comes of it; null: nothing did.
    QJsonValue ask(const QJsonArray &order, int milliseconds = 60'000);
    void listen(); ///< takes in what was said

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] PersonId me() const { return m_place.me; }
    [[nodiscard]] const PartitionMemory &memory() const { return m_memory; }
    [[nodiscard]] int kills() const { return m_lives - 1; }
    [[nodiscard]] int busyKills() const { return m_busyKills; } ///< in the middle of something
    [[nodiscard]] int crashes() const { return m_crashes; }     ///< it ended and nobody had killed it
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    void start();
    void take(const QJsonArray &line);

    Place m_place;
    int m_number;
    quint32 m_seed;
    int m_lives = 0;
    int m_busyKills = 0;
    int m_crashes = 0;
    int m_cuts = 0;
    ChaosProxy m_network;
    bool m_isPlain = false; ///< what goes over it can be said twice
    qint64 m_healAt = 0;    ///< simulated; 0: it is as it should be
    QProcess m_process;
    PartitionMemory m_memory;
    int m_orders = 0; ///< that are not done
    QJsonValue m_last;
};

} // namespace deskhand::test
