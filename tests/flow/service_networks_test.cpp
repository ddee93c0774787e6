// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/connect_problem.h"
#include "remote/remote_desk.h"
#include "remote/server_url.h"
#include "replica/replica_desk.h"
#include "support/chaos_proxy.h"
#include "support/connect_proxy.h"
#include "support/scripted_service.h"
#include "support/service_process.h"
#include "support/test_certificates.h"
#include "support/test_desk.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QtTest>

namespace deskhand::test {
namespace {

constexpr qint64 networkHourMs = 3'600'000;

/// The machine's clock, and hours off.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(qint64 off)
        : m_off(off)
    {
    }
    [[nodiscard]] Instant now() const override { return SystemClock().now() + m_off; }

private:
    qint64 m_off;
};

RemoteTimes impatient()
{
    RemoteTimes times;
    times.answer = 3'000;
    times.poll = 60'000; // what is heard is heard over the socket
    times.ping = 2'000;
    times.firstPause = 50;
    times.longestPause = 400;
    return times;
}

} // namespace

/// A real service behind the networks that laptops get into.
class ServiceNetworksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_there = TestDesk::withSystemClock();
        m_ticket = m_there->openTicket(QStringLiteral("Printer is out of paper")).ticket;
        m_service = std::make_unique<ServiceProcess>(m_there->path(), QStringList{m_fast});
        m_token = ServiceProcess::newApiToken(m_there->path(), m_there->me());
    }
    void cleanupTestCase()
    {
        m_service.reset();
        m_there.reset();
    }
    void cleanup() { QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy); }

    void aPortalIsNotBelieved_data();
    void aPortalIsNotBelieved();
    void officesHaveProxies_data();
    void officesHaveProxies();
    void aProxyThatRefusesIsSaid_data();
    void aProxyThatRefusesIsSaid();
    void theSystemSaysWhichProxy();
    void addressesOfTheSixthVersion();
    void aClockThatIsHoursOff_data();
    void aClockThatIsHoursOff();

private:
    RemoteDeskOptions optionsFor(const QUrl &service) const
    {
        RemoteDeskOptions options;
        options.place.service = *serverUrl(service.toString());
        options.place.times = impatient();
        options.token = m_token;
        return options;
    }
    std::unique_ptr<ReplicaDesk> newReplica(RemoteDesk &remote, const std::shared_ptr<const Clock> &clock = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        ReplicaOptions options;
        options.clock = clock;
        options.patienceMs = 0;
        auto opened =
            ReplicaDesk::open(m_folder->filePath(QStringLiteral("replica")), m_there->me(), remote, remote, options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    static bool isInSync(ReplicaDesk &desk)
    {
        return desk.sync().state().phase == SyncPhase::Online && desk.sync().state().queued == 0;
    }
    int articlesThere(const QString &text)
    {
        ThreadQuery query;
        query.ticket = m_ticket;
        query.limit = 1000;
        const auto articles = m_there->expect(m_there->desk().thread(query)).articles;
        return int(std::count_if(articles.cbegin(), articles.cend(),
                                 [&text](const Article &one) { return one.text == text; }));
    }
    Command note(const QString &text)
    {
        PostArticle post;
        post.ticket = m_ticket;
        post.article.visibility = Visibility::Internal;
        post.article.text = text;
        return Command::make(m_there->me(), post);
    }
    /// What somebody else does is heard, and not because it was looked for.
    bool hearsOverTheSocket(RemoteDesk &desk)
    {
        const QSignalSpy heard(&desk, &Desk::changed);
        for (int i = 0; i < 20 && heard.isEmpty(); ++i) {
            m_there->reply(m_ticket, QStringLiteral("did you hear this?"));
            static_cast<void>(QTest::qWaitFor([&heard] { return !heard.isEmpty(); }, 500));
        }
        return !heard.isEmpty();
    }
    static QString problemOf(const Error &error)
    {
        const auto problem = connectProblemOf(error);
        return errorCodeName(error.code) + (problem ? u' ' + connectProblemName(*problem) : QString());
    }

    const QString m_fast = QStringLiteral("--limits-api-requests-per-second=10000");
    std::unique_ptr<TestDesk> m_there;
    std::unique_ptr<ServiceProcess> m_service;
    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    QByteArray m_token;
    TicketId m_ticket;
};

void ServiceNetworksTest::aPortalIsNotBelieved_data()
{
    using Reply = ScriptedService::Reply;
    QTest::addColumn<Reply>("reply");
    const QByteArray page = "<html><form>Your room number, please</form></html>";
    QTest::newRow("a page") << Reply{200, page, "text/html"};
    QTest::newRow("a redirection") << Reply{302, {}, "text/html", {{"Location", "http://portal.test/"}}};
    QTest::newRow("what RFC 6585 says") << Reply{511, page, "text/html"};
    QTest::newRow("a refusal") << Reply{403, page, "text/html"};
    QTest::newRow("another sign-in") << Reply{401, page, "text/html", {{"WWW-Authenticate", "Basic realm=\"hotel\""}}};
}

/// It comes between in the middle of the work: nothing that it says is taken for the service's word.
void ServiceNetworksTest::aPortalIsNotBelieved()
{
    QFETCH(ScriptedService::Reply, reply);
    ScriptedService portal;
    portal.setSockets(false);
    portal.answerAll([reply](const ScriptedService::Request &) { return reply; });
    ChaosProxy network(m_service->port());
    RemoteDesk remote(optionsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(network.port()))));
    const auto desk = newReplica(remote);
    QTRY_VERIFY_WITH_TIMEOUT(isInSync(*desk), 20'000);
    QStringList told;
    connect(&desk->sync(), &DeskSync::stateChanged, this,
            [&told](const SyncState &state) { told.append(state.problem); });

    network.setServerPort(portal.port());
    network.resetAll();
    QTRY_COMPARE_WITH_TIMEOUT(desk->sync().state().problem, QStringLiteral("captive-portal"), 10'000);
    QCOMPARE(desk->sync().state().phase, SyncPhase::Offline);
    QTRY_COMPARE(told.value(told.size() - 1), QStringLiteral("captive-portal")); // it is shown, too
    const QString text = QStringLiteral("written at the hotel, ") + QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(await(desk->submit(note(text))));
    QCOMPARE(await(desk->rows({m_ticket}, m_there->me()))->size(), 1);
    desk->sync().tryNow();
    const auto asked = portal.requests().size();
    QTRY_VERIFY(portal.requests().size() > asked); // it goes on trying
    QCOMPARE(desk->sync().state().queued, 1);
    QCOMPARE(desk->sync().state().attention, 0);
    // Who is known to be no service is greeted and told nothing more. (Before that it is TLS that keeps others away.)
    for (const ScriptedService::Request &request : portal.requests().mid(asked))
        QVERIFY2(request.token().isEmpty(), request.path.constData());

    network.setServerPort(m_service->port()); // somebody has typed the number of their room
    network.resetAll();
    QTRY_VERIFY_WITH_TIMEOUT(isInSync(*desk), 20'000);
    QCOMPARE(desk->sync().state().problem, QString());
    QTRY_COMPARE(articlesThere(text), 1);
}

void ServiceNetworksTest::officesHaveProxies_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("login");
    QTest::newRow("TLS") << true << false;
    QTest::newRow("TLS, and the proxy asks who comes") << true << true;
}

/// Questions and the WebSocket go through it, and the name is resolved there.
void ServiceNetworksTest::officesHaveProxies()
{
    QFETCH(bool, login);
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    const auto authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(authority, QStringLiteral("desk.test"));
    ServiceProcess service(m_there->path(), {m_fast, QStringLiteral("--listen-certificate=") + certificate.certificate,
                                             QStringLiteral("--listen-key=") + certificate.key});
    ConnectProxy proxy;
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port()));
    RemoteDeskOptions options = optionsFor(QUrl(QStringLiteral("https://desk.test:%1").arg(service.port())));
    options.place.caFile = authority.certificate;
    if (login) {
        proxy.setLogin("ada", "open");
        options.place.proxyLogin = [](const QString &, int) {
            return std::optional(ProxyLogin{QStringLiteral("ada"), QStringLiteral("open")});
        };
    }
    RemoteDesk remote(options);
    const auto me = await(remote.signedIn());
    QVERIFY2(me, me ? "" : qPrintable(problemOf(me.error()) + me.error().detail));
    QCOMPARE(*me, m_there->me());
    QVERIFY(hearsOverTheSocket(remote));
    QVERIFY(proxy.connected().contains("desk.test:" + QByteArray::number(service.port())));
    QCOMPARE(proxy.turnedAway() > 0, login);
    const auto desk = newReplica(remote);
    QTRY_VERIFY_WITH_TIMEOUT(isInSync(*desk), 20'000);
}

void ServiceNetworksTest::aProxyThatRefusesIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("problem");
    QTest::newRow("who are you") << 407 << QStringLiteral("offline proxy-login");
    QTest::newRow("not there") << 0 << QStringLiteral("offline proxy-unreachable");
    QTest::newRow("not you") << 403 << QStringLiteral("offline");
    QTest::newRow("not reached") << 502 << QStringLiteral("offline");
}

void ServiceNetworksTest::aProxyThatRefusesIsSaid()
{
    QFETCH(int, status);
    QFETCH(QString, problem);
    ConnectProxy proxy;
    quint16 port = proxy.port();
    if (status == 407)
        proxy.setLogin("ada", "open");
    else if (status != 0)
        proxy.refuse(status);
    if (status == 0) {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port));
    RemoteDesk remote(optionsFor(QUrl(QStringLiteral("https://desk.test:443"))));
    const auto me = await(remote.signedIn());
    QVERIFY(!me);
    QVERIFY2(problemOf(me.error()).startsWith(problem), qPrintable(problemOf(me.error()) + me.error().detail));
}

/// As the programs have it: what the desktop or the environment has set up.
void ServiceNetworksTest::theSystemSaysWhichProxy()
{
    if (!TestCertificates::canBeMade())
        QSKIP("openssl is not installed");
    const auto authority = m_certificates.newAuthority();
    const auto certificate = m_certificates.newCertificate(authority, QStringLiteral("desk.test"));
    ServiceProcess service(m_there->path(), {m_fast, QStringLiteral("--listen-certificate=") + certificate.certificate,
                                             QStringLiteral("--listen-key=") + certificate.key});
    ConnectProxy proxy;
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(proxy.port());
    for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
        qputenv(name, url);
    for (const char *name : {"no_proxy", "NO_PROXY"})
        qunsetenv(name);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    RemoteDeskOptions options = optionsFor(QUrl(QStringLiteral("https://desk.test:%1").arg(service.port())));
    options.place.caFile = authority.certificate;
    RemoteDesk remote(options);
    const auto me = await(remote.signedIn());
    const bool hears = me && hearsOverTheSocket(remote);
    QNetworkProxyFactory::setUseSystemConfiguration(false);
    for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
        qunsetenv(name);
    QVERIFY2(me, me ? "" : qPrintable(problemOf(me.error()) + me.error().detail));
    QVERIFY(hears);
    QVERIFY(proxy.connected().size() >= 2);
}

void ServiceNetworksTest::addressesOfTheSixthVersion()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("no IPv6 on this machine");
    ServiceProcess service(m_there->path(), {m_fast, QStringLiteral("--listen-address=::1")});
    const QUrl url(QStringLiteral("http://[::1]:%1").arg(service.port()));
    RemoteDesk remote(optionsFor(url));
    const auto me = await(remote.signedIn());
    QVERIFY2(me, me ? "" : qPrintable(problemOf(me.error()) + me.error().detail));
    QVERIFY(hearsOverTheSocket(remote));
    const auto desk = newReplica(remote);
    QTRY_VERIFY_WITH_TIMEOUT(isInSync(*desk), 20'000);
}

void ServiceNetworksTest::aClockThatIsHoursOff_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("five hours early") << 5;
    QTest::newRow("five hours late") << -5;
    QTest::newRow("ten years late") << -87'600;
}

/// What is shared goes by versions and cursors; a clock decides nothing but what is shown.
void ServiceNetworksTest::aClockThatIsHoursOff()
{
    QFETCH(int, hours);
    RemoteDesk remote(optionsFor(m_service->url()));
    const auto desk = newReplica(remote, std::make_shared<WrongClock>(hours * networkHourMs));
    QTRY_VERIFY_WITH_TIMEOUT(isInSync(*desk), 20'000);
    QVERIFY(qAbs(desk->sync().state().clockSkewMs + hours * networkHourMs) < 60'000);
    const QString text = QStringLiteral("by a clock that is %1 hours off").arg(hours);
    QVERIFY(await(desk->submit(note(text))));
    QTRY_VERIFY_WITH_TIMEOUT(isInSync(*desk) && articlesThere(text) == 1, 20'000);
    FieldChange priority;
    priority.field = TicketField::Priority;
    priority.value = m_there->priority(1 + (qAbs(hours) % 3)).value;
    const TicketRow row = await(desk->rows({m_ticket}, m_there->me()))->first();
    QVERIFY(
        await(desk->submit(Command::make(m_there->me(), ChangeTicket{m_ticket, row.head.version, {priority}, {}}))));
    QTRY_COMPARE_WITH_TIMEOUT(m_there->row(m_ticket).head.priority.value, priority.value.toLongLong(), 20'000);
    // Instants are the service's: nobody's wrong clock gets into what all see.
    QVERIFY(qAbs(m_there->row(m_ticket).head.updatedAt - SystemClock().now()) < networkHourMs);
    QTRY_COMPARE(desk->sync().state().attention, 0);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ServiceNetworksTest)
#include "service_networks_test.moc"
