// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_connection.h"
#include "support/contract_world.h"
#include "support/postgres_desk.h"
#include "support/postgres_proxy.h"
#include "support/test_desk.h"

#include <QtTest>

#include <functional>
#include <future>

namespace deskhand::test {
namespace {

std::shared_ptr<const StatementCatalogue> postgresCatalogue()
{
    return std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(SqlDialect::Postgres));
}

/// Everything that a command leaves behind, counted; the commands here write their mark into what they make.
using Footprint = QVector<qint64>;

/// Looks at the desk past the proxy.
class Witness
{
public:
    explicit Witness(const PostgresAddress &address)
        : m_address(address)
    {
        connect();
    }

    Footprint footprint(const CommandId &command, const QString &mark)
    {
        static constexpr const char *counts[] = {
            "command_log WHERE command_id = ?1",
            "history WHERE command_id = ?1",
            "change_feed WHERE command_id = ?1",
            "article WHERE text = ?2",
            "attachment WHERE name = ?2",
            "article_message_id WHERE message_id = ?2",
            "ticket WHERE subject = ?2",
            "ticket_tag WHERE tag = ?2",
            "person WHERE name = ?2",
            "person_word WHERE word = ?2",
            "queue WHERE name = ?2",
            "saved_view WHERE name = ?2",
            "inbound_mail WHERE source = ?2",
            "search WHERE document @@ quote_literal(?2)::tsquery",
            "read_mark WHERE article_id IN (SELECT id FROM article WHERE text = 'for ' || ?2)",
        };
        QByteArray sql = "SELECT ";
        for (const char *count : counts)
            sql += QByteArray(sql.endsWith("SELECT ") ? "" : ", ") + "(SELECT count(*) FROM " + count + ')';
        sql.replace("?1", "decode(:command, 'hex')").replace("?2", ":mark");
        Statement statement = m_connection->once(sql, "test.footprint");
        statement.bind(":command", QString::fromLatin1(command.toRfc4122().toHex())).bind(":mark", mark);
        Footprint found;
        if (statement.next()) {
            for (int column = 0; column < int(std::size(counts)); ++column)
                found.append(statement.integer(column));
        }
        if (const Result<void> status = statement.status(); !status)
            qFatal("the witness fails: %s", qPrintable(status.error().detail));
        return found;
    }

    void connect() { m_connection = expectedConnection(m_address); }
    [[nodiscard]] Connection &connection() { return *m_connection; }

    static std::unique_ptr<Connection> expectedConnection(const PostgresAddress &address)
    {
        auto opened = PostgresConnection::open(address, ConnectionUse::Write, postgresCatalogue());
        if (!opened)
            failOn(opened.error());
        return *std::move(opened);
    }

private:
    PostgresAddress m_address;
    std::unique_ptr<Connection> m_connection;
};

/// A command of each kind, new each time; `mark` is a word that nothing else has.
struct FaultyCommand {
    const char *name;
    std::function<Command(const QString &mark)> make;
};

QString text(const Footprint &footprint)
{
    QStringList numbers;
    for (const qint64 number : footprint)
        numbers.append(QString::number(number));
    return numbers.join(u' ');
}

} // namespace

/// On PostgreSQL a command has happened once or not at all, and its answer is true, whatever befalls which of its
/// statements.
class PostgresFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void atEveryStatement_data();
    void atEveryStatement();
    void aServerThatRestarts_data();
    void aServerThatRestarts();
    void aServerThatStaysAway();
    void whatNeverSucceedsHasNotHappened_data();
    void whatNeverSucceedsHasNotHappened();
    void aRealDeadlockIsTriedAgain();
    void aFrozenClientIsNotWaitedForLong();
    void theSameCommandInBetween();
    void theSameCommandTwiceAtOnce();

private:
    /// How often each of the points was reached.
    struct Tally {
        int points = 0;
        int answered = 0;
        int unknown = 0;
    };

    void makeCommands();
    TicketId openTicket(const QString &mark);
    Result<CommandAnswer> submit(const Command &command) { return await(m_desk->submit(command), 60'000); }
    /// Without looking after events: nothing but the answer is wanted.
    Result<CommandAnswer> submitAndWait(const Command &command)
    {
        auto future = m_desk->submit(command);
        future.waitForFinished();
        return future.result();
    }
    QString nextMark() { return QStringLiteral("mark%1").arg(++m_marks); }
    Footprint footprintOf(const FaultyCommand &command);
    /// One command with one fault. Empty: all is well.
    QString tryOnce(const FaultyCommand &command, const Footprint &whole, const std::function<void()> &arm,
                    Tally *tally, bool eventsWanted = false);
    void openDesk();

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDeskFixture> m_fixture; ///< past the proxy
    std::unique_ptr<PostgresProxy> m_proxy;
    std::unique_ptr<LocalDesk> m_desk; ///< through it
    std::unique_ptr<Witness> m_witness;
    CatalogPtr m_catalog;
    QVector<FaultyCommand> m_commands;
    int m_marks = 0;
};

void PostgresFaultTest::initTestCase()
{
    // The driver says for every statement that it cannot be freed at a server that is gone.
    static QtMessageHandler previous = nullptr;
    previous = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
        if (!message.startsWith(u"Unable to free statement"))
            previous(type, context, message);
    });
    m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
    if (!m_server)
        QSKIP("PostgreSQL is not installed");
    m_fixture = std::make_unique<PostgresDeskFixture>(*m_server);
    m_proxy = std::make_unique<PostgresProxy>(m_fixture->address().port);
    m_witness = std::make_unique<Witness>(m_fixture->address());
    m_catalog = expected(await(m_fixture->desk().catalog()));
    openDesk();
    makeCommands();
}

void PostgresFaultTest::cleanupTestCase()
{
    m_desk.reset();
    m_proxy.reset();
    qInstallMessageHandler(nullptr);
}

void PostgresFaultTest::openDesk()
{
    PostgresAddress address = m_fixture->address();
    address.port = m_proxy->port();
    auto opened = LocalDesk::openServer(address);
    if (!opened)
        failOn(opened.error());
    m_desk = *std::move(opened);
}

TicketId PostgresFaultTest::openTicket(const QString &mark)
{
    OpenTicket open;
    open.subject = QStringLiteral("for ") + mark;
    open.requesterAddress.address = QStringLiteral("rita@customer.example");
    NewArticle article;
    article.senderRole = SenderRole::Customer;
    article.text = QStringLiteral("for ") + mark;
    open.article = article;
    return expected(await(m_fixture->desk().submit(Command::make(m_fixture->admin(), open)))).ticket;
}

void PostgresFaultTest::makeCommands()
{
    const PersonId me = m_fixture->admin();
    const auto posting = [this, me](const QString &mark, Visibility visibility) {
        PostArticle post;
        post.ticket = openTicket(mark);
        post.article.text = mark;
        post.article.visibility = visibility;
        if (visibility == Visibility::Public) {
            post.state = m_catalog->firstStateOf(StateType::Solved);
            post.article.messageId = mark;
            post.article.attachments = {NewAttachment{mark, QStringLiteral("text/plain"), mark.toUtf8(), false, {}}};
        }
        return Command::make(me, post);
    };
    const auto changing = [this, me](const QString &mark, const QVector<FieldChange> &changes) {
        return Command::make(me, ChangeTicket{openTicket(mark), 1, changes, {}});
    };
    m_commands = {
        {"open a ticket",
         [me](const QString &mark) {
             OpenTicket open;
             open.subject = mark;
             open.requesterAddress = MailAddress{mark, mark + QStringLiteral("@customer.example")};
             open.tags = QStringList{mark};
             NewArticle article;
             article.text = mark;
             open.article = article;
             return Command::make(me, open);
         }},
        {"reply", [posting](const QString &mark) { return posting(mark, Visibility::Public); }},
        {"note", [posting](const QString &mark) { return posting(mark, Visibility::Internal); }},
        {"change fields",
         [this, changing, me](const QString &mark) {
             return changing(mark, {FieldChange{TicketField::Subject, mark, {}, {}},
                                    FieldChange{TicketField::Priority, m_catalog->priorities.first().id.value, {}, {}},
                                    FieldChange{TicketField::Owner, me.value, {}, {}},
                                    FieldChange{TicketField::DueAt, qint64(1'900'000'000'000), {}, {}}});
         }},
        {"tag",
         [changing](const QString &mark) {
             return changing(mark, {FieldChange{TicketField::Tags, {}, {mark}, {}}});
         }},
        {"mark as read",
         [this, me](const QString &mark) {
             const TicketId ticket = openTicket(mark);
             const auto rows = expected(await(m_fixture->desk().rows({ticket}, me)));
             return Command::make(me, MarkRead{ticket, rows.first().head.lastArticle});
         }},
        {"accept a mail",
         [](const QString &mark) {
             AcceptMail mail;
             mail.source = mark;
             mail.subject = mark;
             mail.article.senderRole = SenderRole::Customer;
             mail.article.text = mark;
             mail.article.messageId = mark;
             mail.article.from = MailAddress{mark, mark + QStringLiteral("@customer.example")};
             mail.article.raw = mark.toUtf8();
             Command command = Command::make({}, mail);
             command.actorKind = ActorKind::System;
             return command;
         }},
        {"save a view",
         [me](const QString &mark) {
             SavedView view;
             view.name = mark;
             view.columns = {ListColumn::Number};
             return Command::make(me, SaveView{view});
         }},
        {"delete a view",
         [this, me](const QString &mark) {
             SavedView view;
             view.name = mark;
             view.columns = {ListColumn::Number};
             const Command saving = Command::make(me, SaveView{view});
             return Command::make(me, DeleteView{SavedViewId{expected(await(m_fixture->desk().submit(saving))).id}});
         }},
        {"save a queue",
         [me](const QString &mark) {
             return Command::make(me, SaveQueue{Queue{{}, {}, mark, {}, 2, true, {}}});
         }},
        {"save a person",
         [me](const QString &mark) {
             Person person;
             person.name = mark;
             return Command::make(me, SavePerson{person});
         }},
    };
}

/// What the command leaves behind when nothing befalls it.
Footprint PostgresFaultTest::footprintOf(const FaultyCommand &faulty)
{
    const QString mark = nextMark();
    const Command command = faulty.make(mark);
    expected(submitAndWait(command));
    const Footprint whole = m_witness->footprint(command.id, mark);
    if (whole[0] != 1 || whole[2] < 1)
        qFatal("\"%s\" leaves no trace: %s", faulty.name, qPrintable(text(whole)));
    return whole;
}

QString PostgresFaultTest::tryOnce(const FaultyCommand &faulty, const Footprint &whole,
                                   const std::function<void()> &arm, Tally *tally, bool eventsWanted)
{
    const QString mark = nextMark();
    const Command command = faulty.make(mark);
    const Footprint nothing = m_witness->footprint(command.id, mark);
    arm();
    const Result<CommandAnswer> answer = eventsWanted ? submit(command) : submitAndWait(command);
    const bool hit = m_proxy->hits() > 0;
    m_proxy->clearFault();
    if (hit)
        ++tally->points;
    const Footprint after = m_witness->footprint(command.id, mark);
    if (after != whole && after != nothing)
        return QStringLiteral("neither done nor not: ") + text(after);
    if (answer && after != whole)
        return QStringLiteral("answered, but not done");
    if (!answer) {
        ++tally->unknown;
        // Only of a connection it may be left open what has become of it.
        if (answer.error().code != ErrorCode::Offline && after != nothing)
            return QStringLiteral("done, but the answer is ") + answer.error().detail;
        if (answer.error().code != ErrorCode::Offline && answer.error().code != ErrorCode::Busy)
            return QStringLiteral("an unexpected error: %1 (%2)").arg(answer.error().detail, answer.error().where);
    } else {
        ++tally->answered;
    }
    const Result<CommandAnswer> again = submitAndWait(command);
    if (!again)
        return QStringLiteral("cannot be repeated: ") + again.error().detail;
    if (answer && *again != *answer)
        return QStringLiteral("another answer to the same command");
    const Footprint repeated = m_witness->footprint(command.id, mark);
    return repeated == whole ? QString() : QStringLiteral("repeated it is ") + text(repeated);
}

void PostgresFaultTest::atEveryStatement_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<WireFault>("fault");
    const std::pair<const char *, WireFault> faults[] = {
        {"serialization failure", WireFault::Serialization},
        {"deadlock", WireFault::Deadlock},
        {"ended by the server", WireFault::Terminated},
        {"cut before", WireFault::CutBefore},
        {"cut behind", WireFault::CutBehind},
        {"answer lost", WireFault::AnswerLost},
    };
    for (int command = 0; command < m_commands.size(); ++command) {
        for (const auto &[name, fault] : faults)
            QTest::addRow("%s, %s", m_commands[command].name, name) << command << fault;
    }
}

void PostgresFaultTest::atEveryStatement()
{
    QFETCH(int, command);
    QFETCH(WireFault, fault);
    const FaultyCommand &faulty = m_commands[command];
    footprintOf(faulty); // its statements are prepared then
    const Footprint whole = footprintOf(faulty);
    Tally tally;
    for (int n = 1; tally.points == n - 1; ++n) {
        const QString problem = tryOnce(
            faulty, whole, [&] { m_proxy->setFault(fault, n); }, &tally);
        QVERIFY2(
            problem.isEmpty(),
            qPrintable(
                QStringLiteral("at statement %1 (%2): %3").arg(n).arg(QString::fromUtf8(m_proxy->lastHit()), problem)));
    }
    qInfo("%d statements", tally.points);
    QVERIFY(tally.points >= 5);
    // Once is not too often for anything: who is asked again has done it.
    QCOMPARE(tally.unknown, 0);
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

void PostgresFaultTest::aServerThatRestarts_data()
{
    QTest::addColumn<int>("command");
    for (const int command : {0, 1, 3, 6})
        QTest::newRow(m_commands[command].name) << command;
}

/// As after a power cut of the server: what was answered is there.
void PostgresFaultTest::aServerThatRestarts()
{
    QFETCH(int, command);
    const FaultyCommand &faulty = m_commands[command];
    const Footprint whole = footprintOf(faulty);
    m_proxy->setFault(WireFault::CutBefore, 0);
    footprintOf(faulty);
    const int statements = m_proxy->statementsPassed();
    QVERIFY(statements > 5);
    Tally tally;
    // The beginning, the middle, and around the end of the transaction.
    for (const int n : {1, statements / 2, statements - 1, statements}) {
        const auto restart = [this] {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_server->restart();
                    m_witness->connect();
                },
                Qt::BlockingQueuedConnection);
        };
        const QString problem = tryOnce(
            faulty, whole, [&] { m_proxy->setFault(WireFault::Action, n, restart); }, &tally, true);
        QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("at statement %1: %2").arg(n).arg(problem)));
    }
    QCOMPARE(tally.points, 4);
    QCOMPARE(tally.answered, 4);
    m_fixture->reopen();
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

/// What was not answered can be asked again when the server is there again, and happens once.
void PostgresFaultTest::aServerThatStaysAway()
{
    const FaultyCommand &reply = m_commands[1];
    int done = 0;
    for (const WireFault fault : {WireFault::CutBefore, WireFault::AnswerLost}) {
        const Footprint whole = footprintOf(reply); // its statements are prepared then
        m_proxy->setFault(WireFault::CutBefore, 0);
        footprintOf(reply);
        const int statements = m_proxy->statementsPassed();
        const QString mark = nextMark();
        const Command command = reply.make(mark);
        const Footprint nothing = m_witness->footprint(command.id, mark);
        // The last statement is the end of the transaction; then nobody answers any more.
        m_proxy->setFault(fault, statements);
        const auto future = m_desk->submit(command);
        QTRY_VERIFY(m_proxy->hits() > 0);
        m_server->crash();
        const Result<CommandAnswer> answer = await(future, 60'000);
        m_server->restart();
        m_witness->connect();
        const Footprint after = m_witness->footprint(command.id, mark);
        QVERIFY(after == whole || after == nothing);
        done += after == whole ? 1 : 0;
        QVERIFY2(after == whole || !answer, "answered, but lost");
        QVERIFY(answer || answer.error().code == ErrorCode::Offline);
        const Result<CommandAnswer> again = submit(command);
        QVERIFY2(again.has_value(), again ? ""
                                          : qPrintable(errorCodeName(again.error().code) + u' ' + again.error().where
                                                       + again.error().detail));
        QCOMPARE(m_witness->footprint(command.id, mark), whole);
    }
    QVERIFY(done >= 1); // its answer was lost
    m_fixture->reopen();
    QCOMPARE(m_fixture->brokenRule(), QString());
}

void PostgresFaultTest::whatNeverSucceedsHasNotHappened_data()
{
    QTest::addColumn<WireFault>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("attempts");
    QTest::newRow("serialization failure") << WireFault::Serialization << ErrorCode::Busy << 8;
    QTest::newRow("deadlock") << WireFault::Deadlock << ErrorCode::Busy << 8;
    QTest::newRow("ended by the server") << WireFault::Terminated << ErrorCode::Offline << 2;
    QTest::newRow("cut") << WireFault::CutBefore << ErrorCode::Offline << 2;
}

void PostgresFaultTest::whatNeverSucceedsHasNotHappened()
{
    QFETCH(WireFault, fault);
    QFETCH(ErrorCode, code);
    QFETCH(int, attempts);
    for (const FaultyCommand &faulty : std::as_const(m_commands)) {
        const Footprint whole = footprintOf(faulty);
        const QString mark = nextMark();
        const Command command = faulty.make(mark);
        const Footprint nothing = m_witness->footprint(command.id, mark);
        m_proxy->setFaultAtEvery(fault, "COMMIT");
        const Result<CommandAnswer> answer = submit(command);
        const int hits = m_proxy->hits();
        m_proxy->clearFault();
        QVERIFY2(!answer, faulty.name);
        QCOMPARE(answer.error().code, code);
        QCOMPARE(hits, attempts);
        QCOMPARE(m_witness->footprint(command.id, mark), nothing);
        QVERIFY(submit(command));
        QCOMPARE(m_witness->footprint(command.id, mark), whole);
    }
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
}

/// Not injected: somebody holds the end of the history and wants the ticket, which a reply holds that wants the end of
/// the history.
void PostgresFaultTest::aRealDeadlockIsTriedAgain()
{
    const FaultyCommand &note = m_commands[2];
    const Footprint whole = footprintOf(note);
    const QString mark = nextMark();
    const Command command = note.make(mark);
    const qint64 ticket = std::get<PostArticle>(command.body).ticket.value;
    DbThread other(
        [this]() -> Result<std::unique_ptr<Connection>> {
            return PostgresConnection::open(m_fixture->address(), ConnectionUse::Write, postgresCatalogue());
        },
        DbThread::Jobs::Uninterrupted);
    const auto run = [&other](const QByteArray &sql) {
        return other.run([sql](Connection &connection) -> Result<int> {
            const Result<void> done = connection.once(sql, "test.other").run();
            return done ? Result<int>(0) : Result<int>(done.error());
        });
    };
    // The other waits longer before it looks for a deadlock: the reply is the one that is thrown out.
    for (const char *sql :
         {"SET deadlock_timeout = '60s'", "SET lock_timeout = 0", "BEGIN", "SELECT * FROM desk_head FOR UPDATE"})
        QVERIFY(await(run(sql)));
    m_proxy->setFault(WireFault::CutBefore, 0);
    const auto answer = m_desk->submit(command);
    const auto deadlocks = [this] {
        Statement waiting = m_witness->connection().once(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            "test.waiting");
        return waiting.runForNumber().value_or(0);
    };
    QTRY_COMPARE(deadlocks(), 1);
    const auto wanted = run("SELECT * FROM ticket WHERE id = " + QByteArray::number(ticket) + " FOR UPDATE");
    QVERIFY(await(wanted)); // it got the ticket because the reply was thrown out
    QVERIFY(!answer.isFinished());
    QVERIFY(await(run("COMMIT")));
    const Result<CommandAnswer> given = await(answer);
    QVERIFY2(given.has_value(), given ? "" : qPrintable(given.error().detail));
    QCOMPARE(m_witness->footprint(command.id, mark), whole);
    QCOMPARE(m_fixture->brokenRule(), QString());
}

/// A computer that falls asleep before the end of its transaction, which holds the end of the feed.
void PostgresFaultTest::aFrozenClientIsNotWaitedForLong()
{
    const FaultyCommand &note = m_commands[2];
    const Footprint whole = footprintOf(note);
    m_proxy->setFault(WireFault::CutBefore, 0);
    footprintOf(note);
    const int statements = m_proxy->statementsPassed();
    const QString mark = nextMark();
    const Command command = note.make(mark);
    const Footprint nothing = m_witness->footprint(command.id, mark);
    const Command others = note.make(nextMark());
    std::promise<void> wakesUp;
    const std::shared_future<void> sleep = wakesUp.get_future().share();
    m_proxy->setFault(WireFault::Action, statements, [sleep] { sleep.wait(); });
    const auto answer = m_desk->submit(command);
    QTRY_VERIFY(m_proxy->hits() > 0);
    const Result<CommandAnswer> ofOthers = await(m_fixture->desk().submit(others), 60'000);
    const bool waiting = !answer.isFinished();
    const Footprint asleep = m_witness->footprint(command.id, mark);
    wakesUp.set_value();
    QVERIFY2(ofOthers.has_value(), ofOthers ? "" : qPrintable(ofOthers.error().detail));
    QVERIFY(waiting);
    QCOMPARE(asleep, nothing);
    const Result<CommandAnswer> given = await(answer);
    QVERIFY2(given.has_value(), given ? "" : qPrintable(given.error().detail));
    QCOMPARE(m_witness->footprint(command.id, mark), whole);
    QCOMPARE(m_fixture->brokenRule(), QString());
}

/// The server was still at the command when its connection was lost; meanwhile it comes again. The second must not say
/// that the name is taken.
void PostgresFaultTest::theSameCommandInBetween()
{
    constexpr int statementsWithoutLocks = 4; // the beginning, the answer, the catalogue, and before the first lock
    for (const FaultyCommand &faulty : std::as_const(m_commands)) {
        const Footprint whole = footprintOf(faulty);
        for (int n = 1; n <= statementsWithoutLocks; ++n) {
            const QString mark = nextMark();
            const Command command = faulty.make(mark);
            std::optional<CommandAnswer> first;
            const auto submitFirst = [&] {
                QMetaObject::invokeMethod(
                    this, [&] { first = expected(await(m_fixture->desk().submit(command))); },
                    Qt::BlockingQueuedConnection);
            };
            m_proxy->setFault(WireFault::Action, n, submitFirst);
            const Result<CommandAnswer> second = submit(command);
            m_proxy->clearFault();
            QVERIFY2(first.has_value(), faulty.name);
            QVERIFY2(second.has_value(),
                     second ? "" : qPrintable(QLatin1String(faulty.name) + u' ' + second.error().where));
            QCOMPARE(*second, *first);
            QCOMPARE(m_witness->footprint(command.id, mark), whole);
        }
    }
    QCOMPARE(m_fixture->brokenRule(), QString());
}

/// As when a person presses a button in one window while another repeats the command after a broken connection.
void PostgresFaultTest::theSameCommandTwiceAtOnce()
{
    const auto second = m_fixture->openAnother();
    const auto third = m_fixture->openAnother();
    for (const FaultyCommand &faulty : std::as_const(m_commands)) {
        const Footprint whole = footprintOf(faulty);
        for (int round = 0; round < 5; ++round) {
            const QString mark = nextMark();
            const Command command = faulty.make(mark);
            const auto one = m_desk->submit(command);
            const auto two = second->submit(command);
            const auto three = third->submit(command);
            const CommandAnswer first = expected(await(one));
            QCOMPARE(expected(await(two)), first);
            QCOMPARE(expected(await(three)), first);
            QCOMPARE(m_witness->footprint(command.id, mark), whole);
        }
    }
    QCOMPARE(m_fixture->brokenRule(), QString());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PostgresFaultTest)
#include "postgres_fault_test.moc"
