// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/partition_agent.h"

#include "replica/replica_desk.h"
#include "support/test_desk.h"

#include <algorithm>
#include <array>
#include <variant>

namespace deskhand::test {
namespace {

using Kind = PartitionWish::Kind;
using Fate = PartitionWish::Fate;

constexpr std::array partitionFields{TicketField::Subject, TicketField::DueAt, TicketField::Priority};
constexpr qint64 farAway = 4'000'000'000'000; ///< an instant that nobody else asks for

Fate fateOf(const Result<CommandAnswer> &answer)
{
    if (answer)
        return Fate::Kept;
    switch (answer.error().code) {
    case ErrorCode::Offline: // by itself a replica keeps what may wait, and asks for the rest only while it is online
        return answer.error().where == u"replica.ask" ? Fate::GivenUp : Fate::Unknown;
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled: return Fate::Unknown; // it may have been the answer that was lost
    default: return Fate::GivenUp;                   // whoever says so knows
    }
}

QString reasonOf(const Error &error)
{
    return QStringLiteral("%1 %2 %3").arg(errorCodeName(error.code), error.where, error.detail);
}

} // namespace

QString storedForm(const TicketHead &head, TicketField field)
{
    if (field == TicketField::Subject)
        return head.subject;
    const qint64 number = field == TicketField::DueAt ? head.dueAt : head.priority.value;
    return number == 0 ? QString() : QString::number(number);
}

void PartitionMemory::looked(TicketId ticket, TicketField field, const QString &value)
{
    QStringList &seen = m_seen[{ticket.value, int(field)}];
    if (!seen.contains(value))
        seen.append(value);
}

void PartitionMemory::wished(const PartitionWish &wish)
{
    m_wishes.append(wish);
    m_wishes.last().seen = m_seen.value({wish.ticket.value, int(wish.field)});
}

PartitionWish *PartitionMemory::find(const CommandId &id)
{
    const auto found =
        std::find_if(m_wishes.rbegin(), m_wishes.rend(), [&id](const PartitionWish &wish) { return wish.id == id; });
    return found == m_wishes.rend() ? nullptr : &*found;
}

void PartitionMemory::answered(const CommandId &id, Fate fate, const QString &why)
{
    if (PartitionWish *wish = find(id)) {
        wish->fate = fate;
        wish->why = why;
    }
}

void PartitionMemory::givesUp(const CommandId &id, const QString &why)
{
    if (PartitionWish *wish = find(id)) {
        wish->why = why;
        m_before = wish->fate;
        wish->fate = Fate::Unknown;
    }
}

void PartitionMemory::gaveUp(const CommandId &id, bool done)
{
    if (PartitionWish *wish = find(id))
        wish->fate = done ? Fate::GivenUp : m_before;
}

PartitionAgent::PartitionAgent(ReplicaDesk &desk, PersonId me, qint64 serial, QRandomGenerator &random,
                               PartitionJournal &journal)
    : m_desk(desk)
    , m_me(me)
    , m_serial(serial)
    , m_random(random)
    , m_journal(journal)
{
}

QString PartitionAgent::unique(const char *what)
{
    return QStringLiteral("%1 n%2").arg(QLatin1String(what)).arg(++m_serial);
}

void PartitionAgent::look(const TicketHead &head)
{
    for (const TicketField field : partitionFields)
        m_journal.looked(head.id, field, storedForm(head, field));
}

void PartitionAgent::work()
{
    TicketQuery query;
    query.me = m_me;
    query.sort = ListSort{ListColumn::Number, false};
    const Result<TicketList> all = await(m_desk.tickets(query));
    if (!all || all->ids.isEmpty())
        return; // nothing is here yet
    const TicketId ticket = all->ids[m_random.bounded(all->ids.size())];
    const Result<QVector<TicketRow>> rows = await(m_desk.rows({ticket}, m_me));
    if (!rows || rows->isEmpty())
        return; // not here, and the service is away
    const TicketHead head = rows->first().head;
    look(head);
    const int dice = m_random.bounded(100);
    if (dice < 45)
        change(head);
    else if (dice < 75)
        post(head);
    else if (dice < 85)
        tag(head);
    else if (dice < 95)
        (void)await(m_desk.submit(Command::make(m_me, MarkRead{head.id, head.lastArticle})));
    else
        openTicket();
}

void PartitionAgent::decide(bool all)
{
    const QVector<QueuedCommand> queue = m_desk.sync().queue();
    for (const QueuedCommand &queued : queue) {
        const bool waits = queued.state == QueuedState::Waiting || queued.state == QueuedState::Sending;
        if (waits || (!all && m_random.bounded(3) != 0))
            continue;
        const CommandId id = queued.command.id;
        if (queued.state == QueuedState::Held && m_random.bounded(2) == 0) {
            (void)await(m_desk.sync().insist(id));
        } else if (queued.state == QueuedState::Conflict) {
            (void)await(m_desk.sync().giveUp(id)); // theirs stays; it was done, and says so
        } else {
            // A service that fails again and again has not said what became of the first attempt.
            const bool isDefect =
                queued.refusal
                && (queued.refusal->code == ErrorCode::Internal || queued.refusal->code == ErrorCode::Corrupt);
            m_journal.givesUp(id, queued.refusal ? reasonOf(*queued.refusal) : QStringLiteral("held"));
            const bool gone = bool(await(m_desk.sync().giveUp(id)));
            if (!isDefect)
                m_journal.gaveUp(id, gone);
        }
    }
}

void PartitionAgent::submit(const CommandBody &body, PartitionWish wish)
{
    const Command command = Command::make(m_me, body);
    wish.id = command.id;
    m_journal.wished(wish);
    const Result<CommandAnswer> answer = await(m_desk.submit(command));
    m_journal.answered(wish.id, fateOf(answer),
                       answer ? QString() : QStringLiteral("at once: ") + reasonOf(answer.error()));
}

void PartitionAgent::change(const TicketHead &head)
{
    PartitionWish wish;
    wish.ticket = head.id;
    wish.field = partitionFields[size_t(m_random.bounded(int(partitionFields.size())))];
    FieldChange field;
    field.field = wish.field;
    if (wish.field == TicketField::Subject) {
        wish.wanted = unique("subject");
        field.value = wish.wanted;
    } else {
        qint64 number = farAway + ++m_serial;
        if (wish.field == TicketField::Priority) {
            const Result<CatalogPtr> catalog = await(m_desk.catalog());
            if (!catalog || (*catalog)->priorities.isEmpty())
                return;
            number = (*catalog)->priorities[m_random.bounded((*catalog)->priorities.size())].id.value;
        }
        wish.wanted = QString::number(number);
        field.value = number;
    }
    submit(ChangeTicket{head.id, head.version, {field}, {}}, wish);
}

void PartitionAgent::tag(const TicketHead &head)
{
    PartitionWish wish;
    wish.kind = Kind::Tag;
    FieldChange tags;
    tags.field = TicketField::Tags;
    tags.addTags = {QStringLiteral("t%1").arg(m_random.bounded(8))};
    tags.removeTags = {QStringLiteral("t%1").arg(8 + m_random.bounded(8))};
    submit(ChangeTicket{head.id, head.version, {tags}, {}}, wish);
}

void PartitionAgent::post(const TicketHead &head)
{
    PartitionWish wish;
    wish.kind = Kind::Post;
    wish.wanted = unique("text");
    PostArticle post;
    post.ticket = head.id;
    post.article.text = wish.wanted;
    post.lastSeen = head.lastArticle;
    submit(post, wish);
}

void PartitionAgent::openTicket()
{
    PartitionWish wish;
    wish.kind = Kind::Open;
    wish.wanted = unique("opened");
    OpenTicket open;
    open.subject = wish.wanted;
    open.requesterAddress.address = QStringLiteral("customer%1@example.org").arg(m_random.bounded(30));
    submit(open, wish);
}

QStringList toldOf(Desk &desk, const QVector<TicketId> &ids, PersonId me)
{
    QStringList lines;
    const Result<QVector<TicketRow>> rows = await(desk.rows(ids, me));
    if (!rows)
        return {errorCodeName(rows.error().code)};
    for (const TicketRow &row : *rows) {
        const TicketHead &head = row.head;
        lines.append(QStringLiteral("%1 %2 v%3 %4 p%5 d%6 s%7 o%8 a%9")
                         .arg(head.id.value)
                         .arg(head.number)
                         .arg(head.version)
                         .arg(head.subject)
                         .arg(head.priority.value)
                         .arg(head.dueAt)
                         .arg(head.state.value)
                         .arg(head.owner.value)
                         .arg(head.articleCount)
                     + head.tags.join(u' ') + QString::number(row.unread));
        ThreadQuery query;
        query.ticket = head.id;
        query.me = me;
        query.limit = 10'000;
        const Result<ThreadPage> thread = await(desk.thread(query));
        for (const Article &article : thread ? thread->articles : QVector<Article>())
            lines.append(QStringLiteral("  %1 %2 %3").arg(article.id.value).arg(article.position).arg(article.text));
        const Result<QVector<HistoryEntry>> history = await(desk.history(head.id, me, 100'000));
        lines.append(QStringLiteral("  %1 entries").arg(history ? history->size() : -1));
    }
    return lines;
}

QString firstDifference(const QStringList &here, const QStringList &there)
{
    for (qsizetype i = 0; i < qMax(here.size(), there.size()); ++i) {
        if (here.value(i) != there.value(i))
            return QStringLiteral("has \"%1\" for \"%2\"").arg(here.value(i), there.value(i));
    }
    return {};
}

PartitionJudge::PartitionJudge(Desk &desk, const QVector<TicketId> &ids, PersonId me)
{
    const auto must = [](const auto &result) {
        if (!result)
            qFatal("the judge reads nothing: %s", qPrintable(errorCodeName(result.error().code)));
        return *result;
    };
    for (const TicketRow &row : must(await(desk.rows(ids, me)))) {
        m_subjects.append(row.head.subject);
        ThreadQuery query;
        query.ticket = row.head.id;
        query.me = me;
        query.limit = 10'000;
        for (const Article &article : must(await(desk.thread(query))).articles)
            m_texts.append(article.text);
        for (const HistoryEntry &entry : must(await(desk.history(row.head.id, me, 1'000'000)))) {
            m_entries[entry.command].append(entry);
            if (entry.what == u"subject")
                m_subjects.append(entry.oldValue);
        }
    }
}

void PartitionJudge::judge(int client, const PartitionWish &wish, QStringList *wrong) const
{
    const auto complain = [&](const char *what) {
        wrong->append(QStringLiteral("client %1: %2: %3").arg(client).arg(QString::fromUtf8(what), wish.wanted));
    };
    const QVector<HistoryEntry> entries = m_entries.value(wish.id);
    const bool mustBe = wish.fate == Fate::Kept;
    if (wish.fate == Fate::GivenUp) {
        if (!entries.isEmpty())
            complain(qPrintable(QStringLiteral("done, and given up (%1)").arg(wish.why)));
        return;
    }
    int done = 0;
    switch (wish.kind) {
    case Kind::Tag: return; // may have been so already
    case Kind::Post: done = int(m_texts.count(wish.wanted)); break;
    case Kind::Open:
        done = int(std::count_if(entries.cbegin(), entries.cend(),
                                 [](const HistoryEntry &entry) { return entry.what == u"opened"; }));
        if (done == 0 && m_subjects.contains(wish.wanted))
            complain("opened by nobody");
        break;
    case Kind::Change:
        for (const HistoryEntry &entry : entries) {
            if (entry.what == u"conflict") {
                ++done; // told, with both values
            } else if (entry.what == ticketFieldName(wish.field)) {
                ++done;
                if (entry.newValue != wish.wanted)
                    complain("another value");
                if (!wish.seen.contains(entry.oldValue))
                    complain("overwritten in silence");
            }
        }
        break;
    }
    // A priority may have been what was wanted already.
    const bool mayBeNothing = wish.kind == Kind::Change && wish.field == TicketField::Priority;
    if (done == 0 && mustBe && !mayBeNothing)
        complain("lost");
    if (done > 1)
        complain("doubled");
}

} // namespace deskhand::test
