// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/model_load.h"

#include "support/model_client.h"
#include "support/test_desk.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <string>

namespace deskhand::test {
namespace {

constexpr int loadTimeoutMs = 3'000'000;

QString nameOfClient(int client)
{
    return QStringLiteral("Client %1").arg(client);
}

template <typename T>
T mustAnswer(const Result<T> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(result.error().where), qPrintable(result.error().detail));
    return *result;
}

/// The server may be away while a client begins.
template <typename Ask>
auto mustAnswerAtLast(const Ask &ask, const char *what)
{
    const QDeadlineTimer deadline(60'000);
    auto answer = await(ask());
    while (!answer && answer.error().code == ErrorCode::Offline && !deadline.hasExpired())
        answer = await(ask());
    return mustAnswer(answer, what);
}

/// What several clients leave behind.
struct ClientResults {
    QVector<RecordedOperation> operations;
    QVector<HeardFeed> heard;
    QStringList problems;

    void take(const ModelClient &client)
    {
        operations += client.operations();
        heard.append(client.heard());
        problems += client.problems();
    }
};

ClientPlan planOf(Desk &desk, quint32 seed, int client, int tickets)
{
    ClientPlan plan{client, seed, {}, mustAnswerAtLast([&] { return desk.catalog(); }, "catalog"), {}};
    for (const Person &agent : plan.catalog->agents) {
        if (agent.name == nameOfClient(client))
            plan.me = agent.id;
    }
    TicketQuery all;
    all.sort = ListSort{ListColumn::Number, false};
    plan.tickets = mustAnswerAtLast([&] { return desk.tickets(all); }, "tickets").ids.mid(0, tickets);
    if (!plan.me.isValid() || plan.tickets.size() != tickets)
        qFatal("the desk is not prepared");
    return plan;
}

void prepare(DeskFixture &fixture, const LoadPlan &plan, Recording *recording)
{
    Desk &desk = fixture.desk();
    const auto submit = [&](const CommandBody &body) {
        return mustAnswer(await(desk.submit(Command::make(fixture.admin(), body))), "preparing");
    };
    for (int client = 0; client < plan.processes * plan.clientsPerProcess; ++client) {
        Person agent;
        agent.name = nameOfClient(client);
        agent.role = PersonRole::Agent;
        submit(SavePerson{agent});
    }
    for (const char *name : {"Network", "Printing", "Phones"})
        submit(SaveQueue{Queue{{}, {}, QLatin1String(name), {}, 2, true, {}}});
    for (const char *name : {"Hardware", "Software"})
        submit(SaveCategory{Category{{}, {}, QLatin1String(name), 1, true}});
    for (int i = 0; i < plan.tickets; ++i) {
        OpenTicket open;
        open.subject = QStringLiteral("Ticket %1").arg(i);
        open.requesterAddress = MailAddress{{}, QStringLiteral("rita@customer.example")};
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        article.text = QStringLiteral("first words");
        open.article = article;
        submit(open);
    }
    TicketQuery all;
    all.sort = ListSort{ListColumn::Number, false};
    const TicketList list = mustAnswer(await(desk.tickets(all)), "tickets");
    for (const TicketRow &row : mustAnswer(await(desk.rows(list.ids, {})), "rows"))
        recording->initial.insert(row.head.id, row.head);
    recording->feedStart = list.cursor;
}

void finish(DeskFixture &fixture, const ClientResults &results, Recording *recording)
{
    recording->operations = results.operations;
    recording->heard = results.heard;
    recording->problems = results.problems;
    QVector<PersonId> readers;
    for (const RecordedOperation &operation : results.operations) {
        if (operation.actor.isValid() && !readers.contains(operation.actor))
            readers.append(operation.actor);
    }
    recording->desk = dumpDesk(fixture.desk(), recording->feedStart, readers, recording->initial.keys().toVector());
}

qint64 feedEnd(Desk &desk)
{
    TicketQuery none;
    none.condition = Condition::any({});
    return mustAnswer(await(desk.tickets(none)), "feed").cursor;
}

/// A child process of the load.
struct LoadProcess {
    QProcess process;
    QString file;
    bool isDone = false;
};

void waitUntilDone(Desk &desk, qint64 feedStart, std::vector<std::unique_ptr<LoadProcess>> *children,
                   const Disturbance &disturb)
{
    constexpr int disturbanceMs = 300;
    const QDeadlineTimer deadline(loadTimeoutMs);
    const auto isDone = [](const auto &child) { return child->isDone; };
    while (!std::all_of(children->begin(), children->end(), isDone)) {
        for (const auto &child : *children) {
            if (!child->isDone)
                child->process.waitForReadyRead(disturbanceMs / int(children->size()));
            child->isDone = child->isDone || child->process.canReadLine();
            if (child->process.state() == QProcess::NotRunning || deadline.hasExpired())
                qFatal("clients fail: %s", child->process.readAllStandardError().constData());
        }
        if (disturb) {
            // The server may just be away.
            const auto feed = await(desk.tickets({Condition::any({}), {}, {}, {}, 0, {}}));
            disturb(feed ? feed->cursor - feedStart : 0);
        }
    }
}

/// Clients of one child process, each in a thread of its own.
class ClientThreads
{
public:
    ClientThreads(const OpenDoor &open, const QString &address, quint32 seed, int tickets, int operations)
        : m_open(open)
        , m_address(address)
        , m_seed(seed)
        , m_tickets(tickets)
        , m_operations(operations)
    {
    }

    void start(int client)
    {
        ++m_working;
        m_threads.emplace_back(QThread::create([this, client] { work(client); }));
        m_threads.back()->start();
    }
    void waitUntilWorked()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_working == 0; });
    }
    void hearUntil(qint64 seq)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_end = seq;
        }
        m_changed.notify_all();
        for (const auto &thread : m_threads)
            thread->wait();
    }
    [[nodiscard]] const ClientResults &results() const { return m_results; }

private:
    void work(int number)
    {
        const std::unique_ptr<Desk> desk = m_open(m_address);
        ModelClient client(*desk, planOf(*desk, m_seed, number, m_tickets));
        for (int i = 0; i < m_operations; ++i)
            client.step();
        qint64 end = 0;
        {
            std::unique_lock lock(m_mutex);
            --m_working;
            m_changed.notify_all();
            m_changed.wait(lock, [this] { return m_end != 0; });
            end = m_end;
        }
        const bool heardAll = client.hearUntil(end);
        const std::lock_guard lock(m_mutex);
        m_results.take(client);
        if (!heardAll)
            m_results.problems.append(QStringLiteral("heard nothing of the end: client %1").arg(number));
    }

    const OpenDoor &m_open;
    QString m_address;
    quint32 m_seed;
    int m_tickets;
    int m_operations;
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::mutex m_mutex; ///< for what follows
    std::condition_variable m_changed;
    int m_working = 0;
    qint64 m_end = 0;
    ClientResults m_results;
};

} // namespace

Recording recordLoad(DeskFixture &fixture, const LoadPlan &plan, const Disturbance &disturb)
{
    Recording recording;
    prepare(fixture, plan, &recording);
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<LoadProcess>> children;
    for (int i = 0; i < plan.processes; ++i) {
        auto child = std::make_unique<LoadProcess>();
        child->file = folder.filePath(QStringLiteral("clients%1").arg(i));
        child->process.start(QCoreApplication::applicationFilePath(),
                             {QLatin1String(loadArgument), plan.address, QString::number(plan.seed),
                              QString::number(i * plan.clientsPerProcess), QString::number(plan.clientsPerProcess),
                              QString::number(plan.operationsPerClient), QString::number(plan.tickets), child->file});
        children.push_back(std::move(child));
    }
    waitUntilDone(fixture.desk(), recording.feedStart, &children, disturb);
    const QByteArray end = QByteArray::number(feedEnd(fixture.desk())) + '\n';
    for (const auto &child : children)
        child->process.write(end);
    ClientResults results;
    for (const auto &child : children) {
        if (!child->process.waitForFinished(120'000) || child->process.exitCode() != 0)
            qFatal("clients fail at the end: %s", child->process.readAllStandardError().constData());
        QFile file(child->file);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a client has left nothing");
        QDataStream in(&file);
        ClientResults one;
        in >> one.operations >> one.heard >> one.problems;
        results.operations += one.operations;
        results.heard += one.heard;
        results.problems += one.problems;
    }
    finish(fixture, results, &recording);
    return recording;
}

Recording recordSteps(DeskFixture &fixture, const LoadPlan &plan)
{
    Recording recording;
    prepare(fixture, plan, &recording);
    std::vector<std::unique_ptr<Desk>> desks;
    std::vector<std::unique_ptr<ModelClient>> clients;
    for (int client = 0; client < plan.processes * plan.clientsPerProcess; ++client) {
        desks.push_back(fixture.openAnotherDoor());
        clients.push_back(
            std::make_unique<ModelClient>(*desks.back(), planOf(*desks.back(), plan.seed, client, plan.tickets)));
    }
    for (int i = 0; i < plan.operationsPerClient; ++i) {
        for (const auto &client : clients)
            client->step();
    }
    const qint64 end = feedEnd(fixture.desk());
    ClientResults results;
    for (const auto &client : clients) {
        if (!client->hearUntil(end))
            results.problems.append(QStringLiteral("heard nothing of the end"));
        results.take(*client);
    }
    finish(fixture, results, &recording);
    return recording;
}

int runLoadClients(const QStringList &arguments, const OpenDoor &open)
{
    const auto number = [&arguments](int index) { return arguments.value(index).toInt(); };
    ClientThreads threads(open, arguments.value(2), arguments.value(3).toUInt(), number(7), number(6));
    for (int client = 0; client < number(5); ++client)
        threads.start(number(4) + client);
    threads.waitUntilWorked();
    std::puts("done");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    threads.hearUntil(QString::fromStdString(line).toLongLong());
    QFile file(arguments.value(8));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    QDataStream out(&file);
    out << threads.results().operations << threads.results().heard << threads.results().problems;
    return file.flush() ? 0 : 1;
}

} // namespace deskhand::test
