// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/authorisation_matrix.h"

#include "store/sql_account_store.h"
#include "wire/wire_command.h"

#include <QtTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;
using Rule = Cell::Rule;

void AuthorisationMatrix::initTestCase()
{
    m_world = std::make_unique<MatrixDesk>(m_place);
    m_roles = rolesOf(*m_world);
    m_service =
        std::make_unique<ServiceProcess>(m_world->place, QStringList{u"--limits-api-requests-per-second=100000"_s});
    m_cells = endpointCells();
    m_commands = commandCells(*m_world);
}

void AuthorisationMatrix::everythingIsInTheMatrix()
{
    QStringList names;
    for (const Endpoint &endpoint : endpoints())
        names.append(endpoint.name);
    names.sort();
    QCOMPARE(m_cells.keys(), names);
    QStringList kinds = commandKindNames();
    kinds.sort();
    QCOMPARE(m_commands.keys(), kinds);
}

void AuthorisationMatrix::roles()
{
    QTest::addColumn<int>("role");
    for (int i = 0; i < m_roles.size(); ++i)
        QTest::newRow(qPrintable(m_roles[i].name)) << i;
}

/// The word of a ticket that the role does not see; empty: none.
QString AuthorisationMatrix::leakIn(const Role &role, const QByteArray &body) const
{
    for (const AskedTicket &ticket : m_world->tickets) {
        if (!ticket.word.isEmpty() && !sees(role, ticket) && body.toLower().contains(ticket.word.toUtf8()))
            return ticket.word;
    }
    return {};
}

ServiceAnswer AuthorisationMatrix::ask(const Role &role, const Endpoint &endpoint, const AskedTicket &ticket)
{
    ServiceClient client(m_service->url(), role.token);
    // Whoever signs out does it with a session of their own.
    if (endpoint.name == "sign-out"_L1 && role.isKnown() && !role.isApi)
        client.token = ServiceProcess::openSession(m_world->place, role.person);
    const QString path = QString(endpoint.path).replace(u"{sha256}"_s, QString::fromLatin1(ticket.blob.toHex()));
    ++m_asked;
    if (endpoint.method == "GET"_L1)
        return client.get(path);
    if (endpoint.method == "PUT"_L1)
        return client.put(path, QJsonDocument(m_cells[endpoint.name].body(ticket)).toJson());
    return client.post(path, QJsonDocument(m_cells[endpoint.name].body(ticket)).toJson());
}

QSet<int> AuthorisationMatrix::expectedOf(const Role &role, const Endpoint &endpoint, const Cell &cell,
                                          const AskedTicket &ticket) const
{
    if (endpoint.access == EndpointAccess::Public)
        return cell.statuses;
    if (!role.isKnown())
        return {401};
    if (endpoint.access == EndpointAccess::Session && role.isApi)
        return {403};
    const std::optional<AccessScope> scope = accessScopeNamed(endpoint.scope);
    if (scope && !role.may(*scope))
        return {403};
    if (cell.rule == Rule::Ticket && !sees(role, ticket))
        return {404};
    return cell.statuses;
}

void AuthorisationMatrix::endpointsKeepTheirRule()
{
    QFETCH(int, role);
    const Role &who = m_roles[role];
    for (const Endpoint &endpoint : endpoints()) {
        if (endpoint.kind == EndpointKind::Command)
            continue;
        const Cell cell = m_cells[endpoint.name];
        for (const AskedTicket &ticket : std::as_const(m_world->tickets)) {
            const bool isAboutTicket = cell.rule != Rule::Always;
            if (!isAboutTicket && &ticket != &m_world->tickets.first())
                continue;
            const ServiceAnswer answer = ask(who, endpoint, ticket);
            const QByteArray what = QByteArray(endpoint.name.data()) + " about " + ticket.name.toUtf8() + ": "
                                    + QByteArray::number(answer.status) + ' ' + answer.body.left(300);
            QVERIFY2(expectedOf(who, endpoint, cell, ticket).contains(answer.status), what.constData());
            QVERIFY2(leakIn(who, answer.body).isEmpty(), what.constData());
        }
    }
}

QSet<int> AuthorisationMatrix::expectedOfCommand(const Role &role, const QString &kind, const Cell &cell,
                                                 const AskedTicket &ticket) const
{
    if (!role.isKnown())
        return {401};
    const QByteArray text = QJsonDocument(QJsonObject{{u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                                      {u"kind"_s, kind},
                                                      {u"body"_s, cell.body(ticket)}})
                                .toJson();
    const Command command = must(decodeCommand(text));
    if (!role.may(setsUpDesk(command.body) ? AccessScope::Admin : AccessScope::Write))
        return {403};
    if (cell.rule == Rule::SettingUp && !role.isAdmin)
        return kind == u"delete-mail-text"_s ? QSet<int>{403, 404} : QSet<int>{403};
    // To whom nothing is hidden may be said what else is wrong.
    const bool seesAll = role.seesAlpha && role.seesBeta;
    if (cell.rule == Rule::Ticket && !sees(role, ticket))
        return seesAll ? QSet<int>{404, 422} : QSet<int>{404};
    return cell.statuses;
}

void AuthorisationMatrix::commandsKeepTheirRule()
{
    QFETCH(int, role);
    const Role &who = m_roles[role];
    ServiceClient client(m_service->url(), who.token);
    for (auto it = m_commands.begin(); it != m_commands.end(); ++it) {
        for (const AskedTicket &ticket : std::as_const(m_world->tickets)) {
            if (it->rule != Rule::Ticket && &ticket != &m_world->tickets.first())
                continue;
            const ServiceAnswer answer = client.command(it.key(), it->body(ticket));
            ++m_asked;
            const QByteArray what = it.key().toUtf8() + " about " + ticket.name.toUtf8() + ": "
                                    + QByteArray::number(answer.status) + ' ' + answer.body.left(300);
            QVERIFY2(expectedOfCommand(who, it.key(), *it, ticket).contains(answer.status), what.constData());
            QVERIFY2(leakIn(who, answer.body).isEmpty(), what.constData());
        }
    }
}

/// Byte for byte the same answer about what is not seen and about what never was.
void AuthorisationMatrix::hiddenIsAsMissing()
{
    QFETCH(int, role);
    const Role &who = m_roles[role];
    const AskedTicket &missing = m_world->ticket(u"missing"_s);
    ServiceClient client(m_service->url(), who.token);
    for (const AskedTicket &ticket : std::as_const(m_world->tickets)) {
        if (sees(who, ticket))
            continue;
        for (const Endpoint &endpoint : endpoints()) {
            const Rule rule = m_cells[endpoint.name].rule;
            if (rule != Rule::Ticket && rule != Rule::Empty)
                continue;
            const ServiceAnswer hidden = ask(who, endpoint, ticket);
            const ServiceAnswer absent = ask(who, endpoint, missing);
            QCOMPARE(hidden.status, absent.status);
            QCOMPARE(hidden.body, absent.body);
        }
        for (auto it = m_commands.begin(); it != m_commands.end(); ++it) {
            if (it->rule != Rule::Ticket)
                continue;
            const ServiceAnswer hidden = client.command(it.key(), it->body(ticket));
            const ServiceAnswer absent = client.command(it.key(), it->body(missing));
            QCOMPARE(hidden.status, absent.status);
            QCOMPARE(hidden.body, absent.body);
        }
    }
}

void AuthorisationMatrix::listsLeaveOutWhatIsHidden()
{
    for (const Role &role : std::as_const(m_roles)) {
        if (!role.may(AccessScope::Read))
            continue;
        ServiceClient client(m_service->url(), role.token);
        QJsonArray all;
        for (const AskedTicket &ticket : std::as_const(m_world->tickets))
            all.append(ticket.id.value);
        const QJsonArray listed = client.call(u"tickets"_s).json()[u"ids"_s].toArray();
        QSet<qint64> rows;
        for (const QJsonValue &row : client.call(u"rows"_s, {{u"ids"_s, all}}).json()[u"items"_s].toArray())
            rows.insert(row.toObject()[u"id"_s].toInteger());
        for (const AskedTicket &ticket : std::as_const(m_world->tickets)) {
            QVERIFY2(rows.contains(ticket.id.value) == sees(role, ticket), qPrintable(role.name + ticket.name));
            QVERIFY2(!listed.contains(ticket.id.value) || sees(role, ticket), qPrintable(role.name + ticket.name));
        }
        QVERIFY(!role.seesAlpha || listed.contains(m_world->ticket(u"own"_s).id.value));
        const QJsonObject counted =
            client.call(u"counts"_s, {{u"conditions"_s, QJsonArray{QJsonObject{{u"all"_s, QJsonArray()}}}}}).json();
        QCOMPARE(counted[u"items"_s].toArray().first().toInteger(), listed.size());
        // Replicas are told what they may not keep.
        const ServiceAnswer synced = client.call(u"sync-tickets"_s, {{u"ids"_s, all}});
        if (synced.status == 404)
            continue; // a service without replicas
        QCOMPARE(synced.status, 200);
        const QJsonArray gone =
            QJsonDocument::fromJson(synced.body.left(synced.body.indexOf('\n'))).object()[u"gone"_s].toArray();
        for (const AskedTicket &ticket : std::as_const(m_world->tickets))
            QVERIFY2(gone.contains(ticket.id.value) != sees(role, ticket), qPrintable(role.name + ticket.name));
    }
}

void AuthorisationMatrix::socketsOpenForWhomTheyMay()
{
    for (const Role &role : std::as_const(m_roles)) {
        ServiceSocket socket(m_service->url(), role.token);
        if (role.may(AccessScope::Socket)) {
            QTRY_VERIFY2(socket.isOpen(), qPrintable(role.name));
            socket.hello();
            QTRY_COMPARE(socket.heard(u"hello"_s).size(), 1);
        } else {
            QTRY_VERIFY2(socket.isClosed() || socket.socket().state() == QAbstractSocket::UnconnectedState,
                         qPrintable(role.name));
            QVERIFY2(socket.heard().isEmpty() && !socket.isOpen(), qPrintable(role.name));
        }
    }
}

namespace {

QByteArray everythingHeard(const ServiceSocket &socket)
{
    QByteArray all;
    for (const QJsonObject &message : socket.heard())
        all += QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    return all;
}

QVector<QJsonObject> changesOf(const ServiceSocket &socket, TicketId ticket)
{
    QVector<QJsonObject> changes;
    for (const QJsonObject &message : socket.heard(u"changes"_s)) {
        for (const QJsonValue &change : message[u"changes"_s].toArray()) {
            if (change.toObject()[u"ticket"_s].toInteger() == ticket.value)
                changes.append(change.toObject());
        }
    }
    return changes;
}

bool tellsOfPresence(const ServiceSocket &socket, TicketId ticket)
{
    for (const QJsonObject &message : socket.heard(u"presence"_s)) {
        for (const QJsonValue &other : message[u"others"_s].toArray()) {
            if (other.toObject()[u"ticket"_s].toInteger() == ticket.value)
                return true;
        }
    }
    return false;
}

} // namespace

void AuthorisationMatrix::pushesTellOnlyWhatIsSeen()
{
    const AskedTicket &own = m_world->ticket(u"own"_s);
    const AskedTicket &other = m_world->ticket(u"other"_s);
    struct Listener {
        Role role;
        std::unique_ptr<ServiceSocket> socket;
    };
    std::vector<Listener> listeners;
    for (const Role &role : std::as_const(m_roles)) {
        if (!role.may(AccessScope::Socket))
            continue;
        listeners.push_back({role, std::make_unique<ServiceSocket>(m_service->url(), role.token)});
        ServiceSocket &socket = *listeners.back().socket;
        QTRY_VERIFY(socket.isOpen());
        socket.hello();
        QTRY_COMPARE(socket.heard(u"hello"_s).size(), 1);
    }
    // Somebody of either team is in their ticket, and writes in it.
    ServiceSocket benWrites(m_service->url(), ServiceProcess::openSession(m_world->place, m_world->ben));
    ServiceSocket annWrites(m_service->url(), ServiceProcess::openSession(m_world->place, m_world->ann));
    for (const auto &[socket, ticket] : {std::pair(&benWrites, &other), std::pair(&annWrites, &own)}) {
        QTRY_VERIFY(socket->isOpen());
        socket->hello();
        const QJsonObject sign{{u"ticket"_s, ticket->id.value}, {u"kind"_s, u"writing"_s}};
        socket->say({{u"type"_s, u"presence"_s}, {u"signs"_s, QJsonArray{sign}}});
    }
    ServiceClient ben(m_service->url(), ServiceProcess::openSession(m_world->place, m_world->ben));
    QCOMPARE(ben.command(u"post-article"_s, noteOf(other)).status, 200);
    ServiceClient ann(m_service->url(), ServiceProcess::openSession(m_world->place, m_world->ann));
    QCOMPARE(ann.command(u"post-article"_s, noteOf(own)).status, 200);

    for (const Listener &listener : listeners) {
        const Role &role = listener.role;
        const ServiceSocket &socket = *listener.socket;
        const AskedTicket &seen = role.seesAlpha ? own : other;
        QTRY_VERIFY2(!changesOf(socket, seen.id).isEmpty(), qPrintable(role.name));
        QTRY_VERIFY2(tellsOfPresence(socket, seen.id), qPrintable(role.name));
        if (role.seesAlpha && role.seesBeta) {
            QTRY_VERIFY2(!changesOf(socket, other.id).isEmpty(), qPrintable(role.name));
            QTRY_VERIFY2(tellsOfPresence(socket, other.id), qPrintable(role.name));
            continue;
        }
        const AskedTicket &hidden = role.seesAlpha ? other : own;
        QVERIFY2(!tellsOfPresence(socket, hidden.id), everythingHeard(socket).constData());
        for (const QJsonObject &change : changesOf(socket, hidden.id)) {
            const QByteArray said = QJsonDocument(change).toJson(QJsonDocument::Compact);
            QVERIFY2(change[u"kind"_s] == u"ticket-changed"_s && !change.contains(u"article"_s)
                         && !change.contains(u"actor"_s) && !change.contains(u"command"_s),
                     said.constData());
        }
        QVERIFY2(leakIn(role, everythingHeard(socket)).isEmpty(), everythingHeard(socket).constData());
    }
}

void AuthorisationMatrix::whoIsRevokedHearsNothingMore()
{
    const auto store = must(openAccountStoreAt(m_world->place));
    const QByteArray token = ServiceProcess::openSession(m_world->place, m_world->ann);
    const QUuid session = must(store->sessions(m_world->ann, SystemClock().now())).first().id;
    ServiceSocket socket(m_service->url(), token);
    QTRY_VERIFY(socket.isOpen());
    socket.hello();
    QTRY_COMPARE(socket.heard(u"hello"_s).size(), 1);
    mustWork(store->revokeSession(m_world->ann, session));
    constexpr int withinMs = 1'500; // a second, and what a busy computer takes
    QTRY_VERIFY_WITH_TIMEOUT(socket.isClosed(), withinMs);
    const qsizetype heard = changesOf(socket, m_world->ticket(u"own"_s).id).size();
    ServiceClient ann(m_service->url(), ServiceProcess::openSession(m_world->place, m_world->ann));
    QCOMPARE(ann.command(u"post-article"_s, noteOf(m_world->ticket(u"own"_s))).status, 200);
    QCOMPARE(changesOf(socket, m_world->ticket(u"own"_s).id).size(), heard);
    QCOMPARE(ServiceClient(m_service->url(), token).call(u"catalog"_s).status, 401);
}

} // namespace deskhand::test
