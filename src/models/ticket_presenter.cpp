// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_presenter.h"

#include "base/deliver.h"
#include "base/text_folding.h"
#include "models/ticket_changer.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace deskhand {

namespace {

FieldChange valueChange(TicketField field, const QVariant &value)
{
    FieldChange change;
    change.field = field;
    change.value = value;
    return change;
}

} // namespace

void applyFieldChange(TicketHead &head, const FieldChange &change)
{
    const qint64 number = change.value.toLongLong();
    switch (change.field) {
    case TicketField::Subject: head.subject = change.value.toString(); break;
    case TicketField::State: head.state = StateId{number}; break;
    case TicketField::Priority: head.priority = PriorityId{number}; break;
    case TicketField::Queue: head.queue = QueueId{number}; break;
    case TicketField::Category: head.category = CategoryId{number}; break;
    case TicketField::Owner: head.owner = PersonId{number}; break;
    case TicketField::Requester: head.requester = PersonId{number}; break;
    case TicketField::DueAt: head.dueAt = number; break;
    case TicketField::PendingUntil: head.pendingUntil = number; break;
    case TicketField::Tags:
        for (const QString &tag : change.removeTags)
            head.tags.removeAll(tag);
        head.tags += change.addTags;
        head.tags.sort();
        head.tags.removeDuplicates();
        break;
    }
}

TicketPresenter::TicketPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, &TicketPresenter::onChanged);
    connect(&catalog, &CatalogHolder::changed, this, [this] {
        if (isLoaded())
            Q_EMIT changed();
    });
}

void TicketPresenter::open(TicketId ticket)
{
    if (ticket == m_ticket && isLoaded())
        return;
    m_wish.cancel();
    const TicketId left = std::exchange(m_ticket, ticket);
    m_detail.reset();
    // What waits behind a change under way was shown as made: it goes out before the ticket is left.
    for (qsizetype waiting = m_busy ? 1 : 0; waiting < m_queue.size(); ++waiting)
        submitLeft(left, m_queue.at(waiting));
    m_queue.clear();
    m_busy = false;
    m_loading = false;
    m_loadAgain = false;
    m_version = 0;
    m_marked = {};
    m_conflicts.clear();
    Q_EMIT conflictsChanged();
    if (ticket.isValid())
        reload();
    else
        Q_EMIT closed();
}

TicketHead TicketPresenter::head() const
{
    TicketHead shown = m_detail->row.head;
    for (const QVector<FieldChange> &changes : m_queue) {
        for (const FieldChange &change : changes)
            applyFieldChange(shown, change);
    }
    return shown;
}

void TicketPresenter::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    const TicketId asked = m_ticket;
    m_wish = m_desk.ticket(m_ticket, m_catalog.me());
    deliver(m_wish, this, [this, asked](const Result<TicketDetail> &answer) {
        if (asked == m_ticket)
            takeDetail(answer);
    });
}

void TicketPresenter::takeDetail(const Result<TicketDetail> &answer)
{
    m_loading = false;
    if (answer) {
        const bool first = !isLoaded();
        m_detail = *answer;
        m_version = std::max(m_version, m_detail->row.head.version);
        if (first) {
            m_marked = m_detail->readUpTo;
            Q_EMIT opened();
        }
        Q_EMIT changed();
    } else if (answer.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(answer.error());
    }
    if (std::exchange(m_loadAgain, false))
        reload();
}

void TicketPresenter::onChanged(const QVector<Change> &changes)
{
    const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
        const bool ours = change.ticket == m_ticket && change.kind != ChangeKind::ReadMarkSet;
        return ours || (change.kind == ChangeKind::PersonChanged && isLoaded());
    });
    if (concerned && m_ticket.isValid())
        reload();
}

void TicketPresenter::setSubject(const QString &subject)
{
    const QString text = subject.simplified();
    if (!text.isEmpty() && isLoaded() && text != head().subject)
        enqueue({valueChange(TicketField::Subject, text)});
}

void TicketPresenter::setState(StateId state, Instant pendingUntil)
{
    if (!isLoaded())
        return;
    QVector<FieldChange> changes;
    if (state != head().state)
        changes.append(valueChange(TicketField::State, state.value));
    if (pendingUntil != head().pendingUntil)
        changes.append(valueChange(TicketField::PendingUntil, pendingUntil));
    if (!changes.isEmpty())
        enqueue(changes);
}

void TicketPresenter::setPriority(PriorityId priority)
{
    if (isLoaded() && priority != head().priority)
        enqueue({valueChange(TicketField::Priority, priority.value)});
}

void TicketPresenter::setQueue(QueueId queue)
{
    if (isLoaded() && queue != head().queue)
        enqueue({valueChange(TicketField::Queue, queue.value)});
}

void TicketPresenter::setCategory(CategoryId category)
{
    if (isLoaded() && category != head().category)
        enqueue({valueChange(TicketField::Category, category.value)});
}

void TicketPresenter::setOwner(PersonId owner)
{
    if (isLoaded() && owner != head().owner)
        enqueue({valueChange(TicketField::Owner, owner.value)});
}

void TicketPresenter::setRequester(PersonId requester)
{
    if (isLoaded() && requester.isValid() && requester != head().requester)
        enqueue({valueChange(TicketField::Requester, requester.value)});
}

void TicketPresenter::setDue(Instant due)
{
    if (isLoaded() && due != head().dueAt)
        enqueue({valueChange(TicketField::DueAt, due)});
}

void TicketPresenter::changeTags(const QStringList &add, const QStringList &remove)
{
    FieldChange change;
    change.field = TicketField::Tags;
    for (const QString &tag : add) {
        const QString folded = foldText(tag).simplified().replace(u' ', u'-');
        if (!folded.isEmpty())
            change.addTags.append(folded);
    }
    change.removeTags = remove;
    if (isLoaded() && !(change.addTags.isEmpty() && change.removeTags.isEmpty()))
        enqueue({change});
}

void TicketPresenter::enqueue(QVector<FieldChange> changes)
{
    m_queue.append(std::move(changes));
    Q_EMIT changed();
    submitNext();
}

void TicketPresenter::submitNext()
{
    if (m_busy || m_queue.isEmpty())
        return;
    m_busy = true;
    ChangeTicket change;
    change.ticket = m_ticket;
    change.baseVersion = m_version;
    change.changes = m_queue.first();
    const TicketId asked = m_ticket;
    deliver(m_desk.submit(Command::make(m_catalog.me(), change)), this,
            [this, asked](const Result<CommandAnswer> &answer) {
                if (asked == m_ticket)
                    takeAnswer(answer);
            });
}

void TicketPresenter::submitLeft(TicketId left, const QVector<FieldChange> &changes)
{
    const ChangeTicket change{left, m_version, changes, {}};
    deliver(m_desk.submit(Command::make(m_catalog.me(), change)), this, [this](const Result<CommandAnswer> &answer) {
        if (!answer)
            Q_EMIT failed(answer.error());
    });
}

void TicketPresenter::takeAnswer(const Result<CommandAnswer> &answer)
{
    if (!m_busy) // the ticket was closed and opened again meanwhile
        return;
    m_busy = false;
    const QVector<FieldChange> sent = m_queue.takeFirst();
    if (answer) {
        m_version = std::max(m_version, answer->version);
        // Keep showing the new value until the ticket has been read again.
        for (const FieldChange &change : sent) {
            const bool refused =
                std::any_of(answer->conflicts.cbegin(), answer->conflicts.cend(),
                            [&change](const FieldConflict &conflict) { return conflict.field == change.field; });
            if (!refused && m_detail && m_detail->row.head.version < answer->version)
                applyFieldChange(m_detail->row.head, change);
        }
        if (!answer->conflicts.isEmpty()) {
            m_conflicts += answer->conflicts;
            Q_EMIT conflictsChanged();
        }
    }
    reload();
    Q_EMIT changed();
    if (!answer)
        Q_EMIT failed(answer.error());
    submitNext();
}

void TicketPresenter::takeMine(int conflict)
{
    if (conflict < 0 || conflict >= m_conflicts.size() || !isLoaded())
        return;
    const FieldConflict taken = m_conflicts.takeAt(conflict);
    Q_EMIT conflictsChanged();
    enqueue({mineOf(taken)});
}

void TicketPresenter::keepTheirs(int conflict)
{
    if (conflict < 0 || conflict >= m_conflicts.size())
        return;
    m_conflicts.removeAt(conflict);
    Q_EMIT conflictsChanged();
}

void TicketPresenter::markRead(ArticleId upTo)
{
    if (!m_ticket.isValid() || upTo <= m_marked)
        return;
    m_marked = upTo;
    // A mark that fails is made again the next time the ticket is open: nobody needs to be told.
    deliver(m_desk.submit(Command::make(m_catalog.me(), MarkRead{m_ticket, upTo})), this,
            [](const Result<CommandAnswer> &) {});
}

void TicketPresenter::markUnread()
{
    if (!m_ticket.isValid())
        return;
    m_marked = ArticleId{std::numeric_limits<qint64>::max()}; // stays unread while it is open
    deliver(m_desk.submit(Command::make(m_catalog.me(), MarkRead{m_ticket, {}})), this,
            [this](const Result<CommandAnswer> &answer) {
                if (!answer)
                    Q_EMIT failed(answer.error());
            });
}

} // namespace deskhand
