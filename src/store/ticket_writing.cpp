// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "base/text_folding.h"
#include "store/condition_sql.h"
#include "store/connection.h"
#include "store/row_mapping.h"

#include <QCryptographicHash>

namespace deskhand {
namespace {

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

bool sameThread(const TicketHead &a, const TicketHead &b)
{
    return a.articleCount == b.articleCount && a.attachmentCount == b.attachmentCount && a.lastArticle == b.lastArticle
           && a.lastArticleFromCustomer == b.lastArticleFromCustomer;
}

void setColumn(SqlPiece *set, const char *column, const SqlPiece::Value &value)
{
    if (!set->sql.isEmpty())
        set->append(", ");
    set->append(column);
    set->append(" = ");
    set->appendValue(value);
}

void setStateColumns(SqlPiece *set, const TicketHead &before, const TicketHead &after, const Catalog &catalog)
{
    if (before.state != after.state || before.solvedAt != after.solvedAt || before.closedAt != after.closedAt) {
        setColumn(set, "state_id", after.state.value);
        setColumn(set, "state_type", qint64(catalog.stateType(after.state)));
        setColumn(set, "solved_at", after.solvedAt);
        setColumn(set, "closed_at", after.closedAt);
    }
    if (before.pendingUntil != after.pendingUntil)
        setColumn(set, "pending_until", after.pendingUntil);
}

void setReferenceColumns(SqlPiece *set, const TicketHead &before, const TicketHead &after)
{
    if (before.priority != after.priority)
        setColumn(set, "priority_id", after.priority.value);
    if (before.queue != after.queue)
        setColumn(set, "queue_id", after.queue.value);
    if (before.category != after.category)
        setColumn(set, "category_id", after.category.value);
    if (before.owner != after.owner)
        setColumn(set, "owner_id", after.owner.value);
    if (before.mergedInto != after.mergedInto)
        setColumn(set, "merged_into", after.mergedInto.value);
    if (before.requester != after.requester || before.organization != after.organization) {
        setColumn(set, "requester_id", after.requester.value);
        setColumn(set, "organization_id", after.organization.value);
    }
}

void setThreadColumns(SqlPiece *set, const TicketHead &before, const TicketHead &after)
{
    if (before.lastContactAt != after.lastContactAt)
        setColumn(set, "last_contact_at", after.lastContactAt);
    if (before.delivery != after.delivery)
        setColumn(set, "delivery", qint64(after.delivery));
    if (sameThread(before, after))
        return;
    setColumn(set, "article_count", qint64(after.articleCount));
    setColumn(set, "attachment_count", qint64(after.attachmentCount));
    setColumn(set, "last_article_id", after.lastArticle.value);
    setColumn(set, "last_article_from_customer", qint64(after.lastArticleFromCustomer ? 1 : 0));
}

/// What the two have different, with the version.
SqlPiece changedColumns(const TicketHead &before, const TicketHead &after, const Catalog &catalog)
{
    SqlPiece set;
    setColumn(&set, "version", after.version);
    setColumn(&set, "updated_at", after.updatedAt);
    setStateColumns(&set, before, after, catalog);
    setReferenceColumns(&set, before, after);
    if (before.dueAt != after.dueAt)
        setColumn(&set, "due_at", after.dueAt);
    if (before.subject != after.subject) {
        setColumn(&set, "subject", after.subject);
        setColumn(&set, "subject_folded", foldText(after.subject));
    }
    if (before.tags != after.tags)
        setColumn(&set, "tags", after.tags.join(u' '));
    setThreadColumns(&set, before, after);
    return set;
}

} // namespace

Result<qint64> SqlUnitOfWork::nextTicketCounter()
{
    Statement next = m_connection.sql("ticket.nextNumber");
    const qint64 counter = next.next() ? next.integer(0) : 0;
    if (Result<void> status = next.status(); !status)
        return status.error();
    if (counter == 0)
        return Error{
            ErrorCode::Corrupt, QStringLiteral("ticket.nextNumber"), QStringLiteral("no counter of numbers"), {}};
    return counter;
}

Result<TicketId> SqlUnitOfWork::insertTicket(const TicketHead &head)
{
    const Result<CatalogPtr> known = catalog();
    if (!known)
        return known.error();
    TicketId id;
    {
        Statement insert = m_connection.sql("ticket.insert");
        insert.bind(":version", head.version).bind(":number", head.number);
        insert.bind(":subject", head.subject).bind(":subjectFolded", foldText(head.subject));
        insert.bind(":state", head.state).bind(":stateType", int((*known)->stateType(head.state)));
        insert.bind(":priority", head.priority).bind(":queue", head.queue).bind(":category", head.category);
        insert.bind(":owner", head.owner).bind(":requester", head.requester).bind(":organization", head.organization);
        insert.bind(":channel", int(head.channel)).bind(":tags", head.tags.join(u' '));
        insert.bind(":createdAt", head.createdAt).bind(":updatedAt", head.updatedAt);
        insert.bind(":lastContactAt", head.lastContactAt).bind(":dueAt", head.dueAt);
        insert.bind(":pendingUntil", head.pendingUntil)
            .bind(":solvedAt", head.solvedAt)
            .bind(":closedAt", head.closedAt);
        const Result<qint64> inserted = insert.runForNumber();
        if (!inserted)
            return inserted.error();
        id = TicketId{*inserted};
    }
    TicketHead bare;
    bare.id = id;
    TicketHead tagged = head;
    tagged.id = id;
    if (Result<void> status = updateTags(bare, tagged); !status)
        return status.error();
    return id;
}

/// One statement with the columns that differ, no others: it writes anew every index that has one of them.
Result<void> SqlUnitOfWork::updateTicket(const TicketHead &before, const TicketHead &after)
{
    const Result<CatalogPtr> known = catalog();
    if (!known)
        return known.error();
    const SqlPiece set = changedColumns(before, after, **known);
    Statement update =
        m_connection.composed(m_connection.fragment("ticket.update").replace("{set}", set.sql), "ticket.update");
    const int next = bindPiece(update, set, 1);
    update.bindAt(next, after.id.value).bindAt(next + 1, before.version);
    const Error isStale{
        ErrorCode::Conflict, QStringLiteral("ticket.update"), QStringLiteral("another version is stored"), {}};
    if (Result<void> updated = update.runLater(isStale); !updated)
        return updated;
    m_ahead.changed(before, after);
    if (Result<void> tagged = updateTags(before, after); !tagged)
        return tagged;
    return updateIndex(before, after);
}

Result<void> SqlUnitOfWork::setNumber(Statement statement, TicketId ticket, qint64 value)
{
    m_ahead.forget(ticket);
    return statement.bind(":id", ticket).bind(":value", value).runLater();
}

/// The rows of its tags; the column is written with the ticket.
Result<void> SqlUnitOfWork::updateTags(const TicketHead &before, const TicketHead &after)
{
    if (before.tags == after.tags)
        return {};
    Statement add = m_connection.sql("ticket.addTag");
    for (const QString &tag : after.tags) {
        if (before.tags.contains(tag))
            continue;
        if (Result<void> added = add.bind(":ticket", after.id).bind(":tag", tag).runLater(); !added)
            return added;
    }
    Statement remove = m_connection.sql("ticket.removeTag");
    for (const QString &tag : before.tags) {
        if (after.tags.contains(tag))
            continue;
        if (Result<void> removed = remove.bind(":ticket", after.id).bind(":tag", tag).runLater(); !removed)
            return removed;
    }
    return {};
}

Result<SearchHead> SqlUnitOfWork::searchHead(const TicketHead &head)
{
    const Result<Person> requester = person(head.requester);
    if (!requester)
        return requester.error();
    return SearchHead{head.id, head.number, head.subject, requester->name, requester->address};
}

Result<void> SqlUnitOfWork::updateIndex(const TicketHead &before, const TicketHead &after)
{
    const bool isStub = before.mergedInto.isValid() || after.mergedInto.isValid(); // whose words are the target's
    if ((before.subject == after.subject && before.requester == after.requester) || isStub)
        return {};
    const Result<SearchHead> old = searchHead(before);
    if (!old)
        return old.error();
    const Result<SearchHead> now = searchHead(after);
    if (!now)
        return now.error();
    return m_index.changeHead(*old, *now);
}

Result<void> SqlUnitOfWork::indexTicket(const TicketHead &head)
{
    const Result<SearchHead> found = searchHead(head);
    return found ? m_index.addTicket(*found) : Result<void>(found.error());
}

Result<void> SqlUnitOfWork::storeBlob(const QByteArray &sha256, const QByteArray &bytes)
{
    Statement insert = m_connection.sql("blob.insert");
    return insert.bind(":sha256", sha256).bind(":size", bytes.size()).bind(":bytes", bytes).run();
}

Result<void> SqlUnitOfWork::storeAttachments(const QVector<NewAttachment> &attachments, Article *article)
{
    for (const NewAttachment &content : attachments) {
        Attachment attachment;
        attachment.article = article->id;
        attachment.name = content.name;
        attachment.type = content.type;
        attachment.size = content.bytes.size();
        attachment.sha256 = sha256Of(content.bytes);
        attachment.isInline = content.isInline;
        attachment.contentId = content.contentId;
        if (Result<void> stored = storeBlob(attachment.sha256, content.bytes); !stored)
            return stored;
        Statement insert = m_connection.sql("article.insertAttachment");
        insert.bind(":article", article->id).bind(":name", attachment.name).bind(":type", attachment.type);
        insert.bind(":size", attachment.size).bind(":sha256", attachment.sha256);
        insert.bind(":isInline", attachment.isInline).bind(":contentId", attachment.contentId);
        const Result<qint64> inserted = insert.runForNumber();
        if (!inserted)
            return inserted.error();
        attachment.id = AttachmentId{*inserted};
        article->attachments.append(std::move(attachment));
    }
    return {};
}

Result<void> SqlUnitOfWork::storeMessageIds(const Article &article, const QStringList &answeredIds)
{
    Statement insert = m_connection.sql("article.insertMessageId");
    insert.bind(":article", article.id).bind(":ticket", article.ticket);
    Result<void> stored;
    if (!article.messageId.isEmpty())
        stored = insert.bind(":messageId", article.messageId).bind(":own", true).run();
    for (const QString &id : answeredIds) {
        if (stored)
            stored = insert.bind(":messageId", id).bind(":own", false).run();
    }
    return stored;
}

Result<QVector<ArticleId>> SqlUnitOfWork::articlesOfOthers(TicketId ticket, ArticleId after, PersonId author)
{
    Statement find = m_connection.sql("article.ofOthers");
    find.bind(":ticket", ticket).bind(":after", after).bind(":author", author);
    find.bind(":system", qint64(SenderRole::System));
    QVector<ArticleId> found;
    while (find.next())
        found.append(find.id<ArticleId>(0));
    const Result<void> status = find.status();
    return status ? Result<QVector<ArticleId>>(found) : Result<QVector<ArticleId>>(status.error());
}

Result<TicketId> SqlUnitOfWork::ticketOfMessage(const QStringList &messageIds)
{
    Statement find = m_connection.sql("article.ticketOfMessage");
    for (const QString &id : messageIds) {
        find.bind(":messageId", id);
        if (find.next())
            return find.id<TicketId>(0);
        if (Result<void> status = find.status(); !status)
            return status.error();
        find.restart();
    }
    return TicketId{};
}

Result<std::optional<InboundMail>> SqlUnitOfWork::inboundMail(const QString &source, const QByteArray &sha256)
{
    Statement find = m_connection.sql("mail.inbound");
    find.bind(":source", source).bind(":sha256", sha256);
    if (find.next())
        return std::optional(
            InboundMail{source, sha256, find.integer(0), find.id<TicketId>(1), find.id<ArticleId>(2), find.text(3)});
    if (Result<void> status = find.status(); !status)
        return status.error();
    return std::optional<InboundMail>();
}

Result<void> SqlUnitOfWork::recordInboundMail(const InboundMail &mail)
{
    Statement insert = m_connection.sql("mail.recordInbound");
    insert.bind(":source", mail.source).bind(":sha256", mail.sha256).bind(":receivedAt", mail.receivedAt);
    insert.bind(":ticket", mail.ticket).bind(":article", mail.article).bind(":problem", mail.problem);
    return insert.run();
}

Result<SqlUnitOfWork::ThreadPlace> SqlUnitOfWork::placeInThread(TicketId ticket)
{
    Statement statement = m_connection.sql("article.lastPlace");
    statement.bind(":ticket", ticket);
    ThreadPlace place;
    if (statement.next())
        place = {int(statement.integer(0)), !statement.flag(1)};
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return place;
}

Result<Article> SqlUnitOfWork::insertArticle(const Article &article, const NewArticle &content)
{
    const Result<ThreadPlace> place = placeInThread(article.ticket);
    if (!place)
        return place.error();
    Article stored = article;
    stored.position = place->last + 1;
    if (!content.raw.isEmpty()) {
        stored.rawSha256 = sha256Of(content.raw);
        if (Result<void> kept = storeBlob(stored.rawSha256, content.raw); !kept)
            return kept.error();
    }
    {
        Statement insert = m_connection.sql("article.insert");
        insert.bind(":ticket", stored.ticket).bind(":position", stored.position);
        insert.bind(":visibility", int(stored.visibility)).bind(":senderRole", int(stored.senderRole));
        insert.bind(":channel", int(stored.channel))
            .bind(":author", stored.author)
            .bind(":createdAt", stored.createdAt);
        insert.bind(":fromName", stored.from.name).bind(":fromAddress", stored.from.address);
        insert.bind(":recipients", QString::fromUtf8(recipientsToJson(stored.to, stored.cc)));
        insert.bind(":subject", stored.subject).bind(":messageId", stored.messageId);
        if (stored.rawSha256.isEmpty())
            insert.bindNull(":raw");
        else
            insert.bind(":raw", stored.rawSha256);
        insert.bind(":text", stored.text).bind(":html", stored.html);
        insert.bind(":quotedText", stored.quotedText).bind(":quotedHtml", stored.quotedHtml);
        insert.bind(":remoteImages", stored.remoteImages.join(u'\n'));
        const Result<qint64> inserted = insert.runForNumber();
        if (!inserted)
            return inserted.error();
        stored.id = ArticleId{*inserted};
    }
    if (Result<void> linked = storeMessageIds(stored, content.answeredIds); !linked)
        return linked.error();
    if (Result<void> attached = storeAttachments(content.attachments, &stored); !attached)
        return attached.error();
    const Result<SearchHead> head = m_index.headOf(stored.ticket);
    if (!head)
        return head.error();
    if (Result<void> indexed = m_index.addArticle(*head, stored, place->isEmpty); !indexed)
        return indexed.error();
    return stored;
}

Result<void> SqlUnitOfWork::setReadMark(PersonId person, TicketId ticket, ArticleId upTo)
{
    Statement set = m_connection.sql("person.setReadMark");
    return set.bind(":person", person).bind(":ticket", ticket).bind(":article", upTo).runLater();
}

} // namespace deskhand
