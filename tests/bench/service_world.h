// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench_desk.h"
#include "bench/load_client.h"
#include "support/service_process.h"
#include "support/test_certificates.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace deskhand::bench {

/// A desk on a server, a thousand agents of it who are signed in, and the program that serves it, over TLS.
class ServiceWorld
{
public:
    static constexpr int people = 1000;

    explicit ServiceWorld(BenchDesk &bench);

    struct Ticket {
        TicketId id;
        qint64 version = 0;
        qint64 priority = 0;
    };

    [[nodiscard]] test::ServiceProcess &service() { return *m_service; }
    [[nodiscard]] LoadLoop &loop() { return *m_loop; }
    /// The same desk without the service.
    [[nodiscard]] LocalDesk &desk() { return *m_desk; }
    [[nodiscard]] const QByteArray &token(int person) const { return m_tokens[person]; }
    [[nodiscard]] PersonId person(int number) const { return m_people[number]; }
    /// Those of the demo, who own its tickets.
    [[nodiscard]] const QVector<PersonId> &demoAgents() const { return m_demoAgents; }
    /// In no order; nobody is given one that somebody has.
    [[nodiscard]] QVector<Ticket> takeTickets(int count);
    [[nodiscard]] const CatalogPtr &catalog() const { return m_catalog; }
    /// What the service's process has in memory for itself, in KiB (its share of what others have, too).
    [[nodiscard]] double memory() const;

private:
    void addPeople();
    void hideAQueue();
    void signIn();
    void lookAtTickets();

    QString m_place;
    test::TestCertificates m_certificates;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_admin;
    QVector<PersonId> m_demoAgents;
    CatalogPtr m_catalog;
    QVector<PersonId> m_people;
    QVector<QByteArray> m_tokens;
    QVector<Ticket> m_tickets;
    std::unique_ptr<test::ServiceProcess> m_service;
    std::unique_ptr<LoadLoop> m_loop;
};

/// A client that listens, as the program does: it says hello with its cursor and is told what is new.
class Listener
{
public:
    struct Told {
        double at = 0;
        qint64 cursor = 0;
    };

    /// `number`: which of the people.
    Listener(ServiceWorld &world, int number);

    void connect();
    /// From now on it comes back by itself when it is cut off: asks where the feed ends and what it has missed, then
    /// opens its socket.
    void comeBackAlways() { m_comesBack = true; }
    [[nodiscard]] bool isWelcome() const { return m_isWelcome; }
    /// Welcome, and with everything that the feed had then.
    [[nodiscard]] bool isInSync() const { return m_isWelcome && m_cursor >= m_wanted; }
    [[nodiscard]] qint64 cursor() const { return m_cursor; }
    [[nodiscard]] const std::vector<Told> &told() const { return m_told; }
    void forgetTold() { m_told.clear(); }
    void showSigns(TicketId ticket);
    [[nodiscard]] LoadConnection &line() { return m_line; }
    std::function<void(const QByteArray &message)> heard; ///< of changes

private:
    void take(const QByteArray &message);
    void openSocket();
    void catchUp(const std::function<void()> &then);
    void comeBack();
    void again();

    ServiceWorld &m_world;
    LoadConnection m_line;
    LoadConnection m_asking; ///< of what it missed
    bool m_comesBack = false;
    bool m_isWelcome = false;
    qint64 m_cursor = 0;
    qint64 m_wanted = 0; ///< where the feed ended when it was welcome
    double m_pause = 0;
    bool m_waits = false; ///< to come back
    std::vector<Told> m_told;
};

/// All of the world's people, listening.
class Listeners
{
public:
    /// Connects them and waits until all are welcome.
    explicit Listeners(ServiceWorld &world);
    [[nodiscard]] std::deque<Listener> &all() { return m_all; }
    [[nodiscard]] bool areAll(bool (Listener::*state)() const) const;
    [[nodiscard]] qint64 bytesRead();

private:
    std::deque<Listener> m_all;
};

/// Somebody who changes tickets, one command after another, over a connection that is kept.
class Changer
{
public:
    struct Done {
        double askedAt = 0;
        double answeredAt = 0;
        qint64 seq = 0; ///< of the last change
    };

    Changer(ServiceWorld &world, int number, QVector<ServiceWorld::Ticket> tickets);
    /// Changes the next of its tickets; `done` is called when the answer is there. The bench ends when it is refused.
    void change(std::function<void(const Done &)> done);

private:
    void submit(int number, const QByteArray &command, double asked, const std::function<void(const Done &)> &done);

    PersonId m_me;
    LoadConnection m_line;
    QVector<ServiceWorld::Ticket> m_tickets;
    int m_next = 0;
};

// The parts of the bench, each with its figures.
void benchServiceMemory(ServiceWorld &world, std::unique_ptr<Listeners> *listeners);
void benchServiceEvents(ServiceWorld &world, Listeners &listeners);
void benchServicePresence(ServiceWorld &world, Listeners &listeners);
void benchServiceRestart(ServiceWorld &world, Listeners &listeners);
void benchServiceCommands(ServiceWorld &world, BenchDesk &bench);
void benchServiceLists(ServiceWorld &world, BenchDesk &bench);

} // namespace deskhand::bench
