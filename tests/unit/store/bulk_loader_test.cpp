// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/history_chain.h"
#include "store/reading.h"
#include "store/row_mapping.h"
#include "store/sqlite_bulk_loader.h"
#include "store/sqlite_connection.h"
#include "support/desk_file.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"
#include "support/test_desk.h"

#include <QRandomGenerator>
#include <QtTest>

namespace deskhand {

/// What is loaded at once is the same as what commands made one after another.
class BulkLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadedEqualsMadeByCommands();
    void historyIsOneChain();
    void growingADeskContinuesIt();
    void commandsGoOnWhereALoadEnded();
    void unfinishedLoadLeavesNothingHalf();
    void saysWhatIsWrong();
    void indexIsWholeAfterwards();

private:
    static QStringList dump(Connection &connection, const char *sql);
    static void makeTickets(test::TestDesk &desk);
    static QVector<BulkTicket> ticketsOf(Connection &connection, PersonId me);
    static void verifyChain(Connection &connection, int expected);
};

/// Every row as one line.
QStringList BulkLoaderTest::dump(Connection &connection, const char *sql)
{
    QStringList rows;
    Statement statement = connection.once(sql, "test.dump");
    while (statement.next())
        rows.append(statement.text(0));
    if (const Result<void> status = statement.status(); !status)
        qFatal("%s: %s", sql, qPrintable(status.error().detail));
    return rows;
}

void BulkLoaderTest::makeTickets(test::TestDesk &desk)
{
    QRandomGenerator random(31);
    const QStringList subjects{QStringLiteral("Problème d'imprimante"), QStringLiteral("VPN接続できません"),
                               QStringLiteral("Straße"), QStringLiteral("Blue screen"), QStringLiteral("مشكلة")};
    for (int i = 0; i < 25; ++i) {
        OpenTicket open;
        open.subject = subjects[random.bounded(subjects.size())] + QStringLiteral(" %1").arg(i);
        open.requesterAddress = {QStringLiteral("Pérson %1").arg(i % 7), QStringLiteral("p%1@Example.com").arg(i % 7)};
        open.tags = {QStringLiteral("b"), QStringLiteral("a%1").arg(i % 3)};
        if (i % 5 != 0) {
            NewArticle article;
            article.text = QStringLiteral("Text %1 about touchscreens, ask joe@x.example").arg(i);
            article.quotedText = i % 2 ? QStringLiteral("> older words") : QString();
            article.subject = i % 3 ? QString() : QStringLiteral("Re: something else");
            article.messageId = QStringLiteral("m%1@x").arg(i);
            article.senderRole = SenderRole::Customer;
            if (i % 4 == 1)
                article.attachments.append({QStringLiteral("Shot %1.png").arg(i % 2), QStringLiteral("image/png"),
                                            "bytes", i % 8 == 1, QStringLiteral("c%1").arg(i)});
            open.article = article;
        }
        const CommandAnswer answer = desk.submit(open);
        for (int n = random.bounded(3); n > 0; --n)
            desk.reply(answer.ticket, QStringLiteral("Reply %1").arg(n));
        if (i % 3 == 0) {
            ChangeTicket change;
            change.ticket = answer.ticket;
            change.baseVersion = desk.row(answer.ticket).head.version;
            change.changes = {{TicketField::Subject, QStringLiteral("Renamed %1").arg(i), {}, {}},
                              {TicketField::Priority, desk.priority(1).value, {}, {}}};
            desk.submit(change);
        }
    }
}

QVector<BulkTicket> BulkLoaderTest::ticketsOf(Connection &connection, PersonId me)
{
    QVector<BulkTicket> tickets;
    TicketQuery all;
    all.sort = {ListColumn::Created, false};
    const Result<CatalogPtr> catalog = readCatalog(connection);
    QVector<TicketId> ids = readTicketList(connection, *catalog, all)->ids;
    std::sort(ids.begin(), ids.end());
    const Result<QVector<TicketRow>> rows = readTicketRows(connection, **catalog, ids, me);
    for (const TicketRow &row : *rows) {
        BulkTicket ticket;
        ticket.head = row.head;
        ticket.articles = readThread(connection, **catalog, {row.head.id, {}, 2000, {}})->articles;
        ticket.history = *readHistory(connection, **catalog, row.head.id, {}, 1000);
        std::reverse(ticket.history.begin(), ticket.history.end());
        for (const Article &article : std::as_const(ticket.articles)) {
            for (const Attachment &attachment : article.attachments)
                ticket.blobs.append(*readBlob(connection, attachment.sha256));
        }
        tickets.append(ticket);
    }
    return tickets;
}

void BulkLoaderTest::verifyChain(Connection &connection, int expected)
{
    Statement statement = connection.once(
        "SELECT id, ticket_id, version, at, actor_kind, actor_id, actor_name, what, old_value, new_value, "
        "old_text, new_text, why, command_id, payload_hash, hash FROM history ORDER BY id",
        "test.chain");
    QByteArray previous;
    int entries = 0;
    while (statement.next()) {
        ColumnReader row(statement);
        const HistoryEntry entry = readHistoryEntry(row);
        const QByteArray payloadHash = historyPayloadHash(entry);
        QCOMPARE(row.bytes(), payloadHash);
        previous = historyHash(entry, payloadHash, previous);
        QCOMPARE(row.bytes(), previous);
        QCOMPARE(entry.id, qint64(++entries));
    }
    QCOMPARE(entries, expected);
}

void BulkLoaderTest::loadedEqualsMadeByCommands()
{
    test::TestDesk made;
    makeTickets(made);
    const CatalogPtr catalog = made.catalog();
    const QVector<Person> people = made.expect(made.desk().people(PeopleQuery{{}, {}, {}, 1000}));
    auto statements = std::make_shared<const StatementCatalogue>(*StatementCatalogue::load());
    const auto madeConnection = *SqliteConnection::open(made.path(), ConnectionUse::Read, statements, 2000);
    test::DeskFile loaded;
    loaded.load(*catalog, people, ticketsOf(*madeConnection, made.me()));
    const auto connection = loaded.connect();

    QVERIFY(dump(*connection, "SELECT ticket_id FROM sla_clock").size() > 25);
    for (const char *sql :
         {"SELECT json_array(id, version, state_id, state_type, priority_id, queue_id, category_id, owner_id, "
          "requester_id, organization_id,"
          " channel, created_at, updated_at, last_contact_at, due_at, pending_until, solved_at, closed_at, "
          "article_count, attachment_count,"
          " last_article_id, last_article_from_customer, number, subject, subject_folded, tags) FROM ticket ORDER BY "
          "id",
          "SELECT json_array(id, ticket_id, position, visibility, sender_role, channel, author_id, created_at, "
          "from_name, from_address,"
          " recipients, subject, message_id, hex(raw_sha256), text, html, quoted_text, quoted_html) FROM article ORDER "
          "BY id",
          "SELECT json_array(ticket_id, tag) FROM ticket_tag ORDER BY 1",
          "SELECT json_array(id, article_id, name, type, size, hex(sha256), is_inline, content_id) FROM attachment "
          "ORDER BY id",
          "SELECT json_array(hex(sha256), size, hex(bytes)) FROM blob ORDER BY sha256",
          "SELECT json_array(message_id, article_id, ticket_id) FROM article_message_id ORDER BY 1",
          "SELECT json_array(word, person_id) FROM person_word ORDER BY 1",
          "SELECT json_array(id, name, name_folded, address, address_folded, role, admin) FROM person ORDER BY id",
          "SELECT json_array(ticket_id, version, at, actor_kind, actor_id, what, hex(command_id), actor_name, "
          "old_value, new_value,"
          " old_text, new_text, why, hex(payload_hash)) FROM history WHERE ticket_id > 0 ORDER BY 1",
          "SELECT json_array(id, name, type, position, active) FROM state ORDER BY id",
          "SELECT json_array(ticket_id, position, kind, at, value, other) FROM sla_event ORDER BY ticket_id, position",
          "SELECT json_array(ticket_id, target, cycle, state, basis, amount, policy_version_id, calendar_version_id, "
          "started_at, due_at, breach_at, cause, ended_at, paused_at, paused_by, elapsed, time_left) FROM sla_clock "
          "ORDER BY ticket_id, target, cycle",
          "SELECT json_array(id, sla_standing, sla_target, sla_due_at, sla_left, sla_missed) FROM ticket ORDER BY id",
          "SELECT value FROM counter WHERE name = 'ticket_number'"}) {
        QCOMPARE(dump(*connection, sql), dump(*madeConnection, sql));
    }

    // The same words find the same rows, those that a renamed ticket no longer has included.
    QStringList words = dump(*madeConnection, "SELECT term FROM search_term ORDER BY term");
    QVERIFY(words.size() > 60);
    for (const QString &term : dump(*connection, "SELECT term FROM search_term"))
        QVERIFY2(words.contains(term), qPrintable(term));
    for (const QString &term : std::as_const(words)) {
        const QByteArray sql = "SELECT rowid FROM search WHERE search MATCH '\"" + term.toUtf8() + "\"' ORDER BY rowid";
        QVERIFY2(dump(*connection, sql.constData()) == dump(*madeConnection, sql.constData()), qPrintable(term));
    }
}

void BulkLoaderTest::historyIsOneChain()
{
    test::DeskFile desk;
    QVector<BulkTicket> tickets;
    for (int i = 1; i <= 50; ++i)
        tickets.append(test::bulkTicket(i, PersonId{9}, QStringLiteral("s"), {QStringLiteral("t")}));
    desk.load(*test::sampleCatalog(), {test::requester(9, QStringLiteral("R"), {})}, tickets);
    verifyChain(*desk.connect(), 50);
}

void BulkLoaderTest::growingADeskContinuesIt()
{
    test::DeskFile desk;
    const CatalogPtr catalog = test::sampleCatalog();
    desk.load(*catalog, {test::requester(9, QStringLiteral("R"), {})},
              {test::bulkTicket(1, PersonId{9}, QStringLiteral("first"), {QStringLiteral("a")})});
    // The second load knows who came with the first.
    desk.load(*catalog, {}, {test::bulkTicket(2, PersonId{9}, QStringLiteral("second"), {QStringLiteral("b")})});
    const auto connection = desk.connect();
    verifyChain(*connection, 2);
    QCOMPARE(dump(*connection, "SELECT count(*) FROM ticket"), QStringList{QStringLiteral("2")});
    QCOMPARE(readChanges(*connection, 0, 10)->changes.size(), 2);
    SearchQuery query;
    query.text = QStringLiteral("r");
    QCOMPARE(readSearch(*connection, catalog, query)->hits.size(), 2);
}

void BulkLoaderTest::commandsGoOnWhereALoadEnded()
{
    test::TestDesk desk;
    const CatalogPtr catalog = desk.catalog();
    {
        auto opened = SqliteBulkLoader::open(desk.path());
        QVERIFY(opened);
        SqliteBulkLoader &loader = **opened;
        QVERIFY(loader.begin());
        BulkTicket ticket = test::bulkTicket(700, desk.me(), QStringLiteral("Loaded"), {QStringLiteral("one")});
        ticket.head.priority = desk.priority(2);
        ticket.head.number = QStringLiteral("00700");
        QVERIFY(loader.addTickets({ticket}));
        QVERIFY(loader.finish());
    }
    const CommandAnswer answer = desk.openTicket(QStringLiteral("Next"));
    QCOMPARE(answer.ticketNumber, QStringLiteral("00701"));
    QCOMPARE(answer.ticket, TicketId{701});
    desk.reply(TicketId{700}, QStringLiteral("Reply to what was loaded"));
    QCOMPARE(desk.row(TicketId{700}).head.articleCount, 2);
}

void BulkLoaderTest::unfinishedLoadLeavesNothingHalf()
{
    test::DeskFile desk;
    {
        auto opened = SqliteBulkLoader::open(desk.path());
        QVERIFY(opened);
        SqliteBulkLoader &loader = **opened;
        QVERIFY(loader.begin());
        QVERIFY(loader.addCatalog(*test::sampleCatalog()));
        QVERIFY(loader.addPeople({test::requester(9, QStringLiteral("R"), {})}));
        QVERIFY(loader.addTickets({test::bulkTicket(1, PersonId{9}, QStringLiteral("s"), {QStringLiteral("t")})}));
    }
    const auto connection = desk.connect();
    for (const char *sql : {"SELECT count(*) FROM ticket", "SELECT count(*) FROM article",
                            "SELECT count(*) FROM history", "SELECT count(*) FROM search_term"})
        QCOMPARE(dump(*connection, sql), QStringList{QStringLiteral("0")});
}

void BulkLoaderTest::saysWhatIsWrong()
{
    test::DeskFile desk;
    {
        auto opened = SqliteBulkLoader::open(desk.path());
        QVERIFY(opened);
        SqliteBulkLoader &loader = **opened;
        QVERIFY(loader.begin());
        QVERIFY(loader.addCatalog(*test::sampleCatalog()));
        const Result<void> unknown = loader.addTickets({test::bulkTicket(1, PersonId{77}, QStringLiteral("s"), {})});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::Invalid);
        // After the first failure nothing is done.
        QVERIFY(!loader.finish());
    }
    auto again = SqliteBulkLoader::open(desk.path());
    QVERIFY(again);
    QVERIFY((*again)->begin());
    QVERIFY((*again)->addCatalog(*test::sampleCatalog()));
    QVERIFY((*again)->addPeople({test::requester(9, QStringLiteral("R"), {})}));
    const BulkTicket ticket = test::bulkTicket(1, PersonId{9}, QStringLiteral("s"), {});
    QVERIFY((*again)->addTickets({ticket}));
    // The second one has the same id; the error comes when its turn has come, at the latest at the end.
    const bool refused = !(*again)->addTickets({ticket}) || !(*again)->finish();
    QVERIFY(refused);
}

void BulkLoaderTest::indexIsWholeAfterwards()
{
    test::DeskFile desk;
    QVector<BulkTicket> tickets;
    for (int i = 1; i <= 300; ++i)
        tickets.append(test::bulkTicket(i, PersonId{9}, QStringLiteral("subject %1").arg(i),
                                        {QStringLiteral("body %1").arg(i * 7)}));
    for (int start = 0; start < 300; start += 100)
        desk.load(*test::sampleCatalog(), {test::requester(9, QStringLiteral("R"), {})}, tickets.mid(start, 100));
    const auto connection = desk.connect(ConnectionUse::Write);
    QVERIFY(connection->once("INSERT INTO search (search) VALUES ('integrity-check')", "test.check").run());
    QVERIFY(connection
                ->once("INSERT INTO search_term_trigram (search_term_trigram) VALUES ('integrity-check')", "test.check")
                .run());
    QCOMPARE(dump(*connection, "PRAGMA integrity_check"), QStringList{QStringLiteral("ok")});
    QCOMPARE(dump(*connection, "PRAGMA foreign_key_check"), QStringList());
    // The settings of a load are not left behind.
    QCOMPARE(
        dump(*connection,
             "SELECT k || '=' || v FROM search_config WHERE k IN ('automerge', 'crisismerge', 'hashsize') ORDER BY k"),
        (QStringList{QStringLiteral("automerge=4"), QStringLiteral("crisismerge=16"),
                     QStringLiteral("hashsize=1048576")}));
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::BulkLoaderTest)
#include "bulk_loader_test.moc"
