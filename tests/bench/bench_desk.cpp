// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_desk.h"

#include "bench/report.h"
#include "bench/synthetic_tickets.h"
#include "store/sqlite_bulk_loader.h"

#include <QDir>
#include <QFile>

namespace deskhand::bench {
namespace {

void mustWork(const Result<void> &result)
{
    if (!result)
        giveUp(result.error().where + QStringLiteral(": ") + result.error().detail);
}

} // namespace

void removeDesk(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

BenchDesk::BenchDesk(const BenchOptions &options)
    : m_options(options)
{
}

QString BenchDesk::path()
{
    const QDir folder(QStringLiteral(DESKHAND_BINARY_DIR "/bench"));
    const QString path = m_options.keep.isEmpty()
        ? folder.filePath(QStringLiteral("desk-%1.deskhand").arg(m_options.tickets))
        : m_options.keep;
    if (QFile::exists(path))
        return path;
    folder.mkpath(QStringLiteral("."));
    const QString unfinished = path + QStringLiteral(".new");
    removeDesk(unfinished);
    loadSyntheticDesk(unfinished, m_options.tickets);
    if (!QFile::rename(unfinished, path))
        giveUp(QStringLiteral("cannot make %1").arg(path));
    return path;
}

std::unique_ptr<LocalDesk> BenchDesk::open()
{
    Result<std::unique_ptr<LocalDesk>> desk = LocalDesk::open(path());
    if (!desk)
        giveUp(desk.error().detail);
    return *std::move(desk);
}

void loadSyntheticDesk(const QString &path, int tickets)
{
    auto opened = SqliteBulkLoader::open(path);
    if (!opened)
        giveUp(opened.error().detail);
    BulkLoader &loader = **opened;
    SyntheticTickets feed(tickets);
    mustWork(loader.begin());
    mustWork(loader.addCatalog(feed.catalog()));
    mustWork(loader.addPeople(feed.people()));
    constexpr int batch = 1000;
    const int stretch = std::max(batch, tickets / 10);
    while (feed.made() < tickets) {
        const int before = feed.made();
        const double took = milliseconds([&] {
            while (feed.made() < tickets && feed.made() - before < stretch)
                mustWork(loader.addTickets(feed.next(batch)));
        });
        report({QStringLiteral("load"), QStringLiteral("rate at row %1").arg(before), (feed.made() - before) * 1000.0 / took,
                QStringLiteral("tickets/s"), {}, 5000.0});
    }
    const double took = milliseconds([&] { mustWork(loader.finish()); });
    report({QStringLiteral("load"), QStringLiteral("finish"), took / 1000, QStringLiteral("s"), {}, {}});
}

} // namespace deskhand::bench
