// SPDX-License-Identifier: GPL-3.0-or-later
// One client of partition_service_test in a process of its own, which can be killed: a replica of a real service, and a
// person who works at it at random when they are told to. Orders come as JSON arrays on standard input, one a line:
//
//   ["work"]  ["decide", ALL]  ["home"]  ["state"]  ["told", [TICKET…]]
//
// Each ends with ["done", VALUE]. What happens to the person is said at the moment it does, on lines of its own, so
// that it is known whatever becomes of this process; see PartitionJournal.
//
//   partition_client REPLICA URL TOKEN PERSON SERIAL SEED PATIENCE [AUTHORITIES]
#include "remote/remote_desk.h"
#include "remote/server_url.h"
#include "replica/replica_desk.h"
#include "support/partition_agent.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace deskhand;
using namespace deskhand::test;

namespace {

void say(const QJsonArray &line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

class SpokenJournal final : public PartitionJournal
{
public:
    void looked(TicketId ticket, TicketField field, const QString &value) override
    {
        say({QStringLiteral("looked"), ticket.value, int(field), value});
    }
    void wished(const PartitionWish &wish) override
    {
        say({QStringLiteral("wished"), wish.id.toString(QUuid::WithoutBraces), int(wish.kind), wish.ticket.value,
             int(wish.field), wish.wanted});
    }
    void answered(const CommandId &id, PartitionWish::Fate fate, const QString &why) override
    {
        say({QStringLiteral("answered"), id.toString(QUuid::WithoutBraces), int(fate), why});
    }
    void givesUp(const CommandId &id, const QString &why) override
    {
        say({QStringLiteral("givesUp"), id.toString(QUuid::WithoutBraces), why});
    }
    void gaveUp(const CommandId &id, bool done) override
    {
        say({QStringLiteral("gaveUp"), id.toString(QUuid::WithoutBraces), done});
    }
};

class PartitionClient final : public QObject
{
public:
    explicit PartitionClient(const QStringList &arguments)
        : m_me(arguments.at(4).toLongLong())
        , m_random(arguments.at(6).toUInt())
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        RemoteDeskOptions options;
        options.place.service = *serverUrl(arguments.at(2));
        options.place.caFile = arguments.value(8);
        options.token = arguments.at(3).toUtf8();
        // Patience for a network whose days are seconds.
        options.place.times.answer = 4'000;
        options.place.times.poll = 300;
        options.place.times.ping = 1'500;
        options.place.times.socketOpening = 2'000;
        options.place.times.firstPause = 50;
        options.place.times.longestPause = 500;
        m_remote = std::make_unique<RemoteDesk>(options);
        ReplicaOptions replica;
        replica.patienceMs = arguments.at(7).toInt();
        auto opened = ReplicaDesk::open(arguments.at(1), m_me, *m_remote, *m_remote, replica);
        if (!opened)
            qFatal("%s: %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
        m_desk = *std::move(opened);
        constexpr int hundredYears = 36'500;
        m_desk->sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, hundredYears});
        m_agent = std::make_unique<PartitionAgent>(*m_desk, m_me, arguments.at(5).toLongLong(), m_random, m_journal);
        connect(&m_input, &QSocketNotifier::activated, this, [this] { read(); });
    }

private:
    void read()
    {
        char bytes[65'536];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::exit(0);
            return;
        }
        m_buffer.append(bytes, count);
        if (m_busy)
            return;
        m_busy = true;
        for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
            const QJsonArray order = QJsonDocument::fromJson(m_buffer.left(end)).array();
            m_buffer.remove(0, end + 1);
            say({QStringLiteral("done"), run(order)});
        }
        m_busy = false;
    }

    QJsonValue run(const QJsonArray &order)
    {
        const QString what = order.at(0).toString();
        if (what == u"work")
            m_agent->work();
        else if (what == u"decide")
            m_agent->decide(order.at(1).toBool());
        else if (what == u"home")
            m_remote->tryNow(), m_desk->sync().tryNow();
        else if (what == u"told")
            return QJsonArray::fromStringList(told(order.at(1).toArray()));
        const SyncState state = m_desk->sync().state();
        return QJsonArray{state.phase == SyncPhase::Online && state.queued == 0, state.attention, int(state.phase),
                          state.queued};
    }

    QStringList told(const QJsonArray &tickets)
    {
        QVector<TicketId> ids;
        for (const QJsonValue &ticket : tickets)
            ids.append(TicketId(qint64(ticket.toDouble())));
        return toldOf(*m_desk, ids, m_me);
    }

    PersonId m_me;
    QRandomGenerator m_random;
    QSocketNotifier m_input;
    QByteArray m_buffer;
    bool m_busy = false;
    SpokenJournal m_journal;
    std::unique_ptr<RemoteDesk> m_remote;
    std::unique_ptr<ReplicaDesk> m_desk;
    std::unique_ptr<PartitionAgent> m_agent;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 8)
        return 2;
    const PartitionClient client(arguments);
    return QCoreApplication::exec();
}
