// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"

namespace deskhand {

Result<CommandAnswer> handleCommand(CommandRun &run, const MarkRead &mark)
{
    const Result<TicketHead> head = run.unit.ticket(mark.ticket);
    if (!head)
        return head.error();
    FieldErrors errors;
    if (!run.command.actor.isValid())
        errors.add(QStringLiteral("actor"), QLatin1String("required"));
    if (mark.upTo.value > head->lastArticle.value || mark.upTo.value < 0)
        errors.add(QStringLiteral("article"), QLatin1String("unknown"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.markRead")); !valid)
        return valid.error();

    const Result<ArticleId> read = run.unit.readUpTo(run.command.actor, mark.ticket);
    if (!read)
        return read.error();
    // Reading goes forward; only "mark as unread" goes back.
    const bool changes = mark.upTo.isValid() ? mark.upTo.value > read->value : read->isValid();
    if (changes) {
        if (Result<void> marked = run.unit.setReadMark(run.command.actor, mark.ticket, mark.upTo); !marked)
            return marked.error();
        run.change(ChangeKind::ReadMarkSet, mark.ticket, mark.upTo);
    }
    return CommandAnswer{head->id, head->number, {}, head->version, 0, {}};
}

} // namespace deskhand
