// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "store/reading.h"
#include "support/desk_file.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QtTest>

#include <algorithm>

namespace deskhand {

class ReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyColumnSortsTotally_data();
    void everyColumnSortsTotally();
    void orderMeansWhatItSays();
    void groupsAreRunsInOrder_data();
    void groupsAreRunsInOrder();
    void refusesToGroupByATime();
    void cursorIsTheFeedsEnd();
    void rowsAreWhatWasStored();
    void rowsKeepTheOrderAskedFor();
    void snippetIsOneShortLine();
    void unreadFollowsMarksAndFloor();
    void detailCountsTheRequestersTickets();
    void ticketByNumberIsFolded();
    void threadComesInPages();
    void threadPagesHaveTheirHistory();
    void historyIsNewestFirst();
    void peopleByWordsAndRole();
    void viewsUseIndexes_data();
    void viewsUseIndexes();

private:
    TicketList list(ListSort sort, std::optional<ListColumn> groupBy = {}, const Condition &condition = {});
    const TicketHead &head(TicketId id) const { return m_heads[int(id.value) - 1]; }
    qint64 groupValue(ListColumn column, const TicketHead &ticket) const;

    static constexpr int ticketCount = 300;
    const PersonId m_agent{2};

    test::DeskFile m_desk;
    CatalogPtr m_catalog;
    QVector<TicketHead> m_heads;
    QVector<Person> m_people;
    std::unique_ptr<Connection> m_connection;
};

void ReadingTest::initTestCase()
{
    const CatalogPtr sample = test::sampleCatalog();
    QRandomGenerator random(8);
    for (int i = 1; i <= 9; ++i)
        m_people.append(
            test::requester(100 + i, QStringLiteral("Ünal %1").arg(9 - i), QStringLiteral("p%1@Example.com").arg(i)));
    m_people[3].name.clear();
    m_people[4].vip = true;
    QVector<BulkTicket> tickets;
    for (int i = 1; i <= ticketCount; ++i) {
        TicketFacts facts = test::randomTicket(random, *sample, test::sampleNow, i);
        BulkTicket ticket = test::bulkTicket(i, PersonId{101 + i % 9}, facts.head.subject,
                                             {QStringLiteral("First\n\n  text %1").arg(i)});
        facts.head.requester = ticket.head.requester;
        facts.head.articleCount = i % 4;
        facts.head.lastArticle = ticket.head.lastArticle;
        facts.head.number = QString::number(99'800 + i); // passes 100000
        facts.head.tags.removeAll(QStringLiteral("on site"));
        ticket.head = facts.head;
        tickets.append(ticket);
        m_heads.append(ticket.head);
    }
    m_desk.load(*sample, m_people, tickets, {{m_agent, {{TicketId{1}, ArticleId{}}, {TicketId{2}, ArticleId{2001}}}}});
    m_desk.setClocks(m_heads);
    m_connection = m_desk.connect();
    const Result<CatalogPtr> catalog = readCatalog(*m_connection);
    QVERIFY(catalog);
    m_catalog = *catalog;
    QCOMPARE(m_catalog->states, sample->states);
    QCOMPARE(m_catalog->queues.size(), sample->queues.size());
}

TicketList ReadingTest::list(ListSort sort, std::optional<ListColumn> groupBy, const Condition &condition)
{
    TicketQuery query;
    query.condition = condition;
    query.sort = sort;
    query.groupBy = groupBy;
    query.me = m_agent;
    query.now = test::sampleNow;
    const Result<TicketList> answer = readTicketList(*m_connection, m_catalog, query);
    if (!answer) {
        qWarning("%s", qPrintable(answer.error().detail));
        return {};
    }
    return *answer;
}

void ReadingTest::everyColumnSortsTotally_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < listColumnCount; ++column)
        QTest::newRow(qPrintable(listColumnName(ListColumn(column)))) << column;
}

void ReadingTest::everyColumnSortsTotally()
{
    QFETCH(int, column);
    const QVector<TicketId> up = list({ListColumn(column), false}).ids;
    const QVector<TicketId> down = list({ListColumn(column), true}).ids;
    QCOMPARE(up.size(), ticketCount);
    QCOMPARE(QSet<TicketId>(up.cbegin(), up.cend()).size(), ticketCount);
    // A condition takes rows out and leaves the order of the rest.
    const Condition some = Condition::under(ConditionField::Queue, {2});
    for (const bool descending : {false, true}) {
        QVector<TicketId> expected;
        for (const TicketId id : descending ? down : up) {
            const QVector<QueueId> network = m_catalog->queueWithDescendants(QueueId{2});
            if (network.contains(head(id).queue))
                expected.append(id);
        }
        QCOMPARE(list({ListColumn(column), descending}, {}, some).ids, expected);
    }
    // Up and down are each other's mirror but for what is not set, which is last in both.
    QVector<TicketId> mirrored = down;
    std::reverse(mirrored.begin(), mirrored.end());
    const auto firstOf = [&](const QVector<TicketId> &ids, TicketId id) { return ids.indexOf(id); };
    qsizetype unset = 0;
    while (unset < ticketCount && firstOf(mirrored, up[0]) != unset)
        ++unset;
    for (qsizetype i = 0; i + unset < ticketCount; ++i)
        QCOMPARE(mirrored[i + unset], up[i]);
}

void ReadingTest::orderMeansWhatItSays()
{
    const auto inOrder = [this](const QVector<TicketId> &ids, auto key) {
        return std::is_sorted(ids.cbegin(), ids.cend(), [&](TicketId a, TicketId b) {
            return std::pair(key(head(a)), a) < std::pair(key(head(b)), b);
        });
    };
    QVERIFY(inOrder(list({ListColumn::Number, false}).ids, [](const TicketHead &h) { return h.number.toInt(); }));
    QVERIFY(inOrder(list({ListColumn::Subject, false}).ids,
                    [](const TicketHead &h) { return foldText(h.subject).toUtf8(); }));
    QVERIFY(inOrder(list({ListColumn::Created, false}).ids, [](const TicketHead &h) { return h.createdAt; }));
    QVERIFY(inOrder(list({ListColumn::Articles, false}).ids, [](const TicketHead &h) { return h.articleCount; }));
    QVERIFY(inOrder(list({ListColumn::Priority, false}).ids,
                    [this](const TicketHead &h) { return m_catalog->priority(h.priority)->rank; }));
    QVERIFY(inOrder(list({ListColumn::State, false}).ids,
                    [this](const TicketHead &h) { return m_catalog->state(h.state)->position; }));
    QVERIFY(inOrder(list({ListColumn::Due, false}).ids,
                    [](const TicketHead &h) { return h.dueAt == 0 ? std::numeric_limits<qint64>::max() : h.dueAt; }));
    QVERIFY(inOrder(list({ListColumn::Requester, false}).ids, [this](const TicketHead &h) {
        return foldText(displayName(m_people[int(h.requester.value) - 101])).toUtf8();
    }));
    QVERIFY(inOrder(list({ListColumn::Owner, false}).ids, [this](const TicketHead &h) {
        const Person *owner = m_catalog->agent(h.owner);
        return owner ? foldText(owner->name).toUtf8() + char('0' + owner->id.value) : QByteArray("~");
    }));
    // A tree is in the order in which it is drawn.
    QVector<qint64> queues;
    for (const TicketId id : list({ListColumn::Queue, false}).ids) {
        if (queues.isEmpty() || queues.last() != head(id).queue.value)
            queues.append(head(id).queue.value);
    }
    QCOMPARE(queues, (QVector<qint64>{1, 6, 2, 3, 4, 5, 7}));
}

qint64 ReadingTest::groupValue(ListColumn column, const TicketHead &ticket) const
{
    switch (column) {
    case ListColumn::State: return ticket.state.value;
    case ListColumn::Priority: return ticket.priority.value;
    case ListColumn::Queue: return ticket.queue.value;
    case ListColumn::Category: return ticket.category.value;
    case ListColumn::Owner: return ticket.owner.value;
    case ListColumn::Organization: return ticket.organization.value;
    case ListColumn::TimeLeft:
        return ticket.sla == SlaStanding::Running && ticket.slaDueAt <= test::sampleNow ? slaOverdue
                                                                                        : qint64(ticket.sla);
    default: return qint64(ticket.channel);
    }
}

void ReadingTest::groupsAreRunsInOrder_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < listColumnCount; ++column) {
        if (canGroupBy(ListColumn(column)))
            QTest::newRow(qPrintable(listColumnName(ListColumn(column)))) << column;
    }
}

void ReadingTest::groupsAreRunsInOrder()
{
    QFETCH(int, column);
    for (const ListColumn sort : {ListColumn::Subject, ListColumn::Updated, ListColumn::Requester}) {
        const TicketList grouped = list({sort, true}, ListColumn(column));
        const TicketList plain = list({sort, true});
        QCOMPARE(grouped.ids.size(), ticketCount);
        QVERIFY(plain.groups.isEmpty());
        int row = 0;
        QSet<qint64> seen;
        for (const TicketGroup &group : grouped.groups) {
            QCOMPARE(group.firstRow, row);
            QVERIFY(!seen.contains(group.key));
            seen.insert(group.key);
            // Inside of a group the order is that of the plain list.
            QVector<TicketId> expected;
            for (const TicketId id : plain.ids) {
                if (groupValue(ListColumn(column), head(id)) == group.key)
                    expected.append(id);
            }
            QCOMPARE(grouped.ids.mid(group.firstRow, group.rowCount), expected);
            row += group.rowCount;
        }
        QCOMPARE(row, ticketCount);
        // "None" is the last group.
        QVERIFY(!seen.contains(0) || grouped.groups.last().key == 0);
    }
}

void ReadingTest::refusesToGroupByATime()
{
    TicketQuery query;
    query.groupBy = ListColumn::Created;
    const Result<TicketList> answer = readTicketList(*m_connection, m_catalog, query);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Invalid);
}

void ReadingTest::cursorIsTheFeedsEnd()
{
    const Result<FeedPage> feed = readChanges(*m_connection, 0, 100);
    QVERIFY(feed);
    QCOMPARE(feed->changes.size(), 1);
    QCOMPARE(feed->changes[0].kind, ChangeKind::BulkLoaded);
    QCOMPARE(list({}).cursor, feed->cursor);
}

void ReadingTest::rowsAreWhatWasStored()
{
    const Result<QVector<TicketRow>> rows =
        readTicketRows(*m_connection, *m_catalog, list({ListColumn::Number, false}).ids, m_agent);
    QVERIFY(rows);
    QCOMPARE(rows->size(), ticketCount);
    for (const TicketRow &row : *rows) {
        QCOMPARE(row.head, head(row.head.id));
        const Person &person = m_people[int(row.head.requester.value) - 101];
        QCOMPARE(row.requesterName, person.name);
        QCOMPARE(row.requesterAddress, person.address);
        QCOMPARE(row.requesterVip, person.vip);
    }
}

void ReadingTest::rowsKeepTheOrderAskedFor()
{
    const QVector<TicketId> asked{TicketId{7}, TicketId{999'999}, TicketId{3}, TicketId{200}};
    const Result<QVector<TicketRow>> rows = readTicketRows(*m_connection, *m_catalog, asked, {});
    QVERIFY(rows);
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->at(0).head.id, TicketId{7});
    QCOMPARE(rows->at(1).head.id, TicketId{3});
    QCOMPARE(rows->at(2).head.id, TicketId{200});
    const Result<QVector<TicketRow>> none = readTicketRows(*m_connection, *m_catalog, {}, {});
    QVERIFY(none);
    QVERIFY(none->isEmpty());
}

void ReadingTest::snippetIsOneShortLine()
{
    const Result<QVector<TicketRow>> rows = readTicketRows(*m_connection, *m_catalog, {TicketId{7}}, {});
    QVERIFY(rows);
    QCOMPARE(rows->first().snippet, QStringLiteral("First text 7"));
}

void ReadingTest::unreadFollowsMarksAndFloor()
{
    const auto unread = [this](qint64 id, PersonId me) {
        const Result<QVector<TicketRow>> rows = readTicketRows(*m_connection, *m_catalog, {TicketId{id}}, me);
        return rows && rows->first().unread;
    };
    QVERIFY(unread(1, m_agent));  // marked as unread
    QVERIFY(!unread(2, m_agent)); // read
    QVERIFY(!unread(3, m_agent)); // came with the load: the floor
    QVERIFY(!unread(1, {}));      // nobody asks
    const TicketList listed = list({ListColumn::Number, false}, {}, Condition::isSet(ConditionField::Unread));
    QCOMPARE(listed.ids, QVector<TicketId>{TicketId{1}});
}

void ReadingTest::detailCountsTheRequestersTickets()
{
    const Result<TicketDetail> detail = readTicketDetail(*m_connection, m_catalog, TicketId{2}, m_agent);
    QVERIFY(detail);
    int all = 0;
    int open = 0;
    for (const TicketHead &other : m_heads) {
        if (other.requester != detail->row.head.requester)
            continue;
        ++all;
        open += isUnresolved(m_catalog->stateType(other.state)) ? 1 : 0;
    }
    QCOMPARE(detail->row.head, head(TicketId{2}));
    QCOMPARE(detail->requester.id, head(TicketId{2}).requester);
    QCOMPARE(detail->requesterTicketCount, all);
    QCOMPARE(detail->requesterOpenCount, open);
    QCOMPARE(detail->readUpTo, ArticleId{2001});
    const Result<TicketDetail> none = readTicketDetail(*m_connection, m_catalog, TicketId{9999}, m_agent);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
}

void ReadingTest::ticketByNumberIsFolded()
{
    test::DeskFile desk;
    BulkTicket ticket = test::bulkTicket(1, PersonId{101}, QStringLiteral("x"), {});
    ticket.head.number = QStringLiteral("INC-7");
    desk.load(*m_catalog, m_people, {ticket});
    const auto connection = desk.connect();
    const Result<TicketId> found = readTicketByNumber(*connection, *m_catalog, QStringLiteral("inc-7"), {});
    QVERIFY(found);
    QCOMPARE(*found, TicketId{1});
    QCOMPARE(readTicketByNumber(*connection, *m_catalog, QStringLiteral("INC-8"), {}).error().code,
             ErrorCode::NotFound);
}

void ReadingTest::threadComesInPages()
{
    test::DeskFile desk;
    QStringList texts;
    for (int i = 1; i <= 45; ++i)
        texts.append(QStringLiteral("text %1").arg(i));
    BulkTicket ticket = test::bulkTicket(1, PersonId{101}, QStringLiteral("long"), texts);
    Article &rich = ticket.articles[44];
    rich.to = {{QStringLiteral("A"), QStringLiteral("a@x")}};
    rich.cc = {{{}, QStringLiteral("c@x")}};
    rich.html = QStringLiteral("<p>x</p>");
    rich.quotedText = QStringLiteral("> q");
    rich.quotedHtml = QStringLiteral("<blockquote>q</blockquote>");
    rich.subject = QStringLiteral("Re: long");
    rich.messageId = QStringLiteral("m@x");
    rich.from = {QStringLiteral("F"), QStringLiteral("f@x")};
    rich.visibility = Visibility::Internal;
    rich.senderRole = SenderRole::Agent;
    rich.channel = Channel::Phone;
    Attachment file;
    file.id = AttachmentId{5};
    file.article = rich.id;
    file.name = QStringLiteral("../x.png");
    file.type = QStringLiteral("image/png");
    file.size = 4;
    file.sha256 = QCryptographicHash::hash("data", QCryptographicHash::Sha256);
    file.isInline = true;
    file.contentId = QStringLiteral("cid");
    rich.attachments.append(file);
    ticket.blobs.append(QByteArrayLiteral("data"));
    desk.load(*m_catalog, m_people, {ticket});
    const auto connection = desk.connect();

    QVector<Article> whole;
    ThreadQuery query;
    query.ticket = TicketId{1};
    query.limit = 20;
    for (const int before : {25, 5, 0}) {
        const Result<ThreadPage> page = readThread(*connection, *m_catalog, query);
        QVERIFY(page);
        QCOMPARE(page->articlesBefore, before);
        whole = page->articles + whole;
        query.before = page->articles.first().id;
    }
    QCOMPARE(whole, ticket.articles);
    const Result<QByteArray> bytes = readBlob(*connection, file.sha256);
    QVERIFY(bytes);
    QCOMPARE(*bytes, QByteArrayLiteral("data"));
    query.before = ArticleId{77};
    QCOMPARE(readThread(*connection, *m_catalog, query).error().code, ErrorCode::NotFound);
}

void ReadingTest::threadPagesHaveTheirHistory()
{
    test::DeskFile desk;
    BulkTicket ticket = test::bulkTicket(1, PersonId{101}, QStringLiteral("h"),
                                         {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    const auto add = [&ticket](const QString &what, const QString &value) {
        HistoryEntry entry;
        entry.ticket = TicketId{1};
        entry.version = ticket.history.size() + 1;
        entry.what = what;
        entry.newValue = value;
        ticket.history.append(entry);
    };
    add(QStringLiteral("article"), QStringLiteral("1001")); // id 2, after "opened"
    add(QStringLiteral("state"), QStringLiteral("2"));      // 3
    add(QStringLiteral("article"), QStringLiteral("1002")); // 4
    add(QStringLiteral("owner"), QStringLiteral("1"));      // 5
    add(QStringLiteral("article"), QStringLiteral("1003")); // 6
    add(QStringLiteral("queue"), QStringLiteral("2"));      // 7
    desk.load(*m_catalog, m_people, {ticket});
    const auto connection = desk.connect();
    const auto idsOf = [](const QVector<HistoryEntry> &entries) {
        QVector<qint64> ids;
        for (const HistoryEntry &entry : entries)
            ids.append(entry.id);
        return ids;
    };
    ThreadQuery query{TicketId{1}, {}, 2, {}};
    const Result<ThreadPage> newest = readThread(*connection, *m_catalog, query);
    QVERIFY(newest);
    QCOMPARE(idsOf(newest->history), (QVector<qint64>{4, 5, 6, 7}));
    query.before = ArticleId{1002};
    const Result<ThreadPage> older = readThread(*connection, *m_catalog, query);
    QVERIFY(older);
    QCOMPARE(idsOf(older->history), (QVector<qint64>{1, 2, 3}));
}

void ReadingTest::historyIsNewestFirst()
{
    const Result<QVector<HistoryEntry>> history = readHistory(*m_connection, *m_catalog, TicketId{5}, {}, 10);
    QVERIFY(history);
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().what, QStringLiteral("opened"));
    QCOMPARE(history->first().ticket, TicketId{5});
}

void ReadingTest::peopleByWordsAndRole()
{
    PeopleQuery query;
    query.startsWith = QStringLiteral("unal 3");
    Result<QVector<Person>> people = readPeople(*m_connection, query);
    QVERIFY(people);
    QCOMPARE(people->size(), 1);
    QCOMPARE(people->first().id, PersonId{106});
    query.startsWith = QStringLiteral("p4@exam");
    people = readPeople(*m_connection, query);
    QCOMPARE(people->size(), 1);
    QCOMPARE(people->first().id, PersonId{104});
    query.startsWith.clear();
    query.role = PersonRole::Agent;
    query.limit = 3;
    people = readPeople(*m_connection, query);
    QCOMPARE(people->size(), 3);
    QCOMPARE(people->first().name, QStringLiteral("Anna Müller"));
    query = {};
    query.ids = {PersonId{103}, PersonId{5555}, PersonId{1}};
    people = readPeople(*m_connection, query);
    QCOMPARE(people->size(), 2);
    QCOMPARE(people->at(0).id, PersonId{103});
}

void ReadingTest::viewsUseIndexes_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("index");
    const auto row = [](const char *name, const char *condition, const char *index) {
        QTest::newRow(name) << QString::fromLatin1(condition) << QString::fromLatin1(index);
    };
    row("mine", "t.owner_id = 2 AND t.state_type < 5", "ticket_");
    row("unassigned", "t.owner_id = 0 AND t.state_type < 5", "ticket_");
    row("open", "t.state_type < 5", "COVERING INDEX ticket_unresolved");
    row("queue, open", "t.queue_id IN (1, 2) AND t.state_type < 5", "ticket_");
    row("queue, open, in its order", "t.queue_id = 1 AND t.state_type < 5 ORDER BY t.due_at",
        "ticket_unresolved_queue");
    row("queue, all", "t.queue_id = 1", "COVERING INDEX ticket_queue");
    row("due soon", "t.due_at <> 0 AND t.due_at < 5", "ticket_due");
    row("of a requester", "t.requester_id = 3", "ticket_requester");
    row("tagged", "t.id IN (SELECT g.ticket_id FROM ticket_tag g WHERE g.tag IN ('vip'))", "ticket_tag_by_tag");
}

void ReadingTest::viewsUseIndexes()
{
    QFETCH(QString, json);
    QFETCH(QString, index);
    const QByteArray sql = "EXPLAIN QUERY PLAN SELECT t.id, t.updated_at FROM ticket t WHERE " + json.toUtf8();
    Statement plan = m_connection->once(sql, "test.plan");
    QString said;
    while (plan.next())
        said += plan.text(3) + u'\n';
    QVERIFY2(said.contains(index) && !said.contains(QStringLiteral("SCAN t\n")), qPrintable(said));
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ReadingTest)
#include "reading_test.moc"
