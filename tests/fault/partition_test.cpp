// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_desk.h"
#include "support/nightly.h"
#include "support/replica_fixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <array>
#include <vector>

namespace deskhand::test {
namespace {

constexpr int clientsOfRun = 20;
constexpr int ticketsAtStart = 12;
constexpr qint64 longestJumpMs = 72LL * 3'600'000;

/// What a client has asked for, and what it had in front of it.
struct Wish {
    enum class Kind { Change, Post, Open, Tag } kind = Kind::Change;
    CommandId id;
    TicketField field = TicketField::Subject;
    QString wanted;   ///< a field's stored form, a text or a subject that nobody else has
    QStringList seen; ///< values of the field that the client has ever had in front of it
    bool givenUp = false;
};

QString storedForm(const TicketHead &head, TicketField field)
{
    if (field == TicketField::Subject)
        return head.subject;
    const qint64 number = field == TicketField::DueAt ? head.dueAt : head.priority.value;
    return number == 0 ? QString() : QString::number(number);
}

constexpr std::array fieldsOfRun{TicketField::Subject, TicketField::DueAt, TicketField::Priority};

/// A person with a laptop, on trains.
class Client
{
public:
    Client(TestDesk &there, PersonId me, int number, const QString &path, quint32 seed)
        : m_there(there)
        , m_me(me)
        , m_number(number)
        , m_path(path)
        , m_random(seed * 1000U + quint32(number))
        , m_network(&there.desk(), &there.desk(), seed + quint32(number))
    {
        m_network.shakiness = Shakiness{5, 5, 5, 30, 3};
        open();
    }

    void open()
    {
        ReplicaOptions options;
        options.clock = std::make_shared<ClockOf>(m_there);
        options.patienceMs = 0;
        auto opened = ReplicaDesk::open(m_path, m_me, m_network, m_network, options);
        if (!opened)
            qFatal("client %d: %s", m_number, qPrintable(opened.error().detail));
        m_desk = *std::move(opened);
        m_desk->sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, 36'500});
        QObject::connect(&m_desk->sync(), &DeskSync::ticketSettled, m_desk.get(), [this](TicketId from, TicketId to) {
            if (const qsizetype place = m_own.indexOf(from); place >= 0)
                m_own[place] = to;
        });
    }
    /// Without goodbye: whatever is under way is forgotten.
    void kill()
    {
        m_desk.reset();
        open();
    }
    void useService() { m_network.setDesk(&m_there.desk(), &m_there.desk()); }
    void loseService() { m_network.setDesk(nullptr, nullptr); }

    void cutOrHeal()
    {
        if (m_network.isConnected())
            m_network.cut();
        else
            m_network.heal();
    }
    void comeHome()
    {
        m_network.shakiness = {};
        if (!m_network.isConnected())
            m_network.heal();
        m_desk->sync().tryNow();
    }

    void work(const QVector<TicketId> &tickets)
    {
        const QVector<TicketId> known = tickets + m_own;
        const TicketId ticket = known[m_random.bounded(known.size())];
        const Result<QVector<TicketRow>> rows = await(m_desk->rows({ticket}, m_me));
        if (!rows || rows->isEmpty())
            return; // not here, and the service is away
        const TicketHead head = rows->first().head;
        for (const TicketField field : fieldsOfRun)
            m_seen[{head.id.value, int(field)}].append(storedForm(head, field));
        const int dice = m_random.bounded(100);
        if (dice < 45)
            change(head);
        else if (dice < 75)
            post(head);
        else if (dice < 85)
            submit(Wish::Kind::Tag, ChangeTicket{head.id, head.version, {tagChange()}, {}}, {});
        else if (dice < 95)
            keep(await(m_desk->submit(Command::make(m_me, MarkRead{head.id, head.lastArticle}))));
        else
            openTicket();
    }

    /// Somebody looks at what needs attention, now or never.
    void decide(bool all)
    {
        for (const QueuedCommand &queued : m_desk->sync().queue()) {
            const bool waits = queued.state == QueuedState::Waiting || queued.state == QueuedState::Sending;
            if (waits || (!all && m_random.bounded(3) != 0))
                continue;
            const bool insists = queued.state == QueuedState::Held && m_random.bounded(2) == 0;
            if (insists) {
                keep(await(m_desk->sync().insist(queued.command.id)));
            } else if (await(m_desk->sync().giveUp(queued.command.id)) && queued.state != QueuedState::Conflict) {
                for (Wish &wish : m_wishes)
                    wish.givenUp = wish.givenUp || wish.id == queued.command.id;
            }
        }
    }

    [[nodiscard]] bool isAtHome() const
    {
        const SyncState state = m_desk->sync().state();
        return state.phase == SyncPhase::Online && state.queued == 0;
    }
    [[nodiscard]] bool hasDecided() const { return m_desk->sync().state().attention == 0; }
    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] PersonId me() const { return m_me; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] const QVector<Wish> &wishes() const { return m_wishes; }

private:
    template <typename T>
    static void keep(const Result<T> &)
    {
    }
    [[nodiscard]] QString unique(const char *what)
    {
        return QStringLiteral("%1 c%2n%3").arg(QLatin1String(what)).arg(m_number).arg(++m_count);
    }
    FieldChange tagChange()
    {
        FieldChange tags;
        tags.field = TicketField::Tags;
        tags.addTags = {QStringLiteral("t%1").arg(m_random.bounded(8))};
        tags.removeTags = {QStringLiteral("t%1").arg(8 + m_random.bounded(8))};
        return tags;
    }

    void submit(Wish::Kind kind, const CommandBody &body, Wish wish)
    {
        const Command command = Command::make(m_me, body);
        wish.kind = kind;
        wish.id = command.id;
        const Result<CommandAnswer> answer = await(m_desk->submit(command));
        wish.givenUp = !answer;
        m_wishes.append(wish);
        if (answer && kind == Wish::Kind::Open)
            m_own.append(answer->ticket);
    }

    void change(const TicketHead &head)
    {
        Wish wish;
        wish.field = fieldsOfRun[size_t(m_random.bounded(int(fieldsOfRun.size())))];
        FieldChange field;
        field.field = wish.field;
        if (wish.field == TicketField::Subject) {
            wish.wanted = unique("subject");
            field.value = wish.wanted;
        } else {
            const qint64 number = wish.field == TicketField::DueAt
                                      ? 4'000'000'000'000 + m_number * 1'000'000LL + ++m_count
                                      : m_there.priority(1 + m_random.bounded(4)).value;
            wish.wanted = QString::number(number);
            field.value = number;
        }
        wish.seen = m_seen.value({head.id.value, int(wish.field)});
        submit(Wish::Kind::Change, ChangeTicket{head.id, head.version, {field}, {}}, wish);
    }

    void post(const TicketHead &head)
    {
        Wish wish;
        wish.wanted = unique("text");
        PostArticle post;
        post.ticket = head.id;
        post.article.text = wish.wanted;
        post.lastSeen = head.lastArticle;
        submit(Wish::Kind::Post, post, wish);
    }

    void openTicket()
    {
        Wish wish;
        wish.wanted = unique("opened");
        OpenTicket open;
        open.subject = wish.wanted;
        open.requesterAddress.address = QStringLiteral("customer%1@example.org").arg(m_random.bounded(30));
        submit(Wish::Kind::Open, open, wish);
    }

    TestDesk &m_there;
    PersonId m_me;
    int m_number;
    QString m_path;
    QRandomGenerator m_random;
    ShakyService m_network;
    std::unique_ptr<ReplicaDesk> m_desk;
    QVector<TicketId> m_own;
    QHash<QPair<qint64, int>, QStringList> m_seen;
    QVector<Wish> m_wishes;
    int m_count = 0;
};

/// What a desk says of its tickets, as lines.
QStringList told(Desk &desk, const QVector<TicketId> &ids, PersonId me)
{
    QStringList lines;
    const Result<QVector<TicketRow>> rows = await(desk.rows(ids, me));
    if (!rows)
        return {errorCodeName(rows.error().code)};
    for (const TicketRow &row : *rows) {
        const TicketHead &head = row.head;
        lines.append(QStringLiteral("%1 %2 v%3 %4 p%5 d%6 s%7 o%8 a%9")
                         .arg(head.id.value)
                         .arg(head.number)
                         .arg(head.version)
                         .arg(head.subject)
                         .arg(head.priority.value)
                         .arg(head.dueAt)
                         .arg(head.state.value)
                         .arg(head.owner.value)
                         .arg(head.articleCount)
                     + head.tags.join(u' ') + QString::number(row.unread));
        ThreadQuery query;
        query.ticket = head.id;
        query.me = me;
        query.limit = 1000;
        const Result<ThreadPage> thread = await(desk.thread(query));
        for (const Article &article : thread ? thread->articles : QVector<Article>())
            lines.append(QStringLiteral("  %1 %2 %3").arg(article.id.value).arg(article.position).arg(article.text));
        const Result<QVector<HistoryEntry>> history = await(desk.history(head.id, me, 100'000));
        lines.append(QStringLiteral("  %1 entries").arg(history ? history->size() : -1));
    }
    return lines;
}

} // namespace

/// Clients that are cut off, killed and come back, for hours and days, over a network that loses and doubles.
class PartitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allConverge()
    {
        const quint32 seed =
            qEnvironmentVariable("DESKHAND_SEED", QString::number(QRandomGenerator::global()->bounded(1'000'000)))
                .toUInt();
        const int rounds = qEnvironmentVariableIsSet("DESKHAND_NIGHTLY") ? 5000 : 500;
        QElapsedTimer timer;
        timer.start();
        setUp(seed);
        QRandomGenerator random(seed);
        int cuts = 0;
        int kills = 0;
        int restarts = 0;
        for (int round = 0; round < rounds; ++round) {
            m_there->clock().advance(1000
                                     + qint64(random.generateDouble() * random.generateDouble() * longestJumpMs / 20));
            for (const auto &client : m_clients) {
                const int dice = random.bounded(1000);
                if (dice < 60) {
                    client->cutOrHeal();
                    ++cuts;
                } else if (dice < 65) {
                    client->kill();
                    ++kills;
                } else if (dice < 230) {
                    client->work(m_tickets);
                } else if (dice < 250) {
                    client->decide(false);
                }
            }
            if (random.bounded(200) == 0) {
                restartService();
                ++restarts;
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        QVERIFY2(comeHome(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        const QStringList wrong = anomalies();
        int wishes = 0;
        for (const auto &client : m_clients)
            wishes += int(client->wishes().size());
        qInfo("seed %u: %d rounds, %d wishes, %d cuts, %d kills, %d restarts in %.1f s", seed, rounds, wishes, cuts,
              kills, restarts, double(timer.elapsed()) / 1000);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n").arg(seed) + wrong.mid(0, 30).join(u'\n')));
        QVERIFY(wishes > rounds);
    }

private:
    void setUp(quint32 seed)
    {
        m_there = std::make_unique<TestDesk>();
        for (int i = 0; i < ticketsAtStart; ++i)
            m_tickets.append(m_there->openTicket(QStringLiteral("Ticket %1").arg(i)).ticket);
        QVector<PersonId> agents;
        for (int i = 0; i < clientsOfRun; ++i)
            agents.append(m_there->addAgent(QStringLiteral("Agent%1").arg(i)));
        for (int i = 0; i < clientsOfRun; ++i)
            m_clients.push_back(std::make_unique<Client>(*m_there, agents[i], i,
                                                         m_folder.filePath(QStringLiteral("replica%1").arg(i)), seed));
    }

    void restartService()
    {
        for (const auto &client : m_clients)
            client->loseService();
        m_there->reopen();
        for (const auto &client : m_clients)
            client->useService();
    }

    /// Everybody is online, has sent what waits and decided what needs a decision.
    bool comeHome()
    {
        const QDeadlineTimer deadline(120'000);
        for (const auto &client : m_clients)
            client->comeHome();
        for (;;) {
            const bool done = std::all_of(m_clients.cbegin(), m_clients.cend(), [](const auto &client) {
                return client->isAtHome() && client->hasDecided();
            });
            if (done)
                break;
            if (deadline.hasExpired())
                return false;
            for (const auto &client : m_clients) {
                if (client->isAtHome())
                    client->decide(true);
                else
                    client->comeHome();
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        // What the last ones did comes to the others.
        for (const auto &client : m_clients)
            client->comeHome();
        QTest::qWait(200);
        return waitUntil([this] {
            return std::all_of(m_clients.cbegin(), m_clients.cend(),
                               [](const auto &client) { return client->isAtHome(); });
        });
    }

    QStringList anomalies()
    {
        QStringList wrong;
        TicketQuery query;
        query.me = m_there->me();
        query.now = m_there->clock().now();
        query.sort = ListSort{ListColumn::Number, false};
        const QVector<TicketId> ids = m_there->expect(m_there->desk().tickets(query)).ids;
        for (const auto &client : m_clients) {
            const QStringList there = told(m_there->desk(), ids, client->me());
            QStringList here;
            if (!waitUntil([&] { return (here = told(client->desk(), ids, client->me())) == there; }, 10'000))
                wrong.append(firstDifference(client->number(), here, there));
        }
        collect(ids);
        for (const auto &client : m_clients) {
            for (const Wish &wish : client->wishes())
                judge(client->number(), wish, &wrong);
        }
        return wrong;
    }

    static QString firstDifference(int client, const QStringList &here, const QStringList &there)
    {
        for (qsizetype i = 0; i < qMax(here.size(), there.size()); ++i) {
            if (here.value(i) != there.value(i))
                return QStringLiteral("client %1 has \"%2\" for \"%3\"").arg(client).arg(here.value(i), there.value(i));
        }
        return {};
    }

    void collect(const QVector<TicketId> &ids)
    {
        for (const TicketId id : ids) {
            m_subjects.append(m_there->row(id).head.subject);
            ThreadQuery query;
            query.ticket = id;
            query.limit = 10'000;
            for (const Article &article : m_there->expect(m_there->desk().thread(query)).articles)
                m_texts.append(article.text);
            for (const HistoryEntry &entry : m_there->expect(m_there->desk().history(id, m_there->me(), 1'000'000))) {
                m_entries[entry.command].append(entry);
                if (entry.what == u"subject")
                    m_subjects.append(entry.oldValue);
            }
        }
    }

    void judge(int client, const Wish &wish, QStringList *wrong) const
    {
        const auto complain = [&](const char *what) {
            wrong->append(QStringLiteral("client %1: %2: %3").arg(client).arg(QLatin1String(what), wish.wanted));
        };
        const QVector<HistoryEntry> entries = m_entries.value(wish.id);
        if (wish.givenUp) {
            if (!entries.isEmpty())
                complain("given up, and done");
            return;
        }
        switch (wish.kind) {
        case Wish::Kind::Post:
            if (m_texts.count(wish.wanted) != 1)
                complain(m_texts.contains(wish.wanted) ? "doubled text" : "lost text");
            break;
        case Wish::Kind::Open:
            if (!m_subjects.contains(wish.wanted))
                complain("lost ticket");
            if (std::count_if(entries.cbegin(), entries.cend(),
                              [](const HistoryEntry &e) { return e.what == u"opened"; })
                > 1)
                complain("doubled ticket");
            break;
        case Wish::Kind::Change: judgeChange(wish, entries, complain); break;
        case Wish::Kind::Tag: break;
        }
    }

    template <typename Complain>
    void judgeChange(const Wish &wish, const QVector<HistoryEntry> &entries, const Complain &complain) const
    {
        int done = 0;
        for (const HistoryEntry &entry : entries) {
            if (entry.what == u"conflict") {
                ++done; // told, with both values
            } else if (entry.what == ticketFieldName(wish.field)) {
                ++done;
                if (entry.newValue != wish.wanted)
                    complain("another value");
                if (!wish.seen.contains(entry.oldValue))
                    complain("overwritten in silence");
            }
        }
        // A priority may have been what was wanted already.
        if (done == 0 && wish.field != TicketField::Priority)
            complain("lost change");
        if (done > 1)
            complain("doubled change");
    }

    std::unique_ptr<TestDesk> m_there;
    QTemporaryDir m_folder;
    QVector<TicketId> m_tickets;
    std::vector<std::unique_ptr<Client>> m_clients;
    QStringList m_texts;
    QStringList m_subjects;
    QHash<CommandId, QVector<HistoryEntry>> m_entries;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PartitionTest)
#include "partition_test.moc"
