// SPDX-License-Identifier: GPL-3.0-or-later
// What of a report sums of days tell.
#include "store/report_sql.h"

#include "domain/catalog.h"
#include "domain/report_fact.h"
#include "store/connection.h"
#include "store/report_pieces.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Sums of days know queues, and priorities where they are of each.
bool isOfDays(const Condition &condition, bool *byPriority)
{
    if (condition.kind != Condition::Kind::Test)
        return std::all_of(condition.children.cbegin(), condition.children.cend(),
                           [byPriority](const Condition &child) { return isOfDays(child, byPriority); });
    *byPriority = *byPriority || condition.field == ConditionField::Priority;
    return condition.field == ConditionField::Priority || condition.field == ConditionField::Queue;
}

/// What facts of the same place as f are, called p.
QByteArray alikeSql(ReportSeries series)
{
    switch (series) {
    case ReportSeries::Tickets: return "p.kind IN (12, 13)";
    case ReportSeries::Targets: return "p.kind IN (12, 13) AND p.target = f.target";
    case ReportSeries::Verdicts: return "p.kind = f.kind";
    case ReportSeries::TargetVerdicts: return "p.kind = f.kind AND p.target = f.target";
    case ReportSeries::AllVerdicts: return "p.kind IN (12, 13, 14, 15)";
    case ReportSeries::QueuesThen: return "p.kind IN (12, 13) AND p.queue_then = f.queue_then";
    case ReportSeries::PrioritiesThen: return "p.kind = f.kind AND p.priority_then = f.priority_then";
    case ReportSeries::Policies: return "p.kind = f.kind AND p.policy_id = f.policy_id";
    }
    return {};
}

} // namespace

/// Those that days have: what runs is told by now only.
QVector<qint64> ReportSql::summedKinds() const
{
    QVector<qint64> summed = kinds(Facts::Counted);
    summed.removeAll(qint64(ReportFactKind::SlaRunning));
    return summed;
}

std::optional<ReportSeries> ReportSql::seriesOfThen(ReportDimension dimension) const
{
    const bool judges = splitsBy(ReportDimension::Verdict);
    if (m_report.measure != ReportMeasure::SlaCompliance || splitsBy(ReportDimension::Target))
        return std::nullopt;
    if (dimension == ReportDimension::QueueThen)
        return judges ? std::nullopt : std::optional(ReportSeries::QueuesThen);
    if (!judges)
        return std::nullopt;
    return dimension == ReportDimension::PriorityThen ? ReportSeries::PrioritiesThen : ReportSeries::Policies;
}

std::optional<ReportSeries> ReportSql::series(bool apart) const
{
    const QVector<qint64> summed = summedKinds();
    if (isDuration(m_report.measure) || m_report.measure == ReportMeasure::FirstContact
        || m_report.measure == ReportMeasure::ReopenRate
        || !std::all_of(summed.cbegin(), summed.cend(),
                        [](qint64 kind) { return ReportDays::areSummed(ReportFactKind(kind)); }))
        return std::nullopt;
    bool byPriority = false;
    if (!isOfDays(narrowedCondition(), &byPriority))
        return std::nullopt;
    std::optional<ReportDimension> then;
    for (const ReportDimension dimension : m_report.by) {
        switch (dimension) {
        case ReportDimension::Queue:
        case ReportDimension::Target:
        case ReportDimension::Verdict: break;
        case ReportDimension::Priority: byPriority = true; break;
        case ReportDimension::QueueThen:
        case ReportDimension::PriorityThen:
        case ReportDimension::Policy:
            if (then)
                return std::nullopt;
            then = dimension;
            break;
        default:
            if (!isSpan(dimension))
                return std::nullopt;
        }
    }
    // What began in a period that reaches to now, and does not run any more though nothing has ended it, was missed in
    // it. Of an older period it may have been missed behind it.
    if (apart)
        return m_report.by == QVector{ReportDimension::Verdict} && !byPriority && m_time.interval().to > m_context.now
                   ? std::optional(ReportSeries::AllVerdicts)
                   : std::nullopt;
    if (then)
        return byPriority ? std::nullopt : seriesOfThen(*then);
    const bool judges = splitsBy(ReportDimension::Verdict);
    if (!splitsBy(ReportDimension::Target))
        return judges ? ReportSeries::Verdicts : ReportSeries::Tickets;
    if (!judges)
        return ReportSeries::Targets;
    return byPriority ? std::nullopt : std::optional(ReportSeries::TargetVerdicts);
}

Result<SqlPiece> ReportSql::days(ReportSeries series, LocalDay first, LocalDay behind) const
{
    const ConditionContext context{m_context.catalog, m_context.me, m_context.now};
    Result<SqlPiece> compiled = conditionSql(narrowedCondition(), context, m_connection.catalogue());
    if (!compiled)
        return compiled;
    compiled->sql.replace("t.priority_id", "d.key").replace("t.queue_id", "d.queue_id");
    SqlPiece where{"d.series = ", {}};
    where.appendValue(qint64(series));
    QVector<qint64> kinds = summedKinds();
    if (series == ReportSeries::AllVerdicts)
        kinds.append(qint64(ReportFactKind::SlaRunning));
    andAlso(&where, oneOfNumbers("d.kind", kinds, true));
    andAlso(&where, between("d.day", first, behind));
    andAlso(&where, *compiled);
    return where;
}

QByteArray ReportSql::keyOfDays(ReportDimension dimension, const QVector<ReportSpanPart> &spans) const
{
    switch (dimension) {
    case ReportDimension::Queue: return "d.queue_id";
    case ReportDimension::Priority:
    case ReportDimension::QueueThen:
    case ReportDimension::PriorityThen:
    case ReportDimension::Policy: return "d.key";
    case ReportDimension::Target: return "d.target";
    case ReportDimension::Verdict: return m_connection.fragment("report.verdict").replace("f.kind", "d.kind");
    default: return ReportTime::spanSql(m_connection, spans, "d.day");
    }
}

QByteArray ReportSql::firstsOfDays(LocalDay first, const QVector<ReportSpanPart> &spans) const
{
    if (isOncePerTicket(m_report.measure))
        return "d.n";
    QByteArray sql = m_connection.fragment(spans.isEmpty() ? "report.firstsOfDays" : "report.firstsOfSpansOfDays");
    sql.replace("{from}", QByteArray::number(first));
    sql.replace("{spanOfPrevious}", ReportTime::spanSql(m_connection, spans, "d.previous_day"));
    return sql.replace("{span}", ReportTime::spanSql(m_connection, spans, "d.day"));
}

Result<ReportSql::Selection> ReportSql::behindNow(Facts facts, Instant until) const
{
    Selection selection;
    selection.source.append(m_connection.fragment("report.facts"));
    Result<Selection> narrowed = this->narrowed(facts, between("f.at", m_context.now + 1, until), std::move(selection));
    if (narrowed && facts == Facts::Counted && splitsBy(ReportDimension::Verdict))
        andAlso(&narrowed->where, SqlPiece{"f.kind <> 14", {}});
    return narrowed;
}

QByteArray ReportSql::hasEarlier(ReportSeries series, Instant since) const
{
    QByteArray sql = m_connection.fragment("report.earlier");
    sql.replace("{alike}", alikeSql(series)).replace("{since}", QByteArray::number(since));
    return sql;
}

} // namespace deskhand
