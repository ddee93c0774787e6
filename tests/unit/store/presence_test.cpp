// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"
#include "support/login_desk.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>

namespace deskhand {
namespace {

constexpr TicketId first{11};
constexpr TicketId second{12};
constexpr PersonId ada{1};
constexpr PersonId bob{2};

/// A desk in a file or on a server with two doors.
class TwoDoors
{
public:
    virtual ~TwoDoors() = default;
    std::unique_ptr<LocalDesk> a;
    std::unique_ptr<LocalDesk> b;

    [[nodiscard]] virtual std::unique_ptr<LocalDesk> openAnother() = 0;
    virtual void run(const QByteArray &sql) = 0;
    [[nodiscard]] virtual qint64 number(const QByteArray &sql) = 0;
    /// Now, in the database's milliseconds.
    [[nodiscard]] virtual QByteArray now() const = 0;
    [[nodiscard]] virtual QByteArray table() const = 0;
    [[nodiscard]] virtual QByteArray client() const = 0; ///< a literal
};

class FileDoors final : public TwoDoors
{
public:
    FileDoors()
    {
        m_statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load());
        m_desk.close();
        a = openAnother();
        b = openAnother();
    }
    std::unique_ptr<LocalDesk> openAnother() override
    {
        auto opened = LocalDesk::open(m_desk.path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    void run(const QByteArray &sql) override
    {
        const Result<void> done = connection()->once(sql, "test.presence").run();
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    qint64 number(const QByteArray &sql) override { return *connection()->once(sql, "test.presence").runForNumber(); }
    QByteArray now() const override { return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"; }
    QByteArray table() const override { return "presence"; }
    QByteArray client() const override { return "x'0102030405060708090a0b0c0d0e0f10'"; }
    [[nodiscard]] QString path() const { return m_desk.path(); }

private:
    [[nodiscard]] std::unique_ptr<Connection> connection() const
    {
        auto opened = SqliteConnection::open(m_desk.path(), ConnectionUse::Write, m_statements, 1000);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }

    test::TestDesk m_desk;
    std::shared_ptr<const StatementCatalogue> m_statements;
};

class ServerDoors final : public TwoDoors
{
public:
    explicit ServerDoors(test::PostgresServer &server)
        : m_server(server)
        , m_desk(server)
    {
        a = openAnother();
        b = openAnother();
    }
    ~ServerDoors() override
    {
        a.reset();
        b.reset();
    }
    std::unique_ptr<LocalDesk> openAnother() override { return m_desk.openAnother(); }
    void run(const QByteArray &sql) override { m_server.psql(m_desk.address(), QString::fromUtf8(sql)); }
    qint64 number(const QByteArray &sql) override
    {
        return m_server.psql(m_desk.address(), QString::fromUtf8(sql)).toLongLong();
    }
    QByteArray now() const override { return "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"; }
    QByteArray table() const override { return "deskhand.presence"; }
    QByteArray client() const override { return "'\\x0102030405060708090a0b0c0d0e0f10'"; }

private:
    test::PostgresServer &m_server;
    test::PostgresDeskFixture m_desk;
};

/// What a door says of the others.
struct Watcher {
    QVector<Presence> others;
    int told = 0;
    QObject context; // last: nothing arrives when the rest is gone

    explicit Watcher(Desk &desk)
    {
        QObject::connect(&desk, &Desk::presenceChanged, &context, [this](const QVector<Presence> &now) {
            others = now;
            ++told;
        });
    }
    /// "11 1 viewing, 12 2 writing"
    [[nodiscard]] QString text() const
    {
        QStringList all;
        for (const Presence &other : others)
            all.append(
                QStringLiteral("%1 %2 %3")
                    .arg(other.ticket.value)
                    .arg(other.person.value)
                    .arg(other.kind == PresenceKind::Writing ? QStringLiteral("writing") : QStringLiteral("viewing")));
        return all.join(QStringLiteral(", "));
    }
};

} // namespace

/// Who is in which ticket, seen by others on the same desk, in both kinds of database.
class PresenceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::PostgresServer> m_server;
    std::unique_ptr<TwoDoors> m_doors;

    LocalDesk &a() { return *m_doors->a; }
    LocalDesk &b() { return *m_doors->b; }

    static void bothKinds()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("file") << false;
        QTest::newRow("server") << true;
    }
    /// False: there is no server.
    bool open()
    {
        QFETCH(bool, server);
        if (server && !m_server)
            return false;
        if (server)
            m_doors = std::make_unique<ServerDoors>(*m_server);
        else
            m_doors = std::make_unique<FileDoors>();
        return true;
    }

private Q_SLOTS:
    void initTestCase() { m_server = test::PostgresServer::start(); }
    void cleanup() { m_doors.reset(); }

    void whatIsDoneIsSeenByOthers_data() { bothKinds(); }
    void whatIsDoneIsSeenByOthers()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inA(a());
        Watcher inB(b());
        a().showPresence(ada, {{first, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 viewing"));
        const Presence seen = inB.others.first();
        QVERIFY(qAbs(seen.since - QDateTime::currentMSecsSinceEpoch()) < 60'000);
        QVERIFY(!seen.client.isNull());
        b().showPresence(bob, {{first, PresenceKind::Writing}, {second, PresenceKind::Viewing}});
        QTRY_COMPARE(inA.text(), QStringLiteral("11 2 writing, 12 2 viewing"));
        QCOMPARE(inB.text(), QStringLiteral("11 1 viewing")); // oneself is not among the others
    }

    void theTimeIsThatOfWhatIsDoneNow_data() { bothKinds(); }
    void theTimeIsThatOfWhatIsDoneNow()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inB(b());
        a().showPresence(ada, {{first, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 viewing"));
        const Presence viewing = inB.others.first();
        a().showPresence(ada, {{first, PresenceKind::Viewing}, {second, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.others.size(), 2);
        QCOMPARE(inB.others.first(), viewing);
        a().showPresence(ada, {{first, PresenceKind::Writing}});
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 writing"));
        QVERIFY(inB.others.first().since > viewing.since);
        QCOMPARE(inB.others.first().client, viewing.client);
    }

    void whoLeavesIsGone_data() { bothKinds(); }
    void whoLeavesIsGone()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inB(b());
        a().showPresence(ada, {{first, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.others.size(), 1);
        a().showPresence(ada, {});
        QTRY_COMPARE(inB.others.size(), 0);
        a().showPresence(ada, {{second, PresenceKind::Writing}});
        QTRY_COMPARE(inB.others.size(), 1);
        m_doors->a.reset();
        QTRY_COMPARE(inB.others.size(), 0);
        QCOMPARE(m_doors->number("SELECT count(*) FROM " + m_doors->table() + " WHERE ticket_id > 0"), 0);
    }

    void twoProgramsOfOnePersonAreThereTwice_data() { bothKinds(); }
    void twoProgramsOfOnePersonAreThereTwice()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        const auto third = m_doors->openAnother();
        Watcher watcher(*third);
        a().showPresence(ada, {{first, PresenceKind::Viewing}});
        b().showPresence(ada, {{first, PresenceKind::Writing}});
        QTRY_COMPARE(watcher.others.size(), 2);
        QCOMPARE(watcher.others[0].person, watcher.others[1].person);
        QVERIFY(watcher.others[0].client != watcher.others[1].client);
        m_doors->b.reset();
        QTRY_COMPARE(watcher.text(), QStringLiteral("11 1 viewing"));
    }

    /// A program that crashed says nothing any more, not even good-bye.
    void whoIsSilentIsGone_data() { bothKinds(); }
    void whoIsSilentIsGone()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inB(b());
        const QByteArray row = "INSERT INTO " + m_doors->table() + " VALUES (" + m_doors->client() + ", 11, 1, 2, "
                               + m_doors->now() + ", " + m_doors->now() + ")";
        m_doors->run(row);
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 writing"));
        // No notice and no other write says that time has passed: the change below must be found by looking.
        m_doors->run("UPDATE " + m_doors->table() + " SET seen_at = " + m_doors->now()
                     + " - 25001 WHERE client = " + m_doors->client());
        QTRY_COMPARE_WITH_TIMEOUT(inB.others.size(), 0, 10000);
        // Hours later somebody sweeps it up.
        m_doors->run("UPDATE " + m_doors->table() + " SET seen_at = 1 WHERE client = " + m_doors->client());
        a().showPresence(ada, {{first, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 viewing"));
        QCOMPARE(m_doors->number("SELECT count(*) FROM " + m_doors->table() + " WHERE seen_at = 1"), 0);
    }

    void whoIsThereGivesSignsOfLife_data() { bothKinds(); }
    void whoIsThereGivesSignsOfLife()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inA(a());
        Watcher inB(b());
        a().showPresence(ada, {{first, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 viewing"));
        const Instant since = inB.others.first().since;
        QFETCH(bool, server);
        if (server) {
            // Rows that were swept up while the computer slept come back with the next sign as well.
            m_doors->run("DELETE FROM " + m_doors->table() + " WHERE ticket_id = 11");
            QTRY_COMPARE_WITH_TIMEOUT(inB.others.size(), 0, 10000);
            QTRY_COMPARE_WITH_TIMEOUT(inB.text(), QStringLiteral("11 1 viewing"), 20000);
            return;
        }
        m_doors->run("UPDATE presence SET seen_at = 1 WHERE ticket_id = 11");
        QTRY_COMPARE_WITH_TIMEOUT(inB.others.size(), 0, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(inB.text(), QStringLiteral("11 1 viewing"), 20000);
        QCOMPARE(inB.others.first().since, since);
    }

    void onlyNewsIsTold_data() { bothKinds(); }
    void onlyNewsIsTold()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inB(b());
        for (int i = 0; i < 5; ++i)
            a().showPresence(ada, {{first, PresenceKind::Viewing}});
        QTRY_COMPARE(inB.others.size(), 1);
        const int told = inB.told;
        m_doors->run("UPDATE " + m_doors->table() + " SET person_id = person_id");
        const auto third = m_doors->openAnother();
        Watcher later(*third);
        QTRY_COMPARE(later.others.size(), 1);
        QTest::qWait(200);
        QCOMPARE(inB.told, told);
        QVERIFY(told <= 2);
    }

    void theFeedKnowsNothingOfIt_data() { bothKinds(); }
    void theFeedKnowsNothingOfIt()
    {
        if (!open())
            QSKIP("PostgreSQL is not installed");
        Watcher inB(b());
        const qint64 before = test::await(a().changesSince(0, 10000))->cursor;
        int heard = 0;
        QObject context;
        QObject::connect(&b(), &Desk::changed, &context,
                         [&](const QVector<Change> &news) { heard += int(news.size()); });
        a().showPresence(ada, {{first, PresenceKind::Writing}});
        QTRY_COMPARE(inB.others.size(), 1);
        QCOMPARE(test::await(a().changesSince(0, 10000))->cursor, before);
        QCOMPARE(heard, 0);
    }

    /// A desk that one person uses is not written to at every ticket they open.
    void whoIsAloneInAFileWritesNothing()
    {
        FileDoors doors;
        doors.b.reset();
        Watcher inA(*doors.a);
        for (int i = 1; i <= 20; ++i) {
            doors.a->showPresence(ada, {{TicketId{i}, PresenceKind::Viewing}});
            QTest::qWait(10);
        }
        QTRY_COMPARE(doors.number("SELECT count(*) FROM presence"), 1);
        QCOMPARE(doors.number("SELECT max(ticket_id) FROM presence"), 0);
        // Whoever comes is told at once.
        doors.b = doors.openAnother();
        Watcher inB(*doors.b);
        QTRY_COMPARE(inB.text(), QStringLiteral("20 1 viewing"));
        doors.b->showPresence(bob, {{first, PresenceKind::Writing}});
        QTRY_COMPARE(inA.text(), QStringLiteral("11 2 writing"));
    }

    /// A long write of somebody else delays presence and nothing more.
    void whoWritesLongIsNotInTheWay()
    {
        FileDoors doors;
        Watcher inB(*doors.b);
        doors.a->showPresence(ada, {});
        doors.b->showPresence(bob, {});
        {
            auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load());
            auto writer = SqliteConnection::open(doors.path(), ConnectionUse::Write, statements, 1000);
            QVERIFY(writer);
            QVERIFY((*writer)->sql("transaction.begin").run());
            doors.a->showPresence(ada, {{first, PresenceKind::Viewing}});
            QTest::qWait(500);
            QCOMPARE(inB.others.size(), 0);
            QVERIFY((*writer)->sql("transaction.rollback").run());
        }
        QTRY_COMPARE(inB.text(), QStringLiteral("11 1 viewing"));
    }

    /// With a login for each person: who does not see a ticket does not hear of who is in it, and is not in it.
    void onlyWhoSeesATicketHearsOfIt()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        test::LoginDeskFixture desk(*m_server);
        auto &logins = static_cast<test::LoginDesk &>(desk.desk());
        const auto made = [&](const CommandBody &body) {
            return *test::await(logins.submit(Command::make(desk.admin(), body)));
        };
        Person agent;
        agent.name = QStringLiteral("Bob");
        agent.address = QStringLiteral("bob@desk.example");
        agent.role = PersonRole::Agent;
        const PersonId bobHere{made(SavePerson{agent}).id};
        const QueueId secret{made(SaveQueue{Queue{{}, {}, QStringLiteral("Secret"), {}, 5, true, {desk.admin()}}}).id};
        OpenTicket open;
        open.subject = QStringLiteral("Seen by all");
        open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        const TicketId seen = made(open).ticket;
        open.subject = QStringLiteral("Secret");
        open.queue = secret;
        const TicketId hidden = made(open).ticket;
        Desk &inside = logins.of(desk.admin());
        Desk &outside = logins.of(bobHere);
        Watcher inInside(inside);
        Watcher inOutside(outside);
        inside.showPresence(desk.admin(), {{hidden, PresenceKind::Writing}});
        outside.showPresence(bobHere, {{hidden, PresenceKind::Viewing}});
        QTest::qWait(300);
        QVERIFY(inInside.others.isEmpty());
        QVERIFY(inOutside.others.isEmpty());
        inside.showPresence(desk.admin(), {{hidden, PresenceKind::Writing}, {seen, PresenceKind::Viewing}});
        outside.showPresence(bobHere, {{seen, PresenceKind::Writing}});
        QTRY_COMPARE(inInside.others.size(), 1);
        QTRY_COMPARE(inOutside.others.size(), 1);
        QCOMPARE(inInside.others.first().person, bobHere);
        QCOMPARE(inOutside.others.first().ticket, seen);
        QCOMPARE(inOutside.others.first().person, desk.admin());
    }

    void afterACrashOfTheServerItIsThereAgain()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        m_doors = std::make_unique<ServerDoors>(*m_server);
        Watcher inB(b());
        a().showPresence(ada, {{first, PresenceKind::Writing}});
        QTRY_COMPARE(inB.others.size(), 1);
        m_server->crash();
        QTRY_COMPARE(inB.others.size(), 0); // nobody knows
        m_server->restart();
        QTRY_COMPARE_WITH_TIMEOUT(inB.text(), QStringLiteral("11 1 writing"), 20000);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::PresenceTest)
#include "presence_test.moc"
