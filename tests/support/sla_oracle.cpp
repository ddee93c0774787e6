// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sla_oracle.h"

#include "domain/article.h"
#include "domain/ticket.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace deskhand::test {
namespace {

/// The day of work that an instant belongs to; invalid: it counts for none.
QDate workingDay(const BusinessCalendar &calendar, const QDateTime &local)
{
    const int minute = local.time().hour() * 60 + local.time().minute();
    for (const int back : {0, 1}) {
        const QDate day = local.date().addDays(-back);
        const bool isOff = std::any_of(calendar.holidays.cbegin(), calendar.holidays.cend(),
                                       [&](const Holiday &holiday) { return holiday.from == local.date(); });
        for (const WorkingFrame &frame : calendar.week[size_t(day.dayOfWeek() - 1)]) {
            const int at = minute + back * 1440;
            if (!isOff && frame.start <= at && at < frame.end)
                return day;
        }
    }
    return {};
}

} // namespace

SlaOracle::SlaOracle(Instant base, int ticks, const QVector<BusinessCalendar> &calendars,
                     const QVector<SlaPolicy> &policies)
    : m_base(base)
    , m_ticks(ticks)
{
    for (const BusinessCalendar &calendar : calendars) {
        Calendar made{calendar, {}, {}};
        const QTimeZone zone(calendar.zone);
        for (int at = 0; at < ticks; ++at) {
            made.dates.push_back(workingDay(calendar, QDateTime::fromMSecsSinceEpoch(instantOf(at), zone)));
            made.counts.push_back(made.dates.back().isValid());
        }
        m_calendars.emplace(calendar.versionId.value, std::move(made));
    }
    for (const SlaPolicy &policy : policies)
        m_policies.emplace(policy.versionId.value, policy);
}

const SlaTarget *SlaOracle::target() const
{
    return m_policies.at(m_policy).target(m_kind);
}

bool SlaOracle::counts(const Cycle &cycle, int at) const
{
    const SlaTarget &promise = *target();
    const TimeAmount amount = *promise.amountFor(PriorityId{m_priority});
    if (amount.basis != TimeBasis::Calendar && !m_calendars.at(m_calendar).counts[size_t(at)])
        return false;
    const qint64 state = at < int(m_states.size()) ? m_states[size_t(at)] : m_state;
    if (promise.pausedIn.contains(StateId{state}))
        return false;
    return std::none_of(cycle.solved.begin(), cycle.solved.end(),
                        [at](const auto &gap) { return gap.first <= at && at < gap.second; });
}

int SlaOracle::counted(const Cycle &cycle, int until) const
{
    int sum = 0;
    for (int at = cycle.from; at < until; ++at)
        sum += counts(cycle, at) ? 1 : 0;
    return sum;
}

int SlaOracle::promisedTo(const Cycle &cycle) const
{
    const TimeAmount amount = *target()->amountFor(PriorityId{m_priority});
    if (amount.basis != TimeBasis::WorkingDays) {
        const bool hasLeast = cycle.resumed >= 0 && target()->atLeast > 0;
        const int least = hasLeast ? counted(cycle, cycle.resumed) + int(target()->atLeast / tick) : 0;
        return std::max(int(amount.amount / tick), least);
    }
    // The working time until the end of that day.
    const Calendar &calendar = m_calendars.at(m_calendar);
    int days = -1;
    int sum = 0;
    QDate day;
    for (int at = cycle.from; at < m_ticks; ++at) {
        if (!calendar.counts[size_t(at)])
            continue;
        if (calendar.dates[size_t(at)] != day) {
            day = calendar.dates[size_t(at)];
            if (++days > amount.amount)
                break;
        }
        ++sum;
    }
    return sum;
}

int SlaOracle::dueOf(const Cycle &cycle) const
{
    int sum = 0;
    for (int at = cycle.from; at < m_ticks; ++at) {
        if (sum == cycle.promised)
            return at;
        sum += counts(cycle, at) ? 1 : 0;
    }
    return -1;
}

bool SlaOracle::isPaused() const
{
    return target()->pausedIn.contains(StateId{m_state});
}

/// Notices that the running cycle is missed, or is no longer.
void SlaOracle::look(int at, BreachCause cause)
{
    if (!m_runs)
        return;
    Cycle &cycle = m_cycles.back();
    if (cycle.elapsed < cycle.promised) {
        cycle.missed = -1;
        cycle.cause = BreachCause::Time;
    } else if (cycle.missed < 0) {
        cycle.missed = at;
        cycle.cause = cause;
    }
}

void SlaOracle::begin(int at)
{
    Cycle cycle;
    cycle.from = at;
    m_cycles.push_back(cycle);
    m_runs = true;
    m_waitsSince = -1;
}

void SlaOracle::end(int at, bool fulfilled)
{
    m_runs = false;
    Cycle &cycle = m_cycles.back();
    if (!fulfilled && std::max(cycle.from, cycle.resumed) == at) {
        m_cycles.pop_back();
        return;
    }
    m_canResume = fulfilled;
    cycle.ended = at;
    cycle.state = cycle.missed >= 0 ? SlaState::Breached : fulfilled ? SlaState::Met : SlaState::Cancelled;
}

void SlaOracle::reopen(int at)
{
    if (m_runs || !m_canResume)
        return;
    const ReopenRule rule = target()->reopen;
    if (rule == ReopenRule::Never)
        return;
    if (rule == ReopenRule::Restart) {
        begin(at);
        return;
    }
    Cycle next;
    const Cycle &last = m_cycles.back();
    next.from = last.from;
    next.solved = last.solved;
    next.solved.emplace_back(last.ended, at);
    next.resumed = at;
    m_cycles.push_back(next);
    m_runs = true;
}

void SlaOracle::enterState(const SlaEvent &event, int at)
{
    const StateType before = m_type;
    m_state = event.value;
    m_type = StateType(event.other);
    const bool wasResolved = before >= StateType::Solved;
    const bool isResolved = m_type >= StateType::Solved;
    const bool isMerged = m_type == StateType::Merged;
    const bool endsWithSolution = m_kind == SlaTargetKind::Resolution || m_kind == SlaTargetKind::TimeInQueue;
    if (isResolved && !isMerged) {
        m_answered = true;
        if (endsWithSolution && m_runs && (!wasResolved || m_type == StateType::Closed))
            end(at, true);
        if (endsWithSolution && !wasResolved)
            m_waitsSince = -1;
        const bool staysUntilClosed = m_kind == SlaTargetKind::FirstResponse;
        if (m_runs && (!staysUntilClosed || m_type == StateType::Closed))
            end(at, false);
    } else if (isMerged && m_runs) {
        end(at, false);
    } else if (wasResolved && !isResolved) {
        if (m_waitsSince >= 0 && !m_runs)
            begin(m_kind == SlaTargetKind::NextResponse && m_waitsSince < m_opened ? m_waitsSince : at);
        else
            reopen(at);
    }
}

void SlaOracle::happen(const SlaEvent &event, int at)
{
    const bool isResolved = m_type >= StateType::Solved;
    const bool speaks = event.kind == SlaEventKind::AgentReplied || event.kind == SlaEventKind::AgentCalled;
    switch (event.kind) {
    case SlaEventKind::Opened:
        m_opened = at;
        m_answered = SenderRole(event.value) == SenderRole::Agent;
        if (m_kind != SlaTargetKind::NextResponse && m_kind != SlaTargetKind::TimeInQueue)
            begin(at);
        if (m_kind == SlaTargetKind::FirstResponse && m_answered)
            end(at, true);
        break;
    case SlaEventKind::State: enterState(event, at); break;
    case SlaEventKind::Priority: m_priority = event.value; break;
    case SlaEventKind::Policy:
        m_policy = event.value;
        m_calendar = event.other;
        break;
    case SlaEventKind::Queue:
        if (event.value == m_queue)
            break;
        if (m_kind == SlaTargetKind::TimeInQueue && m_runs)
            end(at, true);
        m_queue = event.value;
        if (m_runs || (m_kind != SlaTargetKind::TimeInQueue && m_kind != SlaTargetKind::TimeToOwn))
            break;
        if (m_kind == SlaTargetKind::TimeToOwn && m_owner != 0)
            m_startedOwned = isResolved ? -1 : at;
        else if (isResolved)
            m_waitsSince = at;
        else
            begin(at);
        break;
    case SlaEventKind::Owner:
        if (m_kind == SlaTargetKind::TimeToOwn && event.value != 0 && event.value != m_owner) {
            m_waitsSince = -1;
            if (m_runs)
                end(at, true);
        }
        m_owner = event.value;
        if (m_kind == SlaTargetKind::TimeToOwn && m_owner == 0 && m_startedOwned == at && !m_runs && !isResolved)
            begin(at);
        break;
    case SlaEventKind::CustomerSpoke:
        if (m_kind == SlaTargetKind::NextResponse && m_answered && at != m_opened && !m_runs) {
            if (isResolved)
                m_waitsSince = m_waitsSince < 0 ? at : m_waitsSince;
            else
                begin(at);
        }
        break;
    default: break;
    }
    if (speaks) {
        m_answered = true;
        const bool answers = m_kind == SlaTargetKind::FirstResponse || m_kind == SlaTargetKind::NextResponse
                             || m_kind == SlaTargetKind::Update;
        if (answers && m_runs)
            end(at, true);
        if (answers)
            m_waitsSince = -1;
        if (m_kind == SlaTargetKind::Update && !isResolved)
            begin(at);
    }
}

std::vector<SlaOracle::Cycle> SlaOracle::live(SlaTargetKind kind, const QVector<SlaEvent> &events, int until)
{
    m_kind = kind;
    m_states.clear();
    m_cycles.clear();
    m_state = m_queue = m_owner = 0;
    m_type = StateType::New;
    m_waitsSince = m_startedOwned = -1;
    m_canResume = m_runs = m_answered = false;
    // The first promise holds from the opening; it is told behind it.
    const auto first = [&](SlaEventKind what) {
        return *std::find_if(events.begin(), events.end(), [what](const SlaEvent &one) { return one.kind == what; });
    };
    m_priority = first(SlaEventKind::Priority).value;
    m_policy = first(SlaEventKind::Policy).value;
    m_calendar = first(SlaEventKind::Policy).other;
    auto next = events.begin();
    for (int at = 0; at <= until; ++at) {
        look(at, BreachCause::Time);
        for (; next != events.end() && tickOf(next->at) == at; ++next) {
            happen(*next, at);
            if (!m_runs)
                continue;
            Cycle &cycle = m_cycles.back();
            cycle.elapsed = counted(cycle, at);
            cycle.promised = promisedTo(cycle);
            look(at, next->kind == SlaEventKind::Priority ? BreachCause::PriorityChange
                     : next->kind == SlaEventKind::Policy ? BreachCause::PolicyChange
                                                          : BreachCause::Time);
        }
        m_states.push_back(m_state);
        if (m_runs && at < until)
            m_cycles.back().elapsed += counts(m_cycles.back(), at) ? 1 : 0;
    }
    return m_cycles;
}

} // namespace deskhand::test
