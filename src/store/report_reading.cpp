// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_reading.h"

#include "domain/catalog.h"
#include "operations/field_errors.h"
#include "store/connection.h"
#include "store/report_catch_up.h"
#include "store/report_facts.h"
#include "store/report_gathering.h"
#include "store/transaction.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace deskhand {
namespace {

constexpr qint64 othersKey = -1;
constexpr int spreadClasses = 60;

Error badReport(const QString &detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("store.report"), detail, {}};
}

/// A report, its period and its condition, ready to be counted.
struct ReportRun {
    Report report;
    ReportInterval interval;
};

std::shared_ptr<const ZoneRules> zoneOfReport(const Report &report, const Catalog &catalog)
{
    return ZoneRules::of((report.zone.isEmpty() ? deskZone(catalog) : report.zone).toLatin1());
}

QString zoneNameOf(const Report &report, const Catalog &catalog)
{
    return report.zone.isEmpty() ? deskZone(catalog) : report.zone;
}

ReportRun comparedRun(const Report &report, const ReportInterval &interval, const QString &zone, Instant now)
{
    ReportRun run{report, interval};
    if (report.comparison == ReportComparison::OtherTickets)
        run.report.tickets = report.otherTickets;
    else
        run.interval = comparedInterval(report.period, report.comparison, zone, now);
    return run;
}

bool comparesAgents(const Report &report)
{
    return report.by.contains(ReportDimension::Owner) || report.by.contains(ReportDimension::OwnerThen);
}

/// The biggest first; behind a limit they are together.
struct AxisOrder {
    QVector<qint64> keys;
    QHash<qint64, qsizetype> places;
    bool others = false;

    [[nodiscard]] qsizetype placeOf(qint64 key) const
    {
        const auto found = places.constFind(key);
        if (found != places.cend())
            return *found;
        return others ? keys.size() - 1 : -1;
    }
};

AxisOrder orderOfKeys(const ReportTable &table, int axis, int limit)
{
    QHash<qint64, qint64> sizes;
    for (auto cell = table.cells.cbegin(); cell != table.cells.cend(); ++cell) {
        qint64 &size = sizes[axis == 0 ? cell.key().first : cell.key().second];
        size += cell->n;
    }
    AxisOrder order;
    order.keys = QVector<qint64>(sizes.keyBegin(), sizes.keyEnd());
    std::sort(order.keys.begin(), order.keys.end(), [&sizes](qint64 a, qint64 b) {
        const qint64 left = sizes.value(a);
        const qint64 right = sizes.value(b);
        return left != right ? left > right : a < b;
    });
    if (limit > 0 && order.keys.size() > limit) {
        order.keys.resize(limit);
        order.keys.append(othersKey);
        order.others = true;
    }
    for (qsizetype i = 0; i < order.keys.size() - (order.others ? 1 : 0); ++i)
        order.places.insert(order.keys[i], i);
    return order;
}

AxisOrder orderOfTime(ReportDimension dimension, qsizetype spans)
{
    AxisOrder order;
    if (dimension == ReportDimension::Weekday) {
        for (qint64 day = 1; day <= 7; ++day)
            order.keys.append(day);
    } else if (dimension == ReportDimension::Hour) {
        for (qint64 hour = 0; hour < 24; ++hour)
            order.keys.append(hour);
    } else {
        for (qint64 place = 0; place < spans; ++place)
            order.keys.append(place);
    }
    for (qsizetype i = 0; i < order.keys.size(); ++i)
        order.places.insert(order.keys[i], i);
    return order;
}

QString labelOf(const Catalog &catalog, ReportDimension dimension, qint64 key)
{
    switch (dimension) {
    case ReportDimension::Queue:
    case ReportDimension::QueueThen: return catalog.queuePath(QueueId{key});
    case ReportDimension::Category: return catalog.categoryPath(CategoryId{key});
    case ReportDimension::Owner:
    case ReportDimension::OwnerThen: {
        const Person *person = catalog.agent(PersonId{key});
        return person ? person->name : QString();
    }
    case ReportDimension::Priority:
    case ReportDimension::PriorityThen: {
        const Priority *priority = catalog.priority(PriorityId{key});
        return priority ? priority->name : QString();
    }
    case ReportDimension::Organization: {
        const Organization *organization = catalog.organization(OrganizationId{key});
        return organization ? organization->name : QString();
    }
    case ReportDimension::State:
    case ReportDimension::FromState:
    case ReportDimension::ToState: {
        const State *state = catalog.state(StateId{key});
        return state ? state->name : QString();
    }
    case ReportDimension::Policy: {
        const SlaPolicy *policy = catalog.slaPolicy(SlaPolicyId{key});
        return policy ? policy->name : QString();
    }
    default: return {};
    }
}

qint64 medianOf(const QVector<qint64> &sorted)
{
    const qsizetype n = sorted.size();
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

qint64 percentileOf(const QVector<qint64> &sorted, int percent)
{
    const qsizetype n = sorted.size();
    return n == 0 ? 0 : sorted[(n * percent + 99) / 100 - 1];
}

double sumOf(const QVector<qint64> &values)
{
    double sum = 0;
    for (const qint64 value : values)
        sum += double(value);
    return sum;
}

/// The answer of one run to its cells.
class CellMaker
{
public:
    CellMaker(const Report &report, const ReportTable &table)
        : m_report(report)
        , m_table(table)
    {
    }

    [[nodiscard]] ReportCell cellOf(ReportGather gather) const;
    /// `orders`: of the axes.
    [[nodiscard]] QVector<ReportCell> cells(const QVector<AxisOrder> &orders) const;

private:
    [[nodiscard]] std::optional<qint64> durationOf(QVector<qint64> *values) const;
    void share(const ReportGather &gather, ReportCell *cell) const;

    const Report &m_report;
    const ReportTable &m_table;
};

std::optional<qint64> CellMaker::durationOf(QVector<qint64> *values) const
{
    if (values->isEmpty())
        return std::nullopt;
    switch (m_report.statistic) {
    case ReportStatistic::Sum: return qRound64(sumOf(*values));
    case ReportStatistic::Mean: return qRound64(sumOf(*values) / double(values->size()));
    default: break;
    }
    std::sort(values->begin(), values->end());
    if (m_report.statistic == ReportStatistic::Percentile90)
        return percentileOf(*values, 90);
    if (m_report.statistic == ReportStatistic::Percentile95)
        return percentileOf(*values, 95);
    return medianOf(*values);
}

void CellMaker::share(const ReportGather &gather, ReportCell *cell) const
{
    const bool parts =
        m_report.by.contains(ReportDimension::Verdict) || m_report.by.contains(ReportDimension::BreachReason);
    qint64 part = gather.n;
    cell->of = m_table.total.n;
    if (m_report.measure == ReportMeasure::SlaCompliance && !parts) {
        part = gather.hits;
        cell->of = gather.n;
    } else if (m_report.measure == ReportMeasure::FirstContact) {
        part = gather.tickets - gather.hits;
        cell->of = gather.tickets;
    } else if (m_report.measure == ReportMeasure::ReopenRate) {
        part = gather.hits;
        cell->of = gather.tickets;
    } else if (m_report.measure == ReportMeasure::TicketsSolved || m_report.measure == ReportMeasure::TicketsReopened) {
        part = gather.tickets;
        cell->of = m_table.total.tickets;
    }
    if (cell->of > 0)
        cell->value = qRound64(100'000.0 * double(part) / double(cell->of));
}

ReportCell CellMaker::cellOf(ReportGather gather) const
{
    ReportCell cell;
    cell.tickets = gather.tickets;
    cell.open = gather.open;
    if (m_report.statistic == ReportStatistic::Share) {
        share(gather, &cell);
        return cell;
    }
    if (m_report.statistic != ReportStatistic::Count) {
        cell.of = gather.values.size();
        cell.value = durationOf(&gather.values);
        return cell;
    }
    switch (m_report.measure) {
    case ReportMeasure::TicketsSolved:
    case ReportMeasure::TicketsReopened: cell.value = gather.tickets; break;
    case ReportMeasure::FirstContact: cell.value = gather.tickets - gather.hits; break;
    case ReportMeasure::ReopenRate: cell.value = gather.hits; break;
    default: cell.value = gather.n; break;
    }
    return cell;
}

QVector<ReportCell> CellMaker::cells(const QVector<AxisOrder> &orders) const
{
    if (orders.isEmpty())
        return {};
    const qsizetype width = orders.size() > 1 ? orders[1].keys.size() : 1;
    QVector<ReportGather> gathers(orders[0].keys.size() * width);
    for (auto cell = m_table.cells.cbegin(); cell != m_table.cells.cend(); ++cell) {
        const qsizetype row = orders[0].placeOf(cell.key().first);
        const qsizetype column = orders.size() > 1 ? orders[1].placeOf(cell.key().second) : 0;
        if (row < 0 || column < 0)
            continue;
        gathers[row * width + column].add(*cell);
    }
    QVector<ReportCell> cells;
    cells.reserve(gathers.size());
    for (qsizetype i = 0; i < gathers.size(); ++i) {
        // Tickets that were told apart in the parts are told apart in what was joined of them.
        if (!gathers[i].ids.isEmpty())
            gathers[i].settle(m_report.measure != ReportMeasure::SlaCompliance);
        cells.append(cellOf(std::move(gathers[i])));
    }
    return cells;
}

qint64 niceStep(qint64 wanted)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    for (const qint64 step : {minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour,
                              4 * hour, 8 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day, 91 * day}) {
        if (step >= wanted)
            return step;
    }
    return 365 * day;
}

void fillSpread(QVector<qint64> values, ReportAnswer *answer)
{
    if (values.isEmpty())
        return;
    std::sort(values.begin(), values.end());
    answer->median = medianOf(values);
    answer->percentile90 = percentileOf(values, 90);
    answer->percentile95 = percentileOf(values, 95);
    answer->spreadStep = niceStep(percentileOf(values, 97) / (spreadClasses - 1) + 1);
    const auto classOf = [answer](qint64 value) {
        return int(std::min<qint64>(std::max<qint64>(0, value) / answer->spreadStep, spreadClasses - 1));
    };
    answer->spread.fill(0, classOf(values.last()) + 1);
    for (const qint64 value : std::as_const(values))
        ++answer->spread[classOf(value)];
}

/// Whether cells can be joined without knowing their tickets.
bool isAdditive(ReportDimension dimension)
{
    return isOfToday(dimension);
}

class ReportReader
{
public:
    ReportReader(Connection &connection, const ReportContext &context, const Report &report)
        : m_connection(connection)
        , m_context(context)
        , m_report(report)
        , m_zone(zoneOfReport(report, *context.catalog))
        , m_zoneName(zoneNameOf(report, *context.catalog))
    {
    }

    Result<ReportAnswer> read();

private:
    Result<void> compare();
    [[nodiscard]] ReportAxis axisOf(int place, const ReportTime &time, const ReportGatherer &gatherer,
                                    const ReportTable &table) const;
    void fillExposures(const ReportTime &time, QVector<ReportCell> *cells) const;

    Connection &m_connection;
    const ReportContext &m_context;
    const Report &m_report;
    std::shared_ptr<const ZoneRules> m_zone;
    QString m_zoneName;
    QVector<AxisOrder> m_orders;
    ReportAnswer m_answer;
};

ReportAxis ReportReader::axisOf(int place, const ReportTime &time, const ReportGatherer &gatherer,
                                const ReportTable &table) const
{
    const AxisOrder &order = m_orders[place];
    ReportAxis axis;
    axis.dimension = m_report.by[place];
    axis.others = order.others;
    for (const qint64 key : order.keys) {
        ReportAxisEntry entry;
        entry.key = key;
        if (isSpan(axis.dimension))
            entry.key = gatherer.spans()[key].day;
        else if (axis.dimension == ReportDimension::Weekday)
            entry.exposure = time.exposure(int(key), -1);
        else if (axis.dimension == ReportDimension::Hour)
            entry.exposure = time.exposure(0, int(key));
        else if (isTextual(axis.dimension))
            entry.label = table.texts.value(key);
        else if (key > 0)
            entry.label = labelOf(*m_context.catalog, axis.dimension, key);
        axis.entries.append(entry);
    }
    return axis;
}

/// Counts by weekday or hour are told with the time in which they could have happened.
void ReportReader::fillExposures(const ReportTime &time, QVector<ReportCell> *cells) const
{
    if (m_report.statistic != ReportStatistic::Count)
        return;
    const auto partOf = [this](ReportDimension dimension) { return m_report.by.indexOf(dimension); };
    const qsizetype weekday = partOf(ReportDimension::Weekday);
    const qsizetype hour = partOf(ReportDimension::Hour);
    if (weekday < 0 && hour < 0)
        return;
    const qsizetype width = m_orders.size() > 1 ? m_orders[1].keys.size() : 1;
    QHash<std::pair<int, int>, qint64> known;
    for (qsizetype i = 0; i < cells->size(); ++i) {
        const std::array<qsizetype, 2> at{i / width, i % width};
        const int day = weekday < 0 ? 0 : int(m_orders[weekday].keys[at[size_t(weekday)]]);
        const int of = hour < 0 ? -1 : int(m_orders[hour].keys[at[size_t(hour)]]);
        auto found = known.find({day, of});
        if (found == known.end())
            found = known.insert({day, of}, time.exposure(day, of));
        (*cells)[i].of = *found;
    }
}

Result<ReportAnswer> ReportReader::read()
{
    m_answer.zone = m_zoneName;
    m_answer.interval = intervalOf(m_report.period, m_zoneName, m_context.now);
    const ReportTime time(m_answer.interval, m_zone, m_context.now);
    ReportGatherer first(m_connection, m_context, m_report, time);
    Result<ReportTable> table = first.gather(false);
    if (!table)
        return table.error();
    const auto order = [&](const ReportTable &of) {
        m_orders.clear();
        for (int i = 0; i < int(m_report.by.size()); ++i)
            m_orders.append(isTime(m_report.by[i]) ? orderOfTime(m_report.by[i], first.spans().size())
                                                   : orderOfKeys(of, i, m_report.limit));
    };
    order(*table);
    bool apart = false;
    for (int i = 0; i < int(m_report.by.size()); ++i)
        apart = apart || (m_orders[i].others && !isAdditive(m_report.by[i]));
    if (apart && !isDuration(m_report.measure)) {
        ReportGatherer again(m_connection, m_context, m_report, time);
        table = again.gather(true);
        if (!table)
            return table.error();
        order(*table);
    }
    const CellMaker maker(m_report, *table);
    m_answer.cells = maker.cells(m_orders);
    m_answer.total = maker.cellOf(table->total);
    for (int i = 0; i < int(m_report.by.size()); ++i)
        m_answer.axes.append(axisOf(i, time, first, *table));
    fillExposures(time, &m_answer.cells);
    if (isDuration(m_report.measure))
        fillSpread(table->total.values, &m_answer);
    if (m_report.comparison != ReportComparison::None) {
        if (Result<void> compared = compare(); !compared)
            return compared.error();
    }
    return std::move(m_answer);
}

Result<void> ReportReader::compare()
{
    const ReportRun run = comparedRun(m_report, m_answer.interval, m_zoneName, m_context.now);
    m_answer.comparedWith = run.interval;
    const ReportTime time(run.interval, m_zone, m_context.now);
    ReportGatherer gatherer(m_connection, m_context, run.report, time);
    bool apart = false;
    for (int i = 0; i < int(m_report.by.size()); ++i)
        apart = apart || (m_orders[i].others && !isAdditive(m_report.by[i]));
    const Result<ReportTable> table = gatherer.gather(apart && !isDuration(m_report.measure));
    if (!table)
        return table.error();
    const CellMaker maker(run.report, *table);
    m_answer.compared = maker.cells(m_orders);
    m_answer.comparedTotal = maker.cellOf(table->total);
    fillExposures(time, &m_answer.compared);
    return {};
}

/// The part of a report's period that is a cell's, and the report of it.
struct CountedPart {
    ReportInterval interval;
    Instant openAt = 0;
};

Result<CountedPart> partOfKeys(const Report &report, const CountedTickets &counted, const ReportTime &time,
                               const ReportTime &mainTime)
{
    CountedPart part{time.interval(), time.interval().to};
    for (qsizetype i = 0; i < report.by.size() && i < counted.keys.size(); ++i) {
        if (!isSpan(report.by[i]))
            continue;
        const QVector<ReportSpanPart> mainSpans = mainTime.spans(report.by[i]);
        const QVector<ReportSpanPart> spans = time.spans(report.by[i]);
        const auto found = std::find_if(mainSpans.cbegin(), mainSpans.cend(),
                                        [&](const ReportSpanPart &span) { return span.day == counted.keys[i]; });
        const qsizetype place = found - mainSpans.cbegin();
        if (found == mainSpans.cend())
            return badReport(QStringLiteral("no such span"));
        // A shorter period that is compared has nothing there.
        if (place >= spans.size())
            return CountedPart{{time.interval().from, time.interval().from}, 0};
        part.interval = {spans[place].from, spans[place].to};
        part.openAt = spans[place].to;
    }
    return part;
}

} // namespace

bool maySplitByAgents(const Catalog &catalog, PersonId me)
{
    if (!me.isValid())
        return true;
    const Person *person = catalog.agent(me);
    if (!person || !person->active)
        return false;
    const auto leads = [me](const Queue &queue) { return queue.lead == me || queue.manager == me; };
    return person->admin || person->supervisor || std::any_of(catalog.queues.cbegin(), catalog.queues.cend(), leads);
}

Result<ReportAnswer> readReport(Connection &connection, const CatalogPtr &catalog, const ReportQuery &query)
{
    FieldErrors errors;
    for (const ReportProblem &problem : reportProblems(query.report))
        errors.add(problem.field, problem.word);
    if (const Result<void> right = errors.result(QStringLiteral("store.report")); !right)
        return right.error();
    if (comparesAgents(query.report) && !maySplitByAgents(*catalog, query.me))
        return Error{ErrorCode::Denied, QStringLiteral("store.report"), QStringLiteral("may not compare agents"), {}};
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    const ReportContext context{catalog, query.me, query.now};
    Result<ReportAnswer> answer = ReportReader(connection, context, query.report).read();
    if (!answer)
        return answer;
    const Result<ReportProgress> progress = readReportProgress(connection);
    if (!progress)
        return progress.error();
    const Result<qint64> lag = reportLag(connection, *progress);
    if (!lag)
        return lag.error();
    answer->notCounted = *lag;
    return answer;
}

Result<SqlPiece> countedTicketsSql(Connection &connection, const CatalogPtr &catalog, const CountedTickets &counted,
                                   PersonId me, Instant now)
{
    Report report = counted.report;
    const auto zone = zoneOfReport(report, *catalog);
    if (!reportProblems(report).isEmpty() || (!counted.keys.isEmpty() && counted.keys.size() != report.by.size()))
        return badReport(QStringLiteral("counted tickets"));
    if (comparesAgents(report) && !counted.keys.isEmpty() && !maySplitByAgents(*catalog, me))
        return Error{ErrorCode::Denied, QStringLiteral("store.report"), QStringLiteral("may not compare agents"), {}};
    const QString zoneName = zoneNameOf(report, *catalog);
    const ReportInterval interval = intervalOf(report.period, zoneName, now);
    const ReportTime mainTime(interval, zone, now);
    ReportRun run = counted.compared ? comparedRun(report, interval, zoneName, now) : ReportRun{report, interval};
    if (counted.keys.isEmpty())
        run.report = undivided(run.report);
    const ReportTime time(run.interval, zone, now);
    const Result<CountedPart> part = partOfKeys(report, counted, time, mainTime);
    if (!part)
        return part.error();
    const ReportTime partTime(part->interval, zone, now);
    const ReportContext context{catalog, me, now};
    const ReportSql sql(connection, context, run.report, partTime);
    Result<ReportSql::Selection> selection =
        isOfInstants(report.measure) ? sql.openAt(part->openAt) : sql.selection(ReportSql::Facts::Counted);
    if (!selection)
        return selection.error();
    for (qsizetype i = 0; i < counted.keys.size(); ++i) {
        const ReportDimension dimension = report.by[i];
        if (isSpan(dimension))
            continue;
        const bool others = counted.keys[i] == othersKey && !isTime(dimension);
        if (others && i != counted.exceptDimension)
            return badReport(QStringLiteral("beside what others are"));
        const Result<SqlPiece> has =
            sql.hasKey(dimension, others ? counted.except : QVector<qint64>{counted.keys[i]}, !others);
        if (!has)
            return has.error();
        selection->where.append(" AND ");
        selection->where.append(*has);
    }
    QByteArray text = connection.fragment("report.counted");
    text.replace("{source}", selection->source.sql).replace("{where}", selection->where.sql);
    SqlPiece piece{text, selection->source.values};
    piece.values += selection->where.values;
    return piece;
}

} // namespace deskhand
