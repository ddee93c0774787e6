// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_search.h"

#include "store/connection.h"

#include <QHash>

namespace deskhand {
namespace {

struct HeadOfTicket {
    SearchHead head;
    bool isStub = false; ///< merged: what is shown of it has the words of its target
};

struct ArticleOfTicket {
    TicketId ticket;
    Article article;
    QString originNumber;
    QString originSubject;
};

Result<QVector<HeadOfTicket>> readHeads(Connection &connection, TicketId after, int tickets)
{
    QVector<HeadOfTicket> heads;
    Statement found = connection.sql("copy.heads");
    found.bind(":after", after).bind(":limit", tickets);
    while (found.next())
        heads.append({{found.id<TicketId>(0), found.text(1), found.text(2), found.text(3), found.text(4)},
                      found.id<TicketId>(5).isValid()});
    if (Result<void> status = found.status(); !status)
        return status.error();
    return heads;
}

Result<QHash<ArticleId, QVector<Attachment>>> readFiles(Connection &connection, TicketId after, TicketId last)
{
    QHash<ArticleId, QVector<Attachment>> files;
    Statement found = connection.sql("copy.files");
    found.bind(":after", after).bind(":last", last);
    while (found.next()) {
        Attachment attachment;
        attachment.name = found.text(1);
        files[found.id<ArticleId>(0)].append(attachment);
    }
    if (Result<void> status = found.status(); !status)
        return status.error();
    return files;
}

Result<QVector<ArticleOfTicket>> readArticles(Connection &connection, TicketId after, TicketId last)
{
    const Result<QHash<ArticleId, QVector<Attachment>>> files = readFiles(connection, after, last);
    if (!files)
        return files.error();
    QVector<ArticleOfTicket> articles;
    Statement found = connection.sql("copy.articles");
    found.bind(":after", after).bind(":last", last);
    while (found.next()) {
        ColumnReader row(found);
        ArticleOfTicket next;
        next.ticket = row.id<TicketId>();
        next.article.id = row.id<ArticleId>();
        next.article.position = int(row.integer());
        next.article.subject = row.text();
        next.article.text = row.text();
        next.article.quotedText = row.text();
        next.article.from.name = row.text();
        next.article.from.address = row.text();
        next.originNumber = row.text();
        next.originSubject = row.text();
        next.article.attachments = files->value(next.article.id);
        articles.append(std::move(next));
    }
    if (Result<void> status = found.status(); !status)
        return status.error();
    return articles;
}

} // namespace

Result<SearchRows> readSearchRows(Connection &connection, TicketId after, int tickets)
{
    SearchRows made;
    const Result<QVector<HeadOfTicket>> heads = readHeads(connection, after, tickets);
    if (!heads)
        return heads.error();
    if (heads->isEmpty())
        return made;
    made.tickets = int(heads->size());
    made.lastTicket = heads->last().head.ticket;
    const Result<QVector<ArticleOfTicket>> articles = readArticles(connection, after, made.lastTicket);
    if (!articles)
        return articles.error();
    auto article = articles->cbegin();
    for (const auto &[head, isStub] : *heads) {
        const SearchRow alone = searchRowOf(head);
        if (!isStub && (article == articles->cend() || article->ticket != head.ticket))
            made.rows.append(alone);
        for (; article != articles->cend() && article->ticket == head.ticket; ++article) {
            made.rows.append(article->originNumber.isEmpty()
                                 ? searchRowOf(alone, head, article->article)
                                 : searchRowOf(searchHeadWith(head, article->originNumber, article->originSubject),
                                               article->article));
        }
    }
    return made;
}

} // namespace deskhand
