// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "store/article_rows.h"
#include "store/connection.h"

namespace deskhand {
namespace {

// ticket_link.kind, beside that of a follow-up.
constexpr int linkKindSplit = 2;

// Below every place that a row may have while it is moved; see merge.showArticles.
constexpr int placesInBetween = 1'000'000;

TicketMerge readMerge(ColumnReader &row)
{
    TicketMerge merge;
    merge.id = row.integer();
    merge.source = row.id<TicketId>();
    merge.target = row.id<TicketId>();
    merge.at = row.integer();
    merge.by = row.id<PersonId>();
    merge.why = row.text();
    merge.keepsRequester = row.flag();
    merge.tagsGiven = row.text().split(u' ', Qt::SkipEmptyParts);
    merge.was.id = merge.source;
    merge.was.state = row.id<StateId>();
    merge.was.owner = row.id<PersonId>();
    merge.was.pendingUntil = row.integer();
    merge.was.solvedAt = row.integer();
    merge.was.closedAt = row.integer();
    merge.was.lastContactAt = row.integer();
    merge.was.lastArticle = row.id<ArticleId>();
    merge.was.lastArticleFromCustomer = row.flag();
    merge.targetContactAt = row.integer();
    merge.targetLast = row.id<ArticleId>();
    merge.targetLastFromCustomer = row.flag();
    return merge;
}

Result<QVector<TicketMerge>> readMerges(Statement statement)
{
    QVector<TicketMerge> merges;
    while (statement.next()) {
        ColumnReader row(statement);
        merges.append(readMerge(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return merges;
}

/// What of a merge may be written again.
void bindOutcome(Statement &statement, const TicketMerge &merge)
{
    statement.bind(":tagsGiven", merge.tagsGiven.join(u' ')).bind(":lastContactAt", merge.was.lastContactAt);
    statement.bind(":lastArticle", merge.was.lastArticle).bind(":fromCustomer", merge.was.lastArticleFromCustomer);
    statement.bind(":targetContactAt", merge.targetContactAt).bind(":targetLast", merge.targetLast);
    statement.bind(":targetFromCustomer", merge.targetLastFromCustomer);
}

} // namespace

Result<TicketId> SqlUnitOfWork::rootOf(TicketId ticket)
{
    Statement statement = m_connection.sql("merge.rootOf");
    statement.bind(":ticket", ticket);
    if (statement.next())
        return statement.id<TicketId>(0);
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return Error{ErrorCode::NotFound, QStringLiteral("store.ticket"), QStringLiteral("no such id"), {}};
}

Result<std::optional<TicketMerge>> SqlUnitOfWork::mergeOf(TicketId source)
{
    Statement statement = m_connection.sql("merge.ofSource");
    statement.bind(":ticket", source);
    const Result<QVector<TicketMerge>> merges = readMerges(std::move(statement));
    if (!merges)
        return merges.error();
    return merges->isEmpty() ? std::optional<TicketMerge>() : std::optional(merges->first());
}

Result<QVector<TicketMerge>> SqlUnitOfWork::mergesInto(TicketId target)
{
    Statement statement = m_connection.sql("merge.intoTarget");
    statement.bind(":ticket", target);
    return readMerges(std::move(statement));
}

Result<QVector<ThreadEntry>> SqlUnitOfWork::threadEntries(TicketId ticket)
{
    Statement statement = m_connection.sql("merge.entries");
    statement.bind(":ticket", ticket);
    QVector<ThreadEntry> entries;
    while (statement.next()) {
        ColumnReader row(statement);
        ThreadEntry entry;
        entry.id = row.id<ArticleId>();
        entry.origin = row.id<TicketId>();
        entry.visibility = row.enumerator<Visibility>();
        entry.senderRole = row.enumerator<SenderRole>();
        entry.author = row.id<PersonId>();
        entry.channel = row.enumerator<Channel>();
        entry.createdAt = row.integer();
        entry.attachments = int(row.integer());
        entry.withdrawn = row.integer() != 0;
        entry.isCopy = row.integer() != 0;
        entries.append(entry);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return entries;
}

Result<void> SqlUnitOfWork::givePlaces(TicketId ticket)
{
    struct Place {
        ArticleId article;
        int now = 0;
        int wanted = 0;
    };
    QVector<Place> places;
    {
        Statement statement = m_connection.sql("merge.places");
        statement.bind(":ticket", ticket);
        int wanted = 0;
        while (statement.next()) {
            const Place place{statement.id<ArticleId>(0), int(statement.integer(1)), ++wanted};
            if (place.now != place.wanted)
                places.append(place);
        }
        if (Result<void> status = statement.status(); !status)
            return status;
    }
    // Nobody's place may be taken while somebody is still there.
    Statement set = m_connection.sql("merge.setPlace");
    for (const Place &place : places) {
        if (place.now < 0)
            continue;
        set.bind(":id", place.article).bind(":position", -placesInBetween - place.wanted);
        if (Result<void> status = set.run(); !status)
            return status;
    }
    for (const Place &place : places) {
        if (Result<void> status = set.bind(":id", place.article).bind(":position", place.wanted).run(); !status)
            return status;
    }
    return {};
}

Result<QVector<SearchRow>> SqlUnitOfWork::rowsOfBoth(TicketId one, TicketId other, TicketId stub)
{
    QVector<SearchRow> both;
    for (const TicketId ticket : {one, other}) {
        const Result<QVector<SearchRow>> rows = m_index.rowsOf(ticket, ticket == stub);
        if (!rows)
            return rows.error();
        both += *rows;
    }
    return both;
}

template <typename Move>
Result<void> SqlUnitOfWork::moveArticles(TicketId from, TicketId to, TicketId stubBefore, TicketId stubAfter,
                                         const Move &move)
{
    const Result<QVector<SearchRow>> before = rowsOfBoth(from, to, stubBefore);
    if (!before)
        return before.error();
    if (Result<void> moved = move(); !moved)
        return moved;
    Statement follow = m_connection.sql("merge.followMails");
    if (Result<void> followed = follow.bind(":from", from).bind(":to", to).run(); !followed)
        return followed;
    for (const TicketId ticket : {from, to}) {
        if (Result<void> given = givePlaces(ticket); !given)
            return given;
    }
    const Result<QVector<SearchRow>> after = rowsOfBoth(from, to, stubAfter);
    return after ? m_index.exchange(*before, *after) : Result<void>(after.error());
}

Result<qint64> SqlUnitOfWork::beginMerge(const TicketMerge &merge)
{
    TicketMerge begun = merge;
    {
        Statement insert = m_connection.sql("merge.insert");
        insert.bind(":source", merge.source).bind(":target", merge.target).bind(":at", merge.at);
        insert.bind(":by", merge.by).bind(":why", merge.why).bind(":keepsRequester", merge.keepsRequester);
        insert.bind(":state", merge.was.state).bind(":owner", merge.was.owner);
        insert.bind(":pendingUntil", merge.was.pendingUntil).bind(":solvedAt", merge.was.solvedAt);
        insert.bind(":closedAt", merge.was.closedAt);
        bindOutcome(insert, merge);
        const Result<qint64> inserted = insert.runForNumber();
        if (!inserted)
            return inserted;
        begun.id = *inserted;
    }
    if (Result<void> joined = joinMarks(begun); !joined)
        return joined.error();
    const Result<void> moved = moveArticles(merge.source, merge.target, {}, merge.source, [&] {
        Statement show = m_connection.sql("merge.showArticles");
        return show.bind(":from", merge.source).bind(":to", merge.target).run();
    });
    return moved ? Result<qint64>(begun.id) : Result<qint64>(moved.error());
}

Result<void> SqlUnitOfWork::joinMarks(const TicketMerge &merge)
{
    if (m_connection.dialect() == SqlDialect::Postgres)
        return m_connection.sql("merge.joinMarks").bind(":merge", merge.id).run();
    Statement keep = m_connection.sql("merge.keepMarks");
    keep.bind(":merge", merge.id).bind(":source", merge.source).bind(":target", merge.target);
    if (Result<void> kept = keep.run(); !kept)
        return kept;
    Statement join = m_connection.sql("merge.setJoinedMarks");
    return join.bind(":merge", merge.id).bind(":target", merge.target).run();
}

Result<void> SqlUnitOfWork::partMarks(const TicketMerge &merge, TicketId root)
{
    if (m_connection.dialect() == SqlDialect::Postgres)
        return m_connection.sql("merge.partMarks").bind(":merge", merge.id).bind(":root", root).run();
    Statement source = m_connection.sql("merge.setSourceMarks");
    source.bind(":merge", merge.id).bind(":source", merge.source).bind(":root", root);
    if (Result<void> set = source.run(); !set)
        return set;
    Statement target = m_connection.sql("merge.setTargetMarks");
    if (Result<void> set = target.bind(":merge", merge.id).bind(":target", merge.target).run(); !set)
        return set;
    Statement drop = m_connection.sql("merge.dropTargetMarks");
    return drop.bind(":merge", merge.id).bind(":target", merge.target).run();
}

Result<void> SqlUnitOfWork::endMerge(const TicketMerge &merge, Instant at, PersonId by)
{
    const Result<TicketId> root = rootOf(merge.target);
    if (!root)
        return root.error();
    {
        Statement end = m_connection.sql("merge.end");
        if (Result<void> ended = end.bind(":id", merge.id).bind(":at", at).bind(":by", by).run(); !ended)
            return ended;
        if (end.changedRows() == 0)
            return Error{ErrorCode::Conflict, QStringLiteral("merge.end"), QStringLiteral("it has ended"), {}};
    }
    if (Result<void> given = partMarks(merge, *root); !given)
        return given;
    return moveArticles(*root, merge.source, merge.source, {}, [&] {
        Statement back = m_connection.sql("merge.returnArticles");
        return back.bind(":from", *root).bind(":to", merge.source).run();
    });
}

Result<void> SqlUnitOfWork::amendMerge(const TicketMerge &merge)
{
    Statement amend = m_connection.sql("merge.amend");
    amend.bind(":id", merge.id);
    bindOutcome(amend, merge);
    return amend.run();
}

Result<void> SqlUnitOfWork::takeArticles(const QVector<ArticleId> &articles, TicketId from, TicketId to)
{
    return moveArticles(from, to, {}, {}, [&]() -> Result<void> {
        Statement take = m_connection.sql("merge.takeArticle");
        for (const ArticleId id : articles) {
            if (Result<void> taken = take.bind(":id", id).bind(":from", from).bind(":to", to).run(); !taken)
                return taken;
        }
        return {};
    });
}

Result<ArticleId> SqlUnitOfWork::copyArticle(ArticleId article, TicketId to)
{
    const Result<ThreadPlace> place = placeInThread(to);
    if (!place)
        return place.error();
    ArticleId copy;
    {
        Statement insert = m_connection.sql("merge.copyArticle");
        insert.bind(":id", article).bind(":to", to).bind(":position", place->last + 1);
        const Result<qint64> inserted = insert.runForNumber();
        if (!inserted)
            return inserted.error();
        copy = ArticleId{*inserted};
    }
    Statement attach = m_connection.sql("merge.copyAttachments");
    if (Result<void> attached = attach.bind(":id", article).bind(":copy", copy).run(); !attached)
        return attached.error();
    const Result<std::optional<Article>> stored = readArticleById(m_connection, copy);
    if (!stored)
        return stored.error();
    const Result<SearchHead> head = m_index.headOf(to);
    if (!head)
        return head.error();
    const Result<void> indexed = m_index.addArticle(*head, **stored, place->isEmpty);
    return indexed ? Result<ArticleId>(copy) : Result<ArticleId>(indexed.error());
}

Result<void> SqlUnitOfWork::linkSplit(TicketId splitOff, TicketId from)
{
    Statement link = m_connection.sql("mail.link");
    return link.bind(":ticket", splitOff).bind(":other", from).bind(":kind", linkKindSplit).run();
}

} // namespace deskhand
