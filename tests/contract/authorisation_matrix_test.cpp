// SPDX-License-Identifier: GPL-3.0-or-later
// Who may ask the service what: every endpoint of the table and every command, asked by everybody about every kind of
// ticket, over real sockets; and what the WebSocket tells whom. What is not in here fails.
#include "service/accounts/access_token.h"
#include "service/principal.h"
#include "store/sql_account_store.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "support/test_desk.h"
#include "wire/endpoints.h"
#include "wire/wire_command.h"

#include <QCryptographicHash>
#include <QtTest>

#include <functional>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *std::move(result);
}
void mustWork(const Result<void> &done)
{
    if (!done)
        qFatal("%s: %s", qPrintable(done.error().where), qPrintable(done.error().detail));
}

/// What is asked about. The words stand in subject, thread, file name and note of the ticket, and nowhere else.
struct AskedTicket {
    QString name;
    TicketId id;
    QString number;
    qint64 version = 0;
    ArticleId article;
    QByteArray blob;
    QueueId queue;
    QString word; ///< empty: it is not there
};

/// A desk with two teams: Ann sees Alpha, Ben sees Beta, Sue and Ada see both.
struct MatrixDesk {
    QTemporaryDir folder;
    QString place = folder.filePath(u"matrix.desk"_s);
    std::unique_ptr<LocalDesk> desk;
    PersonId ada;
    PersonId sue;
    PersonId ann;
    PersonId ben;
    QueueId alpha;
    QueueId beta;
    QVector<AskedTicket> tickets;

    MatrixDesk();
    [[nodiscard]] const AskedTicket &ticket(const QString &name) const
    {
        return *std::find_if(tickets.cbegin(), tickets.cend(),
                             [&name](const AskedTicket &each) { return each.name == name; });
    }
    CommandAnswer submit(PersonId actor, const CommandBody &body)
    {
        return must(await(desk->submit(Command::make(actor, body))));
    }

private:
    PersonId agent(const QString &name, bool supervisor);
    QueueId queue(const QString &name, PersonId member);
    AskedTicket open(const QString &name, QueueId queue, PersonId by, const QString &word);
};

MatrixDesk::MatrixDesk()
{
    mustWork(createDeskFile(place, {u"Matrix"_s, u"Ada Admin"_s, u"ada@desk.example"_s, {}}));
    desk = must(LocalDesk::open(place));
    ada = must(await(desk->catalog()))->agents.first().id;
    sue = agent(u"Sue"_s, true);
    ann = agent(u"Ann"_s, false);
    ben = agent(u"Ben"_s, false);
    alpha = queue(u"Alpha"_s, ann);
    beta = queue(u"Beta"_s, ben);
    tickets.append(open(u"own"_s, alpha, ann, u"quokka"_s));
    tickets.append(open(u"other"_s, beta, ben, u"zebra"_s));
    AskedTicket stub = open(u"merged"_s, beta, ben, u"walrus"_s);
    submit(ada, MergeTickets{tickets[1].id, 0, {{stub.id, 0}}, true, {}});
    tickets.append(stub);
    tickets.append({u"missing"_s, TicketId{999'999}, u"999999"_s, 1, ArticleId{999'999}, QByteArray(32, 'x'), {}, {}});
}

PersonId MatrixDesk::agent(const QString &name, bool supervisor)
{
    Person person;
    person.name = name;
    person.address = name.toLower() + u"@desk.example"_s;
    person.role = PersonRole::Agent;
    person.supervisor = supervisor;
    return PersonId{submit(ada, SavePerson{person}).id};
}

QueueId MatrixDesk::queue(const QString &name, PersonId member)
{
    Queue queue;
    queue.name = name;
    queue.members = {member};
    return QueueId{submit(ada, SaveQueue{queue}).id};
}

AskedTicket MatrixDesk::open(const QString &name, QueueId queue, PersonId by, const QString &word)
{
    AskedTicket ticket{name, {}, {}, 0, {}, {}, queue, word};
    const QByteArray bytes = "file of " + word.toUtf8();
    OpenTicket open;
    open.subject = u"About the "_s + word;
    open.queue = queue;
    open.requesterAddress = {u"Rita"_s, u"rita@customer.example"_s};
    NewArticle first;
    first.senderRole = SenderRole::Customer;
    first.text = u"It is the "_s + word + u" again"_s;
    first.attachments = {{word + u".txt"_s, u"text/plain"_s, bytes, false, {}}};
    open.article = first;
    const CommandAnswer opened = submit(by, open);
    ticket.id = opened.ticket;
    ticket.number = opened.ticketNumber;
    ticket.article = opened.article;
    ticket.blob = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    PostArticle note;
    note.ticket = ticket.id;
    note.article.visibility = Visibility::Internal;
    note.article.text = u"A note about a "_s + word;
    ticket.version = submit(by, note).version;
    return ticket;
}

/// Who asks.
struct Role {
    QString name;
    QByteArray token;
    PersonId person;
    int scopes = 0; ///< 0 with a person: the token is no longer good
    bool isApi = false;
    bool seesAlpha = false;
    bool seesBeta = false;
    bool isAdmin = false;

    [[nodiscard]] bool isKnown() const { return scopes != 0; }
    [[nodiscard]] bool may(AccessScope scope) const { return (scopes & int(scope)) != 0; }
};

constexpr int everyScope =
    int(AccessScope::Read) | int(AccessScope::Write) | int(AccessScope::Admin) | int(AccessScope::Socket);

QByteArray apiToken(AccountStore &store, PersonId person, int scopes, bool revoke)
{
    const FreshToken token = makeToken(TokenKind::Api);
    ApiToken entry;
    entry.id = QUuid::createUuid();
    entry.person = person;
    entry.name = u"matrix"_s;
    entry.scopes = scopes;
    entry.createdAt = SystemClock().now();
    entry.createdBy = person;
    mustWork(store.addApiToken(entry, token.sha256));
    if (revoke)
        mustWork(store.revokeApiToken(entry.id, {person, SystemClock().now()}));
    return token.text;
}

QVector<Role> rolesOf(const MatrixDesk &world)
{
    QVector<Role> roles{{u"nobody"_s, {}, {}},
                        {u"forged"_s, makeToken(TokenKind::Session).text, {}},
                        {u"nonsense"_s, "' OR 1=1 --", {}}};
    const auto session = [&](const QString &name, PersonId person, bool seesAlpha, bool seesBeta, bool isAdmin) {
        roles.append({name, ServiceProcess::openSession(world.place, person), person, everyScope, false, seesAlpha,
                      seesBeta, isAdmin});
    };
    session(u"ann"_s, world.ann, true, false, false);
    session(u"ben"_s, world.ben, false, true, false);
    session(u"supervisor"_s, world.sue, true, true, false);
    session(u"admin"_s, world.ada, true, true, true);
    const auto store = must(openAccountStoreAt(world.place));
    for (const AccessScope scope : allAccessScopes()) {
        roles.append({u"ann's program: "_s + accessScopeName(scope), apiToken(*store, world.ann, int(scope), false),
                      world.ann, int(scope), true, true, false, false});
        roles.append({u"admin's program: "_s + accessScopeName(scope), apiToken(*store, world.ada, int(scope), false),
                      world.ada, int(scope), true, true, true, true});
    }
    roles.append({u"revoked program"_s, apiToken(*store, world.ada, everyScope, true), world.ada});
    // Somebody whose session was ended; not one of the others, whose sessions would end, too.
    const QByteArray ended = ServiceProcess::openSession(world.place, world.ada);
    const QVector<AccountSession> sessions = must(store->sessions(world.ada, SystemClock().now()));
    mustWork(store->revokeSession(world.ada, sessions.first().id));
    roles.append({u"revoked session"_s, ended, world.ada});
    return roles;
}

/// How an endpoint is asked about a ticket, and by which rule it answers.
struct Cell {
    enum class Rule {
        Always,    ///< the same for everybody who may ask: `statuses`
        Ticket,    ///< 200 for whoever sees the ticket; else as if it was not there
        Empty,     ///< 200, and nothing in it about what is not seen, as about what is not there
        LeavesOut, ///< 200, without what is not seen
        SettingUp, ///< 200 or a refusal of what was said for admins; 403 for others
    };
    Rule rule = Rule::Always;
    QSet<int> statuses{200};
    std::function<QJsonObject(const AskedTicket &)> body = [](const AskedTicket &) { return QJsonObject(); };
};

using Rule = Cell::Rule;
using Cells = QMap<QString, Cell>;

QJsonObject idOf(const AskedTicket &ticket)
{
    return {{u"id"_s, ticket.id.value}};
}

Cells endpointCells()
{
    const auto nothing = [](const AskedTicket &) { return QJsonObject(); };
    const auto say = [](const QJsonObject &body) { return [body](const AskedTicket &) { return body; }; };
    const auto ticket = [](const AskedTicket &asked) { return QJsonObject{{u"ticket"_s, asked.id.value}}; };
    const auto ids = [](const AskedTicket &asked) { return QJsonObject{{u"ids"_s, QJsonArray{asked.id.value}}}; };
    const QJsonObject all{{u"all"_s, QJsonArray()}};
    Cells cells;
    for (const char *name : {"catalog", "tickets", "views", "signed-in", "mail-setup", "mail-report", "outbox",
                             "sla-tasks", "notifications", "changes", "report-shelf", "sync-head", "sync-settings"})
        cells[QString::fromLatin1(name)] = {Rule::LeavesOut, {200}, nothing};
    cells[u"rows"_s] = {Rule::LeavesOut, {200}, ids};
    cells[u"sync-tickets"_s] = {Rule::LeavesOut, {200}, ids};
    cells[u"held-mails"_s] = {Rule::LeavesOut, {200}, ticket};
    cells[u"counts"_s] = {Rule::LeavesOut, {200}, say({{u"conditions"_s, QJsonArray{all}}})};
    cells[u"people"_s] = {Rule::LeavesOut, {200}, say({{u"startsWith"_s, u"r"_s}})};
    cells[u"search"_s] = {Rule::LeavesOut, {200}, [](const AskedTicket &asked) {
                              return QJsonObject{{u"text"_s, asked.word.isEmpty() ? u"unicorn"_s : asked.word}};
                          }};
    cells[u"sla-impact"_s] = {Rule::LeavesOut, {200}, say({{u"order"_s, QJsonArray()}, {u"scope"_s, u"all"_s}})};
    const QJsonObject created{{u"measure"_s, u"created"_s}, {u"statistic"_s, u"count"_s}};
    cells[u"report"_s] = {Rule::LeavesOut, {200}, say({{u"report"_s, created}})};
    cells[u"ticket"_s] = {Rule::Ticket, {200}, idOf};
    cells[u"ticket-sla"_s] = {Rule::Ticket, {200}, idOf};
    cells[u"history"_s] = {Rule::Empty, {200}, idOf};
    cells[u"thread"_s] = {Rule::Empty, {200}, ticket};
    cells[u"ticket-by-number"_s] = {Rule::Ticket, {200}, [](const AskedTicket &asked) {
                                        return QJsonObject{{u"number"_s, asked.number}};
                                    }};
    cells[u"blob"_s] = {Rule::Ticket, {200}, nothing};

    // Wrong passwords and codes: who may ask at all is told no by accounts. Attempts are counted, so "busy" is one,
    // too.
    const QJsonObject password{{u"password"_s, u"wrong"_s}};
    cells[u"sign-in"_s] = {Rule::Always, {401, 429}, say({{u"login"_s, u"nobody"_s}, {u"password"_s, u"wrong"_s}})};
    cells[u"link"_s] = {Rule::Always, {401}, say({{u"token"_s, u"0"_s}})};
    cells[u"accept-link"_s] = {
        Rule::Always, {401, 422, 429}, say({{u"token"_s, u"0"_s}, {u"password"_s, u"long enough a word"_s}})};
    cells[u"request-reset"_s] = {Rule::Always, {200, 429}, say({{u"login"_s, u"nobody"_s}})};
    cells[u"sessions"_s] = {Rule::Always, {200}, nothing};
    cells[u"revoke-session"_s] = {
        Rule::Always, {404}, say({{u"session"_s, u"00000007-0002-0003-0405-060708090a0b"_s}})};
    cells[u"change-password"_s] = {Rule::Always,
                                   {401, 422, 429},
                                   say({{u"oldPassword"_s, u"wrong"_s}, {u"newPassword"_s, u"long enough a word"_s}})};
    cells[u"offer-second-factor"_s] = {Rule::Always, {401, 403, 429}, say(password)};
    cells[u"confirm-second-factor"_s] = {Rule::Always, {401, 403, 404, 429}, say({{u"code"_s, u"000000"_s}})};
    cells[u"drop-second-factor"_s] = {Rule::Always, {401, 429}, say(password)};
    cells[u"sign-out"_s] = {Rule::Always, {200}, nothing};
    cells[u"socket"_s] = {Rule::Always, {426}, nothing};
    for (const char *name : {"hello", "openapi", "health", "ready", "metrics"})
        cells[QString::fromLatin1(name)] = {Rule::Always, {200}, nothing};
    cells[u"commands"_s] = {}; // each kind has a cell of its own
    return cells;
}

QJsonObject noteOf(const AskedTicket &asked)
{
    return {{u"ticket"_s, asked.id.value},
            {u"article"_s, QJsonObject{{u"text"_s, u"seen"_s}, {u"visibility"_s, u"internal"_s}}}};
}

Cells commandCells(const MatrixDesk &world)
{
    const auto say = [](const QJsonObject &body) { return [body](const AskedTicket &) { return body; }; };
    // What whoever sees the ticket is told: done, or what is wrong with it.
    const QSet<int> done{200, 409, 422};
    Cells cells;
    cells[u"open-ticket"_s] = {Rule::Always, {200, 422}, say({{u"subject"_s, u"New"_s}})};
    cells[u"post-article"_s] = {Rule::Ticket, done, noteOf};
    cells[u"change-ticket"_s] = {Rule::Ticket, done, [](const AskedTicket &asked) {
                                     const QJsonObject change{{u"field"_s, u"tags"_s}, {u"add"_s, QJsonArray{u"x"_s}}};
                                     return QJsonObject{{u"ticket"_s, asked.id.value},
                                                        {u"baseVersion"_s, 1},
                                                        {u"changes"_s, QJsonArray{change}}};
                                 }};
    cells[u"mark-read"_s] = {Rule::Ticket, done, [](const AskedTicket &asked) {
                                 return QJsonObject{{u"ticket"_s, asked.id.value}, {u"upTo"_s, asked.article.value}};
                             }};
    cells[u"record-breach-reason"_s] = {Rule::Ticket, {200, 404, 409, 422}, [](const AskedTicket &asked) {
                                            return QJsonObject{{u"ticket"_s, asked.id.value},
                                                               {u"target"_s, u"resolution"_s},
                                                               {u"reason"_s, u"because"_s}};
                                        }};
    // Into itself, so that nothing comes of it but what is wrong.
    cells[u"merge-tickets"_s] = {
        Rule::Ticket, {409, 422}, [](const AskedTicket &asked) {
            const QJsonObject source{{u"ticket"_s, asked.id.value}};
            return QJsonObject{{u"target"_s, asked.id.value}, {u"sources"_s, QJsonArray{source}}};
        }};
    cells[u"unmerge-ticket"_s] = {
        Rule::Ticket, {200, 409, 422}, [](const AskedTicket &asked) {
            return QJsonObject{{u"source"_s, asked.id.value}, {u"take"_s, QJsonArray{999'999}}};
        }};
    cells[u"split-ticket"_s] = {
        Rule::Ticket, {409, 422}, [](const AskedTicket &asked) {
            return QJsonObject{{u"ticket"_s, asked.id.value}, {u"articles"_s, QJsonArray{999'999}}};
        }};
    cells[u"decide-held-mail"_s] = {Rule::Always, {404}, say({{u"mail"_s, 999'999}, {u"decision"_s, u"discard"_s}})};
    cells[u"undo-send"_s] = {Rule::Always, {404}, say({{u"mail"_s, 999'999}})};
    cells[u"release-mail"_s] = {Rule::Always, {404}, say({{u"mail"_s, 999'999}})};
    cells[u"see-notifications"_s] = {Rule::Always, {200}, say({})};
    cells[u"save-view"_s] = {Rule::Always, {422}, say({{u"view"_s, QJsonObject()}})};
    cells[u"delete-view"_s] = {Rule::Always, {404}, say({{u"view"_s, 999'999}})};
    const QJsonObject created{{u"measure"_s, u"created"_s}, {u"statistic"_s, u"count"_s}};
    const QJsonObject nameless{{u"content"_s, QJsonObject{{u"report"_s, created}}}};
    cells[u"save-report-item"_s] = {Rule::Always, {422}, say({{u"item"_s, nameless}})};
    cells[u"delete-report-item"_s] = {Rule::Always, {404}, say({{u"item"_s, 999'999}})};
    cells[u"save-person"_s] = {
        Rule::SettingUp,
        {404, 422},
        say({{u"person"_s, QJsonObject{{u"id"_s, world.ben.value}, {u"role"_s, u"agent"_s}, {u"admin"_s, true}}}})};
    cells[u"save-organization"_s] = {Rule::Always, {422}, say({{u"organization"_s, QJsonObject()}})};
    cells[u"delete-mail-text"_s] = {Rule::SettingUp, {404}, say({{u"text"_s, 999'999}})};
    cells[u"cancel-sla-task"_s] = {Rule::SettingUp, {404}, say({{u"task"_s, 999'999}})};
    const QHash<QString, QString> things{{u"save-queue"_s, u"queue"_s},       {u"save-category"_s, u"category"_s},
                                         {u"save-state"_s, u"state"_s},       {u"save-priority"_s, u"priority"_s},
                                         {u"save-mailbox"_s, u"mailbox"_s},   {u"save-mail-text"_s, u"text"_s},
                                         {u"save-calendar"_s, u"calendar"_s}, {u"save-sla-policy"_s, u"policy"_s}};
    for (auto it = things.begin(); it != things.end(); ++it)
        cells[it.key()] = {Rule::SettingUp, {200, 404, 422}, say({{it.value(), QJsonObject{{u"id"_s, 999'999}}}})};
    cells[u"save-mail-settings"_s] = {
        Rule::SettingUp, {200, 422}, say({{u"settings"_s, QJsonObject{{u"undoSeconds"_s, -1}}}})};
    cells[u"save-desk-settings"_s] = {Rule::SettingUp, {422}, say({{u"numberFormat"_s, u"no number"_s}})};
    cells[u"order-sla-policies"_s] = {Rule::SettingUp, {200, 422}, say({{u"order"_s, QJsonArray()}})};
    return cells;
}

} // namespace

class AuthorisationMatrixTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MatrixDesk> m_world;
    std::unique_ptr<ServiceProcess> m_service;
    QVector<Role> m_roles;
    Cells m_cells;
    Cells m_commands;
    int m_asked = 0;

    [[nodiscard]] bool sees(const Role &role, const AskedTicket &ticket) const
    {
        if (ticket.word.isEmpty())
            return false;
        return ticket.queue == m_world->alpha ? role.seesAlpha : role.seesBeta;
    }
    [[nodiscard]] QString leakIn(const Role &role, const QByteArray &body) const;
    ServiceAnswer ask(const Role &role, const Endpoint &endpoint, const AskedTicket &ticket);
    [[nodiscard]] QSet<int> expectedOf(const Role &role, const Endpoint &endpoint, const Cell &cell,
                                       const AskedTicket &ticket) const;
    [[nodiscard]] QSet<int> expectedOfCommand(const Role &role, const QString &kind, const Cell &cell,
                                              const AskedTicket &ticket) const;
    void roles();

private Q_SLOTS:
    void initTestCase();
    void everythingIsInTheMatrix();
    void endpointsKeepTheirRule_data() { roles(); }
    void endpointsKeepTheirRule();
    void commandsKeepTheirRule_data() { roles(); }
    void commandsKeepTheirRule();
    void hiddenIsAsMissing_data() { roles(); }
    void hiddenIsAsMissing();
    void listsLeaveOutWhatIsHidden();
    void socketsOpenForWhomTheyMay();
    void pushesTellOnlyWhatIsSeen();
    void whoIsRevokedHearsNothingMore();
};

void AuthorisationMatrixTest::initTestCase()
{
    m_world = std::make_unique<MatrixDesk>();
    m_roles = rolesOf(*m_world);
    m_service =
        std::make_unique<ServiceProcess>(m_world->place, QStringList{u"--limits-api-requests-per-second=100000"_s});
    m_cells = endpointCells();
    m_commands = commandCells(*m_world);
}

void AuthorisationMatrixTest::everythingIsInTheMatrix()
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

void AuthorisationMatrixTest::roles()
{
    QTest::addColumn<int>("role");
    for (int i = 0; i < m_roles.size(); ++i)
        QTest::newRow(qPrintable(m_roles[i].name)) << i;
}

/// The word of a ticket that the role does not see; empty: none.
QString AuthorisationMatrixTest::leakIn(const Role &role, const QByteArray &body) const
{
    for (const AskedTicket &ticket : m_world->tickets) {
        if (!ticket.word.isEmpty() && !sees(role, ticket) && body.toLower().contains(ticket.word.toUtf8()))
            return ticket.word;
    }
    return {};
}

ServiceAnswer AuthorisationMatrixTest::ask(const Role &role, const Endpoint &endpoint, const AskedTicket &ticket)
{
    ServiceClient client(m_service->url(), role.token);
    // Whoever signs out does it with a session of their own.
    if (endpoint.name == "sign-out"_L1 && role.isKnown() && !role.isApi)
        client.token = ServiceProcess::openSession(m_world->place, role.person);
    const QString path = QString(endpoint.path).replace(u"{sha256}"_s, QString::fromLatin1(ticket.blob.toHex()));
    ++m_asked;
    if (endpoint.method == "GET"_L1)
        return client.get(path);
    return client.post(path, QJsonDocument(m_cells[endpoint.name].body(ticket)).toJson());
}

QSet<int> AuthorisationMatrixTest::expectedOf(const Role &role, const Endpoint &endpoint, const Cell &cell,
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

void AuthorisationMatrixTest::endpointsKeepTheirRule()
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

QSet<int> AuthorisationMatrixTest::expectedOfCommand(const Role &role, const QString &kind, const Cell &cell,
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

void AuthorisationMatrixTest::commandsKeepTheirRule()
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
void AuthorisationMatrixTest::hiddenIsAsMissing()
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

void AuthorisationMatrixTest::listsLeaveOutWhatIsHidden()
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

void AuthorisationMatrixTest::socketsOpenForWhomTheyMay()
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

void AuthorisationMatrixTest::pushesTellOnlyWhatIsSeen()
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

void AuthorisationMatrixTest::whoIsRevokedHearsNothingMore()
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

QTEST_GUILESS_MAIN(deskhand::test::AuthorisationMatrixTest)
#include "authorisation_matrix_test.moc"
