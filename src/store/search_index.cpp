// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_index.h"

#include "store/connection.h"
#include "store/search_document.h"

#include <map>

namespace deskhand {

Result<void> SearchIndex::write(Kind kind, const SearchRow &row)
{
    const bool isDeletion = kind == Kind::Deletion;
    Statement change = m_connection.sql(isDeletion ? "search.delete" : "search.insert");
    if (m_connection.dialect() == SqlDialect::Postgres) {
        change.bind(":row", row.rowId);
        return (isDeletion ? change : change.bind(":document", searchDocument(row))).run();
    }
    change.bind(":row", row.rowId).bind(":subject", row.subject).bind(":body", row.body).bind(":people", row.people);
    change.bind(":files", row.files).bind(":number", row.number);
    return change.run();
}

Result<void> SearchIndex::add(const SearchRow &row)
{
    if (Result<void> written = write(Kind::Insertion, row); !written)
        return written;
    // Words of numbers are not learnt: a number is found by its beginning through the tickets themselves.
    return m_vocabulary.learn(m_connection, {row.subject, row.body, row.people, row.files});
}

Result<void> SearchIndex::replace(const SearchRow &before, const SearchRow &after)
{
    if (before == after)
        return {};
    if (Result<void> deleted = write(Kind::Deletion, before); !deleted)
        return deleted;
    return add(after);
}

Result<bool> SearchIndex::hasRow(qint64 rowId)
{
    Statement statement = m_connection.sql("search.hasRow");
    statement.bind(":row", rowId);
    const bool found = statement.next();
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return found;
}

Result<void> SearchIndex::addTicket(const SearchHead &head)
{
    return add(searchRowOf(head));
}

Result<void> SearchIndex::addArticle(const SearchHead &head, const Article &article, bool isOnlyOne)
{
    if (isOnlyOne) {
        const SearchRow alone = searchRowOf(head);
        const Result<bool> wasAlone = hasRow(alone.rowId);
        if (!wasAlone)
            return wasAlone.error();
        if (*wasAlone) {
            if (Result<void> deleted = write(Kind::Deletion, alone); !deleted)
                return deleted;
        }
    }
    return add(searchRowOf(head, article));
}

Result<void> SearchIndex::removeArticle(const SearchHead &head, const Article &article, bool wasOnlyOne)
{
    Indexed indexed{article, {}, {}};
    if (article.origin.isValid()) {
        Statement statement = m_connection.sql("search.origin");
        statement.bind(":article", article.id);
        if (statement.next()) {
            indexed.originNumber = statement.text(0);
            indexed.originSubject = statement.text(1);
        }
        if (Result<void> status = statement.status(); !status)
            return status;
    }
    if (Result<void> deleted = write(Kind::Deletion, searchRowOf(indexed.under(head), article)); !deleted)
        return deleted;
    return wasOnlyOne ? addTicket(head) : Result<void>();
}

Result<void> SearchIndex::changeHead(const SearchHead &before, const SearchHead &after)
{
    if (before == after)
        return {};
    const Result<QVector<Indexed>> articles = articlesOf(after.ticket);
    if (!articles)
        return articles.error();
    if (articles->isEmpty())
        return replace(searchRowOf(before), searchRowOf(after));
    for (const Indexed &one : *articles) {
        const SearchRow was = searchRowOf(one.under(before), one.article);
        if (Result<void> replaced = replace(was, searchRowOf(one.under(after), one.article)); !replaced)
            return replaced;
    }
    return {};
}

SearchHead SearchIndex::Indexed::under(const SearchHead &head) const
{
    return originNumber.isEmpty() ? head : searchHeadWith(head, originNumber, originSubject);
}

Result<QVector<SearchRow>> SearchIndex::rowsOf(TicketId ticket)
{
    bool isStub = false;
    {
        Statement statement = m_connection.sql("merge.isStub");
        statement.bind(":ticket", ticket);
        isStub = statement.next();
        if (Result<void> status = statement.status(); !status)
            return status.error();
    }
    return rowsOf(ticket, isStub);
}

Result<QVector<SearchRow>> SearchIndex::rowsOf(TicketId ticket, bool isStub)
{
    const Result<SearchHead> head = headOf(ticket);
    if (!head)
        return head.error();
    const Result<QVector<Indexed>> articles = articlesOf(ticket);
    if (!articles)
        return articles.error();
    QVector<SearchRow> rows;
    const SearchRow alone = searchRowOf(*head);
    for (const Indexed &one : *articles)
        rows.append(one.originNumber.isEmpty() ? searchRowOf(alone, *head, one.article)
                                               : searchRowOf(one.under(*head), one.article));
    if (rows.isEmpty() && !isStub)
        rows.append(alone);
    return rows;
}

Result<void> SearchIndex::exchange(const QVector<SearchRow> &before, const QVector<SearchRow> &after)
{
    struct Change {
        const SearchRow *before = nullptr;
        const SearchRow *after = nullptr;
    };
    // By their numbers: a full-text table writes what it has gathered whenever a row comes behind one of a higher
    // number.
    std::map<qint64, Change> changes;
    for (const SearchRow &row : before)
        changes[row.rowId].before = &row;
    for (const SearchRow &row : after)
        changes[row.rowId].after = &row;
    // The words of all at once, behind all rows: the full-text tables write what they have gathered at each statement
    // that puts words into the vocabulary.
    QVector<QStringView> texts;
    for (const auto &[rowId, change] : changes) {
        if (change.before && change.after && *change.before == *change.after)
            continue;
        if (Result<void> deleted = change.before ? write(Kind::Deletion, *change.before) : Result<void>(); !deleted)
            return deleted;
        if (!change.after)
            continue;
        const SearchRow &row = *change.after;
        if (Result<void> written = write(Kind::Insertion, row); !written)
            return written;
        texts += {row.subject, row.body, row.people, row.files};
    }
    return m_vocabulary.learn(m_connection, texts);
}

Result<void> SearchIndex::changePerson(PersonId requester, const QString &nameBefore, const QString &addressBefore)
{
    QVector<TicketId> tickets;
    {
        Statement statement = m_connection.sql("search.ticketsOf");
        statement.bind(":requester", requester);
        while (statement.next())
            tickets.append(statement.id<TicketId>(0));
        if (Result<void> status = statement.status(); !status)
            return status;
    }
    for (const TicketId ticket : tickets) {
        const Result<SearchHead> after = headOf(ticket);
        if (!after)
            return after.error();
        SearchHead before = *after;
        before.requesterName = nameBefore;
        before.requesterAddress = addressBefore;
        if (Result<void> changed = changeHead(before, *after); !changed)
            return changed;
    }
    return {};
}

Result<SearchHead> SearchIndex::headOf(TicketId ticket)
{
    Statement statement = m_connection.sql("search.head");
    statement.bind(":ticket", ticket);
    if (statement.next())
        return SearchHead{ticket, statement.text(0), statement.text(1), statement.text(2), statement.text(3)};
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return Error{ErrorCode::NotFound, QStringLiteral("store.search"), QStringLiteral("no such ticket"), {}};
}

/// As far as the index knows articles.
Result<QVector<SearchIndex::Indexed>> SearchIndex::articlesOf(TicketId ticket)
{
    QVector<Indexed> articles;
    {
        Statement statement = m_connection.sql("search.articlesOf");
        statement.bind(":ticket", ticket);
        while (statement.next()) {
            ColumnReader row(statement);
            Indexed one;
            one.article.id = row.id<ArticleId>();
            one.article.position = int(row.integer());
            one.article.subject = row.text();
            one.article.text = row.text();
            one.article.quotedText = row.text();
            one.article.from.name = row.text();
            one.article.from.address = row.text();
            one.originNumber = row.text();
            one.originSubject = row.text();
            articles.append(std::move(one));
        }
        if (Result<void> status = statement.status(); !status)
            return status.error();
    }
    for (Indexed &one : articles) {
        Statement statement = m_connection.sql("search.filesOf");
        statement.bind(":article", one.article.id);
        while (statement.next()) {
            Attachment attachment;
            attachment.name = statement.text(0);
            one.article.attachments.append(attachment);
        }
        if (Result<void> status = statement.status(); !status)
            return status.error();
    }
    return articles;
}

} // namespace deskhand
