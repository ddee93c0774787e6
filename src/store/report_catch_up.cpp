// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_catch_up.h"

#include "domain/report.h"
#include "domain/zone_rules.h"
#include "store/connection.h"
#include "store/reading.h"
#include "store/report_days.h"
#include "store/transaction.h"

#include <QElapsedTimer>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int changesForTicket = 4;        // of the feed, looked at for each ticket of a step
constexpr qint64 windowOfMissing = 20'000; // ids, of a step

Result<ReportProgress> readProgressBy(Connection &connection, const char *name)
{
    ReportProgress progress;
    Statement rows = connection.sql(name);
    if (rows.next()) {
        ColumnReader row(rows);
        progress.cursor = row.integer();
        progress.pass = row.enumerator<ReportProgress::Pass>();
        progress.passTicket = row.integer();
        progress.done = row.integer();
        progress.total = row.integer();
        progress.zone = row.text();
        progress.rules = int(row.integer());
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    return progress;
}

constexpr qint64 soonChanges = 2'000;
constexpr qint64 soonMs = 200;
constexpr int soonTickets = 300;      // of a step
constexpr int verifiedAtOnce = 1'000; // tickets
constexpr qsizetype mostWrongLines = 20;

bool isStale(const ReportProgress &progress, const Catalog &catalog)
{
    return progress.rules != reportFactRules || progress.zone != deskZone(catalog);
}

/// One step.
class CatchUpStep
{
public:
    CatchUpStep(Connection &connection, const Catalog &catalog, ReportProgress progress, int limit)
        : m_connection(connection)
        , m_catalog(catalog)
        , m_progress(std::move(progress))
        , m_limit(limit)
    {
    }

    Result<bool> run();

private:
    Result<void> restart();
    Result<void> followFeed();
    Result<void> goOnWithPass();
    Result<QVector<TicketId>> nextOfPass(bool *atEnd);
    Result<void> derive(QVector<TicketId> ids);
    Result<void> save();

    Connection &m_connection;
    const Catalog &m_catalog;
    ReportProgress m_progress;
    int m_limit;
    bool m_feedIsRead = false;
    bool m_restarts = false;
};

Result<void> CatchUpStep::restart()
{
    Statement last = m_connection.sql("feed.cursor");
    m_progress.cursor = last.next() ? last.integer(0) : 0;
    if (Result<void> status = last.status(); !status)
        return status;
    Statement tickets = m_connection.sql("report.tickets");
    m_progress.total = tickets.next() ? tickets.integer(0) : 0;
    if (Result<void> status = tickets.status(); !status)
        return status;
    m_progress.pass = ReportProgress::Pass::All;
    m_progress.passTicket = 0;
    m_progress.done = 0;
    m_progress.zone = deskZone(m_catalog);
    m_progress.rules = reportFactRules;
    return m_connection.sql("report.clearDays").run();
}

Result<bool> CatchUpStep::run()
{
    const ReportProgress before = m_progress;
    if (isStale(m_progress, m_catalog)) {
        if (Result<void> restarted = restart(); !restarted)
            return restarted.error();
    }
    if (Result<void> followed = followFeed(); !followed)
        return followed.error();
    if (m_restarts) {
        if (Result<void> restarted = restart(); !restarted)
            return restarted.error();
        m_feedIsRead = true;
    }
    if (m_feedIsRead && m_progress.pass != ReportProgress::Pass::None) {
        if (Result<void> gone = goOnWithPass(); !gone)
            return gone.error();
    }
    if (m_progress != before) {
        if (Result<void> saved = save(); !saved)
            return saved.error();
    }
    return !m_feedIsRead || m_progress.pass != ReportProgress::Pass::None;
}

Result<void> CatchUpStep::followFeed()
{
    const Result<FeedPage> page = readChanges(m_connection, m_progress.cursor, m_limit * changesForTicket);
    if (!page)
        return page.error();
    QVector<TicketId> ids;
    for (const Change &change : page->changes) {
        switch (change.kind) {
        case ChangeKind::TicketOpened:
        case ChangeKind::TicketChanged:
        case ChangeKind::ArticlePosted:
        case ChangeKind::MailChanged:
            if (change.ticket.isValid())
                ids.append(change.ticket);
            break;
        case ChangeKind::SlaRecomputed:
            if (change.ticket.isValid())
                ids.append(change.ticket);
            else
                m_restarts = true;
            break;
        case ChangeKind::BulkLoaded:
            if (m_progress.pass == ReportProgress::Pass::None) {
                m_progress.pass = ReportProgress::Pass::Missing;
                m_progress.total = 0;
            }
            if (m_progress.pass == ReportProgress::Pass::Missing) {
                m_progress.passTicket = 0;
                m_progress.done = 0;
            }
            break;
        case ChangeKind::ReadMarkSet:
        case ChangeKind::CatalogChanged:
        case ChangeKind::ViewChanged:
        case ChangeKind::PersonChanged:
        case ChangeKind::NotificationChanged:
        case ChangeKind::ReportChanged: break;
        }
    }
    m_feedIsRead = !page->more;
    if (m_restarts)
        return {};
    m_progress.cursor = page->cursor;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    // The others are still to come.
    if (m_progress.pass == ReportProgress::Pass::All)
        ids.erase(
            std::remove_if(ids.begin(), ids.end(), [this](TicketId id) { return id.value > m_progress.passTicket; }),
            ids.end());
    m_limit -= int(ids.size());
    return derive(std::move(ids));
}

Result<QVector<TicketId>> CatchUpStep::nextOfPass(bool *atEnd)
{
    const bool all = m_progress.pass == ReportProgress::Pass::All;
    qint64 last = 0;
    if (!all) {
        Statement tickets = m_connection.sql("report.tickets");
        if (tickets.next()) {
            m_progress.total = tickets.integer(0);
            last = tickets.integer(1);
        }
        if (Result<void> status = tickets.status(); !status)
            return status.error();
    }
    QVector<TicketId> ids;
    Statement next = m_connection.sql(all ? "report.nextTickets" : "report.ticketsWithout");
    next.bind(":after", m_progress.passTicket);
    if (all)
        next.bind(":limit", m_limit);
    else
        next.bind(":until", m_progress.passTicket + windowOfMissing);
    // Of a window there may be more than fit into a step: the rest comes in the next one.
    while (ids.size() < m_limit && next.next())
        ids.append(next.id<TicketId>(0));
    if (Result<void> status = next.status(); !status)
        return status.error();
    if (all || ids.size() >= m_limit) {
        *atEnd = all && ids.size() < m_limit;
        m_progress.passTicket = ids.isEmpty() ? m_progress.passTicket : ids.last().value;
    } else {
        m_progress.passTicket += windowOfMissing;
        *atEnd = m_progress.passTicket >= last;
    }
    return ids;
}

Result<void> CatchUpStep::goOnWithPass()
{
    if (m_limit <= 0)
        return {};
    bool atEnd = false;
    const Result<QVector<TicketId>> ids = nextOfPass(&atEnd);
    if (!ids)
        return ids.error();
    // Those of a pass through all are in no sum yet, whatever facts they have.
    const bool all = m_progress.pass == ReportProgress::Pass::All;
    ReportDays days(ZoneRules::of(m_progress.zone.toLatin1()));
    const Result<QVector<StoredFacts>> after = deriveFacts(m_connection, *m_catalog.slaVersions, *ids);
    if (!after)
        return after.error();
    const Result<QVector<StoredFacts>> before = all ? readStoredFacts(m_connection, *ids) : QVector<StoredFacts>();
    if (!before)
        return before.error();
    for (const StoredFacts &ticket : *after)
        days.add(ticket);
    if (Result<void> stored = storeFacts(m_connection, *before, *after); !stored)
        return stored;
    if (Result<void> stored = storeDays(m_connection, days); !stored)
        return stored;
    m_progress.done += ids->size();
    if (atEnd) {
        m_progress.pass = ReportProgress::Pass::None;
        m_progress.passTicket = 0;
        m_progress.done = 0;
        m_progress.total = 0;
    }
    return {};
}

Result<void> CatchUpStep::derive(QVector<TicketId> ids)
{
    if (ids.isEmpty())
        return {};
    const Result<QVector<StoredFacts>> after = deriveFacts(m_connection, *m_catalog.slaVersions, ids);
    if (!after)
        return after.error();
    const Result<QVector<StoredFacts>> before = readStoredFacts(m_connection, ids);
    if (!before)
        return before.error();
    ReportDays days(ZoneRules::of(m_progress.zone.toLatin1()));
    for (const StoredFacts &ticket : *after)
        days.add(ticket);
    for (const StoredFacts &ticket : *before)
        days.subtract(ticket);
    if (Result<void> stored = storeFacts(m_connection, *before, *after); !stored)
        return stored;
    return storeDays(m_connection, days);
}

Result<void> CatchUpStep::save()
{
    Statement save = m_connection.sql("report.saveProgress");
    save.bind(":cursor", m_progress.cursor).bind(":running", int(m_progress.pass));
    save.bind(":passTicket", m_progress.passTicket).bind(":done", m_progress.done).bind(":total", m_progress.total);
    return save.bind(":zone", m_progress.zone).bind(":rules", m_progress.rules).run();
}

/// What is stored of days and should not be, and the other way round.
Result<QStringList> differencesOfDays(Connection &connection, const ReportDays &right, QStringList *wrong)
{
    std::map<ReportDayKey, qint64> missing = right.sums();
    const auto say = [wrong](const ReportDayKey &key, const char *what) {
        if (wrong->size() < mostWrongLines)
            wrong->append(QStringLiteral("sums %1 of kind %2, day %3, queue %4: %5")
                              .arg(int(key.series))
                              .arg(key.kind)
                              .arg(key.day)
                              .arg(key.queue)
                              .arg(QLatin1String(what)));
    };
    Statement rows = connection.sql("report.allDays");
    while (rows.next()) {
        ColumnReader row(rows);
        ReportDayKey key;
        key.series = ReportSeries(int(row.integer()));
        key.kind = int(row.integer());
        key.day = row.integer();
        key.key = row.integer();
        key.queue = row.integer();
        key.target = int(row.integer());
        key.previousDay = row.integer();
        const auto found = missing.find(key);
        if (row.integer() != (found == missing.end() ? 0 : found->second))
            say(key, "are not right");
        if (found != missing.end())
            missing.erase(found);
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    for (const auto &[key, n] : missing) {
        if (n != 0)
            say(key, "are missing");
    }
    return *wrong;
}

} // namespace

Result<ReportProgress> readReportProgress(Connection &connection)
{
    return readProgressBy(connection, "report.progress");
}

Result<qint64> reportLag(Connection &connection, const ReportProgress &progress)
{
    Statement lag = connection.sql("report.lag");
    lag.bind(":cursor", progress.cursor);
    qint64 changes = lag.next() ? lag.integer(0) : 0;
    if (Result<void> status = lag.status(); !status)
        return status.error();
    if (progress.pass != ReportProgress::Pass::None)
        changes += std::max<qint64>(0, progress.total - progress.done);
    return changes;
}

bool isReportPassDue(const ReportProgress &progress, const Catalog &catalog)
{
    return progress.pass != ReportProgress::Pass::None || isStale(progress, catalog);
}

Result<bool> catchUpReports(Connection &connection, const Catalog &catalog, int limit)
{
    const Result<ReportProgress> progress = readProgressBy(connection, "report.lockProgress");
    if (!progress)
        return progress.error();
    return CatchUpStep(connection, catalog, *progress, std::max(1, limit)).run();
}

Result<void> catchUpSoon(Connection &connection, const Catalog &catalog)
{
    const Result<ReportProgress> progress = readReportProgress(connection);
    if (!progress)
        return progress.error();
    const Result<qint64> lag = reportLag(connection, *progress);
    if (!lag)
        return lag.error();
    if (*lag > soonChanges || (*lag == 0 && !isReportPassDue(*progress, catalog)))
        return {};
    QElapsedTimer timer;
    timer.start();
    for (bool more = true; more && timer.elapsed() < soonMs;) {
        Transaction step(connection);
        if (const Result<void> begun = step.begin(); !begun)
            return begun;
        const Result<bool> caughtUp = catchUpReports(connection, catalog, soonTickets);
        if (!caughtUp)
            return caughtUp.error();
        if (const Result<void> committed = step.commit(); !committed)
            return committed;
        more = *caughtUp;
    }
    return {};
}

Result<QStringList> verifyReports(Connection &connection, const Catalog &catalog)
{
    const Result<ReportProgress> progress = readReportProgress(connection);
    if (!progress)
        return progress.error();
    QStringList wrong;
    const auto say = [&wrong](const QString &line) {
        if (wrong.size() < mostWrongLines)
            wrong.append(line);
    };
    const Result<qint64> lag = reportLag(connection, *progress);
    if (!lag)
        return lag.error();
    if (*lag > 0 || isReportPassDue(*progress, catalog))
        say(QStringLiteral("%1 changes are not counted yet").arg(*lag));
    const auto zone = ZoneRules::of(deskZone(catalog).toLatin1());
    ReportDays days(zone);
    for (qint64 after = 0;;) {
        QVector<TicketId> ids;
        {
            Statement next = connection.sql("report.nextTickets");
            next.bind(":after", after).bind(":limit", verifiedAtOnce);
            while (next.next())
                ids.append(next.id<TicketId>(0));
            if (Result<void> status = next.status(); !status)
                return status.error();
        }
        if (ids.isEmpty())
            break;
        after = ids.last().value;
        const Result<QVector<StoredFacts>> derived = deriveFacts(connection, *catalog.slaVersions, ids);
        if (!derived)
            return derived.error();
        const Result<QVector<StoredFacts>> stored = readStoredFacts(connection, ids);
        if (!stored)
            return stored.error();
        qsizetype place = 0;
        for (const StoredFacts &ticket : *derived) {
            days.add(ticket);
            static const StoredFacts none;
            const bool there = place < stored->size() && (*stored)[place].ticket == ticket.ticket;
            const StoredFacts &kept = there ? (*stored)[place++] : none;
            if (kept.facts != ticket.facts || (there && kept.today != ticket.today))
                say(QStringLiteral("ticket %1: %2 facts are stored, %3 are right")
                        .arg(ticket.ticket.value)
                        .arg(kept.facts.size())
                        .arg(ticket.facts.size()));
        }
    }
    return differencesOfDays(connection, days, &wrong);
}

Result<void> dropReportFacts(Connection &connection)
{
    if (Result<void> dropped = connection.sql("report.clearFacts").run(); !dropped)
        return dropped;
    return connection.sql("report.forgetRules").run();
}

} // namespace deskhand
