// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/service_world.h"

#include "bench/report.h"
#include "service/accounts/access_token.h"
#include "store/sql_account_store.h"
#include "wire/command_done.h"
#include "wire/wire_calls.h"
#include "wire/wire_command.h"
#include "wire/wire_socket.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace deskhand::bench {
namespace {

constexpr int membersOfHidden = 500;
constexpr int ticketsToTake = 20'000;
constexpr int connectWithinMs = 60'000;
constexpr double firstPauseMs = 200;
constexpr double longestPauseMs = 2000;
constexpr int feedPage = 1000;

template <typename T>
T expected(Result<T> result)
{
    if (!result)
        giveUp(result.error().where + QStringLiteral(": ") + result.error().detail);
    return *std::move(result);
}

void expected(const Result<void> &result)
{
    if (!result)
        giveUp(result.error().where + QStringLiteral(": ") + result.error().detail);
}

QString addressText(const PostgresAddress &address)
{
    return QStringLiteral("postgresql://%1@%2:%3/%4?sslmode=disable")
        .arg(address.user, address.host)
        .arg(address.port)
        .arg(address.database);
}

/// The number behind the last "cursor" of a message, without reading all of it.
qint64 cursorOf(const QByteArray &message)
{
    const QByteArray key = "\"cursor\":";
    const qsizetype at = message.lastIndexOf(key);
    if (at < 0)
        return 0;
    qsizetype end = at + key.size();
    const qsizetype begin = end;
    while (end < message.size() && message[end] >= '0' && message[end] <= '9')
        ++end;
    return message.mid(begin, end - begin).toLongLong();
}

} // namespace

ServiceWorld::ServiceWorld(BenchDesk &bench)
{
    const PostgresAddress address = bench.serverToChange();
    m_place = addressText(address);
    m_desk = expected(LocalDesk::openServer(address));
    m_catalog = expected(waitFor(m_desk->catalog()));
    for (const Person &agent : m_catalog->agents) {
        m_demoAgents.append(agent.id);
        if (agent.admin && agent.active)
            m_admin = agent.id;
    }
    addPeople();
    hideAQueue();
    m_catalog = expected(waitFor(m_desk->catalog()));
    signIn();
    lookAtTickets();
    const auto authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(authority, QStringLiteral("localhost"));
    m_service = std::make_unique<test::ServiceProcess>(
        m_place, QStringList{QStringLiteral("--listen-certificate=") + certificate.certificate,
                             QStringLiteral("--listen-key=") + certificate.key});
    m_loop = std::make_unique<LoadLoop>(m_service->port(), authority.certificate);
}

void ServiceWorld::addPeople()
{
    QVector<QFuture<Result<CommandAnswer>>> answers;
    for (int i = 0; i < people; ++i) {
        Person person;
        person.name = QStringLiteral("Agent %1").arg(i);
        person.address = QStringLiteral("agent%1@load.example").arg(i);
        person.role = PersonRole::Agent;
        answers.append(m_desk->submit(Command::make(m_admin, SavePerson{person})));
    }
    for (const auto &answer : answers)
        m_people.append(PersonId{expected(waitFor(answer)).id});
}

/// So that not everybody sees everything, and what is pushed has to be looked at.
void ServiceWorld::hideAQueue()
{
    Queue hidden = m_catalog->queues.last();
    hidden.members = m_people.mid(0, membersOfHidden);
    expected(waitFor(m_desk->submit(Command::make(m_admin, SaveQueue{hidden}))));
}

void ServiceWorld::signIn()
{
    const auto store = expected(openAccountStoreAt(m_place));
    const Instant now = SystemClock().now();
    constexpr qint64 day = 86'400'000;
    for (const PersonId person : std::as_const(m_people)) {
        expected(store->createAccount(person, {person, now}));
        const FreshToken token = makeToken(TokenKind::Session);
        SignInFinish finish;
        finish.proven = expected(store->secrets(person));
        finish.at = now;
        NewSession session;
        session.id = QUuid::createUuid();
        session.tokenSha256 = token.sha256;
        session.device = QStringLiteral("bench");
        session.at = now;
        session.idle = day;
        session.expiresAt = now + day;
        finish.session = session;
        expected(store->finishSignIn(finish));
        m_tokens.append(token.text);
    }
}

void ServiceWorld::lookAtTickets()
{
    TicketQuery query;
    query.condition = Condition::is(ConditionField::StateType, {1, 2, 3, 4, 5, 6}); // none that was merged
    query.me = m_people.last();                                                     // what everybody sees
    QVector<TicketId> ids = expected(waitFor(m_desk->tickets(query))).ids;
    std::shuffle(ids.begin(), ids.end(), *QRandomGenerator::global());
    const auto rows = expected(waitFor(m_desk->rows(ids.mid(0, ticketsToTake), {})));
    for (const TicketRow &row : rows)
        m_tickets.append({row.head.id, row.head.version, row.head.priority.value});
}

QVector<ServiceWorld::Ticket> ServiceWorld::takeTickets(int count)
{
    if (m_tickets.size() < count)
        giveUp(QStringLiteral("too few open tickets"));
    const QVector<Ticket> taken = m_tickets.mid(m_tickets.size() - count);
    m_tickets.resize(m_tickets.size() - count);
    return taken;
}

double ServiceWorld::memory() const
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(m_service->processId()));
    if (!file.open(QIODevice::ReadOnly))
        giveUp(QStringLiteral("the service's memory cannot be seen"));
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').value(0).toDouble();
    }
    return 0;
}

Listener::Listener(ServiceWorld &world, int number)
    : m_world(world)
    , m_line(world.loop(), world.token(number))
    , m_asking(world.loop(), world.token(number))
{
    m_line.heard = [this](const QByteArray &message) { take(message); };
    m_line.closed = [this] { comeBack(); };
}

void Listener::connect()
{
    m_isWelcome = false;
    openSocket();
}

void Listener::openSocket()
{
    m_line.open();
    m_line.openSocket([this](int status, const QByteArray &) {
        if (status == 101)
            m_line.say(encodeSocketUp(SocketHello{wireVersion, m_cursor}));
    });
}

void Listener::take(const QByteArray &message)
{
    if (message.startsWith("{\"type\":\"changes\"") || message.startsWith("{\"type\":\"look\"")) {
        m_cursor = cursorOf(message);
        m_told.push_back({LoadLoop::now(), m_cursor});
        if (heard)
            heard(message);
    } else if (message.startsWith("{\"type\":\"hello\"")) {
        m_isWelcome = true;
        m_pause = 0;
        m_wanted = cursorOf(message);
        if (m_cursor == 0)
            m_cursor = m_wanted;
        else if (m_cursor < m_wanted)
            catchUp([] {});
    } else if (message.startsWith("{\"type\":\"bye\"")) {
        const Result<SocketDown> bye = decodeSocketDown(message);
        m_pause = bye ? std::get<SocketBye>(*bye).retryAfterMs : 0;
    }
}

void Listener::catchUp(const std::function<void()> &then)
{
    m_asking.ask("changes", encodeCall(ChangesSinceCall{m_cursor, feedPage}),
                 [this, then](int status, const QByteArray &body) {
                     const Result<FeedPage> page = decodeAnswer<ChangesSinceCall>(unpacked(body));
                     if (status != 200 || !page)
                         return comeBack();
                     m_cursor = std::max(m_cursor, page->cursor);
                     if (page->more)
                         catchUp(then);
                     else
                         then();
                 });
}

void Listener::comeBack()
{
    m_isWelcome = false;
    if (!m_comesBack || std::exchange(m_waits, true))
        return;
    const double pause = m_pause > 0 ? m_pause : firstPauseMs;
    m_pause = std::clamp(2 * m_pause, firstPauseMs, longestPauseMs); // when that does not help
    m_world.loop().after(pause, [this] { again(); });
}

void Listener::again()
{
    m_waits = false;
    m_asking.open();
    m_asking.ask("sync-head", "{}", [this](int status, const QByteArray &) {
        if (status == 200)
            catchUp([this] { openSocket(); });
        else
            comeBack();
    });
}

void Listener::showSigns(TicketId ticket)
{
    SocketSigns signs;
    if (ticket.isValid())
        signs.signs.append({ticket, PresenceKind::Viewing});
    m_line.say(encodeSocketUp(signs));
}

Listeners::Listeners(ServiceWorld &world)
{
    constexpr int atOnce = 50;
    for (int i = 0; i < ServiceWorld::people; ++i) {
        m_all.emplace_back(world, i).connect();
        if (i % atOnce == atOnce - 1
            && !world.loop().run(connectWithinMs, [this] { return areAll(&Listener::isWelcome); }))
            giveUp(QStringLiteral("not everybody was welcome"));
    }
}

bool Listeners::areAll(bool (Listener::*state)() const) const
{
    return std::all_of(m_all.begin(), m_all.end(), [state](const Listener &one) { return (one.*state)(); });
}

qint64 Listeners::bytesRead()
{
    qint64 bytes = 0;
    for (Listener &one : m_all)
        bytes += one.line().bytesRead();
    return bytes;
}

Changer::Changer(ServiceWorld &world, int number, QVector<ServiceWorld::Ticket> tickets)
    : m_me(world.person(number))
    , m_line(world.loop(), world.token(number))
    , m_tickets(std::move(tickets))
{
    m_line.open();
}

void Changer::change(std::function<void(const Done &)> done)
{
    const int number = m_next++ % int(m_tickets.size());
    ServiceWorld::Ticket &ticket = m_tickets[number];
    ticket.priority = ticket.priority % 4 + 1;
    const FieldChange priority{TicketField::Priority, ticket.priority, {}, {}};
    const Command command = Command::make(m_me, ChangeTicket{ticket.id, ticket.version, {priority}, {}});
    submit(number, encodeCommand(command), LoadLoop::now(), done);
}

void Changer::submit(int number, const QByteArray &command, double asked, const std::function<void(const Done &)> &done)
{
    m_line.ask("commands", command, [this, number, command, asked, done](int status, const QByteArray &body) {
        if (status == 0) // it was closed at this very moment
            return submit(number, command, asked, done);
        const Result<WireCommandDone> answer = decodeCommandDone(unpacked(body));
        if (status != 200 || !answer || !answer->answer.conflicts.isEmpty() || !answer->changes)
            giveUp(QStringLiteral("a change was answered %1: ").arg(status) + QString::fromUtf8(unpacked(body)));
        m_tickets[number].version = answer->answer.version;
        done({asked, LoadLoop::now(), answer->changes->isEmpty() ? 0 : answer->changes->last().seq});
    });
}

} // namespace deskhand::bench
