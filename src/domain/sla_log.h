// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_clock.h"

#include <QVarLengthArray>

namespace deskhand {

/// What a ticket is promised from a Policy event on.
struct SlaInForce {
    SlaPolicyPtr policy; ///< null: nothing
    CalendarVersionId calendar;
    WorkingTimePtr time;
};

/// A ticket's event log made ready for the replay of each target: without what was withdrawn, with policies and
/// calendars looked up once. Refers to the events that it was made of.
class SlaLog
{
public:
    SlaLog(const QVector<SlaEvent> &events, const SlaVersions &versions);
    /// Without versions: nothing is ever promised.
    explicit SlaLog(const QVector<SlaEvent> &events);

    [[nodiscard]] qsizetype size() const { return m_events.size(); }
    [[nodiscard]] const SlaEvent &at(qsizetype index) const { return *m_events[index]; }

    /// The last event that judges everything anew; -1: there is none. What it says holds from the opening, and what
    /// Policy events said before it never did.
    [[nodiscard]] qsizetype recalculated() const { return m_recalculated; }
    /// Of a Policy event, or of the one that judges anew.
    [[nodiscard]] const SlaInForce &inForce(qsizetype index) const;
    /// Whether a policy that is ever in force has such a target.
    [[nodiscard]] bool promises(SlaTargetKind kind) const;
    [[nodiscard]] const WorkingTime &always() const { return *m_always; }

private:
    void withdraw(const SlaEvent &withdrawn);
    void unmerge();
    void part(const SlaEvent &parted);

    QVarLengthArray<const SlaEvent *, 32> m_events;
    QVarLengthArray<std::pair<qsizetype, SlaInForce>, 2> m_inForce; ///< by index
    qsizetype m_recalculated = -1;
    WorkingTimePtr m_always;
};

/// Without what has never happened: taken back, or undone by Unmerged and Parted.
[[nodiscard]] QVector<SlaEvent> eventsInForce(const QVector<SlaEvent> &events);

/// The oldest word of the customer that nobody has answered; 0: there is none, or the ticket is solved or closed.
[[nodiscard]] Instant waitingSince(const QVector<SlaEvent> &events);

/// What is known of a ticket at a place of its log, whatever is promised.
struct SlaFacts {
    struct Stretch {
        Instant from = 0;
        StateId state;
    };

    StateType type = StateType::New;
    PriorityId priority;
    QueueId queue;
    PersonId owner;
    Instant openedAt = 0;
    /// An agent has spoken, or the ticket was solved once: what the customer says is no longer about the first
    /// response.
    bool firstResponseIsOver = false;
    QVarLengthArray<Stretch, 12> states; ///< in order; the last one lasts

    /// Takes the event in, and says what it triggers.
    SlaTriggers apply(const SlaEvent &event);

    [[nodiscard]] bool isResolved() const { return type >= StateType::Solved; }
    [[nodiscard]] StateId state() const { return states.isEmpty() ? StateId{} : states.last().state; }
    /// In which a target with these pausing states stands still, from `from` to `until` (0: open), without the spans
    /// of `solved`, which are pauses themselves; in order, none of them empty.
    [[nodiscard]] QVector<Pause> pauses(const QVector<StateId> &pausing, const QVector<TimeSpan> &solved, Instant from,
                                        Instant until) const;

private:
    SlaTriggers enterState(const SlaEvent &event);
};

} // namespace deskhand
