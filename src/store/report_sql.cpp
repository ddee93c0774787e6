// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_sql.h"

#include "domain/catalog.h"
#include "domain/report_fact.h"
#include "store/connection.h"
#include "store/report_pieces.h"
#include "store/ticket_sight.h"

#include <algorithm>

namespace deskhand {
namespace {

/// What a fact has of its ticket, too, by the same names: no look at the ticket then.
bool isOfFacts(const Condition &condition)
{
    if (condition.kind != Condition::Kind::Test)
        return std::all_of(condition.children.cbegin(), condition.children.cend(), isOfFacts);
    switch (condition.field) {
    case ConditionField::Priority:
    case ConditionField::Queue:
    case ConditionField::Category:
    case ConditionField::Owner:
    case ConditionField::Organization:
    case ConditionField::Channel: return true;
    default: return false;
    }
}

/// Takes apart what is asked of facts and what their tickets have to be looked at for. Both hold where the whole does.
void split(const Condition &condition, QVector<Condition> *ofFacts, QVector<Condition> *ofTickets)
{
    if (condition.kind == Condition::Kind::All) {
        for (const Condition &child : condition.children)
            split(child, ofFacts, ofTickets);
    } else {
        (isOfFacts(condition) ? ofFacts : ofTickets)->append(condition);
    }
}

const char *columnOfDimension(ReportDimension dimension)
{
    switch (dimension) {
    case ReportDimension::Queue: return "f.queue_id";
    case ReportDimension::QueueThen: return "f.queue_then";
    case ReportDimension::Owner: return "f.owner_id";
    case ReportDimension::OwnerThen: return "f.owner_then";
    case ReportDimension::Priority: return "f.priority_id";
    case ReportDimension::PriorityThen: return "f.priority_then";
    case ReportDimension::Category: return "f.category_id";
    case ReportDimension::Channel: return "f.channel";
    case ReportDimension::Organization: return "f.organization_id";
    case ReportDimension::State: return "f.state_id";
    case ReportDimension::Policy: return "f.policy_id";
    case ReportDimension::Target: return "f.target";
    case ReportDimension::BreachReason:
    case ReportDimension::Activity: return "f.reason";
    case ReportDimension::FromState: return "f.source";
    case ReportDimension::ToState: return "f.detail";
    case ReportDimension::Tag: return "g.tag";
    case ReportDimension::Verdict:
    case ReportDimension::Hour:
    case ReportDimension::Weekday:
    case ReportDimension::Day:
    case ReportDimension::Week:
    case ReportDimension::Month:
    case ReportDimension::Quarter:
    case ReportDimension::Year: break;
    }
    return "";
}

} // namespace

QByteArray reportGroupSql(const Connection &connection, int keys)
{
    if (keys == 0)
        return {};
    QByteArray columns("1");
    for (int i = 2; i <= keys; ++i)
        columns += ", " + QByteArray::number(i);
    return '\n' + connection.fragment("report.group").replace("{keys}", columns);
}

WorkingTimePtr calendarOfReport(const Catalog &catalog, const Report &report)
{
    const bool byIt = report.calendar.isValid() && report.clock == ReportClock::Business && hasClock(report.measure);
    const BusinessCalendar *calendar = byIt ? catalog.calendar(report.calendar) : nullptr;
    return calendar ? catalog.slaVersions->workingTime(calendar->versionId) : nullptr;
}

bool endsWithFact(ReportMeasure measure)
{
    return measure == ReportMeasure::Resolution || measure == ReportMeasure::FirstResolution;
}

Report undivided(const Report &report)
{
    Report whole = report;
    whole.by.clear();
    for (const ReportDimension dimension : {ReportDimension::Verdict, ReportDimension::BreachReason}) {
        if (report.by.contains(dimension))
            whole.by.append(dimension);
    }
    return whole;
}

bool isOfInstants(ReportMeasure measure)
{
    return measure == ReportMeasure::Backlog || measure == ReportMeasure::BacklogAge
           || measure == ReportMeasure::AgentLoad;
}

bool isOncePerTicket(ReportMeasure measure)
{
    switch (measure) {
    case ReportMeasure::Created:
    case ReportMeasure::FirstResponse:
    case ReportMeasure::Resolution:
    case ReportMeasure::FirstResolution: return true;
    default: return isOfInstants(measure);
    }
}

bool isOfToday(ReportDimension dimension)
{
    switch (dimension) {
    case ReportDimension::Queue:
    case ReportDimension::Owner:
    case ReportDimension::Priority:
    case ReportDimension::Category:
    case ReportDimension::Channel:
    case ReportDimension::Organization:
    case ReportDimension::State: return true;
    default: return false;
    }
}

ReportSql::ReportSql(Connection &connection, const ReportContext &context, const Report &report, const ReportTime &time,
                     Tickets tickets)
    : m_connection(connection)
    , m_context(context)
    , m_report(report)
    , m_time(time)
    , m_tickets(tickets)
{
}

QVector<qint64> ReportSql::kinds(Facts facts) const
{
    using enum ReportFactKind;
    const bool counted = facts == Facts::Counted;
    switch (m_report.measure) {
    case ReportMeasure::Created: return {qint64(Created)};
    case ReportMeasure::SolveEvents:
    case ReportMeasure::TicketsSolved:
    case ReportMeasure::FirstContact:
    case ReportMeasure::ReopenRate: return {qint64(Solved)};
    case ReportMeasure::ReopenEvents:
    case ReportMeasure::TicketsReopened: return {qint64(Reopened)};
    case ReportMeasure::FirstResponse: return {qint64(counted ? FirstResponse : FirstResponseOpen)};
    case ReportMeasure::NextResponse: return {qint64(counted ? NextResponse : NextResponseOpen)};
    case ReportMeasure::Resolution: return {qint64(counted ? Resolution : Unresolved)};
    case ReportMeasure::FirstResolution: return {qint64(counted ? FirstResolution : NeverResolved)};
    case ReportMeasure::SlaCompliance:
        if (!counted)
            return {qint64(SlaRunning)};
        if (splitsBy(ReportDimension::BreachReason))
            return {qint64(SlaMissed)};
        return splitsBy(ReportDimension::Verdict)
                   ? QVector<qint64>{qint64(SlaMet), qint64(SlaMissed), qint64(SlaRunning), qint64(SlaCancelled)}
                   : QVector<qint64>{qint64(SlaMet), qint64(SlaMissed)};
    case ReportMeasure::Touches: return {qint64(Touch)};
    case ReportMeasure::Transfers: return {qint64(Transfer)};
    case ReportMeasure::Reassignments: return {qint64(Reassignment)};
    case ReportMeasure::Escalations: return {qint64(Escalation)};
    case ReportMeasure::Bounces: return {qint64(Bounce)};
    case ReportMeasure::WorkTime: return {qint64(Work)};
    case ReportMeasure::StateTransitions: return {qint64(Transition)};
    case ReportMeasure::Backlog:
    case ReportMeasure::BacklogAge:
    case ReportMeasure::AgentLoad: break;
    }
    return {qint64(OpenDay), qint64(OpenWeek), qint64(OpenMonths), qint64(OpenLong)};
}

/// What is asked of tickets, and which of them may be seen.
Condition ReportSql::narrowedCondition() const
{
    return TicketSight(*m_context.catalog, m_context.me).narrowed(m_report.tickets);
}

Result<void> ReportSql::narrow(Selection *selection) const
{
    const Condition condition = narrowedCondition();
    const ConditionContext context{m_context.catalog, m_context.me, m_context.now};
    if (splitsBy(ReportDimension::Tag)) {
        selection->source.append(' ' + m_connection.fragment("report.withTags"));
        andAlso(&selection->where, SqlPiece{"g.ticket_id = f.ticket_id", {}});
    }
    if (m_report.measure == ReportMeasure::AgentLoad)
        andAlso(&selection->where, SqlPiece{"f.owner_then <> 0", {}});
    QVector<Condition> ofFacts;
    QVector<Condition> ofTickets;
    split(condition, &ofFacts, &ofTickets);
    // None asks the search index: see reportProblems(). Facts first: each that is left may need a look at its ticket.
    if (!ofFacts.isEmpty()) {
        Result<SqlPiece> compiled = conditionSql(Condition::all(ofFacts), context, m_connection.catalogue());
        if (!compiled)
            return compiled.error();
        compiled->sql.replace("t.", "f.");
        andAlso(&selection->where, *compiled);
    }
    if (ofTickets.isEmpty())
        return {};
    const Result<SqlPiece> compiled = conditionSql(Condition::all(ofTickets), context, m_connection.catalogue());
    if (!compiled)
        return compiled.error();
    if (m_tickets != Tickets::Joined) {
        selection->tickets = *compiled;
        return {};
    }
    selection->source.append(' ' + m_connection.fragment("report.withTickets"));
    andAlso(&selection->where, SqlPiece{"t.id = f.ticket_id", {}});
    andAlso(&selection->where, *compiled);
    return {};
}

Result<ReportSql::Selection> ReportSql::selection(Facts facts) const
{
    return selection(facts, m_time.interval());
}

Result<ReportSql::Selection> ReportSql::selection(Facts facts, const ReportInterval &interval) const
{
    Selection selection;
    const bool oneByOne = m_tickets == Tickets::OneByOne;
    selection.source.append(m_connection.fragment(oneByOne ? "report.factsOfTicket" : "report.facts"));
    const bool sla = m_report.measure == ReportMeasure::SlaCompliance;
    // What will be missed has its fact already.
    return narrowed(facts, between("f.at", interval.from, sla ? std::min(interval.to, m_context.now + 1) : interval.to),
                    std::move(selection));
}

Result<ReportSql::Selection> ReportSql::narrowed(Facts facts, const SqlPiece &time, Selection selection) const
{
    if (m_tickets == Tickets::OneByOne)
        selection.where.append("f.ticket_id = t.id");
    andAlso(&selection.where, oneOfNumbers("f.kind", kinds(facts), true));
    andAlso(&selection.where, time);
    if (m_report.measure == ReportMeasure::SlaCompliance
        && (facts == Facts::Open || splitsBy(ReportDimension::Verdict))) {
        SqlPiece running{"(f.kind <> ", {}};
        running.appendValue(qint64(ReportFactKind::SlaRunning));
        running.append(" OR f.ends > ");
        running.appendValue(m_context.now);
        running.append(")");
        andAlso(&selection.where, running);
    }
    const Result<void> narrowed = narrow(&selection);
    return narrowed ? Result<Selection>(selection) : Result<Selection>(narrowed.error());
}

Result<ReportSql::Selection> ReportSql::begun(Facts facts, const ReportLasting &lasting) const
{
    const ReportInterval interval = m_time.interval();
    const bool ofFew = !lasting.tickets.sql.isEmpty();
    Selection selection;
    selection.source.append(m_connection.fragment(ofFew ? "report.factsOfTicket" : "report.facts"));
    selection.where = oneOfNumbers("f.kind", kinds(facts), true);
    // By the clock on the wall; what is shorter by it is shorter by every other clock, too.
    if (facts == Facts::Counted && endsWithFact(m_report.measure)) {
        // What began in the period ended behind its beginning.
        andAlso(&selection.where, SqlPiece{"f.at >= ?", {interval.from + lasting.atLeast}});
        andAlso(&selection.where, between("f.at - f.wall", interval.from, interval.to));
    } else {
        const Instant behindLast = lasting.atLeast > 0 ? lasting.known - lasting.atLeast + 1 : interval.to;
        andAlso(&selection.where, between("f.at", interval.from, std::min(interval.to, behindLast)));
    }
    if (facts == Facts::Counted && lasting.atLeast > 0)
        andAlso(&selection.where, SqlPiece{"f.wall >= ?", {lasting.atLeast}});
    if (ofFew) {
        QByteArray text = m_connection.fragment("report.ofTickets");
        andAlso(&selection.where, SqlPiece{text.replace("{tickets}", lasting.tickets.sql), lasting.tickets.values});
    }
    const Result<void> narrowed = narrow(&selection);
    return narrowed ? Result<Selection>(selection) : Result<Selection>(narrowed.error());
}

std::optional<SqlPiece> ReportSql::duration(Instant at) const
{
    if (isOfInstants(m_report.measure)) {
        if (m_report.clock != ReportClock::Wall)
            return std::nullopt;
        SqlPiece age;
        age.append("(");
        age.appendValue(std::min(at, m_context.now));
        age.append(" - f.value)");
        return age;
    }
    if (calendarOfReport(*m_context.catalog, m_report))
        return std::nullopt;
    switch (m_report.clock) {
    case ReportClock::Business: return SqlPiece{"f.business", {}};
    case ReportClock::Working: return SqlPiece{"f.working", {}};
    case ReportClock::Wall: break;
    }
    return SqlPiece{"f.wall", {}};
}

Result<ReportSql::Selection> ReportSql::selection(Facts facts, const QVector<ReportInterval> &parts) const
{
    QString json(u'[');
    for (const ReportInterval &part : parts)
        json += (json.size() > 1 ? QStringLiteral(",[%1,%2]") : QStringLiteral("[%1,%2]")).arg(part.from).arg(part.to);
    // No other limits of time: a database would look for those instead.
    Selection selection;
    selection.source = SqlPiece{m_connection.fragment("report.parts") + ' ', {QString(json + u']')}};
    selection.source.append(m_connection.fragment("report.facts"));
    return narrowed(facts, SqlPiece{m_connection.fragment("report.inPart"), {}}, std::move(selection));
}

Result<ReportSql::Selection> ReportSql::openBetween(Instant first, Instant last) const
{
    Selection selection;
    selection.source.append(m_connection.fragment("report.open"));
    for (const qint64 limit : openStretchLimits)
        selection.source.values << first - limit << last << first;
    selection.source.values << last << first;
    const Result<void> narrowed = narrow(&selection);
    if (!narrowed)
        return narrowed.error();
    if (selection.where.sql.isEmpty())
        selection.where.append("TRUE");
    return selection;
}

QByteArray ReportSql::key(ReportDimension dimension, const QVector<ReportSpanPart> &spans) const
{
    if (dimension == ReportDimension::Verdict)
        return m_connection.fragment("report.verdict");
    if (isSpan(dimension))
        return ReportTime::spanSql(m_connection, spans, "f.at");
    if (isTime(dimension))
        return m_time.partSql(m_connection, dimension, "f.at");
    return columnOfDimension(dimension);
}

QByteArray ReportSql::firsts(const QVector<ReportSpanPart> &spans) const
{
    bool byTarget = false;
    bool bySpan = false;
    for (const ReportDimension dimension : m_report.by) {
        byTarget = byTarget || dimension == ReportDimension::Target;
        bySpan = bySpan || isSpan(dimension);
        if (!isOfToday(dimension) && !isSpan(dimension) && dimension != ReportDimension::Target)
            return {};
    }
    const QByteArray previous = byTarget ? "f.prev_like_at" : "f.prev_at";
    QByteArray sql = m_connection.fragment(bySpan ? "report.firstsOfSpans" : "report.firsts");
    sql.replace("{previous}", previous).replace("{from}", QByteArray::number(m_time.interval().from));
    if (bySpan) {
        sql.replace("{spanOfPrevious}", ReportTime::spanSql(m_connection, spans, previous));
        sql.replace("{span}", ReportTime::spanSql(m_connection, spans, "f.at"));
    }
    return sql;
}

SqlPiece ReportSql::hit() const
{
    const qint64 days = qint64(m_report.days) * millisecondsPerDay;
    switch (m_report.measure) {
    case ReportMeasure::SlaCompliance: return SqlPiece{"f.kind = 12", {}};
    case ReportMeasure::ReopenRate: return SqlPiece{m_connection.fragment("report.reopenedWithin"), {days}};
    case ReportMeasure::FirstContact:
        switch (m_report.variant) {
        case ReportVariant::OneTouch: return SqlPiece{"NOT " + m_connection.fragment("report.oneTouch"), {}};
        case ReportVariant::OneReply: return SqlPiece{"NOT " + m_connection.fragment("report.oneReply"), {}};
        case ReportVariant::Ours: break;
        }
        return SqlPiece{"NOT " + m_connection.fragment("report.ours"), {days}};
    default: return {};
    }
}

} // namespace deskhand
