// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_desk.h"

#include "bench/raw_database.h"
#include "bench/raw_server.h"
#include "bench/report.h"
#include "store/desk_copy.h"
#include "store/sqlite_bulk_loader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace deskhand::bench {
namespace {

template <typename T>
T mustWork(Result<T> result)
{
    if (!result)
        giveUp(result.error().where + QStringLiteral(": ") + result.error().detail);
    return *std::move(result);
}

void mustWork(const Result<void> &result)
{
    if (!result)
        giveUp(result.error().where + QStringLiteral(": ") + result.error().detail);
}

/// Waits until a copied file is on the disk: the first commit into it would wait for all of its pages otherwise.
void settle(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        giveUp(QStringLiteral("cannot open %1").arg(path));
#ifdef Q_OS_UNIX
    fsync(file.handle());
#endif
}

/// A ticket whose thread is put together from the articles of others.
class LongThreads
{
public:
    LongThreads(DemoGenerator &generator, qint64 firstArticle)
        : m_generator(generator)
        , m_nextArticle(firstArticle)
    {
    }

    BulkTicket make(TicketId id, int articles)
    {
        BulkTicket ticket;
        while (ticket.articles.size() < articles) {
            const QVector<BulkTicket> next = m_generator.next(1);
            if (next.isEmpty())
                giveUp(QStringLiteral("too few tickets for long threads"));
            if (ticket.articles.isEmpty())
                ticket.head = next.first().head;
            append(next.first(), id, articles, &ticket);
        }
        ticket.head.id = id;
        ticket.head.number = QString::number(10'000'000 + id.value);
        ticket.head.articleCount = int(ticket.articles.size());
        ticket.head.lastArticle = ticket.articles.last().id;
        return ticket;
    }

private:
    void append(const BulkTicket &from, TicketId id, int articles, BulkTicket *ticket)
    {
        qsizetype blob = 0;
        for (Article article : from.articles) {
            const qsizetype blobs = article.attachments.size();
            if (ticket->articles.size() < articles) {
                article.id = ArticleId{m_nextArticle++};
                article.ticket = id;
                article.position = int(ticket->articles.size()) + 1;
                article.messageId.clear();
                for (Attachment &attachment : article.attachments) {
                    attachment.id = {};
                    attachment.article = article.id;
                }
                ticket->articles.append(article);
                ticket->blobs += from.blobs.mid(blob, blobs);
            }
            blob += blobs;
        }
    }

    DemoGenerator &m_generator;
    qint64 m_nextArticle;
};

constexpr char changedDatabase[] = "bench_changed";

/// The same server, not in the desk.
PostgresAddress maintenanceOf(const PostgresAddress &address)
{
    PostgresAddress other = address;
    other.database = QStringLiteral("postgres");
    return other;
}

} // namespace

void removeDesk(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

BenchDesk::BenchDesk(const BenchOptions &options)
    : m_options(options)
    , m_path(options.keep)
{
    if (m_path.isEmpty())
        m_path = QStringLiteral(DESKHAND_BINARY_DIR "/bench/desk-%1.deskhand").arg(options.tickets);
}

DemoOptions BenchDesk::demoOptions() const
{
    DemoOptions options;
    options.tickets = m_options.tickets;
    return options;
}

QString BenchDesk::path()
{
    if (!QFile::exists(m_path))
        make();
    return m_path;
}

DemoDeskReport BenchDesk::make()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    removeDesk(m_path);
    const QString unfinished = m_path + QStringLiteral(".made");
    removeDesk(unfinished);
    const DemoDeskReport report = mustWork(makeDemoDesk(unfinished, demoOptions()));
    addLongThreads(unfinished);
    if (!QFile::rename(unfinished, m_path))
        giveUp(QStringLiteral("cannot make %1").arg(m_path));
    return report;
}

void BenchDesk::addLongThreads(const QString &path)
{
    DemoOptions options;
    options.tickets = 20'000;
    options.seed = 2;
    const std::unique_ptr<DemoGenerator> generator = mustWork(DemoGenerator::create(options));
    const std::unique_ptr<SqliteBulkLoader> loader = mustWork(SqliteBulkLoader::open(path));
    mustWork(loader->begin());
    // Its people are others than those of the desk; their ids would clash, so the first agent stands for all of them.
    LongThreads threads(*generator, qint64(1) << 40);
    QVector<BulkTicket> tickets;
    QVector<QPair<TicketId, ArticleId>> read; // a thread opens at its end when all of it was read
    for (const int articles : {longThread, longestThread}) {
        for (const TicketId id : ticketsWithThread(articles)) {
            BulkTicket ticket = threads.make(id, articles);
            ticket.head.requester = me();
            read.append({id, ticket.head.lastArticle});
            tickets.append(ticket);
        }
    }
    mustWork(loader->addTickets(tickets));
    mustWork(loader->addReadMarks(me(), read));
    mustWork(loader->finish());
}

QVector<TicketId> BenchDesk::ticketsWithThread(int articles) const
{
    QVector<TicketId> ids;
    const int behind = articles == longThread ? 0 : longThreads;
    for (int i = 1; i <= longThreads; ++i)
        ids.append(TicketId{m_options.tickets + behind + i});
    return ids;
}

PostgresAddress BenchDesk::serverToChange()
{
    PostgresAddress changed = *server();
    changed.database = QLatin1String(changedDatabase);
    if (m_hasServerCopy)
        return changed;
    RawServer raw(maintenanceOf(*server()));
    raw.run("DROP DATABASE IF EXISTS bench_changed WITH (FORCE)");
    const QByteArray make = "CREATE DATABASE bench_changed STRATEGY file_copy TEMPLATE " + server()->database.toUtf8();
    raw.run(make.constData());
    raw.run("CHECKPOINT");
    m_hasServerCopy = true;
    return changed;
}

void BenchDesk::copyToServer(const PostgresAddress &address)
{
    if (LocalDesk::openServer(address))
        return;
    Result<DeskCopyReport> copied = DeskCopyReport();
    const QString file = path();
    mustWork(LocalDesk::open(file)); // of the newest schema
    const double took = milliseconds([&] { copied = copyDesk({file, {}}, {{}, address}); });
    if (!copied)
        giveUp(copied.error().where + QStringLiteral(": ") + copied.error().detail);
    report({QStringLiteral("copy"),
            QStringLiteral("to a server"),
            1000.0 * m_options.tickets / took,
            QStringLiteral("tickets/s"),
            {},
            {}});
}

BenchDesk::~BenchDesk()
{
    if (m_hasServerCopy)
        RawServer(maintenanceOf(*server())).run("DROP DATABASE IF EXISTS bench_changed WITH (FORCE)");
    if (!m_copy.isEmpty())
        removeDesk(m_copy);
}

QString BenchDesk::copyToChange()
{
    if (!m_copy.isEmpty())
        return m_copy;
    const QString copy = path() + QStringLiteral(".changed");
    removeDesk(copy);
    if (!QFile::copy(path(), copy))
        giveUp(QStringLiteral("cannot copy the desk"));
    settle(copy);
    m_copy = copy;
    return m_copy;
}

std::unique_ptr<LocalDesk> BenchDesk::open()
{
    return mustWork(server() ? LocalDesk::openServer(*server()) : LocalDesk::open(path()));
}

std::unique_ptr<RawSql> BenchDesk::raw()
{
    if (server())
        return std::make_unique<RawServer>(*server());
    return std::make_unique<RawDatabase>(path());
}

QString BenchDesk::figureName(const char *bench) const
{
    return QLatin1String(bench) + (server() ? QStringLiteral(" on a server") : QString());
}

double BenchDesk::limitFor(double baseline, double limitOfFile) const
{
    return server() ? 2 * baseline : limitOfFile;
}

PersonId BenchDesk::me()
{
    if (!m_me.isValid())
        m_me = mustWork(DemoGenerator::create(demoOptions()))->demoAgent();
    return m_me;
}

} // namespace deskhand::bench
