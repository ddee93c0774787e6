// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/remote_fixture.h"

#include "base/deliver.h"
#include "remote/server_url.h"
#include "service/accounts/access_token.h"
#include "service/principal.h"
#include "store/sql_account_store.h"
#include "support/local_desk_fixture.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"
#include "wire/wire_command.h"

#include <QDateTime>

namespace deskhand::test {
namespace {

[[noreturn]] void servedDeskFailed(const Error &error)
{
    qFatal("%s: %s", qPrintable(error.where), qPrintable(error.detail));
}

/// What only a mail, an import or the desk itself may say, and what no wire carries.
bool isOfTheDesk(const Command &command)
{
    if (command.actorKind != ActorKind::Person || !decodeCommand(encodeCommand(command), largestKeptCommand))
        return true;
    const NewArticle *article = nullptr;
    if (const auto *post = std::get_if<PostArticle>(&command.body))
        article = &post->article;
    else if (const auto *open = std::get_if<OpenTicket>(&command.body); open && open->article)
        article = &*open->article;
    return article
           && (!article->raw.isEmpty() || article->createdAt != 0 || !article->messageId.isEmpty()
               || !article->answeredIds.isEmpty() || article->automatic || article->author.isValid());
}

Instant servedClockStart()
{
    return QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

ServedTestDesk::ServedTestDesk(const QString &place, Desk &own, std::shared_ptr<const Clock> clock)
    : m_own(own)
    , m_clock(std::move(clock))
    , m_log(LogLevel::Error)
{
    auto accounts = openAccountStoreAt(place);
    if (!accounts)
        servedDeskFailed(accounts.error());
    m_accounts = *std::move(accounts);
    ServiceConfig config;
    config.desk = place;
    config.receives = config.sends = config.watchesSla = false;
    config.apiRequestsPerSecond = 100'000;
    config.requestsPerSecond = 100'000;
    config.listen.limits.perAddress = 10'000;
    ServicePorts ports;
    ports.clock = m_clock;
    auto service = Service::start(config, ports, m_log);
    if (!service)
        servedDeskFailed(service.error());
    m_service = *std::move(service);
}

ServedTestDesk::~ServedTestDesk() = default;

QUrl ServedTestDesk::url() const
{
    return *serverUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_service->port()));
}

QByteArray ServedTestDesk::newToken(PersonId person)
{
    const Result<void> made = m_accounts->createAccount(person, {{}, m_clock->now()});
    if (!made && made.error().code != ErrorCode::Conflict)
        return {};
    const FreshToken token = makeToken(TokenKind::Api);
    ApiToken api;
    api.id = QUuid::createUuid();
    api.person = person;
    api.name = QStringLiteral("test");
    for (const AccessScope scope : allAccessScopes())
        api.scopes |= int(scope);
    api.createdAt = m_clock->now();
    return m_accounts->addApiToken(api, token.sha256) ? token.text : QByteArray();
}

int ServedTestDesk::changesOf(PersonId person) const
{
    const auto found = m_changes.find(person.value);
    return found == m_changes.end() ? 0 : found->second;
}

RemoteDoors::RemoteDoors(ServedTestDesk &served, PersonId admin)
    : m_served(served)
    , m_admin(admin)
{
    Desk &door = of(admin);
    connect(&door, &Desk::changed, this, &Desk::changed);
    connect(&door, &Desk::catalogChanged, this, &Desk::catalogChanged);
    connect(&door, &Desk::presenceChanged, this, &Desk::presenceChanged);
    connect(&door, &Desk::connectionChanged, this, &Desk::connectionChanged);
}

RemoteDoors::~RemoteDoors() = default;

Desk &RemoteDoors::of(PersonId person)
{
    if (!person.isValid())
        return m_served.own();
    Door &door = m_doors[person.value];
    const int changes = m_served.changesOf(person);
    if (door.desk && door.changes == changes)
        return *door.desk;
    const QByteArray token = m_served.newToken(person);
    if (token.isEmpty())
        return m_served.own();
    door.changes = changes;
    if (door.desk) {
        door.desk->setToken(token);
        return *door.desk;
    }
    RemoteDeskOptions options;
    options.place.service = m_served.url();
    options.token = token;
    door.desk = std::make_unique<RemoteDesk>(options);
    // From here on it hears of everything.
    if (const auto me = await(door.desk->signedIn()); !me)
        servedDeskFailed(me.error());
    return *door.desk;
}

QFuture<Result<CommandAnswer>> RemoteDoors::submit(const Command &command)
{
    if (isOfTheDesk(command))
        return m_served.own().submit(command);
    Desk &door = of(command.actor);
    const auto *saved = std::get_if<SavePerson>(&command.body);
    if (!saved)
        return door.submit(command);
    const auto answer = await(door.submit(command));
    if (answer && saved->person.id.isValid())
        m_served.noteChange(saved->person.id);
    return readyFuture(answer);
}

RemoteDeskFixture::RemoteDeskFixture(std::unique_ptr<DeskFixture> inner, const QString &place)
    : m_inner(std::move(inner))
    , m_admin(m_inner->admin())
    , m_clock(std::make_shared<SharedClock>(servedClockStart()))
    , m_served(std::make_unique<ServedTestDesk>(place, m_inner->desk(), m_clock))
    , m_desk(std::make_unique<RemoteDoors>(*m_served, m_admin))
{
}

void RemoteDeskFixture::advanceClock(qint64 milliseconds)
{
    m_inner->advanceClock(milliseconds);
    m_clock->advance(milliseconds);
}

void RemoteDeskFixture::reopen()
{
    m_desk.reset();
    m_desk = std::make_unique<RemoteDoors>(*m_served, m_admin);
}

std::unique_ptr<RemoteDeskFixture> remoteSqliteFixture()
{
    auto inner = std::make_unique<LocalDeskFixture>();
    const QString path = inner->path();
    return std::make_unique<RemoteDeskFixture>(std::move(inner), path);
}

std::unique_ptr<DeskFixture> remotePostgresFixture(PostgresServer &server)
{
    auto inner = std::make_unique<PostgresDeskFixture>(server);
    const QString place = placeOf(inner->address());
    return std::make_unique<RemoteDeskFixture>(std::move(inner), place);
}

} // namespace deskhand::test
