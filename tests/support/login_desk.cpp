// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/login_desk.h"

#include "store/postgres_connection.h"
#include "store/postgres_rights.h"
#include "support/history_check.h"
#include "support/plain_codec.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"

namespace deskhand::test {
namespace {

void mustWork(const Result<void> &done)
{
    if (!done)
        qFatal("%s: %s", qPrintable(done.error().where), qPrintable(done.error().detail));
}

} // namespace

LoginDesk::LoginDesk(PostgresAddress owner, PersonId admin, std::shared_ptr<const Clock> clock)
    : m_owner(std::move(owner))
    , m_admin(admin)
    , m_clock(std::move(clock))
{
}

LoginDesk::~LoginDesk() = default;

QString LoginDesk::roleOf(PersonId person) const
{
    // Roles belong to the whole server, which other tests use at the same time.
    return QStringLiteral("%1-%2").arg(m_owner.database).arg(person.value);
}

bool LoginDesk::isAgent(PersonId person)
{
    if (person == m_admin)
        return true;
    const auto known = await(of(m_admin).catalog());
    return known && (*known)->agent(person);
}

Desk &LoginDesk::of(PersonId person)
{
    if (const auto door = m_doors.find(person.value); door != m_doors.end())
        return *door->second;
    if (person.isValid() && !isAgent(person))
        return of(m_admin);
    const Result<void> added = addLogin(m_owner, roleOf(person), person, randomPassword());
    if (!added && added.error().code != ErrorCode::Conflict)
        mustWork(added);
    PostgresAddress address = m_owner;
    address.user = roleOf(person);
    auto opened = LocalDesk::openServer(address, LocalDeskOptions{m_clock, false, plainCodec()});
    if (!opened)
        qFatal("%s: %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
    return *(m_doors[person.value] = *std::move(opened));
}

QFuture<Result<CommandAnswer>> LoginDesk::submit(const Command &command)
{
    const bool isPerson = command.actorKind == ActorKind::Person;
    Desk &door = of(!isPerson ? PersonId() : command.actor.isValid() ? command.actor : m_admin);
    const Result<CommandAnswer> answer = await(door.submit(command));
    if (answer && std::holds_alternative<SavePerson>(command.body))
        mustWork(followPeople(m_owner));
    return QtFuture::makeReadyFuture(answer);
}

LoginDeskFixture::LoginDeskFixture(PostgresServer &server)
    : m_owner(newDeskOnServer(
        server, {QStringLiteral("Test desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")}))
    , m_clock(std::make_shared<ManualClock>(QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch()))
{
    mustWork(setUpRights(m_owner));
    m_admin = PersonId{server.psql(m_owner, QStringLiteral("SELECT min(id) FROM deskhand.person")).toLongLong()};
    reopen();
}

std::unique_ptr<Desk> LoginDeskFixture::openAnotherDoor()
{
    return std::make_unique<LoginDesk>(m_owner, m_admin, m_clock);
}

void LoginDeskFixture::reopen()
{
    m_desk.reset();
    m_desk = std::make_unique<LoginDesk>(m_owner, m_admin, m_clock);
}

QString LoginDeskFixture::brokenRule()
{
    const auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres));
    const auto connection = PostgresConnection::open(m_owner, ConnectionUse::Read, statements);
    return connection ? brokenDesk(**connection) : connection.error().detail;
}

} // namespace deskhand::test
