// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/command.h"
#include "store/local_desk.h"
#include "support/postgres_desk.h"
#include "support/postgres_server.h"
#include "support/test_desk.h"

#include <QTemporaryDir>

#include <memory>

namespace deskhand::test {

/// What must work; else the test program ends with the error.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *std::move(result);
}
inline void mustWork(const Result<void> &done)
{
    if (!done)
        qFatal("%s: %s", qPrintable(done.error().where), qPrintable(done.error().detail));
}

inline std::unique_ptr<LocalDesk> openDeskAt(const QString &place, LocalDeskOptions options = {})
{
    return must(isPostgresUrl(place) ? LocalDesk::openServer(*postgresAddressFromUrl(place), std::move(options))
                                     : LocalDesk::open(place, std::move(options)));
}

/// A desk with two agents and a queue that only one of them sees.
struct ServedDesk {
    QString place;
    PersonId ada{1}; ///< an admin
    PersonId ben;
    QueueId hidden; ///< Ada's (she is an admin), not Ben's

    explicit ServedDesk(const QString &where)
        : place(where)
    {
        const auto desk = open();
        const CatalogPtr catalog = must(await(desk->catalog()));
        ada = catalog->agents.first().id;
        Person agent;
        agent.name = QStringLiteral("Ben Brook");
        agent.address = QStringLiteral("ben@desk.example");
        agent.role = PersonRole::Agent;
        ben = PersonId{must(await(desk->submit(Command::make(ada, SavePerson{agent})))).id};
        Queue queue;
        queue.name = QStringLiteral("Staff");
        queue.members = {ada};
        queue.position = 2; // new tickets come to the first
        hidden = QueueId{must(await(desk->submit(Command::make(ada, SaveQueue{queue})))).id};
    }
    [[nodiscard]] std::unique_ptr<LocalDesk> open() const { return openDeskAt(place); }
};

/// Where such desks are made: in files, and on a server.
class DeskPlaces
{
public:
    /// False where PostgreSQL is not installed.
    bool startServer()
    {
        m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
        return hasServer();
    }
    [[nodiscard]] bool hasServer() const { return m_server != nullptr; }
    [[nodiscard]] PostgresServer &server() { return *m_server; }
    /// A desk with Ada Admin in it.
    [[nodiscard]] QString newPlace(bool onServer)
    {
        const NewDesk desk{QStringLiteral("Desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example"), {}};
        if (onServer)
            return placeOf(newDeskOnServer(*m_server, desk));
        const QString file = m_folder.filePath(QStringLiteral("%1.desk").arg(++m_desks));
        mustWork(createDeskFile(file, desk));
        return file;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    int m_desks = 0;
};

} // namespace deskhand::test
