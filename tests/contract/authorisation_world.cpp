// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/authorisation_matrix.h"

#include "service/accounts/access_token.h"
#include "store/sql_account_store.h"

#include <QCryptographicHash>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

MatrixDesk::MatrixDesk(const QString &atPlace)
    : place(atPlace)
    , desk(openDeskAt(place))
{
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

CommandAnswer MatrixDesk::submit(PersonId actor, const CommandBody &body)
{
    return must(await(desk->submit(Command::make(actor, body))));
}

namespace {

constexpr int everyScope =
    int(AccessScope::Read) | int(AccessScope::Write) | int(AccessScope::Admin) | int(AccessScope::Socket);

} // namespace

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
        roles.append({u"ann's program: "_s + accessScopeName(scope),
                      ServiceProcess::openApiToken(world.place, world.ann, int(scope)), world.ann, int(scope), true,
                      true, false, false});
        roles.append({u"admin's program: "_s + accessScopeName(scope),
                      ServiceProcess::openApiToken(world.place, world.ada, int(scope)), world.ada, int(scope), true,
                      true, true, true});
    }
    QUuid revoked;
    roles.append(
        {u"revoked program"_s, ServiceProcess::openApiToken(world.place, world.ada, everyScope, &revoked), world.ada});
    mustWork(store->revokeApiToken(revoked, {world.ada, SystemClock().now()}));
    // Somebody whose session was ended; not one of the others, whose sessions would end, too.
    const QByteArray ended = ServiceProcess::openSession(world.place, world.ada);
    const QVector<AccountSession> sessions = must(store->sessions(world.ada, SystemClock().now()));
    mustWork(store->revokeSession(world.ada, sessions.first().id));
    roles.append({u"revoked session"_s, ended, world.ada});
    return roles;
}

} // namespace deskhand::test
