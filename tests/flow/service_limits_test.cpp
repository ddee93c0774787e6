// SPDX-License-Identifier: GPL-3.0-or-later
// Every limit of a service has its value and its test; those that need a whole service are tried here.
#include "edge/http_server.h"
#include "service/accounts/accounts.h"
#include "service/config/service_config.h"
#include "service/endpoints/uploads.h"
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "unit/edge/raw_client.h"
#include "wire/wire_command.h"
#include "wire/wire_socket.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

/// What research says a service must not be without, what ours is, and the function that tries it.
struct Limit {
    const char *name;
    qint64 wanted; ///< of the research
    qint64 ours;
    const char *file; ///< below tests/
    const char *test;
};

QVector<Limit> allLimits()
{
    const EdgeLimits edge;
    const AccountsOptions accounts;
    const ServiceConfig config;
    constexpr const char *edgeTest = "unit/edge/edge_limits_test.cpp";
    constexpr const char *accountsTest = "unit/service/accounts_test.cpp";
    constexpr const char *here = "flow/service_limits_test.cpp";
    constexpr const char *uploadsTest = "flow/service_uploads_test.cpp";
    constexpr qint64 kibi = 1024;
    return {
        {"request line", 8 * kibi, edge.requestLine, edgeTest, "requestLine"},
        {"header", 32 * kibi, edge.headerBytes, edgeTest, "headerBytes"},
        {"headers", 100, edge.headers, edgeTest, "headers"},
        {"body of JSON", 1024 * kibi, edge.body, edgeTest, "body"},
        {"body sent in chunks", 1024 * kibi, edge.body, edgeTest, "chunkedBody"},
        {"a command", 1024 * kibi, largestWireCommand, here, "whatIsTooLargeIsSentAway"},
        {"bodies together", 256 * kibi * kibi, edge.bodies, edgeTest, "bodies"},
        {"bodies together, of a service", 256 * kibi * kibi, edge.bodies, here, "requestsTogetherAreBounded"},
        {"an upload", 64 * kibi * kibi, config.largestUpload, uploadsTest, "whatIsTooMuchIsRefusedBeforeItIsRead"},
        {"uploads of a person", 256 * kibi * kibi, config.uploadQuota, uploadsTest,
         "whatIsTooMuchIsRefusedBeforeItIsRead"},
        {"uploads of a person at once", 8, UploadLimits().atOnce, uploadsTest, "aPersonSendsAFewAtOnce"},
        {"uploads together", 1024 * kibi * kibi, edge.uploads, "unit/edge/uploads_test.cpp", "uploads"},
        {"hours that an upload is kept", 24, config.uploadHours, uploadsTest, "whatIsNotUsedGoes"},
        {"ms until the header is there", 10'000, edge.headerMs, edgeTest, "headerTime"},
        {"ms until a dripping header is there", 10'000, edge.headerMs, edgeTest, "headerTimeDripped"},
        {"bytes of a body in a second", kibi, edge.bodyBytesPerSecond, edgeTest, "slowBodies"},
        {"ms idle", 60'000, edge.idleMs, edgeTest, "idle"},
        {"ms that an answer is not taken", 60'000, edge.idleMs, edgeTest, "slowReaders"},
        {"ms of a handshake", 5'000, edge.handshakeMs, edgeTest, "handshake"},
        {"WebSocket message", 256 * kibi, edge.socketMessage, edgeTest, "socketMessage"},
        {"WebSocket frame", 64 * kibi, edge.socketFrame, edgeTest, "socketFrame"},
        {"WebSocket messages in a second", 100, edge.socketMessagesPerSecond, edgeTest, "socketMessagesPerSecond"},
        {"signs of presence in a message", mostPresenceSigns, mostPresenceSigns, here, "tooManySignsAreNoMessage"},
        {"backlog of a socket", 4096 * kibi, edge.socketBacklog, edgeTest, "socketBacklog"},
        {"backlog of a client that does not read", 4096 * kibi, edge.socketBacklog, here, "whoDoesNotReadIsDropped"},
        {"connections that wait", 1024, edge.pending, edgeTest, "pending"},
        {"connections of an address", 64, edge.perAddress, edgeTest, "perAddress"},
        {"connections of a network of IPv6", 64, edge.perAddress, edgeTest, "perAddressOfSix"},
        {"connections of an address, of a service", 64, edge.perAddress, here, "connectionsOfAnAddress"},
        {"connections", 20'000, edge.connections, edgeTest, "connections"},
        {"requests of a session in a second", 100, config.requestsPerSecond, here, "requestsOfASession"},
        {"requests of a program in a second", 20, config.apiRequestsPerSecond, here, "requestsOfASession"},
        {"seconds of a question", 30, config.querySeconds, here, "whatTakesTooLongIsGivenUp"},
        {"seconds of a drain", 20, config.drainSeconds, "flow/service_operation_test.cpp",
         "aStopThatIsHeldUpEndsAtItsLimit"},
        {"passwords that wait", 32, accounts.hashQueue, accountsTest, "whoWaitsTooLongIsSentAway"},
        {"attempts of an account", 5, accounts.limits.account.attempts, accountsTest, "limitsHoldAndGiveBack"},
        {"attempts at a service", 5, accounts.limits.account.attempts, here, "attemptsToSignIn"},
        {"attempts of an address", 20, accounts.limits.address.attempts, here, "clientsBehindAProxyAreCountedEach"},
        {"attempts of a subnet", 100, accounts.limits.subnet.attempts, accountsTest, "limitsHoldAndGiveBack"},
        {"idle ms of a session", 1'800'000, accounts.idle, accountsTest, "sessionsLiveByUse"},
        {"ms of a session", 43'200'000, accounts.lasts, accountsTest, "sessionsLiveByUse"},
    };
}

qint64 kilobytesOf(const ServiceProcess &service, const char *name)
{
    QFile status(u"/proc/%1/status"_s.arg(service.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(qsizetype(qstrlen(name)) + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

double figure(ServiceClient &client, const QByteArray &name)
{
    const QByteArray metrics = client.get(u"/metrics"_s).body;
    for (const QByteArray &line : metrics.split('\n')) {
        if (line.startsWith(name + ' '))
            return line.mid(name.size() + 1).toDouble();
    }
    return -1;
}

/// Nobody can read tickets meanwhile.
class TicketsHeld
{
public:
    TicketsHeld(PostgresServer &server, const PostgresAddress &address)
    {
        m_process.start(server.tool("psql"),
                        {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-h"_s, address.host, u"-p"_s,
                         QString::number(address.port), u"-U"_s, address.user, u"-d"_s, address.database});
        m_process.waitForStarted();
        m_process.write("BEGIN; LOCK TABLE deskhand.ticket IN ACCESS EXCLUSIVE MODE; SELECT 'locked';\n");
        if (!m_process.waitForReadyRead(10'000))
            qFatal("no lock");
    }
    ~TicketsHeld()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }

private:
    QProcess m_process;
};

QByteArray helloText(qint64 cursor = 0)
{
    return R"({"type":"hello","version":1,"cursor":)" + QByteArray::number(cursor) + '}';
}

} // namespace

class ServiceLimitsTest : public QObject
{
    Q_OBJECT

    DeskPlaces m_places;

    [[nodiscard]] QVector<TicketId> openTickets(const ServedDesk &desk, int count);
    [[nodiscard]] static QByteArray noteWithFile(TicketId ticket, qsizetype bytes);

private Q_SLOTS:
    void everyLimitHasItsValueAndItsTest();
    void whatIsTooLargeIsSentAway();
    void requestsTogetherAreBounded();
    void whoDoesNotReadIsDropped();
    void tooManySignsAreNoMessage();
    void connectionsOfAnAddress();
    void requestsOfASession();
    void whatTakesTooLongIsGivenUp();
    void attemptsToSignIn();
    void clientsBehindAProxyAreCountedEach();
};

void ServiceLimitsTest::everyLimitHasItsValueAndItsTest()
{
    for (const Limit &limit : allLimits()) {
        QVERIFY2(limit.ours == limit.wanted, limit.name);
        QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/") + QLatin1String(limit.file));
        QVERIFY2(file.open(QIODevice::ReadOnly), limit.file);
        QVERIFY2(file.readAll().contains(QByteArray("    void ") + limit.test + "()"), limit.test);
    }
}

QVector<TicketId> ServiceLimitsTest::openTickets(const ServedDesk &desk, int count)
{
    const auto local = desk.open();
    QVector<TicketId> tickets;
    for (int i = 0; i < count; ++i) {
        OpenTicket open;
        open.subject = u"Ticket %1"_s.arg(i);
        open.requesterAddress = {{}, u"rita@customer.example"_s};
        tickets.append(must(await(local->submit(Command::make(desk.ada, open)))).ticket);
    }
    return tickets;
}

/// A note with a file of that size, as a command.
QByteArray ServiceLimitsTest::noteWithFile(TicketId ticket, qsizetype bytes)
{
    PostArticle note;
    note.ticket = ticket;
    note.evenUnseen = true;
    note.article.visibility = Visibility::Internal;
    note.article.text = u"See the file"_s;
    note.article.attachments = {
        {u"file.bin"_s, u"application/octet-stream"_s, QByteArray(bytes, char('a' + ticket.value % 26)), false, {}}};
    return encodeCommand(Command::make({}, note));
}

void ServiceLimitsTest::whatIsTooLargeIsSentAway()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place);
    ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    ServiceClient stranger(service.url(), "dhs_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    QCOMPARE(ada.call(u"catalog"_s).status, 200); // known from now on
    const qint64 before = kilobytesOf(service, "VmHWM:");
    const QByteArray much(2 * 1024 * 1024, ' ');
    QCOMPARE(ada.post(u"/api/v1/tickets"_s, much).status, 413);
    QCOMPARE(ada.post(u"/api/v1/sign-in"_s, QByteArray(20 * 1024, ' ')).status, 413);
    // As soon as it is known, and not when all of it is there.
    RawClient large(service.port());
    QCOMPARE(large
                 .ask("POST /api/v1/commands HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ada.token
                      + "\r\nContent-Length: " + QByteArray::number(largestWireCommand + 1) + "\r\n\r\n")
                 .status,
             413);
    QCOMPARE(ada.post(u"/api/v1/commands"_s, much).status, 413);
    QCOMPARE(ada.post(u"/api/v1/commands"_s, QByteArray(largestWireCommand, ' ')).status, 422);
    QCOMPARE(stranger.post(u"/api/v1/commands"_s, much).status, 413);
    const qint64 more = kilobytesOf(service, "VmHWM:") - before;
    QVERIFY2(more < 64 * 1024, qPrintable(QString::number(more)));
}

/// Sixty at once with more than three times what there is room for: each is done, or told when to come again, and the
/// memory of the service keeps to what it was told.
void ServiceLimitsTest::requestsTogetherAreBounded()
{
    constexpr int clients = 60;
    constexpr qsizetype each = 700 * 1024; // nearly a megabyte as JSON
    constexpr qint64 limitKilobytes = 16 * 1024;
    const ServedDesk desk(m_places.newPlace(false));
    ServiceProcess service(desk.place, {u"--limits-request-megabytes=16"_s});
    const QVector<TicketId> tickets = openTickets(desk, clients);
    ServiceClient client(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    QCOMPARE(client.call(u"catalog"_s).status, 200);
    const qint64 before = kilobytesOf(service, "VmHWM:");

    QVector<QByteArray> commands;
    std::vector<RawClient> senders;
    QSet<int> refused;
    const auto takeRefusal = [&](int i) {
        if (refused.contains(i) || senders[size_t(i)].isSilent(10))
            return;
        const RawResponse answer = senders[size_t(i)].response();
        QCOMPARE(answer.status, 503);
        QVERIFY(headerOf(answer.headers, "Retry-After").toInt() > 0);
        refused.insert(i);
    };
    // The first half of all: much more than there is room for.
    for (int i = 0; i < clients; ++i) {
        commands.append(noteWithFile(tickets[i], each));
        senders.emplace_back(service.port());
        senders.back().send("POST /api/v1/commands HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + client.token
                            + "\r\nContent-Length: " + QByteArray::number(commands[i].size()) + "\r\n\r\n"
                            + commands[i].left(commands[i].size() / 2));
        takeRefusal(i);
    }
    // Somebody else works meanwhile.
    QCOMPARE(client.call(u"signed-in"_s).status, 200);
    QVERIFY(figure(client, "deskhand_request_bytes") <= 16 * 1024 * 1024);
    int done = 0;
    for (int i = 0; i < clients; ++i) {
        takeRefusal(i);
        if (refused.contains(i))
            continue;
        senders[size_t(i)].send(commands[i].mid(commands[i].size() / 2));
        RawResponse answer;
        for (int patience = 0; patience < 6 && answer.status == 0; ++patience)
            answer = senders[size_t(i)].response();
        QVERIFY2(answer.status == 200 || answer.status == 503, qPrintable(QString::number(answer.status)));
        if (answer.status == 200)
            ++done;
        else
            refused.insert(i);
    }
    QVERIFY2(done >= 4 && refused.size() >= 10, qPrintable(QString::number(done)));
    const qint64 more = kilobytesOf(service, "VmHWM:") - before;
    qInfo("%d of %d done, %lld MiB more", done, clients, more / 1024);
    // As text, as a tree, as bytes and in the database's hands.
    QVERIFY2(more < 5 * limitKilobytes, qPrintable(QString::number(more)));

    for (const int i : std::as_const(refused))
        QCOMPARE(client.post(u"/api/v1/commands"_s, commands[i]).status, 200); // when it comes again
    const auto local = desk.open();
    for (const TicketId ticket : tickets) {
        ThreadQuery thread;
        thread.ticket = ticket;
        thread.me = desk.ada;
        QCOMPARE(must(await(local->thread(thread))).articles.size(), 1);
    }
    QCOMPARE(figure(client, "deskhand_request_bytes"), 0.0);
}

/// Of eight who are in a hundred tickets each everybody is told; one does not read.
void ServiceLimitsTest::whoDoesNotReadIsDropped()
{
    constexpr int people = 8;
    constexpr qint64 limit = 512 * 1024;
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place, {u"--limits-client-backlog-kilobytes=512"_s});
    const QVector<TicketId> tickets = openTickets(desk, mostPresenceSigns);
    const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
    ServiceClient client(service.url(), token);

    RawClient deaf(service.port());
    deaf.setReceiveBuffer(4096);
    QVERIFY(deaf.openSocket("/api/v1/socket", "Authorization: Bearer " + token + "\r\n"));
    QVERIFY(deaf.sendText(helloText()));
    const QByteArray greeting = deaf.frame().value_or(RawFrame()).payload;
    const qint64 cursor = QJsonDocument::fromJson(greeting).object()[u"cursor"_s].toInteger();
    ServiceSocket listener(service.url(), token);
    QTRY_VERIFY(listener.isOpen());
    listener.hello();

    std::vector<std::unique_ptr<ServiceSocket>> speakers;
    for (int i = 0; i < people; ++i) {
        speakers.push_back(std::make_unique<ServiceSocket>(service.url(), token));
        QTRY_VERIFY(speakers.back()->isOpen());
        speakers.back()->hello();
    }
    double most = 0;
    qsizetype turn = 0;
    const auto speak = [&] {
        for (const auto &speaker : speakers) {
            QJsonArray signs;
            for (const TicketId ticket : tickets)
                signs.append(
                    QJsonObject{{u"ticket"_s, ticket.value}, {u"kind"_s, turn % 2 == 0 ? u"viewing"_s : u"writing"_s}});
            speaker->say({{u"type"_s, u"presence"_s}, {u"signs"_s, signs}});
        }
        ++turn;
        most = std::max(most, figure(client, "deskhand_backlog_bytes"));
        return figure(client, "deskhand_dropped_slow_sockets_total") >= 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(speak(), 60'000);
    QCOMPARE(figure(client, "deskhand_dropped_slow_sockets_total"), 1.0);
    qInfo("%lld turns; at most %.0f bytes waited", qint64(turn), most);
    QVERIFY(most <= 2 * double(limit)); // its own, and what the others have not read yet
    QTRY_COMPARE(figure(client, "deskhand_backlog_bytes"), 0.0);

    // The others were not in its way, and hear at once what happens.
    QVERIFY(!listener.isClosed());
    const QJsonObject requester{{u"address"_s, u"rita@customer.example"_s}};
    QElapsedTimer hearing;
    hearing.start();
    const ServiceAnswer opened =
        client.command(u"open-ticket"_s, {{u"subject"_s, u"New"_s}, {u"requesterAddress"_s, requester}});
    QCOMPARE(opened.status, 200);
    QTRY_VERIFY(!listener.heard(u"changes"_s).isEmpty());
    QVERIFY2(hearing.elapsed() < 3'000, qPrintable(QString::number(hearing.elapsed())));
    // And it comes back by its cursor.
    ServiceSocket back(service.url(), token);
    QTRY_VERIFY(back.isOpen());
    back.hello(cursor);
    QTRY_COMPARE(back.heard(u"hello"_s).size(), 1);
    const ServiceAnswer missed = client.call(u"changes"_s, {{u"cursor"_s, cursor}});
    QCOMPARE(missed.status, 200);
    QVERIFY(!missed.json()[u"changes"_s].toArray().isEmpty());
}

void ServiceLimitsTest::tooManySignsAreNoMessage()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place);
    const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
    ServiceSocket socket(service.url(), token);
    QTRY_VERIFY(socket.isOpen());
    socket.hello();
    QTRY_COMPARE(socket.heard(u"hello"_s).size(), 1);
    QJsonArray signs;
    const QJsonObject sign{{u"ticket"_s, 1}, {u"kind"_s, u"viewing"_s}};
    for (int i = 0; i < mostPresenceSigns; ++i)
        signs.append(sign);
    socket.say({{u"type"_s, u"presence"_s}, {u"signs"_s, signs}});
    QCOMPARE(ServiceClient(service.url(), token).call(u"catalog"_s).status, 200);
    QVERIFY(!socket.isClosed());
    signs.append(sign);
    socket.say({{u"type"_s, u"presence"_s}, {u"signs"_s, signs}});
    QTRY_VERIFY(socket.isClosed());
    QCOMPARE(socket.heard(u"bye"_s).last()[u"reason"_s].toString(), u"bad-message"_s);
}

void ServiceLimitsTest::connectionsOfAnAddress()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place, {u"--limits-connections-per-address=3"_s});
    const QByteArray ask = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(service.port());
        QCOMPARE(clients.back().ask(ask).status, 200);
    }
    RawClient fourth(service.port());
    QVERIFY(fourth.ask(ask).status != 200);
    RawClient elsewhere(service.port(), "127.0.0.1", "127.0.0.2");
    QCOMPARE(elsewhere.ask(ask).status, 200);
    clients.pop_back();
    bool worked = false; // each attempt that works takes a place
    const auto works = [&] { return worked = worked || RawClient(service.port()).ask(ask).status == 200; };
    QTRY_VERIFY(works());
}

void ServiceLimitsTest::requestsOfASession()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place,
                                 {u"--limits-requests-per-second=1"_s, u"--limits-api-requests-per-second=1"_s});
    ServiceClient person(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    ServiceClient program(service.url(), ServiceProcess::openApiToken(desk.place, desk.ada, int(AccessScope::Read)));
    ServiceClient other(service.url(), ServiceProcess::openSession(desk.place, desk.ben));
    // So many at once, and then one a second.
    const auto worked = [](ServiceClient &client, ServiceAnswer *refusal) {
        for (int count = 0; count < 100; ++count) {
            *refusal = client.call(u"signed-in"_s);
            if (refusal->status != 200)
                return count;
        }
        return 100;
    };
    ServiceAnswer refusal;
    const int ofPerson = worked(person, &refusal);
    QVERIFY2(ofPerson >= 20 && ofPerson < 40, qPrintable(QString::number(ofPerson)));
    QCOMPARE(refusal.status, 429);
    QVERIFY(refusal.header("Retry-After").toInt() >= 1);
    const int ofProgram = worked(program, &refusal);
    QVERIFY2(ofProgram >= 5 && ofProgram < 20, qPrintable(QString::number(ofProgram)));
    QCOMPARE(refusal.status, 429);
    QCOMPARE(other.call(u"signed-in"_s).status, 200); // is not to blame
    bool recovered = false;
    const auto recovers = [&] { return recovered = recovered || program.call(u"signed-in"_s).status == 200; };
    QTRY_VERIFY(recovers());
}

/// A question that the desk cannot answer in time, because somebody holds its database.
void ServiceLimitsTest::whatTakesTooLongIsGivenUp()
{
    if (!m_places.startServer())
        QSKIP("PostgreSQL is not installed");
    const ServedDesk desk(m_places.newPlace(true));
    const ServiceProcess service(desk.place, {u"--limits-query-seconds=1"_s});
    ServiceClient client(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
    QCOMPARE(client.call(u"tickets"_s).status, 200);
    QElapsedTimer asking;
    {
        const TicketsHeld held(m_places.server(), *postgresAddressFromUrl(desk.place));
        asking.start();
        QCOMPARE(client.call(u"tickets"_s).status, 504);
        QVERIFY2(asking.elapsed() < 5'000, qPrintable(QString::number(asking.elapsed())));
        QCOMPARE(client.get(u"/health"_s).status, 200);
    }
    QTRY_COMPARE(client.call(u"tickets"_s).status, 200);
}

void ServiceLimitsTest::attemptsToSignIn()
{
    const ServedDesk desk(m_places.newPlace(false));
    ServiceProcess::givePassword(desk.place, desk.ada, "correct horse battery");
    ServiceProcess::givePassword(desk.place, desk.ben, "correct horse battery");
    const ServiceProcess service(desk.place);
    ServiceClient client(service.url());
    const auto attempt = [&client](const QString &login, const QString &password) {
        return client.call(u"sign-in"_s, {{u"login"_s, login}, {u"password"_s, password}, {u"device"_s, u"t"_s}});
    };
    // Five, whether there is such a person or not; the answers are the same.
    for (int i = 0; i < 5; ++i) {
        const ServiceAnswer known = attempt(u"ada@desk.example"_s, u"wrong"_s);
        const ServiceAnswer unknown = attempt(u"nobody@desk.example"_s, u"wrong"_s);
        QCOMPARE(known.status, 401);
        QCOMPARE(unknown.status, known.status);
        QCOMPARE(unknown.body, known.body);
    }
    for (const QString &login : {u"ada@desk.example"_s, u"nobody@desk.example"_s}) {
        const ServiceAnswer refused = attempt(login, u"correct horse battery"_s);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.header("Retry-After").toInt() >= 1);
    }
    QCOMPARE(attempt(u"ben@desk.example"_s, u"correct horse battery"_s).status, 200);
}

void ServiceLimitsTest::clientsBehindAProxyAreCountedEach()
{
    const ServedDesk desk(m_places.newPlace(false));
    const ServiceProcess service(desk.place,
                                 {u"--listen-trusted-proxies=127.0.0.2"_s, u"--limits-connections-per-address=2"_s});
    const auto attempt = [](RawClient &from, const QByteArray &forwardedFor, int number) {
        const QByteArray body =
            R"({"login":"nobody)" + QByteArray::number(number) + R"(@desk.example","password":"wrong","device":"t"})";
        return from
            .ask("POST /api/v1/sign-in HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + forwardedFor
                 + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body)
            .status;
    };
    RawClient proxy(service.port(), "127.0.0.1", "127.0.0.2");
    for (int i = 0; i < 20; ++i)
        QCOMPARE(attempt(proxy, "203.0.113.7", i), 401);
    QCOMPARE(attempt(proxy, "203.0.113.7", 20), 429);
    QCOMPARE(attempt(proxy, "198.51.100.7", 21), 401);
    // Who is no proxy of ours is whoever they are.
    RawClient stranger(service.port());
    QCOMPARE(attempt(stranger, "203.0.113.7", 22), 401);
    // A proxy has as many connections as it has clients.
    std::vector<RawClient> more;
    for (int i = 0; i < 5; ++i) {
        more.emplace_back(service.port(), "127.0.0.1", "127.0.0.2");
        QCOMPARE(more.back().ask("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    }
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ServiceLimitsTest)
#include "service_limits_test.moc"
