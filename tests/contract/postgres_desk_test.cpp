// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "support/postgres_desk.h"
#include "support/random_condition.h"
#include "support/test_desk.h"

#include <QRandomGenerator>
#include <QtTest>

#include <array>

namespace deskhand::test {
namespace {

std::shared_ptr<const StatementCatalogue> postgresStatements()
{
    return std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres));
}

QString wordsOf(const Error &error)
{
    return error.where + QStringLiteral(": ") + error.detail;
}

/// Commands that both databases are given, and what they are asked afterwards.
class Twins
{
public:
    explicit Twins(PostgresServer &server)
        : m_postgres(server)
    {
    }

    [[nodiscard]] Desk &sqlite() { return m_sqlite.desk(); }
    [[nodiscard]] Desk &postgres() { return m_postgres.desk(); }
    [[nodiscard]] PersonId me() { return m_sqlite.me(); }
    [[nodiscard]] PostgresDeskFixture &fixture() { return m_postgres; }

    /// The same command to both; both must say the same.
    QString submit(const CommandBody &body)
    {
        const Command command = Command::make(me(), body);
        const auto one = await(sqlite().submit(command));
        const auto other = await(postgres().submit(command));
        if (one.has_value() != other.has_value())
            return one ? other.error().detail : QStringLiteral("only SQLite refuses: ") + one.error().detail;
        if (one && one->ticket != other->ticket)
            return QStringLiteral("different tickets");
        return {};
    }

private:
    TestDesk m_sqlite;
    PostgresDeskFixture m_postgres;
};

QString text(QRandomGenerator &random)
{
    static const QStringList words =
        QStringLiteral("printer Printing sprint screen touchscreen Straße strasse vpn VPN-Tunnel 4711 47110 café "
                       "cafeteria a_b 100% it's back\\slash 接続できません プリンター مشكلة поломка mail@host.example "
                       "o'neil@host.example")
            .split(u' ');
    QStringList picked;
    for (int n = random.bounded(6); n >= 0; --n)
        picked.append(words[random.bounded(words.size())]);
    return picked.join(u' ');
}

OpenTicket randomOpening(QRandomGenerator &random, const Catalog &catalog)
{
    OpenTicket open;
    open.subject = text(random);
    open.requesterAddress = MailAddress{text(random), QStringLiteral("p%1@host.example").arg(random.bounded(20))};
    open.priority = catalog.priorities[random.bounded(catalog.priorities.size())].id;
    open.state = catalog.states[random.bounded(catalog.states.size() - 1)].id;
    if (random.bounded(2))
        open.tags = {QStringLiteral("vip"), QStringLiteral("tag%1").arg(random.bounded(3))};
    if (random.bounded(4) == 0)
        return open;
    NewArticle article;
    article.senderRole = SenderRole::Customer;
    article.text = text(random) + u' ' + text(random);
    if (random.bounded(5) == 0)
        article.attachments.append(NewAttachment{QStringLiteral("screen café.png"),
                                                 QStringLiteral("image/png"),
                                                 QByteArray("\0\1'\\", 4) + text(random).toUtf8(),
                                                 false,
                                                 {}});
    open.article = article;
    return open;
}

} // namespace

/// What a desk on PostgreSQL has to do beyond the contract of commands: the same answers as SQLite, many writers,
/// broken connections.
class PostgresDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start();
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
    }

    void everyStatementIsUnderstood()
    {
        const PostgresDeskFixture desk(*m_server);
        const auto statements = postgresStatements();
        const auto connection = PostgresConnection::open(desk.address(), ConnectionUse::Write, statements);
        QVERIFY(connection);
        QVERIFY((*connection)->sql("copy.makeNotes").run()); // only a desk that is copied to has it
        int prepared = 0;
        for (const QString &name : statements->names()) {
            const QByteArray sql = *statements->find(name.toStdString());
            static constexpr std::array beginnings{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"};
            const bool whole = std::any_of(beginnings.begin(), beginnings.end(),
                                           [&sql](const char *word) { return sql.startsWith(word); });
            if (!whole || sql.contains('{'))
                continue;
            const Result<void> status = (*connection)->once(sql, "test.prepare").status();
            QVERIFY2(status.has_value(), status ? "" : qPrintable(name + u' ' + wordsOf(status.error())));
            ++prepared;
        }
        QVERIFY(prepared > 60);
    }

    void bothDatabasesGiveTheSameAnswers()
    {
        Twins twins(*m_server);
        QRandomGenerator random(20260302);
        const CatalogPtr catalog = *await(twins.sqlite().catalog());
        for (int i = 0; i < 60; ++i) {
            const QString refused = twins.submit(randomOpening(random, *catalog));
            QVERIFY2(refused.isEmpty(), qPrintable(refused));
        }
        const TicketList all = *await(twins.sqlite().tickets({Condition::all(), {}, {}, twins.me(), 0, {}}));
        for (int i = 0; i < 60; ++i) {
            PostArticle post;
            post.ticket = all.ids[random.bounded(all.ids.size())];
            post.article.text = text(random);
            post.article.visibility = random.bounded(2) ? Visibility::Public : Visibility::Internal;
            QVERIFY(twins.submit(post).isEmpty());
            const auto row = await(twins.sqlite().rows({post.ticket}, twins.me()));
            FieldChange subject{TicketField::Subject, text(random), {}, {}};
            QVERIFY(twins.submit(ChangeTicket{post.ticket, row->first().head.version, {subject}, {}}).isEmpty());
        }
        const Instant now = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
        compareLists(twins, random, *catalog, now);
        compareSearches(twins, random, now);
        QCOMPARE(twins.fixture().brokenRule(), QString());
    }

    void writersOfOneDeskLoseNothing()
    {
        PostgresDeskFixture desk(*m_server);
        constexpr int writers = 6;
        constexpr int each = 60;
        std::vector<std::unique_ptr<LocalDesk>> doors;
        for (int i = 0; i < writers; ++i)
            doors.push_back(desk.openAnother());
        OpenTicket open;
        open.subject = QStringLiteral("shared");
        open.requesterAddress = MailAddress{{}, QStringLiteral("rita@customer.example")};
        const auto ticket = await(desk.desk().submit(Command::make(desk.admin(), open)));
        QVERIFY(ticket);
        QVector<QFuture<Result<CommandAnswer>>> answers;
        for (int n = 0; n < each; ++n) {
            for (int i = 0; i < writers; ++i) {
                PostArticle post;
                post.ticket = ticket->ticket;
                post.article.visibility = Visibility::Internal;
                post.article.text = QStringLiteral("writer%1 entry%2").arg(i).arg(n);
                OpenTicket another = open;
                another.requesterAddress.address = QStringLiteral("new%1@customer.example").arg(n);
                answers.append(doors[size_t(i)]->submit(
                    Command::make(desk.admin(), n % 3 == 0 ? CommandBody(another) : CommandBody(post))));
            }
        }
        for (const auto &answer : std::as_const(answers)) {
            const auto given = await(answer, 60'000);
            QVERIFY2(given.has_value(), given ? "" : qPrintable(wordsOf(given.error())));
        }
        const auto row = await(desk.desk().rows({ticket->ticket}, desk.admin()));
        QCOMPARE(row->first().head.articleCount, writers * each * 2 / 3);
        // A place in the feed for every change, without gap, the same for everybody.
        const auto feed = await(doors.front()->changesSince(0, 10'000));
        QVERIFY(feed && !feed->more);
        for (qsizetype i = 0; i < feed->changes.size(); ++i)
            QCOMPARE(feed->changes[i].seq, i + 1);
        QCOMPARE(desk.brokenRule(), QString());
    }

    /// Nothing ever appears behind a cursor that a reader has passed.
    void theFeedIsInOrderOfCommits()
    {
        PostgresDeskFixture desk(*m_server);
        const auto writerOne = desk.openAnother();
        const auto writerTwo = desk.openAnother();
        QVector<QFuture<Result<CommandAnswer>>> answers;
        for (int i = 0; i < 150; ++i) {
            OpenTicket open;
            open.subject = QStringLiteral("ticket %1").arg(i);
            open.requesterAddress = MailAddress{{}, QStringLiteral("rita%1@customer.example").arg(i % 7)};
            answers.append((i % 2 ? writerOne : writerTwo)->submit(Command::make(desk.admin(), open)));
        }
        qint64 cursor = 0;
        bool writing = true;
        while (true) {
            const auto page = await(desk.desk().changesSince(cursor, 1000));
            QVERIFY(page);
            for (const Change &change : page->changes)
                QCOMPARE(change.seq, ++cursor);
            if (!writing)
                break;
            writing = std::any_of(answers.cbegin(), answers.cend(), [](const auto &one) { return !one.isFinished(); });
        }
        QVERIFY(cursor >= answers.size()); // new people are changes too
        QCOMPARE(desk.brokenRule(), QString());
    }

    /// Also over a restart of the server: what was missed comes afterwards.
    void changesOfOthersArrive()
    {
        PostgresDeskFixture desk(*m_server);
        const auto other = desk.openAnother();
        QVector<qint64> seen;
        connect(other.get(), &Desk::changed, this, [&seen](const QVector<Change> &changes) {
            for (const Change &change : changes)
                seen.append(change.seq);
        });
        OpenTicket open;
        open.subject = QStringLiteral("for everybody");
        open.requesterAddress = MailAddress{{}, QStringLiteral("rita@customer.example")};
        QVERIFY(await(desk.desk().submit(Command::make(desk.admin(), open))));
        const auto first = await(desk.desk().changesSince(0, 100));
        QTRY_COMPARE(seen.size(), first->changes.size());
        m_server->restart();
        QVERIFY(await(desk.desk().submit(Command::make(desk.admin(), open))));
        QVERIFY(await(other->submit(Command::make(desk.admin(), open))));
        const auto all = await(desk.desk().changesSince(0, 100));
        QTRY_COMPARE(seen.size(), all->changes.size());
        for (qsizetype i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], i + 1);
    }

    void aBrokenConnectionIsMadeAgain()
    {
        PostgresDeskFixture desk(*m_server);
        OpenTicket open;
        open.subject = QStringLiteral("before");
        open.requesterAddress = MailAddress{{}, QStringLiteral("rita@customer.example")};
        QVERIFY(await(desk.desk().submit(Command::make(desk.admin(), open))));
        m_server->psql(desk.address(),
                       QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                      "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        QVERIFY(await(desk.desk().submit(Command::make(desk.admin(), open))));
        m_server->restart();
        const Command after = Command::make(desk.admin(), open);
        const auto answer = await(desk.desk().submit(after));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(await(desk.desk().submit(after))->ticket, answer->ticket);
        const auto list = await(desk.desk().tickets({Condition::all(), {}, {}, desk.admin(), 0, {}}));
        QVERIFY(list);
        QCOMPARE(list->ids.size(), 3);
        QCOMPARE(desk.brokenRule(), QString());
    }

    void aServerThatIsGoneIsOffline()
    {
        PostgresDeskFixture desk(*m_server);
        m_server->crash();
        const auto list = await(desk.desk().tickets({Condition::all(), {}, {}, desk.admin(), 0, {}}));
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::Offline);
        m_server->restart();
        QVERIFY(await(desk.desk().tickets({Condition::all(), {}, {}, desk.admin(), 0, {}})));
    }

    void aStatementIsCancelled()
    {
        PostgresDeskFixture desk(*m_server);
        DbThread thread(
            [&] { return PostgresConnection::open(desk.address(), ConnectionUse::Read, postgresStatements()); },
            DbThread::Jobs::Cancellable);
        std::atomic<bool> started = false;
        std::atomic<int> ended = -1;
        auto endless = thread.run([&](Connection &connection) -> Result<int> {
            started = true;
            const Result<void> slept = connection.once("SELECT pg_sleep(600)", "test.endless").run();
            ended = slept ? 0 : int(slept.error().code);
            return 0;
        });
        QTRY_VERIFY(started);
        endless.cancel();
        QTRY_COMPARE(ended.load(), int(ErrorCode::Cancelled));
        // The connection is as good as before.
        const auto next = await(thread.run([](Connection &connection) -> Result<qint64> {
            return connection.once("SELECT 7", "test.next").runForNumber();
        }));
        QVERIFY(next);
        QCOMPARE(*next, 7);
    }

    void clientsDoNotMigrate()
    {
        const PostgresDeskFixture desk(*m_server);
        m_server->psql(desk.address(), QStringLiteral("COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 1'"));
        QCOMPARE(LocalDesk::openServer(desk.address()).error().code, ErrorCode::TooOld);
        m_server->psql(desk.address(), QStringLiteral("COMMENT ON SCHEMA deskhand IS 'Deskhand desk, schema 999'"));
        QCOMPARE(LocalDesk::openServer(desk.address()).error().code, ErrorCode::TooNew);
        PostgresAddress empty = m_server->newDatabase();
        QCOMPARE(LocalDesk::openServer(empty).error().code, ErrorCode::Corrupt);
        empty.database = QStringLiteral("nowhere");
        QCOMPARE(LocalDesk::openServer(empty).error().code, ErrorCode::NotFound);
        empty.port = 1;
        QCOMPARE(LocalDesk::openServer(empty).error().code, ErrorCode::Offline);
    }

    /// A server without TLS is not entered when TLS is asked for.
    void nothingIsSentWithoutTls()
    {
        PostgresAddress address = m_server->newDatabase();
        address.tls = PostgresTls::VerifyFull;
        QCOMPARE(LocalDesk::openServer(address).error().code, ErrorCode::Offline);
    }

private:
    static void compareLists(Twins &twins, QRandomGenerator &random, const Catalog &catalog, Instant now)
    {
        constexpr std::array columns{ListColumn::Number,  ListColumn::Subject,   ListColumn::Tags,
                                     ListColumn::Updated, ListColumn::Requester, ListColumn::Priority};
        int found = 0;
        for (int i = 0; i < 120; ++i) {
            TicketQuery query;
            query.condition = randomCondition(random, catalog, 3, true);
            query.sort = ListSort{columns[size_t(i) % columns.size()], i % 4 < 2};
            query.me = twins.me();
            query.now = now;
            const auto one = await(twins.sqlite().tickets(query));
            const auto other = await(twins.postgres().tickets(query));
            QVERIFY(one);
            QVERIFY2(other.has_value(), other ? "" : qPrintable(wordsOf(other.error())));
            QCOMPARE(other->ids, one->ids);
            found += int(one->ids.size());
        }
        QVERIFY(found > 500);
        const QVector<TicketId> ids =
            await(twins.sqlite().tickets({Condition::all(), {}, {}, twins.me(), now, {}}))->ids;
        const auto one = await(twins.sqlite().rows(ids, twins.me()));
        const auto other = await(twins.postgres().rows(ids, twins.me()));
        QCOMPARE(other->size(), one->size());
        for (qsizetype i = 0; i < one->size(); ++i) {
            QCOMPARE((*other)[i].head.subject, (*one)[i].head.subject);
            QCOMPARE((*other)[i].head.articleCount, (*one)[i].head.articleCount);
            QCOMPARE((*other)[i].snippet, (*one)[i].snippet);
            QCOMPARE((*other)[i].unread, (*one)[i].unread);
        }
    }

    static void compareSearches(Twins &twins, QRandomGenerator &random, Instant now)
    {
        const QStringList asked{
            QStringLiteral("print"),         QStringLiteral("rint"),    QStringLiteral("\"vpn tunnel\""),
            QStringLiteral("strasse"),       QStringLiteral("cafe"),    QStringLiteral("471"),
            QStringLiteral("host.exam"),     QStringLiteral("o'neil"),  QStringLiteral("back\\slash"),
            QStringLiteral("100%"),          QStringLiteral("a_b"),     QStringLiteral("接続"),
            QStringLiteral("00001"),         QStringLiteral("#0000"),   QStringLiteral("png"),
            QStringLiteral("p7@host"),       QStringLiteral("nothing"), QStringLiteral("screen print"),
            QStringLiteral("mail@host.exa"), QStringLiteral("поломка")};
        for (int i = 0; i < 100; ++i) {
            SearchQuery query;
            query.text = i < asked.size() ? asked[i] : text(random).left(1 + random.bounded(12));
            query.limit = 1 + random.bounded(100);
            query.me = twins.me();
            query.now = now;
            if (random.bounded(3) == 0)
                query.condition = Condition::is(ConditionField::Priority, {1 + random.bounded(4)});
            const auto one = await(twins.sqlite().search(query));
            const auto other = await(twins.postgres().search(query));
            QVERIFY(one);
            QVERIFY2(other.has_value(), other ? "" : qPrintable(wordsOf(other.error())));
            QCOMPARE(other->more, one->more);
            QCOMPARE(other->hits.size(), one->hits.size());
            for (qsizetype hit = 0; hit < one->hits.size(); ++hit) {
                QVERIFY2(other->hits[hit].ticket == one->hits[hit].ticket, qPrintable(query.text));
                QCOMPARE(other->hits[hit].excerpt, one->hits[hit].excerpt);
            }
        }
    }

    std::unique_ptr<PostgresServer> m_server;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PostgresDeskTest)
#include "postgres_desk_test.moc"
