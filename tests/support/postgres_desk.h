// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/local_desk.h"
#include "store/new_desk.h"
#include "support/desk_fixture.h"
#include "support/postgres_server.h"

namespace deskhand::test {

/// A new desk in a database of its own. Its tables are copied from one that has been migrated for all of them: that is
/// half of what making one costs.
[[nodiscard]] PostgresAddress newDeskOnServer(PostgresServer &server, const NewDesk &desk);

/// A desk in a database of its own on the test's server, which outlives it.
class PostgresDeskFixture final : public DeskFixture
{
public:
    explicit PostgresDeskFixture(PostgresServer &server);

    Desk &desk() override { return *m_desk; }
    PersonId admin() const override { return m_admin; }
    void advanceClock(qint64 milliseconds) override { m_clock->advance(milliseconds); }
    std::unique_ptr<Desk> openAnotherDoor() override { return openAnother(); }
    void reopen() override;
    QString brokenRule() override;

    [[nodiscard]] const PostgresAddress &address() const { return m_address; }
    /// Somebody else's door to the same desk.
    [[nodiscard]] std::unique_ptr<LocalDesk> openAnother() const;

private:
    PostgresAddress m_address;
    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_admin;
};

/// A database as people write it: "postgresql://USER:PASSWORD@HOST:PORT/DATABASE", without TLS.
[[nodiscard]] QString placeOf(const PostgresAddress &address);

} // namespace deskhand::test
