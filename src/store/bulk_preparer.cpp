// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_preparer.h"

#include "base/text_folding.h"
#include "domain/history_chain.h"
#include "store/row_mapping.h"
#include "store/sla_rows.h"

#include <QCryptographicHash>

#include <algorithm>

namespace deskhand {
namespace {

Error badTicket(const TicketHead &head, const QString &detail)
{
    return Error{ErrorCode::Invalid,
                 QStringLiteral("store.bulkLoad"),
                 QStringLiteral("ticket %1: %2").arg(head.id.value).arg(detail),
                 {}};
}

/// The counter in a number that ends in it ("2024-000123": 123); 0: there is none that can be told.
qint64 trailingCounter(QStringView number)
{
    qsizetype start = number.size();
    while (start > 0 && number[start - 1] >= u'0' && number[start - 1] <= u'9')
        --start;
    const QStringView digits = number.mid(start);
    constexpr qsizetype longestCounter = 12;
    return digits.isEmpty() || digits.size() > longestCounter ? 0 : digits.toLongLong();
}

} // namespace

void BulkPreparer::know(PersonId id, const QString &name, const QString &address)
{
    m_people.insert(id, KnownPerson{name, address});
}

Result<BulkBatch> BulkPreparer::prepare(const QVector<BulkTicket> &tickets)
{
    BulkBatch batch;
    for (const BulkTicket &ticket : tickets) {
        if (Result<void> added = addTicket(ticket, &batch); !added)
            return added.error();
    }
    return batch;
}

Result<void> BulkPreparer::addTicket(const BulkTicket &ticket, BulkBatch *batch)
{
    const auto requester = m_people.constFind(ticket.head.requester);
    if (requester == m_people.constEnd())
        return badTicket(ticket.head, QStringLiteral("unknown requester"));
    if (!m_catalog || !m_catalog->state(ticket.head.state))
        return badTicket(ticket.head, QStringLiteral("unknown state"));
    const BulkSla sla = slaOfBulkTicket(ticket, requester->name, requester->address, m_catalog, m_now);
    addHead(ticket.head, sla.summary, batch);
    addSla(ticket.head.id, sla, batch);
    if (Result<void> added = addArticles(ticket, batch); !added)
        return added;
    addHistory(ticket, batch);
    addWork(ticket, batch);
    addSearchRows(ticket, *requester, batch);
    return {};
}

void BulkPreparer::addHead(const TicketHead &head, const SlaSummary &sla, BulkBatch *batch)
{
    m_position.counter = std::max({m_position.counter, head.id.value, trailingCounter(head.number)});
    BulkRows &row = batch->tickets;
    row.add(head.id.value).add(head.version).add(head.state.value).add(qint64(m_catalog->stateType(head.state)));
    row.add(head.priority.value).add(head.queue.value).add(head.category.value).add(head.owner.value);
    row.add(head.requester.value).add(head.organization.value).add(qint64(head.channel)).add(head.createdAt);
    row.add(head.updatedAt).add(head.lastContactAt).add(head.dueAt).add(head.pendingUntil).add(head.solvedAt);
    row.add(head.closedAt).add(head.articleCount).add(head.attachmentCount).add(head.lastArticle.value);
    row.add(head.lastArticleFromCustomer ? 1 : 0)
        .add(qint64(head.delivery))
        .add(head.number)
        .add(head.subject)
        .add(foldText(head.subject));
    row.add(head.tags.join(u' ')).add(qint64(sla.standing)).add(qint64(sla.target)).add(sla.dueAt).add(sla.left);
    row.add(sla.missed ? 1 : 0).add(sla.nextAt);
    row.endRow();
    for (const QString &tag : head.tags)
        batch->tags.add(head.id.value).add(tag).endRow();
}

void BulkPreparer::addWork(const BulkTicket &ticket, BulkBatch *batch)
{
    for (const WorkEntry &entry : ticket.work) {
        BulkRows &row = batch->work;
        row.add(entry.id.value).add(entry.ticket.value).add(entry.person.value).add(entry.at).add(entry.minutes);
        row.add(entry.activity).add(entry.note).add(entry.loggedAt).endRow();
    }
}

void BulkPreparer::addSla(TicketId ticket, const BulkSla &sla, BulkBatch *batch)
{
    const auto addRow = [](const auto &numbers, BulkRows *rows) {
        for (const qint64 number : numbers)
            rows->add(number);
        rows->endRow();
    };
    int position = 0;
    for (const SlaEvent &event : sla.events)
        addRow(slaEventRow(ticket, ++position, event), &batch->slaEvents);
    for (const SlaClock &clock : sla.clocks)
        addRow(slaClockRow(ticket, clock), &batch->slaClocks);
    for (const SlaFired &fired : sla.fired)
        addRow(
            std::array<qint64, 6>{ticket.value, qint64(fired.target), fired.cycle, fired.level, fired.at, fired.doneAt},
            &batch->slaFired);
}

Result<void> BulkPreparer::addArticles(const BulkTicket &ticket, BulkBatch *batch)
{
    qsizetype nextBlob = 0;
    for (const Article &article : ticket.articles) {
        m_position.lastArticle = std::max(m_position.lastArticle, article.id.value);
        addArticle(article, batch);
        for (const Attachment &attachment : article.attachments) {
            if (nextBlob >= ticket.blobs.size())
                return badTicket(ticket.head, QStringLiteral("an attachment without bytes"));
            addAttachment(attachment, ticket.blobs[nextBlob++], batch);
        }
    }
    return {};
}

void BulkPreparer::addArticle(const Article &article, BulkBatch *batch)
{
    BulkRows &row = batch->articles;
    row.add(article.id.value).add(article.ticket.value).add(article.position).add(qint64(article.visibility));
    row.add(qint64(article.senderRole)).add(qint64(article.channel)).add(article.author.value).add(article.createdAt);
    row.add(article.from.name).add(article.from.address);
    row.add(QString::fromUtf8(recipientsToJson(article.to, article.cc)));
    row.add(article.subject).add(article.messageId);
    if (article.rawSha256.isEmpty())
        row.addNull();
    else
        row.addBlob(article.rawSha256);
    row.add(article.text).add(article.html).add(article.quotedText).add(article.quotedHtml);
    row.endRow();
    if (!article.messageId.isEmpty())
        batch->messageIds.add(article.messageId).add(article.id.value).add(article.ticket.value).endRow();
}

void BulkPreparer::addAttachment(const Attachment &attachment, const QByteArray &bytes, BulkBatch *batch)
{
    const QByteArray sha256 =
        attachment.sha256.isEmpty() ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) : attachment.sha256;
    batch->blobs.addBlob(sha256).add(qint64(bytes.size())).addBlob(bytes).endRow();
    BulkRows &row = batch->attachments;
    if (attachment.id.isValid())
        row.add(attachment.id.value);
    else
        row.addNull();
    row.add(attachment.article.value)
        .add(attachment.name)
        .add(attachment.type)
        .add(qint64(bytes.size()))
        .addBlob(sha256);
    row.add(attachment.isInline ? 1 : 0).add(attachment.contentId).endRow();
}

void BulkPreparer::addHistory(const BulkTicket &ticket, BulkBatch *batch)
{
    for (HistoryEntry entry : ticket.history) {
        entry.id = m_position.nextHistoryId++;
        const QByteArray payloadHash = historyPayloadHash(entry);
        m_position.lastHash = historyHash(entry, payloadHash, m_position.lastHash);
        BulkRows &row = batch->history;
        row.add(entry.id).add(entry.ticket.value).add(entry.version).add(entry.at).add(qint64(entry.actorKind));
        row.add(entry.actor.value).add(entry.what).addBlob(entry.command.toRfc4122()).add(entry.actorName);
        row.add(entry.oldValue).add(entry.newValue).add(entry.oldText).add(entry.newText).add(entry.why);
        row.addBlob(payloadHash).addBlob(m_position.lastHash).endRow();
    }
}

void BulkPreparer::addSearchRows(const BulkTicket &ticket, const KnownPerson &requester, BulkBatch *batch)
{
    const SearchHead head{ticket.head.id, ticket.head.number, ticket.head.subject, requester.name, requester.address};
    const SearchRow ofHead = searchRowOf(head);
    if (ticket.articles.isEmpty())
        addSearchRow(ofHead, batch);
    learn(ofHead.subject, batch);
    learn(ofHead.people, batch);
    for (const Article &article : ticket.articles) {
        const SearchRow row = searchRowOf(ofHead, head, article);
        addSearchRow(row, batch);
        learn(row.body, batch);
        learn(row.files, batch);
        if (row.people.size() != ofHead.people.size())
            learn(row.people, batch);
    }
}

void BulkPreparer::addSearchRow(const SearchRow &row, BulkBatch *batch)
{
    BulkRows &rows = batch->searchRows;
    rows.add(row.rowId).add(row.subject).add(row.body).add(row.people).add(row.files).add(row.number).endRow();
}

void BulkPreparer::learn(QStringView words, BulkBatch *batch)
{
    m_terms.collectNew(words, &batch->terms);
}

} // namespace deskhand
