// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_model.h"
#include "support/local_desk_fixture.h"
#include "support/model_load.h"
#include "support/nightly.h"
#include "support/postgres_desk.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <functional>

namespace deskhand::test {
namespace {

using Kind = RecordedOperation::Kind;
using Outcome = RecordedOperation::Outcome;

/// The great run is for the night; a program that is watched by a sanitizer would take until the next one.
bool isGreatRun()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    return false;
#endif
#endif
    return qEnvironmentVariableIsSet("DESKHAND_NIGHTLY");
}

/// Of each client; DESKHAND_OPERATIONS asks for fewer, to look at something.
int operationsOfGreatRun()
{
    constexpr int operations = 4000;
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("DESKHAND_OPERATIONS", &given);
    return given ? asked : operations;
}

/// The seed is printed; DESKHAND_SEED gives it again.
quint32 seedOfRun()
{
    bool given = false;
    const quint32 seed = qEnvironmentVariable("DESKHAND_SEED").toUInt(&given);
    return given ? seed : QRandomGenerator::global()->bounded(1'000'000U);
}

/// How it went, for people.
void report(const char *where, const LoadPlan &plan, const Recording &recording, qint64 milliseconds)
{
    QMap<Outcome, int> outcomes;
    int conflicts = 0;
    for (const RecordedOperation &operation : recording.operations) {
        outcomes[operation.outcome] += 1;
        conflicts += operation.conflicts.isEmpty() ? 0 : 1;
    }
    qInfo("%s, seed %u: %d clients, %lld operations in %.1f s: %d ok (%d with a conflict), %d held, %d failed, "
          "%d unknown; %lld changes in the feed",
          where, plan.seed, plan.processes * plan.clientsPerProcess, qlonglong(recording.operations.size()),
          double(milliseconds) / 1000, outcomes[Outcome::Ok], conflicts, outcomes[Outcome::Held],
          outcomes[Outcome::Failed], outcomes[Outcome::Unknown], qlonglong(recording.desk.feed.size()));
}

QString firstAnomalies(const QStringList &anomalies)
{
    constexpr int shown = 20;
    return QStringLiteral("%1 anomalies:\n").arg(anomalies.size()) + anomalies.mid(0, shown).join(u'\n');
}

/// The first operation that fits; the recording is large enough to have one of each.
template <typename Fn>
RecordedOperation &find(Recording &recording, const Fn &fits)
{
    const auto found = std::find_if(recording.operations.begin(), recording.operations.end(), fits);
    if (found == recording.operations.end())
        qFatal("the recording has no such operation");
    return *found;
}

bool isOkPost(const RecordedOperation &operation)
{
    return operation.kind == Kind::Post && operation.outcome == Outcome::Ok;
}

qsizetype placeOf(const DumpedTicket &ticket, ArticleId id)
{
    return std::find_if(ticket.articles.cbegin(), ticket.articles.cend(),
                        [id](const DumpedArticle &article) { return article.id == id; })
           - ticket.articles.cbegin();
}

/// An entry of history that one of the operations has made in a field.
HistoryEntry &entryOf(Recording &recording, const RecordedOperation &operation, TicketField field)
{
    for (HistoryEntry &entry : recording.desk.tickets[operation.ticket].history) {
        if (entry.command == operation.command && entry.what == ticketFieldName(field))
            return entry;
    }
    qFatal("no such entry");
}

bool setsPriority(const Recording &recording, const RecordedOperation &operation)
{
    const auto ticket = recording.desk.tickets.constFind(operation.ticket);
    return operation.kind == Kind::Change && operation.outcome == Outcome::Ok
           && ticket != recording.desk.tickets.constEnd()
           && std::any_of(ticket->history.cbegin(), ticket->history.cend(), [&](const HistoryEntry &entry) {
                  return entry.command == operation.command && entry.what == u"priority";
              });
}

struct Mutation {
    const char *name;
    const char *complaint; ///< how an anomaly must begin
    std::function<void(Recording &)> breakIt;
};

QVector<Mutation> articleMutations()
{
    return {
        {"an article is lost", "lost article",
         [](Recording &r) {
             const RecordedOperation &post = find(r, isOkPost);
             DumpedTicket &ticket = r.desk.tickets[post.ticket];
             ticket.articles.remove(placeOf(ticket, post.article));
         }},
        {"an article is doubled", "doubled article",
         [](Recording &r) {
             const RecordedOperation &post = find(r, isOkPost);
             DumpedTicket &ticket = r.desk.tickets[post.ticket];
             DumpedArticle twin = ticket.articles[placeOf(ticket, post.article)];
             twin.id = ArticleId{ticket.articles.last().id.value + 1};
             twin.position = ticket.articles.last().position + 1;
             ticket.articles.append(twin);
         }},
        {"a refused article is there", "stray article",
         [](Recording &r) { find(r, isOkPost).outcome = Outcome::Failed; }},
        {"nobody's article is there", "stray article",
         [](Recording &r) {
             const RecordedOperation &post = find(r, isOkPost);
             DumpedTicket &ticket = r.desk.tickets[post.ticket];
             ticket.articles[placeOf(ticket, post.article)].text = QStringLiteral("written by nobody");
         }},
        {"somebody else's name is under it", "stray author",
         [](Recording &r) {
             const RecordedOperation &post = find(r, isOkPost);
             DumpedTicket &ticket = r.desk.tickets[post.ticket];
             ticket.articles[placeOf(ticket, post.article)].author = PersonId{9999};
         }},
        {"two articles of a client change places", "order:",
         [](Recording &r) {
             const RecordedOperation &first = find(r, isOkPost);
             const RecordedOperation &second = find(r, [&](const RecordedOperation &other) {
                 return isOkPost(other) && other.client == first.client && other.ticket == first.ticket
                        && other.number > first.number;
             });
             DumpedTicket &ticket = r.desk.tickets[first.ticket];
             std::swap(ticket.articles[placeOf(ticket, first.article)].text,
                       ticket.articles[placeOf(ticket, second.article)].text);
         }},
        {"a place in a thread is left out", "order of articles",
         [](Recording &r) { r.desk.tickets.first().articles.last().position += 1; }},
        {"a reply went past an unseen word", "unseen article",
         [](Recording &r) {
             RecordedOperation &post = find(r, [&](const RecordedOperation &o) {
                 const DumpedTicket &ticket = r.desk.tickets[o.ticket];
                 const qsizetype place = isOkPost(o) && o.actor.isValid() ? placeOf(ticket, o.article) : 0;
                 return place > 1 && ticket.articles[place - 1].author != o.actor;
             });
             const DumpedTicket &ticket = r.desk.tickets[post.ticket];
             post.evenUnseen = false;
             post.lastSeen = ticket.articles[placeOf(ticket, post.article) - 2].id;
         }},
        {"a reply is held for nothing", "held without",
         [](Recording &r) {
             find(r, [](const RecordedOperation &o) { return o.outcome == Outcome::Held; }).unseen.clear();
         }},
        {"a counter is wrong", "count: articles", [](Recording &r) { r.desk.tickets.first().head.articleCount += 1; }},
        {"the last article is another", "count: last article",
         [](Recording &r) { r.desk.tickets.first().head.lastArticle = ArticleId{1'000'000}; }},
        {"a ticket is lost", "lost ticket",
         [](Recording &r) {
             const RecordedOperation &opened =
                 find(r, [](const RecordedOperation &o) { return o.kind == Kind::Open && o.outcome == Outcome::Ok; });
             r.desk.tickets.remove(opened.ticket);
         }},
        {"a number is given twice", "doubled number",
         [](Recording &r) { r.desk.tickets.last().head.number = r.desk.tickets.first().head.number; }},
    };
}

QVector<Mutation> fieldMutations()
{
    const auto priority = [](Recording &r) -> RecordedOperation & {
        return find(r, [&r](const RecordedOperation &o) { return setsPriority(r, o); });
    };
    return {
        {"a value is overwritten in silence", "overwrote",
         [](Recording &r) {
             // As if the second of two had known only what was before the first.
             for (const DumpedTicket &ticket : std::as_const(r.desk.tickets)) {
                 const HistoryEntry *before = nullptr;
                 for (const HistoryEntry &entry : ticket.history) {
                     if (entry.what != u"due")
                         continue;
                     if (before && before->version > 1) {
                         find(r, [&entry](const RecordedOperation &o) {
                             return o.command == entry.command;
                         }).baseVersion = before->version - 1;
                         return;
                     }
                     before = &entry;
                 }
             }
             qFatal("no two values after each other");
         }},
        {"a conflict is not told", "overwrote in silence",
         [](Recording &r) {
             find(r, [](const RecordedOperation &o) { return !o.conflicts.isEmpty(); }).conflicts.clear();
         }},
        {"a conflict is made up", "refused without",
         [priority](Recording &r) {
             RecordedOperation &change = priority(r);
             FieldConflict conflict;
             conflict.field = TicketField::Priority;
             change.conflicts.append(conflict);
         }},
        {"a change was lost", "lost priority",
         [priority](Recording &r) {
             const RecordedOperation change = priority(r);
             QVector<HistoryEntry> &history = r.desk.tickets[change.ticket].history;
             history.erase(std::remove_if(history.begin(), history.end(),
                                          [&change](const HistoryEntry &entry) {
                                              return entry.command == change.command && entry.what == u"priority";
                                          }),
                           history.end());
         }},
        {"the chain of a field breaks", "chain of priority",
         [priority](Recording &r) {
             entryOf(r, priority(r), TicketField::Priority).oldValue = QStringLiteral("4711");
         }},
        {"what is stored is not the last value", "chain of priority",
         [](Recording &r) { r.desk.tickets.first().head.priority = PriorityId{4711}; }},
        {"a value that nobody wanted", "stray value",
         [priority](Recording &r) {
             entryOf(r, priority(r), TicketField::Priority).newValue = QStringLiteral("4711");
         }},
        {"a refused change is there", "stray history",
         [priority](Recording &r) { priority(r).outcome = Outcome::Failed; }},
        {"history of nobody", "stray history",
         [priority](Recording &r) { entryOf(r, priority(r), TicketField::Priority).command = QUuid::createUuid(); }},
        {"a version is made twice", "version",
         [](Recording &r) {
             QVector<HistoryEntry> &history = r.desk.tickets.first().history;
             for (HistoryEntry &entry : history) {
                 if (entry.version == 3 && entry.what != u"conflict")
                     entry.version = 2;
             }
         }},
        {"a change is made twice", "doubled: one command",
         [priority](Recording &r) {
             const RecordedOperation &change = priority(r);
             DumpedTicket &ticket = r.desk.tickets[change.ticket];
             HistoryEntry again = entryOf(r, change, TicketField::Priority);
             again.version = ++ticket.head.version;
             ticket.history.append(again);
         }},
        {"a tag is lost", "chain of tags",
         [](Recording &r) {
             for (DumpedTicket &ticket : r.desk.tickets) {
                 if (!ticket.head.tags.isEmpty()) {
                     ticket.head.tags.removeFirst();
                     return;
                 }
             }
         }},
        {"a set of tags overwrites another", "tags after",
         [](Recording &r) {
             RecordedOperation &change = find(r, [&r](const RecordedOperation &o) {
                 const auto &history = r.desk.tickets[o.ticket].history;
                 return !o.addTags.isEmpty()
                        && std::any_of(history.cbegin(), history.cend(), [&o](const HistoryEntry &entry) {
                               return entry.command == o.command && entry.what == u"tags";
                           });
             });
             change.addTags = {QStringLiteral("another")};
         }},
    };
}

QVector<Mutation> feedMutations()
{
    return {
        {"a change is missing in the feed", "feed has",
         [](Recording &r) { r.desk.feed.remove(r.desk.feed.size() / 2); }},
        {"two changes are the wrong way round", "feed has", [](Recording &r) { r.desk.feed.swapItemsAt(5, 6); }},
        {"the feed tells of what was not done", "feed tells",
         [](Recording &r) { r.desk.feed[3].command = QUuid::createUuid(); }},
        {"a client has missed one", "heard",
         [](Recording &r) {
             HeardFeed less;
             less.client = r.heard.first().client;
             for (const Change &change : std::as_const(r.desk.feed)) {
                 if (change.seq != r.desk.feed[r.desk.feed.size() / 2].seq)
                     less.add(change);
             }
             r.heard.first() = less;
         }},
        {"a client has heard the end early", "heard", [](Recording &r) { r.heard.last().digest += 1; }},
        {"a client has heard nothing", "heard nothing", [](Recording &r) { r.heard.first() = HeardFeed(); }},
        {"a read mark goes back", "mark is behind",
         [](Recording &r) {
             const RecordedOperation &mark = find(r, [](const RecordedOperation &o) {
                 return o.kind == Kind::MarkRead && o.outcome == Outcome::Ok && o.upTo.isValid();
             });
             r.desk.readUpTo[{mark.actor, mark.ticket}] = ArticleId{mark.upTo.value - 1};
         }},
    };
}

} // namespace

/// Many agents at one desk, and everything that they were told is checked against what the desk then says.
class ConcurrencyModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A checker that never complains proves nothing: each way in which a desk can lie is tried on it.
    void theModelSeesWhatIsBroken_data()
    {
        QTest::addColumn<int>("mutation");
        const LoadPlan plan{20260302, 1, 4, 120, 4, {}};
        LocalDeskFixture fixture;
        m_sample = recordSteps(fixture, plan);
        m_mutations = articleMutations() + fieldMutations() + feedMutations();
        QTest::newRow("nothing") << -1;
        for (int i = 0; i < m_mutations.size(); ++i)
            QTest::newRow(m_mutations[i].name) << i;
    }

    void theModelSeesWhatIsBroken()
    {
        QFETCH(int, mutation);
        if (mutation < 0) {
            const QStringList anomalies = anomaliesOf(m_sample);
            QVERIFY2(anomalies.isEmpty(), qPrintable(firstAnomalies(anomalies)));
            return;
        }
        Recording broken = m_sample;
        m_mutations[mutation].breakIt(broken);
        const QStringList anomalies = anomaliesOf(broken);
        const bool seen = std::any_of(anomalies.cbegin(), anomalies.cend(), [&](const QString &anomaly) {
            return anomaly.startsWith(QLatin1String(m_mutations[mutation].complaint));
        });
        QVERIFY2(seen, qPrintable(firstAnomalies(anomalies)));
    }

    void processesOnOneFile()
    {
        LocalDeskFixture fixture;
        LoadPlan plan{seedOfRun(), 3, 1, randomRounds(250), 6, fixture.path()};
        QElapsedTimer timer;
        timer.start();
        const Recording recording = recordLoad(fixture, plan, {});
        report("SQLite", plan, recording, timer.elapsed());
        const QStringList anomalies = anomaliesOf(recording);
        QVERIFY2(anomalies.isEmpty(), qPrintable(firstAnomalies(anomalies)));
        QCOMPARE(recording.operations.size(), 3 * plan.operationsPerClient);
        QCOMPARE(fixture.brokenRule(), QString());
    }

    void clientsOfOneServer()
    {
        const bool great = isGreatRun();
        const auto server = PostgresServer::start(great ? QStringList() : PostgresServer::withoutWaitingForTheDisk());
        if (!server)
            QSKIP("PostgreSQL is not installed");
        PostgresDeskFixture fixture(*server);
        LoadPlan plan{seedOfRun(), 2, 4, 625, 16, {}};
        if (great)
            plan = LoadPlan{seedOfRun(), 5, 10, operationsOfGreatRun(), 400, {}};
        plan.address = QStringLiteral("%1:%2").arg(fixture.address().port).arg(fixture.address().database);
        const qint64 expected = qint64(plan.processes) * plan.clientsPerProcess * plan.operationsPerClient;
        QElapsedTimer timer;
        timer.start();
        int ended = 0;
        bool restarted = false;
        qint64 changesLast = 0;
        const Recording recording = recordLoad(fixture, plan, [&](qint64 changes) {
            const qint64 nextAt = changesLast + expected / 25;
            if (changes < expected / 20 || changes < nextAt)
                return;
            changesLast = changes;
            if (!restarted && changes > expected / 2) {
                restarted = true;
                server->restart();
                return;
            }
            ended += server
                         ->psql(fixture.address(),
                                QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                                               "datname = current_database() AND pid <> pg_backend_pid() AND "
                                               "random() < 0.3"))
                         .toInt();
        });
        report("PostgreSQL", plan, recording, timer.elapsed());
        qInfo("%d connections were ended and the server was restarted", ended);
        const QStringList anomalies = anomaliesOf(recording);
        QVERIFY2(anomalies.isEmpty(), qPrintable(firstAnomalies(anomalies)));
        QCOMPARE(recording.operations.size(), expected);
        QCOMPARE(fixture.brokenRule(), QString());
        QVERIFY(restarted && ended > 0);
    }

private:
    Recording m_sample;
    QVector<Mutation> m_mutations;
};

} // namespace deskhand::test

namespace {

/// A client's own desk: a path, or "port:database" of a server on this machine.
std::unique_ptr<deskhand::Desk> openForLoad(const QString &address)
{
    using deskhand::LocalDesk;
    const auto fail = [](const deskhand::Error &error) { qFatal("%s", qPrintable(error.detail)); };
    const qsizetype colon = address.indexOf(u':');
    if (colon < 0) {
        auto opened = LocalDesk::open(address);
        if (!opened)
            fail(opened.error());
        return *std::move(opened);
    }
    deskhand::PostgresAddress server;
    server.host = QStringLiteral("127.0.0.1");
    server.port = address.left(colon).toInt();
    server.database = address.mid(colon + 1);
    server.user = QStringLiteral("owner");
    server.tls = deskhand::PostgresTls::Off;
    // The server may be away just now.
    const QDeadlineTimer deadline(60'000);
    auto opened = LocalDesk::openServer(server);
    while (!opened && opened.error().code == deskhand::ErrorCode::Offline && !deadline.hasExpired())
        opened = LocalDesk::openServer(server);
    if (!opened)
        fail(opened.error());
    return *std::move(opened);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String(deskhand::test::loadArgument))
        return deskhand::test::runLoadClients(QCoreApplication::arguments(), openForLoad);
    deskhand::test::ConcurrencyModelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "concurrency_model_test.moc"
