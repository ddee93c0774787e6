// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_reading.h"

#include "domain/catalog.h"
#include "operations/field_errors.h"
#include "store/connection.h"
#include "store/report_catch_up.h"
#include "store/report_cells.h"
#include "store/report_gathering.h"
#include "store/report_run.h"
#include "store/report_spread.h"
#include "store/report_survival.h"
#include "store/transaction.h"

#include <algorithm>

namespace deskhand {
namespace {

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
        , m_zoneName(zoneNameOfReport(report, *context.catalog))
    {
    }

    Result<ReportAnswer> read();

private:
    Result<void> compare();
    Result<void> tellOthersApart(const Report &report, const ReportTime &time, ReportTable *table);
    [[nodiscard]] ReportAxis axisOf(int place, const ReportTime &time, const ReportGatherer &gatherer,
                                    const ReportTable &table) const;
    void fillExposures(const ReportTime &time, QVector<ReportCell> *cells) const;

    Connection &m_connection;
    const ReportContext &m_context;
    const Report &m_report;
    std::shared_ptr<const ZoneRules> m_zone;
    QString m_zoneName;
    QVector<ReportAxisOrder> m_orders;
    ReportAnswer m_answer;
};

ReportAxis ReportReader::axisOf(int place, const ReportTime &time, const ReportGatherer &gatherer,
                                const ReportTable &table) const
{
    const ReportAxisOrder &order = m_orders[place];
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
    if (Result<void> apart = tellOthersApart(m_report, time, &*table); !apart)
        return apart.error();
    const ReportCellMaker maker(m_report, *table);
    m_answer.cells = maker.cells(m_orders);
    m_answer.total = maker.cellOf(table->total);
    for (int i = 0; i < int(m_report.by.size()); ++i)
        m_answer.axes.append(axisOf(i, time, first, *table));
    fillExposures(time, &m_answer.cells);
    if (isDuration(m_report.measure))
        fillSpread(table->total, &m_answer);
    if (asksSurvival(m_report)) {
        Result<QVector<LastingThing>> things = readLasting(m_connection, m_context, m_report, time);
        if (!things)
            return things.error();
        fillSurvival(*std::move(things), isOncePerTicket(m_report.measure), &m_answer);
    }
    if (m_report.comparison != ReportComparison::None) {
        if (Result<void> compared = compare(); !compared)
            return compared.error();
    }
    return std::move(m_answer);
}

/// A ticket may be in several cells of what the limit leaves out, unless it is in one by what it is today.
Result<void> ReportReader::tellOthersApart(const Report &report, const ReportTime &time, ReportTable *table)
{
    QVector<QVector<qint64>> shown(m_orders.size());
    for (qsizetype i = 0; i < m_orders.size(); ++i) {
        if (m_orders[i].others && !isAdditive(report.by[i]))
            shown[i] = m_orders[i].places.keys();
    }
    const auto isLeft = [](const QVector<qint64> &keys) { return !keys.isEmpty(); };
    if (table->apart || std::none_of(shown.cbegin(), shown.cend(), isLeft))
        return {};
    ReportGatherer again(m_connection, m_context, report, time);
    if (!isOfInstants(report.measure))
        return again.tellOthersApart(shown, table);
    Result<ReportTable> gathered = again.gather(true);
    if (!gathered)
        return gathered.error();
    *table = *std::move(gathered);
    return {};
}

Result<void> ReportReader::compare()
{
    const ReportRun run = comparedRun(m_report, m_answer.interval, m_zoneName, m_context.now);
    m_answer.comparedWith = run.interval;
    const ReportTime time(run.interval, m_zone, m_context.now);
    ReportGatherer gatherer(m_connection, m_context, run.report, time);
    Result<ReportTable> table = gatherer.gather(false);
    if (!table)
        return table.error();
    if (Result<void> apart = tellOthersApart(run.report, time, &*table); !apart)
        return apart.error();
    const ReportCellMaker maker(run.report, *table);
    m_answer.compared = maker.cells(m_orders);
    m_answer.comparedTotal = maker.cellOf(table->total);
    fillExposures(time, &m_answer.compared);
    return {};
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

} // namespace deskhand
