// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QString>
#include <QStringList>

namespace deskhand {

/// What a state means to the program; its name is up to the desk. The numbers are stored: never reorder.
enum class StateType {
    New = 1,             ///< nobody has worked on it
    Open = 2,            ///< being worked on
    PendingReminder = 3, ///< waiting for somebody outside, comes back at a time
    PendingAuto = 4,     ///< waiting, then changes by itself
    Solved = 5,          ///< a solution was offered; may be reopened
    Closed = 6,          ///< final; a follow-up makes a new ticket
    Merged = 7,          ///< lives on in another ticket
};

/// New, open or pending: somebody still has to do something.
[[nodiscard]] constexpr bool isUnresolved(StateType type) noexcept
{
    return type < StateType::Solved;
}

/// Way of communication. The numbers are stored: never reorder.
enum class Channel { Email = 1, Web = 2, Phone = 3, Chat = 4, Messenger = 5, Api = 6, Monitoring = 7 };

/// See domain/delivery.h.
enum class DeliveryState : int;

/// See domain/sla_policy.h.
enum class SlaTargetKind : int;

/// Where a ticket stands with what was promised for it. That it is overdue is not stored: it is Running, and `slaDueAt`
/// has passed. The numbers are stored: never reorder.
enum class SlaStanding : int {
    None = 0,    ///< nothing is promised
    Met = 1,     ///< everything was kept
    Running = 2, ///< at least one clock runs
    Paused = 3,  ///< none runs, at least one is paused
    Missed = 4,  ///< everything has ended, something too late
};
/// "none", "met", "running", "paused", "missed".
[[nodiscard]] QString slaStandingName(SlaStanding standing);
[[nodiscard]] bool slaStandingFromName(QStringView name, SlaStanding *standing);

/// Everything of a ticket but its thread: what a list row shows and what a Condition can ask about.
/// A plain value; thread-safe as such.
struct TicketHead {
    TicketId id;
    QString number;     ///< what people see; unique, never reused, not the key
    qint64 version = 0; ///< raised by one with every change; the base of compare-and-set
    QString subject;
    StateId state;
    PriorityId priority;
    QueueId queue;
    CategoryId category; ///< invalid: none
    PersonId owner;      ///< invalid: unassigned
    PersonId requester;
    OrganizationId organization;    ///< of the requester when the ticket was opened; invalid: none
    Channel channel = Channel::Web; ///< by which it was opened
    QStringList tags;               ///< folded, sorted, no duplicates
    Instant createdAt = 0;
    Instant updatedAt = 0;     ///< last change of any kind
    Instant lastContactAt = 0; ///< last public article; 0: none
    Instant dueAt = 0;         ///< set by hand; 0: none
    Instant pendingUntil = 0;  ///< for pending states; 0: none
    Instant solvedAt = 0;      ///< last time it was solved; 0: never or reopened
    Instant closedAt = 0;      ///< 0: not closed
    int articleCount = 0;
    int attachmentCount = 0; ///< inline pictures not counted
    ArticleId lastArticle;   ///< newest article; invalid: none
    bool lastArticleFromCustomer = false;
    DeliveryState delivery{}; ///< of the newest mail that went out for it
    SlaStanding sla = SlaStanding::None;
    SlaTargetKind slaTarget{}; ///< which target slaDueAt or slaLeft is about
    Instant slaDueAt = 0;      ///< when the nearest running target is missed; 0: none runs
    qint64 slaLeft = 0;        ///< Paused: ms left of the target that has least; negative: it was overdue
    bool slaMissed = false;    ///< a target was fulfilled too late
    TicketId mergedInto;       ///< of a stub: into which it was merged, which may be a stub itself; invalid: none

    bool operator==(const TicketHead &) const = default;
};

/// A field of a ticket that a ChangeTicket command may set. The names are stored in history: never rename.
enum class TicketField { Subject, State, Priority, Queue, Category, Owner, Requester, Tags, DueAt, PendingUntil };

/// "subject", "state", … as stored in history and written in JSON.
[[nodiscard]] QString ticketFieldName(TicketField field);
[[nodiscard]] bool ticketFieldFromName(QStringView name, TicketField *field);

/// "new", "open", "pending-reminder", …
[[nodiscard]] QString stateTypeName(StateType type);
[[nodiscard]] bool stateTypeFromName(QStringView name, StateType *type);

/// "email", "web", …
[[nodiscard]] QString channelName(Channel channel);
[[nodiscard]] bool channelFromName(QStringView name, Channel *channel);

} // namespace deskhand
