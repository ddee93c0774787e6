// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_desk.h"

#include "base/deliver.h"
#include "operations/ticket_count.h"

#include <algorithm>

namespace deskhand::test {
namespace {

qint64 sortNumber(const TicketRow &row, ListColumn column, const Catalog &catalog)
{
    const TicketHead &head = row.head;
    switch (column) {
    case ListColumn::State: return catalog.state(head.state) ? catalog.state(head.state)->position : 0;
    case ListColumn::Priority: return catalog.priority(head.priority) ? catalog.priority(head.priority)->rank : 0;
    case ListColumn::Queue: return head.queue.value;
    case ListColumn::Owner: return head.owner.value;
    case ListColumn::Created: return head.createdAt;
    case ListColumn::Updated: return head.updatedAt;
    case ListColumn::Due: return head.dueAt == 0 ? INT64_MAX : head.dueAt;
    case ListColumn::TimeLeft: return head.slaDueAt == 0 ? INT64_MAX : head.slaDueAt;
    default: return head.id.value;
    }
}

qint64 groupKeyFor(const TicketHead &head, ListColumn column, Instant now)
{
    switch (column) {
    case ListColumn::State: return head.state.value;
    case ListColumn::Priority: return head.priority.value;
    case ListColumn::Queue: return head.queue.value;
    case ListColumn::Owner: return head.owner.value;
    case ListColumn::TimeLeft: {
        const bool over = head.sla == SlaStanding::Running && head.slaDueAt != 0 && head.slaDueAt <= now;
        return over ? slaOverdue : qint64(head.sla);
    }
    default: return 0;
    }
}

} // namespace

FakeDesk::FakeDesk(CatalogPtr catalog, const Clock &clock)
    : m_catalog(std::move(catalog))
    , m_clock(clock)
{
}

template <typename T>
QFuture<Result<T>> FakeDesk::answer(std::function<Result<T>()> make)
{
    if (m_error)
        return readyFuture(Result<T>(*m_error));
    if (!m_patient)
        return readyFuture(make());
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    m_waiting.append([this, promise, make = std::move(make)]() mutable {
        if (promise.isCanceled()) {
            ++cancelled;
            promise.reportResult(Error{ErrorCode::Cancelled, {}, {}, {}});
        } else {
            promise.reportResult(m_error ? Result<T>(*m_error) : make());
        }
        promise.reportFinished();
    });
    return promise.future();
}

int FakeDesk::answerAll()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting)
        one();
    return int(waiting.size());
}

void FakeDesk::answerFirst()
{
    m_waiting.takeFirst()();
}

void FakeDesk::answerLast()
{
    m_waiting.takeLast()();
}

TicketId FakeDesk::add(TicketRow row)
{
    if (!row.head.id.isValid())
        row.head.id = TicketId{m_rows.size() + 1};
    row.head.version = qMax<qint64>(1, row.head.version);
    m_places.insert(row.head.id, m_rows.size());
    m_rows.append(row);
    return row.head.id;
}

void FakeDesk::change(TicketId id, const std::function<void(TicketRow &)> &edit, ChangeKind kind, PersonId actor,
                      bool tellRows)
{
    TicketRow &row = m_rows[m_places.value(id)];
    Change change;
    change.kind = kind;
    change.ticket = id;
    change.actor = actor;
    if (tellRows)
        change.before = row;
    edit(row);
    if (kind != ChangeKind::ReadMarkSet)
        ++row.head.version;
    if (tellRows)
        change.after = row;
    announce(std::move(change));
}

TicketId FakeDesk::open(TicketRow row, PersonId actor)
{
    const TicketId id = add(std::move(row));
    Change change;
    change.kind = ChangeKind::TicketOpened;
    change.ticket = id;
    change.actor = actor;
    change.after = this->row(id);
    announce(std::move(change));
    return id;
}

void FakeDesk::announce(Change change)
{
    change.seq = ++m_seq;
    Q_EMIT changed({change});
}

void FakeDesk::setCatalog(CatalogPtr catalog)
{
    m_catalog = std::move(catalog);
    Q_EMIT catalogChanged();
}

QVector<TicketId> FakeDesk::idsNow(const TicketQuery &query) const
{
    const ConditionContext context{m_catalog, query.me, query.now};
    QVector<const TicketRow *> found;
    for (const TicketRow &row : m_rows) {
        if (evaluate(query.condition, row.facts(), context))
            found.append(&row);
    }
    std::sort(found.begin(), found.end(), [&](const TicketRow *a, const TicketRow *b) {
        if (query.groupBy) {
            const qint64 left = groupKeyFor(a->head, *query.groupBy, query.now);
            const qint64 right = groupKeyFor(b->head, *query.groupBy, query.now);
            if (left != right)
                return left < right;
        }
        const qint64 left = sortNumber(*a, query.sort.column, *m_catalog);
        const qint64 right = sortNumber(*b, query.sort.column, *m_catalog);
        if (left != right)
            return query.sort.descending ? left > right : left < right;
        return query.sort.descending ? a->head.id > b->head.id : a->head.id < b->head.id;
    });
    QVector<TicketId> ids;
    for (const TicketRow *row : std::as_const(found))
        ids.append(row->head.id);
    return ids;
}

QFuture<Result<TicketList>> FakeDesk::tickets(const TicketQuery &query)
{
    ++listQuestions;
    return answer<TicketList>([this, query] {
        TicketList list;
        list.ids = idsNow(query);
        if (query.beginning > 0)
            list.ids.resize(qMin<qsizetype>(list.ids.size(), query.beginning));
        list.cursor = m_seq;
        if (!query.groupBy)
            return Result<TicketList>(list);
        for (int i = 0; i < list.ids.size(); ++i) {
            const qint64 key = groupKeyFor(row(list.ids.at(i)).head, *query.groupBy, query.now);
            if (list.groups.isEmpty() || list.groups.last().key != key)
                list.groups.append(TicketGroup{key, i, 0});
            ++list.groups.last().rowCount;
        }
        return Result<TicketList>(list);
    });
}

QFuture<Result<QVector<TicketRow>>> FakeDesk::rows(const QVector<TicketId> &ids, PersonId)
{
    ++rowQuestions;
    return answer<QVector<TicketRow>>([this, ids] {
        QVector<TicketRow> found;
        for (const TicketId id : ids) {
            if (m_places.contains(id))
                found.append(row(id));
        }
        return Result<QVector<TicketRow>>(found);
    });
}

QFuture<Result<QVector<qint64>>> FakeDesk::counts(const QVector<Condition> &conditions, PersonId me, Instant now)
{
    ++countQuestions;
    return answer<QVector<qint64>>([this, conditions, me, now] {
        QVector<qint64> numbers;
        for (const Condition &condition : conditions) {
            const qint64 tickets = idsNow({condition, {}, {}, me, now, {}}).size();
            numbers.append(condition.needsSearchIndex() ? uncounted : keepsAPart ? atLeast(tickets) : tickets);
        }
        return Result<QVector<qint64>>(numbers);
    });
}

QFuture<Result<SearchHits>> FakeDesk::search(const SearchQuery &query)
{
    ++searchQuestions;
    return answer<SearchHits>([this, query] {
        SearchHits hits;
        const Condition condition = Condition::all({query.condition, Condition::matches(query.text)});
        for (const TicketId id : idsNow({condition, {ListColumn::Number, true}, {}, query.me, query.now, {}}))
            hits.hits.append(SearchHit{id, {}, QStringLiteral("… %1 …").arg(row(id).head.subject)});
        hits.more = hits.hits.size() > query.limit;
        hits.hits = hits.hits.mid(0, query.limit);
        return Result<SearchHits>(hits);
    });
}

QFuture<Result<CatalogPtr>> FakeDesk::catalog()
{
    return answer<CatalogPtr>([this] { return Result<CatalogPtr>(m_catalog); });
}

QFuture<Result<QVector<SavedView>>> FakeDesk::views(PersonId me)
{
    return answer<QVector<SavedView>>([this, me] {
        QVector<SavedView> seen = m_views;
        seen.removeIf([me](const SavedView &view) { return !view.shared && view.owner != me; });
        return Result<QVector<SavedView>>(seen);
    });
}

QFuture<Result<CommandAnswer>> FakeDesk::submit(const Command &command)
{
    commands.append(command);
    return answer<CommandAnswer>([this, command] { return apply(command); });
}

Result<CommandAnswer> FakeDesk::apply(const Command &command)
{
    if (const auto *wanted = std::get_if<ChangeTicket>(&command.body))
        return applyChange(command, *wanted);
    if (const auto *mark = std::get_if<MarkRead>(&command.body)) {
        change(
            mark->ticket, [mark](TicketRow &row) { row.unread = !mark->upTo.isValid(); }, ChangeKind::ReadMarkSet,
            command.actor);
        CommandAnswer answered;
        answered.ticket = mark->ticket;
        answered.version = row(mark->ticket).head.version;
        return answered;
    }
    if (const auto *save = std::get_if<SaveView>(&command.body)) {
        SavedView view = save->view;
        if (!view.id.isValid())
            view.id = SavedViewId{m_views.size() + 1};
        view.owner = command.actor;
        m_views.removeIf([&view](const SavedView &other) { return other.id == view.id; });
        m_views.append(view);
        Change changed;
        changed.kind = ChangeKind::ViewChanged;
        announce(changed);
        CommandAnswer answered;
        answered.id = view.id.value;
        return answered;
    }
    if (const auto *gone = std::get_if<DeleteView>(&command.body)) {
        m_views.removeIf([gone](const SavedView &other) { return other.id == gone->view; });
        Change changed;
        changed.kind = ChangeKind::ViewChanged;
        announce(changed);
        return CommandAnswer{};
    }
    if (answerOthers)
        return answerOthers(command);
    return Error{ErrorCode::Invalid, QStringLiteral("test.fakeDesk"), QStringLiteral("not a command of lists"), {}};
}

Result<CommandAnswer> FakeDesk::applyChange(const Command &command, const ChangeTicket &wanted)
{
    if (!m_places.contains(wanted.ticket))
        return Error{ErrorCode::NotFound, QStringLiteral("test.fakeDesk"), {}, {}};
    CommandAnswer answered;
    answered.ticket = wanted.ticket;
    if (wanted.baseVersion < row(wanted.ticket).head.version) {
        FieldConflict conflict;
        conflict.field = wanted.changes.isEmpty() ? TicketField::Subject : wanted.changes.first().field;
        answered.conflicts = {conflict};
        answered.version = row(wanted.ticket).head.version;
        return answered;
    }
    change(
        wanted.ticket,
        [&](TicketRow &row) {
            for (const FieldChange &field : wanted.changes) {
                switch (field.field) {
                case TicketField::Subject: row.head.subject = field.value.toString(); break;
                case TicketField::State: row.head.state = StateId{field.value.toLongLong()}; break;
                case TicketField::Priority: row.head.priority = PriorityId{field.value.toLongLong()}; break;
                case TicketField::Queue: row.head.queue = QueueId{field.value.toLongLong()}; break;
                case TicketField::Category: row.head.category = CategoryId{field.value.toLongLong()}; break;
                case TicketField::Owner: row.head.owner = PersonId{field.value.toLongLong()}; break;
                case TicketField::DueAt: row.head.dueAt = field.value.toLongLong(); break;
                case TicketField::PendingUntil: row.head.pendingUntil = field.value.toLongLong(); break;
                case TicketField::Requester: row.head.requester = PersonId{field.value.toLongLong()}; break;
                case TicketField::Tags:
                    row.head.tags += field.addTags;
                    for (const QString &tag : field.removeTags)
                        row.head.tags.removeAll(tag);
                    row.head.tags.sort();
                    row.head.tags.removeDuplicates();
                    break;
                }
            }
            row.head.updatedAt = m_clock.now();
        },
        ChangeKind::TicketChanged, command.actor);
    answered.version = row(wanted.ticket).head.version;
    return answered;
}

QFuture<Result<TicketDetail>> FakeDesk::ticket(TicketId id, PersonId)
{
    return answer<TicketDetail>([this, id]() -> Result<TicketDetail> {
        if (!m_places.contains(id))
            return Error{ErrorCode::NotFound, QStringLiteral("test.fakeDesk"), {}, {}};
        TicketDetail detail;
        detail.row = row(id);
        detail.requester.id = detail.row.head.requester;
        detail.requester.name = detail.row.requesterName;
        detail.requester.address = detail.row.requesterAddress;
        detail.requester.organization = detail.row.head.organization;
        return detail;
    });
}

QFuture<Result<TicketId>> FakeDesk::ticketByNumber(const QString &number, PersonId)
{
    return answer<TicketId>([this, number]() -> Result<TicketId> {
        for (const TicketRow &row : std::as_const(m_rows)) {
            if (row.head.number == number)
                return row.head.id;
        }
        return Error{ErrorCode::NotFound, QStringLiteral("test.fakeDesk"), {}, {}};
    });
}

QFuture<Result<ThreadPage>> FakeDesk::thread(const ThreadQuery &)
{
    return readyFuture(Result<ThreadPage>(threadNow));
}

QFuture<Result<QVector<HistoryEntry>>> FakeDesk::history(TicketId, PersonId, int)
{
    return readyFuture(Result<QVector<HistoryEntry>>(QVector<HistoryEntry>{}));
}

QFuture<Result<QVector<Person>>> FakeDesk::people(const PeopleQuery &)
{
    return readyFuture(Result<QVector<Person>>(QVector<Person>{}));
}

QFuture<Result<QByteArray>> FakeDesk::blob(const QByteArray &, PersonId)
{
    return readyFuture(Result<QByteArray>(Error{ErrorCode::NotFound, QStringLiteral("test.fakeDesk"), {}, {}}));
}

QFuture<Result<FeedPage>> FakeDesk::changesSince(qint64 cursor, int, PersonId)
{
    return readyFuture(Result<FeedPage>(FeedPage{{}, cursor, false}));
}

QFuture<Result<PersonId>> FakeDesk::signedIn()
{
    return readyFuture(Result<PersonId>(PersonId{}));
}

QFuture<Result<MailSetup>> FakeDesk::mailSetup()
{
    return readyFuture(Result<MailSetup>(mailSetupNow));
}

QFuture<Result<MailReport>> FakeDesk::mailReport()
{
    return readyFuture(Result<MailReport>(mailReportNow));
}

QFuture<Result<QVector<HeldMail>>> FakeDesk::heldMails(PersonId, TicketId ticket)
{
    QVector<HeldMail> wanted;
    for (const HeldMail &held : heldNow) {
        if (!ticket.isValid() || held.ticket == ticket)
            wanted.append(held);
    }
    return readyFuture(Result<QVector<HeldMail>>(wanted));
}

QFuture<Result<QVector<MailDelivery>>> FakeDesk::outbox(PersonId)
{
    return readyFuture(Result<QVector<MailDelivery>>(outboxNow));
}

QFuture<Result<TicketSla>> FakeDesk::ticketSla(TicketId id, PersonId)
{
    TicketSla sla;
    sla.ticket = id;
    return readyFuture(Result<TicketSla>(sla));
}

QFuture<Result<ReportAnswer>> FakeDesk::report(const ReportQuery &)
{
    return readyFuture(Result<ReportAnswer>(ReportAnswer{}));
}

QFuture<Result<ReportShelf>> FakeDesk::reportShelf(PersonId)
{
    return readyFuture(Result<ReportShelf>(ReportShelf{}));
}

QFuture<Result<SlaImpact>> FakeDesk::slaImpact(const SlaImpactQuery &)
{
    return readyFuture(Result<SlaImpact>(SlaImpact{}));
}

QFuture<Result<QVector<SlaTask>>> FakeDesk::slaTasks()
{
    return readyFuture(Result<QVector<SlaTask>>(QVector<SlaTask>{}));
}

QFuture<Result<QVector<Notification>>> FakeDesk::notifications(PersonId, int)
{
    return readyFuture(Result<QVector<Notification>>(QVector<Notification>{}));
}

void FakeDesk::showPresence(PersonId, const QVector<PresenceSign> &signs)
{
    shownPresence = signs;
}

} // namespace deskhand::test
