// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_desk.h"

#include "operations/connect_problem.h"
#include "remote/sign_in.h"
#include "support/scripted_service.h"
#include "support/test_desk.h"
#include "wire/command_done.h"
#include "wire/service_hello.h"
#include "wire/sync_calls.h"
#include "wire/wire_calls.h"
#include "wire/wire_command.h"
#include "wire/wire_socket.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSignalSpy>
#include <QtTest>

namespace deskhand::test {

using Fault = ScriptedService::Fault;
using Reply = ScriptedService::Reply;
using Request = ScriptedService::Request;

/// A RemoteDesk at a service that does what a test says, right or wrong.
class RemoteDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theServiceIsGreetedBeforeTheTokenIsSent();
    void whoAnswersInItsPlaceGetsNoToken_data();
    void whoAnswersInItsPlaceGetsNoToken();
    void anotherLanguageIsSaid_data();
    void anotherLanguageIsSaid();
    void aRevokedTokenSignsOut();
    void theClockIsMeasured();

    void theFeedIsReadWithoutASocket();
    void theSocketSaysWhereToLook();
    void whoIsOpenStaysSignedIn();
    void changesOfTheSocketNeedNoReading();
    void aGapInTheSocketIsRead();
    void whatWasMissedIsAnnouncedBeforeOnline();
    void aBrokenSocketIsMadeAgain();
    void aRestartingServiceIsWaitedFor();
    void aRestoredDeskBeginsAnew();
    void presenceGoesBothWays();

    void ownChangesComeBeforeTheAnswer();
    void ownChangesOfTheAnswerHaveTickets();
    void commandsOfATicketKeepTheirOrder();
    void aLostAnswerIsAskedForAgain();
    void onlyTheServiceSaysThatItHasNotHappened_data();
    void onlyTheServiceSaysThatItHasNotHappened();
    void commandsOfTheDeskItselfAreNotSent();
    void whatIsCancelledEnds();
    void bytesAreChecked();
    void whatIsAskedWhileAwayFailsAndTries();
    void destroyingEndsEverything();

    void signingInSaysWhatIsWrong_data();
    void signingInSaysWhatIsWrong();
    void noPasswordIsSentToAPortal();

private:
    std::unique_ptr<RemoteDesk> newDesk();
    /// newDesk() that is online and has its socket, if there are any.
    std::unique_ptr<RemoteDesk> connectedDesk();
    static QString kindOf(const Error &error);
    Reply changesFor(const Request &request) const;
    void happen(int count, const CommandId &command = {});
    static Command tagging(qint64 ticket);

    std::unique_ptr<ScriptedService> m_service;
    RemoteDeskOptions m_options;
    QUuid m_epoch;
    QVector<Change> m_feed; ///< 1, 2, 3 …
};

void RemoteDeskTest::init()
{
    m_feed.clear();
    happen(10);
    m_epoch = QUuid::createUuid();
    m_service = std::make_unique<ScriptedService>();
    m_service->answer("/api/hello", [](const Request &) {
        ServiceHello hello;
        hello.now = QDateTime::currentMSecsSinceEpoch();
        return Reply{200, encodeServiceHello(hello)};
    });
    m_service->answer("/api/v1/sync-head", [this](const Request &) {
        return Reply{200, encodeAnswer<SyncHeadCall>(SyncHead{m_epoch, m_feed.size(), 10, 0})};
    });
    m_service->answer("/api/v1/changes", [this](const Request &request) { return changesFor(request); });
    m_service->answer("/api/v1/signed-in", encodeAnswer<SignedInCall>(PersonId(7)));
    connect(m_service.get(), &ScriptedService::socketOpened, this, [this] {
        m_service->say(encodeSocketDown(SocketWelcome{wireVersion, m_feed.size(), 0, m_epoch, QUuid::createUuid()}));
    });
    m_options = RemoteDeskOptions();
    m_options.place.service = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_service->port()));
    m_options.place.times.answer = 3'000;
    m_options.place.times.poll = 50;
    m_options.place.times.firstPause = 40;
    m_options.place.times.longestPause = 200;
    m_options.token = "dhs_token";
}

void RemoteDeskTest::cleanup()
{
    m_service.reset();
}

void RemoteDeskTest::happen(int count, const CommandId &command)
{
    for (int i = 0; i < count; ++i) {
        Change change;
        change.seq = m_feed.size() + 1;
        change.ticket = TicketId(1);
        change.command = command;
        m_feed.append(change);
    }
}

Reply RemoteDeskTest::changesFor(const Request &request) const
{
    const auto call = decodeCall("changes", request.body);
    if (!call)
        return Reply{422, {}};
    const qint64 cursor = std::get<ChangesSinceCall>(*call).cursor;
    FeedPage page;
    page.changes = m_feed.mid(cursor, 4);
    page.cursor = cursor + page.changes.size();
    page.more = page.cursor < m_feed.size();
    return Reply{200, encodeAnswer<ChangesSinceCall>(page)};
}

Command RemoteDeskTest::tagging(qint64 ticket)
{
    return Command::make(
        PersonId(7),
        ChangeTicket{TicketId(ticket), 1, {FieldChange{TicketField::Tags, {}, {QStringLiteral("a")}, {}}}, {}});
}

std::unique_ptr<RemoteDesk> RemoteDeskTest::newDesk()
{
    return std::make_unique<RemoteDesk>(m_options);
}

std::unique_ptr<RemoteDesk> RemoteDeskTest::connectedDesk()
{
    auto desk = newDesk();
    if (!await(desk->signedIn()))
        qFatal("no way to the scripted service");
    // The hello over the socket and the signs behind it.
    if (!QTest::qWaitFor([this] { return m_service->heard().size() >= 2; }))
        qFatal("no socket");
    return desk;
}

QString RemoteDeskTest::kindOf(const Error &error)
{
    const auto problem = connectProblemOf(error);
    return errorCodeName(error.code) + (problem ? QLatin1String(" ") + connectProblemName(*problem) : QString());
}

void RemoteDeskTest::theServiceIsGreetedBeforeTheTokenIsSent()
{
    const auto desk = newDesk();
    const auto me = await(desk->signedIn());
    QVERIFY(me);
    QCOMPARE(*me, PersonId(7));
    QCOMPARE(m_service->requests().first().path, QByteArray("/api/hello"));
    QVERIFY(m_service->requests().first().token().isEmpty());
    QCOMPARE(m_service->requests()[1].token(), QByteArray("dhs_token"));
    for (const Request &request : m_service->requests())
        QVERIFY(!request.path.contains("dhs_token"));
}

void RemoteDeskTest::whoAnswersInItsPlaceGetsNoToken_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a portal") << Reply{200, "<html>", "text/html"} << QStringLiteral("offline captive-portal");
    QTest::newRow("a portal elsewhere") << Reply{302, {}, "text/html", {{"Location", "http://127.0.0.1:1/"}}}
                                        << QStringLiteral("offline captive-portal");
    QTest::newRow("JSON of somebody else")
        << Reply{200, R"({"hello":"world"})"} << QStringLiteral("offline not-desk-service");
}

void RemoteDeskTest::whoAnswersInItsPlaceGetsNoToken()
{
    QFETCH(Reply, reply);
    QFETCH(QString, problem);
    m_service->answer("/api/hello", [reply](const Request &) { return reply; });
    const auto desk = newDesk();
    const QSignalSpy connection(desk.get(), &Desk::connectionChanged);
    const auto me = await(desk->signedIn());
    QVERIFY(!me);
    QCOMPARE(kindOf(me.error()), problem);
    QTRY_COMPARE(connection.size(), 1);
    for (const Request &request : m_service->requests())
        QVERIFY(request.token().isEmpty());
    // Somebody has signed in to the network: it goes on by itself.
    m_service->answer("/api/hello", encodeServiceHello(ServiceHello()));
    QTRY_COMPARE(connection.size(), 2);
    QVERIFY(await(desk->signedIn()));
}

void RemoteDeskTest::anotherLanguageIsSaid_data()
{
    QTest::addColumn<int>("oldest");
    QTest::addColumn<int>("newest");
    QTest::addColumn<QString>("error");
    QTest::newRow("newer") << wireVersion + 1 << wireVersion + 2 << QStringLiteral("too-new");
    QTest::newRow("both") << wireVersion << wireVersion + 2 << QString();
}

void RemoteDeskTest::anotherLanguageIsSaid()
{
    QFETCH(int, oldest);
    QFETCH(int, newest);
    QFETCH(QString, error);
    m_service->answer("/api/hello", encodeServiceHello(ServiceHello{oldest, newest, {}, 0}));
    const auto desk = newDesk();
    const auto me = await(desk->signedIn());
    QCOMPARE(me ? QString() : errorCodeName(me.error().code), error);
}

void RemoteDeskTest::aRevokedTokenSignsOut()
{
    const auto desk = connectedDesk();
    const QSignalSpy signedOut(desk.get(), &RemoteDesk::signedOut);
    const Reply refused{401, R"({"code":"unauthenticated","payload":{"reason":"token"}})"};
    m_service->answer("/api/v1/signed-in", [refused](const Request &request) {
        return request.token() == "dhs_new" ? Reply{200, encodeAnswer<SignedInCall>(PersonId(7))} : refused;
    });
    const auto me = await(desk->signedIn());
    QVERIFY(!me);
    QCOMPARE(me.error().code, ErrorCode::Unauthenticated);
    QTRY_COMPARE(signedOut.size(), 1);
    const auto asked = m_service->requests().size();
    QVERIFY(!await(desk->catalog()));
    QCOMPARE(m_service->requests().size(), asked); // it is not tried again and again
    desk->setToken("dhs_new");
    QVERIFY(await(desk->signedIn()));
}

void RemoteDeskTest::theClockIsMeasured()
{
    m_service->answer("/api/hello", [](const Request &) {
        ServiceHello hello;
        hello.now = QDateTime::currentMSecsSinceEpoch() - 300'000;
        return Reply{200, encodeServiceHello(hello)};
    });
    const auto desk = newDesk();
    QVERIFY(await(desk->signedIn()));
    QTRY_VERIFY(desk->clockSkewMs() != 0);
    QVERIFY2(qAbs(desk->clockSkewMs() + 300'000) < 2'000, qPrintable(QString::number(desk->clockSkewMs())));
}

/// The places in the feed that were announced.
class Heard : public QObject
{
public:
    explicit Heard(Desk &desk)
    {
        connect(&desk, &Desk::changed, this, [this](const QVector<Change> &news) {
            changes += news;
            for (const Change &change : news)
                seqs.append(change.seq);
        });
    }
    QVector<Change> changes;
    QVector<qint64> seqs;
};

static QVector<qint64> fromTo(qint64 first, qint64 last)
{
    QVector<qint64> all;
    for (qint64 seq = first; seq <= last; ++seq)
        all.append(seq);
    return all;
}

void RemoteDeskTest::theFeedIsReadWithoutASocket()
{
    m_service->setSockets(false);
    const auto desk = newDesk();
    const Heard heard(*desk);
    QVERIFY(await(desk->signedIn()));
    happen(9);
    QTRY_COMPARE(heard.seqs, fromTo(11, 19));
    happen(1);
    QTRY_COMPARE(heard.seqs, fromTo(11, 20));
}

void RemoteDeskTest::theSocketSaysWhereToLook()
{
    m_options.place.times.poll = 60'000;
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    QCOMPARE(decodeSocketUp(m_service->heard().first())->index(), size_t(0));
    QCOMPARE(std::get<SocketHello>(*decodeSocketUp(m_service->heard().first())).cursor, 10);
    happen(6);
    m_service->say(encodeSocketDown(SocketLook{16}));
    QTRY_COMPARE(heard.seqs, fromTo(11, 16));
    const int asked = m_service->asked("/api/v1/changes");
    m_service->say(encodeSocketDown(SocketLook{16}));
    const QSignalSpy presence(desk.get(), &Desk::presenceChanged);
    m_service->say(encodeSocketDown(SocketCatalogChanged())); // which the feed has said, or will
    m_service->say(
        encodeSocketDown(SocketPresence{{Presence{TicketId(3), PersonId(8), m_epoch, PresenceKind::Viewing, 1}}}));
    QTRY_COMPARE(presence.size(), 1);
    QCOMPARE(m_service->asked("/api/v1/changes"), asked);
}

/// Nobody says anything over the socket, and it is asked all the same, with the token: the session is in use. Once it
/// is good no longer, that is how the client hears of it at the latest.
void RemoteDeskTest::whoIsOpenStaysSignedIn()
{
    m_options.place.times.poll = 60'000;
    m_options.place.times.look = 30;
    const auto desk = connectedDesk();
    const int asked = m_service->asked("/api/v1/changes");
    QTRY_VERIFY(m_service->asked("/api/v1/changes") >= asked + 3);
    QCOMPARE(m_service->requests().last().token(), QByteArray("dhs_token"));
    const QSignalSpy signedOut(desk.get(), &RemoteDesk::signedOut);
    m_service->answer("/api/v1/changes", [](const Request &) {
        return Reply{401, R"({"code":"unauthenticated","payload":{"reason":"token"}})"};
    });
    QTRY_COMPARE(signedOut.size(), 1);
}

void RemoteDeskTest::changesOfTheSocketNeedNoReading()
{
    m_options.place.times.poll = 60'000;
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    const int asked = m_service->asked("/api/v1/changes");
    happen(3);
    m_service->say(encodeSocketDown(SocketChanges{10, m_feed.mid(10), 13}));
    QTRY_COMPARE(heard.seqs, fromTo(11, 13));
    m_service->say(encodeSocketDown(SocketChanges{12, m_feed.mid(12), 13})); // again, in part
    happen(1);
    m_service->say(encodeSocketDown(SocketChanges{13, m_feed.mid(13), 14}));
    QTRY_COMPARE(heard.seqs, fromTo(11, 14));
    QCOMPARE(m_service->asked("/api/v1/changes"), asked);
}

void RemoteDeskTest::aGapInTheSocketIsRead()
{
    m_options.place.times.poll = 60'000;
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    happen(8);
    m_service->say(encodeSocketDown(SocketChanges{16, m_feed.mid(16), 18}));
    QTRY_COMPARE(heard.seqs, fromTo(11, 18));
}

void RemoteDeskTest::whatWasMissedIsAnnouncedBeforeOnline()
{
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    QVector<qint64> heardByThen;
    QSignalSpy connection(desk.get(), &Desk::connectionChanged);
    connect(desk.get(), &Desk::connectionChanged, this, [&](DeskConnection now) {
        if (now == DeskConnection::Online)
            heardByThen = heard.seqs;
    });
    m_service->setListening(false);
    QTRY_COMPARE(connection.size(), 1);
    happen(7);
    m_service->setListening(true);
    QTRY_COMPARE(connection.size(), 2);
    QCOMPARE(heardByThen, fromTo(11, 17));
    QTRY_COMPARE(m_service->socketsOpen(), 1);
}

void RemoteDeskTest::aBrokenSocketIsMadeAgain()
{
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    const QSignalSpy connection(desk.get(), &Desk::connectionChanged);
    m_service->closeSockets(1011);
    happen(2);
    QTRY_COMPARE(heard.seqs, fromTo(11, 12)); // by looking
    QTRY_COMPARE(m_service->heard().size(), 4);
    QCOMPARE(std::get<SocketHello>(*decodeSocketUp(m_service->heard()[2])).cursor, 12);
    QCOMPARE(connection.size(), 0); // the way itself was there all the time
}

void RemoteDeskTest::aRestartingServiceIsWaitedFor()
{
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    const QSignalSpy connection(desk.get(), &Desk::connectionChanged);
    const int greeted = m_service->asked("/api/hello");
    m_service->say(encodeSocketDown(SocketBye{SocketByeReason::Restart, 400}));
    m_service->closeSockets(1012);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE(connection.size(), 1);
    happen(1);
    QTRY_COMPARE(m_service->asked("/api/hello"), greeted + 1);
    QVERIFY2(timer.elapsed() >= 300, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(connection.size(), 2);
    QCOMPARE(heard.seqs, fromTo(11, 11));
}

void RemoteDeskTest::aRestoredDeskBeginsAnew()
{
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    const QSignalSpy catalog(desk.get(), &Desk::catalogChanged);
    m_service->setListening(false);
    m_epoch = QUuid::createUuid();
    m_feed.resize(4);
    m_service->setListening(true);
    QTRY_COMPARE(catalog.size(), 1);
    QCOMPARE(heard.changes.size(), 1);
    QCOMPARE(heard.changes.first().kind, ChangeKind::BulkLoaded);
    QTRY_COMPARE(m_service->socketsOpen(), 1);
    happen(2);
    m_service->say(encodeSocketDown(SocketLook{6}));
    QTRY_COMPARE(heard.seqs, (QVector<qint64>{4, 5, 6}));
}

void RemoteDeskTest::presenceGoesBothWays()
{
    const auto desk = connectedDesk();
    QVector<Presence> others;
    connect(desk.get(), &Desk::presenceChanged, this, [&others](const QVector<Presence> &now) { others = now; });
    const Presence ben{TicketId(3), PersonId(8), QUuid::createUuid(), PresenceKind::Writing, 1000};
    m_service->say(encodeSocketDown(SocketPresence{{ben}}));
    QTRY_COMPARE(others, QVector<Presence>{ben});
    const Presence eve{TicketId(4), PersonId(9), QUuid::createUuid(), PresenceKind::Viewing, 2000};
    m_service->say(encodeSocketDown(SocketPresenceChanges{{eve.client}, {eve}}));
    QTRY_COMPARE(others, (QVector<Presence>{ben, eve}));
    m_service->say(encodeSocketDown(SocketPresenceChanges{{ben.client}, {}}));
    QTRY_COMPARE(others, QVector<Presence>{eve});
    const QVector<PresenceSign> signs{{TicketId(3), PresenceKind::Viewing}};
    desk->showPresence(PersonId(7), signs);
    QTRY_COMPARE(m_service->heard().size(), 3);
    QCOMPARE(std::get<SocketSigns>(*decodeSocketUp(m_service->heard()[2])).signs, signs);
    // What others do is not known without a socket, and what we do is said on the next one.
    m_service->closeSockets(1011);
    QTRY_VERIFY(others.isEmpty());
    QTRY_COMPARE(m_service->heard().size(), 5);
    QCOMPARE(std::get<SocketSigns>(*decodeSocketUp(m_service->heard()[4])).signs, signs);
}

void RemoteDeskTest::ownChangesComeBeforeTheAnswer()
{
    m_options.place.times.poll = 60'000;
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    m_service->answer("/api/v1/commands", [this](const Request &request) {
        happen(1, decodeCommand(request.body)->id);
        return Reply{200, encodeCommandAnswer(CommandAnswer{})};
    });
    const auto answer = desk->submit(tagging(1));
    qsizetype heardByThen = -1;
    QFutureWatcher<Result<CommandAnswer>> watcher;
    connect(&watcher, &QFutureWatcherBase::finished, this, [&] { heardByThen = heard.seqs.size(); });
    watcher.setFuture(answer);
    QTRY_COMPARE(heardByThen, 1);
    QVERIFY(await(answer));
}

void RemoteDeskTest::ownChangesOfTheAnswerHaveTickets()
{
    m_options.place.times.poll = 60'000;
    const auto desk = connectedDesk();
    const Heard heard(*desk);
    m_service->answer("/api/v1/commands", [this](const Request &request) {
        happen(1, decodeCommand(request.body)->id);
        // Over the socket first, as it may well be.
        m_service->say(encodeSocketDown(SocketChanges{10, m_feed.mid(10), 11}));
        WireCommandDone done;
        Change own = m_feed.last();
        own.after = TicketRow();
        own.after->head.subject = QStringLiteral("After");
        done.changes = QVector<Change>{own};
        return Reply{200, encodeCommandDone(done)};
    });
    const int asked = m_service->asked("/api/v1/changes");
    QVERIFY(await(desk->submit(tagging(1))));
    QCOMPARE(heard.seqs, fromTo(11, 11));
    QVERIFY(heard.changes.first().after.has_value());
    QCOMPARE(heard.changes.first().after->head.subject, QStringLiteral("After"));
    QCOMPARE(m_service->asked("/api/v1/changes"), asked);
}

void RemoteDeskTest::commandsOfATicketKeepTheirOrder()
{
    QVector<CommandId> order;
    m_service->answer("/api/v1/commands", [&order](const Request &request) {
        order.append(decodeCommand(request.body)->id);
        return Reply{200, encodeCommandAnswer(CommandAnswer{})};
    });
    const auto desk = newDesk();
    QVector<CommandId> given;
    QVector<QFuture<Result<CommandAnswer>>> answers;
    for (int i = 0; i < 20; ++i) {
        const Command command = tagging(1);
        given.append(command.id);
        answers.append(desk->submit(command));
    }
    for (const auto &answer : std::as_const(answers))
        QVERIFY(await(answer));
    QCOMPARE(order, given);
}

void RemoteDeskTest::aLostAnswerIsAskedForAgain()
{
    const auto desk = connectedDesk();
    QVector<CommandId> done;
    m_service->answer("/api/v1/commands", [&done](const Request &request) {
        const CommandId id = decodeCommand(request.body)->id;
        CommandAnswer second;
        second.version = 2;
        Reply reply{200, encodeCommandAnswer(second)};
        if (!done.contains(id))
            reply.fault = Fault::Half;
        done.append(id);
        return reply;
    });
    const auto answer = await(desk->submit(tagging(1)));
    QVERIFY(answer);
    QCOMPARE(answer->version, 2);
    QCOMPARE(done.size(), 2);
    QCOMPARE(done[0], done[1]);
}

void RemoteDeskTest::onlyTheServiceSaysThatItHasNotHappened_data()
{
    QTest::addColumn<bool>("dropped");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QString>("error");
    const Reply busy{429, R"({"code":"busy"})"};
    const Reply signedOut{401, R"({"code":"unauthenticated"})"};
    const Reply conflict{409, R"({"code":"conflict","payload":{"unseen":["7"]}})"};
    QTest::newRow("no answer to a command") << false << Reply{200, R"({"ticket":"what)"} << QStringLiteral("timeout");
    QTest::newRow("a defect of the service")
        << false << Reply{500, R"({"code":"internal","where":"store"})"} << QStringLiteral("internal");
    QTest::newRow("a defect of a proxy") << false << Reply{500, "it broke", "text/plain"} << QStringLiteral("offline");
    QTest::newRow("busy") << false << busy << QStringLiteral("busy");
    QTest::newRow("busy, after an answer was lost") << true << busy << QStringLiteral("timeout");
    QTest::newRow("signed out") << false << signedOut << QStringLiteral("unauthenticated");
    QTest::newRow("signed out, after an answer was lost") << true << signedOut << QStringLiteral("timeout");
    QTest::newRow("refused") << false << conflict << QStringLiteral("conflict");
    QTest::newRow("refused, after an answer was lost") << true << conflict << QStringLiteral("conflict");
}

/// What has been sent and not been answered may have happened, whatever is said of a second attempt by whoever has not
/// looked at it.
void RemoteDeskTest::onlyTheServiceSaysThatItHasNotHappened()
{
    QFETCH(bool, dropped);
    QFETCH(Reply, reply);
    const auto desk = connectedDesk();
    m_service->answer("/api/v1/commands", [reply](const Request &) { return reply; });
    if (dropped)
        m_service->failNext("/api/v1/commands", Reply{200, "{}", "application/json", {}, Fault::Half});
    const auto answer = await(desk->submit(tagging(3)));
    QVERIFY(!answer);
    QTEST(errorCodeName(answer.error().code), "error");
    QCOMPARE(m_service->asked("/api/v1/commands"), dropped ? 2 : 1);
}

void RemoteDeskTest::commandsOfTheDeskItselfAreNotSent()
{
    const auto desk = newDesk();
    Command command = Command::make({}, ReachSlaLevels{TicketId(1)});
    command.actorKind = ActorKind::System;
    const auto answer = await(desk->submit(command));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Denied);
}

void RemoteDeskTest::whatIsCancelledEnds()
{
    const auto desk = connectedDesk();
    m_service->answer("/api/v1/views", [](const Request &) { return Reply{200, {}, {}, {}, Fault::Silence}; });
    auto views = desk->views(PersonId(7));
    QTRY_COMPARE(m_service->asked("/api/v1/views"), 1);
    views.cancel();
    const auto answer = await(views);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QVERIFY(await(desk->signedIn()));
}

void RemoteDeskTest::bytesAreChecked()
{
    const auto desk = newDesk();
    const QByteArray bytes("the bytes of a picture");
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const auto serve = [this, hash](const QByteArray &body) {
        m_service->answer("/api/v1/blobs/" + hash.toHex(), [body](const Request &) {
            return Reply{200, body, "application/octet-stream"};
        });
    };
    serve(bytes);
    QCOMPARE(*await(desk->blob(hash)), bytes);
    serve("something else");
    QCOMPARE(await(desk->blob(hash)).error().code, ErrorCode::Corrupt);
    QCOMPARE(await(desk->blob("short")).error().code, ErrorCode::NotFound);
}

void RemoteDeskTest::whatIsAskedWhileAwayFailsAndTries()
{
    m_options.place.times.firstPause = 60'000;
    m_options.place.times.longestPause = 60'000;
    m_service->setListening(false);
    const auto desk = newDesk();
    const auto me = await(desk->signedIn());
    QVERIFY(!me);
    QCOMPARE(kindOf(me.error()), QStringLiteral("offline refused"));
    m_service->setListening(true);
    QTRY_VERIFY_WITH_TIMEOUT(await(desk->signedIn()), 5'000);
    QTRY_COMPARE(m_service->socketsOpen(), 1); // and so it has said Online
    const QSignalSpy connection(desk.get(), &Desk::connectionChanged);
    m_service->setListening(false);
    QTRY_COMPARE(connection.size(), 1);
    QVERIFY(!await(desk->signedIn()));
    m_service->setListening(true);
    desk->tryNow();
    QTRY_COMPARE(connection.size(), 2);
}

void RemoteDeskTest::destroyingEndsEverything()
{
    m_service->answer("/api/v1/views", [](const Request &) { return Reply{200, {}, {}, {}, Fault::Silence}; });
    QFuture<Result<QVector<SavedView>>> views;
    QFuture<Result<PersonId>> me;
    {
        const auto desk = connectedDesk();
        views = desk->views({});
        QTRY_COMPARE(m_service->asked("/api/v1/views"), 1);
        me = desk->signedIn();
    }
    QVERIFY(views.isFinished());
    QVERIFY(me.isFinished());
    QTRY_COMPARE(m_service->socketsOpen(), 0);
}

void RemoteDeskTest::signingInSaysWhatIsWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, int status, const char *code, const char *payload, SignInProblem problem) {
        QTest::newRow(name) << status << QByteArray("{\"code\":\"") + code + "\",\"payload\":{" + payload + "}}"
                            << int(problem);
    };
    row("wrong", 401, "unauthenticated", R"("reason":"credentials")", SignInProblem::Wrong);
    row("a code", 401, "unauthenticated", R"("reason":"second-factor")", SignInProblem::SecondFactorNeeded);
    row("a wrong code", 401, "unauthenticated", R"("reason":"code")", SignInProblem::WrongCode);
    row("too often", 429, "busy", R"("reason":"limit","retryAfter":60)", SignInProblem::TooManyAttempts);
    row("too many", 429, "busy", R"("reason":"load","retryAfter":2)", SignInProblem::Overloaded);
    row("not taken", 422, "invalid", R"("password":"too-easy")", SignInProblem::PasswordNotTaken);
}

void RemoteDeskTest::signingInSaysWhatIsWrong()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, problem);
    ServiceDoor door(m_options.place);
    m_service->failNext("/api/v1/sign-in", Reply{status, body});
    m_service->answer("/api/v1/sign-in", [](const Request &) {
        WireSignedIn in;
        in.token = QStringLiteral("dhs_fresh");
        in.person = PersonId(7);
        return Reply{200, encodeAnswer<SignInCall>(in)};
    });
    const SignInCall call{QStringLiteral("ada"), QStringLiteral("open sesame"), {}, QStringLiteral("test"), false};
    const auto refused = await(door.signIn(call));
    QVERIFY(!refused);
    QCOMPARE(int(signInProblemOf(refused.error()).value_or(SignInProblem::NotSignedIn)), problem);
    QCOMPARE(m_service->asked("/api/v1/sign-in"), 1); // it is not repeated by itself
    const auto in = await(door.signIn(call));
    QVERIFY(in);
    QCOMPARE(in->token, QStringLiteral("dhs_fresh"));
}

void RemoteDeskTest::noPasswordIsSentToAPortal()
{
    m_service->answer("/api/hello", [](const Request &) { return Reply{200, "<html>", "text/html"}; });
    ServiceDoor door(m_options.place);
    const auto in = await(door.signIn({QStringLiteral("ada"), QStringLiteral("open sesame"), {}, {}, false}));
    QVERIFY(!in);
    QCOMPARE(kindOf(in.error()), QStringLiteral("offline captive-portal"));
    for (const Request &request : m_service->requests())
        QVERIFY(!request.body.contains("sesame"));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::RemoteDeskTest)
#include "remote_desk_test.moc"
