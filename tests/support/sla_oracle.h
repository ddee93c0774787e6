// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_clock.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace deskhand::test {

/// A second opinion about clocks: it lives through a ticket's life quarter of an hour by quarter of an hour, asks at
/// each of them whether it counts, and notices by itself when a target is missed. Knows usual targets only, events and
/// promises that fall on quarters, and policies that promise the same kinds.
class SlaOracle
{
public:
    static constexpr qint64 tick = 15 * 60'000;

    /// Working time of a calendar, looked up in its zone for each quarter from `base` on, `ticks` of them.
    struct Calendar {
        BusinessCalendar calendar;
        std::vector<bool> counts;
        std::vector<QDate> dates; ///< of the working day that a quarter belongs to
    };
    SlaOracle(Instant base, int ticks, const QVector<BusinessCalendar> &calendars, const QVector<SlaPolicy> &policies);

    struct Cycle {
        int from = 0; ///< ticks
        int resumed = -1;
        int ended = -1;
        int missed = -1;
        SlaState state = SlaState::Running;
        BreachCause cause = BreachCause::Time;
        std::vector<std::pair<int, int>> solved;
        int elapsed = 0;
        int promised = 0; ///< ticks that have to count
    };
    /// All cycles of a target after the last event. The last may run: then `elapsed` and `missed` are as at `until`.
    [[nodiscard]] std::vector<Cycle> live(SlaTargetKind kind, const QVector<SlaEvent> &events, int until);
    /// The quarter at whose beginning a running cycle is due, when nothing happens any more; -1: beyond the horizon.
    [[nodiscard]] int dueOf(const Cycle &cycle) const;
    /// Whether it stands still after the last event.
    [[nodiscard]] bool isPaused() const;

    [[nodiscard]] Instant instantOf(int at) const { return m_base + at * tick; }
    [[nodiscard]] int tickOf(Instant at) const { return int((at - m_base) / tick); }

private:
    [[nodiscard]] bool counts(const Cycle &cycle, int at) const;
    [[nodiscard]] int counted(const Cycle &cycle, int until) const;
    [[nodiscard]] int promisedTo(const Cycle &cycle) const;
    void happen(const SlaEvent &event, int at);
    void enterState(const SlaEvent &event, int at);
    void reopen(int at);
    void begin(int at);
    void end(int at, bool fulfilled);
    void look(int at, BreachCause cause);
    [[nodiscard]] const SlaTarget *target() const;

    const Instant m_base;
    const int m_ticks;
    std::map<qint64, Calendar> m_calendars;
    std::map<qint64, SlaPolicy> m_policies;

    // Of the life that is being lived.
    SlaTargetKind m_kind = SlaTargetKind::None;
    std::vector<qint64> m_states; ///< in each quarter
    qint64 m_state = 0;
    StateType m_type = StateType::New;
    qint64 m_priority = 0;
    qint64 m_queue = 0;
    qint64 m_owner = 0;
    qint64 m_policy = 0;
    qint64 m_calendar = 0;
    bool m_answered = false;
    int m_opened = 0;
    int m_waitsSince = -1;
    int m_startedOwned = -1;
    bool m_canResume = false;
    bool m_runs = false;
    std::vector<Cycle> m_cycles;
};

} // namespace deskhand::test
