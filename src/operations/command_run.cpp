// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/command_run.h"

#include "operations/sla_events.h"

#include <array>

namespace deskhand {
namespace {

constexpr std::array allTicketFields{
    TicketField::Subject, TicketField::State,     TicketField::Priority, TicketField::Queue, TicketField::Category,
    TicketField::Owner,   TicketField::Requester, TicketField::Tags,     TicketField::DueAt, TicketField::PendingUntil};

QString storedNumber(qint64 value)
{
    return value == 0 ? QString() : QString::number(value);
}

template <typename Item>
QString nameOrNumber(const Item *item, const QString &stored)
{
    return item ? item->name : stored;
}

bool sameField(const TicketHead &a, const TicketHead &b, TicketField field)
{
    switch (field) {
    case TicketField::Subject: return a.subject == b.subject;
    case TicketField::State: return a.state == b.state;
    case TicketField::Priority: return a.priority == b.priority;
    case TicketField::Queue: return a.queue == b.queue;
    case TicketField::Category: return a.category == b.category;
    case TicketField::Owner: return a.owner == b.owner;
    case TicketField::Requester: return a.requester == b.requester;
    case TicketField::Tags: return a.tags == b.tags;
    case TicketField::DueAt: return a.dueAt == b.dueAt;
    case TicketField::PendingUntil: return a.pendingUntil == b.pendingUntil;
    }
    return true;
}

Result<void> recordField(CommandRun &run, const TicketHead &before, const TicketHead &after, TicketField field,
                         const FieldReasons &reasons)
{
    HistoryEntry entry = run.entry(ticketFieldName(field));
    entry.ticket = after.id;
    entry.version = after.version;
    entry.oldValue = storedFieldValue(before, field);
    entry.newValue = storedFieldValue(after, field);
    Result<QString> oldText = fieldValueText(run, field, entry.oldValue);
    if (!oldText)
        return oldText.error();
    Result<QString> newText = fieldValueText(run, field, entry.newValue);
    if (!newText)
        return newText.error();
    entry.oldText = *std::move(oldText);
    entry.newText = *std::move(newText);
    if (const auto reason = reasons.constFind(field); reason != reasons.constEnd())
        entry.why = *reason;
    run.history.append(std::move(entry));
    return {};
}

} // namespace

HistoryEntry CommandRun::entry(const QString &what) const
{
    HistoryEntry made;
    made.at = now;
    made.actorKind = command.actorKind;
    made.actor = command.actor;
    made.actorName = actor ? displayName(*actor) : QString();
    made.what = what;
    made.why = command.why;
    made.command = command.id;
    return made;
}

void CommandRun::change(ChangeKind kind, TicketId ticket, ArticleId article)
{
    Change made;
    made.kind = kind;
    made.ticket = ticket;
    made.article = article;
    made.actor = command.actor;
    made.command = command.id;
    changes.append(std::move(made));
}

Result<void> storeTicket(CommandRun &run, const TicketHead &before, TicketHead *after, Instant at,
                         const FieldReasons &reasons)
{
    if (*after == before)
        return {};
    after->version = before.version + 1;
    after->updatedAt = qMax(before.updatedAt, at);
    if (Result<void> updated = run.unit.updateTicket(before, *after); !updated)
        return updated;
    noteChanged(run, before, *after, at);
    for (const TicketField field : allTicketFields) {
        if (sameField(before, *after, field))
            continue;
        if (Result<void> recorded = recordField(run, before, *after, field, reasons); !recorded)
            return recorded;
    }
    return {};
}

QString storedFieldValue(const TicketHead &head, TicketField field)
{
    switch (field) {
    case TicketField::Subject: return head.subject;
    case TicketField::State: return storedNumber(head.state.value);
    case TicketField::Priority: return storedNumber(head.priority.value);
    case TicketField::Queue: return storedNumber(head.queue.value);
    case TicketField::Category: return storedNumber(head.category.value);
    case TicketField::Owner: return storedNumber(head.owner.value);
    case TicketField::Requester: return storedNumber(head.requester.value);
    case TicketField::Tags: return head.tags.join(u' ');
    case TicketField::DueAt: return storedNumber(head.dueAt);
    case TicketField::PendingUntil: return storedNumber(head.pendingUntil);
    }
    return {};
}

Result<QString> fieldValueText(CommandRun &run, TicketField field, const QString &stored)
{
    if (stored.isEmpty())
        return QString();
    const qint64 number = stored.toLongLong();
    switch (field) {
    case TicketField::State: return nameOrNumber(run.catalog->state(StateId{number}), stored);
    case TicketField::Priority: return nameOrNumber(run.catalog->priority(PriorityId{number}), stored);
    case TicketField::Queue: return nameOrNumber(run.catalog->queue(QueueId{number}), stored);
    case TicketField::Category: return nameOrNumber(run.catalog->category(CategoryId{number}), stored);
    case TicketField::Owner: {
        const Person *agent = run.catalog->agent(PersonId{number});
        return agent ? displayName(*agent) : stored;
    }
    case TicketField::Requester: {
        const Result<Person> person = run.unit.person(PersonId{number});
        return person ? Result<QString>(displayName(*person)) : Result<QString>(person.error());
    }
    case TicketField::Subject:
    case TicketField::Tags: return stored;
    case TicketField::DueAt:
    case TicketField::PendingUntil: return QString();
    }
    return QString();
}

void setTicketState(TicketHead *head, const State &state, Instant at)
{
    head->state = state.id;
    if (isUnresolved(state.type)) {
        head->solvedAt = 0;
        head->closedAt = 0;
    } else if (state.type == StateType::Solved) {
        if (head->solvedAt == 0 || head->closedAt != 0)
            head->solvedAt = at;
        head->closedAt = 0;
    } else if (head->closedAt == 0) {
        // Closing without a word of a solution says that it is solved now.
        if (head->solvedAt == 0)
            head->solvedAt = at;
        head->closedAt = at;
    }
    const bool pending = state.type == StateType::PendingReminder || state.type == StateType::PendingAuto;
    if (!pending)
        head->pendingUntil = 0;
}

} // namespace deskhand
