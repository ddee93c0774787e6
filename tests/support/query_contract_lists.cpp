// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_text.h"
#include "support/query_contract.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

/// What a group is called; "none" for what is not set.
QString nameOfGroup(ListColumn column, qint64 key, const Catalog &catalog)
{
    const auto nameOf = [](const auto *item) { return item ? item->name : QStringLiteral("none"); };
    switch (column) {
    case ListColumn::State: return nameOf(catalog.state(StateId{key}));
    case ListColumn::Priority: return nameOf(catalog.priority(PriorityId{key}));
    case ListColumn::Queue: return nameOf(catalog.queue(QueueId{key}));
    case ListColumn::Category: return nameOf(catalog.category(CategoryId{key}));
    case ListColumn::Owner: return nameOf(catalog.agent(PersonId{key}));
    case ListColumn::Organization: return nameOf(catalog.organization(OrganizationId{key}));
    default: return channelName(Channel(key));
    }
}

} // namespace

void QueryContract::initTestCase()
{
    m_fixture = m_makeFixture();
    m_world = std::make_unique<ContractWorld>(*m_fixture);
    m_other = m_makeFixture();
    OpenTicket open;
    open.subject = QStringLiteral("Long");
    open.requesterAddress.address = QStringLiteral("rita@acme.example");
    m_long = expected(await(m_other->desk().submit(Command::make(m_other->admin(), open)))).ticket;
    for (int i = 1; i <= 45; ++i) {
        PostArticle post;
        post.ticket = m_long;
        post.article.text = QString::number(i);
        post.article.visibility = Visibility::Internal;
        m_longArticles.append(expected(await(m_other->desk().submit(Command::make(m_other->admin(), post)))).article);
    }
}

void QueryContract::cleanupTestCase()
{
    QCOMPARE(m_fixture->brokenRule(), QString());
    QCOMPARE(m_other->brokenRule(), QString());
    m_other.reset();
    m_fixture.reset();
}

Condition QueryContract::parsed(const QString &text)
{
    return expected(parseCondition(text, *m_world->catalog()));
}

QString QueryContract::listed(const QString &conditionText, PersonId me)
{
    TicketQuery query;
    query.condition = parsed(conditionText);
    query.sort = ListSort{ListColumn::Number, false};
    query.me = me;
    query.now = m_world->now();
    return m_world->letters(expected(await(desk().tickets(query))).ids);
}

void QueryContract::listsAreInOrder_data()
{
    QTest::addColumn<ListColumn>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("letters");
    const auto both = [](ListColumn column, const char *up, const char *down) {
        const QByteArray name = listColumnName(column).toUtf8();
        QTest::newRow(name + " up") << column << false << QString::fromLatin1(up);
        QTest::newRow(name + " down") << column << true << QString::fromLatin1(down);
    };
    // What is not set is last in both directions; what is equal is in the order of opening, or against it.
    both(ListColumn::Number, "abcdefghij", "jihgfedcba");
    both(ListColumn::Subject, "hfcjiadgbe", "ebgdaijcfh");
    both(ListColumn::Requester, "iadgbehcfj", "jfchebgdai");
    both(ListColumn::Organization, "adgbehcfij", "hebgdajifc");
    both(ListColumn::State, "agibfhcdje", "ejdchfbiga");
    both(ListColumn::Priority, "dbfjaegich", "hcigeajfbd");
    both(ListColumn::Queue, "adfjchbgei", "iegbhcjfda");
    both(ListColumn::Category, "adegbhjcfi", "jhbgedaifc");
    both(ListColumn::Owner, "afbgjdhcei", "hdjgbfaiec");
    both(ListColumn::Channel, "bhadjceifg", "gfiecjdahb");
    both(ListColumn::Created, "abcdefghij", "jihgfedcba");
    both(ListColumn::Updated, "deijabgcfh", "hfcgbajied");
    both(ListColumn::LastContact, "abgfcdehij", "fgbajihedc");
    both(ListColumn::Due, "cfahebdgij", "ehafcjigdb");
    both(ListColumn::Articles, "cdehijagbf", "fbgajihedc");
    both(ListColumn::Tags, "idbagcefhj", "gabdijhfec");
}

void QueryContract::listsAreInOrder()
{
    QFETCH(ListColumn, column);
    QFETCH(bool, descending);
    QFETCH(QString, letters);
    TicketQuery query;
    query.sort = ListSort{column, descending};
    query.me = m_world->ben;
    query.now = m_world->now();
    QCOMPARE(m_world->letters(expected(await(desk().tickets(query))).ids), letters);
    // A condition takes rows out and leaves the order of the rest; it may take another way through the database.
    query.condition = parsed(QStringLiteral("is:open"));
    QString left = letters;
    for (const char resolved : {'d', 'e', 'j'})
        left.remove(QLatin1Char(resolved));
    QCOMPARE(m_world->letters(expected(await(desk().tickets(query))).ids), left);
}

void QueryContract::groupsAreInOrder_data()
{
    QTest::addColumn<ListColumn>("column");
    QTest::addColumn<QString>("groups");
    const auto row = [](ListColumn column, const char *groups) {
        QTest::newRow(qPrintable(listColumnName(column))) << column << QString::fromUtf8(groups);
    };
    // Inside of a group the last changed is first.
    row(ListColumn::State, "New:gai Open:hfb Pending:c Solved:jd Closed:e");
    row(ListColumn::Priority, "Critical:d High:fbj Medium:gaie Low:hc");
    row(ListColumn::Queue, "Support:fajd Network:hc VPN:gb Büro, Möbel:ie");
    row(ListColumn::Category, "Hardware:ad Monitor:ge Software:hbj none:fci");
    row(ListColumn::Owner, "Ada Admin:fa Ben Berg:gbj Cleo Czerny:hd none:cie");
    row(ListColumn::Organization, "Acme:gad Nord & Söhne:hbe none:fcji");
    row(ListColumn::Channel, "email:hb web:ajd phone:c chat:e messenger:i api:f monitoring:g");
}

void QueryContract::groupsAreInOrder()
{
    QFETCH(ListColumn, column);
    QFETCH(QString, groups);
    TicketQuery query;
    query.sort = ListSort{ListColumn::Updated, true};
    query.groupBy = column;
    query.me = m_world->ben;
    query.now = m_world->now();
    const TicketList list = expected(await(desk().tickets(query)));
    QCOMPARE(list.ids.size(), 10);
    QStringList found;
    int firstRow = 0;
    for (const TicketGroup &group : list.groups) {
        QCOMPARE(group.firstRow, firstRow);
        found.append(nameOfGroup(column, group.key, *m_world->catalog()) + u':'
                     + m_world->letters(list.ids.mid(group.firstRow, group.rowCount)));
        firstRow += group.rowCount;
    }
    QCOMPARE(found.join(u' '), groups);
}

void QueryContract::whatCannotBeGroupedIsRefused_data()
{
    QTest::addColumn<ListColumn>("column");
    for (const ListColumn column : {ListColumn::Number, ListColumn::Subject, ListColumn::Requester, ListColumn::Updated,
                                    ListColumn::Due, ListColumn::Articles, ListColumn::Tags})
        QTest::newRow(qPrintable(listColumnName(column))) << column;
}

void QueryContract::whatCannotBeGroupedIsRefused()
{
    QFETCH(ListColumn, column);
    TicketQuery query;
    query.groupBy = column;
    const auto list = await(desk().tickets(query));
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::Invalid);
}

void QueryContract::conditionsSelect_data()
{
    QTest::addColumn<QString>("letters");
    const auto row = [](const char *condition, const char *letters) {
        QTest::newRow(condition) << QString::fromLatin1(letters);
    };
    row("", "abcdefghij");
    row("state:open", "bfh");
    row("state:open,new", "abfghi");
    row("-state:open", "acdegij");
    row("is:open", "abcfghi");
    row("is:new", "agi");
    row("is:pending", "c");
    row("is:solved", "dj");
    row("is:closed", "e");
    row("is:merged", "");
    row("is:unassigned", "cei");
    row("is:overdue", "c");
    row("queue:network", "bcgh");
    row("queue:=network", "ch");
    row("queue:vpn", "bg");
    row("queue:\"Büro, Möbel\"", "ei");
    row("category:hardware", "adeg");
    row("category:=hardware", "ad");
    row("category:none", "cfi");
    row("has:category", "abdeghj");
    row("owner:none", "cei");
    row("-owner:none", "abdfghj");
    row("owner:\"Ada Admin\"", "af");
    row("owner:\"Ada Admin\",none", "acefi");
    row("priority:high", "bfj");
    row("priority<=2", "bdfj");
    row("priority<2", "d");
    row("priority>3", "ch");
    row("priority>=high", "abcefghij");
    row("tag:vip", "adg");
    row("tag:VIP", "adg");
    row("tag:vip,toner", "adgi");
    row("tag:vip tag:toner", "d");
    row("-tag:vip", "bcefhij");
    row("has:tag", "abdgi");
    row("tag:none", "cefhj");
    row("tag:vi", "");
    row("subject:printer", "adi");
    row("subject:=printer", "i");
    row("subject:^print", "adi");
    row("subject:^rint", "");
    row("subject:rint", "adi");
    row("subject:AUSSERST", "c");
    row("subject:\"äußerst\"", "c");
    row("subject:\"100%\"", "h");
    row("subject:\"%\"", "h");
    row("subject:\"_\"", "h");
    row("subject:\"u_l\"", "h");
    row("subject:\"k\\\\s\"", "j");
    row("subject:\"'quote\"", "j");
    row("requester:rita", "adg");
    row("requester:acme.example", "adg");
    row("requester:\"zoe@\"", "cfj");
    row("requester:ohne", "i");
    row("requester:armel", "beh");
    row("organization:acme", "adg");
    row("organization:none", "cfij");
    row("number:00003", "c");
    row("number:^0000", "abcdefghi");
    row("channel:email", "bh");
    row("channel:web,phone", "acdj");
    row("type:pending-reminder", "c");
    row("due<now", "c");
    row("due<2d", "acfh");
    row("due<=1h", "cf");
    row("due>2d", "e");
    row("due:none", "bdgij");
    row("has:due", "acefh");
    row("updated>-5m", "cfh");
    row("updated>=-5m", "cfgh");
    row("created<=-18m", "a");
    row("has:solved", "dej");
    row("has:closed", "e");
    row("has:pending", "c");
    row("pending<3d", "c");
    row("pending<1d", "");
    row("has:contact", "abfg");
    row("contact:none", "cdehij");
    row("articles:0", "cdehij");
    row("articles>1", "bf");
    row("articles>=1", "abfg");
    row("attachments>0", "g");
    row("has:attachment", "g");
    row("printer", "adi");
    row("-printer", "bcefghj");
    row("printer OR vpn", "abdi");
    row("\"printer toner\"", "d");
    row("flickers badly", "g");
    row("is:open queue:network -tag:vip", "bch");
    row("(tag:vip OR tag:toner) priority<=3", "adgi");
    row("NOT (state:new OR state:open)", "cdej");
    row("is:open (owner:none OR due<2d) -queue:support", "chi");
}

void QueryContract::conditionsSelect()
{
    QFETCH(QString, letters);
    QCOMPARE(listed(QString::fromUtf8(QTest::currentDataTag()), m_world->ben), letters);
}

void QueryContract::conditionsAreAboutWhoAsks_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("adas");
    QTest::addColumn<QString>("bens");
    QTest::addColumn<QString>("cleos");
    const auto row = [](const char *condition, const char *adas, const char *bens, const char *cleos) {
        QTest::newRow(condition) << QString::fromLatin1(condition) << QString::fromLatin1(adas)
                                 << QString::fromLatin1(bens) << QString::fromLatin1(cleos);
    };
    row("owner:me", "af", "bgj", "dh");
    row("is:mine", "af", "bgj", "dh");
    row("-owner:me", "bcdeghij", "acdefhi", "abcefgij");
    row("owner:me,none", "acefi", "bcegij", "cdehi");
    row("is:mine is:open", "af", "bg", "h");
    // What one wrote oneself is read; what came after is not.
    row("is:unread", "ag", "abfg", "abfg");
    row("-is:unread", "bcdefhij", "cdehij", "cdehij");
    row("is:unread is:mine", "a", "bg", "");
}

void QueryContract::conditionsAreAboutWhoAsks()
{
    QFETCH(QString, condition);
    QFETCH(QString, adas);
    QFETCH(QString, bens);
    QFETCH(QString, cleos);
    QCOMPARE(listed(condition, m_world->ada), adas);
    QCOMPARE(listed(condition, m_world->ben), bens);
    QCOMPARE(listed(condition, m_world->cleo), cleos);
}

void QueryContract::countsAgreeWithLists_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<qint64>("count");
    const auto row = [](const char *condition, qint64 count) {
        QTest::newRow(condition) << QString::fromLatin1(condition) << count;
    };
    row("", 10);
    row("is:open", 7);
    row("is:mine", 3);
    row("is:unread", 4);
    row("is:overdue", 1);
    row("tag:vip,toner", 4);
    row("queue:network", 4);
    row("requester:rita", 3);
    row("is:merged", 0);
    row("is:open is:mine is:unread", 2);
}

void QueryContract::countsAgreeWithLists()
{
    QFETCH(QString, condition);
    QFETCH(qint64, count);
    const auto counts = expected(await(desk().counts({parsed(condition)}, m_world->ben, m_world->now())));
    QCOMPARE(counts, QVector<qint64>{count});
    QCOMPARE(listed(condition, m_world->ben).size(), count);
}

void QueryContract::countsComeTogether()
{
    const QVector<Condition> conditions{parsed(QStringLiteral("is:open")), parsed(QStringLiteral("is:merged")),
                                        parsed(QStringLiteral("is:mine"))};
    QCOMPARE(expected(await(desk().counts(conditions, m_world->cleo, m_world->now()))), (QVector<qint64>{7, 0, 2}));
    QCOMPARE(expected(await(desk().counts({}, m_world->cleo, m_world->now()))), QVector<qint64>());
    // Now is the asker's: a day later more is overdue.
    const Instant later = m_world->now() + 2 * 24 * 3'600'000;
    const QVector<Condition> overdue{parsed(QStringLiteral("is:overdue"))};
    QCOMPARE(expected(await(desk().counts(overdue, m_world->cleo, later))), QVector<qint64>{4});
}

void QueryContract::fullTextIsNotCounted()
{
    const QVector<Condition> conditions{parsed(QStringLiteral("is:open")), parsed(QStringLiteral("printer")),
                                        parsed(QStringLiteral("-printer is:open"))};
    QCOMPARE(expected(await(desk().counts(conditions, m_world->ben, m_world->now()))), (QVector<qint64>{7, -1, -1}));
}

void QueryContract::aListSaysHowFarItIsTrue()
{
    m_fixture->settle();
    const TicketList list = expected(await(desk().tickets({})));
    const FeedPage feed = expected(await(desk().changesSince(0, 10'000)));
    QVERIFY(feed.cursor > 0);
    QCOMPARE(list.cursor, feed.cursor);
    QVERIFY(expected(await(desk().changesSince(list.cursor, 10))).changes.isEmpty());
}

} // namespace deskhand::test
