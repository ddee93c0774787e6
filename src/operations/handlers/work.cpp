// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/merge_parts.h"
#include "operations/handlers/people.h"

namespace deskhand {
namespace {

CommandAnswer answerOf(const TicketHead &head, WorkEntryId entry)
{
    return CommandAnswer{head.id, head.number, {}, head.version, entry.value, {}};
}

HistoryEntry workEntryOf(const CommandRun &run, const QString &what, const TicketHead &head)
{
    HistoryEntry entry = run.entry(what);
    entry.ticket = head.id;
    entry.version = head.version;
    return entry;
}

Result<void> checkWork(const CommandRun &run, const LogWork &command)
{
    FieldErrors errors;
    if (!run.command.actor.isValid())
        errors.add(QStringLiteral("actor"), QLatin1String("required"));
    if (command.minutes < 1 || command.minutes > mostWorkMinutes)
        errors.add(QStringLiteral("minutes"), QLatin1String("out-of-range"));
    if (command.at < 0 || command.at > run.now + workAheadMs)
        errors.add(QStringLiteral("at"), QLatin1String("out-of-range"));
    if (command.activity.size() > longestActivity)
        errors.add(QStringLiteral("activity"), QLatin1String("too-long"));
    if (command.note.size() > longestWorkNote)
        errors.add(QStringLiteral("note"), QLatin1String("too-long"));
    return errors.result(QStringLiteral("operations.logWork"));
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const LogWork &command)
{
    const Result<TicketHead> head = run.unit.ticket(command.ticket);
    if (!head)
        return head.error();
    if (Result<void> live = checkNotMerged(run, *head); !live)
        return live.error();
    if (Result<void> valid = checkWork(run, command); !valid)
        return valid.error();
    WorkEntry work;
    work.ticket = head->id;
    work.person = run.command.actor;
    work.at = command.at == 0 ? run.now : command.at;
    work.minutes = command.minutes;
    work.activity = oneLine(command.activity, longestActivity).simplified();
    work.note = oneLine(command.note, longestWorkNote);
    work.loggedAt = run.now;
    const Result<WorkEntryId> id = run.unit.insertWork(work);
    if (!id)
        return id.error();
    HistoryEntry entry = workEntryOf(run, QStringLiteral("work-logged"), *head);
    entry.newValue = QString::number(id->value);
    entry.newText = historyTextOf(work);
    entry.why = work.note;
    run.history.append(std::move(entry));
    run.change(ChangeKind::TicketChanged, head->id);
    return answerOf(*head, *id);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const RemoveWork &command)
{
    const Result<TicketHead> head = run.unit.ticket(command.ticket);
    if (!head)
        return head.error();
    if (Result<void> live = checkNotMerged(run, *head); !live)
        return live.error();
    const Result<WorkEntry> work = run.unit.workEntry(command.entry);
    if (!work)
        return work.error();
    const Result<TicketId> shownIn = run.unit.rootOf(work->ticket);
    if (!shownIn)
        return shownIn.error();
    if (*shownIn != head->id)
        return Error{ErrorCode::NotFound, QStringLiteral("operations.removeWork"), QStringLiteral("no such entry"), {}};
    if (work->removedAt != 0)
        return answerOf(*head, work->id);
    if (Result<void> removed = run.unit.removeWork(work->id, run.now, run.command.actor); !removed)
        return removed.error();
    HistoryEntry entry = workEntryOf(run, QStringLiteral("work-removed"), *head);
    entry.oldValue = QString::number(work->id.value);
    entry.oldText = historyTextOf(*work);
    run.history.append(std::move(entry));
    run.change(ChangeKind::TicketChanged, head->id);
    if (work->ticket != head->id)
        run.change(ChangeKind::TicketChanged, work->ticket); // whose it is, wherever it is shown
    return answerOf(*head, work->id);
}

} // namespace deskhand
