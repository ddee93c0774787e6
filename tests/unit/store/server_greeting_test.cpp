// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/connect_problem.h"
#include "store/local_desk.h"
#include "store/postgres_connect_error.h"
#include "store/server_greeting.h"
#include "support/postgres_desk.h"
#include "support/test_certificates.h"

#include <QElapsedTimer>
#include <QtTest>

#include <clocale>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Takes connections on loopback and says nothing, or one thing.
class OtherServer
{
public:
    explicit OtherServer(const QByteArray &words = {})
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_socket, 8) != 0
            || ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no socket");
        m_port = ntohs(address.sin_port);
        if (!words.isEmpty())
            m_thread = std::thread([this, words] {
                const int client = ::accept(m_socket, nullptr, nullptr);
                if (client >= 0 && ::send(client, words.constData(), size_t(words.size()), MSG_NOSIGNAL) > 0)
                    ::shutdown(client, SHUT_WR);
                ::close(client);
            });
    }
    ~OtherServer()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        if (m_thread.joinable())
            m_thread.join();
        ::close(m_socket);
    }
    OtherServer(const OtherServer &) = delete;
    OtherServer &operator=(const OtherServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    int m_socket;
    int m_port = 0;
    std::thread m_thread;
};

} // namespace

/// Every way in which a connection can fail has its own name, so that people are told what to do.
class ServerGreetingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDeskFixture> m_desk;
    PostgresAddress m_address;

    static QString &lastDetail()
    {
        static QString detail;
        return detail;
    }
    static std::optional<ConnectProblem> problemOf(const PostgresAddress &address)
    {
        const Result<ServerGreeting> greeting = greetServer(address);
        if (greeting)
            return std::nullopt;
        const auto problem = connectProblemOf(greeting.error());
        lastDetail() = QString::number(problem ? int(*problem) : -1) + u' ' + greeting.error().detail;
        return problem ? problem : std::optional(ConnectProblem(-1));
    }
    /// A server that was told something new goes on as before for a moment.
    static void expect(const PostgresAddress &address, ConnectProblem problem)
    {
        QTRY_VERIFY2(problemOf(address) == problem, qPrintable(lastDetail()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start();
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        m_desk = std::make_unique<PostgresDeskFixture>(*m_server);
        m_address = m_desk->address();
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_server.reset();
    }

    void aDeskAnswersWithItsName()
    {
        const Result<ServerGreeting> greeting = greetServer(m_address);
        QVERIFY(greeting);
        QVERIFY(!greeting->deskName.isEmpty());
        QVERIFY(greeting->serverVersion >= 150000);
        QVERIFY(greeting->tls.isEmpty());
    }

    void theWayThere()
    {
        PostgresAddress address = m_address;
        address.port = 1;
        expect(address, ConnectProblem::Refused);
        address.host = u"no-such-host.invalid"_s;
        address.tls = PostgresTls::VerifyFull;
        expect(address, ConnectProblem::HostNotFound);
        address = m_address;
        address.host = u"192.0.2.1"_s; // a documentation address
        expect(address, ConnectProblem::PlainElsewhere);
    }

    void somethingElseAnswers()
    {
        const OtherServer other("HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n");
        PostgresAddress address = m_address;
        address.port = other.port();
        QCOMPARE(problemOf(address), std::optional(ConnectProblem::NotPostgres));
    }

    /// Accepts and says nothing: ten seconds, or until nobody wants to know any more.
    void silenceEndsAndCanBeEnded()
    {
        const OtherServer silent;
        PostgresAddress address = m_address;
        address.port = silent.port();
        QElapsedTimer timer;
        timer.start();
        const Result<ServerGreeting> cancelled = greetServer(address, [&timer] { return timer.elapsed() > 100; });
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 2000);
        timer.restart();
        QCOMPARE(problemOf(address), std::optional(ConnectProblem::TimedOut));
        QVERIFY2(timer.elapsed() < 11'000, qPrintable(QString::number(timer.elapsed())));
    }

    void thePersonAndTheDatabase()
    {
        m_server->psql(m_address, u"CREATE ROLE anna LOGIN PASSWORD 'right'"_s);
        m_server->psql(m_address, u"CREATE ROLE group_only NOLOGIN"_s);
        m_server->setAccess({u"host all anna 127.0.0.1/32 scram-sha-256"_s, u"host all banned 127.0.0.1/32 reject"_s});
        PostgresAddress address = m_address;
        address.user = u"anna"_s;
        expect(address, ConnectProblem::PasswordNeeded);
        address.password = u"wrong"_s;
        expect(address, ConnectProblem::WrongPassword);
        address.password = u"right"_s;
        expect(address, ConnectProblem::NoRights); // she enters the database, and nobody has let her into the desk
        address.user = u"banned"_s;
        expect(address, ConnectProblem::MayNotConnect);
        address.user = u"nobody_at_all"_s;
        expect(address, ConnectProblem::NoSuchUser);
        address.user = u"group_only"_s;
        expect(address, ConnectProblem::NoSuchUser);
        address = m_address;
        address.database = u"nowhere"_s;
        expect(address, ConnectProblem::NoSuchDatabase);
        m_server->psql(m_address, u"REVOKE CONNECT ON DATABASE %1 FROM PUBLIC"_s.arg(m_address.database));
        address = m_address;
        address.user = u"anna"_s;
        address.password = u"right"_s;
        expect(address, ConnectProblem::MayNotConnect);
        m_server->psql(m_address, u"GRANT CONNECT ON DATABASE %1 TO PUBLIC"_s.arg(m_address.database));
        m_server->psql(m_address, u"ALTER ROLE anna CONNECTION LIMIT 0"_s);
        expect(address, ConnectProblem::TooManyConnections);
        m_server->setAccess({});
    }

    void theDesk()
    {
        expect(m_server->newDatabase(), ConnectProblem::NoDesk);
        PostgresDeskFixture other(*m_server);
        m_server->psql(other.address(), u"COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 1'"_s);
        expect(other.address(), ConnectProblem::DeskTooOld);
        m_server->psql(other.address(), u"COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 999'"_s);
        expect(other.address(), ConnectProblem::DeskTooNew);
        m_server->psql(other.address(), u"COMMENT ON SCHEMA deskhand IS 'something else'"_s);
        expect(other.address(), ConnectProblem::NoDesk);
    }

    void certificates()
    {
        if (!TestCertificates::canBeMade())
            QSKIP("there is no openssl");
        PostgresAddress address = m_address;
        address.tls = PostgresTls::VerifyFull;
        address.caFile = u"/no/such/file"_s;
        expect(address, ConnectProblem::TlsNotOffered); // the first thing that is asked
        TestCertificates made;
        const auto authority = made.newAuthority();
        const auto good = made.newCertificate(authority, u"127.0.0.1"_s);
        m_server->setTls(good.certificate, good.key);
        expect(address, ConnectProblem::NoAuthorities);
        address.caFile = authority.certificate;
        QTRY_COMPARE(problemOf(address), std::nullopt);
        QVERIFY(greetServer(address)->tls.startsWith(u"TLS"));
        address.caFile = made.newAuthority().certificate;
        expect(address, ConnectProblem::Untrusted);
        address.caFile = authority.certificate;
        const auto elsewhere = made.newCertificate(authority, u"desk.example.org"_s);
        m_server->setTls(elsewhere.certificate, elsewhere.key);
        expect(address, ConnectProblem::WrongHost);
        const auto old = made.newCertificate(authority, u"127.0.0.1"_s, -1);
        m_server->setTls(old.certificate, old.key);
        expect(address, ConnectProblem::Expired);
        // What is refused by the greeting is refused by the door, too: nothing falls back to a weaker way.
        QCOMPARE(LocalDesk::openServer(address).error().code, ErrorCode::Offline);
        m_server->setTls({}, {});
        expect(address, ConnectProblem::TlsNotOffered);
    }

    /// The same answers, whatever language the person or the server speaks.
    void languagesDoNotMatter()
    {
        QCOMPARE(connectProblemOf(postgresConnectError(u"Verbindung zum Server fehlgeschlagen: FATAL:  28P01: "
                                                       "Passwort-Authentifizierung fehlgeschlagen\n"
                                                       "ORT:  auth_failed, auth.c:335"_s)),
                 std::optional(ConnectProblem::WrongPassword));
        QCOMPARE(connectProblemOf(postgresConnectError(u"FATAL:  28000: kein pg_hba.conf-Eintrag\n"
                                                       "ORT:  ClientAuthentication, auth.c:543"_s)),
                 std::optional(ConnectProblem::MayNotConnect));
        const QByteArray before = setlocale(LC_ALL, nullptr);
        qputenv("LANGUAGE", "de");
        if (setlocale(LC_ALL, "C.UTF-8") == nullptr)
            QSKIP("there is no locale but C");
        PostgresAddress address = m_address;
        address.port = 1;
        const auto problem = problemOf(address);
        address.database = u"nowhere"_s;
        const ErrorCode opened = LocalDesk::openServer(address).error().code;
        setlocale(LC_ALL, before.constData());
        qunsetenv("LANGUAGE");
        QCOMPARE(problem, std::optional(ConnectProblem::Refused));
        QCOMPARE(opened, ErrorCode::Offline);
    }

    void aServerThatStopped()
    {
        m_server->crash();
        expect(m_address, ConnectProblem::Refused);
        m_server->restart();
        QTRY_COMPARE(problemOf(m_address), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(ServerGreetingTest)
#include "server_greeting_test.moc"
