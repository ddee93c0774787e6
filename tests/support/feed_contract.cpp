// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/feed_contract.h"

#include "support/test_desk.h"

#include <QSet>
#include <QtTest>

namespace deskhand::test {
namespace {

/// What a desk announces, as it comes.
struct FeedListener {
    QVector<Change> changes;
    int catalogs = 0;
    QObject context; // last: nothing arrives when the rest is gone

    explicit FeedListener(Desk &desk)
    {
        QCoreApplication::processEvents(); // what was announced before and is on its way is not for us
        QObject::connect(&desk, &Desk::changed, &context, [this](const QVector<Change> &news) { changes += news; });
        QObject::connect(&desk, &Desk::catalogChanged, &context, [this] { ++catalogs; });
    }
    [[nodiscard]] qint64 lastSeq() const { return changes.isEmpty() ? 0 : changes.last().seq; }
};

QVector<qint64> seqsOf(const QVector<Change> &changes)
{
    QVector<qint64> seqs;
    for (const Change &change : changes)
        seqs.append(change.seq);
    return seqs;
}

QString kindsOf(const QVector<Change> &changes)
{
    static const QMap<ChangeKind, QString> names{
        {ChangeKind::TicketOpened, QStringLiteral("opened")},    {ChangeKind::TicketChanged, QStringLiteral("changed")},
        {ChangeKind::ArticlePosted, QStringLiteral("article")},  {ChangeKind::ReadMarkSet, QStringLiteral("mark")},
        {ChangeKind::CatalogChanged, QStringLiteral("catalog")}, {ChangeKind::ViewChanged, QStringLiteral("view")},
        {ChangeKind::PersonChanged, QStringLiteral("person")}};
    QStringList kinds;
    for (const Change &change : changes)
        kinds.append(names.value(change.kind, QStringLiteral("?")));
    return kinds.join(u' ');
}

struct NamedCommand {
    const char *name;
    const char *kinds;
    CommandBody body;
    ActorKind actor = ActorKind::Person;
};

SavedView viewOfFeed(const char *name)
{
    SavedView view;
    view.name = QString::fromLatin1(name);
    view.columns = {ListColumn::Number};
    return view;
}

OpenTicket openingFor(const char *address)
{
    OpenTicket open;
    open.subject = QStringLiteral("Another");
    open.requesterAddress.address = QString::fromLatin1(address);
    return open;
}

NewArticle articleSaying(const char *text, SenderRole role)
{
    NewArticle article;
    article.text = QString::fromLatin1(text);
    article.senderRole = role;
    return article;
}

Person personCalled(const char *name, PersonRole role)
{
    Person person;
    person.name = QString::fromLatin1(name);
    person.role = role;
    return person;
}

AcceptMail mailFrom(const char *address)
{
    AcceptMail mail;
    mail.source = QStringLiteral("inbox");
    mail.subject = QStringLiteral("By mail");
    mail.article = articleSaying("a mail", SenderRole::Customer);
    mail.article.from.address = QString::fromLatin1(address);
    mail.article.raw = QByteArray("From: ") + address;
    return mail;
}

QVector<NamedCommand> commandsOn(TicketId ticket, ArticleId article)
{
    const auto set = [ticket](TicketField field, const QVariant &value) {
        return ChangeTicket{ticket, 1, {FieldChange{field, value, {}, {}}}, {}};
    };
    const auto post = [ticket](SenderRole role) {
        return PostArticle{ticket, articleSaying("words", role), {}, {}, 0, false};
    };
    OpenTicket withArticle = openingFor("rita@customer.example");
    withArticle.article = articleSaying("words", SenderRole::Customer);
    OpenTicket withTag = openingFor("rita@customer.example");
    withTag.tags = QStringList{QStringLiteral("new-tag")};
    QVector<NamedCommand> commands{
        {"a ticket of somebody known", "opened", openingFor("rita@customer.example")},
        {"a ticket of somebody new", "person opened", openingFor("new@customer.example")},
        {"a ticket with an article", "opened article", withArticle},
        {"a ticket with a new tag", "opened catalog", withTag},
        {"a reply", "article", post(SenderRole::Agent)},
        {"a customer's word", "article", post(SenderRole::Customer), ActorKind::System},
        {"a field", "changed", set(TicketField::Subject, QStringLiteral("Renamed"))},
        {"a new tag", "changed catalog",
         ChangeTicket{ticket, 1, {FieldChange{TicketField::Tags, {}, {QStringLiteral("fresh")}, {}}}, {}}},
        {"read", "mark", MarkRead{ticket, article}},
        {"a queue", "catalog", SaveQueue{Queue{{}, {}, QStringLiteral("Network"), {}, 2, true, {}}}},
        {"a category", "catalog", SaveCategory{Category{{}, {}, QStringLiteral("Network"), 2, true}}},
        {"a state", "catalog", SaveState{State{{}, QStringLiteral("Waiting"), StateType::Open, 9, true}}},
        {"a priority", "catalog", SavePriority{Priority{{}, QStringLiteral("Whenever"), 9, true}}},
        {"an organization", "catalog", SaveOrganization{Organization{{}, QStringLiteral("Acme"), {}, {}, true}}},
        {"settings", "catalog", SaveDeskSettings{QStringLiteral("Renamed"), {}}},
        {"a requester", "person", SavePerson{personCalled("Zoe", PersonRole::Requester)}},
        {"an agent", "person catalog", SavePerson{personCalled("Ben", PersonRole::Agent)}},
        {"a view", "view", SaveView{viewOfFeed("Mine")}},
        {"a mail of somebody known", "opened article", mailFrom("rita@customer.example"), ActorKind::System},
        {"a mail of somebody new", "person opened article", mailFrom("new@customer.example"), ActorKind::System}};
    return commands;
}

} // namespace

void FeedContract::init()
{
    m_fixture = m_makeFixture();
    OpenTicket open = openingFor("rita@customer.example");
    open.article = articleSaying("first words", SenderRole::Customer);
    FeedListener heard(desk());
    const CommandAnswer answer = submit(open);
    m_ticket = answer.ticket;
    m_article = answer.article;
    QTRY_COMPARE(heard.lastSeq(), end()); // a door with a way behind it hears of it a moment later
}

void FeedContract::cleanup()
{
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    m_fixture.reset();
}

CommandAnswer FeedContract::submit(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(kind == ActorKind::Person && !actor.isValid() ? m_fixture->admin() : actor, body);
    command.actorKind = kind;
    return expected(await(desk().submit(command)));
}

CommandAnswer FeedContract::submitTo(Desk &desk, const CommandBody &body, CommandId *id)
{
    const Command command = Command::make(m_fixture->admin(), body);
    if (id)
        *id = command.id;
    return expected(await(desk.submit(command)));
}

CommandBody FeedContract::tagging(const QString &tag) const
{
    return ChangeTicket{m_ticket, 1, {FieldChange{TicketField::Tags, {}, {tag}, {}}}, {}};
}

qint64 FeedContract::endOf(Desk &desk)
{
    m_fixture->settle();
    return expected(await(desk.changesSince(0, 10'000))).cursor;
}

QVector<Change> FeedContract::changesSince(qint64 cursor)
{
    m_fixture->settle();
    return news(expected(await(desk().changesSince(cursor, 10'000))).changes);
}

QVector<Change> FeedContract::news(const QVector<Change> &changes) const
{
    return newsOf(*m_fixture, changes);
}

void FeedContract::everyCommandIsTold_data()
{
    QTest::addColumn<int>("index");
    const auto commands = commandsOn({}, {});
    for (int i = 0; i < commands.size(); ++i)
        QTest::newRow(commands[i].name) << i;
}

void FeedContract::everyCommandIsTold()
{
    QFETCH(int, index);
    const NamedCommand named = commandsOn(m_ticket, m_article)[index];
    const qint64 before = end();
    submit(named.body, {}, named.actor);
    const QVector<Change> changes = changesSince(before);
    QCOMPARE(kindsOf(changes), QString::fromLatin1(named.kinds));
    QVERIFY(follow(*m_fixture, before, changes));
    for (const Change &change : changes)
        QCOMPARE(change.command, changes.first().command);
}

void FeedContract::whatChangesNothingIsNotTold_data()
{
    QTest::addColumn<int>("which");
    int which = 0;
    for (const char *name : {"the same value", "a tag that is there", "read again", "no fields at all",
                             "a repeated command", "a refusal", "a reply that is held", "the same mail"})
        QTest::newRow(name) << which++;
}

void FeedContract::whatChangesNothingIsNotTold()
{
    QFETCH(int, which);
    submit(tagging(QStringLiteral("there")));
    submit(MarkRead{m_ticket, m_article});
    submit(PostArticle{m_ticket, articleSaying("news", SenderRole::Customer), {}, {}, 0, false}, {}, ActorKind::System);
    submit(mailFrom("rita@customer.example"), {}, ActorKind::System);
    const Command done = Command::make(m_fixture->admin(), tagging(QStringLiteral("once")));
    expected(await(desk().submit(done)));
    const QString subject = expected(await(desk().rows({m_ticket}, {}))).first().head.subject;
    const ChangeTicket same{m_ticket, 1, {FieldChange{TicketField::Subject, subject, {}, {}}}, {}};

    const qint64 before = end();
    switch (which) {
    case 0: submit(same); break;
    case 1: submit(tagging(QStringLiteral("There"))); break;
    case 2: submit(MarkRead{m_ticket, m_article}); break;
    case 3: submit(ChangeTicket{m_ticket, 1, {}, {}}); break;
    case 4: expected(await(desk().submit(done))); break;
    case 5: QVERIFY(!await(desk().submit(Command::make(m_fixture->admin(), OpenTicket())))); break;
    case 6: {
        const PostArticle held{m_ticket, articleSaying("reply", SenderRole::Agent), m_article, {}, 0, false};
        QVERIFY(!await(desk().submit(Command::make(m_fixture->admin(), held))));
        break;
    }
    default: submit(mailFrom("rita@customer.example"), {}, ActorKind::System);
    }
    if (m_fixture->hasOwnFeed())
        QVERIFY(changesSince(before).isEmpty());
    else
        QCOMPARE(end(), before);
    submit(tagging(QStringLiteral("later")));
    QVERIFY(follow(*m_fixture, before, changesSince(before)));
}

void FeedContract::anEntrySaysWhoDidWhatAndWhere()
{
    const qint64 before = end();
    CommandId command;
    const PostArticle post{m_ticket, articleSaying("words", SenderRole::Agent), {}, {}, 0, false};
    const CommandAnswer answer = submitTo(desk(), post, &command);
    const QVector<Change> changes = changesSince(before);
    QCOMPARE(changes.size(), 1);
    QVERIFY(follow(*m_fixture, before, changes));
    QCOMPARE(changes.first().kind, ChangeKind::ArticlePosted);
    QCOMPARE(changes.first().ticket, m_ticket);
    if (m_fixture->hasOwnFeed()) // it was told before the desk had given it an id
        QVERIFY(changes.first().article.isValid());
    else
        QCOMPARE(changes.first().article, answer.article);
    QCOMPARE(changes.first().actor, m_fixture->admin());
    QCOMPARE(changes.first().command, command);
    // A conflict is history, and so a change that others may want to see.
    submit(ChangeTicket{m_ticket, 1, {FieldChange{TicketField::DueAt, qint64(1'900'000'000'000), {}, {}}}, {}});
    const CommandAnswer refused =
        submit(ChangeTicket{m_ticket, 1, {FieldChange{TicketField::DueAt, qint64(1'900'000'000'001), {}, {}}}, {}});
    QCOMPARE(refused.conflicts.size(), 1);
    QCOMPARE(kindsOf(changesSince(before)), QStringLiteral("article changed changed"));
}

void FeedContract::pagesJoinWithoutAGap_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("first"); ///< size of the first page
    for (const int limit : {1, 2, 3, 7, 10'000})
        QTest::addRow("pages of %d", limit) << limit << qMin(limit, 23);
    QTest::newRow("at least one") << 0 << 1;
}

void FeedContract::pagesJoinWithoutAGap()
{
    QFETCH(int, limit);
    QFETCH(int, first);
    const qint64 before = end();
    for (int i = 0; i < 20; ++i)
        submit(tagging(QStringLiteral("t%1").arg(i / 18))); // two are new: four entries; the others are nothing
    for (int i = 0; i < 19; ++i)
        submit(PostArticle{m_ticket, articleSaying("words", SenderRole::Agent), {}, {}, 0, false});
    m_fixture->settle();
    const QVector<Change> all = expected(await(desk().changesSince(before, 10'000))).changes;
    QCOMPARE(news(all).size(), 23);
    QVector<qint64> seqs;
    qint64 cursor = before;
    while (true) {
        const FeedPage page = expected(await(desk().changesSince(cursor, limit)));
        if (cursor == before && !(m_fixture->hasOwnFeed() && limit > first))
            QCOMPARE(page.changes.size(), first);
        seqs += seqsOf(page.changes);
        QCOMPARE(page.cursor, seqs.last());
        cursor = page.cursor;
        if (!page.more)
            break;
        QVERIFY(page.changes.size() == qMax(1, limit));
    }
    QCOMPARE(seqs, seqsOf(all));
    QVERIFY(follow(*m_fixture, before, all));
}

void FeedContract::aCursorAtTheEndStaysThere()
{
    const qint64 last = end();
    for (const qint64 cursor : {last, last + 5}) {
        const FeedPage page = expected(await(desk().changesSince(cursor, 10)));
        QVERIFY(page.changes.isEmpty() && !page.more);
        QCOMPARE(page.cursor, cursor);
    }
}

void FeedContract::theFeedSurvivesReopening()
{
    const QVector<Change> before = changesSince(0);
    m_fixture->reopen();
    QCOMPARE(seqsOf(changesSince(0)), seqsOf(before));
    submit(tagging(QStringLiteral("after")));
    const QVector<Change> after = changesSince(before.last().seq);
    QCOMPARE(kindsOf(after), QStringLiteral("changed catalog"));
    QVERIFY(follow(*m_fixture, before.last().seq, after));
}

void FeedContract::ownChangesAreAnnouncedBeforeTheAnswer()
{
    FeedListener heard(desk());
    const qint64 before = end();
    const auto answer = desk().submit(Command::make(m_fixture->admin(), tagging(QStringLiteral("mine"))));
    qsizetype heardByThen = -1;
    QFutureWatcher<Result<CommandAnswer>> watcher;
    connect(&watcher, &QFutureWatcherBase::finished, this, [&] { heardByThen = news(heard.changes).size(); });
    watcher.setFuture(answer);
    QTRY_COMPARE(heardByThen, 2);
    QVERIFY(follow(*m_fixture, before, news(heard.changes)));
    // And not again by another way.
    submit(tagging(QStringLiteral("second")));
    const QVector<Change> told = changesSince(before);
    QCOMPARE(told.size(), 4);
    QTRY_COMPARE(heard.lastSeq(), end());
    QCOMPARE(seqsOf(news(heard.changes)), seqsOf(told));
}

void FeedContract::ownChangesHaveTheirRows()
{
    FeedListener heard(desk());
    submit(ChangeTicket{m_ticket, 1, {FieldChange{TicketField::Subject, QStringLiteral("After"), {}, {}}}, {}});
    QTRY_COMPARE(news(heard.changes).size(), 1);
    const Change change = news(heard.changes).first();
    QVERIFY(change.before && change.after);
    QCOMPARE(change.before->head.subject, QStringLiteral("Another"));
    QCOMPARE(m_fixture->deskVersion(change.before->head.version), 1);
    QCOMPARE(change.after->head.subject, QStringLiteral("After"));
    QCOMPARE(m_fixture->deskVersion(change.after->head.version), 2);
    QVERIFY(change.before->unread && change.after->unread);
    submit(MarkRead{m_ticket, m_article});
    QTRY_COMPARE(news(heard.changes).size(), 2);
    const Change read = news(heard.changes).last();
    QVERIFY(read.before->unread && !read.after->unread);
}

void FeedContract::aNewTicketHasNoRowBefore()
{
    FeedListener heard(desk());
    const CommandAnswer answer = submit(openingFor("rita@customer.example"));
    QTRY_COMPARE(news(heard.changes).size(), 1);
    const Change opened = news(heard.changes).first();
    QVERIFY(!opened.before);
    QVERIFY(opened.after);
    QCOMPARE(m_fixture->deskTicket(opened.after->head.id), answer.ticket);
    if (!m_fixture->hasOwnFeed()) // there the number was a provisional one
        QCOMPARE(opened.after->head.number, answer.ticketNumber);
}

void FeedContract::ofAMergeEachTicketIsToldForItself()
{
    const TicketId source = submit(openingFor("tom@other.example")).ticket;
    FeedListener heard(desk());
    submit(MergeTickets{m_ticket, 0, {MergeSource{source, 0}}, true, {}});
    QTRY_COMPARE(heard.lastSeq(), end());
    QSet<TicketId> told;
    for (const Change &change : std::as_const(heard.changes)) {
        told.insert(change.ticket);
        QVERIFY(!change.before || change.before->head.id == change.ticket);
        QVERIFY(!change.after || change.after->head.id == change.ticket);
    }
    QVERIFY(told.contains(source) && told.contains(m_ticket));
}

void FeedContract::othersChangesAreAnnounced()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    FeedListener heard(desk());
    const qint64 before = end();
    CommandId command;
    const PostArticle post{m_ticket, articleSaying("from afar", SenderRole::Agent), {}, {}, 0, false};
    const CommandAnswer answer = submitTo(*other, post, &command);
    QTRY_COMPARE(news(heard.changes).size(), 1);
    const Change told = news(heard.changes).first();
    QVERIFY(follow(*m_fixture, before, {told}));
    QCOMPARE(told.kind, ChangeKind::ArticlePosted);
    QCOMPARE(told.article, answer.article);
    QCOMPARE(told.command, command);
    // What is announced can be read.
    const auto rows = expected(await(desk().rows({m_ticket}, m_fixture->admin())));
    QCOMPARE(rows.first().head.lastArticle, answer.article);
}

void FeedContract::bothSidesHearOneOrder()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    FeedListener here(desk());
    FeedListener there(*other);
    const qint64 before = end();
    const qint64 beforeThere = endOf(*other);
    QVector<QFuture<Result<CommandAnswer>>> answers;
    for (int i = 0; i < 40; ++i) {
        Desk &side = i % 2 ? desk() : *other;
        answers.append(side.submit(Command::make(m_fixture->admin(), tagging(QStringLiteral("t%1").arg(i)))));
    }
    for (const auto &answer : std::as_const(answers))
        QVERIFY(await(answer));
    const QVector<Change> wanted = changesSince(before);
    QCOMPARE(wanted.size(), 80);
    QTRY_COMPARE(here.lastSeq(), end());
    QCOMPARE(seqsOf(news(here.changes)), seqsOf(wanted));
    QTRY_COMPARE(there.lastSeq(), endOf(*other));
    QCOMPARE(seqsOf(there.changes), seqsOf(expected(await(other->changesSince(beforeThere, 10'000))).changes));
    QCOMPARE(there.changes.size(), 80);
    if (!m_fixture->hasOwnFeed()) // what is done here is told here before the desk has given it its place
        QCOMPARE(seqsOf(there.changes), seqsOf(wanted));
}

void FeedContract::whatWasBeforeIsNotAnnounced()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    FeedListener heard(*other);
    const qint64 before = endOf(*other);
    submit(tagging(QStringLiteral("news")));
    QTRY_COMPARE(heard.lastSeq(), before + 2);
    QCOMPARE(heard.changes.first().seq, before + 1);
}

void FeedContract::theCatalogueIsAnnounced()
{
    FeedListener heard(desk());
    submit(tagging(QStringLiteral("new")));
    if (m_fixture->hasOwnFeed()) // when it is done here, and when it has come from there
        QTRY_VERIFY(heard.catalogs >= 1);
    else
        QTRY_COMPARE(heard.catalogs, 1);
    QVERIFY(expected(await(desk().catalog()))->tags.contains(QStringLiteral("new")));
    m_fixture->settle();
    const int told = heard.catalogs;
    submit(PostArticle{m_ticket, articleSaying("words", SenderRole::Agent), {}, {}, 0, false});
    QTRY_COMPARE(news(heard.changes).size(), 3);
    QCOMPARE(heard.catalogs, told);
}

void FeedContract::theCatalogueOfOthersIsAnnounced()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    expected(await(other->catalog()));
    FeedListener heard(*other);
    const QueueId queue{submit(SaveQueue{Queue{{}, {}, QStringLiteral("Network"), {}, 2, true, {}}}).id};
    QTRY_COMPARE(heard.catalogs, 1);
    const CatalogPtr seen = expected(await(other->catalog()));
    QVERIFY(seen->queue(queue));
    QCOMPARE(seen->queue(queue)->name, QStringLiteral("Network"));
}

void FeedContract::whatWasMissedWhileNobodyListenedIsInTheFeed()
{
    m_fixture->settle();
    const qint64 cursor = expected(await(desk().tickets({}))).cursor;
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    submitTo(*other, tagging(QStringLiteral("one")));
    submitTo(*other, openingFor("rita@customer.example"));
    QCOMPARE(kindsOf(changesSince(cursor)), QStringLiteral("changed catalog opened"));
}

void FeedContract::refusedCommandsAreNotAnnounced()
{
    FeedListener heard(desk());
    const qint64 before = end();
    QVERIFY(!await(desk().submit(Command::make(m_fixture->admin(), OpenTicket()))));
    submit(tagging(QStringLiteral("accepted")));
    QTRY_COMPARE(news(heard.changes).size(), 2);
    QVERIFY(follow(*m_fixture, before, news(heard.changes)));
}

} // namespace deskhand::test
