// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/thread_writer.h"

#include <algorithm>

namespace deskhand {
namespace {

QString storedId(qint64 id)
{
    return id == 0 ? QString() : QString::number(id);
}

QString nameOfAgent(const DemoCompany &company, PersonId id)
{
    const Person *agent = company.catalog().agent(id);
    return agent ? agent->name : QString();
}

} // namespace

ThreadWriter::ThreadWriter(const DemoCompany &company, const DemoFiles &files, DemoIds *ids, DemoRandom *random,
                           BulkTicket *ticket)
    : m_company(company)
    , m_files(files)
    , m_ids(ids)
    , m_random(random)
    , m_ticket(ticket)
{
    ticket->articles.reserve(4);
    ticket->history.reserve(10);
}

void ThreadWriter::open(const TicketHead &head, const DemoActor &actor)
{
    m_ticket->head = head;
    TicketHead &own = m_ticket->head;
    own.id = TicketId{m_ids->ticket++};
    own.number = QString::number(m_ids->number++);
    own.version = 1;
    own.updatedAt = own.createdAt;
    own.state = m_company.stateOf(StateType::New);
    own.tags.sort();
    m_actor = actor;
    m_at = own.createdAt;
    m_command = m_random->uuid();
    HistoryEntry &entry = record(QStringLiteral("opened"));
    entry.newValue = own.number;
    entry.newText = own.subject;
}

void ThreadWriter::change(const DemoActor &actor, Instant at, const QString &why)
{
    m_actor = actor;
    m_at = qMax(at, m_at + 1000);
    m_why = why;
    m_command = m_random->uuid();
    ++m_ticket->head.version;
    m_ticket->head.updatedAt = m_at;
}

HistoryEntry &ThreadWriter::record(QString what)
{
    m_ticket->history.append(HistoryEntry());
    HistoryEntry &entry = m_ticket->history.last();
    entry.ticket = m_ticket->head.id;
    entry.version = m_ticket->head.version;
    entry.at = m_at;
    entry.actorKind = m_actor.kind;
    entry.actor = m_actor.person;
    entry.actorName = m_actor.name;
    entry.what = std::move(what);
    entry.why = m_why;
    entry.command = m_command;
    return entry;
}

void ThreadWriter::recordField(TicketField field, const QString &oldValue, const QString &newValue,
                               const QString &oldText, const QString &newText)
{
    static const std::array<QString, int(TicketField::PendingUntil) + 1> names = [] {
        std::array<QString, int(TicketField::PendingUntil) + 1> all;
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = ticketFieldName(TicketField(i));
        return all;
    }();
    HistoryEntry &entry = record(names[size_t(field)]);
    entry.oldValue = oldValue;
    entry.newValue = newValue;
    entry.oldText = oldText;
    entry.newText = newText;
}

void ThreadWriter::setState(StateType type, Instant pendingUntil)
{
    TicketHead &head = m_ticket->head;
    const StateId wanted = m_company.stateOf(type);
    if (wanted == head.state)
        return;
    const Catalog &catalog = m_company.catalog();
    recordField(TicketField::State, storedId(head.state.value), storedId(wanted.value), catalog.state(head.state)->name,
                catalog.state(wanted)->name);
    head.state = wanted;
    m_stateType = type;
    head.pendingUntil = pendingUntil;
    if (isUnresolved(type)) {
        head.solvedAt = 0;
        head.closedAt = 0;
    } else if (type == StateType::Solved) {
        head.solvedAt = m_at;
    } else {
        head.solvedAt = head.solvedAt == 0 ? m_at : head.solvedAt;
        head.closedAt = m_at;
    }
}

void ThreadWriter::setOwner(PersonId owner)
{
    TicketHead &head = m_ticket->head;
    if (owner == head.owner)
        return;
    recordField(TicketField::Owner, storedId(head.owner.value), storedId(owner.value),
                nameOfAgent(m_company, head.owner), nameOfAgent(m_company, owner));
    head.owner = owner;
}

void ThreadWriter::setPriority(PriorityId priority)
{
    TicketHead &head = m_ticket->head;
    if (priority == head.priority)
        return;
    const Catalog &catalog = m_company.catalog();
    recordField(TicketField::Priority, storedId(head.priority.value), storedId(priority.value),
                catalog.priority(head.priority)->name, catalog.priority(priority)->name);
    head.priority = priority;
}

void ThreadWriter::setQueue(QueueId queue)
{
    TicketHead &head = m_ticket->head;
    if (queue == head.queue)
        return;
    const Catalog &catalog = m_company.catalog();
    recordField(TicketField::Queue, storedId(head.queue.value), storedId(queue.value), catalog.queue(head.queue)->name,
                catalog.queue(queue)->name);
    head.queue = queue;
}

void ThreadWriter::setCategory(CategoryId category)
{
    TicketHead &head = m_ticket->head;
    if (category == head.category)
        return;
    const Catalog &catalog = m_company.catalog();
    const Category *before = catalog.category(head.category);
    const Category *after = catalog.category(category);
    recordField(TicketField::Category, storedId(head.category.value), storedId(category.value),
                before ? before->name : QString(), after ? after->name : QString());
    head.category = category;
}

void ThreadWriter::setTags(QStringList tags)
{
    TicketHead &head = m_ticket->head;
    tags.sort();
    tags.removeDuplicates();
    if (tags == head.tags)
        return;
    const QString before = head.tags.join(u' ');
    const QString after = tags.join(u' ');
    recordField(TicketField::Tags, before, after, before, after);
    head.tags = tags;
}

void ThreadWriter::setDue(Instant due)
{
    TicketHead &head = m_ticket->head;
    if (due == head.dueAt)
        return;
    recordField(TicketField::DueAt, storedId(head.dueAt), storedId(due), {}, {});
    head.dueAt = due;
}

void ThreadWriter::add(Article article, PieceFile file)
{
    TicketHead &head = m_ticket->head;
    article.id = ArticleId{m_ids->article++};
    article.ticket = head.id;
    article.position = ++head.articleCount;
    article.createdAt = m_at;
    if (article.channel == Channel::Email && article.visibility == Visibility::Public)
        article.messageId = messageId();
    if (file != PieceFile::None)
        attach(&article, file);
    if (article.position > 1)
        record(QStringLiteral("article")).newValue = QString::number(article.id.value);
    head.lastArticle = article.id;
    head.lastArticleFromCustomer = article.senderRole == SenderRole::Customer;
    if (article.visibility == Visibility::Public)
        head.lastContactAt = m_at;
    m_ticket->articles.append(std::move(article));
}

void ThreadWriter::logWork(int minutes, const QString &activity, const CommandId &command)
{
    WorkEntry work;
    work.id = WorkEntryId{m_ids->work++};
    work.ticket = m_ticket->head.id;
    work.person = m_actor.person;
    work.at = m_at;
    work.minutes = minutes;
    work.activity = activity;
    work.loggedAt = m_at;
    HistoryEntry &entry = record(QStringLiteral("work-logged"));
    entry.newValue = QString::number(work.id.value);
    entry.newText = historyTextOf(work);
    entry.command = command;
    m_ticket->work.append(std::move(work));
}

void ThreadWriter::attach(Article *article, PieceFile kind)
{
    const DemoFiles::File &file = m_files.pick(kind, m_random);
    Attachment attachment;
    attachment.id = AttachmentId{m_ids->attachment++};
    attachment.article = article->id;
    attachment.name = file.stem + u'-' + QString::number(m_random->between(1000, 9999)) + u'.' + file.suffix;
    attachment.type = file.type;
    attachment.size = file.bytes.size();
    attachment.sha256 = file.sha256;
    article->attachments.append(attachment);
    m_ticket->blobs.append(file.bytes);
    ++m_ticket->head.attachmentCount;
}

QString ThreadWriter::messageId()
{
    static const char16_t digits[] = u"abcdefghijkmnpqrstuvwxyz23456789";
    static const QString domain = QStringLiteral("@mail.halden-voss.example");
    std::array<QChar, 12> text;
    quint64 bits = m_random->next();
    for (QChar &c : text) {
        c = digits[bits & 31];
        bits >>= 5;
    }
    QString id;
    id.reserve(qsizetype(text.size()) + domain.size());
    id.append(text.data(), qsizetype(text.size()));
    id += domain;
    return id;
}

Article ThreadWriter::mailFromRequester(const DemoPerson &requester, Channel channel) const
{
    Article article;
    article.senderRole = SenderRole::Customer;
    article.channel = channel;
    article.author = requester.person.id;
    article.from = {requester.person.name, requester.person.address};
    if (channel == Channel::Email)
        article.to = {m_company.queueAddress(m_ticket->head.queue)};
    return article;
}

Article ThreadWriter::replyFromAgent(const DemoPerson &agent, const DemoPerson &requester) const
{
    Article article;
    article.senderRole = SenderRole::Agent;
    article.author = agent.person.id;
    article.from = {agent.person.name, m_company.queueAddress(m_ticket->head.queue).address};
    article.to = {{requester.person.name, requester.person.address}};
    return article;
}

Article ThreadWriter::noteFromAgent(const DemoPerson &agent) const
{
    Article article;
    article.visibility = Visibility::Internal;
    article.senderRole = SenderRole::Agent;
    article.channel = Channel::Web;
    article.author = agent.person.id;
    article.from = {agent.person.name, agent.person.address};
    return article;
}

Article ThreadWriter::callByAgent(const DemoPerson &agent, const DemoPerson &requester, bool inbound) const
{
    Article article;
    article.senderRole = inbound ? SenderRole::Customer : SenderRole::Agent;
    article.channel = Channel::Phone;
    article.author = agent.person.id;
    const MailAddress caller{requester.person.name, requester.person.address};
    const MailAddress called{agent.person.name, agent.person.address};
    article.from = inbound ? caller : called;
    article.to = {inbound ? called : caller};
    return article;
}

} // namespace deskhand
