// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/sla_clock.h"
#include "domain/ticket.h"

#include <QDateTime>
#include <QTimeZone>

namespace deskhand::test {

inline constexpr qint64 minutes = 60'000;
inline constexpr qint64 hours = 60 * minutes;

inline constexpr StateId newState{1};
inline constexpr StateId openState{2};
inline constexpr StateId waitingState{3};
inline constexpr StateId supplierState{4};
inline constexpr StateId solvedState{5};
inline constexpr StateId closedState{6};
inline constexpr StateId mergedState{7};

inline StateType typeOfState(StateId state)
{
    constexpr std::array types{
        StateType::New,    StateType::Open,   StateType::PendingReminder, StateType::PendingReminder,
        StateType::Solved, StateType::Closed, StateType::Merged};
    return types[size_t(state.value - 1)];
}

/// "2026-05-04 09:00" in a zone.
inline Instant localTime(const char *text, const char *zone = "Europe/Berlin")
{
    const QDateTime moment = QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd HH:mm"));
    return QDateTime(moment.date(), moment.time(), QTimeZone(zone)).toMSecsSinceEpoch();
}

/// A ticket's log, written in the order in which the pipeline tells it.
class SlaHistory
{
public:
    /// Opened, and its first state, priority and queue.
    explicit SlaHistory(Instant openedAt, SenderRole by = SenderRole::Customer, qint64 priority = 3, qint64 queue = 1)
    {
        add(SlaEventKind::Opened, openedAt, qint64(by));
        state(openedAt, newState);
        add(SlaEventKind::Priority, openedAt, priority);
        add(SlaEventKind::Queue, openedAt, queue);
    }

    SlaHistory &add(SlaEventKind kind, Instant at, qint64 value = 0, qint64 other = 0)
    {
        m_events.append({kind, at, value, other});
        return *this;
    }
    SlaHistory &state(Instant at, StateId state)
    {
        return add(SlaEventKind::State, at, state.value, qint64(typeOfState(state)));
    }
    SlaHistory &goesBy(Instant at, const SlaPolicy &policy, const BusinessCalendar &calendar)
    {
        return add(SlaEventKind::Policy, at, policy.versionId.value, calendar.versionId.value);
    }

    [[nodiscard]] const QVector<SlaEvent> &events() const { return m_events; }

private:
    QVector<SlaEvent> m_events;
};

} // namespace deskhand::test
