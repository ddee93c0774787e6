// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_desk.h"

#include "demo/batch_ahead.h"
#include "domain/condition_text.h"
#include "store/sqlite_bulk_loader.h"

#include <QElapsedTimer>
#include <QFile>

namespace deskhand {
namespace {

constexpr qint64 millisecondsBetweenReports = 100;

Result<SavedView> demoView(const QStringList &fields, const Catalog &catalog, PersonId owner, int position)
{
    SavedView view;
    view.owner = owner;
    view.position = position;
    view.name = fields.value(0);
    view.conditionText = fields.value(1);
    const Result<Condition> condition = parseCondition(view.conditionText, catalog);
    if (!condition)
        return condition.error();
    view.condition = *condition;
    const Error unknown{ErrorCode::Invalid, QStringLiteral("demo.view"), view.name, {}};
    if (!listColumnFromName(fields.value(2), &view.sort.column))
        return unknown;
    view.sort.descending = fields.value(3) == QLatin1String("desc");
    const QStringList columns = fields.value(4).split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : columns) {
        ListColumn column = ListColumn::Subject;
        if (!listColumnFromName(name, &column))
            return unknown;
        view.columns.append(column);
    }
    view.grouped = listColumnFromName(fields.value(5), &view.groupBy);
    return view;
}

Result<void> loadSurroundings(BulkLoader *loader, const DemoGenerator &generator)
{
    if (Result<void> added = loader->addOrganizations(generator.organizations()); !added)
        return added;
    if (Result<void> added = loader->addCatalog(generator.catalog()); !added)
        return added;
    return loader->addPeople(generator.people());
}

Result<void> loadViews(BulkLoader *loader, const DemoGenerator &generator)
{
    QVector<SavedView> views;
    const QVector<QStringList> texts = generator.viewTexts();
    for (const QStringList &fields : texts) {
        const Result<SavedView> view =
            demoView(fields, generator.catalog(), generator.demoAgent(), int(views.size()) + 1);
        if (!view)
            return view.error();
        views.append(*view);
    }
    return loader->addViews(views);
}

/// Counts, times and announces what is loaded.
class DemoLoadWatch
{
public:
    DemoLoadWatch(qint64 total, const DemoProgress &progress)
        : m_total(total)
        , m_progress(progress)
    {
        m_timer.start();
    }

    /// False: somebody stopped it.
    bool took(const QVector<BulkTicket> &batch, DemoDeskReport *report)
    {
        report->tickets += batch.size();
        for (const BulkTicket &ticket : batch)
            report->articles += ticket.articles.size();
        const qint64 now = m_timer.elapsed();
        if (report->firstRate == 0 && report->tickets * 10 >= m_total)
            report->firstRate = report->tickets * 1000 / qMax<qint64>(1, now);
        if (m_lastTenthAt < 0 && report->tickets * 10 >= m_total * 9) {
            m_lastTenthAt = now;
            m_lastTenthFrom = report->tickets;
        }
        if (m_progress && now - m_reported >= millisecondsBetweenReports) {
            m_reported = now;
            return m_progress(report->tickets, m_total);
        }
        return true;
    }

    void loaded(DemoDeskReport *report)
    {
        report->loading = m_timer.elapsed();
        if (m_lastTenthAt >= 0)
            report->lastRate =
                (report->tickets - m_lastTenthFrom) * 1000 / qMax<qint64>(1, report->loading - m_lastTenthAt);
    }
    void settled(DemoDeskReport *report) { report->settling = m_timer.elapsed() - report->loading; }

private:
    qint64 m_total;
    const DemoProgress &m_progress;
    QElapsedTimer m_timer;
    qint64 m_reported = 0;
    qint64 m_lastTenthAt = -1;
    qint64 m_lastTenthFrom = 0;
};

Result<DemoDeskReport> fillDemoDesk(const QString &path, const DemoOptions &options, const DemoProgress &progress)
{
    auto created = DemoGenerator::create(options);
    if (!created)
        return created.error();
    DemoGenerator &generator = **created;
    // The desk is the same whenever it is made: what the store stamps itself has the demo's time, too.
    auto opened = SqliteBulkLoader::open(path, std::make_shared<ManualClock>(options.end));
    if (!opened)
        return opened.error();
    BulkLoader &loader = **opened;
    DemoDeskReport report;
    report.people = generator.people().size();
    DemoLoadWatch watch(options.tickets, progress);
    Result<void> status = loader.begin();
    if (status)
        status = loadSurroundings(&loader, generator);
    if (status) {
        BatchAhead ahead(&generator);
        for (QVector<BulkTicket> batch = ahead.take(); status && !batch.isEmpty(); batch = ahead.take()) {
            status = loader.addTickets(batch);
            if (status && !watch.took(batch, &report))
                status = Error{ErrorCode::Cancelled, QStringLiteral("demo.makeDesk"), {}, {}};
        }
    }
    watch.loaded(&report);
    if (status)
        status = loader.addReadMarks(generator.demoAgent(), generator.unread());
    if (status)
        status = loadViews(&loader, generator);
    if (status)
        status = loader.finish();
    watch.settled(&report);
    if (!status)
        return status.error();
    return report;
}

void removeDemoFile(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

} // namespace

Result<DemoDeskReport> makeDemoDesk(const QString &path, const DemoOptions &options, const DemoProgress &progress)
{
    const Error exists{ErrorCode::Conflict, QStringLiteral("demo.makeDesk"), QStringLiteral("the file exists"), {}};
    if (QFile::exists(path))
        return exists;
    const QString unfinished = path + QStringLiteral(".new");
    removeDemoFile(unfinished);
    Result<DemoDeskReport> made = fillDemoDesk(unfinished, options, progress);
    if (made && !QFile::rename(unfinished, path))
        made = exists;
    if (!made)
        removeDemoFile(unfinished);
    return made;
}

} // namespace deskhand
