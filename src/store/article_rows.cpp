// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/article_rows.h"

#include "store/connection.h"
#include "store/row_mapping.h"

#include <algorithm>

namespace deskhand {
namespace {

Article readArticleRow(ColumnReader &row)
{
    Article article;
    article.id = row.id<ArticleId>();
    article.ticket = row.id<TicketId>();
    article.position = int(row.integer());
    article.visibility = row.enumerator<Visibility>();
    article.senderRole = row.enumerator<SenderRole>();
    article.channel = row.enumerator<Channel>();
    article.author = row.id<PersonId>();
    article.createdAt = row.integer();
    article.from.name = row.text();
    article.from.address = row.text();
    recipientsFromJson(row.bytes(), &article.to, &article.cc);
    article.subject = row.text();
    article.messageId = row.text();
    article.rawSha256 = row.bytes();
    article.text = row.text();
    article.html = row.text();
    article.quotedText = row.text();
    article.quotedHtml = row.text();
    article.remoteImages = row.text().split(u'\n', Qt::SkipEmptyParts);
    article.origin = row.id<TicketId>();
    return article;
}

/// Of a run of articles of one ticket, oldest first.
Result<void> readAttachmentsOf(Connection &connection, QVector<Article> *articles)
{
    Statement statement = connection.sql("thread.attachments");
    statement.bind(":ticket", articles->first().ticket);
    statement.bind(":first", articles->first().position).bind(":last", articles->last().position);
    auto article = articles->begin();
    while (statement.next()) {
        ColumnReader row(statement);
        Attachment attachment;
        attachment.article = row.id<ArticleId>();
        attachment.id = row.id<AttachmentId>();
        attachment.name = row.text();
        attachment.type = row.text();
        attachment.size = row.integer();
        attachment.sha256 = row.bytes();
        attachment.isInline = row.flag();
        attachment.contentId = row.text();
        const auto found = std::find_if(article, articles->end(),
                                        [&attachment](const Article &one) { return one.id == attachment.article; });
        if (found == articles->end())
            continue; // of one between them that was withdrawn
        article = found;
        article->attachments.append(std::move(attachment));
    }
    return statement.status();
}

} // namespace

Result<QVector<Article>> readArticles(Connection &connection, TicketId ticket, int endPosition, int limit)
{
    QVector<Article> articles;
    Statement statement = connection.sql("thread.page");
    statement.bind(":ticket", ticket).bind(":end", endPosition).bind(":limit", limit);
    while (statement.next()) {
        ColumnReader row(statement);
        articles.append(readArticleRow(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    std::reverse(articles.begin(), articles.end());
    if (!articles.isEmpty()) {
        if (Result<void> status = readAttachmentsOf(connection, &articles); !status)
            return status.error();
    }
    return articles;
}

Result<std::optional<Article>> readArticleById(Connection &connection, ArticleId id)
{
    QVector<Article> articles;
    {
        Statement statement = connection.sql("thread.article");
        statement.bind(":id", id);
        if (statement.next()) {
            ColumnReader row(statement);
            articles.append(readArticleRow(row));
        }
        if (Result<void> status = statement.status(); !status)
            return status.error();
    }
    if (articles.isEmpty())
        return std::optional<Article>();
    if (Result<void> status = readAttachmentsOf(connection, &articles); !status)
        return status.error();
    return std::optional(articles.first());
}

} // namespace deskhand
