// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/thread_desk.h"

#include "base/deliver.h"
#include "base/text_folding.h"

#include <QCryptographicHash>

#include <algorithm>

namespace deskhand::test {

namespace {

Error threadDeskError(ErrorCode code)
{
    return Error{code, QStringLiteral("test.threadDesk"), {}, {}};
}

QString reasonKey(TicketId ticket, SlaTargetKind target, int cycle)
{
    return QStringLiteral("%1/%2/%3").arg(ticket.value).arg(int(target)).arg(cycle);
}

QString storedValue(const TicketHead &head, TicketField field)
{
    switch (field) {
    case TicketField::Subject: return head.subject;
    case TicketField::State: return QString::number(head.state.value);
    case TicketField::Priority: return QString::number(head.priority.value);
    case TicketField::Queue: return QString::number(head.queue.value);
    case TicketField::Category: return QString::number(head.category.value);
    case TicketField::Owner: return QString::number(head.owner.value);
    case TicketField::Requester: return QString::number(head.requester.value);
    case TicketField::Tags: return head.tags.join(u' ');
    case TicketField::DueAt: return QString::number(head.dueAt);
    case TicketField::PendingUntil: return QString::number(head.pendingUntil);
    }
    return {};
}

QString shownValue(const Catalog &catalog, TicketField field, const QString &stored)
{
    const qint64 id = stored.toLongLong();
    switch (field) {
    case TicketField::State:
        return catalog.state(StateId{id}) != nullptr ? catalog.state(StateId{id})->name : QString();
    case TicketField::Priority:
        return catalog.priority(PriorityId{id}) != nullptr ? catalog.priority(PriorityId{id})->name : QString();
    case TicketField::Queue: return catalog.queuePath(QueueId{id});
    case TicketField::Category: return catalog.categoryPath(CategoryId{id});
    case TicketField::Owner:
        return catalog.agent(PersonId{id}) != nullptr ? catalog.agent(PersonId{id})->name : QString();
    default: return stored;
    }
}

} // namespace

ThreadDesk::ThreadDesk(CatalogPtr catalog, const Clock &clock)
    : m_catalog(std::move(catalog))
    , m_clock(clock)
{
}

template <typename T>
QFuture<Result<T>> ThreadDesk::answer(std::function<Result<T>()> make)
{
    if (!m_held)
        return readyFuture(make());
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    m_waiting.append([promise, make = std::move(make)]() mutable {
        promise.reportResult(promise.isCanceled() ? Result<T>(threadDeskError(ErrorCode::Cancelled)) : make());
        promise.reportFinished();
    });
    return promise.future();
}

void ThreadDesk::release()
{
    m_held = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting)
        one();
}

Person ThreadDesk::addPerson(Person person)
{
    if (!person.id.isValid())
        person.id = PersonId{100 + m_people.size()};
    m_people.insert(person.id, person);
    return person;
}

Person ThreadDesk::addPerson(const QString &name, const QString &address)
{
    Person person;
    person.name = name;
    person.address = address;
    return addPerson(person);
}

TicketId ThreadDesk::addTicket(const QString &subject, PersonId requester)
{
    Ticket ticket;
    TicketHead &head = ticket.head;
    head.id = TicketId{m_tickets.size() + 1};
    head.number = QString::number(10'426 + head.id.value);
    head.version = 1;
    head.subject = subject;
    head.state = StateId{2};
    head.priority = PriorityId{2};
    head.queue = QueueId{1};
    head.category = CategoryId{2};
    head.owner = PersonId{1};
    head.requester = requester;
    head.organization = m_people.value(requester).organization;
    head.channel = Channel::Email;
    head.createdAt = m_clock.now() - 86'400'000;
    head.updatedAt = m_clock.now();
    m_tickets.insert(head.id, ticket);
    return head.id;
}

ArticleId ThreadDesk::append(Ticket &ticket, Article article)
{
    article.id = ArticleId{m_nextArticle++};
    article.ticket = ticket.head.id;
    article.position = int(ticket.articles.size()) + 1;
    if (article.createdAt == 0)
        article.createdAt = m_clock.now();
    for (Attachment &attachment : article.attachments)
        attachment.article = article.id;
    ticket.articles.append(article);
    ticket.head.articleCount = article.position;
    ticket.head.lastArticle = article.id;
    ticket.head.updatedAt = m_clock.now();
    ++ticket.head.version;
    HistoryEntry entry;
    entry.what = QStringLiteral("article");
    entry.newValue = QString::number(article.id.value);
    entry.at = article.createdAt;
    entry.actor = article.author;
    entry.actorName = article.from.name;
    entry.id = m_nextHistory++;
    entry.version = ticket.head.version;
    ticket.history.append(entry);
    return article.id;
}

ArticleId ThreadDesk::post(TicketId id, Article article)
{
    const PersonId author = article.author;
    const ArticleId made = append(m_tickets[id], std::move(article));
    announce(ChangeKind::ArticlePosted, id, made, author);
    return made;
}

void ThreadDesk::fill(TicketId id, int count, const std::function<QString(int)> &text)
{
    Ticket &ticket = m_tickets[id];
    const Person requester = m_people.value(ticket.head.requester);
    const Person agent = *m_catalog->agent(PersonId{1});
    for (int number = 0; number < count; ++number) {
        const bool customer = number % 2 == 0;
        const Person &author = customer ? requester : agent;
        Article article;
        article.author = author.id;
        article.from = {author.name, author.address};
        article.to = customer ? QVector<MailAddress>() : QVector<MailAddress>{{requester.name, requester.address}};
        article.senderRole = customer ? SenderRole::Customer : SenderRole::Agent;
        article.channel = Channel::Email;
        article.text = text(number);
        article.createdAt = m_clock.now() - qint64(count - number) * 3'600'000;
        append(ticket, article);
    }
}

void ThreadDesk::changeByColleague(TicketId id, const FieldChange &change, PersonId colleague)
{
    Ticket &ticket = m_tickets[id];
    ++ticket.head.version;
    setField(ticket, change, colleague);
    announce(ChangeKind::TicketChanged, id, {}, colleague);
}

QByteArray ThreadDesk::addBlob(const QByteArray &bytes)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    m_blobs.insert(sha256, bytes);
    return sha256;
}

void ThreadDesk::addHistory(TicketId id, HistoryEntry entry)
{
    entry.id = m_nextHistory++;
    entry.ticket = id;
    m_tickets[id].history.append(entry);
}

void ThreadDesk::moveNewestEntry(TicketId id, qint64 by)
{
    m_tickets[id].history.last().id += by;
    announce(ChangeKind::TicketChanged, id, {}, {});
}

void ThreadDesk::moveNewestArticle(TicketId id, qint64 by)
{
    m_tickets[id].articles.last().id.value += by;
    announce(ChangeKind::TicketChanged, id, {}, {});
}

void ThreadDesk::announce(ChangeKind kind, TicketId ticket, ArticleId article, PersonId actor)
{
    Change change;
    change.seq = ++m_seq;
    change.kind = kind;
    change.ticket = ticket;
    change.article = article;
    change.actor = actor;
    Q_EMIT changed({change});
}

TicketRow ThreadDesk::rowOf(const Ticket &ticket) const
{
    TicketRow row;
    row.head = ticket.head;
    const Person requester = m_people.value(ticket.head.requester);
    row.requesterName = requester.name;
    row.requesterAddress = requester.address;
    row.requesterVip = requester.vip;
    row.snippet = ticket.articles.isEmpty() ? QString() : ticket.articles.last().text.left(200).simplified();
    row.unread = ticket.head.lastArticle > ticket.readUpTo;
    return row;
}

void ThreadDesk::setField(Ticket &ticket, const FieldChange &change, PersonId actor)
{
    TicketHead &head = ticket.head;
    HistoryEntry entry;
    entry.oldValue = storedValue(head, change.field);
    entry.oldText = shownValue(*m_catalog, change.field, entry.oldValue);
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
    entry.what = ticketFieldName(change.field);
    entry.newValue = storedValue(head, change.field);
    entry.newText = shownValue(*m_catalog, change.field, entry.newValue);
    entry.at = m_clock.now();
    entry.actor = actor;
    entry.actorName = m_catalog->agent(actor) != nullptr ? m_catalog->agent(actor)->name : QString();
    entry.version = head.version;
    ticket.changedAt.insert(int(change.field), head.version);
    ticket.changedBy.insert(int(change.field), actor);
    addHistory(head.id, entry);
}

QFuture<Result<CommandAnswer>> ThreadDesk::submit(const Command &command)
{
    commands.append(command);
    return answer<CommandAnswer>([this, command]() -> Result<CommandAnswer> {
        if (m_answers.contains(command.id))
            return m_answers.value(command.id);
        if (m_refusal)
            return *m_refusal;
        const Result<CommandAnswer> done = apply(command);
        if (done)
            m_answers.insert(command.id, *done);
        return done;
    });
}

Result<CommandAnswer> ThreadDesk::apply(const Command &command)
{
    if (const auto *posted = std::get_if<PostArticle>(&command.body))
        return applyPost(command, *posted);
    if (const auto *wanted = std::get_if<ChangeTicket>(&command.body))
        return applyChange(command, *wanted);
    if (const auto *opened = std::get_if<OpenTicket>(&command.body))
        return applyOpen(command, *opened);
    if (const auto *undo = std::get_if<UndoSend>(&command.body))
        return applyUndo(*undo);
    if (const auto *released = std::get_if<ReleaseMail>(&command.body))
        return applyRelease(*released);
    if (const auto *decided = std::get_if<DecideHeldMail>(&command.body)) {
        heldNow.removeIf([&](const HeldMail &held) { return held.id == decided->mail; });
        announceMail(decided->ticket);
        return CommandAnswer{decided->ticket, QStringLiteral("10427"), {}, 0, 0, {}};
    }
    if (const auto *mark = std::get_if<MarkRead>(&command.body)) {
        m_tickets[mark->ticket].readUpTo = mark->upTo;
        announce(ChangeKind::ReadMarkSet, mark->ticket, {}, command.actor);
        return CommandAnswer{mark->ticket, {}, {}, head(mark->ticket).version, 0, {}};
    }
    if (const auto *reason = std::get_if<RecordBreachReason>(&command.body))
        return applyReason(*reason);
    if (const auto *seen = std::get_if<SeeNotifications>(&command.body))
        return applySeen(*seen);
    return threadDeskError(ErrorCode::Invalid);
}

Article ThreadDesk::made(const NewArticle &content, PersonId actor)
{
    Article article;
    article.visibility = content.visibility;
    article.senderRole = content.senderRole;
    article.channel = content.channel;
    article.author = content.author.isValid() ? content.author : actor;
    const Person *agent = m_catalog->agent(article.author);
    const Person author = agent != nullptr ? *agent : m_people.value(article.author);
    article.from = content.from.address.isEmpty() ? MailAddress{author.name, author.address} : content.from;
    article.to = content.to;
    article.cc = content.cc;
    article.text = content.text;
    article.html = content.html;
    article.quotedText = content.quotedText;
    article.quotedHtml = content.quotedHtml;
    for (const NewAttachment &attachment : content.attachments) {
        Attachment stored;
        stored.name = attachment.name;
        stored.type = attachment.type;
        stored.size = attachment.bytes.size();
        stored.sha256 = addBlob(attachment.bytes);
        stored.isInline = attachment.isInline;
        stored.contentId = attachment.contentId;
        article.attachments.append(stored);
    }
    return article;
}

Result<CommandAnswer> ThreadDesk::applyPost(const Command &command, const PostArticle &posted)
{
    if (!m_tickets.contains(posted.ticket))
        return threadDeskError(ErrorCode::NotFound);
    Ticket &ticket = m_tickets[posted.ticket];
    const ArticleId id = append(ticket, made(posted.article, command.actor));
    const OutboundMailId sent = mail(ticket, id, posted.article, command.actor, posted.releaseAt);
    if (posted.state.isValid()) {
        ticket.stateBefore.insert(sent.value, ticket.head.state);
        FieldChange change;
        change.field = TicketField::State;
        change.value = posted.state.value;
        setField(ticket, change, command.actor);
        ticket.head.pendingUntil = posted.pendingUntil;
    }
    announce(ChangeKind::ArticlePosted, posted.ticket, id, command.actor);
    CommandAnswer answered{posted.ticket, ticket.head.number, id, ticket.head.version, 0, {}};
    answered.outbound = sent;
    return answered;
}

OutboundMailId ThreadDesk::mail(Ticket &ticket, ArticleId article, const NewArticle &content, PersonId actor,
                                Instant releaseAt)
{
    if (!sendsMail || content.visibility != Visibility::Public || content.senderRole != SenderRole::Agent
        || content.channel != Channel::Email || content.to.isEmpty())
        return {};
    MailDelivery mail;
    mail.id = OutboundMailId{m_nextMail++};
    mail.ticket = ticket.head.id;
    mail.ticketNumber = ticket.head.number;
    mail.article = article;
    mail.mailbox = MailboxId{1};
    mail.author = actor;
    mail.subject = ticket.head.subject;
    mail.createdAt = m_clock.now();
    mail.releaseAt = releaseAt;
    for (const MailAddress &address : content.to + content.cc) {
        RecipientDelivery recipient;
        recipient.address = address;
        mail.recipients.append(recipient);
    }
    outboxNow.prepend(mail);
    ticket.head.delivery = mail.state;
    return mail.id;
}

const MailDelivery *ThreadDesk::outbound(OutboundMailId mail) const
{
    for (const MailDelivery &one : outboxNow) {
        if (one.id == mail)
            return &one;
    }
    return nullptr;
}

void ThreadDesk::setDelivery(const MailDelivery &mail)
{
    for (MailDelivery &one : outboxNow) {
        if (one.id == mail.id)
            one = mail;
    }
    if (m_tickets.contains(mail.ticket))
        m_tickets[mail.ticket].head.delivery = mail.state;
    announceMail(mail.ticket);
}

void ThreadDesk::deliverDue()
{
    const QVector<MailDelivery> mails = outboxNow;
    for (MailDelivery mail : mails) {
        if (mail.state != DeliveryState::Queued || mail.releaseAt > m_clock.now())
            continue;
        mail.state = DeliveryState::Sent;
        for (RecipientDelivery &recipient : mail.recipients)
            recipient.state = DeliveryState::Sent;
        setDelivery(mail);
    }
}

Result<CommandAnswer> ThreadDesk::applyUndo(const UndoSend &undo)
{
    const MailDelivery *found = outbound(undo.mail);
    if (found == nullptr)
        return threadDeskError(ErrorCode::NotFound);
    if (found->state != DeliveryState::Queued || found->releaseAt <= m_clock.now()) {
        Error error = threadDeskError(ErrorCode::Conflict);
        error.payload.insert(QStringLiteral("reason"), QStringLiteral("released"));
        return error;
    }
    const MailDelivery mail = *found;
    outboxNow.removeIf([&](const MailDelivery &one) { return one.id == mail.id; });
    Ticket &ticket = m_tickets[mail.ticket];
    ticket.articles.removeIf([&](const Article &article) { return article.id == mail.article; });
    ticket.head.lastArticle = ticket.articles.isEmpty() ? ArticleId() : ticket.articles.last().id;
    ticket.head.articleCount = int(ticket.articles.size());
    ticket.head.delivery = DeliveryState::None;
    ++ticket.head.version;
    if (ticket.stateBefore.contains(mail.id.value))
        ticket.head.state = ticket.stateBefore.take(mail.id.value);
    announce(ChangeKind::TicketChanged, mail.ticket, {}, mail.author);
    announceMail(mail.ticket);
    return CommandAnswer{mail.ticket, mail.ticketNumber, mail.article, ticket.head.version, 0, {}};
}

Result<CommandAnswer> ThreadDesk::applyRelease(const ReleaseMail &release)
{
    const MailDelivery *found = outbound(release.mail);
    if (found == nullptr)
        return threadDeskError(ErrorCode::NotFound);
    MailDelivery mail = *found;
    mail.releaseAt = release.at == 0 ? m_clock.now() : release.at;
    mail.state = DeliveryState::Queued;
    for (RecipientDelivery &recipient : mail.recipients)
        recipient.state = DeliveryState::Queued;
    setDelivery(mail);
    return CommandAnswer{mail.ticket, mail.ticketNumber, mail.article, 0, 0, {}};
}

Result<CommandAnswer> ThreadDesk::applyChange(const Command &command, const ChangeTicket &wanted)
{
    if (!m_tickets.contains(wanted.ticket))
        return threadDeskError(ErrorCode::NotFound);
    Ticket &ticket = m_tickets[wanted.ticket];
    CommandAnswer answered;
    answered.ticket = wanted.ticket;
    const qint64 before = ticket.head.version;
    for (const FieldChange &change : wanted.changes) {
        const int field = int(change.field);
        const bool changedSince =
            ticket.changedAt.value(field) > wanted.baseVersion && change.field != TicketField::Tags;
        if (changedSince) {
            FieldConflict conflict;
            conflict.field = change.field;
            conflict.theirs = storedValue(ticket.head, change.field);
            conflict.mine = change.value.toString();
            conflict.theirsText = shownValue(*m_catalog, change.field, conflict.theirs);
            conflict.mineText = shownValue(*m_catalog, change.field, conflict.mine);
            conflict.by = ticket.changedBy.value(field);
            conflict.byName =
                m_catalog->agent(conflict.by) != nullptr ? m_catalog->agent(conflict.by)->name : QString();
            conflict.at = m_clock.now();
            answered.conflicts.append(conflict);
            continue;
        }
        if (ticket.head.version == before)
            ++ticket.head.version;
        setField(ticket, change, command.actor);
    }
    answered.version = ticket.head.version;
    announce(ChangeKind::TicketChanged, wanted.ticket, {}, command.actor);
    return answered;
}

Result<CommandAnswer> ThreadDesk::applyOpen(const Command &command, const OpenTicket &opened)
{
    Person requester = m_people.value(opened.requester);
    if (!opened.requester.isValid())
        requester = addPerson(opened.requesterAddress.name, opened.requesterAddress.address);
    const TicketId id = addTicket(opened.subject, requester.id);
    TicketHead &made = m_tickets[id].head;
    made.queue = opened.queue;
    made.category = opened.category;
    made.priority = opened.priority;
    made.owner = opened.owner;
    made.channel = opened.channel;
    made.tags = opened.tags;
    made.dueAt = opened.dueAt;
    CommandAnswer answered{id, made.number, {}, made.version, 0, {}};
    if (opened.article) {
        answered.article = append(m_tickets[id], this->made(*opened.article, command.actor));
        answered.outbound = mail(m_tickets[id], answered.article, *opened.article, command.actor, opened.releaseAt);
    }
    announce(ChangeKind::TicketOpened, id, answered.article, command.actor);
    return answered;
}

QFuture<Result<CatalogPtr>> ThreadDesk::catalog()
{
    return answer<CatalogPtr>([this] { return Result<CatalogPtr>(m_catalog); });
}

QFuture<Result<TicketList>> ThreadDesk::tickets(const TicketQuery &query)
{
    return answer<TicketList>([this, query] {
        TicketList list;
        for (const Ticket &ticket : std::as_const(m_tickets)) {
            if (evaluate(query.condition, rowOf(ticket).facts(), ConditionContext{m_catalog, query.me, query.now}))
                list.ids.append(ticket.head.id);
        }
        std::sort(list.ids.begin(), list.ids.end(), [](TicketId a, TicketId b) { return a > b; });
        return Result<TicketList>(list);
    });
}

QFuture<Result<QVector<TicketRow>>> ThreadDesk::rows(const QVector<TicketId> &ids, PersonId)
{
    return answer<QVector<TicketRow>>([this, ids] {
        QVector<TicketRow> found;
        for (const TicketId id : ids)
            found.append(rowOf(m_tickets.value(id)));
        return Result<QVector<TicketRow>>(found);
    });
}

QFuture<Result<QVector<qint64>>> ThreadDesk::counts(const QVector<Condition> &conditions, PersonId, Instant)
{
    return readyFuture(Result<QVector<qint64>>(QVector<qint64>(conditions.size(), 0)));
}

QFuture<Result<TicketDetail>> ThreadDesk::ticket(TicketId id, PersonId)
{
    return answer<TicketDetail>([this, id]() -> Result<TicketDetail> {
        if (!m_tickets.contains(id))
            return threadDeskError(ErrorCode::NotFound);
        const Ticket &found = m_tickets[id];
        TicketDetail detail;
        detail.row = rowOf(found);
        detail.requester = m_people.value(found.head.requester);
        detail.readUpTo = found.readUpTo;
        detail.requesterTicketCount = int(std::count_if(m_tickets.cbegin(), m_tickets.cend(), [&](const Ticket &other) {
            return other.head.requester == found.head.requester;
        }));
        detail.requesterOpenCount = detail.requesterTicketCount;
        detail.heldMails = heldOf;
        detail.requesterTrouble = troubleNow;
        return detail;
    });
}

QFuture<Result<TicketId>> ThreadDesk::ticketByNumber(const QString &, PersonId)
{
    return readyFuture(Result<TicketId>(threadDeskError(ErrorCode::NotFound)));
}

QFuture<Result<ThreadPage>> ThreadDesk::thread(const ThreadQuery &query)
{
    return answer<ThreadPage>([this, query]() -> Result<ThreadPage> {
        if (!m_tickets.contains(query.ticket))
            return threadDeskError(ErrorCode::NotFound);
        const Ticket &ticket = m_tickets[query.ticket];
        qsizetype end = ticket.articles.size();
        while (query.before.isValid() && end > 0 && ticket.articles.at(end - 1).id >= query.before)
            --end;
        const qsizetype begin = std::max<qsizetype>(0, end - query.limit);
        ThreadPage page;
        page.articles = ticket.articles.mid(begin, end - begin);
        page.articlesBefore = int(begin);
        for (const Article &article : std::as_const(page.articles)) {
            for (const MailDelivery &mail : std::as_const(outboxNow)) {
                if (mail.article == article.id)
                    page.deliveries.append(mail);
            }
        }
        const bool newest = end == ticket.articles.size();
        for (const HistoryEntry &entry : ticket.history) {
            const bool fromHere = begin == 0 || entry.at >= page.articles.first().createdAt;
            if (fromHere && (newest || entry.at < ticket.articles.at(end).createdAt))
                page.history.append(entry);
        }
        return page;
    });
}

QFuture<Result<QVector<HistoryEntry>>> ThreadDesk::history(TicketId id, PersonId, int limit)
{
    return answer<QVector<HistoryEntry>>([this, id, limit] {
        QVector<HistoryEntry> entries = m_tickets.value(id).history;
        std::reverse(entries.begin(), entries.end());
        return Result<QVector<HistoryEntry>>(entries.mid(0, limit));
    });
}

QFuture<Result<SearchHits>> ThreadDesk::search(const SearchQuery &)
{
    return readyFuture(Result<SearchHits>(SearchHits{}));
}

QFuture<Result<QVector<Person>>> ThreadDesk::people(const PeopleQuery &query)
{
    return answer<QVector<Person>>([this, query] {
        QVector<Person> found;
        for (const Person &person : std::as_const(m_people)) {
            const bool asked = query.ids.contains(person.id);
            const bool named = query.ids.isEmpty()
                               && (foldText(person.name).contains(query.startsWith)
                                   || foldText(person.address).startsWith(query.startsWith));
            if ((asked || named) && (!query.role || *query.role == person.role))
                found.append(person);
        }
        std::sort(found.begin(), found.end(), [](const Person &a, const Person &b) { return a.id < b.id; });
        return Result<QVector<Person>>(found.mid(0, query.limit));
    });
}

QFuture<Result<QVector<SavedView>>> ThreadDesk::views(PersonId)
{
    return readyFuture(Result<QVector<SavedView>>(QVector<SavedView>()));
}

QFuture<Result<QByteArray>> ThreadDesk::blob(const QByteArray &sha256, PersonId)
{
    ++blobQuestions;
    return answer<QByteArray>([this, sha256]() -> Result<QByteArray> {
        if (!m_blobs.contains(sha256))
            return threadDeskError(ErrorCode::NotFound);
        return m_blobs.value(sha256);
    });
}

QFuture<Result<FeedPage>> ThreadDesk::changesSince(qint64 cursor, int, PersonId)
{
    return readyFuture(Result<FeedPage>(FeedPage{{}, cursor, false}));
}

QFuture<Result<PersonId>> ThreadDesk::signedIn()
{
    return readyFuture(Result<PersonId>(PersonId{}));
}

QFuture<Result<MailSetup>> ThreadDesk::mailSetup()
{
    return readyFuture(Result<MailSetup>(mailSetupNow));
}

QFuture<Result<MailReport>> ThreadDesk::mailReport()
{
    return readyFuture(Result<MailReport>(mailReportNow));
}

QFuture<Result<QVector<HeldMail>>> ThreadDesk::heldMails(PersonId, TicketId ticket)
{
    QVector<HeldMail> wanted;
    for (const HeldMail &held : heldNow) {
        if (!ticket.isValid() || held.ticket == ticket)
            wanted.append(held);
    }
    return readyFuture(Result<QVector<HeldMail>>(wanted));
}

QFuture<Result<QVector<MailDelivery>>> ThreadDesk::outbox(PersonId)
{
    return readyFuture(Result<QVector<MailDelivery>>(outboxNow));
}

QFuture<Result<TicketSla>> ThreadDesk::ticketSla(TicketId id, PersonId)
{
    return answer<TicketSla>([this, id] {
        TicketSla sla;
        sla.ticket = id;
        sla.events = slaEvents.value(id);
        sla.clocks = replayClocks(sla.events, *m_catalog->slaVersions);
        for (SlaClock &clock : sla.clocks) {
            clock.pauses.clear(); // as a store has them
            clock.reason = m_reasons.value(reasonKey(id, clock.target, clock.cycle));
        }
        return Result<TicketSla>(sla);
    });
}

QFuture<Result<ReportAnswer>> ThreadDesk::report(const ReportQuery &)
{
    return readyFuture(Result<ReportAnswer>(ReportAnswer{}));
}

QFuture<Result<ReportShelf>> ThreadDesk::reportShelf(PersonId)
{
    return readyFuture(Result<ReportShelf>(ReportShelf{}));
}

QFuture<Result<SlaImpact>> ThreadDesk::slaImpact(const SlaImpactQuery &)
{
    return readyFuture(Result<SlaImpact>(SlaImpact{}));
}

QFuture<Result<QVector<SlaTask>>> ThreadDesk::slaTasks()
{
    return readyFuture(Result<QVector<SlaTask>>(QVector<SlaTask>{}));
}

QFuture<Result<QVector<Notification>>> ThreadDesk::notifications(PersonId, int)
{
    return answer<QVector<Notification>>([this] { return Result<QVector<Notification>>(notificationsNow); });
}

void ThreadDesk::addSlaEvent(TicketId ticket, SlaEvent event)
{
    event.at = event.at == 0 ? m_clock.now() : event.at;
    slaEvents[ticket].append(event);
    if (event.kind == SlaEventKind::State)
        m_tickets[ticket].head.state = StateId{event.value};
    announce(ChangeKind::TicketChanged, ticket, {}, {});
}

void ThreadDesk::notify(Notification notification)
{
    notification.id = NotificationId{notificationsNow.size() + 1};
    notificationsNow.prepend(notification);
    announce(ChangeKind::NotificationChanged, notification.ticket, {}, {});
}

Result<CommandAnswer> ThreadDesk::applyReason(const RecordBreachReason &wanted)
{
    m_reasons.insert(reasonKey(wanted.ticket, wanted.target, wanted.cycle), wanted.reason);
    announce(ChangeKind::SlaRecomputed, wanted.ticket, {}, {});
    return CommandAnswer{wanted.ticket, {}, {}, head(wanted.ticket).version, 0, {}};
}

Result<CommandAnswer> ThreadDesk::applySeen(const SeeNotifications &seen)
{
    for (Notification &one : notificationsNow) {
        if (one.seenAt == 0 && (seen.ids.isEmpty() || seen.ids.contains(one.id)))
            one.seenAt = m_clock.now();
    }
    announce(ChangeKind::NotificationChanged, {}, {}, {});
    return CommandAnswer{};
}

void ThreadDesk::showPresence(PersonId, const QVector<PresenceSign> &signs)
{
    shownPresence = signs;
}

} // namespace deskhand::test
