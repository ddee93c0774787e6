// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_work.h"
#include "bench/benches.h"
#include "bench/raw_database.h"
#include "bench/raw_server.h"
#include "bench/report.h"
#include "domain/catalog.h"

#include <algorithm>

namespace deskhand::bench {
namespace {

constexpr double slaDashboardTakesAtMost = 300; // ms
constexpr double anyReportTakesAtMost = 2'000;  // ms
constexpr double drillDownTakesAtMost = 100;    // ms
constexpr int looks = 5;

struct BenchReport {
    QString name;
    Report report;
    QByteArray sql; ///< the same by hand, over the same facts; ?1 and ?2 stand for the period. Empty: is not compared
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

/// What a supervisor sees first: today, week and month with the time before, a trend, what is at risk, queues, targets,
/// reasons.
QVector<Report> slaDashboard()
{
    using enum ReportMeasure;
    using D = ReportDimension;
    const auto number = [](ReportSpan span) {
        Report report = asked(SlaCompliance, ReportStatistic::Share, {}, span);
        report.comparison = ReportComparison::PreviousPeriod;
        return report;
    };
    QVector<Report> cards{number(ReportSpan::Today), number(ReportSpan::ThisWeek), number(ReportSpan::ThisMonth)};
    Report trend = asked(SlaCompliance, ReportStatistic::Share, {D::Day}, ReportSpan::LastDays, 30);
    trend.comparison = ReportComparison::PreviousPeriod;
    cards.append(trend);
    cards.append(asked(SlaCompliance, ReportStatistic::Share, {D::Month}, ReportSpan::ThisYear));
    cards.append(asked(SlaCompliance, ReportStatistic::Share, {D::Queue}, ReportSpan::ThisMonth));
    cards.append(asked(SlaCompliance, ReportStatistic::Share, {D::Target}, ReportSpan::ThisMonth));
    cards.append(asked(SlaCompliance, ReportStatistic::Count, {D::BreachReason}, ReportSpan::LastDays, 30));
    for (QVector<D> by : {QVector<D>{}, QVector<D>{D::Queue}}) {
        Report risk = asked(Backlog, ReportStatistic::Count, std::move(by), ReportSpan::Today);
        risk.tickets = Condition::is(ConditionField::Sla, {qint64(SlaStanding::Running)});
        cards.append(risk);
    }
    return cards;
}

QVector<BenchReport> adHocReports(const Catalog &catalog)
{
    using enum ReportMeasure;
    using D = ReportDimension;
    constexpr auto Year = ReportSpan::LastDays;
    Report filtered = asked(Resolution, ReportStatistic::Median, {D::Owner}, Year);
    filtered.tickets = Condition::all(
        {Condition::is(ConditionField::Queue, {catalog.queues.first().id.value}),
         Condition::textTest(ConditionField::Subject, ConditionOperator::Contains, QStringLiteral("er"))});
    return {
        {QStringLiteral("opened by category and month"),
         asked(Created, ReportStatistic::Count, {D::Category, D::Month}, Year),
         {}},
        {QStringLiteral("opened by category"), asked(Created, ReportStatistic::Count, {D::Category}, Year),
         "SELECT category_id, count(*) FROM report_fact WHERE kind = 1 AND at >= ?1 AND at < ?2 GROUP BY category_id"},
        {QStringLiteral("opened by weekday and hour"),
         asked(Created, ReportStatistic::Count, {D::Weekday, D::Hour}, Year),
         "SELECT (at / 86400000 + 3) % 7, at / 3600000 % 24, count(*), count(DISTINCT ticket_id) FROM report_fact "
         "WHERE "
         "kind = 1 AND at >= ?1 AND at < ?2 GROUP BY 1, 2"},
        {QStringLiteral("touches by who wrote"), asked(Touches, ReportStatistic::Count, {D::OwnerThen}, Year),
         "SELECT owner_then, count(*), count(DISTINCT ticket_id) FROM report_fact WHERE kind = 16 AND at >= ?1 AND at "
         "< "
         "?2 GROUP BY owner_then"},
        {QStringLiteral("transitions from and to"),
         asked(StateTransitions, ReportStatistic::Count, {D::FromState, D::ToState}, Year),
         "SELECT source, detail, count(*), count(DISTINCT ticket_id) FROM report_fact WHERE kind = 21 AND at >= ?1 AND "
         "at < ?2 GROUP BY source, detail"},
        {QStringLiteral("median resolution by queue then"),
         asked(Resolution, ReportStatistic::Median, {D::QueueThen}, Year),
         {}},
        {QStringLiteral("first response by month, p90"),
         asked(FirstResponse, ReportStatistic::Percentile90, {D::Month}, Year),
         {}},
        {QStringLiteral("first contact by channel"),
         asked(FirstContact, ReportStatistic::Share, {D::Channel}, Year),
         {}},
        {QStringLiteral("backlog by day and priority"),
         asked(Backlog, ReportStatistic::Count, {D::Day, D::Priority}, Year),
         {}},
        {QStringLiteral("compliance by target and verdict"),
         asked(SlaCompliance, ReportStatistic::Count, {D::Target, D::Verdict}, Year),
         {}},
        {QStringLiteral("opened by tag"), asked(Created, ReportStatistic::Count, {D::Tag}, Year), {}},
        {QStringLiteral("resolution by owner of a queue about something"), filtered, {}},
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

} // namespace

void benchReports(BenchDesk &bench)
{
    const QString name = bench.figureName("reports");
    const PostgresAddress address = bench.server() ? bench.serverToChange() : PostgresAddress();
    const QString path = bench.server() ? QString() : bench.copyToChange();
    auto opened = bench.server() ? LocalDesk::openServer(address) : LocalDesk::open(path);
    if (!opened)
        giveUp(opened.error().detail);
    LocalDesk *desk = opened->get();
    ReportJobPorts ports;
    ports.openStore = [&]() -> Result<std::unique_ptr<ReportStore>> {
        auto store = bench.server() ? openServerReportStore(address) : openReportStore(path);
        if (!store)
            return store.error();
        return std::unique_ptr<ReportStore>(*std::move(store));
    };
    ports.clock = std::make_shared<SystemClock>();
    const auto byHand = [&]() -> std::unique_ptr<RawSql> {
        if (bench.server())
            return std::make_unique<RawServer>(address);
        return std::make_unique<RawDatabase>(path);
    };
    const PersonId me = bench.me();
    const double seconds = milliseconds([&] {
                               if (const Result<void> worked = ReportWorker(ports).runOnce(); !worked)
                                   giveUp(worked.error().detail);
                           })
                           / 1000;
    report({name, QStringLiteral("facts of %1 tickets").arg(bench.tickets()), seconds, QStringLiteral("s"), {}, {}});
    const Result<CatalogPtr> catalog = waitFor(desk->catalog());
    if (!catalog)
        giveUp(catalog.error().detail);
    const Instant now = endOfDesk(*desk, me);

    const QVector<Report> cards = slaDashboard();
    (void)answerOf(*desk, cards.first(), me, now);
    const double dashboard = bestOf([&] {
        for (const Report &card : cards)
            (void)answerOf(*desk, card, me, now);
    });
    report({name,
            QStringLiteral("SLA dashboard, all cards"),
            dashboard,
            QStringLiteral("ms"),
            {},
            slaDashboardTakesAtMost});
    for (qsizetype i = 0; i < cards.size(); ++i) {
        const double ms = bestOf([&] { (void)answerOf(*desk, cards[i], me, now); });
        report({name, QStringLiteral("SLA dashboard, card %1").arg(i + 1), ms, QStringLiteral("ms"), {}, {}});
    }

    for (const BenchReport &one : adHocReports(**catalog)) {
        ReportAnswer answer;
        const double ms = bestOf([&] { answer = answerOf(*desk, one.report, me, now); });
        std::optional<double> raw;
        if (!one.sql.isEmpty()) {
            QByteArray sql = one.sql;
            sql.replace("?1", QByteArray::number(answer.interval.from))
                .replace("?2", QByteArray::number(answer.interval.to));
            if (bench.server())
                sql.replace("FROM report_fact", "FROM deskhand.report_fact");
            const auto hand = byHand();
            raw = bestOf([&] { (void)hand->texts(sql.constData()); });
        }
        report({name, one.name, ms, QStringLiteral("ms"), raw, anyReportTakesAtMost});
        if (answer.cells.isEmpty())
            continue;
        // The biggest cell's list.
        const auto biggest =
            std::max_element(answer.cells.cbegin(), answer.cells.cend(),
                             [](const ReportCell &a, const ReportCell &b) { return a.tickets < b.tickets; });
        const qsizetype place = biggest - answer.cells.cbegin();
        const qsizetype width = answer.axes.size() > 1 ? answer.axes[1].entries.size() : 1;
        TicketQuery query;
        query.me = me;
        query.now = now;
        query.counted = CountedTickets{one.report, {answer.axes[0].entries[place / width].key}, {}, 0, false};
        if (answer.axes.size() > 1)
            query.counted->keys.append(answer.axes[1].entries[place % width].key);
        if (query.counted->keys.contains(-1))
            continue;
        qint64 rows = 0;
        const double list = bestOf([&] {
            const Result<TicketList> listed = waitFor(desk->tickets(query));
            if (!listed)
                giveUp(listed.error().detail);
            rows = listed->ids.size();
        });
        if (rows != biggest->tickets)
            giveUp(QStringLiteral("%1: a list of %2, counted %3").arg(one.name).arg(rows).arg(biggest->tickets));
        report({name,
                QStringLiteral("list of %1 tickets: %2").arg(rows).arg(one.name),
                list,
                QStringLiteral("ms"),
                {},
                rows <= 20'000 ? std::optional<double>(drillDownTakesAtMost) : std::nullopt});
    }
}

} // namespace deskhand::bench
