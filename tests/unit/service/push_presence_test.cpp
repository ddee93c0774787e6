// SPDX-License-Identifier: GPL-3.0-or-later
// What a service's hub says of who is where, to few and to a thousand.
#include "base/deliver.h"
#include "service/push/push_hub.h"
#include "service/watch/service_metrics.h"
#include "support/fake_desk.h"

#include <QtTest>

#include <deque>

namespace deskhand::test {
namespace {

constexpr QueueId everybodys{1};
constexpr QueueId hidden{2};
constexpr TicketId hiddenTicket{1000};

/// Of a thousand agents, of whom the first ten see the second queue.
CatalogPtr catalogOfManyPeople()
{
    auto catalog = std::make_shared<Catalog>();
    Queue open;
    open.id = everybodys;
    open.name = QStringLiteral("Open");
    Queue closed;
    closed.id = hidden;
    closed.name = QStringLiteral("Staff");
    for (int i = 1; i <= 1000; ++i) {
        Person agent;
        agent.id = PersonId{i};
        agent.name = QStringLiteral("Agent %1").arg(i);
        agent.role = PersonRole::Agent;
        catalog->agents.append(agent);
        if (i <= 10)
            closed.members.append(agent.id);
    }
    catalog->queues = {open, closed};
    catalog->index();
    return catalog;
}

TicketRow ticketIn(TicketId id, QueueId queue)
{
    TicketRow row;
    row.head.id = id;
    row.head.queue = queue;
    return row;
}

class HeadOnly final : public SyncSource
{
public:
    QFuture<Result<SyncHead>> syncHead() override
    {
        return readyFuture<SyncHead>(SyncHead{QUuid::createUuid(), 1, 1, 1});
    }
    QFuture<Result<SyncRows>> syncSettings(PersonId) override { return readyFuture<SyncRows>(Error{}); }
    QFuture<Result<SyncRows>> syncTickets(const QVector<TicketId> &, PersonId) override
    {
        return readyFuture<SyncRows>(Error{});
    }
};

/// A client's end. Keeps up with what it is told of presence as RemoteFeed does.
class Ear final : public EdgeSocket
{
public:
    explicit Ear(quint64 number)
        : m_id(number)
    {
    }
    bool send(const QByteArray &text) override
    {
        ++messages;
        bytes += text.size();
        if (follows)
            take(*decodeSocketDown(text));
        else if (!isWelcome)
            isWelcome = text.contains("\"hello\"");
        return true;
    }
    void close(quint16, const QByteArray &) override { isClosed = true; }
    [[nodiscard]] quint64 id() const override { return m_id; }

    [[nodiscard]] QSet<qint64> personsIn(TicketId ticket) const
    {
        QSet<qint64> persons;
        for (const Presence &one : others) {
            if (one.ticket == ticket)
                persons.insert(one.person.value);
        }
        return persons;
    }

    bool follows = false; ///< reads what it is told, which takes time
    bool isWelcome = false;
    bool isClosed = false;
    int messages = 0;
    qint64 bytes = 0;
    int wholeStates = 0; ///< that it was told
    QVector<Presence> others;

private:
    void take(const SocketDown &down)
    {
        if (const auto *welcome = std::get_if<SocketWelcome>(&down)) {
            isWelcome = true;
            m_client = welcome->client;
        } else if (const auto *all = std::get_if<SocketPresence>(&down)) {
            ++wholeStates;
            others = all->others;
        } else if (const auto *some = std::get_if<SocketPresenceChanges>(&down)) {
            others.removeIf([&](const Presence &one) { return some->clients.contains(one.client); });
            others += some->others;
        }
        others.removeIf([&](const Presence &one) { return one.client == m_client; });
    }

    quint64 m_id;
    QUuid m_client;
};

} // namespace

class PushPresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(catalogOfManyPeople(), *m_clock);
        for (int i = 1; i <= 100; ++i)
            m_desk->add(ticketIn(TicketId{i}, everybodys));
        m_desk->add(ticketIn(hiddenTicket, hidden));
        m_ears.clear();
        m_shown = 0;
        m_hub = std::make_unique<PushHub>(PushHub::Ports{
            *m_desk, m_source, [this](const QUuid &, PersonId, const QVector<PresenceSign> &) { ++m_shown; }, m_metrics,
            m_clock});
    }
    void cleanup() { m_hub.reset(); }

    void changesOnlyAreTold()
    {
        Ear &ada = come(1);
        Ear &ben = come(500);
        QTRY_VERIFY(ada.isWelcome && ben.isWelcome);
        sign(1, TicketId{7});
        QTRY_COMPARE(ben.personsIn(TicketId{7}), QSet<qint64>{1});
        sign(500, TicketId{7});
        QTRY_COMPARE(ada.personsIn(TicketId{7}), QSet<qint64>{500});
        QCOMPARE(ben.personsIn(TicketId{7}), QSet<qint64>{1}); // not of oneself
        sign(1, TicketId{8});
        QTRY_COMPARE(ben.personsIn(TicketId{8}), QSet<qint64>{1});
        QVERIFY(ben.personsIn(TicketId{7}).isEmpty());
        m_hub->closed(1);
        QTRY_VERIFY(ben.others.isEmpty());
        QVERIFY(ben.wholeStates <= 1);
    }

    void whoComesLaterHearsEverything()
    {
        Ear &ada = come(1);
        QTRY_VERIFY(ada.isWelcome);
        sign(1, TicketId{7});
        QTRY_COMPARE(m_shown, 1);
        Ear &ben = come(500);
        QTRY_COMPARE(ben.personsIn(TicketId{7}), QSet<qint64>{1});
        QCOMPARE(ben.wholeStates, 1);
        sign(1, TicketId{9});
        QTRY_COMPARE(ben.personsIn(TicketId{9}), QSet<qint64>{1});
        QCOMPARE(ben.wholeStates, 1);
    }

    void whoDoesNotSeeTheQueueHearsNothing()
    {
        Ear &member = come(2);
        Ear &stranger = come(500);
        Ear &ada = come(1);
        QTRY_VERIFY(member.isWelcome && stranger.isWelcome && ada.isWelcome);
        sign(1, hiddenTicket);
        QTRY_COMPARE(member.personsIn(hiddenTicket), QSet<qint64>{1});
        QVERIFY(stranger.others.isEmpty());
        sign(1, TicketId{3});
        QTRY_COMPARE(stranger.personsIn(TicketId{3}), QSet<qint64>{1});
        sign(1, hiddenTicket);
        QTRY_VERIFY(stranger.others.isEmpty()); // there is nobody any more, and not where
        QTRY_COMPARE(member.personsIn(hiddenTicket), QSet<qint64>{1});
    }

    void anOlderClientIsToldTheWholeStateEachTime()
    {
        Ear &ada = come(1);
        Ear &old = come(500, false);
        QTRY_VERIFY(ada.isWelcome && old.isWelcome);
        sign(1, TicketId{7});
        QTRY_COMPARE(old.personsIn(TicketId{7}), QSet<qint64>{1});
        const int before = old.wholeStates;
        sign(1, TicketId{8});
        QTRY_COMPARE(old.personsIn(TicketId{8}), QSet<qint64>{1});
        QVERIFY(old.wholeStates > before);
        QVERIFY(old.personsIn(TicketId{7}).isEmpty());
    }

    /// A thousand people are somewhere; fifty of them go elsewhere. Everybody hears of these fifty, in few words.
    void aThousandPeopleAreNoFlood()
    {
        constexpr int people = 1000;
        constexpr int movers = 50;
        constexpr qint64 bytesOfOne = 400;
        for (int i = 1; i <= people; ++i)
            come(i, true, i % 250 == 0);
        const auto all = [this](const std::function<bool(const Ear &)> &is) {
            return std::all_of(m_ears.begin(), m_ears.end(), [&](const auto &ear) { return is(*ear); });
        };
        QTRY_VERIFY(all([](const Ear &ear) { return ear.isWelcome; }));
        for (int i = 1; i <= people; ++i)
            sign(i, TicketId{1 + i % 90});
        const auto knowAll = [](const Ear &ear) { return !ear.follows || ear.others.size() == people - 1; };
        QTRY_VERIFY_WITH_TIMEOUT(all(knowAll), 30'000);
        for (const auto &ear : m_ears)
            ear->bytes = ear->messages = 0;
        for (int i = 1; i <= movers; ++i)
            sign(i, TicketId{95});
        const auto knowNews = [](const Ear &ear) {
            return !ear.follows || ear.personsIn(TicketId{95}).size() == movers;
        };
        QTRY_VERIFY_WITH_TIMEOUT(all(knowNews), 30'000);
        for (const auto &ear : m_ears) {
            QVERIFY2(ear->bytes > 0 && ear->bytes < movers * bytesOfOne, qPrintable(QString::number(ear->bytes)));
            QVERIFY(ear->messages <= movers);
            QVERIFY(!ear->isClosed);
        }
    }

private:
    Ear &come(int person, bool takesChanges = true, bool follows = true)
    {
        const auto ear = std::make_shared<Ear>(quint64(person));
        ear->follows = follows;
        m_ears.push_back(ear);
        m_hub->open(ear, takesChanges);
        Principal who;
        who.person = PersonId{person};
        who.session = QUuid::createUuid();
        m_hub->admit(ear->id(), who);
        m_hub->message(ear->id(), encodeSocketUp(SocketHello{wireVersion, 1}));
        return *ear;
    }
    void sign(int person, TicketId ticket)
    {
        m_hub->message(quint64(person), encodeSocketUp(SocketSigns{{{ticket, PresenceKind::Viewing}}}));
    }

    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>(1'790'000'000'000);
    std::unique_ptr<FakeDesk> m_desk;
    HeadOnly m_source;
    ServiceMetrics m_metrics;
    int m_shown = 0;
    std::deque<std::shared_ptr<Ear>> m_ears;
    std::unique_ptr<PushHub> m_hub;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PushPresenceTest)
#include "push_presence_test.moc"
