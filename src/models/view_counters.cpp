// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view_counters.h"

#include "base/deliver.h"
#include "models/list_changes.h"
#include "operations/ticket_count.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int recountEveryMs = 60'000;
constexpr int shortestRecountPauseMs = 150;
constexpr int longestRecountPauseMs = 10'000;
constexpr int recountPauseFactor = 5;
/// Between two times of counting: what others do all the time must not make everybody count all the time.
constexpr int foreignRecountPauseMs = 2'000;
/// Changes made elsewhere are read together.
constexpr int readPauseMs = 100;
constexpr int mostReadAtOnce = 500;
constexpr int rowsRemembered = 2'000;
/// A change elsewhere that is heard of this soon after counting may be in the count already.
constexpr int hearsayMs = 1'000;

bool asksUnread(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return condition.field == ConditionField::Unread;
    return std::any_of(condition.children.cbegin(), condition.children.cend(), asksUnread);
}

int matchesAs(const Condition &condition, const std::optional<TicketRow> &row, bool unread,
              const ConditionContext &context)
{
    if (!row)
        return 0;
    TicketFacts facts = row->facts();
    facts.unread = unread;
    return evaluate(condition, facts, context) ? 1 : 0;
}

} // namespace

ViewCounters::ViewCounters(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_holder(holder)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ViewCounters::recount);
    m_announce.setSingleShot(true);
    m_announce.setInterval(0);
    connect(&m_announce, &QTimer::timeout, this, &ViewCounters::countsChanged);
    m_read.setSingleShot(true);
    m_read.setInterval(readPauseMs);
    connect(&m_read, &QTimer::timeout, this, &ViewCounters::readTouched);
    m_known.setMaxCost(rowsRemembered);
    m_minute.setInterval(recountEveryMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        for (int i = 0; i < m_conditions.size(); ++i) {
            if (dependsOnNow(m_conditions.at(i)))
                recountSoon(i);
        }
    });
    connect(&m_desk, &Desk::changed, this, &ViewCounters::takeChanges);
    connect(&m_desk, &Desk::connectionChanged, this, [this](DeskConnection now) {
        // What was missed is heard late: counts made meanwhile may hold it.
        m_known.clear();
        if (now == DeskConnection::Online)
            recountAllSoon();
    });
}

void ViewCounters::setConditions(const QVector<Condition> &conditions)
{
    QVector<qint64> kept;
    for (const Condition &condition : conditions)
        kept.append(m_counts.value(m_conditions.indexOf(condition), -1));
    m_conditions = conditions;
    m_counts = kept;
    m_future.cancel();
    m_asked.clear();
    ++m_number;
    m_answered.clear();
    m_unsure.clear();
    for (int i = 0; i < conditions.size(); ++i)
        m_unsure.insert(i);
    if (std::any_of(conditions.cbegin(), conditions.cend(), dependsOnNow))
        m_minute.start();
    else
        m_minute.stop();
    announce();
    m_again.start(0);
}

void ViewCounters::takeChanges(const QVector<Change> &changes)
{
    for (const Change &change : onePerCommand(changes))
        takeChange(change);
}

void ViewCounters::takeChange(const Change &change)
{
    switch (change.kind) {
    case ChangeKind::BulkLoaded:
    case ChangeKind::PersonChanged: recountAllSoon(); return;
    case ChangeKind::SlaRecomputed:
        if (!change.ticket.isValid()) {
            recountAllSoon(foreignRecountPauseMs);
            return;
        }
        break;
    case ChangeKind::CatalogChanged:
    case ChangeKind::ReportChanged:
    case ChangeKind::ViewChanged:
    case ChangeKind::NotificationChanged: return;
    case ChangeKind::ReadMarkSet:
        if (change.actor != m_holder.me())
            return;
        break;
    case ChangeKind::MailChanged:
        if (!change.ticket.isValid())
            return;
        break;
    case ChangeKind::TicketOpened:
    case ChangeKind::TicketChanged:
    case ChangeKind::ArticlePosted: break;
    }
    // Whoever is being read about is counted from there: two ways to one number would count a step twice.
    const bool known = change.after && (change.before || change.kind == ChangeKind::TicketOpened);
    if (!known || m_touched.contains(change.ticket) || m_reading.contains(change.ticket)) {
        readLater(change);
        return;
    }
    apply(change, change.actor == m_holder.me());
    if (change.actor == m_holder.me())
        remember(*change.after);
    else
        m_known.remove(change.ticket); // whether this person has read it is not known
}

void ViewCounters::apply(const Change &change, bool mine)
{
    const ConditionContext context = m_holder.context();
    for (int i = 0; i < m_conditions.size(); ++i) {
        const std::optional<int> step = difference(m_conditions.at(i), change, context, mine);
        // While an answer is under way nobody can say whether it already holds this change.
        if (!step || (*step != 0 && m_asked.contains(i))) {
            recountSoon(i);
        } else if (*step != 0) {
            addTo(i, *step);
        }
    }
}

void ViewCounters::addTo(int condition, int step)
{
    qint64 &count = m_counts[condition];
    if (count == uncounted)
        return;
    const qint64 tickets = std::max<qint64>(0, ticketsCounted(count) + step);
    count = isAtLeast(count) ? atLeast(tickets) : tickets;
    announce();
}

void ViewCounters::remember(const TicketRow &row)
{
    m_known.insert(row.head.id, new TicketRow(row));
}

void ViewCounters::readLater(const Change &change)
{
    // Once opened it stays that: it was nowhere before, whatever follows.
    Change &noted = m_touched[change.ticket];
    if (noted.kind != ChangeKind::TicketOpened)
        noted = change;
    if (!m_read.isActive() && m_reading.isEmpty())
        m_read.start();
}

void ViewCounters::readTouched()
{
    m_reading = std::exchange(m_touched, {});
    if (m_reading.size() > mostReadAtOnce) {
        m_reading.clear();
        m_known.clear();
        recountAllSoon(foreignRecountPauseMs);
        return;
    }
    deliver(m_desk.rows(QVector<TicketId>(m_reading.keyBegin(), m_reading.keyEnd()), m_holder.me()), this,
            [this](const Result<QVector<TicketRow>> &answer) { takeTouched(answer); });
}

void ViewCounters::takeTouched(const Result<QVector<TicketRow>> &answer)
{
    QHash<TicketId, TicketRow> rows;
    if (answer) {
        for (const TicketRow &row : *answer)
            rows.insert(row.head.id, row);
    }
    const QHash<TicketId, Change> read = std::exchange(m_reading, {});
    for (auto touched = read.cbegin(); touched != read.cend(); ++touched) {
        Change change = *touched;
        change.before.reset();
        change.after.reset();
        if (const TicketRow *before = m_known.object(touched.key()))
            change.before = *before;
        if (const auto row = rows.constFind(touched.key()); row != rows.cend())
            change.after = *row;
        applyElsewhere(change, answer.has_value());
        if (change.after)
            remember(*change.after);
        else
            m_known.remove(touched.key());
    }
    if (!m_touched.isEmpty())
        m_read.start();
}

void ViewCounters::applyElsewhere(const Change &change, bool answered)
{
    const bool known = answered && (change.before || change.kind == ChangeKind::TicketOpened);
    const ConditionContext context = m_holder.context();
    for (int i = 0; i < m_conditions.size(); ++i) {
        const Condition &condition = m_conditions.at(i);
        if (condition.needsSearchIndex() || (change.kind == ChangeKind::ReadMarkSet && !asksUnread(condition)))
            continue;
        const int step = known ? difference(condition, change, context, true).value_or(0) : 0;
        if (!known || (step != 0 && mayHoldAlready(i))) {
            recountSoon(i, foreignRecountPauseMs);
        } else if (step != 0) {
            addTo(i, step);
        }
    }
}

bool ViewCounters::mayHoldAlready(int condition) const
{
    const auto answered = m_answered.constFind(condition);
    return m_asked.contains(condition) || (answered != m_answered.cend() && !answered->hasExpired(hearsayMs));
}

std::optional<int> ViewCounters::difference(const Condition &condition, const Change &change,
                                            const ConditionContext &context, bool mine) const
{
    if (condition.needsSearchIndex())
        return 0;
    if (mine || !asksUnread(condition)) {
        return matchesAs(condition, change.after, change.after && change.after->unread, context)
               - matchesAs(condition, change.before, change.before && change.before->unread, context);
    }
    // The rows carry what the actor has read. Whether this person had is not known: both must lead to the same.
    const bool becomesUnread = change.kind != ChangeKind::TicketChanged;
    const auto stepIf = [&](bool unread) {
        return matchesAs(condition, change.after, becomesUnread || unread, context)
               - matchesAs(condition, change.before, unread, context);
    };
    const int step = stepIf(true);
    if (change.before && step != stepIf(false))
        return std::nullopt;
    return step;
}

void ViewCounters::recountSoon(int condition, int pauseMs)
{
    m_unsure.insert(condition);
    m_hurry |= pauseMs == 0;
    if (!m_asked.isEmpty())
        return;
    const qint64 pause =
        std::clamp<qint64>(m_lastCostMs * recountPauseFactor, shortestRecountPauseMs, longestRecountPauseMs);
    const qint64 waited = m_since.isValid() ? m_since.elapsed() : pauseMs;
    const int soon = int(std::max<qint64>(pause, pauseMs - waited));
    if (!m_again.isActive() || m_again.remainingTime() > soon)
        m_again.start(soon);
}

void ViewCounters::recountAllSoon(int pauseMs)
{
    for (int i = 0; i < m_conditions.size(); ++i)
        recountSoon(i, pauseMs);
}

void ViewCounters::recount()
{
    m_again.stop();
    if (m_unsure.isEmpty() || !m_asked.isEmpty())
        return;
    QVector<Condition> asked;
    m_asked.clear();
    for (int i = 0; i < m_conditions.size(); ++i) {
        if (!m_unsure.contains(i))
            continue;
        m_asked.append(i);
        asked.append(m_conditions.at(i));
    }
    m_unsure.clear();
    m_hurry = false;
    m_since.start();
    m_future = m_desk.counts(asked, m_holder.me(), m_holder.now());
    deliver(m_future, this,
            [this, number = ++m_number](const Result<QVector<qint64>> &answer) { take(number, answer); });
}

void ViewCounters::take(quint64 number, const Result<QVector<qint64>> &answer)
{
    if (number != m_number)
        return;
    m_lastCostMs = m_since.elapsed();
    const QVector<int> asked = std::exchange(m_asked, {});
    if (answer && answer->size() == asked.size()) {
        for (int i = 0; i < asked.size(); ++i) {
            m_answered[asked.at(i)].start();
            if (!m_unsure.contains(asked.at(i)) || m_counts.at(asked.at(i)) < 0)
                m_counts[asked.at(i)] = answer->at(i);
        }
        announce();
    } else if (!answer && answer.error().code == ErrorCode::Busy) {
        for (const int i : asked)
            m_unsure.insert(i);
    }
    if (!m_unsure.isEmpty())
        recountSoon(*m_unsure.cbegin(), m_hurry ? 0 : foreignRecountPauseMs);
}

void ViewCounters::announce()
{
    if (!m_announce.isActive())
        m_announce.start();
}

} // namespace deskhand
