// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be asked of the service, five times with the same key: one effect, the same answer. What is not
// in here fails.
#include "base/sealed_secret.h"
#include "contract/authorisation_matrix.h"
#include "replica/seal_key_file.h"
#include "service/accounts/access_token.h"
#include "service/accounts/totp.h"
#include "store/sql_account_store.h"
#include "support/plain_codec.h"
#include "wire/wire_command.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QNetworkReply>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int repeats = 5;
constexpr auto password = "correct horse battery";

/// The same request so often, at the same time, turn and turn about at each of the services.
QVector<ServiceAnswer> askAtOnce(const QVector<QUrl> &services, const QByteArray &token, const QByteArray &body,
                                 int times)
{
    constexpr int patienceMs = 60'000;
    QNetworkAccessManager network;
    QVector<QNetworkReply *> replies;
    for (int i = 0; i < times; ++i) {
        const ServiceClient client(services[i % services.size()], token);
        replies.append(network.post(client.request(u"/api/v1/commands"_s), body));
    }
    const QDeadlineTimer deadline(patienceMs);
    QVector<ServiceAnswer> answers;
    for (QNetworkReply *reply : std::as_const(replies)) {
        while (!reply->isFinished() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        ServiceAnswer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.body = reply->readAll();
        answers.append(answer);
    }
    return answers;
}

// ---- commands ----

/// What was answered so far, by the name of the step; and the desk, to look things up in it.
struct Played {
    const MatrixDesk &world;
    QMap<QString, CommandAnswer> answers;

    [[nodiscard]] CatalogPtr catalog() const { return must(await(world.desk->catalog())); }
    [[nodiscard]] qint64 versionOf(TicketId id) const
    {
        return must(await(world.desk->ticket(id, world.ada))).row.head.version;
    }
};

struct Step {
    QString name; ///< the kind of the command, and more behind a blank where there are several of it
    std::function<CommandBody(const Played &)> body;
    bool works = true; ///< else it is refused: five times in the same way
};

OpenTicket newTicket()
{
    OpenTicket open;
    open.subject = u"One"_s;
    open.requesterAddress = {u"Rita"_s, u"rita@customer.example"_s};
    NewArticle first;
    first.senderRole = SenderRole::Customer;
    first.text = u"It is about one thing"_s;
    first.attachments = {{u"one.txt"_s, u"text/plain"_s, QByteArray("one file"), false, {}}};
    open.article = first;
    return open;
}

PostArticle newReply(TicketId ticket)
{
    PostArticle reply;
    reply.ticket = ticket;
    reply.evenUnseen = true;
    reply.article.channel = Channel::Email;
    reply.article.to = {{u"Rita"_s, u"rita@customer.example"_s}};
    reply.article.text = u"We are looking at it"_s;
    reply.releaseAt = SystemClock().now() + 3'600'000;
    return reply;
}

Mailbox sendingMailbox()
{
    Mailbox mailbox;
    mailbox.name = u"Support"_s;
    mailbox.address = u"support@desk.example"_s;
    mailbox.protocol = MailProtocol::None;
    mailbox.outgoing = {u"127.0.0.1"_s, 2525, MailEncryption::None, MailSignIn::None, {}, {}};
    return mailbox;
}

/// A mail of somebody who has nothing to do with the ticket that it says it belongs to.
HeldMailId heldMail(const Played &played)
{
    Mailbox mailbox = sendingMailbox();
    mailbox.id = MailboxId{played.answers[u"save-mailbox"_s].id};
    const CommandAnswer ticket = played.answers[u"open-ticket"_s];
    const QByteArray raw = u"From: eve@evil.example\nTo: support@desk.example\nSubject: Re: One [#%1]\n"
                           "Message-ID: <eve@evil.example>\n\nBelieve me, I am Rita"_s.arg(ticket.ticketNumber)
                               .toUtf8();
    Command command = Command::make({}, plainCodec()->read(raw, u"support"_s, &mailbox));
    command.actorKind = ActorKind::System;
    must(await(played.world.desk->submit(command)));
    return must(await(played.world.desk->heldMails(played.world.ada, ticket.ticket))).first().id;
}

/// A ticket whose promises were broken long ago.
TicketId overdueTicket(const Played &played)
{
    constexpr qint64 monthMs = 30LL * 86'400'000;
    LocalDeskOptions options;
    options.clock = std::make_shared<ManualClock>(SystemClock().now() - monthMs);
    const auto desk = openDeskAt(played.world.place, std::move(options));
    return must(await(desk->submit(Command::make(played.world.ada, newTicket())))).ticket;
}

QVector<Step> workSteps()
{
    const auto opened = [](const Played &played) { return played.answers[u"open-ticket"_s].ticket; };
    const auto other = [](const Played &played) { return played.world.ticket(u"other"_s).id; };
    const auto own = [](const Played &played) { return played.world.ticket(u"own"_s); };
    return {
        {u"open-ticket"_s, [](const Played &) { return newTicket(); }},
        {u"save-mailbox"_s,
         [](const Played &) {
             return SaveMailbox{sendingMailbox(), {}};
         }},
        {u"post-article"_s, [opened](const Played &played) { return newReply(opened(played)); }},
        {u"post-article again"_s, [opened](const Played &played) { return newReply(opened(played)); }},
        {u"release-mail"_s,
         [](const Played &played) {
             return ReleaseMail{played.answers[u"post-article again"_s].outbound, 0};
         }},
        {u"undo-send"_s, [](const Played &played) { return UndoSend{played.answers[u"post-article"_s].outbound}; }},
        {u"change-ticket"_s,
         [opened](const Played &played) {
             ChangeTicket change{opened(played), played.versionOf(opened(played)), {}, {}};
             change.changes = {FieldChange{TicketField::Subject, u"Two"_s, {}, {}},
                               FieldChange{TicketField::Tags, {}, {u"red"_s}, {}}};
             return change;
         }},
        {u"mark-read"_s,
         [own](const Played &played) {
             return MarkRead{own(played).id, own(played).article};
         }},
        {u"merge-tickets"_s,
         [own, other](const Played &played) {
             return MergeTickets{own(played).id, 0, {{other(played), 0}}, true, {}};
         }},
        {u"unmerge-ticket"_s,
         [other](const Played &played) {
             return UnmergeTicket{other(played), {}, {}};
         }},
        {u"split-ticket"_s,
         [own](const Played &played) {
             return SplitTicket{own(played).id, played.versionOf(own(played).id), {own(played).article}, true, {}};
         }},
        {u"decide-held-mail"_s,
         [](const Played &played) {
             return DecideHeldMail{heldMail(played), HeldDecision::Join, {}, true};
         }},
        {u"decide-held-mail of none"_s,
         [](const Played &) {
             return DecideHeldMail{HeldMailId{999'999}, HeldDecision::Discard, {}, false};
         },
         false},
        {u"record-breach-reason"_s,
         [](const Played &played) {
             return RecordBreachReason{overdueTicket(played), SlaTargetKind::FirstResponse, 1, u"a fire"_s};
         }},
        {u"record-breach-reason of none"_s,
         [own](const Played &played) {
             return RecordBreachReason{own(played).id, SlaTargetKind::FirstResponse, 1, u"no time"_s};
         },
         false},
        {u"log-work"_s,
         [own](const Played &played) {
             return LogWork{own(played).id, 45, 0, u"Analysis"_s, u"on the phone"_s};
         }},
        {u"remove-work"_s,
         [own](const Played &played) {
             return RemoveWork{own(played).id, WorkEntryId{played.answers[u"log-work"_s].id}};
         }},
        {u"see-notifications"_s, [](const Played &) { return SeeNotifications{}; }},
    };
}

QVector<Step> setupSteps()
{
    return {
        {u"save-view"_s,
         [](const Played &) {
             SavedView view;
             view.name = u"All"_s;
             view.condition = Condition::all();
             view.columns = {ListColumn::Number, ListColumn::Subject};
             return SaveView{view};
         }},
        {u"delete-view"_s,
         [](const Played &played) { return DeleteView{SavedViewId{played.answers[u"save-view"_s].id}}; }},
        {u"save-report-item"_s,
         [](const Played &) {
             SaveReportItem save;
             save.item.name = u"Opened"_s;
             save.item.content = Report();
             return save;
         }},
        {u"delete-report-item"_s,
         [](const Played &played) { return DeleteReportItem{ReportItemId{played.answers[u"save-report-item"_s].id}}; }},
        {u"save-person"_s,
         [](const Played &) {
             Person person;
             person.name = u"Cleo"_s;
             person.address = u"cleo@customer.example"_s;
             return SavePerson{person};
         }},
        {u"save-organization"_s,
         [](const Played &) {
             return SaveOrganization{{{}, u"Contoso"_s, {}, {}}};
         }},
        {u"save-queue"_s,
         [](const Played &) {
             Queue queue;
             queue.name = u"Gamma"_s;
             return SaveQueue{queue};
         }},
        {u"save-category"_s,
         [](const Played &) {
             Category category;
             category.name = u"Printers"_s;
             return SaveCategory{category};
         }},
        {u"save-state"_s,
         [](const Played &) {
             State state;
             state.name = u"Waiting for parts"_s;
             state.type = StateType::Open;
             return SaveState{state};
         }},
        {u"save-priority"_s,
         [](const Played &played) {
             Priority priority = played.catalog()->priorities.first();
             priority.name = u"Least"_s;
             return SavePriority{priority};
         }},
    };
}

QVector<Step> promiseSteps()
{
    return {
        {u"save-desk-settings"_s,
         [](const Played &) {
             return SaveDeskSettings{u"Another name"_s, {}};
         }},
        {u"save-mail-text"_s,
         [](const Played &) {
             MailText text;
             text.kind = MailTextKind::QueueSignature;
             text.language = u"de"_s;
             text.text = u"Viele Grüße"_s;
             return SaveMailText{text};
         }},
        {u"delete-mail-text"_s,
         [](const Played &played) { return DeleteMailText{MailTextId{played.answers[u"save-mail-text"_s].id}}; }},
        {u"save-mail-settings"_s,
         [](const Played &played) {
             SaveMailSettings save{must(await(played.world.desk->mailSetup())).settings};
             save.settings.undoSeconds = 20;
             return save;
         }},
        {u"save-calendar"_s,
         [](const Played &played) {
             SaveCalendar save{played.catalog()->calendars.first(), SlaScope::NewTickets};
             save.calendar.name = u"Another office"_s;
             return save;
         }},
        {u"save-sla-policy"_s,
         [](const Played &played) {
             SaveSlaPolicy save{played.catalog()->slaPolicies.first(), SlaScope::Open};
             save.policy.targets.first().otherwise = TimeAmount{TimeBasis::Business, 7'200'000};
             for (SlaPriorityAmount &each : save.policy.targets.first().amounts)
                 each.amount = TimeAmount{TimeBasis::Business, 7'200'000};
             return save;
         }},
        {u"cancel-sla-task"_s,
         [](const Played &played) { return CancelSlaTask{played.answers[u"save-sla-policy"_s].slaTask}; }},
        {u"order-sla-policies"_s,
         [](const Played &played) {
             OrderSlaPolicies order;
             for (const SlaPolicy &policy : played.catalog()->slaPolicies)
                 order.order.prepend(policy.id);
             return order;
         }},
    };
}

/// What a desk has become, without ids that a second attempt may have used up.
QJsonObject outcomeOf(const MatrixDesk &world)
{
    LocalDesk &desk = *world.desk;
    const CatalogPtr catalog = must(await(desk.catalog()));
    const MailSetup mail = must(await(desk.mailSetup()));
    QJsonObject outcome{{u"agents"_s, catalog->agents.size()},
                        {u"organizations"_s, catalog->organizations.size()},
                        {u"queues"_s, catalog->queues.size()},
                        {u"categories"_s, catalog->categories.size()},
                        {u"states"_s, catalog->states.size()},
                        {u"priorities"_s, catalog->priorities.size()},
                        {u"calendars"_s, catalog->calendars.size()},
                        {u"policies"_s, catalog->slaPolicies.size()},
                        {u"mailboxes"_s, mail.mailboxes.size()},
                        {u"texts"_s, mail.texts.size()},
                        {u"people"_s, must(await(desk.people({}))).size()},
                        {u"views"_s, must(await(desk.views(world.ada))).size()},
                        {u"outbox"_s, must(await(desk.outbox(world.ada))).size()},
                        {u"held"_s, must(await(desk.heldMails(world.ada, {}))).size()},
                        {u"tasks"_s, must(await(desk.slaTasks())).size()}};
    TicketQuery query;
    query.me = world.ada;
    QJsonArray tickets;
    QVector<TicketId> ids = must(await(desk.tickets(query))).ids;
    std::sort(ids.begin(), ids.end());
    for (const TicketId id : std::as_const(ids)) {
        ThreadQuery thread;
        thread.ticket = id;
        thread.me = world.ada;
        const TicketDetail detail = must(await(desk.ticket(id, world.ada)));
        tickets.append(QJsonObject{{u"subject"_s, detail.row.head.subject},
                                   {u"version"_s, detail.row.head.version},
                                   {u"articles"_s, must(await(desk.thread(thread))).articles.size()},
                                   {u"history"_s, must(await(desk.history(id, world.ada, 1000))).size()}});
    }
    outcome.insert(u"tickets"_s, tickets);
    return outcome;
}

/// How many entries of the feed each command has made.
QHash<CommandId, int> feedOf(const MatrixDesk &world)
{
    QHash<CommandId, int> entries;
    for (qint64 cursor = 0;;) {
        const FeedPage page = must(await(world.desk->changesSince(cursor, 10'000)));
        for (const Change &change : page.changes)
            ++entries[change.command];
        cursor = page.cursor;
        if (!page.more)
            return entries;
    }
}

QByteArray base32Bytes(const QString &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar sign : text) {
        const qsizetype value = QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(sign.toLatin1());
        bits = (bits << 5) | quint32(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(char((bits >> count) & 0xff));
        }
    }
    return bytes;
}

} // namespace

class EndpointRepeatsTest : public QObject
{
    Q_OBJECT

    DeskPlaces m_places;
    QTemporaryDir m_keys;

    struct Run {
        QStringList problems;
        QMap<QString, int> entries; ///< of the feed, by step
        QJsonObject outcome;
    };
    Run play(bool onServer, int times);
    void places()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("file") << false;
        if (m_places.hasServer())
            QTest::newRow("PostgreSQL") << true;
    }
    void repeatAccountCalls(const MatrixDesk &world, const ServiceProcess &service);

private Q_SLOTS:
    void initTestCase() { m_places.startServer(); }
    void everyCommandIsHere();
    void commandsHaveOneEffect_data() { places(); }
    void commandsHaveOneEffect();
    void questionsHaveTheSameAnswer_data() { places(); }
    void questionsHaveTheSameAnswer();
    void accountCallsAreAsTheTableSays_data() { places(); }
    void accountCallsAreAsTheTableSays();
};

void EndpointRepeatsTest::everyCommandIsHere()
{
    QSet<QString> here;
    for (const Step &step : workSteps() + setupSteps() + promiseSteps())
        here.insert(step.name.section(u' ', 0, 0));
    const QStringList names = commandKindNames();
    QCOMPARE(here, QSet<QString>(names.begin(), names.end()));
}

/// Two services at one desk; each command is given to both, so often, at the same time.
EndpointRepeatsTest::Run EndpointRepeatsTest::play(bool onServer, int times)
{
    const MatrixDesk world(m_places.newPlace(onServer));
    const ServiceProcess one(world.place);
    const ServiceProcess two(world.place);
    const QByteArray token = ServiceProcess::openSession(world.place, world.ada);
    Played played{world, {}};
    Run run;
    QMap<QString, CommandId> ids;
    for (const Step &step : workSteps() + setupSteps() + promiseSteps()) {
        const Command command = Command::make(world.ada, step.body(played));
        ids[step.name] = command.id;
        const auto answers = askAtOnce({one.url(), two.url()}, token, encodeCommand(command), times);
        for (const ServiceAnswer &answer : answers) {
            const bool isSame = answer.status == answers.first().status && answer.body == answers.first().body;
            if (!isSame || (answer.status == 200) != step.works)
                run.problems.append(u"%1: %2 %3, and %4 %5"_s.arg(step.name)
                                        .arg(answers.first().status)
                                        .arg(QString::fromUtf8(answers.first().body.left(300)))
                                        .arg(answer.status)
                                        .arg(QString::fromUtf8(answer.body.left(300))));
        }
        if (step.works && answers.first().status == 200)
            played.answers[step.name] = must(decodeCommandAnswer(answers.first().body));
    }
    const QHash<CommandId, int> entries = feedOf(world);
    for (auto id = ids.cbegin(); id != ids.cend(); ++id)
        run.entries[id.key()] = entries.value(id.value());
    run.outcome = outcomeOf(world);
    return run;
}

void EndpointRepeatsTest::commandsHaveOneEffect()
{
    QFETCH(bool, onServer);
    const Run once = play(onServer, 1);
    const Run often = play(onServer, repeats);
    QVERIFY2(once.problems.isEmpty(), qPrintable(once.problems.join(u'\n')));
    QVERIFY2(often.problems.isEmpty(), qPrintable(often.problems.join(u'\n')));
    QCOMPARE(often.entries, once.entries);
    QCOMPARE(QJsonDocument(often.outcome).toJson(), QJsonDocument(once.outcome).toJson());
    for (const char *told : {"open-ticket", "decide-held-mail", "record-breach-reason"})
        QVERIFY2(once.entries.value(QLatin1String(told)) > 0, told);
}

/// What is told of the moment of the answer is no part of it.
static QJsonObject withoutMoment(const QByteArray &body)
{
    QJsonObject json = QJsonDocument::fromJson(body).object();
    for (const char *field : {"now", "clients", "running"})
        json.remove(QLatin1String(field));
    return json;
}

void EndpointRepeatsTest::questionsHaveTheSameAnswer()
{
    QFETCH(bool, onServer);
    const MatrixDesk world(m_places.newPlace(onServer));
    const ServiceProcess service(world.place);
    ServiceClient client(service.url(), ServiceProcess::openSession(world.place, world.ada));
    const AskedTicket &own = world.ticket(u"own"_s);
    const qint64 cursor = must(await(world.desk->syncHead())).cursor;
    Cells cells = endpointCells();
    for (const Endpoint &endpoint : endpoints()) {
        if (endpoint.kind == EndpointKind::Account || endpoint.kind == EndpointKind::Command)
            continue;
        QVERIFY2(endpoint.idempotent, endpoint.name.data());
        QVERIFY2(cells.contains(endpoint.name), endpoint.name.data());
        const QByteArray file = "a file that is uploaded";
        const QByteArray sha256 = endpoint.kind == EndpointKind::Upload
                                      ? QCryptographicHash::hash(file, QCryptographicHash::Sha256)
                                      : own.blob;
        const QString path = QString(endpoint.path).replace(u"{sha256}"_s, QString::fromLatin1(sha256.toHex()));
        const auto ask = [&] {
            if (endpoint.method == "PUT"_L1)
                return client.put(path, file);
            return endpoint.method == "GET"_L1
                       ? client.get(path)
                       : client.post(path, QJsonDocument(cells[endpoint.name].body(own)).toJson());
        };
        QVector<ServiceAnswer> answers;
        for (int i = 0; i < repeats; ++i)
            answers.append(ask());
        for (const ServiceAnswer &answer : std::as_const(answers)) {
            QVERIFY2(answer.status == (endpoint.kind == EndpointKind::Socket ? 426 : 200), endpoint.name.data());
            if (endpoint.name == "metrics"_L1) // counts what it is asked
                continue;
            const bool isObject = QJsonDocument::fromJson(answer.body).isObject();
            QVERIFY2(isObject ? withoutMoment(answer.body) == withoutMoment(answers.first().body)
                              : answer.body == answers.first().body,
                     endpoint.name.data());
        }
    }
    QCOMPARE(must(await(world.desk->syncHead())).cursor, cursor);
}

void EndpointRepeatsTest::accountCallsAreAsTheTableSays()
{
    QFETCH(bool, onServer);
    const MatrixDesk world(m_places.newPlace(onServer));
    SealKeys keys = must(makeSealKeyFile(m_keys.path()));
    SaveMailSettings save{must(await(world.desk->mailSetup())).settings};
    save.settings.sealKey = sealKeyText(keys.publicKey);
    must(await(world.desk->submit(Command::make(world.ada, save))));
    ServiceProcess::givePassword(world.place, world.ben, password);
    const ServiceProcess service(world.place, {u"--desk-keys="_s + m_keys.path()});
    repeatAccountCalls(world, service);
}

/// In an order in which each of them works once.
void EndpointRepeatsTest::repeatAccountCalls(const MatrixDesk &world, const ServiceProcess &service)
{
    const auto store = must(openAccountStoreAt(world.place));
    ServiceClient client(service.url());
    QSet<QString> asked;
    QVector<ServiceAnswer> answers;
    // Asks five times, and says what came in short: "200 =200 =200 401": "=" before the same answer as the first.
    const auto said = [&](const char *name, const QJsonObject &body) {
        asked.insert(QLatin1String(name));
        answers.clear();
        QStringList words;
        for (int i = 0; i < repeats; ++i) {
            answers.append(client.call(QLatin1String(name), body));
            const bool isSame = i > 0 && answers.last().body == answers.first().body;
            words.append((isSame ? u"="_s : QString()) + QString::number(answers.last().status));
        }
        return words.join(u' ');
    };
    const auto sessions = [&] { return must(store->sessions(world.ben, SystemClock().now())).size(); };
    const QString same = u"200 =200 =200 =200 =200"_s;
    const QString onceOnly = u"200 401 401 401 401"_s;

    const QJsonObject signIn{{u"login"_s, u"ben@desk.example"_s}, {u"password"_s, QLatin1String(password)}};
    QCOMPARE(said("sign-in", signIn), u"200 200 200 200 200"_s); // each is another computer
    QCOMPARE(sessions(), repeats);
    client.token = answers.last().json()[u"token"_s].toString().toLatin1();
    const QByteArray first = answers.first().json()[u"token"_s].toString().toLatin1();
    const QString firstId = answers.first().json()[u"session"_s][u"id"_s].toString();
    QCOMPARE(said("sessions", {}).count(u"200"_s), repeats);
    QCOMPARE(answers.last().json()[u"items"_s].toArray().size(), repeats);
    QCOMPARE(said("revoke-session", {{u"session"_s, firstId}}), u"200 404 404 404 404"_s);
    QCOMPARE(sessions(), repeats - 1);
    QCOMPARE(ServiceClient(service.url(), first).call(u"catalog"_s).status, 401);

    // Each offer takes the place of the one before; nothing counts until a code of it was given.
    QCOMPARE(said("offer-second-factor", {{u"password"_s, QLatin1String(password)}}), u"200 200 200 200 200"_s);
    QVERIFY(!must(store->account(world.ben)).hasSecondFactor);
    const QByteArray secret = base32Bytes(answers.last().json()[u"secret"_s].toString());
    const QString code = totpCode(secret, totpStep(SystemClock().now()));
    const QString confirmed = said("confirm-second-factor", {{u"code"_s, code}});
    QVERIFY2(confirmed.startsWith(u"200 4"_s) && confirmed.count(u"200"_s) == 1, qPrintable(confirmed));
    QVERIFY(must(store->account(world.ben)).hasSecondFactor);
    const QString dropped = said("drop-second-factor", {{u"password"_s, QLatin1String(password)}});
    QVERIFY2(dropped.startsWith(u"200"_s), qPrintable(dropped));
    QVERIFY(!must(store->account(world.ben)).hasSecondFactor);

    const QString newPassword = u"another horse battery"_s;
    QCOMPARE(said("change-password", {{u"oldPassword"_s, QLatin1String(password)}, {u"newPassword"_s, newPassword}}),
             onceOnly);
    QCOMPARE(sessions(), 1);
    client.token = answers.first().json()[u"token"_s].toString().toLatin1();
    // Three an hour, so that nobody's mailbox is filled by others.
    QCOMPARE(said("request-reset", {{u"login"_s, u"ben@desk.example"_s}}), u"200 =200 =200 429 429"_s);
    QCOMPARE(said("sign-out", {}), onceOnly);
    QCOMPARE(sessions(), 0);

    const FreshToken link = makeToken(TokenKind::Link);
    const Instant now = SystemClock().now();
    must(store->addLink(AccountLinkKind::Reset, world.ben, link.sha256, now + 3'600'000, {world.ada, now}));
    const QJsonObject token{{u"token"_s, QString::fromLatin1(link.text)}};
    QCOMPARE(said("link", token), same);
    QJsonObject accept = token;
    accept.insert(u"password"_s, u"a third horse battery"_s);
    QCOMPARE(said("accept-link", accept), onceOnly);
    QVERIFY(client.signIn(u"ben@desk.example"_s, u"a third horse battery"_s));

    for (const Endpoint &endpoint : endpoints())
        QVERIFY2(endpoint.kind != EndpointKind::Account || asked.contains(endpoint.name), endpoint.name.data());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::EndpointRepeatsTest)
#include "endpoint_repeats_test.moc"
