// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_changer.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

namespace {

QVariant storedValue(const TicketHead &head, TicketField field)
{
    switch (field) {
    case TicketField::Subject: return head.subject;
    case TicketField::State: return head.state.value;
    case TicketField::Priority: return head.priority.value;
    case TicketField::Queue: return head.queue.value;
    case TicketField::Category: return head.category.value;
    case TicketField::Owner: return head.owner.value;
    case TicketField::Requester: return head.requester.value;
    case TicketField::DueAt: return head.dueAt;
    case TicketField::PendingUntil: return head.pendingUntil;
    case TicketField::Tags: break;
    }
    return {};
}

/// Only what really changes: a tag that is there already is not added, and undo must not take it away.
std::optional<FieldChange> effectiveChange(const FieldChange &wanted, const TicketHead &head)
{
    FieldChange change = wanted;
    if (change.field != TicketField::Tags)
        return storedValue(head, change.field) == change.value ? std::nullopt : std::optional(change);
    change.addTags.removeIf([&head](const QString &tag) { return head.tags.contains(tag); });
    change.removeTags.removeIf([&head](const QString &tag) { return !head.tags.contains(tag); });
    return change.addTags.isEmpty() && change.removeTags.isEmpty() ? std::nullopt : std::optional(change);
}

QVector<FieldChange> effectiveChanges(const QVector<FieldChange> &wanted, const TicketHead &head)
{
    QVector<FieldChange> changes;
    for (const FieldChange &change : wanted) {
        if (const std::optional<FieldChange> effective = effectiveChange(change, head))
            changes.append(*effective);
    }
    return changes;
}

} // namespace

TicketEdit TicketEdit::fields(const QVector<FieldChange> &changes)
{
    TicketEdit edit;
    edit.make = [changes](const TicketRow &before) -> std::optional<CommandBody> {
        const QVector<FieldChange> effective = effectiveChanges(changes, before.head);
        if (effective.isEmpty())
            return std::nullopt;
        return CommandBody(ChangeTicket{before.head.id, before.head.version, effective, {}});
    };
    edit.undo = [changes](const TicketRow &before, qint64 versionAfter) {
        QVector<FieldChange> back = effectiveChanges(changes, before.head);
        for (FieldChange &change : back) {
            change.value = storedValue(before.head, change.field);
            change.addTags.swap(change.removeTags);
        }
        return CommandBody(ChangeTicket{before.head.id, versionAfter, back, {}});
    };
    return edit;
}

TicketEdit TicketEdit::read(bool read)
{
    TicketEdit edit;
    edit.make = [read](const TicketRow &before) -> std::optional<CommandBody> {
        if (before.unread == !read)
            return std::nullopt;
        return CommandBody(MarkRead{before.head.id, read ? before.head.lastArticle : ArticleId{}});
    };
    edit.undo = [read](const TicketRow &before, qint64) {
        return CommandBody(MarkRead{before.head.id, read ? ArticleId{} : before.head.lastArticle});
    };
    return edit;
}

FieldChange mineOf(const FieldConflict &conflict)
{
    // The stored form of a conflict is text; a change wants the value.
    FieldChange change;
    change.field = conflict.field;
    change.value =
        conflict.field == TicketField::Subject ? QVariant(conflict.mine) : QVariant(conflict.mine.toLongLong());
    return change;
}

TicketChanger::TicketChanger(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_holder(holder)
{
}

TicketChanger::RunId TicketChanger::run(const QVector<TicketId> &tickets, const TicketEdit &edit,
                                        const QHash<TicketId, TicketRow> &known)
{
    const RunId id = ++m_lastRun;
    Run &created = m_runs[id];
    created.edit = edit;
    created.total = int(tickets.size());
    QVector<TicketRow> rows;
    for (const TicketId ticket : tickets) {
        const auto row = known.constFind(ticket);
        if (row == known.constEnd())
            created.unseen.append(ticket);
        else
            rows.append(*row);
    }
    prepare(&created, rows);
    // Not from inside this call: the caller does not know the run's number yet.
    QMetaObject::invokeMethod(
        this, [this, id] { pump(id); }, Qt::QueuedConnection);
    return id;
}

void TicketChanger::askRows(RunId id, Run *run)
{
    const QVector<TicketId> asked = run->unseen.mid(0, rowsAtOnce);
    run->unseen.remove(0, asked.size());
    run->asking = true;
    deliver(m_desk.rows(asked, m_holder.me()), this,
            [this, id, asked](const Result<QVector<TicketRow>> &answer) { takeRows(id, asked, answer); });
}

void TicketChanger::takeRows(RunId id, const QVector<TicketId> &asked, const Result<QVector<TicketRow>> &answer)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    Run &run = found->second;
    run.asking = false;
    QSet<TicketId> absent(asked.cbegin(), asked.cend());
    if (answer && !run.outcome.cancelled) {
        for (const TicketRow &row : *answer)
            absent.remove(row.head.id);
        prepare(&run, *answer);
    }
    const Error notFound{ErrorCode::NotFound, QStringLiteral("models.changeTickets"), {}, {}};
    for (const TicketId ticket : std::as_const(absent)) {
        if (!run.outcome.cancelled)
            run.outcome.refused.append({ticket, {}, {}, answer ? notFound : answer.error()});
    }
    pump(id);
}

void TicketChanger::prepare(Run *run, const QVector<TicketRow> &rows)
{
    for (const TicketRow &row : rows) {
        if (const std::optional<CommandBody> body = run->edit.make(row))
            run->waiting.prepend(Step{row.head.id, row, *body});
        else
            ++run->outcome.unchanged;
    }
}

void TicketChanger::pump(RunId id)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    Run &run = found->second;
    while (run.underWay < commandsUnderWay && !run.waiting.isEmpty()) {
        const Step step = run.waiting.takeLast();
        ++run.underWay;
        deliver(m_desk.submit(Command::make(m_holder.me(), step.body)), this,
                [this, id, step](const Result<CommandAnswer> &answer) { take(id, step, answer); });
    }
    if (run.waiting.isEmpty() && !run.unseen.isEmpty() && !run.asking)
        askRows(id, &run);
    if (run.underWay > 0 || run.asking)
        return;
    const EditOutcome outcome = run.outcome;
    m_undo = outcome.wasUndo ? QVector<Undo>() : run.undo;
    m_runs.erase(found);
    Q_EMIT finished(id, outcome);
}

void TicketChanger::take(RunId id, const Step &step, const Result<CommandAnswer> &answer)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    Run &run = found->second;
    --run.underWay;
    if (answer && answer->conflicts.isEmpty()) {
        ++run.outcome.done;
        if (run.edit.undo)
            run.undo.append(Undo{step.before, run.edit.undo(step.before, answer->version)});
    } else {
        run.outcome.refused.append({step.ticket, step.before.head.number,
                                    answer ? answer->conflicts : QVector<FieldConflict>(),
                                    answer ? std::nullopt : std::optional(answer.error())});
    }
    Q_EMIT progressed(id, run.total - int(run.waiting.size() + run.unseen.size()) - run.underWay, run.total);
    pump(id);
}

void TicketChanger::cancel(RunId id)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    Run &run = found->second;
    run.outcome.cancelled = !run.waiting.isEmpty() || !run.unseen.isEmpty() || run.asking;
    run.waiting.clear();
    run.unseen.clear();
    pump(id);
}

TicketChanger::RunId TicketChanger::undo()
{
    if (m_undo.isEmpty())
        return 0;
    const RunId id = ++m_lastRun;
    Run &created = m_runs[id];
    created.outcome.wasUndo = true;
    created.total = int(m_undo.size());
    for (const Undo &undone : std::exchange(m_undo, {}))
        created.waiting.prepend(Step{undone.before.head.id, undone.before, undone.body});
    QMetaObject::invokeMethod(
        this, [this, id] { pump(id); }, Qt::QueuedConnection);
    return id;
}

} // namespace deskhand
