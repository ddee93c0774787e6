// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_recording.h"

#include "support/test_desk.h"

#include <algorithm>

namespace deskhand::test {
namespace {

template <typename T>
T mustRead(const QFuture<Result<T>> &future, const char *what)
{
    Result<T> result = await(future, 120'000);
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    return *std::move(result);
}

QVector<DumpedArticle> readArticlesOf(Desk &desk, TicketId ticket)
{
    QVector<DumpedArticle> articles;
    ThreadQuery query{ticket, {}, 2000, {}};
    while (true) {
        const ThreadPage page = mustRead(desk.thread(query), "thread");
        QVector<DumpedArticle> older;
        for (const Article &article : page.articles)
            older.append({article.id, article.position, article.author, article.senderRole, article.text});
        articles = older + articles;
        if (page.articlesBefore == 0)
            return articles;
        query.before = articles.first().id;
    }
}

QVector<Change> readFeed(Desk &desk, qint64 cursor)
{
    QVector<Change> changes;
    while (true) {
        const FeedPage page = mustRead(desk.changesSince(cursor, 10'000), "feed");
        changes += page.changes;
        if (!page.more)
            return changes;
        cursor = page.cursor;
    }
}

} // namespace

void HeardFeed::add(const Change &change)
{
    if (first == 0)
        first = change.seq;
    last = change.seq;
    ++count;
    // FNV-1a over numbers.
    constexpr quint64 prime = 1099511628211U;
    for (const quint64 part : {quint64(change.seq), quint64(change.kind), quint64(change.ticket.value),
                               quint64(change.article.value), quint64(change.command.data1)})
        digest = (digest ^ part) * prime;
}

DeskDump dumpDesk(Desk &desk, qint64 feedStart, const QVector<PersonId> &readers,
                  const QVector<TicketId> &markedTickets)
{
    DeskDump dump;
    TicketQuery all;
    all.sort = ListSort{ListColumn::Number, false};
    const QVector<TicketId> ids = mustRead(desk.tickets(all), "tickets").ids;
    for (const TicketRow &row : mustRead(desk.rows(ids, {}), "rows"))
        dump.tickets[row.head.id].head = row.head;
    for (auto ticket = dump.tickets.begin(); ticket != dump.tickets.end(); ++ticket) {
        ticket->articles = readArticlesOf(desk, ticket.key());
        ticket->history = mustRead(desk.history(ticket.key(), {}, 100'000), "history");
        std::reverse(ticket->history.begin(), ticket->history.end());
    }
    dump.feed = readFeed(desk, feedStart);
    for (const PersonId reader : readers) {
        for (const TicketId ticket : markedTickets)
            dump.readUpTo.insert({reader, ticket}, mustRead(desk.ticket(ticket, reader), "ticket").readUpTo);
    }
    return dump;
}

QDataStream &operator<<(QDataStream &out, const RecordedOperation &o)
{
    out << o.client << o.number << int(o.kind) << o.command << o.actor.value << o.ticket.value << o.baseVersion;
    out << int(o.fields.size());
    for (auto field = o.fields.cbegin(); field != o.fields.cend(); ++field)
        out << int(field.key()) << field.value();
    out << o.addTags << o.removeTags << o.text << o.isPublic << o.lastSeen.value << o.evenUnseen << o.upTo.value;
    out << int(o.outcome) << o.version << o.article.value << int(o.conflicts.size());
    for (const FieldConflict &conflict : o.conflicts)
        out << int(conflict.field) << conflict.base << conflict.theirs << conflict.mine;
    return out << o.unseen;
}

QDataStream &operator>>(QDataStream &in, RecordedOperation &o)
{
    int kind = 0;
    int count = 0;
    in >> o.client >> o.number >> kind >> o.command >> o.actor.value >> o.ticket.value >> o.baseVersion >> count;
    o.kind = RecordedOperation::Kind(kind);
    for (int i = 0; i < count; ++i) {
        int field = 0;
        QString value;
        in >> field >> value;
        o.fields.insert(TicketField(field), value);
    }
    int outcome = 0;
    in >> o.addTags >> o.removeTags >> o.text >> o.isPublic >> o.lastSeen.value >> o.evenUnseen >> o.upTo.value;
    in >> outcome >> o.version >> o.article.value >> count;
    o.outcome = RecordedOperation::Outcome(outcome);
    for (int i = 0; i < count; ++i) {
        int field = 0;
        FieldConflict conflict;
        in >> field >> conflict.base >> conflict.theirs >> conflict.mine;
        conflict.field = TicketField(field);
        o.conflicts.append(conflict);
    }
    return in >> o.unseen;
}

QDataStream &operator<<(QDataStream &out, const HeardFeed &heard)
{
    return out << heard.client << heard.first << heard.last << heard.count << heard.digest;
}

QDataStream &operator>>(QDataStream &in, HeardFeed &heard)
{
    return in >> heard.client >> heard.first >> heard.last >> heard.count >> heard.digest;
}

} // namespace deskhand::test
