// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/report_oracle.h"

#include "domain/condition.h"
#include "domain/sla_log.h"

#include <QDateTime>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace deskhand::test {
namespace {

bool isResolvedType(qint64 type)
{
    return type == qint64(StateType::Solved) || type == qint64(StateType::Closed);
}

bool isPendingType(qint64 type)
{
    return type == qint64(StateType::PendingReminder) || type == qint64(StateType::PendingAuto);
}

bool isAnswer(const SlaEvent &event)
{
    return event.kind == SlaEventKind::AgentReplied || event.kind == SlaEventKind::AgentCalled;
}

} // namespace

/// Looks everything up from the beginning, each time.
struct ReportOracle::Log {
    QVector<SlaEvent> events;

    [[nodiscard]] qint64 lastValue(SlaEventKind kind, qsizetype before) const
    {
        qint64 value = 0;
        for (qsizetype i = 0; i < before; ++i) {
            if (events[i].kind == kind)
                value = events[i].value;
        }
        return value;
    }
    [[nodiscard]] qint64 typeBefore(qsizetype before) const
    {
        qint64 type = qint64(StateType::New);
        for (qsizetype i = 0; i < before; ++i) {
            if (events[i].kind == SlaEventKind::State)
                type = events[i].other;
        }
        return type;
    }
    [[nodiscard]] qsizetype behind(Instant at) const
    {
        qsizetype count = 0;
        while (count < events.size() && events[count].at <= at)
            ++count;
        return count;
    }
    /// As many as have happened before an instant.
    [[nodiscard]] qsizetype until(Instant at) const
    {
        qsizetype count = 0;
        while (count < events.size() && events[count].at < at)
            ++count;
        return count;
    }
    [[nodiscard]] bool isSolve(qsizetype i) const
    {
        return events[i].kind == SlaEventKind::State && isResolvedType(events[i].other)
               && typeBefore(i) < qint64(StateType::Solved);
    }
    [[nodiscard]] bool isReopening(qsizetype i) const
    {
        return events[i].kind == SlaEventKind::State && events[i].other < qint64(StateType::Solved)
               && isResolvedType(typeBefore(i));
    }
    [[nodiscard]] QVector<qsizetype> solves() const
    {
        QVector<qsizetype> found;
        for (qsizetype i = 0; i < events.size(); ++i) {
            if (isSolve(i))
                found.append(i);
        }
        return found;
    }
    /// The first one; -1: none.
    [[nodiscard]] qsizetype answered() const
    {
        qsizetype i = 0;
        while (i < events.size() && !isAnswer(events[i]))
            ++i;
        return i < events.size() ? i : -1;
    }
    [[nodiscard]] bool isByCustomer(qsizetype i) const
    {
        return i > 0 && events[i - 1].kind == SlaEventKind::CustomerSpoke && events[i - 1].at == events[i].at;
    }
    [[nodiscard]] bool isOpenAt(Instant at) const
    {
        return !events.isEmpty() && events.first().at < at && typeBefore(until(at)) < qint64(StateType::Solved);
    }
    [[nodiscard]] bool isOpenedByCustomer() const { return events.first().value == qint64(SenderRole::Customer); }
    [[nodiscard]] qint64 pending(Instant from, Instant to) const
    {
        qint64 sum = 0;
        for (qsizetype i = 0; i < events.size(); ++i) {
            if (events[i].kind != SlaEventKind::State || !isPendingType(events[i].other))
                continue;
            Instant end = to;
            for (qsizetype k = i + 1; k < events.size(); ++k) {
                if (events[k].kind == SlaEventKind::State) {
                    end = events[k].at;
                    break;
                }
            }
            sum += std::max<qint64>(0, std::min(end, to) - std::max(events[i].at, from));
        }
        return sum;
    }
    [[nodiscard]] CalendarVersionId calendar() const
    {
        CalendarVersionId found;
        for (const SlaEvent &event : events) {
            if (event.kind == SlaEventKind::Policy || event.kind == SlaEventKind::Recalculated)
                found = CalendarVersionId{event.other};
        }
        return found;
    }
    [[nodiscard]] qint64 policy(const SlaVersions &versions) const
    {
        SlaPolicyVersionId found;
        for (const SlaEvent &event : events) {
            if (event.kind == SlaEventKind::Policy || event.kind == SlaEventKind::Recalculated)
                found = SlaPolicyVersionId{event.value};
        }
        const SlaPolicyPtr policy = versions.policy(found);
        return policy ? policy->id.value : 0;
    }
    [[nodiscard]] qint64 duration(const Report &report, const Catalog &catalog, Instant from, Instant to) const
    {
        if (report.clock == ReportClock::Working)
            return to - from - pending(from, to);
        if (report.clock == ReportClock::Wall)
            return to - from;
        const CalendarVersionId of =
            report.calendar.isValid() ? catalog.calendar(report.calendar)->versionId : calendar();
        return of.isValid() ? catalog.slaVersions->workingTime(of)->elapsed(from, to) : to - from;
    }
};

ReportOracle::ReportOracle(CatalogPtr catalog, QVector<OracleTicket> tickets, Instant now)
    : m_catalog(std::move(catalog))
    , m_tickets(std::move(tickets))
    , m_now(now)
{
}

Occurrence ReportOracle::make(const OracleTicket &ticket, const Log &log, Instant at, qsizetype event) const
{
    using D = ReportDimension;
    const TicketHead &head = ticket.head;
    Occurrence one;
    one.ticket = head.id;
    one.at = at;
    one.tags = head.tags;
    one.keys = {{D::Queue, head.queue.value},
                {D::Owner, head.owner.value},
                {D::Priority, head.priority.value},
                {D::Category, head.category.value},
                {D::Channel, qint64(head.channel)},
                {D::Organization, head.organization.value},
                {D::State, head.state.value},
                {D::QueueThen, log.lastValue(SlaEventKind::Queue, event)},
                {D::OwnerThen, log.lastValue(SlaEventKind::Owner, event)},
                {D::PriorityThen, log.lastValue(SlaEventKind::Priority, event)},
                {D::Policy, log.policy(*m_catalog->slaVersions)}};
    return one;
}

void ReportOracle::collect(const OracleTicket &ticket, const Log &log, const Report &report,
                           const ReportInterval &interval, QVector<Occurrence> *found) const
{
    switch (report.measure) {
    case ReportMeasure::SlaCompliance: collectClocks(ticket, log, report, interval, found); break;
    case ReportMeasure::FirstResponse:
    case ReportMeasure::NextResponse:
    case ReportMeasure::Resolution:
    case ReportMeasure::FirstResolution: collectDurations(ticket, log, report, interval, found); break;
    case ReportMeasure::SolveEvents:
    case ReportMeasure::TicketsSolved:
    case ReportMeasure::FirstContact:
    case ReportMeasure::ReopenRate: collectSolves(ticket, log, report, interval, found); break;
    case ReportMeasure::Touches:
    case ReportMeasure::Transfers:
    case ReportMeasure::Reassignments:
    case ReportMeasure::StateTransitions:
    case ReportMeasure::Escalations: collectChanges(ticket, log, report, interval, found); break;
    case ReportMeasure::WorkTime: collectWork(ticket, log, interval, found); break;
    default: collectStanding(ticket, log, report, interval, found); break;
    }
}

void ReportOracle::collectWork(const OracleTicket &ticket, const Log &log, const ReportInterval &interval,
                               QVector<Occurrence> *found) const
{
    for (const WorkEntry &work : ticket.work) {
        if (work.at < interval.from || work.at >= interval.to)
            continue;
        // What was worked before the ticket was opened was worked in the hands that it was opened into.
        Occurrence one = make(ticket, log, work.at, log.behind(std::max(work.at, log.events.first().at)));
        one.keys[ReportDimension::OwnerThen] = work.person.value;
        one.activity = work.activity;
        one.value = work.minutes * qint64(60'000);
        found->append(one);
    }
}

void ReportOracle::collectSolves(const OracleTicket &ticket, const Log &log, const Report &report,
                                 const ReportInterval &interval, QVector<Occurrence> *found) const
{
    const QVector<SlaEvent> &events = log.events;
    const auto in = [&interval](Instant at) { return at >= interval.from && at < interval.to; };
    const auto add = [&](Instant at, qsizetype event) -> Occurrence & {
        found->append(make(ticket, log, at, event));
        return found->last();
    };
    for (const qsizetype i : log.solves()) {
        if (!in(events[i].at))
            continue;
        Occurrence &one = add(events[i].at, i);
        qint64 replies = 0;
        for (qsizetype k = 0; k < i; ++k)
            replies += isAnswer(events[k]);
        qint64 comesBack = -1;
        for (qsizetype k = i + 1; k < events.size() && !log.isSolve(k); ++k) {
            if (log.isReopening(k)) {
                comesBack = log.isByCustomer(k) ? events[k].at - events[i].at : -1;
                break;
            }
        }
        const bool again = comesBack >= 0 && comesBack <= report.days * qint64(86'400'000);
        if (report.measure == ReportMeasure::ReopenRate)
            one.hit = again;
        else if (report.variant == ReportVariant::Ours)
            one.hit = !(log.isOpenedByCustomer() && replies == 1 && !again);
        else
            one.hit = report.variant == ReportVariant::OneTouch ? replies >= 2 : replies != 1;
    }
}

void ReportOracle::collectStanding(const OracleTicket &ticket, const Log &log, const Report &report,
                                   const ReportInterval &interval, QVector<Occurrence> *found) const
{
    const QVector<SlaEvent> &events = log.events;
    const Instant opened = events.first().at;
    const auto in = [&interval](Instant at) { return at >= interval.from && at < interval.to; };
    const auto add = [&](Instant at, qsizetype event) -> Occurrence & {
        found->append(make(ticket, log, at, event));
        return found->last();
    };
    switch (report.measure) {
    case ReportMeasure::Created:
        if (in(opened))
            add(opened, log.behind(opened));
        break;
    case ReportMeasure::ReopenEvents:
    case ReportMeasure::TicketsReopened:
        for (qsizetype i = 0; i < events.size(); ++i) {
            if (log.isReopening(i) && in(events[i].at))
                add(events[i].at, i);
        }
        break;
    case ReportMeasure::Backlog:
    case ReportMeasure::AgentLoad:
    case ReportMeasure::BacklogAge: {
        if (!log.isOpenAt(interval.to))
            break;
        Occurrence one = make(ticket, log, interval.to, log.until(interval.to));
        one.value = log.duration(report, *m_catalog, opened, std::min(interval.to, m_now));
        if (report.measure != ReportMeasure::AgentLoad || one.keys.value(ReportDimension::OwnerThen) != 0)
            found->append(one);
        break;
    }
    default: break;
    }
}

void ReportOracle::collectDurations(const OracleTicket &ticket, const Log &log, const Report &report,
                                    const ReportInterval &interval, QVector<Occurrence> *found) const
{
    const QVector<SlaEvent> &events = log.events;
    const Instant opened = events.first().at;
    const auto in = [&interval](Instant at) { return at >= interval.from && at < interval.to; };
    const auto add = [&](Instant at, qsizetype event) -> Occurrence & {
        found->append(make(ticket, log, at, event));
        return found->last();
    };
    const auto measure = [&](Occurrence *one, Instant from, Instant until) {
        one->from = from;
        one->until = until;
        one->value = log.duration(report, *m_catalog, from, until);
    };
    const auto addOpen = [&](Instant since) {
        Occurrence &one = add(since, log.behind(since));
        one.from = since;
        one.open = true;
    };
    const bool resolved = isResolvedType(log.typeBefore(events.size()));
    const bool unresolved = log.typeBefore(events.size()) < qint64(StateType::Solved);
    const QVector<qsizetype> solves = log.solves();
    const qsizetype answered = log.answered();
    switch (report.measure) {
    case ReportMeasure::FirstResponse:
        if (!log.isOpenedByCustomer() || !in(opened) || (answered < 0 && !unresolved))
            break;
        add(opened, log.behind(opened)).open = answered < 0;
        found->last().from = opened;
        if (answered >= 0)
            measure(&found->last(), opened, events[answered].at);
        break;
    case ReportMeasure::NextResponse: {
        // From the oldest word that waits, behind the first answer.
        Instant since = 0;
        for (qsizetype i = 0; i < events.size() && answered >= 0; ++i) {
            const SlaEvent &event = events[i];
            if (i <= answered)
                continue;
            if (event.kind == SlaEventKind::CustomerSpoke && since == 0)
                since = event.at;
            if (event.kind == SlaEventKind::MergedIn && event.other != 0)
                since = since == 0 ? event.other : std::min(since, event.other);
            if (event.kind == SlaEventKind::State && event.other >= qint64(StateType::Solved))
                since = log.isSolve(i) || event.other == qint64(StateType::Merged) ? 0 : since;
            if (log.isReopening(i))
                since = log.isByCustomer(i) ? event.at : 0;
            if (isAnswer(event)) {
                if (since != 0 && in(since))
                    measure(&add(since, log.behind(since)), since, event.at);
                since = 0;
            }
        }
        if (since != 0 && unresolved && in(since))
            addOpen(since);
        break;
    }
    case ReportMeasure::Resolution:
        if (unresolved && in(opened))
            addOpen(opened);
        if (resolved && !solves.isEmpty() && in(events[solves.last()].at))
            measure(&add(events[solves.last()].at, log.behind(events[solves.last()].at)), opened,
                    events[solves.last()].at);
        break;
    case ReportMeasure::FirstResolution:
        if (unresolved && solves.isEmpty() && in(opened))
            addOpen(opened);
        if (!solves.isEmpty() && in(events[solves.first()].at))
            measure(&add(events[solves.first()].at, solves.first()), opened, events[solves.first()].at);
        break;
    default: break;
    }
}

void ReportOracle::collectChanges(const OracleTicket &ticket, const Log &log, const Report &report,
                                  const ReportInterval &interval, QVector<Occurrence> *found) const
{
    const QVector<SlaEvent> &events = log.events;
    const Instant opened = events.first().at;
    const auto in = [&interval](Instant at) { return at >= interval.from && at < interval.to; };
    const auto add = [&](Instant at, qsizetype event) -> Occurrence & {
        found->append(make(ticket, log, at, event));
        return found->last();
    };
    switch (report.measure) {
    case ReportMeasure::Touches:
        for (qsizetype i = 0; i < events.size(); ++i) {
            if ((isAnswer(events[i]) || events[i].kind == SlaEventKind::NoteWritten) && in(events[i].at))
                add(events[i].at, i).keys[ReportDimension::OwnerThen] =
                    ticket.authors.value(ArticleId{events[i].value}).value;
        }
        break;
    case ReportMeasure::Transfers:
    case ReportMeasure::Reassignments: {
        const SlaEventKind kind =
            report.measure == ReportMeasure::Transfers ? SlaEventKind::Queue : SlaEventKind::Owner;
        for (qsizetype i = 0; i < events.size(); ++i) {
            const qint64 before = log.lastValue(kind, i);
            if (events[i].kind == kind && in(events[i].at) && before != 0 && events[i].value != 0
                && before != events[i].value && events[i].at > opened)
                add(events[i].at, i);
        }
        break;
    }
    case ReportMeasure::StateTransitions:
        for (qsizetype i = 0; i < events.size(); ++i) {
            const qint64 before = log.lastValue(SlaEventKind::State, i);
            if (events[i].kind != SlaEventKind::State || before == 0 || before == events[i].value || !in(events[i].at))
                continue;
            Occurrence &one = add(events[i].at, i);
            one.keys[ReportDimension::FromState] = before;
            one.keys[ReportDimension::ToState] = events[i].value;
        }
        break;
    case ReportMeasure::Escalations:
        for (const SlaFired &fired : ticket.sla.fired) {
            if (fired.level != 0 && in(fired.at))
                add(fired.at, log.behind(fired.at)).keys[ReportDimension::Target] = qint64(fired.target);
        }
        break;
    default: break;
    }
}

void ReportOracle::collectClocks(const OracleTicket &ticket, const Log &log, const Report &report,
                                 const ReportInterval &interval, QVector<Occurrence> *found) const
{
    const bool judges = report.by.contains(ReportDimension::Verdict);
    const bool reasons = report.by.contains(ReportDimension::BreachReason);
    for (const SlaClock &clock : ticket.sla.clocks) {
        const bool missed =
            clock.state == SlaState::Breached || (!clock.hasEnded() && clock.breachAt != 0 && clock.breachAt <= m_now);
        const SlaState verdict = missed ? SlaState::Breached : !clock.hasEnded() ? SlaState::Running : clock.state;
        const Instant at = missed                         ? (clock.breachAt != 0 ? clock.breachAt : clock.endedAt)
                           : verdict == SlaState::Running ? clock.startedAt
                                                          : clock.endedAt;
        if (at < interval.from || at >= interval.to)
            continue;
        if (verdict == SlaState::Cancelled && !judges)
            continue;
        if (verdict == SlaState::Running && reasons)
            continue;
        if (reasons && !missed)
            continue;
        Occurrence one = make(ticket, log, at, log.behind(at));
        one.keys[ReportDimension::Target] = qint64(clock.target);
        one.keys[ReportDimension::Verdict] = qint64(verdict);
        const SlaPolicyPtr policy = m_catalog->slaVersions->policy(clock.policy);
        one.keys[ReportDimension::Policy] = policy ? policy->id.value : 0;
        one.keys[ReportDimension::BreachReason] = 0;
        one.hit = verdict == SlaState::Met;
        one.open = verdict == SlaState::Running && !judges;
        found->append(one);
    }
}

QVector<Occurrence> ReportOracle::occurrences(const Report &report, const ReportInterval &interval) const
{
    QVector<Occurrence> found;
    const ConditionContext context{m_catalog, {}, m_now};
    for (const OracleTicket &ticket : m_tickets) {
        TicketFacts facts;
        facts.head = ticket.head;
        if (!evaluate(report.tickets, facts, context))
            continue;
        const Log log{eventsInForce(ticket.sla.events)};
        if (!log.events.isEmpty())
            collect(ticket, log, report, interval, &found);
    }
    return found;
}

QVector<ReportOracle::Lasting> ReportOracle::lasting(const Report &report, const ReportInterval &interval) const
{
    QVector<Lasting> all;
    constexpr Instant farAhead = 10'000'000'000'000;
    for (const Occurrence &one : occurrences(report, {interval.from, farAhead})) {
        if (one.from < interval.from || one.from >= interval.to)
            continue;
        if (!one.open && one.until < interval.to) {
            all.append({one.ticket, one.value, true});
            continue;
        }
        const auto ticket = std::find_if(m_tickets.cbegin(), m_tickets.cend(),
                                         [&one](const OracleTicket &each) { return each.head.id == one.ticket; });
        const Log log{eventsInForce(ticket->sla.events)};
        all.append({one.ticket, log.duration(report, *m_catalog, one.from, std::min(interval.to, m_now)), false});
    }
    return all;
}

double ReportOracle::survivalAfter(const QVector<Lasting> &all, qint64 after)
{
    QMap<qint64, qint64> ended;
    for (const Lasting &one : all) {
        if (one.ended && one.lasted <= after)
            ++ended[one.lasted];
    }
    double left = 1;
    for (auto each = ended.cbegin(); each != ended.cend(); ++each) {
        const auto atRisk =
            std::count_if(all.cbegin(), all.cend(), [&each](const Lasting &one) { return one.lasted >= each.key(); });
        left *= double(atRisk - each.value()) / double(atRisk);
    }
    return left;
}

qint64 ReportOracle::timeKey(ReportDimension dimension, const QString &zone, Instant at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, QTimeZone(zone.toLatin1()));
    const QDate day = local.date();
    const auto number = [](QDate date) { return QDate(1970, 1, 1).daysTo(date); };
    switch (dimension) {
    case ReportDimension::Hour: return local.time().hour();
    case ReportDimension::Weekday: return day.dayOfWeek();
    case ReportDimension::Week: return number(day.addDays(1 - day.dayOfWeek()));
    case ReportDimension::Month: return number(QDate(day.year(), day.month(), 1));
    case ReportDimension::Quarter: return number(QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1));
    case ReportDimension::Year: return number(QDate(day.year(), 1, 1));
    default: return number(day);
    }
}

ReportOracle::Value ReportOracle::valueOf(const Report &report, const QVector<Occurrence> &of,
                                          const QVector<Occurrence> &all)
{
    const auto differentOf = [](const QVector<Occurrence> &list, bool onlyHits) {
        QSet<TicketId> ids;
        for (const Occurrence &one : list) {
            if (!one.open && (!onlyHits || one.hit))
                ids.insert(one.ticket);
        }
        return qint64(ids.size());
    };
    const auto countOf = [](const QVector<Occurrence> &list, bool onlyHits) {
        return qint64(std::count_if(list.cbegin(), list.cend(),
                                    [onlyHits](const Occurrence &one) { return !one.open && (!onlyHits || one.hit); }));
    };
    Value value;
    value.tickets = differentOf(of, false);
    value.open = std::count_if(of.cbegin(), of.cend(), [](const Occurrence &one) { return one.open; });
    if (isDuration(report.measure) && report.statistic != ReportStatistic::Count) {
        QVector<qint64> values;
        for (const Occurrence &one : of) {
            if (!one.open)
                values.append(one.value);
        }
        std::sort(values.begin(), values.end());
        value.of = values.size();
        if (values.isEmpty())
            return value;
        const qsizetype n = values.size();
        long double sum = 0;
        for (const qint64 each : values)
            sum += each;
        switch (report.statistic) {
        case ReportStatistic::Sum: value.value = qint64(sum); break;
        case ReportStatistic::Mean:
            if (report.measure == ReportMeasure::WorkTime) {
                value.of = value.tickets;
                value.value = qRound64(double(sum / value.tickets));
                break;
            }
            value.value = qRound64(double(sum / n));
            break;
        case ReportStatistic::Max: value.value = values.last(); break;
        case ReportStatistic::Percentile90: value.value = values[qsizetype(std::ceil(n * 0.9 - 1e-9)) - 1]; break;
        case ReportStatistic::Percentile95: value.value = values[qsizetype(std::ceil(n * 0.95 - 1e-9)) - 1]; break;
        default: value.value = (values[(n - 1) / 2] + values[n / 2]) / 2; break;
        }
        return value;
    }
    if (report.statistic == ReportStatistic::Max) {
        QHash<TicketId, qint64> times;
        for (const Occurrence &one : of)
            value.value = std::max(value.value.value_or(0), ++times[one.ticket]);
        value.of = of.size();
        return value;
    }
    const bool parts =
        report.by.contains(ReportDimension::Verdict) || report.by.contains(ReportDimension::BreachReason);
    const bool counts = report.statistic == ReportStatistic::Count;
    qint64 part = countOf(of, false);
    qint64 whole = countOf(all, false);
    if (report.measure == ReportMeasure::SlaCompliance && !parts) {
        part = counts ? part : countOf(of, true);
        whole = countOf(of, false);
    } else if (report.measure == ReportMeasure::FirstContact) {
        part = value.tickets - differentOf(of, true);
        whole = value.tickets;
    } else if (report.measure == ReportMeasure::ReopenRate) {
        part = differentOf(of, true);
        whole = value.tickets;
    } else if (report.measure == ReportMeasure::TicketsSolved || report.measure == ReportMeasure::TicketsReopened) {
        part = value.tickets;
        whole = differentOf(all, false);
    }
    if (counts) {
        value.value = part;
        return value;
    }
    value.of = whole;
    if (whole > 0)
        value.value = qRound64(100'000.0 * double(part) / double(whole));
    return value;
}

} // namespace deskhand::test
