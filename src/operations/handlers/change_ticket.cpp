// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/articles.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/merge_parts.h"
#include "operations/handlers/people.h"
#include "operations/handlers/ticket_checks.h"

#include <QSet>

namespace deskhand {
namespace {

/// Sets a field of a head to the value of a change; states and pendingUntil are settled afterwards. False: the
/// value is of the wrong kind.
bool setField(TicketHead *head, const FieldChange &change)
{
    bool isNumber = true;
    const qint64 number = change.field == TicketField::Subject ? 0 : change.value.toLongLong(&isNumber);
    switch (change.field) {
    case TicketField::Subject:
        head->subject = oneLine(change.value.toString(), longestSubject);
        return change.value.canConvert<QString>();
    case TicketField::State: head->state = StateId{number}; break;
    case TicketField::Priority: head->priority = PriorityId{number}; break;
    case TicketField::Queue: head->queue = QueueId{number}; break;
    case TicketField::Category: head->category = CategoryId{number}; break;
    case TicketField::Owner: head->owner = PersonId{number}; break;
    case TicketField::Requester: head->requester = PersonId{number}; break;
    case TicketField::DueAt: head->dueAt = number; break;
    case TicketField::PendingUntil: head->pendingUntil = number; break;
    case TicketField::Tags: return true;
    }
    return isNumber;
}

void applyTags(TicketHead *head, const FieldChange &change)
{
    QStringList tags = head->tags + change.addTags;
    for (const QString &removed : normalizedTags(change.removeTags))
        tags.removeAll(removed);
    head->tags = normalizedTags(tags);
}

/// Whether the wanted head's value of a field may be set.
Result<void> checkField(CommandRun &run, const FieldChange &change, const TicketHead &wanted, FieldErrors *errors)
{
    switch (change.field) {
    case TicketField::Subject:
        if (wanted.subject.isEmpty())
            errors->add(change.field, QLatin1String("required"));
        else if (change.value.toString().size() > longestSubject)
            errors->add(change.field, QLatin1String("too-long"));
        break;
    case TicketField::State: checkState(run, wanted.state, errors); break;
    case TicketField::Priority: checkPriority(run, wanted.priority, errors); break;
    case TicketField::Queue: checkQueue(run, wanted.queue, errors); break;
    case TicketField::Category: checkCategory(run, wanted.category, errors); break;
    case TicketField::Owner: checkOwner(run, wanted.owner, errors); break;
    case TicketField::Requester:
        if (const Result<Person> person = run.unit.person(wanted.requester); !person) {
            if (person.error().code != ErrorCode::NotFound)
                return person.error();
            errors->add(change.field, QLatin1String("unknown"));
        }
        break;
    case TicketField::DueAt: checkInstant(change.field, wanted.dueAt, errors); break;
    case TicketField::PendingUntil: checkInstant(change.field, wanted.pendingUntil, errors); break;
    case TicketField::Tags: break;
    }
    return {};
}

/// What the actor wants, regardless of what others did; with everything about it that can be wrong.
Result<TicketHead> wantedHead(CommandRun &run, const ChangeTicket &change, const TicketHead &before)
{
    FieldErrors errors;
    QSet<TicketField> seen;
    TicketHead wanted = before;
    if (change.baseVersion < 1 || change.baseVersion > before.version)
        errors.add(QStringLiteral("version"), QLatin1String("out-of-range"));
    for (const FieldChange &field : change.changes) {
        if (seen.contains(field.field))
            errors.add(field.field, QLatin1String("repeated"));
        seen.insert(field.field);
        if (field.field == TicketField::Tags)
            applyTags(&wanted, field);
        else if (!setField(&wanted, field))
            errors.add(field.field, QLatin1String("bad-format"));
        else if (storedFieldValue(wanted, field.field) != storedFieldValue(before, field.field)) {
            if (Result<void> checked = checkField(run, field, wanted, &errors); !checked)
                return checked.error();
        }
    }
    if (Result<void> valid = errors.result(QStringLiteral("operations.changeTicket")); !valid)
        return valid.error();
    return wanted;
}

/// The conflict about a field whose stored value is not the wanted one; none when nobody changed it since the base, or
/// it was changed back.
Result<std::optional<FieldConflict>> findConflict(CommandRun &run, const ChangeTicket &change, TicketField field,
                                                  const TicketHead &before, const TicketHead &wanted)
{
    const Result<QVector<HistoryEntry>> since = run.unit.fieldChangesSince(change.ticket, change.baseVersion, field);
    if (!since)
        return since.error();
    const QString theirs = storedFieldValue(before, field);
    if (since->isEmpty() || since->first().oldValue == theirs)
        return std::optional<FieldConflict>();
    FieldConflict conflict;
    conflict.field = field;
    conflict.base = since->first().oldValue;
    conflict.theirs = theirs;
    conflict.mine = storedFieldValue(wanted, field);
    const HistoryEntry &last = since->last();
    conflict.theirsText = last.newText;
    conflict.by = last.actor;
    conflict.byName = last.actorName;
    conflict.at = last.at;
    Result<QString> mineText = fieldValueText(run, field, conflict.mine);
    if (!mineText)
        return mineText.error();
    conflict.mineText = *std::move(mineText);
    return std::optional(conflict);
}

void recordConflict(CommandRun &run, const TicketHead &before, const FieldConflict &conflict)
{
    HistoryEntry entry = run.entry(QStringLiteral("conflict"));
    entry.ticket = before.id;
    entry.version = before.version;
    entry.oldValue = conflict.theirs;
    entry.newValue = conflict.mine;
    entry.oldText = conflict.theirsText;
    entry.newText = conflict.mineText;
    entry.why = ticketFieldName(conflict.field);
    run.history.append(std::move(entry));
}

/// The state's times, the pending time and the organization follow from what was set.
Result<void> settle(CommandRun &run, const ChangeTicket &change, const TicketHead &before, TicketHead *after)
{
    const State *state = run.catalog->state(after->state);
    if (state && after->state != before.state) {
        const Instant pendingUntil = after->pendingUntil;
        setTicketState(after, *state, run.now);
        if (after->pendingUntil == 0 && pendingUntil != before.pendingUntil)
            after->pendingUntil = pendingUntil;
    }
    const StateType type = run.catalog->stateType(after->state);
    const bool pending = type == StateType::PendingReminder || type == StateType::PendingAuto;
    if (!pending && after->pendingUntil != 0) {
        const bool asked = std::any_of(change.changes.cbegin(), change.changes.cend(), [](const FieldChange &field) {
            return field.field == TicketField::PendingUntil;
        });
        if (asked) {
            FieldErrors errors;
            errors.add(TicketField::PendingUntil, QLatin1String("not-pending"));
            return errors.result(QStringLiteral("operations.changeTicket"));
        }
        after->pendingUntil = 0;
    }
    if (after->requester != before.requester) {
        const Result<Person> requester = run.unit.person(after->requester);
        if (!requester)
            return requester.error();
        after->organization = requester->organization;
    }
    return {};
}

/// Applies the changes that nobody contradicts, and returns the others.
Result<QVector<FieldConflict>> merge(CommandRun &run, const ChangeTicket &change, const TicketHead &before,
                                     const TicketHead &wanted, TicketHead *after)
{
    QVector<FieldConflict> conflicts;
    for (const FieldChange &field : change.changes) {
        if (field.field == TicketField::Tags) {
            applyTags(after, field);
            continue;
        }
        if (storedFieldValue(wanted, field.field) == storedFieldValue(before, field.field))
            continue;
        if (change.baseVersion < before.version) {
            Result<std::optional<FieldConflict>> conflict = findConflict(run, change, field.field, before, wanted);
            if (!conflict)
                return conflict.error();
            if (*conflict) {
                recordConflict(run, before, **conflict);
                conflicts.append(**conflict);
                continue;
            }
        }
        setField(after, field);
    }
    return conflicts;
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const ChangeTicket &change)
{
    const Result<TicketHead> before = run.unit.ticket(change.ticket);
    if (!before)
        return before.error();
    if (Result<void> live = checkNotMerged(run, *before); !live)
        return live.error();
    const Result<TicketHead> wanted = wantedHead(run, change, *before);
    if (!wanted)
        return wanted.error();
    TicketHead after = *before;
    Result<QVector<FieldConflict>> conflicts = merge(run, change, *before, *wanted, &after);
    if (!conflicts)
        return conflicts.error();
    if (Result<void> settled = settle(run, change, *before, &after); !settled)
        return settled.error();

    const qsizetype entriesBefore = run.history.size();
    if (Result<void> stored = storeTicket(run, *before, &after, run.now); !stored)
        return stored.error();
    if (!change.why.isEmpty()) {
        for (qsizetype i = entriesBefore; i < run.history.size(); ++i)
            run.history[i].why = change.why;
    }
    if (after.tags != before->tags)
        noteNewTags(run, after.tags);
    if (!run.history.isEmpty())
        run.change(ChangeKind::TicketChanged, after.id);
    return CommandAnswer{after.id, after.number, {}, after.version, 0, *std::move(conflicts)};
}

} // namespace deskhand
