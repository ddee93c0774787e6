// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view_counters.h"

#include "base/deliver.h"
#include "models/list_changes.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int recountEveryMs = 60'000;
constexpr int shortestRecountPauseMs = 150;
constexpr int longestRecountPauseMs = 10'000;
constexpr int recountPauseFactor = 5;

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
    m_minute.setInterval(recountEveryMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        for (int i = 0; i < m_conditions.size(); ++i) {
            if (dependsOnNow(m_conditions.at(i)))
                recountSoon(i);
        }
    });
    connect(&m_desk, &Desk::changed, this, &ViewCounters::takeChanges);
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
    case ChangeKind::CatalogChanged:
    case ChangeKind::ViewChanged: return;
    case ChangeKind::ReadMarkSet:
        if (change.actor != m_holder.me())
            return;
        break;
    case ChangeKind::TicketOpened:
    case ChangeKind::TicketChanged:
    case ChangeKind::ArticlePosted: break;
    }
    const bool known = change.after && (change.before || change.kind == ChangeKind::TicketOpened);
    if (!known)
        return recountAllSoon();
    const ConditionContext context = m_holder.context();
    for (int i = 0; i < m_conditions.size(); ++i) {
        const std::optional<int> step = difference(m_conditions.at(i), change, context);
        // While an answer is under way nobody can say whether it already holds this change.
        if (!step || (*step != 0 && m_asked.contains(i))) {
            recountSoon(i);
        } else if (*step != 0 && m_counts.at(i) >= 0) {
            m_counts[i] += *step;
            announce();
        }
    }
}

std::optional<int> ViewCounters::difference(const Condition &condition, const Change &change,
                                            const ConditionContext &context) const
{
    if (condition.needsSearchIndex())
        return 0;
    const bool mine = change.actor == context.me;
    if (mine || !asksUnread(condition)) {
        return matchesAs(condition, change.after, change.after->unread, context)
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

void ViewCounters::recountSoon(int condition)
{
    m_unsure.insert(condition);
    if (!m_again.isActive() && m_asked.isEmpty())
        m_again.start(
            int(std::clamp<qint64>(m_lastCostMs * recountPauseFactor, shortestRecountPauseMs, longestRecountPauseMs)));
}

void ViewCounters::recountAllSoon()
{
    for (int i = 0; i < m_conditions.size(); ++i)
        recountSoon(i);
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
            if (!m_unsure.contains(asked.at(i)) || m_counts.at(asked.at(i)) < 0)
                m_counts[asked.at(i)] = answer->at(i);
        }
        announce();
    } else if (!answer && answer.error().code == ErrorCode::Busy) {
        for (const int i : asked)
            m_unsure.insert(i);
    }
    if (!m_unsure.isEmpty())
        recountSoon(*m_unsure.cbegin());
}

void ViewCounters::announce()
{
    if (!m_announce.isActive())
        m_announce.start();
}

} // namespace deskhand
