// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_work.h"
#include "base/deliver.h"
#include "bench/benches.h"
#include "bench/raw_database.h"
#include "bench/raw_server.h"
#include "bench/report.h"
#include "domain/catalog.h"
#include "domain/report_builtin.h"
#include "models/list_source.h"
#include "models/reports/report_chart.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace deskhand::bench {
namespace {

constexpr double slaDashboardTakesAtMost = 300; // ms
constexpr double anyReportTakesAtMost = 2'000;  // ms
constexpr double drillDownTakesAtMost = 100;    // ms
constexpr int looks = 5;
constexpr qsizetype firstScreen = 64; // rows

/// A report, and the same by hand over the same facts; ?1 and ?2 stand for the period. Empty: nobody writes that by
/// hand.
struct BenchReport {
    QString name;
    Report report;
    QByteArray sql;    ///< for a file
    QByteArray server; ///< for a server, where it is another
};

Report asked(ReportMeasure measure, ReportStatistic statistic, QVector<ReportDimension> by, ReportSpan span,
             int days = 365)
{
    Report report;
    report.measure = measure;
    report.statistic = statistic;
    report.by = std::move(by);
    report.period.span = span;
    report.period.days = days;
    return report;
}

constexpr char factsByHand[] = " FROM report_fact f WHERE at >= ?1 AND at < ?2 AND kind = ";

QByteArray byHand(const QByteArray &columns, int kind, const QByteArray &keys)
{
    return "SELECT " + columns + ", count(*), count(DISTINCT ticket_id)" + factsByHand + QByteArray::number(kind)
           + " GROUP BY " + keys;
}

/// The middle of durations, as one asks SQLite for it; a server has a function for that.
QByteArray medianByHand(const QByteArray &key, int kind)
{
    return "SELECT " + key + ", avg(wall) FROM (SELECT " + key + ", wall, row_number() OVER (PARTITION BY " + key
           + " ORDER BY wall) AS place, count(*) OVER (PARTITION BY " + key + ") AS n" + factsByHand
           + QByteArray::number(kind) + ") WHERE place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY " + key;
}

QByteArray medianOnServer(const QByteArray &key, int kind, const QByteArray &share)
{
    return "SELECT " + key + ", percentile_cont(" + share + ") WITHIN GROUP (ORDER BY wall)" + factsByHand
           + QByteArray::number(kind) + " GROUP BY " + key;
}

/// Opened, and what happens more than once.
QVector<BenchReport> countingReports()
{
    using enum ReportMeasure;
    using D = ReportDimension;
    constexpr auto Year = ReportSpan::LastDays;
    constexpr auto Count = ReportStatistic::Count;
    const QByteArray month = "strftime('%Y-%m', at / 1000, 'unixepoch')";
    const QByteArray monthOnServer = "date_trunc('month', to_timestamp(at / 1000))";
    const QByteArray hours = "(at / 86400000 + 3) % 7, at / 3600000 % 24";
    const QByteArray opened = ", count(*)" + QByteArray(factsByHand) + "1 GROUP BY ";
    return {
        {QStringLiteral("opened by category and month"), asked(Created, Count, {D::Category, D::Month}, Year),
         "SELECT category_id, " + month + opened + "1, 2", "SELECT category_id, " + monthOnServer + opened + "1, 2"},
        {QStringLiteral("opened by category"),
         asked(Created, Count, {D::Category}, Year),
         "SELECT category_id" + opened + "1",
         {}},
        {QStringLiteral("opened by weekday and hour"),
         asked(Created, Count, {D::Weekday, D::Hour}, Year),
         "SELECT " + hours + opened + "1, 2",
         {}},
        {QStringLiteral("opened by tag"),
         asked(Created, Count, {D::Tag}, Year),
         "SELECT tag, count(*) FROM report_fact f CROSS JOIN ticket_tag g WHERE at >= ?1 AND at < ?2 AND kind = 1 AND "
         "g.ticket_id = f.ticket_id GROUP BY 1",
         {}},
        {QStringLiteral("touches by who wrote"),
         asked(Touches, Count, {D::OwnerThen}, Year),
         byHand("owner_then", 16, "1"),
         {}},
        {QStringLiteral("touches by channel and month"), asked(Touches, Count, {D::Channel, D::Month}, Year),
         byHand("channel, " + month, 16, "1, 2"), byHand("channel, " + monthOnServer, 16, "1, 2")},
        {QStringLiteral("transitions from and to"),
         asked(StateTransitions, Count, {D::FromState, D::ToState}, Year),
         byHand("source, detail", 21, "1, 2"),
         {}},
        {QStringLiteral("most transfers of a ticket, by queue"),
         asked(Transfers, ReportStatistic::Max, {D::Queue}, Year),
         "SELECT queue_id, max(n) FROM (SELECT queue_id, ticket_id, count(*) AS n" + QByteArray(factsByHand)
             + "17 GROUP BY 1, 2) AS each GROUP BY 1",
         {}},
        {QStringLiteral("first contact by channel"),
         asked(FirstContact, ReportStatistic::Share, {D::Channel}, Year),
         "SELECT channel, count(*), count(DISTINCT ticket_id), count(DISTINCT CASE WHEN source = 1 AND detail = 1 AND "
         "(value < 0 OR value > 432000000) THEN ticket_id END)"
             + QByteArray(factsByHand) + "2 GROUP BY 1",
         {}},
        {QStringLiteral("compliance by target and verdict"),
         asked(SlaCompliance, Count, {D::Target, D::Verdict}, Year),
         "SELECT target, kind, count(*), count(DISTINCT ticket_id) FROM report_fact WHERE at >= ?1 AND at < ?2 AND "
         "kind "
         "IN (12, 13, 14, 15) GROUP BY 1, 2",
         {}},
    };
}

QVector<BenchReport> durationReports(const Catalog &catalog)
{
    using enum ReportMeasure;
    using D = ReportDimension;
    constexpr auto Year = ReportSpan::LastDays;
    constexpr auto Median = ReportStatistic::Median;
    Report filtered = asked(Resolution, Median, {D::Owner}, Year);
    filtered.tickets = Condition::all(
        {Condition::is(ConditionField::Queue, {catalog.queues.first().id.value}),
         Condition::textTest(ConditionField::Subject, ConditionOperator::Contains, QStringLiteral("er"))});
    Report curve = asked(Resolution, Median, {}, Year);
    curve.picture = ReportPicture::Survival;
    Report business = asked(FirstResponse, Median, {D::Priority}, Year);
    business.clock = ReportClock::Business;
    return {
        {QStringLiteral("median resolution by queue then"), asked(Resolution, Median, {D::QueueThen}, Year),
         medianByHand("queue_then", 8), medianOnServer("queue_then", 8, "0.5")},
        {QStringLiteral("first response by month, p90"),
         asked(FirstResponse, ReportStatistic::Percentile90, {D::Month}, Year),
         {},
         medianOnServer("date_trunc('month', to_timestamp(at / 1000))", 4, "0.9")},
        {QStringLiteral("first response by priority, business time"), business, {}, {}},
        {QStringLiteral("resolution by owner of a queue about something"), filtered, {}, {}},
        {QStringLiteral("how long tickets stay unsolved"), curve, {}, {}},
        {QStringLiteral("backlog by day and priority"),
         asked(Backlog, ReportStatistic::Count, {D::Day, D::Priority}, Year),
         {},
         {}},
        {QStringLiteral("age of the backlog by queue"),
         asked(BacklogAge, Median, {D::Queue}, ReportSpan::Today),
         {},
         {}},
    };
}

ReportAnswer answerOf(LocalDesk &desk, const Report &report, PersonId me, Instant now)
{
    const Result<ReportAnswer> answer = waitFor(desk.report({report, me, now}));
    if (!answer)
        giveUp(answer.error().where + u' ' + answer.error().detail);
    return *answer;
}

double bestOf(const std::function<void()> &work)
{
    QVector<double> took;
    for (int i = 0; i < looks; ++i)
        took.append(milliseconds(work));
    return percentile(took, 0.5);
}

/// The newest instant of the desk: demo desks end in the past.
Instant endOfDesk(LocalDesk &desk, PersonId me)
{
    TicketQuery query;
    query.sort = {ListColumn::Created, Qt::DescendingOrder};
    query.me = me;
    const Result<TicketList> list = waitFor(desk.tickets(query));
    if (!list || list->ids.isEmpty())
        giveUp(QStringLiteral("no tickets"));
    const Result<QVector<TicketRow>> rows = waitFor(desk.rows({list->ids.first()}, me));
    if (!rows || rows->isEmpty())
        giveUp(QStringLiteral("no ticket"));
    return rows->first().head.createdAt + 3'600'000;
}

/// Measures the reports of one desk.
class ReportsBench
{
public:
    explicit ReportsBench(BenchDesk &bench);
    void facts();
    void dashboard();
    void reports();

private:
    void drillDown(const BenchReport &one, const ReportAnswer &answer);
    void points(const BenchReport &one, const ReportAnswer &answer);
    double list(const CountedTickets &counted, qint64 *rows);
    double listOpens(const CountedTickets &counted);
    void tellList(const QString &name, const CountedTickets &counted, qint64 tickets);
    [[nodiscard]] std::optional<double> byHand(const BenchReport &one, const ReportInterval &interval) const;
    void tell(const QString &metric, double ms, std::optional<double> raw, std::optional<double> limit) const
    {
        report({m_name, metric, ms, QStringLiteral("ms"), raw, limit});
    }

    BenchDesk &m_bench;
    QString m_name;
    PostgresAddress m_address;
    QString m_path;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_me;
    CatalogPtr m_catalog;
    Instant m_now = 0;
};

ReportsBench::ReportsBench(BenchDesk &bench)
    : m_bench(bench)
    , m_name(bench.figureName("reports"))
    , m_address(!bench.server()           ? PostgresAddress()
                : bench.hasFactsInPlace() ? *bench.server()
                                          : bench.serverToChange())
    , m_path(bench.server()            ? QString()
             : bench.hasFactsInPlace() ? bench.path()
                                       : bench.copyToChange())
    , m_me(bench.me())
{
    auto opened = bench.server() ? LocalDesk::openServer(m_address) : LocalDesk::open(m_path);
    if (!opened)
        giveUp(opened.error().detail);
    m_desk = *std::move(opened);
    const Result<CatalogPtr> catalog = waitFor(m_desk->catalog());
    if (!catalog)
        giveUp(catalog.error().detail);
    m_catalog = *catalog;
    m_now = endOfDesk(*m_desk, m_me);
}

/// As the job does when a desk has none yet.
void ReportsBench::facts()
{
    ReportJobPorts ports;
    ports.openStore = [this]() -> Result<std::unique_ptr<ReportStore>> {
        auto store = m_bench.server() ? openServerReportStore(m_address) : openReportStore(m_path);
        if (!store)
            return store.error();
        return std::unique_ptr<ReportStore>(*std::move(store));
    };
    ports.clock = std::make_shared<SystemClock>();
    const double seconds = milliseconds([&] {
                               if (const Result<void> worked = ReportWorker(ports).runOnce(); !worked)
                                   giveUp(worked.error().detail);
                           })
                           / 1000;
    report(
        {m_name, QStringLiteral("facts of %1 tickets").arg(m_bench.tickets()), seconds, QStringLiteral("s"), {}, {}});
}

/// The supervisor's first screen, with all of its cards asked at once, as the workspace does.
void ReportsBench::dashboard()
{
    const QVector<BuiltinCard> cards = builtinCards(BuiltinDashboard::Sla);
    (void)answerOf(*m_desk, cards.first().card.report, m_me, m_now);
    const double all = bestOf([&] {
        QVector<QFuture<Result<ReportAnswer>>> answers;
        for (const BuiltinCard &card : cards)
            answers.append(m_desk->report({card.card.report, m_me, m_now}));
        for (const auto &answer : std::as_const(answers)) {
            if (!waitFor(answer))
                giveUp(QStringLiteral("a card of the dashboard"));
        }
    });
    tell(QStringLiteral("SLA dashboard, all cards"), all, {}, slaDashboardTakesAtMost);
    for (const BuiltinCard &card : cards) {
        const double ms = bestOf([&] { (void)answerOf(*m_desk, card.card.report, m_me, m_now); });
        tell(QStringLiteral("SLA dashboard, ") + card.id, ms, {}, {});
    }
}

std::optional<double> ReportsBench::byHand(const BenchReport &one, const ReportInterval &interval) const
{
    QByteArray sql = m_bench.server() && !one.server.isEmpty() ? one.server : one.sql;
    if (sql.isEmpty())
        return std::nullopt;
    sql.replace("?1", QByteArray::number(interval.from)).replace("?2", QByteArray::number(interval.to));
    std::unique_ptr<RawSql> hand;
    if (m_bench.server())
        hand = std::make_unique<RawServer>(m_address);
    else
        hand = std::make_unique<RawDatabase>(m_path);
    return bestOf([&] { (void)hand->texts(sql.constData()); });
}

double ReportsBench::list(const CountedTickets &counted, qint64 *rows)
{
    TicketQuery query;
    query.me = m_me;
    query.now = m_now;
    query.counted = counted;
    query.sort = {ListColumn::Created, true};
    return bestOf([&] {
        const Result<TicketList> listed = waitFor(m_desk->tickets(query));
        if (!listed)
            giveUp(listed.error().detail);
        *rows = listed->ids.size();
    });
}

/// As a list opens: its beginning and all of it are asked for at once, and the first rows of what comes first are
/// shown.
double ReportsBench::listOpens(const CountedTickets &counted)
{
    TicketQuery whole;
    whole.me = m_me;
    whole.now = m_now;
    whole.counted = counted;
    whole.sort = {ListColumn::Created, true};
    TicketQuery beginning = whole;
    beginning.beginning = ListSource::beginningLimit;
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < looks; ++i) {
        QObject whoever;
        QEventLoop until;
        std::optional<QVector<TicketId>> shown;
        QElapsedTimer since;
        since.start();
        const auto begun = m_desk->tickets(beginning);
        const auto all = m_desk->tickets(whole);
        const auto show = [&](const Result<TicketList> &list, bool isWhole) {
            if (shown || !list || (list->ids.isEmpty() && !isWhole))
                return;
            shown = list->ids;
            until.quit();
        };
        deliver(begun, &whoever, [&](const Result<TicketList> &list) { show(list, false); });
        deliver(all, &whoever, [&](const Result<TicketList> &list) { show(list, true); });
        if (!shown)
            until.exec();
        (void)waitFor(m_desk->rows(shown->mid(0, firstScreen), m_me));
        best = std::min(best, double(since.nsecsElapsed()) / 1e6);
        (void)waitFor(begun);
        (void)waitFor(all);
    }
    return best;
}

/// When its first rows are there, and all of it.
void ReportsBench::tellList(const QString &name, const CountedTickets &counted, qint64 tickets)
{
    qint64 rows = 0;
    const double whole = list(counted, &rows);
    if (rows != tickets)
        giveUp(QStringLiteral("%1: a list of %2, counted %3").arg(name).arg(rows).arg(tickets));
    const QString metric = QStringLiteral("list of %1 tickets: %2").arg(rows).arg(name);
    tell(metric, listOpens(counted), {}, drillDownTakesAtMost);
    tell(metric + QStringLiteral(", all of it"), whole, {}, {});
}

/// The lists of the biggest cell and of one of a usual size.
void ReportsBench::drillDown(const BenchReport &one, const ReportAnswer &answer)
{
    QVector<qsizetype> places;
    for (qsizetype i = 0; i < answer.cells.size(); ++i) {
        if (answer.cells[i].tickets > 0)
            places.append(i);
    }
    if (places.isEmpty())
        return;
    std::sort(places.begin(), places.end(),
              [&](qsizetype a, qsizetype b) { return answer.cells[a].tickets > answer.cells[b].tickets; });
    for (const qsizetype place : QSet<qsizetype>{places.first(), places[places.size() / 2]}) {
        const auto counted = countedTicketsAt(one.report, answer, ChartKey{place, 0});
        if (!counted)
            giveUp(one.name + QStringLiteral(": a cell without tickets"));
        tellList(one.name, *counted, answer.cells[place].tickets);
    }
}

/// The list of a point of a curve.
void ReportsBench::points(const BenchReport &one, const ReportAnswer &answer)
{
    const ChartData chart = chartOfReport(one.report, answer, ReportWords(m_catalog), {}, m_now);
    if (answer.survival.isEmpty())
        return;
    const qsizetype last = answer.survival.size() - 1;
    for (const qsizetype place : {last / 8, last}) {
        const auto counted = countedTicketsAt(one.report, answer, chart.series.first().points[place].key);
        tellList(QStringLiteral("point %1 of the curve").arg(place + 1), *counted, answer.survival[place].tickets);
    }
}

void ReportsBench::reports()
{
    for (const BenchReport &one : countingReports() + durationReports(*m_catalog)) {
        ReportAnswer answer;
        const double ms = bestOf([&] { answer = answerOf(*m_desk, one.report, m_me, m_now); });
        tell(one.name, ms, byHand(one, answer.interval), anyReportTakesAtMost);
        drillDown(one, answer);
        points(one, answer);
    }
}

} // namespace

void benchReports(BenchDesk &bench)
{
    ReportsBench reports(bench);
    reports.facts();
    reports.dashboard();
    reports.reports();
}

} // namespace deskhand::bench
