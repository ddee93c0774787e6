// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy.h"
#include "store/desk_copy_tables.h"
#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "store/sql_mail_store.h"
#include "store/sqlite_connection.h"
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/plain_codec.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>

namespace deskhand::test {
namespace {

/// Small batches, so that a small desk has many.
DeskCopyOptions smallBatches()
{
    DeskCopyOptions options;
    options.rowsPerBatch = 7;
    options.ticketsPerBatch = 3;
    return options;
}

QString wordsOfError(const Error &error)
{
    return error.where + QStringLiteral(": ") + error.detail;
}

QString problemOf(const Result<DeskCopyReport> &copied)
{
    return copied ? QStringLiteral("copied") : copied.error().payload.value(QStringLiteral("problem")).toString();
}

DeskPlace deskPlaceOf(const QString &file)
{
    return DeskPlace{file, {}};
}

DeskPlace deskPlaceOf(const PostgresAddress &address)
{
    return DeskPlace{{}, address};
}

QString urlOf(const PostgresAddress &address)
{
    return QStringLiteral("postgresql://%1@%2:%3/%4?sslmode=disable")
        .arg(address.user, address.host)
        .arg(address.port)
        .arg(address.database);
}

std::unique_ptr<Connection> connectionTo(const DeskPlace &place)
{
    const SqlDialect dialect = place.server ? SqlDialect::Postgres : SqlDialect::Sqlite;
    const auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(dialect));
    auto opened = place.server ? PostgresConnection::open(*place.server, ConnectionUse::Write, statements)
                               : SqliteConnection::open(place.file, ConnectionUse::Write, statements, 2000);
    if (!opened)
        qFatal("%s", qPrintable(wordsOfError(opened.error())));
    return *std::move(opened);
}

void runSql(Connection &connection, const char *sql)
{
    const Result<void> ran = connection.once(sql, "test.run").run();
    if (!ran)
        qFatal("%s", qPrintable(wordsOfError(ran.error())));
}

/// Every kind of thing that a desk keeps, in several scripts, with bytes and quotes.
void fillDesk(TestDesk &desk, int tickets)
{
    QRandomGenerator random(20261121);
    static const QStringList words =
        QStringLiteral("printer Straße naïve接続できません プリンター مشكلة поломка o'neil \\x41 "
                       "a\tb 100% mail@host.example \U0001F600 \"quoted\"")
            .split(u' ');
    const auto text = [&random](int count) {
        QStringList picked;
        for (int i = 0; i < count; ++i)
            picked.append(words[random.bounded(words.size())]);
        return picked.join(u' ');
    };
    const QueueId queue = desk.addQueue(QStringLiteral("Netzwerk"));
    desk.addAgent(QStringLiteral("Berta Zwei"));
    Organization organization;
    organization.name = QStringLiteral("Bäcker & Söhne");
    organization.domain = QStringLiteral("customer.example");
    desk.submit(SaveOrganization{organization});
    for (int i = 0; i < tickets; ++i) {
        OpenTicket open;
        open.subject = text(3);
        open.requesterAddress = MailAddress{text(1), QStringLiteral("p%1@customer.example").arg(i % 9)};
        open.queue = i % 2 ? queue : QueueId{};
        open.tags = {QStringLiteral("tag%1").arg(i % 4), QStringLiteral("vip")};
        const TicketId ticket = desk.submit(open).ticket; // some stay without an article
        for (int k = i % 4; k > 0; --k) {
            PostArticle post;
            post.ticket = ticket;
            post.article.text = text(20);
            post.article.visibility = k % 2 ? Visibility::Public : Visibility::Internal;
            post.article.attachments.append(NewAttachment{QStringLiteral("screen %1.png").arg(text(1)),
                                                          QStringLiteral("image/png"),
                                                          QByteArray("\0\1'\\\377", 5) + text(i % 5).toUtf8(),
                                                          false,
                                                          {}});
            const CommandAnswer posted = desk.submit(post);
            desk.submit(MarkRead{ticket, posted.article});
        }
        AcceptMail mail;
        mail.source = QStringLiteral("inbox");
        mail.subject = text(2);
        mail.article.senderRole = SenderRole::Customer;
        mail.article.channel = Channel::Email;
        mail.article.from = MailAddress{text(1), QStringLiteral("m%1@customer.example").arg(i % 5)};
        mail.article.text = text(8);
        mail.article.messageId = QStringLiteral("id%1@customer.example").arg(i);
        mail.article.raw = QByteArray("From: x\n\n\377\376\0", 12) + QByteArray::number(i);
        Command accept = Command::make({}, mail);
        accept.actorKind = ActorKind::Import;
        desk.expect(desk.desk().submit(accept));
    }
    SavedView view;
    view.name = QStringLiteral("Meine „offenen“");
    view.owner = desk.me();
    view.condition = Condition::is(ConditionField::Queue, {queue.value});
    view.conditionText = QStringLiteral("queue:Netzwerk");
    view.columns = {ListColumn::Number, ListColumn::Subject};
    desk.submit(SaveView{view});
    const qint64 gone = desk.submit(SaveView{view}).id;
    desk.submit(DeleteView{SavedViewId{gone}});
}

/// What is kept of mail: set up, out, taken back, held, fetched.
void fillMail(TestDesk &desk)
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("Störung 接続");
    mailbox.address = QStringLiteral("support@desk.example");
    mailbox.incoming.host = mailbox.outgoing.host = QStringLiteral("mail.desk.example");
    mailbox.incoming.user = mailbox.outgoing.user = QStringLiteral("support");
    mailbox.id = MailboxId{desk.submit(SaveMailbox{mailbox, {{MailSecret::RefreshToken, QByteArray(64, '\xf0')}}}).id};
    MailText text;
    text.text = QStringLiteral("We have „it“.");
    text.subject = QStringLiteral("Re: {ticket.subject}");
    desk.submit(SaveMailText{text});
    const CommandAnswer ticket = desk.openTicket(QStringLiteral("By mail"));
    PostArticle post;
    post.ticket = ticket.ticket;
    post.article.text = QStringLiteral("withdrawn words");
    post.article.channel = Channel::Email;
    post.article.to = {{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")}};
    post.releaseAt = desk.clock().now() + 15'000;
    desk.submit(UndoSend{desk.submit(post).outbound});
    post.article.text = QStringLiteral("words that stay");
    desk.submit(post);

    const auto store = openMailStore(desk.path());
    if (!store)
        qFatal("%s", qPrintable(wordsOfError(store.error())));
    const auto lease = (*store)->takeLease(QStringLiteral("mail-intake"), QStringLiteral("one"), 1, 1'000'000);
    const QByteArray raw =
        QStringLiteral("From: eve@evil.example\nTo: support@desk.example\nSubject: Re: x [#%1]\n\nhi")
            .arg(ticket.ticketNumber)
            .toUtf8();
    const auto arrival =
        (*store)->storeArrival(**lease, {mailbox.id, QStringLiteral("INBOX"), 7, QStringLiteral("1"), 1}, raw);
    MailboxProgress progress;
    progress.mailbox = mailbox.id;
    progress.backlog = 5;
    if (!arrival || !(*store)->noteProgress(**lease, progress) || !(*store)->claimDue(**lease, 1, 1))
        qFatal("no arrival");
    AcceptMail mail = plainCodec()->read(raw, QStringLiteral("support"), &mailbox);
    mail.mailbox = mailbox.id;
    mail.arrival = *arrival;
    Command accept = Command::make({}, mail);
    accept.actorKind = ActorKind::System;
    if (desk.expect(desk.desk().submit(accept)).outcome != MailOutcome::Held)
        qFatal("not held");
    const auto connection = connectionTo(deskPlaceOf(desk.path()));
    runSql(*connection, "INSERT INTO ticket_participant VALUES (1, 'straße@customer.example')");
    runSql(*connection, "INSERT INTO ticket_link VALUES (2, 1, 1)");
    runSql(*connection, "INSERT INTO automatic_mail (at, address_folded, ticket_id) VALUES (1, 'a@b', 1)");
}

QVector<QPair<QString, QByteArray>> sumsOf(const DeskCopyReport &report)
{
    QVector<QPair<QString, QByteArray>> sums;
    for (const DeskCopyReport::Table &table : report.tables)
        sums.append({table.name, table.sha256});
    return sums;
}

qint64 rowsOf(const DeskCopyReport &report, const char *name)
{
    for (const DeskCopyReport::Table &table : report.tables) {
        if (table.name == QLatin1String(name))
            return table.rows;
    }
    return -1;
}

/// What the tests start themselves as to be killed: copies, and dies after so many steps (0: comes to its end).
int copyAsChild(const QStringList &arguments)
{
    DeskCopyOptions options = smallBatches();
    int stepsLeft = arguments.value(4).toInt();
    if (arguments.value(5) == u"write")
        setFault(FaultPoint::FileWrite, Fault::Kill, stepsLeft);
    else if (stepsLeft > 0)
        options.progress = [&stepsLeft](const DeskCopyProgress &) {
            if (--stepsLeft == 0)
                std::raise(SIGKILL);
        };
    const auto copied =
        copyDesk(*DeskPlace::fromText(arguments.value(2)), *DeskPlace::fromText(arguments.value(3)), options);
    if (!copied)
        qWarning("%s", qPrintable(wordsOfError(copied.error())));
    return copied ? 0 : 1;
}

} // namespace

class DeskCopyTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<TestDesk> m_desk;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(QStringLiteral("copy-%1.desk").arg(++m_files)); }
    DeskPlace source() const { return deskPlaceOf(m_desk->path()); }

    /// Runs this program to copy until it comes to its end, killed each time after `steps` more steps than before.
    int copyKilled(const QString &from, const QString &to, const char *point, int firstStep, int stepsMore)
    {
        int kills = 0;
        for (int steps = firstStep; kills < 2000; steps += stepsMore) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--copy"), from, to, QString::number(steps), QString::fromLatin1(point)});
            if (!child.waitForFinished(60'000))
                return -1;
            if (child.exitStatus() != QProcess::CrashExit) {
                if (child.exitCode() != 0)
                    qWarning("%s", child.readAllStandardError().constData());
                return child.exitCode() == 0 ? kills : -1;
            }
            ++kills;
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start();
        m_desk = std::make_unique<TestDesk>();
        fillDesk(*m_desk, 25);
        fillMail(*m_desk);
    }

    /// Who adds a table says here what becomes of it when a desk moves.
    void everyTableHasARule_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("SQLite") << false;
        if (m_server)
            QTest::newRow("PostgreSQL") << true;
    }

    void everyTableHasARule()
    {
        QFETCH(bool, onServer);
        const DeskPlace place = onServer ? deskPlaceOf(m_server->newDatabase()) : deskPlaceOf(newFile());
        const SqlDialect dialect = onServer ? SqlDialect::Postgres : SqlDialect::Sqlite;
        if (!onServer)
            QVERIFY(QFile(place.file).open(QIODevice::WriteOnly));
        const auto connection = connectionTo(place);
        const Result<void> migrated = migrate(*connection, *builtInMigrations(dialect));
        QVERIFY2(migrated.has_value(), migrated ? "" : qPrintable(wordsOfError(migrated.error())));
        const auto tables = readCopyTables(*connection);
        QVERIFY2(tables.has_value(), tables ? "" : qPrintable(wordsOfError(tables.error())));
        const auto copied = std::count_if(copyRules().cbegin(), copyRules().cend(),
                                          [](const CopyRule &rule) { return rule.kind == CopyKind::Rows; });
        QVERIFY(tables->size() <= copied && tables->size() > 20);
        runSql(*connection, "CREATE TABLE forgotten (id INTEGER PRIMARY KEY)");
        const auto refused = readCopyTables(*connection);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(QLatin1String("forgotten")), qPrintable(refused.error().detail));
    }

    void bothDatabasesHaveTheSameColumns()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        const PostgresDeskFixture desk(*m_server);
        const auto here = readCopyTables(*connectionTo(source()));
        const auto there = readCopyTables(*connectionTo(deskPlaceOf(desk.address())));
        QVERIFY(here && there);
        QCOMPARE(here->size(), there->size());
        for (qsizetype i = 0; i < here->size(); ++i) {
            const CopyTable &one = (*here)[i];
            const CopyTable &other = (*there)[i];
            QCOMPARE(one.name, other.name);
            QCOMPARE(copyKey(one), copyKey(other));
            QCOMPARE(copyColumns(one), copyColumns(other));
            for (qsizetype k = 0; k < one.columns.size(); ++k) {
                QCOMPARE(one.columns[k].isNumber, other.columns[k].isNumber);
                QCOMPARE(one.columns[k].isText, other.columns[k].isText);
            }
        }
    }

    void aFileIsCopied()
    {
        const DeskPlace target = deskPlaceOf(newFile());
        const auto copied = copyDesk(source(), target, smallBatches());
        QVERIFY2(copied.has_value(), copied ? "" : qPrintable(wordsOfError(copied.error())));
        QCOMPARE(copied->begun, DeskCopyReport::Begun::Fresh);
        QCOMPARE(rowsOf(*copied, "ticket"), 51);
        QCOMPARE(brokenDesk(target.file), QString());
        const auto desk = LocalDesk::open(target.file);
        QVERIFY2(desk.has_value(), desk ? "" : qPrintable(wordsOfError(desk.error())));
        // Views are numbered by a counter of their own: the id of one that was deleted does not come back.
        SavedView view;
        view.name = QStringLiteral("New");
        view.owner = m_desk->me();
        view.columns = {ListColumn::Number};
        const auto saved = await((*desk)->submit(Command::make(m_desk->me(), SaveView{view})));
        QVERIFY(saved);
        QCOMPARE(saved->id, 3);
        QVERIFY(!QFile::exists(target.file + QStringLiteral(".copying")));
    }

    void aDeskGoesToAServerAndBack()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        const DeskPlace server = deskPlaceOf(m_server->newDatabase());
        const DeskPlace another = deskPlaceOf(m_server->newDatabase());
        const DeskPlace back = deskPlaceOf(newFile());
        const auto there = copyDesk(source(), server, smallBatches());
        QVERIFY2(there.has_value(), there ? "" : qPrintable(wordsOfError(there.error())));
        const auto beyond = copyDesk(server, another, smallBatches());
        QVERIFY2(beyond.has_value(), beyond ? "" : qPrintable(wordsOfError(beyond.error())));
        const auto home = copyDesk(another, back, smallBatches());
        QVERIFY2(home.has_value(), home ? "" : qPrintable(wordsOfError(home.error())));
        for (const auto &report : {*there, *beyond, *home}) {
            QCOMPARE(sumsOf(report), sumsOf(*there));
            QCOMPARE(report.searchRows, there->searchRows);
            for (const char *table : {"blob",
                                      "history",
                                      "command_log",
                                      "change_feed",
                                      "read_mark",
                                      "inbound_mail",
                                      "article_message_id",
                                      "saved_view",
                                      "search_term",
                                      "person_word",
                                      "mailbox",
                                      "mailbox_secret",
                                      "mailbox_progress",
                                      "mail_text",
                                      "mail_arrival",
                                      "held_mail",
                                      "ticket_participant",
                                      "ticket_link",
                                      "automatic_mail",
                                      "outbound_mail",
                                      "outbound_recipient",
                                      "lease"})
                QVERIFY2(rowsOf(report, table) > 0, table);
        }
        QCOMPARE(brokenDesk(*connectionTo(server)), QString());
        QCOMPARE(brokenDesk(*connectionTo(another)), QString());
        QCOMPARE(brokenDesk(back.file), QString());
        // Indexes, keys and triggers are all back.
        const PostgresDeskFixture fresh(*m_server);
        for (const char *parts :
             {"SELECT string_agg(indexdef, ' ' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'deskhand'",
              "SELECT string_agg(conrelid::regclass || conname || pg_get_constraintdef(oid), ' ' ORDER BY "
              "conrelid::regclass::text, conname) FROM pg_constraint WHERE connamespace = 'deskhand'::regnamespace",
              "SELECT string_agg(pg_get_triggerdef(t.oid) || tgenabled::text, ' ' ORDER BY tgrelid::regclass::text, "
              "tgname) "
              "FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = 'deskhand'::regnamespace AND "
              "NOT tgisinternal"})
            QCOMPARE(m_server->psql(*server.server, QLatin1String(parts)),
                     m_server->psql(fresh.address(), QLatin1String(parts)));
    }

    /// What is streamed into the index is what commands write there as text.
    void theIndexIsTheSameAsThatOfCommands()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        PostgresDeskFixture desk(*m_server);
        QRandomGenerator random(7);
        QStringList many;
        for (int i = 0; i < 18'000; ++i) // more places than a document has, and more of one word than a document keeps
            many.append(i % 3 ? QStringLiteral("often") : QStringLiteral("word%1").arg(random.bounded(4000)));
        for (const QString &text :
             {QStringLiteral("o'neil \\back 接続できません mail@host.example a.b-c@host.example"), many.join(u' ')}) {
            OpenTicket open;
            open.subject = QStringLiteral("Often und Straße");
            open.requesterAddress = MailAddress{QStringLiteral("Often Rita"), QStringLiteral("rita@customer.example")};
            NewArticle article;
            article.text = text;
            article.attachments.append({QStringLiteral("often.png"), QStringLiteral("image/png"), "x", false, {}});
            open.article = article;
            QVERIFY(await(desk.desk().submit(Command::make(desk.admin(), open))));
        }
        const DeskPlace copy = deskPlaceOf(m_server->newDatabase());
        const auto copied = copyDesk(deskPlaceOf(desk.address()), copy);
        QVERIFY2(copied.has_value(), copied ? "" : qPrintable(wordsOfError(copied.error())));
        const QString rows = QStringLiteral("SELECT rowid, document FROM deskhand.search ORDER BY rowid");
        const QString streamed = m_server->psql(*copy.server, rows);
        QVERIFY(streamed.contains(QLatin1String("'often'")) && streamed.size() > 10'000);
        QVERIFY(streamed == m_server->psql(desk.address(), rows));
    }

    void workGoesOnAtTheServer()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        const PostgresAddress address = m_server->newDatabase();
        const auto copied = copyDesk(source(), deskPlaceOf(address));
        QVERIFY2(copied.has_value(), copied ? "" : qPrintable(wordsOfError(copied.error())));
        const auto desk = LocalDesk::openServer(address);
        QVERIFY2(desk.has_value(), desk ? "" : qPrintable(wordsOfError(desk.error())));
        OpenTicket open;
        open.subject = QStringLiteral("after the move");
        open.requesterAddress = MailAddress{{}, QStringLiteral("p1@customer.example")};
        NewArticle article;
        article.text = QStringLiteral("the first one here");
        open.article = article;
        const auto opened = await((*desk)->submit(Command::make(m_desk->me(), open)));
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(wordsOfError(opened.error())));
        QCOMPARE(opened->ticket.value, rowsOf(*copied, "ticket") + 1);
        for (const QString &words :
             {QStringLiteral("printer"), QStringLiteral("プリンター"), QStringLiteral("\"here\""),
              QStringLiteral("rint"), QStringLiteral("mail@host.example")}) {
            SearchQuery query;
            query.text = words;
            query.me = m_desk->me();
            const auto here = await(m_desk->desk().search(query));
            const auto there = await((*desk)->search(query));
            QVERIFY(here && there);
            QVERIFY(!there->hits.isEmpty() || words == u"\"here\"");
            if (words == u"\"here\"")
                QCOMPARE(there->hits.size(), 1);
            else
                QCOMPARE(there->hits.size(), here->hits.size());
        }
        QCOMPARE(brokenDesk(*connectionTo(deskPlaceOf(address))), QString());
    }

    void whatIsThereIsLeftAlone()
    {
        const QString text = newFile();
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("my diary");
        file.close();
        const QString desk = newFile();
        QVERIFY(createDeskFile(desk, {QStringLiteral("Other"), QStringLiteral("Ann"), {}}));
        for (const QString &target : {text, desk}) {
            const auto bytes = [&target] {
                QFile read(target);
                return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
            };
            const QByteArray before = bytes();
            const auto refused = copyDesk(source(), deskPlaceOf(target));
            QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
            QCOMPARE(problemOf(refused), QStringLiteral("target-not-empty"));
            QCOMPARE(bytes(), before);
        }
        const auto itself = copyDesk(source(), source());
        QVERIFY(!itself && itself.error().code == ErrorCode::Invalid);
        const auto nowhere =
            copyDesk(source(), deskPlaceOf(m_folder.filePath(QStringLiteral("no/such/folder/x.desk"))));
        QVERIFY(!nowhere);
        const auto nothing =
            copyDesk(deskPlaceOf(m_folder.filePath(QStringLiteral("none.desk"))), deskPlaceOf(newFile()));
        QVERIFY(!nothing && nothing.error().code == ErrorCode::NotFound);
        if (!m_server)
            return;
        const PostgresDeskFixture there(*m_server);
        const auto refused = copyDesk(source(), deskPlaceOf(there.address()));
        QCOMPARE(problemOf(refused), QStringLiteral("target-not-empty"));
        QVERIFY(LocalDesk::openServer(there.address()));
    }

    void anUnfinishedCopyIsNoDesk_data() { everyTableHasARule_data(); }

    void anUnfinishedCopyIsNoDesk()
    {
        QFETCH(bool, onServer);
        const DeskPlace target = onServer ? deskPlaceOf(m_server->newDatabase()) : deskPlaceOf(newFile());
        const QString name = onServer ? urlOf(*target.server) : target.file;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--copy"), m_desk->path(), name, QStringLiteral("20"), QStringLiteral("step")});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const auto opened = onServer ? LocalDesk::openServer(*target.server) : LocalDesk::open(target.file);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Conflict);
        QCOMPARE(opened.error().payload.value(QStringLiteral("problem")).toString(), QStringLiteral("unfinished-copy"));
        // Nobody else's copy goes on there, and it is no source.
        TestDesk other;
        const auto mixed = copyDesk(deskPlaceOf(other.path()), target);
        QCOMPARE(problemOf(mixed), QStringLiteral("target-not-empty"));
        QCOMPARE(problemOf(copyDesk(target, deskPlaceOf(newFile()))), QStringLiteral("unfinished-copy"));
        const auto finished = copyDesk(source(), target, smallBatches());
        QVERIFY2(finished.has_value(), finished ? "" : qPrintable(wordsOfError(finished.error())));
        QCOMPARE(finished->begun, DeskCopyReport::Begun::Resumed);
        const auto desk = onServer ? LocalDesk::openServer(*target.server) : LocalDesk::open(target.file);
        QVERIFY2(desk.has_value(), desk ? "" : qPrintable(wordsOfError(desk.error())));
    }

    void killedAtManyPoints_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<QByteArray>("point");
        QTest::newRow("to a file, after steps") << false << QByteArray("step");
        QTest::newRow("to a file, in writes") << false << QByteArray("write");
        if (m_server)
            QTest::newRow("to a server, after steps") << true << QByteArray("step");
    }

    void killedAtManyPoints()
    {
        QFETCH(bool, onServer);
        QFETCH(QByteArray, point);
        const DeskPlace whole = deskPlaceOf(newFile());
        const auto expected = copyDesk(source(), whole);
        QVERIFY(expected);
        const DeskPlace target = onServer ? deskPlaceOf(m_server->newDatabase()) : deskPlaceOf(newFile());
        const bool inWrites = point == "write";
        const int kills = copyKilled(m_desk->path(), onServer ? urlOf(*target.server) : target.file, point.constData(),
                                     inWrites ? 1 : 2, inWrites ? 17 : 1);
        qInfo("killed %d times", kills);
        QVERIFY(kills > 8);
        const auto connection = connectionTo(target);
        QCOMPARE(brokenDesk(*connection), QString());
        const auto back = copyDesk(target, deskPlaceOf(newFile()));
        QVERIFY2(back.has_value(), back ? "" : qPrintable(wordsOfError(back.error())));
        QCOMPARE(sumsOf(*back), sumsOf(*expected));
        QCOMPARE(back->searchRows, expected->searchRows);
    }

    void lostConnections()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        const DeskPlace target = deskPlaceOf(m_server->newDatabase());
        int lost = 0;
        int allowed = 2;
        Result<DeskCopyReport> copied = Error{};
        while (!copied && lost < 200) {
            DeskCopyOptions options = smallBatches();
            int steps = 0;
            options.progress = [&](const DeskCopyProgress &) {
                if (++steps == allowed)
                    m_server->psql(*target.server, QStringLiteral("SELECT pg_terminate_backend(pid) FROM "
                                                                  "pg_stat_activity WHERE application_name = "
                                                                  "'Deskhand' AND datname = current_database()"));
            };
            copied = copyDesk(source(), target, options);
            if (!copied) {
                QVERIFY2(copied.error().code == ErrorCode::Offline, qPrintable(wordsOfError(copied.error())));
                ++lost;
            }
            allowed += 3;
        }
        QVERIFY(copied);
        qInfo("lost %d times", lost);
        QVERIFY(lost > 5);
        QCOMPARE(brokenDesk(*connectionTo(target)), QString());
    }

    void aChangedSourceIsNoticed()
    {
        TestDesk desk;
        fillDesk(desk, 6);
        const DeskPlace from = deskPlaceOf(desk.path());
        const DeskPlace to = deskPlaceOf(newFile());
        bool changed = false;
        DeskCopyOptions options = smallBatches();
        options.progress = [&](const DeskCopyProgress &progress) {
            if (!changed && progress.what == u"article") {
                changed = true;
                desk.openTicket(QStringLiteral("in between"));
            }
        };
        const auto noticed = copyDesk(from, to, options);
        QCOMPARE(problemOf(noticed), QStringLiteral("source-changed"));
        QCOMPARE(noticed.error().code, ErrorCode::Conflict);
        QVERIFY(!LocalDesk::open(to.file));
        // A read mark is in no feed: only the comparison finds it.
        bool marked = false;
        const CommandAnswer opened = desk.openTicket(QStringLiteral("read later"));
        const CommandAnswer replied = desk.reply(opened.ticket, QStringLiteral("word"));
        options.progress = [&](const DeskCopyProgress &progress) {
            if (!marked && progress.phase == DeskCopyProgress::Phase::Search) {
                marked = true;
                runSql(*connectionTo(from), "UPDATE read_mark SET article_id = 0");
            }
        };
        const auto differs = copyDesk(from, to, options);
        QVERIFY(!differs);
        QCOMPARE(differs.error().code, ErrorCode::Integrity);
        QCOMPARE(differs.error().payload.value(QStringLiteral("table")).toString(), QStringLiteral("read_mark"));
        QVERIFY(!LocalDesk::open(to.file));
        const auto copied = copyDesk(from, to, smallBatches());
        QVERIFY2(copied.has_value(), copied ? "" : qPrintable(wordsOfError(copied.error())));
        QCOMPARE(copied->begun, DeskCopyReport::Begun::Anew);
        QCOMPARE(brokenDesk(to.file), QString());
    }

    /// What was damaged on the way is found, and named.
    void damageIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("table");
        QTest::newRow("a row") << QByteArray("UPDATE article SET text = 'other' WHERE id = 3")
                               << QStringLiteral("article");
        QTest::newRow("a row less") << QByteArray("DELETE FROM ticket_tag WHERE ticket_id = 1")
                                    << QStringLiteral("ticket_tag");
        QTest::newRow("bytes") << QByteArray("UPDATE blob SET bytes = x'00' WHERE size > 5") << QStringLiteral("blob");
        QTest::newRow("the index") << QByteArray(
            "DELETE FROM search_docsize WHERE id = (SELECT max(id) FROM search_docsize)")
                                   << QStringLiteral("search");
    }

    void damageIsFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, table);
        const DeskPlace to = deskPlaceOf(newFile());
        bool damaged = false;
        DeskCopyOptions options = smallBatches();
        options.progress = [&](const DeskCopyProgress &progress) {
            if (!damaged && progress.phase == DeskCopyProgress::Phase::Indexes) {
                damaged = true;
                runSql(*connectionTo(to), sql.constData());
            }
        };
        const auto found = copyDesk(source(), to, options);
        QVERIFY(damaged);
        QVERIFY(!found);
        QVERIFY2(found.error().payload.value(QStringLiteral("table")).toString() == table,
                 qPrintable(wordsOfError(found.error())));
        const auto again = copyDesk(source(), to, options);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(wordsOfError(again.error())));
        QCOMPARE(again->begun, DeskCopyReport::Begun::Anew);
    }

    void aBrokenChainIsFound()
    {
        TestDesk desk;
        desk.openTicket(QStringLiteral("one"));
        desk.openTicket(QStringLiteral("two"));
        desk.close();
        const auto connection = connectionTo(deskPlaceOf(desk.path()));
        runSql(*connection, "DROP TRIGGER history_no_update");
        runSql(*connection, "UPDATE history SET version = version + 1 WHERE id = 2");
        const auto refused = copyDesk(deskPlaceOf(desk.path()), deskPlaceOf(newFile()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().payload.value(QStringLiteral("table")).toString(), QStringLiteral("history"));
        QVERIFY2(refused.error().detail.contains(QLatin1String("entry 2")), qPrintable(refused.error().detail));
    }

    void onlyTheNewestSchemaIsCopied()
    {
        TestDesk desk;
        desk.close();
        runSql(*connectionTo(deskPlaceOf(desk.path())), "PRAGMA user_version = 1");
        const auto refused = copyDesk(deskPlaceOf(desk.path()), deskPlaceOf(newFile()));
        QVERIFY(!refused && refused.error().code == ErrorCode::TooOld);
    }

    /// PostgreSQL has no U+0000 in its texts.
    void zerosInTexts()
    {
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        TestDesk desk;
        const CommandAnswer opened = desk.openTicket(QStringLiteral("zero"));
        desk.close();
        runSql(*connectionTo(deskPlaceOf(desk.path())), "UPDATE ticket SET tags = 'a' || char(0) || 'b'");
        const PostgresAddress address = m_server->newDatabase();
        const auto copied = copyDesk(deskPlaceOf(desk.path()), deskPlaceOf(address));
        QVERIFY2(copied.has_value(), copied ? "" : qPrintable(wordsOfError(copied.error())));
        QCOMPARE(m_server->psql(address, QStringLiteral("SELECT tags FROM deskhand.ticket")),
                 QStringLiteral("a\uFFFDb"));
        QVERIFY(opened.ticket.isValid());
    }
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    using namespace deskhand::test;
    QCoreApplication application(argc, argv);
    installFaults();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--copy")
        return copyAsChild(arguments);
    DeskCopyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "desk_copy_test.moc"
