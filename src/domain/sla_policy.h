// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"
#include "domain/working_time.h"

#include <QFlags>
#include <QHash>

#include <array>
#include <memory>
#include <optional>

namespace deskhand {

/// What is promised. The numbers are stored: never reorder.
enum class SlaTargetKind : int {
    None = 0,
    FirstResponse = 1,
    NextResponse = 2, ///< to the oldest customer's message that nobody has answered
    Update = 3,       ///< a public word at least every so often
    Resolution = 4,
    TimeToOwn = 5,   ///< internal: until somebody owns it
    TimeInQueue = 6, ///< internal (OLA): until this team has solved it or handed it on
};
inline constexpr std::array allSlaTargetKinds{SlaTargetKind::FirstResponse, SlaTargetKind::NextResponse,
                                              SlaTargetKind::Update,        SlaTargetKind::Resolution,
                                              SlaTargetKind::TimeToOwn,     SlaTargetKind::TimeInQueue};
/// "first-response", "next-response", "update", "resolution", "time-to-own", "time-in-queue".
[[nodiscard]] QString slaTargetName(SlaTargetKind kind);
[[nodiscard]] bool slaTargetFromName(QStringView name, SlaTargetKind *kind);

/// What happens in a ticket and can start, fulfil or reset a target. Names for JSON: slaTriggerName().
enum class SlaTrigger {
    Opened = 1,        ///< the ticket, by whomever
    CustomerSpoke = 2, ///< a public article of the requester's side that no machine wrote; mere thanks do not count
    AgentReplied = 4,  ///< a public article that a person among the agents wrote; never an acknowledgement
    AgentCalled = 8,   ///< a call that an agent has noted
    NoteWritten = 16,  ///< an internal note of an agent
    Owned = 32,        ///< somebody owns it now
    QueueEntered = 64, ///< also when it was opened there
    QueueLeft = 128,   ///< comes before QueueEntered
    Solved = 256,      ///< or closed without
    Closed = 512,
    Reopened = 1024,     ///< from solved or closed to unresolved
    OpenedByAgent = 2048 ///< comes with Opened, and after it
};
Q_DECLARE_FLAGS(SlaTriggers, SlaTrigger)
Q_DECLARE_OPERATORS_FOR_FLAGS(SlaTriggers)
[[nodiscard]] QString slaTriggerName(SlaTrigger trigger); ///< "opened", "customer-spoke", …
[[nodiscard]] bool slaTriggerFromName(QStringView name, SlaTrigger *trigger);

/// What becomes of a fulfilled target when its ticket is reopened.
enum class ReopenRule {
    Resume = 1,  ///< goes on with the rest, at least `atLeast`; the time in between does not count
    Restart = 2, ///< from nothing, as a new cycle
    Never = 3,   ///< it was fulfilled once and for all
};

/// The promise for one priority.
struct SlaPriorityAmount {
    PriorityId priority;
    std::optional<TimeAmount> amount; ///< none: nothing is promised for it
    bool operator==(const SlaPriorityAmount &) const = default;
};

/// One promise of a policy. A trigger first fulfils, then resets, then starts. `starts` when no cycle runs begins a
/// cycle; `fulfils` ends the running one; `resets` throws the running one away and begins another. Being merged, and
/// closing where it does not fulfil, cancel.
struct SlaTarget {
    SlaTargetKind kind = SlaTargetKind::FirstResponse;
    QVector<SlaPriorityAmount> amounts;
    std::optional<TimeAmount> otherwise; ///< for priorities that are not in `amounts`
    SlaTriggers starts;
    SlaTriggers fulfils;
    SlaTriggers resets;
    QVector<StateId> pausedIn; ///< states in which it stands still
    ReopenRule reopen = ReopenRule::Never;
    qint64 atLeast = 0; ///< ms in the target's basis, see ReopenRule::Resume

    [[nodiscard]] std::optional<TimeAmount> amountFor(PriorityId priority) const;
    bool operator==(const SlaTarget &) const = default;
};
/// Triggers as the trade has them for a kind; no amounts, no pausing states.
[[nodiscard]] SlaTarget usualTarget(SlaTargetKind kind);

/// What is done when a level is reached. The numbers are stored: never reorder.
enum class SlaActionKind : int {
    NotifyOwner = 1, ///< of the ticket; nobody when there is none
    NotifyPerson = 2,
    NotifyLead = 3,    ///< of the ticket's queue, or of the nearest above it that has one
    NotifyManager = 4, ///< likewise
    NotifyOnCall = 5,  ///< likewise
    NotifyMembers = 6, ///< all members of the queue
    RaisePriority = 7, ///< by one rank
    SetPriority = 8,
    MoveToQueue = 9, ///< functional escalation
    AssignTo = 10,
    AssignToLead = 11, ///< hierarchical escalation
    PostNote = 12,     ///< internal, by the system, `text` with placeholders (domain/placeholders.h)
};
[[nodiscard]] QString slaActionName(SlaActionKind kind); ///< "notify-owner", …
[[nodiscard]] bool slaActionFromName(QStringView name, SlaActionKind *kind);

struct SlaAction {
    SlaActionKind kind = SlaActionKind::NotifyOwner;
    qint64 id = 0; ///< of the person, priority or queue
    QString text;  ///< of a note
    bool operator==(const SlaAction &) const = default;
};

/// A warning or an escalation: an instant in the life of a cycle, with who is told and what is done.
struct SlaLevel {
    enum class When { Percent = 1, Before = 2, After = 3 };

    int id = 0;   ///< unique in the policy and kept in its versions; 1, 2, 3 …; 0 is the breach itself
    QString name; ///< for people; may be empty
    QVector<SlaTargetKind> targets; ///< empty: all of the policy
    When when = When::Percent;
    qint64 amount = 75;               ///< percent of the target's time that is used up, or ms before or after it is due
    bool inWorkingTime = true;        ///< Before, After: `amount` is measured in working time, else by the wall clock
    bool waitForWorkingHours = false; ///< when it is reached outside of working hours, at their next beginning
    Condition condition;              ///< only then; asked when the level is reached
    QString conditionText;
    QVector<SlaAction> actions;
    bool operator==(const SlaLevel &) const = default;
};

/// A configured rule: what is promised for which tickets. Policies are tried in their order; the first whose condition
/// a ticket satisfies is its policy.
struct SlaPolicy {
    SlaPolicyId id;
    QString name;
    int position = 0;
    bool active = true;
    Condition condition;
    QString conditionText;
    CalendarId calendar; ///< invalid: that of the ticket's queue
    QVector<SlaTarget> targets;
    QVector<SlaLevel> levels;
    int version = 0;              ///< 1, 2, 3 …; 0: not saved yet
    SlaPolicyVersionId versionId; ///< of the desk's row of this version; what clocks refer to

    [[nodiscard]] const SlaTarget *target(SlaTargetKind kind) const; ///< null: not promised
    bool operator==(const SlaPolicy &) const = default;
};
using SlaPolicyPtr = std::shared_ptr<const SlaPolicy>;

/// Every version of policies and calendars that a clock can refer to. An immutable snapshot; thread-safe.
class SlaVersions
{
public:
    SlaVersions();

    void add(const SlaPolicy &policy);
    void add(const BusinessCalendar &calendar);

    [[nodiscard]] SlaPolicyPtr policy(SlaPolicyVersionId id) const; ///< null: there is none
    /// Round the clock for an invalid or unknown id.
    [[nodiscard]] WorkingTimePtr workingTime(CalendarVersionId id) const;

    // All of them, by id of the version.
    [[nodiscard]] QVector<SlaPolicyPtr> policies() const;
    [[nodiscard]] QVector<WorkingTimePtr> calendars() const;

private:
    QHash<SlaPolicyVersionId, SlaPolicyPtr> m_policies;
    QHash<CalendarVersionId, WorkingTimePtr> m_calendars;
    WorkingTimePtr m_roundTheClock;
};
using SlaVersionsPtr = std::shared_ptr<const SlaVersions>;

/// The first active policy of the catalogue that the ticket satisfies; null: none covers it.
[[nodiscard]] const SlaPolicy *policyFor(const TicketFacts &ticket, const Catalog &catalog,
                                         const ConditionContext &context);
/// The current version of the calendar that a policy's targets go by for a ticket of a queue: the policy's, else the
/// queue's, else the nearest above it; null: none, then it is round the clock.
[[nodiscard]] const BusinessCalendar *calendarFor(const SlaPolicy &policy, QueueId queue, const Catalog &catalog);

/// Why a policy cannot be saved; empty: it can. Fields as "targets.2.amounts", codes as in operations/field_errors.h.
struct PolicyProblem {
    QString field;
    QString code;
    bool operator==(const PolicyProblem &) const = default;
};
[[nodiscard]] QVector<PolicyProblem> problemsOf(const SlaPolicy &policy);

/// What a new desk begins with: resolution within 1 h for the most urgent priority, 4 h for the next, the same business
/// day for the third, 48 h for the others; a first response in a quarter of it; warnings at 75 % to the owner and at
/// the breach to the lead. Priorities in the order of their rank; `pausing`: the pending states.
[[nodiscard]] SlaPolicy defaultSlaPolicy(const QString &name, const QVector<PriorityId> &priorities,
                                         const QVector<StateId> &pausing);
/// Monday to Friday, 09:00 to 17:00.
[[nodiscard]] BusinessCalendar defaultCalendar(const QString &name, const QByteArray &zone);

} // namespace deskhand
