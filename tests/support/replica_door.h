// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/replica_desk.h"
#include "support/remote_fixture.h"

#include <QTemporaryDir>

#include <memory>

namespace deskhand::test {

/// A replica of the admin over a door to a service, over real sockets. What somebody else asks or does goes to the
/// service by their own door.
class ReplicaDoorFixture final : public DeskFixture
{
public:
    explicit ReplicaDoorFixture(std::unique_ptr<RemoteDeskFixture> service);
    ~ReplicaDoorFixture() override;

    /// Signs in again where the token was revoked.
    Desk &desk() override;
    PersonId admin() const override { return m_service->admin(); }
    void advanceClock(qint64 milliseconds) override;
    std::unique_ptr<Desk> openAnotherDoor() override { return m_service->openAnotherDoor(); }
    void reopen() override;
    QString brokenRule() override { return m_service->brokenRule(); }
    void settle() override;
    bool hasOwnFeed() const override { return true; }
    TicketId deskTicket(TicketId ticket) override;
    qint64 deskVersion(qint64 version) const override;

private:
    void open();

    std::unique_ptr<RemoteDeskFixture> m_service;
    QTemporaryDir m_folder;
    std::unique_ptr<ReplicaDesk> m_replica;
};

/// Over a service on a SQLite file.
[[nodiscard]] std::unique_ptr<DeskFixture> replicaDoorFixture();

} // namespace deskhand::test
