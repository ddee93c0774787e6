// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_calendar.h"
#include "demo/demo_generator.h"
#include "demo/template_library.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSet>
#include <QtTest>

using namespace deskhand;

namespace {

struct MadeDesk {
    std::unique_ptr<DemoGenerator> generator;
    QVector<BulkTicket> tickets;
};

MadeDesk makeDesk(qint64 tickets, quint64 seed, Instant end = demoDefaultEnd)
{
    auto generator = DemoGenerator::create({tickets, seed, end});
    if (!generator)
        qFatal("%s", qPrintable(generator.error().detail));
    MadeDesk desk{*std::move(generator), {}};
    for (;;) {
        const QVector<BulkTicket> batch = desk.generator->next(1000);
        if (batch.isEmpty())
            return desk;
        desk.tickets += batch;
    }
}

/// Every field of every ticket, article and history entry.
QByteArray fingerprint(const MadeDesk &desk)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const Person &person : desk.generator->people())
        stream << person.id.value << person.name << person.address << person.phone << person.organization.value;
    for (const BulkTicket &ticket : desk.tickets) {
        const TicketHead &head = ticket.head;
        stream << head.id.value << head.number << head.version << head.subject << head.state.value
               << head.priority.value << head.queue.value << head.category.value << head.owner.value
               << head.requester.value << head.tags << head.createdAt << head.updatedAt << head.dueAt
               << head.pendingUntil << head.solvedAt << head.closedAt;
        for (const Article &article : ticket.articles)
            stream << article.id.value << article.text << article.quotedText << article.createdAt << article.messageId
                   << article.from.address << int(article.channel) << int(article.visibility);
        for (const HistoryEntry &entry : ticket.history)
            stream << entry.at << entry.what << entry.oldValue << entry.newValue << entry.actorName << entry.command;
        for (const QByteArray &blob : ticket.blobs)
            stream << blob;
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

int percentOf(qint64 part, qint64 whole)
{
    return int(part * 1000 / whole); // in thousandths
}

} // namespace

class DemoGeneratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void sameSeedSameDesk();
    void madeInBatchesIsTheSame();
    void idsAreConsecutive();
    void workIsLogged();
    void timesAreInOrder();
    void statesFitTheirThreads();
    void historyLeadsToTheHead();
    void sharesAreBelievable();
    void articlesHaveNaturalLength();
    void weekdaysAndHours();
    void languagesHaveTheirShare();
    void nothingIsLeftToFillIn();
    void stories();
    void smallDesks();
    void veryLongTicket();
    void isFast();

private:
    const Catalog &catalog() const { return m_desk.generator->catalog(); }
    StateType typeOf(const BulkTicket &ticket) const { return catalog().stateType(ticket.head.state); }

    MadeDesk m_desk;
};

void DemoGeneratorTest::initTestCase()
{
    m_desk = makeDesk(8000, 7);
    QCOMPARE(m_desk.tickets.size(), 8000);
}

void DemoGeneratorTest::sameSeedSameDesk()
{
    const QByteArray first = fingerprint(makeDesk(700, 3));
    QCOMPARE(fingerprint(makeDesk(700, 3)), first);
    QVERIFY(fingerprint(makeDesk(700, 4)) != first);
    QVERIFY(fingerprint(makeDesk(701, 3)) != first);
    QVERIFY(fingerprint(makeDesk(700, 3, demoDefaultEnd + demoWholeDay)) != first);
    // Every machine makes these bytes; whoever wants other texts or rules changes this line.
    QCOMPARE(first, QByteArray("e1bea2de8f132a3dbab4324207f21ea02159817fcf1d331d79b13abf25795547"));
}

void DemoGeneratorTest::madeInBatchesIsTheSame()
{
    auto small = DemoGenerator::create({300, 5, demoDefaultEnd});
    auto big = DemoGenerator::create({300, 5, demoDefaultEnd});
    QVERIFY(small && big);
    const QVector<BulkTicket> all = (*big)->next(1000);
    for (int at = 0; at < all.size(); at += 7) {
        const QVector<BulkTicket> some = (*small)->next(7);
        for (int i = 0; i < some.size(); ++i) {
            QCOMPARE(some[i].head, all[at + i].head);
            QCOMPARE(some[i].articles, all[at + i].articles);
        }
    }
    QVERIFY((*small)->next(7).isEmpty());
}

void DemoGeneratorTest::idsAreConsecutive()
{
    qint64 ticketId = 0;
    qint64 articleId = 0;
    qint64 attachmentId = 0;
    QSet<QString> numbers;
    QHash<qint64, Person> people;
    for (const Person &person : m_desk.generator->people()) {
        QVERIFY(!people.contains(person.id.value));
        people.insert(person.id.value, person);
    }
    QCOMPARE(people.size(), qint64(m_desk.generator->people().size()));
    for (const BulkTicket &ticket : m_desk.tickets) {
        QCOMPARE(ticket.head.id.value, ++ticketId);
        QVERIFY(!numbers.contains(ticket.head.number));
        numbers.insert(ticket.head.number);
        QVERIFY(people.contains(ticket.head.requester.value));
        QVERIFY(catalog().queue(ticket.head.queue));
        QVERIFY(catalog().state(ticket.head.state));
        QVERIFY(catalog().priority(ticket.head.priority));
        QVERIFY(!ticket.head.owner.isValid() || catalog().agent(ticket.head.owner));
        QCOMPARE(ticket.head.organization, people[ticket.head.requester.value].organization);
        int position = 0;
        int attachments = 0;
        for (const Article &article : ticket.articles) {
            QCOMPARE(article.id.value, ++articleId);
            QCOMPARE(article.ticket, ticket.head.id);
            QCOMPARE(article.position, ++position);
            QVERIFY(people.contains(article.author.value));
            for (const Attachment &attachment : article.attachments) {
                QCOMPARE(attachment.id.value, ++attachmentId);
                QCOMPARE(attachment.article, article.id);
                QCOMPARE(attachment.sha256,
                         QCryptographicHash::hash(ticket.blobs[attachments], QCryptographicHash::Sha256));
                QCOMPARE(attachment.size, qint64(ticket.blobs[attachments].size()));
                ++attachments;
            }
        }
        QCOMPARE(ticket.head.articleCount, position);
        QCOMPARE(ticket.head.attachmentCount, attachments);
        QCOMPARE(qint64(ticket.blobs.size()), qint64(attachments));
        QCOMPARE(ticket.head.lastArticle.value, articleId);
    }
}

/// Of agents, at the moment of what they wrote, and in the ticket's history as if it had been logged by hand.
void DemoGeneratorTest::workIsLogged()
{
    qint64 id = 0;
    for (const BulkTicket &ticket : m_desk.tickets) {
        QStringList logged;
        for (const HistoryEntry &entry : ticket.history) {
            if (entry.what == QLatin1String("work-logged"))
                logged.append(entry.newValue + u' ' + entry.newText);
        }
        QStringList expected;
        for (const WorkEntry &work : ticket.work) {
            QCOMPARE(work.id.value, ++id);
            QCOMPARE(work.ticket, ticket.head.id);
            QVERIFY(catalog().agent(work.person));
            QVERIFY(work.minutes >= 5 && work.minutes <= 120 && work.minutes % 5 == 0);
            QCOMPARE(work.loggedAt, work.at);
            const auto written = [&work](const Article &article) {
                return article.createdAt == work.at && article.author == work.person;
            };
            QVERIFY(std::any_of(ticket.articles.cbegin(), ticket.articles.cend(), written));
            expected.append(QStringLiteral("%1 %2 %3").arg(id).arg(work.minutes).arg(work.activity));
        }
        QCOMPARE(logged, expected);
    }
    QVERIFY(id > m_desk.tickets.size() / 4);
}

void DemoGeneratorTest::timesAreInOrder()
{
    Instant opened = demoDefaultEnd - 366 * demoWholeDay;
    for (const BulkTicket &ticket : m_desk.tickets) {
        const TicketHead &head = ticket.head;
        QVERIFY(head.createdAt >= opened);
        opened = head.createdAt;
        Instant last = 0;
        Instant contact = 0;
        for (const Article &article : ticket.articles) {
            QVERIFY(article.createdAt > last);
            last = article.createdAt;
            if (article.visibility == Visibility::Public)
                contact = last;
        }
        QCOMPARE(ticket.articles.first().createdAt, head.createdAt);
        QCOMPARE(head.lastContactAt, contact);
        QVERIFY(head.updatedAt >= last);
        QVERIFY2(head.updatedAt < demoDefaultEnd, qPrintable(head.number));
        QVERIFY(head.dueAt == 0 || head.dueAt > head.createdAt);
        Instant before = 0;
        for (const HistoryEntry &entry : ticket.history) {
            QVERIFY(entry.at >= before);
            before = entry.at;
        }
        QCOMPARE(head.updatedAt, before);
    }
}

void DemoGeneratorTest::statesFitTheirThreads()
{
    for (const BulkTicket &ticket : m_desk.tickets) {
        const TicketHead &head = ticket.head;
        const StateType type = typeOf(ticket);
        const bool hasAgentArticle =
            std::any_of(ticket.articles.begin(), ticket.articles.end(),
                        [&](const Article &article) { return article.senderRole == SenderRole::Agent; });
        QCOMPARE(type == StateType::New, !head.owner.isValid());
        if (type == StateType::New)
            QVERIFY(!hasAgentArticle);
        QCOMPARE(type == StateType::PendingReminder, head.pendingUntil > 0);
        if (type == StateType::PendingReminder)
            QVERIFY2(hasAgentArticle && head.pendingUntil > demoDefaultEnd - 4 * demoWholeDay, qPrintable(head.number));
        QCOMPARE(isUnresolved(type), head.solvedAt == 0);
        QCOMPARE(type == StateType::Closed, head.closedAt > 0);
        if (isUnresolved(type))
            continue;
        // The article that solved it was written at that moment, by an agent.
        const bool hasSolution =
            std::any_of(ticket.articles.begin(), ticket.articles.end(), [&](const Article &article) {
                return article.senderRole == SenderRole::Agent && article.createdAt == head.solvedAt;
            });
        QVERIFY2(hasSolution, qPrintable(head.number + u' ' + head.subject));
    }
}

void DemoGeneratorTest::historyLeadsToTheHead()
{
    for (const BulkTicket &ticket : m_desk.tickets) {
        const TicketHead &head = ticket.head;
        QCOMPARE(ticket.history.first().what, QStringLiteral("opened"));
        QHash<QString, QString> values;
        qint64 version = 1;
        int articles = 1;
        for (const HistoryEntry &entry : ticket.history) {
            QVERIFY(entry.version == version || entry.version == version + 1);
            version = entry.version;
            articles += entry.what == QLatin1String("article") ? 1 : 0;
            const bool adds = entry.what == QLatin1String("article") || entry.what == QLatin1String("work-logged");
            if (values.contains(entry.what) && !adds)
                QCOMPARE(entry.oldValue, values.value(entry.what));
            values.insert(entry.what, entry.newValue);
        }
        QCOMPARE(head.version, version);
        QCOMPARE(articles, head.articleCount);
        if (values.contains(QStringLiteral("state")))
            QCOMPARE(values.value(QStringLiteral("state")), QString::number(head.state.value));
        if (head.owner.isValid())
            QCOMPARE(values.value(QStringLiteral("owner")), QString::number(head.owner.value));
    }
}

void DemoGeneratorTest::sharesAreBelievable()
{
    QHash<StateType, int> states;
    int attachments = 0;
    int due = 0;
    int reopened = 0;
    qint64 articles = 0;
    QSet<QString> texts;
    QSet<qint64> requesters;
    for (const BulkTicket &ticket : m_desk.tickets) {
        ++states[typeOf(ticket)];
        attachments += ticket.head.attachmentCount > 0 ? 1 : 0;
        due += ticket.head.dueAt > 0 ? 1 : 0;
        articles += ticket.articles.size();
        requesters.insert(ticket.head.requester.value);
        texts.insert(ticket.articles.first().text);
        reopened += std::any_of(ticket.history.begin(), ticket.history.end(),
                                [](const HistoryEntry &entry) { return entry.why == QLatin1String("follow-up"); });
    }
    const qint64 all = m_desk.tickets.size();
    const int unresolved = states[StateType::New] + states[StateType::Open] + states[StateType::PendingReminder];
    qInfo("of 1000: new %d, open %d, pending %d, solved %d, closed %d; files %d, due %d, reopened %d; articles %.2f; "
          "different openings %lld; requesters %lld",
          percentOf(states[StateType::New], all), percentOf(states[StateType::Open], all),
          percentOf(states[StateType::PendingReminder], all), percentOf(states[StateType::Solved], all),
          percentOf(states[StateType::Closed], all), percentOf(attachments, all), percentOf(due, all),
          percentOf(reopened, all), double(articles) / double(all), qint64(texts.size()), qint64(requesters.size()));
    QVERIFY(percentOf(unresolved, all) >= 50 && percentOf(unresolved, all) <= 80);
    QVERIFY(states[StateType::New] >= 4);
    QVERIFY(percentOf(states[StateType::PendingReminder], all) >= 10);
    QVERIFY(percentOf(states[StateType::Solved], all) >= 5 && percentOf(states[StateType::Solved], all) <= 50);
    QVERIFY(percentOf(attachments, all) >= 65 && percentOf(attachments, all) <= 100);
    QVERIFY(percentOf(due, all) >= 250 && percentOf(due, all) <= 600);
    QVERIFY(percentOf(reopened, all) >= 20 && percentOf(reopened, all) <= 90);
    QVERIFY(double(articles) / double(all) > 2.8 && double(articles) / double(all) < 3.4);
    QVERIFY(texts.size() > all * 85 / 100);
    QVERIFY(requesters.size() > 500);
}

void DemoGeneratorTest::articlesHaveNaturalLength()
{
    qint64 words = 0;
    qint64 count = 0;
    qint64 usual = 0;
    for (const BulkTicket &ticket : m_desk.tickets) {
        for (const Article &article : ticket.articles) {
            const qsizetype length =
                article.text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts).size();
            words += length;
            ++count;
            usual += length >= 12 && length <= 100 ? 1 : 0;
        }
    }
    qInfo("words in an article: %.1f; between 12 and 100: %d of 1000", double(words) / double(count),
          percentOf(usual, count));
    QVERIFY(words / count >= 22 && words / count <= 60);
    QVERIFY(percentOf(usual, count) > 700);
}

void DemoGeneratorTest::weekdaysAndHours()
{
    std::array<int, 7> weekdays{};
    int office = 0;
    int night = 0;
    int holidays = 0;
    for (const BulkTicket &ticket : m_desk.tickets) {
        const DemoLocal local = demoLocal(ticket.head.createdAt);
        ++weekdays[size_t(local.weekday)];
        office += local.minute >= 8 * 60 && local.minute < 17 * 60 ? 1 : 0;
        night += local.minute < 6 * 60 || local.minute >= 22 * 60 ? 1 : 0;
        holidays += isDemoHoliday(local.day) && local.weekday < 5 ? 1 : 0;
    }
    const qint64 all = m_desk.tickets.size();
    QVERIFY(weekdays[0] > weekdays[4]);
    QVERIFY(weekdays[4] > 5 * weekdays[5]);
    QVERIFY(percentOf(weekdays[5] + weekdays[6], all) < 60);
    QVERIFY(weekdays[6] > 0);
    QVERIFY(percentOf(office, all) > 700);
    QVERIFY(percentOf(night, all) > 2 && percentOf(night, all) < 40);
    QVERIFY(percentOf(holidays, all) < 10);
}

void DemoGeneratorTest::languagesHaveTheirShare()
{
    QHash<qint64, QString> languages;
    for (const Person &person : m_desk.generator->people())
        languages.insert(person.id.value, person.language);
    QHash<QString, int> shares;
    for (const BulkTicket &ticket : m_desk.tickets)
        ++shares[languages.value(ticket.head.requester.value)];
    const qint64 all = m_desk.tickets.size();
    for (const auto &[language, least, most] : {std::tuple{"en", 600, 760},
                                                {"de", 80, 160},
                                                {"fr", 40, 100},
                                                {"es", 35, 90},
                                                {"ja", 20, 70},
                                                {"ar", 15, 60}}) {
        const int share = percentOf(shares.value(QLatin1String(language)), all);
        QVERIFY2(share >= least && share <= most,
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(language)).arg(share)));
    }
}

void DemoGeneratorTest::nothingIsLeftToFillIn()
{
    const QRegularExpression left(QStringLiteral("[{}|]|\\.\\.\\.\\.|%d|%m"));
    for (const BulkTicket &ticket : m_desk.tickets) {
        QVERIFY(!ticket.head.subject.isEmpty() && ticket.head.subject.size() < 160);
        QVERIFY2(!ticket.head.subject.contains(left), qPrintable(ticket.head.subject));
        for (const Article &article : ticket.articles) {
            QVERIFY(!article.text.trimmed().isEmpty());
            QString text = article.text;
            text.remove(QStringLiteral(" | ")); // of signatures
            QVERIFY2(!text.contains(left), qPrintable(article.text));
        }
    }
}

void DemoGeneratorTest::stories()
{
    int ownOpen = 0;
    int long60 = 0;
    const PersonId me = m_desk.generator->demoAgent();
    QCOMPARE(catalog().agent(me)->name, QStringLiteral("Mika Brandt"));
    QVERIFY(catalog().agent(me)->admin);
    int pending = 0;
    for (const BulkTicket &ticket : m_desk.tickets) {
        if (ticket.head.owner == me && isUnresolved(typeOf(ticket))) {
            ++ownOpen;
            pending += typeOf(ticket) == StateType::PendingReminder ? 1 : 0;
        }
        if (ticket.articles.size() > 60 && ticket.head.subject.contains(QLatin1String("Leeds"))) {
            ++long60;
            QVERIFY(ticket.history.size() > 70);
            QVERIFY(std::any_of(ticket.articles.begin(), ticket.articles.end(),
                                [](const Article &article) { return !article.quotedText.isEmpty(); }));
        }
    }
    QCOMPARE(long60, 1);
    QCOMPARE(ownOpen, 12);
    QCOMPARE(pending, 3);
    const auto unread = m_desk.generator->unread();
    QVERIFY(unread.size() >= 6);
    for (const auto &[ticket, article] : unread)
        QVERIFY(article.value < m_desk.tickets[ticket.value - 1].head.lastArticle.value);
    QCOMPARE(m_desk.generator->viewTexts().size(), 3);
}

void DemoGeneratorTest::smallDesks()
{
    for (const int count : {1, 2, 3, 10, 47}) {
        const MadeDesk desk = makeDesk(count, 11);
        QCOMPARE(desk.tickets.size(), count);
        QVERIFY(desk.generator->people().size() >= 120);
    }
}

void DemoGeneratorTest::veryLongTicket()
{
    const MadeDesk desk = makeDesk(10'000, 2);
    QCOMPARE(desk.tickets.size(), 10'000);
    int found = 0;
    for (const BulkTicket &ticket : desk.tickets) {
        if (ticket.articles.size() < 400)
            continue;
        ++found;
        QCOMPARE(ticket.articles.size(), 500);
        QVERIFY(isUnresolved(desk.generator->catalog().stateType(ticket.head.state)));
        QVERIFY(ticket.head.updatedAt < demoDefaultEnd);
    }
    QCOMPARE(found, 1);
}

void DemoGeneratorTest::isFast()
{
    auto generator = DemoGenerator::create({40'000, 9, demoDefaultEnd});
    QVERIFY(bool(generator));
    QElapsedTimer timer;
    timer.start();
    qint64 made = 0;
    while (timer.elapsed() < 1000) {
        const qsizetype count = (*generator)->next(500).size();
        if (count == 0)
            break;
        made += count;
    }
    qInfo("%lld tickets a second", made * 1000 / qMax<qint64>(1, timer.elapsed()));
    QVERIFY(made > 1000);
}

QTEST_APPLESS_MAIN(DemoGeneratorTest)
#include "demo_generator_test.moc"
