// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/report_fact.h"

#include "domain/sla_log.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace deskhand {
namespace {

/// Who had a ticket from an instant on.
struct FactHands {
    Instant at = 0;
    qint64 queue = 0;
    qint64 owner = 0;
    qint64 priority = 0;
};

/// The last one ends at the end of all time where it lasts.
QVector<TimeSpan> pendingSpans(const SlaLog &log)
{
    QVector<TimeSpan> spans;
    for (qsizetype i = 0; i < log.size(); ++i) {
        const SlaEvent &event = log.at(i);
        if (event.kind != SlaEventKind::State)
            continue;
        const auto type = StateType(event.other);
        const bool pending = type == StateType::PendingReminder || type == StateType::PendingAuto;
        const bool open = !spans.isEmpty() && spans.last().to == reportNever;
        if (pending && !open)
            spans.append({event.at, reportNever});
        else if (!pending && open)
            spans.last().to = event.at;
    }
    return spans;
}

qint64 timeIn(const QVector<TimeSpan> &spans, Instant from, Instant to)
{
    qint64 sum = 0;
    for (const TimeSpan &span : spans)
        sum += std::max<qint64>(0, std::min(span.to, to) - std::max(span.from, from));
    return sum;
}

/// Walks through a log once.
class FactMaker
{
public:
    FactMaker(const ReportSubject &subject, const SlaVersions &versions);
    QVector<ReportFact> facts();

private:
    void take(qsizetype index);
    void takeState(qsizetype index);
    void takeSpeech(const SlaEvent &event);
    void resolve(Instant at);
    void reopen(Instant at, bool byCustomer);
    void hand(SlaEventKind kind, const SlaEvent &event);
    void closeStretch(Instant at);
    void beginStretch(Instant at);
    void answer(Instant at);
    void addStanding();
    void addClocks();
    void addFired();
    void addWork();
    void number();

    ReportFact &add(ReportFactKind kind, Instant at);
    void setDurations(ReportFact *fact, Instant from, Instant to) const;
    [[nodiscard]] const FactHands &handsAt(Instant at) const;
    [[nodiscard]] bool isResolved() const { return m_type == StateType::Solved || m_type == StateType::Closed; }

    const ReportSubject &m_subject;
    const SlaVersions &m_versions;
    const SlaLog m_log;
    QVector<ReportFact> m_facts;

    Instant m_openedAt = 0;
    bool m_byCustomer = false;
    StateType m_type = StateType::New;
    StateId m_state;
    FactHands m_hands;
    QVector<FactHands> m_past; ///< by time
    QVector<TimeSpan> m_pending;
    qint64 m_replies = 0;
    Instant m_answeredAt = 0; ///< the first response; 0: none yet
    Instant m_waitingSince = 0;
    Instant m_stretchFrom = 0; ///< 0: none is open
    FactHands m_stretch;
    qsizetype m_lastSolve = -1; ///< in m_facts
    bool m_everSolved = false;
    CalendarVersionId m_calendar;
    qint64 m_policy = 0;
};

FactMaker::FactMaker(const ReportSubject &subject, const SlaVersions &versions)
    : m_subject(subject)
    , m_versions(versions)
    , m_log(subject.events)
{
    for (qsizetype i = m_log.size() - 1; i >= 0; --i) {
        const SlaEvent &event = m_log.at(i);
        if (event.kind != SlaEventKind::Policy && event.kind != SlaEventKind::Recalculated)
            continue;
        const SlaPolicyPtr policy = versions.policy(SlaPolicyVersionId{event.value});
        m_policy = policy ? policy->id.value : 0;
        m_calendar = CalendarVersionId{event.other};
        break;
    }
}

QVector<ReportFact> FactMaker::facts()
{
    if (m_log.size() == 0 || m_log.at(0).kind != SlaEventKind::Opened)
        return {};
    m_pending = pendingSpans(m_log);
    for (qsizetype i = 0; i < m_log.size(); ++i)
        take(i);
    addStanding();
    addClocks();
    addFired();
    for (const Instant at : m_subject.bounces)
        add(ReportFactKind::Bounce, at);
    addWork();
    number();
    return std::move(m_facts);
}

void FactMaker::take(qsizetype index)
{
    const SlaEvent &event = m_log.at(index);
    switch (event.kind) {
    case SlaEventKind::Opened: {
        m_openedAt = event.at;
        m_byCustomer = SenderRole(event.value) == SenderRole::Customer;
        m_hands.at = event.at;
        // What it is opened with is told at the same instant.
        for (qsizetype i = 1; i < m_log.size() && m_log.at(i).at == event.at; ++i) {
            const SlaEvent &first = m_log.at(i);
            if (first.kind == SlaEventKind::Priority && m_hands.priority == 0)
                m_hands.priority = first.value;
            else if (first.kind == SlaEventKind::Queue && m_hands.queue == 0)
                m_hands.queue = first.value;
            else if (first.kind == SlaEventKind::Owner && m_hands.owner == 0)
                m_hands.owner = first.value;
            else if (first.kind == SlaEventKind::CustomerSpoke || first.kind == SlaEventKind::AgentReplied)
                break;
        }
        m_past.append(m_hands);
        add(ReportFactKind::Created, event.at).source = event.value;
        beginStretch(event.at);
        return;
    }
    case SlaEventKind::State: takeState(index); return;
    case SlaEventKind::Priority:
    case SlaEventKind::Queue:
    case SlaEventKind::Owner: hand(event.kind, event); return;
    case SlaEventKind::CustomerSpoke:
    case SlaEventKind::AgentReplied:
    case SlaEventKind::AgentCalled:
    case SlaEventKind::NoteWritten: takeSpeech(event); return;
    case SlaEventKind::MergedIn:
        if (event.other != 0 && m_answeredAt != 0)
            m_waitingSince = m_waitingSince == 0 ? event.other : std::min(m_waitingSince, event.other);
        return;
    default: return;
    }
}

void FactMaker::takeState(qsizetype index)
{
    const SlaEvent &event = m_log.at(index);
    const StateId before = m_state;
    const StateType typeBefore = m_type;
    const bool wasResolved = isResolved();
    m_state = StateId{event.value};
    m_type = StateType(event.other);
    if (before.isValid() && before != m_state) {
        ReportFact &fact = add(ReportFactKind::Transition, event.at);
        fact.source = before.value;
        fact.detail = m_state.value;
    }
    if (isResolved()) {
        if (!wasResolved && typeBefore != StateType::Merged)
            resolve(event.at);
    } else if (m_type == StateType::Merged) {
        closeStretch(event.at);
        m_waitingSince = 0;
    } else if (wasResolved) {
        const bool byCustomer =
            index > 0 && m_log.at(index - 1).kind == SlaEventKind::CustomerSpoke && m_log.at(index - 1).at == event.at;
        reopen(event.at, byCustomer);
    } else if (typeBefore == StateType::Merged) {
        beginStretch(event.at);
    }
}

void FactMaker::resolve(Instant at)
{
    closeStretch(at);
    m_waitingSince = 0;
    m_lastSolve = m_facts.size();
    ReportFact &fact = add(ReportFactKind::Solved, at);
    fact.detail = m_replies;
    fact.source = m_byCustomer ? 1 : 0;
    fact.value = -1;
    if (!m_everSolved)
        setDurations(&add(ReportFactKind::FirstResolution, at), m_openedAt, at);
    m_everSolved = true;
}

void FactMaker::reopen(Instant at, bool byCustomer)
{
    add(ReportFactKind::Reopened, at).source = byCustomer ? 1 : 0;
    if (m_lastSolve >= 0 && byCustomer)
        m_facts[m_lastSolve].value = at - m_facts[m_lastSolve].at;
    // What was said to a resolved ticket and did not reopen it waits for nobody.
    m_waitingSince = byCustomer && m_answeredAt != 0 ? at : 0;
    beginStretch(at);
}

void FactMaker::takeSpeech(const SlaEvent &event)
{
    if (event.kind == SlaEventKind::CustomerSpoke) {
        // A word to a resolved ticket waits only once it has reopened it, which is told behind it.
        if (m_answeredAt != 0 && m_waitingSince == 0)
            m_waitingSince = event.at;
        return;
    }
    ReportFact &fact = add(ReportFactKind::Touch, event.at);
    fact.detail = qint64(event.kind);
    fact.ownerThen = m_subject.authors.value(ArticleId{event.value}).value;
    if (event.kind != SlaEventKind::NoteWritten)
        answer(event.at);
}

void FactMaker::answer(Instant at)
{
    ++m_replies;
    if (m_answeredAt == 0) {
        m_answeredAt = at;
        if (m_byCustomer)
            setDurations(&add(ReportFactKind::FirstResponse, m_openedAt), m_openedAt, at);
    } else if (m_waitingSince != 0) {
        setDurations(&add(ReportFactKind::NextResponse, m_waitingSince), m_waitingSince, at);
    }
    m_waitingSince = 0;
}

void FactMaker::hand(SlaEventKind kind, const SlaEvent &event)
{
    qint64 &now = kind == SlaEventKind::Queue   ? m_hands.queue
                  : kind == SlaEventKind::Owner ? m_hands.owner
                                                : m_hands.priority;
    const qint64 before = now;
    const bool isInside = kind == SlaEventKind::Queue && before == event.value && event.other == 1;
    if (before == event.value && !isInside)
        return;
    if (before != 0 && event.value != 0 && kind != SlaEventKind::Priority) {
        ReportFact &fact =
            add(kind == SlaEventKind::Queue ? ReportFactKind::Transfer : ReportFactKind::Reassignment, event.at);
        fact.source = before;
        fact.detail = event.value;
    }
    if (isInside)
        return;
    now = event.value;
    m_hands.at = event.at;
    if (m_past.last().at == event.at)
        m_past.last() = m_hands;
    else
        m_past.append(m_hands);
    if (m_stretchFrom != 0) {
        closeStretch(event.at);
        beginStretch(event.at);
    }
}

void FactMaker::beginStretch(Instant at)
{
    m_stretchFrom = at;
    m_stretch = m_hands;
}

void FactMaker::closeStretch(Instant at)
{
    const Instant from = m_stretchFrom;
    m_stretchFrom = 0;
    if (from == 0 || from >= at)
        return;
    const qint64 length = at - from;
    const ReportFactKind kind = length <= openStretchLimits[0]   ? ReportFactKind::OpenDay
                                : length <= openStretchLimits[1] ? ReportFactKind::OpenWeek
                                : length <= openStretchLimits[2] ? ReportFactKind::OpenMonths
                                                                 : ReportFactKind::OpenLong;
    ReportFact &fact = add(kind, from);
    fact.ends = at;
    fact.value = m_openedAt;
    fact.detail = m_calendar.value;
    fact.queueThen = m_stretch.queue;
    fact.ownerThen = m_stretch.owner;
    fact.priorityThen = m_stretch.priority;
}

/// What there is since the ticket stands as it does.
void FactMaker::addStanding()
{
    if (m_waitingSince != 0 && !isResolved())
        add(ReportFactKind::NextResponseOpen, m_waitingSince);
    if (isResolved()) {
        if (m_lastSolve >= 0) {
            const Instant at = m_facts[m_lastSolve].at;
            setDurations(&add(ReportFactKind::Resolution, at), m_openedAt, at);
        }
        return;
    }
    if (m_type == StateType::Merged)
        return;
    closeStretch(reportNever);
    add(ReportFactKind::Unresolved, m_openedAt);
    if (!m_everSolved)
        add(ReportFactKind::NeverResolved, m_openedAt);
    if (m_byCustomer && m_answeredAt == 0)
        add(ReportFactKind::FirstResponseOpen, m_openedAt);
}

void FactMaker::addClocks()
{
    for (const SlaClock &clock : m_subject.clocks) {
        const bool ended = clock.hasEnded();
        const bool missed = clock.breachAt != 0 && (!ended || clock.state == SlaState::Breached);
        const auto note = [&](ReportFactKind kind, Instant at) -> ReportFact & {
            ReportFact &fact = add(kind, at);
            fact.target = int(clock.target);
            fact.detail = clock.cycle;
            const SlaPolicyPtr policy = m_versions.policy(clock.policy);
            fact.policy = policy ? policy->id.value : 0;
            return fact;
        };
        if (missed)
            note(ReportFactKind::SlaMissed, clock.breachAt).reason = clock.reason;
        if (!ended)
            note(ReportFactKind::SlaRunning, clock.startedAt).ends = missed ? clock.breachAt : reportNever;
        else if (clock.state == SlaState::Met)
            note(ReportFactKind::SlaMet, clock.endedAt);
        else if (!missed)
            note(clock.state == SlaState::Breached ? ReportFactKind::SlaMissed : ReportFactKind::SlaCancelled,
                 clock.endedAt)
                .reason = clock.reason;
    }
}

void FactMaker::addFired()
{
    for (const SlaFired &fired : m_subject.fired) {
        if (fired.level == 0)
            continue;
        ReportFact &fact = add(ReportFactKind::Escalation, fired.at);
        fact.target = int(fired.target);
        fact.detail = fired.level;
    }
}

void FactMaker::addWork()
{
    constexpr qint64 minute = 60'000;
    for (const WorkEntry &work : m_subject.work) {
        ReportFact &fact = add(ReportFactKind::Work, work.at);
        fact.ownerThen = work.person.value;
        fact.detail = work.id.value;
        fact.wall = fact.business = fact.working = work.minutes * minute;
        fact.reason = work.activity;
    }
}

ReportFact &FactMaker::add(ReportFactKind kind, Instant at)
{
    const FactHands &hands =
        kind == ReportFactKind::Transfer || kind == ReportFactKind::Reassignment ? m_hands : handsAt(at);
    ReportFact fact;
    fact.kind = kind;
    fact.at = at;
    fact.queueThen = hands.queue;
    fact.ownerThen = hands.owner;
    fact.priorityThen = hands.priority;
    fact.policy = m_policy;
    m_facts.append(fact);
    return m_facts.last();
}

const FactHands &FactMaker::handsAt(Instant at) const
{
    if (m_past.isEmpty())
        return m_hands;
    qsizetype i = m_past.size() - 1;
    while (i > 0 && m_past[i].at > at)
        --i;
    return m_past[i];
}

void FactMaker::setDurations(ReportFact *fact, Instant from, Instant to) const
{
    fact->wall = to - from;
    fact->business = m_calendar.isValid() ? m_versions.workingTime(m_calendar)->elapsed(from, to) : fact->wall;
    fact->working = fact->wall - timeIn(m_pending, from, to);
}

/// Puts them in order, and tells each of the one before it.
void FactMaker::number()
{
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        m_facts[i].n = int(i);
    std::sort(m_facts.begin(), m_facts.end(), [](const ReportFact &a, const ReportFact &b) {
        return std::tie(a.kind, a.at, a.n) < std::tie(b.kind, b.at, b.n);
    });
    int place = 0;
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        ReportFact &fact = m_facts[i];
        place = i > 0 && m_facts[i - 1].kind == fact.kind ? place + 1 : 0;
        fact.n = int(fact.kind) * 0x10000 + place;
    }
    const auto isVerdict = [](ReportFactKind kind) {
        return kind == ReportFactKind::SlaMet || kind == ReportFactKind::SlaMissed;
    };
    QVarLengthArray<ReportFact *, 32> inTime;
    for (ReportFact &fact : m_facts) {
        if (!isOpenStretch(fact.kind))
            inTime.append(&fact);
    }
    std::sort(inTime.begin(), inTime.end(),
              [](const ReportFact *a, const ReportFact *b) { return std::tie(a->at, a->n) < std::tie(b->at, b->n); });
    QHash<int, Instant> last;
    for (ReportFact *fact : inTime) {
        const int group = (isVerdict(fact->kind) ? int(ReportFactKind::SlaMet) : int(fact->kind)) * 100;
        fact->prevAt = last.value(group);
        fact->prevLikeAt = last.value(group + 1 + fact->target);
        last.insert(group, fact->at);
        last.insert(group + 1 + fact->target, fact->at);
    }
}

} // namespace

qint64 pendingTime(const QVector<SlaEvent> &events, Instant from, Instant to)
{
    return timeIn(pendingSpans(SlaLog(events)), from, to);
}

CalendarVersionId calendarOfLog(const QVector<SlaEvent> &events)
{
    const SlaLog log(events);
    for (qsizetype i = log.size() - 1; i >= 0; --i) {
        const SlaEvent &event = log.at(i);
        if (event.kind == SlaEventKind::Policy || event.kind == SlaEventKind::Recalculated)
            return CalendarVersionId{event.other};
    }
    return {};
}

QVector<ReportFact> factsOf(const ReportSubject &subject, const SlaVersions &versions)
{
    return FactMaker(subject, versions).facts();
}

} // namespace deskhand
